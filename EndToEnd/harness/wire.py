"""Connections below the stock client, for what a stock client would never send."""

import contextlib
import json
import socket
from typing import Any

import requests
import websocket

from .person import ORIGIN

SEPARATOR = "\x1e"


def endpoint(url: str, transport: str, sid: str | None = None, eio: str = "4") -> str:
    return f"{url}/socket.io/?EIO={eio}&transport={transport}" + (f"&sid={sid}" if sid else "")


class Polling:
    """An Engine.IO session over long-polling, a request at a time."""

    def __init__(self, url: str, origin: str | None = ORIGIN):
        self.http = requests.Session()
        self.http.trust_env = False
        if origin:
            self.http.headers["Origin"] = origin
        self.url = url
        self.handshake = self.http.get(endpoint(url, "polling"), timeout=10)
        assert self.handshake.status_code == 200, (self.handshake.status_code, self.handshake.text[:300])
        assert self.handshake.text.startswith("0{"), self.handshake.text[:300]
        self.opened = json.loads(self.handshake.text.split(SEPARATOR)[0][1:])
        self.sid = self.opened["sid"]
        self._waiting: list[str] = []

    @property
    def address(self) -> str:
        return endpoint(self.url, "polling", self.sid)

    def get(self, timeout: float = 10) -> requests.Response:
        response = self.http.get(self.address, timeout=timeout)
        response.encoding = "utf-8"
        return response

    def post(self, body: str | bytes, content_type: str = "text/plain;charset=UTF-8", timeout: float = 20) -> requests.Response:
        data = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
        return self.http.post(self.address, data=data, headers={"Content-Type": content_type}, timeout=timeout)

    def send(self, packet: str) -> None:
        response = self.post(packet)
        assert (response.status_code, response.text) == (200, "ok"), (response.status_code, response.text[:300])

    def receive(self, timeout: float = 10) -> str:
        """The next packet; a request only when none is left of the last answer."""
        if not self._waiting:
            response = self.get(timeout)
            assert response.status_code == 200, (response.status_code, response.text[:300])
            self._waiting = response.text.split(SEPARATOR)
        return self._waiting.pop(0)

    @property
    def is_open(self) -> bool:
        return self.post("3").status_code == 200

    def close(self) -> None:
        self.http.close()


class WebSocket:
    """An Engine.IO session over a WebSocket."""

    def __init__(self, url: str, origin: str | None = ORIGIN, sid: str | None = None, **options: Any):
        options |= {"origin": origin} if origin else {"suppress_origin": True}
        self.socket = websocket.create_connection(
            endpoint(url.replace("http", "ws", 1), "websocket", sid), timeout=10, **options
        )
        self.opened = None if sid else json.loads(self.receive()[1:])

    def send(self, packet: str) -> None:
        self.socket.send(packet)

    def send_bytes(self, data: bytes) -> None:
        self.socket.send_binary(data)

    def receive(self, timeout: float = 10) -> str | bytes:
        self.socket.settimeout(timeout)
        return self.socket.recv()

    def close_code(self, timeout: float = 10) -> int | None:
        """Reads until the server ends the connection; its close code, None if there was no close frame."""
        self.socket.settimeout(timeout)
        try:
            while True:
                opcode, data = self.socket.recv_data(control_frame=True)
                if opcode == websocket.ABNF.OPCODE_CLOSE:
                    return int.from_bytes(data[:2], "big") if len(data) >= 2 else 1005
        except (websocket.WebSocketConnectionClosedException, ConnectionError):
            return None

    def close(self) -> None:
        self.socket.close()


def connect(link: Polling | WebSocket) -> dict:
    """Joins the default namespace; what the server says of it."""
    link.send("40")
    answer = link.receive()
    assert answer.startswith("40{"), answer
    return json.loads(answer[2:])


class Talk:
    """Socket.IO packets, written by hand, over either of the two above."""

    def __init__(self, link: Polling | WebSocket):
        self.link = link
        self.connected = connect(link)

    def ask(self, event: str, payload: str, number: int = 1, timeout: float = 20) -> Any:
        """Sends an event whose payload is this text, JSON or not; the acknowledgement's value."""
        self.link.send(f'42{number}["{event}",{payload}]')
        return self.acknowledgement(number, timeout)

    def acknowledgement(self, number: int, timeout: float = 20) -> Any:
        while True:
            packet = self.link.receive(timeout)
            if packet == "2":
                self.link.send("3")
            elif isinstance(packet, str) and packet.startswith(f"43{number}["):
                return json.loads(packet[2 + len(str(number)) :])[0]


def exchange(port: int, data: bytes, timeout: float = 10, end_of_input: bool = False) -> bytes:
    """Everything that comes back on a bare connection until the server closes it or is silent for the timeout."""
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as connection:
        connection.sendall(data)
        if end_of_input:
            # The server may have refused and closed already.
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_WR)
        answer = b""
        try:
            while piece := connection.recv(65_536):
                answer += piece
        except (TimeoutError, ConnectionError):
            pass
        return answer
