"""Resumes as files: by the socket, by HTTP and on the command line."""

import json
import os
import pty
import shutil
import subprocess
import tempfile
import time
import zlib
from pathlib import Path

import pytest
import requests
from harness.contract import check_resume
from harness.documents import docx, form, packed, pdf
from harness.process import ServerProcess, binary

needs_poppler = pytest.mark.skipif(
    not (shutil.which("pdftotext") and shutil.which("bwrap")), reason="poppler-utils or bubblewrap is not installed"
)
KINDS = [pytest.param(pdf, id="pdf", marks=needs_poppler), pytest.param(docx, id="docx")]
ORIGIN = {"Origin": "http://localhost:5173"}


def parse(server, body, content_type="application/octet-stream", query="", **headers):
    return requests.post(
        f"{server.url}/resumes/parse{query}", data=body, headers={"Content-Type": content_type, **ORIGIN, **headers}, timeout=60
    )


def run(*arguments, directory, **settings):
    environment = ServerProcess(directory, **settings).environment
    return subprocess.run(
        [*binary(), *arguments], cwd=directory, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30
    )


def maya(resume):
    resume = check_resume(resume)
    assert resume["Name"] == "Maya Okafor"
    assert resume["Email"] == "maya.okafor@example.com"
    assert [entry["Company"] for entry in resume["Experience"]] == ["Harbor Payments", "Northwind Logistics", "Bluebird Studio"]
    assert resume["Education"][0]["Institution"] == "Oregon State University"


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_uploaded_and_read(person, resumes, kind):
    ack = person.do("upload_resume", {"file": kind(resumes["maya_okafor"]), "name": "x.txt", "type": "image/png"})
    events = person.take_until("upload_resume_done")
    assert events[-1].payload == ack
    maya(ack["resumeData"])
    stages = [event.payload["stage"] for event in events if event.name == "upload_resume_progress"]
    assert stages[0] in {"queued", "extracting"} and stages[-1] == "reading"
    fractions = [event.payload["fraction"] for event in events[:-1] if "fraction" in event.payload]
    assert fractions == sorted(fractions) and all(0 <= fraction <= 1 for fraction in fractions)
    assert person.do("get_updated_resume")["resumeData"] == ack["resumeData"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_route_answers_like_the_event(server, person, resumes, kind):
    file = kind(resumes["maya_okafor"])
    event = person.do("upload_resume", {"file": file})
    response = parse(server, file)
    assert response.status_code == 200, response.text
    assert response.headers["cache-control"] == "no-store"
    answer = {key: event[key] for key in ("resumeData", "warnings", "source", "unplaced")}
    assert response.json() == answer
    assert "confidence" not in event


@pytest.mark.parametrize("kind", KINDS)
def test_confidence_comes_on_request(server, person, resumes, kind):
    file = kind(resumes["maya_okafor"])
    event = person.do("upload_resume", {"file": file, "confidence": True})
    assert set(event["confidence"]) <= set(event["resumeData"]) and 0 < event["confidence"]["Name"] <= 1
    response = parse(server, file, query="?confidence=true")
    assert response.json() == {key: event[key] for key in ("resumeData", "warnings", "source", "unplaced", "confidence")}
    text = person.do("upload_resume", {"rawResumeText": resumes["maya_okafor"], "confidence": True})
    assert 0 < text["confidence"]["Name"] <= 1
    for payload in ({"file": file, "confidence": False}, {"file": file, "confidence": None}):
        assert "confidence" not in person.do("upload_resume", payload)
    refused = parse(server, file, query="?confidence=maybe")
    assert (refused.status_code, refused.json()["code"]) == (400, "invalid_payload"), refused.text
    person.refused("upload_resume", {"file": file, "confidence": "yes"}, among={"invalid_payload"})


@pytest.mark.parametrize("name", ["file", "upload"])
def test_a_form_brings_its_file(server, resumes, name):
    body, content_type = form(name, docx(resumes["maya_okafor"]))
    response = parse(server, body, content_type)
    assert response.status_code == 200, response.text
    maya(response.json()["resumeData"])


def test_links_behind_words_are_found(person, resumes):
    text = resumes["maya_okafor"].replace("maya.okafor@example.com", "")
    links = [("Write me", "mailto:maya.okafor@example.com"), ("LinkedIn", "https://www.linkedin.com/in/mayaokafor")]
    resume = person.do("upload_resume", {"file": docx(text, links=links)})["resumeData"]
    assert resume["Email"] == "maya.okafor@example.com"
    assert "linkedin.com/in/mayaokafor" in str(resume)


@needs_poppler
def test_links_behind_words_of_a_pdf_are_found(person, resumes):
    text = resumes["maya_okafor"].replace("maya.okafor@example.com", "Email")
    resume = person.do("upload_resume", {"file": pdf(text, links=["mailto:maya.okafor@example.com"])})["resumeData"]
    assert resume["Email"] == "maya.okafor@example.com"


REFUSED = {
    "empty": (b"", "unreadable_document", 400),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "unsupported_format", 415),
    "spreadsheet": (packed({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "unsupported_format", 415),
    "half a Word file": (docx("Maya " * 500)[:300], "unreadable_document", 400),
    "entities": (
        docx("", body='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document><w:body/></w:document>'),
        "unreadable_document",
        400,
    ),
    "no text": (docx(" \n "), "unreadable_document", 400),
    "too much": (b"a" * 10_000_001, "payload_too_large", 413),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_resume_is_refused(server, name):
    file, code, status = REFUSED[name]
    response = parse(server, file)
    assert (response.status_code, response.json()["code"]) == (status, code), response.text
    assert " " in response.json()["error"]


@needs_poppler
@pytest.mark.parametrize(
    ("name", "file"),
    {
        "broken": b"%PDF-1.7\n" + bytes(range(256)) * 40,
        "encrypted": pdf("Maya Okafor", encrypted=True),
        "scan": pdf(""),
        "half": pdf("Maya Okafor\nEngineer")[:200],
    }.items(),
)
def test_a_pdf_that_cannot_be_read_says_why(server, name, file):
    response = parse(server, file)
    assert (response.status_code, response.json()["code"]) == (400, "unreadable_document"), response.text
    wanted = {"broken": "damaged", "encrypted": "password", "scan": "scan", "half": "damaged"}[name]
    assert wanted in response.json()["error"]


@needs_poppler
def test_too_many_pages_are_refused(server):
    response = parse(server, pdf(*[f"Page of {n}" for n in range(51)]))
    assert (response.status_code, response.json()["code"]) == (413, "payload_too_large"), response.text
    assert "50 pages" in response.json()["error"]


def test_a_refused_upload_leaves_the_resume(author):
    before = author.do("get_updated_resume")
    author.refused("upload_resume", {"file": b"\x89PNG\r\n\x1a\n" + bytes(100)}, among={"unsupported_format"})
    assert author.do("get_updated_resume") == before


def test_a_form_without_a_file_is_refused(server):
    body = b'--b\r\nContent-Disposition: form-data; name="note"\r\n\r\nhello\r\n--b--\r\n'
    for content_type in ("multipart/form-data; boundary=b", "multipart/form-data", "multipart/form-data; boundary=other"):
        response = parse(server, body, content_type)
        assert (response.status_code, response.json()["code"]) == (400, "invalid_payload"), response.text


# ---- cancelling, and what is not there


@needs_poppler
def test_cancel_ends_the_reading_of_a_file(author):
    """A file that would keep the program busy for seconds; the resume stays."""
    before = author.do("get_updated_resume")
    author.emit("upload_resume", {"file": slow_pdf()})
    assert author.take("upload_resume_progress").payload["stage"] in {"queued", "extracting"}
    started = time.monotonic()
    author.do("cancel")
    assert author.take("upload_resume_error").payload["code"] == "cancelled"
    assert time.monotonic() - started < 5
    assert author.do("get_updated_resume") == before


def slow_pdf() -> bytes:
    """400 MB of blanks in a few kilobytes."""
    blanks = zlib.compress(zlib.compress(b" " * 400_000_000, 1), 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n" % len(blanks) + blanks + b"\nendstream",
    ]
    body = b"".join(b"%d 0 obj\n" % number + value + b"\nendobj\n" for number, value in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R /Size 5 >>\n"


@needs_poppler
def test_others_are_served_while_files_are_read(people, resumes):
    """As many slow files as there are processors, and more; somebody else's small request does not wait for them."""
    slow = [people() for _ in range(3)]
    file = slow_pdf()
    for person in slow:
        person.emit("upload_resume", {"file": file})
    for person in slow:
        person.take("upload_resume_progress")
    started = time.monotonic()
    assert people().do("upload_resume", {"rawResumeText": resumes["maya_okafor"]})["resumeData"]["Name"] == "Maya Okafor"
    assert time.monotonic() - started < 3
    for person in slow:
        person.do("cancel")
        assert person.take("upload_resume_error").payload["code"] == "cancelled"


@needs_poppler
def test_pdf_is_read_under_limits_alone_if_that_is_wanted(servers, resumes):
    server = servers.start(SANDBOX="limits")
    response = parse(server, pdf(resumes["maya_okafor"]))
    assert response.status_code == 200, response.text
    maya(response.json()["resumeData"])


def test_settings_that_are_none_are_told(tmp_path):
    done = run("serve", directory=tmp_path, SANDBOX="none", OCR="perhaps")
    assert done.returncode != 0
    assert "SANDBOX" in done.stderr and "OCR" in done.stderr


@pytest.mark.skipif(not shutil.which("tesseract"), reason="tesseract-ocr is not installed")
@needs_poppler
def test_a_scan_is_read_if_that_is_wanted(servers, resumes):
    server = servers.start(OCR="on")
    response = parse(server, scan("Maya Okafor", "Senior Backend Engineer", "maya.okafor@example.com", "Experience", "Engineer, Harbor Payments, 2019 - 2021"))
    assert response.status_code == 200, response.text
    assert response.json()["resumeData"]["Name"] == "Maya Okafor"
    assert any("recognized from pictures" in warning for warning in response.json()["warnings"])


def scan(*lines: str) -> bytes:
    """A page that is a picture: a PDF with text, drawn by poppler, and the drawing put into another PDF."""
    with tempfile.TemporaryDirectory() as directory:
        source = Path(directory, "text.pdf")
        source.write_bytes(pdf("\n".join(lines)))
        subprocess.run(["pdftoppm", "-r", "150", "-gray", source, f"{directory}/page"], check=True)
        picture = next(Path(directory).glob("page*.pgm")).read_bytes()
    _, size, _, pixels = picture.split(b"\n", 3)
    width, height = (int(number) for number in size.split())
    data = zlib.compress(pixels)
    drawing = b"q 595 0 0 842 0 0 cm /I Do Q"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(drawing) + drawing + b"\nendstream",
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 "
        b"/Filter /FlateDecode /Length %d >>\nstream\n" % (width, height, len(data)) + data + b"\nendstream",
    ]
    body = b"".join(b"%d 0 obj\n" % number + value + b"\nendobj\n" for number, value in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R /Size 6 >>\n"


# ---- the command line


def test_parse_reads_files_of_several_formats(tmp_path, resumes):
    (tmp_path / "a.pdf").write_bytes(docx(resumes["maya_okafor"]))
    (tmp_path / "b.txt").write_text(resumes["priya_nair"], encoding="utf-8")
    (tmp_path / "c.docx").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = run("parse", "a.pdf", "c.docx", "b.txt", directory=tmp_path)
    assert done.returncode != 0 and "c.docx: Image files cannot be read" in done.stderr
    assert "\x1b" not in done.stderr, "a progress line is for terminals only"
    decoder, rest, names = json.JSONDecoder(), done.stdout, []
    while rest.strip():
        resume, end = decoder.raw_decode(rest.lstrip())
        rest = rest.lstrip()[end:]
        names.append(resume["Name"])
    assert names[0] == "Maya Okafor" and len(names) == 2


def test_parse_shows_a_progress_line_at_a_terminal(tmp_path, resumes):
    (tmp_path / "a.docx").write_bytes(docx(resumes["maya_okafor"]))
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [*binary(), "parse", "a.docx"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=child, stdin=subprocess.DEVNULL
    )
    os.close(child)
    out, _ = process.communicate(timeout=30)
    shown = os.read(parent, 10_000).decode()
    os.close(parent)
    assert process.returncode == 0 and json.loads(out)["Name"] == "Maya Okafor"
    assert "a.docx: extracting" in shown and shown.rstrip("\n").endswith("\x1b[K"), repr(shown)
