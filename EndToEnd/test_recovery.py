"""Nothing is lost: a client that comes back within the window goes on where it was, also after `kill -9`."""

import signal
import sqlite3
import time

import pytest
from fake_openai import FakeModel
from fake_openai.answers import CHAT
from harness.returning import Returning
from harness.with_model import MODEL, settings


def kill(server) -> None:
    server.send_signal(signal.SIGKILL)
    server.wait(10)


def test_who_was_connected_comes_back_after_kill_9(servers, resumes):
    server = servers.start()
    before = Returning(server.url)
    assert before.ask("upload_resume", {"rawResumeText": resumes["maya_okafor"]})["ok"]
    assert before.ask("update_field", {"field": "Title", "value": "Staff Engineer"})["ok"]
    updated = before.ask("update_field", {"field": "Email", "value": "maya@new.example"})
    assert before.ask("update_field", {"field": "Phone", "value": None})["ok"]
    question = before.ask("preview_resume")
    assert question["field"] == "Phone", question
    kill(server)
    server.start()
    after = Returning(server.url, before)
    assert after.recovered and (after.sid, after.pid) == (before.sid, before.pid)
    told = after.sees("updated_resume")
    assert told["resumeData"]["Title"] == "Staff Engineer" and told["resumeData"]["Email"] == "maya@new.example"
    assert told["revision"] >= updated["revision"]
    # The conversation goes on: the question that was open is open.
    answer = after.ask("user_response", "+41 44 555 01 42")
    assert answer["ok"], answer
    undone = after.ask("undo", {"revision": updated["revision"] - 1})
    assert undone["ok"] and undone["resumeData"]["Email"] != "maya@new.example"
    # And it may come back once more.
    after.vanish()
    again = Returning(server.url, after)
    assert again.recovered and again.ask("get_updated_resume")["revision"] == undone["revision"]


def test_what_was_sent_to_an_absent_client_survives_kill_9(servers, resumes):
    server = servers.start()
    before = Returning(server.url)
    assert before.ask("upload_resume", {"rawResumeText": resumes["maya_okafor"]})["ok"]
    before.listen(0.2)
    for title in ("One", "Two", "Three"):
        before.send("update_field", {"field": "Title", "value": title})
    before.vanish()
    # The events are written behind, within milliseconds; the test must not be faster.
    time.sleep(1)
    kill(server)
    server.start()
    after = Returning(server.url, before)
    assert after.recovered
    heard = after.listen(1)
    titles = [event.payload["value"] for event in heard if event.name == "field_updated"]
    assert titles == ["One", "Two", "Three"], heard
    assert heard[-1].name == "updated_resume" and heard[-1].payload["resumeData"]["Title"] == "Three"


def test_an_id_is_good_for_one_connection_and_for_a_time(servers):
    server = servers.start(SESSION_RETENTION="1")
    first = Returning(server.url)
    assert first.ask("check_resume_fields", {"resumeData": {"Name": "Ada Byron"}})["ok"]
    first.vanish()
    second = Returning(server.url, first)
    assert second.recovered
    # It takes over from the connection that it had.
    third = Returning(server.url, second)
    assert third.recovered and third.sid == first.sid
    assert third.ask("get_updated_resume")["resumeData"]["Name"] == "Ada Byron"
    with pytest.raises(Exception):
        second.ask("get_updated_resume", timeout=5)
    third.vanish()
    time.sleep(3)
    late = Returning(server.url, third)
    assert not late.recovered and late.sid != first.sid
    assert late.ask("get_updated_resume")["error"]["code"] == "no_resume"


def test_who_said_goodbye_is_new(servers):
    server = servers.start()
    first = Returning(server.url)
    assert first.ask("check_resume_fields", {"resumeData": {"Name": "Ada Byron"}})["ok"]
    first.link.send("41")
    time.sleep(0.5)
    assert not Returning(server.url, first).recovered
    kill(server)
    server.start()
    assert not Returning(server.url, first).recovered


def test_without_sign_in_data_is_gone_once_the_window_has_passed(servers):
    server = servers.start(SESSION_RETENTION="1")
    word = b"Hildegard-von-Bingen"
    person = Returning(server.url)
    assert person.ask("check_resume_fields", {"resumeData": {"Name": word.decode()}})["ok"]
    files = server.directory / "data"
    assert any(word in path.read_bytes() for path in files.iterdir())
    person.vanish()
    end = time.monotonic() + 15
    while any(word in path.read_bytes() for path in files.iterdir()):
        assert time.monotonic() < end, "the name is still in the files"
        time.sleep(0.3)


def test_a_restart_erases_what_nobody_comes_back_for(servers):
    server = servers.start(SESSION_RETENTION="2")
    person = Returning(server.url)
    assert person.ask("check_resume_fields", {"resumeData": {"Name": "Ada Byron"}})["ok"]
    kill(server)
    server.start()
    end = time.monotonic() + 20
    while True:
        with sqlite3.connect(f"file:{server.directory}/data/resumepro.sqlite?mode=ro", uri=True) as database:
            left = [database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("resume", "session")]
        if left == [0, 0]:
            break
        assert time.monotonic() < end, left
        time.sleep(0.3)


def test_retention_0_keeps_nothing_and_sends_no_offsets(servers):
    server = servers.start(SESSION_RETENTION="0")
    person = Returning(server.url)
    assert person.pid is None
    assert person.ask("check_resume_fields", {"resumeData": {"Name": "Ada Byron"}})["ok"]
    assert person.offset is None


@pytest.fixture
def model():
    model = FakeModel(MODEL)
    yield model
    model.close()


def test_an_answer_goes_on_while_its_reader_is_away(servers, model):
    server = servers.start(**settings(model))
    model.play("stream_slow")
    before = Returning(server.url)
    before.send("user_message", {"message": "Tell me slowly."})
    pieces = [before.sees("user_message_response_typing")["content"]]
    before.vanish()
    time.sleep(1.5)
    after = Returning(server.url, before)
    assert after.recovered
    done = after.sees("user_message_response_done", timeout=60, keep=pieces)
    assert "".join(pieces) == done["content"] == CHAT
    # What was missed came in one piece, the rest as it was written.
    assert len(pieces) > 3 and len(pieces[1]) > 2 * max(len(piece) for piece in pieces[2:]), pieces
    assert after.ask("get_updated_resume")["error"]["code"] == "no_resume"


def test_an_answer_that_ended_while_its_reader_was_away_is_there(servers, model):
    server = servers.start(**settings(model))
    model.play("stream_slow")
    before = Returning(server.url)
    before.send("user_message", {"message": "Tell me slowly."})
    before.sees("user_message_response_typing")
    before.vanish()
    assert model.received[-1].ended.wait(30)
    time.sleep(1)
    kill(server)
    server.start()
    after = Returning(server.url, before)
    assert after.recovered
    assert after.sees("user_message_response_done")["content"] == CHAT


def test_an_answer_that_kill_9_ended_is_told(servers, model):
    server = servers.start(**settings(model))
    model.play("stream_slow")
    before = Returning(server.url)
    before.send("user_message", {"message": "Tell me slowly."})
    before.sees("user_message_response_typing")
    kill(server)
    server.start()
    after = Returning(server.url, before)
    error = after.sees("user_message_response_error")
    assert error["retryable"] is True
    model.play(None)
    assert after.ask("user_message", {"message": "And now?"})["content"] == CHAT


def test_a_backup_of_a_live_server_is_restored_and_checked(servers, tmp_path):
    from test_command_line import run as command

    def run(*arguments):
        return command(*arguments, directory=tmp_path)

    server = servers.start()
    person = Returning(server.url)
    assert person.ask("check_resume_fields", {"resumeData": {"Name": "Ada Byron"}})["ok"]
    database, copy = server.directory / "data" / "resumepro.sqlite", tmp_path / "copy.sqlite"
    made = run("backup", str(copy), "--database", str(database))
    assert made.returncode == 0, made
    assert run("backup", str(copy), "--database", str(database)).returncode != 0
    assert copy.stat().st_mode & 0o777 == 0o600
    assert person.ask("update_field", {"field": "Name", "value": "Eve"})["ok"]
    sound = run("check", str(copy))
    assert sound.returncode == 0 and "1 resumes" in sound.stdout, sound
    running = run("restore", str(copy), "--database", str(database), "--replace")
    assert running.returncode != 0 and "another ResumePro" in running.stderr, running
    server.stop()
    refused = run("restore", str(copy), "--database", str(database))
    assert refused.returncode != 0 and "exists" in refused.stderr, refused
    assert run("restore", str(copy), "--database", str(database), "--replace").returncode == 0
    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT name FROM resume").fetchall() == [("Ada Byron",)]
    damaged = tmp_path / "damaged.sqlite"
    content = bytearray(copy.read_bytes())
    content[8192:16384] = bytes(8192)
    damaged.write_bytes(content)
    found = run("check", str(damaged))
    assert found.returncode != 0 and "damaged" in found.stderr, found


def test_a_second_server_on_the_same_file_is_refused(servers):
    import subprocess

    from harness.process import binary

    server = servers.start()
    second = subprocess.run(
        [*binary(), "serve", "--port", "0"], cwd=server.directory, env=server.environment, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=20,
    )
    assert second.returncode > 0 and "another ResumePro" in second.stderr, second
