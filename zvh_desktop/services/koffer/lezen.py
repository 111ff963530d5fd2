"""How koffers stand, read from the rows of the office."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.kofferkeuzes import KofferpuntLot, KofferStand
from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.models.koffer.koffer import Koffer, KofferCasus, KofferPunt
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.services.koffer.gegevens import KofferBeeld
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.werkplek import Werkplek


def samen_in(sessie: Session, kenmerk: str) -> Sequence[Koffer]:
    """Every tafel in the koffer with this kenmerk, as far as they are still there; its own one last."""
    hierin = or_(Koffer.kenmerk == kenmerk, Koffer.reist_in == kenmerk)
    return sessie.scalars(select(Koffer).where(hierin).order_by(Koffer.id)).all()


def kenmerk_van(rij: Koffer) -> str:
    """Of the koffer in which this tafel travels, as it stands in its key file."""
    return rij.reist_in or rij.kenmerk


def naam_van(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> str:
    """An overleg as it is told from the others of its day."""
    soort = werkplek.overlegsoort_van(sessie, overleg).naam
    return f"{soort}, {overleg.begin:%H:%M}-{overleg.einde:%H:%M}"


def beeld_van(werkplek: Werkplek, sessie: Session, rij: Koffer) -> KofferBeeld:
    """One koffer with what is in it and what came of it."""
    ernaast = select(func.count()).select_from(KofferPunt).filter_by(koffer_id=rij.id, keuze=KofferpuntLot.ERNAAST)
    casussen = casussen_in(sessie, rij)
    samen = samen_in(sessie, kenmerk_van(rij))
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
        alle_casus_ids=tuple(dict.fromkeys(id_ for een in (rij, *samen) for id_, _ in casussen_in(sessie, een))),
        is_te_laat=rij.stand is KofferStand.UIT and werkplek.vandaag() > rij.terug_uiterlijk,
        mag_inleveren=werkplek.gebruiker in {rij.voor, rij.vervanger},
        ingetrokken_op=als_lokaal(rij.ingetrokken_op) if rij.ingetrokken_op is not None else None,
        ingetrokken_reden=rij.ingetrokken_reden,
        terug_op=als_lokaal(rij.terug_op) if rij.terug_op is not None else None,
        ernaast=sessie.scalar(ernaast) or 0,
        samen_met=tuple(
            naam_van(werkplek, sessie, sessie.get_one(Overleg, ander.overleg_id))
            for ander in samen
            if ander.id != rij.id
        ),
    )


def casussen_in(sessie: Session, rij: Koffer) -> tuple[tuple[CasusId, str], ...]:
    """The casussen in it, as far as they are still there: id and number."""
    vraag = select(Casus.id, Casus.nummer).join(KofferCasus, KofferCasus.casus_id == Casus.id)
    rijen = sessie.execute(vraag.where(KofferCasus.koffer_id == rij.id).order_by(Casus.nummer))
    return tuple((id_, nummer) for id_, nummer in rijen)


def koffers_van_casussen(sessie: Session, rijen: Iterable[Koffer]) -> dict[int, int]:
    """By casus the tafel that it is on; of a casus that is on more than one the last."""
    van_deze = KofferCasus.koffer_id.in_([rij.id for rij in rijen])
    vraag = select(KofferCasus.casus_id, KofferCasus.koffer_id).where(van_deze).order_by(KofferCasus.koffer_id)
    return dict(sessie.execute(vraag).all())


def al_uit(sessie: Session, casussen: Iterable[int]) -> Koffer | None:
    """A koffer that is out with one of these casussen in it."""
    vraag = select(Koffer).join(KofferCasus, KofferCasus.koffer_id == Koffer.id)
    return sessie.scalars(
        vraag.where(Koffer.stand == KofferStand.UIT, KofferCasus.casus_id.in_(tuple(casussen))).limit(1)
    ).first()
