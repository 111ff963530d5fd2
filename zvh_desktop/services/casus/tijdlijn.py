"""What happened to a casus, in order: aanmelding, triage, oordelen, tafels, besluiten, plan, afschaling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.informatie import InformatieItem
from zvh_desktop.models.instroom.einde import CasusEinde
from zvh_desktop.models.keuzen.eindekeuzes import EindeSoort
from zvh_desktop.models.keuzen.opschalingkeuzes import OpschalingUitkomst
from zvh_desktop.models.keuzes import CasusStatus, OordeelUitkomst, PartijId, PuntUitkomst
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.models.opschaling import Opschaling
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.models.triage import Triage
from zvh_desktop.models.uitkomst import Besluit
from zvh_desktop.models.verstrekking import Verstrekking
from zvh_desktop.models.woorden import PLAN_TEKST, uitkomst_zin
from zvh_desktop.services.casus.casusregie import CasusregieRegel, casusregie_regels
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.samen import Vraag, lees_samen, naast
from zvh_desktop.services.werkplek.werkplek import Werkplek

UITKOMST_TEKST = {
    OordeelUitkomst.RECHTMATIG: "rechtmatig aanwezig",
    OordeelUitkomst.NIET_RECHTMATIG: "niet rechtmatig aanwezig",
    OordeelUitkomst.INGETROKKEN: "ingetrokken",
}
EINDE_TITEL = {
    EindeSoort.ELDERS: "Casus beëindigd: hoort elders thuis",
    EindeSoort.NIET: "Casus beëindigd: geen verdere behandeling",
    EindeSoort.PROCESREGIE_ELDERS: "Casus beëindigd: {procesregie} elders",
}
_AFLOOP = {
    OpschalingUitkomst.OPEN: "",
    OpschalingUitkomst.AANGENOMEN: "aangenomen",
    OpschalingUitkomst.NIET_AANGENOMEN: "niet aangenomen",
}


Rijen = Iterable[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class CasusDelen:
    """What both the head of a casus and its timeline are made from, read once."""

    overleggen: tuple[tuple[Overleg, str], ...]
    """Every overleg that has or had the casus on its agenda, with what came of it: a line for each besluit."""
    plannen: tuple[PlanVanAanpak, ...]
    casusregie: tuple[CasusregieRegel, ...]


@dataclass(frozen=True, slots=True)
class Casusrijen:
    """What those parts are made from."""

    overleggen: Sequence[Row[Overleg, str | None, PuntUitkomst, date | None]]
    plannen: Sequence[PlanVanAanpak]


def lees_casusrijen(sessie: Session, casus: Casus) -> Casusrijen:
    """Read them."""
    vraag = (
        select(Overleg, Besluit.soort, Agendapunt.uitkomst, Agendapunt.aangehouden_tot)
        .join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
        .outerjoin(Besluit, Besluit.agendapunt_id == Agendapunt.id)
        .where(Agendapunt.casus_id == casus.id)
        .order_by(Overleg.id, Besluit.id)
    )
    plannen = select(PlanVanAanpak).filter_by(casus_id=casus.id).order_by(PlanVanAanpak.versie)
    overleggen, versies = naast(sessie, lambda: sessie.execute(vraag).all(), lambda: sessie.scalars(plannen).all())
    return Casusrijen(overleggen, versies)


def casusdelen(
    werkplek: Werkplek, sessie: Session, casus: Casus, partijen: Mapping[PartijId, str], rijen: Casusrijen
) -> CasusDelen:
    """The parts, from what was read."""
    return CasusDelen(
        tuple((rij[0], _wat_ervan_kwam(werkplek, sessie, *rij)) for rij in rijen.overleggen),
        tuple(rijen.plannen),
        casusregie_regels(werkplek, sessie, casus, partijen),
    )


def _wat_ervan_kwam(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, besluit: str | None, uitkomst: PuntUitkomst, tot: date | None
) -> str:
    if besluit:
        return f"besluit: {werkplek.profiel_van(sessie, overleg).besluit(besluit).naam}"
    return uitkomst_zin(uitkomst, tot) or "op de agenda"


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One line of the timeline. ``plaats`` and ``sleutel`` say where it can be opened.

    ``plaats`` is one of 'aanmelding', 'casus', 'triage', 'oordelen', 'informatie', 'tafel', 'plan', 'opschaling',
    'afschaling';
    ``sleutel`` is the id of the aanmelding or the overleg, and otherwise of the casus.
    """

    op: date
    titel: str
    toelichting: str
    plaats: str
    sleutel: int


def bouw_tijdlijn(
    werkplek: Werkplek,
    sessie: Session,
    casus: Casus,
    partijen: Mapping[PartijId, str],
    delen: CasusDelen,
    gebeurd: Sequence[Rijen],
) -> tuple[Gebeurtenis, ...]:
    """Every event of this casus, oldest first; ``gebeurd`` is what ``lees_gebeurd`` gave."""
    begin, einden, oordelen, opschalingen, items, verstrekkingen = gebeurd
    alles = (
        *_begin(werkplek, casus, partijen, begin),
        *_einden(werkplek.profiel.termen, casus, einden),
        *_oordelen(casus, partijen, oordelen),
        *_overleggen(werkplek, sessie, delen),
        *_casusregie(werkplek, casus, delen),
        *_plannen(werkplek, casus, delen),
        *_opschalingen(werkplek.profiel.termen, casus, partijen, opschalingen),
        *_informatie(casus, partijen, items, verstrekkingen),
    )
    return tuple(sorted(alles, key=lambda gebeurtenis: gebeurtenis.op))


def _begin(werkplek: Werkplek, casus: Casus, partijen: Mapping[PartijId, str], rijen: Rijen) -> Iterator[Gebeurtenis]:
    termen = werkplek.profiel.termen
    ((aanmelding, aangemeld_op, triage_op, triage_doel),) = rijen
    if aanmelding is not None:
        door = f"door {partijen.get(casus.aanmeldende_partij_id, '')}"
        yield Gebeurtenis(aangemeld_op, hoofdletter(termen.aanmelding), door, "aanmelding", aanmelding)
    yield Gebeurtenis(casus.geopend_op, "In behandeling genomen", casus.nummer, "casus", casus.id)
    if triage_op is not None:
        titel = f"{hoofdletter(termen.triage)} afgerond"
        yield Gebeurtenis(triage_op, titel, triage_doel, "triage", casus.id)
    if casus.gesloten_op is not None and casus.status is CasusStatus.AFGESCHAALD:
        yield Gebeurtenis(casus.gesloten_op, hoofdletter(termen.afschaling), "", "afschaling", casus.id)


def lees_gebeurd(sessie: Session, casus: Casus) -> Sequence[Rijen]:
    """What of it stands in tables of its own."""
    return lees_samen(sessie, _gebeurd(casus))


def _gebeurd(casus: Casus) -> tuple[Vraag, ...]:
    """What stands in tables of its own: the beginning, endings, oordelen, opschalingen, what came in and went out."""
    return (
        select(Aanmelding.id, Aanmelding.datum, Triage.afgerond_op, Triage.doel)
        .select_from(Casus)
        .outerjoin(Aanmelding, Aanmelding.id == Casus.aanmelding_id)
        .outerjoin(Triage, Triage.casus_id == Casus.id)
        .where(Casus.id == casus.id)
        .limit(1),
        select(
            CasusEinde.soort,
            CasusEinde.bij,
            CasusEinde.advies,
            CasusEinde.beeindigd_op,
            CasusEinde.teruggekoppeld_op,
            CasusEinde.teruggekoppeld_hoe,
            CasusEinde.heropend_op,
            CasusEinde.heropend_omdat,
        )
        .where(CasusEinde.casus_id == casus.id)
        .order_by(CasusEinde.id),
        select(Oordeel.gegeven_op, Oordeel.partij_id, Oordeel.uitkomst)
        .where(Oordeel.casus_id == casus.id)
        .order_by(Oordeel.partij_id, Oordeel.id),
        select(
            Opschaling.ontvanger_id,
            Opschaling.besloten_op,
            Opschaling.akkoord_op,
            Opschaling.dossier_op,
            Opschaling.uitkomst,
            Opschaling.uitkomst_op,
        )
        .where(Opschaling.casus_id == casus.id)
        .order_by(Opschaling.id),
        select(InformatieItem.ontvangen_op, InformatieItem.verstrekker_id)
        .where(InformatieItem.casus_id == casus.id)
        .order_by(InformatieItem.id),
        select(Verstrekking.verstrekt_op, Verstrekking.derde_id, Verstrekking.verstrekker_id)
        .where(Verstrekking.casus_id == casus.id, Verstrekking.vervallen_op.is_(None))
        .order_by(Verstrekking.id),
    )


def _einden(termen: Termen, casus: Casus, rijen: Rijen) -> Iterator[Gebeurtenis]:
    for soort, bij, advies, beeindigd_op, teruggekoppeld_op, hoe, heropend_op, omdat in rijen:
        stappen = (
            (beeindigd_op, EINDE_TITEL[soort].replace("{procesregie}", termen.procesregie), bij or advies),
            (teruggekoppeld_op, f"Teruggekoppeld aan {termen.met_lidwoord('aanmelder')}", hoe),
            (heropend_op, "Casus heropend", omdat),
        )
        for op, titel, toelichting in stappen:
            if op is not None:
                yield Gebeurtenis(op, titel, toelichting, "casus", casus.id)


def _oordelen(casus: Casus, partijen: Mapping[PartijId, str], rijen: Rijen) -> Iterator[Gebeurtenis]:
    for gegeven_op, partij_id, uitkomst in rijen:
        titel = f"Oordeel over {partijen.get(partij_id, '')}"
        yield Gebeurtenis(als_lokaal(gegeven_op).date(), titel, UITKOMST_TEKST[uitkomst], "oordelen", casus.id)


def _overleggen(werkplek: Werkplek, sessie: Session, delen: CasusDelen) -> Iterator[Gebeurtenis]:
    for overleg, wat in delen.overleggen:
        profiel = werkplek.profiel_van(sessie, overleg)
        yield Gebeurtenis(overleg.datum, profiel.overlegsoort(overleg.soort).naam, wat, "tafel", overleg.id)


def _casusregie(werkplek: Werkplek, casus: Casus, delen: CasusDelen) -> Iterator[Gebeurtenis]:
    titel = f"{hoofdletter(werkplek.profiel.termen.casusregisseur)} aangewezen"
    for een in delen.casusregie:
        wie = ", ".join(filter(None, (een.naam, een.partij, een.aangewezen)))
        plaats, sleutel = ("casus", casus.id) if een.overleg_id is None else ("tafel", int(een.overleg_id))
        yield Gebeurtenis(een.aangewezen_op or een.van, titel, wie, plaats, sleutel)


def _plannen(werkplek: Werkplek, casus: Casus, delen: CasusDelen) -> Iterator[Gebeurtenis]:
    term = hoofdletter(werkplek.profiel.termen.plan_van_aanpak)
    for plan in delen.plannen:
        yield Gebeurtenis(
            als_lokaal(plan.gewijzigd_op).date(),
            f"{term} versie {plan.versie}",
            PLAN_TEKST[plan.status],
            "plan",
            casus.id,
        )


def _opschalingen(
    termen: Termen, casus: Casus, partijen: Mapping[PartijId, str], rijen: Rijen
) -> Iterator[Gebeurtenis]:
    term = hoofdletter(termen.opschaling)
    for ontvanger_id, besloten_op, akkoord_op, dossier_op, uitkomst, uitkomst_op in rijen:
        naar = partijen.get(ontvanger_id, "")
        stappen = (
            (besloten_op, f"{term} ondertekend", f"naar {naar}"),
            (akkoord_op, f"Akkoord met {termen.opschaling}", f"van {naar}"),
            (als_lokaal(dossier_op).date() if dossier_op else None, f"Dossier {termen.opschaling}", f"naar {naar}"),
            (uitkomst_op, f"{term} {_AFLOOP[uitkomst]}", f"door {naar}"),
        )
        for op, titel, toelichting in stappen:
            if op is not None:
                yield Gebeurtenis(op, titel, toelichting, "opschaling", casus.id)


def _informatie(
    casus: Casus, partijen: Mapping[PartijId, str], items: Rijen, verstrekkingen: Rijen
) -> Iterator[Gebeurtenis]:
    """Who gave something and to which derde something went; never what."""
    for ontvangen_op, verstrekker_id in items:
        door = f"van {partijen.get(verstrekker_id, '')}"
        yield Gebeurtenis(ontvangen_op, "Informatie ontvangen", door, "informatie", casus.id)
    for verstrekt_op, derde_id, verstrekker_id in verstrekkingen:
        wie = f"aan {partijen.get(derde_id, '')}, informatie van {partijen.get(verstrekker_id, '')}"
        yield Gebeurtenis(verstrekt_op, "Verstrekking aan een derde", wie, "informatie", casus.id)
