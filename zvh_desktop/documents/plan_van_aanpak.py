"""The plan van aanpak of one casus, one version at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from zvh_desktop.documents.opmaak.blad import (
    Tabelkolom,
    alinea,
    feiten,
    kop1,
    maak_pdf,
    puntenlijst,
    stijlen,
    tabel,
    titelblok,
)
from zvh_desktop.documents.opmaak.kop import Documentkop, Vaststelling
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import geboren_tekst, met_artikel, vaststelling_tekst
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzes import ActieStatus, PlanStatus
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.taal import datum_cijfers, datum_kort, hoofdletter
from zvh_desktop.models.woorden import ACTIE_TEKST, PLAN_TEKST


@dataclass(frozen=True, slots=True)
class PlanBetrokkene:
    """One betrokkene of the casus."""

    naam: str
    hoofdbetrokkene: bool
    geboortedatum: Geboortedatum | None = None
    gemeente: str = ""


@dataclass(frozen=True, slots=True)
class DoelOpPlan:
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
class RolOpPlan:
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

    kop: Documentkop
    casusnummer: str
    plan_versie: int
    status: PlanStatus
    aanpak: str
    betrokkenen: tuple[PlanBetrokkene, ...]
    term_casusregisseur: str
    casusregisseur: str
    casusregisseur_partij: str
    procesregisseur: str
    doelen: tuple[DoelOpPlan, ...]
    acties: tuple[PlanActie, ...]
    rollen: tuple[RolOpPlan, ...]
    informering: PlanInformering
    afschalingscriteria: tuple[str, ...]
    evaluatiedatum: date | None
    vaststelling: Vaststelling | None
    artikel_rollen: str = ""
    artikel_afschaling: str = ""


@gewogen
def bouw_plan_pdf(gegevens: PlanGegevens) -> bytes:
    """The plan: about whom and who leads, what is to be reached, who does what, and when it ends."""
    termen = gegevens.kop.termen
    inhoud = titelblok(gegevens.kop.titel, f"Casus {gegevens.casusnummer}")
    status = PLAN_TEKST[gegevens.status]
    if gegevens.status is PlanStatus.VASTGESTELD and gegevens.vaststelling is not None:
        status = vaststelling_tekst(gegevens.vaststelling)
    inhoud += feiten(
        (
            ("Versie", f"{gegevens.plan_versie}, {status}"),
            ("Aanpak", gegevens.aanpak),
            ("Betrokkenen", "\n".join(betrokkene_tekst(mens) for mens in gegevens.betrokkenen)),
            (
                hoofdletter(gegevens.term_casusregisseur),
                persoon_van(gegevens.casusregisseur, gegevens.casusregisseur_partij),
            ),
            (hoofdletter(termen.procesregisseur), gegevens.procesregisseur),
            (
                "Evaluatie",
                datum_kort(gegevens.evaluatiedatum) if gegevens.evaluatiedatum else "nog geen datum afgesproken",
            ),
        )
    )
    inhoud += kop1("Doelen")
    inhoud += doelen_deel(gegevens.doelen)
    inhoud += kop1("Acties")
    inhoud += acties_deel(gegevens.acties, "Er zijn nog geen acties vastgelegd.")
    inhoud += kop1("Rol en informatiebehoefte per partij")
    inhoud += rollen_deel(gegevens.rollen, gegevens.artikel_rollen, termen)
    inhoud += kop1("Informeren van de betrokkene")
    inhoud += _informering(gegevens.informering, termen)
    inhoud += kop1(f"Criteria voor {termen.afschaling}")
    if gegevens.afschalingscriteria:
        zin = "Het plan is klaar als aan deze criteria is voldaan"
        inhoud += [alinea(met_artikel(zin, gegevens.artikel_afschaling).rstrip(".") + ":")]
        inhoud += puntenlijst(gegevens.afschalingscriteria)
    else:
        inhoud += [leeg(f"Er zijn nog geen criteria voor {termen.afschaling} vastgelegd.")]
    return maak_pdf(gegevens.kop, inhoud)


def leeg(zin: str) -> Any:
    """A quiet sentence where there is nothing to show."""
    return alinea(zin, stijlen().klein)


def persoon_van(naam: str, partij: str) -> str:
    """A person with the partij in brackets, as far as both are known."""
    if not naam.strip():
        return partij or "nog niet bekend"
    return f"{naam} ({partij})" if partij.strip() else naam


def betrokkene_tekst(mens: PlanBetrokkene) -> str:
    """One betrokkene on one line."""
    geboren = geboren_tekst(mens.geboortedatum) if mens.geboortedatum else ""
    soort = "hoofdbetrokkene" if mens.hoofdbetrokkene else ""
    return ", ".join(deel for deel in (mens.naam, geboren, mens.gemeente, soort) if deel)


def doelen_deel(doelen: Sequence[DoelOpPlan]) -> list[Any]:
    """The goals as a table."""
    if not doelen:
        return [leeg("Er zijn nog geen doelen vastgelegd.")]
    if not any(doel.toelichting.strip() for doel in doelen):
        return tabel(
            (Tabelkolom("Leefgebied", 3.4, vet=True), Tabelkolom("Doel", 12.4)),
            [(doel.leefgebied, doel.doel) for doel in doelen],
        )
    return tabel(
        (Tabelkolom("Leefgebied", 3.4, vet=True), Tabelkolom("Doel", 6.4), Tabelkolom("Toelichting", 6)),
        [(doel.leefgebied, doel.doel, doel.toelichting) for doel in doelen],
    )


def rollen_deel(rollen: Sequence[RolOpPlan], artikel: str, termen: Termen) -> list[Any]:
    """What each partij does and has to know, with the article behind it."""
    inhoud = (
        tabel(
            (Tabelkolom("Partij", 4, vet=True), Tabelkolom("Rol", 6), Tabelkolom("Heeft nodig te weten", 6)),
            [(rol.partij, rol.rol or "–", rol.informatiebehoefte or "–") for rol in rollen],
        )
        if rollen
        else [leeg("Er zijn nog geen rollen vastgelegd.")]
    )
    if artikel:
        inhoud += [alinea(f"Vastgelegd volgens {artikel}.", stijlen().klein)]
    return inhoud


def acties_deel(acties: Sequence[PlanActie], zonder: str) -> list[Any]:
    """The acties as a table, or ``zonder`` when there are none."""
    if not acties:
        return [leeg(zonder)]
    return tabel(
        (
            Tabelkolom("Leefgebied", 3.4),
            Tabelkolom("Actie", 6),
            Tabelkolom("Belegd bij", 3.2, vet=True),
            Tabelkolom("Termijn", 2.2),
            Tabelkolom("Status", 1.8),
        ),
        [
            (
                actie.leefgebied or "–",
                actie.omschrijving,
                actie.belegd_bij,
                datum_cijfers(actie.termijn),
                ACTIE_TEKST[actie.status],
            )
            for actie in acties
        ],
    )


def _informering(informering: PlanInformering, termen: Termen) -> list[Any]:
    regels = feiten(
        (
            ("Wie informeert", informering.wie),
            ("Wanneer", informering.wanneer),
            ("Waarom niet", informering.reden_niet),
        )
    )
    return regels or [leeg("Nog niet vastgelegd wie de betrokkene informeert.")]
