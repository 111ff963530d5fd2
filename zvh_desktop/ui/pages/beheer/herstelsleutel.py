"""The recovery key: what it is for, and a new one when the paper is gone or was seen by someone."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.beheer.beheer import NieuweHerstelsleutel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.deel import BeheerDeel
from zvh_desktop.ui.pages.beheer.herstelsleuteldialoog import HerstelsleutelDialoog
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.widgets.kaart import Kaart
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.meldregel import Meldregel


class Herstelsleutel(BeheerDeel):
    """One act: renew."""

    recht = Recht.ACCOUNTS_BEHEREN

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Herstelsleutel",
            "Is een wachtwoord vergeten, dan komt die gebruiker met de herstelsleutel weer in de kluis. De sleutel "
            "staat op het herstelblad dat bij het maken van de kluis is afgedrukt. De applicatie bewaart hem niet.",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_herstelsleutel")
        self.nieuw_knop = knop("herstelsleutel_nieuw_knop", "&Nieuwe herstelsleutel maken…", self.vlak, Icoon.SLEUTEL)
        self.meldregel = Meldregel(self.vlak)
        kaart = Kaart("Een nieuwe herstelsleutel", self.vlak)
        kaart.inhoud.addWidget(
            self.tekst(
                "Maak een nieuwe als het herstelblad weg is, of als iemand het gezien heeft die de sleutel niet mag "
                "kennen. De nieuwe sleutel wordt één keer getoond en kan worden afgedrukt. De oude werkt tot u zegt "
                "dat u de nieuwe hebt bewaard."
            )
        )
        kaart.inhoud.addLayout(self.rij(self.nieuw_knop))
        self.inhoud.addWidget(self.smal(kaart))
        self.inhoud.addWidget(self.meldregel)
        self.ruimte()
        self._verbind()

    def _verbind(self) -> None:
        self.nieuw_knop.clicked.connect(self.maak_nieuwe)

    def vernieuw(self) -> None:
        self.zet_recht(self.nieuw_knop, Recht.ACCOUNTS_BEHEREN)

    def maak_leeg(self) -> None:
        self.meldregel.zeg("")

    def eerste_focus(self) -> QWidget | None:
        return self.nieuw_knop if self.mag() else None

    def maak_nieuwe(self) -> None:
        """Make a new key after the user agreed that the old one becomes worthless once the new one is put away."""
        vraag = (
            "Een nieuwe herstelsleutel maken? Het herstelblad dat u nu hebt, werkt niet meer zodra u zegt dat u het "
            "nieuwe hebt bewaard."
        )
        if not self._gereedschap.melder.bevestig(self, vraag, "Maak een nieuwe herstelsleutel"):
            return
        self.nieuw_knop.setEnabled(False)
        self._gereedschap.taken.start(
            self._diensten.beheer.nieuwe_herstelsleutel, gelukt=self._on_gemaakt, mislukt=self._on_niet_gemaakt
        )

    def _on_gemaakt(self, nieuw: NieuweHerstelsleutel) -> None:
        if not HerstelsleutelDialoog.vraag(nieuw, self._gereedschap.melder, ouder=self):
            self.vernieuw()
            self.meldregel.zeg(
                "Er is niets gewijzigd: uw oude herstelblad werkt nog. Vernietig wat u van het nieuwe al hebt "
                "afgedrukt."
            )
            return
        self.neem_in_gebruik(nieuw)

    def neem_in_gebruik(self, nieuw: NieuweHerstelsleutel) -> None:
        """The sheet was put away: from now on it counts. When that fails it is shown again, for another try."""
        self._gereedschap.taken.start(
            partial(self._diensten.beheer.herstelsleutel_bewaard, nieuw),
            gelukt=self._on_in_gebruik,
            mislukt=partial(self._on_niet_in_gebruik, nieuw),
        )

    def _on_in_gebruik(self, _uitkomst: object) -> None:
        self.vernieuw()
        self.meldregel.zeg("De nieuwe herstelsleutel geldt. Vernietig het oude herstelblad.")
        self.opgeslagen.emit()

    def _on_niet_in_gebruik(self, nieuw: NieuweHerstelsleutel, fout: GebruikersFout) -> None:
        self._gereedschap.melder.toon_fout(self, fout)
        self.meldregel.zeg("De nieuwe herstelsleutel geldt nog niet: uw oude herstelblad werkt nog.")
        self._on_gemaakt(nieuw)

    def _on_niet_gemaakt(self, fout: GebruikersFout) -> None:
        self.vernieuw()
        self._gereedschap.melder.toon_fout(self, fout)
