"""One line of Vandaag: what waits, under which heading, and where it is done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

KOMENDE_DAGEN = 14
"""How far ahead Vandaag looks, in days."""


class Wanneer(StrEnum):
    """Under which heading a line stands."""

    NU = "Nu"
    DEZE_WEEK = "Deze week"
    TERMIJNEN = "Termijnen"


@dataclass(frozen=True, slots=True)
class Wacht:
    """One line: what waits, and where it is done.

    ``plaats`` is "aanmelding", "terugkoppeling", "casus", "oordelen", "opschaling", "tafel", "overleggen", "acties",
    "rolwijzigingen", "datalekken", "verzoeken", "overnemen", "opruimen",
    "samenwerking", "geschillen", "convenant", "reservekopie" or "opruimen_casus";
    ``sleutel`` an id, 0 is the list. ``plek`` is the cell of the matrix: agendapunt and partij.
    """

    wanneer: Wanneer
    zin: str
    knop: str
    plaats: str
    sleutel: int
    plek: tuple[int, int] | None = None
