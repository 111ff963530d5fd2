"""What a page says beside how it looks: headings, lists and tables as a tree, which a screen reader reads aloud.

This is PDF's structure tree (ISO 32000-1, 14.7), as ISO 14289-1 (PDF/UA-1) asks it. Here it is only values; the canvas
fills it (merkdoek) and boomschrift writes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple


class Leesrol(StrEnum):
    """The standard types that our documents use; the value is PDF's own word."""

    DOCUMENT = "Document"
    ALINEA = "P"
    LIJST = "L"
    LIJSTREGEL = "LI"
    LIJSTTEKEN = "Lbl"
    LIJSTTEKST = "LBody"
    VAK = "Div"
    TABEL = "Table"
    TABELKOP = "THead"
    TABELLIJF = "TBody"
    RIJ = "TR"
    KOPCEL = "TH"
    CEL = "TD"
    PLAAT = "Figure"
    VELD = "Form"
    KOP_1 = "H1"
    KOP_2 = "H2"
    KOP_3 = "H3"


KOPPEN: Final = (Leesrol.KOP_1, Leesrol.KOP_2, Leesrol.KOP_3)
CELLEN: Final = frozenset({Leesrol.KOPCEL, Leesrol.CEL})
VOOR_KOLOM: Final = "/O/Table/Scope/Column"
VOOR_RIJ: Final = "/O/Table/Scope/Row"
MET_PUNTEN: Final = "/O/List/ListNumbering/Disc"
GEDEELD: Final = frozenset({VOOR_KOLOM, VOOR_RIJ, MET_PUNTEN})


class Merk(NamedTuple):
    """A stretch of what is drawn on one page (counted from 0), by its number there."""

    blad: int
    nummer: int


class Veldmerk(NamedTuple):
    """A field to fill in: its number in the tree of parents, and PDF's own name of the object."""

    blad: int
    nummer: int
    naam: str


@dataclass(slots=True, eq=False)
class Knoop:
    """One element of the tree.

    ``kenmerken`` is the inside of its attribute dictionary, ``anders`` what is read instead of what is drawn.
    """

    rol: Leesrol
    kenmerken: str = ""
    anders: str = ""
    kinderen: list[Knoop | Merk | Veldmerk] = field(default_factory=list)

    def onder(self, rol: Leesrol, kenmerken: str = "", anders: str = "") -> Knoop:
        """A new child, after those that are there."""
        kind = Knoop(rol, kenmerken, anders)
        self.kinderen.append(kind)
        return kind


class Bladwijzer(NamedTuple):
    """A heading: where it stands, its level from 0, and the y of its top in points."""

    blad: int
    titel: str
    diepte: int
    boven: int


class Boom:
    """The tree of one document while it is drawn. ``nu`` is the element that what comes next belongs to."""

    def __init__(self) -> None:
        self.wortel = self.nu = Knoop(Leesrol.DOCUMENT)
        self.merken: dict[int, list[Knoop]] = {}
        self.bladwijzers: list[Bladwijzer] = []
        self._koppen: list[int] = []

    @contextmanager
    def binnen(self, knoop: Knoop) -> Iterator[None]:
        """What is drawn meanwhile belongs to this element."""
        eerder, self.nu = self.nu, knoop
        try:
            yield
        finally:
            self.nu = eerder

    def merk(self, knoop: Knoop, blad: int) -> int:
        """The number of the next stretch on this page, which belongs to this element."""
        rij = self.merken.setdefault(blad, [])
        knoop.kinderen.append(Merk(blad, len(rij)))
        rij.append(knoop)
        return len(rij) - 1

    def alinea(self) -> Knoop:
        """Where a text goes: a cell with one text carries it itself, which reads the same and takes fewer objects."""
        if self.nu.rol in CELLEN and not self.nu.kinderen:
            return self.nu
        return self.nu.onder(Leesrol.ALINEA)

    def lijstregel(self) -> Knoop:
        """A new line of the list that is going on, or of a new list."""
        laatste = self.nu.kinderen[-1] if self.nu.kinderen else None
        lijst = laatste if isinstance(laatste, Knoop) and laatste.rol is Leesrol.LIJST else None
        return (lijst or self.nu.onder(Leesrol.LIJST, MET_PUNTEN)).onder(Leesrol.LIJSTREGEL)

    def kop(self, maat: int) -> Knoop:
        """A heading of this size (0 the largest). Its level follows from those above it, so that none is skipped."""
        while self._koppen and self._koppen[-1] >= maat:
            self._koppen.pop()
        self._koppen.append(maat)
        return self.nu.onder(KOPPEN[len(self._koppen) - 1])
