"""Letter and draft of a question at triage, for one partij."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from zvh_desktop.documents.concept_eml import BijlageSoort, ConceptEmlGegevens, EmlBijlage, bouw_concept_eml
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.opmaak.kop import Geadresseerde
from zvh_desktop.documents.triagevraag import TriagevraagGegevens, bouw_triagevraag_pdf
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import DocumentSoort, Regel
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import verwijzing
from zvh_desktop.services.huis.instellingen import huispost
from zvh_desktop.services.lek.uitgang import langs_de_uitgang
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.weging import lees_weging
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.services.uitnodigen.stukken import afzender
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class TriagebriefStukken:
    """What goes to one partij."""

    ontvanger: Ontvanger
    versie: int
    brief: Stuk
    concept: Stuk


def maak_triagebrief(
    werkplek: Werkplek,
    sessie: Session,
    casus: Casus,
    partij: Partij,
    vraag: str,
    aan: Ontvanger,
    *,
    versie: int,
    vervangt_eerdere: bool,
) -> TriagebriefStukken:
    """Both pieces. Raises InvoerOngeldig without a sender, or with a name that cannot be written."""
    profiel = werkplek.profiel
    geheim, artikel = geheimhouding(profiel).artikel, profiel.artikel(Regel.TRIAGE_RELEVANTE_PARTIJEN)
    gegevens = TriagevraagGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Brief",
            ontvanger=partij.naam,
            versie=str(versie),
            artikel=artikel,
        ),
        aan=Geadresseerde(partij.naam, aan.naam, aan.functie),
        casusnummer=casus.nummer,
        triage=profiel.termen.met_lidwoord("triage"),
        vraag=vraag,
        vervangt_eerdere=vervangt_eerdere,
        afzender=afzender(werkplek, sessie, profiel),
        artikel=artikel,
        artikel_delen=profiel.artikel(Regel.GEEN_VERSTREKKING_VOOR_OVERLEG),
        artikel_geheimhouding=geheim,
    )
    pdf = bouw_triagevraag_pdf(langs_de_uitgang(werkplek, sessie, partij, gegevens))
    woord = f"vraag {profiel.termen.triage}"
    briefnaam, conceptnaam = (
        bestandsnaam(soort, werkplek.vandaag(), partij.kort, int(casus.id), woord=woord)
        for soort in (DocumentSoort.TRIAGEVRAAG, DocumentSoort.TRIAGEVRAAG_EML)
    )
    brief = Stuk(DocumentSoort.TRIAGEVRAAG, briefnaam, pdf, partij.id, partij.naam, (casus.nummer,))
    concept = bouw_concept_eml(
        ConceptEmlGegevens(
            ontvanger_naam=aan.naam,
            ontvanger_email=aan.email,
            onderwerp=f"Vraag van {profiel.korte_naam} (vertrouwelijk)",
            tekst=_begeleiding(werkplek, profiel, aan),
            datum=werkplek.klok(),
            weging=lees_weging(sessie, profiel),
            van=huispost(sessie, profiel),
            bijlagen=(EmlBijlage(briefnaam, BijlageSoort.PDF, pdf),),
        )
    )
    conceptstuk = Stuk(DocumentSoort.TRIAGEVRAAG_EML, conceptnaam, concept, partij.id, partij.naam, (casus.nummer,))
    return TriagebriefStukken(aan, versie, brief, conceptstuk)


def _begeleiding(werkplek: Werkplek, profiel: Huisprofiel, aan: Ontvanger) -> str:
    return (
        f"Geachte {aan.naam},\n\nIn de bijlage vindt u een vraag van ons. Wilt u ons laten weten wat uw "
        "antwoord is? Noem daarin geen namen van betrokkenen.\n\n"
        f"Dit bericht is alleen voor u bestemd{verwijzing(geheimhouding(profiel).artikel)}. Stuur het niet door.\n\n"
        f"Met vriendelijke groet,\n{werkplek.naam}\n{profiel.korte_naam}\n"
    )
