"""What somebody with a database account and plain SQL tries, outside the program: each role of the house, and the copy.

What a role has no right to stands in test_serverrollen.py and test_rollen_op_een_server.py. Here are ways round: rows
that change numbers, chains that jump, statements that do more than one thing, and locks that are never let go.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from typing import Any, Final

import psycopg
import pytest
from dbserver import EIGEN_ACCOUNT, HUISSLEUTEL, KOPIEERDER, WERKER, Databaseserver
from motoren import MAG_NIET
from sqlalchemy import text
from test_poort_in_database import vul

from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.motor.luisteraar import Luisteraar
from zvh_desktop.database.motor.postgresql import PostgresMotor
from zvh_desktop.errors import KluisInGebruik

MEDEWERKER, REGIE, BEHEER = EIGEN_ACCOUNT
IEDER: Final = (MEDEWERKER, REGIE, BEHEER, KOPIEERDER)
GEWEIGERD: Final = "23000"
SLOT: Final = f"SELECT pg_advisory_lock({0x7A76685F736C6F74})"
WACHT_MS: Final = 200
STOEL: Final = (
    "INTO deelname (agendapunt_id, casus_id, partij_id, oordeel_id, oordeel_uitkomst, gevraagde_bijdrage, "
    "aanwezigheid, afgevaardigde, vervallen, intrekking_verzonden)"
)
ZONDER_OORDEEL: Final = {
    "MERGE": (
        "MERGE INTO deelname d USING (SELECT 8 AS p) x ON d.partij_id = x.p WHEN NOT MATCHED THEN "
        "INSERT (agendapunt_id, casus_id, partij_id, oordeel_id, oordeel_uitkomst, gevraagde_bijdrage, aanwezigheid, "
        "afgevaardigde, vervallen, intrekking_verzonden) "
        "VALUES (1, 1, 8, 1, 'rechtmatig', '', 'onbekend', '', false, false)",
    ),
    "ON CONFLICT": (
        f"INSERT {STOEL.replace('(', '(id, ', 1)} VALUES (1, 1, 1, 1, 1, 'rechtmatig', '', 'onbekend', '', true, "  # noqa: S608
        "false) ON CONFLICT (id) DO UPDATE SET partij_id = 8, vervallen = false",
    ),
    "in een blok vervallen erbij en dan terug": (
        f"DO $$ BEGIN INSERT {STOEL} VALUES (1, 1, 5, 5, 'rechtmatig', '', 'onbekend', '', true, false); "  # noqa: S608
        "UPDATE deelname SET vervallen = false WHERE partij_id = 5; END $$",
    ),
    "met uitgestelde verwijzingen naar een andere casus": (
        "SET CONSTRAINTS ALL DEFERRED",
        "UPDATE deelname SET casus_id = 2, agendapunt_id = 2 WHERE partij_id = 1",
    ),
    "partijen die van nummer wisselen": (
        "SET CONSTRAINTS ALL DEFERRED",
        "UPDATE partij SET id = 100 WHERE id = 1",
        "UPDATE partij SET id = 1 WHERE id = 8",
        "UPDATE partij SET id = 8 WHERE id = 100",
    ),
    "casussen die van nummer wisselen": (
        "SET CONSTRAINTS ALL DEFERRED",
        "UPDATE casus SET id = 100 WHERE id = 1",
        "UPDATE casus SET id = 1 WHERE id = 2",
        "UPDATE casus SET id = 2 WHERE id = 100",
    ),
    "overleggen die van nummer wisselen": (
        "SET CONSTRAINTS ALL DEFERRED",
        "UPDATE overleg SET id = 100 WHERE id = 1",
        "UPDATE overleg SET id = 1 WHERE id = 2",
        "UPDATE overleg SET id = 2 WHERE id = 100",
    ),
    "een casus met een ander casusnummer": ("UPDATE casus SET nummer = '2026-0009' WHERE id = 1",),
}
"""How a partij gets at a casus without a valid oordeel, or a row under something else."""
LOGREGEL: Final = "INSERT INTO logregel VALUES ({}, 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'lang genoeg {}')"
VERKLARING: Final = (
    "INSERT INTO verklaring VALUES ({}, 'oordeel', '{{}}', 'ih', 'vh', 'lang genoeg {}', 'ht', 'c', 'r', '2026-09-01')"
)
VERBODEN: Final = (
    "COPY deelname FROM '/etc/hostname'",
    "COPY logregel FROM PROGRAM 'id'",
    "COPY (SELECT 1) TO '/tmp/eruit'",
    "CREATE FUNCTION pg_temp.pg_notify(text, text) RETURNS void LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION public.hulp() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    "CREATE DOMAIN public.date AS text",
    "CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION zvh.nooit_leeg()",
    "CREATE TRIGGER e BEFORE INSERT ON casus FOR EACH ROW EXECUTE FUNCTION zvh.nooit_leeg()",
    "CREATE RULE r AS ON INSERT TO casus DO INSTEAD NOTHING",
    "CREATE PUBLICATION p FOR ALL TABLES",
    "DROP EXTENSION plpgsql CASCADE",
    "SELECT pg_create_logical_replication_slot('s', 'test_decoding')",
    "SELECT lo_import('/etc/hostname')",
    "SELECT lo_export(1, '/tmp/eruit')",
    "SELECT pg_read_file('/etc/hostname')",
    "SELECT zvh.mag_mee('deelname', '1')",
    "SELECT zvh.wacht_oordeel_weg()",
    "SELECT setval('zvh.casus_id_seq', 1)",
    "SELECT set_config('session_replication_role', 'replica', false)",
    "ALTER ROLE werker SET search_path = public",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'baas'",
)


@pytest.fixture(scope="module")
def database(databaseserver: Databaseserver) -> Iterator[str]:
    """The name of one with the tafel of the gate tests; what is done in it is taken back."""
    naam = databaseserver.gevulde(vul)
    yield naam
    databaseserver.geef_terug(naam)


@pytest.fixture
def lijn(databaseserver: Databaseserver, database: str) -> Iterator[Any]:
    """A line of psql: of this account, with what somebody sets there."""
    with contextlib.ExitStack() as open_:

        def maak(account: str) -> psycopg.Connection[Any]:
            return open_.enter_context(
                psycopg.connect(
                    host=str(databaseserver.map),
                    port=databaseserver.poort,
                    dbname=database,
                    user=account,
                    options="-c search_path=zvh -c default_transaction_isolation=serializable",
                    autocommit=True,
                )
            )

        yield maak


def probeer(verbinding: psycopg.Connection[Any], *opdrachten: str) -> str | None:
    """By which code it is refused, at the latest where it would be kept; None where it is not. It is taken back."""
    try:
        verbinding.execute("BEGIN")
        for opdracht in opdrachten:
            verbinding.execute(opdracht)
        verbinding.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except psycopg.Error as fout:
        return fout.sqlstate
    finally:
        verbinding.execute("ROLLBACK")
    return None


@pytest.mark.parametrize("account", IEDER)
@pytest.mark.parametrize("hoe", ZONDER_OORDEEL)
def test_een_partij_komt_zonder_oordeel_nergens_bij(lijn: Any, account: str, hoe: str) -> None:
    aan_het_bureau = account in {MEDEWERKER, REGIE}
    assert probeer(lijn(account), *ZONDER_OORDEEL[hoe]) == (GEWEIGERD if aan_het_bureau else MAG_NIET)


def test_een_oordeel_dat_in_dezelfde_opdracht_wordt_ingetrokken_draagt_geen_stoel(lijn: Any) -> None:
    regie = lijn(REGIE)
    regie.execute("BEGIN")
    regie.execute(
        "WITH v AS (INSERT INTO verklaring VALUES (9, 'oordeel', '{}', 'ih', 'vh', 'h9', 'ht', 'c', 'r', "  # noqa: S608
        "'2026-09-01') RETURNING nummer), o AS (INSERT INTO oordeel (id, casus_id, partij_id, verklaring_nummer, "
        "uitkomst, grondslag, motivering, geldig_vanaf, gegeven_door, gegeven_op) "
        "SELECT 9, 1, 1, nummer, 'ingetrokken', 'g', 'm', '2026-09-02', 'r', '2026-09-02 00:00:00' FROM v) "
        f"INSERT {STOEL} VALUES (3, 1, 1, 1, 'rechtmatig', '', 'onbekend', '', false, false)"
    )
    assert regie.execute("SELECT count(*) FROM deelname WHERE partij_id = 1 AND NOT vervallen").fetchone() == (0,)
    regie.execute("ROLLBACK")


@pytest.mark.parametrize("nummer", [2_147_483_647, 10, 0, -1])
@pytest.mark.parametrize("account", IEDER)
def test_de_keten_en_het_logboek_gaan_een_voor_een_verder(lijn: Any, account: str, nummer: int) -> None:
    """After the highest number nobody could ever write in it again: not what was done, and so not do it."""
    verbinding = lijn(account)
    assert probeer(verbinding, LOGREGEL.format(nummer, nummer)) == GEWEIGERD
    niet = MAG_NIET if account == KOPIEERDER else GEWEIGERD
    assert probeer(verbinding, VERKLARING.format(nummer, nummer)) == niet
    assert probeer(verbinding, LOGREGEL.format(1, 1)) is None, "the next one, of a log that is empty here"


@pytest.mark.parametrize("account", IEDER)
@pytest.mark.parametrize("opdracht", VERBODEN)
def test_wat_buiten_de_tabellen_om_gaat_mag_niemand(lijn: Any, account: str, opdracht: str) -> None:
    assert probeer(lijn(account), opdracht) == MAG_NIET


@pytest.mark.parametrize("account", [MEDEWERKER, BEHEER, KOPIEERDER])
def test_een_casusnummer_vraagt_alleen_wie_een_casus_maakt(lijn: Any, account: str) -> None:
    """Each number that is asked for is gone, and who asks says above which."""
    assert probeer(lijn(account), "SELECT zvh.volgend_nummer(2026, 2147483646)") == MAG_NIET


def test_een_transactie_wordt_niet_klaargelegd(lijn: Any) -> None:
    """What was prepared keeps its locks without a line, and after the server began anew."""
    assert probeer(lijn(REGIE), "LOCK TABLE casus IN ACCESS EXCLUSIVE MODE", "PREPARE TRANSACTION 'voor_altijd'") == (
        "55000"
    )


@pytest.fixture
def haastig(databaseserver: Databaseserver, database: str) -> Iterator[Any]:
    """The program, with less patience than it has."""
    adres = databaseserver.adres(database, WERKER)
    engine = PostgresMotor(adres, sleutel=HUISSLEUTEL, wacht_ms=WACHT_MS).open()
    yield engine
    engine.dispose()


@pytest.mark.parametrize("account", IEDER)
def test_wie_het_schrijfslot_houdt_houdt_niemand_voor_altijd_tegen(lijn: Any, haastig: Any, account: str) -> None:
    """Who saves hears within its patience that it was not saved; reading goes on; and who holds it is to be found."""
    houder = lijn(account)
    houder.execute(SLOT)
    begin = time.monotonic()
    with pytest.raises(KluisInGebruik, match="Er is niets gewijzigd"), vertaal_databasefout(), haastig.begin() as werk:
        werk.execute(text("UPDATE partij SET opmerking = 'x'"))
    assert time.monotonic() - begin < 20 * WACHT_MS / 1000
    with haastig.execution_options(**{LEZEN: True}).connect() as lezend:
        assert lezend.execute(text("SELECT count(*) FROM partij")).scalar() == 8
    wie = (
        "SELECT a.usename FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' "
        "AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    assert lijn(WERKER).execute(wie).fetchall() == [(account,)]
    houder.close()
    with haastig.begin() as werk:
        werk.execute(text("UPDATE partij SET opmerking = 'x'"))


def test_wie_een_tabel_op_slot_zet_houdt_niemand_voor_altijd_tegen(lijn: Any, haastig: Any) -> None:
    houder = lijn(MEDEWERKER)
    houder.execute("BEGIN")
    houder.execute("LOCK TABLE casus IN ACCESS EXCLUSIVE MODE")
    lezend = haastig.execution_options(**{LEZEN: True})
    with pytest.raises(KluisInGebruik), vertaal_databasefout(), lezend.connect() as verbinding:
        verbinding.execute(text("SELECT count(*) FROM casus"))
    houder.execute("ROLLBACK")
    with lezend.connect() as verbinding:
        assert verbinding.execute(text("SELECT count(*) FROM casus")).scalar() == 2


def test_rommel_op_de_lijn_waarop_wordt_geluisterd_is_een_paar_keer_bijlezen(lijn: Any, haastig: Any) -> None:
    luisteraar = Luisteraar(haastig, 1, "hier")
    luisteraar.wacht(0)
    lijn(BEHEER).execute(
        "SELECT pg_notify('zvh_wijziging', repeat('rommel', 100) || n) FROM generate_series(1, 5000) n"
    )
    assert luisteraar.wacht(5).gewijzigd
    keren = 1
    while luisteraar.wacht(0.2).gewijzigd:
        keren += 1
    luisteraar.sluit()
    assert keren < 500, "what came in together is one time"


def test_wie_zich_voordoet_als_een_venster_met_rommel_staat_er_niet_bij(lijn: Any, haastig: Any) -> None:
    luisteraar = Luisteraar(haastig, 1, "hier")
    lijn(BEHEER).execute("SELECT set_config('application_name', 'zvh 7 casus 1; DROP TABLE casus', false)")
    gehoord = luisteraar.wacht(0)
    luisteraar.sluit()
    assert gehoord.aanwezig == ()
