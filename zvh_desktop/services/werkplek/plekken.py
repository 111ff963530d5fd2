"""What can be opened on a page of the window, as values: what refuses or waits names one, and the page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Aanmeldinglijst(StrEnum):
    """The list of aanmeldingen, of those that wait for one thing."""

    BEOORDELEN = "beoordelen"
    TERUGKOPPELEN = "terugkoppelen"


@dataclass(frozen=True, slots=True)
class BijCasus:
    """A casus, with one of its parts in view."""

    casus_id: int
    deel: str = ""


@dataclass(frozen=True, slots=True)
class BijAanmelding:
    """An aanmelding; without an id a new one, of which nothing is stored yet."""

    aanmelding_id: int | None = None


@dataclass(frozen=True, slots=True)
class BijTafel:
    """A tafel, at a step (0 is the first; None the one where its work is) and at one thing in that step.

    ``partij_id`` and ``punt_id`` are a cell of the matrix; ``blad`` is a tab of the step.
    """

    overleg_id: int
    stap: int | None = None
    punt_id: int | None = None
    partij_id: int | None = None
    blad: str = ""


@dataclass(frozen=True, slots=True)
class BijOverleg:
    """A meeting without casussen, at one of its points."""

    overleg_id: int
    punt_id: int | None = None


@dataclass(frozen=True, slots=True)
class BijToetreding:
    """The request of an organisation that wants to join, with what is known of it; nothing of it is stored yet."""

    naam: str
    kort: str = ""
    groep: str = ""


Onderdeel = BijCasus | BijAanmelding | Aanmeldinglijst | BijTafel | BijOverleg | BijToetreding | int | str
"""On a page with things of one kind that is the id of one of them, and on a page that is parted the name of a part."""
