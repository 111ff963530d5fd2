"""Back into the vault with the recovery key: type its groups of characters, choose a new password."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen, Invoerregel
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RUIM, maak_primair, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.velden.formulier import Formulier
from zvh_desktop.ui.widgets.velden.nieuw_wachtwoord import NieuwWachtwoord
from zvh_desktop.ui.widgets.velden.wachtwoordveld import Wachtwoordveld

if TYPE_CHECKING:
    from zvh_desktop.ui.protocollen import Toegang


@dataclass(frozen=True, slots=True)
class Herstelantwoord:
    """What the user filled in; neither key nor password is shown by repr."""

    naam: str
    herstelsleutel: str = field(repr=False)
    nieuw_wachtwoord: str = field(repr=False)


class Hersteldialoog(Dialoog):
    """Asks for recovery key, user name and a new password."""

    def __init__(self, toegang: Toegang, naam: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("hersteldialoog")
        zet_venstertitel(self, "wachtwoord vergeten")
        # masked: it opens the vault, and a password meant for the window below may land here
        self.sleutel_veld = Wachtwoordveld("Herstelsleutel", self)
        self.sleutel_veld.setObjectName("herstelsleutel_veld")
        self.naam_veld = Invoerregel(naam, self)
        self.naam_veld.setObjectName("herstel_naam_veld")
        self.naam_veld.setMaxLength(200)
        formulier = Formulier(self)
        formulier.voeg_toe(
            "herstelsleutel",
            "&Herstelsleutel",
            self.sleutel_veld,
            "De elf groepen tekens van het herstelblad, met of zonder streepjes. Hoofdletters en spaties maken niet "
            "uit. Met het oogje ziet u wat u typt.",
        )
        formulier.voeg_toe("naam", "&Gebruikersnaam", self.naam_veld)
        self.wachtwoord = NieuwWachtwoord(toegang, self)
        self._knoppen = Dialoogknoppen(self)
        self.herstel_knop = self._knoppen.maak("&Stel nieuw wachtwoord in", QDialogButtonBox.ButtonRole.AcceptRole)
        self.herstel_knop.setObjectName("herstel_uitvoeren_knop")
        self.herstel_knop.setAccessibleName("Stel nieuw wachtwoord in")
        maak_primair(self.herstel_knop)
        self.terug_knop = self._knoppen.maak("&Terug", QDialogButtonBox.ButtonRole.RejectRole)
        self.terug_knop.setAccessibleName("Terug")
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop("Wachtwoord vergeten", self))
        indeling.addWidget(
            StilleTekst(
                "Met de herstelsleutel van uw huis kiest u een nieuw wachtwoord. De beheerder bewaart het herstelblad.",
                self,
            )
        )
        indeling.addWidget(formulier)
        indeling.addWidget(self.wachtwoord)
        indeling.addStretch(1)
        indeling.addWidget(self._knoppen)
        self.setMinimumWidth(tekstbreedte(self, 64))
        self._verbind()
        self._zet_stand()
        self.sleutel_veld.setFocus()

    def _verbind(self) -> None:
        self._knoppen.accepted.connect(self.accept)
        self._knoppen.rejected.connect(self.reject)
        self.sleutel_veld.textChanged.connect(self._zet_stand)
        self.naam_veld.textChanged.connect(self._zet_stand)
        self.wachtwoord.gewijzigd.connect(self._zet_stand)

    @classmethod
    def vraag(cls, toegang: Toegang, naam: str, ouder: QWidget | None) -> Herstelantwoord | None:
        """Ask; None when the user goes back."""
        dialoog = cls(toegang, naam, ouder)
        antwoord = dialoog.invoer() if dialoog.exec() else None
        dialoog.maak_leeg()
        verwijder(dialoog)
        return antwoord

    def invoer(self) -> Herstelantwoord:
        """What was filled in."""
        sleutel = " ".join(self.sleutel_veld.text().split())
        return Herstelantwoord(self.naam_veld.text().strip(), sleutel, self.wachtwoord.wachtwoord())

    def maak_leeg(self) -> None:
        """Forget key and password."""
        self.sleutel_veld.maak_leeg()
        self.wachtwoord.maak_leeg()

    def _zet_stand(self) -> None:
        ingevuld = bool(self.sleutel_veld.text().strip() and self.naam_veld.text().strip())
        self.herstel_knop.setEnabled(ingevuld and self.wachtwoord.in_orde())
