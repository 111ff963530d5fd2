"""The revision that lets a date of birth be a month, a year or unknown, with data in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lege_database import ga_naar, lege_database
from sqlalchemy import Engine, text

_VOORAF = (
    "INSERT INTO partij (id, naam, kort, soort, groep, opmerking) VALUES (1, 'Proefpartij', 'P', 'deelnemer', '', '')",
    "INSERT INTO casus (id, nummer, aanmeldende_partij_id, aanpak, fase, status, procesregisseur, procesregie,"
    " geopend_op, gewijzigd_op) VALUES (1, '2026-0001', 1, 'a', 'f', 'lopend', '', '', '2026-09-01',"
    " '2026-09-01 00:00:00')",
    "INSERT INTO betrokkene (id, casus_id, volgorde, naam, geboortedatum, gemeente, adres) VALUES"
    " (1, 1, 0, 'J. Oefenman', '1985-03-01', 'Voorbeeldstad', ''), (2, 1, 1, 'T. Testpersoon', NULL, '', '')",
)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    gemaakt = lege_database(tmp_path / "db.sqlite", "base")
    yield gemaakt
    gemaakt.dispose()


def geboren(engine: Engine) -> list[str | None]:
    with engine.begin() as verbinding:
        return list(verbinding.execute(text("SELECT geboortedatum FROM betrokkene ORDER BY id")).scalars())


def zet(engine: Engine, datum: str) -> None:
    with engine.begin() as verbinding:
        verbinding.exec_driver_sql("UPDATE betrokkene SET geboortedatum = ? WHERE id = 2", (datum,))


def gevonden(engine: Engine, vraag: str) -> bool:
    with engine.begin() as verbinding:
        return bool(verbinding.execute(text("SELECT rowid FROM zoek WHERE zoek MATCH :v"), {"v": f'"{vraag}"'}).all())


def test_wat_er_stond_blijft_en_wordt_vindbaar(engine: Engine) -> None:
    ga_naar(engine, "0008")
    with engine.begin() as verbinding:
        for opdracht in _VOORAF:
            verbinding.exec_driver_sql(opdracht)
    assert not gevonden(engine, "1985")
    ga_naar(engine, "0009")
    assert geboren(engine) == ["1985-03-01", None]
    for vraag in ("1985-03-01", " 1-3-1985", "1 maart 1985", "J. Oefenman Voorbeeldstad"):
        assert gevonden(engine, vraag)


@pytest.mark.parametrize(
    ("datum", "vragen"),
    [("1990-05-00", ("mei 1990", "5-1990")), ("1991-00-00", ("1991",)), ("onbekend", ("geboortedatum onbekend",))],
)
def test_wat_minder_precies_is_wordt_gevonden_en_gaat_terug_als_leeg(
    engine: Engine, datum: str, vragen: tuple[str, ...]
) -> None:
    ga_naar(engine, "0009")
    with engine.begin() as verbinding:
        for opdracht in _VOORAF:
            verbinding.exec_driver_sql(opdracht)
    assert not any(gevonden(engine, vraag) for vraag in vragen)
    zet(engine, datum)
    assert geboren(engine) == ["1985-03-01", datum]
    assert all(gevonden(engine, vraag) for vraag in vragen)
    ga_naar(engine, "0008", omlaag=True)
    assert geboren(engine) == ["1985-03-01", None]
    assert not any(gevonden(engine, vraag) for vraag in (*vragen, "1985"))
    assert gevonden(engine, "Oefenman")
