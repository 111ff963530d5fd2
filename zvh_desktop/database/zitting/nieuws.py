"""What another who has the same house open may have changed, as seen at the beginning of a transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand

_PROFIEL: Final = "zvh_profiel"


@dataclass(frozen=True, slots=True)
class Nieuws:
    """``bestand``: the key file, where it is another one than at hand; the last statement about roles; the profile."""

    bestand: Sleutelbestand | None
    rollen: int
    profiel: int


def onthoud_profiel(sessie: Session, nummer: int) -> None:
    """Which profile was in force when this transaction began."""
    sessie.info[_PROFIEL] = nummer


def profiel_van_nu(sessie: Session) -> int | None:
    """The same; None in a vault, where nobody else changes it."""
    sessie.connection()
    return sessie.info.get(_PROFIEL)
