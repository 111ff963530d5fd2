"""Every name comes in through one function and every address through one rule: a test over all entries."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from factories import BEHEER, WACHTWOORD, Bureau

import zvh_desktop
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.beheer.beheer import BeheerService
from zvh_desktop.services.casus.aanmelding_gegevens import BetrokkeneInvoer
from zvh_desktop.services.huis.instellingen import HuisInstellingen, InstellingenService
from zvh_desktop.services.kluis.gegevens import AccountInvoer
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer, PartijInvoer

GEEN_NAAM = {
    "adres", "contact_telefoon", "afzender_telefoon", "grondslag", "kenmerk", "toestemming_kenmerk",
    "wijze", "ontvangen_wijze", "reden", "voorstel", "termijnen.py", "hoe", "identificatie", "kantoor",
    "opmerking", "onderwerp",
}  # fmt: skip
DOORGEVERS = {"csv_cellen.py", "invoer.py"}
"""What takes any field: a cell of a list, and a telephone number."""
"""Single lines that name nobody and nothing."""
SLECHT = ("Zo\u200brg", "Zo\u00adrg", "Zоrg", "\ufeffZorg", "Zorg\u202e")
ADRESSEN = (
    "e@oefen.example\u200b", "a..b@oefen.example", ".a@oefen.example", "a@oefen", "a@-oefen.example",
    "a b@oefen.example", "zoë@oefen.example", "a@oefen.example,b@oefen.example", "A <a@oefen.example>",
    "a@oefen.example\nBcc: b@oefen.example",
)  # fmt: skip


def test_een_regel_die_een_naam_is_gaat_door_de_functie_voor_namen() -> None:
    regels = set()
    for bestand in (Path(zvh_desktop.__file__).parent / "services").rglob("*.py"):
        for knoop in ast.walk(ast.parse(bestand.read_text(encoding="utf-8"))):
            if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name) and knoop.func.id == "regel":
                veld = knoop.args[0]
                regels.add(veld.value if isinstance(veld, ast.Constant) else bestand.name)
    assert regels - DOORGEVERS == GEEN_NAAM


@pytest.mark.parametrize("naam", SLECHT)
def test_overal_waar_een_naam_binnenkomt_wordt_hij_geweigerd(bureau: Bureau, naam: str) -> None:
    casus, tafel, ggd = bureau.casus(), bureau.tafel(), bureau.partij("GGD")
    bureau.oordeel(casus, "Politie")
    for doe in (
        lambda: bureau.partijen.voeg_toe(PartijInvoer(naam, "kort")),
        lambda: bureau.partijen.voeg_toe(PartijInvoer("Een naam", naam)),
        lambda: bureau.partijen.voeg_toe(PartijInvoer("Een naam", "kort", groep=naam)),
        lambda: bureau.partijen.voeg_contact_toe(ggd, ContactpersoonInvoer(naam)),
        lambda: bureau.partijen.voeg_contact_toe(ggd, ContactpersoonInvoer("A. Proef", functie=naam)),
        lambda: bureau.casussen.bewaar_betrokkenen(casus, (BetrokkeneInvoer(naam),)),
        lambda: bureau.casussen.bewaar_betrokkenen(casus, (BetrokkeneInvoer("A. Proef", gemeente=naam),)),
        lambda: bureau.aanmelding(naam),
        lambda: bureau.aanmelding(contact_naam=naam),
        lambda: bureau.tafel(plaats=naam),
        lambda: bureau.tafel(voorzitter=naam),
        lambda: bureau.tafel(notulist=naam),
        lambda: bureau.wijs_aan(casus, "Politie", naam),
        lambda: bureau.agenda.voeg_onderwerp_toe(tafel, naam),
        lambda: bureau.acties.voeg_toe_bij_casus(casus, bureau.actie_invoer("Politie", leefgebied=naam)),
    ):
        with pytest.raises(InvoerOngeldig, match="gelijk"):
            doe()


@pytest.mark.parametrize("naam", ["re\u200bgie", "rеgie", "re\u00adgie"])
def test_een_account_heet_zoals_het_er_staat(bureau: Bureau, naam: str) -> None:
    beheer = BeheerService(bureau.als(BEHEER).werkplek)
    for invoer in (
        AccountInvoer(naam, "A. Proef", frozenset({Rol.MEDEWERKER}), WACHTWOORD),
        AccountInvoer("een.naam", naam, frozenset({Rol.MEDEWERKER}), WACHTWOORD),
    ):
        with pytest.raises(InvoerOngeldig, match="gelijk"):
            beheer.voeg_account_toe(invoer)


@pytest.mark.parametrize("adres", ADRESSEN)
def test_een_adres_wordt_overal_op_dezelfde_manier_beoordeeld(bureau: Bureau, adres: str) -> None:
    with pytest.raises(InvoerOngeldig, match="geen e-mailadres"):
        bureau.partijen.voeg_contact_toe(bureau.partij("GGD"), ContactpersoonInvoer("A. Proef", email=adres))
    with pytest.raises(InvoerOngeldig, match="geen e-mailadres"):
        bureau.aanmelding(contact_email=adres)
    instellingen = InstellingenService(bureau.als(BEHEER).werkplek)
    with pytest.raises(InvoerOngeldig, match="geen e-mailadres") as fout:
        instellingen.bewaar(replace(HuisInstellingen(), afzender_email=adres))
    assert fout.value.veld == "afzender_email"
    instellingen.bewaar(replace(HuisInstellingen(), afzender_email=" secretariaat@oefen.example "))
    assert instellingen.toon().afzender_email == "secretariaat@oefen.example"
