"""The machine fails, and nothing that was acknowledged is lost, doubled or out of order.

Short here; `./check --faults` runs more rounds (`FAULT_ROUNDS`).
"""

import os
import shutil
import signal
import subprocess
import threading
import time

import pytest
from harness.ledger import Verdict, Writer, judge, load, random_moment
from harness.process import ServerProcess, binary
from harness.returning import Returning

ROUNDS = int(os.environ.get("FAULT_ROUNDS", "3"))
pytestmark = pytest.mark.timeout(120 + 12 * ROUNDS)


def kill(server) -> None:
    server.send_signal(signal.SIGKILL)
    server.wait(10)


def test_kill_9_at_random_moments(servers, record_property):
    server = servers.start()
    writers = [Writer(f"w{number}") for number in range(8)]
    total, start = Verdict(), time.monotonic()
    for seed in range(ROUNDS):
        load(server, writers, random_moment(seed), lambda: kill(server))
        server.start()
        verdict = judge(server.directory / "data" / "resumepro.sqlite", writers)
        assert verdict.is_clean, (seed, verdict)
        total = verdict
    assert sum(writer.recovered for writer in writers) == 8 * (ROUNDS - 1)
    assert sum(writer.renewed for writer in writers) == 0
    print(f"kill -9: {ROUNDS} times in {time.monotonic() - start:.0f} s, {total}")
    record_property("verdict", str(total))


@pytest.fixture
def small_disk(tmp_path):
    """A disk of a few megabytes that can grow: mounted, as nothing else is really full."""
    if os.geteuid() != 0:
        pytest.skip("mounting needs root")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk], capture_output=True)
    if mounted.returncode:
        pytest.skip("this machine does not let us mount")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def test_a_full_disk_heals(servers, small_disk):
    server = servers.start(DATABASE=str(small_disk / "db.sqlite"))
    writers = [Writer(f"w{number}") for number in range(4)]
    load(server, writers, 1.0, lambda: None)
    assert all(writer.refused == 0 for writer in writers)
    ballast = small_disk / "ballast"
    free = shutil.disk_usage(small_disk).free
    ballast.write_bytes(bytes(max(0, free - 200_000)))
    person = Returning(server.url)
    long, refused = "x" * 90_000, None
    for number in range(40):
        answer = person.ask("check_resume_fields", {"resumeData": {"Name": "A", "Summary": f"{number}{long}"}})
        if answer["ok"]:
            answer = person.ask("update_field", {"field": "Summary", "value": f"again {number}{long}"})
        if not answer["ok"]:
            refused = answer["error"]
            break
    assert refused and refused["retryable"] and refused["code"] == "internal", refused
    # Reading goes on, what was acknowledged is there, and nothing is half done.
    assert judge(small_disk / "db.sqlite", writers).is_clean
    subprocess.run(["mount", "-o", "remount,size=40m", small_disk], check=True)
    for writer in writers:
        writer.refused = 0
    load(server, writers, 0.5, lambda: None)
    assert all(writer.refused == 0 for writer in writers)
    assert person.ask("check_resume_fields", {"resumeData": {"Name": "After"}})["ok"]
    verdict = judge(small_disk / "db.sqlite", writers)
    assert verdict.is_clean, verdict
    print(f"disk full and healed: {verdict}")


class Traced(ServerProcess):
    """A server whose system calls fail as told."""

    inject = ""

    @property
    def command(self) -> list[str]:
        return ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={self.inject.split(':')[0]}", "-e", f"inject={self.inject}",
                *super().command]


@pytest.mark.parametrize(
    "inject",
    ["pwrite64:error=EIO:when=400..430", "pwrite64:error=ENOSPC:when=400..430", "fdatasync:error=EIO:when=10..20"],
)
def test_io_errors_are_told_and_pass(tmp_path, inject):
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    server = Traced(tmp_path)
    server.inject = inject
    try:
        server.start(timeout=60)
    except AssertionError:
        if "ptrace" in server.log:
            pytest.skip("this machine does not let us trace")
        raise
    writers = [Writer(f"w{number}") for number in range(4)]
    try:
        for writer in writers:
            connect_through(writer, server.url)
        # Each thread counts its own calls, so the errors come in several bursts; after the last one everything works.
        refused, last = 0, None
        for _ in range(30):
            for writer in writers:
                writer.refused = 0
            load_connected(writers, 1.0)
            last = sum(writer.refused for writer in writers)
            refused += last
            if refused and not last:
                break
        assert last == 0, f"{last} writes were refused in the last second"
        verdict = judge(server.directory / "data" / "resumepro.sqlite", writers)
        assert verdict.is_clean, verdict
        assert refused > 0, "no error was met"
        print(f"{inject}: {refused} refused, {verdict}")
    finally:
        stop_traced(server)
    report = subprocess.run([*binary(), "check", str(tmp_path / "data" / "resumepro.sqlite")], capture_output=True, text=True)
    assert report.returncode == 0, report


def connect_through(writer: Writer, url: str) -> None:
    """The first request may meet an error, too."""
    writer.client = Returning(url)
    writer.sid = writer.client.sid
    for _ in range(100):
        if writer.client.ask("check_resume_fields", {"resumeData": {"Name": writer.name}})["ok"]:
            return
    raise AssertionError("the errors do not end")


def load_connected(writers: list[Writer], seconds: float) -> None:
    stop = threading.Event()
    threads = [threading.Thread(target=writer.run, args=(stop,), daemon=True) for writer in writers]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    stop.set()
    for thread in threads:
        thread.join(20)


def stop_traced(server) -> None:
    """The traced program, by its parent's id; strace ends with it."""
    children = subprocess.run(["pgrep", "-P", str(server.process.pid)], capture_output=True, text=True).stdout.split()
    for child in children:
        os.kill(int(child), signal.SIGTERM)
    try:
        server.wait(20)
    except subprocess.TimeoutExpired:
        for child in children:
            os.kill(int(child), signal.SIGKILL)
        server.wait(10)
