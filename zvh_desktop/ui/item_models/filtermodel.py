"""Sorts and filters a RegelModel: one search text over all columns and one per column."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from zvh_desktop.ui.item_models.regelmodel import SORTEERROL

Index = QModelIndex | QPersistentModelIndex


def vereenvoudigd(tekst: str) -> str:
    """Without accents and capitals, so that "cafe" finds "Café"."""
    los = unicodedata.normalize("NFKD", tekst)
    return "".join(teken for teken in los if not unicodedata.combining(teken)).casefold()


def sorteersleutel(waarde: object) -> tuple[int, object]:
    """An order for values of one column of which some may be missing; missing ones come last."""
    if waarde is None or waarde == "":
        return (3, "")
    if isinstance(waarde, bool):
        return (0, int(waarde))
    if isinstance(waarde, int | float):
        return (0, waarde)
    if isinstance(waarde, date):
        return (1, waarde.isoformat())
    return (2, vereenvoudigd(str(waarde)))


class FilterModel(QSortFilterProxyModel):
    """Keeps the rows in which every filter text occurs."""

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self._overal = ""
        self._per_kolom: dict[int, str] = {}
        self.setDynamicSortFilter(True)

    def zet_zoektekst(self, tekst: str) -> None:
        """Every word must occur in some column."""
        self.beginFilterChange()
        self._overal = vereenvoudigd(tekst.strip())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def zet_kolomfilter(self, kolom: int, tekst: str) -> None:
        """The text must occur in this column; an empty text takes the filter away."""
        self.beginFilterChange()
        kaal = vereenvoudigd(tekst.strip())
        if kaal:
            self._per_kolom[kolom] = kaal
        else:
            self._per_kolom.pop(kolom, None)
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def wis_filters(self) -> None:
        """Show every row again."""
        self.beginFilterChange()
        self._overal = ""
        self._per_kolom.clear()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def gefilterd(self) -> bool:
        """Whether some filter is on."""
        return bool(self._overal or self._per_kolom)

    def filterAcceptsRow(self, rij: int, ouder: Index) -> bool:
        if not self.gefilterd():
            return True
        bron = self.sourceModel()
        cellen = [
            vereenvoudigd(str(bron.index(rij, kolom, ouder).data() or "")) for kolom in range(bron.columnCount(ouder))
        ]
        if any(tekst not in cellen[kolom] for kolom, tekst in self._per_kolom.items()):
            return False
        return all(any(woord in cel for cel in cellen) for woord in self._overal.split())

    def lessThan(self, links: Index, rechts: Index) -> bool:
        een = sorteersleutel(links.data(SORTEERROL))
        ander = sorteersleutel(rechts.data(SORTEERROL))
        return een < ander

    def headerData(self, nummer: int, richting: Qt.Orientation, rol: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        tekst = super().headerData(nummer, richting, rol)
        if rol == Qt.ItemDataRole.DisplayRole and richting is Qt.Orientation.Horizontal and nummer in self._per_kolom:
            return f"{tekst} (gefilterd)"
        return tekst
