"""The uitnodigingen of one overleg as the list shows them, from one reading of all seats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from zvh_desktop.models.keuzes import OverlegStatus, PartijId, UitnodigingAntwoord, UitnodigingId, UitnodigingStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.partijen.partijen import ContactpersoonRegel, contact_regel
from zvh_desktop.services.poort.deelnames import Tafelschikking, lees_schikking
from zvh_desktop.services.poort.gevolgen import vervallen_stoelen_van
from zvh_desktop.services.regelboek.aanwezigheid import afgevaardigde_mandaat
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.services.uitnodigen.afgelasting import stand_van, verteld
from zvh_desktop.services.uitnodigen.herinneringen import herinneringen_van
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger, gekozen_contact, gestuurd_aan
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.wegen import naar_partij
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class UitnodigingRegel:
    """One uitnodiging as shown. ``punten`` counts the casussen where the partij has a seat now."""

    id: UitnodigingId
    partij_id: PartijId
    partij: str
    kort: str
    contact: ContactpersoonRegel | None
    contactpersonen: tuple[ContactpersoonRegel, ...]
    punten: int
    vervallen: int
    status: UitnodigingStatus
    volgnummer: int
    verzonden_op: datetime | None
    ingetrokken_op: datetime | None
    antwoord: UitnodigingAntwoord
    antwoord_op: datetime | None
    antwoord_opmerking: str
    aandacht: Aandachtspunt | None
    """What stands in the way of sending, or nothing."""
    herinnerd_op: datetime | None = None
    """When the newest reminder was made, since it was sent."""
    gestuurd: Ontvanger | None = None
    """Who got the last one, as this person was called then: what follows goes there."""
    afgelast: bool = False
    """Whether the overleg was called off: what goes out now says that, and nothing else does."""

    def geadresseerde(self) -> str:
        """The name of who gets what goes out next; nothing when nobody was chosen."""
        if self.gestuurd is not None:
            return self.gestuurd.naam
        return self.contact.naam if self.contact is not None else ""


@dataclass(frozen=True, slots=True)
class _Basis:
    """What every line of one list is made from, read once."""

    overleg: Overleg
    profiel: Huisprofiel
    schikking: Tafelschikking
    herinnerd: Mapping[int, datetime]
    vervallen: Mapping[int, int]
    verteld: Mapping[int, datetime]


def lees_uitnodigingen(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> tuple[UitnodigingRegel, ...]:
    """Every uitnodiging of this overleg, those to withdraw first."""
    vraag = (
        select(Uitnodiging, Partij)
        .join(Partij, Partij.id == Uitnodiging.partij_id)
        .where(Uitnodiging.overleg_id == overleg.id)
        .options(selectinload(Partij.contactpersonen))
        .order_by(Uitnodiging.partij_id)
    )
    rijen, schikking, herinnerd, vervallen, gehoord = naast(
        sessie,
        lambda: sessie.execute(vraag).all(),
        lambda: lees_schikking(werkplek, sessie, overleg).van_de_agenda(overleg),
        lambda: herinneringen_van(sessie, overleg.id),
        lambda: vervallen_stoelen_van(sessie, overleg.id),
        lambda: verteld(sessie, overleg.id),
    )
    basis = _Basis(overleg, werkplek.profiel_van(sessie, overleg), schikking, herinnerd, vervallen, gehoord)
    regels = [_regel(basis, rij, partij) for rij, partij in rijen]
    return tuple(sorted(regels, key=lambda regel: regel.status is not UitnodigingStatus.IN_TE_TREKKEN))


def _regel(basis: _Basis, rij: Uitnodiging, partij: Partij) -> UitnodigingRegel:
    contacten = tuple(contact_regel(c) for c in partij.contactpersonen)
    gekozen = gekozen_contact(rij, partij, basis.overleg.soort)
    contact = contact_regel(gekozen) if gekozen is not None else None
    herinnerd_op = basis.herinnerd.get(partij.id)
    gestuurd = gestuurd_aan(rij)
    weg = naar_partij(partij.id)
    aandacht: Aandachtspunt | None = None
    if contact is None:
        aandacht = None if gestuurd is not None else Aandachtspunt("Kies een contactpersoon.", weg=weg)
    elif not contact.email and gestuurd is None:
        aandacht = Aandachtspunt("Van deze contactpersoon is geen e-mailadres bekend.", weg=weg)
    else:
        mandaat = afgevaardigde_mandaat(basis.profiel, mandaat=contact.mandaat)
        aandacht = replace(mandaat, weg=weg) if mandaat is not None else None
    return UitnodigingRegel(
        id=rij.id,
        partij_id=partij.id,
        partij=partij.naam,
        kort=partij.kort,
        contact=contact,
        contactpersonen=contacten,
        punten=sum(1 for punt in basis.overleg.agendapunten if basis.schikking.stoel(punt, partij.id) is not None),
        vervallen=basis.vervallen.get(partij.id, 0),
        status=stand_van(basis.overleg, rij, basis.verteld),
        volgnummer=rij.volgnummer,
        verzonden_op=als_lokaal(rij.verzonden_op) if rij.verzonden_op else None,
        ingetrokken_op=als_lokaal(rij.ingetrokken_op) if rij.ingetrokken_op else None,
        antwoord=rij.antwoord,
        antwoord_op=als_lokaal(rij.antwoord_op) if rij.antwoord_op else None,
        antwoord_opmerking=rij.antwoord_opmerking,
        aandacht=aandacht,
        gestuurd=gestuurd,
        afgelast=basis.overleg.status == OverlegStatus.AFGELAST,
        herinnerd_op=als_lokaal(herinnerd_op)
        if herinnerd_op is not None and rij.verzonden_op is not None and herinnerd_op >= rij.verzonden_op
        else None,
    )
