"""The calendar item that goes with an invitation or its withdrawal.

One item per partij with exactly one attendee: a list of attendees would tell each partij who else comes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class UitnodigingIcsGegevens:
    """One calendar item. Times carry a timezone and are written in UTC.

    ``begin`` is the start of the first own point of this partij. ``einde`` is the end of its last own
    point, or None. ``uid`` stays the same for every later version, ``volgnummer`` counts up.
    """

    uid: str
    volgnummer: int
    intrekking: bool
    huis_kort: str
    overleg_naam: str
    begin: datetime
    einde: datetime | None
    plaats: str
    organisator_naam: str
    organisator_email: str
    genodigde_naam: str
    genodigde_email: str
    gemaakt_op: datetime
    oefen: bool
    omschrijving: str = ""
