"""The opschalingsdossier of one casus, from rows that were verified just now."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.opschaling import (
    DossierAkkoord,
    DossierBesluit,
    DossierInformatie,
    DossierPlan,
    OpschalingGegevens,
)
from zvh_desktop.documents.plan_van_aanpak import DoelOpPlan, PlanActie, PlanBetrokkene, RolOpPlan
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.informatie import InformatieItem
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.opschaling import Opschaling
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.triage import Triage
from zvh_desktop.models.uitkomst import Besluit
from zvh_desktop.models.verstrekking import Verstrekking
from zvh_desktop.services.casus.aanmeldingen import aanpak_kader
from zvh_desktop.services.casus.opschaling_getekend import OPSCHALING
from zvh_desktop.services.casus.plan_getekend import PLAN
from zvh_desktop.services.casus.stukken import casusregisseur
from zvh_desktop.services.opschaling.dossier import Inhoud
from zvh_desktop.services.regelboek.afspraken import geheimhouding
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
    casus, profiel = sessie.get_one(Casus, rij.casus_id), werkplek.profiel
    ontvanger = sessie.get_one(Partij, rij.ontvanger_id)
    regisseur, regisseur_partij = casusregisseur(werkplek, sessie, casus)
    triage = sessie.scalars(select(Triage).filter_by(casus_id=casus.id)).first()
    eigen = next((paar for paar in inhoud.besluiten if paar[0].id == rij.besluit_id), None)
    if eigen is None or rij.akkoord_op is None or rij.akkoord_wijze is None:
        raise HandtekeningOnjuist(
            "Het besluit onder deze opschaling staat niet meer in een vastgesteld verslag. Er is niets gemaakt.",
            advies=_MELD,
        )
    return OpschalingGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Opschalingsdossier",
            ontvanger=ontvanger.naam,
            versie="1",
            artikel=profiel.artikel(Regel.OPSCHALING_BESLUIT),
        ),
        casusnummer=casus.nummer,
        naar=ontvanger.naam,
        aanpak=aanpak_kader(werkplek, casus.aanpak),
        geopend_op=casus.geopend_op,
        aanmelder=inhoud.namen.get(casus.aanmeldende_partij_id, ""),
        betrokkenen=tuple(
            PlanBetrokkene(b.naam, b.volgorde == 0, b.geboortedatum, b.gemeente) for b in casus.betrokkenen
        ),
        term_casusregisseur=profiel.termen.casusregisseur,
        casusregisseur=regisseur,
        casusregisseur_partij=regisseur_partij,
        term_procesregisseur=profiel.termen.procesregisseur,
        procesregisseur=casus.procesregisseur,
        doel=triage.doel if triage else "",
        gevraagd=rij.gevraagd.strip(),
        motivering=rij.motivering,
        criteria=rij.criteria_gehaald,
        besluit=_besluit(werkplek, sessie, *eigen, inhoud),
        berust_op=_berust_op(profiel),
        ondertekening=maak_vaststelling(werkplek, sessie, rij.verklaring_nummer),
        akkoord=DossierAkkoord(
            rij.akkoord_door, rij.akkoord_functie, rij.akkoord_op, rij.akkoord_wijze, rij.akkoord_kenmerk
        ),
        term_plan=profiel.termen.plan_van_aanpak,
        plan=_plan(werkplek, sessie, inhoud),
        besluiten=tuple(_besluit(werkplek, sessie, b, overleg, inhoud) for b, overleg in inhoud.besluiten),
        acties=tuple(
            PlanActie(a.leefgebied, a.omschrijving, inhoud.namen[a.belegd_bij_id], a.termijn, a.status)
            for a in inhoud.acties
        ),
        informatie=tuple(_informatie(inhoud, item, op, bijlagen) for item, op in inhoud.items),
        artikel_rollen=profiel.artikel(Regel.ROL_EN_INFORMATIEBEHOEFTE),
        artikel_derden=profiel.artikel(Regel.TOESTEMMING_DERDEN),
        artikel_gebruik=profiel.artikel(Regel.VERSTREKKER_BEPAALT_GEBRUIK),
        artikel_geheimhouding=geheimhouding(profiel).artikel,
    )


def _berust_op(profiel: Huisprofiel) -> str:
    """The article on who decides, and the one that says what opschaling is."""
    artikelen = [profiel.artikel(Regel.OPSCHALING_BESLUIT), profiel.opschaling.artikel if profiel.opschaling else ""]
    return " en ".join(dict.fromkeys(artikel for artikel in artikelen if artikel))


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
