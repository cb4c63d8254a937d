"""Examples/ProtocolServer, and the two transports of Engine.IO driven request by request and frame by frame."""

import functools
import json
import os
import re
import subprocess
import threading
from pathlib import Path
from typing import Any

import requests
import websocket

from .process import ROOT, ServerProcess

PACKAGE = ROOT / "Examples" / "ProtocolServer"
SEPARATOR = b"\x1e"


@functools.cache
def build() -> str:
    """`RESUMEPRO_PROTOCOL_SERVER` if set (the path of a binary), else the package is built, which takes minutes once."""
    if given := os.environ.get("RESUMEPRO_PROTOCOL_SERVER"):
        return given
    made = subprocess.run(
        ["swift", "build", "--package-path", str(PACKAGE)], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    assert made.returncode == 0, (made.stdout + made.stderr)[-6000:]
    return str(PACKAGE / ".build" / "debug" / "ProtocolServer")


class ProtocolServer(ServerProcess):
    """One `ProtocolServer MODE` on a port that the system chose."""

    listening = re.compile(r"ProtocolServer \w+ is listening on (http://[^\s:]+):(\d+)")

    def __init__(self, directory: Path, mode: str, *arguments: str):
        super().__init__(directory)
        self.mode = mode
        self.arguments = arguments

    @property
    def command(self) -> list[str]:
        return [build(), self.mode, "--port", "0", *self.arguments]

    # MARK: Requests

    def address(self, transport: str | None = "polling", sid: str | None = None, eio: str | None = "4") -> str:
        query = {"EIO": eio, "transport": transport, "sid": sid}
        path = "/engine.io/" if self.mode == "engineio" else "/socket.io/"
        return f"{self.url}{path}?" + "&".join(f"{name}={value}" for name, value in query.items() if value is not None)

    def request(self, method: str, body: bytes | None = None, headers: dict | None = None, **query) -> requests.Response:
        """On a connection of its own, so that two at once do not share one."""
        return requests.request(method, self.address(**query), data=body, headers=headers, timeout=10)

    def websocket(self, sid: str | None = None, **options: Any) -> "Link":
        address = self.address("websocket", sid).replace("http", "ws", 1)
        return Link(websocket.create_connection(address, timeout=10, suppress_origin=True, **options))

    def open_polling(self) -> "Poll":
        return Poll(self)

    def open_websocket(self) -> "Link":
        link = self.websocket()
        link.opened = open_packet(link.receive().encode())
        return link


def open_packet(data: bytes) -> dict:
    assert data[:1] == b"0", data[:300]
    return json.loads(data[1:])


class Poll:
    """A polling session. Answers are bytes, as they came."""

    def __init__(self, server: ProtocolServer):
        self.server = server
        self.handshake = server.request("GET")
        assert self.handshake.status_code == 200, (self.handshake.status_code, self.handshake.content)
        self.opened = open_packet(self.handshake.content)
        self.sid = self.opened["sid"]
        self._packets: list[bytes] = []

    def get(self) -> requests.Response:
        return self.server.request("GET", sid=self.sid)

    def post(self, body: str | bytes, content_type: str = "text/plain;charset=UTF-8") -> requests.Response:
        data = body.encode() if isinstance(body, str) else body
        return self.server.request("POST", body=data, headers={"Content-Type": content_type}, sid=self.sid)

    def send(self, body: str | bytes) -> None:
        answer = self.post(body)
        assert (answer.status_code, answer.content) == (200, b"ok"), (answer.status_code, answer.content)

    def receive(self) -> str:
        """The next packet; a GET only when none is left of the last answer."""
        if not self._packets:
            answer = self.get()
            assert answer.status_code == 200, (answer.status_code, answer.content)
            self._packets = answer.content.split(SEPARATOR)
        return self._packets.pop(0).decode()

    def waiting_get(self) -> "Waiting":
        return Waiting(self.get)

    @property
    def is_closed(self) -> bool:
        """A POST finds out without taking what waits for a GET."""
        return self.post("3").status_code == 400


class Waiting:
    """A request that runs on a thread."""

    def __init__(self, request):
        self._answers: list = []
        self._thread = threading.Thread(target=lambda: self._answers.append(request()), daemon=True)
        self._thread.start()

    @property
    def is_waiting(self) -> bool:
        return self._thread.is_alive()

    def answer(self, timeout: float = 10) -> requests.Response:
        self._thread.join(timeout)
        assert self._answers, f"no answer within {timeout} s"
        return self._answers[0]


class Link:
    """A WebSocket."""

    opened: dict

    def __init__(self, socket: websocket.WebSocket):
        self.socket = socket

    def send(self, packet: str | bytes) -> None:
        if isinstance(packet, str):
            self.socket.send(packet)
        else:
            self.socket.send_binary(packet)

    def receive(self, timeout: float = 10) -> str | bytes:
        self.socket.settimeout(timeout)
        opcode, data = self.socket.recv_data()
        assert opcode in (websocket.ABNF.OPCODE_TEXT, websocket.ABNF.OPCODE_BINARY), f"closed: {data!r}"
        return data.decode() if opcode == websocket.ABNF.OPCODE_TEXT else data

    def rest(self, timeout: float = 10) -> list[str | bytes]:
        """What comes until the server ends the connection, which it has to in time."""
        self.socket.settimeout(timeout)
        heard: list[str | bytes] = []
        try:
            while True:
                opcode, data = self.socket.recv_data()
                if opcode == websocket.ABNF.OPCODE_CLOSE:
                    return heard
                heard.append(data.decode() if opcode == websocket.ABNF.OPCODE_TEXT else data)
        except (websocket.WebSocketConnectionClosedException, ConnectionError):
            return heard

    def close_code(self, timeout: float = 10) -> int:
        """That of the close frame, which is to be the next one."""
        self.socket.settimeout(timeout)
        frame = self.socket.recv_frame()
        assert frame.opcode == websocket.ABNF.OPCODE_CLOSE, frame
        return int.from_bytes(frame.data[:2], "big")

    def close(self) -> None:
        self.socket.close()
