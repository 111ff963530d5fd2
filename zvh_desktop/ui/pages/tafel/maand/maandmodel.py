"""The weeks of a month as rows, Monday to Sunday as columns; each cell is a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zvh_desktop.models.taal import DAGEN
from zvh_desktop.services.vandaag.maand.gegevens import Maandbeeld, Maanddag
from zvh_desktop.ui.pages.tafel.maand.maandwoorden import dagtekst, daguitleg
from zvh_desktop.ui.teksten.datums import week_tekst
from zvh_desktop.ui.teksten.uitleg import platte_uitleg

Index = QModelIndex | QPersistentModelIndex
DAGROL = int(Qt.ItemDataRole.UserRole) + 1
VANDAAGROL = DAGROL + 1
_WEEK = len(DAGEN)
_GEEN = QModelIndex()


class Maandmodel(QAbstractTableModel):
    """Replacing the whole month is the only change."""

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self._dagen: tuple[Maanddag, ...] = ()
        self._vandaag: date | None = None

    def zet(self, beeld: Maandbeeld | None) -> None:
        """Show this month; None is nothing."""
        self.beginResetModel()
        self._dagen = beeld.dagen if beeld is not None else ()
        self._vandaag = beeld.vandaag if beeld is not None else None
        self.endResetModel()

    def dag(self, index: Index) -> Maanddag | None:
        """The day of a cell."""
        plaats = index.row() * _WEEK + index.column()
        return self._dagen[plaats] if index.isValid() and 0 <= plaats < len(self._dagen) else None

    def index_van(self, dag: date) -> QModelIndex:
        """The cell of a day; an invalid one when it is not in these weeks."""
        if not self._dagen or not self._dagen[0].dag <= dag <= self._dagen[-1].dag:
            return QModelIndex()
        rij, kolom = divmod((dag - self._dagen[0].dag).days, _WEEK)
        return self.index(rij, kolom)

    # --- what Qt asks -----------------------------------------------------------------------------

    def rowCount(self, ouder: Index = _GEEN) -> int:
        return 0 if ouder.isValid() else len(self._dagen) // _WEEK

    def columnCount(self, ouder: Index = _GEEN) -> int:
        return 0 if ouder.isValid() else _WEEK

    def data(self, index: Index, rol: int = Qt.ItemDataRole.DisplayRole) -> object:
        dag = self.dag(index)
        if dag is None or self._vandaag is None:
            return None
        match rol:
            case Qt.ItemDataRole.DisplayRole:
                return str(dag.dag.day)
            case Qt.ItemDataRole.AccessibleTextRole:
                return dagtekst(dag, self._vandaag)
            case Qt.ItemDataRole.ToolTipRole:
                return platte_uitleg(daguitleg(dag, self._vandaag))
            case waarde if waarde == DAGROL:
                return dag
            case waarde if waarde == VANDAAGROL:
                return dag.dag == self._vandaag
            case _:
                return None

    def headerData(self, nummer: int, richting: Qt.Orientation, rol: int = Qt.ItemDataRole.DisplayRole) -> object:
        if richting is Qt.Orientation.Horizontal:
            if not 0 <= nummer < _WEEK:
                return None
            naam = DAGEN[nummer]
            return {Qt.ItemDataRole.DisplayRole: naam[:2], Qt.ItemDataRole.AccessibleTextRole: naam}.get(
                Qt.ItemDataRole(rol)
            )
        if not 0 <= nummer < self.rowCount():
            return None
        maandag = self._dagen[nummer * _WEEK].dag
        if rol == Qt.ItemDataRole.DisplayRole:
            return str(maandag.isocalendar().week)
        if rol in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return week_tekst(maandag)
        return None
