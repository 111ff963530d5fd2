"""How koffers stand, read from the rows of the office."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.kofferkeuzes import KofferpuntLot, KofferStand
from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.models.koffer.koffer import Koffer, KofferCasus, KofferPunt
from zvh_desktop.services.koffer.gegevens import KofferBeeld
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.werkplek import Werkplek


def beeld_van(werkplek: Werkplek, sessie: Session, rij: Koffer) -> KofferBeeld:
    """One koffer with what is in it and what came of it."""
    ernaast = select(func.count()).select_from(KofferPunt).filter_by(koffer_id=rij.id, keuze=KofferpuntLot.ERNAAST)
    casussen = casussen_in(sessie, rij)
    return KofferBeeld(
        id=rij.id,
        overleg_id=rij.overleg_id,
        stand=rij.stand,
        voor=rij.voor_naam,
        vervanger=rij.vervanger_naam,
        terug_uiterlijk=rij.terug_uiterlijk,
        compleet_tot=rij.tot_en_met,
        uitgegeven_op=als_lokaal(rij.uitgegeven_op),
        uitgegeven_door=rij.uitgegeven_door,
        casussen=tuple(nummer for _, nummer in casussen),
        casus_ids=tuple(id_ for id_, _ in casussen),
        is_te_laat=rij.stand is KofferStand.UIT and werkplek.vandaag() > rij.terug_uiterlijk,
        mag_inleveren=werkplek.gebruiker in {rij.voor, rij.vervanger},
        ingetrokken_op=als_lokaal(rij.ingetrokken_op) if rij.ingetrokken_op is not None else None,
        ingetrokken_reden=rij.ingetrokken_reden,
        terug_op=als_lokaal(rij.terug_op) if rij.terug_op is not None else None,
        ernaast=sessie.scalar(ernaast) or 0,
    )


def casussen_in(sessie: Session, rij: Koffer) -> tuple[tuple[CasusId, str], ...]:
    """The casussen in it, as far as they are still there: id and number."""
    vraag = select(Casus.id, Casus.nummer).join(KofferCasus, KofferCasus.casus_id == Casus.id)
    rijen = sessie.execute(vraag.where(KofferCasus.koffer_id == rij.id).order_by(Casus.nummer))
    return tuple((id_, nummer) for id_, nummer in rijen)


def al_uit(sessie: Session, casussen: Iterable[int]) -> Koffer | None:
    """A koffer that is out with one of these casussen in it."""
    vraag = select(Koffer).join(KofferCasus, KofferCasus.koffer_id == Koffer.id)
    return sessie.scalars(
        vraag.where(Koffer.stand == KofferStand.UIT, KofferCasus.casus_id.in_(tuple(casussen))).limit(1)
    ).first()
