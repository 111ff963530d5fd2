"""Where the server of the house is, and that the line to it is a closed one.

What people wrote or are called is encrypted before it goes (ADR 0092). The rest, and the password of the account, never
go over a line that others can read or bend: the certificate of the server is verified with its name (ADR 0077). Only a
socket in the file system of this computer needs none: nothing leaves the computer there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sqlalchemy import URL

from zvh_desktop.errors import InvoerOngeldig

GEKEURD: Final = "verify-full"
_PROTOCOL: Final = "TLSv1.3"
_WACHT_OP_VERBINDING_S: Final = "10"
POORT: Final = 5432


@dataclass(frozen=True, slots=True)
class Serveradres:
    """One database on one server, for one database account. ``certificaat``: who vouches for the server."""

    server: str
    database: str
    account: str
    wachtwoord: str = field(default="", repr=False)
    poort: int = POORT
    certificaat: Path | None = None
    tls: str = GEKEURD

    @property
    def is_socket(self) -> bool:
        """Whether it is a folder with a socket on this computer."""
        return self.server.startswith("/")

    def url(self, stuurprogramma: str = "postgresql+psycopg") -> URL:
        """What SQLAlchemy connects to. Raises InvoerOngeldig for a line that is not closed and verified."""
        self._controleer()
        vraag = {"connect_timeout": _WACHT_OP_VERBINDING_S, "application_name": "casustafel"}
        if self.is_socket:
            return URL.create(
                stuurprogramma,
                username=self.account,
                password=self.wachtwoord or None,
                database=self.database,
                query={**vraag, "host": self.server, "port": str(self.poort), "sslmode": "disable"},
            )
        return URL.create(
            stuurprogramma,
            username=self.account,
            password=self.wachtwoord or None,
            host=self.server,
            port=self.poort,
            database=self.database,
            query={
                **vraag,
                "sslmode": GEKEURD,
                "sslrootcert": "system" if self.certificaat is None else str(self.certificaat),
                "ssl_min_protocol_version": _PROTOCOL,
                "gssencmode": "disable",
            },
        )

    def _controleer(self) -> None:
        if not self.server.strip() or self.server != self.server.strip() or "," in self.server:
            # More than one host in a row would be tried one after the other, each with the password.
            raise InvoerOngeldig("server", "Vul één servernaam in, zonder spaties of komma's.")
        if not self.database or not self.account:
            raise InvoerOngeldig("database", "Vul de naam van de database en van het databaseaccount in.")
        if not self.is_socket and self.tls != GEKEURD:
            raise InvoerOngeldig(
                "tls",
                "Een verbinding zonder versleuteling, of zonder controle van het certificaat, wordt niet gemaakt.",
                advies="Laat de beheerder van de server een certificaat instellen, en geef hier op wie dat uitgaf.",
            )
        if self.certificaat is not None and not self.certificaat.is_file():
            raise InvoerOngeldig(
                "certificaat",
                "Het bestand met het certificaat van de uitgever is er niet.",
                advies="Vraag de beheerder van de server waar het staat.",
            )
