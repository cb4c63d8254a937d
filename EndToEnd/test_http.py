"""The HTTP routes."""

import json
import socket
import time

import pytest
import requests
from harness.contract import CORE_LISTS, CORE_TEXTS, check_questions, check_resume
from harness.wire import exchange
from test_check_fields import COMPLETE

ORIGIN = {"Origin": "http://localhost:5173"}


def format_resume(server, body, content_type="application/json", **headers):
    data = body if isinstance(body, (bytes, str)) else json.dumps(body)
    return requests.post(
        f"{server.url}/format-resume", data=data, headers={"Content-Type": content_type, **ORIGIN, **headers}, timeout=20
    )


def refusal(response, status, code=None):
    assert response.status_code == status, (response.status_code, response.text[:300])
    body = response.json()
    assert isinstance(body["error"], str) and " " in body["error"], body
    if code:
        assert body["code"] == code, body
    assert ".swift" not in response.text and "/Sources/" not in response.text
    return body


def test_a_complete_resume_comes_back_normalised(server):
    messy = COMPLETE | {"Name": "  Maya Okafor ", "Email": " maya.okafor@example.com\n"}
    response = format_resume(server, messy)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].startswith("application/json")
    resume = check_resume(response.json()["resumeData"])
    assert (resume["Name"], resume["Email"]) == ("Maya Okafor", "maya.okafor@example.com")


def test_sections_keep_their_order_and_extra_ones_stay(server):
    moved = {"Skills": ["Go"], "Zines": [{"Issue": "1"}]} | {
        key: COMPLETE[key] for key in reversed(COMPLETE) if key != "Skills"
    }
    response = format_resume(server, moved)
    assert response.status_code == 200, response.text
    assert list(response.json()["resumeData"]) == list(moved)


def test_normalising_twice_is_normalising_once(server):
    once = format_resume(server, COMPLETE).json()["resumeData"]
    assert format_resume(server, once).json()["resumeData"] == once


@pytest.mark.parametrize("field", [*CORE_TEXTS, *CORE_LISTS])
def test_a_missing_section_is_asked_for(server, field):
    response = format_resume(server, {key: value for key, value in COMPLETE.items() if key != field})
    assert response.status_code == 400
    assert list(check_questions(response.json()["missingFields"])) == [field]


def test_an_empty_resume_misses_all_eight(server):
    response = format_resume(server, {})
    assert response.status_code == 400
    assert set(check_questions(response.json()["missingFields"])) == {*CORE_TEXTS, *CORE_LISTS}


NO_OBJECT = {
    "nothing": "",
    "text": "hello",
    "half": '{"Name": "Maya"',
    "array": "[]",
    "number": "7",
    "null": "null",
    "string": '"Name"',
    "trailing": "{} {}",
    "comma": '{"Name": "x",}',
    "single quotes": "{'Name': 'x'}",
    "NaN": '{"Name": NaN}',
    "comment": "{/**/}",
    "bad UTF-8": b'{"Name": "\xff\xfe"}',
    "UTF-16": '{"Name": "x"}'.encode("utf-16"),
    "byte order mark": b"\xef\xbb\xbf{}x",
    "deep": "[" * 5_000 + "]" * 5_000,
    "deep value": '{"Name":' + "[" * 5_000 + "]" * 5_000 + "}",
    "wrong types": '{"Name": 5, "Experience": "none"}',
    "control character": '{"Name": "a\x01b"}',
}


@pytest.mark.parametrize("body", NO_OBJECT.values(), ids=NO_OBJECT)
def test_a_body_that_is_no_resume(server, body):
    refusal(format_resume(server, body), 400, "invalid_payload")
    assert requests.get(f"{server.url}/health", timeout=5).status_code == 200


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
        "application/xml",
        "json",
    ],
)
def test_another_content_type(server, content_type):
    refusal(format_resume(server, COMPLETE, content_type), 415)


@pytest.mark.parametrize(
    "content_type", ["application/json", "application/json; charset=utf-8", "Application/JSON;charset=UTF-8"]
)
def test_json_by_its_names(server, content_type):
    assert format_resume(server, COMPLETE, content_type).status_code == 200


def test_no_content_type_at_all_is_taken_for_json(server):
    response = requests.post(f"{server.url}/format-resume", data=json.dumps(COMPLETE).encode(), timeout=10)
    assert "content-type" not in response.request.headers
    assert response.status_code == 200


def test_a_body_over_the_limit(server):
    body = COMPLETE | {"Summary": "x" * 11_000_000}
    try:
        response = format_resume(server, body)
    except requests.ConnectionError:  # the answer came, and the connection was closed, before all of the body was sent
        announced = exchange(
            server.port,
            b"POST /format-resume HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 11000000\r\n\r\n{",
        )
        assert announced.startswith(b"HTTP/1.1 413"), announced[:200]
    else:
        refusal(response, 413, "payload_too_large")
    assert requests.get(f"{server.url}/health", timeout=5).status_code == 200


def test_a_chunked_body_over_the_limit(server):
    def pieces():
        for _ in range(200):
            yield b"x" * 65_536

    try:
        response = requests.post(
            f"{server.url}/format-resume", data=pieces(), headers={"Content-Type": "application/json"}, timeout=20
        )
        assert response.status_code == 413, response.status_code
    except requests.ConnectionError:
        pass
    assert requests.get(f"{server.url}/health", timeout=5).status_code == 200


def test_health(server):
    response = requests.get(f"{server.url}/health", headers=ORIGIN, timeout=5)
    assert response.status_code == 200
    assert response.headers["access-control-allow-origin"] == ORIGIN["Origin"]
    assert requests.head(f"{server.url}/health", timeout=5).status_code == 200


@pytest.mark.parametrize(
    "method, path, statuses",
    [
        ("GET", "/no-such-route", {404}),
        ("GET", "/format-resume", {405}),
        ("DELETE", "/health", {405}),
        ("GET", "/../../etc/passwd", {400, 404}),
        ("GET", "/%2e%2e/%2e%2e/etc/passwd", {400, 404}),
        ("GET", "//", {200, 400, 404}),
        ("GET", "/%00", {400, 404}),
        ("TRACE", "/health", {400, 404, 405}),
        ("BREW", "/health", {400, 404, 405, 501}),
        ("GET", "/socket.io", {400, 404}),
        ("GET", "/health/../format-resume", {400, 404, 405}),
    ],
)
def test_other_paths_and_methods(server, method, path, statuses):
    answer = exchange(server.port, f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    assert int(answer.split()[1]) in statuses, answer[:200]
    assert b"root:" not in answer


@pytest.mark.parametrize(
    "data",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\r\n\r\n\r\n",
        b"GET /health\r\n\r\n",
        b"\x00" * 4_096,
        b"GET " + b"/" * 200_000,
        b"GET /health HTTP/1.1\r\nHost: x\r\n" + b"X-A: b\r\n" * 20_000 + b"\r\n",
        b"POST /format-resume HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: -5\r\n\r\n{}",
        b"POST /format-resume HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999999999999999999999\r\n\r\n{}",
        b"POST /format-resume HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"POST /format-resume HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
    ],
    ids=[
        "TLS",
        "version",
        "empty",
        "no version",
        "nulls",
        "long path",
        "many headers",
        "negative length",
        "huge length",
        "bad chunk",
        "huge chunk",
    ],
)
def test_bytes_that_are_no_request(server, data):
    """An error or a closed connection, and the server goes on."""
    answer = exchange(server.port, data, timeout=3, end_of_input=True)
    assert answer == b"" or answer.startswith(b"HTTP/1.1 4") or answer.startswith(b"HTTP/1.1 5"), answer[:200]
    assert requests.get(f"{server.url}/health", timeout=5).status_code == 200


def test_a_client_that_goes_away_in_the_middle_of_a_body(server):
    for _ in range(20):
        connection = socket.create_connection(("127.0.0.1", server.port))
        connection.sendall(
            b"POST /format-resume HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"
        )
        connection.close()
    time.sleep(0.1)
    assert requests.get(f"{server.url}/health", timeout=5).status_code == 200


def test_a_compressed_body_is_refused(server):
    refusal(format_resume(server, COMPLETE, **{"Content-Encoding": "gzip"}), 415, "unsupported_format")


def test_a_wrong_method_is_told_the_right_one(server):
    response = requests.put(f"{server.url}/format-resume", json={}, timeout=5)
    refusal(response, 405)
    assert response.headers["allow"] == "POST"
