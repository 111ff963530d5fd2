"""A backup made while the vault is in use opens with the same passwords and can be put back."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from kluis_hulp import BEHEER, REGIE, SLEUTELS, Openen, keer_om, log_iets
from proefwaarden import WACHTWOORD
from sqlalchemy import text

from zvh_desktop.database.bestand.paginas import paginabevindingen
from zvh_desktop.database.controle import controleer_map
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.keten.ondertekening import verifieer_keten
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.openkluis import OpenKluis
from zvh_desktop.database.reservekopie import herstel_reservekopie, maak_reservekopie
from zvh_desktop.database.zitting.zitting import nu_utc
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, KluisBeschadigd, KluisVreemd


def test_heen_en_terug_tijdens_gebruik(openen: Openen, tmp_path: Path) -> None:
    kluis = openen()
    klaar = threading.Event()

    def schrijf() -> None:
        while not klaar.is_set():
            with kluis.sessies.begin() as sessie:
                log_iets(sessie)

    draad = threading.Thread(target=schrijf)
    draad.start()
    try:
        maak_reservekopie(kluis, tmp_path / "kopie")
    finally:
        klaar.set()
        draad.join()
    kluis.sluit()
    assert not list(tmp_path.glob("*.part"))
    herstel_reservekopie(tmp_path / "kopie", tmp_path / "terug.kluis")
    with open_kluis(tmp_path / "terug.kluis", BEHEER, WACHTWOORD) as terug:
        terug.stand.aanvaard()
    with open_kluis(tmp_path / "terug.kluis", REGIE, WACHTWOORD) as terug:
        assert any("oude teruggezet" in regel or "ontbreken" in regel for regel in terug.stand.waarschuwingen)
        terug.stand.volg_aanvaarding(Daad("oudere stand gevolgd", REGIE, nu_utc()))
        with terug.lees_sessies() as sessie:
            assert verifieer_keten(sessie, terug.wortel, terug.kluis_id) == ()
            assert sessie.execute(text("SELECT count(*) FROM logregel")).scalar_one() >= 3
    assert controleer_map(tmp_path / "terug.kluis", REGIE, WACHTWOORD) == ()
    with open_kluis(tmp_path / "terug.kluis", REGIE, WACHTWOORD) as terug:
        assert terug.stand.waarschuwingen == ()


def test_verse_kopie_is_zelf_een_kluis_zonder_bevindingen(openen: Openen, tmp_path: Path) -> None:
    kluis = openen()
    maak_reservekopie(kluis, tmp_path / "kopie")
    assert controleer_map(tmp_path / "kopie", REGIE, WACHTWOORD) == ()


class Gestopt(Exception):
    """What a user raises who stops it, by way of what is told how far it is."""


class Teller:
    """Keeps what it was told, and stops at the first sentence with this word in it, or never."""

    def __init__(self, bij: str = "", *, na: int = 1) -> None:
        self.gezegd: list[tuple[int, int, str]] = []
        self._bij, self._na = bij, na

    def __call__(self, gedaan: int, totaal: int, zin: str) -> None:
        self.gezegd.append((gedaan, totaal, zin))
        if self._bij and sum(self._bij in een for _, _, een in self.gezegd) >= self._na:
            raise Gestopt


def maak_groot(kluis: OpenKluis, stukken: int = 24) -> None:
    """So many pieces of a megabyte, so that it takes several steps to copy."""
    with kluis.engine.begin() as verbinding:
        for nummer in range(stukken):
            waarden = {"s": f"groot {nummer}", "w": "x" * 1_000_000}
            verbinding.execute(text("INSERT INTO instelling VALUES (:s, :w)"), waarden)


@pytest.mark.parametrize("bij", ["nagekeken", "gekopieerd", "nieuwe database", "afgemaakt"])
def test_wie_stopt_houdt_niets_over_en_het_logboek_noemt_geen_kopie(openen: Openen, tmp_path: Path, bij: str) -> None:
    kluis = openen()
    maak_groot(kluis)
    daad = Daad("reservekopie gemaakt", BEHEER, nu_utc())
    with pytest.raises(Gestopt):
        maak_reservekopie(kluis, tmp_path / "kopieen" / "een", daad, voortgang=Teller(bij))
    assert not (tmp_path / "kopieen").exists() or list((tmp_path / "kopieen").iterdir()) == []
    with kluis.lees_sessies() as sessie:
        assert sessie.execute(text("SELECT count(*) FROM logregel WHERE handeling LIKE 'reserve%'")).scalar_one() == 0
    maak_reservekopie(kluis, tmp_path / "kopieen" / "een", daad)
    assert controleer_map(tmp_path / "kopieen" / "een", BEHEER, WACHTWOORD) == ()


def test_hoever_een_kopie_is_staat_er_ook_als_een_ander_doorwerkt(openen: Openen, tmp_path: Path) -> None:
    """Each word about how far it is follows upon another change of the vault: it does not begin anew."""
    kluis = openen()
    maak_groot(kluis)
    teller = Teller()

    def voortgang(gedaan: int, totaal: int, zin: str) -> None:
        with kluis.sessies.begin() as sessie:
            log_iets(sessie)
        teller(gedaan, totaal, zin)

    maak_reservekopie(kluis, tmp_path / "kopie", voortgang=voortgang)
    stappen = [(gedaan, totaal) for gedaan, totaal, zin in teller.gezegd if "gekopieerd" in zin]
    assert len(stappen) >= 3 and stappen == sorted(stappen)
    assert len({totaal for _, totaal in stappen}) == 1 and stappen[-1][0] == stappen[-1][1]
    assert controleer_map(tmp_path / "kopie", REGIE, WACHTWOORD) == ()


def test_ook_midden_in_het_nakijken_kan_iemand_stoppen(openen: Openen, monkeypatch: pytest.MonkeyPatch) -> None:
    kluis = openen()
    maak_groot(kluis)
    monkeypatch.setattr("zvh_desktop.database.bestand.paginas.TUSSENPOOS", 0.0)
    with pytest.raises(Gestopt):
        paginabevindingen(
            kluis.databasepad, kluis.databasesleutel, voortgang=Teller("kijken", na=2), zin="Er wordt gekeken: kijken"
        )


def test_er_wordt_nooit_iets_overschreven(openen: Openen, kluismap: Path, tmp_path: Path) -> None:
    kluis = openen()
    (tmp_path / "bezet").mkdir()
    (tmp_path / "bezet" / "brief.txt").write_text("van iemand anders")
    for doel in (tmp_path / "bezet", kluismap):
        with pytest.raises(InvoerOngeldig):
            maak_reservekopie(kluis, doel)
    maak_reservekopie(kluis, tmp_path / "kopie")
    with pytest.raises(InvoerOngeldig):
        herstel_reservekopie(tmp_path / "kopie", kluismap)


@pytest.mark.parametrize("naam", [SLEUTELS, "db-1.sqlite", "stand-1.json", "kopie.json"])
def test_beschadigde_kopie_wordt_niet_teruggezet(openen: Openen, tmp_path: Path, naam: str) -> None:
    maak_reservekopie(openen(), tmp_path / "kopie")
    keer_om(tmp_path / "kopie" / naam, 200)
    with pytest.raises(GebruikersFout):
        herstel_reservekopie(tmp_path / "kopie", tmp_path / "terug")
    assert not (tmp_path / "terug").exists()
    assert controleer_map(tmp_path / "kopie", REGIE, WACHTWOORD)


def test_onvolledige_kopie_en_gewone_kluis_worden_geweigerd(openen: Openen, kluismap: Path, tmp_path: Path) -> None:
    maak_reservekopie(openen(), tmp_path / "kopie")
    (tmp_path / "kopie" / "db-1.sqlite").unlink()
    with pytest.raises(KluisBeschadigd, match="ontbreekt"):
        herstel_reservekopie(tmp_path / "kopie", tmp_path / "terug")
    with pytest.raises(KluisVreemd):
        herstel_reservekopie(kluismap, tmp_path / "terug")


def test_van_een_beschadigde_kluis_komt_geen_kopie(openen: Openen, kluismap: Path, tmp_path: Path) -> None:
    kluis = openen()
    with kluis.engine.begin() as verbinding:
        verbinding.execute(text("INSERT INTO instelling VALUES ('groot', :w)"), {"w": "x" * 100_000})
    kluis.sluit()
    pad = kluismap / "db-1.sqlite"
    keer_om(pad, pad.stat().st_size - 20_000)
    kluis = openen()
    with pytest.raises(KluisBeschadigd, match="geen reservekopie"):
        maak_reservekopie(kluis, tmp_path / "kopie")
    assert not (tmp_path / "kopie").exists()


def test_mislukte_kopie_laat_niets_achter(openen: Openen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def vol(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("zvh_desktop.database.kopiebouw.schrijf_kopiebewijs", vol)
    with pytest.raises(GebruikersFout, match="schijf is vol"):
        maak_reservekopie(openen(), tmp_path / "kopieen" / "een")
    assert list((tmp_path / "kopieen").iterdir()) == []


@pytest.mark.parametrize("waar", ["kopie", "diep/kopie", "../{naam}/kopie"])
def test_een_reservekopie_komt_niet_in_de_kluis_zelf(openen: Openen, waar: str) -> None:
    kluis = openen()
    voor = sorted(pad.name for pad in kluis.map.iterdir())
    with pytest.raises(InvoerOngeldig, match="in de kluis zelf"):
        maak_reservekopie(kluis, kluis.map / waar.format(naam=kluis.map.name))
    assert sorted(pad.name for pad in kluis.map.iterdir()) == voor
