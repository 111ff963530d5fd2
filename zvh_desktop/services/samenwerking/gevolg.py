"""What a decision does: a partij in the register from a day, or out of it, with its seats and its post."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.bestuur import OverlegLid
from zvh_desktop.models.casus import Casus, Casusregie
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import ActieStatus, CasusStatus, OverlegStatus, PartijId, PartijSoort, UitnodigingStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.samenwerking.traject import Traject
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.uitkomst import Actie
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.partijen.partijen import PartijInvoer, partij_toevoegen
from zvh_desktop.services.poort.gevolgen import werk_uitnodigingen_bij
from zvh_desktop.services.samenwerking.gegevens import Hangend

_NIET_MEER = (OverlegStatus.GEHOUDEN, OverlegStatus.AFGELAST)


def zet_in_register(sessie: Session, rij: Traject, ingang: date) -> Partij:
    """The new convenantpartij from this day; a partij that was a deelnemer or derde becomes one."""
    if rij.partij_id is None:
        invoer = PartijInvoer(rij.naam, rij.kort, PartijSoort.CONVENANTPARTIJ, rij.groep, ingang)
        partij = partij_toevoegen(sessie, invoer)
        rij.partij_id = partij.id
        return partij
    partij = sessie.get_one(Partij, rij.partij_id)
    if partij.uitgetreden_op is not None and partij.uitgetreden_op > ingang:
        raise InvoerOngeldig("ingang", f"{partij.naam} is tot {datum_kort(partij.uitgetreden_op)} nog partij.")
    rij.soort_voorheen = partij.soort
    partij.soort, partij.aangesloten_op, partij.uitgetreden_op = PartijSoort.CONVENANTPARTIJ, ingang, None
    sessie.flush()
    return partij


def zet_uit_register(sessie: Session, partij_id: PartijId, per: date) -> None:
    """From this day it takes part no more: its seats lapse, and what it was invited for is to be withdrawn."""
    partij = sessie.get_one(Partij, partij_id)
    if partij.aangesloten_op is not None and per < partij.aangesloten_op:
        zin = f"{partij.naam} doet pas mee vanaf {datum_kort(partij.aangesloten_op)}."
        raise InvoerOngeldig("gevraagd_per", zin)
    partij.uitgetreden_op = per
    stoelen = sessie.scalars(
        select(Deelname)
        .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
        .join(Overleg, Overleg.id == Agendapunt.overleg_id)
        .where(
            Deelname.partij_id == partij_id,
            Deelname.vervallen.is_(False),
            Overleg.datum >= per,
            Overleg.status.not_in(_NIET_MEER),
        )
    )
    for stoel in stoelen:
        stoel.vervallen = True
    sessie.flush()
    werk_uitnodigingen_bij(sessie, partij_id=partij_id)


def hangt_nog(sessie: Session, partij_id: PartijId, per: date) -> Iterator[Hangend]:
    """What somebody else has to take over, or what has to be withdrawn, when this partij leaves on this day."""
    regie = sessie.execute(
        select(Casus.id, Casus.nummer)
        .join(Casusregie, Casusregie.casus_id == Casus.id)
        .where(
            Casusregie.partij_id == partij_id,
            Casusregie.tot.is_(None),
            Casus.status == CasusStatus.LOPEND,
        )
        .order_by(Casus.nummer)
    )
    for casus_id, nummer in regie:
        yield Hangend(f"Casus {nummer}: de regie over de casus ligt bij deze partij", "casus", casus_id)
    acties = sessie.execute(
        select(Casus.id, Casus.nummer, func.count())
        .join(Actie, Actie.casus_id == Casus.id)
        .where(Actie.belegd_bij_id == partij_id, Actie.status.in_((ActieStatus.OPEN, ActieStatus.BEZIG)))
        .group_by(Casus.id)
        .order_by(Casus.nummer)
    )
    for casus_id, nummer, aantal in acties:
        wat = "1 open actie" if aantal == 1 else f"{aantal} open acties"
        yield Hangend(f"Casus {nummer}: {wat} bij deze partij", "casus", casus_id)
    leden = sessie.execute(
        select(Overleg.id, Overleg.datum)
        .join(OverlegLid, OverlegLid.overleg_id == Overleg.id)
        .where(OverlegLid.partij_id == partij_id, Overleg.datum >= per, Overleg.status.not_in(_NIET_MEER))
        .group_by(Overleg.id)
        .order_by(Overleg.datum)
    )
    for overleg_id, dag in leden:
        yield Hangend(f"Overleg van {datum_kort(dag)}: deze partij is er lid van", "overleggen", overleg_id)
    post = sessie.execute(
        select(Overleg.id, Overleg.datum)
        .join(Uitnodiging, Uitnodiging.overleg_id == Overleg.id)
        .where(
            Uitnodiging.partij_id == partij_id,
            Uitnodiging.status == UitnodigingStatus.IN_TE_TREKKEN,
            Overleg.datum >= per,
        )
        .order_by(Overleg.datum)
    )
    for overleg_id, dag in post:
        yield Hangend(f"Overleg van {datum_kort(dag)}: de uitnodiging moet worden ingetrokken", "tafel", overleg_id)
