"""A person at a stock Socket.IO client, told from plain test code.

python-socketio's asyncio client runs on one background loop: it hands events over in the order of the wire, which its
threaded client does not promise, and order is part of what is tested.
"""

import asyncio
import threading
import time
from dataclasses import dataclass
from typing import Any

import socketio

from .contract import check_error

ORIGIN = "http://localhost:5173"
TRANSPORTS = {"polling": ["polling"], "websocket": ["websocket"], "upgrade": ["polling", "websocket"]}


class _Loop:
    """The thread that all clients of a test run live on."""

    def __init__(self):
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()

    def run(self, coroutine, timeout: float = 60) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(timeout)


_background = _Loop()


@dataclass(frozen=True)
class Event:
    name: str
    payload: Any


class Person:
    """Connects at once. What arrives is kept in order until a test takes it."""

    def __init__(self, url: str, transport: str = "websocket", *, origin: str | None = ORIGIN, auth: Any = None):
        self._heard: list[Event] = []
        self._changed = threading.Condition()
        self.ended: str | None = None
        _background.run(self._connect(url, transport, origin, auth))
        # The client upgrades while it connects, and falls back to polling without a word when that fails.
        expected = "polling" if transport == "polling" else "websocket"
        assert self.client.transport() == expected, f"asked for {transport}, talks by {self.client.transport()}"

    async def _connect(self, url: str, transport: str, origin: str | None, auth: Any) -> None:
        self.client = socketio.AsyncClient(reconnection=False)
        self.client.on("*", self._note)
        self.client.on("disconnect", self._end)
        headers = {"Origin": origin} if origin else {}
        await self.client.connect(url, transports=TRANSPORTS[transport], headers=headers, auth=auth, wait_timeout=15)

    def _note(self, name: str, *payload: Any) -> None:
        # The offset that a client gives back when it returns. Handlers in JavaScript do not see what they do not name.
        if payload and isinstance(payload[-1], str) and payload[-1].isdigit():
            payload = payload[:-1]
        with self._changed:
            self._heard.append(Event(name, payload[0] if len(payload) == 1 else payload or None))
            self._changed.notify_all()

    def _end(self, reason: str = "") -> None:
        with self._changed:
            self.ended = reason or "unknown"
            self._changed.notify_all()

    @property
    def connected(self) -> bool:
        return self.client.connected and self.ended is None

    def close(self) -> None:
        _background.run(self._leave())

    async def _leave(self) -> None:
        try:
            # The client waits for its open GET, which a server may hold for a while.
            await asyncio.wait_for(self.client.disconnect(), 5)
        except TimeoutError:
            pass

    # ---- sending

    def emit(self, event: str, *payload: Any) -> None:
        """Without an acknowledgement. No payload at all, and a payload of `None`, are different things on the wire."""
        _background.run(self.client.emit(event, payload))

    def call(self, event: str, *payload: Any, timeout: float = 20) -> Any:
        """The acknowledgement, as it came."""
        return _background.run(self.client.call(event, payload, timeout=timeout), timeout + 5)

    def do(self, event: str, *payload: Any, timeout: float = 20) -> dict:
        """Sends with an acknowledgement that must say ok; what it carries beside `ok`."""
        ack = self.call(event, *payload, timeout=timeout)
        assert isinstance(ack, dict) and ack.get("ok") is True, f"{event} was acknowledged with {ack!r:.500}"
        assert "error" not in ack
        return {key: value for key, value in ack.items() if key != "ok"}

    def refused(self, event: str, *payload: Any, among=None, as_event: str | None = None, timeout: float = 20) -> dict:
        """Sends what must fail: the acknowledgement and the event named after the operation carry one typed error."""
        ack = self.call(event, *payload, timeout=timeout)
        assert isinstance(ack, dict) and ack.get("ok") is False, f"{event} was acknowledged with {ack!r:.500}"
        assert set(ack) == {"ok", "error"}, f"a refusal carries more than its error: {ack!r:.300}"
        error = check_error(ack["error"], among=among)
        said = self.take(as_event or f"{event}_error", timeout=timeout).payload
        assert said == error, f"the event says {said!r:.300}, the acknowledgement {error!r:.300}"
        return error

    # ---- hearing

    def take(self, *names: str, timeout: float = 20) -> Event:
        """The first event of one of these names that no test took yet; waits for it."""
        with self._changed:
            return self._heard.pop(self._position(names, timeout))

    def take_until(self, *names: str, timeout: float = 60) -> list[Event]:
        """Everything up to and with the first event of one of these names, in order."""
        with self._changed:
            end = self._position(names, timeout) + 1
            taken, self._heard = self._heard[:end], self._heard[end:]
            return taken

    def _position(self, names: tuple[str, ...], timeout: float) -> int:
        end = time.monotonic() + timeout
        while True:
            for index, event in enumerate(self._heard):
                if event.name in names:
                    return index
            left = end - time.monotonic()
            heard = [(event.name, repr(event.payload)[:200]) for event in self._heard]
            assert self.ended is None, f"disconnected ({self.ended}) while waiting for {names}; heard {heard}"
            assert left > 0, f"no {' or '.join(names)} within {timeout} s; heard {heard}"
            self._changed.wait(left)

    def heard(self, *names: str) -> list[Event]:
        """What came and was not taken; of these names, if any are given."""
        with self._changed:
            return [event for event in self._heard if not names or event.name in names]
