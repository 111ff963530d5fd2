"""What may travel to a partij beforehand: looked up anew each time something is made for it.

Nothing rests on a vrijgave alone. The seat of the partij is verified through the gate, the accord must be in force
and the supplier must have said how the item may be used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.informatie import InformatieItem, InzageAkkoord, InzageVrijgave
from zvh_desktop.models.keuzen.verzoekkeuzes import ItemSoort
from zvh_desktop.models.keuzes import PartijId, UitnodigingStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.models.verstrekking import Verstrekking, VerstrektItem
from zvh_desktop.services.poort.deelnames import lees_schikking
from zvh_desktop.services.poort.gesloten import NIET_MEER
from zvh_desktop.services.stukken.weging import beperkt
from zvh_desktop.services.werkplek.werkplek import Werkplek


def geldige_vrijgaven(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, partij: Partij
) -> tuple[tuple[InzageVrijgave, InformatieItem], ...]:
    """The items that travel with the uitnodiging to this partij, in the order of the agenda."""
    rijen = sessie.execute(
        select(InzageVrijgave, InformatieItem)
        .join(InformatieItem, InformatieItem.id == InzageVrijgave.item_id)
        .join(InzageAkkoord, InzageAkkoord.id == InzageVrijgave.akkoord_id)
        .where(
            InzageVrijgave.overleg_id == overleg.id,
            InzageVrijgave.partij_id == partij.id,
            InzageVrijgave.vervallen.is_(False),
            InzageVrijgave.casus_id == InformatieItem.casus_id,
            InzageAkkoord.item_id == InformatieItem.id,
            InzageAkkoord.ingetrokken_op.is_(None),
            ~beperkt(ItemSoort.INFORMATIE, InformatieItem.id, InformatieItem.casus_id),
        )
        .order_by(InformatieItem.id)
    )
    gegeven = [(vrijgave, item) for vrijgave, item in rijen if item.gebruik.strip()]
    if not gegeven:
        return ()
    schikking = lees_schikking(werkplek, sessie, overleg, alleen=partij.id)
    return tuple(
        (vrijgave, item)
        for punt in overleg.agendapunten
        for vrijgave, item in gegeven
        if punt.casus_id == item.casus_id and schikking.bij(punt)
    )


def geldend_akkoord(sessie: Session, item_id: int) -> InzageAkkoord | None:
    """The accord in force on this item."""
    return sessie.scalars(
        select(InzageAkkoord).where(InzageAkkoord.item_id == item_id, InzageAkkoord.ingetrokken_op.is_(None))
    ).first()


def vrijgaven_van(sessie: Session, item_id: int, overleg_id: int | None = None) -> Sequence[InzageVrijgave]:
    """Every vrijgave of an item, also the lapsed ones; for one overleg when that is given."""
    vraag = select(InzageVrijgave).filter_by(item_id=item_id).order_by(InzageVrijgave.id)
    if overleg_id is not None:
        vraag = vraag.filter_by(overleg_id=overleg_id)
    return sessie.scalars(vraag).all()


def is_gedeeld(sessie: Session, item_id: int) -> bool:
    """Whether this item left the house: with an uitnodiging, or to a derde."""
    verzonden = select(InzageVrijgave.id).where(
        InzageVrijgave.item_id == item_id, InzageVrijgave.verzonden_op.is_not(None)
    )
    verstrekt = (
        select(VerstrektItem.item_id)
        .join(Verstrekking, Verstrekking.id == VerstrektItem.verstrekking_id)
        .where(VerstrektItem.item_id == item_id, Verstrekking.vervallen_op.is_(None))
    )
    return any(sessie.scalars(vraag.limit(1)).first() is not None for vraag in (verzonden, verstrekt))


def zet_uitnodigingen_klaar(sessie: Session, overleg: Overleg, partij_ids: Iterable[int]) -> tuple[int, ...]:
    """Let an uitnodiging that was sent already go out once more, now that there is something to read beforehand.

    Returns the partijen for which that is so.
    """
    if overleg.status in NIET_MEER:
        return ()
    opnieuw = []
    for rij in sessie.scalars(
        select(Uitnodiging).where(
            Uitnodiging.overleg_id == overleg.id,
            Uitnodiging.partij_id.in_(tuple(partij_ids)),
            Uitnodiging.status == UitnodigingStatus.VERZONDEN,
        )
    ):
        rij.status = UitnodigingStatus.CONCEPT
        rij.volgnummer += 1
        opnieuw.append(rij.partij_id)
    return tuple(opnieuw)


def overlegpartners(casus: Casus) -> tuple[PartijId, ...]:
    """With whom a release is discussed: the partij that handed in the casus and the one that has casusregie now."""
    regie = [een.partij_id for een in casus.casusregie if een.tot is None]
    return tuple(dict.fromkeys((casus.aanmeldende_partij_id, *regie)))
