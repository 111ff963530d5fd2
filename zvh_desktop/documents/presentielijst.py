"""The sheet on which the regie ticks who sits at each point. It never leaves the house."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from zvh_desktop.documents.kop import Kop, OverlegKop
from zvh_desktop.models.keuzes import Aanwezigheid


@dataclass(frozen=True, slots=True)
class Presentieregel:
    """One partij that is expected at one point. ``afgevaardigde`` may be empty."""

    partij: str
    afgevaardigde: str
    aanwezigheid: Aanwezigheid = Aanwezigheid.ONBEKEND


@dataclass(frozen=True, slots=True)
class PresentiePunt:
    """One point with everyone expected at it."""

    begin: time
    casusnummer: str | None
    onderwerp: str
    regels: tuple[Presentieregel, ...]


@dataclass(frozen=True, slots=True)
class PresentielijstGegevens:
    """The whole list of one overleg."""

    kop: Kop
    overleg: OverlegKop
    punten: tuple[PresentiePunt, ...]
    artikel_geheimhouding: str
