"""What no front end should send: each gets a typed error, changes nothing, and the connection goes on."""

import json

import pytest
from harness.contract import check_error, check_resume

NOTHING = object()  # no payload at all
INVALID = {"invalid_payload"}
EMPTY_TEXT = {"invalid_payload", "unreadable_document"}
LARGE = {"payload_too_large"}

# event, payload, the codes that fit. Sent by somebody who has a resume.
REFUSED = [
    *(
        ("upload_resume", payload, INVALID)
        for payload in (
            NOTHING,
            None,
            7,
            True,
            "a text",
            [],
            ["a text"],
            {},
            {"rawResumeText": None},
            {"rawResumeText": 5},
            {"rawResumeText": ["a"]},
            {"rawResumeText": {"a": 1}},
            {"rawresumetext": "wrong case"},
        )
    ),
    *(("upload_resume", {"rawResumeText": text}, EMPTY_TEXT) for text in ("", "   ", "\n\t\n", "\u200b\u200b", "\u0000")),
    *(
        ("check_resume_fields", payload, INVALID)
        for payload in (
            7,
            True,
            "a text",
            [],
            {"resumeData": 5},
            {"resumeData": "text"},
            {"resumeData": []},
            {"resumeData": {"Name": {"First": "Maya"}}},
            {"resumeData": {"Experience": "none"}},
            {"resumeData": {"Experience": ["none"]}},
            {"resumeData": {"Education": [[1]]}},
        )
    ),
    *(
        ("user_response", payload, INVALID)
        for payload in (NOTHING, None, 7, [], {}, {"value": None}, {"value": 5}, {"skip": "yes"}, "")
    ),
    *(
        ("user_message", payload, INVALID)
        for payload in (
            NOTHING,
            None,
            7,
            True,
            [],
            {},
            {"message": None},
            {"message": 5},
            {"message": ["hello"]},
            {"message": ""},
            {"message": " \n "},
        )
    ),
    *(
        ("update_field", payload, INVALID)
        for payload in (
            NOTHING,
            None,
            7,
            True,
            "Name",
            [],
            ["Name", "x"],
            {},
            {"field": "Name"},
            {"value": "x"},
            {"field": None, "value": "x"},
            {"field": 5, "value": "x"},
            {"field": ["Name"], "value": "x"},
            {"field": "Name", "value": "x", "revision": "one"},
        )
    ),
    ("update_field", {"field": "Nowhere.At[3].All", "value": "x"}, {"unknown_field"}),
    ("update_field", {"field": "", "value": "x"}, {"unknown_field", "invalid_payload"}),
    *(("preview_resume", payload, INVALID | {"unsupported_format"}) for payload in ({"format": 5}, {"format": "wordstar"})),
    *(
        ("download_resume", payload, INVALID | {"unsupported_format"})
        for payload in ({"format": 5}, {"format": ["pdf"]}, {"format": ""})
    ),
    *(
        ("undo", payload, INVALID | {"revision_conflict"})
        for payload in ({"revision": "x"}, {"revision": {}}, {"revision": 1e300})
    ),
    ("user_message", {"message": "x" * 500_000}, LARGE),
    ("update_field", {"field": "Summary", "value": "x" * 500_000}, LARGE | INVALID),
    ("user_response", "x" * 500_000, LARGE | INVALID),
]


def named(value):
    return (
        "nothing"
        if value is NOTHING
        else json.dumps(value)[:40]
        if not isinstance(value, (str, set))
        else value[:40]
        if value
        else "empty"
    )


@pytest.mark.parametrize(
    "event, payload, codes", REFUSED, ids=lambda value: named(value) if not isinstance(value, set) else "-"
)
def test_it_is_refused_with_a_code_and_changes_nothing(author, event, payload, codes):
    before = author.do("get_updated_resume")
    author.refused(event, *(() if payload is NOTHING else (payload,)), among=codes)
    assert author.do("get_updated_resume") == before
    assert author.connected


@pytest.mark.parametrize("event", ["get_updated_resume", "download_resume", "cancel", "undo", "preview_resume"])
@pytest.mark.parametrize("payload", [None, 7, True, "text", [], [[]], {"unknown": {"deep": [1]}}], ids=json.dumps)
def test_a_payload_where_none_is_needed_gets_an_answer(author, event, payload):
    """Ignored or refused; never a silence, never the end of the connection."""
    ack = author.call(event, payload)
    assert ack["ok"] in (True, False)
    if not ack["ok"]:
        check_error(ack["error"], among={"invalid_payload", "no_resume", "revision_conflict"})
    assert check_resume(author.do("get_updated_resume")["resumeData"])["Name"] == "Maya Okafor"


@pytest.mark.parametrize("extra", [["a", "b"], [None] * 50, [{}, {"rawResumeText": "Second"}]], ids=["two", "fifty", "objects"])
def test_more_arguments_than_one(author, extra):
    ack = author.call("get_updated_resume", {}, *extra)
    assert ack["ok"] in (True, False)
    author.do("get_updated_resume")


@pytest.mark.parametrize(
    "event",
    ["no_such_event", "upload_resume_done", "", "x" * 200, "__proto__", "toString", "\u0000", "Upload_Resume"],
    ids=lambda name: repr(name)[:30],
)
def test_an_event_that_nobody_knows(author, event):
    author.emit(event, {"a": 1})
    author.do("get_updated_resume")
    assert author.connected


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_a_megabyte_of_text_is_refused_with_a_code(people, resumes, transport):
    """Under the limit of a packet, over the limit of any resume: an answer, not a closed connection."""
    person = people(transport)
    text = resumes["maya_okafor"] + "\n- and so on and on" * 56_000
    assert 1_000_000 < len(text) < 1_100_000
    person.refused("upload_resume", {"rawResumeText": text}, among={"payload_too_large"})
    person.refused("user_message", {"message": text}, among={"payload_too_large"})
    assert person.do("upload_resume", {"rawResumeText": resumes["maya_okafor"]})["resumeData"]["Name"] == "Maya Okafor"
