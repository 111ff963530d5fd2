"""Seats at agendapunten: only through the gate, and gone when the oordeel no longer holds."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import Aanwezigheid
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.poort.poort import bepaal_stand, eis_rechtmatig, oordelen_per_partij
from zvh_desktop.services.werkplek.werkplek import Werkplek


def zet_deelname(werkplek: Werkplek, sessie: Session, punt: Agendapunt, casus: Casus, partij: Partij) -> Deelname:
    """Give a partij a seat at this point, or give back one that had lapsed. Raises RegelGeweigerd (the gate)."""
    profiel = werkplek.profiel_van(sessie, punt.overleg)
    oordeel = eis_rechtmatig(werkplek, sessie, casus, partij, punt.overleg.datum, profiel=profiel)
    rij = sessie.scalars(select(Deelname).filter_by(agendapunt_id=punt.id, partij_id=partij.id)).first()
    if rij is None:
        rij = Deelname(
            agendapunt_id=punt.id,
            casus_id=casus.id,
            partij_id=partij.id,
            oordeel_id=oordeel.id,
            aanwezigheid=Aanwezigheid.ONBEKEND.value,
            gevraagde_bijdrage="",
            afgevaardigde="",
            vervallen=False,
            intrekking_verzonden=False,
        )
        sessie.add(rij)
    else:
        rij.oordeel_id = oordeel.id
        rij.vervallen = False
        rij.intrekking_verzonden = False
    sessie.flush()
    return rij


def geldige_deelnames(
    werkplek: Werkplek, sessie: Session, punt: Agendapunt, *, alleen: int | None = None
) -> tuple[tuple[Deelname, Partij], ...]:
    """The seats at this point whose oordeel, verified now, holds on the day of the meeting.

    This is what every screen and document takes its partijen from. A row that was put in by another way is left
    out here as well. ``alleen`` asks about one partij, so that the oordelen on the others need no verification.
    """
    if punt.casus_id is None:
        return ()
    vraag = (
        select(Deelname, Partij)
        .join(Partij, Partij.id == Deelname.partij_id)
        .where(Deelname.agendapunt_id == punt.id, Deelname.vervallen.is_(False))
        .order_by(Partij.id)
    )
    if alleen is not None:
        vraag = vraag.where(Deelname.partij_id == alleen)
    stoelen = [(deelname, partij) for deelname, partij in sessie.execute(vraag)]
    if not stoelen:
        return ()
    casus = sessie.get_one(Casus, punt.casus_id)
    oordelen = oordelen_per_partij(sessie, casus.id, punt.overleg.datum)
    return tuple(
        (deelname, partij)
        for deelname, partij in stoelen
        if (oordeel := oordelen.get(partij.id)) is not None
        and deelname.oordeel_id == oordeel.id
        and bepaal_stand(werkplek, sessie, casus, partij, oordeel, punt.overleg.datum).mag
    )


def verzet_overleg(werkplek: Werkplek, sessie: Session, overleg: Overleg, dag: date) -> tuple[str, ...]:
    """Give an overleg another date: seats without an oordeel in force on that day lapse.

    Returns which seats lapsed, in sentences. The database refuses a new date while a seat does not fit it, so
    every seat stands aside first and then comes back through the gate.
    """
    rijen = sessie.execute(
        select(Deelname, Agendapunt, Casus, Partij)
        .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
        .join(Casus, Casus.id == Deelname.casus_id)
        .join(Partij, Partij.id == Deelname.partij_id)
        .where(Agendapunt.overleg_id == overleg.id, Deelname.vervallen.is_(False))
    )
    stoelen = list(rijen)
    for deelname, *_ in stoelen:
        deelname.vervallen = True
    sessie.flush()
    overleg.datum = dag
    sessie.flush()
    zinnen = []
    for _, punt, casus, partij in stoelen:
        oordeel = oordelen_per_partij(sessie, casus.id, dag).get(partij.id)
        stand = bepaal_stand(werkplek, sessie, casus, partij, oordeel, dag)
        if stand.mag:
            zet_deelname(werkplek, sessie, punt, casus, partij)
        else:
            zinnen.append(f"{partij.naam} is van de agenda af bij casus {casus.nummer}: {stand.reden}.")
    return tuple(zinnen)
