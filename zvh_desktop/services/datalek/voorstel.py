"""Who is concerned, from what was really sent: the frozen copies with their addressees, and the verstrekkingen."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.datalek.datalek import DatalekPartij
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.overleg import Agendapunt
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.models.verstrekking import Verstrekking
from zvh_desktop.services.datalek.gegevens import Kandidaat, Voorstel
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger, contact_van
from zvh_desktop.services.werkplek.klok import als_lokaal


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """Something about one casus that went to one partij."""

    partij_id: int
    casus_id: int
    op: datetime | None
    aan_naam: str
    aan_email: str


def ontvangsten(sessie: Session, casussen: Collection[int]) -> tuple[Ontvangst, ...]:
    """All that went out about these casussen, the oldest first, without the files themselves."""
    if not casussen:
        return ()
    velden = (Uitgegeven.gemaakt_op, Uitgegeven.aan_naam, Uitgegeven.aan_email)
    eigen = sessie.execute(
        select(Uitgegeven.partij_id, Uitgegeven.casus_id, *velden).where(
            Uitgegeven.partij_id.is_not(None), Uitgegeven.casus_id.in_(casussen)
        )
    )
    via_tafel = sessie.execute(
        select(Uitgegeven.partij_id, Deelname.casus_id, *velden)
        .join(Agendapunt, Agendapunt.overleg_id == Uitgegeven.overleg_id)
        .join(Deelname, (Deelname.agendapunt_id == Agendapunt.id) & (Deelname.partij_id == Uitgegeven.partij_id))
        .where(Uitgegeven.casus_id.is_(None), Deelname.casus_id.in_(casussen))
    )
    gegeven = sessie.execute(
        select(Verstrekking.derde_id, Verstrekking.casus_id).where(
            Verstrekking.casus_id.in_(casussen), Verstrekking.vervallen_op.is_(None)
        )
    )
    stukken = [
        Ontvangst(partij_id, casus_id, op, naam, email)
        for rijen in (eigen, via_tafel)
        for partij_id, casus_id, op, naam, email in rijen
        if partij_id is not None and casus_id is not None
    ]
    los = [Ontvangst(partij_id, casus_id, None, "", "") for partij_id, casus_id in gegeven]
    return (*los, *sorted(stukken, key=_moment))


def _moment(een: Ontvangst) -> datetime:
    if een.op is None:
        raise ProgrammaFout("a copy without a moment")
    return een.op


def stel_voor(sessie: Session, casussen: Collection[int], gekozen: Collection[int]) -> Voorstel:
    """What can be ticked: persons of these casussen, whoever got something of them first, then who was chosen."""
    gekregen = ontvangsten(sessie, casussen)
    ontvangers = tuple(dict.fromkeys(een.partij_id for een in gekregen))
    alle = {rij.id: rij for rij in sessie.scalars(select(Partij).order_by(Partij.naam))}
    vooraan = {*ontvangers, *gekozen}
    eerst = [id_ for id_ in alle if id_ in vooraan]
    rest = [id_ for id_, rij in alle.items() if id_ not in vooraan and rij.uitgetreden_op is None]
    personen = sessie.execute(
        select(Betrokkene.id, Betrokkene.naam, Casus.nummer)
        .join(Casus, Casus.id == Betrokkene.casus_id)
        .where(Casus.id.in_(casussen))
        .order_by(Casus.nummer, Betrokkene.volgorde)
    )
    return Voorstel(
        betrokkenen=tuple(Kandidaat(id_, f"{naam}, casus {nummer}") for id_, naam, nummer in personen),
        partijen=tuple(Kandidaat(id_, _waarom(alle[id_], gekregen)) for id_ in (*eerst, *rest)),
        ontvangers=ontvangers,
    )


def _waarom(partij: Partij, gekregen: Iterable[Ontvangst]) -> str:
    eigen = [een for een in gekregen if een.partij_id == partij.id]
    if not eigen:
        return f"{partij.naam}: kreeg niets waarvan een kopie is bewaard"
    laatste = next((een for een in reversed(eigen) if een.op is not None), None)
    if laatste is None or laatste.op is None:
        return f"{partij.naam}: kreeg een verstrekking"
    aan = f" aan {laatste.aan_naam}" if laatste.aan_naam else ""
    return f"{partij.naam}: kreeg het laatst iets op {datum_kort(als_lokaal(laatste.op).date())}{aan}"


def geadresseerde(sessie: Session, rij: DatalekPartij, gekregen: Iterable[Ontvangst]) -> Ontvanger | None:
    """Who gets the letter: who got it already, else who got the last piece, else a contactpersoon with an address."""
    if rij.verstuurd_op is not None:
        return Ontvanger(rij.aan_naam, rij.aan_functie, rij.aan_email, rij.aan_postbus)
    laatste = None
    for een in gekregen:
        if een.partij_id == rij.partij_id and een.aan_email:
            laatste = een
    if laatste is not None:
        return Ontvanger(laatste.aan_naam, "", laatste.aan_email)
    return contact_van(sessie, rij.partij_id)
