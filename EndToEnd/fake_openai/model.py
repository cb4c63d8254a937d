"""What a test holds: the fake model as a server in a thread, told what to do next, and telling what it received."""

import threading
from http.server import ThreadingHTTPServer

from .reply import Received, Reply


class Listener(ThreadingHTTPServer):
    daemon_threads, request_queue_size = True, 64

    def handle_error(self, request, client_address):
        pass  # dropped connections are the point


class FakeModel:
    """Runs in a thread of the tests. `play` names the case of the following requests, `script` their texts in turn."""

    def __init__(self, *names: str):
        self.names = names  # of the models that it lists
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

    def play(self, case: str | None) -> None:
        with self._lock:
            self._case = case

    def script(self, *texts: str) -> None:
        with self._lock:
            self._script = list(texts)

    def receive(self, received: Received) -> str | list | None:
        with self._lock:
            self.received.append(received)
            return [self._script.pop(0)] if self._script else self._case

    def close(self) -> None:
        self._listener.shutdown()
        self._listener.server_close()
