"""One line at the foot of a page that says what just happened and offers the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class Meldregel(QWidget):
    """Hidden until there is something to say."""

    terug_gevraagd = Signal()

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.label = Statuslabel(Icoon.INFO, "", self)
        self.label.laat_afbreken()
        self.terug_knop = gereedschapsknop(
            "ongedaan_knop", Icoon.ONGEDAAN, "Ongedaan maken", "Ongedaan maken (Ctrl+Z)", self
        )
        self._indeling = indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.label)
        indeling.addWidget(self.terug_knop)
        indeling.addStretch(1)
        self.setVisible(False)
        self._verbind()

    def _verbind(self) -> None:
        self.terug_knop.clicked.connect(self.terug_gevraagd)

    def zeg(self, tekst: str, *, terug: bool = False) -> None:
        """Say something; an empty text takes the line away."""
        self.label.zet(Icoon.INFO, tekst)
        self.terug_knop.setVisible(terug)
        self.setVisible(bool(tekst))

    def neem_de_breedte(self) -> None:
        """For what may take a whole line before it is broken off."""
        self._indeling.setStretch(0, 1)
        self._indeling.setStretch(2, 0)

    def tekst(self) -> str:
        """What is said now."""
        return self.label.tekst()
