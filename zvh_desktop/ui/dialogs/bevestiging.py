"""Asks for the password again before something is signed, and then does what was asked.

Every page that lets the procesregisseur sign goes through ``onderteken``: the act is tried first, and only
when the service says that the password is needed the question appears.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from zvh_desktop.errors import BevestigingNodig, GebruikersFout
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RUIM, Kleur, tekstbreedte
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.wachtwoordveld import Wachtwoordveld


class Bevestiger(Protocol):
    """The one thing that is asked of the services here."""

    def bevestig(self, wachtwoord: str, /) -> None:
        """Raise WachtwoordOnjuist when it is wrong."""


class Bevestigingsdialoog(Dialoog):
    """One password field; the key derivation runs outside the window, so that it stays alive."""

    heropenen = False

    def __init__(self, bevestiger: Bevestiger, taken: Taken, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("bevestigingsdialoog")
        self.setWindowTitle("Casustafel - Ondertekenen")
        self._bevestiger = bevestiger
        self._taken = taken
        self.veld = Wachtwoordveld("Uw wachtwoord", self)
        self.veld.setObjectName("bevestiging_wachtwoord")
        self._fout = Statuslabel(Icoon.FOUT, "", self, kleur=Kleur.FOUT)
        self._fout.laat_afbreken()
        uitleg = StilleTekst(
            "Uw naam komt eronder te staan. Typ daarom nog een keer uw wachtwoord. Het geldt daarna vijf minuten.", self
        )
        uitleg.setMinimumWidth(tekstbreedte(self, 48))
        self._knoppen = QDialogButtonBox(self)
        self.teken_knop = self._knoppen.addButton("&Onderteken", QDialogButtonBox.ButtonRole.AcceptRole)
        self.teken_knop.setObjectName("bevestiging_teken_knop")
        self.teken_knop.setAccessibleName("Onderteken")
        self.teken_knop.setEnabled(False)
        self.niet_knop = self._knoppen.addButton("&Niet nu", QDialogButtonBox.ButtonRole.RejectRole)
        self.niet_knop.setAccessibleName("Niet nu")
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop("Ondertekenen", self))
        indeling.addWidget(uitleg)
        indeling.addWidget(self.veld)
        indeling.addWidget(self._fout)
        indeling.addWidget(self._knoppen)
        self._verbind()

    def _verbind(self) -> None:
        self.veld.textChanged.connect(self._on_getypt)
        self._knoppen.accepted.connect(self._on_ondertekenen_gevraagd)
        self._knoppen.rejected.connect(self.reject)

    def fout(self) -> str:
        """What is now said to be wrong."""
        return self._fout.tekst()

    def _on_getypt(self, tekst: str) -> None:
        self.teken_knop.setEnabled(bool(tekst))

    def _on_ondertekenen_gevraagd(self) -> None:
        self.teken_knop.setEnabled(False)
        self.veld.setEnabled(False)
        self._taken.start(
            partial(self._bevestiger.bevestig, self.veld.text()), gelukt=self._on_bevestigd, mislukt=self._on_geweigerd
        )

    def _on_bevestigd(self, _niets: object) -> None:
        self.veld.maak_leeg()
        self.accept()

    def _on_geweigerd(self, fout: GebruikersFout) -> None:
        self.veld.setEnabled(True)
        self.veld.maak_leeg()
        self.veld.setFocus()
        self._fout.zet(Icoon.FOUT, fout.gebeurd, kleur=Kleur.FOUT)

    @classmethod
    def vraag(cls, bevestiger: Bevestiger, taken: Taken, ouder: QWidget) -> bool:
        """Whether the right password was given."""
        dialoog = cls(bevestiger, taken, ouder)
        gelukt = dialoog.exec() == QDialog.DialogCode.Accepted
        dialoog.veld.maak_leeg()
        verwijder(dialoog)
        return gelukt


def onderteken(handeling: Callable[[], object], bevestiger: Bevestiger, taken: Taken, ouder: QWidget) -> bool:
    """Do something that has to be signed; asks for the password when the service wants it.

    False when the user gave no password. Every other refusal is raised to the page.
    """
    try:
        handeling()
    except BevestigingNodig:
        if not Bevestigingsdialoog.vraag(bevestiger, taken, ouder):
            return False
        handeling()
    return True
