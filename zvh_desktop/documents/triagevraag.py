"""The letter with a question to one partij, before anything may be shared, and the one that takes it back.

Both hold the number of the casus; the first the question, the second the day of it and, when given, why.

There is no field for a name of a betrokkene, for another partij or for what was reported.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zvh_desktop.documents.opmaak.blad import alinea, briefhoofd, feiten, kop2, lange_tekst, maak_pdf, slot
from zvh_desktop.documents.opmaak.kop import Afzender, Documentkop, Geadresseerde
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import met_artikel
from zvh_desktop.models.taal import datum_lang


@dataclass(frozen=True, slots=True)
class TriagevraagGegevens:
    """One letter. ``triage`` is what the house calls it, with its article."""

    kop: Documentkop
    aan: Geadresseerde
    casusnummer: str
    triage: str
    vraag: str
    vervangt_eerdere: bool
    afzender: Afzender
    artikel: str
    artikel_delen: str
    artikel_geheimhouding: str


@gewogen
def bouw_triagevraag_pdf(gegevens: TriagevraagGegevens) -> bytes:
    """The question, how to answer it, and why nothing more stands in it."""
    inhoud = briefhoofd(gegevens.kop, gegevens.aan, f"Vraag over casus {gegevens.casusnummer}")
    inhoud += [
        alinea(
            met_artikel(
                f"Bij ons is een casus binnengekomen. In {gegevens.triage} bepalen wij waar die thuishoort en welke "
                "partijen van belang zijn. Daarom stellen wij u een vraag",
                gegevens.artikel,
            )
        )
    ]
    if gegevens.vervangt_eerdere:
        inhoud += [alinea("Deze vraag komt in de plaats van de vraag die u eerder van ons kreeg.")]
    inhoud += feiten((("Casus", gegevens.casusnummer), ("Versie", gegevens.kop.versie)))
    inhoud += kop2("Onze vraag")
    inhoud += lange_tekst(gegevens.vraag)
    inhoud += kop2("Uw antwoord")
    adres = f" naar {gegevens.afzender.email}" if gegevens.afzender.email.strip() else ""
    inhoud += [
        alinea(
            f"Stuur uw antwoord{adres}, met het nummer van de casus. Noem geen namen van betrokkenen. Wilt u weten om "
            "wie het gaat, bel ons dan."
        )
    ]
    inhoud += kop2("Geheimhouding")
    inhoud += [
        alinea(
            met_artikel(
                "In deze brief staan geen gegevens van betrokkenen: in deze fase wordt nog niets met u gedeeld",
                gegevens.artikel_delen,
            )
        ),
        alinea(met_artikel("Deze brief is vertrouwelijk. Stuur die niet door", gegevens.artikel_geheimhouding)),
    ]
    inhoud += slot(gegevens.kop, gegevens.afzender)
    return maak_pdf(gegevens.kop, inhoud)


@dataclass(frozen=True, slots=True)
class TriageIntrekkingGegevens:
    """One withdrawal. ``reden`` may be empty."""

    kop: Documentkop
    aan: Geadresseerde
    casusnummer: str
    vraagdag: date
    reden: str
    afzender: Afzender
    artikel_geheimhouding: str


@gewogen
def bouw_triage_intrekking_pdf(gegevens: TriageIntrekkingGegevens) -> bytes:
    """Which question lapses, why when that was given, and what the partij does with what it has."""
    inhoud = briefhoofd(gegevens.kop, gegevens.aan, f"Intrekking van onze vraag over casus {gegevens.casusnummer}")
    inhoud += [
        alinea(
            f"Op {datum_lang(gegevens.vraagdag)} stuurden wij u een vraag over casus {gegevens.casusnummer}. Die vraag "
            "trekken wij in. U hoeft niet meer te antwoorden."
        )
    ]
    if gegevens.reden:
        inhoud += kop2("Waarom")
        inhoud += lange_tekst(gegevens.reden)
    inhoud += kop2("Wat wij van u vragen")
    inhoud += [
        alinea("Verwijder de eerdere brief, en wat u voor het antwoord hebt opgezocht."),
        alinea(
            met_artikel(
                "Deel niet met anderen wat u uit de eerdere brief weet. Dat blijft vertrouwelijk",
                gegevens.artikel_geheimhouding,
            )
        ),
    ]
    inhoud += slot(gegevens.kop, gegevens.afzender)
    return maak_pdf(gegevens.kop, inhoud)
