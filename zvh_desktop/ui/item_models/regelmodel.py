"""One table model for every list: a tuple of frozen values and a description of the columns.

Replacing the rows is the only change; a row that is shown can therefore never be half old.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zvh_desktop.ui.datums import datum_voluit, week_tekst
from zvh_desktop.ui.icons import Icoon, laad_icoon

RegelT = TypeVar("RegelT")
Index = QModelIndex | QPersistentModelIndex

SORTEERROL = int(Qt.ItemDataRole.UserRole) + 1
REGELROL = int(Qt.ItemDataRole.UserRole) + 2


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


def als_tekst(waarde: object) -> str:
    """How a value stands in a cell."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return datum_voluit(waarde)
    return str(waarde)


class RegelModel(QAbstractTableModel, Generic[RegelT]):
    """Shows a tuple of frozen rows."""

    def __init__(
        self,
        kolommen: Sequence[Kolom[RegelT]],
        regels: Sequence[RegelT] = (),
        ouder: QObject | None = None,
    ) -> None:
        super().__init__(ouder)
        self._kolommen = tuple(kolommen)
        self._regels = tuple(regels)

    @property
    def kolommen(self) -> tuple[Kolom[RegelT], ...]:
        """The columns, in their own order."""
        return self._kolommen

    @property
    def regels(self) -> tuple[RegelT, ...]:
        """The rows now shown."""
        return self._regels

    def zet_regels(self, regels: Sequence[RegelT]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._regels = tuple(regels)
        self.endResetModel()

    def maak_leeg(self) -> None:
        """Forget every row, at the lock."""
        self.zet_regels(())

    def regel(self, index: Index) -> RegelT:
        """The row behind an index of this model."""
        return self._regels[index.row()]

    def rijnummer(self, past: Callable[[RegelT], bool]) -> int:
        """The number of the first row that fits, or -1."""
        return next((nummer for nummer, regel in enumerate(self._regels) if past(regel)), -1)

    def rowCount(self, ouder: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if ouder.isValid() else len(self._regels)

    def columnCount(self, ouder: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if ouder.isValid() else len(self._kolommen)

    def data(self, index: Index, rol: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: PLR0911
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
                return self._uitleg(kolom, regel)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{kolom.kop}: {als_tekst(kolom.waarde(regel))}"
            case Qt.ItemDataRole.TextAlignmentRole if kolom.rechts:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _ if rol == SORTEERROL:
                return (kolom.sorteer or kolom.waarde)(regel)
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
            rechts = self._kolommen[nummer].rechts
            kant = Qt.AlignmentFlag.AlignRight if rechts else Qt.AlignmentFlag.AlignLeft
            return kant | Qt.AlignmentFlag.AlignVCenter
        return None
