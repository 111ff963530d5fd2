"""The steps after the first: made once the assistant is on the screen and the rest has been loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.ui.eerste_start.account import AccountStap
from zvh_desktop.ui.eerste_start.herstelblad import HerstelbladStap
from zvh_desktop.ui.eerste_start.huis import HuisStap
from zvh_desktop.ui.eerste_start.overzicht import OverzichtStap
from zvh_desktop.ui.eerste_start.partijen import PartijenStap
from zvh_desktop.ui.eerste_start.stap import Stap
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.protocollen import AccountInvoer, NieuweKluis, Toegang


@dataclass(frozen=True)
class Stappen:
    """What the assistant asks, and what was answered."""

    huis: HuisStap
    partijen: PartijenStap
    beheerder: AccountStap
    procesregisseur: AccountStap
    medewerker: AccountStap
    overzicht: OverzichtStap
    herstelblad: HerstelbladStap

    def accounts(self) -> tuple[AccountStap, ...]:
        """The steps that ask for an account."""
        return self.beheerder, self.procesregisseur, self.medewerker

    def alle(self) -> tuple[Stap, ...]:
        """In the order in which they are walked through."""
        return self.huis, self.partijen, *self.accounts(), self.overzicht, self.herstelblad

    def invoer(self) -> NieuweKluis:
        """Everything that is needed to make a vault."""
        beheerder = self.beheerder.account()
        if beheerder is None:
            raise GebruikersFout("Er is nog geen beheerder.")
        overige: list[AccountInvoer] = []
        for stap in (self.procesregisseur, self.medewerker):
            account = stap.account()
            if account is not None:
                overige.append(account)
        return NieuweKluis(
            map=self.huis.kluismap(),
            profiel=self.huis.profiel(),
            partijen=self.partijen.gekozen(),
            beheerder=beheerder,
            overige=tuple(overige),
            email=self.huis.email(),
        )

    def samenvatting(self, rolnamen: Mapping[Rol, str], *, oefenen: bool) -> list[tuple[str, str]]:
        """What was chosen, to look at before the vault is made."""
        regels = [("Huisprofiel", self.huis.profielnaam()), ("Kluis", str(self.huis.kluismap()))]
        if oefenen:
            return [*regels, ("Gegevens", "Verzonnen casussen, overleggen en personen, gemarkeerd met OEFENING")]
        regels.append(("E-mailadres van uw huis", self.huis.email() or "later invullen"))
        regels.append(("Partijen", str(len(self.partijen.gekozen()))))
        for stap in self.accounts():
            account = stap.account()
            wie = f"{account.weergavenaam} ({account.naam})" if account else "later toevoegen"
            regels.append((hoofdletter(rolnamen[stap.rol]), wie))
        return regels


StappenMaker = Callable[[Toegang, Gereedschap, QWidget], Stappen]


def maak_stappen(toegang: Toegang, gereedschap: Gereedschap, ouder: QWidget) -> Stappen:
    """Make them all, with the house profiles that come with the application."""
    documenten = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    plaats = _vrije_plaats(toegang, (Path(documenten), Path.home()))
    return Stappen(
        huis=HuisStap(
            toegang.profielen(), toegang.profiel_uit_bestand, toegang.keur_plaats, gereedschap.melder, plaats, ouder
        ),
        partijen=PartijenStap(ouder),
        beheerder=AccountStap(Rol.BEHEERDER, toegang, ouder),
        procesregisseur=AccountStap(Rol.PROCESREGISSEUR, toegang, ouder),
        medewerker=AccountStap(Rol.MEDEWERKER, toegang, ouder),
        overzicht=OverzichtStap(ouder),
        herstelblad=HerstelbladStap(gereedschap.melder, ouder),
    )


def _vrije_plaats(toegang: Toegang, plaatsen: Sequence[Path]) -> Path:
    """The first of these in which a vault can stand: on many computers the documents are in a synchronised folder."""
    for plaats in plaatsen:
        try:
            toegang.keur_plaats(plaats)
        except InvoerOngeldig:
            continue
        if plaats.is_dir():
            return plaats
    return plaatsen[-1]
