"""`resumepro chat FILE`: the same job as in a browser, at a terminal or with lines piped in."""

import json
import re
import subprocess

import pytest
from fake_openai.answers import CHAT
from harness.contract import check_resume
from harness.process import ServerProcess, binary
from harness.terminal import Terminal
from harness.with_model import answer, change, settings

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
CTRL_C, CTRL_D = "\x03", "\x04"


@pytest.fixture
def directory(tmp_path, resumes):
    (tmp_path / "maya.txt").write_text(resumes["maya_okafor"], encoding="utf-8")
    return tmp_path


@pytest.fixture
def terminal(directory):
    started = []

    def start(*arguments: str, **settings: str) -> Terminal:
        started.append(Terminal("chat", *arguments, directory=directory, **settings))
        return started[-1]

    yield start
    for one in started:
        one.close()


def chat(*arguments, directory, lines=(), timeout=30, **settings):
    done = subprocess.run(
        [*binary(), "chat", *arguments],
        cwd=directory,
        env=ServerProcess(directory, **settings).environment,
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        text=True,
        timeout=timeout,
    )
    assert not CONTROL.search(done.stdout + done.stderr), "control characters where no terminal is"
    return done


# ---- by rules, piped


def test_lines_are_done_one_after_the_other(directory):
    done = chat(
        "--no-questions",
        "maya.txt",
        directory=directory,
        lines=["change my title to Staff Engineer", "add Rust to my skills", "/undo", "/show", "/save out.json"],
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Read by rules:" in done.stdout and "Name: Maya Okafor" in done.stdout
    assert "+ Title: Staff Engineer" in done.stdout
    saved = check_resume(json.loads((directory / "out.json").read_text()))
    assert saved["Title"] == "Staff Engineer" and "Rust" not in saved["Skills"]


def test_what_is_missing_is_asked_and_an_empty_line_leaves_it(directory):
    (directory / "ada.txt").write_text("Ada Quist\n\nSUMMARY\nWrites compilers for small machines.\n")
    done = chat("ada.txt", directory=directory, lines=["Engineer", "", "ada@example.org", "stop", "/save ada.json"])
    assert done.stdout.count("?") >= 3 and "+ Title: Engineer" in done.stdout
    saved = json.loads((directory / "ada.json").read_text())
    assert (saved["Title"], saved["Location"], saved["Email"]) == ("Engineer", "", "ada@example.org")


def test_an_answer_that_cannot_be_is_asked_again(directory):
    (directory / "ada.txt").write_text("Ada Quist, Engineer\nLondon\n\nSUMMARY\nWrites compilers for small machines.\n")
    done = chat("ada.txt", directory=directory, lines=["no-mail-at-all", "ada@example.org", "/save ada.json"])
    saved = json.loads((directory / "ada.json").read_text())
    assert done.returncode == 1 and done.stderr.strip() and saved["Email"] == "ada@example.org"


def test_a_file_is_never_overwritten(directory):
    before = (directory / "maya.txt").read_text()
    (directory / "old.json").write_text("precious")
    done = chat("--no-questions", "maya.txt", directory=directory, lines=["/save old.json", "/save"])
    assert done.returncode == 1 and done.stderr.count("\n") == 2
    assert (directory / "old.json").read_text() == "precious" and (directory / "maya.txt").read_text() == before


@pytest.mark.parametrize("line", ["/unknown", "/save sub/nowhere/out.json", "/save out.exe", "/undo"])
def test_what_cannot_be_done_is_a_sentence_and_an_exit_code(directory, line):
    done = chat("--no-questions", "maya.txt", directory=directory, lines=[line, "what is missing?"])
    assert done.returncode == 1 and done.stderr.count("\n") == 1 and len(done.stderr) < 300
    assert "Read by rules:" in done.stdout and len(done.stdout.splitlines()) > 10


@pytest.mark.parametrize(
    "content", [b"", b"  \n", b"\x89PNG\r\n\x1a\n\x00\x00" * 9, None, "a directory"], ids=lambda c: str(c)[:8]
)
def test_what_is_no_resume_ends_it(directory, content):
    path = directory / "x.txt"
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content:
        path.mkdir()
    done = chat("x.txt", directory=directory, lines=["hello"])
    assert done.returncode == 1 and done.stdout == "" and 10 < len(done.stderr) < 300


def test_without_a_file_it_says_how_it_is_used(directory):
    done = chat(directory=directory)
    assert done.returncode == 64 and "Usage" in done.stderr


def test_a_resume_cannot_write_to_the_terminal_what_it_likes(directory):
    text = "Maya \x1b[31mOkafor\x1b]0;owned\x07\nEngineer \x9b2J\nmaya@example.com\n\nSKILLS\nSwift\x08\x08, \u202etfiws\n"
    (directory / "evil.txt").write_text(text, encoding="utf-8")
    assert "Swift" in chat("--no-questions", "evil.txt", directory=directory, lines=["/show"]).stdout


# ---- by rules, at a terminal


def test_at_a_terminal_it_prompts_and_ends(terminal):
    person = terminal("--no-questions", "maya.txt")
    person.expect("Name: Maya Okafor")
    person.expect("\n> ")
    person.type("change my title to Staff Engineer\n")
    person.expect("+ Title: Staff Engineer")
    person.expect("\n> ")
    person.type("/quit\n")
    assert person.ended() == 0


@pytest.mark.parametrize("key, code", [(CTRL_D, 0), (CTRL_C, 130)])
def test_keys_that_end_it(terminal, key, code):
    person = terminal("--no-questions", "maya.txt")
    person.expect("\n> ")
    person.type(key)
    assert person.ended() == code


# ---- with a model


@pytest.fixture(autouse=True)
def well_behaved(request):
    if "model" in request.fixturenames:
        request.getfixturevalue("model").reset()


def test_the_model_reads_and_answers(directory, model):
    done = chat("--no-questions", "maya.txt", directory=directory, lines=["How does it look?"], **settings(model))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Read by the model:" in done.stdout and CHAT in done.stdout


def test_an_answer_streams_and_its_change_is_shown(terminal, model):
    person = terminal("--no-questions", "maya.txt", **settings(model))
    assert "Reading" in person.expect("Read by the model:")
    person.expect("\n> ")
    model.script(answer("Your title is new.\x1b[2J\x9b31m", change("set", "Title", "Staff Engineer")))
    person.type("change my title to Staff Engineer\n")
    said = person.expect("+ Title: Staff Engineer")
    assert "Thinking" in said and "Your title is new." in said and "[2J" in said
    person.type("/quit\n")
    assert person.ended() == 0
    # The progress line's own sequences are the only ones.
    assert not CONTROL.search(person.output.replace("\x1b[K", "").replace("\r", "").replace("^C", ""))


def test_ctrl_c_stops_an_answer_and_the_model(terminal, model):
    person = terminal("--no-questions", "maya.txt", **settings(model))
    person.expect("\n> ")
    model.play("stream_endless")
    person.type("Tell me everything.\n")
    person.expect(CHAT[:10])
    person.type(CTRL_C)
    person.expect("stopped")
    assert model.received[-1].ended.wait(3) and model.received[-1].outcome == "client gone"
    person.expect("\n> ")
    model.play(None)
    person.type("And now?\n")
    person.expect(CHAT)
    person.expect("\n> ")
    person.type(CTRL_C)
    assert person.ended() == 130


def test_ctrl_c_stops_the_reading(terminal, model):
    model.play("hang")
    person = terminal("maya.txt", **settings(model))
    person.expect("Reading")
    person.expect(" 1 s")
    person.type(CTRL_C)
    assert person.ended() == 130 and model.received[-1].ended.wait(3)


def test_a_model_that_fails_ends_nothing(terminal, model):
    person = terminal("--no-questions", "maya.txt", **settings(model))
    person.expect("\n> ")
    model.play("http_401")
    person.type("Hello?\n")
    person.expect("not set up")
    person.expect("\n> ")
    person.type("/show\n")
    person.expect("Name: Maya Okafor")
    person.type("/quit\n")
    assert person.ended() == 0


def test_a_server_that_is_not_there_is_said(directory, model):
    done = chat("maya.txt", directory=directory, **settings(model, OPENAI_BASE_URL="http://127.0.0.1:1/v1"))
    assert done.returncode in (0, 1) and "Fatal" not in done.stderr
