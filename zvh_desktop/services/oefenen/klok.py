"""A clock that can be set, so that a practice vault has a past as well as a future."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from zvh_desktop.services.werkplek.feestdagen import feestdag
from zvh_desktop.services.werkplek.klok import als_utc

ZATERDAG = 5


class Oefenklok:
    """Stands still until it is set."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def __call__(self) -> datetime:
        return self._moment

    def zet(self, dag: date, tijdstip: time) -> None:
        """Set it to a Dutch date and time."""
        self._moment = als_utc(dag, tijdstip).astimezone(UTC)

    def verder(self, *, minuten: int) -> None:
        """So many minutes later."""
        self._moment += timedelta(minutes=minuten)


def werkdag_voor(dag: date) -> date:
    """This day, or the last working day before it."""
    while dag.weekday() >= ZATERDAG or feestdag(dag):
        dag -= timedelta(days=1)
    return dag


def werkdag_na(dag: date) -> date:
    """This day, or the first working day after it."""
    while dag.weekday() >= ZATERDAG or feestdag(dag):
        dag += timedelta(days=1)
    return dag
