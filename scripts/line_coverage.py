"""How many lines of the package a run of the suite went through, held against the floor in pyproject.toml.

SlipCover counts in each worker, and stops counting a line once it was seen, which keeps a whole run affordable; what
another process does (a real window, the dictionary) is not counted. The lines that nothing went through are listed in
``build/dekking.txt``. A run of a part of the suite, or one in which a worker was lost, says nothing about the floor.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REPORT = Path("build") / "dekking.txt"
PREFIX = "SLIPCOVER_"
FOLDER = f"{PREFIX}COVERAGE_DIR"
"""Where the workers leave what they counted, and the process that hands out the tests the sum of it."""


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
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        del os.environ[name]


def begin(floor: Floor) -> None:
    """Have each worker count from before its first import."""
    leave_out()
    os.environ[f"{PREFIX}ENABLED"] = "1"
    os.environ[f"{PREFIX}SOURCE"] = str(floor.source)


def judge(floor: Floor, workers_lost: bool) -> bool:
    """Print what was gone through, keep the rest in the report; False when it is less than the floor, or not known."""
    folder = Path(os.environ.get(FOLDER, ""))
    leave_out()
    found = folder / "merged.json"
    if not folder.name or not found.is_file():
        print("dekking: niet gemeten, geen enkele werker liet een telling na")
        return workers_lost
    counted: dict[str, Any] = json.loads(found.read_text(encoding="utf-8"))
    REPORT.parent.mkdir(exist_ok=True)
    # in a process of its own: pytest does not want it loaded before it looks for its plugins
    table = [sys.executable, "-m", "slipcover", "--merge", str(found), "--out", str(found.with_name("sum.json"))]
    with REPORT.open("w", encoding="utf-8") as page:
        subprocess.run(
            [*table, "--fail-under", "0", "--skip-covered", "--missing-width", "200"], stdout=page, check=True
        )
    shutil.rmtree(folder)
    percent = float(counted["summary"]["percent_covered"])
    print(f"dekking: {percent:.2f} % van de regels, ten minste {floor.percent:g} %; de rest staat in {REPORT}")
    if workers_lost:
        print("dekking: een werker viel om, zijn telling ontbreekt; er wordt niet over geoordeeld")
        return True
    return percent >= floor.percent
