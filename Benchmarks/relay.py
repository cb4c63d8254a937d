#!/usr/bin/env python3
"""Measures the relay of streamed answers: scripted model -> server -> Socket.IO clients. Standard library only.

Servers run one at a time on 127.0.0.1, each beside a scripted model and the clients, which are programs of one thread.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from run import HERE, Server, cell

UPSTREAM = 3120


def lines(arguments):
    """name: (streams, tokens of an answer, tokens a second, measured seconds)"""
    paced = {f"paced {n}": (n, int(50 * (arguments.seconds + 4)), 50, arguments.seconds) for n in arguments.streams}
    return paced | {f"burst {n}": (n, arguments.tokens, 0, 0) for n in arguments.streams}


def server(arguments, name):
    url = f"http://127.0.0.1:{UPSTREAM}/v1"
    if name == "python":
        return Server(name, [arguments.python, str(HERE / "relay_peer.py"), "3122", url], 3122, "socket.io")
    os.environ.update({"OPENAI_BASE_URL": url, "OPENAI_API_KEY": "sk-benchmark", "OPENAI_MODEL": "scripted"})
    # All clients come from one address; the limit on answers at once is left as it is.
    per_user = ["LIMIT_ANSWERS_PER_USER", "LIMIT_REQUESTS_PER_USER", "LIMIT_TOKENS_PER_USER"]
    os.environ.update(dict.fromkeys([*per_user, "LIMIT_REQUESTS", "LIMIT_TOKENS"], "0"))
    # A file, as usually, but of this run alone.
    os.environ["DATABASE"] = str(pathlib.Path(arguments.directory) / f"{time.monotonic_ns()}.sqlite")
    return Server(name, [str(arguments.server), "serve", "--port", "3121"], 3121, "socket.io")


def measure(arguments, name, line):
    streams, tokens, rate, seconds = lines(arguments)[line]
    generator = str(arguments.bin / "LoadGenerator")
    script = [generator, "upstream", "--port", str(UPSTREAM), "--tokens", str(tokens), "--rate", str(rate)]
    with Server("upstream", script, UPSTREAM, ""), server(arguments, name) as target:
        command = [generator, "relay", "--port", str(target.port), "--pid", str(target.process.pid)]
        command += ["--streams", str(streams), "--seconds", str(seconds)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=180)
    if done.returncode != 0:
        print(f"{name}, {line}: {done.stderr.strip()}", file=sys.stderr)
        return None
    return json.loads(done.stdout) | {"load": os.getloadavg()[0]}


def print_table(results):
    print("\n| line | server | CPU µs/token | p50 ms | p99 ms | tokens/s | events/token | clients' µs | KB/stream | load |")
    print("| --- | --- |" + " ---: |" * 8)
    for (line, name), found in results.items():
        if not found:
            print(f"| {line} | {name} | did not keep up |")
            continue

        def median(key):
            return statistics.median(key(result) for result in found)

        kilobytes = median(lambda r: (r["busyKilobytes"] - r["idleKilobytes"]) / r["streams"])
        print(
            f"| {line} | {name} | {cell(median(lambda r: r['serverCPUPerToken']), 2)} "
            f"| {cell(median(lambda r: r['p50'] / 1e3), 2)} | {cell(median(lambda r: r['p99'] / 1e3))} "
            f"| {cell(median(lambda r: r['tokensPerSecond']), 0)} | {cell(median(lambda r: r['eventsPerToken']), 3)} "
            f"| {cell(median(lambda r: r['clientCPUPerToken']))} | {cell(kilobytes)} | {cell(median(lambda r: r['load']))} |"
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", type=pathlib.Path, default=HERE / ".build/release", help="has the LoadGenerator")
    parser.add_argument("--server", type=pathlib.Path, default=HERE / ".build/release/resumepro")
    parser.add_argument("--python", default=str(HERE / ".venv/bin/python"), help="has requirements.txt installed")
    parser.add_argument("--servers", default="resumepro,python", type=lambda text: text.split(","))
    numbers = lambda text: [int(number) for number in text.split(",")]
    parser.add_argument("--streams", default=[50, 200, 500, 1_000], type=numbers)
    parser.add_argument("--pace", default="paced,burst", type=lambda text: text.split(","))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=5.0, help="measured time of a paced line")
    parser.add_argument("--tokens", type=int, default=1_000, help="tokens of an answer in bursts")
    parser.add_argument("--json", type=pathlib.Path, help="also write every result to this file")
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory() as arguments.directory:
        measure_all(arguments)


def measure_all(arguments):
    wanted = [line for line in lines(arguments) if line.split()[0] in arguments.pace]
    results = {(line, name): [] for line in wanted for name in arguments.servers}
    given_up = set()
    for round_number in range(arguments.rounds):
        for line, name in results:
            if (line, name) in given_up:
                continue
            result = measure(arguments, name, line)
            if result is None:
                given_up.add((line, name))
                continue
            results[line, name].append(result)
            print(
                f"{round_number + 1}/{arguments.rounds} {line:10} {name:10} {result['serverCPUPerToken']:7.2f} µs/token, "
                f"p50 {result['p50'] / 1e3:.2f} ms, p99 {result['p99'] / 1e3:.1f} ms",
                file=sys.stderr,
            )
    print_table(results)
    if arguments.json:
        arguments.json.write_text(json.dumps([{"line": k[0], "server": k[1], "rounds": v} for k, v in results.items()], indent=1))


if __name__ == "__main__":
    main()
