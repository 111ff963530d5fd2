"""A draft message that the house's own mail program opens, with letter and calendar item attached.

The application itself sends nothing; X-Unsent makes mail programs open the file as a draft.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class BijlageSoort(StrEnum):
    """What kind of file is attached, and so how the mail program treats it."""

    PDF = "pdf"
    ICS_UITNODIGING = "ics-uitnodiging"
    ICS_INTREKKING = "ics-intrekking"


@dataclass(frozen=True, slots=True)
class EmlBijlage:
    """One attachment."""

    bestandsnaam: str
    soort: BijlageSoort
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class ConceptEmlGegevens:
    """One draft to one recipient. Without ``afzender_email`` the mail program fills in the sender."""

    ontvanger_naam: str
    ontvanger_email: str
    onderwerp: str
    tekst: str
    datum: datetime
    bijlagen: tuple[EmlBijlage, ...]
    afzender_naam: str = ""
    afzender_email: str = ""
