"""Letter and draft in which a question at triage is taken back, for the partij that got it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from zvh_desktop.documents.concept_eml import BijlageSoort, ConceptEmlGegevens, EmlBijlage, bouw_concept_eml
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.opmaak.kop import Geadresseerde
from zvh_desktop.documents.triagevraag import TriageIntrekkingGegevens, bouw_triage_intrekking_pdf
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import DocumentSoort, Regel
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_lang, verwijzing
from zvh_desktop.services.huis.instellingen import huispost
from zvh_desktop.services.lek.uitgang import langs_de_uitgang
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.weging import lees_weging
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.services.uitnodigen.stukken import afzender
from zvh_desktop.services.uitnodigen.triagebrief_stukken import TriagebriefStukken
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class Intrekking:
    """What is taken back: the question of which day, why, and in which version."""

    vraagdag: date
    reden: str
    versie: int


def maak_triage_intrekking(
    werkplek: Werkplek, sessie: Session, casus: Casus, partij: Partij, intrekking: Intrekking, aan: Ontvanger
) -> TriagebriefStukken:
    """Both pieces. Raises InvoerOngeldig without a sender, or with a name that cannot be written."""
    profiel = werkplek.profiel
    geheim = geheimhouding(profiel).artikel
    gegevens = TriageIntrekkingGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Brief",
            ontvanger=partij.naam,
            versie=str(intrekking.versie),
            artikel=profiel.artikel(Regel.TRIAGE_RELEVANTE_PARTIJEN),
        ),
        aan=Geadresseerde(partij.naam, aan.naam, aan.functie),
        casusnummer=casus.nummer,
        vraagdag=intrekking.vraagdag,
        reden=intrekking.reden,
        afzender=afzender(werkplek, sessie, profiel),
        artikel_geheimhouding=geheim,
    )
    pdf = bouw_triage_intrekking_pdf(langs_de_uitgang(werkplek, sessie, partij, gegevens))
    woord = f"intrekking vraag {profiel.termen.triage}"
    briefnaam, conceptnaam = (
        bestandsnaam(soort, werkplek.vandaag(), partij.kort, int(casus.id), woord=woord)
        for soort in (DocumentSoort.TRIAGE_INTREKKING, DocumentSoort.TRIAGE_INTREKKING_EML)
    )
    concept = bouw_concept_eml(
        ConceptEmlGegevens(
            ontvanger_naam=aan.naam,
            ontvanger_email=aan.email,
            onderwerp=f"Vraag van {profiel.korte_naam} ingetrokken (vertrouwelijk)",
            tekst=(
                f"Geachte {aan.naam},\n\nOp {datum_lang(intrekking.vraagdag)} stuurden wij u een vraag. Die trekken "
                "wij in. U hoeft niet meer te antwoorden. In de bijlage leest u wat wij van u vragen.\n\n"
                f"Dit bericht is alleen voor u bestemd{verwijzing(geheim)}. Stuur het niet door.\n\n"
                f"Met vriendelijke groet,\n{werkplek.naam}\n{profiel.korte_naam}\n"
            ),
            datum=werkplek.klok(),
            weging=lees_weging(sessie, profiel),
            van=huispost(sessie, profiel),
            bijlagen=(EmlBijlage(briefnaam, BijlageSoort.PDF, pdf),),
        )
    )
    brief, conceptstuk = (
        Stuk(soort, naam, inhoud, partij.id, partij.naam, (casus.nummer,))
        for soort, naam, inhoud in (
            (DocumentSoort.TRIAGE_INTREKKING, briefnaam, pdf),
            (DocumentSoort.TRIAGE_INTREKKING_EML, conceptnaam, concept),
        )
    )
    return TriagebriefStukken(aan, intrekking.versie, brief, conceptstuk)
