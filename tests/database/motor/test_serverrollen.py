"""What the role of the application cannot do on a server, what the owner cannot either, and what is seen of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from dbserver import BAAS, EIGENAAR, WERKER, Databaseserver
from motoren import MAG_NIET, zin
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from test_poort_in_database import voeg_oordeel_toe, vul, zet_stoel, zittend

from zvh_desktop.database.bestand.serverzinnen import sqlstate
from zvh_desktop.database.motor.bijwerken import werk_bij_in
from zvh_desktop.database.motor.motor import motor_van
from zvh_desktop.database.motor.postgresql import ZONDER_SLOT, PostgresMotor
from zvh_desktop.database.motor.servercontrole import bevindingen, rechtenbevindingen
from zvh_desktop.database.motor.tabelwachters import TABELWACHTERS
from zvh_desktop.database.motor.teamschema import TOEPASSING, wachters
from zvh_desktop.database.motor.wijzigingen import trigger
from zvh_desktop.errors import KluisBeschadigd, KluisFout, KluisVreemd, ProgrammaFout
from zvh_desktop.models.alles import Base

NEPOORDEEL = (
    "CREATE TEMP TABLE oordeel AS SELECT 5 AS id, 1 AS casus_id, 5 AS partij_id, 'rechtmatig' AS uitkomst, "
    "DATE '2026-09-01' AS geldig_vanaf, NULL::date AS geldig_tot"
)


@dataclass
class Lokaal:
    """A database with the tafel of the gate tests, and an engine on it for each account that asks."""

    server: Databaseserver
    naam: str
    engines: dict[str, Engine] = field(default_factory=dict)

    def __call__(self, account: str = WERKER) -> Engine:
        if account not in self.engines:
            self.engines[account] = self.server.motor(self.naam, account).open()
        return self.engines[account]

    def controleer(self, account: str) -> tuple[str, ...]:
        with self(account).connect() as verbinding:
            motor = motor_van(verbinding)
        return motor.controleer(self(account))

    @contextmanager
    def teruggenomen(self, account: str, *opdrachten: str) -> Iterator[Connection]:
        """These were done by this account, in a transaction that is taken back."""
        with self(account).execution_options(**{ZONDER_SLOT: True}).connect() as verbinding:
            for opdracht in opdrachten:
                verbinding.exec_driver_sql(opdracht)
            yield verbinding
            verbinding.rollback()

    def sluit(self) -> None:
        for engine in self.engines.values():
            engine.dispose()


@pytest.fixture(scope="module")
def database(databaseserver: Databaseserver) -> Iterator[Lokaal]:
    """For what is refused or taken back."""
    lokaal = Lokaal(databaseserver, databaseserver.gevulde(vul))
    yield lokaal
    lokaal.sluit()
    databaseserver.geef_terug(lokaal.naam)


@pytest.fixture
def verse(databaseserver: Databaseserver) -> Iterator[Lokaal]:
    """For what changes it."""
    lokaal = Lokaal(databaseserver, databaseserver.gevulde(vul))
    yield lokaal
    lokaal.sluit()
    databaseserver.weg(lokaal.naam)


@pytest.mark.parametrize(
    "opdracht",
    [
        "TRUNCATE deelname CASCADE",
        "ALTER TABLE deelname DISABLE TRIGGER deelname_toevoegen",
        "ALTER TABLE deelname DISABLE TRIGGER ALL",
        "DROP TRIGGER deelname_toevoegen ON deelname",
        "SET session_replication_role = replica",
        "CREATE OR REPLACE FUNCTION zvh.wacht_deelname_toevoegen() RETURNS trigger LANGUAGE plpgsql "
        "AS $$ BEGIN RETURN NEW; END $$",
        "ALTER FUNCTION zvh.wacht_deelname_toevoegen() SET search_path = pg_temp, zvh",
        "ALTER TABLE deelname DROP CONSTRAINT ck_deelname_alleen_rechtmatig",
        "ALTER TABLE oordeel RENAME TO oordeel_oud",
        "CREATE TABLE zvh.oordeel_erbij (id integer)",
        "CREATE FUNCTION zvh.erbij() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE VIEW zvh.kijk AS SELECT * FROM oordeel",
        "CREATE SCHEMA ernaast",
        NEPOORDEEL,
        "SET ROLE zvh_eigenaar",
        "DELETE FROM verklaring",
        "DELETE FROM logregel",
        "UPDATE logregel SET gebruiker = 'x'",
        "UPDATE verklaring SET hash = 'x'",
        "UPDATE alembic_version SET version_num = '0001'",
        "SELECT setval('zvh.deelname_id_seq', 1)",
    ],
)
def test_als_programma_kom_je_niet_om_de_poort(database: Lokaal, opdracht: str) -> None:
    engine = database()
    ervoor = zittend(engine)
    with pytest.raises(DBAPIError) as fout, engine.begin() as verbinding:
        verbinding.exec_driver_sql(opdracht)
    assert sqlstate(fout.value) == MAG_NIET
    assert zittend(engine) == ervoor


def test_een_andere_volgorde_van_namen_verandert_niets(verse: Lokaal) -> None:
    """Even where a session may make tables of its own: the functions of the gate do not look at those."""
    verse.server.doe(f"GRANT TEMPORARY ON DATABASE {verse.naam} TO {TOEPASSING}")
    with pytest.raises(IntegrityError) as fout, verse().begin() as verbinding:
        verbinding.exec_driver_sql(NEPOORDEEL)
        verbinding.exec_driver_sql("SET search_path = pg_temp, zvh")
        zet_stoel(verbinding, 1, 1, 5, 5)
    assert zin(fout.value) == "poort: geen geldend oordeel"


@pytest.mark.parametrize("account", [EIGENAAR, BAAS])
def test_ook_de_eigenaar_maakt_een_tabel_niet_in_een_keer_leeg(database: Lokaal, account: str) -> None:
    engine = database(account)
    for tabel in ("deelname", "verklaring", "logregel"):
        with pytest.raises(IntegrityError) as fout, engine.begin() as verbinding:
            verbinding.exec_driver_sql(f"TRUNCATE {tabel} CASCADE")
        assert zin(fout.value) == "een tabel wordt nooit in één keer leeggemaakt"


def test_ook_voor_de_eigenaar_geldt_de_poort(database: Lokaal) -> None:
    with pytest.raises(IntegrityError) as fout, database(EIGENAAR).begin() as verbinding:
        zet_stoel(verbinding, 1, 1, 5, 5)
    assert zin(fout.value) == "poort: geen geldend oordeel"


def test_inhoud_van_een_verklaring_gaat_leeg_en_niets_anders(database: Lokaal) -> None:
    with pytest.raises(IntegrityError) as fout, database.teruggenomen(WERKER) as verbinding:
        assert verbinding.execute(text("UPDATE verklaring SET inhoud = NULL WHERE nummer = 1")).rowcount == 1
        verbinding.execute(text("UPDATE verklaring SET inhoud = '{}' WHERE nummer = 1"))
    assert zin(fout.value) == "een verklaring wordt nooit gewijzigd"


def test_het_programma_kan_zijn_gewone_werk(database: Lokaal) -> None:
    with database.teruggenomen(WERKER) as verbinding:
        voeg_oordeel_toe(verbinding, (9, 1, 8, "rechtmatig", "2026-09-01", None))
        zet_stoel(verbinding, 1, 1, 8, 9)
        verbinding.execute(text("DELETE FROM deelname WHERE partij_id = 2"))
        rijen = verbinding.execute(text("SELECT partij_id FROM deelname ORDER BY partij_id")).scalars()
        assert list(rijen) == [1, 3, 8]


@pytest.mark.parametrize("account", [EIGENAAR, BAAS])
def test_met_een_account_dat_te_veel_mag_wordt_niet_gewerkt(database: Lokaal, account: str) -> None:
    adres = database.server.adres(database.naam, account)
    with pytest.raises(KluisFout, match="mag te veel"):
        PostgresMotor(adres).open()


@pytest.mark.parametrize(
    "erbij",
    [
        f"GRANT {EIGENAAR} TO {WERKER}",
        f"ALTER ROLE {WERKER} CREATEROLE",
        f"ALTER ROLE {WERKER} BYPASSRLS",
        f"GRANT CREATE ON SCHEMA zvh TO {WERKER}",
    ],
)
def test_ook_niet_als_het_er_later_bij_kreeg(database: Lokaal, erbij: str) -> None:
    terug = (
        f"REVOKE {EIGENAAR} FROM {WERKER}",
        f"ALTER ROLE {WERKER} NOCREATEROLE NOBYPASSRLS",
        f"REVOKE CREATE ON SCHEMA zvh FROM {WERKER}",
    )
    server, naam = database.server, database.naam
    server.doe(erbij, database=naam)
    try:
        with pytest.raises(KluisFout, match="mag te veel"):
            server.motor(naam).open()
    finally:
        server.doe(*terug, database=naam)
    server.motor(naam).open().dispose()


def test_een_database_zonder_ons_schema_wordt_niet_geopend(databaseserver: Databaseserver) -> None:
    databaseserver.maak_database("kaal", "template0")
    databaseserver.doe("CREATE SCHEMA anders", database="kaal")
    with pytest.raises(KluisVreemd, match="geen Casustafel"):
        databaseserver.motor("kaal").open()
    databaseserver.weg("kaal")


def test_een_database_met_een_andere_sortering_ook_niet(databaseserver: Databaseserver) -> None:
    databaseserver.doe("CREATE DATABASE anders TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'")
    with pytest.raises(KluisVreemd, match="UTF8"):
        databaseserver.motor("anders").open()
    databaseserver.weg("anders")


@pytest.mark.parametrize(("revisie", "fout"), [("9999", KluisVreemd), ("0001", KluisBeschadigd)])
def test_een_database_van_een_andere_versie_ook_niet(verse: Lokaal, revisie: str, fout: type[KluisFout]) -> None:
    with verse(EIGENAAR).begin() as verbinding:
        verbinding.execute(text("UPDATE zvh.alembic_version SET version_num = :nummer"), {"nummer": revisie})
    with pytest.raises(fout):
        verse()


def test_wat_er_hoort_te_staan_geeft_geen_bevinding(database: Lokaal) -> None:
    assert database.controleer(WERKER) == database.controleer(EIGENAAR) == ()


@pytest.mark.parametrize(
    ("opdracht", "bevinding"),
    [
        ("ALTER TABLE deelname DISABLE TRIGGER deelname_toevoegen", "deelname_toevoegen op deelname staat uit"),
        ("ALTER TABLE deelname ENABLE REPLICA TRIGGER deelname_wijzigen", "deelname_wijzigen op deelname staat uit"),
        ("DROP TRIGGER oordeel_weg ON oordeel", "oordeel_weg op oordeel ontbreekt"),
        ("DROP TRIGGER nooit_leeg ON oordeel", "nooit_leeg op oordeel ontbreekt"),
        ("DROP TRIGGER op_volgorde ON casus", "op_volgorde op casus ontbreekt"),
        (
            "CREATE OR REPLACE FUNCTION zvh.wacht_oordeel_weg() RETURNS trigger LANGUAGE plpgsql "
            "SET search_path = zvh, pg_temp AS $$ BEGIN RETURN OLD; END $$",
            "oordeel_weg op oordeel is anders",
        ),
        ("ALTER FUNCTION zvh.wacht_oordeel_weg() SET search_path = pg_temp, zvh", "oordeel_weg op oordeel is anders"),
        (
            "CREATE OR REPLACE TRIGGER oordeel_weg BEFORE DELETE ON oordeel FOR EACH ROW WHEN (OLD.id < 0) "
            "EXECUTE FUNCTION zvh.wacht_oordeel_weg()",
            "oordeel_weg op oordeel is anders",
        ),
        (
            "CREATE TRIGGER zz AFTER INSERT ON oordeel FOR EACH ROW EXECUTE FUNCTION zvh.wacht_oordeel_weg()",
            "Op de tabel oordeel staat een trigger die niet van het programma is",
        ),
        ("CREATE FUNCTION zvh.erbij() RETURNS integer LANGUAGE sql AS 'SELECT 1'", "een functie die niet"),
        ("ALTER TABLE deelname DROP CONSTRAINT ck_deelname_alleen_rechtmatig", "ck_deelname_alleen_rechtmatig"),
        # a guard that looks as who writes does not see what that account may not see
        ("ALTER FUNCTION zvh.wacht_oordeel_weg() SECURITY INVOKER", "oordeel_weg op oordeel is anders"),
        ("ALTER TABLE casus FORCE ROW LEVEL SECURITY", "Van de tabel casus ziet ook de eigenaar niet alles"),
        ("ALTER TABLE casus OWNER TO baas", "niet van één eigenaar"),
        ("ALTER TABLE casus DISABLE ROW LEVEL SECURITY", "Op de tabel casus ziet elke rol elke rij"),
        ("CREATE POLICY erbij ON casus FOR SELECT USING (true)", "van de tabel casus ziet, is anders"),
        ("DROP POLICY dossier ON oordeel", "van de tabel oordeel ziet, is anders"),
        ("ALTER POLICY dossier ON oordeel TO PUBLIC", "van de tabel oordeel ziet, is anders"),
        ("ALTER POLICY huis ON overleg USING (true)", "van de tabel overleg ziet, is anders"),
    ],
)
def test_wat_een_beheerder_van_de_server_veranderde_wordt_gezien(
    database: Lokaal, opdracht: str, bevinding: str
) -> None:
    with database.teruggenomen(BAAS, opdracht) as verbinding:
        gevonden = bevindingen(verbinding)
    assert len(gevonden) == 1
    assert bevinding in gevonden[0]


@pytest.mark.parametrize(
    "opdracht",
    [
        "GRANT UPDATE ON casus TO zvh_beheerder",
        "GRANT SELECT (naam) ON betrokkene TO PUBLIC",
        "GRANT TRUNCATE ON casus TO werker",
        "REVOKE INSERT ON aanmelding FROM zvh_medewerker",
        "GRANT EXECUTE ON FUNCTION zvh.laat_gaan(bigint, bigint, bigint, text[]) TO zvh_medewerker",
        "GRANT EXECUTE ON FUNCTION zvh.wacht_oordeel_weg() TO PUBLIC",
        "REVOKE EXECUTE ON FUNCTION zvh.volgend_nummer(integer, integer) FROM zvh_procesregisseur",
        "GRANT UPDATE ON SEQUENCE zvh.casus_id_seq TO zvh_beheerder",
        "GRANT CREATE ON SCHEMA zvh TO werker",
        "GRANT SELECT ON casus TO zvh_toepassing WITH GRANT OPTION",
    ],
)
def test_andere_rechten_dan_die_van_het_programma_worden_gezien(database: Lokaal, opdracht: str) -> None:
    with database.teruggenomen(BAAS, opdracht) as verbinding:
        gevonden = rechtenbevindingen(verbinding)
    assert len(gevonden) == 1
    assert "is anders dan het programma het gaf" in gevonden[0]


def test_bijwerken_neemt_ook_een_recht_op_een_functie_terug(database: Lokaal) -> None:
    gegeven = (
        "GRANT EXECUTE ON FUNCTION zvh.laat_gaan(bigint, bigint, bigint, text[]) TO zvh_medewerker, werker",
        "GRANT CREATE ON SCHEMA zvh TO werker",
        "GRANT UPDATE ON SEQUENCE zvh.casus_id_seq TO PUBLIC",
        "SET LOCAL ROLE zvh_eigenaar",
    )
    with database.teruggenomen(BAAS, *gegeven) as verbinding:
        assert len(rechtenbevindingen(verbinding)) == 4
        assert werk_bij_in(verbinding)
        assert rechtenbevindingen(verbinding) == ()


def test_uitgezette_verwijzingen_worden_gezien(database: Lokaal) -> None:
    with database.teruggenomen(BAAS, "ALTER TABLE deelname DISABLE TRIGGER ALL") as verbinding:
        gevonden = bevindingen(verbinding)
    assert "Verwijzingen van of naar deelname worden niet gecontroleerd." in gevonden


def test_alleen_de_eigenaar_wist_resten(database: Lokaal) -> None:
    for account, gelukt in ((WERKER, False), (EIGENAAR, True)):
        engine = database(account)
        with engine.connect() as verbinding:
            motor = motor_van(verbinding)
        assert motor.wis_resten(engine) is gelukt


def test_een_verbinding_waarvan_niemand_zei_wat_het_is(database: Lokaal) -> None:
    with database().connect() as verbinding, pytest.raises(ProgrammaFout):
        motor_van(verbinding.execution_options(zvh_motor=None))


def test_elke_tabel_heeft_de_wachters_van_een_tabel(database: Lokaal) -> None:
    vraag = text(
        "SELECT count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "WHERE c.relnamespace = 'zvh'::regnamespace AND NOT t.tgisinternal"
    )
    with database().connect() as verbinding:
        # and the one that looks whether all of a file went
        opgeschreven = [tabel for tabel in Base.metadata.sorted_tables if trigger(tabel) is not None]
        tabellen = Base.metadata.sorted_tables
        bewaakt = [(wacht, tabel) for wacht in TABELWACHTERS for tabel in tabellen if wacht.staat_bij(tabel)]
        samen = len(wachters()) + len(bewaakt) + len(opgeschreven) + 1
        assert verbinding.execute(vraag).scalar() == samen
