"""What every test vault shares: the passwords of its invented accounts, and a clock that stands still."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from zvh_desktop.services.werkplek.klok import AMSTERDAM

WACHTWOORD = "paarse fiets in de regen"
ANDER_WACHTWOORD = "groene trein over het water"
BEGIN = date(2026, 9, 1)
"""The first day on the clock of a test that says no other: a Tuesday."""


@dataclass(slots=True)
class ProefKlok:
    """A clock that stands still until it is told otherwise."""

    nu: datetime = field(default_factory=lambda: datetime.combine(BEGIN, time(9), AMSTERDAM).astimezone(UTC))

    def __call__(self) -> datetime:
        return self.nu

    @property
    def vandaag(self) -> date:
        """The Dutch day."""
        return self.nu.astimezone(AMSTERDAM).date()

    def verder(self, dagen: int = 0, minuten: int = 0) -> None:
        """Let time pass."""
        self.nu += timedelta(days=dagen, minutes=minuten)

    def over(self, dagen: int) -> date:
        """The day that is this many days away."""
        return self.vandaag + timedelta(days=dagen)
