"""What a datalek is for the screen: values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from zvh_desktop.models.bestuurskeuzes import ApBesluit
from zvh_desktop.models.keuzes import BetrokkeneId, CasusId, DatalekId, PartijId


@dataclass(frozen=True, slots=True)
class DatalekInvoer:
    """What is typed. ``gevonden_op`` is a Dutch day and time, aware."""

    wat: str
    gevonden_op: datetime
    gebeurd_op: date | None = None
    maatregelen: str = ""
    bericht: str = ""


@dataclass(frozen=True, slots=True)
class Geraakt:
    """Whom it concerns, as ticked."""

    casussen: tuple[CasusId, ...] = ()
    betrokkenen: tuple[BetrokkeneId, ...] = ()
    partijen: tuple[PartijId, ...] = ()


NIEMAND: Final = Geraakt()
"""Nothing was ticked yet."""


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """A line to tick, with why it is there."""

    sleutel: int
    tekst: str


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What can be ticked for these casussen; ``ontvangers`` are the partijen that were really sent something."""

    betrokkenen: tuple[Kandidaat, ...]
    partijen: tuple[Kandidaat, ...]
    ontvangers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MeldingInvoer:
    """Whether it was reported, when (aware), and the reason why not or why late."""

    besluit: ApBesluit
    gemeld_op: datetime | None = None
    reden: str = ""


@dataclass(frozen=True, slots=True)
class BriefRegel:
    """One partij that it concerns, and its letter."""

    datalek_id: DatalekId
    partij_id: PartijId
    partij: str
    aan: str
    verstuurd_op: datetime | None
    verstuurd_door: str

    @property
    def id(self) -> tuple[DatalekId, PartijId]:
        """What makes it the same line when the letter went out."""
        return self.datalek_id, self.partij_id


@dataclass(frozen=True, slots=True)
class DatalekRegel:
    """One line of the register. What happened is for who may read casussen."""

    id: DatalekId
    wat: str
    gebeurd_op: date | None
    gevonden_op: datetime
    """Dutch time."""
    uiterlijk: datetime
    termijn: str
    besluit: ApBesluit
    stand: str
    aantal_casussen: int
    aantal_partijen: int
    aantal_bericht: int
    maatregelen: str
    bericht: str
    reden: str
    gemeld_op: datetime | None
    nog_te_berichten: str
    """What the convenant still asks, with its article; empty when nothing."""


@dataclass(frozen=True, slots=True)
class DatalekBewaard:
    """Everything of one that was removed, to put it back."""

    invoer: DatalekInvoer
    geraakt: Geraakt
    melding: MeldingInvoer
    vastgelegd_op: datetime
    vastgelegd_door: str
