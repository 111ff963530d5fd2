"""The casussen of an overleg that was called off, and whether each stands on another agenda that still comes."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import AgendapuntId, CasusStatus, OverlegStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class AfgelasteCasus:
    """One casus. ``waar`` says on which agenda it stands by now, or why it stands on none."""

    punt_id: AgendapuntId
    nummer: str
    te_plannen: bool
    waar: str


def casussen_van(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> tuple[AfgelasteCasus, ...]:
    """In the order of the agenda."""
    ids = [punt.casus_id for punt in overleg.agendapunten if punt.casus_id is not None]
    elders: dict[int, Overleg] = {}
    vraag = (
        select(Agendapunt.casus_id, Overleg)
        .join(Overleg, Overleg.id == Agendapunt.overleg_id)
        .where(
            Agendapunt.casus_id.in_(ids),
            Overleg.id != overleg.id,
            Overleg.status != OverlegStatus.AFGELAST,
            Overleg.datum >= min(overleg.datum, werkplek.vandaag()),
        )
        .order_by(Overleg.datum.desc())
    )
    for casus_id, ander in sessie.execute(vraag):
        if casus_id is not None:
            elders[casus_id] = ander
    casussen = {casus.id: casus for casus in sessie.scalars(select(Casus).where(Casus.id.in_(ids)))}
    return tuple(
        _regel(punt.id, casussen[punt.casus_id], elders.get(punt.casus_id))
        for punt in overleg.agendapunten
        if punt.casus_id is not None
    )


def _regel(punt_id: AgendapuntId, casus: Casus, elders: Overleg | None) -> AfgelasteCasus:
    if elders is not None:
        return AfgelasteCasus(punt_id, casus.nummer, False, f"staat op de agenda van {datum_kort(elders.datum)}")
    if casus.status != CasusStatus.LOPEND:
        return AfgelasteCasus(punt_id, casus.nummer, False, "loopt niet meer")
    return AfgelasteCasus(punt_id, casus.nummer, True, "te plannen")
