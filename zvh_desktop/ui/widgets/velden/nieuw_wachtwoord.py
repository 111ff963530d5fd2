"""Choosing a password: twice the same, with a sentence that says how strong it is and what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, Kleur
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.formulier import Formulier
from zvh_desktop.ui.widgets.velden.wachtwoordveld import Wachtwoordveld

_UITLEG = "Neem een zin of vier losse woorden. Dat is sterk en goed te onthouden."

if TYPE_CHECKING:
    from zvh_desktop.ui.protocollen import Wachtwoordkeurder


class NieuwWachtwoord(QWidget):
    """Two fields and a verdict."""

    gewijzigd = Signal()

    def __init__(self, keurder: Wachtwoordkeurder, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._keurder = keurder
        self._goed = False
        self.eerste = Wachtwoordveld("Nieuw wachtwoord", self)
        self.eerste.setObjectName("nieuw_wachtwoord_veld")
        self.tweede = Wachtwoordveld("Nog een keer hetzelfde wachtwoord", self)
        self.tweede.setObjectName("herhaal_wachtwoord_veld")
        formulier = Formulier(self)
        formulier.voeg_toe("wachtwoord", "Nieuw &wachtwoord", self.eerste, _UITLEG)
        formulier.voeg_toe("herhaling", "Nog &een keer", self.tweede)
        self.oordeel = Statuslabel(Icoon.INFO, "", self)
        self.oordeel.setObjectName("wachtwoord_oordeel")
        self.oordeel.laat_afbreken()
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(HALF)
        indeling.addWidget(formulier)
        indeling.addWidget(self.oordeel)
        self._verbind()

    def _verbind(self) -> None:
        self.eerste.textChanged.connect(self._on_tekst_gewijzigd)
        self.tweede.textChanged.connect(self._on_tekst_gewijzigd)

    def wachtwoord(self) -> str:
        """The chosen password."""
        return self.eerste.text()

    def in_orde(self) -> bool:
        """Strong enough, and twice the same."""
        return self._goed and self.eerste.text() == self.tweede.text()

    def maak_leeg(self) -> None:
        """Forget both."""
        self.eerste.maak_leeg()
        self.tweede.maak_leeg()

    def _on_tekst_gewijzigd(self) -> None:
        tekst = self.eerste.text()
        if not tekst:
            self._goed = False
            self.oordeel.zet(Icoon.INFO, "")
        else:
            oordeel = self._keurder.beoordeel_wachtwoord(tekst)
            self._goed = oordeel.goed_genoeg
            if not oordeel.goed_genoeg:
                self.oordeel.zet(Icoon.UITROEP, oordeel.zin, kleur=Kleur.LET_OP)
            elif self.tweede.text() and self.tweede.text() != tekst:
                self.oordeel.zet(Icoon.UITROEP, "De wachtwoorden zijn niet gelijk.", kleur=Kleur.LET_OP)
            else:
                self.oordeel.zet(Icoon.VINK, oordeel.zin, kleur=Kleur.GOED)
        self.gewijzigd.emit()
