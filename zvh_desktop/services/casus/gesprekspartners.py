"""Who in the register may be the one that was spoken with: at the partij that reported, or at the gemeente."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.keuzes import PartijSoort, VastleggingSoort
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.partijen.partijen import ContactpersoonRegel, contact_regel


def gesprekspartners(
    sessie: Session, soort: VastleggingSoort, aanmelding_id: int | None, casus_id: int | None
) -> tuple[ContactpersoonRegel, ...]:
    """The contactpersonen that suit; nobody for a betrokkene, who stands in no register."""
    if soort is VastleggingSoort.BETROKKENE:
        return ()
    casus = sessie.get(Casus, casus_id) if casus_id is not None else None
    aanmelding = sessie.get(Aanmelding, aanmelding_id) if aanmelding_id is not None else None
    if soort is VastleggingSoort.AANMELDER:
        aanmelder = casus.aanmeldende_partij_id if casus else aanmelding.partij_id if aanmelding else None
        partijen = [sessie.get_one(Partij, aanmelder)] if aanmelder is not None else []
    else:
        bij = Betrokkene.casus_id == casus_id if casus is not None else Betrokkene.aanmelding_id == aanmelding_id
        partijen = _gemeenten(sessie, set(sessie.scalars(select(Betrokkene.gemeente).where(bij))))
    return tuple(contact_regel(contact) for partij in partijen for contact in partij.contactpersonen)


def _gemeenten(sessie: Session, woonplaatsen: set[str]) -> list[Partij]:
    """Those where a betrokkene lives; without one in the register every partij that calls itself a gemeente."""
    gezocht = {gevouwen(plaats).removeprefix("gemeente ") for plaats in woonplaatsen if plaats.strip()}
    partijen = sessie.scalars(
        select(Partij).where(Partij.soort != PartijSoort.DERDE).options(selectinload(Partij.contactpersonen))
    )
    gemeenten = {}
    for partij in partijen:
        woorden = gevouwen(partij.naam)
        if woorden.startswith("gemeente "):
            gemeenten[woorden.removeprefix("gemeente ")] = partij
    hier = [partij for naam, partij in gemeenten.items() if naam in gezocht]
    return hier or list(gemeenten.values())
