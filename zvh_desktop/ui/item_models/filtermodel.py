"""Sorts and filters a RegelModel: one search text over all columns and one per column.

With a filter, Qt asks the rows whether they fit. Without one it asks nothing: a call into Python for each of 20,000
rows would make the window stand still.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QObject, QSortFilterProxyModel, Qt

from zvh_desktop.models.tekst.naamvormen import Gezocht
from zvh_desktop.ui.item_models.regelmodel import PAST, PASTROL, RegelModel


class FilterModel(QSortFilterProxyModel):
    """Keeps the rows in which every filter text occurs."""

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self._overal = Gezocht("")
        self._per_kolom: dict[int, Gezocht] = {}
        self.setFilterRole(PASTROL)

    def setSourceModel(self, bron: QAbstractItemModel) -> None:
        if isinstance(bron, RegelModel):
            bron.zet_toets(self._past)
        super().setSourceModel(bron)

    def zet_zoektekst(self, tekst: str) -> None:
        """Every word must occur in some column."""
        self._filter(Gezocht(tekst), self._per_kolom)

    def zet_kolomfilter(self, kolom: int, tekst: str) -> None:
        """Every word must occur in this column; an empty text takes the filter away."""
        gezocht = Gezocht(tekst)
        rest = {nummer: ander for nummer, ander in self._per_kolom.items() if nummer != kolom}
        self._filter(self._overal, rest | {kolom: gezocht} if gezocht else rest)

    def wis_filters(self) -> None:
        """Show every row again."""
        self._filter(Gezocht(""), {})

    def _filter(self, overal: Gezocht, per_kolom: dict[int, Gezocht]) -> None:
        eerder = self.gefilterd()
        self.beginFilterChange()
        self._overal, self._per_kolom = overal, per_kolom
        if self.gefilterd() == eerder:
            self.endFilterChange(QSortFilterProxyModel.Direction.Rows)
        else:
            self.setFilterFixedString(PAST if self.gefilterd() else "")

    def gefilterd(self) -> bool:
        """Whether some filter is on."""
        return bool(self._overal or self._per_kolom)

    def _past(self, cellen: tuple[str, ...]) -> bool:
        return self._overal.past(*cellen) and all(
            gezocht.past(cellen[kolom]) for kolom, gezocht in self._per_kolom.items()
        )

    def sort(self, kolom: int, richting: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let the rows themselves be sorted: one pass in Python instead of a call per comparison."""
        self.sourceModel().sort(kolom, richting)

    def headerData(self, nummer: int, richting: Qt.Orientation, rol: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        tekst = super().headerData(nummer, richting, rol)
        if rol == Qt.ItemDataRole.DisplayRole and richting is Qt.Orientation.Horizontal and nummer in self._per_kolom:
            return f"{tekst} (gefilterd)"
        return tekst
