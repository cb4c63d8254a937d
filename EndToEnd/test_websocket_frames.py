"""RFC 6455, frame by frame: what breaks its rules is closed with its code."""

import json
import os
import struct

import pytest
import websocket
from harness.wire import Talk, WebSocket, connect


@pytest.fixture
def link(server):
    link = WebSocket(server.url)
    yield link
    link.close()


def frame(opcode, payload=b"", fin=True, mask=True, reserved=0, length=None):
    first = (0x80 if fin else 0) | reserved << 4 | opcode
    size = len(payload) if length is None else length
    head = bytes([first, (0x80 if mask else 0) | (size if size < 126 else 126 if size < 65_536 else 127)])
    head += b"" if size < 126 else struct.pack(">H", size) if size < 65_536 else struct.pack(">Q", size)
    key = os.urandom(4)
    return head + (key + bytes(byte ^ key[i % 4] for i, byte in enumerate(payload)) if mask else payload)


FRAMES = {
    "unmasked": (frame(1, b"40", mask=False), {1002}),
    "reserved bit": (frame(1, b"40", reserved=4), {1002}),
    "opcode 3": (frame(3, b"40"), {1002}),
    "opcode 11": (frame(11, b""), {1002}),
    "fragmented ping": (frame(9, b"x", fin=False), {1002}),
    "large ping": (frame(9, b"x" * 126), {1002}),
    "orphan continuation": (frame(0, b"40"), {1002}),
    "text in fragments of text": (frame(1, b"4", fin=False) + frame(1, b"0"), {1002}),
    "one-byte close": (frame(8, b"\x03"), {1002}),
    "close 1005": (frame(8, struct.pack(">H", 1005)), {1002}),
    "close 65535": (frame(8, b"\xff\xff"), {1002}),
    "close with bad UTF-8": (frame(8, struct.pack(">H", 1000) + b"\xff"), {1007}),
    "bad UTF-8": (frame(1, b"4\xff\xfe"), {1007}),
    "surrogate": (frame(1, b"4\xed\xa0\x80"), {1007}),
    "overlong": (frame(1, b"4\xc0\xaf"), {1007}),
    "bad UTF-8 over fragments": (frame(1, b"4\xe2\x82", fin=False) + frame(0, b"x"), {1007}),
    "announced too large": (frame(1, length=2_000_001), {1009}),
    "announced 2^63": (frame(1, length=2**63), {1002, 1009}),
    "announced 2^64-1": (frame(2, length=2**64 - 1), {1002, 1009}),
    "summed too large": (frame(1, b"4" * 1_100_000, fin=False) + frame(0, b"x" * 1_100_000), {1009}),
    "endless empty fragments": (frame(1, b"", fin=False) + frame(0, b"", fin=False) * 140_000, {1008}),
}


@pytest.mark.parametrize("data, codes", FRAMES.values(), ids=FRAMES)
def test_a_frame_that_breaks_the_rules(server, data, codes):
    link = WebSocket(server.url)
    try:
        link.socket.sock.sendall(data)
    except ConnectionError:
        pass
    assert link.close_code() in codes
    assert Talk(WebSocket(server.url)).connected["sid"]


def test_a_ping_of_the_protocol_is_answered(link):
    link.socket.ping(b"abc")
    opcode, data = link.socket.recv_data(control_frame=True)
    assert (opcode, data) == (websocket.ABNF.OPCODE_PONG, b"abc")


def test_a_message_in_small_fragments_is_one_message(link):
    connect(link)
    message = b'421["get_updated_resume",{"pad":"' + "é".encode() * 300 + b'"}]'
    pieces = [message[i : i + 7] for i in range(0, len(message), 7)]
    data = b"".join(frame(1 if i == 0 else 0, piece, fin=i == len(pieces) - 1) for i, piece in enumerate(pieces))
    link.socket.sock.sendall(data)
    while not (packet := link.receive()).startswith("431"):
        pass
    assert json.loads(packet[3:])[0]["ok"] is False


def test_a_closing_handshake_is_answered(link):
    link.socket.send_close(1000, b"bye")
    assert link.close_code() == 1000
