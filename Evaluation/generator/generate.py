#!/usr/bin/env python3
"""Writes a set of invented resumes with their exact readings, one JSON object a line. The same seed gives the same set.

  generate.py {layouts,damaged,languages,late} [--seed N] [--each N] > SET.jsonl
"""

import argparse
import json
import random
import sys

import damage
import languages
import layouts
import layouts_late
from person import person


def layout_set(looks, each, seed):
    for look in looks:
        for number in range(each):
            rng = random.Random(f"{seed}/{look.__name__}/{number}")
            lines, reading = look(person(rng), rng)
            yield look.__name__, number, "\n".join(lines), reading


def damaged_set(each, seed, looks):
    """Every damage over looks that have headings and items."""
    for harm in damage.ALL:
        for number in range(each):
            rng = random.Random(f"{seed}/{harm.__name__}/{number}")
            lines, reading = rng.choice(looks)(person(rng), rng)
            yield harm.__name__, number, "\n".join(harm(lines, rng)), reading


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", choices=["layouts", "damaged", "languages", "late"])
    parser.add_argument("--seed", default="a")
    parser.add_argument("--each", type=int, default=12)
    options = parser.parse_args()
    plain = [layouts.late_dates, layouts.date_column, layouts.title_last, layouts.place_between, layouts.comma_line, layouts.banner, layouts.no_dates]
    documents = {
        "layouts": lambda: layout_set(layouts.ALL, options.each, options.seed),
        "damaged": lambda: damaged_set(options.each, options.seed, plain),
        "languages": lambda: languages.language_set(options.each, options.seed),
        "late": lambda: layouts_late.late_set(options.each, options.seed),
    }[options.set]()
    for layout, number, text, reading in documents:
        json.dump(dict(id=f"{layout}-{number:02d}", set=options.set, layout=layout, text=text, gold=reading), sys.stdout, ensure_ascii=False)
        print()


if __name__ == "__main__":
    main()
