"""What a changed oordeel, agenda or register means for uitnodigingen that were already made.

A partij whose last seat lapsed gets a withdrawal prepared; one that lost or gained a seat after sending needs
a new version of what it was sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import PoortStand, UitnodigingStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.poort.gesloten import NIET_MEER
from zvh_desktop.services.poort.poort import bepaal_stand
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.werkplek import Werkplek


def werk_uitnodigingen_bij(sessie: Session, *, overleg_id: int | None = None, partij_id: int | None = None) -> None:
    """Mark every uitnodiging that somebody has and that no longer says what the agenda says.

    ``in_te_trekken`` covers both: services/uitnodigen/uitnodigingen.py looks which seats are left and prepares a
    withdrawal of the whole meeting or an update without the lapsed points. A next version that has not gone out yet
    tells itself which points are left; without any it cannot go out, and the one before is withdrawn.
    """
    volgende_versie = and_(Uitnodiging.status == UitnodigingStatus.CONCEPT, Uitnodiging.gestuurd_email != "")
    vraag = (
        select(Uitnodiging)
        .join(Overleg, Overleg.id == Uitnodiging.overleg_id)
        .where(
            or_(Uitnodiging.status == UitnodigingStatus.VERZONDEN, volgende_versie),
            Overleg.status.not_in(NIET_MEER),
        )
    )
    if overleg_id is not None:
        vraag = vraag.where(Uitnodiging.overleg_id == overleg_id)
    if partij_id is not None:
        vraag = vraag.where(Uitnodiging.partij_id == partij_id)
    uitnodigingen = sessie.scalars(vraag).all()
    vervallen = naast(sessie, *(partial(vervallen_stoelen, sessie, een) for een in uitnodigingen))
    for uitnodiging, stoelen in zip(uitnodigingen, vervallen, strict=True):
        if not stoelen:
            continue
        if uitnodiging.status == UitnodigingStatus.VERZONDEN or not _zit_nog(sessie, uitnodiging):
            uitnodiging.status = UitnodigingStatus.IN_TE_TREKKEN


def volg_register(werkplek: Werkplek, sessie: Session, partij: Partij) -> None:
    """Let the seats lapse that this partij cannot have by the register: it left, did not join yet, or is a derde.

    Its uitnodigingen are to be withdrawn. A seat does not come back by itself: that is for who makes the agenda.
    """
    sessie.flush()
    stoelen = sessie.execute(
        select(Deelname, Casus, Overleg.datum)
        .join(Casus, Casus.id == Deelname.casus_id)
        .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
        .join(Overleg, Overleg.id == Agendapunt.overleg_id)
        .where(
            Deelname.partij_id == partij.id,
            Deelname.vervallen.is_(False),
            Overleg.status.not_in(NIET_MEER),
        )
    ).all()
    for stoel, casus, dag in stoelen:
        stand = bepaal_stand(werkplek, sessie, casus, partij, None, dag).stand
        stoel.vervallen = stand is PoortStand.NIET_VAN_TOEPASSING
    sessie.flush()
    werk_uitnodigingen_bij(sessie, partij_id=partij.id)


def _zit_nog(sessie: Session, uitnodiging: Uitnodiging) -> bool:
    """Whether this partij has a seat left on the agenda of this overleg."""
    vraag = (
        select(Deelname.id)
        .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
        .where(
            Agendapunt.overleg_id == uitnodiging.overleg_id,
            Deelname.partij_id == uitnodiging.partij_id,
            Deelname.vervallen.is_(False),
        )
    )
    return sessie.scalars(vraag.limit(1)).first() is not None


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
