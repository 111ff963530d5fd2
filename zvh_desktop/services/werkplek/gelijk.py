"""Names of rows, put in order and compared at this computer: a server does not read them (ADR 0092)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from zvh_desktop.models.vouwing import gevouwen, sorteervorm


class MetNaam(Protocol):
    """What has a name."""

    @property
    def naam(self) -> str:
        """How it is called."""


N = TypeVar("N", bound=MetNaam)


def op_naam(rijen: Iterable[N]) -> list[N]:
    """In the order of names, as Dutch people look for them in a list."""
    return sorted(rijen, key=naamvolgorde)


def naamvolgorde(rij: MetNaam) -> tuple[str, str]:
    """What decides that order."""
    return sorteervorm(rij.naam), rij.naam


def met_naam(rijen: Iterable[N], naam: str) -> N | None:
    """The first of these that is called so, as texts are compared."""
    gezocht = gevouwen(naam)
    return next((rij for rij in rijen if gevouwen(rij.naam) == gezocht), None)
