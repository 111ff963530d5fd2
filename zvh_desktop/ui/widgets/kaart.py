"""Headings and framed parts, so that every page has the same white space."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, Kleur, kleur_tekst, kopletter
from zvh_desktop.ui.widgets.kader import Kader


class Kop(QLabel):
    """A heading: larger than the text, and growing with it."""

    def __init__(self, tekst: str, ouder: QWidget | None = None, *, factor: float = 1.5) -> None:
        super().__init__(tekst, ouder)
        self._factor = factor
        self._bezig = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._zet_letter()

    def volg_ouder(self) -> None:
        """What it stands in got another type: as much larger than that as before."""
        self._zet_letter()

    def _zet_letter(self) -> None:
        basis = self.parentWidget()
        if basis is None or self._bezig:
            return
        self._bezig = True
        self.setFont(kopletter(basis.font(), self._factor))
        self._bezig = False

    def changeEvent(self, gebeurtenis: QEvent) -> None:
        super().changeEvent(gebeurtenis)
        if gebeurtenis.type() in (QEvent.Type.ParentChange, QEvent.Type.ApplicationFontChange):
            self._zet_letter()


class StilleTekst(QLabel):
    """Explaining text in a quieter colour that still has contrast enough."""

    def __init__(self, tekst: str = "", ouder: QWidget | None = None) -> None:
        super().__init__(tekst, ouder)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        kleur_tekst(self, Kleur.STIL)

    def heightForWidth(self, breed: int) -> int:
        """At the width that it gets: a layout asks for its own, also where this may not become as wide."""
        return super().heightForWidth(min(breed, self.maximumWidth()))


class Kaart(Kader):
    """A framed part of a page with a heading, room for one quiet action, and contents."""

    def __init__(self, titel: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setAccessibleName(titel)
        self.kop = Kop(titel, self, factor=1.15)
        self._kopregel = QHBoxLayout()
        self._kopregel.addWidget(self.kop, 1)
        self.inhoud = QVBoxLayout()
        self.inhoud.setSpacing(RASTER)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RUIM, RUIM, RUIM, RUIM)
        indeling.setSpacing(RASTER)
        indeling.addLayout(self._kopregel)
        indeling.addLayout(self.inhoud)

    def voeg_actie_toe(self, knop: QWidget) -> None:
        """Put an action at the right of the heading."""
        self._kopregel.addWidget(knop, 0, Qt.AlignmentFlag.AlignTop)
