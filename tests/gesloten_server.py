"""A database server that is reached over a network, by a closed line alone, with a certificate of its own."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from dbserver import WERKER, Databaseserver, draaiende_server

NETWERKWACHTWOORD: Final = "een lang wachtwoord"
"""Of the account under which an office works; on the server's own socket nobody is asked for one."""
NETWERKNAAM: Final = "localhost"
"""The name in the certificate."""
zonder_openssl: Final = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="zonder openssl is er geen certificaat"
)


@contextlib.contextmanager
def gesloten_server() -> Iterator[Databaseserver]:
    """Listens on an address of this computer; ``server.pem`` in its folder vouches for it, ``ander.pem`` does not."""
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort = vrij.getsockname()[1]
    with draaiende_server(
        _bereid_voor,
        "listen_addresses=127.0.0.1",
        "ssl=on",
        "ssl_cert_file=../server.pem",
        "ssl_key_file=../server.key",
        netwerkpoort=poort,
    ) as server:
        server.doe(f"ALTER ROLE {WERKER} PASSWORD '{NETWERKWACHTWOORD}'")
        yield server


def _bereid_voor(basis: Path) -> None:
    for naam in ("server", "ander"):
        _maak_certificaat(basis, naam)
    (basis / "server.key").chmod(0o600)
    # Who runs the server on its own socket; everybody else over a closed line, with a password.
    (basis / "d" / "pg_hba.conf").write_text(
        "local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n", "ascii"
    )


def _maak_certificaat(folder: Path, naam: str) -> None:
    opdracht = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    opdracht += ["-keyout", f"{naam}.key", "-out", f"{naam}.pem", "-days", "2", "-subj", f"/CN={NETWERKNAAM}"]
    opdracht += ["-addext", f"subjectAltName=DNS:{NETWERKNAAM}"]
    subprocess.run(opdracht, cwd=folder, check=True, capture_output=True)
