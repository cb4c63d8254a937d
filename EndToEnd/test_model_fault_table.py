"""Every fault that the fake model knows, streamed and in one piece, met by people who chat and by people who upload.

All cases run beside each other through the whole server, with short time limits. What the people got, by group of faults, is
written to artefacts/faults.md; docs/assistant.md has it.
"""

from concurrent.futures import ThreadPoolExecutor

import pytest
from fake_openai import CASES, FakeModel
from fake_openai.answers import RESUME
from harness import faults
from harness.with_model import MODEL, check_log, settings

# Seconds. A whole answer in one piece has no first piece to wait for: its only limit is the total.
LIMITS = {
    "OPENAI_CONNECT_TIMEOUT": "2",
    "OPENAI_FIRST_CONTENT_TIMEOUT": "6",
    "OPENAI_SILENCE_TIMEOUT": "3",
    "OPENAI_TOTAL_TIMEOUT": "10",
    "OPENAI_RETRY_DELAY": "1.2",
    "LIMIT_ANSWERS_PER_USER": "0",
}
SLACK = 10  # seconds on top of the total, for a busy machine
AT_ONCE = 24

DOWN, LATE, REJECTED, INVALID = (
    "upstream_unavailable",
    "upstream_timeout",
    "upstream_rejected",
    "upstream_invalid_response",
)
# What may be said in a chat: streamed; and in one piece, where that differs. Of `stream_` cases that are only oddly framed or
# broken, nothing is left when the server does not stream. Then what an upload gives: read by the `model`, or by `rules`.
GROUPS = {
    "never answers": (["hang"], {LATE}, None, {"rules"}),
    "answers late": (["slow"], {"answer"}, None, {"model"}),
    "stalls before the first word": (
        ["headers_then_stall", "stream_stall_first", "stream_pings_only"],
        {LATE},
        None,
        {"rules"},
    ),
    "stalls in the middle, keep-alives or not": (
        ["stream_stall", "stream_pings", "stream_pings_mid"],
        {f"{LATE} after a part"},
        {LATE},
        {"rules"},
    ),
    "breaks off in the middle": (
        ["stream_reset", "stream_close"],
        {f"{DOWN} after a part", DOWN},
        {DOWN},
        {"rules"},
    ),
    "drips": (["drip"], {LATE}, None, {"rules"}),
    "is slow": (["stream_slow", "stream_paced"], {f"{LATE} after a part", "answer"}, {"answer"}, {"rules", "model"}),
    "closes the connection": (["reset", "close", "short_body"], {DOWN}, None, {"rules"}),
    "refuses the key or the region": (["http_401", "http_401_llama", "http_403"], {REJECTED}, None, {"rules"}),
    "has no such model": (["http_404_model"], {REJECTED}, None, {"rules"}),
    "has no room for this": (
        ["http_400_context", "http_400_context_llama", "http_413"],
        {"payload_too_large"},
        None,
        {"rules"},
    ),
    "refuses the request's form": (
        ["http_400_param", "http_400_json_object", "http_422", "error_string", "error_bare"],
        {REJECTED},
        None,
        {"rules"},
    ),
    "declines by policy": (
        ["http_400_filter", "content_filter", "refusal"],
        {REJECTED, f"{REJECTED} after a part"},
        None,
        {"rules"},
    ),
    "declines in words": (["refused_text"], {"answer"}, None, {"rules"}),
    "is overloaded, starting, or broken": (
        [
            "http_408",
            "http_500",
            "http_500_noretry",
            "http_502_html",
            "http_503",
            "http_503_loading",
            "http_504_empty",
            "error_200",
            "flaky_long",
        ],
        {DOWN},
        None,
        {"rules"},
    ),
    "fails once": (["flaky"], {"answer"}, None, {"model"}),
    "limits the rate": (
        ["http_429", "http_429_ms", "http_429_date", "http_429_long", "http_429_bad", "http_429_bare"],
        {"rate_limited"},
        None,
        {"rules"},
    ),
    "has no credit left": (["http_429_quota"], {"quota_exceeded"}, None, {"rules"}),
    "redirects": (["http_307"], {DOWN}, None, {"rules"}),
    "answers 200 with something else": (
        ["html_200", "empty_200", "null_200", "list_200", "wrong_types", "no_message", "empty_choices", "deep_200"],
        {INVALID},
        None,
        {"rules"},
    ),
    "sends an error in the middle": (
        ["stream_error", "stream_error_event", "stream_error_openrouter", "stream_bad_json", "stream_deep", "error_finish"],
        {f"{DOWN} after a part", "rate_limited after a part", f"{INVALID} after a part", INVALID},
        {"answer", INVALID},
        {"rules", "model"},
    ),
    "compresses though asked not to": (["gzip_200"], {INVALID}, None, {"rules"}),
    "streams unasked, or not when asked": (["always_sse", "ignores_stream"], {"answer"}, None, {"model"}),
    "frames its stream in another way": (
        [
            "stream_bytes",
            "stream_one_write",
            "stream_crlf",
            "stream_cr",
            "stream_nospace",
            "stream_bom",
            "stream_comments",
            "stream_fields",
            "stream_multiline",
            "stream_azure",
            "stream_no_done",
            "stream_no_usage",
            "stream_after_done",
            "reasoning",
            "ok",
        ],
        {"answer"},
        None,
        {"model"},
    ),
    "leaves the stream open": (["stream_open_after_done"], {"answer"}, {LATE}, {"model", "rules"}),
    "gives no reason for the end": (
        ["stream_no_finish", "stream_done_no_finish", "null_finish", "odd_finish"],
        {"answer"},
        None,
        {"model"},
    ),
    "ends in the middle without a word": (
        ["stream_cut_event", "stream_html", "stream_bad_utf8", "stream_split_surrogate"],
        {"incomplete", INVALID},
        {"answer"},
        {"rules", "model"},
    ),
    "is cut off": (["length", "length_unsaid"], {"incomplete"}, None, {"rules"}),
    "sends too much": (
        ["stream_big_event", "stream_big_line", "json_huge"],
        {INVALID, f"{INVALID} after a part"},
        {"answer", INVALID},
        {"rules", "model"},
    ),
    "never ends": (["stream_endless"], {f"{LATE} after a part", f"{INVALID} after a part"}, {LATE}, {"rules"}),
    "wraps its JSON": (
        [
            "json_fenced",
            "json_prose",
            "json_think",
            "json_bom",
            "json_wrapped",
            "json_quoted",
            "json_trailing_comma",
            "json_raw_newline",
            "json_lower_keys",
            "json_array_root",
            "json_extra_keys",
            "json_twice",
        ],
        {"answer"},
        None,
        {"model"},
    ),
    "writes what is no JSON": (
        ["json_comments", "json_single_quotes", "json_smart_quotes", "json_nan", "json_dup_keys", "json_cut", "json_deep"],
        {"incomplete", INVALID},
        None,
        {"rules"},
    ),
    "leaves out or mistypes fields": (
        ["json_missing_keys", "json_wrong_types", "json_null_fields", "json_placeholders", "bad_json_then_ok"],
        {"answer", INVALID},
        None,
        {"model"},
    ),
    "writes characters that nobody can store": (["json_lone_surrogate", "json_nul"], {"answer"}, None, {"model"}),
    "says nothing": (
        ["json_spaces", "json_empty_object", "blank", "empty", "null_content", "tool_calls"],
        {INVALID},
        None,
        {"rules"},
    ),
    "writes prose": (["not_json"], {"answer"}, None, {"rules"}),
    "invents values, or writes markup": (["json_invented", "json_markup"], {"answer"}, None, {"model"}),
}
# `only_text` changes what the server asks of everybody after it; it has a test of its own.
APART = {"only_text"}
PASSES = [(streams, kind) for streams in ("true", "false") for kind in ("chat", "upload")]
table: dict[tuple[str, str], dict[str, faults.Outcome]] = {}


@pytest.fixture(scope="module", params=["true", "false"], ids=["streamed", "plain"])
def streams(request):
    return request.param


@pytest.fixture(scope="module")
def fake():
    model = FakeModel(MODEL)
    yield model
    model.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory, fake, streams):
    from conftest import Servers

    servers = Servers(tmp_path_factory)
    server = servers.start(**settings(fake, LOG_LEVEL="trace", OPENAI_STREAM=streams, **LIMITS))
    yield server
    servers.stop()
    check_log(server.log)
    for canary in faults.CANARIES:
        assert canary not in server.log, f"{canary} is in the log"


def test_every_case_has_its_group():
    grouped = [case for cases, *_ in GROUPS.values() for case in cases]
    assert sorted(grouped) == sorted(set(CASES) - APART)


@pytest.mark.parametrize("kind", ["chat", "upload"])
def test_every_fault(server, fake, streams, kind, resumes):
    fake.reset()
    cases = [case for cases, *_ in GROUPS.values() for case in cases]

    def meet(number: int) -> faults.Outcome:
        case, person = cases[number], f"{kind}{number}"
        if kind == "chat":
            return faults.chat(server.url, case, person, RESUME)
        return faults.upload(server.url, case, person, resumes["maya_okafor"])

    memory = server.memory()
    with ThreadPoolExecutor(AT_ONCE) as people:
        outcomes = list(people.map(meet, range(len(cases))))
    for number, outcome in enumerate(outcomes):
        outcome.calls = sum(received.id == f"{kind}{number}" for received in fake.received)
    table[streams, kind] = {outcome.case: outcome for outcome in outcomes}

    wrong = []
    for cases_, streamed, plain, upload in GROUPS.values():
        allowed = upload if kind == "upload" else plain if plain and streams == "false" else streamed
        for case in cases_:
            outcome = table[streams, kind][case]
            if str(outcome) not in allowed:
                wrong.append(f"{case}: {outcome}, not {' or '.join(sorted(allowed))}")
            if outcome.seconds > float(LIMITS["OPENAI_TOTAL_TIMEOUT"]) + SLACK:
                wrong.append(f"{case}: took {outcome.seconds:.1f} s")
            if not 1 <= outcome.calls <= (3 if kind == "chat" else 6):
                wrong.append(f"{case}: {outcome.calls} calls")
            if not outcome.unchanged:
                wrong.append(f"{case}: the resume has changed")
            said = " ".join(outcome.texts)
            if any(leak in said for leak in ("SECRET", "sk-", "<html", "<script")):
                wrong.append(f"{case}: shows what the server wrote: {said:.200}")
    assert not wrong, "\n".join(wrong)
    assert [received.problems for received in fake.received if received.problems] == []
    assert all("/elsewhere" not in received.path for received in fake.received), "a redirect was followed"
    assert server.memory() - memory < 80_000_000, f"{memory} bytes have become {server.memory()}"


def test_the_table(artefacts):
    """What everybody got, for people to read."""
    if set(table) != set(PASSES):
        pytest.skip("not all of it has run")
    lines = ["| the model's server … | cases | chat, streamed | chat, in one piece | upload | calls | seconds |", "|" + " --- |" * 7]
    for name, (cases, *_) in GROUPS.items():
        cells = [
            ", ".join(sorted({str(table[key][case]).replace("upstream_", "") for case in cases}))
            for key in (("true", "chat"), ("false", "chat"))
        ]
        uploads = ", ".join(sorted({str(table[s, "upload"][case]) for s in ("true", "false") for case in cases}))
        met = [table[key][case] for key in PASSES for case in cases]
        calls = sorted({outcome.calls for outcome in met})
        longest = max(outcome.seconds for outcome in met)
        numbers = f"{calls[0]}–{calls[-1]}" if len(calls) > 1 else str(calls[0])
        lines.append(f"| {name} | {len(cases)} | {cells[0]} | {cells[1]} | {uploads} | {numbers} | {longest:.1f} |")
    (artefacts / "faults.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
