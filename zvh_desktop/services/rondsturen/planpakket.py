"""The plan van aanpak as it goes round: to each partij its own part, and all of it to the casusregisseur.

Built up through the gate of today: who has no oordeel that holds is in nothing and gets nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.casusacties import CasusactiesGegevens, bouw_casusacties_pdf
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.plan_partij import PlanPartijGegevens, bouw_plan_partij_pdf
from zvh_desktop.documents.plan_van_aanpak import PlanActie, PlanGegevens, bouw_plan_pdf
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import ActieStatus, DocumentSoort, PartijId, PlanStatus, Regel, VerzendingSoort
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.models.uitkomst import Actie
from zvh_desktop.services.casus.plan_woorden import plan_woorden
from zvh_desktop.services.casus.plannen import PlanService
from zvh_desktop.services.casus.stukken import plan_gegevens
from zvh_desktop.services.lek.uitgang import Uitgang
from zvh_desktop.services.poort.poort import eis_rechtmatig, standen
from zvh_desktop.services.regelboek.afspraken import geheimhouding, gezamenlijke_afspraken
from zvh_desktop.services.rondsturen.bezorging import Regisseur
from zvh_desktop.services.rondsturen.gegevens import Pakket
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.werkplek.werkplek import Werkplek


def eis_vast_plan(werkplek: Werkplek, plan: PlanVanAanpak) -> None:
    """Raises GebruikersFout: a concept does not go round, and neither does a version that was replaced."""
    if plan.status != PlanStatus.VASTGESTELD:
        raise GebruikersFout(
            f"Alleen een vastgesteld {werkplek.profiel.termen.plan_van_aanpak} gaat rond.",
            advies="Stel deze versie vast, of kies de versie die nu geldt.",
        )


def planpartijen(werkplek: Werkplek, sessie: Session, plan: PlanVanAanpak) -> tuple[Partij, ...]:
    """Every partij that has a role or an actie in this plan and whose oordeel holds today."""
    woorden = plan_woorden(werkplek, sessie, plan)
    genoemd = {rol.partij_id for rol in plan.rollen} | {een.partij_id for een in woorden.acties}
    return _die_mogen(werkplek, sessie, plan, genoemd)


def regiepartij(werkplek: Werkplek, sessie: Session, plan: PlanVanAanpak) -> tuple[Partij, Regisseur] | None:
    """The partij of the present casusregisseur, whose oordeel holds today, and who this person is."""
    casus = sessie.get_one(Casus, plan.casus_id)
    nu = next((regie for regie in casus.casusregie if regie.tot is None), None)
    if nu is None:
        return None
    mogen = _die_mogen(werkplek, sessie, plan, {nu.partij_id})
    # on the day of a handover nobody knows who of both got what was sent
    eerder = [regie.tot + timedelta(days=1) for regie in casus.casusregie if regie.tot is not None]
    return (mogen[0], Regisseur(nu.naam, max([nu.van, *eerder]))) if mogen else None


def planversies(werkplek: Werkplek, sessie: Session, plan: PlanVanAanpak) -> Mapping[int, tuple[int, int]]:
    """Per partij that may have its part: the version of the plan, and the signature under it."""
    nummer = plan.vaststelling_verklaring or 0
    return {int(partij.id): (plan.versie, nummer) for partij in planpartijen(werkplek, sessie, plan)}


def planpakket(
    werkplek: Werkplek, sessie: Session, plannen: PlanService, plan: PlanVanAanpak, partij: Partij
) -> Pakket:
    """What this partij gets. Raises RegelGeweigerd (the gate), GebruikersFout, HandtekeningOnjuist."""
    eis_vast_plan(werkplek, plan)
    casus = sessie.get_one(Casus, plan.casus_id)
    eis_rechtmatig(werkplek, sessie, casus, partij, werkplek.vandaag())
    heel = plan_gegevens(werkplek, sessie, plan, plannen.lees(sessie, plan))
    woorden = plan_woorden(werkplek, sessie, plan)
    rol = next((een for een in plan.rollen if een.partij_id == partij.id), None)
    eigen = tuple(een.actie for een in woorden.acties if een.partij_id == partij.id)
    if rol is None and not eigen:
        raise GebruikersFout(f"In {woorden.termen.gebogen('deze', 'plan_van_aanpak')} staat niets voor {partij.naam}.")
    gegevens = PlanPartijGegevens(
        kop=replace(heel.kop, ontvanger=partij.naam),
        casusnummer=heel.casusnummer,
        plan_versie=heel.plan_versie,
        partij=partij.naam,
        casusregisseur=heel.casusregisseur,
        casusregisseur_partij=heel.casusregisseur_partij,
        procesregisseur=heel.procesregisseur,
        rol=rol.rol if rol else "",
        informatiebehoefte=rol.informatiebehoefte if rol else "",
        acties=eigen,
        evaluatiedatum=heel.evaluatiedatum,
        vaststelling=heel.vaststelling,
        artikel_rollen=heel.artikel_rollen,
        artikel_geheimhouding=geheimhouding(werkplek.profiel).artikel,
    )
    uitgang = Uitgang(werkplek, sessie, partij)
    gegevens = uitgang.door(gegevens)
    uitgang.eis_gekozen()
    stuk = _stuk(werkplek, DocumentSoort.PLAN_PARTIJ, plan, casus, partij, bouw_plan_partij_pdf(gegevens))
    return _pakket(
        werkplek, VerzendingSoort.PLAN, plan, partij, ("Uw rol, wat u nodig hebt te weten en uw acties",), (stuk,)
    )


def regiepakket(
    werkplek: Werkplek, sessie: Session, plannen: PlanService, plan: PlanVanAanpak, partij: Partij
) -> Pakket:
    """The whole plan and every open actie of the casus. Raises as ``planpakket`` does, and for any other partij."""
    eis_vast_plan(werkplek, plan)
    casus = sessie.get_one(Casus, plan.casus_id)
    eis_rechtmatig(werkplek, sessie, casus, partij, werkplek.vandaag())
    nu = regiepartij(werkplek, sessie, plan)
    termen = werkplek.profiel.termen
    if nu is None or nu[0].id != partij.id:
        raise GebruikersFout(
            f"Het hele {termen.plan_van_aanpak} gaat alleen naar {termen.met_lidwoord('casusregisseur')}.",
            advies=f"{partij.naam} krijgt het eigen deel.",
        )
    heel = plan_gegevens(werkplek, sessie, plan, plannen.lees(sessie, plan))
    aan = replace(heel, kop=replace(heel.kop, ontvanger=partij.naam))
    acties = CasusactiesGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            werkplek.profiel,
            titel="Acties bij de casus",
            ontvanger=partij.naam,
            versie=str(plan.versie),
            artikel=gezamenlijke_afspraken(werkplek.profiel).artikel,
        ),
        casusnummer=casus.nummer,
        peildatum=werkplek.vandaag(),
        acties=_open_acties(werkplek, sessie, plan),
        artikel_geheimhouding=geheimhouding(werkplek.profiel).artikel,
    )
    uitgang = Uitgang(werkplek, sessie, partij)
    aan, acties = uitgang.door(aan), uitgang.door(acties)
    uitgang.eis_gekozen()
    stukken = (
        _stuk(werkplek, DocumentSoort.PLAN_VAN_AANPAK, plan, casus, partij, _pdf(aan)),
        _stuk(werkplek, DocumentSoort.CASUSACTIES, plan, casus, partij, bouw_casusacties_pdf(acties)),
    )
    namen = (f"Het hele {termen.plan_van_aanpak}", "De open acties van alle partijen")
    return _pakket(werkplek, VerzendingSoort.REGIE, plan, partij, namen, stukken)


def _pdf(gegevens: PlanGegevens) -> bytes:
    return bouw_plan_pdf(gegevens)


def _die_mogen(
    werkplek: Werkplek, sessie: Session, plan: PlanVanAanpak, partij_ids: Collection[int]
) -> tuple[Partij, ...]:
    casus = sessie.get_one(Casus, plan.casus_id)
    partijen = sessie.scalars(select(Partij).where(Partij.id.in_(partij_ids)).order_by(Partij.id)).all()
    stand = standen(werkplek, sessie, casus, partijen, werkplek.vandaag())
    return tuple(partij for partij in partijen if stand[partij.id].mag)


def _open_acties(werkplek: Werkplek, sessie: Session, plan: PlanVanAanpak) -> tuple[PlanActie, ...]:
    rijen = sessie.scalars(
        select(Actie)
        .where(Actie.casus_id == plan.casus_id, Actie.status.in_((ActieStatus.OPEN, ActieStatus.BEZIG)))
        .order_by(Actie.termijn.is_(None), Actie.termijn, Actie.id)
    ).all()
    mogen = {partij.id: partij.naam for partij in _die_mogen(werkplek, sessie, plan, {r.belegd_bij_id for r in rijen})}
    return tuple(
        PlanActie(rij.leefgebied, rij.omschrijving, mogen[rij.belegd_bij_id], rij.termijn, rij.status)
        for rij in rijen
        if rij.belegd_bij_id in mogen
    )


def _stuk(
    werkplek: Werkplek, soort: DocumentSoort, plan: PlanVanAanpak, casus: Casus, partij: Partij, inhoud: bytes
) -> Stuk:
    term = werkplek.profiel.termen.plan_van_aanpak
    woorden = {DocumentSoort.PLAN_VAN_AANPAK: term, DocumentSoort.PLAN_PARTIJ: f"{term} eigen deel"}
    naam = bestandsnaam(soort, werkplek.vandaag(), partij.kort, plan.id, woord=woorden.get(soort, ""))
    return Stuk(soort, naam, inhoud, PartijId(partij.id), partij.naam, (casus.nummer,))


def _pakket(
    werkplek: Werkplek,
    soort: VerzendingSoort,
    plan: PlanVanAanpak,
    partij: Partij,
    namen: tuple[str, ...],
    stukken: tuple[Stuk, ...],
) -> Pakket:
    term = werkplek.profiel.termen.plan_van_aanpak
    deel = "het deel voor uw organisatie van" if soort is VerzendingSoort.PLAN else "voor de uitvoering"
    return Pakket(
        soort=soort,
        over=plan.id,
        casus_id=plan.casus_id,
        partij_id=PartijId(partij.id),
        partij=partij.naam,
        kort=partij.kort,
        wat=f"{deel} een {term}",
        betreft=hoofdletter(term),
        versie=plan.versie,
        verklaring=plan.vaststelling_verklaring or 0,
        datum=werkplek.vandaag(),
        artikel=werkplek.profiel.artikel(Regel.ROL_EN_INFORMATIEBEHOEFTE),
        namen=namen,
        stukken=stukken,
    )
