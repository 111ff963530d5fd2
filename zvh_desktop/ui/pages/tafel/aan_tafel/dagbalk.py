"""The second line above the table: the rest of the day, the screen in the room, and how large everything is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.aan_tafel.dagregel import Dagregel
from zvh_desktop.ui.pages.tafel.aan_tafel.zaalbediening import Zaalbediening
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop
from zvh_desktop.ui.widgets.loopregel import Loopregel

_GROOT = "aan_tafel/groot"


class Dagbalk(QWidget):
    """Remembers per computer whether the table is read at arm's length."""

    groot_gezet = Signal(bool)

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setObjectName("dagbalk")
        self._instellingen = gereedschap.instellingen
        self.dag = Dagregel(diensten, gereedschap, self)
        self.zaal = Zaalbediening(diensten, gereedschap, ouder)
        self.groot_knop = gereedschapsknop(
            "aan_tafel_groot",
            Icoon.INZOOMEN,
            "Groot",
            "Grotere letters en knoppen, voor touch (F7)",
            self,
        )
        self.groot_knop.setCheckable(True)
        self.groot_knop.setChecked(self._instellingen.staat_aan(_GROOT))
        rij = Loopregel(self, tussen=RASTER)
        rij.addWidget(self.dag)
        rij.rek()
        rij.addWidget(self.zaal)
        rij.addWidget(self.groot_knop)
        self.groot_knop.toggled.connect(self._on_groot)

    def groot(self) -> bool:
        """Whether it is."""
        return self.groot_knop.isChecked()

    def _on_groot(self, aan: bool) -> None:
        self._instellingen.zet_aan(_GROOT, aan)
        self.groot_gezet.emit(aan)
