"""One table model for every list: a tuple of frozen values and a description of the columns.

Replacing the rows is the only change; a row that is shown can therefore never be half old.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zvh_desktop.models.vouwing import sorteervorm
from zvh_desktop.ui.item_models.zoekindex import Zoekindex
from zvh_desktop.ui.teksten.cellen import als_tekst
from zvh_desktop.ui.teksten.datums import week_tekst
from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.icons import Icoon, laad_icoon

RegelT = TypeVar("RegelT")
Index = QModelIndex | QPersistentModelIndex

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


def sorteersleutel(waarde: object) -> tuple[int, Any]:
    """An order for the values of one column, numbers before dates before texts."""
    if type(waarde) is str:  # nearly always, in lists of many thousands
        return (2, sorteervorm(waarde))
    if isinstance(waarde, bool):
        return (0, int(waarde))
    if isinstance(waarde, int | float):
        return (0, waarde)
    if isinstance(waarde, date):
        return (1, waarde.isoformat())
    return (2, sorteervorm(str(waarde)))


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
        wie = _wie(gekozen)
        return max(self.rijnummer(gekozen.__eq__), self.rijnummer(lambda regel: _wie(regel) == wie))

    def rijnummer(self, past: Callable[[RegelT], bool]) -> int:
        """The number of the first row that fits, or -1."""
        return next((nummer for nummer, regel in enumerate(self._regels) if past(regel)), -1)

    def _gesorteerd(self, regels: tuple[RegelT, ...], volgorde: tuple[int, Qt.SortOrder] | None) -> tuple[RegelT, ...]:
        if volgorde is None:
            return regels
        nummer, richting = volgorde
        kolom = self._kolommen[nummer]
        lees = kolom.sorteer or kolom.waarde
        waarden = [lees(regel) for regel in regels]
        met = [plaats for plaats, waarde in enumerate(waarden) if waarde is not None and waarde != ""]
        sleutels = {plaats: sorteersleutel(waarden[plaats]) for plaats in met}
        met.sort(key=sleutels.__getitem__, reverse=richting is Qt.SortOrder.DescendingOrder)
        zonder = [regel for regel, waarde in zip(regels, waarden, strict=True) if waarde is None or waarde == ""]
        return (*(regels[plaats] for plaats in met), *zonder)

    def sort(self, kolom: int, richting: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of this column; rows without a value come last, whatever the order."""
        self._volgorde = (kolom, richting) if 0 <= kolom < len(self._kolommen) else None
        self.layoutAboutToBeChanged.emit()
        oud = self._regels
        self._regels = self._gesorteerd(oud, self._volgorde)
        plaats = {id(regel): rij for rij, regel in enumerate(self._regels)}
        vorige = self.persistentIndexList()
        self.changePersistentIndexList(
            vorige, [self.index(plaats[id(oud[index.row()])], index.column()) for index in vorige]
        )
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


def erbij(oud: Sequence[object], nieuw: Sequence[object]) -> int:
    """The row that was added to a list, when that is all that happened to it; -1 otherwise.

    A list that was empty may be another one by now, so its first row is nothing that was added.
    """
    if not oud or len(nieuw) != len(oud) + 1:
        return -1
    bekend = {_wie(regel) for regel in oud}
    ander = [rij for rij, regel in enumerate(nieuw) if _wie(regel) not in bekend]
    return ander[0] if len(ander) == 1 else -1


def _wie(regel: object) -> object:
    """What makes a row the same one when the rest of it changes: its number, or else all of it."""
    return getattr(regel, "id", regel)
