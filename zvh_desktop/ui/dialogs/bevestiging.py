"""Shows what is about to be signed, asks for the password when that is needed, and then does what was asked.

Every page that lets the procesregisseur sign goes through ``onderteken``: the act is tried first without a signature,
so that whatever can be refused is refused, and then the list appears. Within the five minutes too, but without the
password: nobody signs what he has not seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from zvh_desktop.errors import BevestigingNodig, GebruikersFout
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RUIM, Kleur, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.wachtwoordveld import Wachtwoordveld

_REGELS_IN_BEELD = 12
_WACHTWOORD = "Uw naam komt eronder te staan. Typ daarom nog een keer uw wachtwoord. Het geldt daarna vijf minuten."
_KORT_GELEDEN = "Uw naam komt eronder te staan. U gaf net uw wachtwoord; dat geldt nog."


class Bevestiger(Protocol):
    """What is asked of the services here."""

    def bevestig(self, wachtwoord: str, /) -> None:
        """Raise WachtwoordOnjuist when it is wrong."""

    @property
    def bevestigd(self) -> bool:
        """Whether the password was given in the last minutes."""

    def nog_niet_tekenen(self) -> AbstractContextManager[None]:
        """Within this a signature is asked for (BevestigingNodig) and not given."""


class Bevestigingsdialoog(Dialoog):
    """The list and one password field; the key derivation runs outside the window, so that it stays alive."""

    heropenen = False

    def __init__(
        self, bevestiger: Bevestiger, taken: Taken, ouder: QWidget | None = None, wat: Sequence[str] = ()
    ) -> None:
        super().__init__(ouder)
        self.setObjectName("bevestigingsdialoog")
        zet_venstertitel(self, "Ondertekenen")
        self._bevestiger = bevestiger
        self._taken = taken
        self.veld = Wachtwoordveld("Uw wachtwoord", self)
        self.veld.setObjectName("bevestiging_wachtwoord")
        self._fout = Statuslabel(Icoon.FOUT, "", self, kleur=Kleur.FOUT)
        self._fout.laat_afbreken()
        self._al_bevestigd = bevestiger.bevestigd
        self.veld.setVisible(not self._al_bevestigd)
        self.lijst = _ondertekenlijst(wat, self)
        uitleg = StilleTekst(_KORT_GELEDEN if self._al_bevestigd else _WACHTWOORD, self)
        uitleg.setMinimumWidth(tekstbreedte(self, 48))
        self._knoppen = Dialoogknoppen(self)
        self.teken_knop = self._knoppen.maak("&Onderteken", QDialogButtonBox.ButtonRole.AcceptRole)
        self.teken_knop.setObjectName("bevestiging_teken_knop")
        self.teken_knop.setAccessibleName("Onderteken")
        self.teken_knop.setEnabled(self._al_bevestigd)
        self.teken_knop.setDefault(True)
        self.niet_knop = self._knoppen.maak("&Niet nu", QDialogButtonBox.ButtonRole.RejectRole)
        self.niet_knop.setAccessibleName("Niet nu")
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop("Ondertekenen", self))
        indeling.addWidget(self.lijst, 1)
        indeling.addWidget(uitleg)
        indeling.addWidget(self.veld)
        indeling.addWidget(self._fout)
        indeling.addWidget(self._knoppen)
        self._verbind()
        if not self._al_bevestigd:
            self.veld.setFocus()

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
        if self._al_bevestigd:
            self.accept()
            return
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
    def vraag(cls, bevestiger: Bevestiger, taken: Taken, ouder: QWidget, wat: Sequence[str] = ()) -> bool:
        """Whether the user wants to sign this, and gave the right password where that is needed."""
        dialoog = cls(bevestiger, taken, ouder, wat)
        gelukt = dialoog.exec() == QDialog.DialogCode.Accepted
        dialoog.veld.maak_leeg()
        verwijder(dialoog)
        return gelukt


def onderteken(
    handeling: Callable[[], object], bevestiger: Bevestiger, taken: Taken, ouder: QWidget, wat: Sequence[str] = ()
) -> bool:
    """Do something that has to be signed; first shows ``wat``, in a few lines, and asks for the password if needed.

    False when the user did not sign. Every other refusal is raised to the page, before anything is asked.
    """
    try:
        with bevestiger.nog_niet_tekenen():
            handeling()
    except BevestigingNodig:
        if not Bevestigingsdialoog.vraag(bevestiger, taken, ouder, wat):
            return False
        handeling()
    return True


def _ondertekenlijst(wat: Sequence[str], ouder: QWidget) -> QListWidget:
    """The lines, read only; up to ten in view and the rest by scrolling."""
    lijst = QListWidget(ouder)
    lijst.setObjectName("bevestiging_lijst")
    lijst.setAccessibleName("Dit ondertekent u")
    lijst.setWordWrap(True)
    lijst.addItems(list(wat))
    lijst.setCurrentRow(0)
    regels = max(3, min(len(wat) + 1, _REGELS_IN_BEELD))
    lijst.setMinimumSize(tekstbreedte(ouder, 72), ouder.fontMetrics().lineSpacing() * regels + 2 * lijst.frameWidth())
    lijst.setVisible(bool(wat))
    return lijst
