"""What an order costs: minutes that partijen sit at the table while nothing of theirs is discussed.

A partij comes for its first casus and stays until its last one is done, so it waits through every point between those
two at which it has no seat. This is the rehearsal (talent scheduling) problem; partijen are bits, a set of them an int.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

DAG = 24 * 60
"""Minutes of a day: later than any point can end."""

ZWAARDER = 1_000_000_000
"""A minute outside the times that were asked weighs more than all waiting of a day together."""


@dataclass(frozen=True, slots=True)
class Punt:
    """A point as the proposal sees it; times in minutes after the begin of the overleg."""

    minuten: int
    stoelen: int = 0
    """The partijen with a seat, as bits."""
    vroegst: int = -DAG
    """Not to begin before this minute."""
    laatst: int = 2 * DAG
    """To be done by this minute."""
    om: int | None = None
    """To begin at this minute exactly."""

    @property
    def vraagt_tijd(self) -> bool:
        """Whether it matters when it begins."""
        return self.om is not None or self.vroegst > -DAG or self.laatst < 2 * DAG

    def buiten(self, begin: int) -> int:
        """How many minutes a begin at this minute is away from what was asked."""
        te_vroeg = max(0, self.vroegst - begin)
        te_laat = max(0, begin + self.minuten - self.laatst)
        return te_vroeg + te_laat + (0 if self.om is None else abs(begin - self.om))


@dataclass(frozen=True)
class Tafelplan:
    """Points to be put in order. A fixed point keeps its place, the others change places among themselves."""

    punten: tuple[Punt, ...]
    gewichten: tuple[int, ...]
    """How heavily a minute of waiting weighs, for each partij (bit)."""
    vast: frozenset[int] = frozenset()
    """Points that keep the place they have: what is of the house itself, such as a break."""
    ervoor: tuple[int, ...] = ()
    """For each point the points that have to come before it, as bits; empty when nothing was asked."""

    @cached_property
    def eerst(self) -> tuple[int, ...]:
        """``ervoor`` with a value for every point."""
        return self.ervoor or (0,) * len(self.punten)

    @cached_property
    def los(self) -> tuple[int, ...]:
        """The points that may change places, in the order they were given."""
        return tuple(nummer for nummer in range(len(self.punten)) if nummer not in self.vast)

    @cached_property
    def tussendoor(self) -> tuple[int, ...]:
        """Minutes of the fixed points just before the first loose point, before the second, and so on."""
        grenzen = (-1, *self.los)
        return tuple(
            sum(self.punten[vast].minuten for vast in range(vorige + 1, volgende))
            for vorige, volgende in pairwise(grenzen)
        )

    @cached_property
    def _per_gewicht(self) -> tuple[tuple[int, int], ...]:
        groepen: dict[int, int] = {}
        for bit, gewicht in enumerate(self.gewichten):
            groepen[gewicht] = groepen.get(gewicht, 0) | 1 << bit
        return tuple((gewicht, groep) for gewicht, groep in groepen.items() if gewicht)

    def weegt(self, partijen: int) -> int:
        """What one minute of waiting of these partijen weighs together."""
        return sum([gewicht * (partijen & groep).bit_count() for gewicht, groep in self._per_gewicht])

    def ingevuld(self, losse: Sequence[int]) -> tuple[int, ...]:
        """The whole order, with these points in the places that are free."""
        over = iter(losse)
        return tuple(nummer if nummer in self.vast else next(over) for nummer in range(len(self.punten)))

    def mag(self, orde: Sequence[int]) -> bool:
        """Whether every point comes after the points that have to come before it."""
        geweest = 0
        for nummer in orde:
            if self.eerst[nummer] & ~geweest:
                return False
            geweest |= 1 << nummer
        return True


def kosten(plan: Tafelplan, orde: Sequence[int]) -> int:
    """What this order costs: weighed minutes of waiting, and far above them the minutes outside the times asked."""
    na = _samen_na(plan, orde)
    voor, moment, totaal = 0, 0, 0
    for plaats, nummer in enumerate(orde):
        punt = plan.punten[nummer]
        wacht = voor & na[plaats + 1] & ~punt.stoelen
        totaal += punt.minuten * plan.weegt(wacht) + ZWAARDER * punt.buiten(moment)
        voor |= punt.stoelen
        moment += punt.minuten
    return totaal


def wisselingen(plan: Tafelplan, orde: Sequence[int]) -> int:
    """How often somebody comes in or goes out during the overleg, by seats from point to point."""
    alle = (plan.punten[nummer].stoelen for nummer in orde if nummer not in plan.vast)
    aan_tafel = [stoelen for stoelen in alle if stoelen]
    return sum((links ^ rechts).bit_count() for links, rechts in pairwise(aan_tafel))


@dataclass(frozen=True, slots=True)
class Aanwezig:
    """How long one partij is there, and how long of that it waits; minutes."""

    partij: int
    van: int
    tot: int
    wacht: int

    @property
    def minuten(self) -> int:
        """From the begin of its first casus to the end of its last."""
        return self.tot - self.van


def aanwezigheid(plan: Tafelplan, orde: Sequence[int]) -> tuple[Aanwezig, ...]:
    """For each partij with a seat: from when to when it is there, and how much of that it waits."""
    van: dict[int, int] = {}
    tot: dict[int, int] = {}
    eigen: dict[int, int] = {}
    moment = 0
    for nummer in orde:
        punt = plan.punten[nummer]
        for partij in bits(punt.stoelen):
            van.setdefault(partij, moment)
            tot[partij] = moment + punt.minuten
            eigen[partij] = eigen.get(partij, 0) + punt.minuten
        moment += punt.minuten
    return tuple(
        Aanwezig(partij, van[partij], tot[partij], tot[partij] - van[partij] - eigen[partij]) for partij in sorted(van)
    )


def bits(verzameling: int) -> Iterable[int]:
    """The members of a set, lowest first."""
    while verzameling:
        laagste = verzameling & -verzameling
        yield laagste.bit_length() - 1
        verzameling ^= laagste


def _samen_na(plan: Tafelplan, orde: Sequence[int]) -> list[int]:
    """For each place the partijen that still have a seat there or later."""
    na = [0] * (len(orde) + 1)
    for plaats in range(len(orde) - 1, -1, -1):
        na[plaats] = na[plaats + 1] | plan.punten[orde[plaats]].stoelen
    return na
