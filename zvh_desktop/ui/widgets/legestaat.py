"""No screen is ever empty: this says what will stand here and how to get it there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.ui.uiterlijk.doelen import Drukknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, Icoonvlak
from zvh_desktop.ui.uiterlijk.letters import zonder_letter
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, maak_primair, tekstbreedte
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst


class LegeStaat(QWidget):
    """An icon, what will stand here, how to get it there, and the button that begins it."""

    actie_gevraagd = Signal()

    def __init__(
        self, icoon: Icoon, titel: str, uitleg: str, knoptekst: str = "", ouder: QWidget | None = None
    ) -> None:
        super().__init__(ouder)
        self.setAccessibleName(titel)
        self._vlak = Icoonvlak(icoon, self, factor=2.4)
        self.kop = Kop(titel, self, factor=1.25)
        self.kop.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.uitleg = StilleTekst(uitleg, self)
        self.uitleg.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.uitleg.setMinimumWidth(tekstbreedte(self, 30))
        self.uitleg.setMaximumWidth(tekstbreedte(self, 70))
        self.knop = Drukknop(knoptekst, self)
        self.knop.setObjectName("lege_staat_knop")
        self.knop.setAccessibleName(", ".join(filter(None, (zonder_letter(knoptekst), titel))))
        maak_primair(self.knop)
        self.knop.setVisible(bool(knoptekst))
        midden = QVBoxLayout()
        midden.setSpacing(RASTER)
        midden.addWidget(self._vlak, 0, Qt.AlignmentFlag.AlignHCenter)
        midden.addWidget(self.kop)
        midden.addWidget(self.uitleg)
        midden.addSpacing(RASTER)
        midden.addWidget(self.knop, 0, Qt.AlignmentFlag.AlignHCenter)
        breed = QHBoxLayout()
        breed.addStretch(1)
        breed.addLayout(midden)
        breed.addStretch(1)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.addStretch(2)
        indeling.addLayout(breed)
        indeling.addStretch(3)
        self._verbind()

    def _verbind(self) -> None:
        self.knop.clicked.connect(self._on_knop_gebruikt)

    def zet_tekst(self, titel: str, uitleg: str) -> None:
        """Say something else, for instance that a filter hides every row."""
        self.kop.setText(titel)
        self.uitleg.setText(uitleg)
        self.setAccessibleName(titel)

    def _on_knop_gebruikt(self) -> None:
        self.actie_gevraagd.emit()
