"""Disputes along the route of the house, the days of the convenant, and what Vandaag says of both."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from factories import BEHEER, Bureau
from pypdf import PdfReader
from sqlalchemy.exc import DBAPIError
from test_trajecten import Dienst

from zvh_desktop.errors import BevestigingNodig, GebruikersFout, InvoerOngeldig, NietBevoegd
from zvh_desktop.models.bestuurskeuzes import Momentsoort
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.samenwerking.gegevens import MomentInvoer
from zvh_desktop.services.samenwerking.geschillen import GeschilInvoer, StapInvoer


def lees(pdf: bytes) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages).split())


def zinnen(bureau: Bureau) -> list[str]:
    return [regel.zin for regel in bureau.diensten().vandaag.toon().regels]


def test_een_geschil_loopt_langs_de_stappen_van_het_huis(open_huis: Callable[[str], Bureau]) -> None:
    bureau = open_huis("twente")
    casus = bureau.casus("Testpersoon Een")
    dienst, vandaag = bureau.diensten().samenwerking.geschillen, bureau.klok.vandaag
    invoer = GeschilInvoer("casusregisseur", "Over de verdeling van taken.", vandaag, bureau.partij("Politie"))
    for fout in ("", "Over Testpersoon Een.", f"Over casus {bureau.nummer(casus)}."):
        with pytest.raises(InvoerOngeldig):
            dienst.leg_vast(GeschilInvoer("casusregisseur", fout, vandaag))
    geschil = dienst.leg_vast(invoer)
    assert dienst.lijst()[0].volgende == "Procesregisseur"
    dienst.leg_voor(geschil, StapInvoer(vandaag, vandaag + timedelta(days=20)))
    with pytest.raises(GebruikersFout, match="ligt nog bij Procesregisseur"):
        dienst.leg_voor(geschil, StapInvoer(vandaag))
    assert not any("Geschil" in zin for zin in zinnen(bureau))
    bureau.klok.verder(dagen=7)
    assert any(f"Geschil {geschil} ligt bij Procesregisseur: de termijn is" in zin for zin in zinnen(bureau))
    bureau.klok.verder(dagen=20)
    assert any("de termijn was" in zin for zin in zinnen(bureau))
    dienst = bureau.diensten().samenwerking.geschillen
    nu = bureau.klok.vandaag
    dienst.leg_uitkomst_vast(geschil, "Partijen komen er niet uit.", nu, opgelost=False)
    assert dienst.lijst()[0].volgende == "Manager"
    dienst.leg_voor(geschil, StapInvoer(nu))
    tekst = lees(dienst.notitie(geschil).inhoud)
    for deel in (
        "Over de verdeling van taken",
        "Partijen komen er niet uit",
        "Manager",
        "art. 12.4",
        "Werk van de casus",
    ):
        assert deel in tekst
    dienst.leg_uitkomst_vast(geschil, "Nog niet opgelost.", nu, opgelost=False)
    # The route says no more: who comes next is typed, such as a mediator.
    with pytest.raises(InvoerOngeldig, match="niemand meer"):
        dienst.leg_voor(geschil, StapInvoer(nu))
    dienst.leg_voor(geschil, StapInvoer(nu, bij="Mediator"))
    with pytest.raises(BevestigingNodig):
        dienst.leg_uitkomst_vast(geschil, "Er is een afspraak gemaakt.", nu, opgelost=True)
    dienst = Dienst(bureau).diensten.samenwerking.geschillen
    dienst.leg_uitkomst_vast(geschil, "Er is een afspraak gemaakt.", nu, opgelost=True)
    assert dienst.lijst()[0].ondertekend
    assert ControleService(bureau.werkplek).vind() == ()
    with pytest.raises(GebruikersFout, match="afgesloten"):
        dienst.verwijder(geschil)
    assert [stap.bij for stap in dienst.lijst()[0].stappen] == ["Procesregisseur", "Manager", "Mediator"]


GESCHIL_AANVALLEN = (
    "UPDATE geschil SET uitkomst = 'anders'",
    "UPDATE geschil SET afgesloten_op = NULL, uitkomst = ''",
    "UPDATE geschil SET verklaring_nummer = NULL",
    "UPDATE geschil_stap SET uitkomst = 'anders'",
    "UPDATE geschil_stap SET bij = 'Iemand anders'",
    "INSERT INTO geschil_stap (geschil_id, volgorde, bij, voorgelegd_op) VALUES (1, 9, 'X', '2026-09-01')",
    "DELETE FROM geschil_stap",
    "DELETE FROM geschil",
)


@pytest.mark.parametrize("sql", GESCHIL_AANVALLEN)
def test_de_uitkomst_van_een_geschil_is_ondertekend(open_huis: Callable[[str], Bureau], sql: str) -> None:
    """The database refuses it; who goes past the database is found."""
    bureau = open_huis("delft")
    dienst, vandaag = Dienst(bureau).diensten.samenwerking.geschillen, bureau.klok.vandaag
    geschil = dienst.leg_vast(GeschilInvoer("procesregisseur", "Over de uitleg van een bepaling.", vandaag))
    dienst.leg_voor(geschil, StapInvoer(vandaag))
    dienst.leg_uitkomst_vast(geschil, "Opgelost.", vandaag, opgelost=True)
    with pytest.raises(DBAPIError):
        bureau.sql(sql)
    bureau.zonder_triggers(("geschil_blijft", "geschil_getekend", "geschil_stap_getekend", "geschil_stap_erbij",
                            "geschil_stap_blijft"))  # fmt: skip
    bureau.sql_zonder_sleutels(sql)
    assert ControleService(bureau.werkplek).vind() != ()


def test_een_geschil_van_voor_de_handtekening_wordt_alsnog_ondertekend(open_huis: Callable[[str], Bureau]) -> None:
    bureau = open_huis("delft")
    dienst, vandaag = Dienst(bureau).diensten.samenwerking.geschillen, bureau.klok.vandaag
    geschil = dienst.leg_vast(GeschilInvoer("convenant", "Over de uitleg van een bepaling.", vandaag))
    bureau.sql(f"UPDATE geschil SET uitkomst = 'Opgelost.', afgesloten_op = '{vandaag}'")  # noqa: S608
    assert not dienst.lijst()[0].ondertekend
    assert any("geschil" in zin for zin in ControleService(bureau.werkplek).vind())
    dienst.onderteken(geschil)
    assert dienst.lijst()[0].ondertekend
    assert ControleService(bureau.werkplek).vind() == ()
    with pytest.raises(GebruikersFout, match="niets te ondertekenen"):
        dienst.onderteken(geschil)


def test_een_geschil_waar_het_convenant_niets_over_zegt(open_huis: Callable[[str], Bureau]) -> None:
    bureau = open_huis("delft")
    dienst, vandaag = bureau.diensten().samenwerking.geschillen, bureau.klok.vandaag
    routes = {een.sleutel: een.route for een in dienst.onderwerpen()}
    assert routes["manager"] == "Stuurgroep, daarna College van burgemeester en wethouders (art. 11.4)"
    assert "geen regeling" in routes["convenant"] or "regelt" in routes["convenant"] or routes["convenant"]
    geschil = dienst.leg_vast(GeschilInvoer("convenant", "Over de uitleg van een bepaling.", vandaag))
    assert dienst.lijst()[0].volgende == ""
    weg = dienst.verwijder(geschil)
    terug = dienst.zet_terug(weg)
    assert dienst.lijst()[0].invoer.omschrijving == "Over de uitleg van een bepaling."
    with pytest.raises(NietBevoegd):
        bureau.als(BEHEER).diensten().samenwerking.geschillen.verwijder(terug)


def test_het_convenant_wordt_op_tijd_genoemd(open_huis: Callable[[str], Bureau]) -> None:
    bureau = open_huis("midden-limburg")
    dienst, vandaag = bureau.diensten().samenwerking.trajecten.convenant, bureau.klok.vandaag
    assert dienst.momenten() == () and not any("onvenant" in zin for zin in zinnen(bureau))
    with pytest.raises(InvoerOngeldig):
        dienst.leg_vast(MomentInvoer(Momentsoort.GETEKEND, vandaag + timedelta(days=1)))
    dienst.leg_vast(MomentInvoer(Momentsoort.GETEKEND, vandaag - timedelta(days=300)))
    moment = dienst.leg_vast(MomentInvoer(Momentsoort.EVALUATIE, vandaag + timedelta(days=30)))
    gevonden = [zin for zin in zinnen(bureau) if "onvenant" in zin]
    assert len(gevonden) == 2
    assert any("evalueren" in zin for zin in gevonden)
    assert any("stilzwijgend met een jaar verlengd (art. 20.1)" in zin for zin in gevonden)
    dienst.zet_gedaan(moment, gedaan=True)
    assert len([zin for zin in zinnen(bureau) if "onvenant" in zin]) == 1
