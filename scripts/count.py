#!/usr/bin/env python3
"""Adds up the test reports in a folder, names what failed, and ends with the one line that says it all.

count.py FOLDER [FAILED_STEP...]: a step that failed without a failed test in its report counts as one failure.
"""

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

# Which step's failure shows in which reports.
REPORTS = {"Swift tests": "swift*.xml", "End-to-end tests": "pytest*.xml"}


def read(folder: Path, pattern: str) -> tuple[int, int, int, list[str]]:
    passed, failed, skipped, names = 0, 0, 0, []
    for file in folder.glob(pattern):
        for case in ElementTree.parse(file).iter("testcase"):
            if case.find("failure") is not None or case.find("error") is not None:
                failed += 1
                names.append(f"{case.get('classname')}.{case.get('name')}")
            elif case.find("skipped") is not None:
                skipped += 1
            else:
                passed += 1
    return passed, failed, skipped, names


def main() -> int:
    folder, steps = Path(sys.argv[1]), sys.argv[2:]
    passed = failed = skipped = 0
    for step, pattern in REPORTS.items():
        counts = read(folder, pattern)
        passed, failed, skipped = passed + counts[0], failed + counts[1], skipped + counts[2]
        for name in counts[3]:
            print(f"failed: {name}")
        if step in steps and not counts[1]:
            failed += 1
            print(f"failed: {step}, before its tests could say so")
    for step in (step for step in steps if step not in REPORTS):
        failed += 1
        print(f"failed: {step}")
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


sys.exit(main())
