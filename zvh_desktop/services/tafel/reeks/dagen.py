"""The days of a series: pure reckoning, from the day of the first."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Final

from zvh_desktop.models.keuzen.reekskeuzes import Herhaling
from zvh_desktop.models.taal import DAGEN

_WEKEN: Final = {Herhaling.WEEK: 1, Herhaling.TWEE_WEKEN: 2, Herhaling.VIER_WEKEN: 4}
_TELWOORDEN: Final = ("eerste", "tweede", "derde", "vierde")


def reeksdagen(begin: date, herhaling: Herhaling, aantal: int) -> tuple[date, ...]:
    """So many days after ``begin``, which is not among them."""
    return tuple(islice(_dagen(begin, herhaling), aantal))


def herhalingen(begin: date) -> tuple[tuple[Herhaling, str], ...]:
    """What can be chosen from this day, in words: 'elke tweede dinsdag van de maand'.

    A fifth one is not in each month; that day is offered as the last one only.
    """
    dag, nummer = DAGEN[begin.weekday()], _zoveelste(begin)
    keuzes = [
        (Herhaling.WEEK, f"elke week op {dag}"),
        (Herhaling.TWEE_WEKEN, f"om de week op {dag}"),
        (Herhaling.VIER_WEKEN, f"elke vier weken op {dag}"),
    ]
    if nummer < len(_TELWOORDEN):
        keuzes.append((Herhaling.VAN_DE_MAAND, f"elke {_TELWOORDEN[nummer]} {dag} van de maand"))
    if begin == _in_de_maand(begin.year, begin.month, begin.weekday(), -1):
        keuzes.append((Herhaling.LAATSTE_VAN_DE_MAAND, f"elke laatste {dag} van de maand"))
    return tuple(keuzes)


def _zoveelste(dag: date) -> int:
    """From 0: the how manieth of its day of the week it is in its month."""
    return (dag.day - 1) // 7


def _dagen(begin: date, herhaling: Herhaling) -> Iterator[date]:
    if herhaling in _WEKEN:
        dag = begin
        while True:
            dag += timedelta(weeks=_WEKEN[herhaling])
            yield dag
    nummer = -1 if herhaling is Herhaling.LAATSTE_VAN_DE_MAAND else min(_zoveelste(begin), len(_TELWOORDEN) - 1)
    jaar, maand = begin.year, begin.month
    while True:
        jaar, maand = (jaar, maand + 1) if maand < 12 else (jaar + 1, 1)
        yield _in_de_maand(jaar, maand, begin.weekday(), nummer)


def _in_de_maand(jaar: int, maand: int, weekdag: int, nummer: int) -> date:
    """The day in this month; ``nummer`` counts from 0, and -1 is the last."""
    _, lengte = calendar.monthrange(jaar, maand)
    dagen = [date(jaar, maand, dag) for dag in range(1, lengte + 1) if date(jaar, maand, dag).weekday() == weekdag]
    return dagen[nummer]
