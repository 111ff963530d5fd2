"""Over a network: a server is worked with when its certificate is the one that was asked for, in its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from dbserver import WERKER, Databaseserver
from gesloten_server import NETWERKNAAM, NETWERKWACHTWOORD, gesloten_server, zonder_openssl
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from zvh_desktop.database.motor.postgresql import PostgresMotor
from zvh_desktop.database.motor.serveradres import Serveradres
from zvh_desktop.errors import KluisFout

pytestmark = zonder_openssl


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[Databaseserver, str, int]]:
    """A server that listens on this computer's own network address, and a database in it."""
    with gesloten_server() as server:
        yield server, server.lege(), server.poort


def adres(server: tuple[Databaseserver, str, int], naam: str = NETWERKNAAM, uitgever: str = "server") -> Serveradres:
    waar, database, poort = server
    return Serveradres(naam, database, WERKER, NETWERKWACHTWOORD, poort, waar.map / f"{uitgever}.pem")


def test_over_een_gesloten_lijn_wordt_gewerkt(server: tuple[Databaseserver, str, int]) -> None:
    engine = PostgresMotor(adres(server)).open()
    with engine.begin() as verbinding:
        vraag = text("SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
        assert verbinding.execute(vraag).one() == (True, "TLSv1.3")
        verbinding.exec_driver_sql("INSERT INTO profiel_versie VALUES (1, 'proef', '1', '', '2026-09-01')")
    engine.dispose()


@pytest.mark.parametrize(
    ("naam", "uitgever"),
    [
        pytest.param(NETWERKNAAM, "ander", id="een certificaat van een ander"),
        pytest.param("127.0.0.1", "server", id="een naam die er niet in staat"),
    ],
)
def test_een_server_die_niet_is_wie_hij_zegt_krijgt_niets(
    server: tuple[Databaseserver, str, int], naam: str, uitgever: str
) -> None:
    with pytest.raises(KluisFout, match="certificaat klopt niet"):
        PostgresMotor(adres(server, naam, uitgever)).open()


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        pytest.param({"wachtwoord": "niet dit"}, "neemt het wachtwoord", id="een verkeerd wachtwoord"),
        pytest.param({"wachtwoord": ""}, "neemt het wachtwoord", id="geen wachtwoord"),
        pytest.param({"database": "er_niet"}, "laat dit databaseaccount niet toe", id="een database die er niet is"),
        pytest.param({"poort": 1}, "niet te bereiken", id="niemand thuis"),
    ],
)
def test_wie_niet_binnenkomt_leest_waarom(
    server: tuple[Databaseserver, str, int], anders: dict[str, object], zin: str
) -> None:
    with pytest.raises(KluisFout, match=zin):
        PostgresMotor(replace(adres(server), **anders)).open()


def test_de_server_zelf_laat_een_open_lijn_niet_toe(server: tuple[Databaseserver, str, int]) -> None:
    url = adres(server).url().difference_update_query(["sslmode", "sslrootcert"])
    engine = create_engine(url.update_query_dict({"sslmode": "disable"}))
    with pytest.raises(OperationalError, match="no encryption"):
        engine.connect()
    engine.dispose()
