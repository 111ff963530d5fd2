"""The verslag of the overleg before, as a point of this one: which it is, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import OverlegStatus, VerslagOordeel, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.taal import datum_lang
from zvh_desktop.services.tafel.verslag_gegevens import EerderVerslag
from zvh_desktop.services.werkplek.later import begint_voor

VASTGESTELD = (VerslagOordeel.ONGEWIJZIGD, VerslagOordeel.MET_WIJZIGINGEN)
"""With which a table settles a verslag."""


def eerder_verslag(sessie: Session, punt: Agendapunt) -> EerderVerslag | None:
    """Which verslag is settled at this point; nothing at any other point."""
    if punt.verslag_van_id is None:
        return None
    vorig = sessie.get(Overleg, punt.verslag_van_id)
    return EerderVerslag(vorig.id, vorig.datum, punt.verslag_oordeel) if vorig is not None else None


def lees_vorige(sessie: Session, punten: Iterable[Agendapunt]) -> Sequence[Overleg]:
    """The overleggen of which the verslag is settled at one of these points, to have them at hand in this session."""
    nummers = {punt.verslag_van_id for punt in punten if punt.verslag_van_id is not None}
    return sessie.scalars(select(Overleg).where(Overleg.id.in_(nummers))).all() if nummers else ()


def op_deze_agenda(sessie: Session, overleg: Overleg) -> tuple[EerderVerslag, ...]:
    """Every verslag that is settled at this overleg."""
    gevonden = (eerder_verslag(sessie, punt) for punt in overleg.agendapunten)
    return tuple(een for een in gevonden if een is not None)


def onderwerp_van(vorig: Overleg) -> str:
    """What such a point is called."""
    return f"Vaststellen verslag van {datum_lang(vorig.datum)}"


def voor_te_stellen(sessie: Session, overleg: Overleg) -> Overleg | None:
    """The latest overleg of this kind that was held before this one, while no table settled its verslag.

    Put off at a table, it is proposed again.
    """
    if any(punt.verslag_van_id is not None for punt in overleg.agendapunten):
        return None
    vorig = sessie.scalars(
        select(Overleg)
        .where(
            Overleg.casuistiek,
            Overleg.soort == overleg.soort,
            Overleg.status == OverlegStatus.GEHOUDEN,
            Overleg.id != overleg.id,
            begint_voor(Overleg, overleg),
        )
        .order_by(Overleg.datum.desc(), Overleg.begin.desc())
        .limit(1)
    ).first()
    return vorig if vorig is not None and aan_tafel_vastgesteld(sessie, vorig) is None else None


def aan_tafel_vastgesteld(sessie: Session, vorig: Overleg) -> Overleg | None:
    """The overleg whose own vastgestelde verslag says that its table settled this one."""
    return sessie.scalars(
        select(Overleg)
        .join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
        .where(
            Agendapunt.verslag_van_id == vorig.id,
            Agendapunt.verslag_oordeel.in_(VASTGESTELD),
            Overleg.verslag_status == VerslagStatus.VASTGESTELD,
        )
        .order_by(Overleg.datum.desc())
        .limit(1)
    ).first()
