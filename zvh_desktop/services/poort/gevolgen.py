"""What a changed oordeel or agenda means for uitnodigingen that were already made.

A partij whose last seat lapsed gets a withdrawal prepared; one that lost or gained a seat after sending needs
a new version of what it was sent.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import OverlegStatus, UitnodigingStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.uitnodiging import Uitnodiging


def werk_uitnodigingen_bij(sessie: Session, *, overleg_id: int | None = None, partij_id: int | None = None) -> None:
    """Mark every sent uitnodiging that no longer says what the agenda says.

    ``in_te_trekken`` covers both: services/uitnodigen/uitnodigingen.py looks which seats are left and prepares a
    withdrawal of the whole meeting or an update without the lapsed points.
    """
    vraag = (
        select(Uitnodiging)
        .join(Overleg, Overleg.id == Uitnodiging.overleg_id)
        .where(
            Uitnodiging.status == UitnodigingStatus.VERZONDEN,
            Overleg.status.not_in((OverlegStatus.GEHOUDEN, OverlegStatus.AFGELAST)),
        )
    )
    if overleg_id is not None:
        vraag = vraag.where(Uitnodiging.overleg_id == overleg_id)
    if partij_id is not None:
        vraag = vraag.where(Uitnodiging.partij_id == partij_id)
    for uitnodiging in sessie.scalars(vraag):
        if vervallen_stoelen(sessie, uitnodiging):
            uitnodiging.status = UitnodigingStatus.IN_TE_TREKKEN


def vervallen_stoelen_van(sessie: Session, overleg_id: int) -> Mapping[int, int]:
    """Per partij how many of its seats at this overleg lapsed of which it was not told yet."""
    rijen = sessie.execute(
        select(Deelname.partij_id, func.count())
        .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
        .where(
            Agendapunt.overleg_id == overleg_id,
            Deelname.vervallen.is_(True),
            Deelname.intrekking_verzonden.is_(False),
        )
        .group_by(Deelname.partij_id)
    )
    return dict(rijen.all())


def vervallen_stoelen(sessie: Session, uitnodiging: Uitnodiging) -> tuple[Deelname, ...]:
    """The seats of this partij at this overleg that have lapsed and whose withdrawal it was not sent yet."""
    vraag = (
        select(Deelname)
        .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
        .where(
            Agendapunt.overleg_id == uitnodiging.overleg_id,
            Deelname.partij_id == uitnodiging.partij_id,
            Deelname.vervallen.is_(True),
            Deelname.intrekking_verzonden.is_(False),
        )
        .order_by(Agendapunt.volgorde)
    )
    return tuple(sessie.scalars(vraag))
