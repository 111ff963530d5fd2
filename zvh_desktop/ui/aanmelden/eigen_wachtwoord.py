"""The first login with a password that the beheerder chose: choose an own one, or stay outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RUIM, maak_primair, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.velden.nieuw_wachtwoord import NieuwWachtwoord

if TYPE_CHECKING:
    from zvh_desktop.ui.protocollen import Wachtwoordkeurder


class EigenWachtwoordDialoog(Dialoog):
    """Asks an own password, twice; not the one that was handed over."""

    def __init__(self, keurder: Wachtwoordkeurder, oud: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("eigenwachtwoorddialoog")
        zet_venstertitel(self, "uw eigen wachtwoord")
        self._oud = oud
        self.wachtwoord = NieuwWachtwoord(keurder, self)
        self._knoppen = Dialoogknoppen(self)
        self.kies_knop = self._knoppen.maak("&Gebruik dit wachtwoord", QDialogButtonBox.ButtonRole.AcceptRole)
        self.kies_knop.setObjectName("eigen_wachtwoord_knop")
        self.kies_knop.setAccessibleName("Gebruik dit wachtwoord")
        maak_primair(self.kies_knop)
        self.terug_knop = self._knoppen.maak("&Terug", QDialogButtonBox.ButtonRole.RejectRole)
        self.terug_knop.setAccessibleName("Terug")
        uitleg = StilleTekst(
            "De beheerder heeft uw wachtwoord gekozen en kent het dus. Kies daarom nu een wachtwoord dat alleen u "
            "kent. Een handtekening met uw naam kan dan alleen van u zijn.",
            self,
        )
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop("Kies uw eigen wachtwoord", self))
        indeling.addWidget(uitleg)
        indeling.addWidget(self.wachtwoord)
        indeling.addStretch(1)
        indeling.addWidget(self._knoppen)
        self.setMinimumWidth(tekstbreedte(self, 64))
        self._verbind()
        self._zet_stand()
        self.wachtwoord.eerste.setFocus()

    def _verbind(self) -> None:
        self._knoppen.accepted.connect(self.accept)
        self._knoppen.rejected.connect(self.reject)
        self.wachtwoord.gewijzigd.connect(self._zet_stand)

    def _zet_stand(self) -> None:
        hetzelfde = self.wachtwoord.wachtwoord() == self._oud
        self.kies_knop.setEnabled(self.wachtwoord.in_orde() and not hetzelfde)
        self.kies_knop.setToolTip("Kies een ander wachtwoord dan u van de beheerder kreeg." if hetzelfde else "")

    def maak_leeg(self) -> None:
        """Forget both passwords."""
        self._oud = ""
        self.wachtwoord.maak_leeg()

    @classmethod
    def vraag(cls, keurder: Wachtwoordkeurder, oud: str, ouder: QWidget | None) -> str:
        """The chosen password; empty when the user goes back."""
        dialoog = cls(keurder, oud, ouder)
        gekozen = dialoog.wachtwoord.wachtwoord() if dialoog.exec() else ""
        dialoog.maak_leeg()
        verwijder(dialoog)
        return gekozen
