"""The table of the log: newest line on top, as many as were asked for, and copied as text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QStackedLayout, QTableView, QVBoxLayout, QWidget

from zvh_desktop.services.beheer.logboek import LogboekRegel
from zvh_desktop.ui.item_models.logboekmodel import BREEDTES, LogboekModel, cellen
from zvh_desktop.ui.klembord import Klembord
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, Kleur, kleur_tekst, tekstbreedte
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.tabellen.rijentabel import kopieeractie, rijnummer, zet_rijgedrag


class LogboekTabel(QWidget):
    """Not a FilterTabel: that measures and filters every row in the window, and a log has tens of thousands."""

    def __init__(self, klembord: Klembord, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("logboek_tabelvlak")
        self._klembord = klembord
        self.model = LogboekModel(self)
        self.tabel = QTableView(self)
        self.tabel.setObjectName("logboek_tabel")
        self.tabel.setAccessibleName("Regels van het logboek")
        self.tabel.setModel(self.model)
        zet_rijgedrag(self.tabel)
        self.tabel.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + RASTER)
        for nummer, breedte in enumerate(BREEDTES):
            self.tabel.setColumnWidth(nummer, tekstbreedte(self, breedte))
        kopie = QKeySequence(QKeySequence.StandardKey.Copy)
        self.kopieer_actie = kopieeractie(self.tabel, "logboek_kopieer_actie", "Kopiëren als tekst", kopie)
        self.kopieer_actie.triggered.connect(self.kopieer)
        self.leeg = LegeStaat(
            Icoon.GESCHIEDENIS,
            "Geen regels te zien",
            "Hier komt te staan wie wat deed, waarover en wanneer. Kiest u een andere periode, persoon of handeling, "
            "dan ziet u misschien meer.",
        )
        self.telling = QLabel(self)
        kleur_tekst(self.telling, Kleur.STIL)
        vlak = QWidget(self)
        self._stapel = QStackedLayout(vlak)
        self._stapel.addWidget(self.tabel)
        self._stapel.addWidget(self.leeg)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addWidget(vlak, 1)
        indeling.addWidget(self.telling)

    def zet_regels(self, regels: Sequence[LogboekRegel]) -> None:
        """Show these lines, the first of them chosen."""
        self.model.zet_regels(regels)
        self._stapel.setCurrentWidget(self.tabel if regels else self.leeg)
        self.telling.setText("1 regel" if len(regels) == 1 else f"{len(regels)} regels" if regels else "")
        if regels:
            self.tabel.setCurrentIndex(self.model.index(0, 0))

    def maak_leeg(self) -> None:
        """Forget every line, at the lock."""
        self.zet_regels(())

    def kopieer(self) -> None:
        """Copy the chosen lines, with tabs between the columns."""
        rijen = sorted(self.tabel.selectionModel().selectedRows(), key=rijnummer)
        self._klembord.zet("\n".join("\t".join(cellen(self.model.regels[index.row()])) for index in rijen))
