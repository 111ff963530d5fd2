"""Every name comes in through one function and every address through one rule: a test over all entries."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from factories import BEHEER, MEDEWERKER, REGIE, WACHTWOORD, Bureau

import zvh_desktop
from zvh_desktop.errors import InvoerOngeldig, LijktOp
from zvh_desktop.models.bestuurskeuzes import TrajectSoort
from zvh_desktop.models.keuzes import PartijSoort, Rol
from zvh_desktop.services.beheer.beheer import BeheerService
from zvh_desktop.services.casus.aanmelding_gegevens import BetrokkeneInvoer
from zvh_desktop.services.huis.instellingen import HuisInstellingen, InstellingenService
from zvh_desktop.services.kluis.gegevens import AccountInvoer
from zvh_desktop.services.partijen.inlezen import CsvUitkomst, PartijenCsvService
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer, PartijInvoer
from zvh_desktop.services.samenwerking.gegevens import TrajectInvoer

GEEN_NAAM = {
    "adres", "contact_telefoon", "afzender_telefoon", "grondslag", "kenmerk", "toestemming_kenmerk",
    "wijze", "ontvangen_wijze", "reden", "voorstel", "termijnen.py", "hoe", "identificatie", "kantoor",
    "opmerking", "onderwerp", "kort",
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


def test_over_een_partij_die_op_een_andere_lijkt_wordt_gevraagd(bureau: Bureau) -> None:
    register = bureau.partijen
    politie = register.toon(bureau.partij("Politie")).naam
    for invoer in (
        PartijInvoer(politie.replace("l", "I", 1), "Pol. 2", PartijSoort.DERDE),
        PartijInvoer("Politie Z1", "0M", PartijSoort.DERDE),
    ):
        voor = register.lijst()
        with pytest.raises(LijktOp, match="lijkt op") as gevraagd:
            register.voeg_toe(invoer)
        assert register.lijst() == voor
        with pytest.raises(LijktOp):
            register.voeg_toe(replace(invoer, gezien=("een andere naam",)))
        nieuw = register.voeg_toe(replace(invoer, gezien=(gevraagd.value.ander,)))
        # Who was told once is not told again while something else is changed.
        register.wijzig(nieuw, replace(invoer, opmerking="Iets anders."))
    ander = PartijInvoer("Politie Zl", "Pol. 3", PartijSoort.DERDE, gezien=(politie,))
    with pytest.raises(LijktOp, match="Politie Z1"):
        register.wijzig(register.voeg_toe(replace(ander, naam="Zorg Zes")), ander)
    with pytest.raises(InvoerOngeldig, match="Er is al een partij") as bezet:
        register.voeg_toe(PartijInvoer("POLITIE Z1", "Z1", PartijSoort.DERDE, gezien=("Politie Z1",)))
    assert not isinstance(bezet.value, LijktOp)


def test_een_lijst_voegt_geen_partij_toe_die_op_een_andere_lijkt(bureau: Bureau) -> None:
    dienst = PartijenCsvService(bureau.werkplek)
    regels = "Partij;Korte naam;Soort\nStichting A1;Pol. 2;derde\nStichting Al;St. AL;derde\nZorg Zes;0M;derde\n"
    voorbeeld = dienst.voorbeeld(regels.encode())
    toegevoegd, naam, kort = voorbeeld.regels
    assert toegevoegd.uitkomst is CsvUitkomst.TOEGEVOEGD
    for regel, ander in ((naam, "Stichting A1"), (kort, "OM")):
        assert regel.uitkomst is CsvUitkomst.GEWEIGERD
        assert f'lijkt op "{ander}"' in regel.toelichting
        assert "voeg haar dan zelf toe" in regel.toelichting
    dienst.voer_in(voorbeeld)
    assert "Stichting Al" not in {partij.naam for partij in bureau.partijen.lijst()}


def test_over_een_toetreder_die_op_een_partij_lijkt_wordt_gevraagd(bureau: Bureau) -> None:
    trajecten = bureau.diensten().samenwerking.trajecten
    politie = bureau.partijen.toon(bureau.partij("Politie")).naam
    invoer = TrajectInvoer(
        TrajectSoort.TOETREDING, bureau.klok.vandaag, naam=politie.replace("l", "I", 1), kort="Pol. 2"
    )
    with pytest.raises(LijktOp, match=f'lijkt op "{politie}"') as gevraagd:
        trajecten.begin(invoer)
    assert gevraagd.value.veld == "naam"
    assert trajecten.lijst() == ()
    traject = trajecten.begin(replace(invoer, gezien=(politie,)))
    trajecten.wijzig(traject, replace(invoer, toelichting="Iets anders."))  # told once is enough
    with pytest.raises(LijktOp, match='lijkt op "OM"'):
        trajecten.wijzig(traject, replace(invoer, kort="0M", gezien=(politie,)))


def test_over_een_account_dat_op_een_ander_lijkt_wordt_gevraagd(bureau: Bureau) -> None:
    beheer = BeheerService(bureau.als(BEHEER).werkplek)
    mag = frozenset({Rol.MEDEWERKER})
    eigen = next(een.weergavenaam for een in beheer.accounts() if een.naam == REGIE)
    lijkt = MEDEWERKER.replace("m", "rn")
    for invoer in (
        AccountInvoer(lijkt, "A. Proef", mag, WACHTWOORD),
        AccountInvoer("nieuw", eigen.upper(), mag, WACHTWOORD),
    ):
        with pytest.raises(LijktOp, match="lijkt op"):
            beheer.voeg_account_toe(invoer)
    beheer.voeg_account_toe(AccountInvoer(lijkt, "A. Proef", mag, WACHTWOORD, gezien=(MEDEWERKER,)))
    assert {lijkt, MEDEWERKER} <= {een.naam for een in beheer.accounts()}


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
