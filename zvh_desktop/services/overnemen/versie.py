"""Under which signature each point of a verslag stands now, in SQL: Vandaag and the list ask it in one way."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, select

from zvh_desktop.models.overleg import Agendapunt, Overleg, VerslagCorrectie


def getekend_onder() -> ColumnElement[int | None]:
    """For a statement that reads Agendapunt and Overleg: the newest correction of the point, else the first version."""
    eigen = select(func.max(VerslagCorrectie.verklaring_nummer)).where(VerslagCorrectie.agendapunt_id == Agendapunt.id)
    eerste = select(func.min(VerslagCorrectie.eerder_verklaring)).where(VerslagCorrectie.overleg_id == Overleg.id)
    return func.coalesce(
        eigen.correlate(Agendapunt).scalar_subquery(),
        eerste.correlate(Overleg).scalar_subquery(),
        Overleg.vaststelling_verklaring,
    )
