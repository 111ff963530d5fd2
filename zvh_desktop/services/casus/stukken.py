"""Plan van aanpak and afschaling checklist of one casus."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.afschaling import AfschalingCriterium, AfschalingGegevens, ChecklistOpPapier
from zvh_desktop.documents.plan_van_aanpak import (
    DoelOpPlan,
    PlanGegevens,
    PlanInformering,
    RolOpPlan,
)
from zvh_desktop.models.afschaling import Afschaling
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.taal import datum_kort, hoofdletter
from zvh_desktop.services.casus.afschaling_getekend import AFSCHALING
from zvh_desktop.services.casus.afschaling_woorden import afschaling_van_nu, bewaarde_afschaling
from zvh_desktop.services.casus.afschalingen import AfschalingBeeld
from zvh_desktop.services.casus.plan_getekend import PLAN
from zvh_desktop.services.casus.plan_woorden import plan_woorden
from zvh_desktop.services.casus.plannen import PlanBeeld
from zvh_desktop.services.poort.poort import standen
from zvh_desktop.services.stukken.kop import maak_kop, maak_vaststelling
from zvh_desktop.services.werkplek.werkplek import Werkplek


def plan_gegevens(werkplek: Werkplek, sessie: Session, plan: PlanVanAanpak, beeld: PlanBeeld) -> PlanGegevens:
    """One version of the plan. A partij whose oordeel does not hold today is not in it."""
    getekend = PLAN.verifieer(werkplek, sessie, plan)
    PLAN.eis_compleet(werkplek, sessie, "casus", plan.casus_id)
    casus = sessie.get_one(Casus, plan.casus_id)
    woorden = plan_woorden(werkplek, sessie, plan)
    partijen = sessie.scalars(select(Partij).where(Partij.id.in_(woorden.genoemd()))).all()
    mogen = {id_ for id_, stand in standen(werkplek, sessie, casus, partijen, werkplek.vandaag()).items() if stand.mag}
    regie = woorden.casusregisseur_partij
    if regie is not None and regie.partij_id not in mogen:
        regie = None
    wanneer = beeld.invoer.betrokkene_geinformeerd_op
    kop = maak_kop(
        werkplek,
        sessie,
        werkplek.profiel,
        titel=hoofdletter(woorden.termen.plan_van_aanpak),
        ontvanger=woorden.huis_kort,
        versie=str(plan.versie),
        artikel=woorden.artikel,
    )
    return PlanGegevens(
        kop=replace(kop, huis_naam=woorden.huis_naam, huis_kort=woorden.huis_kort, termen=woorden.termen),
        casusnummer=casus.nummer,
        plan_versie=plan.versie,
        status=beeld.status,
        aanpak=woorden.aanpak,
        betrokkenen=woorden.betrokkenen,
        term_casusregisseur=woorden.termen.casusregisseur,
        casusregisseur=woorden.casusregisseur if regie is not None else "",
        casusregisseur_partij=regie.naam if regie is not None else "",
        procesregisseur=woorden.procesregisseur,
        doelen=tuple(DoelOpPlan(d.leefgebied, d.doel) for d in beeld.invoer.doelen),
        acties=tuple(
            een.actie if een.partij_id in mogen else replace(een.actie, belegd_bij="") for een in woorden.acties
        ),
        rollen=tuple(
            RolOpPlan(woorden.partij(r.partij_id), r.rol, r.informatiebehoefte)
            for r in beeld.rollen
            if r.partij_id in mogen
        ),
        informering=PlanInformering(
            wie=beeld.invoer.informeert_betrokkene,
            wanneer=datum_kort(wanneer) if wanneer else "",
            reden_niet=beeld.invoer.niet_geinformeerd_omdat,
        ),
        afschalingscriteria=tuple(z.strip() for z in beeld.invoer.afschalingscriteria.splitlines() if z.strip()),
        evaluatiedatum=beeld.invoer.evaluatie_op,
        vaststelling=maak_vaststelling(werkplek, sessie, getekend),
        artikel_rollen=woorden.artikel_rollen,
        artikel_afschaling=woorden.artikel_afschaling,
    )


def afschaling_gegevens(
    werkplek: Werkplek, sessie: Session, casus: Casus, beeld: AfschalingBeeld
) -> AfschalingGegevens:
    """The checklist of one afschaling. Raises HandtekeningOnjuist when it is not the one that was signed."""
    AFSCHALING.eis_compleet(werkplek, sessie, "casus", casus.id)
    rij = sessie.get_one(Afschaling, beeld.id) if beeld.id is not None else None
    if rij is not None:
        AFSCHALING.verifieer(werkplek, sessie, rij)
    woorden = (bewaarde_afschaling(rij) if rij is not None else None) or afschaling_van_nu(
        werkplek,
        sessie,
        casus,
        besluit_door=beeld.besluit_door(),
        criteria_uit_plan=beeld.criteria_uit_plan,
        artikel=beeld.artikel,
    )
    regisseur = _mag_genoemd(werkplek, sessie, casus, woorden.casusregisseur_partij_id)
    kop = maak_kop(
        werkplek,
        sessie,
        werkplek.profiel,
        titel=f"Checklist {woorden.termen.afschaling}",
        ontvanger=woorden.huis_kort,
        versie="1",
        artikel=woorden.artikel,
    )
    return AfschalingGegevens(
        kop=replace(kop, huis_naam=woorden.huis_naam, huis_kort=woorden.huis_kort, termen=woorden.termen),
        casusnummer=casus.nummer,
        term_casusregisseur=woorden.termen.casusregisseur,
        casusregisseur=woorden.casusregisseur if regisseur else "",
        casusregisseur_partij=woorden.casusregisseur_partij if regisseur else "",
        besluit_door=woorden.besluit_door,
        besluit_op=beeld.besloten_op,
        motivering=beeld.invoer.motivering,
        artikel_besluit=woorden.artikel,
        artikel_criteria=woorden.artikel_criteria,
        aanpak=woorden.aanpak,
        criteria=_criteria(beeld, woorden.criteria_uit_plan),
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


def _mag_genoemd(werkplek: Werkplek, sessie: Session, casus: Casus, partij_id: int | None) -> bool:
    partij = sessie.get(Partij, partij_id) if partij_id is not None else None
    return partij is not None and standen(werkplek, sessie, casus, (partij,), werkplek.vandaag())[partij.id].mag


def _criteria(beeld: AfschalingBeeld, uit_plan: tuple[str, ...]) -> tuple[AfschalingCriterium, ...]:
    gehaald = beeld.besloten_op is not None
    if not uit_plan:
        return (AfschalingCriterium(beeld.invoer.criteria_gehaald, gehaald),) if beeld.invoer.criteria_gehaald else ()
    eerste, *rest = uit_plan
    return (
        AfschalingCriterium(eerste, gehaald, beeld.invoer.criteria_gehaald),
        *(AfschalingCriterium(criterium, gehaald) for criterium in rest),
    )


def _later(later: bool) -> str:
    return "Volgt bij het vernietigen van het dossier." if later else ""
