"""The lines of the log for a table, a part at a time: a view asks for more when it comes to the end.

The lines themselves are there already, read beside the window; what costs time is telling a view about all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zvh_desktop.services.beheer.logboek import LogboekRegel
from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.icons import Icoon, laad_icoon

Logindex = QModelIndex | QPersistentModelIndex
PER_KEER: Final = 200
KOLOMMEN: Final = ("Wanneer", "Wie", "Wat", "Waarover", "Resultaat", "Rol", "Waar")
BREEDTES: Final = (19, 20, 36, 34, 12, 24, 14)
"""Characters, as a first width."""
_RESULTAAT: Final = KOLOMMEN.index("Resultaat")


class LogboekModel(QAbstractTableModel):
    """Shows the first lines, and more of them as they are asked for."""

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self._regels: tuple[LogboekRegel, ...] = ()
        self._getoond = 0
        self._goed, self._fout = laad_icoon(Icoon.VINK), laad_icoon(Icoon.UITROEP)

    @property
    def regels(self) -> tuple[LogboekRegel, ...]:
        """Every line, shown or not yet."""
        return self._regels

    def zet_regels(self, regels: Sequence[LogboekRegel]) -> None:
        """Show other lines, from the first."""
        self.beginResetModel()
        self._regels = tuple(regels)
        self._getoond = min(PER_KEER, len(self._regels))
        self.endResetModel()

    def canFetchMore(self, ouder: Logindex) -> bool:
        return not ouder.isValid() and self._getoond < len(self._regels)

    def fetchMore(self, ouder: Logindex) -> None:
        if not self.canFetchMore(ouder):
            return
        tot = min(self._getoond + PER_KEER, len(self._regels))
        self.beginInsertRows(QModelIndex(), self._getoond, tot - 1)
        self._getoond = tot
        self.endInsertRows()

    def rowCount(self, ouder: Logindex = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if ouder.isValid() else self._getoond

    def columnCount(self, ouder: Logindex = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if ouder.isValid() else len(KOLOMMEN)

    def data(self, index: Logindex, rol: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        regel = self._regels[index.row()]
        if rol == Qt.ItemDataRole.ToolTipRole:
            return platte_uitleg(cellen(regel)[index.column()])
        if rol == Qt.ItemDataRole.DisplayRole:
            return cellen(regel)[index.column()]
        if rol == Qt.ItemDataRole.AccessibleTextRole:
            return f"{KOLOMMEN[index.column()]}: {cellen(regel)[index.column()]}"
        if rol == Qt.ItemDataRole.DecorationRole and index.column() == _RESULTAAT:
            return self._goed if regel.resultaat == "gelukt" else self._fout
        return None

    def headerData(self, nummer: int, richting: Qt.Orientation, rol: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if richting is not Qt.Orientation.Horizontal or not 0 <= nummer < len(KOLOMMEN):
            return None
        if rol in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return KOLOMMEN[nummer]
        if rol == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def cellen(regel: LogboekRegel) -> tuple[str, ...]:
    """The line as it stands in the columns."""
    return (regel.moment, regel.wie, regel.wat, regel.waarover, regel.resultaat, regel.rol, regel.waar)
