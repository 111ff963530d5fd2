"""What stands on the screen in the room, and what it was released for: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from zvh_desktop.models.keuzes import AgendapuntId, OordeelId, PartijId


@dataclass(frozen=True, slots=True)
class Zaalbesluit:
    """A besluit that was taken at this point. ``belegd_bij`` is empty for the house itself."""

    naam: str
    omschrijving: str
    belegd_bij: str


@dataclass(frozen=True, slots=True)
class Zaalactie:
    """An actie that was agreed at this point."""

    omschrijving: str
    belegd_bij: str
    termijn: date | None


@dataclass(frozen=True, slots=True)
class Zaalbeeld:
    """One casus as the room sees it: no name of a betrokkene, no notes, and no trace of any other point."""

    casusnummer: str
    aanpak: str
    doel: str
    besluit_soort: str
    aan_tafel: tuple[str, ...]
    besluiten: tuple[Zaalbesluit, ...]
    acties: tuple[Zaalactie, ...]
    tot: datetime
    """When the time of this point is over; Dutch time."""


@dataclass(frozen=True, slots=True)
class Zaalvrijgave:
    """For which company the chair showed this point. It holds for nobody else."""

    punt_id: AgendapuntId
    oordelen: frozenset[tuple[PartijId, OordeelId]]
    """Every seat, with the oordeel that it rests on."""
    aanwezig: frozenset[PartijId]


@dataclass(frozen=True, slots=True)
class Zaalstand:
    """What may be shown now: ``beeld`` None is nothing, and then ``reden`` says to the chair why."""

    beeld: Zaalbeeld | None = None
    reden: str = ""
