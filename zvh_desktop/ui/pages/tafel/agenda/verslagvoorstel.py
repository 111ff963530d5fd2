"""Proposes to settle the verslag of the overleg before as the first point of this agenda."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class Verslagvoorstel(QWidget):
    """Hidden while there is nothing to propose."""

    gekozen = Signal(object)
    """The overleg on whose agenda it is to be put."""

    def __init__(self, diensten: Diensten, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("verslagvoorstel")
        self._diensten = diensten
        self._overleg_id: OverlegId | None = None
        self.label = Statuslabel(Icoon.INFO, "", self)
        self.label.laat_afbreken()
        self.knop = knop("verslagvoorstel_knop", "Zet als eerste punt", self)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(RASTER)
        rij.addWidget(self.label, 1)
        rij.addWidget(self.knop)
        self.knop.clicked.connect(self._on_knop)
        self.setVisible(False)

    def zet(self, overleg_id: OverlegId | None) -> None:
        """Look whether there is something to propose for this agenda; None when it cannot change."""
        self._overleg_id = overleg_id
        voorstel = self._diensten.eerste_punt.voorstel(overleg_id) if overleg_id is not None else None
        self.setVisible(voorstel is not None)
        if voorstel is None:
            self.label.zet(Icoon.INFO, "")
            return
        dag = datum_kort(voorstel.datum)
        self.label.zet(Icoon.INFO, f"Het verslag van {dag} is nog niet aan tafel vastgesteld.")
        self.knop.setAccessibleName(f"Zet als eerste punt: vaststellen verslag van {dag}")
        zet_toestemming(self.knop, self._diensten.mag(Recht.TAFEL_BEHEREN))

    def _on_knop(self) -> None:
        if self._overleg_id is not None:
            self.gekozen.emit(self._overleg_id)
