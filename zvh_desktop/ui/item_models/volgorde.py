"""The order of the rows of a list by one column: at once, or in parts for a list that is long."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from heapq import merge
from itertools import islice
from typing import Any, Final

from zvh_desktop.models.vouwing import sorteervorm

PER_DEEL: Final = 512
"""Rows that are read, or put in their place, before the window is asked whether it has something else to do."""

Sleutel = tuple[tuple[int, Any], int]
Lezer = Callable[[Any], object]


def sorteersleutel(waarde: object) -> tuple[int, Any]:
    """An order for the values of one column, numbers before dates before texts."""
    if type(waarde) is str:  # nearly always, in lists of many thousands
        return (2, sorteervorm(waarde))
    if isinstance(waarde, bool):
        return (0, int(waarde))
    if isinstance(waarde, int | float):
        return (0, waarde)
    if isinstance(waarde, date):
        return (1, waarde.isoformat())
    return (2, sorteervorm(str(waarde)))


def orde(regels: Sequence[object], lees: Lezer, *, aflopend: bool) -> list[int]:
    """The places of these rows in their order; those without a value come last, whatever the order."""
    waarden = [lees(regel) for regel in regels]
    met = [plaats for plaats, waarde in enumerate(waarden) if not _leeg(waarde)]
    sleutels = {plaats: sorteersleutel(waarden[plaats]) for plaats in met}
    met.sort(key=sleutels.__getitem__, reverse=aflopend)
    return met + [plaats for plaats, waarde in enumerate(waarden) if _leeg(waarde)]


def orde_in_delen(regels: Sequence[object], lees: Lezer, *, aflopend: bool) -> Iterator[list[int]]:
    """The same, in parts of a few milliseconds: yields how far it is, and the whole order as the last."""
    stukken: list[list[Sleutel]] = []
    leeg: list[int] = []
    for vanaf in range(0, len(regels), PER_DEEL):
        stuk = []
        for plaats, regel in enumerate(regels[vanaf : vanaf + PER_DEEL], vanaf):
            waarde = lees(regel)
            if _leeg(waarde):
                leeg.append(plaats)
            else:
                # rows that are the same keep their order, also where the largest comes first
                stuk.append((sorteersleutel(waarde), -plaats if aflopend else plaats))
        stuk.sort(reverse=not aflopend)
        stukken.append(stuk)
        yield leeg
    gevonden: list[int] = []
    rij = merge(*map(_achterstevoren, stukken), reverse=aflopend)
    while deel := [abs(plaats) for _, plaats in islice(rij, PER_DEEL)]:
        gevonden += deel
        yield gevonden
    yield gevonden + leeg


def _achterstevoren(stuk: list[Sleutel]) -> Iterator[Sleutel]:
    """From the last to the first, and what was had is let go: all at the end would hold the window up."""
    while stuk:
        yield stuk.pop()


def _leeg(waarde: object) -> bool:
    return waarde is None or waarde == ""
