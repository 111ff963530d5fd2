"""The engine: pragmas that hold, transactions that are what they say, errors in plain words."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as stuurprogramma
from kluis_hulp import REGIE, Openen
from proefwaarden import WACHTWOORD
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from zvh_desktop.database.bestand.bestanden import schrijf_nieuw
from zvh_desktop.database.bestand.engine import open_engine
from zvh_desktop.database.bestand.vergrendelbestand import RESERVEBESTAND, geef_reserve_vrij, maak_reserve
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.errors import AlleenLezen, KluisBeschadigd, KluisNietGevonden, SchijfVol

SLEUTEL = bytes(range(32))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    pad = tmp_path / "db.sqlite"
    schrijf_nieuw(pad, b"")
    gemaakt = open_engine(pad, SLEUTEL, nieuw=True)
    with gemaakt.begin() as verbinding:
        verbinding.exec_driver_sql("CREATE TABLE proef (nummer INTEGER PRIMARY KEY, tekst TEXT UNIQUE)")
    yield gemaakt
    gemaakt.dispose()


@pytest.mark.usefixtures("echte_pragmas")
@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("foreign_keys", 1),
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
    ],
)
def test_elke_verbinding_heeft_de_pragmas(engine: Engine, naam: str, waarde: object) -> None:
    verbindingen = [engine.connect() for _ in range(5)]
    assert [v.exec_driver_sql(f"PRAGMA {naam}").scalar() for v in verbindingen[:1]] == [waarde]
    for verbinding in verbindingen:
        verbinding.close()


def test_na_terugdraaien_van_een_deel_blijft_niets_van_dat_deel_staan(engine: Engine) -> None:
    with engine.begin() as verbinding:
        verbinding.execute(text("INSERT INTO proef VALUES (1, 'blijft')"))
        deel = verbinding.begin_nested()
        verbinding.execute(text("INSERT INTO proef VALUES (2, 'gaat')"))
        deel.rollback()
    with engine.begin() as verbinding:
        assert verbinding.execute(text("SELECT nummer FROM proef")).scalars().all() == [1]


def test_acht_schrijvers_tegelijk_verliezen_niets(engine: Engine) -> None:
    fouten: list[BaseException] = []

    def schrijf(begin: int) -> None:
        try:
            for nummer in range(begin, begin + 25):
                with engine.begin() as verbinding:
                    verbinding.execute(text("INSERT INTO proef VALUES (:n, NULL)"), {"n": nummer})
        except BaseException as fout:  # noqa: BLE001 - reported by the assertion
            fouten.append(fout)

    draden = [threading.Thread(target=schrijf, args=(deel * 100,)) for deel in range(8)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert fouten == []
    with engine.begin() as verbinding:
        assert verbinding.execute(text("SELECT count(*) FROM proef")).scalar() == 200


def test_foutmelding_noemt_geen_waarden(engine: Engine) -> None:
    with pytest.raises(IntegrityError) as fout, engine.begin() as verbinding:
        for _ in range(2):
            verbinding.execute(text("INSERT INTO proef(tekst) VALUES (:t)"), {"t": "Testpersoon Voorbeeld"})
    assert "Testpersoon" not in str(fout.value)


def test_verkeerde_sleutel_lege_en_ontbrekende_database(engine: Engine, tmp_path: Path) -> None:
    engine.dispose()
    with pytest.raises(KluisBeschadigd):
        open_engine(tmp_path / "db.sqlite", b"x" * 32)
    with pytest.raises(KluisNietGevonden):
        open_engine(tmp_path / "weg.sqlite", SLEUTEL)
    assert not (tmp_path / "weg.sqlite").exists()
    (tmp_path / "leeg.sqlite").touch()
    with pytest.raises(KluisBeschadigd, match="leeg"):
        open_engine(tmp_path / "leeg.sqlite", SLEUTEL)


def test_map_met_vreemde_tekens_in_de_naam(tmp_path: Path) -> None:
    pad = tmp_path / "50% vol? #1 & é" / "db.sqlite"
    pad.parent.mkdir()
    schrijf_nieuw(pad, b"")
    gemaakt = open_engine(pad, SLEUTEL, nieuw=True)
    with gemaakt.begin() as verbinding:
        verbinding.exec_driver_sql("CREATE TABLE proef (nummer INTEGER)")
    gemaakt.dispose()
    assert sorted(deel.name for deel in pad.parent.iterdir()) == ["db.sqlite"]


def test_alleen_lezen_schrijft_niet(engine: Engine, tmp_path: Path) -> None:
    lezer = open_engine(tmp_path / "db.sqlite", SLEUTEL, alleen_lezen=True)
    with pytest.raises(AlleenLezen), lezer.begin() as verbinding:
        verbinding.execute(text("INSERT INTO proef VALUES (1, NULL)"))
    lezer.dispose()


def test_volle_database_geeft_een_zin_en_maakt_de_reserve_vrij(openen: Openen, kluismap: Path) -> None:
    kluis = openen()
    assert (kluismap / RESERVEBESTAND).exists()
    with pytest.raises(SchijfVol, match="niet opgeslagen"), kluis.engine.begin() as verbinding:
        paginas = verbinding.exec_driver_sql("PRAGMA page_count").scalar_one()
        verbinding.exec_driver_sql(f"PRAGMA max_page_count = {paginas}")
        verbinding.execute(text("INSERT INTO instelling VALUES ('x', :w)"), {"w": "x" * 1_000_000})
    assert not (kluismap / RESERVEBESTAND).exists()
    kluis.sluit()
    openen()
    assert (kluismap / RESERVEBESTAND).exists()


def test_reserve_bestaat_uit_nullen_en_wordt_een_keer_vrijgegeven(tmp_path: Path) -> None:
    maak_reserve(tmp_path, 100_000)
    assert (tmp_path / RESERVEBESTAND).read_bytes() == bytes(100_000)
    assert geef_reserve_vrij(tmp_path)
    assert not geef_reserve_vrij(tmp_path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rechten gelden hier niet")
def test_map_zonder_schrijfrechten_kan_alleen_worden_gelezen(kluismap: Path) -> None:
    kluismap.chmod(0o500)
    try:
        with pytest.raises(AlleenLezen):
            open_kluis(kluismap, REGIE, WACHTWOORD)
        open_kluis(kluismap, REGIE, WACHTWOORD, alleen_lezen=True).sluit()
    finally:
        kluismap.chmod(0o700)


def test_lezen_van_een_plaats_waar_niets_naast_de_database_kan_staan(
    kluismap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zvh_desktop.database.bestand.engine._onschrijfbaar", lambda _pad: True)
    ervoor = sorted(pad.name for pad in kluismap.iterdir())
    with open_kluis(kluismap, REGIE, WACHTWOORD, alleen_lezen=True) as kluis:
        assert kluis.stand.waarschuwingen == ()
        assert sorted(pad.name for pad in kluismap.iterdir()) == ervoor


def test_fouten_van_schijf_en_stuurprogramma_worden_vertaald() -> None:
    for nummer, soort in ((28, SchijfVol), (13, AlleenLezen), (30, AlleenLezen), (5, KluisBeschadigd)):
        with pytest.raises(soort), vertaal_fout():
            raise OSError(nummer, "x")
    with pytest.raises(stuurprogramma.ProgrammingError), vertaal_fout():
        raise stuurprogramma.ProgrammingError("onze fout")


def test_verwijderde_tekst_is_na_wissen_uit_de_paginas(openen: Openen) -> None:
    kluis = openen()
    with kluis.engine.begin() as verbinding:
        verbinding.exec_driver_sql("CREATE VIRTUAL TABLE proef_fts USING fts5(tekst, tokenize='trigram')")
        for nummer in range(50):
            verbinding.execute(text("INSERT INTO proef_fts VALUES (:t)"), {"t": f"qzxverborgen persoon {nummer}"})
    with kluis.engine.begin() as verbinding:
        verbinding.exec_driver_sql("DELETE FROM proef_fts")
    assert kluis.wis_resten()
    with kluis.engine.begin() as verbinding:
        blokken = verbinding.exec_driver_sql("SELECT hex(block) FROM proef_fts_data").scalars().all()
    inhoud = bytes.fromhex("".join(blokken))
    assert not re.search(rb"qzx|verborgen", inhoud)
