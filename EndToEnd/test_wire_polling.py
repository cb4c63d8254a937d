"""Engine.IO 4 over long-polling, byte by byte."""

import json
import re
import threading
import time

import pytest
import requests
from harness.wire import SEPARATOR, Polling, Talk, endpoint, exchange


@pytest.fixture
def session(server):
    session = Polling(server.url)
    yield session
    session.close()


def error(response, status, code, message):
    assert response.status_code == status, (response.status_code, response.text[:300])
    assert response.headers["content-type"].startswith("application/json")
    assert response.json() == {"code": code, "message": message}


def test_the_open_packet(session):
    opened = session.opened
    assert set(opened) == {"sid", "upgrades", "pingInterval", "pingTimeout", "maxPayload"}
    assert opened["upgrades"] == ["websocket"]
    assert (opened["pingInterval"], opened["pingTimeout"]) == (25_000, 20_000)
    assert 1_000_000 <= opened["maxPayload"] <= 2_000_000, "room for a megabyte of text, and not for much more"
    assert re.fullmatch(r"[A-Za-z0-9_-]{20,}", opened["sid"])
    headers = session.handshake.headers
    assert headers["content-type"] == "text/plain; charset=UTF-8"
    assert "no-store" in headers["cache-control"] and "set-cookie" not in headers


def test_the_answer_to_a_post(session):
    response = session.post("40")
    assert (response.status_code, response.text) == (200, "ok")
    assert response.headers["content-type"].startswith("text/html")


def test_connecting_a_namespace(session):
    session.send("40")
    answer = json.loads(session.receive().removeprefix("40"))
    assert set(answer) <= {"sid", "pid"} and answer["sid"] and answer["sid"] != session.sid


def test_a_get_waits_for_something_to_say(session):
    session.send("40")
    assert session.receive().startswith("40")
    answers = []
    waiting = threading.Thread(target=lambda: answers.append(session.get(20).text))
    waiting.start()
    time.sleep(0.3)
    assert not answers
    requests.post(session.address, data='421["get_updated_resume"]', timeout=5)
    waiting.join(5)
    assert answers and answers[0].startswith(("42", "43"))


def test_several_packets_in_one_post_are_answered_in_order(session):
    session.send(SEPARATOR.join(["40", *(f'42{n}["update_field",{{"field":"Name","value":"x"}}]' for n in range(1, 6))]))
    acks = []
    while len(acks) < 5:
        packet = session.receive()
        if packet.startswith("43"):
            acks.append(int(packet[2 : packet.index("[")]))
    assert acks == [1, 2, 3, 4, 5]


def test_two_gets_at_once_close_the_session(session):
    first = []
    session.send("40")
    session.receive()
    waiting = threading.Thread(target=lambda: first.append(requests.get(session.address, timeout=10)))
    waiting.start()
    time.sleep(0.3)
    assert requests.get(session.address, timeout=10).status_code == 400
    waiting.join(5)
    assert first and first[0].text == "1"
    error(session.get(), 400, 1, "Session ID unknown")


def test_a_close_packet_ends_the_session(session):
    assert session.post("1").status_code == 200
    error(session.get(), 400, 1, "Session ID unknown")


def test_a_close_packet_releases_a_waiting_get(session):
    answers = []
    session.send("40")
    session.receive()
    waiting = threading.Thread(target=lambda: answers.append(requests.get(session.address, timeout=10).text))
    waiting.start()
    time.sleep(0.3)
    session.post("1")
    waiting.join(5)
    assert answers == ["6"]


def test_the_limit_is_in_bytes_and_inclusive(server):
    limit = Polling(server.url).opened["maxPayload"]
    for body, status in ((b"4" + b"x" * (limit - 1), 200), (b"4" + b"x" * limit, 413)):
        session = Polling(server.url)
        session.send("40")
        # The first is no Socket.IO packet: the session may end, but after the request was taken.
        assert session.post(body).status_code in (status, 400 if status == 200 else status)
    session = Polling(server.url)
    assert session.post("4" + "é" * (limit // 2)).status_code == 413, "characters are not bytes"


@pytest.mark.parametrize(
    "body",
    [
        "9",
        "x",
        "",
        "4abc",
        "44",
        "42{}",
        '42["a"',
        "42[]",
        "42[null]",
        "42[{}]",
        '42["connect"]',
        '42["disconnect"]',
        "4" + "9" * 500,
        "42" + "9" * 400 + '["a"]',
        '452-["a"]',
        '45-["a"]',
        '4599999999999999999999-["a"]',
        "bAAAA",
        "b!!!",
        "40{",
        '40["x"]',
        "0",
        "3probe",
        SEPARATOR,
        SEPARATOR * 1_000,
        "\ufeff40",
        "4\u0000",
    ],
    ids=lambda body: repr(body)[:24],
)
def test_a_violation_ends_that_session_only(server, people, body):
    bystander = people("polling")
    session = Polling(server.url)
    session.send("40")
    session.receive()
    session.post(body)  # 200 or 400: the packet is judged before or after the answer
    fresh = Polling(server.url)
    Talk(fresh)
    bystander.refused("get_updated_resume", among={"no_resume"})


@pytest.mark.parametrize("body", ["42{}", "4abc", '42abc["x"]', "9", '42["connect"]', "42[null]", "42" + "9" * 400 + '["a"]'])
def test_a_violation_closes_the_session(session, body):
    session.send("40")
    session.receive()
    session.post(body)
    for _ in range(3):
        response = session.get()
        if response.status_code == 400:
            return
        assert response.text in ("1", "6", "41"), response.text
    pytest.fail("the session is still open")


@pytest.mark.parametrize(
    "query, code, message",
    [
        ("EIO=4&transport=carrier-pigeon", 0, "Transport unknown"),
        ("EIO=4", 0, "Transport unknown"),
        ("EIO=4&transport=__proto__", 0, "Transport unknown"),
        ("EIO=4&transport=polling&sid=nosuchsession", 1, "Session ID unknown"),
        ("EIO=4&transport=polling&sid=__proto__", 1, "Session ID unknown"),
        ("EIO=4&transport=polling&sid=" + "x" * 5_000, 1, "Session ID unknown"),
        ("EIO=4&transport=polling&sid=%00", 1, "Session ID unknown"),
        ("EIO=3&transport=polling", 5, "Unsupported protocol version"),
        ("transport=polling", 5, "Unsupported protocol version"),
        ("EIO=99&transport=polling", 5, "Unsupported protocol version"),
        ("EIO=4&transport=websocket", 3, "Bad request"),
    ],
)
def test_a_bad_query(server, query, code, message):
    error(requests.get(f"{server.url}/socket.io/?{query}", timeout=5), 400, code, message)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_a_handshake_is_a_get(server, method):
    error(requests.request(method, endpoint(server.url, "polling"), timeout=5), 400, 2, "Bad handshake method")


def test_octets_are_refused(session):
    assert session.post(b"40", content_type="application/octet-stream").status_code == 400
    assert session.get().status_code == 400


def test_an_aborted_get_closes_the_session(server, session):
    session.send("40")
    session.receive()
    exchange(server.port, f"GET {session.address.removeprefix(server.url)} HTTP/1.1\r\nHost: x\r\n\r\n".encode(), timeout=0.3)
    deadline = time.monotonic() + 5
    while session.post("3").status_code == 200:
        assert time.monotonic() < deadline, "the session outlives its client"
        time.sleep(0.05)


def test_preflight_has_no_body(server):
    response = requests.options(
        endpoint(server.url, "polling"),
        timeout=5,
        headers={
            "Origin": "http://localhost:5173",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
    )
    assert response.status_code == 204 and response.content == b""
