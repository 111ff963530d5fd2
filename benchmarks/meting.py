"""How a figure is taken: warm up, both sides by turns in one process, the quiet runs of several.

By turns, because other work on the same machine then slows both sides alike. Still it hits the longer of two short
calls more often, so what counts is the quartile of the fastest runs: on a machine at rest that is the median.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

MILLI = 1000.0


@dataclass(frozen=True, slots=True)
class Uitslag:
    """One line of the table. ``toets`` is what is held against ``doel``; the rest is text for the reader."""

    rij: str
    gemeten: str
    kaal: str
    verhouding: str
    doel: str
    ok: bool
    reden: str = ""
    """Why it was not taken."""

    @property
    def oordeel(self) -> str:
        """The last column."""
        if self.reden:
            return f"overgeslagen: {self.reden}"
        return "ok" if self.ok else "te hoog"


def duur(werk: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    begin = time.perf_counter()
    werk()
    return time.perf_counter() - begin


def om_en_om(
    eigen: Callable[[], float], kaal: Callable[[], float], *, keren: int, warm: int = 2
) -> tuple[list[float], list[float]]:
    """Take both sides by turns; each call does its own timing and returns seconds."""
    links: list[float] = []
    rechts: list[float] = []
    gc.collect()
    for keer in range(warm + keren):
        # Who goes first changes, so that neither always finds the caches of the other.
        if keer % 2:
            een, ander = eigen(), kaal()
        else:
            ander = kaal()
            een = eigen()
        if keer >= warm:
            links.append(een)
            rechts.append(ander)
    return links, rechts


def beurtelings(*metingen: Callable[[], float], keren: int, warm: int = 1) -> list[list[float]]:
    """Take more than two sides by turns, each time beginning with the next; a list of figures for each of them."""
    cijfers: list[list[float]] = [[] for _ in metingen]
    for keer in range(warm + keren):
        for plaats in range(len(metingen)):
            nummer = (plaats + keer) % len(metingen)
            cijfer = metingen[nummer]()
            if keer >= warm:
                cijfers[nummer].append(cijfer)
    return cijfers


def overgeslagen(rij: str, reden: str) -> Uitslag:
    """A line that could not be taken here, with the reason."""
    return Uitslag(rij, "-", "-", "-", "-", True, reden)


def rustig(waarden: Sequence[float]) -> float:
    """What a quarter of the runs stays under: the time it takes when nothing else is in the way."""
    return statistics.quantiles(waarden, n=4, method="inclusive")[0]


def mediaan(waarden: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(waarden)


def p95(waarden: Sequence[float]) -> float:
    """The value that 95 of 100 stay under."""
    return statistics.quantiles(waarden, n=20, method="inclusive")[-1]


def ms(seconden: float) -> str:
    """Milliseconds as text, with as many decimals as mean something."""
    waarde = seconden * MILLI
    return f"{waarde:.2f} ms" if waarde < 10 else f"{waarde:.1f} ms" if waarde < 100 else f"{waarde:.0f} ms"


def verhouding(rij: str, eigen: float, kaal: float, hoogstens: float) -> Uitslag:
    """A line whose measure is a ratio of two durations."""
    maal = eigen / kaal
    return Uitslag(rij, ms(eigen), ms(kaal), f"{maal:.2f}x", f"{hoogstens:.1f}x", maal <= hoogstens)
