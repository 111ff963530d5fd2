"""Words on the terminal: Dutch letters come out right, also on a Windows console or in a pipe."""

from __future__ import annotations

import sys
import time
from io import TextIOWrapper


def zet_utf8() -> None:
    """Write UTF-8 whatever the console's own code page is; what it cannot show becomes a question mark."""
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, TextIOWrapper):
            stroom.reconfigure(encoding="utf-8", errors="replace")


def zeg(zin: str) -> None:
    """A line of output."""
    print(zin, flush=True)


def zeg_fout(zin: str) -> None:
    """A refusal, a finding that stops the work, or a fault; one line."""
    print(" ".join(zin.split()), file=sys.stderr, flush=True)


class Voortgangsregel:
    """What takes long says so: what is being done, and every few seconds how far it is."""

    NA_SECONDEN = 2.0

    def __init__(self) -> None:
        self._gezegd = time.monotonic()

    def __call__(self, gedaan: int, totaal: int, tekst: str) -> None:
        if time.monotonic() - self._gezegd >= self.NA_SECONDEN and totaal:
            self._gezegd = time.monotonic()
            zeg_fout(f"{tekst}: {100 * gedaan // totaal} %")
