"""The cells of a long list in the form in which a filter looks for its text: one string a row, made once.

Making it and looking through it are done in parts, so that a window can do them between two keys. A cell that says the
same as another one (a fase, a day) is folded once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from zvh_desktop.models.tekst.naamvormen import Gezocht, Vraag, losvorm
from zvh_desktop.ui.teksten.cellen import doorzoekbaar

PER_DEEL: Final = 256
"""Rows that are folded, or looked through, before the window is asked whether it has something else to do."""
_GRENS: Final = "\x1f"
"""Between two cells. In a folded text there is no such sign, so nothing is found across it."""
_MEESTE_VAN_EEN_KOLOM: Final = 5000
"""A column with more different values than this has hardly two that are the same."""

Lezers = Sequence[Callable[..., object]]


class Zoekindex:
    """The searchable text of every row, and which rows a question fits."""

    def __init__(self, lezers: Lezers) -> None:
        """``lezers`` give the value of a row for each column."""
        self._lezers = tuple(lezers)
        self._teksten: list[str] = []
        self._bekend: list[dict[object, str]] = [{} for _ in self._lezers]
        self._regels: Sequence[object] = ()

    def maak(self, regels: Sequence[object]) -> Iterator[None]:
        """Fold these rows, from where it was; yields after each part. The rows are those of every call before."""
        self._regels = regels
        while len(self._teksten) < len(regels):
            vanaf = len(self._teksten)
            deel = regels[vanaf : vanaf + PER_DEEL]
            kolommen = [
                [_cel(lees(regel), bekend) for regel in deel]
                for lees, bekend in zip(self._lezers, self._bekend, strict=True)
            ]
            self._teksten.extend(_GRENS.join(cellen) for cellen in zip(*kolommen, strict=True))
            yield

    def zoek(self, overal: Gezocht, per_kolom: Mapping[int, Gezocht]) -> Iterator[list[int]]:
        """The rows that answer every question; yields those of each part. Every row has been folded before."""
        for vanaf in range(0, len(self._teksten), PER_DEEL * 4):
            rijen: Sequence[int] = range(vanaf, min(vanaf + PER_DEEL * 4, len(self._teksten)))
            if overal:
                rijen = self._op_een_vraag(rijen, overal.vragen, None)
            for kolom, gezocht in per_kolom.items():
                rijen = self._op_een_vraag(rijen, gezocht.vragen, kolom)
            yield list(rijen)

    def _op_een_vraag(self, rijen: Sequence[int], vragen: Sequence[Vraag], kolom: int | None) -> list[int]:
        gevonden = [self._op_alles(rijen, vraag, kolom) for vraag in vragen]
        return gevonden[0] if len(gevonden) == 1 else sorted(set().union(*gevonden))

    def _op_alles(self, rijen: Sequence[int], vraag: Vraag, kolom: int | None) -> list[int]:
        teksten = self._teksten
        over = list(rijen)
        for keuze in vraag:
            eerste, *rest = keuze
            if rest:
                over = [rij for rij in over if eerste in teksten[rij] or any(een in teksten[rij] for een in rest)]
            else:
                over = [rij for rij in over if eerste in teksten[rij]]
            if kolom is not None:  # what is somewhere in the row may still be in another cell
                over = [rij for rij in over if _in_cel(keuze, teksten[rij], kolom)]
        return over

    def is_van(self, regels: Sequence[object]) -> bool:
        """Whether these very rows were folded, in this order."""
        return regels is self._regels and len(self._teksten) == len(regels)

    def herschik(self, orde: Sequence[int], regels: Sequence[object]) -> None:
        """The same rows in another order, given by where each of them stood; what was half folded is begun anew."""
        teksten = self._teksten
        self._teksten = [teksten[plaats] for plaats in orde] if len(teksten) == len(orde) else []
        self._regels = regels

    def vergeet_rijen(self) -> None:
        """There are other rows, or they stand in another order; what was folded is still known."""
        self._teksten, self._regels = [], ()

    def maak_leeg(self) -> None:
        """Forget every text, at the lock."""
        self.vergeet_rijen()
        for bekend in self._bekend:
            bekend.clear()


def _cel(waarde: object, bekend: dict[object, str]) -> str:
    if type(waarde) is not str and type(waarde) is not date:  # True and 1 are one key of a dict, and read otherwise
        return losvorm(doorzoekbaar(waarde))
    tekst = bekend.get(waarde)
    if tekst is None:
        tekst = losvorm(doorzoekbaar(waarde))
        if len(bekend) < _MEESTE_VAN_EEN_KOLOM:
            bekend[waarde] = tekst
    return tekst


def _in_cel(keuze: Sequence[str], tekst: str, kolom: int) -> bool:
    cel = tekst.split(_GRENS)[kolom]
    return any(een in cel for een in keuze)
