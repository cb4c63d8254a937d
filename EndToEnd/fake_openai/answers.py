"""What the fake model says when all is well: a value of whatever shape the request asks for."""

import json
from typing import Any

CHAT = "Sure! Your résumé looks strong – 履歴書 🚀. I would add numbers to each bullet, then tighten the summary."
RESUME = {
    "Name": "Maya Okafor",
    "Title": "Senior Backend Engineer",
    "Location": "Portland, OR",
    "Email": "maya.okafor@example.com",
    "Phone": "(503) 555-0142",
    "Summary": "Backend engineer with nine years in payments and messaging.",
    "Experience": [
        {
            "Position": "Senior Backend Engineer",
            "Company": "Harbor Payments",
            "Dates": "March 2020 - Present",
            "Description": "Led the move of card settlement from nightly batches to events.",
        },
        {
            "Position": "Backend Engineer",
            "Company": "Northwind Logistics",
            "Dates": "June 2016 - February 2020",
            "Description": "Built the parcel tracking service.",
        },
    ],
    "Education": [
        {"Degree": "B.S.", "Field": "Computer Science", "Institution": "Oregon State University", "Dates": "2010 - 2014"}
    ],
    "Skills": ["Go", "Python", "PostgreSQL"],
}


def value(body: dict) -> dict:
    """What a clean answer to this request says, whether or not the request names a schema."""
    form = body.get("response_format") or {}
    if form.get("type") == "json_schema":
        return fill(form["json_schema"]["schema"], RESUME | {"reply": CHAT})
    system = body["messages"][0]["content"]
    if '"operations"' in system:
        return {"reply": CHAT, "operations": [], "styles": []}
    return {"questions": [], "issues": []} if '"issues"' in system else RESUME


def good(body: dict) -> str:
    """The text of a clean answer to this request."""
    form = body.get("response_format") or {}
    if form.get("type") == "json_schema":
        return json.dumps(fill(form["json_schema"]["schema"], RESUME | {"reply": CHAT}), ensure_ascii=False)
    if form.get("type") == "json_object":
        return json.dumps(RESUME, ensure_ascii=False)
    return CHAT


def fill(schema: dict, known: Any, root: dict | None = None) -> Any:
    """A value that fits a JSON schema, with what is known by name put where it fits, and nothing elsewhere."""
    root = root or schema
    if "$ref" in schema:
        target = root
        for step in schema["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        return fill(target, known, root)
    if "enum" in schema:
        return known if known in schema["enum"] else schema["enum"][0]
    if "const" in schema:
        return schema["const"]
    if "anyOf" in schema:
        fitting = [option for option in schema["anyOf"] if fits(option, known)]
        return fill((fitting or schema["anyOf"])[0], known, root)
    kinds = schema.get("type", "object")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    kind = next((kind for kind in kinds if fits({"type": kind}, known)), None) or ("null" if "null" in kinds else kinds[0])
    if kind == "object":
        known = known if isinstance(known, dict) else {}
        # A wrapper such as {"resume": {...}}: what is known is known inside it too.
        return {
            name: fill(part, known.get(name, known if part.get("type") == "object" else None), root)
            for name, part in schema.get("properties", {}).items()
        }
    if kind == "array":
        return [fill(schema["items"], item, root) for item in known] if isinstance(known, list) else []
    return (
        known
        if fits({"type": kind}, known)
        else {"string": "", "integer": 0, "number": 0, "boolean": False, "null": None}[kind]
    )


def fits(schema: dict, value: Any) -> bool:
    kinds = {
        "object": dict,
        "array": list,
        "string": str,
        "integer": int,
        "number": (int, float),
        "boolean": bool,
        "null": type(None),
    }
    names = schema.get("type", "object")
    return any(isinstance(value, kinds[name]) for name in (names if isinstance(names, list) else [names]))
