"""A server of before is after ``zvh team bijwerken`` as one that begins with this version, to the last right."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from dbserver import EIGENAAR, Databaseserver
from sqlalchemy import Connection, Engine, text

from zvh_desktop.database.bestand import migraties, revisies
from zvh_desktop.database.motor.bijwerken import werk_bij_in
from zvh_desktop.database.motor.postgresql import ZONDER_SLOT
from zvh_desktop.database.motor.servercontrole import bevindingen
from zvh_desktop.database.team.databaserollen import maak_rollen

LEGE_STAP: Final = 'revision = "9001"\ndown_revision = "{vorige}"\n\n\ndef upgrade():\n    pass\n'
_ACL: Final = (
    "(SELECT string_agg(concat(coalesce(r.rolname, 'PUBLIC'), a.privilege_type, a.is_grantable), ',' "
    "ORDER BY coalesce(r.rolname, 'PUBLIC'), a.privilege_type) "
    r"FROM aclexplode(coalesce(\2, acldefault('\1', \3))) a LEFT JOIN pg_roles r ON r.oid = a.grantee)"
)
_RECHTEN: Final = re.compile(r"rechten\((\w), ([\w.]+), ([\w.]+)\)")
CATALOGUS: Final = tuple(
    text(_RECHTEN.sub(_ACL, vraag))
    for vraag in (
        "SELECT p.oid::regprocedure::text, pg_get_functiondef(p.oid), rechten(f, p.proacl, p.proowner) "
        "FROM pg_proc p WHERE p.pronamespace = 'zvh'::regnamespace",
        "SELECT t.tgname, c.relname, pg_get_triggerdef(t.oid), t.tgenabled::text FROM pg_trigger t "
        "JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'zvh'::regnamespace AND NOT t.tgisinternal",
        "SELECT tablename, policyname, permissive, cmd, roles::text, qual, with_check FROM pg_policies "
        "WHERE schemaname = 'zvh'",
        "SELECT c.relname, c.relkind::text, c.relrowsecurity, c.relforcerowsecurity, pg_get_userbyid(c.relowner), "
        "rechten(r, c.relacl, c.relowner) FROM pg_class c "
        "WHERE c.relnamespace = 'zvh'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')",
        "SELECT c.relname, k.attname, format_type(k.atttypid, k.atttypmod), k.attnotnull, "
        "(SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d WHERE d.adrelid = c.oid AND d.adnum = k.attnum), "
        "rechten(c, k.attacl, c.relowner) FROM pg_attribute k JOIN pg_class c ON c.oid = k.attrelid "
        "WHERE c.relnamespace = 'zvh'::regnamespace AND c.relkind = 'r' AND k.attnum > 0 AND NOT k.attisdropped",
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'zvh'::regnamespace",
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'zvh'",
        "SELECT nspname, rechten(n, nspacl, nspowner) FROM pg_namespace WHERE nspname = 'zvh'",
        "SELECT 'database', rechten(d, datacl, datdba) FROM pg_database WHERE datname = current_database()",
    )
)


def catalogus(verbinding: Connection) -> set[tuple[object, ...]]:
    """All that is made of our schema, and who may do what with it."""
    return {(nr, *rij) for nr, vraag in enumerate(CATALOGUS) for rij in verbinding.execute(vraag)}


@pytest.fixture(scope="module")
def engine(databaseserver: Databaseserver) -> Iterator[Engine]:
    """Of the owner, on a database of this version; what is done in it is taken back."""
    naam = databaseserver.lege()
    gemaakt = databaseserver.motor(naam, EIGENAAR).open()
    yield gemaakt.execution_options(**{ZONDER_SLOT: True})
    gemaakt.dispose()
    databaseserver.geef_terug(naam)


@pytest.fixture
def een_stap_verder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The steps of this version and an empty one."""
    map_, vorige = tmp_path / "migrations", revisies.nieuwste()
    shutil.copytree(migraties.SCRIPTS, map_, ignore=shutil.ignore_patterns("__pycache__"))
    (map_ / "versions" / "9001_leeg.py").write_text(LEGE_STAP.format(vorige=vorige), encoding="utf-8")
    monkeypatch.setattr(migraties, "SCRIPTS", map_)
    monkeypatch.setattr(revisies, "VERSIES", map_ / "versions")


_ANDERE_FUNCTIE: Final = "RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$"
EERDER: Final = {
    "een functie van Python": (f"CREATE OR REPLACE FUNCTION zvh.schrijf_op() {_ANDERE_FUNCTIE}",),
    "een functie van een bestand": (f"CREATE OR REPLACE FUNCTION zvh.helemaal_weg() {_ANDERE_FUNCTIE}",),
    "een wachter": (f"CREATE OR REPLACE FUNCTION zvh.wacht_oordeel_weg() {_ANDERE_FUNCTIE}",),
    "een tabelwachter": (f"CREATE OR REPLACE FUNCTION zvh.nooit_leeg() {_ANDERE_FUNCTIE}",),
    "een functie die om iets anders vroeg": (
        "DROP FUNCTION zvh.volgend_nummer(integer, integer)",
        "CREATE FUNCTION zvh.volgend_nummer(jaar integer) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'",
        "GRANT EXECUTE ON FUNCTION zvh.volgend_nummer(integer) TO zvh_toepassing",
    ),
    "een functie die iets anders teruggaf": (
        "DROP FUNCTION zvh.in_gebruik()",
        "CREATE FUNCTION zvh.in_gebruik() RETURNS SETOF text LANGUAGE sql AS 'SELECT NULL::text'",
    ),
    "een trigger die er niet meer is": (
        f"CREATE FUNCTION zvh.wacht_vroeger() {_ANDERE_FUNCTIE}",
        "CREATE TRIGGER vroeger BEFORE INSERT ON zvh.casus FOR EACH ROW EXECUTE FUNCTION zvh.wacht_vroeger()",
    ),
    "een trigger die er nog niet was": ("DROP TRIGGER op_volgorde ON zvh.deelname",),
    "een trigger met iets anders": (
        "DROP TRIGGER schrijf_op ON zvh.casus",
        "CREATE TRIGGER schrijf_op AFTER INSERT ON zvh.casus FOR EACH ROW EXECUTE FUNCTION zvh.schrijf_op('id')",
    ),
    "beleid dat er niet meer is": ("CREATE POLICY vroeger ON zvh.partij FOR SELECT TO zvh_toepassing USING (true)",),
    "ander beleid": ("ALTER POLICY huis ON zvh.overleg USING (true)",),
    "beleid dat er nog niet was": ("DROP POLICY dossier ON zvh.casus",),
    "een tabel die nog niet was afgeschermd": ("ALTER TABLE zvh.casus DISABLE ROW LEVEL SECURITY",),
    "een tabel die niet meer is afgeschermd": (
        "ALTER TABLE zvh.partij ENABLE ROW LEVEL SECURITY",
        "CREATE POLICY dossier ON zvh.partij TO zvh_medewerker USING (true)",
    ),
    "een tabel die ook voor de eigenaar was afgeschermd": ("ALTER TABLE zvh.casus FORCE ROW LEVEL SECURITY",),
    "een recht dat er niet meer is": (
        "GRANT UPDATE, DELETE ON zvh.casus TO zvh_beheerder",
        "GRANT UPDATE (naam) ON zvh.partij TO zvh_kopie",
    ),
    "een recht dat er nog niet was": ("REVOKE INSERT ON zvh.aanmelding FROM zvh_medewerker",),
    "een recht op een reeks": ("REVOKE ALL ON SEQUENCE zvh.casus_id_seq FROM zvh_procesregisseur",),
    "een recht op het schema": ("REVOKE USAGE ON SCHEMA zvh FROM zvh_kopie",),
    "een recht op de database": (
        "DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %%I TO PUBLIC', current_database()); "
        "EXECUTE format('REVOKE CONNECT ON DATABASE %%I FROM zvh_kopie', current_database()); END $$",
    ),
    "een eigen tabel met minder kolommen": ("ALTER TABLE zvh.wijziging DROP COLUMN naast, DROP COLUMN handeling",),
    "een eigen tabel die er nog niet was": ("DROP TABLE zvh.vernietigrij",),
}
"""What a server of an older version had otherwise, in the words that make it so."""


@pytest.mark.usefixtures("een_stap_verder")
@pytest.mark.parametrize("eerder", EERDER)
def test_bijwerken_brengt_wat_eerder_anders_was_naar_deze_versie(engine: Engine, eerder: str) -> None:
    with engine.connect() as verbinding:
        hoort = catalogus(verbinding)
        for opdracht in EERDER[eerder]:
            verbinding.exec_driver_sql(opdracht)
        assert catalogus(verbinding) != hoort
        maak_rollen(verbinding)
        assert werk_bij_in(verbinding)
        assert catalogus(verbinding) ^ hoort == set()
        verbinding.rollback()


def test_een_tabel_die_niemand_meer_zou_zien_wordt_gezien(engine: Engine) -> None:
    """Without a policy nobody has a row of it, and no statement says so."""
    with engine.connect() as verbinding:
        verbinding.exec_driver_sql("ALTER TABLE zvh.partij ENABLE ROW LEVEL SECURITY")
        assert bevindingen(verbinding) == (
            "Van de tabel partij ziet een rol niet elke rij, en dat zou wel moeten: de afscherming staat aan.",
        )
        verbinding.rollback()
