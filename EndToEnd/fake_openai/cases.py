"""Ways for a model's server to go wrong, as they were seen in the wild: by status, by text, by stream."""

import json

from .answers import CHAT, RESUME

HTML = "<html><body><h1>502 Bad Gateway</h1><script>alert(1)</script></body></html>"


def failure(message, kind="invalid_request_error", param=None, code=None, **more):
    return {"error": {"message": message, "type": kind, "param": param, "code": code, **more}}


# A message of an upstream may quote the request and part of the key: it must never reach a client.
LEAK = "UPSTREAM-SECRET org-x sk-leak-0123"
RATE = failure(f"Rate limit reached in {LEAK} on tokens per min (TPM).", "tokens", code="rate_limit_exceeded")
BUSY = failure(f"The server had an error ({LEAK}).", "server_error")

STATUS = {  # name: (status, body, further headers); a str body goes out as text/html
    "http_400_context": (
        400,
        failure("Your messages resulted in 90210 tokens.", param="messages", code="context_length_exceeded"),
    ),
    "http_400_filter": (400, failure("The prompt triggered content management policy.", None, "prompt", "content_filter")),
    "http_401": (401, failure(f"Incorrect API key provided: {LEAK}.", code="invalid_api_key")),
    "http_401_llama": (401, {"error": {"message": "Invalid API Key", "type": "authentication_error", "code": 401}}),
    "http_403": (403, failure("Country, region, or territory not supported", "request_forbidden")),
    "http_404_model": (
        404,
        failure("The model `gpt-4` does not exist or you do not have access to it.", code="model_not_found"),
    ),
    "http_413": (413, "<html>413 Request Entity Too Large</html>"),
    "http_422": (422, {"detail": [{"loc": ["body", "messages"], "msg": "field required", "type": "value_error.missing"}]}),
    "http_429": (429, RATE, {"retry-after": "1"}),
    "http_429_long": (429, RATE, {"retry-after": "3600"}),
    "http_429_bad": (429, RATE, {"retry-after": "soon"}),
    "http_429_quota": (429, failure("You exceeded your current quota.", "insufficient_quota", code="insufficient_quota")),
    "http_500": (500, BUSY),
    "http_502_html": (502, HTML),
    "http_503_loading": (503, {"error": {"message": "Loading model", "type": "unavailable_error", "code": 503}}),
    "http_504_empty": (504, ""),
    "http_400_context_llama": (
        400,
        {"error": {"code": 400, "message": "exceeds the available context size", "type": "exceed_context_size_error"}},
    ),
    "http_400_param": (
        400,
        failure("Unsupported parameter: 'max_tokens'.", param="max_tokens", code="unsupported_parameter"),
    ),
    "http_400_json_object": (400, {"error": "'response_format.type' must be 'json_schema' or 'text'"}),
    "http_408": (408, failure("Request timeout", "server_error")),
    "http_429_ms": (429, RATE, {"retry-after-ms": "250", "retry-after": "60"}),
    "http_429_date": (429, RATE, {"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}),
    "http_429_bare": (429, RATE),
    "http_500_noretry": (500, BUSY, {"x-should-retry": "false"}),
    "http_503": (503, failure("Slow Down", "service_unavailable_error", code="slow_down")),
    "http_307": (307, "", {"location": "/elsewhere/v1/chat/completions"}),
    "error_string": (400, {"error": "model is required"}),
    "error_bare": (400, {"object": "error", "message": "bad request", "code": 40001}),
    "error_200": (200, {"error": {"message": LEAK, "code": 502}}),
    "html_200": (200, HTML),
    "empty_200": (200, "", {"content-type": "application/json"}),
    "null_200": (200, None),
    "list_200": (200, []),
    "empty_choices": (200, {"id": "c", "object": "chat.completion", "created": 1, "model": "x", "choices": []}),
    "no_message": (200, {"id": "c", "object": "chat.completion", "choices": [{"index": 0, "finish_reason": "stop"}]}),
    "wrong_types": (200, {"id": 7, "choices": {"0": "x"}, "usage": "many"}),
    "deep_200": (200, b'{"choices":' + b"[" * 20_000 + b"]" * 20_000 + b"}"),
}

GOOD = json.dumps(RESUME, ensure_ascii=False)
TEXT = {  # name: what the model writes, with finish_reason stop
    "json_cut": GOOD[: len(GOOD) // 2],
    "json_deep": '{"Name": ' + "[" * 20_000 + "]" * 20_000 + "}",
    "json_empty_object": "{}",
    "json_wrong_types": json.dumps({**RESUME, "Phone": 5035550142, "Skills": "Go, C", "Experience": {"Company": "Harbor"}}),
    "json_null_fields": json.dumps({**RESUME, "Phone": None, "Experience": None, "Skills": [None, "Go"]}),
    "json_spaces": GOOD[:40] + " \n\t" * 2_000,
    "json_huge": json.dumps({**RESUME, "Skills": [f"skill {number}" for number in range(200_000)]}),
    "json_placeholders": json.dumps({**RESUME, "Name": "Your Name", "Email": "your.email@example.com"}),
    "not_json": "Maya Okafor is a backend engineer.",
    "blank": "  \n",
    "empty": "",
}

MESSAGE = {  # name: (text, finish_reason, further fields of the message)
    "content_filter": (CHAT[:20], "content_filter", {}),
    "refusal": (None, "stop", {"refusal": "I'm sorry, I cannot assist with that request."}),
    "null_content": (None, "stop", {}),
    "tool_calls": (
        None,
        "tool_calls",
        {"tool_calls": [{"index": 0, "id": "1", "type": "function", "function": {"name": "x", "arguments": "{}"}}]},
    ),
    "error_finish": (CHAT[:20], "error", {}),
}
# A clean answer with an odd end: (finish_reason, further fields of the message).
ENDS = {
    "reasoning": ("stop", {"reasoning_content": "Let me think {…}"}),
    "odd_finish": ("eos_token", {}),
    "null_finish": (None, {}),
}


def data(value):
    return "data: " + json.dumps(value) + "\n\n"


def piece(text):
    return {"choices": [{"index": 0, "delta": {"content": text}}]}


OPENROUTER = {
    "error": {"code": 502, "message": "Provider disconnected"},
    "choices": [{"index": 0, "delta": {"content": ""}, "finish_reason": "error"}],
}


# Keyword arguments of `Reply.stream`. `STREAM_FINE` must be read as if nothing were odd; the others are broken.
STREAM_FINE = {
    "stream_paced": dict(delay=0.03),
    "stream_bytes": dict(frame="byte"),
    "stream_one_write": dict(frame="all"),
    "stream_crlf": dict(eol="\r\n"),
    "stream_cr": dict(eol="\r"),
    "stream_nospace": dict(field="data:"),
    "stream_bom": dict(head="\ufeff"),
    "stream_comments": dict(head=": PROCESSING\n\n", between=": keep-alive\n\n"),
    "stream_fields": dict(head="retry: 3000\n\n", between="id: 7\nevent: message\n"),
    "stream_multiline": dict(pretty=True),
    "stream_no_done": dict(done=False),
    "stream_no_usage": dict(usage=False),
    "stream_after_done": dict(tail=data({"late": True})),
    "stream_open_after_done": dict(then="stall"),
    "stream_azure": dict(first={"choices": [], "prompt_filter_results": []}),
}
STREAM = {
    "stream_stall": dict(cut=5, then="stall"),
    "stream_pings": dict(cut=5, then="pings"),
    "stream_endless": dict(then="endless"),
    "stream_reset": dict(cut=5, then="reset"),
    "stream_close": dict(cut=5, then="close"),
    "stream_cut_event": dict(cut=5, tail='data: {"choices": [{"del'),
    "stream_bad_json": dict(cut=5, tail="data: {oops}\n\n"),
    "stream_html": dict(cut=5, tail=HTML),
    "stream_error": dict(cut=5, tail=data(BUSY)),
    "stream_error_event": dict(cut=5, tail="event: error\n" + data(RATE)),
    "stream_no_finish": dict(done=False, finish_chunk=False),
    "stream_big_line": dict(cut=2, tail="data: " + "x" * 8_000_000),
    "stream_deep": dict(cut=2, tail="data: " + "[" * 20_000 + "]" * 20_000 + "\n\n"),
    "stream_slow": dict(delay=0.3),
    "stream_stall_first": dict(cut=1, then="stall"),
    "stream_pings_only": dict(cut=0, then="pings"),
    "stream_pings_mid": dict(cut=5, then="pings"),
    "stream_done_no_finish": dict(finish_chunk=False),
    "stream_error_openrouter": dict(cut=5, tail=data(OPENROUTER)),
    "stream_big_event": dict(cut=2, tail=data(piece("x" * 8_000_000))),
    "stream_bad_utf8": dict(
        cut=5, tail=b'data: {"choices":[{"index":0,"delta":{"content":"\xff\xfe\xc3"}}]}\n\n'
    ),
    "stream_split_surrogate": dict(cut=5, tail=data(piece("\ud83d")) + data(piece("\ude80")) + "data: [DONE]\n\n"),
}
