"""`resumepro` at a pseudo-terminal, with somebody who types."""

import fcntl
import os
import select
import subprocess
import termios
import time
from pathlib import Path

from .process import ServerProcess, binary


class Terminal:
    """What is written to the terminal is kept; `expect` waits for a text in what was not looked at yet."""

    def __init__(self, *arguments: str, directory: Path, **settings: str):
        self.master, slave = os.openpty()
        self.process = subprocess.Popen(
            [*binary(), *arguments],
            cwd=directory,
            env=ServerProcess(directory, **settings).environment | {"TERM": "xterm"},
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(slave)
        self.output = ""
        self._seen = 0
        self._bytes = b""

    def type(self, text: str) -> None:
        os.write(self.master, text.encode())

    def expect(self, text: str, timeout: float = 20) -> str:
        """What came up to and with the text."""
        end = time.monotonic() + timeout
        while (found := self.output.find(text, self._seen)) < 0:
            left = end - time.monotonic()
            assert left > 0, f"no {text!r} within {timeout} s:\n{self.output[self._seen :]}"
            assert self._read(left), f"it ended without {text!r}:\n{self.output[self._seen :]}"
        start, self._seen = self._seen, found + len(text)
        return self.output[start : self._seen]

    def ended(self, timeout: float = 15) -> int:
        """The exit code, once everything is read."""
        end = time.monotonic() + timeout
        while (left := end - time.monotonic()) > 0 and self._read(left):
            pass
        return self.process.wait(max(0.1, end - time.monotonic()))

    def _read(self, timeout: float) -> bool:
        ready, _, _ = select.select([self.master], [], [], timeout)
        try:
            data = os.read(self.master, 65536) if ready else None
        except OSError:  # the other end is closed
            return False
        if data:
            self._bytes += data
            self.output = self._bytes.decode(errors="replace")
        return data != b""

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(5)
        os.close(self.master)
