"""What a test holds: the fake model as a server in a thread, told what to do next, and telling what it received."""

import re
import threading
from http.server import ThreadingHTTPServer

from .reply import Received, Reply


# `fault:CASE,id=N` in what a person writes picks the case of the requests that carry it.
CHOSEN = re.compile(r"fault:([a-z0-9_]+),id=(\w+)")


class Listener(ThreadingHTTPServer):
    daemon_threads, request_queue_size = True, 64

    def handle_error(self, request, client_address):
        pass  # dropped connections are the point


class FakeModel:
    """Runs in a thread of the tests. `play` names the case of the following requests, `script` their texts in turn."""

    def __init__(self, *names: str):
        self.names = names  # of the models that it lists
        self.shutdown_date: str | None = None
        self._listener = Listener(("127.0.0.1", 0), Reply)
        self._listener.model = self
        self._lock = threading.Lock()
        self.reset()
        threading.Thread(target=self._listener.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.server_port}/v1"

    def reset(self) -> None:
        with self._lock:
            self.received: list[Received] = []
            self._case: str | None = None
            self._script: list[str] = []
            self._hits: dict[str, int] = {}
            self.open = self.most_open = 0

    def play(self, case: str | None) -> None:
        with self._lock:
            self._case = case

    def script(self, *texts: str) -> None:
        with self._lock:
            self._script = list(texts)

    def receive(self, received: Received) -> str | list | None:
        with self._lock:
            self.received.append(received)
            self.open += 1
            self.most_open = max(self.most_open, self.open)
            if self._script:
                return [self._script.pop(0)]
            messages = received.body.get("messages") or [] if isinstance(received.body, dict) else []
            for message in reversed(messages):
                if found := CHOSEN.findall(str(message.get("content"))):
                    case, received.id = found[-1]
                    received.hit = self._hits[received.id] = self._hits.get(received.id, 0) + 1
                    return case
            return self._case

    def ended(self) -> None:
        with self._lock:
            self.open -= 1

    def close(self) -> None:
        self._listener.shutdown()
        self._listener.server_close()
