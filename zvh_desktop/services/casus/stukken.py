"""Plan van aanpak and afschaling checklist of one casus."""

from __future__ import annotations

from sqlalchemy.orm import Session

from zvh_desktop.documents.afschaling import AfschalingCriterium, AfschalingGegevens, ChecklistOpPapier
from zvh_desktop.documents.plan_van_aanpak import (
    DoelOpPlan,
    PlanActie,
    PlanBetrokkene,
    PlanGegevens,
    PlanInformering,
    RolOpPlan,
)
from zvh_desktop.models.afschaling import Afschaling
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.taal import datum_kort, hoofdletter
from zvh_desktop.services.casus.aanmeldingen import aanpak_naam
from zvh_desktop.services.casus.afschaling_getekend import AFSCHALING
from zvh_desktop.services.casus.afschalingen import AfschalingBeeld
from zvh_desktop.services.casus.plan_getekend import PLAN
from zvh_desktop.services.casus.plannen import PlanBeeld
from zvh_desktop.services.poort.poort import standen
from zvh_desktop.services.stukken.kop import maak_kop, maak_vaststelling
from zvh_desktop.services.werkplek.werkplek import Werkplek


def plan_gegevens(werkplek: Werkplek, sessie: Session, plan: PlanVanAanpak, beeld: PlanBeeld) -> PlanGegevens:
    """One version of the plan. A partij whose oordeel does not hold today is not in it."""
    getekend = PLAN.verifieer(werkplek, sessie, plan)
    PLAN.eis_compleet(werkplek, sessie, "casus", plan.casus_id)
    casus = sessie.get_one(Casus, plan.casus_id)
    profiel = werkplek.profiel
    regisseur, regisseur_partij = casusregisseur(werkplek, sessie, casus)
    wanneer = beeld.invoer.betrokkene_geinformeerd_op
    return PlanGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel=hoofdletter(profiel.termen.plan_van_aanpak),
            ontvanger=profiel.korte_naam,
            versie=str(plan.versie),
            artikel=profiel.artikel(Regel.PLAN_VAN_AANPAK),
        ),
        casusnummer=casus.nummer,
        plan_versie=plan.versie,
        status=beeld.status,
        aanpak=aanpak_naam(werkplek, casus.aanpak),
        betrokkenen=tuple(
            PlanBetrokkene(b.naam, b.volgorde == 0, b.geboortedatum, b.gemeente) for b in casus.betrokkenen
        ),
        term_casusregisseur=profiel.termen.casusregisseur,
        casusregisseur=regisseur,
        casusregisseur_partij=regisseur_partij,
        procesregisseur=casus.procesregisseur,
        doelen=tuple(DoelOpPlan(d.leefgebied, d.doel) for d in beeld.invoer.doelen),
        acties=tuple(
            PlanActie(a.invoer.leefgebied, a.invoer.omschrijving, a.belegd_bij, a.invoer.termijn, a.status)
            for a in beeld.acties
        ),
        rollen=tuple(RolOpPlan(r.partij, r.rol, r.informatiebehoefte) for r in beeld.rollen if r.mag),
        informering=PlanInformering(
            wie=beeld.invoer.informeert_betrokkene,
            wanneer=datum_kort(wanneer) if wanneer else "",
            reden_niet=beeld.invoer.niet_geinformeerd_omdat,
        ),
        afschalingscriteria=tuple(z.strip() for z in beeld.invoer.afschalingscriteria.splitlines() if z.strip()),
        evaluatiedatum=beeld.invoer.evaluatie_op,
        vaststelling=maak_vaststelling(werkplek, sessie, getekend),
        artikel_rollen=profiel.artikel(Regel.ROL_EN_INFORMATIEBEHOEFTE),
        artikel_afschaling=profiel.artikel(Regel.AFSCHALING_CRITERIA),
    )


def afschaling_gegevens(
    werkplek: Werkplek, sessie: Session, casus: Casus, beeld: AfschalingBeeld
) -> AfschalingGegevens:
    """The checklist of one afschaling. Raises HandtekeningOnjuist when it is not the one that was signed."""
    AFSCHALING.eis_compleet(werkplek, sessie, "casus", casus.id)
    if beeld.id is not None:
        AFSCHALING.verifieer(werkplek, sessie, sessie.get_one(Afschaling, beeld.id))
    profiel = werkplek.profiel
    regisseur, regisseur_partij = casusregisseur(werkplek, sessie, casus)
    return AfschalingGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel=f"Checklist {profiel.termen.afschaling}",
            ontvanger=profiel.korte_naam,
            versie="1",
            artikel=beeld.artikel,
        ),
        casusnummer=casus.nummer,
        term_casusregisseur=profiel.termen.casusregisseur,
        casusregisseur=regisseur,
        casusregisseur_partij=regisseur_partij,
        besluit_door=tuple(
            f"{b.naam} ({b.door}, {datum_kort(b.besloten_op)})" for b in beeld.beslissers if b.besloten_op is not None
        ),
        besluit_op=beeld.besloten_op,
        motivering=beeld.invoer.motivering,
        artikel_besluit=beeld.artikel,
        artikel_criteria=profiel.artikel(Regel.AFSCHALING_CRITERIA),
        criteria=_criteria(beeld),
        overgedragen_aan=beeld.invoer.overgedragen_aan,
        regels=tuple(
            ChecklistOpPapier(r.tekst, r.gedaan, r.door, r.op, r.opmerking or _later(r.later)) for r in beeld.checklist
        ),
    )


def casusregisseur(werkplek: Werkplek, sessie: Session, casus: Casus) -> tuple[str, str]:
    """Name and partij of the present casusregisseur; nothing when that partij may not be named at this casus."""
    huidig = next((c for c in casus.casusregie if c.tot is None), None)
    if huidig is None:
        return "", ""
    partij = sessie.get_one(Partij, huidig.partij_id)
    if not standen(werkplek, sessie, casus, (partij,), werkplek.vandaag())[partij.id].mag:
        return "", ""
    return huidig.naam, partij.naam


def _criteria(beeld: AfschalingBeeld) -> tuple[AfschalingCriterium, ...]:
    gehaald = beeld.besloten_op is not None
    if not beeld.criteria_uit_plan:
        return (AfschalingCriterium(beeld.invoer.criteria_gehaald, gehaald),) if beeld.invoer.criteria_gehaald else ()
    eerste, *rest = beeld.criteria_uit_plan
    return (
        AfschalingCriterium(eerste, gehaald, beeld.invoer.criteria_gehaald),
        *(AfschalingCriterium(criterium, gehaald) for criterium in rest),
    )


def _later(later: bool) -> str:
    return "Volgt bij het vernietigen van het dossier." if later else ""
