"""The revision that lets a choice be for a reader that is no partij: what stood there stays, and the numbers go on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lege_database import ga_naar, lege_database
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

_PARTIJ = "INSERT INTO partij (id, naam, kort, soort, groep, opmerking) VALUES (1, 'Proef', 'P', 'deelnemer', '', '')"
_KEUZE = (
    "INSERT INTO lekoordeel ({erbij}partij_id, digest, begin, eind, soort, keuze, op, door) "
    "VALUES ({waarden}, '{digest}', 0, 4, 'telefoon', 'mag', '2026-09-01 00:00:00', 'regie')"
)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    gemaakt = lege_database(tmp_path / "db.sqlite", "base")
    yield gemaakt
    gemaakt.dispose()


def doe(engine: Engine, opdracht: str) -> None:
    with engine.begin() as verbinding:
        verbinding.exec_driver_sql(opdracht)


def rijen(engine: Engine, vraag: str) -> list[tuple[object, ...]]:
    with engine.begin() as verbinding:
        return [tuple(rij) for rij in verbinding.execute(text(vraag))]


def test_wat_er_stond_was_voor_een_partij_en_de_nummers_tellen_door(engine: Engine) -> None:
    ga_naar(engine, "0065")
    doe(engine, _PARTIJ)
    for digest in ("een", "twee"):
        doe(engine, _KEUZE.format(erbij="", waarden="1", digest=digest))
    doe(engine, "DELETE FROM lekoordeel WHERE digest = 'twee'")
    ga_naar(engine, "0066")
    assert rijen(engine, "SELECT id, partij_id, digest, lezer FROM lekoordeel") == [(1, 1, "een", "partij")]
    doe(engine, _KEUZE.format(erbij="lezer, ", waarden="'elders', NULL", digest="drie"))
    assert rijen(engine, "SELECT id FROM lekoordeel WHERE digest = 'drie'") == [(3,)], "the number of 'twee' is gone"
    for lezer, partij in (("partij", "NULL"), ("elders", "1")):
        with pytest.raises(IntegrityError):
            doe(engine, _KEUZE.format(erbij="lezer, ", waarden=f"'{lezer}', {partij}", digest="vier"))
    ga_naar(engine, "0065", omlaag=True)
    assert rijen(engine, "SELECT id, partij_id, digest FROM lekoordeel") == [(1, 1, "een")]
    doe(engine, _KEUZE.format(erbij="", waarden="1", digest="vijf"))
    assert rijen(engine, "SELECT max(id) FROM lekoordeel") == [(4,)]
