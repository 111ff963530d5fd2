"""When a casus counts as complex: the and/or logic of the criteria of one house.

The convenanten join the same criteria with other connectors, so the logic is data in the huisprofiel and not code.
A criterion that nobody has judged yet is neither true nor false; it only matters when the rest does not decide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


class Uitdrukking(Protocol):
    """A criterion, or several joined by en/of."""

    def voldoet(self, oordelen: Mapping[str, bool | None]) -> bool | None:
        """True, False, or None as long as the criteria that decide have not been judged."""

    def sleutels(self) -> tuple[str, ...]:
        """The criteria in it, in the order of the profile."""

    def beperkt(self, tot: frozenset[str]) -> Uitdrukking | None:
        """The same with these criteria only; None when there is none of them in it."""


@dataclass(frozen=True, slots=True)
class Los:
    """One criterion by itself."""

    sleutel: str

    def voldoet(self, oordelen: Mapping[str, bool | None]) -> bool | None:
        return oordelen.get(self.sleutel)

    def sleutels(self) -> tuple[str, ...]:
        return (self.sleutel,)

    def beperkt(self, tot: frozenset[str]) -> Uitdrukking | None:
        return self if self.sleutel in tot else None


@dataclass(frozen=True, slots=True)
class Alle:
    """Joined by 'en': one False decides."""

    delen: tuple[Uitdrukking, ...]

    def voldoet(self, oordelen: Mapping[str, bool | None]) -> bool | None:
        uitkomsten = [deel.voldoet(oordelen) for deel in self.delen]
        if False in uitkomsten:
            return False
        return None if None in uitkomsten else True

    def sleutels(self) -> tuple[str, ...]:
        return tuple(sleutel for deel in self.delen for sleutel in deel.sleutels())

    def beperkt(self, tot: frozenset[str]) -> Uitdrukking | None:
        delen = _beperkt(self.delen, tot)
        return Alle(delen) if delen else None


@dataclass(frozen=True, slots=True)
class EenVan:
    """Joined by 'of': one True decides."""

    delen: tuple[Uitdrukking, ...]

    def voldoet(self, oordelen: Mapping[str, bool | None]) -> bool | None:
        uitkomsten = [deel.voldoet(oordelen) for deel in self.delen]
        if True in uitkomsten:
            return True
        return None if None in uitkomsten else False

    def sleutels(self) -> tuple[str, ...]:
        return tuple(sleutel for deel in self.delen for sleutel in deel.sleutels())

    def beperkt(self, tot: frozenset[str]) -> Uitdrukking | None:
        delen = _beperkt(self.delen, tot)
        return EenVan(delen) if delen else None


@dataclass(frozen=True, slots=True)
class GeenCriteria:
    """A house whose convenant holds no criteria: the answer is never given by the application."""

    def voldoet(self, oordelen: Mapping[str, bool | None]) -> bool | None:
        del oordelen
        return None

    def sleutels(self) -> tuple[str, ...]:
        return ()

    def beperkt(self, tot: frozenset[str]) -> Uitdrukking | None:
        del tot
        return None


def _beperkt(delen: tuple[Uitdrukking, ...], tot: frozenset[str]) -> tuple[Uitdrukking, ...]:
    over = (deel.beperkt(tot) for deel in delen)
    return tuple(deel for deel in over if deel is not None)
