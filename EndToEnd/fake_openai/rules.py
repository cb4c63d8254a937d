"""What the real API would refuse about a request. Tests assert that this server never sends any of it."""

import json
import re

RETIRED = ("gpt-4", "gpt-4-0613", "gpt-4-turbo", "gpt-3.5-turbo")
ROLES = ("system", "developer", "user", "assistant", "tool")


def problems(body) -> list[str]:
    if not isinstance(body, dict):
        return ["the body is no JSON object"]
    found, model, messages = [], str(body.get("model", "")), body.get("messages")
    reasoning = re.match(r"gpt-[56]|o\d", model)
    if not model:
        found.append("no model")
    if model in RETIRED:
        found.append(f"{model} is retired")
    if not isinstance(messages, list) or not messages:
        return [*found, "no messages"]
    for position, message in enumerate(messages):
        if not isinstance(message, dict) or message.get("role") not in ROLES:
            found.append(f"role of message {position}")
        elif not isinstance(message.get("content"), (str, list)):
            found.append(f"content of message {position}")
    if "max_tokens" in body and ("max_completion_tokens" in body or reasoning):
        found.append("max_tokens")
    if reasoning and body.get("temperature", 1) != 1 and body.get("reasoning_effort") != "none":
        found.append("temperature of a reasoning model")
    if "stream_options" in body and not body.get("stream"):
        found.append("stream_options without stream")
    form = body.get("response_format") or {}
    if form.get("type") == "json_object" and "json" not in json.dumps(messages).lower():
        found.append("json_object without the word json in the messages")
    if form.get("type") == "json_schema":
        spec = form.get("json_schema") or {}
        if not re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", str(spec.get("name", ""))):
            found.append("json_schema.name")
        if spec.get("strict"):
            found += loose(spec.get("schema") or {})
    return found


def loose(node, at="schema") -> list[str]:
    """Where a schema breaks the rules of strict mode."""
    found = []
    if isinstance(node, dict) and node.get("type") == "object":
        if node.get("additionalProperties") is not False:
            found.append(f"{at}: additionalProperties must be false")
        if set(node.get("required", [])) != set(node.get("properties", {})):
            found.append(f"{at}: required must name every property")
    if isinstance(node, dict) and not at.endswith("/properties"):
        found += [
            f"{at}: {word} is not allowed"
            for word in ("default", "minLength", "maxLength", "allOf", "not", "if")
            if word in node
        ]
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return found + [problem for key, value in items for problem in loose(value, f"{at}/{key}")]
