"""A server whose model is a fake, and what must be true of its log in the end."""

import json
from dataclasses import dataclass
from typing import Any

KEY = "sk-canary-7f3a91c2e5"
MODEL = "gpt-6-luna"
PRIVATE = (KEY, "UPSTREAM-SECRET", "sk-leak", "Maya Okafor", "maya.okafor")


# All people of a test come from one address, and one test's faults must not open the circuit for the next.
UNBOUNDED = {"LIMIT_REQUESTS_PER_USER": "0", "LIMIT_TOKENS_PER_USER": "0", "OPENAI_BREAKER_FAILURES": "0"}


def settings(model, **other: str) -> dict[str, str]:
    return {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": model.url, "OPENAI_MODEL": MODEL} | UNBOUNDED | other


def check_log(log: str) -> None:
    for secret in PRIVATE:
        assert secret not in log, f"{secret} is in the log"


def answer(reply: str, *operations: dict, styles=()) -> str:
    """What the model writes, in the form that the server asks for."""
    return json.dumps({"reply": reply, "operations": list(operations), "styles": list(styles)}, ensure_ascii=False)


def change(op: str, path: str, value: str | None = None, to: int | None = None) -> dict:
    return {"op": op, "path": path, "value": value, "to": to}


@dataclass
class Said:
    """What came of one message."""

    done: dict
    pieces: list[str]
    others: dict[str, Any]


def say(person, message: str) -> Said:
    person.emit("user_message", {"message": message})
    heard = person.take_until("user_message_response_done", "user_message_response_error", "user_message_error")
    assert heard[-1].name == "user_message_response_done", heard[-1]
    pieces = [event.payload["content"] for event in heard if event.name == "user_message_response_typing"]
    assert "".join(pieces) == heard[-1].payload["content"], "the pieces are not the answer"
    return Said(heard[-1].payload, pieces, {event.name: event.payload for event in heard})
