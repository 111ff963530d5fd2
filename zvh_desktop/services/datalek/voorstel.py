"""Who is concerned, from what was really sent: the frozen copies with their addressees, and the verstrekkingen."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.datalek.datalek import DatalekPartij
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.datalek.gegevens import Kandidaat, Voorstel
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger, contact_van
from zvh_desktop.services.uitnodigen.ontvangsten import Ontvangst, ontvangsten
from zvh_desktop.services.uitnodigen.partijbrief import brief_gestuurd_aan
from zvh_desktop.services.werkplek.gelijk import op_naam
from zvh_desktop.services.werkplek.klok import als_lokaal


def stel_voor(sessie: Session, casussen: Collection[int], gekozen: Collection[int]) -> Voorstel:
    """What can be ticked: persons of these casussen, whoever got something of them first, then who was chosen."""
    gekregen = ontvangsten(sessie, casussen)
    ontvangers = tuple(dict.fromkeys(een.partij_id for een in gekregen))
    alle = {rij.id: rij for rij in op_naam(sessie.scalars(select(Partij)))}
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
    if (gestuurd := brief_gestuurd_aan(rij)) is not None:
        return gestuurd
    laatste = None
    for een in gekregen:
        if een.partij_id == rij.partij_id and een.aan_email:
            laatste = een
    if laatste is not None:
        return Ontvanger(laatste.aan_naam, "", laatste.aan_email)
    return contact_van(sessie, rij.partij_id)
