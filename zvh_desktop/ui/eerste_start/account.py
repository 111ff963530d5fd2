"""One account: user name, display name, password."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.tekst.gelijkend import lijkt_op, verschil_zin
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.ui.eerste_start.stap import Stap
from zvh_desktop.ui.protocollen import AccountInvoer, Toegang
from zvh_desktop.ui.teksten.algemeen import ROL_UITLEG
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel, Vinkvak
from zvh_desktop.ui.widgets.velden.formulier import Formulier
from zvh_desktop.ui.widgets.velden.nieuw_wachtwoord import NieuwWachtwoord

_NAAM = re.compile(r"[\w][\w.@-]{1,60}", re.UNICODE)


class AccountStap(Stap):
    """Asks one account for one role. All but the beheerder can be left for later."""

    def __init__(self, rol: Rol, toegang: Toegang, ouder: QWidget | None = None) -> None:
        super().__init__(_titel(rol, rol.value), ROL_UITLEG[rol], ouder)
        self.rol = rol
        self._eerder: tuple[tuple[str, str], ...] = ()
        self.later_vak = Vinkvak("&Later toevoegen", self)
        self.later_vak.setObjectName(f"{rol.value}_later_vak")
        self.later_vak.setAccessibleName("Dit account later toevoegen")
        self.later_vak.setVisible(rol is not Rol.BEHEERDER)
        self.naam_veld = Invoerregel(self)
        self.naam_veld.setObjectName(f"{rol.value}_naam_veld")
        self.naam_veld.setMaxLength(60)
        self.weergave_veld = Invoerregel(self)
        self.weergave_veld.setObjectName(f"{rol.value}_weergave_veld")
        self.weergave_veld.setMaxLength(200)
        self.wachtwoord = NieuwWachtwoord(toegang, self)
        self.formulier = Formulier(self)
        self.formulier.voeg_toe(
            "weergavenaam", "Voor- en &achternaam", self.weergave_veld, "Zo staat de naam in de applicatie."
        )
        self.formulier.voeg_toe("naam", "&Gebruikersnaam", self.naam_veld, "Om mee aan te melden, zonder spaties.")
        self.inhoud.addWidget(self.later_vak)
        self.inhoud.addWidget(self.formulier)
        self.inhoud.addWidget(self.wachtwoord)
        self.inhoud.addStretch(1)
        self._verbind()

    def _verbind(self) -> None:
        self.later_vak.toggled.connect(self._on_later_gekozen)
        self.naam_veld.textChanged.connect(self._on_veld_gewijzigd)
        self.weergave_veld.textChanged.connect(self._on_veld_gewijzigd)
        self.wachtwoord.gewijzigd.connect(self.gewijzigd)

    def zet_rolnaam(self, naam: str) -> None:
        """What the chosen house calls this role."""
        self.kop.setText(_titel(self.rol, naam))

    def zet_eerder(self, stappen: Sequence[AccountStap]) -> None:
        """The accounts of the earlier steps: their user names are given out, and a name may read like one of theirs."""
        self._eerder = tuple((stap.naam(), stap.weergavenaam()) for stap in stappen if stap.naam())
        self._on_veld_gewijzigd()

    def weergavenaam(self) -> str:
        """The name that people read."""
        return self.weergave_veld.text().strip()

    def naam(self) -> str:
        """The user name, empty when this account comes later."""
        return "" if self.later_vak.isChecked() else self.naam_veld.text().strip()

    def account(self) -> AccountInvoer | None:
        """The account, or None when it comes later."""
        if self.later_vak.isChecked():
            return None
        return AccountInvoer(
            naam=self.naam(),
            weergavenaam=self.weergavenaam(),
            rollen=frozenset({self.rol}),
            wachtwoord=self.wachtwoord.wachtwoord(),
        )

    def klaar(self) -> bool:
        if self.later_vak.isChecked():
            return True
        return bool(self.naam() and not self._bezwaar() and self.weergavenaam() and self.wachtwoord.in_orde())

    def eerste_veld(self) -> QWidget:
        return self.weergave_veld

    def maak_leeg(self) -> None:
        self.wachtwoord.maak_leeg()

    def _bezwaar(self) -> str:
        naam = self.naam_veld.text().strip()
        if naam and not _NAAM.fullmatch(naam):
            return "Gebruik minstens twee letters of cijfers. Punten en streepjes mogen ook, spaties niet."
        if naam and gevouwen(naam) in {gevouwen(ander) for ander, _ in self._eerder}:
            return "Deze gebruikersnaam is al gekozen bij een vorige stap."
        return ""

    def _vraag(self, naam: str, andere: Sequence[str]) -> str:
        """What is said of a name that reads like an earlier one. It may be right, so it stops nobody."""
        ander = lijkt_op(naam, andere) if naam else None
        if ander is None:
            return ""
        zin = f'Deze naam lijkt op "{ander}" van een vorige stap. {verschil_zin(naam, ander)}'.strip()
        return f"{zin} Klopt het zo, ga dan verder."

    def _on_veld_gewijzigd(self) -> None:
        vraag = self._vraag(self.naam_veld.text().strip(), [naam for naam, _ in self._eerder])
        self.formulier.regel("naam").toon_fout(self._bezwaar() or vraag)
        self.formulier.regel("weergavenaam").toon_fout(
            self._vraag(self.weergavenaam(), [een for _, een in self._eerder])
        )
        self.gewijzigd.emit()

    def _on_later_gekozen(self, later: bool) -> None:
        self.formulier.setEnabled(not later)
        self.wachtwoord.setEnabled(not later)
        self.gewijzigd.emit()


def _titel(rol: Rol, naam: str) -> str:
    return f"{'Uw' if rol is Rol.BEHEERDER else 'Een'} account als {naam}"
