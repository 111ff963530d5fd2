"""What the finder tells: a place in a text, and the parts out of which it is put together."""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zvh_desktop.models.keuzen.lekkeuzes import Leksoort


@dataclass(frozen=True, slots=True, order=True)
class Vondst:
    """From ``begin`` up to ``eind`` in the text, counted in its characters, stands something of this kind."""

    begin: int
    eind: int
    soort: Leksoort


_VOORRANG = {soort: plaats for plaats, soort in enumerate(Leksoort)}


def zonder_overlap(vondsten: Iterable[Vondst], tekst: str) -> tuple[Vondst, ...]:
    """In the order of the text, each place once: the longest counts, and of equals the kind that is named first.

    Those of one kind become one; of another that is shorter, what sticks out stays. So no letter found is lost.
    A BSN takes all that it stands in with it, whatever that looks like: it may never go.
    """
    uit: list[Vondst] = []
    per_soort = _samengevoegd(_met_bsn(vondsten))
    for een in sorted(per_soort, key=lambda v: (v.begin - v.eind, _VOORRANG[v.soort], v.begin)):
        plek = max(0, bisect(uit, een) - 1)
        geraakt = []
        while plek < len(uit) and uit[plek].begin < een.eind:
            if een.begin < uit[plek].eind:
                geraakt.append(uit[plek])
            plek += 1
        for rest in _resten(een, geraakt, tekst) if geraakt else (een,):
            insort(uit, rest)
    return tuple(uit)


def _samengevoegd(vondsten: Iterable[Vondst]) -> list[Vondst]:
    """Those of one kind that overlap are one."""
    uit: list[Vondst] = []
    for een in sorted(vondsten, key=lambda v: (_VOORRANG[v.soort], v.begin)):
        if uit and uit[-1].soort is een.soort and een.begin < uit[-1].eind:
            uit.append(Vondst(uit[-1].begin, max(uit.pop().eind, een.eind), een.soort))
        else:
            uit.append(een)
    return uit


def _resten(een: Vondst, geraakt: Iterable[Vondst], tekst: str) -> Iterator[Vondst]:
    """What of it stands in none of those, without the signs at its ends."""
    begin = een.begin
    for van, tot in (*((ander.begin, ander.eind) for ander in geraakt), (een.eind, een.eind)):
        letters = [plek for plek in range(begin, van) if tekst[plek].isalnum()]
        if letters:
            yield Vondst(letters[0], letters[-1] + 1, een.soort)
        begin = max(begin, tot)


def _met_bsn(vondsten: Iterable[Vondst]) -> list[Vondst]:
    los = set(vondsten)
    uit: list[Vondst] = []
    for bsn in sorted(een for een in los if een.soort is Leksoort.BSN):
        raakt = [een for een in (*los, *uit) if een.begin < bsn.eind and bsn.begin < een.eind]
        los.difference_update(raakt)
        uit = [een for een in uit if een not in raakt]
        begin, eind = (min(een.begin for een in (bsn, *raakt)), max(een.eind for een in (bsn, *raakt)))
        uit.append(Vondst(begin, eind, Leksoort.BSN))
    return [*los, *uit]
