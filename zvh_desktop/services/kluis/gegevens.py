"""What goes in and out before a vault is open: plain values, shared by the first start, login and command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.kluis.kluisinfo import KluisInfo

__all__ = [
    "AccountInvoer",
    "KluisInfo",
    "NieuweKluis",
    "ProfielBron",
    "ProfielKeuze",
    "Profielpartij",
    "SessieInfo",
    "Voortgang",
    "WachtwoordOordeel",
]

Voortgang = Callable[[int, int, str], None]
"""How far, of how many, and what is being made."""

ProfielBron = str | Path
"""The key of a profile that comes with the application, or a file of the house itself."""


@dataclass(frozen=True, slots=True)
class SessieInfo:
    """Who works in which vault, in which role; ``rol_naam`` is what this house calls that role."""

    gebruiker: str
    weergavenaam: str
    rollen: frozenset[Rol]
    rol_naam: str
    huis_kort: str
    oefen: bool
    kluis_naam: str
    alleen_lezen: bool = False
    is_koffer: bool = False
    op_server: bool = False

    @property
    def titel(self) -> str:
        """What stands above the window."""
        erbij = (" - KOFFER" if self.is_koffer else "") + (" - OEFENING" if self.oefen else "")
        return f"Casustafel - {self.huis_kort}{erbij}"


@dataclass(frozen=True, slots=True)
class ProfielKeuze:
    """One house profile to choose from: one that comes with the application, or a file."""

    sleutel: ProfielBron
    naam: str


@dataclass(frozen=True, slots=True)
class Profielpartij:
    """One partij of a profile to choose from."""

    naam: str
    kort: str
    groep: str


@dataclass(frozen=True, slots=True)
class AccountInvoer:
    """A new account. The password is never shown by repr."""

    naam: str
    weergavenaam: str
    rollen: frozenset[Rol]
    wachtwoord: str = field(repr=False)
    gezien: tuple[str, ...] = ()
    """The names of which the user was told that this one looks like them, and that it is another one."""


@dataclass(frozen=True, slots=True)
class NieuweKluis:
    """Everything the first start asks. ``partijen`` are the names of those taken from the profile."""

    map: Path
    profiel: ProfielBron
    partijen: tuple[str, ...]
    beheerder: AccountInvoer
    overige: tuple[AccountInvoer, ...]
    email: str = ""
    """Of the house itself: the sender of what goes out."""


@dataclass(frozen=True, slots=True)
class WachtwoordOordeel:
    """Whether a password is strong enough, said in one sentence."""

    goed_genoeg: bool
    zin: str
