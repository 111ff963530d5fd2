"""What the search box gives back: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Vindplaats(StrEnum):
    """What was found."""

    CASUS = "casus"
    PARTIJ = "partij"
    OVERLEG = "overleg"
    ACTIE = "actie"
    BESTUUR = "bestuur"
    """A meeting without casussen; in the index it is an overleg."""
    AGENDA = "agenda"
    """What was written at a point before the overleg."""
    VERSLAG = "verslag"
    """What was written at a point of the verslag, besluiten included."""
    PLAN = "plan"
    """A plan van aanpak."""


@dataclass(frozen=True, slots=True)
class Treffer:
    """One result. ``sleutel`` is the id of what is opened; for an actie or a plan that of its casus."""

    soort: Vindplaats
    sleutel: int
    titel: str
    toelichting: str
    punt_id: int | None = None
    """The point at which it stands, for a text of an agenda or a verslag."""
