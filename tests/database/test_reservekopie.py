"""A backup made while the vault is in use opens with the same passwords and can be put back."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from kluis_hulp import BEHEER, REGIE, SLEUTELS, Openen, keer_om, log_iets
from proefwaarden import WACHTWOORD
from sqlalchemy import text

from zvh_desktop.database.controle import controleer_map
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.keten.ondertekening import verifieer_keten
from zvh_desktop.database.kluis import open_kluis
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
