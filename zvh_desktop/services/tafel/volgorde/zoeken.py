"""A good order for more casussen than can be gone through in full: improve, shake, improve again.

A row of points is carried along the whole order and stays where it costs least. When no row wants another place, all
casussen of one partij are gathered somewhere and it begins again; the best is kept. That shake fits the problem: a
partij waits because its casussen lie apart, and no move of a few points brings six of them together. There are some
beginnings, and the best of them gets the rest of the work. All of it is drawn from a fixed beginning and bounded by
rounds, not by a clock: the same table gives the same proposal on every computer.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from random import Random

from zvh_desktop.services.tafel.volgorde.wachten import ZWAARDER, Tafelplan

PLAATSEN = 210_000
"""So many places are looked at for a row of points in all: some tenths of a second."""

_BEGINNEN = 6
_PER_BEGIN = 0.11
"""So many beginnings, and which part of the rounds each gets; three longer ones end further from the best."""

_RIJEN = (1, 2, 3)
"""Carried together: one point, or a row of two or three."""


def goede_orde(plan: Tafelplan, begin: Sequence[int], plaatsen: int = PLAATSEN) -> tuple[int, ...]:
    """An order that costs no more than ``begin``, which must be one that may (``Tafelplan.mag``)."""
    losse = [nummer for nummer in begin if nummer not in plan.vast]
    if len(losse) < 2:
        return tuple(begin)
    rondes = plaatsen // len(losse)
    toeval = Random(len(plan.punten))  # noqa: S311 - a shuffle, no secret
    beste = _Zoeker(plan, losse)
    beste.zoek(toeval, int(rondes * _PER_BEGIN))
    for _ in range(_BEGINNEN - 1):
        ander = _Zoeker(plan, losse)
        ander.meng(toeval)
        ander.zoek(toeval, int(rondes * _PER_BEGIN))
        if ander.kosten < beste.kosten:
            beste = ander
    beste.zoek(toeval, int(rondes * (1 - _BEGINNEN * _PER_BEGIN)))
    return plan.ingevuld(beste.orde)


_Telling = tuple[list[int], list[int], list[int], list[int], list[int]]


class _Gewichten(dict[int, int]):
    """What one minute of waiting of a set of partijen weighs; each set is counted once."""

    def __init__(self, plan: Tafelplan) -> None:
        super().__init__({0: 0})
        self._plan = plan

    def __missing__(self, partijen: int) -> int:
        gewicht = self[partijen] = self._plan.weegt(partijen)
        return gewicht


class _Zoeker:
    """An order of the loose points under way, and what it costs."""

    def __init__(self, plan: Tafelplan, losse: Sequence[int]) -> None:
        self._plan = plan
        self._gewicht = _Gewichten(plan)
        self._tussendoor = plan.tussendoor
        self._stoelen = [punt.stoelen for punt in plan.punten]
        self._minuten = [punt.minuten for punt in plan.punten]
        self._op_tijd = frozenset(nummer for nummer, punt in enumerate(plan.punten) if punt.vraagt_tijd)
        self._vooraf = list(accumulate(self._tussendoor))
        self._rondes = 0
        self.orde = list(losse)
        self.kosten = self._reken()

    def zoek(self, toeval: Random, rondes: int) -> None:
        """Improve for so many rounds; never ends with more than it began with."""
        self._rondes = rondes
        self._verbeter()
        beste, minst = self.orde, self.kosten
        while self._rondes > 0 and minst:
            self._verzamel(1 << toeval.randrange(len(self._plan.gewichten)), toeval)
            self._verbeter()
            if self.kosten <= minst:
                beste, minst = self.orde, self.kosten
            else:
                self.orde, self.kosten = beste, minst

    def meng(self, toeval: Random) -> None:
        """Begin somewhere else: mixed, as far as what has to come first allows."""
        gemengd: list[int] = []
        over = self.orde[:]
        toeval.shuffle(over)
        while over:
            klaar = sum(1 << nummer for nummer in gemengd)
            volgende = next(nummer for nummer in over if not self._plan.eerst[nummer] & ~klaar)
            gemengd.append(volgende)
            over.remove(volgende)
        self.orde = gemengd
        self.kosten = self._reken()

    def _verzamel(self, partij: int, toeval: Random) -> None:
        """Put all points of one partij together somewhere, where that may."""
        punten = self._plan.punten
        hier = [nummer for nummer in self.orde if punten[nummer].stoelen & partij]
        elders = [nummer for nummer in self.orde if not punten[nummer].stoelen & partij]
        plaats = toeval.randint(0, len(elders))
        orde = elders[:plaats] + hier + elders[plaats:]
        self._rondes -= 1
        if self._plan.mag(orde):
            self.orde = orde
            self.kosten = self._reken()

    def _verbeter(self) -> None:
        """Carry each point, and each short row of them, to its best place, until none wants another."""
        aantal = len(self.orde)
        plaats = rust = 0
        while rust < aantal and self._rondes > 0:
            verplaatst = [self._draag(plaats, breed) for breed in _RIJEN if plaats + breed <= aantal]
            rust = 0 if any(verplaatst) else rust + 1
            plaats = (plaats + 1) % aantal

    def _reken(self) -> int:
        """Count what the order costs from nothing."""
        return self._stuk(self.orde, 0, 0, 0, 0)

    def _draag(self, plaats: int, breed: int) -> bool:
        """Carry the row of so many points that begins here to where it costs least; whether it moved.

        What the others cost is counted twice, with the row after them and with the row before them, so that each
        place for the row is a sum of two numbers and the row itself.
        """
        self._rondes -= 1
        rij, over = self.orde[plaats : plaats + breed], self.orde[:plaats] + self.orde[plaats + breed :]
        stoelen, minuten = 0, 0
        for nummer in rij:
            stoelen |= self._stoelen[nummer]
            minuten += self._minuten[nummer]
        eerder, later, voor, na, begin = self._tel(over, breed, stoelen, minuten)
        van, tot = self._ruimte(rij, over)
        beste, minst = plaats, self.kosten
        for naar in range(van, tot + 1):
            nieuw = eerder[naar] + later[-1] - later[naar]
            if nieuw < minst:
                nieuw += self._stuk(rij, naar, voor[naar], na[naar], begin[naar])
                if nieuw < minst:
                    beste, minst = naar, nieuw
        if beste == plaats:
            return False
        self.orde, self.kosten = [*over[:beste], *rij, *over[beste:]], minst
        return True

    def _tel(self, over: Sequence[int], breed: int, stoelen: int, minuten: int) -> _Telling:
        """What the others cost up to each place, without the row before them and with it; and what is around it.

        Here the most of all time is spent, so what ``_kost`` says of one point is written out.
        """
        gewicht, tussendoor, na = self._gewicht, self._tussendoor, self._samen_na(over)
        eerder, later, voor, begin = [0], [0], [0], [0]
        zonder = met = geweest = moment = 0
        for nu, nummer in enumerate(over):
            hier, duur, straks = self._stoelen[nummer], self._minuten[nummer], na[nu + 1]
            zonder += duur * gewicht[geweest & (straks | stoelen) & ~hier]
            met += duur * gewicht[(geweest | stoelen) & straks & ~hier]
            if tussendoor[nu]:
                zonder += tussendoor[nu] * gewicht[geweest & (straks | stoelen | hier)]
            if tussendoor[nu + breed]:
                met += tussendoor[nu + breed] * gewicht[(geweest | stoelen) & (straks | hier)]
            if nummer in self._op_tijd:
                punt = self._plan.punten[nummer]
                zonder += ZWAARDER * punt.buiten(moment + self._vooraf[nu])
                met += ZWAARDER * punt.buiten(moment + minuten + self._vooraf[nu + breed])
            geweest |= hier
            moment += duur
            eerder.append(zonder)
            later.append(met)
            voor.append(geweest)
            begin.append(moment)
        return eerder, later, voor, na, begin

    def _samen_na(self, over: Sequence[int]) -> list[int]:
        """For each place the partijen that still have a seat there or later."""
        samen, na = 0, [0]
        for nummer in reversed(over):
            samen |= self._stoelen[nummer]
            na.append(samen)
        na.reverse()
        return na

    def _ruimte(self, rij: Sequence[int], over: Sequence[int]) -> tuple[int, int]:
        """The first and the last place among the others where this row may stand."""
        eerst = self._plan.eerst
        als_groep, moet_ervoor = 0, 0
        for nummer in rij:
            als_groep |= 1 << nummer
            moet_ervoor |= eerst[nummer]
        van, tot = 0, len(over)
        for plaats, nummer in enumerate(over):
            if moet_ervoor >> nummer & 1:
                van = plaats + 1
            if eerst[nummer] & als_groep:
                tot = plaats
                break
        return van, tot

    def _stuk(self, rij: Sequence[int], plaats: int, voor: int, na: int, begin: int) -> int:
        """What these points cost from this place on, with these partijen before and after them."""
        punten = self._plan.punten
        volgend = [na]
        for nummer in reversed(rij[1:]):
            volgend.append(volgend[-1] | punten[nummer].stoelen)
        totaal = 0
        for nu, nummer in enumerate(rij):
            totaal += self._kost(nummer, plaats + nu, voor, volgend[-1 - nu], begin)
            voor |= punten[nummer].stoelen
            begin += punten[nummer].minuten
        return totaal

    def _kost(self, nummer: int, plaats: int, voor: int, na: int, begin: int) -> int:
        """What one point costs, with the fixed points just before it."""
        punt = self._plan.punten[nummer]
        samen = voor & na
        totaal = punt.minuten * self._gewicht[samen & ~punt.stoelen] if samen else 0
        if self._tussendoor[plaats]:
            totaal += self._tussendoor[plaats] * self._gewicht[voor & (na | punt.stoelen)]
        if nummer in self._op_tijd:
            totaal += ZWAARDER * punt.buiten(begin + self._vooraf[plaats])
        return totaal
