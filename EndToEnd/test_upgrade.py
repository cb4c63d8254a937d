"""From polling to WebSocket, byte by byte: nothing is lost, and what breaks off leaves polling alone."""

import socket
import struct
import threading
import time

import pytest
import requests
import websocket
from harness.wire import Polling, Talk, WebSocket, connect


def test_an_upgrade_by_hand_loses_and_reorders_nothing(server):
    polling = Polling(server.url)
    polling.send("40")
    polling.receive()
    link = WebSocket(server.url, sid=polling.sid)
    link.send("2probe")
    assert link.receive() == "3probe"
    for number in range(1, 4):
        polling.send(f'42{number}["get_updated_resume"]')
    heard, packet = [], ""
    while packet != "6" and len(heard) < 20:
        packet = polling.receive()
        heard.append(packet)
    link.send("5")
    for number in range(4, 7):
        link.send(f'42{number}["get_updated_resume"]')
    acks = [int(packet[2 : packet.index("[")]) for packet in heard if packet.startswith("43")]
    while len(acks) < 6:
        packet = link.receive()
        if packet.startswith("43"):
            acks.append(int(packet[2 : packet.index("[")]))
    assert acks == [1, 2, 3, 4, 5, 6]
    assert polling.get().status_code == 400, "the session has left polling"
    link.close()


def test_a_waiting_get_is_released_by_the_probe(server):
    polling = Polling(server.url)
    polling.send("40")
    polling.receive()
    answers = []
    waiting = threading.Thread(target=lambda: answers.append(requests.get(polling.address, timeout=10).text))
    waiting.start()
    time.sleep(0.2)
    link = WebSocket(server.url, sid=polling.sid)
    started = time.monotonic()
    link.send("2probe")
    assert link.receive() == "3probe"
    waiting.join(5)
    assert answers == ["6"] and time.monotonic() - started < 2
    link.send("5")
    link.close()


def test_an_upgrade_that_breaks_off_leaves_polling_alone(server):
    polling = Polling(server.url)
    talk = Talk(polling)
    for breaking in (["2probe"], [], ["garbage"], ["2probe", "garbage"]):
        link = WebSocket(server.url, sid=polling.sid)
        for packet in breaking:
            link.send(packet)
        link.socket.sock.close()
        time.sleep(0.1)
    assert talk.ask("get_updated_resume", "{}", 9)["ok"] is False


def test_a_second_web_socket_for_one_session_is_closed(server):
    first = WebSocket(server.url)
    connect(first)
    try:
        second = WebSocket(server.url, sid=first.opened["sid"])
        second.send("2probe")
        second.close_code(5)
    except websocket.WebSocketBadStatusException as refused:
        assert refused.status_code == 400
    first.send('421["get_updated_resume"]')
    assert first.receive().startswith(("42", "43"))
    first.close()


@pytest.mark.parametrize(
    "query, message",
    [
        ("EIO=4&transport=websocket&sid=nosuchsession", "Session ID unknown"),
        ("EIO=4&transport=nowhere", "Transport unknown"),
        ("EIO=4", "Transport unknown"),
        ("EIO=3&transport=websocket", "Unsupported protocol version"),
    ],
)
def test_a_handshake_that_is_refused(server, query, message):
    with pytest.raises(websocket.WebSocketBadStatusException) as refused:
        websocket.create_connection(f"{server.url.replace('http', 'ws')}/socket.io/?{query}", timeout=5, suppress_origin=True)
    assert refused.value.status_code == 400
    assert message.encode() in (refused.value.resp_body or b"")


def test_an_upgrade_elsewhere_and_a_reset(server):
    """This ends the process of the reference server."""
    for path in ("/nowhere", "/health", "/socket.io", "/", "/format-resume"):
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            connection.sendall(
                (
                    f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
                ).encode()
            )
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    time.sleep(0.1)
    assert requests.get(f"{server.url}/health", timeout=5).status_code == 200
