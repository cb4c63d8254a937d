"""The real binary, started on a free port in a directory of its own and stopped by its process id."""

import os
import re
import signal
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Settings of whoever runs the tests must not reach the server under test.
OURS = re.compile(
    r"^(OPENAI_|CORS_ORIGINS$|PORT$|HOST$|LOG_LEVEL$|DATABASE$|SESSION_RETENTION$|SANDBOX$|OCR$|RESUMEPRO)"
)


def binary() -> list[str]:
    """`RESUMEPRO_BINARY` if set (a command; it may have arguments), else what `swift build` made."""
    if command := os.environ.get("RESUMEPRO_BINARY"):
        return command.split()
    return [str(ROOT / ".build" / "debug" / "resumepro")]


class ServerProcess:
    """One `resumepro serve` on a port that the system chose; started again, it has the same."""

    listening = re.compile(r"ResumePro is listening on (http://[^\s:]+):(\d+)")

    def __init__(self, directory: Path, **settings: str):
        self.directory = directory
        self.log_file = directory / "server.log"
        self.settings = settings
        self.process: subprocess.Popen | None = None
        self.port = 0

    @property
    def environment(self) -> dict[str, str]:
        return {name: value for name, value in os.environ.items() if not OURS.match(name)} | self.settings

    @property
    def command(self) -> list[str]:
        return [*binary(), "serve", "--host", "127.0.0.1", "--port", str(self.port)]

    def start(self, timeout: float = 30) -> "ServerProcess":
        before = len(self.log)
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, cwd=self.directory, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        end = time.monotonic() + timeout
        while not (match := self.listening.search(self.log[before:])):
            assert self.alive, f"the server ended with {self.process.returncode} before it listened:\n{self.log[-4000:]}"
            assert time.monotonic() < end, f"no line says that the server listens after {timeout} s:\n{self.log[-4000:]}"
            time.sleep(0.02)
        self.port = int(match[2])
        return self

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        return self.log_file.read_text(errors="replace") if self.log_file.exists() else ""

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def memory(self) -> int:
        """Resident bytes."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    def send_signal(self, which: int) -> None:
        self.process.send_signal(which)

    def wait(self, timeout: float) -> int:
        """The exit code; `subprocess.TimeoutExpired` when it does not come in time."""
        return self.process.wait(timeout)

    def stop(self, timeout: float = 15) -> int:
        """Asks it to end, and ends it when it does not. The exit code; negative is the signal that it died of."""
        if self.alive:
            self.send_signal(signal.SIGTERM)
            try:
                return self.wait(timeout)
            except subprocess.TimeoutExpired:
                self.process.kill()
        return self.wait(5)
