"""Engine.IO 4 alone, as its protocol's public description has it: handshake, heartbeat, messages, upgrade, close."""

import base64
import contextlib
import json
import re
import socket
import threading
import time

import pytest
import websocket
from harness.protocol_server import SEPARATOR

pytestmark = pytest.mark.protocol
INTERVAL, TIMEOUT = 0.3, 0.2


@pytest.fixture(scope="module")
def server(protocol_server):
    return protocol_server("engineio")


@pytest.fixture(scope="module")
def hasty(protocol_server):
    """Its heart beats fast."""
    return protocol_server("engineio", "--ping-interval", "300", "--ping-timeout", "200")


# Handshake


def check_open_packet(opened: dict, upgrades: list[str]) -> None:
    assert list(opened) == ["sid", "upgrades", "pingInterval", "pingTimeout", "maxPayload"]
    assert re.fullmatch(r"[A-Za-z0-9_-]{20}", opened["sid"])
    assert opened["upgrades"] == upgrades
    assert (opened["pingInterval"], opened["pingTimeout"], opened["maxPayload"]) == (25_000, 20_000, 1_000_000)


def test_polling_opens_with_one_packet(server):
    poll = server.open_polling()
    check_open_packet(poll.opened, ["websocket"])
    headers = poll.handshake.headers
    assert headers["content-type"] == "text/plain; charset=UTF-8"
    assert headers["cache-control"] == "no-store"
    assert int(headers["content-length"]) == len(poll.handshake.content)
    assert SEPARATOR not in poll.handshake.content


def test_a_web_socket_opens_with_the_same_packet_and_no_upgrade(server):
    link = server.open_websocket()
    check_open_packet(link.opened, [])
    link.close()


def test_the_heartbeat_that_was_set_is_told(hasty):
    opened = hasty.open_polling().opened
    assert (opened["pingInterval"], opened["pingTimeout"]) == (300, 200)


def test_ids_differ(server):
    assert len({server.open_polling().sid for _ in range(20)}) == 20


def test_the_path_may_lack_its_last_slash(server):
    import requests

    answer = requests.get(f"{server.url}/engine.io?EIO=4&transport=polling", timeout=5)
    assert answer.content.startswith(b"0{")
    assert requests.get(f"{server.url}/elsewhere/?EIO=4&transport=polling", timeout=5).status_code == 404


UNKNOWN_TRANSPORT = (0, "Transport unknown")
UNKNOWN_SESSION = (1, "Session ID unknown")
BAD_METHOD = (2, "Bad handshake method")
BAD_REQUEST = (3, "Bad request")
WRONG_VERSION = (5, "Unsupported protocol version")

REFUSALS = [
    ("GET", {"transport": None}, UNKNOWN_TRANSPORT),
    ("GET", {"transport": "carrier-pigeon"}, UNKNOWN_TRANSPORT),
    ("GET", {"transport": ""}, UNKNOWN_TRANSPORT),
    ("GET", {"transport": "constructor"}, UNKNOWN_TRANSPORT),
    ("GET", {"transport": "Polling"}, UNKNOWN_TRANSPORT),
    ("GET", {"sid": "no-such-session"}, UNKNOWN_SESSION),
    ("GET", {"sid": "A" * 20}, UNKNOWN_SESSION),
    ("GET", {"sid": "__proto__"}, UNKNOWN_SESSION),
    ("POST", {"sid": "no-such-session"}, UNKNOWN_SESSION),
    ("POST", {}, BAD_METHOD),
    ("PUT", {}, BAD_METHOD),
    ("DELETE", {}, BAD_METHOD),
    ("PATCH", {}, BAD_METHOD),
    ("GET", {"transport": "websocket"}, BAD_REQUEST),
    ("GET", {"eio": None}, WRONG_VERSION),
    ("GET", {"eio": ""}, WRONG_VERSION),
    ("GET", {"eio": "abc"}, WRONG_VERSION),
    ("GET", {"eio": "3"}, WRONG_VERSION),
    ("GET", {"eio": "5"}, WRONG_VERSION),
]


@pytest.mark.parametrize("method, query, error", REFUSALS, ids=lambda value: str(value))
def test_a_refused_request_says_why(server, method, query, error):
    answer = server.request(method, **query)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/json"
    assert answer.content == b'{"code":%d,"message":"%b"}' % (error[0], error[1].encode())


@pytest.mark.parametrize(
    "query, message",
    [
        ({"eio": None}, "Unsupported protocol version"),
        ({"eio": "3"}, "Unsupported protocol version"),
        ({"transport": "carrier-pigeon"}, "Transport unknown"),
        ({"sid": "no-such-session"}, "Session ID unknown"),
    ],
    ids=lambda value: str(value),
)
def test_a_refused_web_socket_gets_http_and_the_reason(server, query, message):
    address = server.address(**{"transport": "websocket"} | query).replace("http", "ws", 1)
    with pytest.raises(websocket.WebSocketBadStatusException) as refused:
        websocket.create_connection(address, timeout=5, suppress_origin=True)
    assert (refused.value.status_code, refused.value.resp_body) == (400, message.encode())


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_another_method_within_a_session_is_refused_and_harms_nothing(server, method):
    poll = server.open_polling()
    assert server.request(method, sid=poll.sid).status_code == 400
    poll.send("4still here")
    assert poll.receive() == "4still here"


# Messages


TEXTS = ["", "hello", "0", "2probe", "bAQIDBA==", "line\nbreak", "utf-8: é ü 日本 € 🎉 \u2028", "x" * 100_000]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:20]))
def test_polling_sends_text_back(server, text):
    poll = server.open_polling()
    posted = poll.post("4" + text)
    assert (posted.status_code, posted.content, posted.headers["content-type"]) == (200, b"ok", "text/html")
    assert posted.headers["content-length"] == "2"
    answer = poll.get()
    assert answer.headers["content-type"] == "text/plain; charset=UTF-8"
    assert answer.content == b"4" + text.encode()


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:20]))
def test_a_web_socket_sends_text_back(server, text):
    link = server.open_websocket()
    link.send("4" + text)
    assert link.receive() == "4" + text
    link.close()


DATA = [b"", b"\x00", b"\x01\x02\x03\x04", b"\x1e\x1e", bytes(range(256)), bytes(100_001)]


@pytest.mark.parametrize("data", DATA, ids=lambda data: f"{data[:4].hex()} {len(data)}")
def test_polling_sends_binary_back_as_base64(server, data):
    poll = server.open_polling()
    poll.send(b"b" + base64.b64encode(data))
    assert poll.get().content == b"b" + base64.b64encode(data)


@pytest.mark.parametrize("data", DATA, ids=lambda data: f"{data[:4].hex()} {len(data)}")
def test_a_web_socket_sends_binary_back_as_it_is(server, data):
    link = server.open_websocket()
    link.send(data)
    assert link.receive() == data
    link.close()


def test_a_payload_carries_several_packets_in_order(server):
    poll = server.open_polling()
    packets = ["4one", "4two", "bAQID", "4", "4three\n", "b/+8="]
    poll.send("\x1e".join(packets))
    assert [poll.receive() for _ in packets] == packets


def test_many_packets_keep_their_order_over_several_answers(server):
    poll = server.open_polling()
    packets = [f"4{number}" for number in range(500)]
    poll.send("\x1e".join(packets))
    assert [poll.receive() for _ in packets] == packets


def test_a_waiting_get_is_answered_by_what_comes(server):
    poll = server.open_polling()
    waiting = poll.waiting_get()
    time.sleep(0.1)
    assert waiting.is_waiting
    poll.send("4hello")
    assert waiting.answer(2).content == b"4hello"


def test_the_largest_payload_passes_and_one_byte_more_does_not(server):
    poll = server.open_polling()
    largest = b"4" + b"x" * 999_999
    poll.send(largest)
    assert poll.get().content == largest
    refused = poll.post(largest + b"x")
    assert (refused.status_code, refused.content) == (413, b"")
    link = server.open_websocket()
    link.send(largest.decode())
    assert link.receive() == largest.decode()
    link.send(largest.decode() + "x")
    assert link.close_code() == 1009


@pytest.mark.parametrize("body", ["abc", "", "8", "4ok\x1eabc", "\x1e", "b!!!!", "4a\x1e\x1e4b"], ids=ascii)
def test_a_payload_that_is_none_ends_a_polling_session(server, body):
    poll = server.open_polling()
    assert poll.post(body).status_code == 400
    assert (poll.get().status_code, poll.get().json()["code"]) == (400, 1)


def test_bytes_that_are_no_utf_8_end_a_polling_session(server):
    poll = server.open_polling()
    assert poll.post(b"4\xff\xfe").status_code == 400
    assert poll.get().status_code == 400


def test_a_body_of_the_old_binary_kind_ends_a_polling_session(server):
    poll = server.open_polling()
    assert poll.post(b"\x00\x04\xff4abc", content_type="application/octet-stream").status_code == 400
    assert poll.get().status_code == 400


@pytest.mark.parametrize("packet", ["abc", "", "8", "9", "2", "\x00"], ids=ascii)
def test_a_packet_that_is_none_ends_a_web_socket(server, packet):
    link = server.open_websocket()
    link.send(packet)
    assert link.rest(5) == []


def test_two_gets_at_once_end_a_polling_session(server):
    poll = server.open_polling()
    first = poll.waiting_get()
    time.sleep(0.1)
    second = poll.get()
    assert (second.status_code, second.json()) == (400, {"code": 3, "message": "Bad request"})
    assert (first.answer(2).status_code, first.answer().content) == (200, b"1")
    assert poll.get().status_code == 400


def test_a_get_that_breaks_off_ends_a_polling_session(server):
    poll = server.open_polling()
    path = server.address(sid=poll.sid).removeprefix(server.url)
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        time.sleep(0.1)
    time.sleep(0.1)
    assert poll.get().status_code == 400


# Heartbeat


def test_polling_is_pinged_again_and_again(hasty):
    poll = hasty.open_polling()
    for _ in range(4):
        started = time.monotonic()
        assert poll.get().content == b"2"
        assert time.monotonic() - started < INTERVAL + 0.25
        poll.send("3")


def test_a_web_socket_is_pinged_again_and_again(hasty):
    link = hasty.open_websocket()
    for _ in range(4):
        started = time.monotonic()
        assert link.receive() == "2"
        assert INTERVAL - 0.05 < time.monotonic() - started < INTERVAL + 0.25
        link.send("3")
    link.close()


def test_polling_that_does_not_answer_is_forgotten(hasty):
    poll = hasty.open_polling()
    time.sleep(INTERVAL + TIMEOUT + 0.15)
    answer = poll.get()
    assert (answer.status_code, answer.json()["code"]) == (400, 1)


def test_a_waiting_get_is_told_of_the_timeout(hasty):
    poll = hasty.open_polling()
    assert poll.get().content == b"2"
    answer = poll.get()
    assert (answer.status_code, answer.content) in [(200, b"1"), (400, b'{"code":1,"message":"Session ID unknown"}')]
    assert poll.get().status_code == 400


def test_a_web_socket_that_does_not_answer_is_closed(hasty):
    link = hasty.open_websocket()
    started = time.monotonic()
    assert link.rest(5) in (["2"], ["2", "1"])
    assert INTERVAL + TIMEOUT - 0.05 < time.monotonic() - started < INTERVAL + TIMEOUT + 0.4


def test_a_message_is_no_pong(hasty):
    link = hasty.open_websocket()
    assert link.receive() == "2"
    link.send("4hello")
    assert link.receive() == "4hello"
    link.rest(TIMEOUT + 0.4)


# Close


def test_a_polling_client_closes(server):
    poll = server.open_polling()
    waiting = poll.waiting_get()
    time.sleep(0.1)
    poll.send("1")
    assert (waiting.answer(2).status_code, waiting.answer().content) == (200, b"6")
    assert poll.get().status_code == 400
    assert poll.post("4late").status_code == 400


def test_a_web_socket_client_closes(server):
    link = server.open_websocket()
    started = time.monotonic()
    link.send("1")
    assert link.rest() == []
    assert time.monotonic() - started < 1
    assert server.request("GET", sid=link.opened["sid"]).status_code == 400


def test_a_connection_that_ends_takes_its_session_along(server):
    link = server.open_websocket()
    link.socket.sock.shutdown(socket.SHUT_RDWR)
    time.sleep(0.1)
    answer = server.request("GET", sid=link.opened["sid"])
    assert (answer.status_code, answer.json()["code"]) == (400, 1)


# Upgrade


def test_an_upgrade(server):
    poll = server.open_polling()
    link = server.websocket(poll.sid)
    link.send("2probe")
    assert link.receive() == "3probe"
    link.send("5")
    link.send("4over the web socket")
    assert link.receive() == "4over the web socket"
    link.close()


def test_a_waiting_get_is_let_go_by_the_probe(server):
    poll = server.open_polling()
    waiting = poll.waiting_get()
    time.sleep(0.1)
    link = server.websocket(poll.sid)
    link.send("2probe")
    assert link.receive() == "3probe"
    assert (waiting.answer(1).status_code, waiting.answer().content) == (200, b"6")
    assert poll.get().content == b"6", "also one that comes while the probe lasts"
    link.send("5")
    link.close()


def test_what_was_sent_before_the_upgrade_comes_before_what_is_sent_after(server):
    poll = server.open_polling()
    link = server.websocket(poll.sid)
    link.send("2probe")
    assert link.receive() == "3probe"
    poll.send("\x1e".join(f"4{number}" for number in range(100)))
    link.send("5")
    for number in range(100, 200):
        link.send(f"4{number}")
    assert [link.receive() for _ in range(200)] == [f"4{number}" for number in range(200)]
    link.close()


def test_requests_of_an_upgraded_session_are_refused_and_harm_nothing(server):
    poll = server.open_polling()
    link = server.websocket(poll.sid)
    link.send("2probe")
    assert link.receive() == "3probe"
    link.send("5")
    link.send("4upgraded")
    assert link.receive() == "4upgraded"
    for answer in (poll.get(), poll.post("4by post")):
        assert (answer.status_code, answer.json()) == (400, {"code": 3, "message": "Bad request"})
    link.send("4hello")
    assert link.receive() == "4hello", "and nothing of the POST"
    link.close()


def test_a_client_need_not_wait_for_the_answer_to_its_probe(server):
    poll = server.open_polling()
    link = server.websocket(poll.sid)
    link.send("2probe")
    link.send("5")
    link.send("4hello")
    assert [link.receive(), link.receive()] == ["3probe", "4hello"]
    assert poll.get().status_code == 400
    link.close()


@pytest.mark.parametrize("opened_by", ["websocket", "upgrade"])
def test_a_second_web_socket_of_a_session_is_closed_and_harms_nothing(server, opened_by):
    if opened_by == "websocket":
        link = server.open_websocket()
        sid = link.opened["sid"]
    else:
        sid = server.open_polling().sid
        link = server.websocket(sid)
        link.send("2probe")
        assert link.receive() == "3probe"
        link.send("5")
    link.send("4first")
    assert link.receive() == "4first"
    second = server.websocket(sid)
    with contextlib.suppress(OSError, websocket.WebSocketException):
        second.send("2probe")
    assert second.rest(3) == []
    link.send("4hello")
    assert link.receive() == "4hello"
    link.close()


def test_of_two_web_sockets_the_one_that_was_accepted_first_goes_on(server):
    """Its 101 had arrived before the other was even opened, whatever threads the server handles them on."""
    for _ in range(40):
        poll = server.open_polling()
        first = server.websocket(poll.sid)
        second = server.websocket(poll.sid)
        first.send("2probe")
        first.send("5")
        first.send("4hello")
        assert [first.receive(3), first.receive(3)] == ["3probe", "4hello"]
        assert second.rest(3) == []
        first.close()


def test_a_second_probe_is_closed_while_the_first_lasts(server):
    poll = server.open_polling()
    first = server.websocket(poll.sid)
    first.send("2probe")
    assert first.receive() == "3probe"
    second = server.websocket(poll.sid)
    assert second.rest(3) == []
    first.send("5")
    first.send("4hello")
    assert first.receive() == "4hello"
    first.close()


@pytest.mark.parametrize("packets", [[], ["2probe"], ["5"], ["2"], ["2hello"], ["4hello"], ["abc"]], ids=str)
def test_a_probe_that_fails_leaves_polling_as_it_was(server, packets):
    poll = server.open_polling()
    link = server.websocket(poll.sid)
    for packet in packets:
        link.send(packet)
    if packets not in ([], ["2probe"]):
        assert link.rest(3) == []
    link.socket.sock.close()
    time.sleep(0.1)
    poll.send("4hello")
    assert poll.receive() == "4hello"


def test_messages_keep_their_order_through_an_upgrade_under_way(server):
    """A client that sends all the time: by POST until its upgrade is through, by frame from there on."""
    poll = server.open_polling()
    heard: list[str] = []

    def listen():
        while True:
            packet = poll.receive()
            heard.append(packet)
            if packet == "6":
                return

    listening = threading.Thread(target=listen, daemon=True)
    listening.start()
    for number in range(30):
        poll.send(f"4{number}")
    link = server.websocket(poll.sid)
    link.send("2probe")
    for number in range(30, 60):
        poll.send(f"4{number}")
    assert link.receive() == "3probe"
    listening.join(5)
    assert not listening.is_alive()
    link.send("5")
    for number in range(60, 90):
        link.send(f"4{number}")
    heard = [packet for packet in heard if packet != "6"]
    while len(heard) < 90:
        heard.append(link.receive())
    assert heard == [f"4{number}" for number in range(90)]
    link.close()


# Origins


def test_an_origin_that_was_named_may_connect_and_another_may_not(protocol_server):
    server = protocol_server("engineio", "--origin", "http://one.example", "--origin", "http://two.example")
    for origin in ("http://one.example", "http://two.example"):
        answer = server.request("GET", headers={"Origin": origin})
        assert answer.status_code == 200
        assert answer.headers["access-control-allow-origin"] == origin
        assert answer.headers["access-control-allow-credentials"] == "true"
        preflight = server.request("OPTIONS", headers={"Origin": origin, "Access-Control-Request-Method": "POST"})
        assert (preflight.status_code, preflight.content) == (204, b"")
        assert preflight.headers["access-control-allow-origin"] == origin
    refused = server.request("GET", headers={"Origin": "http://three.example"})
    assert (refused.status_code, refused.json()["code"]) == (400, 3)
    assert "access-control-allow-origin" not in refused.headers


def test_any_origin_may_connect_where_the_star_was_named(protocol_server):
    server = protocol_server("engineio", "--origin", "*")
    answer = server.request("GET", headers={"Origin": "http://anywhere.example"})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (200, "http://anywhere.example")
    assert json.loads(answer.content[1:])["sid"]
