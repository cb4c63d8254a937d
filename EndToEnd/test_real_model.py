"""A real, small language model on this machine. Its words are poor; what is tested is that they are handled well."""

import json
import subprocess
import time
from pathlib import Path

import pytest
from harness.contract import check_error, check_questions, check_resume

pytestmark = pytest.mark.model
SCRIPTS = Path(__file__).resolve().parents[1] / "scripts"
HANDLED = {"upstream_invalid_response", "upstream_timeout", "upstream_rejected", "payload_too_large"}
PATIENCE = 40  # seconds: what a person waits before stopping it
MODEL_TIME = 200  # seconds: the server's own deadline for an answer is 180


@pytest.fixture(scope="module")
def small_model():
    started = subprocess.run(
        [str(SCRIPTS / "start-llm.sh")], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=400
    )
    assert started.returncode == 0, started.stderr[-2000:]
    yield dict(line.split("=", 1) for line in started.stdout.split())
    subprocess.run([str(SCRIPTS / "stop-llm.sh")], stdin=subprocess.DEVNULL, timeout=30, check=True)


@pytest.fixture(scope="module")
def server(tmp_path_factory, small_model):
    from conftest import Servers

    servers = Servers(tmp_path_factory)
    yield servers.start(
        OPENAI_API_KEY=small_model["LLM_API_KEY"],
        OPENAI_BASE_URL=small_model["LLM_BASE_URL"],
        OPENAI_MODEL=small_model["LLM_MODEL"],
    )
    servers.stop()


@pytest.mark.timeout(MODEL_TIME + 60)
def test_an_answer_streams_or_is_refused(people):
    person = people("upgrade")
    person.do("check_resume_fields", {"resumeData": {"Name": "Maya Okafor", "Title": "Engineer"}}, timeout=60)
    started = time.monotonic()
    person.emit("user_message", {"message": "Say hello in three words."})
    heard = person.take_until("user_message_response_done", "user_message_response_error", timeout=MODEL_TIME)
    pieces = [event.payload["content"] for event in heard if event.name == "user_message_response_typing"]
    if heard[-1].name == "user_message_response_done":
        assert "".join(pieces) == heard[-1].payload["content"]
    else:
        check_error(heard[-1].payload, among=HANDLED)
    print(f"{heard[-1].name} after {time.monotonic() - started:.1f} s in {len(pieces)} pieces")
    assert person.connected


def test_an_upload_is_read_refused_or_stopped(people):
    """A small model may ramble for minutes; whoever does not want to wait for that stops it."""
    person = people("websocket")
    person.emit("upload_resume", {"rawResumeText": "Maya Okafor\nEngineer\nmaya@example.com\nPortland, OR"})
    started = time.monotonic()
    while not (ended := person.heard("upload_resume_done", "upload_resume_error")) and time.monotonic() - started < PATIENCE:
        time.sleep(0.2)
    if not ended:
        person.do("cancel", timeout=5)
    outcome = person.take("upload_resume_done", "upload_resume_error", timeout=5)
    if outcome.name == "upload_resume_done":
        resume = check_resume(outcome.payload["resumeData"])
        assert resume["Email"] in ("maya@example.com", "") and outcome.payload["source"] == "model"
    else:
        check_error(outcome.payload, among=HANDLED if ended else {"cancelled"})
    print(f"{outcome.payload.get('code', 'read')} after {time.monotonic() - started:.1f} s")
    person.do("check_resume_fields", {"resumeData": {"Name": "Maya Okafor"}}, timeout=60)


class Transcript:
    """Who said what when, kept for whoever wants to read how the model did."""

    def __init__(self, path: Path):
        self._started = time.monotonic()
        self._file = path.open("w", encoding="utf-8")

    def note(self, who: str, name: str, payload) -> None:
        text = json.dumps(payload, ensure_ascii=False)
        self._file.write(f"{time.monotonic() - self._started:7.1f} s  {who:6} {name} {text[:1500]}\n")
        self._file.flush()


class Flow:
    """One person's way through the whole job. Each step ends within a time: by itself, or by being stopped."""

    def __init__(self, person, transcript: Transcript):
        self.person, self.transcript = person, transcript

    def ask(self, event: str, payload=None, *, done: tuple[str, ...], failed: tuple[str, ...], patience: float = PATIENCE):
        """Everything that was heard, up to the event that ended it."""
        self.transcript.note("person", event, payload)
        self.person.emit(event, *([] if payload is None else [payload]))
        end = time.monotonic() + patience
        while not (over := self.person.heard(*done, *failed)) and time.monotonic() < end:
            time.sleep(0.1)
        if not over:
            self.transcript.note("person", "cancel", None)
            self.person.do("cancel", timeout=5)
        heard = self.person.take_until(*done, *failed, timeout=5)
        for item in heard:
            self.transcript.note("server", item.name, item.payload)
        if heard[-1].name in failed:
            check_error(heard[-1].payload, among=HANDLED if over else {"cancelled"})
        assert self.person.connected
        return heard

    def chat(self, message: str, patience: float = PATIENCE):
        heard = self.ask(
            "user_message",
            {"message": message},
            done=("user_message_response_done",),
            failed=("user_message_response_error",),
            patience=patience,
        )
        pieces = [event.payload["content"] for event in heard if event.name == "user_message_response_typing"]
        if heard[-1].name == "user_message_response_done":
            assert "".join(pieces) == heard[-1].payload["content"]
        return heard[-1].payload

    def resume(self) -> dict:
        """As it is now; whatever the model did, it is one."""
        answer = self.person.do("get_updated_resume")
        self.person.take("updated_resume")
        return check_resume(answer["resumeData"])


@pytest.mark.timeout(300)
def test_the_whole_job_ends_in_time_whatever_the_model_says(people, resumes, artefacts):
    person = people("upgrade")
    flow = Flow(person, Transcript(artefacts / "real_model.txt"))

    text = "Maya Okafor\nEngineer\nmaya@example.com\nPortland, OR\n\nEXPERIENCE\nEngineer, Harbor Payments, 2020 - present\n"
    heard = flow.ask(
        "upload_resume", {"rawResumeText": text}, done=("upload_resume_done",), failed=("upload_resume_error",)
    )
    if heard[-1].name == "upload_resume_done":
        assert heard[-1].payload["source"] in ("model", "rules")
        read = check_resume(heard[-1].payload["resumeData"])
        # Whatever it says of a person stands in the document.
        assert all(read[name].lower() in text.lower() for name in ("Name", "Email", "Phone")), read
        person.do("check_resume_fields", {}, timeout=60)
    else:
        known = {"Name": "Maya Okafor", "Title": "Engineer", "Email": "maya@example.com"}
        person.do("check_resume_fields", {"resumeData": known}, timeout=60)
    checked = person.take("missing_fields", "resume_complete")
    flow.transcript.note("server", checked.name, checked.payload)
    check_resume(checked.payload["resumeData"])
    if checked.name == "missing_fields":
        check_questions(checked.payload["missingFields"])

    # Question by question: the first is answered, the others are left.
    answers, previewed = iter([{"value": "Portland, Oregon"}]), ("preview_resume_done",)
    heard = flow.ask("preview_resume", done=("user_message_response_done", *previewed), failed=("preview_resume_error",))
    for _ in range(40):
        if heard[-1].name in previewed:
            break
        assert heard[-1].payload["field"] and heard[-1].payload["content"].strip()
        heard = flow.ask(
            "user_response",
            next(answers, {"skip": True}),
            done=("user_message_response_done", *previewed),
            failed=("user_response_error",),
        )
        if heard[-1].name == "user_response_error":
            heard = flow.ask("user_response", {"skip": True}, done=("user_message_response_done", *previewed), failed=())
    assert heard[-1].name in previewed
    before = flow.resume()

    answered = flow.chat("Please change my title to Staff Engineer.")
    after = flow.resume()
    assert answered.get("resumeData", before) == after, "what it said is not what was done"

    stopped = flow.chat("Write ten paragraphs about what makes a resume good.", patience=3)
    assert flow.resume() == (stopped.get("resumeData") or after)

    person.do("download_resume", {"format": "json"})
    file = person.take("download_resume_data").payload
    flow.transcript.note("server", "download_resume_data", {key: str(value) for key, value in file.items()})
    assert check_resume(json.loads(file["file"])) == flow.resume()
