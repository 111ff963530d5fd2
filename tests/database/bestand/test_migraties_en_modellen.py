"""The migrations end at what the mapped classes say, and carry the data of an office up and down."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text
from sqlalchemy.exc import SAWarning

from zvh_desktop.database.bestand.bestanden import schrijf_nieuw
from zvh_desktop.database.bestand.engine import open_engine
from zvh_desktop.database.bestand.migraties import configuratie, migreer
from zvh_desktop.models.alles import Base

REVISIES = tuple(reversed([script.revision for script in ScriptDirectory.from_config(configuratie()).walk_revisions()]))
GEGEVENS = (
    "INSERT INTO partij (id, naam, kort, soort, groep, opmerking) "
    "VALUES (1, 'Proefpartij \u202e \"A\" 🦆', 'P1', 'convenantpartij', '', '<b>&')",
    "INSERT INTO casus (id, nummer, aanmeldende_partij_id, aanpak, fase, status, procesregisseur, procesregie, "
    "geopend_op, gewijzigd_op) VALUES (1, '2026-0001', 1, 'a', 'f', 'lopend', '', '', '2026-09-01', "
    "'2026-09-01 00:00:00')",
    "INSERT INTO betrokkene (id, casus_id, volgorde, naam, gemeente, adres) VALUES (1, 1, 0, 'J. Oefenman', 'X', '')",
)


@pytest.fixture
def leeg(tmp_path: Path) -> Iterator[Engine]:
    pad = tmp_path / "db.sqlite"
    schrijf_nieuw(pad, b"")
    engine = open_engine(pad, b"s" * 32, nieuw=True)
    yield engine
    engine.dispose()


def _ga_naar(engine: Engine, revisie: str, *, omlaag: bool = False) -> None:
    instelling = configuratie()
    with engine.begin() as verbinding:
        instelling.attributes["connection"] = verbinding
        (command.downgrade if omlaag else command.upgrade)(instelling, revisie)


def _tel(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with engine.begin() as verbinding:
        return {
            tabel: [tuple(rij) for rij in verbinding.execute(text(f"SELECT * FROM {tabel}"))]  # noqa: S608
            for tabel in ("partij", "casus", "betrokkene")
        }


def test_nieuwste_revisie_is_wat_de_modellen_zeggen(leeg: Engine) -> None:
    migreer(leeg)

    def hoort_erbij(ding: object, naam: str | None, soort: str, *_: object) -> bool:
        # The search index keeps tables of its own, and an index on an expression has no mapped column.
        return not (soort == "table" and (naam or "").startswith("zoek")) and not (naam or "").startswith(
            "ix_verklaring_"
        )

    with leeg.begin() as verbinding, warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Skipped unsupported reflection of expression-based index", SAWarning)
        context = MigrationContext.configure(
            verbinding, opts={"include_object": hoort_erbij, "compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, Base.metadata) == []


@pytest.mark.parametrize("plaats", range(1, len(REVISIES)))
def test_gegevens_overleven_op_en_neer(leeg: Engine, plaats: int) -> None:
    _ga_naar(leeg, REVISIES[plaats - 1])
    with leeg.begin() as verbinding:
        for opdracht in GEGEVENS:
            verbinding.exec_driver_sql(opdracht)
    ervoor = _tel(leeg)
    _ga_naar(leeg, REVISIES[plaats])
    assert _tel(leeg) == ervoor
    _ga_naar(leeg, REVISIES[plaats - 1], omlaag=True)
    assert _tel(leeg) == ervoor
    _ga_naar(leeg, "head")
    assert _tel(leeg) == ervoor


def test_poort_zoekt_verklaringen_via_de_index(leeg: Engine) -> None:
    """Without the index the gate would read every statement of the house for each casus."""
    migreer(leeg)
    with leeg.begin() as verbinding:
        plan = verbinding.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT nummer FROM verklaring WHERE "
            "CASE WHEN json_valid(inhoud) THEN json_extract(inhoud, '$.gegevens.casus') END = 1 "
            "AND soort = 'oordeel'"
        ).all()
    assert any("ix_verklaring_casus" in str(rij) for rij in plan)
