"""One request to the fake model, and its answer, byte by byte. Standard library only."""

import gzip
import json
import re
import select
import socket
import struct
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

from .answers import good, value
from .cases import BUSY, ENDS, MESSAGE, STATUS, STREAM, STREAM_FINE, TEXT, failure
from .forms import FORMS, dumps
from .rules import problems

LONGEST = 60.0  # seconds that any case may take


@dataclass
class Received:
    """One request, and how it ended: `open`, `answered`, `dropped` by the case, or `client gone`."""

    path: str
    headers: dict[str, str]
    body: Any
    problems: list[str]
    id: str = ""
    hit: int = 0
    outcome: str = "open"
    ended: threading.Event = field(default_factory=threading.Event)


class Gone(Exception):
    """The client went away, or the case drops the connection."""


class Reply(BaseHTTPRequestHandler):
    protocol_version, server_version, sys_version = "HTTP/1.1", "fake", ""

    def do_GET(self):
        if self.path.endswith("/models"):
            day = self.server.model.shutdown_date
            models = [{"id": name, "object": "model", "shutdown_date": day} for name in self.server.model.names]
            return self.plain(200, {"object": "list", "data": models})
        self.plain(404, failure(f"Invalid URL (GET {self.path})"))

    def do_POST(self):
        model = self.server.model
        raw = (
            self.rfile.read(int(self.headers.get("content-length") or 0)) if "content-length" in self.headers else self.chunks()
        )
        try:
            self.body = json.loads(raw)
        except ValueError:
            self.body = None
        received = Received(self.path, {k.lower(): v for k, v in self.headers.items()}, self.body, problems(self.body))
        self.streaming = isinstance(self.body, dict) and bool(self.body.get("stream"))
        case = model.receive(received)
        self.received = received
        try:
            self.play(case)
            received.outcome = "answered"
        except (Gone, OSError) as reason:
            received.outcome = str(reason) if isinstance(reason, Gone) else "client gone"
            self.close_connection = True
        finally:
            model.ended()
            received.ended.set()

    def play(self, case: str | list | None):
        if not self.path.split("?")[0].endswith("/chat/completions"):
            return self.plain(404, failure(f"Invalid URL (POST {self.path})"))
        if isinstance(case, list):
            return self.answer(case[0])
        if case in STATUS:
            return self.plain(*STATUS[case])
        if case in TEXT:
            return self.answer(TEXT[case])
        if case in MESSAGE:
            return self.answer(*MESSAGE[case])
        if case in STREAM or case in STREAM_FINE:
            return self.answer(good(self.body), **(STREAM.get(case) or STREAM_FINE[case]))
        if case in FORMS:
            known = value(self.body)
            return self.answer(FORMS[case](dumps(known), known))
        if case in ENDS:
            return self.answer(good(self.body), *ENDS[case])
        if action := getattr(self, f"play_{case}", None):
            return action()
        if case == "reset":
            return self.drop(reset=True)
        assert case in (None, "ok"), f"no such case: {case}"
        if self.received.problems:
            return self.plain(400, failure("; ".join(self.received.problems)))
        self.answer(good(self.body))

    # ---- cases that need code

    def play_hang(self):
        self.nap(LONGEST)

    def play_slow(self):
        self.nap(1.5)
        self.answer(good(self.body))

    def play_close(self):
        self.drop()

    def play_headers_then_stall(self):
        self.begin()
        self.nap(LONGEST)

    def play_ignores_stream(self):
        self.streaming = False
        self.answer(good(self.body))

    def play_always_sse(self):
        self.streaming = True
        self.answer(good(self.body))

    def play_gzip_200(self):
        body = gzip.compress(json.dumps(self.completion(good(self.body))).encode())
        self.plain(200, body, {"content-encoding": "gzip"})

    def play_short_body(self):  # fewer bytes than content-length says
        self.partial(0.5, 0)

    def play_drip(self):  # a whole body, a byte at a time: no read is slow, the answer is
        self.partial(1.0, 0.1)

    def play_flaky(self):  # an error first, and then all is well
        self.plain(500, BUSY) if self.received.hit == 1 else self.answer(good(self.body))

    def play_flaky_long(self):
        self.plain(500, BUSY) if self.received.hit <= 9 else self.answer(good(self.body))

    def play_length(self):
        text = good(self.body)
        self.answer(text[: len(text) // 2], "length")

    def play_bad_json_then_ok(self):
        known = value(self.body)
        self.answer(FORMS["json_missing_keys"]("", known) if self.received.hit == 1 else dumps(known))

    def play_only_text(self):  # a server that knows no response_format
        if "response_format" in self.body:
            return self.plain(400, {"error": "response_format is not supported"})
        self.answer("```json\n" + dumps(value(self.body)) + "\n```")

    def partial(self, share, gap):
        body = json.dumps(self.completion(good(self.body))).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        for byte in body[: int(len(body) * share)]:
            self.wfile.write(bytes([byte]))
            self.nap(gap)
        if share < 1:
            self.drop()

    # ---- answers

    def completion(self, text, finish="stop", extra=None):
        message = {"role": "assistant", "content": text, "refusal": None, **(extra or {})}
        choices = [{"index": 0, "message": message, "logprobs": None, "finish_reason": finish}]
        return self.envelope("chat.completion", choices=choices, usage=self.usage(text))

    def envelope(self, kind, **rest):
        return {
            "id": "chatcmpl-1",
            "object": kind,
            "created": 1_795_000_000,
            "model": str((self.body or {}).get("model")),
            **rest,
        }

    def answer(self, text, finish="stop", extra=None, **how):
        if self.streaming:
            return self.stream(text or "", finish, extra, **how)
        if how.get("then") in ("stall", "pings", "endless"):
            return self.nap(LONGEST)
        if how.get("then") in ("reset", "close"):
            return self.drop(reset=how["then"] == "reset")
        self.plain(200, self.completion(text, finish, extra))

    def usage(self, text):
        prompt, made = len(json.dumps(self.body)) // 4, len(text or "") // 4
        return {"prompt_tokens": prompt, "completion_tokens": made, "total_tokens": prompt + made}

    def stream(
        self,
        text,
        finish="stop",
        extra=None,
        *,
        delay=0.0,
        frame="event",
        eol="\n",
        field="data: ",
        head="",
        between="",
        first=None,
        pretty=False,
        done=True,
        finish_chunk=True,
        usage=True,
        cut=None,
        tail="",
        then="end",
    ):
        def chunk(delta, reason=None):
            return self.envelope(
                "chat.completion.chunk", choices=[{"index": 0, "delta": delta, "logprobs": None, "finish_reason": reason}]
            )

        def event(value):
            return (
                "".join(
                    f"{field}{line}\n"
                    for line in json.dumps(value, ensure_ascii=False, indent=1 if pretty else None).split("\n")
                )
                + "\n"
            )

        parts = (
            re.findall(r"\s*\S{1,12}|\s+", text)
            if len(text) < 100_000
            else [text[i : i + 20_000] for i in range(0, len(text), 20_000)]
        )
        events = ([first] if first else []) + [chunk({"role": "assistant", "content": "", "refusal": None})]
        events += [chunk({"content": part}) for part in parts] + ([chunk(extra)] if extra else [])
        if finish_chunk and then != "endless":
            events.append(chunk({}, finish))
        if usage and ((self.body or {}).get("stream_options") or {}).get("include_usage"):
            events = [{**each, "usage": None} for each in events] + [
                self.envelope("chat.completion.chunk", choices=[], usage=self.usage(text))
            ]
        texts = [head] + [between + event(each) for each in events][:cut]
        texts += [field + "[DONE]\n\n"] if done and cut is None and then != "endless" else []
        blobs = [each.replace("\n", eol).encode() for each in texts] + [tail if isinstance(tail, bytes) else tail.encode()]
        blobs = [b"".join(blobs)] if frame == "all" else [bytes([b]) for b in b"".join(blobs)] if frame == "byte" else blobs
        self.begin()
        for blob in filter(None, blobs):
            self.write(blob)
            self.nap(delay)
        if then == "stall":
            self.nap(LONGEST)
        if then in ("reset", "close"):
            self.drop(reset=then == "reset")
        end = time.monotonic() + LONGEST
        while then in ("pings", "endless") and time.monotonic() < end:
            self.write(b": ping\n\n" if then == "pings" else event(chunk({"content": " more"})).encode())
            self.nap(0.2 if then == "pings" else 0.002)
        self.wfile.write(b"0\r\n\r\n")

    # ---- the wire

    def begin(self):
        self.send_response(200)
        self.send_header("content-type", "text/event-stream; charset=utf-8")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()

    def plain(self, status, body, headers=None):
        blob = body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else json.dumps(body).encode()
        kind = "text/html" if isinstance(body, str) else "application/json"
        self.send_response(status)
        for name, value in {"content-type": kind, **(headers or {}), "content-length": str(len(blob))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(blob)

    def write(self, blob):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(blob), blob))

    def chunks(self):
        body = b""
        while size := int(self.rfile.readline().split(b";")[0] or b"0", 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def nap(self, seconds):
        """Waits, but notices at once when the client hangs up."""
        if seconds and select.select([self.connection], [], [], seconds)[0] and not self.connection.recv(1, socket.MSG_PEEK):
            raise Gone("client gone")

    def drop(self, reset=False):
        if reset:  # RST, not FIN
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
        raise Gone("dropped")

    def log_message(self, *_):
        pass
