"""Ways to write a clean answer's JSON that are not clean, each made from the text of the answer and its value."""

import json
from typing import Any


def first(value: Any, change) -> Any:
    """The value with its first text member changed."""
    name = next(name for name, member in value.items() if isinstance(member, str) and member)
    return value | {name: change(value[name])}


def dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


INVENTED = {"Email": "someone.else@example.org", "Skills": ["COBOL"] * 40}
MARKUP = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) =HYPERLINK(\"http://x\")"

FORMS = {  # name: text and value of the answer -> what the model writes
    "json_fenced": lambda text, value: f"```json\n{text}\n```",
    "json_prose": lambda text, value: f"Here is the JSON you asked for:\n\n{text}\n\nLet me know if {{anything}} else is needed!",
    "json_think": lambda text, value: f"<think>The user wants {{\"Name\": ...}}.</think>\n{text}",
    "json_twice": lambda text, value: f"{text}\n{text}",
    "json_quoted": lambda text, value: json.dumps(text),
    "json_bom": lambda text, value: "\ufeff" + text,
    "json_trailing_comma": lambda text, value: text[:-1] + ",}",
    "json_single_quotes": lambda text, value: str(value),
    "json_comments": lambda text, value: "{ // the person\n" + text[1:],
    "json_smart_quotes": lambda text, value: text.replace('"', "“", 1).replace('"', "”", 1),
    "json_raw_newline": lambda text, value: dumps(first(value, lambda old: old + "\nmore")).replace("\\n", "\n"),
    "json_nan": lambda text, value: text[:-1] + ', "x": NaN}',
    "json_dup_keys": lambda text, value: text[:-1] + f', "{next(iter(value))}": "Mallory"}}',
    "json_missing_keys": lambda text, value: dumps(dict([next(iter(value.items()))])),
    "json_extra_keys": lambda text, value: dumps(value | {"Salary": 1, "__proto__": {"admin": True}}),
    "json_lower_keys": lambda text, value: dumps({name.lower(): member for name, member in value.items()}),
    "json_wrapped": lambda text, value: dumps({"result": value}),
    "json_invented": lambda text, value: dumps(value | INVENTED),
    "json_markup": lambda text, value: dumps(first(value, lambda old: MARKUP)),
    "json_array_root": lambda text, value: dumps([value]),
    "json_lone_surrogate": lambda text, value: dumps(first(value, lambda old: "@@" + old)).replace("@@", "\\ud83d"),
    "json_nul": lambda text, value: dumps(first(value, lambda old: old[:2] + "@@" + old[2:])).replace("@@", "\\u0000"),
    "length_unsaid": lambda text, value: text[: len(text) // 2],
    "refused_text": lambda text, value: "I'm sorry, but I can't help with that.",
}
