"""`preview_resume`: the questions, one at a time, and the answers by every way that a client may give them."""

import pytest
from harness.contract import check_resume


@pytest.fixture
def asked(person, resumes):
    """A person whose preview has just asked its first question; `next_question` gives the event that follows an answer."""
    person.do("upload_resume", {"rawResumeText": resumes["priya_nair"]})  # no location and no email
    person.take("upload_resume_done")
    person.emit("preview_resume")
    return person


def next_question(person):
    return person.take("user_message_response_done", "preview_resume_done", "user_response_error", "preview_resume_error")


def answer_all(person, answers, *, send):
    """Answers until the preview is there; which fields were asked for, and the resume of the preview."""
    fields = []
    while (event := next_question(person)).name == "user_message_response_done":
        fields.append(event.payload["field"])
        assert event.payload["content"].rstrip()[-1] in "?.", "a question for a person"
        send(fields[-1], answers.get(fields[-1]))
    assert event.name == "preview_resume_done", event
    return fields, check_resume(event.payload["resumeData"])


ANSWERS = {"Email": "priya.nair@example.org", "Location": "London, United Kingdom"}


@pytest.mark.parametrize("wrap", [lambda value: value, lambda value: {"value": value}], ids=["string", "object"])
def test_user_response_answers_the_open_question(asked, wrap):
    fields, resume = answer_all(
        asked, ANSWERS, send=lambda field, value: asked.emit("user_response", wrap(value) if value else {"skip": True})
    )
    assert {"Email", "Location"} <= set(fields)
    assert {key: resume[key] for key in ANSWERS} == ANSWERS
    assert asked.do("get_updated_resume")["resumeData"] == resume


def test_a_user_message_answers_the_open_question_too(asked):
    fields, resume = answer_all(
        asked,
        ANSWERS,
        send=lambda field, value: (
            asked.emit("user_message", {"message": value}) if value else asked.emit("user_response", {"skip": True})
        ),
    )
    assert {key: resume[key] for key in ANSWERS} == ANSWERS
    assert not asked.heard("user_message_response_typing"), "an answer to a question starts no chat"


def test_skipping_leaves_the_field_empty_and_goes_on(asked):
    before = asked.do("get_updated_resume")["resumeData"]
    fields, resume = answer_all(asked, {}, send=lambda field, value: asked.emit("user_response", {"skip": True}))
    assert len(fields) == len(set(fields)) >= 2
    assert resume == before


def test_the_acknowledgement_carries_what_the_event_says(person, resumes):
    person.do("upload_resume", {"rawResumeText": resumes["priya_nair"]})
    ack = person.do("preview_resume")
    while (event := next_question(person)).name == "user_message_response_done":
        assert ack == event.payload
        ack = person.do("user_response", {"skip": True})
    assert event.name == "preview_resume_done" and ack == event.payload


def test_only_what_is_missing_is_asked_for(author):
    author.emit("preview_resume")
    fields, resume = answer_all(author, {}, send=lambda field, value: author.emit("user_response", {"skip": True}))
    assert not {"Name", "Email", "Phone", "Location"} & set(fields)
    assert resume["Name"] == "Maya Okafor"


def test_an_answer_without_a_question_is_refused(author):
    author.refused("user_response", "Portland", among={"invalid_payload"})


def test_an_answer_that_is_none_leaves_the_question_open(asked):
    first = next_question(asked).payload["field"]
    asked.refused("user_response", {"value": None}, among={"invalid_payload"})
    asked.refused("user_response", "", among={"invalid_payload"})
    asked.emit("user_response", {"skip": True})
    assert next_question(asked).payload["field"] != first


def test_asking_again_starts_from_the_first_open_question(asked):
    first = next_question(asked).payload
    asked.emit("preview_resume")
    assert next_question(asked).payload == first
