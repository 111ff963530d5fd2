"""An empty practice vault: accounts, house profile, partijen and their invented contactpersonen."""

from __future__ import annotations

from zvh_desktop.database.kluis import NieuweGebruiker, maak_kluis
from zvh_desktop.database.sleutels.primitieven import KDF_ONDERGRENS
from zvh_desktop.documents.opmaak.bestandsnaam import mapnaam
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.huis.inrichting import richt_in
from zvh_desktop.services.huis.instellingen import HuisInstellingen
from zvh_desktop.services.oefenen.accounts import OEFENACCOUNTS, Oefenaccount, oefenaccount
from zvh_desktop.services.oefenen.gegevens import OefenNamen, wijs_rollen_toe
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer, PartijRegel, contact_toevoegen
from zvh_desktop.services.werkplek.rechten import Recht

POSTVAK = "oefen.example"
"""A domain that can never exist: nothing that is sent by mistake arrives."""


def maak_leeg(ploeg: Oefenploeg) -> None:
    """Make the vault at ``ploeg.map`` and close it again. Raises InvoerOngeldig when there is something already."""
    kluis, _ = maak_kluis(ploeg.map, _gebruiker(oefenaccount(Rol.BEHEERDER)), oefen=True, kdf=KDF_ONDERGRENS)
    with kluis:
        for account in OEFENACCOUNTS:
            if account.rol is not Rol.BEHEERDER:
                kluis.accounts.voeg_toe(_gebruiker(account))
        richt_in(kluis, ploeg.profiel, ploeg.klok, partijen=list(ploeg.profiel.partijen))
        beheer = bouw_diensten(kluis, ploeg.klok, "oefening")
        beheer.instellingen.bewaar(
            HuisInstellingen(afzender_email=f"secretariaat@{POSTVAK}", afzender_telefoon="000 000 00 00")
        )


def vul_register(ploeg: Oefenploeg, diensten: Diensten) -> None:
    """Give every partij a contactpersoon with mandaat and a shared mailbox, and hand out the roles."""
    regels = diensten.partijen.lijst()
    with diensten.werkplek.schrijf(Recht.PARTIJEN_BEHEREN, "contactpersonen toegevoegd", "partij") as werk:
        for nummer, regel in enumerate(sorted(regels, key=lambda regel: regel.id)):
            partij = werk.sessie.get_one(Partij, regel.id)
            for invoer in _contacten(ploeg.gegevens.namen, nummer, regel):
                contact_toevoegen(partij, invoer)
    op_naam = {regel.naam: regel.id for regel in regels}
    toegewezen = wijs_rollen_toe(ploeg.gegevens.rollen, ploeg.profiel)
    ploeg.partijen = {rol: op_naam[partij.naam] for rol, partij in toegewezen.items()}


def _contacten(namen: OefenNamen, nummer: int, partij: PartijRegel) -> tuple[ContactpersoonInvoer, ...]:
    achternaam = namen.achternamen[nummer % len(namen.achternamen)]
    voorletter = namen.voorletters[nummer // len(namen.achternamen) % len(namen.voorletters)]
    adres = mapnaam(partij.kort).lower()
    return (
        ContactpersoonInvoer(
            naam=f"{voorletter} {achternaam}",
            functie=namen.functies[nummer % len(namen.functies)],
            email=f"{voorletter[0].lower()}.{achternaam.lower()}.{adres}@{POSTVAK}",
            telefoon=f"000 000 {nummer:02} 10",
            mandaat=True,
        ),
        ContactpersoonInvoer(
            naam=f"Postbus {partij.kort}",
            functie="gedeelde postbus",
            email=f"{adres}@{POSTVAK}",
            gedeelde_postbus=True,
        ),
    )


def _gebruiker(account: Oefenaccount) -> NieuweGebruiker:
    return NieuweGebruiker(account.gebruiker, account.weergavenaam, frozenset({account.rol}), account.wachtwoord)
