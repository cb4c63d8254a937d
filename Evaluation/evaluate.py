#!/usr/bin/env python3
"""Scores a reader of resumes on the sets of this folder.

  evaluate.py                      all sets, read by `resumepro parse --batch`, by set and layout
  evaluate.py --check              the same, and fails if a score is more than half a point below scores.json
  evaluate.py --write              writes scores.json
  --reader COMMAND                 another reader of the same form: JSON lines {"id","file"} in, {"id","out"} out
  --sets NAME...                   some of the sets only
  --show                           what is wrong, document by document
"""

import argparse
import json
import shlex
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from scoring import CORE, Score
from sets import HERE, SETS

TOLERANCE = 0.005


def read(command, documents):
    """What the reader makes of each document, by its id, and its milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        lines = []
        for number, document in enumerate(documents):
            path = Path(folder) / f"{number:05d}.txt"
            path.write_text(document["text"], encoding="utf-8")
            lines.append(json.dumps({"id": document["id"], "file": str(path)}))
        done = subprocess.run(shlex.split(command), input="\n".join(lines) + "\n", capture_output=True, text=True, timeout=600)
    if done.returncode:
        sys.exit(f"The reader ended with {done.returncode}: {done.stderr[-500:]}")
    answers = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return {a["id"]: a.get("out") for a in answers}, sorted(a["ms"] for a in answers if "ms" in a)


def show(document, output):
    score = Score()
    score.document(document["gold"], output)
    wrong = [f for f in CORE if score.counts[f][0] and score.f1(f) < 1]
    if not wrong:
        return
    print(f"\n{document['id']}: {', '.join(wrong)}")
    for side, value in (("want", document["gold"]), ("read", output or {})):
        for field in ("Name", "Email", "Phone", "Location"):
            if field in wrong:
                print(f"  {side} {field}: {value.get(field)}")
        if {"Position", "Company", "Dates", "Job"} & set(wrong):
            for job in value.get("Experience", []):
                print(f"  {side} job: {job.get('Position')} | {job.get('Company')} | {job.get('Dates')}")
        if {"Degree", "Institution", "School"} & set(wrong):
            for school in value.get("Education", []):
                print(f"  {side} school: " + " | ".join(school.get(k) or "" for k in ("Degree", "Field", "Institution", "Dates")))
        if "Skills" in wrong:
            print(f"  {side} skills: {value.get('Skills')}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reader", default=str(HERE.parent / ".build/debug/resumepro") + " parse --batch")
    parser.add_argument("--sets", nargs="+", choices=list(SETS), default=list(SETS))
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    scores = {}
    for name in options.sets:
        documents = SETS[name]()
        started = time.monotonic()
        outputs, times = read(options.reader, documents)
        layouts, whole = defaultdict(Score), Score()
        for document in documents:
            output = outputs.get(document["id"])
            whole.document(document["gold"], output)
            layouts[document["layout"]].document(document["gold"], output)
            if options.show:
                show(document, output)
        scores[name] = {"documents": len(documents), "mean": round(whole.mean(), 4), "exact": round(whole.mean(True), 4),
                        **{f: round(whole.f1(f), 4) for f in CORE if whole.counts[f][0]}}
        median = f"{times[len(times) // 2]:.2f} ms" if times else "-"
        print(f"\n{name}: {len(documents)} documents, mean F1 {whole.mean():.3f} (exact {whole.mean(True):.3f}), whole jobs {whole.f1('Job'):.3f}, "
              f"whole schools {whole.f1('School'):.3f}; median {median}, {time.monotonic() - started:.1f} s in all")
        print("  " + "layout".ljust(24) + "".join(f[:9].rjust(10) for f in CORE) + "      mean")
        for layout, score in [("all", whole)] + (sorted(layouts.items()) if len(layouts) < len(documents) else []):
            cells = (f"{score.f1(f):.3f}" if score.counts[f][0] else "-" for f in CORE)
            print("  " + layout.ljust(24) + "".join(c.rjust(10) for c in cells) + f"{score.mean():10.3f}")
    stored = HERE / "scores.json"
    if options.write:
        known = json.loads(stored.read_text()) if stored.exists() else {}
        stored.write_text(json.dumps({name: scores.get(name, known.get(name)) for name in SETS if name in scores or name in known}, indent=1) + "\n")
    if options.check:
        fallen = [f"{name} {field}: {now[field]:.4f}, was {was:.4f}"
                  for name, now in scores.items() for field, was in json.loads(stored.read_text()).get(name, {}).items()
                  if field != "documents" and now.get(field, 0) < was - TOLERANCE]
        print("\n" + ("\n".join(fallen) if fallen else "No score has fallen."))
        sys.exit(1 if fallen else 0)


if __name__ == "__main__":
    main()
