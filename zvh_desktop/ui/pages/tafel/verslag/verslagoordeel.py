"""At the point where the verslag before is settled: one button with what the table said of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from zvh_desktop.models.keuzes import VerslagOordeel
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.models.woorden import VERSLAGOORDEEL_TEKST
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.ui.pages.tafel.puntongedaan import Omzetting
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class Verslagoordeelstrook(QWidget):
    """Hidden at every other point. Emits what is to be done; the page does it, so that undo is in one place."""

    gekozen = Signal(object)
    """An act with its way back."""

    def __init__(self, diensten: Diensten, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("verslagoordeel")
        self._diensten = diensten
        self._punt: VerslagPunt | None = None
        self.menu = QMenu(self)
        self.menu.setObjectName("verslagoordeel_menu")
        for oordeel, tekst in VERSLAGOORDEEL_TEKST.items():
            keuze = self.menu.addAction(hoofdletter(tekst) or "Wis")
            keuze.setData(oordeel)
        self.knop = QToolButton(self)
        self.knop.setObjectName("verslagoordeel_knop")
        self.knop.setText("Vorig verslag")
        self.knop.setToolTip("Leg vast wat het overleg van het vorige verslag vond")
        self.knop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.knop.setMenu(self.menu)
        self.knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.label = Statuslabel(Icoon.INFO, "", self)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(RASTER)
        rij.addWidget(self.knop)
        rij.addWidget(self.label)
        rij.addStretch(1)
        self.menu.triggered.connect(self._on_gekozen)
        self.zet(None, mag=False)

    def zet(self, punt: VerslagPunt | None, *, mag: bool) -> None:
        """Show what was said at this point."""
        self._punt = punt
        eerder = punt.eerder_verslag if punt is not None else None
        self.setVisible(eerder is not None)
        zin = eerder.zin if eerder is not None else ""
        self.label.zet(Icoon.INFO, zin or "Nog niet vastgelegd")
        zet_icoon(self.knop, Icoon.VINK if zin else Icoon.CIRKEL)
        self.knop.setEnabled(mag and eerder is not None)
        self.knop.setAccessibleName(f"Vorig verslag: {zin or 'nog niet vastgelegd'}")

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self.zet(None, mag=False)

    def kies(self, oordeel: VerslagOordeel) -> None:
        """Hand over what the table said."""
        eerder = self._punt.eerder_verslag if self._punt is not None else None
        if self._punt is None or eerder is None or eerder.oordeel is oordeel:
            return
        zet = partial(self._diensten.eerste_punt.leg_vast, self._punt.id)
        zin = f"Vorig verslag: {VERSLAGOORDEEL_TEKST[oordeel] or 'gewist'}."
        self.gekozen.emit(Omzetting(zin, partial(zet, oordeel), partial(zet, eerder.oordeel)))

    def _on_gekozen(self, keuze: QAction) -> None:
        self.kies(VerslagOordeel(keuze.data()))
