"""The words of the house: added, taken off, never a name of a betrokkene."""

from __future__ import annotations

import pytest
from factories import BEHEER, Bureau

from zvh_desktop.errors import InvoerOngeldig, NietBevoegd
from zvh_desktop.services.spelling import woordenlijst
from zvh_desktop.services.spelling.woordenlijst import SpellingService


@pytest.fixture
def spelling(bureau: Bureau) -> SpellingService:
    return bureau.diensten().spelling


def test_een_eigen_woord_is_goed_tot_het_er_weer_af_is(spelling: SpellingService) -> None:
    spelling.voeg_toe("tafelwarmer")
    spelling.voeg_toe("Aapnoot")
    spelling.voeg_toe("tafelwarmer")
    assert spelling.eigen_woorden() == ("Aapnoot", "tafelwarmer")
    assert {"Aapnoot", "tafelwarmer"} <= spelling.goede_woorden()
    spelling.haal_weg(("Aapnoot", "onbekend"))
    assert spelling.eigen_woorden() == ("tafelwarmer",)
    assert "Aapnoot" not in spelling.goede_woorden()
    spelling.zet_terug(("Aapnoot",))
    assert spelling.eigen_woorden() == ("Aapnoot", "tafelwarmer")


def test_de_woorden_van_het_vak_het_convenant_en_het_register_zijn_goed(bureau: Bureau) -> None:
    goed = bureau.diensten().spelling.goede_woorden()
    assert {"casustafel", "procesregisseur", "zorgmijder"} <= goed
    assert bureau.profiel.termen.casusregisseur in goed
    naam = bureau.partijen.toon(bureau.partij("GGD")).naam
    assert set(naam.split()) <= goed


SAMEN = ["Verzonnen-Bedacht", "Mandarijn's", "mandarijn’s", "d'Appel's", "Bedacht-Mandarijn"]


@pytest.mark.parametrize(
    "deel", ["Mandarijn", "mandarijn", "MANDARIJN", "Verzonnen", "bedacht", "d'Appel", "d’appel", *SAMEN]
)
def test_de_naam_van_een_betrokkene_komt_er_niet_op(bureau: Bureau, deel: str) -> None:
    bureau.casus("Testpersoon Verzonnen-Bedacht (Mandarijn), d'Appel")
    spelling = bureau.diensten().spelling
    with pytest.raises(InvoerOngeldig, match="Zo heet iemand in een dossier"):
        spelling.voeg_toe(deel)
    assert spelling.eigen_woorden() == ()


@pytest.mark.parametrize("geen", ["", "   ", "twee woorden", "a1", "x@oefen.example", "regel\neinde", "a" * 61, "z"])
def test_wat_geen_woord_is_wordt_geweigerd(spelling: SpellingService, geen: str) -> None:
    with pytest.raises(InvoerOngeldig, match="geen woord"):
        spelling.voeg_toe(geen)
    assert spelling.eigen_woorden() == ()


def test_de_lijst_heeft_een_grens(spelling: SpellingService, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(woordenlijst, "MEESTE_WOORDEN", 1)
    spelling.voeg_toe("tafelwarmer")
    with pytest.raises(InvoerOngeldig, match="vol") as geweigerd:
        spelling.voeg_toe("tafelkoeler")
    assert geweigerd.value.weg is not None
    assert geweigerd.value.weg.onderdeel == "woordenlijst"
    assert spelling.eigen_woorden() == ("tafelwarmer",)


def test_wie_alleen_beheert_houdt_de_lijst_niet_bij(bureau: Bureau) -> None:
    spelling = SpellingService(bureau.als(BEHEER).werkplek)
    assert "casustafel" in spelling.goede_woorden()
    with pytest.raises(NietBevoegd):
        spelling.voeg_toe("tafelwarmer")


def test_het_logboek_zegt_dat_er_een_woord_bij_kwam_en_niet_welk(bureau: Bureau) -> None:
    bureau.diensten().spelling.voeg_toe("tafelwarmer")
    regels = bureau.diensten().logboek.lees()
    assert "Woord toegevoegd aan de woordenlijst" in {regel.wat for regel in regels}
    assert "tafelwarmer" not in repr(regels)
