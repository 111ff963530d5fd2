"""Opschaling through the services: who may, in which order, what goes back, and what a damaged row leads to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from factories import MEDEWERKER, REGIE, WACHTWOORD, Bureau
from opschaling_hulp import AKKOORD, INVOER, Opschaling

from zvh_desktop.errors import BevestigingNodig, GebruikersFout, HandtekeningOnjuist, InvoerOngeldig, NietBevoegd
from zvh_desktop.models.keuzen.opschalingkeuzes import AkkoordWijze, OpschalingUitkomst
from zvh_desktop.models.keuzes import CasusStatus, PartijSoort
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.casus.afschalingen import AfschalingInvoer
from zvh_desktop.services.opschaling.beeld import AkkoordInvoer, OpschalingInvoer
from zvh_desktop.services.partijen.partijen import PartijInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer


@pytest.fixture
def op(delfts_bureau: Bureau) -> Opschaling:
    return Opschaling(delfts_bureau)


def test_het_besluit_in_het_verslag_verplaatst_de_casus_nog_niet(op: Opschaling) -> None:
    voor = op.fase()
    op.in_verslag()
    assert op.fase() == voor
    beeld = op.beeld()
    assert beeld.nu is None
    assert beeld.besluit is not None
    assert (beeld.besluit.overleg, beeld.besluit.op) == ("Procesoverleg", op.bureau.klok.vandaag)
    op.bureau.opschalingen.bewaar(op.casus, INVOER)
    op.bureau.opschalingen.besluit(op.casus)
    assert op.fase() == op.soort.naar_fase


def test_de_hele_weg_tot_aangenomen_en_daarna_afschalen(op: Opschaling) -> None:
    op.met_akkoord()
    stukken = op.bureau.opschalingen.geef_dossier_uit(op.casus)
    assert [stuk.partij for stuk in stukken] == [op.huis]
    op.bureau.opschalingen.neem_aan(op.casus)
    casus = op.bureau.casussen.toon(op.casus)
    assert (casus.procesregie, casus.fase_sleutel, casus.status) == (op.kort, op.soort.naar_fase, CasusStatus.LOPEND)
    nu = op.beeld().nu
    assert nu is not None
    assert (nu.uitkomst, nu.uitkomst_op, nu.uitkomst_door) == (
        OpschalingUitkomst.AANGENOMEN, op.bureau.klok.vandaag, op.bureau.werkplek.naam,
    )  # fmt: skip
    assert [(g.titel, g.toelichting) for g in casus.tijdlijn if g.plaats == "opschaling"] == [
        ("Opschaling ondertekend", f"naar {op.huis}"),
        ("Akkoord met opschaling", f"van {op.huis}"),
        ("Dossier opschaling", f"naar {op.huis}"),
        ("Opschaling aangenomen", f"door {op.huis}"),
    ]
    with pytest.raises(GebruikersFout, match="heeft de casus aangenomen"):
        op.bureau.opschalingen.bewaar(op.casus, INVOER)
    tafel = op.bureau.tafel(op.bureau.klok.vandaag)
    punt = op.bureau.punt(tafel, op.casus, op.een)
    op.bureau.akkoord(tafel)
    op.bureau.gehouden(tafel)
    (soort, *_) = op.bureau.profiel.besluiten_tot("afschaling")
    op.bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer(soort.sleutel))
    op.bureau.verslagen.stel_vast(tafel)
    op.bureau.afschalingen.bewaar(op.casus, AfschalingInvoer("Overgenomen.", "Gehaald."))
    op.bureau.afschalingen.besluit(op.casus, "overleg")
    assert op.bureau.casussen.toon(op.casus).status is CasusStatus.AFGESCHAALD
    assert not op.beeld().lopend
    with pytest.raises(GebruikersFout, match="is afgeschaald"):
        op.bureau.opschalingen.heropen(op.casus)
    assert ControleService(op.bureau.werkplek).vind() == ()


def test_niet_aangenomen_gaat_terug_naar_waar_de_casus_was(op: Opschaling) -> None:
    voor = op.fase()
    op.besloten()
    with pytest.raises(InvoerOngeldig) as fout:
        op.bureau.opschalingen.leg_weigering_vast(op.casus, "  ")
    assert fout.value.veld == "reden"
    op.bureau.opschalingen.leg_weigering_vast(op.casus, "Past niet bij de regio.")
    assert op.fase() == voor
    assert op.bureau.casussen.toon(op.casus).procesregie == op.bureau.profiel.korte_naam
    op.bureau.opschalingen.heropen(op.casus)
    assert (op.fase(), op.beeld().is_open) == (op.soort.naar_fase, True)
    op.bureau.opschalingen.leg_akkoord_vast(op.casus, AKKOORD)
    op.bureau.opschalingen.neem_aan(op.casus)
    op.bureau.opschalingen.heropen(op.casus)
    assert op.bureau.casussen.toon(op.casus).procesregie == op.bureau.profiel.korte_naam


def test_een_volgende_opschaling_vraagt_een_eigen_besluit(op: Opschaling) -> None:
    op.besloten()
    with pytest.raises(GebruikersFout, match="ligt vast"):
        op.bureau.opschalingen.bewaar(op.casus, OpschalingInvoer("anders"))
    op.bureau.opschalingen.leg_weigering_vast(op.casus, "Past niet.")
    op.bureau.opschalingen.bewaar(op.casus, INVOER)
    beeld = op.beeld()
    assert (beeld.besluit, len(beeld.eerdere), beeld.te_wijzigen) == (None, 1, True)
    with pytest.raises(GebruikersFout, match="nog geen vastgesteld verslag"):
        op.bureau.opschalingen.besluit(op.casus)
    with pytest.raises(GebruikersFout, match="geen uitkomst"):
        op.bureau.opschalingen.heropen(op.casus)


@pytest.mark.parametrize(
    "daad",
    [
        lambda op: op.bureau.opschalingen.geef_dossier_uit(op.casus),
        lambda op: op.bureau.opschalingen.neem_aan(op.casus),
        lambda op: op.diensten.documenten.opschaling(op.casus),
    ],
    ids=["dossier", "aannemen", "voorbeeld"],
)
def test_niets_voor_het_akkoord(op: Opschaling, daad: Callable[[Opschaling], object]) -> None:
    with pytest.raises(GebruikersFout):
        daad(op)
    op.besloten()
    with pytest.raises(GebruikersFout, match=f"nog geen akkoord van {op.huis}"):
        daad(op)
    op.bureau.opschalingen.leg_akkoord_vast(op.casus, AKKOORD)
    op.bureau.opschalingen.trek_akkoord_in(op.casus)
    with pytest.raises(GebruikersFout, match="nog geen akkoord"):
        daad(op)
    assert op.beeld().is_open


def test_voor_het_besluit_kan_er_geen_akkoord_zijn(op: Opschaling) -> None:
    with pytest.raises(GebruikersFout, match="nog geen vastgesteld verslag"):
        op.bureau.opschalingen.leg_akkoord_vast(op.casus, AKKOORD)
    op.in_verslag()
    op.bureau.opschalingen.bewaar(op.casus, INVOER)
    with pytest.raises(GebruikersFout, match="nog niet besloten"):
        op.bureau.opschalingen.leg_akkoord_vast(op.casus, AKKOORD)


def test_akkoord_is_herleidbaar_en_gaat_niet_meer_weg_na_het_dossier(op: Opschaling) -> None:
    op.besloten()
    leg_vast = op.bureau.opschalingen.leg_akkoord_vast
    for veld, invoer in (
        ("door", AkkoordInvoer(" ", "functie", AkkoordWijze.MONDELING)),
        ("functie", AkkoordInvoer("naam", "", AkkoordWijze.MONDELING)),
        ("kenmerk", AkkoordInvoer("naam", "functie", AkkoordWijze.SCHRIFTELIJK)),
        ("op", AkkoordInvoer("naam", "functie", AkkoordWijze.MONDELING, date(2099, 1, 1))),
    ):
        with pytest.raises(InvoerOngeldig) as fout:
            leg_vast(op.casus, invoer)
        assert fout.value.veld == veld
    leg_vast(op.casus, AKKOORD)
    with pytest.raises(GebruikersFout, match="al een akkoord"):
        leg_vast(op.casus, AKKOORD)
    weg = op.bureau.opschalingen.trek_akkoord_in(op.casus)
    assert (weg.door, weg.kenmerk, weg.op) == (AKKOORD.door, AKKOORD.kenmerk, op.bureau.klok.vandaag)
    leg_vast(op.casus, weg)
    with pytest.raises(InvoerOngeldig, match="vóór het akkoord"):
        op.bureau.opschalingen.neem_aan(op.casus, op.bureau.klok.vandaag - timedelta(days=1))
    op.bureau.opschalingen.geef_dossier_uit(op.casus)
    with pytest.raises(GebruikersFout, match="al overgedragen"):
        op.bureau.opschalingen.geef_dossier_uit(op.casus)
    with pytest.raises(GebruikersFout, match="blijft daarom staan"):
        op.bureau.opschalingen.trek_akkoord_in(op.casus)


def test_medewerker_bereidt_voor_en_de_procesregisseur_beslist(op: Opschaling) -> None:
    op.in_verslag()
    op.bureau.als(MEDEWERKER)
    op.bureau.opschalingen.bewaar(op.casus, INVOER)
    for daad in (
        lambda: op.bureau.opschalingen.besluit(op.casus),
        lambda: op.bureau.opschalingen.neem_aan(op.casus),
        lambda: op.bureau.opschalingen.leg_weigering_vast(op.casus, "x"),
        lambda: op.bureau.opschalingen.heropen(op.casus),
    ):
        with pytest.raises(NietBevoegd):
            daad()
    op.bureau.als(REGIE)
    with pytest.raises(BevestigingNodig):
        op.bureau.opschalingen.besluit(op.casus)
    op.bureau.werkplek.bevestig(WACHTWOORD)
    op.bureau.opschalingen.besluit(op.casus)
    op.bureau.als(MEDEWERKER)
    op.bureau.opschalingen.leg_akkoord_vast(op.casus, AKKOORD)
    op.bureau.opschalingen.trek_akkoord_in(op.casus)
    op.bureau.opschalingen.leg_akkoord_vast(op.casus, AKKOORD)
    op.bureau.opschalingen.geef_dossier_uit(op.casus)
    handelingen = [(regel["handeling"], regel["resultaat"]) for regel in op.bureau.logboek()]
    assert ("opschalingsdossier overgedragen", "gelukt") in handelingen
    assert ("tot opschaling besloten", "geweigerd") in handelingen
    op.bureau.als("beheer")
    with pytest.raises(NietBevoegd):
        op.bureau.opschalingen.toon(op.casus)


def test_het_andere_huis_komt_als_derde_bij_de_partijen(op: Opschaling) -> None:
    assert op.huis not in {partij.naam for partij in op.bureau.partijen.lijst()}
    op.bureau.opschalingen.bewaar(op.casus, INVOER)
    derde = op.derde()
    assert op.bureau.partijen.toon(derde).kort == "Haaglanden"
    op.bureau.opschalingen.bewaar(op.casus, INVOER)
    assert op.derde() == derde
    with pytest.raises(GebruikersFout):
        op.bureau.partijen.verwijder(derde)
    op.in_verslag()
    op.bureau.opschalingen.besluit(op.casus)
    with pytest.raises(InvoerOngeldig, match="ondertekend besluit over een casus"):
        op.bureau.partijen.wijzig(derde, PartijInvoer("Een ander huis", "Ander", PartijSoort.DERDE))


def test_een_deelnemer_met_de_naam_van_het_huis_wordt_geen_ontvanger(op: Opschaling) -> None:
    op.bureau.partijen.voeg_toe(PartijInvoer(op.huis, "Regio", PartijSoort.DEELNEMER))
    assert op.beeld().huis == op.huis
    with pytest.raises(GebruikersFout, match="niet als derde"):
        op.bureau.opschalingen.bewaar(op.casus, INVOER)
    assert op.beeld().nu is None


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE opschaling SET motivering = 'iets anders'",
        "UPDATE opschaling SET besloten_op = '2026-01-01'",
        "UPDATE partij SET naam = 'Ergens anders' WHERE id = (SELECT ontvanger_id FROM opschaling)",
        "UPDATE verklaring SET inhoud = replace(inhoud, 'opschaling', 'opschalinx') WHERE soort = 'opschaling'",
    ],
)
def test_een_beschadigde_verklaring_telt_niet_en_wordt_gevonden(op: Opschaling, opdracht: str) -> None:
    op.met_akkoord()
    op.bureau.zonder_triggers(("opschaling_blijft",))
    op.bureau.zonder_triggers(("verklaring_blijft",))
    op.bureau.sql(opdracht)
    nu = op.beeld().nu
    assert nu is not None
    assert nu.gebrek
    for daad in (
        lambda: op.bureau.opschalingen.geef_dossier_uit(op.casus),
        lambda: op.bureau.opschalingen.neem_aan(op.casus),
        lambda: op.diensten.documenten.opschaling(op.casus),
    ):
        with pytest.raises(HandtekeningOnjuist):
            daad()
    bevindingen = ControleService(op.bureau.werkplek).vind()
    assert any("naar een ander huis gaat, is niet zo ondertekend" in zin for zin in bevindingen)


def test_een_weggehaalde_opschaling_wordt_gevonden(op: Opschaling) -> None:
    op.besloten()
    op.bureau.sql("DROP TRIGGER opschaling_weg", "DELETE FROM opschaling")
    assert any("een ander huis dat is ondertekend" in zin for zin in ControleService(op.bureau.werkplek).vind())


def test_vandaag_zegt_waarop_een_opschaling_wacht(op: Opschaling) -> None:
    def regels() -> list[str]:
        return [regel.zin for regel in op.bureau.vandaag.toon().regels if regel.plaats == "opschaling"]

    nummer = op.bureau.nummer(op.casus)
    op.in_verslag()
    assert regels() == []
    op.bureau.opschalingen.bewaar(op.casus, INVOER)
    assert regels() == [f"Casus {nummer}: opschaling naar {op.kort} te ondertekenen"]
    op.bureau.opschalingen.besluit(op.casus)
    assert regels() == [f"Casus {nummer}: opschaling wacht op akkoord van {op.kort}"]
    op.bureau.opschalingen.leg_akkoord_vast(op.casus, AKKOORD)
    assert regels() == [f"Casus {nummer}: het dossier opschaling kan naar {op.kort}"]
    op.bureau.opschalingen.geef_dossier_uit(op.casus)
    assert regels() == [f"Casus {nummer}: opschaling wacht op antwoord van {op.kort}"]
    op.bureau.opschalingen.neem_aan(op.casus)
    assert regels() == []
