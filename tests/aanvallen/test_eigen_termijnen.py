"""A kind of data with a term of its own goes before its file does, with proof, and leaves the rest as it was."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import MEDEWERKER, REGIE, WACHTWOORD, Bureau, ProefKlok, kopieer, maak_sjabloon
from opruimhulp import TERMIJN_OVER, Gesloten, dossier, vernietiger, zet_termijnen
from pypdf import PdfReader
from vernietig_tabel import sporen, voeg_rij_toe, vullen

from zvh_desktop.database.controle import controleer
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.reservekopie import herstel_reservekopie, maak_reservekopie
from zvh_desktop.database.vernietigen.loten import LOTEN
from zvh_desktop.database.vernietigen.wegdoen import Dossier, dossier_van_casus, zonder_wachters
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.informatie import InformatieItem
from zvh_desktop.models.keuzes import CasusId, VernietigSoort
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.models.verstrekking import Verstrekking, VerstrektItem
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.diensten import bouw_diensten
from zvh_desktop.services.vernietigen.termijnen import EIGEN, als_besluit

BIJLAGEN, VERNIETIGEN = VernietigSoort.BIJLAGEN, VernietigSoort.VERNIETIGEN
AANTAL = {
    VernietigSoort.VERSTREKKINGEN: "SELECT count(*) FROM verstrekking",
    VernietigSoort.BIJLAGEN: "SELECT count(*) FROM informatie_item WHERE bijlage IS NOT NULL",
    VernietigSoort.KOPIEEN: "SELECT count(*) FROM uitgegeven WHERE soort NOT LIKE '%-eml' AND casus_id IS NOT NULL",
    VernietigSoort.CONCEPTEN: "SELECT count(*) FROM uitgegeven WHERE soort LIKE '%-eml' AND casus_id IS NOT NULL",
}
"""What stands there of each kind."""
_WOORD = "brxqkwvz"


@pytest.fixture(scope="session")
def sjabloon(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, CasusId, CasusId]:
    """A closed vault with a file that was closed, and another that was on the same agenda."""
    basis = tmp_path_factory.mktemp("eigen")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        bureau = Bureau(maak_sjabloon(basis / "dossier.kluis"), ProefKlok())
        ander = bureau.casus("T. Testpersoon")
        casus = dossier(bureau, ander)
        bureau.sluit()
    return bureau.map, casus, ander


@pytest.fixture
def gesloten(sjabloon: tuple[Path, CasusId, CasusId], tmp_path: Path) -> Iterator[Gesloten]:
    """Opened by the procesregisseur, with the password just given."""
    klok = ProefKlok()
    klok.verder(dagen=TERMIJN_OVER)
    bureau = Bureau(kopieer(sjabloon[0], tmp_path / "proef.kluis"), klok)
    bureau.alsof_bevestigd()
    yield Gesloten(bureau, *sjabloon[1:])
    bureau.sluit()


def gevuld(gesloten: Gesloten) -> Bureau:
    """The file with something of each kind; the terms of the file itself are years away."""
    bureau, er_is = gesloten.bureau, (InformatieItem, Verstrekking, VerstrektItem)
    with vullen(bureau.kluis) as verbinding, zonder_wachters(verbinding, Dossier(gesloten.casus, None)):
        van_casus = dossier_van_casus(verbinding, gesloten.casus)
        for lot in reversed(LOTEN):
            if lot.rij in er_is or (lot.rij is Uitgegeven and lot.waar == "casus_id = :casus"):
                voeg_rij_toe(verbinding, lot, van_casus)
        verbinding.exec_driver_sql("UPDATE informatie_item SET bijlage = CAST('brxqkwvz' AS BLOB)")
        kolommen = [rij[1] for rij in verbinding.exec_driver_sql("PRAGMA table_info(uitgegeven)") if rij[1] != "id"]
        lijst = ", ".join(kolommen)
        ander = ", ".join("'triagevraag-eml'" if kolom == "soort" else kolom for kolom in kolommen)
        verbinding.exec_driver_sql(
            f"INSERT INTO uitgegeven ({lijst}) SELECT {ander} FROM uitgegeven WHERE casus_id IS NOT NULL LIMIT 1"  # noqa: S608
        )
    zet_termijnen(bureau, vernietigen="20 jaar", schonen="", **{soort.value: "1 maand" for soort in EIGEN})
    return bureau


def bevindingen(bureau: Bureau) -> tuple[str, ...]:
    return (*controleer(bureau.kluis), *ControleService(bureau.werkplek).vind())


@pytest.mark.parametrize("soort", EIGEN)
def test_een_soort_gaat_onder_een_eigen_termijn_en_de_rest_blijft(gesloten: Gesloten, soort: VernietigSoort) -> None:
    bureau, casus = gevuld(gesloten), gesloten.casus
    eerder = {een: bureau.waarde(AANTAL[een]) for een in EIGEN}
    assert all(eerder.values()), eerder
    voor = bevindingen(bureau)
    dienst = vernietiger(bureau)
    (stap,) = (stap for stap in dienst.toon(casus).eigen if stap.soort is soort)
    assert stap.kan
    assert not dienst.toon(casus).vernietigen.kan
    assert soort in {regel.soort for regel in dienst.lijst() if regel.casus_id == casus}
    assert any(f"dossier {bureau.nummer(casus)}" in wacht.zin.lower() for wacht in bureau.vandaag.toon().regels)
    gedaan = dienst.doe(casus, soort)
    assert gedaan.gewist
    assert {een: bureau.waarde(AANTAL[een]) for een in EIGEN} == {**eerder, soort: 0}
    assert bureau.waarde("SELECT count(*) FROM casus WHERE id = :c", c=casus) == 1
    assert set(bevindingen(bureau)) <= set(voor)
    assert soort not in {regel.soort for regel in dienst.lijst() if regel.casus_id == casus}
    (stap,) = (stap for stap in dienst.toon(casus).eigen if stap.soort is soort)
    assert stap.gedaan_op == bureau.klok.vandaag
    with pytest.raises(GebruikersFout, match="al gedaan"):
        dienst.doe(casus, soort)
    stuk = dienst.verklaring(gedaan.id)
    tekst = " ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(stuk.inhoud)).pages)
    assert "eigen bewaartermijn" in tekst
    assert "Privacyprotocol Voorbeeld" in tekst
    assert _WOORD not in tekst


def test_van_een_bijlage_blijft_geen_letter(gesloten: Gesloten) -> None:
    bureau, casus = gevuld(gesloten), gesloten.casus
    gebruiker = Path(os.environ["ZVH_GEBRUIKERSMAP"])
    assert any("brxqkwvz" in een for een in sporen(bureau.map, gebruiker, bureau.kluis, _WOORD))
    vernietiger(bureau).doe(casus, BIJLAGEN)
    assert [een for een in sporen(bureau.map, gebruiker, bureau.kluis, _WOORD) if een.endswith(_WOORD)] == []


def test_een_teruggezette_kopie_doet_het_opnieuw(gesloten: Gesloten, tmp_path: Path) -> None:
    bureau, casus = gevuld(gesloten), gesloten.casus
    maak_reservekopie(bureau.kluis, tmp_path / "kopie")
    vernietiger(bureau).doe(casus, BIJLAGEN)
    bureau.sluit()
    herstel_reservekopie(tmp_path / "kopie", tmp_path / "terug.kluis")
    with open_kluis(tmp_path / "terug.kluis", MEDEWERKER, WACHTWOORD, klok=bureau.klok) as kluis:
        diensten = bouw_diensten(kluis, bureau.klok)
        assert casus in [regel.id for regel in diensten.casussen.lijst()]
        with kluis.engine.begin() as verbinding:
            assert verbinding.exec_driver_sql(AANTAL[BIJLAGEN]).scalar_one() == 0


def test_zonder_eigen_termijn_gaat_er_niets_apart(gesloten: Gesloten) -> None:
    bureau, casus = gesloten.bureau, gesloten.casus
    assert BIJLAGEN.value not in als_besluit(bureau.diensten().bewaren.toon())
    assert vernietiger(bureau).toon(casus).eigen == ()
    with pytest.raises(GebruikersFout, match="geen"):
        vernietiger(bureau).doe(casus, BIJLAGEN)


def test_de_verklaring_over_het_geheel_noemt_ook_wat_eerder_was_uitgegeven(gesloten: Gesloten) -> None:
    bureau, casus = gevuld(gesloten), gesloten.casus
    vernietiger(bureau).doe(casus, VernietigSoort.VERSTREKKINGEN)
    assert bureau.waarde("SELECT count(*) FROM verstrekking") == 0
    zet_termijnen(bureau, **{soort.value: "1 maand" for soort in EIGEN})
    assert "verstrekking" in {een.wat for een in vernietiger(bureau).inhoud(casus, VERNIETIGEN).uitgiften}


def test_een_vergissing_gaat_onder_een_eigen_termijn_en_blijft_weg(gesloten: Gesloten, tmp_path: Path) -> None:
    """Also in a copy of before: there it has the same origin, whatever became of it since."""
    bureau, eerst = gesloten.bureau, gesloten.bureau.waarde("SELECT count(*) FROM aanmelding")
    aanmelding = bureau.aanmelding("J. Vergissing")
    zet_termijnen(bureau, vernietigen="20 jaar", schonen="")
    dienst = vernietiger(bureau)
    assert aanmelding not in {regel.aanmelding_id for regel in dienst.lijst()}
    maak_reservekopie(bureau.kluis, tmp_path / "kopie")
    zet_termijnen(bureau, vernietigen="20 jaar", schonen="", niet_beoordeeld="8 weken")
    assert aanmelding in {regel.aanmelding_id for regel in dienst.lijst()}
    with pytest.raises(GebruikersFout, match="bewaard tot"):
        dienst.doe_aanmelding(aanmelding)
    bureau.klok.verder(dagen=57)
    assert any(wacht.zin.startswith("Niet beoordeelde") for wacht in bureau.vandaag.toon().regels)
    bureau.aanmeldingen.wijs_af(aanmelding, "Het was een vergissing.")
    bureau.klok.verder(dagen=28)
    bureau.alsof_bevestigd()
    dienst.doe_aanmelding(aanmelding)
    assert bureau.waarde("SELECT count(*) FROM aanmelding") == eerst
    bureau.sluit()
    herstel_reservekopie(tmp_path / "kopie", tmp_path / "terug.kluis")
    with open_kluis(tmp_path / "terug.kluis", REGIE, WACHTWOORD, klok=bureau.klok) as kluis:
        assert aanmelding not in [regel.id for regel in bouw_diensten(kluis, bureau.klok).aanmeldingen.lijst()]
