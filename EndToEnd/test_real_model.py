"""A real, small language model on this machine. Its words are poor; what is tested is that they are handled well."""

import subprocess
import time
from pathlib import Path

import pytest
from harness.contract import check_error, check_resume

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
