"""JSON that no front end should send, below the stock client: nesting, odd characters, odd numbers, and too much of it."""

import json

import pytest
from harness.contract import check_error, check_resume
from harness.wire import Polling, Talk, WebSocket


@pytest.fixture(params=["websocket", "polling"])
def talk(request, server, resumes):
    link = {"websocket": WebSocket, "polling": Polling}[request.param](server.url)
    talk = Talk(link)
    assert talk.ask("upload_resume", json.dumps({"rawResumeText": resumes["maya_okafor"]}), 1)["ok"]
    yield talk
    link.close()


DEEP = {
    "arrays": "[" * 5_000 + "]" * 5_000,
    "objects": '{"a":' * 5_000 + "1" + "}" * 5_000,
    "mixed": '[{"a":' * 2_500 + "null" + "}]" * 2_500,
}
IN_PLACE = {
    "upload_resume": ["{deep}", '{{"rawResumeText":{deep}}}'],
    "check_resume_fields": [
        "{deep}",
        '{{"resumeData":{deep}}}',
        '{{"resumeData":{{"Name":{deep}}}}}',
        '{{"resumeData":{{"Extra":{deep}}}}}',
    ],
    "preview_resume": ["{deep}"],
    "user_response": ["{deep}", '{{"value":{deep}}}'],
    "user_message": ["{deep}", '{{"message":{deep}}}'],
    "update_field": [
        "{deep}",
        '{{"field":"Name","value":{deep}}}',
        '{{"field":{deep},"value":1}}',
        '{{"field":"Projects","value":{deep}}}',
    ],
    "get_updated_resume": ["{deep}"],
    "download_resume": ["{deep}", '{{"format":{deep}}}'],
    "undo": ["{deep}", '{{"revision":{deep}}}'],
    "cancel": ["{deep}"],
}


@pytest.mark.parametrize("event", IN_PLACE)
def test_five_thousand_levels_of_nesting(talk, event):
    number = 1
    for shape in IN_PLACE[event]:
        for deep in DEEP.values():
            number += 1
            ack = talk.ask(event, shape.format(deep=deep), number)
            assert ack["ok"] is False, f"{event} with {shape} was accepted"
            check_error(ack["error"], among={"invalid_payload", "payload_too_large"})
    assert talk.ask("get_updated_resume", "{}", number + 1)["resumeData"]["Name"] == "Maya Okafor"


ODD_TEXTS = {
    "lone high": r"\ud83d",
    "lone low": r"\ude80",
    "reversed pair": r"\ude80\ud83d",
    "high at the end": r"Maya\ud800",
    "null": r"Ma\u0000ya",
    "escape": r"\u001b[31mred",
    "bidi": r"\u202eayaM",
    "line separators": r"a\u2028b\u2029c",
    "noncharacter": r"\uffff\ufdd0",
}


@pytest.mark.parametrize("odd", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_odd_characters_are_kept_or_refused(talk, odd):
    number = 1
    for event, payload in (
        ("upload_resume", f'{{"rawResumeText":"{odd} Okafor\\nmaya@example.com\\n\\nSUMMARY\\n{odd} works."}}'),
        ("check_resume_fields", f'{{"resumeData":{{"Name":"{odd}","{odd}":"x"}}}}'),
        ("user_message", f'{{"message":"{odd}"}}'),
        ("user_message", f'{{"message":"change my title to {odd}"}}'),
        ("user_response", f'"{odd}"'),
        ("update_field", f'{{"field":"{odd}","value":"x"}}'),
        ("update_field", f'{{"field":"Name","value":"{odd}"}}'),
        ("download_resume", f'{{"format":"{odd}"}}'),
    ):
        number += 1
        ack = talk.ask(event, payload, number)
        if not ack["ok"]:
            check_error(ack["error"])
            assert ack["error"]["code"] != "internal", (event, payload, ack)
    ack = talk.ask("get_updated_resume", "{}", number + 1)
    check_resume(ack["resumeData"])


@pytest.mark.parametrize("text", ["1e999", "-1e999", "1" * 400, "0." + "1" * 5_000, "1E+400", "-0", "1e-999"])
def test_odd_numbers_are_kept_or_refused(talk, text):
    for number, payload in enumerate(
        (f'{{"field":"Projects","value":[{text}]}}', f'{{"field":"Name","value":"x","revision":{text}}}'), 2
    ):
        ack = talk.ask("update_field", payload, number)
        if not ack["ok"]:
            check_error(ack["error"], among={"invalid_payload", "payload_too_large", "revision_conflict"})
    assert talk.ask("get_updated_resume", "{}", 9)["ok"]


def test_a_payload_over_the_limit_ends_its_own_connection_only(server, people):
    """Over maxPayload: 413 by polling, close code 1009 by WebSocket, and nobody else notices."""
    bystander = people()
    polling, socket = Polling(server.url), WebSocket(server.url)
    over = polling.opened["maxPayload"] + 1
    assert polling.post("4" + "x" * (over - 1)).status_code == 413
    socket.send("40")
    assert socket.receive().startswith("40")
    try:
        socket.send('42["user_message",{"message":"' + "x" * over + '"}]')
    except (ConnectionError, OSError):
        pass  # closed on the announced length, before all of it was sent
    assert socket.close_code() in (1009, None)
    bystander.refused("get_updated_resume", among={"no_resume"})
    assert Talk(WebSocket(server.url)).connected["sid"]
