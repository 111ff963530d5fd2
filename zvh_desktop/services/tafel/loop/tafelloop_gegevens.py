"""What goes in and out of the acts at the table: frozen values, and what it takes to go back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from zvh_desktop.models.keuzes import Aanwezigheid, AgendapuntId, GebeurtenisId, PartijId, PoortStand
from zvh_desktop.services.tafel.verloop.tafelgebeurtenissen import Verlooppunt


@dataclass(frozen=True, slots=True)
class StoelWas:
    """How a partij stood at a point before it came in or left; ``aanwezigheid`` None: it had no seat there."""

    punt_id: AgendapuntId
    partij_id: PartijId
    aanwezigheid: Aanwezigheid | None
    gebeurtenis: GebeurtenisId | None
    """None: the partij had lost its seat, and nothing was written down."""


@dataclass(frozen=True, slots=True)
class VolgordeWas:
    """The order at the table before a point was moved; ``was_open``: the point was interrupted by it."""

    punt_id: AgendapuntId
    volgorde: tuple[tuple[AgendapuntId, int | None], ...]
    gebeurtenis: GebeurtenisId
    was_open: bool


@dataclass(frozen=True, slots=True)
class TijdenWas:
    """The real begin and end before they were changed; None is as planned."""

    begin: time | None
    einde: time | None


@dataclass(frozen=True, slots=True)
class PartijAanTafel:
    """How one partij stands at one point: may it come in, and is it there."""

    partij_id: PartijId
    partij: str
    kort: str
    stand: PoortStand
    reden: str
    zit: bool
    aanwezigheid: Aanwezigheid
    moet_weg: bool = False
    """It sits there and lost the right to: it has to leave before anything more is said."""

    @property
    def mag_binnen(self) -> bool:
        """Whether the gate lets it in."""
        return self.stand in (PoortStand.RECHTMATIG, PoortStand.UITGENODIGD)


@dataclass(frozen=True, slots=True)
class Tafelbeeld:
    """The table as the chair changes it."""

    voorzitter: str
    notulist: str
    begonnen_om: time | None
    geeindigd_om: time | None
    verloop: tuple[Verlooppunt, ...]
    partijen: dict[AgendapuntId, tuple[PartijAanTafel, ...]]
    toegevoegd: frozenset[AgendapuntId]
    """The points that were added at the table."""
