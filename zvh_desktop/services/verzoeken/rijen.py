"""Rows of a table as they may leave: what somebody marks on the screen and copies is weighed as a document is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, repeat
from typing import Final

from zvh_desktop.services.kluis.gegevens import Voortgang
from zvh_desktop.services.lek.bekend import Lezers
from zvh_desktop.services.lek.lezers import met_contacten, naar_klembord
from zvh_desktop.services.lek.samen import Leksamen
from zvh_desktop.services.lek.uitgang import langs_de_uitgang
from zvh_desktop.services.stukken.weging import uitgaand
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

_NUMMER: Final = re.compile(r"(?<!\d)\d{4}-\d{4,}(?!\d)")
Rijen = tuple[tuple[str, ...], ...]
_IN_EENS: Final = 250
"""So many rows are looked through before is told how far it is."""


@dataclass(frozen=True, slots=True)
class _Rij:
    """A row that names one casus is about that one; of any other every restriction counts."""

    casusnummer: str
    cellen: tuple[str, ...]


class RijenService:
    """One use case, for the clipboard."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def weeg(self, rijen: Rijen, over: Sequence[str] = (), voortgang: Voortgang | None = None) -> Rijen:
        """The same rows, without what is restricted and with the notes beside what they are about.

        ``over`` has for each row the casusnummer of what it is about, or nothing; without it no row has one. A row that
        names one is about that.

        Raises LekOpen for what stands inside a sentence in any of them. Where no choice can be recorded it is left out.
        ``voortgang`` may raise to stop it; the first row, the headings, does not count in how far it is.
        """
        alle = tuple(_als_rij(rij, nummer) for rij, nummer in zip(rijen, over or repeat(""), strict=False))
        samen, uit = Leksamen(), list[tuple[str, ...]]()
        with self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            aan = met_contacten(sessie, naar_klembord())
            Lezers.van(sessie).lees_vooraf(rij.casusnummer for rij in alle)
            for begin, eind in pairwise((0, *range(_IN_EENS + 1, len(alle), _IN_EENS), len(alle))):
                if voortgang is not None:
                    voortgang(*_hoe_ver(begin, len(alle)))
                with samen.deel():
                    deel = uitgaand(sessie, self._werkplek.profiel, alle[begin:eind])
                    uit.extend(rij.cellen for rij in langs_de_uitgang(self._werkplek, sessie, aan, deel))
        samen.eis_gekozen()
        return tuple(uit)


def _hoe_ver(begin: int, rijen: int) -> tuple[int, int, str]:
    gedaan, alle = max(begin - 1, 0), max(rijen - 1, 0)
    return gedaan, alle, f"Nagekeken: {gedaan:,} van {alle:,} regels".replace(",", ".")


def _als_rij(cellen: tuple[str, ...], casusnummer: str) -> _Rij:
    nummers = {nummer for cel in cellen for nummer in _NUMMER.findall(cel)} or {casusnummer}
    return _Rij(nummers.pop() if len(nummers) == 1 else "", cellen)
