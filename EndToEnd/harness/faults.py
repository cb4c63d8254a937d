"""One fault of the model's server, met by one person: what she got, how long it took, and what it cost."""

import re
import time
from dataclasses import dataclass, field

from .person import Person

# Words that must be in no log: of the prompt, of the document, and of the model's answer.
CANARIES = ("petrichor", "Maya Okafor", "maya.okafor", "履歴書", "tighten the summary")


@dataclass
class Outcome:
    """`said` is `answer`, `incomplete`, `model`, `rules`, or the code of an error; `partial` if some of it was seen before."""

    case: str
    said: str
    partial: bool
    seconds: float
    calls: int = 0
    unchanged: bool = True
    texts: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.said}{' after a part' if self.partial else ''}"


def chat(url: str, case: str, number: str, resume: dict) -> Outcome:
    person = Person(url)
    try:
        person.do("check_resume_fields", {"resumeData": resume}, timeout=60)
        before = person.do("get_updated_resume", timeout=30)["resumeData"]
        started = time.monotonic()
        ack = person.call("user_message", {"message": f"The word is petrichor. fault:{case},id={number}"}, timeout=60)
        seconds = time.monotonic() - started
        heard = person.take_until("user_message_response_error", "user_message_response_done")
        pieces = [event.payload["content"] for event in heard if event.name == "user_message_response_typing"]
        if ack["ok"]:
            assert "".join(pieces) == ack["content"], f"{case}: the pieces are not the answer"
            said = "incomplete" if re.search("may be incomplete|cut off here", ack["content"]) else "answer"
            texts = [ack["content"]]
        else:
            assert heard[-1].payload == ack["error"]
            said, texts = ack["error"]["code"], [ack["error"]["error"], *pieces]
        after = person.do("get_updated_resume", timeout=30)["resumeData"]
        return Outcome(case, said, bool(pieces) and not ack["ok"], seconds, unchanged=after == before, texts=texts)
    finally:
        person.close()


def upload(url: str, case: str, number: str, text: str) -> Outcome:
    person = Person(url)
    try:
        started = time.monotonic()
        ack = person.call("upload_resume", {"rawResumeText": f"{text}\nNotes\nfault:{case},id={number}\n"}, timeout=60)
        seconds = time.monotonic() - started
        said = ack["source"] if ack["ok"] else ack["error"]["code"]
        texts = [str(ack)]
        return Outcome(case, said, False, seconds, texts=texts)
    finally:
        person.close()
