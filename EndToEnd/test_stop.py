"""The end of the process: asked for, it is quick, clean and complete."""

import contextlib
import signal
import threading
import time

import pytest
import requests
from harness.person import Person
from harness.wire import Polling


def hold_a_get(session):
    with contextlib.suppress(requests.RequestException):
        session.get(timeout=20)


@pytest.mark.parametrize("which", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
def test_it_ends_with_0_within_seconds_with_clients_connected(servers, resumes, which):
    server = servers.start()
    people = [Person(server.url, transport) for transport in ("polling", "websocket", "upgrade")]
    for person in people:
        person.do("upload_resume", {"rawResumeText": resumes["maya_okafor"]})
    idle = Polling(server.url)
    idle.send("40")
    idle.receive()
    waiting = threading.Thread(target=hold_a_get, args=(idle,), daemon=True)
    waiting.start()
    time.sleep(0.3)
    started = time.monotonic()
    server.send_signal(which)
    assert server.wait(timeout=15) == 0, server.log[-3000:]
    assert time.monotonic() - started < 10
    deadline = time.monotonic() + 10
    while any(person.connected for person in people):
        assert time.monotonic() < deadline, "a client was not told"
        time.sleep(0.05)


def test_its_port_is_free_afterwards(servers):
    server = servers.start()
    requests.get(f"{server.url}/health", timeout=5)
    assert server.stop() == 0
    with pytest.raises(requests.ConnectionError):
        requests.get(f"{server.url}/health", timeout=2)


def test_a_taken_port_is_one_clear_sentence(servers, tmp_path):
    import subprocess

    from harness.process import binary

    server = servers.start()
    second = subprocess.run(
        [*binary(), "serve", "--host", "127.0.0.1", "--port", str(server.port)],
        cwd=tmp_path,
        env=server.environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=20,
    )
    assert second.returncode not in (0, None) and second.returncode > 0, "an exit code, not a signal"
    said = second.stdout + second.stderr
    assert str(server.port) in said and "in use" in said.lower(), said
    assert "Fatal error" not in said and len(said.splitlines()) < 8, said
