"""Resumes as files: by the socket, by HTTP and on the command line."""

import shutil

import pytest
import requests
from harness.contract import check_resume
from harness.documents import docx, form, packed, pdf

needs_poppler = pytest.mark.skipif(
    not (shutil.which("pdftotext") and shutil.which("bwrap")), reason="poppler-utils or bubblewrap is not installed"
)
KINDS = [pytest.param(pdf, id="pdf", marks=needs_poppler), pytest.param(docx, id="docx")]
ORIGIN = {"Origin": "http://localhost:5173"}


def parse(server, body, content_type="application/octet-stream", **headers):
    return requests.post(
        f"{server.url}/resumes/parse", data=body, headers={"Content-Type": content_type, **ORIGIN, **headers}, timeout=60
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
    assert response.json() == {key: event[key] for key in ("resumeData", "warnings", "source")}


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
