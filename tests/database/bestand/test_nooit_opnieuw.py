"""A number of a row is never given out again, whatever went: not in a new vault, and not in one of before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lege_database import ga_naar, lege_database
from sqlalchemy import Engine, text
from sqlalchemy.orm import Mapper

from zvh_desktop.models.alles import Base

GEWIST = (
    "INSERT INTO vernietiging (id, soort, nummer, gedaan_op, gedaan_door, samen_met, woorden, geleegd) "
    "VALUES (1, 'vernietigen', '2026-0009', '2026-09-01', 'R. Oefenman', '', '', '')"
)


@pytest.fixture
def nieuwste(tmp_path: Path) -> Iterator[Engine]:
    engine = lege_database(tmp_path / "db.sqlite")
    yield engine
    engine.dispose()


def _heeft_eigen_nummer(klasse: Mapper[Any]) -> bool:
    return [kolom.name for kolom in klasse.primary_key] == ["id"]


def _partij(engine: Engine, kort: str) -> int:
    with engine.begin() as verbinding:
        verbinding.execute(
            text("INSERT INTO partij (naam, kort, soort, groep, opmerking) VALUES (:k, :k, 'deelnemer', '', '')"),
            {"k": kort},
        )
        return int(verbinding.execute(text("SELECT max(id) FROM partij")).scalar_one())


def test_elke_tabel_met_een_eigen_nummer_telt_door(nieuwste: Engine) -> None:
    """By reflection: a new table that is forgotten gives out the number of a destroyed row."""
    eigen = {str(een.local_table) for een in Base.registry.mappers if _heeft_eigen_nummer(een)}
    with nieuwste.begin() as verbinding:
        rijen = verbinding.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        makers = {str(rij[0]): str(rij[1]) for rij in rijen}
        assert verbinding.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
    assert len(eigen) > 50
    assert sorted(naam for naam in eigen if "AUTOINCREMENT" not in makers[naam]) == []


def test_het_nummer_van_de_laatste_rij_gaat_niet_naar_een_ander(nieuwste: Engine) -> None:
    eerste = _partij(nieuwste, "een")
    with nieuwste.begin() as verbinding:
        verbinding.exec_driver_sql("DELETE FROM partij")
    assert _partij(nieuwste, "twee") == eerste + 1


@pytest.mark.parametrize("vernietigd", [False, True])
def test_een_kluis_van_eerder_telt_door_voorbij_wat_er_kan_zijn_geweest(tmp_path: Path, vernietigd: bool) -> None:
    """What was destroyed before this, and how far the numbers then were, nobody knows: it begins far enough."""
    engine = lege_database(tmp_path / "db.sqlite", "0051")
    eerste = _partij(engine, "een")
    with engine.begin() as verbinding:
        if vernietigd:
            verbinding.exec_driver_sql(GEWIST)
    ga_naar(engine, "0056")
    assert _partij(engine, "twee") == eerste + 1 + (1000 if vernietigd else 0)
    engine.dispose()


def test_terug_naar_eerder_is_precies_zoals_het_was(tmp_path: Path) -> None:
    engine = lege_database(tmp_path / "db.sqlite", "0051")
    ervoor = _schema(engine)
    ga_naar(engine, "0056")
    assert _schema(engine) != ervoor
    ga_naar(engine, "0051", omlaag=True)
    assert _schema(engine) == ervoor
    engine.dispose()


def _schema(engine: Engine) -> list[tuple[str, str]]:
    with engine.begin() as verbinding:
        rijen = verbinding.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"))
        return [(naam, maker) for naam, maker in rijen]
