"""Only a closed and verified line is made; what goes wrong on it becomes a sentence."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from dbserver import WERKER, Databaseserver
from sqlalchemy.exc import DBAPIError

from zvh_desktop.database.bestand.serverzinnen import van_de_server
from zvh_desktop.database.bestand.vertaling import vertaling
from zvh_desktop.database.motor.postgresql import PostgresMotor
from zvh_desktop.database.motor.serveradres import Serveradres
from zvh_desktop.errors import (
    AlleenLezen,
    GebruikersFout,
    InvoerOngeldig,
    KluisFout,
    KluisInGebruik,
    LijnWeg,
    SchijfVol,
    ServerWeigert,
    Uitgeleend,
)


@pytest.mark.parametrize("tls", ["disable", "allow", "prefer", "require", "verify-ca", "", "VERIFY-FULL"])
def test_een_lijn_die_niet_dicht_is_wordt_niet_gemaakt(tls: str) -> None:
    with pytest.raises(InvoerOngeldig, match="zonder versleuteling"):
        Serveradres("db.voorbeeld.test", "casustafel", "werker", tls=tls).url()


@pytest.mark.parametrize("server", ["", " db.voorbeeld.test", "een.test,twee.test", "db.test "])
def test_een_servernaam_is_een_naam(server: str) -> None:
    with pytest.raises(InvoerOngeldig, match="één servernaam"):
        Serveradres(server, "casustafel", "werker").url()


def test_het_certificaat_wordt_gecontroleerd_met_de_naam(tmp_path: Path) -> None:
    uitgever = tmp_path / "uitgever.pem"
    uitgever.touch()
    vraag = Serveradres("db.voorbeeld.test", "casustafel", "werker", certificaat=uitgever).url().query
    assert (vraag["sslmode"], vraag["sslrootcert"]) == ("verify-full", str(uitgever))
    assert vraag["ssl_min_protocol_version"] == "TLSv1.3"
    assert Serveradres("db.voorbeeld.test", "casustafel", "werker").url().query["sslrootcert"] == "system"
    with pytest.raises(InvoerOngeldig, match="is er niet"):
        Serveradres("db.voorbeeld.test", "casustafel", "werker", certificaat=tmp_path / "weg.pem").url()


def test_niets_in_een_naam_zet_de_controle_uit() -> None:
    adres = Serveradres("db.test?sslmode=disable", "x?sslmode=disable", "a@b/?sslmode=disable", "p&sslmode=disable")
    url = adres.url()
    assert url.query["sslmode"] == "verify-full"
    assert (url.database, url.username, url.password) == (adres.database, adres.account, adres.wachtwoord)


def test_een_wachtwoord_staat_in_geen_tekst() -> None:
    adres = Serveradres("db.test", "casustafel", "werker", "kanarie")
    assert "kanarie" not in f"{adres!r} {adres.url()}"


def test_een_server_die_alleen_open_praat_krijgt_niets() -> None:
    """A server without TLS answers the first question with N; after that not a byte may follow."""
    with socket.create_server(("127.0.0.1", 0)) as luistert:
        poort = luistert.getsockname()[1]
        opdracht = (
            "import sys; from zvh_desktop.database.motor.serveradres import Serveradres;"
            "from zvh_desktop.database.motor.postgresql import PostgresMotor;"
            "from zvh_desktop.errors import KluisFout\n"
            f"adres = Serveradres('127.0.0.1', 'd', 'werker', 'kanarie', {poort})\n"
            "try: PostgresMotor(adres).open()\nexcept KluisFout as fout: print(fout.gebeurd)"
        )
        with subprocess.Popen([sys.executable, "-c", opdracht], stdout=subprocess.PIPE, text=True) as ander:
            lijn, _ = luistert.accept()
            with lijn:
                lijn.settimeout(60)
                assert lijn.recv(1024) == bytes.fromhex("0000000804d2162f")
                lijn.sendall(b"N")
                assert lijn.recv(1024) == b""
            uit, _ = ander.communicate(timeout=60)
    assert "niet te bereiken" in uit


def test_een_server_die_er_niet_is(databaseserver: Databaseserver) -> None:
    with pytest.raises(KluisFout, match="niet te bereiken"):
        PostgresMotor(Serveradres(str(databaseserver.map / "weg"), "huis", WERKER)).open()
    with pytest.raises(KluisFout, match="laat dit databaseaccount niet toe"):
        PostgresMotor(Serveradres(str(databaseserver.map), "bestaat_niet", WERKER)).open()


class Serverfout(Exception):
    """As the driver gives it, without the driver."""

    def __init__(self, letters: str | None, zin: str = "") -> None:
        super().__init__(zin)
        self.sqlstate = letters
        self.diag = type("Diag", (), {"message_primary": zin})()


@pytest.mark.parametrize(
    ("letters", "soort", "zin"),
    [
        ("40001", KluisInGebruik, "op hetzelfde moment"),
        ("40P01", KluisInGebruik, "op hetzelfde moment"),
        ("55P03", KluisInGebruik, "te lang"),
        ("53100", SchijfVol, "schijf van de server"),
        ("25006", AlleenLezen, "alleen worden gelezen"),
        ("28P01", ServerWeigert, "neemt het wachtwoord van dit databaseaccount niet aan"),
        ("28000", ServerWeigert, "laat dit databaseaccount niet toe"),
        ("53300", KluisFout, "niets meer bij"),
        ("57P01", LijnWeg, "verbinding is weggevallen"),
        ("08006", LijnWeg, "verbinding is weggevallen"),
        (None, LijnWeg, "verbinding is weggevallen"),
    ],
)
def test_wat_de_server_zegt_wordt_een_zin(letters: str | None, soort: type[GebruikersFout], zin: str) -> None:
    gezegd = vertaling(Serverfout(letters, "kanarie"))
    assert type(gezegd) is soort
    assert zin in gezegd.gebeurd
    assert gezegd.veilig
    assert gezegd.advies
    assert "kanarie" not in str(gezegd)


@pytest.mark.parametrize("letters", ["23000", "23503", "23505", "42P01", "42501", "22P02"])
def test_een_regel_die_weigert_of_een_vraag_die_niet_klopt_is_van_ons(letters: str) -> None:
    assert van_de_server(Serverfout(letters, "poort: geen geldend oordeel")) is None


ZONDER_LETTERS = (
    (psycopg.DataError, False),
    (psycopg.ProgrammingError, False),
    (psycopg.NotSupportedError, False),
    (psycopg.InterfaceError, False),
    (psycopg.OperationalError, True),
    (psycopg.errors.ConnectionTimeout, True),
    (psycopg.DatabaseError, True),
)


@pytest.mark.parametrize(("soort", "lijn"), ZONDER_LETTERS, ids=lambda een: getattr(een, "__name__", str(een)))
def test_wat_hier_niet_te_versturen_was_is_geen_lijn_die_wegviel(soort: type[psycopg.Error], lijn: bool) -> None:
    """The driver refused it on this computer, so it has no letters of a server."""
    assert soort("kanarie").sqlstate is None
    for fout in (soort("kanarie"), DBAPIError("SELECT 1", {}, soort("kanarie"))):
        assert isinstance(vertaling(fout), LijnWeg) is lijn
        assert isinstance(van_de_server(fout), LijnWeg) is lijn


def test_wat_in_een_koffer_weg_is_zegt_dat() -> None:
    gezegd = vertaling(Serverfout("23000", "koffer:7"))
    assert isinstance(gezegd, Uitgeleend)
    assert vertaling(Serverfout("42501", "koffer:7")) is None


def test_het_stuurprogramma_wordt_pas_geladen_als_een_server_wordt_geopend() -> None:
    opdracht = (
        "import sys, zvh_desktop.app, zvh_desktop.services.diensten, zvh_desktop.database.kluis\n"
        "print(sorted(n for n in sys.modules if n.startswith(('psycopg', 'sqlalchemy.dialects.postgresql'))))\n"
        "import zvh_desktop.database.motor.postgresql\n"
        "print(sorted(n for n in sys.modules if n.startswith('psycopg')))"
    )
    uit = subprocess.run([sys.executable, "-c", opdracht], capture_output=True, text=True, check=True, timeout=120)
    assert uit.stdout.split() == ["[]", "[]"]
