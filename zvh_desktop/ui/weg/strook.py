"""Above the page, once a button led to where something is missing: the way back to what was being done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from zvh_desktop.ui.uiterlijk.doelen import Balkknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, Icoonvlak, zet_icoon
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, RUIM

_TEKST = "Vul hier aan wat ontbreekt. Daarna gaat u terug naar wat u aan het doen was (Ctrl+T)."


class Terugstrook(QFrame):
    """Hidden while there is nothing to come back to."""

    terug_gevraagd = Signal()

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("terugstrook")
        self.setAccessibleName(_TEKST)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        label = QLabel(_TEKST, self)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.terug_knop = Balkknop(self)
        self.terug_knop.setObjectName("terugstrook_knop")
        self.terug_knop.setToolTip("Terug naar waar u was (Ctrl+T)")
        self.terug_knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.terug_knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        zet_icoon(self.terug_knop, Icoon.TERUG)
        self.zet_plaats("")
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(RUIM, HALF, RASTER, HALF)
        indeling.setSpacing(RASTER)
        indeling.addWidget(Icoonvlak(Icoon.INFO, self))
        indeling.addWidget(label, 1)
        indeling.addWidget(self.terug_knop)
        self.setVisible(False)
        self.terug_knop.clicked.connect(self.terug_gevraagd)

    def zet_plaats(self, waar: str) -> None:
        """Show where the button goes; nothing takes the strip away."""
        tekst = f"Terug naar {waar}" if waar else "Terug"
        self.terug_knop.setText(letterlijk(tekst))
        self.terug_knop.setAccessibleName(tekst)
        self.setVisible(bool(waar))
