"""Who uses a vault: the values that the layers above work with, and what a user name may be."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from zvh_desktop.database.sleutels.certificaten import MAX_NAAM
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.naam import eis_naam


@dataclass(frozen=True, slots=True)
class Gebruiker:
    """An account in a vault, as its certificate says."""

    naam: str
    weergavenaam: str
    rollen: frozenset[Rol]


@dataclass(frozen=True, slots=True)
class NieuweGebruiker:
    """An account to be made. The password never shows in a repr.

    ``tijdelijk``: somebody else chose the password, so its owner has to choose another before anything else.
    """

    naam: str
    weergavenaam: str
    rollen: frozenset[Rol]
    wachtwoord: str = field(repr=False)
    tijdelijk: bool = False


def schone_naam(naam: str) -> str:
    """The one form in which a user name is stored."""
    return _schoon("naam", naam, MAX_NAAM)


def schone_weergavenaam(naam: str) -> str:
    """The name that others see."""
    return _schoon("weergavenaam", naam, 2 * MAX_NAAM)


def schone_rollen(rollen: frozenset[Rol]) -> frozenset[Rol]:
    """At least one role, each a known one."""
    if not rollen:
        raise InvoerOngeldig("rollen", "Kies ten minste één rol.")
    return frozenset(Rol(rol) for rol in rollen)


def _schoon(veld: str, naam: str, lengte: int) -> str:
    if not naam.strip():
        raise InvoerOngeldig(veld, "De naam is leeg.", advies="Vul een naam in.")
    if any(unicodedata.category(teken) == "Cc" for teken in naam.strip()):
        raise InvoerOngeldig(veld, "De naam bevat tekens die niet zichtbaar zijn.")
    tekst = eis_naam(veld, naam)
    if len(tekst) > lengte:
        raise InvoerOngeldig(veld, f"De naam is te lang: er mogen {lengte} tekens in.")
    # Also refuses what no font has: a name must read as it is.
    if not tekst.isprintable():
        raise InvoerOngeldig(veld, "De naam bevat tekens die niet zichtbaar zijn.")
    return tekst
