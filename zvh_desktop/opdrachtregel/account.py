"""With which account a command opens a vault: named, asked for, or the documented one of a practice vault."""

from __future__ import annotations

import argparse
import getpass
import sys
from dataclasses import dataclass, field
from pathlib import Path

from zvh_desktop.database.kluiskop import lees_kop
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.oefenen.accounts import oefenaccount

_GROOTSTE = 4096


@dataclass(frozen=True, slots=True)
class Aanmeldgegevens:
    """Name and password; the password is never shown by repr."""

    gebruiker: str
    wachtwoord: str = field(repr=False)


def voeg_keuzes_toe(ontleder: argparse.ArgumentParser) -> None:
    """The options that every command on a vault has."""
    ontleder.add_argument("--gebruiker", metavar="NAAM", help="met welk account de kluis opengaat")
    ontleder.add_argument(
        "--wachtwoord-bestand",
        metavar="BESTAND",
        type=Path,
        help="bestand met alleen het wachtwoord; zonder dit bestand wordt het gevraagd",
    )


def bepaal(keuzes: argparse.Namespace, rol: Rol) -> Aanmeldgegevens:
    """Who opens the vault. Raises GebruikersFout when that cannot be known."""
    naam: str | None = keuzes.gebruiker
    bestand: Path | None = keuzes.wachtwoord_bestand
    if naam is None and bestand is None and lees_kop(keuzes.kluis).oefen:
        account = oefenaccount(rol)
        return Aanmeldgegevens(account.gebruiker, account.wachtwoord)
    return vraag_wie(keuzes)


def vraag_wie(keuzes: argparse.Namespace) -> Aanmeldgegevens:
    """Named, or asked for. Raises GebruikersFout when that cannot be known."""
    naam: str = _vraag_naam() if keuzes.gebruiker is None else keuzes.gebruiker
    bestand: Path | None = keuzes.wachtwoord_bestand
    return Aanmeldgegevens(naam, lees_wachtwoord(bestand) if bestand is not None else _vraag_wachtwoord(naam))


def lees_wachtwoord(bestand: Path) -> str:
    """The one line of a file with a password. Raises GebruikersFout."""
    try:
        if bestand.stat().st_size > _GROOTSTE:
            raise GebruikersFout("Het wachtwoordbestand is te groot: er hoort alleen een wachtwoord in.")
        inhoud = bestand.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as fout:
        raise GebruikersFout(
            "Het wachtwoordbestand is niet te lezen.", advies="Geef een tekstbestand op met alleen het wachtwoord."
        ) from fout
    return inhoud.removesuffix("\n").removesuffix("\r")


def _vraag_naam() -> str:
    _eis_terminal()
    sys.stderr.write("Gebruiker: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip()


def _vraag_wachtwoord(naam: str) -> str:
    _eis_terminal()
    return getpass.getpass(f"Wachtwoord van {naam}: ")


def _eis_terminal() -> None:
    if not sys.stdin.isatty():
        raise GebruikersFout(
            "Voor deze kluis zijn een gebruiker en een wachtwoord nodig.",
            advies="Geef --gebruiker NAAM en --wachtwoord-bestand BESTAND op.",
        )
