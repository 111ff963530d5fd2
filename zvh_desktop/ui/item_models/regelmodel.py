"""One table model for every list: a tuple of frozen values and a description of the columns.

Replacing the rows is the only change; a row that is shown can therefore never be half old.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zvh_desktop.ui.item_models.volgorde import orde, orde_in_delen
from zvh_desktop.ui.item_models.zoekindex import Zoekindex
from zvh_desktop.ui.teksten.cellen import als_tekst
from zvh_desktop.ui.teksten.datums import week_tekst
from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.icons import Icoon, laad_icoon

RegelT = TypeVar("RegelT")
Index = QModelIndex | QPersistentModelIndex

_ID = attrgetter("id")
REGELROL = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True)
class Kolom(Generic[RegelT]):
    """One column: its key (kept in the settings), its heading and how it reads a row.

    ``waarde`` may give text, a number, a date or None. ``sorteer`` is used when the order is not that of
    the value; ``icoon`` and ``uitleg`` (tooltip) are optional. ``breedte`` counts characters.
    """

    sleutel: str
    kop: str
    waarde: Callable[[RegelT], object]
    breedte: int = 14
    sorteer: Callable[[RegelT], object] | None = None
    icoon: Callable[[RegelT], Icoon | None] | None = None
    uitleg: Callable[[RegelT], str] | None = None
    rechts: bool = False
    zichtbaar: bool = True


@dataclass(frozen=True)
class OpVolgorde(Generic[RegelT]):
    """Rows that were sorted beforehand, and the column and direction in which."""

    regels: tuple[RegelT, ...]
    volgorde: tuple[int, Qt.SortOrder] | None
    index: Zoekindex | None = field(default=None, compare=False)
    """Their texts as filters look for them, when they are filtered."""


class RegelModel(QAbstractTableModel, Generic[RegelT]):
    """Shows a tuple of frozen rows."""

    def __init__(
        self,
        kolommen: Sequence[Kolom[RegelT]],
        regels: Sequence[RegelT] = (),
        ouder: QObject | None = None,
        *,
        koppen_links: bool = False,
    ) -> None:
        """``koppen_links``: headings of numbers at the left too, where the mark of sorting does not cover them."""
        super().__init__(ouder)
        self._koppen_links = koppen_links
        self._kolommen = tuple(kolommen)
        self._regels = tuple(regels)
        self._erbij = -1
        self._volgorde: tuple[int, Qt.SortOrder] | None = None
        self.orde: list[int] = []
        """Where each row stood before they were last put in another order; for who follows that."""

    @property
    def kolommen(self) -> tuple[Kolom[RegelT], ...]:
        """The columns, in their own order."""
        return self._kolommen

    @property
    def regels(self) -> tuple[RegelT, ...]:
        """The rows now shown."""
        return self._regels

    def op_volgorde(self, regels: Sequence[RegelT]) -> OpVolgorde[RegelT]:
        """These rows in the order of now. For a worker thread: sorting many thousands holds up the window."""
        volgorde = self._volgorde
        return OpVolgorde(self._gesorteerd(tuple(regels), volgorde), volgorde)

    def zet_regels(self, regels: Sequence[RegelT] | OpVolgorde[RegelT]) -> None:
        """Show other rows. They are sorted here, unless they already stand in the order of now."""
        if isinstance(regels, OpVolgorde):
            klaar = regels.regels
            nieuw = klaar if regels.volgorde == self._volgorde else self._gesorteerd(klaar, self._volgorde)
        else:
            nieuw = self._gesorteerd(tuple(regels), self._volgorde)
        self._erbij = erbij(self._regels, nieuw)
        self.beginResetModel()
        self._regels = nieuw
        self.endResetModel()

    def maak_leeg(self) -> None:
        """Forget every row, at the lock."""
        self.zet_regels(())

    def regel(self, index: Index) -> RegelT:
        """The row behind an index of this model."""
        return self._regels[index.row()]

    def plek_na_lezen(self, gekozen: RegelT | None) -> int:
        """Where the cursor belongs after reading: on what was added, else on what was chosen; -1 when on neither."""
        if self._erbij >= 0:
            return self._erbij
        if gekozen is None:
            return -1
        # What was just done changes the row itself; it is still the same one.
        zelfde = _zelfde(self._regels, _wie(gekozen))
        return next((rij for rij in zelfde if self._regels[rij] == gekozen), zelfde[0] if zelfde else -1)

    def rijnummer(self, past: Callable[[RegelT], bool]) -> int:
        """The number of the first row that fits, or -1."""
        return next((nummer for nummer, regel in enumerate(self._regels) if past(regel)), -1)

    def _gesorteerd(self, regels: tuple[RegelT, ...], volgorde: tuple[int, Qt.SortOrder] | None) -> tuple[RegelT, ...]:
        if volgorde is None:
            return regels
        lees, aflopend = self._lezer(volgorde)
        return tuple(regels[plaats] for plaats in orde(regels, lees, aflopend=aflopend))

    def _lezer(self, volgorde: tuple[int, Qt.SortOrder]) -> tuple[Callable[[RegelT], object], bool]:
        nummer, richting = volgorde
        kolom = self._kolommen[nummer]
        return kolom.sorteer or kolom.waarde, richting is Qt.SortOrder.DescendingOrder

    def sort(self, kolom: int, richting: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of this column; rows without a value come last, whatever the order."""
        for _ in self.sorteer_in_delen(kolom, richting, ineens=True):
            pass

    def sorteer_in_delen(self, kolom: int, richting: Qt.SortOrder, *, ineens: bool = False) -> Iterator[None]:
        """The same between two turns of the window. What is read meanwhile comes in the new order, and ends this."""
        self._volgorde = (kolom, richting) if 0 <= kolom < len(self._kolommen) else None
        regels = self._regels
        nieuw: list[int] = list(range(len(regels)))
        if self._volgorde is not None:
            lees, aflopend = self._lezer(self._volgorde)
            if ineens:
                nieuw = orde(regels, lees, aflopend=aflopend)
            else:
                for nieuw in orde_in_delen(regels, lees, aflopend=aflopend):  # noqa: B007  the last one is the answer
                    yield
        if self._regels is regels:
            self._schik(nieuw)

    def _schik(self, nieuw: list[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        self.orde = nieuw
        oud = self._regels
        self._regels = tuple(oud[plaats] for plaats in nieuw)
        vast = self.persistentIndexList()
        if vast:
            plek = omgekeerd(nieuw)
            self.changePersistentIndexList(vast, [self.index(plek[een.row()], een.column()) for een in vast])
        self.layoutChanged.emit()

    def rowCount(self, ouder: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if ouder.isValid() else len(self._regels)

    def columnCount(self, ouder: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if ouder.isValid() else len(self._kolommen)

    def data(self, index: Index, rol: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        kolom, regel = self._kolommen[index.column()], self._regels[index.row()]
        match rol:
            case Qt.ItemDataRole.DisplayRole:
                return als_tekst(kolom.waarde(regel))
            case Qt.ItemDataRole.DecorationRole:
                icoon = kolom.icoon(regel) if kolom.icoon else None
                return laad_icoon(icoon) if icoon else None
            case Qt.ItemDataRole.ToolTipRole:
                return platte_uitleg(self._uitleg(kolom, regel) or "") or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{kolom.kop}: {als_tekst(kolom.waarde(regel))}"
            case Qt.ItemDataRole.TextAlignmentRole if kolom.rechts:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _ if rol == REGELROL:
                return regel
        return None

    def _uitleg(self, kolom: Kolom[RegelT], regel: RegelT) -> str | None:
        if kolom.uitleg:
            return kolom.uitleg(regel)
        waarde = kolom.waarde(regel)
        return week_tekst(waarde) if isinstance(waarde, date) else None

    def headerData(self, nummer: int, richting: Qt.Orientation, rol: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if richting is not Qt.Orientation.Horizontal or not 0 <= nummer < len(self._kolommen):
            return None
        if rol in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._kolommen[nummer].kop
        if rol == Qt.ItemDataRole.TextAlignmentRole:
            rechts = self._kolommen[nummer].rechts and not self._koppen_links
            kant = Qt.AlignmentFlag.AlignRight if rechts else Qt.AlignmentFlag.AlignLeft
            return kant | Qt.AlignmentFlag.AlignVCenter
        return None


def omgekeerd(orde: Sequence[int]) -> list[int]:
    """Where each row stands now, by its place before."""
    plek = [0] * len(orde)
    for nu, eerder in enumerate(orde):
        plek[eerder] = nu
    return plek


def erbij(oud: Sequence[object], nieuw: Sequence[object]) -> int:
    """The row that was added to a list, when that is all that happened to it; -1 otherwise.

    A list that was empty may be another one by now, so its first row is nothing that was added.
    """
    if not oud or len(nieuw) != len(oud) + 1:
        return -1
    bekend = {_wie(regel) for regel in oud}
    ander = [rij for rij, regel in enumerate(nieuw) if _wie(regel) not in bekend]
    return ander[0] if len(ander) == 1 else -1


def _zelfde(regels: Sequence[object], wie: object) -> list[int]:
    """Where this one stands; in a long list without a step of Python for each row."""
    allen = [_wie(regel) for regel in regels] if not hasattr(next(iter(regels), None), "id") else list(map(_ID, regels))
    gevonden: list[int] = []
    with contextlib.suppress(ValueError):
        while True:
            gevonden.append(allen.index(wie, gevonden[-1] + 1 if gevonden else 0))
    return gevonden


def _wie(regel: object) -> object:
    """What makes a row the same one when the rest of it changes: its number, or else all of it."""
    return getattr(regel, "id", regel)
