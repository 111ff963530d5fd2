"""A list that is saved: for who may see it, and noted in the log with whom it is about, as a number."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from factories import BEHEER, MEDEWERKER, REGIE, Bureau, ProefKlok, kopieer
from python_calamine import CalamineWorkbook

from zvh_desktop.errors import NietBevoegd
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.services.beheer.logboek import LogboekService, LogFilter
from zvh_desktop.services.bewerkbaar.lijsten import LijstService
from zvh_desktop.services.stukken.lijsten import LIJST_GEMAAKT, Lijstrij, Lijstvraag


@pytest.fixture
def bureau(twents_sjabloon: Path, tmp_path: Path) -> Iterator[Bureau]:
    gemaakt = Bureau(kopieer(twents_sjabloon, tmp_path / "proef.kluis"), ProefKlok())
    yield gemaakt
    gemaakt.sluit()


def vraag(bureau: Bureau, *casussen: CasusId, lijst: Lijst = Lijst.CASUSSEN) -> Lijstvraag:
    nummers = [bureau.nummer(casus) for casus in casussen]
    rijen = tuple(Lijstrij((nummer, "J. Oefenman", date(2026, 12, 1)), nummer) for nummer in nummers)
    return Lijstvraag(lijst, ("Nummer", "Betrokkene", "Op"), rijen, 12)


def test_het_bestand_heet_naar_lijst_en_dag_en_zegt_wat_het_is(bureau: Bureau) -> None:
    casus = bureau.casus("J. Oefenman")
    bestand = LijstService(bureau.werkplek).maak(vraag(bureau, casus))
    assert bestand.bestandsnaam == f"casussen_{bureau.klok.vandaag.isoformat()}.xlsx"
    boek = CalamineWorkbook.from_filelike(io.BytesIO(bestand.inhoud))
    assert boek.get_sheet_by_index(0).to_python()[1] == [bureau.nummer(casus), "J. Oefenman", date(2026, 12, 1)]
    over = " ".join(str(cel) for rij in boek.get_sheet_by_index(1).to_python() for cel in rij)
    assert "1 regel, gekozen uit 12" in over and "buiten de kluis" in over


def test_in_het_log_staat_welke_casussen_erin_staan_en_geen_naam(bureau: Bureau) -> None:
    casus, ander = bureau.casus("J. Oefenman"), bureau.casus("T. Testpersoon")
    nummer = bureau.nummer(casus)
    LijstService(bureau.werkplek).maak(vraag(bureau, casus, ander))
    regel = bureau.logboek()[-1]
    assert (regel["handeling"], regel["object_soort"]) == (LIJST_GEMAAKT, "lijst")
    assert nummer in regel["object_id"] and "Oefenman" not in str(regel)
    bureau.als(BEHEER)
    (gevonden,) = LogboekService(bureau.werkplek).lees(LogFilter(wat=LIJST_GEMAAKT, waarover=nummer))
    assert gevonden.waarover == "lijst van casussen (2 casussen)"
    assert gevonden.wat == "Lijst bewaard als bestand buiten de kluis"
    assert LogboekService(bureau.werkplek).lees(LogFilter(wat=LIJST_GEMAAKT, waarover="2019-9999")) == ()


def test_wie_een_lijst_niet_mag_zien_bewaart_hem_niet(bureau: Bureau) -> None:
    bureau.als(BEHEER)
    dienst = LijstService(bureau.werkplek)
    assert not dienst.mag(Lijst.CASUSSEN).mag and dienst.mag(Lijst.CONTACTPERSONEN).mag
    with pytest.raises(NietBevoegd):
        dienst.maak(Lijstvraag(Lijst.CASUSSEN, ("Nummer",), (Lijstrij(("2026-0001",), "2026-0001"),), 1))
    dienst.maak(Lijstvraag(Lijst.CONTACTPERSONEN, ("Naam",), (Lijstrij(("A. Voorbeeld",)),), 1))
    resultaten = [(regel["object_id"], regel["resultaat"]) for regel in bureau.logboek()[-2:]]
    assert resultaten == [("", "geweigerd"), ("contactpersonen:", "gelukt")]
    for gebruiker in (MEDEWERKER, REGIE):
        bureau.als(gebruiker)
        mogen = {lijst for lijst in Lijst if LijstService(bureau.werkplek).mag(lijst).mag}
        van_beheer = {Lijst.ACCOUNTS, Lijst.ROLWIJZIGINGEN, Lijst.VAKANTIES}
        assert mogen | van_beheer == set(Lijst)
        assert Lijst.ACCOUNTS not in mogen
