"""What may go into the opschalingsdossier today, and what stays out and why.

The other house is a derde (Delft art. 9.2). So the dossier is built up from the house's own facts, names only partijen
whose oordeel holds today, and takes a supplier's information only on a verstrekking with that supplier's written
consent. Everything is looked up anew each time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import RegelGeweigerd
from zvh_desktop.models.casus import Casus, Casusregie
from zvh_desktop.models.informatie import InformatieItem
from zvh_desktop.models.keuzen.verzoekkeuzes import ItemSoort
from zvh_desktop.models.keuzes import ActieStatus, PartijId, PartijSoort, PlanStatus, Regel, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.uitkomst import Actie, Besluit
from zvh_desktop.models.verstrekking import Verstrekking, VerstrektItem
from zvh_desktop.services.informatie.beeld import NIET_ALS_PDF
from zvh_desktop.services.poort.poort import standen
from zvh_desktop.services.regelboek.informatie import (
    SchriftelijkeToestemming,
    niet_openbaar,
    toestemming_derden,
    verstrekker_bepaalt_gebruik,
)
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, aandachtspunt, uit_bezwaar
from zvh_desktop.services.regelboek.verzoeken import verwerking_beperkt
from zvh_desktop.services.stukken.weging import beperkt
from zvh_desktop.services.tafel.vreemde_namen import andere_casussen, andere_partijen
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class Inhoud:
    """The rows that may go along, within one session. ``namen`` holds the partijen that may be named."""

    namen: Mapping[PartijId, str]
    plan: PlanVanAanpak | None
    acties: tuple[Actie, ...]
    besluiten: tuple[tuple[Besluit, Overleg], ...]
    items: tuple[tuple[InformatieItem, Verstrekking], ...]
    weggelaten: tuple[Aandachtspunt, ...]
    """What is not in it and why, with the rule behind it."""
    let_op: tuple[Aandachtspunt, ...]
    """What stands in a free text and does not belong there; the writer is told, nothing is blacked out."""

    def mag(self, partij_id: int | None) -> bool:
        """Whether this partij may be named."""
        return partij_id in self.namen


def verzamel(
    werkplek: Werkplek, sessie: Session, casus: Casus, ontvanger: str, ontvanger_id: int | None, *teksten: str
) -> Inhoud:
    """Ask the gate and the register of verstrekkingen about everything that could go to ``ontvanger``.

    ``teksten`` are the texts of the opschaling itself, read along for what does not belong in them.
    """
    partijen = list(sessie.scalars(select(Partij).where(Partij.soort != PartijSoort.DERDE).order_by(Partij.id)))
    stand = standen(werkplek, sessie, casus, partijen, werkplek.vandaag())
    namen = {partij.id: partij.naam for partij in partijen if stand[partij.id].mag}
    plan = sessie.scalars(select(PlanVanAanpak).filter_by(casus_id=casus.id, status=PlanStatus.VASTGESTELD)).first()
    acties = tuple(
        sessie.scalars(
            select(Actie)
            .where(Actie.casus_id == casus.id, Actie.status.in_((ActieStatus.OPEN, ActieStatus.BEZIG)))
            .order_by(Actie.termijn.is_(None), Actie.termijn, Actie.id)
        )
    )
    besluiten = _besluiten(sessie, casus)
    items, zonder = _items(werkplek, sessie, casus, partijen, namen, ontvanger, ontvanger_id)
    genoemd = _genoemd(casus, plan, acties, besluiten)
    ongenoemd = tuple(
        Aandachtspunt(
            f"{partij.naam} wordt niet genoemd, en haar rol en acties gaan niet mee: {stand[partij.id].reden}."
        )
        for partij in partijen
        if partij.id in genoemd and partij.id not in namen
    )
    mee = tuple(actie for actie in acties if actie.belegd_bij_id in namen)
    return Inhoud(
        namen=namen,
        plan=plan,
        acties=mee,
        besluiten=besluiten,
        items=items,
        weggelaten=(*ongenoemd, *zonder),
        let_op=_let_op(
            sessie, casus, [(p.id, p.naam) for p in partijen], namen, (*teksten, *_teksten(plan, mee, besluiten, namen))
        ),
    )


def _besluiten(sessie: Session, casus: Casus) -> tuple[tuple[Besluit, Overleg], ...]:
    rijen = sessie.execute(
        select(Besluit, Overleg)
        .join(Agendapunt, Agendapunt.id == Besluit.agendapunt_id)
        .join(Overleg, Overleg.id == Agendapunt.overleg_id)
        .where(Besluit.casus_id == casus.id, Overleg.verslag_status == VerslagStatus.VASTGESTELD)
        .order_by(Overleg.datum, Besluit.id)
    )
    return tuple((besluit, overleg) for besluit, overleg in rijen)


def _genoemd(
    casus: Casus, plan: PlanVanAanpak | None, acties: tuple[Actie, ...], besluiten: tuple[tuple[Besluit, Overleg], ...]
) -> set[int]:
    """Every partij that the dossier would name if the gate were not asked."""
    regie = huidige_casusregie(casus)
    return {
        casus.aanmeldende_partij_id,
        *((regie.partij_id,) if regie else ()),
        *(rol.partij_id for rol in (plan.rollen if plan else ())),
        *(actie.belegd_bij_id for actie in acties),
        *(besluit.belegd_bij_id for besluit, _ in besluiten if besluit.belegd_bij_id is not None),
    }


def huidige_casusregie(casus: Casus) -> Casusregie | None:
    """Who has casusregie now."""
    return next((regie for regie in casus.casusregie if regie.tot is None), None)


def _items(
    werkplek: Werkplek,
    sessie: Session,
    casus: Casus,
    partijen: list[Partij],
    namen: Mapping[PartijId, str],
    ontvanger: str,
    ontvanger_id: int | None,
) -> tuple[tuple[tuple[InformatieItem, Verstrekking], ...], tuple[Aandachtspunt, ...]]:
    gegeven: dict[int, Verstrekking] = {}
    for verstrekking, item_id in sessie.execute(
        select(Verstrekking, VerstrektItem.item_id)
        .join(VerstrektItem, VerstrektItem.verstrekking_id == Verstrekking.id)
        .where(
            Verstrekking.casus_id == casus.id,
            Verstrekking.derde_id == ontvanger_id,
            Verstrekking.vervallen_op.is_(None),
        )
        .order_by(Verstrekking.id)
    ):
        gegeven[item_id] = verstrekking
    alle = {partij.id: partij.naam for partij in partijen}
    mee, zonder = [], []
    stil = beperkt(ItemSoort.INFORMATIE, InformatieItem.id, InformatieItem.casus_id)
    alles = select(InformatieItem, stil).filter_by(casus_id=casus.id).order_by(InformatieItem.id)
    for item, blijft in sessie.execute(alles):
        if blijft:
            waarom = verwerking_beperkt(werkplek.profiel).strip("[]")
            zonder.append(Aandachtspunt(f"Een stuk van {alle.get(item.verstrekker_id, '')} gaat niet mee: {waarom}."))
            continue
        verstrekker = alle.get(item.verstrekker_id, "")
        gevonden = gegeven.get(item.id)
        bezwaar = _bezwaar(werkplek, item, verstrekker, ontvanger, gevonden)
        wat = f'"{item.titel}" van {verstrekker} gaat niet mee.'
        if bezwaar is not None:
            zonder.append(replace(uit_bezwaar(bezwaar), zin=f"{wat} {bezwaar.gebeurd}"))
        elif gevonden is not None and item.verstrekker_id not in namen:
            zin = f"{wat} {verstrekker} mag vandaag bij deze casus niet worden genoemd."
            zonder.append(aandachtspunt(werkplek.profiel, Regel.ALLEEN_RECHTMATIGE_PARTIJEN, zin))
        elif gevonden is not None:
            mee.append((item, gevonden))
            if item.bijlage_naam and not item.bijlage_pdf:
                zonder.append(Aandachtspunt(f'De bijlage bij "{item.titel}" gaat niet mee. {NIET_ALS_PDF}'))
    return tuple(mee), tuple(zonder)


def _bezwaar(
    werkplek: Werkplek, item: InformatieItem, verstrekker: str, ontvanger: str, gevonden: Verstrekking | None
) -> RegelGeweigerd | None:
    """Rules ``toestemming_derden``, ``niet_openbaar`` and ``verstrekker_bepaalt_gebruik``, asked anew."""
    profiel, vandaag = werkplek.profiel, werkplek.vandaag()
    if gevonden is None or gevonden.verstrekker_id != item.verstrekker_id:
        return toestemming_derden(profiel, verstrekker, ontvanger, SchriftelijkeToestemming(), vandaag)
    toestemming = SchriftelijkeToestemming(
        gevonden.toestemming_op, gevonden.toestemming_kenmerk, gevonden.toestemming_door
    )
    return (
        toestemming_derden(profiel, verstrekker, ontvanger, toestemming, gevonden.verstrekt_op)
        or niet_openbaar(profiel, ontvanger, PartijSoort.DERDE, gevonden.grondslag)
        or verstrekker_bepaalt_gebruik(profiel, verstrekker, item.gebruik)
    )


def _teksten(
    plan: PlanVanAanpak | None,
    acties: tuple[Actie, ...],
    besluiten: tuple[tuple[Besluit, Overleg], ...],
    namen: Mapping[PartijId, str],
) -> Iterator[str]:
    if plan is not None:
        yield from (doel.doel for doel in plan.doelen)
        yield plan.afschalingscriteria
        for rol in plan.rollen:
            if rol.partij_id in namen:
                yield from (rol.rol, rol.informatiebehoefte)
    yield from (actie.omschrijving for actie in acties)
    for besluit, _ in besluiten:
        yield from (besluit.omschrijving, besluit.conditie)


def _let_op(
    sessie: Session,
    casus: Casus,
    partijen: list[tuple[PartijId, str]],
    namen: Mapping[PartijId, str],
    teksten: tuple[str, ...],
) -> tuple[Aandachtspunt, ...]:
    alles = "\n".join(teksten)
    return (
        *(
            Aandachtspunt(f"In een tekst die meegaat staat casus {nummer}. Die hoort hier niet bij.")
            for nummer in andere_casussen(sessie, casus.id, alles)
        ),
        *(
            Aandachtspunt(
                f"In een tekst die meegaat staat {naam}. Die partij mag vandaag bij deze casus niet worden genoemd."
            )
            for naam in andere_partijen(partijen, namen.keys(), alles)
        ),
    )
