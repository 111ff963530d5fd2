"""A short table of frozen rows, read by keyboard and by a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.ui.item_models.regelmodel import Kolom, RegelModel
from zvh_desktop.ui.klembord import Klembord
from zvh_desktop.ui.uiterlijk.thema import RASTER, tekstbreedte
from zvh_desktop.ui.widgets.tabellen.rijentabel import Rijentabel, kopieeractie, rijnummer, zet_rijgedrag

RegelT = TypeVar("RegelT")


class Regeltabel(QWidget, Generic[RegelT]):
    """The model and its view; copying gives the chosen rows with tabs between the columns."""

    def __init__(
        self, naam: str, wat: str, kolommen: Sequence[Kolom[RegelT]], klembord: Klembord, ouder: QWidget | None = None
    ) -> None:
        super().__init__(ouder)
        self._klembord = klembord
        self.model: RegelModel[RegelT] = RegelModel(kolommen, ouder=self)
        self.tabel = Rijentabel(self)
        self.tabel.setObjectName(naam)
        self.tabel.setAccessibleName(wat)
        self.tabel.setModel(self.model)
        zet_rijgedrag(self.tabel)
        self.tabel.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + RASTER)
        for nummer, kolom in enumerate(kolommen):
            self.tabel.setColumnWidth(nummer, tekstbreedte(self, kolom.breedte))
        kopie = QKeySequence(QKeySequence.StandardKey.Copy)
        self.kopieer_actie = kopieeractie(self.tabel, f"{naam}_kopieer_actie", "Kopiëren als tekst", kopie)
        self.kopieer_actie.triggered.connect(self.kopieer)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(self.tabel)

    def zet_regels(self, regels: Sequence[RegelT]) -> None:
        """Show these; the row that was chosen stays chosen by its place."""
        rij = self.tabel.currentIndex().row()
        self.model.zet_regels(regels)
        if regels:
            plek = self.model.index(min(max(0, rij), len(regels) - 1), 0)
            self.tabel.setCurrentIndex(plek)
            self.tabel.selectRow(plek.row())

    def gekozen(self) -> RegelT | None:
        """The row with the cursor."""
        index: QModelIndex = self.tabel.currentIndex()
        return self.model.regel(index) if index.isValid() else None

    def kopieer(self) -> None:
        """Copy the chosen rows."""
        rijen = sorted(self.tabel.selectionModel().selectedRows(), key=rijnummer)
        kolommen = range(self.model.columnCount())
        self._klembord.zet(
            "\n".join(
                "\t".join(str(self.model.data(self.model.index(een.row(), kolom))) for kolom in kolommen)
                for een in rijen
            )
        )
