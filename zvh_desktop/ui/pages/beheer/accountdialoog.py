"""Adds an account: name, roles and a first password. The keys are computed beside the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.kluis.gegevens import AccountInvoer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.protocollen import Wachtwoordkeurder
from zvh_desktop.ui.teksten.algemeen import ROL_UITLEG
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel, Vinkvak
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RANDRUIMTE, tekstbreedte
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.velden.nieuw_wachtwoord import NieuwWachtwoord


class Rolvakken(QWidget):
    """A tick for each role, with what it means."""

    def __init__(self, gekozen: frozenset[Rol], namen: Mapping[Rol, str], ouder: QWidget) -> None:
        super().__init__(ouder)
        self.vakken: dict[Rol, QCheckBox] = {}
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(HALF)
        for rol in Rol:
            vak = Vinkvak(hoofdletter(namen[rol]).replace("&", "&&"), self)
            vak.setObjectName(f"rol_{rol.value}_vak")
            vak.setAccessibleName(namen[rol])
            vak.setAccessibleDescription(ROL_UITLEG[rol])
            vak.setChecked(rol in gekozen)
            self.vakken[rol] = vak
            indeling.addWidget(vak)
            uitleg = StilleTekst(ROL_UITLEG[rol], self)
            uitleg.setContentsMargins(RANDRUIMTE, 0, 0, 0)
            indeling.addWidget(uitleg)

    def rollen(self) -> frozenset[Rol]:
        """What is ticked."""
        return frozenset(rol for rol, vak in self.vakken.items() if vak.isChecked())


class AccountDialoog(Invoerdialoog[AccountInvoer]):
    """Asks one account; stays open until the vault has taken it."""

    def __init__(
        self,
        keurder: Wachtwoordkeurder,
        bewaar: Callable[[AccountInvoer], object],
        taken: Taken,
        namen: Mapping[Rol, str],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Account toevoegen",
            "&Voeg toe",
            bewaar,
            ouder,
            uitleg="Geef het wachtwoord zelf door, niet per mail. Bij de eerste keer aanmelden kiest de nieuwe "
            "gebruiker een eigen wachtwoord.",
        )
        self.setObjectName("accountdialoog")
        self._taken = taken
        self.weergavenaam = Invoerregel(self)
        self.weergavenaam.setMaxLength(200)
        self.naam = Invoerregel(self)
        self.naam.setMaxLength(60)
        self.weergavenaam.setMinimumWidth(tekstbreedte(self, 34))
        self.formulier.voeg_toe("weergavenaam", "Voor- en &achternaam", self.weergavenaam)
        self.formulier.voeg_toe("naam", "&Gebruikersnaam", self.naam)
        self.naast("weergavenaam", "naam")
        self.rollen = Rolvakken(frozenset({Rol.MEDEWERKER}), namen, self)
        self.formulier.voeg_los_toe(self.rollen)
        self.wachtwoord = NieuwWachtwoord(keurder, self)
        self.formulier.voeg_los_toe(self.wachtwoord)
        self._verbind_account()

    def _verbind_account(self) -> None:
        self.wachtwoord.gewijzigd.connect(self._on_getypt)
        self.finished.connect(self._on_gesloten)

    def invoer(self) -> AccountInvoer:
        if not self.wachtwoord.in_orde():
            raise InvoerOngeldig("wachtwoord", "Kies een sterk wachtwoord en typ het twee keer hetzelfde.")
        if not self.rollen.rollen():
            raise InvoerOngeldig("rollen", "Kies ten minste één rol.")
        if not self.weergavenaam.text().strip():
            raise InvoerOngeldig("weergavenaam", "Vul de naam in zoals hij in de applicatie moet staan.")
        return AccountInvoer(
            naam=self.naam.text().strip(),
            weergavenaam=self.weergavenaam.text().strip(),
            rollen=self.rollen.rollen(),
            wachtwoord=self.wachtwoord.wachtwoord(),
            gezien=self.gezien,
        )

    def maak_leeg(self) -> None:
        """Forget the password, at the lock."""
        self.wachtwoord.maak_leeg()

    def _on_bewaren_gevraagd(self) -> None:
        self.formulier.wis_fouten()
        self._fout.zet(Icoon.FOUT, "")
        try:
            invoer = self.invoer()
        except InvoerOngeldig as fout:
            self._toon_weigering(fout)
            return
        self.bewaar_knop.setEnabled(False)
        self._taken.start(partial(self._bewaar, invoer), gelukt=self._on_bewaard, mislukt=self._on_geweigerd)

    def _on_bewaard(self, uitkomst: object) -> None:
        self._uitkomst = uitkomst
        self.accept()

    def _on_geweigerd(self, fout: GebruikersFout) -> None:
        self.bewaar_knop.setEnabled(True)
        self._toon_weigering(fout)

    def _on_getypt(self) -> None:
        self._fout.zet(Icoon.FOUT, "")

    def _on_gesloten(self, _uitkomst: int) -> None:
        self.maak_leeg()

    @classmethod
    def vraag(
        cls,
        keurder: Wachtwoordkeurder,
        bewaar: Callable[[AccountInvoer], object],
        taken: Taken,
        namen: Mapping[Rol, str],
        *,
        ouder: QWidget,
    ) -> object:
        """True when an account was added, None when not. ``namen`` is what the house calls each role."""
        return cls(keurder, bewaar, taken, namen, ouder).antwoord()


class RollenDialoog(Invoerdialoog[frozenset[Rol]]):
    """Gives an account other roles."""

    def __init__(
        self,
        wie: str,
        gekozen: frozenset[Rol],
        bewaar: Callable[[frozenset[Rol]], object],
        namen: Mapping[Rol, str],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(
            f"Rollen van {wie}",
            "&Wijzig de rollen",
            bewaar,
            ouder,
            uitleg="Wat al is ondertekend, blijft geldig. De nieuwe rollen gelden vanaf de volgende keer aanmelden.",
        )
        self.setObjectName("rollendialoog")
        self.rollen = Rolvakken(gekozen, namen, self)
        self.formulier.voeg_los_toe(self.rollen)

    def invoer(self) -> frozenset[Rol]:
        if not self.rollen.rollen():
            raise InvoerOngeldig("rollen", "Kies ten minste één rol.")
        return self.rollen.rollen()

    @classmethod
    def vraag(
        cls,
        wie: str,
        gekozen: frozenset[Rol],
        bewaar: Callable[[frozenset[Rol]], object],
        namen: Mapping[Rol, str],
        *,
        ouder: QWidget,
    ) -> object:
        """True when the roles were changed, None when not. ``namen`` is what the house calls each role."""
        return cls(wie, gekozen, bewaar, namen, ouder).antwoord()
