"""The plan van aanpak of one casus, one version at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zvh_desktop.documents.kop import Kop, Vaststelling
from zvh_desktop.models.keuzes import ActieStatus, PlanStatus


@dataclass(frozen=True, slots=True)
class PlanBetrokkene:
    """One betrokkene of the casus."""

    naam: str
    hoofdbetrokkene: bool
    geboortedatum: date | None = None
    gemeente: str = ""


@dataclass(frozen=True, slots=True)
class PlanDoel:
    """One doel in one leefgebied."""

    leefgebied: str
    doel: str
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class PlanActie:
    """One actie of the plan. ``leefgebied`` may be empty."""

    leefgebied: str
    omschrijving: str
    belegd_bij: str
    termijn: date | None
    status: ActieStatus


@dataclass(frozen=True, slots=True)
class PlanRol:
    """What one partij does in the plan and what it has to know for that."""

    partij: str
    rol: str
    informatiebehoefte: str


@dataclass(frozen=True, slots=True)
class PlanInformering:
    """Who tells the betrokkene about the plan and when, or why nobody does."""

    wie: str = ""
    wanneer: str = ""
    reden_niet: str = ""


@dataclass(frozen=True, slots=True)
class PlanGegevens:
    """One version of a plan. ``term_casusregisseur`` is this house's own word."""

    kop: Kop
    casusnummer: str
    plan_versie: int
    status: PlanStatus
    aanpak: str
    betrokkenen: tuple[PlanBetrokkene, ...]
    term_casusregisseur: str
    casusregisseur: str
    casusregisseur_partij: str
    procesregisseur: str
    doelen: tuple[PlanDoel, ...]
    acties: tuple[PlanActie, ...]
    rollen: tuple[PlanRol, ...]
    informering: PlanInformering
    afschalingscriteria: tuple[str, ...]
    evaluatiedatum: date | None
    vaststelling: Vaststelling | None
    artikel_rollen: str = ""
    artikel_afschaling: str = ""
