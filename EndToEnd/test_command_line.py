"""`resumepro` as a command, and its settings."""

import json
import subprocess

import pytest
import requests
from harness.contract import check_resume
from harness.process import ServerProcess, binary


def run(*arguments, directory, timeout=20, **settings):
    environment = ServerProcess(directory, **settings).environment
    return subprocess.run(
        [*binary(), *arguments],
        cwd=directory,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=timeout,
    )


def test_parse_prints_the_resume_as_json(tmp_path, resumes):
    (tmp_path / "maya.txt").write_text(resumes["maya_okafor"], encoding="utf-8")
    done = run("parse", "maya.txt", directory=tmp_path)
    assert done.returncode == 0, done.stderr
    resume = check_resume(json.loads(done.stdout))
    assert resume["Name"] == "Maya Okafor" and len(resume["Experience"]) == 3


@pytest.mark.parametrize(
    "content",
    [b"", b"   \n", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x80\x81" * 9, None],
    ids=["empty", "blank", "binary", "absent"],
)
def test_parse_of_what_is_no_resume_is_one_clear_sentence(tmp_path, content):
    if content is not None:
        (tmp_path / "x.txt").write_bytes(content)
    done = run("parse", "x.txt", directory=tmp_path)
    assert done.returncode > 0 and done.stdout == ""
    assert done.stderr.strip() and "Fatal error" not in done.stderr and len(done.stderr) < 1_000


def batch(tmp_path, *lines, options=()):
    done = subprocess.run(
        [*binary(), "parse", "--batch", *options],
        cwd=tmp_path,
        env=ServerProcess(tmp_path).environment,
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_batch_answers_every_line_in_order(tmp_path, resumes):
    for name, text in resumes.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    lines = [json.dumps({"id": n, "file": f"{name}.txt"}) for n, name in enumerate(list(resumes) * 5)]
    lines[2:2] = ['{"id":"absent","file":"absent.txt"}', '{"id":"empty","file":"empty.txt"}', "no json", '{"id":"no file"}']
    answers = batch(tmp_path, *lines)
    asked = [json.loads(line)["id"] for line in lines if line not in ("no json", '{"id":"no file"}')]
    assert [a["id"] for a in answers if a["id"] is not None] == asked
    wrong = [a for a in answers if "error" in a]
    assert [a["id"] for a in wrong] == ["absent", "empty", None, None]
    assert all("out" not in a and a["error"].endswith(".") for a in wrong)
    for answer in answers:
        if "error" not in answer:
            check_resume({k: v for k, v in answer["out"].items() if k != "unplaced"})
            assert answer["ms"] > 0 and "confidence" not in answer["out"]


def test_confidence_only_where_it_is_asked_for(tmp_path, resumes):
    (tmp_path / "maya.txt").write_text(resumes["maya_okafor"], encoding="utf-8")
    plain = json.loads(run("parse", "maya.txt", directory=tmp_path).stdout)
    rated = json.loads(run("parse", "--confidence", "maya.txt", directory=tmp_path).stdout)
    assert "confidence" not in plain
    confidence = rated.pop("confidence")
    assert rated == plain
    assert 0 < confidence["Name"] <= 1 and confidence["Email"] == 1
    assert [set(job) <= {"Position", "Company", "Dates", "Location", "Description"} for job in confidence["Experience"]]
    assert len(confidence["Experience"]) == len(plain["Experience"])
    (answer,) = batch(tmp_path, '{"id":1,"file":"maya.txt"}', options=["--confidence"])
    assert answer["out"]["confidence"] == confidence


def test_what_fits_nowhere_is_listed(tmp_path):
    (tmp_path / "x.txt").write_text(
        "Jane Doe\njane@doe.example\nBrasileira, 34 anos, casada\n\nEXPERIENCE\nCook, The Gull\n2019 - 2021\n", encoding="utf-8"
    )
    done = run("parse", "x.txt", directory=tmp_path)
    assert json.loads(done.stdout)["unplaced"] == ["Brasileira, 34 anos, casada"]


def test_help_and_unknown_options(tmp_path):
    helped = run("--help", directory=tmp_path)
    assert helped.returncode == 0 and "serve" in helped.stdout and "parse" in helped.stdout
    wrong = run("serve", "--no-such-option", directory=tmp_path)
    assert wrong.returncode > 0 and "no-such-option" in wrong.stderr


@pytest.mark.parametrize(
    "name, value",
    [
        ("PORT", "not a number"),
        ("PORT", "99999"),
        ("PORT", "-1"),
        ("CORS_ORIGINS", "localhost:5173/x y"),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_a_setting_that_cannot_be_is_named(tmp_path, name, value):
    done = run("serve", directory=tmp_path, **{name: value})
    said = done.stdout + done.stderr
    assert done.returncode > 0, said
    assert name in said and "Fatal error" not in said, said


def test_the_environment_file_is_read_and_the_environment_wins(tmp_path_factory):
    directory = tmp_path_factory.mktemp("configured")
    (directory / ".env").write_text('CORS_ORIGINS="https://from.file.example"\nLOG_LEVEL=debug\n')
    for settings, origin in (
        ({}, "https://from.file.example"),
        ({"CORS_ORIGINS": "https://from.env.example"}, "https://from.env.example"),
    ):
        server = ServerProcess(directory, **settings)
        server.log_file.unlink(missing_ok=True)
        try:
            server.start()
            response = requests.get(f"{server.url}/health", headers={"Origin": origin}, timeout=5)
            assert response.headers["access-control-allow-origin"] == origin
        finally:
            assert server.stop() == 0


def test_one_line_says_where_it_listens(servers):
    server = servers.start()
    assert server.log.count("is listening on") == 1
