"""The letter that invites one partij to its own points of an overleg.

It names cases by number only: a letter lies on desks and in mailboxes, and that a person has a casus is
itself personal data.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from zvh_desktop.documents.kop import Afzender, Geadresseerde, Kop


@dataclass(frozen=True, slots=True)
class UitnodigingPunt:
    """One point this partij is invited to."""

    aanvang: time
    casusnummer: str | None
    onderwerp: str
    doel: str = ""
    besluitsoort: str = ""
    bijdrage: str = ""


@dataclass(frozen=True, slots=True)
class UitnodigingGegevens:
    """One invitation. ``vervangt_eerdere`` says that it replaces an invitation sent before."""

    kop: Kop
    aan: Geadresseerde
    overleg_naam: str
    datum: date
    plaats: str
    punten: tuple[UitnodigingPunt, ...]
    afzender: Afzender
    antwoord_voor: date | None
    artikel_rechtmatig: str
    artikel_geheimhouding: str
    artikel_mandaat: str
    vervangt_eerdere: bool = False
