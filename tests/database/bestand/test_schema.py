"""The schema of a vault is what the migrations make: what was planted closes the gate, what is missing is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from kluis_hulp import Openen
from sqlalchemy import text

from zvh_desktop.database.bestand.engine import open_engine
from zvh_desktop.database.bestand.migraties import migreer
from zvh_desktop.database.bestand.schema import Schemawacht, schema_van, vergelijk_schema, verwacht_schema
from zvh_desktop.database.controle import controleer
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.errors import HandtekeningOnjuist

GEPLANT = "CREATE TRIGGER zz AFTER INSERT ON oordeel BEGIN DELETE FROM oordeel WHERE id = NEW.id; END"


def test_het_bestand_zegt_wat_de_migraties_maken(tmp_path: Path) -> None:
    """When this fails after a new migration: make schema."""
    pad = tmp_path / "leeg.sqlite"
    pad.touch()
    engine = open_engine(pad, bytes(32), nieuw=True)
    migreer(engine)
    with engine.connect() as verbinding:
        gemaakt = dict(schema_van(verbinding))
    engine.dispose()
    assert gemaakt == verwacht_schema()
    assert {"table verklaring", "trigger oordeel_werkt_door", "index ix_verklaring_casus"} <= gemaakt.keys()


def test_een_gewone_kluis_heeft_geen_verschil(openen: Openen) -> None:
    kluis = openen()
    with kluis.lees_sessies() as sessie:
        verschil = vergelijk_schema(sessie.connection())
        assert (verschil.vreemd, verschil.weg) == ((), ())
        inzicht(sessie).eis_heel()
    assert controleer(kluis) == ()


@pytest.mark.parametrize(
    ("opdrachten", "zin"),
    [
        ((GEPLANT,), "In de database staat een trigger zz die niet van het programma is."),
        (
            ("DROP TRIGGER oordeel_weg", "CREATE TRIGGER oordeel_weg AFTER INSERT ON oordeel BEGIN SELECT 1; END"),
            "In de database is de trigger oordeel_weg anders dan het programma die maakte.",
        ),
        (
            (
                "PRAGMA writable_schema = ON",
                "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES ('trigger', 'sqlite_zz', "
                "'oordeel', 0, 'CREATE TRIGGER sqlite_zz AFTER INSERT ON oordeel BEGIN DELETE FROM oordeel; END')",
                "PRAGMA schema_version = 9001",
            ),
            "In de database staat een trigger sqlite_zz die niet van het programma is.",
        ),
        (
            (
                "PRAGMA writable_schema = ON",
                "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES ('view', "
                "'sqlite_autoindex_zz_1', 'sqlite_autoindex_zz_1', 0, 'CREATE VIEW sqlite_autoindex_zz_1 AS SELECT 1')",
                "PRAGMA schema_version = 9001",
            ),
            "In de database staat een view sqlite_autoindex_zz_1 die niet van het programma is.",
        ),
        (
            ("ALTER TABLE oordeel ADD COLUMN zz TEXT GENERATED ALWAYS AS (uitkomst) VIRTUAL",),
            "In de database is de tabel oordeel anders dan het programma die maakte.",
        ),
        (
            ("CREATE UNIQUE INDEX zz ON oordeel (uitkomst) WHERE uitkomst = 'ingetrokken'",),
            "In de database staat een index zz die niet van het programma is.",
        ),
        (("CREATE VIEW kijk AS SELECT 1",), "In de database staat een view kijk die niet van het programma is."),
    ],
)
@pytest.mark.parametrize("schrijven", [False, True])
def test_wat_is_geplant_sluit_de_poort_terwijl_de_kluis_open_is(
    openen: Openen, opdrachten: tuple[str, ...], zin: str, *, schrijven: bool
) -> None:
    kluis = openen()
    with kluis.lees_sessies() as sessie:
        inzicht(sessie).eis_heel()
    with kluis.engine.begin() as verbinding:
        for opdracht in opdrachten:
            verbinding.execute(text(opdracht))
    sessies = kluis.sessies if schrijven else kluis.lees_sessies
    with sessies() as sessie, pytest.raises(HandtekeningOnjuist, match="laat de kluis controleren") as geweigerd:
        inzicht(sessie).eis_heel()
    assert geweigerd.value.gebeurd == zin
    assert zin in controleer(kluis)


def test_teruggezet_schemanummer_verbergt_niets_voor_wie_schrijft(openen: Openen) -> None:
    kluis = openen()
    with kluis.sessies() as sessie:
        nummer = sessie.connection().exec_driver_sql("PRAGMA schema_version").scalar_one()
        inzicht(sessie).eis_heel()
    with kluis.engine.begin() as verbinding:
        verbinding.exec_driver_sql(GEPLANT)
    with kluis.engine.begin() as verbinding:
        verbinding.exec_driver_sql(f"PRAGMA schema_version = {nummer}")
    kluis.engine.dispose()
    with kluis.sessies() as sessie, pytest.raises(HandtekeningOnjuist, match="trigger zz"):
        inzicht(sessie).eis_heel()


def test_tijdelijke_trigger_wordt_gezien(openen: Openen) -> None:
    kluis = openen()
    with kluis.sessies() as sessie:
        verbinding = sessie.connection()
        assert Schemawacht().vreemd(verbinding) == ()
        verbinding.exec_driver_sql("CREATE TEMP TRIGGER t AFTER INSERT ON oordeel BEGIN SELECT 1; END")
        assert "tijdelijke trigger" in Schemawacht().vreemd(verbinding)[0]
        sessie.rollback()


def test_ontbrekende_trigger_is_een_bevinding_en_sluit_niets(openen: Openen) -> None:
    kluis = openen()
    with kluis.engine.begin() as verbinding:
        verbinding.exec_driver_sql("DROP TRIGGER oordeel_weg")
    with kluis.lees_sessies() as sessie:
        inzicht(sessie).eis_heel()
    assert "In de database ontbreekt de trigger oordeel_weg; het programma maakte die wel." in controleer(kluis)
