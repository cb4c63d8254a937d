#!/usr/bin/env python3
"""Runs the benchmark lines against each server in turn and prints medians and ratios. Standard library only.

Servers run one at a time on 127.0.0.1, in rounds: every line is measured on every server before the next round begins, so
that what else the machine does falls on all of them alike.
"""

import argparse
import json
import os
import pathlib
import socket
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent

# name: (arguments of the load generator, dialects that have the line)
LINES = {
    "echo 1x1": (["websocket-echo", "--connections", "1", "--window", "1"], "wb"),
    "echo 50x1": (["websocket-echo", "--connections", "50", "--window", "1"], "wb"),
    "echo 50x16": (["websocket-echo", "--connections", "50", "--window", "16"], "wb"),
    "echo 500x1": (["websocket-echo", "--connections", "500", "--window", "1"], "wb"),
    "polling 50x1": (["polling-echo", "--connections", "50"], "w"),
    "setup websocket": (["setup", "--connections", "20", "--transport", "websocket"], "wb"),
    "setup upgrade": (["setup", "--connections", "20", "--transport", "upgrade"], "w"),
    "idle": (["idle"], "wb"),
}


class Server:
    """One server's process, from its first answer to its end."""

    def __init__(self, name, command, port, dialect):
        self.name, self.command, self.port, self.dialect = name, command, port, dialect

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return self
            except OSError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    self.process.kill()
                    raise SystemExit(f"{self.name} did not start")
                time.sleep(0.05)

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def servers(arguments):
    bin_path = arguments.bin

    def swift(name, program, port, threads, dialect):
        return Server(name, [str(bin_path / program), "--port", str(port), "--threads", str(threads)], port, dialect)

    known = {
        "ours": swift("ours", "EchoServer", 3100, 1, "socket.io"),
        "ours-2": swift("ours-2", "EchoServer", 3101, 2, "socket.io"),
        "bare": swift("bare", "BareEcho", 3102, 1, "bare"),
        "bare-2": swift("bare-2", "BareEcho", 3103, 2, "bare"),
        "python": Server("python", [arguments.python, str(HERE / "peer.py"), "3104"], 3104, "socket.io"),
    }
    return [known[name] for name in arguments.servers]


def measure(arguments, server, line):
    command, dialects = LINES[line]
    if server.dialect == "bare" and "b" not in dialects:
        return None
    command = [str(arguments.bin / "LoadGenerator"), *command]
    command += ["--port", str(server.port), "--pid", str(server.process.pid), "--dialect", server.dialect]
    if line != "idle":
        command += ["--seconds", str(arguments.seconds)]
        if not line.startswith("setup"):
            command += ["--payload", str(arguments.payload)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180)
    if done.returncode != 0:
        raise SystemExit(f"{server.name}, {line}: {done.stderr.strip()}")
    return json.loads(done.stdout)


def median(results, key):
    values = [key(result) for result in results]
    return statistics.median(values) if values else None


def cell(value, digits=1):
    return "-" if value is None else f"{value:.{digits}f}"


def print_table(arguments, results):
    names = arguments.servers
    reference = names[0]

    def cpu(name, line):
        return median(results[name].get(line, []), lambda result: result["serverCPUPerEvent"])

    def ratio(name, line):
        """The median of each round's ratio: what disturbs a round disturbs both of its servers."""
        pairs = zip(results[reference].get(line, []), results[name].get(line, []))
        return median([a["serverCPUPerEvent"] / b["serverCPUPerEvent"] for a, b in pairs], lambda value: value)

    print("\nServer CPU, microseconds per event (setup: per connection); medians, and medians of each round's ratio\n")
    others = names[1:]
    print("| line | " + " | ".join(names) + " | " + " | ".join(f"{reference} / {name}" for name in others) + " |")
    print("| --- |" + " ---: |" * (len(names) + len(others)))
    for line in arguments.lines:
        if line == "idle":
            continue
        row = [cell(cpu(name, line)) for name in names] + [cell(ratio(name, line), 2) for name in others]
        print(f"| {line} | " + " | ".join(row) + " |")

    print("\nLatency p50 / p99 in microseconds, events per second, the load's own CPU per event\n")
    print("| line | server | p50 | p99 | events/s | load µs |")
    print("| --- | --- | ---: | ---: | ---: | ---: |")
    for line in arguments.lines:
        for name in names:
            found = results[name].get(line, [])
            if line != "idle" and found:
                row = [median(found, lambda r, k=k: r[k]) for k in ("p50", "p99", "eventsPerSecond", "clientCPUPerEvent")]
                print(f"| {line} | {name} | " + " | ".join(cell(v, 0) for v in row[:3]) + f" | {cell(row[3])} |")

    if "idle" in arguments.lines:
        print("\nResident memory: kilobytes per idle WebSocket connection, and of the server without any\n")
        print("| server | 1,000 | 5,000 | 10,000 | empty |")
        print("| --- | ---: | ---: | ---: | ---: |")
        for name in names:
            found = results[name].get("idle", [])
            if found:
                steps = [median(found, lambda r, i=i: r["steps"][i]["kilobytesPerConnection"]) for i in range(3)]
                empty = median(found, lambda r: r["emptyKilobytes"])
                print(f"| {name} | " + " | ".join(cell(step) for step in steps) + f" | {cell(empty, 0)} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", type=pathlib.Path, default=HERE / ".build/release", help="the release build's folder")
    parser.add_argument("--python", default=str(HERE / ".venv/bin/python"), help="has requirements.txt installed")
    parser.add_argument(
        "--servers", default="ours,ours-2,bare,bare-2,python", type=lambda text: text.split(","),
        help="the first is compared with each of the others")
    parser.add_argument("--lines", default=",".join(LINES), type=lambda text: text.split(","))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2.0, help="measured time of a line")
    parser.add_argument("--payload", type=int, default=64, help="bytes of the string in each event")
    parser.add_argument("--json", type=pathlib.Path, help="also write every result to this file")
    arguments = parser.parse_args()
    for line in arguments.lines:
        if line not in LINES:
            parser.error(f"no such line: {line}; there are {', '.join(LINES)}")

    results = {name: {} for name in arguments.servers}
    for round_number in range(arguments.rounds):
        for line in arguments.lines:
            # Memory hardly varies, and ten thousand connections take long.
            if line == "idle" and round_number > 0:
                continue
            for server in servers(arguments):
                with server:
                    result = measure(arguments, server, line)
                if result is not None:
                    results[server.name].setdefault(line, []).append(result)
                    figure = result.get("serverCPUPerEvent") or result["steps"][-1]["kilobytesPerConnection"]
                    print(f"{round_number + 1}/{arguments.rounds} {line:16} {server.name:8} {figure:9.1f}", file=sys.stderr)
    print_table(arguments, results)
    if arguments.json:
        settings = {"seconds": arguments.seconds, "payload": arguments.payload, "rounds": arguments.rounds}
        settings["processors"] = os.cpu_count()
        arguments.json.write_text(json.dumps({"settings": settings, "results": results}, indent=1))


if __name__ == "__main__":
    main()
