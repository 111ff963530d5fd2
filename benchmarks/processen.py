"""Programs that are measured from outside: each shows one window, says so, and tells how much memory it takes.

Started as ``python -m benchmarks.processen NAAM``; never imported by the application.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

KLAAR = "klaar"


def start_tot_venster(*argumenten: str) -> float:
    """Seconds from starting Python until the window has been drawn."""
    begin = time.perf_counter()
    with _proces(*argumenten) as proces:
        assert proces.stdout is not None
        regel = proces.stdout.readline()
        tijd = time.perf_counter() - begin
        proces.communicate()
    _controleer(argumenten, proces.returncode, regel)
    return tijd


def geheugen_met_venster(*argumenten: str) -> float:
    """MiB in memory once the window is there and at rest."""
    with _proces(*argumenten) as proces:
        uitvoer, _ = proces.communicate()
    regel = uitvoer.partition("\n")[0]
    _controleer(argumenten, proces.returncode, regel)
    return float(regel.split()[1])


def eigen_geheugen() -> float:
    """MiB of this process that are in memory now (Linux)."""
    paginas = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return paginas * os.sysconf("SC_PAGE_SIZE") / 2**20


def _proces(*argumenten: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603  this very Python, with our own words
        [sys.executable, "-m", *argumenten],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parent.parent,
    )


def _controleer(argumenten: tuple[str, ...], uitkomst: int, regel: str) -> None:
    if uitkomst or not regel.startswith(KLAAR):
        raise RuntimeError(f"{argumenten[0]} is niet gestart")
