"""'Wat zegt de regel?': a button beside what is refused or needed, for who wants to read the rule behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.ui.teksten.regels import REGEL_VRAAG, MetRegel, regel_naam, regel_zin
from zvh_desktop.ui.uiterlijk.doelen import Balkknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon


class Regelknop(Balkknop):
    """There only while a rule is behind what is said.

    Beside a refusal it is gone once the text was asked for. Beside what stays on the screen it stays as well
    (``blijft``): pressing it again takes the text away, and the signal then carries an empty text.
    """

    regel_gevraagd = Signal(str)

    def __init__(self, ouder: QWidget | None = None, *, blijft: bool = False) -> None:
        super().__init__(ouder)
        self._zin = ""
        self.setObjectName("regel_knop")
        self.setAutoRaise(True)
        self.setCheckable(blijft)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setText(REGEL_VRAAG)
        self.setAccessibleName(REGEL_VRAAG)
        self.setToolTip(f"{REGEL_VRAAG} Toont de regel van het convenant.")
        zet_icoon(self, Icoon.INFO)
        self.setVisible(False)
        self.clicked.connect(self._on_gevraagd)

    def zet(self, bron: MetRegel | None) -> None:
        """Offer the rule behind this, or nothing."""
        self._zin = regel_zin(bron) if bron is not None else ""
        self.setAccessibleName(regel_naam(bron) if bron is not None else REGEL_VRAAG)
        self.setAccessibleDescription("")
        self.setChecked(False)
        self.setVisible(bool(self._zin))

    def open(self, *, open_: bool) -> None:
        """Show the text, or take it away, as a click would."""
        if self.isCheckable() and self._zin and open_ is not self.isChecked():
            self.setChecked(open_)
            self._on_gevraagd()

    def _on_gevraagd(self) -> None:
        if self.isCheckable():
            zin = self._zin if self.isChecked() else ""
            self.setAccessibleDescription(zin)
            self.regel_gevraagd.emit(zin)
        else:
            self.setVisible(False)
            self.regel_gevraagd.emit(self._zin)
