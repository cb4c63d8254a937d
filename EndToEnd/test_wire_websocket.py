"""Engine.IO 4 and Socket.IO 5 over WebSocket, packet by packet."""

import time

import pytest
from harness.wire import Talk, WebSocket, connect


@pytest.fixture
def link(server):
    link = WebSocket(server.url)
    yield link
    link.close()


def test_the_open_packet(link):
    assert set(link.opened) == {"sid", "upgrades", "pingInterval", "pingTimeout", "maxPayload"}
    assert link.opened["upgrades"] == []


def test_no_extension_is_agreed_to(server):
    link = WebSocket(server.url, header=["Sec-WebSocket-Extensions: permessage-deflate"])
    assert "sec-websocket-extensions" not in link.socket.getheaders()
    link.close()


def test_a_close_packet_closes_at_once(link):
    connect(link)
    started = time.monotonic()
    link.send("1")
    link.close_code()
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    "packet",
    [
        "42{}",
        "4abc",
        '42abc["x"]',
        "42[]",
        "42[null]",
        '42["connect"]',
        '42["disconnecting"]',
        "9",
        "x",
        "42" + "9" * 400 + '["a"]',
        '4599999999999999999999-["a"]',
        '45-1-["a"]',
        '4511-["a"]',
        '42["' + "x" * 10_000 + '"]',
        "49",
        "4",
    ],
    ids=lambda packet: packet[:24],
)
def test_a_violation_closes_that_connection_only(server, link, packet):
    bystander = WebSocket(server.url)
    connect(link)
    link.send(packet)
    link.close_code(5)
    assert Talk(bystander).ask("get_updated_resume", "{}")["ok"] is False
    bystander.close()


def test_a_violation_inside_an_attachment(server):
    for sent in (
        ['451-["a",{"_placeholder":true,"num":0}]', '42["b"]'],
        [b"unannounced"],
        ['451-["a",{"_placeholder":true,"num":7}]', b"x"],
        ['451-["a",{"_placeholder":true,"num":-1}]', b"x"],
        ['451-["a",{"_placeholder":true,"num":"0"}]', b"x"],
        ['451-["a",{"_placeholder":true,"num":1e400}]', b"x"],
    ):
        link = WebSocket(server.url)
        connect(link)
        for packet in sent:
            link.send_bytes(packet) if isinstance(packet, bytes) else link.send(packet)
        assert Talk(WebSocket(server.url)).connected["sid"]
        link.close()


def test_nothing_before_the_namespace_is_connected(server):
    link = WebSocket(server.url)
    link.send('421["get_updated_resume"]')
    link.close_code(5)


def test_an_unknown_namespace_is_refused_and_the_session_goes_on(link):
    link.send("40/nowhere,")
    assert link.receive() == '44/nowhere,{"message":"Invalid namespace"}'
    connect(link)


def test_leaving_a_namespace_keeps_the_session(link):
    connect(link)
    link.send("41")
    connect(link)
    assert link.socket.connected
