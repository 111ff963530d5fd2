"""The casus once the chair has started it: what was set before, what it comes from, and what is written down of it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.aan_tafel.geheimregel import Geheimregel
from zvh_desktop.ui.pages.tafel.loop.uitkomststrook import Uitkomststrook
from zvh_desktop.ui.pages.tafel.verslag.puntverslag import Puntverslag
from zvh_desktop.ui.pages.tafel.verslag.puntvooraf import Puntvooraf
from zvh_desktop.ui.pages.tafel.verslag.terugblik import Terugblikvak
from zvh_desktop.ui.pages.tafel.verslag.verslagoordeel import Verslagoordeelstrook
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER
from zvh_desktop.ui.widgets.kaart import Kop
from zvh_desktop.ui.widgets.paskader import Paskader


class Openvlak(QWidget):
    """Only holds its parts; the step at the table fills them."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.kop = Kop("", self, factor=1.2)
        self.geheim = Geheimregel(self)
        kopregel = QHBoxLayout()
        kopregel.setSpacing(RASTER)
        kopregel.addWidget(self.kop, 1)
        kopregel.addWidget(self.geheim)
        self.vooraf = Puntvooraf(self)
        self.terugblik = Terugblikvak(diensten, self)
        self.verslagoordeel = Verslagoordeelstrook(diensten, self)
        self.uitkomst = Uitkomststrook(diensten, self)
        self.verslag = Puntverslag(diensten, gereedschap, self)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(HALF)
        kolom.addLayout(kopregel)
        for deel in (self.vooraf, self.terugblik, self.verslagoordeel, self.uitkomst):
            kolom.addWidget(deel)
        kolom.addWidget(Paskader(self.verslag, self), 1)  # the way on stays in view above it
