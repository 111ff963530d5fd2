"""Tables: how they stay with their heading on the page, and how they are read aloud."""

from __future__ import annotations

from enum import Enum, auto
from typing import Any, Final

from reportlab.platypus import LongTable

from zvh_desktop.documents.opmaak.lettertype import Snit
from zvh_desktop.documents.opmaak.merkdoek import KOPREGEL, Merkdoek
from zvh_desktop.documents.opmaak.structuur import VOOR_KOLOM, VOOR_RIJ, Knoop, Leesrol

_HEEL: Final = 100_000.0
_BIJEEN: Final = 150.0
"""So high may be what stays on one page: some ten lines."""
_STAART: Final = 2
"""So many rows go to the next page with what ends there."""


class Tabelsoort(Enum):
    """What a table is to who does not see it."""

    LIJST = auto()
    """A heading row, and lines of which one column says what they are about."""
    FEITEN = auto()
    """A label and a value on each line."""
    VAK = auto()
    """No table at all: lines in a box, or a grid to copy by hand."""


class Tabelmerk:
    """Marks a table while the library draws it; one for all the parts that it is split into."""

    def __init__(self, soort: Tabelsoort, rijkop: int) -> None:
        self._soort = soort
        self._rijkop = rijkop
        self._heel: Knoop | None = None
        self._lijf = self._rij = self._terug = Knoop(Leesrol.VAK)
        self._vervolg = self._in_kop = False
        self._dicht: list[Any] = []

    def __call__(self, vorm: Any, wat: str, *waar: Any) -> None:
        """Called by the library, with the row and the column where it is."""
        doek: Merkdoek = vorm.canv
        if wat == "startTable":
            self._begin(doek)
        elif wat == "endTable":
            doek.boom.nu = self._terug
        elif wat in ("startBG", "startLines"):
            self._open(doek)
        elif wat == "startRow":
            self._begin_rij(doek, vorm.repeatRows > waar[0])
        elif wat in ("endBG", "endLines") or (wat == "endRow" and self._in_kop and self._vervolg):
            self._dicht.pop().__exit__(None, None, None)
        elif wat == "startCell" and not doek.is_artefact:
            doek.boom.nu = self._cel(waar[1])

    def _open(self, doek: Merkdoek, soort: str = "") -> None:
        # The library says where it is by name only, so the artefact is opened and closed by hand.
        deel = doek.artefact(soort)
        deel.__enter__()
        self._dicht.append(deel)

    def _begin(self, doek: Merkdoek) -> None:
        self._terug = doek.boom.nu
        self._vervolg = self._heel is not None
        if self._heel is None:
            self._heel = self._terug.onder(Leesrol.VAK if self._soort is Tabelsoort.VAK else Leesrol.TABEL)
            self._lijf = self._heel

    def _begin_rij(self, doek: Merkdoek, in_kop: bool) -> None:
        self._in_kop = in_kop
        if in_kop and self._vervolg:
            self._open(doek, KOPREGEL)  # the heading row comes back on each page, and is read once
        elif self._soort is not Tabelsoort.VAK and self._heel is not None:
            if in_kop:
                self._rij = self._heel.onder(Leesrol.TABELKOP).onder(Leesrol.RIJ)
            else:
                if self._lijf is self._heel and self._soort is Tabelsoort.LIJST:
                    self._lijf = self._heel.onder(Leesrol.TABELLIJF)
                self._rij = self._lijf.onder(Leesrol.RIJ)

    def _cel(self, kolom: int) -> Knoop:
        if self._soort is Tabelsoort.VAK:
            return self._lijf
        if self._in_kop:
            return self._rij.onder(Leesrol.KOPCEL, VOOR_KOLOM)
        return self._rij.onder(Leesrol.KOPCEL, VOOR_RIJ) if kolom == self._rijkop else self._rij.onder(Leesrol.CEL)


class Tabelvorm(LongTable):  # type: ignore[misc]
    """A table that can tell how high its heading row and first row are together.

    ``soort`` says how it is read, ``rijkop`` which column says what a row is about. The library makes the parts of a
    table that goes on over a page itself, and hands ``renderCB`` on to them.
    """

    def __init__(
        self,
        data: Any,
        *args: Any,
        soort: Tabelsoort = Tabelsoort.LIJST,
        rijkop: int = 0,
        renderCB: Tabelmerk | None = None,  # noqa: N803
        **kwargs: Any,
    ) -> None:
        super().__init__(data, *args, renderCB=renderCB or Tabelmerk(soort, rijkop), **kwargs)
        self._soort = soort

    def setStyle(self, tblstyle: Any) -> None:  # noqa: N802
        # Without this each table names Helvetica, a second family that is not embedded.
        super().setStyle([("FONTNAME", (0, 0), (-1, -1), Snit.GEWOON.value), *tblstyle])

    def begin_hoogte(self, breed: float) -> float:
        """What has to fit under a heading, or the heading would stand alone at the foot of a page."""
        heel = float(self.wrap(breed, _HEEL)[1])
        return heel if self._soort is Tabelsoort.FEITEN and heel <= _BIJEEN else float(sum(self._rowHeights[:2]))

    def leidt_in(self, breed: float) -> bool:
        """Whether it is a low box, that says something on what comes below it."""
        return self._soort is Tabelsoort.VAK and self.wrap(breed, _HEEL)[1] <= _BIJEEN

    def is_laag_feit(self, breed: float) -> bool:
        """Whether it is some facts on one thing, that stay together."""
        return self._soort is Tabelsoort.FEITEN and self.wrap(breed, _HEEL)[1] <= _BIJEEN

    def heeft_staart(self, breed: float) -> bool:
        """Whether there are rows that can stay when the last ones go."""
        self.wrap(breed, _HEEL)
        return self._soort is not Tabelsoort.VAK and len(self._rowHeights) - (self.repeatRows or 0) > _STAART

    def met_staart(self, breed: float, hoog: float) -> list[Any]:
        """In two: what fits in this height, and its last rows at least; empty where nothing can stay behind."""
        if not self.heeft_staart(breed):
            return []
        return list(super().split(breed, min(hoog, sum(self._rowHeights[:-_STAART]))))

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803
        """In parts over pages; some facts on one thing stay together."""
        if self._soort is Tabelsoort.FEITEN and availHeight < self.wrap(availWidth, _HEEL)[1] <= _BIJEEN:
            return []
        return list(super().split(availWidth, availHeight))
