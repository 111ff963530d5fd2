"""The whole main job in order, from aanmelding to afschaling, and then the work that still lies ahead.

The practice vault of the window and `zvh demo` play the same story; only the demo collects the documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time, timedelta

from zvh_desktop.models.keuzes import OverlegId, Rol
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.casus.regisseurs import OverdrachtInvoer
from zvh_desktop.services.oefenen.accounts import tweede_regisseur
from zvh_desktop.services.oefenen.afronding import begin_afschaling, maak_plan
from zvh_desktop.services.oefenen.brieven import schrijf_brieven, schrijf_laatste
from zvh_desktop.services.oefenen.casussen import beantwoord, beoordeel, bevraag, meld_aan, rond_triage_af, verwijs
from zvh_desktop.services.oefenen.gegevens import OefenCasus, OefenMelding
from zvh_desktop.services.oefenen.inrichting import maak_leeg, vul_register
from zvh_desktop.services.oefenen.inzage import geef_inzage
from zvh_desktop.services.oefenen.jaarcijfers import geef_jaarcijfers
from zvh_desktop.services.oefenen.klok import werkdag_na, werkdag_voor
from zvh_desktop.services.oefenen.opruimen import vernietig_een
from zvh_desktop.services.oefenen.opschaling import schaal_op
from zvh_desktop.services.oefenen.overige import houd_overige
from zvh_desktop.services.oefenen.partijwissel import wissel_partijen
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.oefenen.rondsturen import stuur_rond
from zvh_desktop.services.oefenen.samenwerking import speel_samenwerking
from zvh_desktop.services.oefenen.tafel import (
    antwoord,
    houd_tafel,
    meld_af,
    plan_tafel,
    probeer_geweigerd,
    trek_oordelen_in,
    trek_uitnodigingen_in,
    verzend,
    zeg_af,
    zet_op_agenda,
)
from zvh_desktop.services.oefenen.vergaderjaar import houd_vergaderjaar, plan_volgende

STAPPEN = 30
_EERSTE_DAG = 400
GEHOUDEN, GEPLAND, CONCEPT = "gehouden", "gepland", "concept"
_EIND_VAN_DE_DAG = time(16, 30)


def speel(ploeg: Oefenploeg) -> OverlegId:
    """Make the vault and play everything; returns the tafel that was held."""
    ploeg.klok.zet(ploeg.vandaag - timedelta(days=_EERSTE_DAG), ploeg.gegevens.tafel.begin)
    maak_leeg(ploeg)
    ploeg.meld(
        f"Oefenkluis gemaakt voor {ploeg.profiel.naam}, met vier accounts en {len(ploeg.profiel.partijen)} partijen."
    )
    vul_register(ploeg, ploeg.op(_EERSTE_DAG - 3, Rol.MEDEWERKER))
    aantal = houd_vergaderjaar(ploeg)
    ploeg.meld(f"{aantal} overleggen zonder casussen gehouden, met uitnodigingen, besluiten en verslag.")
    eerder = _met(ploeg, GEHOUDEN)
    _breng_tot_oordeel(ploeg, eerder, [m for m in ploeg.gegevens.meldingen if m.uitkomst == "afgewezen"])
    gehouden = _eerste_tafel(ploeg, eerder)
    _rond_af(ploeg, gehouden)
    verwijs(ploeg, [m for m in ploeg.gegevens.meldingen if m.uitkomst == "elders"])
    later = tuple(casus for casus in ploeg.gegevens.casussen if casus not in eerder)
    _breng_tot_oordeel(ploeg, later, [m for m in ploeg.gegevens.meldingen if m.uitkomst == "open"])
    _komende_tafels(ploeg)
    houd_overige(ploeg, eerder)
    speel_samenwerking(ploeg)
    vernietig_een(ploeg)
    geef_inzage(ploeg)
    if ploeg.uitgifte is not None:
        schrijf_laatste(ploeg)
    wissel_partijen(ploeg)
    geef_jaarcijfers(ploeg)
    return gehouden


def _met(ploeg: Oefenploeg, tafel: str) -> tuple[OefenCasus, ...]:
    return tuple(casus for casus in ploeg.gegevens.casussen if casus.tafel == tafel)


def _breng_tot_oordeel(ploeg: Oefenploeg, casussen: Sequence[OefenCasus], los: Sequence[OefenMelding]) -> None:
    meldingen = sorted((*(casus.melding for casus in casussen), *los), key=lambda melding: -melding.dagen)
    paren = list(zip(meld_aan(ploeg, meldingen), meldingen, strict=True))
    termen = ploeg.profiel.termen
    regisseur = termen.met_lidwoord("procesregisseur")
    ploeg.meld(f"{len(paren)} {termen.aanmeldingen} vastgelegd door de medewerker.")
    laatste = min(melding.dagen for melding in meldingen)
    regie = ploeg.op(laatste, Rol.PROCESREGISSEUR)
    geaccepteerd = [melding for _, melding in paren if melding.uitkomst == "geaccepteerd"]
    op_melding = dict(zip(map(id, geaccepteerd), beoordeel(ploeg, regie, paren), strict=True))
    ploeg.casussen.update({casus.sleutel: op_melding[id(casus.melding)] for casus in casussen})
    afgewezen = sum(melding.uitkomst == "afgewezen" for melding in meldingen)
    ploeg.meld(f"{len(geaccepteerd)} {termen.aanmeldingen} geaccepteerd en {afgewezen} afgewezen door {regisseur}.")
    bevraag(ploeg, ploeg.op(max(laatste - 2, 2), Rol.PROCESREGISSEUR), casussen)
    beantwoord(ploeg, ploeg.op(max(laatste - 4, 2), Rol.PROCESREGISSEUR), casussen)
    triage = termen.met_lidwoord("triage")
    ploeg.meld(f"In {triage}: partijen bevraagd, doel en thema's vastgelegd.")
    regie = ploeg.teken_op(max(laatste - 5, 2))
    rond_triage_af(ploeg, regie, casussen)
    ploeg.meld(f"{hoofdletter(triage)} afgerond en oordelen rechtmatig aanwezig ondertekend.")


def _eerste_tafel(ploeg: Oefenploeg, casussen: Sequence[OefenCasus]) -> OverlegId:
    dag = werkdag_voor(ploeg.vandaag - timedelta(days=14))
    kantoor = ploeg.op(30, Rol.MEDEWERKER)
    overleg_id = plan_tafel(ploeg, kantoor, dag)
    for casus in casussen:
        zet_op_agenda(ploeg, kantoor, overleg_id, casus)
    overleg = ploeg.profiel.hoofdoverleg.naam
    termen = ploeg.profiel.termen
    regisseur = termen.met_lidwoord("procesregisseur")
    ploeg.meld(f"{overleg} gepland met {len(casussen)} casussen; rechtmatige partijen op de agenda gezet.")
    weigering = next((zin for casus in casussen if (zin := probeer_geweigerd(ploeg, kantoor, overleg_id, casus))), "")
    if weigering:
        ploeg.meld(f"Geweigerd, zoals het hoort: {weigering}")
    kantoor.agenda.stel_volgorde_voor(overleg_id)
    kantoor.agenda.vraag_akkoord(overleg_id)
    ploeg.teken_op(28).agenda.geef_akkoord(overleg_id)
    ploeg.meld(f"Agenda akkoord: ondertekend door {regisseur}.")
    aantal = verzend(ploeg, ploeg.op(28, Rol.MEDEWERKER), overleg_id)
    antwoord(ploeg.op(24, Rol.MEDEWERKER), overleg_id)
    ploeg.meld(f"{aantal} uitnodigingen verzonden en de antwoorden vastgelegd.")
    zinnen = trek_oordelen_in(ploeg, ploeg.teken_op(21), casussen)
    kantoor = ploeg.op(21, Rol.MEDEWERKER)
    ingetrokken = trek_uitnodigingen_in(ploeg, kantoor, overleg_id)
    ploeg.meld(f"Oordeel ingetrokken: {' en '.join(zinnen)}; {_intrekkingen(len(ingetrokken))} verzonden.")
    if ploeg.uitgifte is not None:
        ploeg.geef(*kantoor.documenten.maak_alle(kantoor.documenten.agendastukken(overleg_id)))
    kantoor = ploeg.op_dag(dag, Rol.MEDEWERKER, ploeg.gegevens.tafel.begin)
    houd_tafel(ploeg, kantoor, overleg_id, casussen)
    meld_af(ploeg, kantoor, overleg_id)
    ploeg.meld(
        f"{overleg} gehouden: besprekingen, besluiten en acties vastgelegd; een andere voorzitter nam het over, een "
        "partij kwam later binnen en een casus is niet bereikt."
    )
    ploeg.teken_op(13, _EIND_VAN_DE_DAG).verslagen.stel_vast(overleg_id)
    ploeg.meld(f"Verslag vastgesteld: ondertekend door {regisseur}.")
    return overleg_id


def _intrekkingen(aantal: int) -> str:
    return "1 intrekking" if aantal == 1 else f"{aantal} intrekkingen"


def _rond_af(ploeg: Oefenploeg, overleg_id: OverlegId) -> None:
    regie = ploeg.teken_op(13, _EIND_VAN_DE_DAG)
    plan_id = maak_plan(ploeg, regie, ploeg.gegevens.plan)
    ploeg.meld(f"{hoofdletter(ploeg.profiel.termen.plan_van_aanpak)} gemaakt en vastgesteld.")
    if _sluit_in_eigen_overleg(ploeg):
        regie = ploeg.teken_op(12, _EIND_VAN_DE_DAG)
    begin_afschaling(ploeg, regie)
    ploeg.meld(f"Tot {ploeg.profiel.termen.afschaling} besloten; de checklist is begonnen.")
    if ploeg.uitgifte is not None:
        ploeg.geef(
            *regie.documenten.maak_alle(regie.documenten.verslagstukken(overleg_id)),
            regie.documenten.plan(plan_id),
            regie.documenten.afschaling(ploeg.casussen[ploeg.gegevens.afschaling.casus]),
        )
    aantal = stuur_rond(ploeg, regie, overleg_id, plan_id)
    ploeg.meld(
        f"Verslag en {ploeg.profiel.termen.plan_van_aanpak} rondgestuurd: {aantal} keer, elk met het eigen deel."
    )
    if ploeg.profiel.opschaling is not None:
        schaal_op(ploeg)
    if ploeg.uitgifte is not None:
        schrijf_brieven(ploeg)


def _sluit_in_eigen_overleg(ploeg: Oefenploeg) -> bool:
    """Where another kind of meeting than the usual one decides on the end of a casus, that one is held as well."""
    profiel = ploeg.profiel
    andere = {soort.sleutel: soort for soort in profiel.casusoverleggen[1:]}
    soort = next((andere[een] for een in profiel.afschaling.beslissers if een in andere), None)
    if soort is None:
        return False
    casussen = [casus for casus in _met(ploeg, GEHOUDEN) if casus.sleutel == ploeg.gegevens.afschaling.casus]
    kantoor = ploeg.op(12, Rol.MEDEWERKER)
    dag = ploeg.klok().date()
    overleg_id = plan_tafel(ploeg, kantoor, dag, soort.sleutel)
    for casus in casussen:
        zet_op_agenda(ploeg, kantoor, overleg_id, casus)
    kantoor.agenda.vraag_akkoord(overleg_id)
    ploeg.teken_op(12).agenda.geef_akkoord(overleg_id)
    verzend(ploeg, ploeg.op(12, Rol.MEDEWERKER), overleg_id)
    kantoor = ploeg.op_dag(dag, Rol.MEDEWERKER, ploeg.gegevens.tafel.begin)
    antwoord(kantoor, overleg_id)
    houd_tafel(ploeg, kantoor, overleg_id, casussen)
    meld_af(ploeg, kantoor, overleg_id)
    regie = ploeg.teken_op(12, _EIND_VAN_DE_DAG)
    regie.verslagen.stel_vast(overleg_id)
    ploeg.meld(f"{soort.naam} gehouden: daar besluit dit huis over {profiel.termen.afschaling}.")
    if ploeg.uitgifte is not None:
        ploeg.geef(*regie.documenten.maak_alle(regie.documenten.verslagstukken(overleg_id)))
    return True


def _afgelaste_tafel(ploeg: Oefenploeg) -> OverlegId:
    """Planned and sent, and then called off: everyone who was invited hears it."""
    kantoor = ploeg.op(3, Rol.MEDEWERKER)
    overleg_id = plan_tafel(ploeg, kantoor, werkdag_na(ploeg.vandaag + timedelta(days=6)))
    for casus in _met(ploeg, GEPLAND):
        zet_op_agenda(ploeg, kantoor, overleg_id, casus)
    kantoor.agenda.vraag_akkoord(overleg_id)
    ploeg.teken_op(3).agenda.geef_akkoord(overleg_id)
    kantoor = ploeg.op(3, Rol.MEDEWERKER)
    uitgifte, ploeg.uitgifte = ploeg.uitgifte, None
    verzend(ploeg, kantoor, overleg_id)
    ploeg.uitgifte = uitgifte
    aantal = zeg_af(ploeg, ploeg.op(2, Rol.MEDEWERKER), overleg_id)
    ploeg.meld(f"{ploeg.profiel.hoofdoverleg.naam} afgelast; {aantal} partijen kregen bericht.")
    return overleg_id


def _komende_tafels(ploeg: Oefenploeg) -> None:
    afgelast = _afgelaste_tafel(ploeg)
    kantoor = ploeg.op(2, Rol.MEDEWERKER)
    gepland = plan_tafel(ploeg, kantoor, werkdag_na(ploeg.vandaag + timedelta(days=9)))
    punten = [casus.punt_id for casus in kantoor.afgelasten.toon(afgelast).casussen]
    kantoor.afgelasten.herplan(afgelast, punten, gepland)
    kantoor.agenda.vraag_akkoord(gepland)
    ploeg.teken_op(2).agenda.geef_akkoord(gepland)
    uitgifte, ploeg.uitgifte = ploeg.uitgifte, None
    kantoor = ploeg.op(1, Rol.MEDEWERKER)
    verzend(ploeg, kantoor, gepland)
    antwoord(kantoor, gepland, hoogstens=3)
    ploeg.uitgifte = uitgifte
    concept = plan_tafel(ploeg, kantoor, werkdag_na(ploeg.vandaag + timedelta(days=23)))
    kantoor.agenda.voeg_onderwerp_toe(concept, ploeg.gegevens.tafel.onderwerp)
    kantoor.eerste_punt.zet(concept)
    for casus in _met(ploeg, CONCEPT):
        zet_op_agenda(ploeg, kantoor, concept, casus)
    plan_volgende(ploeg, kantoor)
    _draag_over(ploeg)
    ploeg.meld(
        f"Twee volgende {ploeg.profiel.termen.tafels} gepland: een met verzonden uitnodigingen en een in concept. "
        f"Een casus ging over naar een andere {ploeg.profiel.termen.procesregisseur}."
    )


def _draag_over(ploeg: Oefenploeg) -> None:
    """One casus goes to the other procesregisseur, with the reason."""
    regie = ploeg.op(1, Rol.PROCESREGISSEUR)
    casus = ploeg.casussen[_met(ploeg, CONCEPT)[0].sleutel]
    reden = "Het werk is anders verdeeld."
    regie.regisseurs.draag_over(
        casus, OverdrachtInvoer(tweede_regisseur().weergavenaam, regie.werkplek.vandaag(), reden)
    )
