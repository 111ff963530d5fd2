"""What the form asks, as frozen values: the same list is used to make it and to read it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

FORMULIERVELD: Final = "formulier"
"""The field that says of which house and which version the form is; nobody fills it in."""

MEESTE_BYTES: Final = 4 * 1024 * 1024
"""The largest file that is taken for a form."""


class Vraagvorm(StrEnum):
    """How an answer is given."""

    REGEL = "regel"
    TEKST = "tekst"
    KEUZE = "keuze"


@dataclass(frozen=True, slots=True)
class Vraag:
    """One field. ``hoogstens`` is how many characters fit; ``breed`` its share of a line."""

    sleutel: str
    label: str
    vorm: Vraagvorm
    hulp: str = ""
    keuzes: tuple[str, ...] = ()
    hoogstens: int = 300
    breed: float = 1.0
    waarde: str = ""
    boven: str = ""
    """What is printed above the line on which this question begins, in full."""


@dataclass(frozen=True, slots=True)
class Vraagdeel:
    """A heading with the questions below it; questions of half a line stand beside each other."""

    kop: str
    uitleg: str
    vragen: tuple[Vraag, ...]
