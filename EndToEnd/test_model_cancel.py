"""Stopping an answer: the person hears of it at once, the model's server is hung up on, and nothing has changed."""

import json
import signal
import time

import pytest
from fake_openai.answers import CHAT
from harness.person import Person
from harness.with_model import say, settings


@pytest.fixture(scope="module")
def server(model_server):
    return model_server


@pytest.fixture(autouse=True)
def well_behaved(model):
    model.reset()


def cancelled(person, event):
    assert person.do("cancel") is not None
    error = person.take_until(event, timeout=5)[-1].payload
    assert error["code"] == "cancelled"


def hung_up(model, within=1.0):
    """Within a second: whether the server closed its connection to the model: what is not read must not be paid for."""
    return model.received[-1].ended.wait(within) and model.received[-1].outcome == "client gone"


def test_cancel_stops_an_answer_and_the_model(author, model):
    before = author.do("get_updated_resume")
    model.play("stream_endless")
    author.emit("user_message", {"message": "Tell me everything."})
    author.take("user_message_response_typing")
    cancelled(author, "user_message_response_error")
    assert hung_up(model)
    assert author.do("get_updated_resume") == before
    model.play(None)
    assert say(author, "And now?").done["content"] == CHAT


def test_cancel_stops_an_upload_and_the_model(author, model, resumes):
    before = author.do("get_updated_resume")
    model.play("hang")
    author.emit("upload_resume", {"rawResumeText": resumes["priya_nair"]})
    while len(model.received) < 2:
        time.sleep(0.02)
    cancelled(author, "upload_resume_error")
    assert hung_up(model)
    assert author.do("get_updated_resume") == before


@pytest.mark.parametrize("case", ["hang", "headers_then_stall", "http_429", "stream_pings_mid"])
def test_cancel_stops_whatever_is_waited_for(author, model, case):
    """The head of an answer, its first word, the time until the next try, or the next word."""
    model.play(case)
    author.emit("user_message", {"message": "Hello?"})
    while len(model.received) < 2:
        time.sleep(0.02)
    time.sleep(0.3)
    cancelled(author, "user_message_response_error")
    assert model.received[-1].ended.wait(1)
    calls = len(model.received)
    time.sleep(1.2)
    assert len(model.received) == calls, "it was tried again"


def test_a_cancelled_message_is_not_remembered(author, model):
    model.play("stream_stall")
    author.emit("user_message", {"message": "The secret word is petrichor."})
    author.take("user_message_response_typing")
    cancelled(author, "user_message_response_error")
    model.play(None)
    say(author, "How does it look?")
    assert "petrichor" not in json.dumps(model.received[-1].body)


def test_cancel_with_nothing_to_stop(author):
    author.do("cancel")
    author.do("get_updated_resume")
    assert not author.heard("user_message_response_error", "upload_resume_error")


def test_edits_do_not_wait_for_an_answer(author, model):
    model.play("stream_stall")
    author.emit("user_message", {"message": "Tell me everything."})
    author.take("user_message_response_typing")
    author.do("update_field", {"field": "Title", "value": "Edited meanwhile"}, timeout=5)
    assert author.do("get_updated_resume", timeout=5)["resumeData"]["Title"] == "Edited meanwhile"
    cancelled(author, "user_message_response_error")
    assert author.do("get_updated_resume")["resumeData"]["Title"] == "Edited meanwhile"


def test_the_process_ends_in_the_middle_of_an_answer(servers, model, resumes):
    server = servers.start(**settings(model))
    person = Person(server.url)
    person.do("upload_resume", {"rawResumeText": resumes["maya_okafor"]})
    model.play("stream_stall")
    person.emit("user_message", {"message": "Tell me everything."})
    person.take("user_message_response_typing")
    server.send_signal(signal.SIGTERM)
    assert hung_up(model)
    assert server.wait(timeout=15) == 0
