"""Load with a record of its own of what was acknowledged, to be compared with what is stored after a fault."""

import json
import random
import sqlite3
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from .returning import Returning

FAULTS = (OSError, Exception)


@dataclass
class Writer:
    """One person who sends numbered edits one after another, and writes down which were acknowledged as what revision."""

    name: str
    sid: str = ""
    sent: int = 0
    acknowledged: dict[int, int] = field(default_factory=dict)
    refused: int = 0
    recovered: int = 0
    renewed: int = 0
    client: Returning | None = None

    def connect(self, url: str) -> None:
        earlier = self.client
        self.client = Returning(url, earlier)
        if earlier and self.client.recovered:
            self.recovered += 1
        else:
            self.renewed += earlier is not None
            assert self.client.ask("check_resume_fields", {"resumeData": {"Name": self.name}})["ok"]
        self.sid = self.client.sid

    def run(self, until: threading.Event) -> None:
        """Until told to stop, or the server is gone."""
        try:
            while not until.is_set():
                self.sent += 1
                answer = self.client.ask("update_field", {"field": "Title", "value": f"{self.name} {self.sent}"}, timeout=10)
                if answer["ok"]:
                    self.acknowledged[self.sent] = answer["revision"]
                else:
                    assert answer["error"]["retryable"], answer
                    self.refused += 1
                    time.sleep(0.05)
                self.client.heard.clear()
        except AssertionError:
            raise
        except FAULTS:
            pass


@dataclass
class Verdict:
    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0
    reordered: int = 0

    def __add__(self, other: "Verdict") -> "Verdict":
        return Verdict(*(getattr(self, name) + getattr(other, name) for name in vars(self)))

    @property
    def is_clean(self) -> bool:
        return self.acknowledged > 0 and self.lost == self.doubled == self.reordered == 0


def judge(database: Path, writers: list[Writer]) -> Verdict:
    """Reads the file itself, past the server. The last hundred revisions of each resume are kept; older ones are proven by the
    numbers of those, which only grow by one."""
    verdict = Verdict()
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for writer in writers:
            rows = connection.execute(
                "SELECT revision, change FROM revision WHERE resume = ? ORDER BY revision", (writer.sid,)
            ).fetchall()
            current = connection.execute("SELECT revision, title FROM resume WHERE id = ?", (writer.sid,)).fetchone()
            titles = {revision: json.loads(change)["set"].get("Title", "") for revision, change in rows}
            numbers = [int(title.rsplit(" ", 1)[1]) for title in titles.values() if " " in title]
            verdict.acknowledged += len(writer.acknowledged)
            verdict.reordered += numbers != sorted(numbers)
            verdict.doubled += len(numbers) - len(set(numbers))
            oldest = min(titles, default=0)
            for number, revision in writer.acknowledged.items():
                kept = titles.get(revision)
                if revision >= oldest:
                    verdict.lost += kept != f"{writer.name} {number}"
                else:
                    verdict.lost += current is None or current[0] < revision
            revisions = list(writer.acknowledged.values())
            verdict.doubled += len(revisions) - len(set(revisions))
            verdict.reordered += revisions != sorted(revisions)
            assert current is None or current[0] == max(titles, default=0)
    return verdict


def load(server, writers: list[Writer], seconds: float, end) -> None:
    """All writers at once, until `end()` after so long."""
    stop = threading.Event()
    for writer in writers:
        writer.connect(server.url)
    threads = [threading.Thread(target=writer.run, args=(stop,), daemon=True) for writer in writers]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    end()
    stop.set()
    for thread in threads:
        thread.join(20)


def random_moment(seed: int) -> float:
    return random.Random(seed).uniform(0.2, 1.2)
