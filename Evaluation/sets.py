"""The sets of resumes with their exact readings: `{"id", "layout", "text", "gold"}` for each document."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def handwritten(folder):
    """Texts beside their readings, which were written by reading the text. A line of a reading is `Field: value`;
    `Job: position | company | dates`, `School: degree | field | institution | dates`, `Skills: a; b`, `Groups:` of skills."""
    for path in sorted((HERE / folder).glob("*.txt")):
        gold = {"Experience": [], "Education": []}
        for line in path.with_suffix(".gold").read_text(encoding="utf-8").splitlines():
            key, value = (x.strip() for x in line.split(":", 1))
            parts = [x.strip() for x in value.split("|")]
            if key == "Job":
                gold["Experience"].append({"Position": " | ".join(parts[:-2]), "Company": parts[-2], "Dates": parts[-1]})
            elif key == "School":
                gold["Education"].append(dict(zip(("Degree", "Field", "Institution", "Dates"), parts)))
            elif key in ("Skills", "Groups"):
                gold["Skills" if key == "Skills" else "_skill_groups"] = [x.strip() for x in value.split(";")]
            else:
                gold[key] = value
        yield {"id": path.stem, "layout": path.stem, "text": path.read_text(encoding="utf-8"), "gold": gold}


def generated(name):
    made = subprocess.run([sys.executable, str(HERE / "generator" / "generate.py"), name], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in made.stdout.splitlines()]


def stored(name):
    with gzip.open(HERE / "sets" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


SETS = {
    "roundtrip_syn": lambda: stored("roundtrip_syn"),
    "handwritten": lambda: list(handwritten("handwritten")),
    "handwritten_late": lambda: list(handwritten("handwritten_late")),
    "handwritten_unseen": lambda: list(handwritten("handwritten_unseen")),
    "handwritten_second": lambda: list(handwritten("handwritten_second")),
    "layouts": lambda: generated("layouts"),
    "damaged": lambda: generated("damaged"),
    "languages": lambda: generated("languages"),
    "late": lambda: generated("late"),
}
