"""What happened to a casus, in order: aanmelding, triage, oordelen, tafels, besluiten, plan, afschaling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.informatie import InformatieItem
from zvh_desktop.models.instroom.einde import CasusEinde
from zvh_desktop.models.keuzen.opschalingkeuzes import OpschalingUitkomst
from zvh_desktop.models.keuzes import CasusStatus, EindeSoort, OordeelUitkomst, PartijId, PuntUitkomst
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.models.opschaling import Opschaling
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.models.triage import Triage
from zvh_desktop.models.uitkomst import Besluit
from zvh_desktop.models.verstrekking import Verstrekking
from zvh_desktop.models.woorden import PLAN_TEKST, uitkomst_zin
from zvh_desktop.services.casus.casusregie import CasusregieRegel, casusregie_regels
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.werkplek import Werkplek

UITKOMST_TEKST = {
    OordeelUitkomst.RECHTMATIG: "rechtmatig aanwezig",
    OordeelUitkomst.NIET_RECHTMATIG: "niet rechtmatig aanwezig",
    OordeelUitkomst.INGETROKKEN: "ingetrokken",
}
EINDE_TITEL = {
    EindeSoort.ELDERS: "Casus beëindigd: hoort elders thuis",
    EindeSoort.NIET: "Casus beëindigd: geen verdere behandeling",
    EindeSoort.PROCESREGIE_ELDERS: "Casus beëindigd: procesregie elders",
}
_AFLOOP = {
    OpschalingUitkomst.OPEN: "",
    OpschalingUitkomst.AANGENOMEN: "Opschaling aangenomen",
    OpschalingUitkomst.NIET_AANGENOMEN: "Opschaling niet aangenomen",
}


@dataclass(frozen=True, slots=True)
class CasusDelen:
    """What both the head of a casus and its timeline are made from, read once."""

    overleggen: tuple[tuple[Overleg, str], ...]
    """Every overleg that has or had the casus on its agenda, with what came of it: a line for each besluit."""
    plannen: tuple[PlanVanAanpak, ...]
    casusregie: tuple[CasusregieRegel, ...]


def lees_delen(werkplek: Werkplek, sessie: Session, casus: Casus, partijen: Mapping[PartijId, str]) -> CasusDelen:
    """Read them."""
    overleggen = sessie.execute(
        select(Overleg, Besluit.soort, Agendapunt.uitkomst, Agendapunt.aangehouden_tot)
        .join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
        .outerjoin(Besluit, Besluit.agendapunt_id == Agendapunt.id)
        .where(Agendapunt.casus_id == casus.id)
        .order_by(Overleg.id, Besluit.id)
    ).all()
    plannen = sessie.scalars(select(PlanVanAanpak).filter_by(casus_id=casus.id).order_by(PlanVanAanpak.versie)).all()
    return CasusDelen(
        tuple((rij[0], _wat_ervan_kwam(werkplek, sessie, *rij)) for rij in overleggen),
        tuple(plannen),
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
    werkplek: Werkplek, sessie: Session, casus: Casus, partijen: Mapping[PartijId, str], delen: CasusDelen
) -> tuple[Gebeurtenis, ...]:
    """Every event of this casus, oldest first."""
    alles = (
        *_begin(werkplek, sessie, casus, partijen),
        *_einden(sessie, casus),
        *_oordelen(sessie, casus, partijen),
        *_overleggen(werkplek, sessie, delen),
        *_casusregie(werkplek, casus, delen),
        *_plannen(werkplek, casus, delen),
        *_opschalingen(sessie, casus, partijen),
        *_informatie(sessie, casus, partijen),
    )
    return tuple(sorted(alles, key=lambda gebeurtenis: gebeurtenis.op))


def _begin(
    werkplek: Werkplek, sessie: Session, casus: Casus, partijen: Mapping[PartijId, str]
) -> Iterator[Gebeurtenis]:
    termen = werkplek.profiel.termen
    aanmelding, triage = sessie.execute(
        select(Aanmelding, Triage)
        .select_from(Casus)
        .outerjoin(Aanmelding, Aanmelding.id == Casus.aanmelding_id)
        .outerjoin(Triage, Triage.casus_id == Casus.id)
        .where(Casus.id == casus.id)
        .limit(1)
    ).one()
    if aanmelding is not None:
        door = f"door {partijen.get(casus.aanmeldende_partij_id, '')}"
        yield Gebeurtenis(aanmelding.datum, hoofdletter(termen.aanmelding), door, "aanmelding", aanmelding.id)
    yield Gebeurtenis(casus.geopend_op, "In behandeling genomen", casus.nummer, "casus", casus.id)
    if triage is not None and triage.afgerond_op is not None:
        titel = f"{hoofdletter(termen.triage)} afgerond"
        yield Gebeurtenis(triage.afgerond_op, titel, triage.doel, "triage", casus.id)
    if casus.gesloten_op is not None and casus.status is CasusStatus.AFGESCHAALD:
        yield Gebeurtenis(casus.gesloten_op, hoofdletter(termen.afschaling), "", "afschaling", casus.id)


def _einden(sessie: Session, casus: Casus) -> Iterator[Gebeurtenis]:
    for rij in sessie.scalars(select(CasusEinde).filter_by(casus_id=casus.id).order_by(CasusEinde.id)):
        stappen = (
            (rij.beeindigd_op, EINDE_TITEL[rij.soort], rij.bij or rij.advies),
            (rij.teruggekoppeld_op, "Teruggekoppeld aan de aanmelder", rij.teruggekoppeld_hoe),
            (rij.heropend_op, "Casus heropend", rij.heropend_omdat),
        )
        for op, titel, toelichting in stappen:
            if op is not None:
                yield Gebeurtenis(op, titel, toelichting, "casus", casus.id)


def _oordelen(sessie: Session, casus: Casus, partijen: Mapping[PartijId, str]) -> Iterator[Gebeurtenis]:
    for oordeel in sessie.scalars(select(Oordeel).filter_by(casus_id=casus.id)):
        yield Gebeurtenis(
            als_lokaal(oordeel.gegeven_op).date(),
            f"Oordeel over {partijen.get(oordeel.partij_id, '')}",
            UITKOMST_TEKST[oordeel.uitkomst],
            "oordelen",
            casus.id,
        )


def _overleggen(werkplek: Werkplek, sessie: Session, delen: CasusDelen) -> Iterator[Gebeurtenis]:
    for overleg, wat in delen.overleggen:
        profiel = werkplek.profiel_van(sessie, overleg)
        yield Gebeurtenis(overleg.datum, profiel.overlegsoort(overleg.soort).naam, wat, "tafel", overleg.id)


def _casusregie(werkplek: Werkplek, casus: Casus, delen: CasusDelen) -> Iterator[Gebeurtenis]:
    titel = f"{werkplek.profiel.termen.casusregisseur.capitalize()} aangewezen"
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


def _opschalingen(sessie: Session, casus: Casus, partijen: Mapping[PartijId, str]) -> Iterator[Gebeurtenis]:
    for rij in sessie.scalars(select(Opschaling).filter_by(casus_id=casus.id).order_by(Opschaling.id)):
        naar = partijen.get(rij.ontvanger_id, "")
        stappen = (
            (rij.besloten_op, "Opschaling ondertekend", f"naar {naar}"),
            (rij.akkoord_op, "Akkoord met opschaling", f"van {naar}"),
            (als_lokaal(rij.dossier_op).date() if rij.dossier_op else None, "Opschalingsdossier", f"naar {naar}"),
            (rij.uitkomst_op, _AFLOOP[rij.uitkomst], f"door {naar}"),
        )
        for op, titel, toelichting in stappen:
            if op is not None:
                yield Gebeurtenis(op, titel, toelichting, "opschaling", casus.id)


def _informatie(sessie: Session, casus: Casus, partijen: Mapping[PartijId, str]) -> Iterator[Gebeurtenis]:
    """Who gave something and to which derde something went; never what."""
    for item in sessie.scalars(select(InformatieItem).filter_by(casus_id=casus.id)):
        door = f"van {partijen.get(item.verstrekker_id, '')}"
        yield Gebeurtenis(item.ontvangen_op, "Informatie ontvangen", door, "informatie", casus.id)
    for rij in sessie.scalars(select(Verstrekking).filter_by(casus_id=casus.id, vervallen_op=None)):
        wie = f"aan {partijen.get(rij.derde_id, '')}, informatie van {partijen.get(rij.verstrekker_id, '')}"
        yield Gebeurtenis(rij.verstrekt_op, "Verstrekking aan een derde", wie, "informatie", casus.id)
