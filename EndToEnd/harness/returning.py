"""A client that can take up a lost connection, packet by packet as the official one does it."""

import json
import time
from typing import Any

import websocket

from .person import Event
from .wire import WebSocket


class Returning:
    """Connects at once. `Returning(url, after=earlier)` comes back as who `earlier` was."""

    def __init__(self, url: str, after: "Returning | None" = None):
        self.link = WebSocket(url)
        self.heard: list[Event] = []
        self.acknowledged: dict[int, Any] = {}
        self.offset = after.offset if after else None
        self._number = 0
        auth = {"pid": after.pid, "offset": after.offset} if after and after.offset else {"pid": after.pid} if after else None
        self.link.send("40" + (json.dumps(auth) if auth else ""))
        answer = self.link.receive()
        assert answer.startswith("40{"), answer
        self.connected = json.loads(answer[2:])
        self.sid, self.pid = self.connected["sid"], self.connected.get("pid")
        self.recovered = after is not None and self.pid == after.pid

    def _read(self, timeout: float) -> None:
        packet = self.link.receive(timeout)
        if packet == "2":
            return self.link.send("3")
        if packet.startswith("42["):
            name, *arguments = json.loads(packet[2:])
            # As socket.io-client does: any string at the end is an offset.
            if arguments and isinstance(arguments[-1], str):
                self.offset = arguments.pop()
            self.heard.append(Event(name, arguments[0] if arguments else None))
        elif packet.startswith("43"):
            digits = packet[2 : packet.index("[")]
            self.acknowledged[int(digits)] = json.loads(packet[2 + len(digits) :])[0]

    def send(self, event: str, *payload: Any) -> int:
        """Without waiting; the number of its acknowledgement."""
        self._number += 1
        self.link.send(f"42{self._number}" + json.dumps([event, *payload]))
        return self._number

    def ask(self, event: str, *payload: Any, timeout: float = 20) -> Any:
        number = self.send(event, *payload)
        end = time.monotonic() + timeout
        while number not in self.acknowledged:
            self._read(max(0.01, end - time.monotonic()))
        return self.acknowledged.pop(number)

    def sees(self, name: str, timeout: float = 20, keep: list[str] | None = None) -> Any:
        """The payload of the first event of this name; it and those before it are taken. `keep` gets pieces of answers."""
        end = time.monotonic() + timeout
        while not any(event.name == name for event in self.heard):
            self._read(max(0.01, end - time.monotonic()))
        place = next(place for place, event in enumerate(self.heard) if event.name == name)
        payload = self.heard[place].payload
        if keep is not None:
            keep += [event.payload["content"] for event in self.heard[:place] if event.name == "user_message_response_typing"]
        del self.heard[: place + 1]
        return payload

    def listen(self, seconds: float) -> list[Event]:
        """All that comes for so long, and what had come."""
        end = time.monotonic() + seconds
        try:
            while (left := end - time.monotonic()) > 0:
                self._read(left)
        except (websocket.WebSocketTimeoutException, TimeoutError):
            pass
        heard, self.heard = self.heard, []
        return heard

    def vanish(self) -> None:
        """As a phone in a tunnel, but that the connection's end is noticed."""
        self.link.socket.shutdown()
