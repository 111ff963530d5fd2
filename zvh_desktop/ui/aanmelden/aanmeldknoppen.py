"""The buttons of the login: open, open with this device, and below a line what is asked now and then."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from zvh_desktop.ui.uiterlijk.doelen import Balkknop, Drukknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, RUIM, maak_primair


class Aanmeldknoppen(QWidget):
    """At the lock the first of them says that it unlocks."""

    def __init__(self, ouder: QWidget, *, vergrendeld: bool) -> None:
        super().__init__(ouder)
        self.open_knop = Drukknop("&Ontgrendelen" if vergrendeld else "&Openen", self)
        self.open_knop.setObjectName("open_knop")
        self.open_knop.setAccessibleName(self.open_knop.text().replace("&", ""))
        self.open_knop.setDefault(True)
        maak_primair(self.open_knop)
        self.apparaat_knop = Drukknop("Openen met &dit apparaat", self)
        self.apparaat_knop.setObjectName("apparaat_knop")
        self.apparaat_knop.setAccessibleName("Openen met dit apparaat, zonder wachtwoord")
        self.apparaat_knop.setAutoDefault(False)
        zet_icoon(self.apparaat_knop, Icoon.SLEUTEL)
        self.lees_knop = Drukknop("Alleen &lezen", self)
        self.lees_knop.setObjectName("lees_knop")
        self.lees_knop.setAccessibleName("Alleen lezen: de kluis openen zonder te wijzigen")
        self.lees_knop.setAutoDefault(False)
        self.lees_knop.hide()
        zet_icoon(self.lees_knop, Icoon.OOG)
        rij = QHBoxLayout()
        rij.setSpacing(RASTER)
        rij.addStretch(1)
        rij.addWidget(self.lees_knop)
        rij.addWidget(self.apparaat_knop)
        rij.addWidget(self.open_knop)
        lijn = QFrame(self)
        lijn.setFrameShape(QFrame.Shape.HLine)
        lijn.setFrameShadow(QFrame.Shadow.Sunken)
        self.herstel_knop = self._stille_knop("herstel_knop", Icoon.SLEUTEL, "Wachtwoord &vergeten")
        self.nieuw_knop = self._stille_knop("nieuw_knop", Icoon.PLUS, "&Nieuwe kluis of oefenkluis")
        self.terug_knop = self._stille_knop("terug_knop", Icoon.GESCHIEDENIS, "&Reservekopie terugzetten")
        links = QVBoxLayout()
        links.setSpacing(HALF)
        links.addWidget(self.herstel_knop)
        links.addWidget(self.terug_knop)
        onder = QHBoxLayout()
        onder.addLayout(links)
        onder.addStretch(1)
        onder.addWidget(self.nieuw_knop, 0, Qt.AlignmentFlag.AlignTop)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RUIM)
        indeling.addLayout(rij)
        indeling.addWidget(lijn)
        indeling.addLayout(onder)

    def _stille_knop(self, naam: str, icoon: Icoon, tekst: str) -> QToolButton:
        knop = Balkknop(self)
        knop.setObjectName(naam)
        knop.setText(tekst)
        knop.setAccessibleName(tekst.replace("&", ""))
        knop.setAutoRaise(True)
        knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        zet_icoon(knop, icoon)
        return knop
