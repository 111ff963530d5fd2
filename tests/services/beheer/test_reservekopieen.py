"""Backups by themselves: when one is needed, where it goes, how long it stays, and what would be lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import BEHEER, MEDEWERKER, Bureau, ProefKlok, kopieer, maak_sjabloon
from proefwaarden import WACHTWOORD

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.kopie import voorraad
from zvh_desktop.database.kopie.voorraad import standaardplaats, zoek_kopieen
from zvh_desktop.errors import InvoerOngeldig, KluisFout, NietBevoegd
from zvh_desktop.services.beheer.reservekopieen import KopieInstelling, ReservekopieService
from zvh_desktop.services.kluis.kopieregels import kopieen_zonder_kluis, onthouden_plaats
from zvh_desktop.services.vernietigen.termijnen import BewaarInvoer, BewaarService


@pytest.fixture(scope="session")
def echt_sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    basis = tmp_path_factory.mktemp("echt")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        return maak_sjabloon(basis / "echt.kluis", oefen=False)


@pytest.fixture
def kantoor(echt_sjabloon: Path, tmp_path: Path, klok: ProefKlok) -> Iterator[Bureau]:
    """A vault that is no practice vault: only such a one makes backups of itself."""
    bureau = Bureau(kopieer(echt_sjabloon, tmp_path / "Twente.kluis"), klok, gebruiker=BEHEER)
    yield bureau
    bureau.sluit()


def dienst(bureau: Bureau) -> ReservekopieService:
    return ReservekopieService(bureau.werkplek)


def _niets(*_: object) -> None:
    return None


def _aantal(bureau: Bureau) -> int:
    return len(zoek_kopieen((standaardplaats(bureau.map),)))


def _werk(bureau: Bureau) -> None:
    bureau.werkplek.log_weigering("actie gewijzigd", "actie", "1")


def _vandaag(bureau: Bureau) -> list[str]:
    return [regel.zin for regel in bureau.vandaag.toon().regels if regel.plaats == "reservekopie"]


def test_na_werk_een_kopie_en_zonder_werk_geen(kantoor: Bureau) -> None:
    assert dienst(kantoor).verzorg()
    assert not dienst(kantoor).verzorg()
    kantoor.klok.verder(minuten=180)
    assert not dienst(kantoor).nodig()
    _werk(kantoor)
    assert dienst(kantoor).nodig()
    assert dienst(kantoor).verzorg()
    # of one day the last stays
    assert _aantal(kantoor) == 1


def test_openen_en_sluiten_is_geen_werk(kantoor: Bureau) -> None:
    dienst(kantoor).verzorg()
    kantoor.klok.verder(dagen=1)
    assert not dienst(kantoor.als(BEHEER)).nodig()


def test_twee_keer_sluiten_binnen_een_uur_maakt_er_een(kantoor: Bureau) -> None:
    dienst(kantoor).verzorg()
    kantoor.klok.verder(minuten=20)
    _werk(kantoor)
    assert not dienst(kantoor).nodig()


def test_de_kopie_gaat_open_met_hetzelfde_wachtwoord(kantoor: Bureau) -> None:
    dienst(kantoor).verzorg()
    (kopie,) = zoek_kopieen((standaardplaats(kantoor.map),))
    with open_kluis(kopie.map, BEHEER, WACHTWOORD, alleen_lezen=True) as kluis:
        assert kluis.kluis_id == kantoor.kluis.kluis_id


def test_er_blijven_er_zoveel_als_ingesteld(kantoor: Bureau) -> None:
    dienst(kantoor).bewaar(KopieInstelling(3, None))
    for _dag in range(5):
        _werk(kantoor)
        dienst(kantoor).verzorg()
        kantoor.klok.verder(dagen=1)
    assert _aantal(kantoor) == 3


def test_geen_kopie_is_ouder_dan_de_kortste_bewaartermijn(kantoor: Bureau) -> None:
    BewaarService(kantoor.werkplek).bewaar(
        BewaarInvoer({"schonen": ("6 maanden", "protocol"), "afgewezen": ("4 dagen", "protocol")}, None)
    )
    assert dienst(kantoor).beeld().kortste_termijn == "4 dagen"
    dienst(kantoor).verzorg()
    kantoor.klok.verder(dagen=2)
    _werk(kantoor)
    dienst(kantoor).verzorg()
    assert _aantal(kantoor) == 2
    kantoor.klok.verder(dagen=3)
    _werk(kantoor)
    dienst(kantoor).verzorg()
    assert _aantal(kantoor) == 2
    # nothing was done since, but the newest may not stay either: there comes another in its place
    kantoor.klok.verder(dagen=10)
    assert dienst(kantoor).verzorg()
    assert _aantal(kantoor) == 1


def test_een_tweede_plaats_krijgt_hem_ook(kantoor: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tweede = tmp_path / "schijf"
    tweede.mkdir()
    monkeypatch.setattr(voorraad, "_apparaat", lambda pad: int(pad.is_relative_to(tweede)))
    dienst(kantoor).bewaar(KopieInstelling(14, tweede))
    assert onthouden_plaats(kantoor.map) == tweede
    dienst(kantoor).verzorg()
    regels = dienst(kantoor).lijst(_niets)
    assert sorted(regel.elders for regel in regels) == [False, True]
    assert all(regel.heel for regel in regels)
    assert _vandaag(kantoor) == []
    # the disk is pulled out: what it holds is not forgotten, and the copy of tomorrow goes to the first place only
    tweede.rename(tmp_path / "weg")
    kantoor.klok.verder(dagen=1)
    _werk(kantoor)
    assert dienst(kantoor).verzorg()
    dienst(kantoor).kijk_na()
    assert dienst(kantoor).beeld().elders is not None


def test_vandaag_zegt_dat_er_niets_goeds_is(kantoor: Bureau) -> None:
    assert _vandaag(kantoor) == []
    kantoor.klok.verder(dagen=8)
    assert _vandaag(kantoor) == ["Er is geen goede reservekopie van deze kluis"]
    dienst(kantoor).verzorg()
    assert [zin.partition(":")[0] for zin in _vandaag(kantoor)] == [
        "De reservekopieën staan alleen op dezelfde schijf als de kluis"
    ]
    kantoor.klok.verder(dagen=8)
    assert len(_vandaag(kantoor)) == 1  # nothing was done: nothing is missing
    _werk(kantoor)
    kantoor.werkplek.handelingen += 1
    assert _vandaag(kantoor)[0].startswith("De laatste goede reservekopie is van ")


def test_een_kopie_die_is_weggehaald_telt_niet_meer(kantoor: Bureau) -> None:
    dienst(kantoor).verzorg()
    shutil.rmtree(standaardplaats(kantoor.map))
    dienst(kantoor).kijk_na()
    assert dienst(kantoor).beeld().laatst is None
    assert dienst(kantoor).nodig()


def test_een_kopie_die_niet_lukt_wordt_gemeld(kantoor: Bureau) -> None:
    standaardplaats(kantoor.map).write_bytes(b"")
    with pytest.raises(KluisFout):
        dienst(kantoor).verzorg()
    assert _vandaag(kantoor) == ["Er is geen goede reservekopie van deze kluis"]


def test_wat_u_kwijtraakt_per_soort_en_de_laatste(kantoor: Bureau) -> None:
    dienst(kantoor).verzorg()
    (regel,) = dienst(kantoor).lijst(_niets)
    assert regel.verlies.zin.startswith("Er gaat niets verloren")
    kantoor.als(MEDEWERKER)
    kantoor.aanmelding()
    kantoor.aanmelding("T. Proef")
    kantoor.als(BEHEER)
    (regel,) = dienst(kantoor).lijst(_niets)
    assert regel.verlies.zin == "U raakt 2 handelingen kwijt."
    ((woorden, aantal),) = regel.verlies.soorten
    assert aantal == 2 and "vastgelegd" in woorden
    assert len(regel.verlies.laatste) == 2
    assert "Oefenman" not in str(regel) and "Proef" not in str(regel)
    # at the login, without the vault: as many as this computer remembers
    kantoor.kluis.sluit()
    (regel,) = kopieen_zonder_kluis(kantoor.map, (), _niets)
    assert "handelingen meer" in regel.verlies.zin


def test_alleen_een_beheerder_kiest_en_iedereen_maakt(kantoor: Bureau, tmp_path: Path) -> None:
    kantoor.als(MEDEWERKER)
    assert dienst(kantoor).verzorg()
    with pytest.raises(NietBevoegd):
        dienst(kantoor).lijst(_niets)
    with pytest.raises(NietBevoegd):
        dienst(kantoor).bewaar(KopieInstelling(14, None))
    kantoor.als(BEHEER)
    for fout in (KopieInstelling(0, None), KopieInstelling(14, tmp_path / "weg"), KopieInstelling(14, kantoor.map)):
        with pytest.raises(InvoerOngeldig):
            dienst(kantoor).bewaar(fout)


def test_een_oefenkluis_maakt_niets(bureau: Bureau) -> None:
    assert not ReservekopieService(bureau.werkplek).nodig()
