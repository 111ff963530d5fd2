"""How many lines of the package a run of the suite went through, held against the floor in pyproject.toml.

SlipCover counts in each worker (scripts/count_lines.py); what another process does (a real window, the dictionary) is
not counted. The lines that nothing went through are listed in
``build/dekking.txt``. A run of a part of the suite, or one in which a worker was lost, says nothing about the floor.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

REPORT = Path("build") / "dekking.txt"
FOLDER, SOURCE = "ZVH_DEKKING", "ZVH_DEKKING_BRON"
"""Read by scripts/count_lines.py."""


@dataclass(frozen=True)
class Floor:
    """What is counted, and how much of it must be gone through."""

    source: Path
    percent: float

    @classmethod
    def read(cls) -> Floor:
        """From pyproject.toml, in the folder in which the suite is run."""
        settings = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["slipcover"]
        return cls(Path(settings["source"]).resolve(), float(settings["fail-under"]))


def leave_out() -> None:
    """Count nothing in this run, also when it was started by one that is counted."""
    for name in (FOLDER, SOURCE):
        os.environ.pop(name, None)


def begin(floor: Floor, folder: Path) -> list[str]:
    """Have each worker count from before its first import; with these arguments for pytest."""
    os.environ[FOLDER], os.environ[SOURCE] = str(folder), str(floor.source)
    return ["-p", "count_lines"]


def judge(floor: Floor, folder: Path, workers_lost: bool) -> bool:
    """Print what was gone through, keep the rest in the report; False when it is less than the floor, or not known."""
    leave_out()
    counts = sorted(map(str, folder.glob("*.json")))
    if not counts:
        print("dekking: niet gemeten, geen enkele werker liet een telling na")
        return workers_lost
    REPORT.parent.mkdir(exist_ok=True)
    total = folder / "total"
    # in a process of its own: pytest does not want it loaded before it looks for its plugins
    merge = [sys.executable, "-m", "slipcover", "--out", str(total), "--fail-under", "0", "--skip-covered"]
    with REPORT.open("w", encoding="utf-8") as page:
        subprocess.run([*merge, "--missing-width", "200", "--merge", *counts], stdout=page, check=True)
    percent = float(json.loads(total.read_text(encoding="utf-8"))["summary"]["percent_covered"])
    print(f"dekking: {percent:.2f} % van de regels, ten minste {floor.percent:g} %; de rest staat in {REPORT}")
    if workers_lost:
        print("dekking: een werker viel om, zijn telling ontbreekt; er wordt niet over geoordeeld")
        return True
    return percent >= floor.percent
