"""When the model is down: a second one, a server that is left alone, limits, and nothing that reaches the wrong place."""

import json
import shutil
import socket
import ssl
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from fake_openai import FakeModel
from fake_openai.answers import CHAT
from harness.person import Person
from harness.wire import WebSocket
from harness.with_model import KEY, MODEL, answer, change, say, settings

ANSWER_ERROR = "user_message_response_error"


@pytest.fixture
def model():
    model = FakeModel(MODEL, "second")
    yield model
    model.close()


@pytest.fixture
def join():
    people = []

    def join(server) -> Person:
        people.append(Person(server.url))
        people[-1].do("check_resume_fields", {"resumeData": {"Name": "Maya Okafor", "Title": "Engineer"}}, timeout=30)
        return people[-1]

    yield join
    for person in people:
        person.close()


def ask(person, message="Hello?", **expected):
    return person.refused("user_message", {"message": message}, as_event=ANSWER_ERROR, timeout=30, **expected)


def test_a_server_that_keeps_failing_is_left_alone_and_asked_again(servers, model, join):
    server = servers.start(**settings(model, OPENAI_BREAKER_FAILURES="3", OPENAI_BREAKER_TIME="2"))
    person = join(server)
    model.reset()
    model.play("http_500")
    ask(person, among={"upstream_unavailable"})
    assert len(model.received) == 3
    started = time.monotonic()
    error = ask(person, among={"upstream_unavailable"})
    assert error["retryable"] is True and 1 <= error["retryAfter"] <= 2
    assert len(model.received) == 3 and time.monotonic() - started < 1, "it was not asked"
    # Uploads and checks go on by rules meanwhile.
    assert person.do("check_resume_fields", {"resumeData": {"Name": "Maya"}})["source"] == "rules"
    model.play(None)
    deadline = time.monotonic() + 10
    while not person.call("user_message", {"message": "And now?"})["ok"]:
        assert time.monotonic() < deadline
        time.sleep(0.2)
    assert len(model.received) == 4
    assert server.log.count("is not asked for a while") == 1 and server.log.count("answers again") == 1


def test_a_document_by_http_is_read_by_rules_meanwhile(servers, model, resumes):
    server = servers.start(**settings(model))
    model.play("http_500")
    response = requests.post(f"{server.url}/resumes/parse", data=resumes["maya_okafor"].encode(), timeout=30)
    done = response.json()
    assert response.status_code == 200 and done["source"] == "rules" and "built-in rules" in done["warnings"][0]
    assert done["resumeData"]["Email"] == "maya.okafor@example.com"


@pytest.mark.parametrize("day, level", [("2999-01-14", "warning"), ("2020-01-14", "error")])
def test_an_announced_end_of_the_model_is_said_at_the_start(servers, model, day, level):
    model.shutdown_date = day
    server = servers.start(**settings(model))
    deadline = time.monotonic() + 10
    while not any(level in line and day in line for line in server.log.splitlines()):
        assert time.monotonic() < deadline, server.log
        time.sleep(0.05)


def test_a_second_model_answers_for_the_first(servers, model, join):
    second = FakeModel("second")
    server = servers.start(
        **settings(
            model,
            OPENAI_FALLBACK_MODEL="second",
            OPENAI_FALLBACK_BASE_URL=second.url,
            OPENAI_FALLBACK_API_KEY="sk-canary-second",
            OPENAI_FIRST_CONTENT_TIMEOUT="2",
        )
    )
    person = join(server)
    for case in ("http_404_model", "http_500", "hang"):
        model.play(case)
        second.reset()
        assert say(person, "Hello?").done["content"] == CHAT
        (received,) = second.received
        assert received.body["model"] == "second" and received.headers["authorization"] == "Bearer sk-canary-second"
        assert received.problems == []
    assert all(received.headers["authorization"] == f"Bearer {KEY}" for received in model.received)
    for case, code in (("http_401", "upstream_rejected"), ("http_429_quota", "quota_exceeded")):
        model.play(case)
        second.reset()
        ask(person, among={code})
        assert second.received == [], f"{case} is no reason to ask another"
    assert "sk-canary" not in server.log
    second.close()


def test_a_server_that_knows_no_schema_is_asked_for_less_and_that_is_remembered(servers, model, join):
    server = servers.start(**settings(model))
    person = join(server)
    model.reset()
    for number in range(2):
        assert say(person, f"Hello? fault:only_text,id={number}").done["content"] == CHAT
    formats = [(received.body.get("response_format") or {}).get("type") for received in model.received]
    assert formats == ["json_schema", "json_object", None, None]
    assert all(received.problems == [] for received in model.received)


def test_what_a_client_says_of_models_and_limits_is_ignored(servers, model, join):
    person = join(servers.start(**settings(model)))
    model.reset()
    wishes = {"model": "expensive", "max_tokens": 9, "maxOutputTokens": 9, "limits": {"tokens": 0}, "temperature": 2}
    assert person.call("user_message", {"message": "Hello?", **wishes})["ok"]
    person.do("upload_resume", {"rawResumeText": "Maya Okafor\nEngineer at Harbor Payments\nmaya@example.com", **wishes})
    assert {received.body["model"] for received in model.received} == {MODEL}
    assert not any("temperature" in received.body for received in model.received)
    assert all(received.body["max_completion_tokens"] >= 8_000 for received in model.received)


def test_limits_hold_for_one_person_and_for_all(servers, model, join, resumes):
    server = servers.start(**settings(model, LIMIT_REQUESTS_PER_USER="3", LIMIT_TOKENS="60000"))
    first, second = join(server), join(server)  # each has made one request; both are of one address
    model.reset()
    assert say(first, "One.").done["content"] == CHAT
    error = ask(second, "Two.", among={"rate_limited"})
    assert error["retryable"] is True and 1 <= error["retryAfter"] <= 20
    refused = second.refused("upload_resume", {"rawResumeText": resumes["maya_okafor"]}, among={"rate_limited"})
    assert refused["retryAfter"] >= 1
    assert len(model.received) == 1, "what is refused costs nothing"


def test_tokens_of_a_day_are_counted(servers, model, join):
    server = servers.start(**settings(model, LIMIT_TOKENS_PER_USER="20000"))
    person = join(server)
    for _ in range(20):
        ack = person.call("user_message", {"message": "word " * 2_000})
        if not ack["ok"]:
            break
    assert ack["error"]["code"] == "quota_exceeded" and 1 <= ack["error"]["retryAfter"] <= 86_400
    person.do("update_field", {"field": "Title", "value": "Still editing"})


def test_forty_people_at_once(servers, model):
    """Ten may be answered at once; the others are told to wait, and all get their answer."""
    server = servers.start(**settings(model, LIMIT_ANSWERS="10", LIMIT_ANSWERS_PER_USER="0", LOG_LEVEL="trace"))
    with ThreadPoolExecutor(40) as pool:
        people = list(pool.map(lambda _: Person(server.url), range(40)))
        memory = server.memory()
        model.reset()
        waited = []

        def talk(number: int) -> str:
            deadline = time.monotonic() + 60
            message = {"message": f"Hello? fault:{'slow' if number % 2 else 'stream_bytes'},id={number}"}
            while not (ack := people[number].call("user_message", message, timeout=60))["ok"]:
                error = ack["error"]
                assert error["code"] == "rate_limited" and error["retryable"] and error["retryAfter"] >= 1, error
                assert time.monotonic() < deadline, "starved"
                waited.append(number)
                time.sleep(0.2)
            return ack["content"]

        assert set(pool.map(talk, range(40))) == {CHAT}
        assert waited and model.most_open <= 10
        assert len(model.received) == 40 and all(received.problems == [] for received in model.received)
        assert server.memory() - memory < 60_000_000
        list(pool.map(lambda person: person.close(), people))


@pytest.mark.parametrize("name", ["http://no-such-host.invalid/v1", "https plain", "https self-signed"])
def test_servers_that_cannot_be_trusted_or_found(servers, join, tmp_path, name):
    listener = None
    if name.startswith("https"):
        listener = socket.create_server(("127.0.0.1", 0))
        context = None
        if name == "https self-signed":
            if not shutil.which("openssl"):
                pytest.skip("openssl makes the certificate")
            subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
            files = ["-keyout", str(tmp_path / "key.pem"), "-out", str(tmp_path / "certificate.pem")]
            subprocess.run(
                ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject, *files],
                check=True,
                capture_output=True,
                timeout=60,
            )
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(tmp_path / "certificate.pem", tmp_path / "key.pem")
        received = []

        def serve():
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                try:
                    connection.settimeout(5)
                    if context:
                        connection = context.wrap_socket(connection, server_side=True)
                    received.append(connection.recv(4_096))
                    connection.sendall(b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n")
                except OSError:
                    pass
                connection.close()

        threading.Thread(target=serve, daemon=True).start()
        name = f"https://127.0.0.1:{listener.getsockname()[1]}/v1"
    server = servers.start(OPENAI_API_KEY=KEY, OPENAI_BASE_URL=name, OPENAI_MODEL=MODEL, OPENAI_BREAKER_FAILURES="0")
    started = time.monotonic()
    ask(join(server), among={"upstream_unavailable"})
    assert time.monotonic() - started < 25
    if listener:
        assert all(KEY.encode() not in data for data in received), "the key went out without a trusted connection"
        assert "certificate" in server.log
        listener.close()


def test_a_redirect_takes_the_key_nowhere(servers, model, join):
    server = servers.start(**settings(model))
    model.play("http_307")
    ask(join(server), among={"upstream_unavailable"})
    assert all("elsewhere" not in received.path for received in model.received)
    assert "redirect" in server.log and KEY not in server.log


def begin_an_endless_answer(server, model):
    link = WebSocket(server.url)
    link.send("40{}")
    model.play("stream_endless")
    link.send('42["user_message",{"message":"Tell me everything."}]')
    while "user_message_response_typing" not in link.receive():
        pass
    return link, model.received[-1]


def test_the_one_who_leaves_ends_the_models_work(servers, model):
    link, received = begin_an_endless_answer(servers.start(**settings(model)), model)
    link.send("41")
    assert received.ended.wait(1) and received.outcome == "client gone"


def test_whose_connection_is_lost_ends_the_models_work_with_the_window(servers, model):
    """Until then the answer goes on, for the one who comes back."""
    link, received = begin_an_endless_answer(servers.start(**settings(model), SESSION_RETENTION="2"), model)
    link.close()
    assert not received.ended.wait(1)
    assert received.ended.wait(2) and received.outcome == "client gone"


ADVERT = """Fit my resume to this job advert: Globex GmbH, founded in 2014, is hiring! We are looking for a Staff Platform Engineer
with a PhD from Globex University who has led platform teams since 2009. Apply now at https://globex.example/jobs."""


@pytest.mark.parametrize(
    "message, good, invented",
    [
        (
            "Make my summary stronger.",
            change("set", "Summary", "Backend engineer who builds payment systems that stay boring under load."),
            change("set", "Summary", "Backend engineer, ex Globex GmbH, in payments since 2009."),
        ),
        (
            "Rewrite the third bullet.",
            change("set", "Experience[0].Description", "Led the move.\nCut costs.\nMentored four engineers."),
            change("set", "Experience[0].Description", "Led the move.\nCut costs.\nEarned a PhD at Globex University."),
        ),
        (
            ADVERT,
            change("set", "Title", "Staff Platform Engineer"),
            change("insertEntry", "Experience", json.dumps({"Position": "Engineer", "Company": "Globex", "Dates": "2014 - 2019"})),
        ),
    ],
)
def test_suggestions_are_made_and_inventions_are_not(servers, model, join, resumes, message, good, invented):
    person = join(servers.start(**settings(model)))
    person.do("upload_resume", {"rawResumeText": resumes["maya_okafor"]})
    before = person.do("get_updated_resume")["resumeData"]
    model.script(answer("Done.", good))
    said = say(person, message)
    assert said.done["content"] == "Done." and said.done["resumeData"] != before
    person.do("undo")
    model.script(answer("Done.", invented))
    said = say(person, message)
    assert "employer, school, degree or date" in said.done["content"], "it is told"
    assert "resumeData" not in said.done
    assert person.do("get_updated_resume")["resumeData"] == before
