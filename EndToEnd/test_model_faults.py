"""What a model's server does wrong becomes a typed error in bounded time; nothing is lost, nothing is given away."""

import json
import re
import socket
import time

import pytest
from fake_openai.answers import CHAT
from fake_openai.cases import TEXT
from harness.contract import check_error, check_resume
from harness.person import Person
from harness.with_model import KEY, MODEL, say, settings

UNAVAILABLE, TIMEOUT, REJECTED, INVALID = (
    "upstream_unavailable",
    "upstream_timeout",
    "upstream_rejected",
    "upstream_invalid_response",
)
UPSTREAM = {UNAVAILABLE, TIMEOUT, REJECTED, INVALID, "rate_limited", "quota_exceeded", "payload_too_large"}
CODES = {  # the cases whose code is not open to judgement
    "http_400_context": {"payload_too_large"},
    "http_400_filter": {REJECTED},
    "http_401": {REJECTED},
    "http_404_model": {REJECTED},
    "http_429_long": {"rate_limited"},
    "http_429_quota": {"quota_exceeded"},
    "http_503_loading": {UNAVAILABLE},
    "refusal": {REJECTED},
}
# Each case by itself is met in test_model_fault_table.py; here are some of each kind, and what becomes of the conversation.
CHAT_FAULTS = [
    "http_400_context",
    "http_400_filter",
    "http_401",
    "http_404_model",
    "http_429_long",
    "http_429_quota",
    "http_503_loading",
    "html_200",
    "refusal",
    "tool_calls",
    "empty",
    "reset",
    "stream_reset",
    "stream_bad_json",
    "stream_error",
]
READ_FAULTS = ["http_401", "http_503_loading", "html_200", "json_cut", "json_placeholders", "length", "stream_reset"]


@pytest.fixture(scope="module")
def server(model_server):
    return model_server


@pytest.fixture(autouse=True)
def well_behaved(model):
    model.reset()


@pytest.fixture(scope="module")
def everything(server, resumes):
    """One person for all cases: every event that ever came to her is looked at in the end."""
    person = Person(server.url)
    person.do("upload_resume", {"rawResumeText": resumes["maya_okafor"]})
    yield person
    person.close()


@pytest.mark.parametrize("case", CHAT_FAULTS)
def test_a_fault_during_an_answer(everything, model, case):
    person, before = everything, everything.do("get_updated_resume")
    model.play(case)
    started = time.monotonic()
    question = f"How does it look with {case}?"
    ack = person.call("user_message", {"message": question}, timeout=60)
    heard = person.take_until("user_message_response_error", "user_message_response_done")
    assert time.monotonic() - started < 30
    assert ack["ok"] is False, f"{case} passes for an answer: {ack!r:.300}"
    error = check_error(ack["error"], among=CODES.get(case, UPSTREAM))
    assert heard[-1].payload == error
    assert "SECRET" not in repr(heard) and "sk-" not in repr(heard) and "<html" not in repr(heard)
    if case == "http_429_long":
        assert error["retryAfter"] == 3600 and error["retryable"] is True
    assert len(model.received) <= 3, "at most two further tries"
    assert person.do("get_updated_resume") == before
    model.play(None)
    assert say(person, "And now?").done["content"] == CHAT
    assert question not in json.dumps(model.received[-1].body), "what failed is not part of the conversation"


@pytest.mark.parametrize("case", ["stream_cut_event", "stream_html", "length"])
def test_an_answer_that_breaks_off_without_a_word_is_not_passed_off_as_whole(everything, model, case):
    model.play(case)
    ack = everything.call("user_message", {"message": "How does it look?"}, timeout=60)
    heard = everything.take_until("user_message_response_error", "user_message_response_done")
    assert "<html" not in repr(heard)
    if ack["ok"]:
        assert re.search("incomplete|cut off", ack["content"]), ack
    else:
        check_error(ack["error"], among=UPSTREAM)


@pytest.mark.parametrize("case", READ_FAULTS)
def test_a_fault_during_an_upload(everything, model, resumes, case):
    """A resume of which nothing is invented, by the model or, where that could not do it, by the rules, which is said."""
    model.play(case)
    started = time.monotonic()
    done = everything.do("upload_resume", {"rawResumeText": resumes["maya_okafor"]}, timeout=60)
    assert time.monotonic() - started < 30
    assert "SECRET" not in repr(done) and "sk-" not in repr(done)
    resume = check_resume(done["resumeData"])
    if done["source"] == "model":
        assert case in TEXT, f"{case} passes for a resume"
        assert resume["Name"] in ("Maya Okafor", "") and json.dumps(resume)
    else:
        assert "built-in rules" in done["warnings"][0]
        assert (resume["Name"], resume["Email"]) == ("Maya Okafor", "maya.okafor@example.com")
    assert len(model.received) <= 6, "at most two further tries, and one more question"


def test_a_fault_during_a_check(everything, model):
    model.play("http_500")
    ack = everything.do("check_resume_fields", {"resumeData": {"Name": "Maya", "Email": "maya@"}}, timeout=30)
    assert ack["source"] == "rules" and "built-in rules" in ack["warnings"][0]
    assert {issue["path"] for issue in ack["issues"]} == {"Email"} and "Phone" in ack["missingFields"]
    model.play(None)
    ack = everything.do("check_resume_fields", {"resumeData": {"Name": "Maya", "Email": "maya@"}}, timeout=30)
    assert ack["source"] == "model" and ack["warnings"] == []


@pytest.mark.parametrize("case, words", [("http_401", "key"), ("http_404_model", "model"), ("http_429_quota", "quota")])
def test_what_only_the_operator_can_mend_is_one_clear_line(servers, model, resumes, case, words):
    server = servers.start(**settings(model))
    model.play(case)
    person = Person(server.url)
    person.do("upload_resume", {"rawResumeText": resumes["maya_okafor"]})
    person.refused("user_message", {"message": "Hello?"}, among=CODES[case], as_event="user_message_response_error")
    person.close()
    time.sleep(0.2)
    lines = [line for line in server.log.splitlines() if re.search(r"\b(error|critical)\b", line) and words in line]
    assert len(lines) == 1, server.log
    assert KEY not in server.log and len(lines[0]) < 400


def test_a_model_that_the_server_does_not_list_is_said_at_the_start(servers, model):
    server = servers.start(**settings(model, OPENAI_MODEL="gpt-4"))
    deadline = time.monotonic() + 10
    while "gpt-4" not in re.sub(r".*is listening on.*", "", server.log):
        assert time.monotonic() < deadline, server.log
        time.sleep(0.05)


def test_no_server_at_all(servers, resumes):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    server = servers.start(OPENAI_API_KEY=KEY, OPENAI_BASE_URL=f"http://127.0.0.1:{port}/v1", OPENAI_MODEL=MODEL)
    person = Person(server.url)
    started = time.monotonic()
    assert person.do("upload_resume", {"rawResumeText": resumes["maya_okafor"]}, timeout=30)["source"] == "rules"
    error = person.refused(
        "user_message", {"message": "Hello?"}, among={UNAVAILABLE}, as_event="user_message_response_error", timeout=30
    )
    assert error["retryable"] is True and time.monotonic() - started < 20
    person.do("check_resume_fields", {"resumeData": {"Name": "Maya Okafor"}}, timeout=30)
    person.do("update_field", {"field": "Name", "value": "Maya"})
    person.close()


def test_a_key_that_no_header_can_carry_is_named_but_not_shown(tmp_path):
    import subprocess

    from harness.process import ServerProcess, binary

    server = ServerProcess(tmp_path, OPENAI_API_KEY="sk-canary\r\nx: y")
    done = subprocess.run(
        [*binary(), "serve", "--port", "0"],
        cwd=tmp_path,
        env=server.environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=20,
    )
    said = done.stdout + done.stderr
    assert done.returncode > 0 and "OPENAI_API_KEY" in said and "canary" not in said
