#!/usr/bin/env python3
"""How fast resumes are read by rules, and whether memory stays flat: 10 000 resumes through `resumepro parse --batch`.

  swift build -c release --product resumepro && python3 Benchmarks/reading.py [--count N] [--reader COMMAND]

Prints resumes per second of wall clock, microseconds per resume as the reader takes them (median and 95th percentile), the
processor's share, and the resident memory after a tenth and after nine tenths.
"""

import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Evaluation"))

from sets import SETS  # noqa: E402


def resident(pid):
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--reader", default=f"{ROOT}/.build/release/resumepro parse --batch")
    options = parser.parse_args()
    texts = [d["text"] for name in ("roundtrip_syn", "handwritten") for d in SETS[name]()]
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(texts):
            paths.append(Path(folder) / f"{number}.txt")
            paths[-1].write_text(text, encoding="utf-8")
        started = time.monotonic()
        reader = subprocess.Popen(shlex.split(options.reader), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

        def feed():
            for number in range(options.count):
                reader.stdin.write(json.dumps({"id": str(number), "file": str(paths[number % len(paths)])}) + "\n")
            reader.stdin.close()
        threading.Thread(target=feed, daemon=True).start()
        times, memory = [], []
        for number in range(options.count):
            line = reader.stdout.readline()
            if not line:
                sys.exit("The reader ended early.")
            times.append(json.loads(line)["ms"] * 1_000)
            if number + 1 in (options.count // 10, options.count * 9 // 10):
                memory.append(resident(reader.pid))
        wall = time.monotonic() - started
        reader.wait()
    usage = os.times()
    times.sort()
    print(f"{options.count} resumes in {wall:.2f} s: {options.count / wall:.0f} a second")
    print(f"µs per resume: median {times[len(times) // 2]:.0f}, 95 % {times[len(times) * 95 // 100]:.0f}")
    spent = usage.children_user + usage.children_system
    print(f"processor: {spent / options.count * 1e6:.0f} µs per resume, {spent / wall:.2f} cores of {os.cpu_count()}")
    print(f"resident: {memory[0]:.1f} MB after a tenth, {memory[-1]:.1f} MB after nine tenths")


if __name__ == "__main__":
    main()
