"""A state as icon plus word: never colour alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.uiterlijk.icons import Icoon, Icoonvlak
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, Kleur, gewone_tekst, kleur_tekst
from zvh_desktop.ui.weg.gang import Wegknop
from zvh_desktop.ui.widgets.regelknop import Regelknop


class Statuslabel(QWidget):
    """Shows an icon and a word; the colour only repeats what they say."""

    def __init__(self, icoon: Icoon, tekst: str, ouder: QWidget | None = None, *, kleur: Kleur | None = None) -> None:
        super().__init__(ouder)
        self._mag_weg = False
        self.regel_knop: Regelknop | None = None
        self.weg_knop: Wegknop | None = None
        self._vlak = Icoonvlak(icoon, self)
        self._tekst = QLabel(self)
        self._tekst.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(HALF)
        indeling.addWidget(self._vlak)
        self._kolom = QVBoxLayout()
        self._kolom.setSpacing(0)
        self._kolom.addWidget(self._tekst)
        indeling.addLayout(self._kolom)
        self.zet(icoon, tekst, kleur=kleur)

    def zet(self, icoon: Icoon, tekst: str, *, kleur: Kleur | None = None) -> None:
        """Show another state."""
        self._vlak.zet(icoon)
        self._tekst.setText(tekst)
        self.setAccessibleName(tekst)
        if self._mag_weg:
            self.setVisible(bool(tekst))
        if kleur is not None:
            kleur_tekst(self._tekst, kleur)
        else:
            gewone_tekst(self._tekst)
        if self.regel_knop is not None:
            self.regel_knop.zet(None)
        if self.weg_knop is not None:
            self.weg_knop.zet(None)

    def zet_fout(self, fout: GebruikersFout) -> None:
        """Show what a service refused; the rule behind it and the way to what is missing are offered as well."""
        self.zet(Icoon.FOUT, str(fout), kleur=Kleur.FOUT)
        if fout.regeltekst and self.regel_knop is None:
            self.regel_knop = Regelknop(self)
            self.regel_knop.regel_gevraagd.connect(self._on_regel_gevraagd)
            self._kolom.addWidget(self.regel_knop, 0, Qt.AlignmentFlag.AlignLeft)
        if self.regel_knop is not None:
            self.regel_knop.zet(fout)
        if fout.weg is not None and self.weg_knop is None:
            self.weg_knop = Wegknop(self)
            self._kolom.addWidget(self.weg_knop, 0, Qt.AlignmentFlag.AlignLeft)
        if self.weg_knop is not None:
            self.weg_knop.zet(fout.weg)

    def _on_regel_gevraagd(self, regel: str) -> None:
        tekst = f"{self._tekst.text()}\n\n{regel}"
        self._tekst.setText(tekst)
        self.setAccessibleName(tekst)

    def laat_afbreken(self) -> None:
        """Let a sentence run over more lines, and take no room while there is none."""
        self._tekst.setWordWrap(True)
        # a dialog that is higher than it needs gives the rest to this line: text and icon both stay at its top
        self._tekst.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._mag_weg = True
        indeling = self.layout()
        if isinstance(indeling, QHBoxLayout):
            indeling.setStretch(1, 1)
            indeling.setAlignment(self._vlak, Qt.AlignmentFlag.AlignTop)
        self.setVisible(bool(self._tekst.text()))

    def tekst(self) -> str:
        """The word that is shown."""
        return self._tekst.text()

    def inspringen(self) -> int:
        """Where the text begins, to put something below it."""
        return self._vlak.sizeHint().width() + HALF

    def tekstbreedte(self) -> int:
        """How wide this is when no sentence is broken off: wider gives only empty room."""
        kaal = self._tekst.fontMetrics().size(0, self._tekst.text()).width()
        return self.inspringen() + kaal + RASTER
