"""The server pings, and closes a connection that does not answer. Slow by nature: one wait of 25 s for both transports."""

import threading
import time

import pytest
from harness.wire import Polling, WebSocket


@pytest.mark.timeout(90)
def test_ping_pong_and_silence(server):
    answering, silent, polling = WebSocket(server.url), WebSocket(server.url), Polling(server.url)
    started = time.monotonic()
    polled = []
    waiting = threading.Thread(target=lambda: polled.append(polling.receive(timeout=40)))
    for link in (answering, silent):
        link.send("40")
        assert link.receive().startswith("40")
    polling.send("40")
    assert polling.receive().startswith("40")
    waiting.start()
    assert answering.receive(timeout=30) == "2"
    assert 24 < time.monotonic() - started < 28
    answering.send("3")
    assert silent.receive(timeout=5) == "2"
    waiting.join(5)
    assert polled == ["2"]
    polling.send("3")
    silent.close_code(timeout=25)
    assert 43 < time.monotonic() - started < 50, "25 s to the ping, 20 s for its answer"
    answering.send('421["get_updated_resume"]')
    assert answering.receive(timeout=5).startswith(("2", "42", "43"))
    assert polling.is_open
    answering.close()
