"""Over a network: a server is worked with when its certificate is the one that was asked for, in its name."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from dbserver import WERKER, Databaseserver, draaiende_server
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from zvh_desktop.database.motor.postgresql import PostgresMotor
from zvh_desktop.database.motor.serveradres import Serveradres
from zvh_desktop.errors import KluisFout

WACHTWOORD = "een lang wachtwoord"
pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="zonder openssl is er geen certificaat")


def maak_certificaat(folder: Path, naam: str) -> None:
    opdracht = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    opdracht += ["-keyout", f"{naam}.key", "-out", f"{naam}.pem", "-days", "2", "-subj", "/CN=localhost"]
    opdracht += ["-addext", "subjectAltName=DNS:localhost"]
    subprocess.run(opdracht, cwd=folder, check=True, capture_output=True)


def bereid_voor(basis: Path) -> None:
    for naam in ("server", "ander"):
        maak_certificaat(basis, naam)
    (basis / "server.key").chmod(0o600)
    # Who runs the server on its own socket; everybody else over a closed line, with a password.
    (basis / "d" / "pg_hba.conf").write_text(
        "local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n", "ascii"
    )


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[Databaseserver, str, int]]:
    """A server that listens on this computer's own network address, and a database in it."""
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort = vrij.getsockname()[1]
    with draaiende_server(
        bereid_voor,
        "listen_addresses=127.0.0.1",
        "ssl=on",
        "ssl_cert_file=../server.pem",
        "ssl_key_file=../server.key",
        netwerkpoort=poort,
    ) as server:
        server.doe(f"ALTER ROLE {WERKER} PASSWORD '{WACHTWOORD}'")
        yield server, server.lege(), poort


def adres(server: tuple[Databaseserver, str, int], naam: str = "localhost", uitgever: str = "server") -> Serveradres:
    waar, database, poort = server
    return Serveradres(naam, database, WERKER, WACHTWOORD, poort, waar.map / f"{uitgever}.pem")


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
        pytest.param("localhost", "ander", id="een certificaat van een ander"),
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
