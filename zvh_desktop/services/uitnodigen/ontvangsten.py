"""What went out about a casus and to whom: the frozen copies with their addressees, and the verstrekkingen.

Asked at a datalek, and when somebody has to hear that data were corrected, restricted or erased.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.overleg import Agendapunt
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.models.verstrekking import Verstrekking


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """Something about one casus that went to one partij."""

    partij_id: int
    casus_id: int
    op: datetime | None
    aan_naam: str
    aan_email: str


def ontvangsten(sessie: Session, casussen: Collection[int]) -> tuple[Ontvangst, ...]:
    """All that went out about these casussen, the oldest first, without the files themselves."""
    if not casussen:
        return ()
    velden = (Uitgegeven.gemaakt_op, Uitgegeven.aan_naam, Uitgegeven.aan_email)
    eigen = sessie.execute(
        select(Uitgegeven.partij_id, Uitgegeven.casus_id, *velden).where(
            Uitgegeven.partij_id.is_not(None), Uitgegeven.casus_id.in_(casussen)
        )
    )
    via_tafel = sessie.execute(
        select(Uitgegeven.partij_id, Deelname.casus_id, *velden)
        .join(Agendapunt, Agendapunt.overleg_id == Uitgegeven.overleg_id)
        .join(Deelname, (Deelname.agendapunt_id == Agendapunt.id) & (Deelname.partij_id == Uitgegeven.partij_id))
        .where(Uitgegeven.casus_id.is_(None), Deelname.casus_id.in_(casussen))
    )
    gegeven = sessie.execute(
        select(Verstrekking.derde_id, Verstrekking.casus_id).where(
            Verstrekking.casus_id.in_(casussen), Verstrekking.vervallen_op.is_(None)
        )
    )
    stukken = [
        Ontvangst(partij_id, casus_id, op, naam, email)
        for rijen in (eigen, via_tafel)
        for partij_id, casus_id, op, naam, email in rijen
        if partij_id is not None and casus_id is not None
    ]
    los = [Ontvangst(partij_id, casus_id, None, "", "") for partij_id, casus_id in gegeven]
    return (*los, *sorted(stukken, key=_moment))


def _moment(een: Ontvangst) -> datetime:
    if een.op is None:
        raise ProgrammaFout("a copy without a moment")
    return een.op
