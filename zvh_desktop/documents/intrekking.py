"""The letter that withdraws an invitation, for some points or altogether.

It gives no reason: why a partij may no longer sit at a casus says something about that casus.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from zvh_desktop.documents.kop import Afzender, Geadresseerde, Kop


@dataclass(frozen=True, slots=True)
class IntrekkingPunt:
    """One point of an invitation that this partij already has."""

    aanvang: time
    casusnummer: str | None
    onderwerp: str


@dataclass(frozen=True, slots=True)
class IntrekkingGegevens:
    """One withdrawal. Without ``resterend`` the whole invitation lapses."""

    kop: Kop
    aan: Geadresseerde
    overleg_naam: str
    datum: date
    plaats: str
    vervallen: tuple[IntrekkingPunt, ...]
    resterend: tuple[IntrekkingPunt, ...]
    afzender: Afzender
    artikel_geheimhouding: str
