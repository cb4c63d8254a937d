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
