"""What of the counts of one year may be told. Numbers in, numbers out: None is held back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from zvh_desktop.models.cijfers.maten import AANTALLEN, INDELINGEN, PER_KWARTAAL, Afloop, Indeling, Maat, reden_van
from zvh_desktop.services.cijfers.tellen import Cijfercel
from zvh_desktop.services.cijfers.verbergen import (
    aandeel_in_tienen,
    is_klein,
    jaar_mag_bij,
    middelste,
    te_verbergen,
)

Publicatie = Mapping[Cijfercel, int | None]


class Verteld(dict[Cijfercel, int | None]):
    """Every cell of a report, with what is said of a part that no cell names."""

    @cached_property
    def _verzwegen(self) -> frozenset[tuple[int, str, str]]:
        return frozenset((cel.jaar, cel.maat, cel.indeling) for cel, waarde in self.items() if waarde is None)

    def deel(self, cel: Cijfercel) -> int | None:
        """A part of a division. Nought only where nothing of that division is held back.

        Else everybody could count the parts that are held back: five of them that are five together are one each.
        """
        waarde = self.get(cel, 0)
        return None if not waarde and (cel.jaar, cel.maat, cel.indeling) in self._verzwegen else waarde


KWARTALEN = (1, 2, 3, 4)
ZONDER_KWARTAAL = 0
"""What files that went long ago left behind: the year is known, the quarter is not."""


def kwartalen_van(
    telling: Mapping[Cijfercel, int], jaar: int, kwartalen: Collection[int]
) -> dict[Cijfercel, int | None]:
    """Quarters of a year that still runs: totals only, each judged by itself."""
    uit: dict[Cijfercel, int | None] = {}
    for kwartaal in kwartalen:
        for maat in PER_KWARTAAL:
            cel = Cijfercel(jaar, kwartaal, maat.value)
            uit[cel] = verborgen_als_klein(telling.get(cel, 0))
    return uit


def jaar_van(telling: Mapping[Cijfercel, int], jaar: int, eerder: Publicatie) -> dict[Cijfercel, int | None]:
    """A year that is over, with its quarters. ``eerder``: quarters that were told while it ran, and stand."""
    uit: dict[Cijfercel, int | None] = {}
    eigen = _per_verdeling(telling, jaar)
    for maat in AANTALLEN:
        totaal = _kwartalen_en_jaar(telling, jaar, maat, eerder, uit)
        if totaal != eigen.get((maat.value, ""), {}).get("", 0):
            totaal = None  # changed since a quarter was told: a division would say by how much
        for indeling in INDELINGEN.get(maat, ()):
            _verdeel(uit, jaar, maat, indeling.value, eigen, totaal)
            if indeling is Indeling.AFLOOP:
                for afloop in Afloop:
                    deel = uit.get(Cijfercel(jaar, 0, maat.value, indeling.value, afloop.value), 0 if totaal else None)
                    _verdeel(uit, jaar, maat, reden_van(afloop), eigen, deel)
    uit.update(_gemeten(eigen, jaar))
    return uit


def verborgen_als_klein(waarde: int) -> int | None:
    """The number itself, unless it is small."""
    return None if is_klein(waarde) else waarde


def _kwartalen_en_jaar(
    telling: Mapping[Cijfercel, int], jaar: int, maat: Maat, eerder: Publicatie, uit: dict[Cijfercel, int | None]
) -> int | None:
    """Fill in the quarters and the year; the year is also the answer."""
    cel = Cijfercel(jaar, 0, maat.value)
    totaal = telling.get(cel, 0)
    if maat not in PER_KWARTAAL:
        uit[cel] = verborgen_als_klein(totaal)
        return uit[cel]
    cellen = {kwartaal: Cijfercel(jaar, kwartaal, maat.value) for kwartaal in KWARTALEN}
    nu = {kwartaal: telling.get(een, 0) for kwartaal, een in cellen.items()}
    rest = totaal - sum(nu.values())
    if any(een in eerder for een in cellen.values()):
        verteld = {
            kwartaal: eerder[een] if een in eerder else verborgen_als_klein(nu[kwartaal])
            for kwartaal, een in cellen.items()
        }
        geheel = rest + sum(nu[k] if waarde is None else waarde for k, waarde in verteld.items())
        uit[cel] = geheel if jaar_mag_bij(geheel, verteld) else None
    else:
        weg = te_verbergen({**nu, ZONDER_KWARTAAL: rest})
        uit[cel] = verborgen_als_klein(totaal)
        verteld = {kwartaal: None if kwartaal in weg or is_klein(totaal) else nu[kwartaal] for kwartaal in KWARTALEN}
    uit.update({cellen[kwartaal]: waarde for kwartaal, waarde in verteld.items()})
    return uit[cel]


Verdelingen = dict[tuple[str, str], dict[str, int]]


def _per_verdeling(telling: Mapping[Cijfercel, int], jaar: int) -> Verdelingen:
    uit: Verdelingen = {}
    for cel, aantal in telling.items():
        if cel.jaar == jaar and cel.kwartaal == 0 and aantal:
            uit.setdefault((cel.maat, cel.indeling), {})[cel.sleutel] = aantal
    return uit


def _verdeel(
    uit: dict[Cijfercel, int | None], jaar: int, maat: Maat, indeling: str, eigen: Verdelingen, totaal: int | None
) -> None:
    """The parts of a whole; of a whole that is not told nothing is told."""
    delen = eigen.get((maat.value, indeling), {})
    bekend = totaal is not None and totaal == sum(delen.values())
    weg = te_verbergen(delen) if bekend else frozenset(delen)
    for sleutel, aantal in delen.items():
        uit[Cijfercel(jaar, 0, maat.value, indeling, sleutel)] = None if sleutel in weg else aantal


def _gemeten(eigen: Verdelingen, jaar: int) -> Iterator[tuple[Cijfercel, int | None]]:
    """What is told without how many it is about: middle durations and shares."""
    for (maat, indeling), delen in eigen.items():
        if maat in (Maat.FASEDUUR, Maat.ANTWOORD):
            reeks = Counter({int(sleutel): aantal for sleutel, aantal in delen.items()})
            yield Cijfercel(jaar, 0, maat, indeling), middelste(reeks)
        elif maat == Maat.AANWEZIG:
            yield Cijfercel(jaar, 0, maat, indeling), aandeel_in_tienen(delen.get("ja", 0), sum(delen.values()))
