"""What a casus comes from, as the agenda of the regie prints it."""

from __future__ import annotations

from zvh_desktop.documents.voorgeschiedenis import EerderBesluitOpAgenda, OpenActieOpAgenda, Voorgeschiedenis
from zvh_desktop.models.overleg import Agendapunt
from zvh_desktop.models.taal import datum_kort, hoofdletter
from zvh_desktop.models.woorden import PLAN_TEKST
from zvh_desktop.services.poort.deelnames import Tafelschikking
from zvh_desktop.services.tafel.opvolging.gegevens import PlanInZicht, VerslagInZicht
from zvh_desktop.services.tafel.opvolging.monitoring import Terugblik
from zvh_desktop.services.werkplek.werkplek import Werkplek


def lees_voorgeschiedenis(
    terugblik: Terugblik, punt: Agendapunt, werkplek: Werkplek, schikking: Tafelschikking
) -> Voorgeschiedenis | None:
    """The same as at the table, with only names of who sits at this point; nothing where there is nothing to tell."""
    beeld = terugblik.lees(punt, {partij.id: partij.naam for _, partij in schikking.bij(punt)})
    if beeld is None or beeld.leeg:
        return None
    return Voorgeschiedenis(
        stand_op=werkplek.vandaag(),
        besluiten=tuple(
            EerderBesluitOpAgenda(
                een.datum, ". ".join(deel for deel in (een.naam, een.omschrijving) if deel.strip()), een.belegd_bij
            )
            for een in beeld.besluiten
        ),
        acties=tuple(
            OpenActieOpAgenda(
                een.actie.invoer.omschrijving, een.actie.belegd_bij, een.actie.invoer.termijn, een.actie.status
            )
            for een in beeld.acties
        ),
        plannaam=hoofdletter(werkplek.profiel.termen.plan_van_aanpak),
        plan=plan_zin(beeld.plan) if beeld.plan is not None else "",
        verslag_van=beeld.verslag.datum if beeld.verslag is not None else None,
        verslag=verslag_delen(beeld.verslag) if beeld.verslag is not None else (),
        let_op=beeld.onleesbaar,
    )


def plan_zin(plan: PlanInZicht) -> str:
    """'Versie 2, vastgesteld, evaluatie op 4 december 2026. Wonen: een eigen plek.'"""
    kop = [f"Versie {plan.versie}", PLAN_TEKST[plan.status]]
    if plan.evaluatie_op is not None:
        kop.append(f"evaluatie op {datum_kort(plan.evaluatie_op)}")
    doelen = [f"{gebied}: {' '.join(doel.split())}" for gebied, doel in plan.doelen]
    return ". ".join([", ".join(kop), *(doel.rstrip(".") for doel in doelen)]) + "."


def verslag_delen(verslag: VerslagInZicht) -> tuple[tuple[str, str], ...]:
    """The parts of a verslag that hold something, each under its heading."""
    tekst = verslag.tekst
    delen = (
        ("Beeld", tekst.beeld),
        ("Oordeel", tekst.oordeelsvorming),
        ("Besluit", tekst.besluitvorming),
        ("Uitkomst", verslag.uitkomst),
    )
    return tuple((titel, inhoud) for titel, inhoud in delen if inhoud.strip())
