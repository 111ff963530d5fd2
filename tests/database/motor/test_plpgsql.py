"""The triggers of a vault have a twin on a server, one for one, and what cannot be translated is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dbserver import EIGENAAR, Databaseserver
from lege_database import lege_database
from make_schema import guards, searching
from sqlalchemy import Connection, text

from zvh_desktop.database.bestand.zoekindex import ZOEKBESTAND, is_zoektrigger
from zvh_desktop.database.motor.plpgsql import als_tekst, ontleed, uit_tekst, vertaal, vertaal_voorwaarde
from zvh_desktop.database.motor.teamschema import VERNIETIGBESTAND, WACHTERBESTAND, wachters
from zvh_desktop.database.vernietigen.opserver import opdrachten
from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.models.alles import Base
from zvh_desktop.paths import lees_hulpbron

JA_NEE = frozenset({"klaar"})
KOP = "CREATE TRIGGER t BEFORE UPDATE OF a, b ON iets WHEN {} BEGIN {}; END"
INDEXEN = [index for tabel in Base.metadata.sorted_tables for index in sorted(tabel.indexes, key=lambda i: str(i.name))]


@pytest.fixture
def kluis(tmp_path: Path) -> Iterator[Connection]:
    """A vault in which the migrations made everything."""
    engine = lege_database(tmp_path / "db.sqlite")
    with engine.connect() as verbinding:
        yield verbinding
    engine.dispose()


@pytest.fixture
def server(databaseserver: Databaseserver) -> Iterator[Connection]:
    """A database of a server with the schema and nothing in it."""
    naam = databaseserver.lege()
    engine = databaseserver.motor(naam, EIGENAAR).open(alleen_lezen=True)
    with engine.connect() as verbinding:
        yield verbinding
    engine.dispose()
    databaseserver.geef_terug(naam)


def test_elke_trigger_van_de_kluis_heeft_er_een_op_de_server(kluis: Connection, server: Connection) -> None:
    rijen = kluis.execute(text("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
    gewoon = {(naam, tabel) for naam, tabel, sql in rijen if not is_zoektrigger(sql)}
    vraag = (
        "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal AND p.proname LIKE 'wacht\\_%'"
    )
    assert {tuple(rij) for rij in server.execute(text(vraag))} == gewoon
    assert len(gewoon) == len(rijen) - sum(naam.startswith("zoek_") for naam, _, _ in rijen) >= 198


def test_elke_eis_van_de_kluis_staat_op_de_server(kluis: Connection, server: Connection) -> None:
    in_kluis = "".join(kluis.execute(text("SELECT sql FROM sqlite_master WHERE type = 'table'")).scalars())
    vraag = "SELECT conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'zvh'::regnamespace"
    eisen = set(server.execute(text(vraag)).scalars())
    genoemd = {woord for woord in in_kluis.replace("(", " ").split() if woord.startswith("ck_")}
    assert len(genoemd) >= 70
    assert genoemd == eisen


def test_het_bestand_zegt_wat_de_migraties_maken() -> None:
    """When this fails after a new migration: make schema."""
    assert guards() == lees_hulpbron(WACHTERBESTAND).decode("utf-8")
    assert opdrachten() == lees_hulpbron(VERNIETIGBESTAND).decode("utf-8")
    assert searching() == lees_hulpbron(ZOEKBESTAND).decode("utf-8")


def test_op_de_server_geldt_uniek_op_een_deel_alleen_voor_dat_deel(server: Connection) -> None:
    vraag = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'zvh'"
    gevonden = dict(map(tuple, server.execute(text(vraag))))
    for index in INDEXEN:
        deel = index.dialect_options["sqlite"]["where"] is not None
        assert (" WHERE " in gevonden[index.name], " UNIQUE " in gevonden[index.name]) == (deel, bool(index.unique))
    assert sum(" WHERE " in definitie for definitie in gevonden.values()) == 8
    assert all(f"'{soort}'" in gevonden["ix_ordewens_uiterste"] for soort in ("eerst", "laatst"))
    assert "((terugkoppeling_gewenst IS TRUE) AND" in gevonden["ix_aanmelding_terug"]


@pytest.mark.parametrize(
    ("hier", "daar"),
    [
        ("NEW.a IS OLD.a", "NEW.a IS NOT DISTINCT FROM OLD.a"),
        ("NEW.a IS NOT OLD.a OR NEW.b IS NOT NULL", "NEW.a IS DISTINCT FROM OLD.a OR NEW.b IS NOT NULL"),
        ("NEW.klaar = 0 AND x.klaar <> 1", "NEW.klaar = FALSE AND x.klaar <> TRUE"),
        ("NEW.klaar IS 1 OR NEW.klaar IS NOT 0", "NEW.klaar IS TRUE OR NEW.klaar IS NOT FALSE"),
        ("NEW.aantal = 0", "NEW.aantal = 0"),
        ("NEW.a = 'klaar = 0 IS 1'", "NEW.a = 'klaar = 0 IS 1'"),
        ("NEW.a = 'het''s IS 1' OR NEW.klaar = 1", "NEW.a = 'het''s IS 1' OR NEW.klaar = TRUE"),
        (
            "abs(julianday(NEW.dag) - julianday(substr(NEW.op, 1, 10))) <= 1",
            "abs(CAST(NEW.dag AS date) - CAST(NEW.op AS date)) <= 1",
        ),
    ],
)
def test_wat_hetzelfde_betekent(hier: str, daar: str) -> None:
    assert vertaal_voorwaarde(hier, JA_NEE) == daar


@pytest.mark.parametrize(
    "voorwaarde",
    [
        "NEW.a GLOB 'x*'",
        "NEW.a LIKE 'x%'",
        "json_extract(NEW.a, '$.b') = 1",
        "NEW.a == 1",
        'NEW."a" = 1',
        "NEW.rowid = 1",
        "ifnull(NEW.a, 0) = 1",
        "julianday(NEW.a || 'x') > 1",
        "CASE WHEN NEW.a = 1 THEN 1 END",
    ],
)
def test_wat_niet_bekend_is_wordt_niet_geraden(voorwaarde: str) -> None:
    with pytest.raises(ProgrammaFout):
        vertaal(KOP.format(voorwaarde, "SELECT RAISE(ABORT, 'nee')"), JA_NEE)


@pytest.mark.parametrize(
    "opdracht",
    [
        "SELECT 1",
        "INSERT INTO iets VALUES (1)",
        "SELECT RAISE(IGNORE)",
        "UPDATE OR IGNORE iets SET a = 1",
        "PRAGMA x",
    ],
)
def test_een_opdracht_die_niet_bekend_is_ook_niet(opdracht: str) -> None:
    with pytest.raises(ProgrammaFout):
        vertaal(KOP.format("NEW.a = 1", opdracht), JA_NEE)


def test_een_puntkomma_in_een_zin_eindigt_niets() -> None:
    trigger = ontleed(KOP.format("NEW.a = 1", "SELECT RAISE(ABORT, 'zo; niet'); DELETE FROM x WHERE y = 'a;b'"))
    assert trigger.opdrachten == ("SELECT RAISE(ABORT, 'zo; niet')", "DELETE FROM x WHERE y = 'a;b'")
    assert trigger.kolommen == ("a", "b")


def test_wat_er_staat_komt_er_zo_weer_uit() -> None:
    assert uit_tekst(als_tekst(wachters())) == wachters()
