"""A month as frozen values: its days, with what falls on each and the page on which that is opened."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Final

from zvh_desktop.models.keuzes import OverlegStatus, VerslagStatus
from zvh_desktop.services.werkplek.plekken import Onderdeel

EERSTE_JAAR: Final = 1901
LAATSTE_JAAR: Final = 2198


class Maandsoort(StrEnum):
    """What falls on a day, in the order in which a day shows it."""

    TAFEL = "tafel"
    OVERLEG = "overleg"
    DATALEK = "datalek"
    VERZOEK = "verzoek"
    ACTIE = "actie"
    EVALUATIE = "evaluatie"
    AANGEHOUDEN = "aangehouden"
    OORDEEL = "oordeel"
    SAMENWERKING = "samenwerking"
    BEWAREN = "bewaren"


@dataclass(frozen=True, slots=True)
class Tijdstip:
    """When an overleg is, and how it stands."""

    begin: time
    einde: time
    status: OverlegStatus
    verslag: VerslagStatus


@dataclass(frozen=True, slots=True)
class Dagitem:
    """One thing on a day. ``kort`` is for the cell, ``zin`` says it in full; neither names a betrokkene."""

    soort: Maandsoort
    dag: date
    kort: str
    zin: str
    pagina: str
    onderdeel: Onderdeel | None
    tijdstip: Tijdstip | None = None


@dataclass(frozen=True, slots=True)
class Maanddag:
    """One day of the grid; ``erbuiten`` when it is of the month before or after."""

    dag: date
    erbuiten: bool
    feestdag: str
    vakanties: tuple[str, ...]
    items: tuple[Dagitem, ...]


@dataclass(frozen=True, slots=True)
class Maandbeeld:
    """Whole weeks, Monday to Sunday, that together hold the month."""

    jaar: int
    maand: int
    vandaag: date
    dagen: tuple[Maanddag, ...]


def weken_van(jaar: int, maand: int) -> tuple[date, ...]:
    """Every day from the Monday on or before the first of the month to the Sunday on or after its last."""
    eerste, laatste = date(jaar, maand, 1), date(jaar, maand, monthrange(jaar, maand)[1])
    begin = eerste - timedelta(days=eerste.weekday())
    einde = laatste + timedelta(days=6 - laatste.weekday())
    return tuple(begin + timedelta(days=nummer) for nummer in range((einde - begin).days + 1))


def maand_verder(jaar: int, maand: int, aantal: int) -> tuple[int, int]:
    """So many months on or back; it stays within the years that a date may have."""
    stand = jaar * 12 + maand - 1 + aantal
    stand = min(max(stand, EERSTE_JAAR * 12), LAATSTE_JAAR * 12 + 11)
    return stand // 12, stand % 12 + 1
