"""A period of whole quarters. Days cannot be chosen: two periods a day apart would tell of that day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.taal import datum_kort

Kwartaal = tuple[int, int]


@dataclass(frozen=True, slots=True, order=True)
class Tijdvak:
    """From the first day of one quarter to the last day of another."""

    van: Kwartaal
    tot: Kwartaal

    @property
    def begin(self) -> date:
        """The first day."""
        return _begin(self.van)

    @property
    def einde(self) -> date:
        """The last day."""
        return _begin(_volgende(self.tot)) - timedelta(days=1)

    @property
    def naam(self) -> str:
        """'2025', '2e kwartaal 2025', '3e kwartaal 2024 tot en met 2e kwartaal 2025'."""
        if self.van[1] == 1 and self.tot[1] == 4:
            van, tot = str(self.van[0]), str(self.tot[0])
        else:
            van, tot = _naam(self.van), _naam(self.tot)
        return van if van == tot else f"{van} tot en met {tot}"

    @property
    def jaren(self) -> tuple[int, ...]:
        """Every year that it touches."""
        return tuple(range(self.van[0], self.tot[0] + 1))

    @property
    def is_hele_jaren(self) -> bool:
        """Whether it can be divided."""
        return self.van[1] == 1 and self.tot[1] == 4

    def vorig(self) -> Tijdvak:
        """The same quarters of the year before; of more years as many years before."""
        terug = max(1, (self._plaats(self.tot) - self._plaats(self.van)) // 4 + 1)
        return Tijdvak((self.van[0] - terug, self.van[1]), (self.tot[0] - terug, self.tot[1]))

    def kwartalen(self, jaar: int) -> tuple[int, ...]:
        """Which quarters of a year belong to it."""
        return tuple(k for k in (1, 2, 3, 4) if self.van <= (jaar, k) <= self.tot)

    def stukken(self) -> Iterator[Kwartaal]:
        """Whole years (quarter 0) where it holds one, and the quarters beside them."""
        for jaar in self.jaren:
            kwartalen = self.kwartalen(jaar)
            yield from [(jaar, 0)] if len(kwartalen) == 4 else [(jaar, k) for k in kwartalen]

    def eis_voorbij(self, vandaag: date) -> None:
        """Raise InvoerOngeldig while it still runs, or when it ends before it begins."""
        if self.van > self.tot:
            raise InvoerOngeldig("tot", "Het einde ligt voor het begin. Kies een later kwartaal.")
        if vandaag <= self.einde:
            raise InvoerOngeldig(
                "tot",
                f"Dit tijdvak loopt tot en met {datum_kort(self.einde)}. Cijfers zijn er pas als het voorbij is: "
                "anders is uit twee dagen na elkaar te zien om wie het gaat.",
            )

    @staticmethod
    def _plaats(kwartaal: Kwartaal) -> int:
        return 4 * kwartaal[0] + kwartaal[1]


def heel_jaar(jaar: int) -> Tijdvak:
    """One year."""
    return Tijdvak((jaar, 1), (jaar, 4))


def laatste_kwartaal(vandaag: date) -> Kwartaal:
    """The last quarter that is over."""
    kwartaal = (vandaag.month - 1) // 3
    return (vandaag.year, kwartaal) if kwartaal else (vandaag.year - 1, 4)


def _begin(kwartaal: Kwartaal) -> date:
    return date(kwartaal[0], 3 * kwartaal[1] - 2, 1)


def _volgende(kwartaal: Kwartaal) -> Kwartaal:
    return (kwartaal[0], kwartaal[1] + 1) if kwartaal[1] < 4 else (kwartaal[0] + 1, 1)


def _naam(kwartaal: Kwartaal) -> str:
    return f"{kwartaal[1]}e kwartaal {kwartaal[0]}"
