"""The browser's rules, on routes and on both transports: the front end's origin is let in, no other one."""

import pytest
import requests
import websocket
from harness.wire import Polling, WebSocket, endpoint, exchange

FRONT_END = "http://localhost:5173"
STRANGERS = [
    "http://evil.example",
    "null",
    "https://localhost:5173",
    "http://localhost:51730",
    "http://localhost:5173.evil.example",
    "http://evil.example/http://localhost:5173",
    "http://localhost",
    "http://127.0.0.1:5173",
    "file://",
    "http://LOCALHOST.evil:5173",
]
ALLOWED = "access-control-allow-origin"


def requests_to(server):
    """Every kind of answer that a page may want to read, errors too."""
    url = server.url
    return {
        "health": ("GET", f"{url}/health", None, 200),
        "formatted": ("POST", f"{url}/format-resume", ("application/json", '{"Name":"x"}'), 400),
        "bad JSON": ("POST", f"{url}/format-resume", ("application/json", "{"), 400),
        "content type": ("POST", f"{url}/format-resume", ("text/plain", "x"), 415),
        "too large": ("POST", f"{url}/format-resume", ("application/json", " " * 3_000_000), None),
        "no route": ("GET", f"{url}/nowhere", None, 404),
        "handshake": ("GET", endpoint(url, "polling"), None, 200),
        "unknown session": ("GET", endpoint(url, "polling", "nosuchsession"), None, 400),
        "unknown transport": ("GET", endpoint(url, "carrier-pigeon"), None, 400),
        "old protocol": ("GET", endpoint(url, "polling", eio="3"), None, 400),
        "bad handshake": ("POST", endpoint(url, "polling"), ("text/plain", "x"), 400),
    }


KINDS = list(requests_to(type("", (), {"url": ""})))


def fetch(server, kind, origin):
    method, url, body, status = requests_to(server)[kind]
    headers = {"Origin": origin} | ({"Content-Type": body[0]} if body else {})
    try:
        response = requests.request(method, url, data=body[1] if body else None, headers=headers, timeout=10)
    except requests.ConnectionError:
        assert kind == "too large"
        pytest.skip("the connection was closed before all of the body was sent")
    return response, status


@pytest.mark.parametrize("kind", KINDS)
def test_the_front_end_may_read_every_answer(server, kind):
    response, status = fetch(server, kind, FRONT_END)
    assert status in (None, response.status_code)
    assert response.headers.get(ALLOWED) == FRONT_END
    assert "origin" in response.headers.get("vary", "").lower(), "a cache must not give one origin's answer to another"


@pytest.mark.parametrize("kind", KINDS)
def test_a_stranger_may_read_none(server, kind):
    response, _ = fetch(server, kind, "http://evil.example")
    assert response.headers.get(ALLOWED) in (None, FRONT_END), response.headers


@pytest.mark.parametrize("origin", STRANGERS)
def test_no_trick_makes_a_stranger_the_front_end(server, origin):
    for kind in ("health", "handshake"):
        response, _ = fetch(server, kind, origin)
        assert response.headers.get(ALLOWED) in (None, FRONT_END), (kind, response.headers)
        assert response.headers.get(ALLOWED) != "*"


@pytest.mark.parametrize("path", ["/format-resume", "/health", "/socket.io/?EIO=4&transport=polling"])
@pytest.mark.parametrize("origin", [FRONT_END, "http://evil.example"])
def test_preflight(server, path, origin):
    response = requests.options(
        server.url + path,
        timeout=5,
        headers={"Origin": origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"},
    )
    if origin == FRONT_END:
        assert response.status_code in (200, 204) and response.content == b""
        assert response.headers[ALLOWED] == FRONT_END
        assert "POST" in response.headers["access-control-allow-methods"]
        assert "content-type" in response.headers["access-control-allow-headers"].lower()
    else:
        assert response.headers.get(ALLOWED) in (None, FRONT_END)


def test_every_answer_of_a_polling_session_may_be_read(server):
    session = Polling(server.url, FRONT_END)
    assert session.handshake.headers[ALLOWED] == FRONT_END
    assert session.post("40").headers[ALLOWED] == FRONT_END
    assert session.get().headers[ALLOWED] == FRONT_END
    over = session.post("4" + "x" * session.opened["maxPayload"])
    assert over.status_code == 413 and over.headers[ALLOWED] == FRONT_END


def test_the_web_socket_handshake_names_the_front_end(server):
    link = WebSocket(server.url, FRONT_END)
    assert link.socket.getheaders()[ALLOWED] == FRONT_END
    link.close()


@pytest.mark.parametrize("origin", STRANGERS)
def test_a_stranger_gets_no_web_socket(server, origin):
    with pytest.raises(websocket.WebSocketBadStatusException) as refused:
        WebSocket(server.url, origin)
    assert refused.value.status_code in (400, 403)


def test_a_stranger_cannot_upgrade_the_front_ends_session(server):
    session = Polling(server.url, FRONT_END)
    with pytest.raises(websocket.WebSocketBadStatusException):
        WebSocket(server.url, "http://evil.example", sid=session.sid)
    assert session.is_open


def test_a_program_without_an_origin_is_no_page(server):
    """Cross-site rules are the browser's: a client that sends no Origin is let in."""
    assert Polling(server.url, origin=None).opened["sid"]
    link = WebSocket(server.url, origin=None)
    assert link.opened["sid"]
    link.close()


def test_an_origin_of_control_characters_is_not_echoed(server):
    answer = exchange(server.port, b"GET /health HTTP/1.1\r\nHost: x\r\nOrigin: http://a\x01b\x7f\r\nConnection: close\r\n\r\n")
    assert b"\x01" not in answer


def test_another_front_end_by_configuration(servers):
    server = servers.start(CORS_ORIGINS="https://app.example, http://localhost:8080")
    for origin in ("https://app.example", "http://localhost:8080"):
        assert requests.get(f"{server.url}/health", headers={"Origin": origin}, timeout=5).headers[ALLOWED] == origin
        WebSocket(server.url, origin).close()
    with pytest.raises(websocket.WebSocketBadStatusException):
        WebSocket(server.url, FRONT_END)
