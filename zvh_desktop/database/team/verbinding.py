"""The connection file: where the server of a house is, and the code without which its accounts are not even read.

It goes to each computer of the house and not to who runs the server. The key file stands on the server sealed under
that code, so who has a dump has no names of accounts, and nothing to try passwords on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from zvh_desktop.database.bestand.bestanden import schrijf_nieuw
from zvh_desktop.database.bestand.canoniek import canoniek, uit_canoniek
from zvh_desktop.database.kluisbord import geen_verbindingsbestand
from zvh_desktop.database.motor.serveradres import POORT, Serveradres
from zvh_desktop.database.sleutels.certificaten import geheel, hexadecimaal, object_met, tekst
from zvh_desktop.database.sleutels.primitieven import SLEUTEL_LENGTE, willekeurig
from zvh_desktop.errors import InvoerOngeldig, KluisNietGevonden

FORMAAT: Final = "zvh-team"
VERSIE: Final = 1
_MAX_BYTES: Final = 64 * 1024
_VELDEN: Final = ("formaat", "versie", "kluis", "server", "poort", "database", "certificaat", "code")


@dataclass(frozen=True, slots=True)
class Serverplek:
    """Where a database of a server is."""

    server: str
    database: str
    poort: int = POORT
    certificaat: str = ""

    def adres(self, account: str, wachtwoord: str = "") -> Serveradres:
        """The same for one database account."""
        return Serveradres(
            self.server,
            self.database,
            account,
            wachtwoord,
            self.poort,
            Path(self.certificaat) if self.certificaat else None,
        )


@dataclass(frozen=True, slots=True)
class Databaseaccount:
    """As whom of the server somebody works; says nothing about who that is in the house."""

    naam: str
    wachtwoord: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Verbinding:
    """What stands in the file."""

    plek: Serverplek
    kluis_id: str
    code: bytes = field(repr=False)

    @classmethod
    def nieuw(cls, plek: Serverplek, kluis_id: str) -> Verbinding:
        """With a code of its own."""
        return cls(plek, kluis_id, willekeurig(SLEUTEL_LENGTE))

    def als_bytes(self) -> bytes:
        """How it is written."""
        plek = self.plek
        inhoud = {
            "formaat": FORMAAT,
            "versie": VERSIE,
            "kluis": self.kluis_id,
            "server": plek.server,
            "poort": plek.poort,
            "database": plek.database,
            # The file goes to other computers: the certificate is looked for beside it.
            "certificaat": Path(plek.certificaat).name,
            "code": self.code.hex(),
        }
        return canoniek(inhoud) + b"\n"


def eis_vrije_plaats(pad: Path) -> None:
    """Raises InvoerOngeldig where a file stands already."""
    if pad.exists():
        raise _bezet()


def schrijf_verbinding(pad: Path, verbinding: Verbinding) -> None:
    """Write it; nothing is ever written over. Raises InvoerOngeldig."""
    try:
        pad.parent.mkdir(parents=True, exist_ok=True)
        schrijf_nieuw(pad, verbinding.als_bytes())
    except FileExistsError as fout:
        raise _bezet() from fout


def lees_verbinding(pad: Path) -> Verbinding:
    """Read it back. Raises KluisNietGevonden, KluisBeschadigd."""
    try:
        with pad.open("rb") as bestand:
            gegevens = bestand.read(_MAX_BYTES)
    except OSError as fout:
        raise KluisNietGevonden(
            "Het verbindingsbestand is niet te lezen.", advies="Kijk of de naam klopt en of u erbij mag."
        ) from fout
    try:
        velden = object_met(uit_canoniek(gegevens.removesuffix(b"\n")), _VELDEN)
        if velden["formaat"] != FORMAAT or velden["versie"] != VERSIE:
            raise ValueError("formaat")
        plek = Serverplek(
            tekst(velden["server"]),
            tekst(velden["database"]),
            geheel(velden["poort"], 1, 65_535),
            _ernaast(pad, tekst(velden["certificaat"])),
        )
        code = bytes.fromhex(hexadecimaal(velden["code"], SLEUTEL_LENGTE))
        return Verbinding(plek, hexadecimaal(velden["kluis"], 16), code)
    except (ValueError, TypeError, KeyError) as fout:
        raise geen_verbindingsbestand() from fout


def _bezet() -> InvoerOngeldig:
    return InvoerOngeldig(
        "verbinding", "Op deze plaats staat al een verbindingsbestand.", advies="Kies een nieuwe naam."
    )


def _ernaast(pad: Path, certificaat: str) -> str:
    return str(pad.absolute().parent / certificaat) if certificaat else ""
