"""'Wat zegt de regel?': a button beside a refusal, for who wants to read the rule of the convenant behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.icons import Icoon, zet_icoon
from zvh_desktop.ui.regeltekst import REGEL_VRAAG, regel_zin


class Regelknop(QToolButton):
    """There only while a rule is behind what is said, and gone once its text was asked for."""

    regel_gevraagd = Signal(str)

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._zin = ""
        self.setObjectName("regel_knop")
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setText(REGEL_VRAAG)
        self.setAccessibleName(REGEL_VRAAG)
        self.setToolTip(f"{REGEL_VRAAG} Toont de regel van het convenant.")
        zet_icoon(self, Icoon.INFO)
        self.setVisible(False)
        self.clicked.connect(self._on_gevraagd)

    def zet(self, fout: GebruikersFout | None) -> None:
        """Offer the rule behind this refusal, or nothing."""
        self._zin = regel_zin(fout) if fout is not None else ""
        self.setVisible(bool(self._zin))

    def _on_gevraagd(self) -> None:
        self.setVisible(False)
        self.regel_gevraagd.emit(self._zin)
