"""The frozen values of the procedures about partijen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from zvh_desktop.models.bestuurskeuzes import (
    Instemming,
    MomentId,
    Momentsoort,
    Opzegreden,
    TrajectId,
    TrajectSoort,
    TrajectStand,
)
from zvh_desktop.models.keuzes import CasusId, OverlegBesluitId, PartijId
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt


@dataclass(frozen=True, slots=True)
class TrajectInvoer:
    """What is typed. ``partij_id`` is whom it is about; a new partij has none and says ``naam`` and ``kort``.

    ``gezien``: the names that the new one looks like and that the user was told of (LijktOp).
    """

    soort: TrajectSoort
    ontvangen_op: date
    partij_id: PartijId | None = None
    opvolger_id: PartijId | None = None
    naam: str = ""
    kort: str = ""
    groep: str = ""
    vestigingsplaats: str = ""
    kantoor: str = ""
    vertegenwoordiger: str = ""
    functie: str = ""
    bijdrage: str = ""
    grondslag: str = ""
    ontvangen_bij: str = ""
    reden: Opzegreden = Opzegreden.GEWOON
    gevraagd_per: date | None = None
    toelichting: str = ""
    in_gebreke_op: date | None = None
    gehoord_op: date | None = None
    advies: str = ""
    gezien: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrajectRegel:
    """One line of the list. ``nog`` is what is still needed before it can be decided."""

    id: TrajectId
    soort: TrajectSoort
    stand: TrajectStand
    wie: str
    ontvangen_op: date
    ingang: date | None
    besloten_op: date | None
    aantal_partijen: int
    aantal_bericht: int
    aantal_akkoord: int
    nog: tuple[Aandachtspunt, ...]
    invoer: TrajectInvoer

    @property
    def open(self) -> bool:
        """Whether it can still be changed."""
        return self.stand is TrajectStand.OPEN


@dataclass(frozen=True, slots=True)
class TrajectPartijRegel:
    """One partij: its letter and its answer."""

    traject_id: TrajectId
    partij_id: PartijId
    partij: str
    aan: str
    verstuurd_op: datetime | None
    besloten: bool
    """Whether it is decided: then the letter is the second one, about the decision."""
    besluit_op: datetime | None
    """When that second letter was sent."""
    instemming: Instemming
    ingestemd_op: date | None
    opmerking: str

    @property
    def id(self) -> tuple[TrajectId, PartijId]:
        """What makes it the same line when its letter went out or its answer came."""
        return self.traject_id, self.partij_id


@dataclass(frozen=True, slots=True)
class Instemminginvoer:
    """What a partij answered, and when."""

    instemming: Instemming
    op: date | None = None
    opmerking: str = ""


@dataclass(frozen=True, slots=True)
class Besluitkeuze:
    """A proposal that a meeting accepted and whose verslag is signed."""

    id: OverlegBesluitId
    tekst: str
    op: date


@dataclass(frozen=True, slots=True)
class TrajectBesluit:
    """The decision. ``besluit_id`` where a meeting of this house decided, else day and who."""

    besluit_id: OverlegBesluitId | None = None
    op: date | None = None
    door: str = ""
    motivering: str = ""


@dataclass(frozen=True, slots=True)
class Besluitvraag:
    """What can be chosen for the decision: proposals of a meeting, or who decided elsewhere."""

    keuzes: tuple[Besluitkeuze, ...]
    elders: bool
    """Whether it is decided outside the meetings of this house."""
    wie: str
    """Who decides, with the article."""


@dataclass(frozen=True, slots=True)
class TrajectBewaard:
    """Everything of one that was removed, to put it back."""

    invoer: TrajectInvoer
    antwoorden: tuple[tuple[PartijId, Instemminginvoer], ...]
    vastgelegd_op: datetime
    vastgelegd_door: str


@dataclass(frozen=True, slots=True)
class Hangend:
    """What still hangs on a partij that leaves: a sentence, and the page where it is dealt with."""

    zin: str
    plaats: str
    sleutel: int


@dataclass(frozen=True, slots=True)
class OpvolgRegel:
    """A casus at which the old partij may be: what a confirmed oordeel for its successor would say."""

    casus_id: CasusId
    nummer: str
    grondslag: str
    geldig_tot: date | None


@dataclass(frozen=True, slots=True)
class MomentInvoer:
    """A day of the convenant."""

    soort: Momentsoort
    op: date
    opmerking: str = ""
    gedaan_op: date | None = None


@dataclass(frozen=True, slots=True)
class MomentRegel:
    """A day of the convenant as shown. ``id`` is None for what follows from the profile."""

    id: MomentId | None
    invoer: MomentInvoer
    zin: str
