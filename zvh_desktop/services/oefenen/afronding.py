"""After the tafel, in a practice vault: a plan van aanpak that is vastgesteld, and an afschaling that has begun."""

from __future__ import annotations

from datetime import timedelta

from zvh_desktop.models.keuzes import CasusId, PartijId, PlanId
from zvh_desktop.services.casus.afschalingen import AfschalingInvoer
from zvh_desktop.services.casus.casusregie import AanwijzingInvoer
from zvh_desktop.services.casus.plannen import DoelInvoer, PlanInvoer, RolInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.oefenen.gegevens import OefenPlan
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.oefenen.tafel import actie_invoer

_EVALUATIE = timedelta(days=90)


def maak_plan(ploeg: Oefenploeg, diensten: Diensten, gegevens: OefenPlan) -> PlanId:
    """Appoint the casusregisseur, write the plan and sign it."""
    casus_id = ploeg.casussen[gegevens.casus]
    vandaag = diensten.werkplek.vandaag()
    _wijs_aan(diensten, casus_id, ploeg.partij(gegevens.regisseur_rol), gegevens.regisseur)
    plan_id = diensten.plannen.begin(casus_id)
    mogen = {partij_id for partij_id, _ in diensten.plannen.toon(plan_id).kiesbare_partijen}
    leefgebieden = ploeg.profiel.leefgebieden
    diensten.plannen.bewaar(
        plan_id,
        PlanInvoer(
            doelen=tuple(DoelInvoer(leefgebieden[plek % len(leefgebieden)], doel) for plek, doel in gegevens.doelen),
            rollen=tuple(
                RolInvoer(partij_id, doet, nodig)
                for rol, doet, nodig in gegevens.rollen
                if (partij_id := ploeg.partij(rol)) is not None and partij_id in mogen
            ),
            informeert_betrokkene=gegevens.informeert,
            betrokkene_geinformeerd_op=vandaag,
            afschalingscriteria=gegevens.afschalingscriteria,
            evaluatie_op=vandaag + _EVALUATIE,
        ),
    )
    for actie in gegevens.acties:
        partij_id = ploeg.partij(actie.rol)
        if partij_id is not None and partij_id in mogen:
            diensten.acties.voeg_toe_bij_casus(casus_id, actie_invoer(ploeg, actie, partij_id, vandaag), plan_id)
    diensten.plannen.stel_vast(plan_id)
    return plan_id


def begin_afschaling(ploeg: Oefenploeg, diensten: Diensten) -> None:
    """Decide as the profile demands, and tick the first lines of the checklist; destruction stays open."""
    gegevens = ploeg.gegevens.afschaling
    casus_id = ploeg.casussen[gegevens.casus]
    _wijs_aan(diensten, casus_id, ploeg.partij(gegevens.regisseur_rol), gegevens.regisseur)
    diensten.afschalingen.bewaar(
        casus_id, AfschalingInvoer(gegevens.motivering, gegevens.criteria, gegevens.overgedragen)
    )
    for beslisser in diensten.afschalingen.toon(casus_id).beslissers:
        namens = gegevens.regisseur if beslisser.sleutel == "casusregisseur" else gegevens.manager
        diensten.afschalingen.besluit(casus_id, beslisser.sleutel, namens if beslisser.met_naam else "")
    regels = [regel for regel in diensten.afschalingen.toon(casus_id).checklist if not regel.later]
    for regel in regels[: gegevens.afgevinkt]:
        diensten.afschalingen.vink(casus_id, regel.sleutel, gedaan=True, opmerking=gegevens.opmerking)


def _wijs_aan(diensten: Diensten, casus_id: CasusId, partij_id: PartijId | None, naam: str) -> None:
    """In the tafel that was just held; in a house that appoints in another overleg, in one before this vault."""
    if partij_id is None:
        return
    overleggen = diensten.casussen.aanwijzing_keuzes(casus_id).overleggen
    if overleggen:
        invoer = AanwijzingInvoer(partij_id, naam, overleggen[0].id)
    else:
        invoer = AanwijzingInvoer(partij_id, naam, eerder_op=diensten.werkplek.vandaag())
    diensten.casussen.wijs_casusregisseur_aan(casus_id, invoer)
