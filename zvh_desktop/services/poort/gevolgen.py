"""What a changed oordeel, agenda or register means for uitnodigingen that were already made.

A partij whose last seat lapsed gets a withdrawal prepared; one that lost or gained a seat after sending needs
a new version of what it was sent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

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
from zvh_desktop.services.werkplek.werkplek import Werkplek


def werk_uitnodigingen_bij(sessie: Session, *, overleg_id: int | None = None, partij_id: int | None = None) -> None:
    """Mark every uitnodiging of this overleg or partij that somebody has and that no longer says what the agenda says.

    ``in_te_trekken`` covers both: services/uitnodigen/uitnodigingen.py looks which seats are left and prepares a
    withdrawal of the whole meeting or an update without the lapsed points. A next version that has not gone out yet
    tells itself which points are left; without any it cannot go out, and the one before is withdrawn.
    """
    partij_ids = None if partij_id is None else (partij_id,)
    merk_vervallen(lees_vervallen(sessie, overleg_id=overleg_id, partij_ids=partij_ids))


def lees_vervallen(
    sessie: Session, *, overleg_id: int | None = None, partij_ids: Collection[int] | None = None
) -> Sequence[tuple[Uitnodiging, bool]]:
    """Those of which a seat lapsed that nobody was told yet, and whether a seat is left; for ``merk_vervallen``."""
    volgende_versie = and_(Uitnodiging.status == UitnodigingStatus.CONCEPT, Uitnodiging.gestuurd_email != "")
    stoel = (
        select(Deelname.id)
        .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
        .where(Agendapunt.overleg_id == Uitnodiging.overleg_id, Deelname.partij_id == Uitnodiging.partij_id)
    )
    vervallen = stoel.where(Deelname.vervallen.is_(True), Deelname.intrekking_verzonden.is_(False))
    vraag = (
        select(Uitnodiging, stoel.where(Deelname.vervallen.is_(False)).exists())
        .join(Overleg, Overleg.id == Uitnodiging.overleg_id)
        .where(
            or_(Uitnodiging.status == UitnodigingStatus.VERZONDEN, volgende_versie),
            Overleg.status.not_in(NIET_MEER),
            vervallen.exists(),
        )
    )
    if overleg_id is not None:
        vraag = vraag.where(Uitnodiging.overleg_id == overleg_id)
    if partij_ids is not None:
        vraag = vraag.where(Uitnodiging.partij_id.in_(partij_ids))
    return [(uitnodiging, bool(zit_nog)) for uitnodiging, zit_nog in sessie.execute(vraag)]


def merk_vervallen(gelezen: Iterable[tuple[Uitnodiging, bool]]) -> None:
    """As ``werk_uitnodigingen_bij`` says, of what was read."""
    for uitnodiging, zit_nog in gelezen:
        if uitnodiging.status == UitnodigingStatus.VERZONDEN or not zit_nog:
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
