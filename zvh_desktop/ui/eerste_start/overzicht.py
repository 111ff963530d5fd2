"""Last look before the vault is made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QWidget

from zvh_desktop.ui.eerste_start.stap import Stap
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, Kleur, kleur_tekst
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class OverzichtStap(Stap):
    """What was chosen, and while it is made: how far."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__("Klaar om te maken", "Controleer wat u koos. Met Vorige gaat u terug.", ouder)
        self._rooster = QGridLayout()
        self._rooster.setHorizontalSpacing(RANDRUIMTE)
        self._rooster.setVerticalSpacing(RASTER)
        self._rooster.setColumnStretch(1, 1)
        self.balk = QProgressBar(self)
        self.balk.setObjectName("maken_balk")
        self.balk.setAccessibleName("Voortgang")
        self.balk.setTextVisible(False)
        self.balk.hide()
        self.melding = Statuslabel(Icoon.INFO, "", self)
        self.melding.setObjectName("maken_melding")
        self.melding.laat_afbreken()
        self.inhoud.addLayout(self._rooster)
        self.inhoud.addWidget(self.balk)
        self.inhoud.addWidget(self.melding)
        self.inhoud.addStretch(1)

    def zet(self, regels: Sequence[tuple[str, str]]) -> None:
        """Show these lines."""
        while (deel := self._rooster.takeAt(0)) is not None:
            widget = deel.widget()
            if widget is not None:
                verwijder(widget)
        for rij, (wat, waarde) in enumerate(regels):
            links = QLabel(wat, self)
            kleur_tekst(links, Kleur.STIL)
            rechts = QLabel(waarde, self)
            rechts.setTextFormat(Qt.TextFormat.PlainText)
            rechts.setWordWrap(True)
            self._rooster.addWidget(links, rij, 0, Qt.AlignmentFlag.AlignTop)
            self._rooster.addWidget(rechts, rij, 1)

    def toon_voortgang(self, gedaan: int, totaal: int, tekst: str) -> None:
        """How far the making is."""
        self.balk.setRange(0, totaal)
        self.balk.setValue(gedaan)
        self.balk.show()
        self.melding.zet(Icoon.INFO, tekst, kleur=Kleur.STIL)

    def toon_fout(self, tekst: str) -> None:
        """Say why it did not succeed."""
        self.balk.hide()
        self.melding.zet(Icoon.FOUT, tekst, kleur=Kleur.FOUT)
