"""The opschalingsdossier of one casus, from rows that were verified just now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy.orm import Session

from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.documents.opschaling import (
    DossierAkkoord,
    DossierBesluit,
    DossierInformatie,
    DossierPlan,
    OpschalingGegevens,
)
from zvh_desktop.documents.plan_van_aanpak import DoelOpPlan, PlanActie, RolOpPlan
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.informatie import InformatieItem
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.models.opschaling import Opschaling
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.uitkomst import Besluit
from zvh_desktop.models.verstrekking import Verstrekking
from zvh_desktop.services.casus.opschaling_getekend import OPSCHALING
from zvh_desktop.services.casus.plan_getekend import PLAN
from zvh_desktop.services.opschaling.dossier import Inhoud
from zvh_desktop.services.opschaling.woorden import OpschalingWoorden, opschaling_woorden
from zvh_desktop.services.stukken.kop import maak_kop, maak_vaststelling
from zvh_desktop.services.tafel.verslagstukken import toets_verslag
from zvh_desktop.services.werkplek.werkplek import Werkplek

_MELD = "Meld dit bij uw beheerder: laat de kluis controleren."


def opschaling_gegevens(
    werkplek: Werkplek, sessie: Session, rij: Opschaling, inhoud: Inhoud, bijlagen: tuple[int, ...]
) -> OpschalingGegevens:
    """Statement, verslagen and plan are verified; the caller has asked for the accord and gathered ``inhoud``.

    ``bijlagen`` are the ids of the items whose attachment goes along. Raises HandtekeningOnjuist.
    """
    OPSCHALING.verifieer(werkplek, sessie, rij)
    for overleg in {overleg.id: overleg for _, overleg in inhoud.besluiten}.values():
        if toets_verslag(werkplek, sessie, overleg).vaststelling is None:
            raise HandtekeningOnjuist(
                "Een verslag met een besluit over deze casus is niet ondertekend. Er is niets gemaakt.",
                advies=_MELD,
            )
    casus, woorden = sessie.get_one(Casus, rij.casus_id), opschaling_woorden(werkplek, sessie, rij)
    namen = _namen_van_toen(inhoud, woorden)
    inhoud = replace(inhoud, namen=namen)
    regie = woorden.casusregisseur_partij_id if woorden.casusregisseur_partij_id in namen else None
    eigen = next((paar for paar in inhoud.besluiten if paar[0].id == rij.besluit_id), None)
    if eigen is None or rij.akkoord_op is None or rij.akkoord_wijze is None:
        raise HandtekeningOnjuist(
            "Het besluit waarop dit dossier rust, staat niet meer in een vastgesteld verslag. Er is niets gemaakt.",
            advies=_MELD,
        )
    return OpschalingGegevens(
        kop=_kop(werkplek, sessie, woorden),
        casusnummer=casus.nummer,
        naar=woorden.naar,
        aanpak=woorden.aanpak,
        geopend_op=woorden.geopend_op,
        aanmelder=namen.get(PartijId(woorden.aanmelder_id), ""),
        betrokkenen=woorden.betrokkenen,
        term_casusregisseur=woorden.termen.casusregisseur,
        casusregisseur=woorden.casusregisseur if regie is not None else "",
        casusregisseur_partij=namen[PartijId(regie)] if regie is not None else "",
        term_procesregisseur=woorden.termen.procesregisseur,
        procesregisseur=woorden.procesregisseur,
        doel=woorden.doel,
        gevraagd=rij.gevraagd.strip(),
        motivering=rij.motivering,
        criteria=rij.criteria_gehaald,
        besluit=_besluit(werkplek, sessie, *eigen, inhoud),
        berust_op=woorden.berust_op,
        ondertekening=maak_vaststelling(werkplek, sessie, rij.verklaring_nummer),
        akkoord=DossierAkkoord(
            rij.akkoord_door, rij.akkoord_functie, rij.akkoord_op, rij.akkoord_wijze, rij.akkoord_kenmerk
        ),
        term_plan=woorden.termen.plan_van_aanpak,
        plan=_plan(werkplek, sessie, inhoud),
        besluiten=tuple(_besluit(werkplek, sessie, b, overleg, inhoud) for b, overleg in inhoud.besluiten),
        acties=tuple(
            PlanActie(a.leefgebied, a.omschrijving, inhoud.namen[a.belegd_bij_id], a.termijn, a.status)
            for a in inhoud.acties
        ),
        informatie=tuple(_informatie(inhoud, item, op, bijlagen) for item, op in inhoud.items),
        artikel_rollen=woorden.artikel_rollen,
        artikel_derden=woorden.artikel_derden,
        artikel_gebruik=woorden.artikel_gebruik,
        artikel_geheimhouding=woorden.artikel_geheimhouding,
    )


def _kop(werkplek: Werkplek, sessie: Session, woorden: OpschalingWoorden) -> Documentkop:
    kop = maak_kop(
        werkplek,
        sessie,
        werkplek.profiel,
        titel=f"Dossier {woorden.termen.opschaling}",
        ontvanger=woorden.naar,
        versie="1",
        artikel=woorden.artikel,
    )
    return replace(kop, huis_naam=woorden.huis_naam, huis_kort=woorden.huis_kort, termen=woorden.termen)


def _namen_van_toen(inhoud: Inhoud, woorden: OpschalingWoorden) -> Mapping[PartijId, str]:
    """Who may be named is asked today; what it was called is what was signed."""
    toen = {partij.partij_id: partij.naam for partij in woorden.partijen}
    return {id_: toen.get(id_, naam) for id_, naam in inhoud.namen.items()}


def _besluit(werkplek: Werkplek, sessie: Session, besluit: Besluit, overleg: Overleg, inhoud: Inhoud) -> DossierBesluit:
    profiel = werkplek.profiel_van(sessie, overleg)
    return DossierBesluit(
        overleg=profiel.overlegsoort(overleg.soort).naam,
        op=overleg.datum,
        naam=profiel.besluit(besluit.soort).naam,
        omschrijving=besluit.omschrijving,
        conditie=besluit.conditie,
        belegd_bij=inhoud.namen.get(besluit.belegd_bij_id, "") if besluit.belegd_bij_id is not None else "",
    )


def _plan(werkplek: Werkplek, sessie: Session, inhoud: Inhoud) -> DossierPlan | None:
    plan = inhoud.plan
    if plan is None:
        return None
    getekend = PLAN.verifieer(werkplek, sessie, plan)
    if getekend is None:
        raise HandtekeningOnjuist("Het plan bij deze casus is niet ondertekend. Er is niets gemaakt.", advies=_MELD)
    return DossierPlan(
        versie=plan.versie,
        vaststelling=maak_vaststelling(werkplek, sessie, getekend),
        doelen=tuple(DoelOpPlan(d.leefgebied, d.doel) for d in plan.doelen),
        rollen=tuple(
            RolOpPlan(inhoud.namen[r.partij_id], r.rol, r.informatiebehoefte)
            for r in plan.rollen
            if inhoud.mag(r.partij_id)
        ),
        criteria=tuple(zin.strip() for zin in plan.afschalingscriteria.splitlines() if zin.strip()),
        evaluatie_op=plan.evaluatie_op,
    )


def _informatie(
    inhoud: Inhoud, item: InformatieItem, verstrekking: Verstrekking, bijlagen: tuple[int, ...]
) -> DossierInformatie:
    return DossierInformatie(
        titel=item.titel,
        verstrekker=inhoud.namen[item.verstrekker_id],
        regime=item.regime,
        ontvangen_op=item.ontvangen_op,
        gebruik=item.gebruik,
        grondslag=verstrekking.grondslag,
        toestemming_op=verstrekking.toestemming_op,
        toestemming_kenmerk=verstrekking.toestemming_kenmerk,
        toestemming_door=verstrekking.toestemming_door,
        tekst=item.tekst,
        bijlage=bijlagen.index(item.id) + 1 if item.id in bijlagen else 0,
    )
