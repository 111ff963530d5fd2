"""When a verslag is signed anew because a casus in it was destroyed: what was taken over of the others still is."""

from __future__ import annotations

from sqlalchemy import Select, delete, select, update
from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import AgendapuntId, OverlegId
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.overnemen.overname import Overname
from zvh_desktop.services.overnemen.versie import getekend_onder


def wis_oudere_overnames(sessie: Session, overleg_id: OverlegId) -> None:
    """Ticks of versions that a correction replaced. Before the corrections go: these say which tick counts."""
    onder = (
        select(getekend_onder())
        .select_from(Agendapunt)
        .join(Overleg, Overleg.id == Agendapunt.overleg_id)
        .where(Agendapunt.id == Overname.agendapunt_id)
        .correlate(Overname)
        .scalar_subquery()
    )
    sessie.execute(
        delete(Overname)
        .where(Overname.agendapunt_id.in_(_punten(overleg_id)), Overname.verklaring_nummer != onder)
        .execution_options(synchronize_session=False)
    )


def overnames_onder(sessie: Session, overleg_id: OverlegId, nummer: int) -> None:
    """What is left counts under the new signature; who ticked and when stays."""
    sessie.execute(
        update(Overname)
        .where(Overname.agendapunt_id.in_(_punten(overleg_id)))
        .values(verklaring_nummer=nummer)
        .execution_options(synchronize_session=False)
    )


def _punten(overleg_id: OverlegId) -> Select[AgendapuntId]:
    return select(Agendapunt.id).where(Agendapunt.overleg_id == overleg_id)
