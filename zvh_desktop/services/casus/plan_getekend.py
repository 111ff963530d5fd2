"""What is signed when a plan van aanpak is vastgesteld."""

from __future__ import annotations

import hashlib
import json

from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import PlanStatus, VerklaringSoort
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.services.poort.getekend import Getekend
from zvh_desktop.services.poort.stempels import casusstempel, inhoudstempel
from zvh_desktop.services.werkplek.vaste_woorden import woordstempel
from zvh_desktop.services.werkplek.werkplek import Werkplek

_GETEKEND = (PlanStatus.VASTGESTELD, PlanStatus.VERVANGEN)


def _tekst(plan: PlanVanAanpak) -> list[object]:
    """Goals, roles, criteria and who informs the betrokkene."""
    return [
        [[doel.leefgebied, doel.doel] for doel in plan.doelen],
        sorted([rol.partij_id, rol.rol, rol.informatiebehoefte] for rol in plan.rollen),
        plan.informeert_betrokkene,
        str(plan.betrokkene_geinformeerd_op or ""),
        plan.niet_geinformeerd_omdat,
        plan.afschalingscriteria,
        str(plan.evaluatie_op or ""),
    ]


def _vorm_1(_werkplek: Werkplek, _sessie: Session, plan: PlanVanAanpak) -> dict[str, object]:
    stempel = hashlib.sha256(json.dumps(_tekst(plan), ensure_ascii=False).encode()).hexdigest()
    return {"casus": plan.casus_id, "plan": plan.id, "versie": plan.versie, "stempel": stempel}


def _vorm_2(_werkplek: Werkplek, sessie: Session, plan: PlanVanAanpak) -> dict[str, object]:
    """Also who wrote it and for which casus by number; canonical, so that the same plan has one stempel."""
    casus = sessie.get_one(Casus, plan.casus_id)
    return {
        "casus": plan.casus_id,
        "casus_stempel": casusstempel(casus),
        "plan": plan.id,
        "versie": plan.versie,
        "stempel": inhoudstempel(VerklaringSoort.PLAN_VASTGESTELD, [*_tekst(plan), plan.opgesteld_door]),
    }


def _vorm_3(werkplek: Werkplek, sessie: Session, plan: PlanVanAanpak) -> dict[str, object]:
    """Also every name, actie and term as it is printed."""
    return {**_vorm_2(werkplek, sessie, plan), "woorden": woordstempel(plan.woorden)}


def _moet(_sessie: Session, plan: PlanVanAanpak) -> bool:
    return plan.status in _GETEKEND


def _geweigerd(_sessie: Session, _plan: PlanVanAanpak) -> str:
    return "Het plan is niet het plan dat is vastgesteld. Er is niets gemaakt of gewijzigd."


def _bevinding(sessie: Session, plan: PlanVanAanpak) -> str:
    casus = sessie.get(Casus, plan.casus_id)
    bij = f" van casus {casus.nummer}" if casus is not None else ""
    return f"Het plan (versie {plan.versie}){bij} is niet zo vastgesteld."


PLAN = Getekend(
    soort=VerklaringSoort.PLAN_VASTGESTELD,
    rij=PlanVanAanpak,
    over="plan",
    kolom="vaststelling_verklaring",
    moet=_moet,
    vormen=(_vorm_1, _vorm_2, _vorm_3),
    geweigerd=_geweigerd,
    bevinding=_bevinding,
    verwijderd="Het plan dat is ondertekend als verklaring {}, is verwijderd.",
)
"""A version of a plan is signed once; what replaces it is another row."""
