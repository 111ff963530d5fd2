"""The 72 hours of AVG art. 33, counted from finding, nights and weekends included."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from zvh_desktop.models.taal import datum_kort, tijd
from zvh_desktop.services.werkplek.klok import als_lokaal

TERMIJN: Final = timedelta(hours=72)
ARTIKEL: Final = "AVG art. 33"


def uiterlijk(gevonden_op: datetime) -> datetime:
    """Until when it can be reported in time (naive UTC): hours that pass, also where the clock goes back."""
    return gevonden_op + TERMIJN


def moment_tekst(moment: datetime) -> str:
    """A stored moment as people read it."""
    lokaal = als_lokaal(moment)
    return f"{datum_kort(lokaal.date())} {tijd(lokaal)}"


def resterend(grens: datetime, nu: datetime) -> str:
    """How long there is, in words."""
    if nu > grens:
        return f"72 uur voorbij sinds {moment_tekst(grens)}"
    uren = int((grens - nu).total_seconds() // 3600)
    nog = "minder dan 1 uur" if uren == 0 else f"nog {uren} uur"
    return f"{nog}, uiterlijk {moment_tekst(grens)}"
