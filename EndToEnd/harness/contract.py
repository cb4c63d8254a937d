"""The words of the contract, and what every answer must look like."""

import re

CORE_TEXTS = ("Name", "Title", "Location", "Email", "Phone", "Summary")
CORE_LISTS = {
    "Experience": ("Position", "Company", "Dates", "Description"),
    "Education": ("Degree", "Field", "Institution", "Dates"),
}
CODES = {
    "invalid_payload",
    "payload_too_large",
    "unsupported_format",
    "unreadable_document",
    "no_resume",
    "unknown_field",
    "revision_conflict",
    "busy",
    "cancelled",
    "rate_limited",
    "quota_exceeded",
    "unauthorized",
    "upstream_unavailable",
    "upstream_timeout",
    "upstream_rejected",
    "upstream_invalid_response",
    "internal",
}
CLIENT_EVENTS = (
    "upload_resume",
    "check_resume_fields",
    "preview_resume",
    "user_response",
    "user_message",
    "update_field",
    "get_updated_resume",
    "download_resume",
    "undo",
    "cancel",
)
PLACEHOLDERS = re.compile(r"your name|john doe|jane doe|your\.?email|example company|lorem ipsum|\bN/?A\b|not provided", re.I)
# What no sentence for a person contains: a path of a source or a machine, an address in memory, a type's name, a trace.
INNARDS = re.compile(
    r"\.swift\b|/[a-z]+/[a-z]+/|0x[0-9a-f]{6,}|Error Domain|DecodingError|Optional\(|Swift\.|Fatal error|sk-", re.I
)


def check_error(error, *, among=None) -> dict:
    """A typed error: a sentence, a known code, whether to try again."""
    assert isinstance(error, dict), f"an error is an object, this is {error!r:.300}"
    sentence, code = error.get("error"), error.get("code")
    assert isinstance(sentence, str) and len(sentence) > 8 and " " in sentence, f"no sentence for a person: {error!r:.300}"
    # A sentence may begin with the name of what is wrong: "message" must not be empty.
    begins = sentence[0].isupper() or sentence[0] in '"“' or sentence.split()[0] in CLIENT_EVENTS
    assert begins and sentence.rstrip().endswith((".", "?", "!")), f"no whole sentence: {sentence!r}"
    assert len(sentence) < 500 and not INNARDS.search(sentence), f"the sentence shows what is inside: {sentence!r:.600}"
    assert code in CODES, f"{code!r} is no code of the contract: {error!r:.300}"
    assert isinstance(error.get("retryable"), bool), f"retryable is no boolean: {error!r:.300}"
    if "retryAfter" in error:
        assert isinstance(error["retryAfter"], (int, float)) and error["retryAfter"] >= 0, error
    assert set(error) <= {"error", "code", "retryable", "retryAfter"}, f"more than the contract names: {error!r:.300}"
    if among is not None:
        assert code in among, f"expected one of {sorted(among)}, got {error!r:.300}"
    return error


def check_resume(resume) -> dict:
    """A resume as a client sees it: the eight sections, of the right shape, and nobody invented in them."""
    assert isinstance(resume, dict), f"a resume is an object, this is {resume!r:.300}"
    for name in CORE_TEXTS:
        assert isinstance(resume.get(name), str), f"{name} is {resume.get(name)!r:.200}"
        assert not PLACEHOLDERS.search(resume[name]), f"{name} holds a placeholder: {resume[name]!r:.200}"
    for name, keys in CORE_LISTS.items():
        assert isinstance(resume.get(name), list), f"{name} is {resume.get(name)!r:.200}"
        for entry in resume[name]:
            assert isinstance(entry, dict), f"an entry of {name} is {entry!r:.200}"
            for key in keys:
                assert isinstance(entry.get(key), str), f"{name}.{key} is {entry.get(key)!r:.200}"
    return resume


def check_questions(missing) -> dict:
    """`{ Field: question }`: at least one, each a question."""
    assert isinstance(missing, dict) and missing, f"missingFields is {missing!r:.300}"
    for field, question in missing.items():
        assert isinstance(question, str) and len(question) > 8, f"{field} is asked for with {question!r}"
    return missing
