"""One button with choices at a point of the agenda, and what is recorded now beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.ui.uiterlijk.doelen import Balkknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class Keuzestrook(QWidget):
    """Emits what is to be done; the page does it, so that undo is in one place."""

    gekozen = Signal(object)
    """An act with its way back."""

    def __init__(self, naam: str, tekst: str, uitleg: str, diensten: Diensten, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName(f"{naam}strook")
        self._diensten = diensten
        self._punt: VerslagPunt | None = None
        self.menu = QMenu(self)
        self.menu.setObjectName(f"{naam}_menu")
        self.knop = Balkknop(self)
        self.knop.setObjectName(f"{naam}_knop")
        self.knop.setText(tekst)
        self.knop.setToolTip(uitleg)
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
        """Show what is recorded at this point."""
        raise NotImplementedError

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self.zet(None, mag=False)

    def vul(self, keuzes: Iterable[tuple[object, str]]) -> None:
        """Each choice with its words."""
        for keuze, tekst in keuzes:
            self.menu.addAction(tekst).setData(keuze)

    def toon_stand(self, zin: str, *, anders: str, mag: bool) -> None:
        """What is recorded now, or ``anders`` when nothing is; a tick on the button says so too."""
        zet_icoon(self.knop, Icoon.VINK if zin else Icoon.CIRKEL)
        self.knop.setEnabled(mag)
        self.knop.setAccessibleName(f"{self.knop.text().replace('&', '')}: {zin or anders}")

    def _kies(self, keuze: Any) -> None:
        """Hand over what has to be done for this choice."""
        raise NotImplementedError

    def _on_gekozen(self, actie: QAction) -> None:
        self._kies(actie.data())
