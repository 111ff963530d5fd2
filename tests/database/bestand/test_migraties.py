"""Every revision goes up, down and up again, and a new vault ends where a migrated one does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from zvh_desktop.database.bestand.bestanden import schrijf_nieuw
from zvh_desktop.database.bestand.engine import open_engine
from zvh_desktop.database.bestand.migraties import (
    configuratie,
    controleer_revisie,
    huidige_revisie,
    migreer,
    nieuwste_revisie,
)
from zvh_desktop.errors import KluisBeschadigd, KluisVreemd
from zvh_desktop.models.base import Base
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.models.keten.verklaring import Verklaring

REVISIES = tuple(reversed([script.revision for script in ScriptDirectory.from_config(configuratie()).walk_revisions()]))


@pytest.fixture
def leeg(tmp_path: Path) -> Iterator[Engine]:
    pad = tmp_path / "db.sqlite"
    schrijf_nieuw(pad, b"")
    engine = open_engine(pad, b"s" * 32, nieuw=True)
    yield engine
    engine.dispose()


def ga_naar(engine: Engine, revisie: str, *, omlaag: bool = False) -> None:
    instelling = configuratie()
    with engine.begin() as verbinding:
        instelling.attributes["connection"] = verbinding
        (command.downgrade if omlaag else command.upgrade)(instelling, revisie)


def schema(engine: Engine) -> list[tuple[str, str]]:
    with engine.begin() as verbinding:
        rijen = verbinding.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"))
        return [(naam, " ".join(opdracht.split())) for naam, opdracht in rijen]


@pytest.mark.parametrize("plaats", range(len(REVISIES)))
def test_op_neer_en_weer_op_laat_het_schema_gelijk(leeg: Engine, plaats: int) -> None:
    vorige = REVISIES[plaats - 1] if plaats else "base"
    ga_naar(leeg, REVISIES[plaats])
    ervoor = schema(leeg)
    ga_naar(leeg, vorige, omlaag=True)
    ga_naar(leeg, REVISIES[plaats])
    assert schema(leeg) == ervoor


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
def test_ketentabellen_hebben_de_kolommen_van_hun_klasse(leeg: Engine, tabel: object) -> None:
    migreer(leeg)
    gezocht = Base.metadata.tables[str(tabel)]
    with leeg.begin() as verbinding:
        kolommen = {
            (rij[1], rij[2], bool(rij[3])) for rij in verbinding.exec_driver_sql(f"PRAGMA table_info({gezocht.name})")
        }
    assert kolommen == {
        (kolom.name, str(kolom.type.compile(leeg.dialect)), not kolom.nullable) for kolom in gezocht.columns
    }
