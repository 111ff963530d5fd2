"""Names and addresses that go into a message or calendar item, refused when they could add a line to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zvh_desktop.errors import InvoerOngeldig

_ADRES: Final = re.compile(
    r"(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
    r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+"
)
_BESTURING: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Postvak:
    """A name and the address it is at; without an address it is nobody's."""

    naam: str
    email: str


def controleer_regel(veld: str, tekst: str) -> str:
    """Return text that stays on its own line, or refuse it: a newline would start a header of its own."""
    if _BESTURING.search(tekst):
        raise InvoerOngeldig(
            veld,
            "Een naam of onderwerp bevat een regeleinde of een onzichtbaar teken.",
            advies="Typ de naam opnieuw, op één regel.",
        )
    return tekst


def is_adres(adres: str) -> bool:
    """Whether this is a single plain e-mail address: one rule for what is entered and for what is sent."""
    return len(adres) <= 254 and _ADRES.fullmatch(adres) is not None


def controleer_adres(veld: str, adres: str) -> str:
    """Return a single plain e-mail address, or refuse it."""
    if not is_adres(adres):
        raise InvoerOngeldig(
            veld,
            "Een e-mailadres klopt niet.",
            advies="Verbeter het adres bij de contactpersoon, bijvoorbeeld naam@voorbeeld.nl.",
        )
    return adres
