"""A plan in its own words: everyone and every term as it was when the plan was vastgesteld.

Names, birth dates, acties and the words of the house follow their registers until then, and no longer. Which partij
may be named is asked of the gate anew each time, so the partij is kept beside its name.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.plan_van_aanpak import PlanActie, PlanBetrokkene
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import ActieStatus, PlanStatus, Regel
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.uitkomst import Actie
from zvh_desktop.services.casus.aanmeldingen import aanpak_kader
from zvh_desktop.services.poort.getekend import MELD
from zvh_desktop.services.regelboek.plan import plan_van_aanpak
from zvh_desktop.services.werkplek.vaste_woorden import als_woorden, uit_woorden
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class ActieWoorden:
    """An actie and by which partij it is done."""

    partij_id: int
    actie: PlanActie


@dataclass(frozen=True, slots=True)
class PartijWoorden:
    """How a partij was called."""

    partij_id: int
    naam: str


@dataclass(frozen=True, slots=True)
class PlanWoorden:
    """All that a plan prints and that stands in a register or in the profile."""

    huis_naam: str
    huis_kort: str
    termen: Termen
    aanpak: str
    betrokkenen: tuple[PlanBetrokkene, ...]
    casusregisseur: str
    casusregisseur_partij: PartijWoorden | None
    procesregisseur: str
    partijen: tuple[PartijWoorden, ...]
    acties: tuple[ActieWoorden, ...]
    artikel: str
    artikel_rollen: str
    artikel_afschaling: str

    def partij(self, partij_id: int) -> str:
        """How this partij was called; nothing when it is not in the plan."""
        return next((partij.naam for partij in self.partijen if partij.partij_id == partij_id), "")

    def genoemd(self) -> set[int]:
        """Every partij that is named somewhere."""
        regisseur = {self.casusregisseur_partij.partij_id} if self.casusregisseur_partij else set()
        return {partij.partij_id for partij in self.partijen} | regisseur


def leg_planwoorden_vast(werkplek: Werkplek, sessie: Session, plan: PlanVanAanpak) -> None:
    """Write them down, just before the plan is signed."""
    plan.woorden = als_woorden(_van_nu(werkplek, sessie, plan))


def plan_woorden(werkplek: Werkplek, sessie: Session, plan: PlanVanAanpak) -> PlanWoorden:
    """The words of a signed plan, or of one that still follows the registers. The caller verifies the signature."""
    if plan.status == PlanStatus.CONCEPT or not plan.woorden:
        return _van_nu(werkplek, sessie, plan)
    try:
        return uit_woorden(PlanWoorden, plan.woorden)
    except ValueError as fout:
        raise HandtekeningOnjuist(
            "Het plan is niet het plan dat is vastgesteld. Er is niets gemaakt of gewijzigd.", advies=MELD
        ) from fout


def _van_nu(werkplek: Werkplek, sessie: Session, plan: PlanVanAanpak) -> PlanWoorden:
    profiel, casus = werkplek.profiel, sessie.get_one(Casus, plan.casus_id)
    namen = dict(sessie.execute(select(Partij.id, Partij.naam)).all())
    acties = sessie.scalars(select(Actie).filter_by(plan_id=plan.id).order_by(Actie.id)).all()
    regie = next((regel for regel in casus.casusregie if regel.tot is None), None)
    genoemd = sorted({rol.partij_id for rol in plan.rollen} | {actie.belegd_bij_id for actie in acties})
    return PlanWoorden(
        huis_naam=profiel.naam,
        huis_kort=profiel.korte_naam,
        termen=profiel.termen,
        aanpak=aanpak_kader(werkplek, casus.aanpak),
        betrokkenen=tuple(
            PlanBetrokkene(b.naam, b.volgorde == 0, b.geboortedatum, b.gemeente) for b in casus.betrokkenen
        ),
        casusregisseur=regie.naam if regie else "",
        casusregisseur_partij=PartijWoorden(regie.partij_id, namen[regie.partij_id]) if regie else None,
        procesregisseur=casus.procesregisseur,
        partijen=tuple(PartijWoorden(partij_id, namen[partij_id]) for partij_id in genoemd),
        acties=tuple(
            ActieWoorden(
                a.belegd_bij_id,
                PlanActie(a.leefgebied, a.omschrijving, namen[a.belegd_bij_id], a.termijn, ActieStatus(a.status)),
            )
            for a in acties
        ),
        artikel=plan_van_aanpak(profiel).artikel,
        artikel_rollen=profiel.artikel(Regel.ROL_EN_INFORMATIEBEHOEFTE),
        artikel_afschaling=profiel.artikel(Regel.AFSCHALING_CRITERIA),
    )
