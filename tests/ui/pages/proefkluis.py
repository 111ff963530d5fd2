"""A practice vault with real services for the tests of pages: fictional persons, one role per account."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from proefwaarden import WACHTWOORD

from zvh_desktop.database.kluis import NieuweGebruiker, maak_kluis, open_kluis
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzes import AanmeldingId, CasusId, Rol
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.services.casus.aanmelding_gegevens import AanmeldingInvoer, BetrokkeneInvoer, CriteriumInvoer
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.huis.inrichting import richt_in
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer

BEHEER, REGIE, MEDEWERKER = "beheer", "regie", "medewerker"
NU = datetime(2026, 12, 8, 9, 0, tzinfo=UTC)


def maak_sjabloon(kluismap: Path, huis: str = "twente", aantal: int = 18) -> None:
    """A vault with three accounts and the last partijen of a house, every second one with a contactpersoon."""
    profiel = laad_meegeleverd(huis)
    beheer = NieuweGebruiker(BEHEER, "B. Oefenman", frozenset({Rol.BEHEERDER}), WACHTWOORD)
    kluis, _ = maak_kluis(kluismap, beheer, oefen=True)
    with kluis:
        richt_in(kluis, profiel, tijdstip, partijen=list(profiel.partijen[-aantal:]))
        for naam, rol in ((REGIE, Rol.PROCESREGISSEUR), (MEDEWERKER, Rol.MEDEWERKER)):
            kluis.accounts.voeg_toe(
                NieuweGebruiker(naam, f"{naam.capitalize()} Voorbeeld", frozenset({rol}), WACHTWOORD)
            )
    diensten = open_diensten(kluismap, MEDEWERKER)
    for nummer, partij in enumerate(diensten.partijen.lijst()):
        if nummer % 2 == 0:
            contact = ContactpersoonInvoer("J. Oefenman", "adviseur", f"post{nummer}@voorbeeld.invalid", mandaat=True)
            diensten.partijen.voeg_contact_toe(partij.id, contact)
    diensten.sluit()


def tijdstip() -> datetime:
    """The clock of the practice vault stands still."""
    return NU


def open_diensten(kluismap: Path, naam: str) -> Diensten:
    """The services as this account sees them."""
    return bouw_diensten(open_kluis(kluismap, naam, WACHTWOORD), tijdstip)


def complete_invoer(diensten: Diensten, naam: str = "Testpersoon Een") -> AanmeldingInvoer:
    """An aanmelding that can be accepted."""
    aanmeldingen = diensten.aanmeldingen
    return AanmeldingInvoer(
        datum=date(2026, 12, 1),
        partij_id=diensten.partijen.lijst()[0].id,
        aanpak=aanmeldingen.aanpakken()[0].sleutel,
        contact_naam="J. Oefenman",
        contact_email="j.oefenman@voorbeeld.invalid",
        zorgelijke_situatie="Verzonnen situatie: onrust op straat en zorgen over de woning.",
        naar_aanleiding_van="Verzonnen gesprek.",
        verzoek="Meedenken over een gezamenlijk plan.",
        betrokkenen=(
            BetrokkeneInvoer(naam, Geboortedatum(1980, 1, 2), "Enschede", "Teststraat 1"),
            BetrokkeneInvoer("Testpersoon Kind", Geboortedatum(2012, 3, 4), "Enschede", "Teststraat 1"),
        ),
        criteria=tuple(CriteriumInvoer(c.sleutel, True, "Verzonnen motivering.") for c in aanmeldingen.criteria()),
    )


def maak_aanmelding(diensten: Diensten, naam: str = "Testpersoon Een") -> AanmeldingId:
    """An open aanmelding that is complete."""
    return diensten.aanmeldingen.nieuw(complete_invoer(diensten, naam))


def maak_casus(diensten: Diensten, naam: str = "Testpersoon Een", *, na_triage: bool = True) -> CasusId:
    """An accepted casus; past its triage when asked."""
    casus_id = diensten.aanmeldingen.accepteer(maak_aanmelding(diensten, naam))
    if na_triage:
        route = diensten.triage.toon(casus_id).routes[0].sleutel
        diensten.triage.bewaar(casus_id, TriageInvoer("Richting bepalen voor een plan", "Wonen en zorg", route))
        diensten.triage.rond_af(casus_id)
    return casus_id
