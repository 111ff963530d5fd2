"""What the finder tells: a place in a text, and the parts out of which it is put together."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass

from zvh_desktop.models.keuzen.lekkeuzes import Leksoort


@dataclass(frozen=True, slots=True, order=True)
class Vondst:
    """From ``begin`` up to ``eind`` in the text, counted in its characters, stands something of this kind."""

    begin: int
    eind: int
    soort: Leksoort


_VOORRANG = {soort: plaats for plaats, soort in enumerate(Leksoort)}


def zonder_overlap(vondsten: Iterable[Vondst]) -> tuple[Vondst, ...]:
    """In the order of the text, each place once: the longest counts, and of equals the kind that is named first.

    A BSN takes all that it stands in with it, whatever that looks like: it may never go.
    """
    uit: list[Vondst] = []
    for een in sorted(_met_bsn(vondsten), key=lambda v: (v.begin - v.eind, _VOORRANG[v.soort], v.begin)):
        plek = bisect(uit, een)  # those that are in do not overlap, so only its neighbours can
        if all(een.eind <= ander.begin or een.begin >= ander.eind for ander in uit[max(0, plek - 1) : plek + 1]):
            uit.insert(plek, een)
    return tuple(uit)


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
