"""The two ways to leave the vault from the window: lock it for a moment, or sign off for somebody else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from zvh_desktop.ui.toetsenbord.sneltoetsen import venstertoets
from zvh_desktop.ui.uiterlijk.doelen import Balkknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER


class Slotknoppen(QWidget):
    """Both with their key; they only tell, the session does it (sessieverloop.py)."""

    vergrendelen_gevraagd = Signal()
    afmelden_gevraagd = Signal()

    def __init__(self, venster: QWidget) -> None:
        super().__init__(venster)
        self.afmeld_knop = balkknop(
            "afmeld_knop", Icoon.PERSOON, "Meld af", "Meld af, of ga als iemand anders verder (Ctrl+Shift+L)", self
        )
        self.slot_knop = balkknop("slot_knop", Icoon.SLOT, "Vergrendel  Ctrl+L", "Vergrendel Ctrl+L", self)
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.afmeld_knop)
        indeling.addWidget(self.slot_knop)
        self._slottoets = venstertoets("Ctrl+L", waar=venster)
        self._afmeldtoets = venstertoets("Ctrl+Shift+L", waar=venster)
        self.slot_knop.clicked.connect(self._on_vergrendelen_gevraagd)
        self._slottoets.activated.connect(self._on_vergrendelen_gevraagd)
        self.afmeld_knop.clicked.connect(self._on_afmelden_gevraagd)
        self._afmeldtoets.activated.connect(self._on_afmelden_gevraagd)

    def _on_vergrendelen_gevraagd(self) -> None:
        self.vergrendelen_gevraagd.emit()

    def _on_afmelden_gevraagd(self) -> None:
        self.afmelden_gevraagd.emit()


def balkknop(naam: str, icoon: Icoon, tekst: str, uitleg: str, ouder: QWidget) -> QToolButton:
    """A quiet button in one of the bars of the window; its explanation is its name."""
    knop = Balkknop(ouder)
    knop.setObjectName(naam)
    knop.setText(tekst)
    knop.setToolTip(uitleg)
    knop.setAccessibleName(uitleg)
    knop.setAutoRaise(True)
    knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    zet_icoon(knop, icoon)
    return knop
