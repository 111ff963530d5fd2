"""Every revision goes up, down and up again, and a new vault ends where a migrated one does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lege_database import REVISIES, ga_naar, lege_database
from sqlalchemy import Engine, text

from zvh_desktop.database.bestand.migraties import (
    controleer_revisie,
    huidige_revisie,
    migreer,
    nieuwste_revisie,
)
from zvh_desktop.errors import KluisBeschadigd, KluisVreemd
from zvh_desktop.models.base import Base
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.models.keten.verklaring import Verklaring


@pytest.fixture
def leeg(tmp_path: Path) -> Iterator[Engine]:
    engine = lege_database(tmp_path / "db.sqlite", "base")
    yield engine
    engine.dispose()


def schema(engine: Engine) -> list[tuple[str, str]]:
    with engine.begin() as verbinding:
        rijen = verbinding.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"))
        return [(naam, " ".join(opdracht.split())) for naam, opdracht in rijen]


@pytest.mark.parametrize("plaats", range(len(REVISIES)))
def test_op_neer_en_weer_op_laat_het_schema_gelijk(tmp_path: Path, plaats: int) -> None:
    engine = lege_database(tmp_path / "db.sqlite", REVISIES[plaats])
    ervoor = schema(engine)
    ga_naar(engine, REVISIES[plaats - 1] if plaats else "base", omlaag=True)
    ga_naar(engine, REVISIES[plaats])
    assert schema(engine) == ervoor
    engine.dispose()


def test_migreren_eindigt_bij_de_nieuwste_en_doet_de_tweede_keer_niets(leeg: Engine) -> None:
    assert huidige_revisie(leeg) is None
    migreer(leeg)
    assert huidige_revisie(leeg) == nieuwste_revisie() == REVISIES[-1]
    ervoor = schema(leeg)
    migreer(leeg)
    assert schema(leeg) == ervoor
    controleer_revisie(leeg)


def test_mislukte_migratie_laat_niets_half_achter(leeg: Engine) -> None:
    with leeg.begin() as verbinding:
        verbinding.exec_driver_sql("CREATE TABLE verklaring (in_de_weg INTEGER)")
    ervoor = schema(leeg)
    with pytest.raises(Exception, match="verklaring"):
        migreer(leeg)
    assert schema(leeg) == ervoor


def test_nieuwere_kluis_wordt_geweigerd_en_oudere_alleen_na_bijwerken_gelezen(leeg: Engine) -> None:
    ga_naar(leeg, REVISIES[0])
    if len(REVISIES) > 1:
        with pytest.raises(KluisBeschadigd, match="oudere versie"):
            controleer_revisie(leeg)
    with leeg.begin() as verbinding:
        verbinding.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(KluisVreemd):
        migreer(leeg)
    with pytest.raises(KluisVreemd):
        controleer_revisie(leeg)


@pytest.mark.parametrize("tabel", [Verklaring.__table__, Logregel.__table__])
def test_ketentabellen_hebben_de_kolommen_van_hun_klasse(tmp_path: Path, tabel: object) -> None:
    engine = lege_database(tmp_path / "db.sqlite")
    gezocht = Base.metadata.tables[str(tabel)]
    with engine.begin() as verbinding:
        kolommen = {
            (rij[1], rij[2], bool(rij[3])) for rij in verbinding.exec_driver_sql(f"PRAGMA table_info({gezocht.name})")
        }
    assert kolommen == {
        (kolom.name, str(kolom.type.compile(engine.dialect)), not kolom.nullable) for kolom in gezocht.columns
    }
    engine.dispose()
