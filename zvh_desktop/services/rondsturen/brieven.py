"""Letter and draft around what goes to one partij, and the frozen copies of what left."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from zvh_desktop.documents.concept_eml import BijlageSoort, ConceptEmlGegevens, EmlBijlage, bouw_concept_eml
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.opmaak.kop import Geadresseerde
from zvh_desktop.documents.rondzendbrief import RondzendbriefGegevens, bouw_rondzendbrief_pdf
from zvh_desktop.models.keuzes import DocumentSoort, VerzendingSoort
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import datum_kort, verwijzing
from zvh_desktop.services.huis.instellingen import huispost, lees_instellingen
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.rondsturen.gegevens import Pakket, RondstuurStukken
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.uitgifte import bewaar_uitgegeven
from zvh_desktop.services.stukken.weging import lees_weging, uitgaand
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.services.uitnodigen.stukken import Bericht, afzender
from zvh_desktop.services.werkplek.werkplek import Werkplek

IN_PAKKET: Final = {
    VerzendingSoort.VERSLAG: (
        DocumentSoort.NOTULEN_PARTIJ,
        DocumentSoort.BESLUITENLIJST_PARTIJ,
        DocumentSoort.ACTIELIJST,
    ),
    VerzendingSoort.PLAN: (DocumentSoort.PLAN_PARTIJ,),
    VerzendingSoort.REGIE: (DocumentSoort.PLAN_VAN_AANPAK, DocumentSoort.CASUSACTIES),
}
"""What goes behind the letter in each packet. A copy is kept of both; the draft holds the same once more."""


def reageren_voor(werkplek: Werkplek, sessie: Session) -> date | None:
    """Until when may be reacted on what goes out today; None where the house has no term."""
    dagen = lees_instellingen(sessie).reactie_dagen
    return werkplek.vandaag() + timedelta(days=dagen) if dagen else None


def maak_stukken(
    werkplek: Werkplek, sessie: Session, pakket: Pakket, aan: Ontvanger, *, vervangt: bool
) -> RondstuurStukken:
    """Everything that goes out. Raises InvoerOngeldig without a sender or with a name that cannot be written."""
    profiel = _profiel(werkplek, sessie, pakket)
    termijn = reageren_voor(werkplek, sessie)
    volgnummer = pakket.over if pakket.soort is not VerzendingSoort.VERSLAG else None
    casussen = tuple(dict.fromkeys(nummer for stuk in pakket.stukken for nummer in stuk.casusnummers))
    brief = bouw_rondzendbrief_pdf(
        RondzendbriefGegevens(
            kop=maak_kop(
                werkplek,
                sessie,
                profiel,
                titel="Brief",
                ontvanger=pakket.partij,
                versie=str(pakket.versie),
                artikel=pakket.artikel,
            ),
            aan=Geadresseerde(pakket.partij, aan.naam, aan.functie),
            betreft=pakket.betreft,
            wat=pakket.wat,
            bijlagen=pakket.namen,
            vervangt_eerdere=vervangt,
            reageren_voor=termijn,
            afzender=afzender(werkplek, sessie, profiel),
            artikel=pakket.artikel,
            artikel_geheimhouding=geheimhouding(profiel).artikel,
        )
    )
    briefnaam, conceptnaam = (
        bestandsnaam(soort, pakket.datum, pakket.kort, volgnummer, woord=f"rondzendbrief {pakket.soort.value}")
        for soort in (DocumentSoort.RONDZENDBRIEF, DocumentSoort.RONDZEND_EML)
    )
    briefstuk = Stuk(DocumentSoort.RONDZENDBRIEF, briefnaam, brief, pakket.partij_id, pakket.partij, casussen)
    bericht = uitgaand(
        sessie,
        profiel,
        Bericht(
            onderwerp=f"{pakket.betreft}, versie {pakket.versie} (vertrouwelijk)",
            tekst=_tekst(werkplek, profiel, pakket, aan, termijn, vervangt=vervangt),
        ),
    )
    concept = bouw_concept_eml(
        ConceptEmlGegevens(
            ontvanger_naam=aan.naam,
            ontvanger_email=aan.email,
            onderwerp=bericht.onderwerp,
            tekst=bericht.tekst,
            datum=werkplek.klok(),
            weging=lees_weging(sessie, profiel),
            van=huispost(sessie, profiel),
            bijlagen=tuple(
                EmlBijlage(stuk.bestandsnaam, BijlageSoort.PDF, stuk.inhoud) for stuk in (briefstuk, *pakket.stukken)
            ),
        )
    )
    conceptstuk = Stuk(DocumentSoort.RONDZEND_EML, conceptnaam, concept, pakket.partij_id, pakket.partij, casussen)
    return RondstuurStukken(aan, pakket.versie, briefstuk, pakket.stukken, conceptstuk, bericht)


def bewaar_kopieen(
    werkplek: Werkplek, sessie: Session, pakket: Pakket, stukken: RondstuurStukken, nu: datetime
) -> None:
    """Keep what left as it left, with to whom."""
    for stuk in (stukken.brief, *stukken.stukken):
        bewaar_uitgegeven(
            werkplek,
            sessie,
            stuk,
            versie=pakket.versie,
            overleg_id=pakket.over if pakket.soort is VerzendingSoort.VERSLAG else None,
            casus_id=pakket.casus_id,
            moment=nu,
            aan=(stukken.ontvanger.naam, stukken.ontvanger.email),
        )


def _profiel(werkplek: Werkplek, sessie: Session, pakket: Pakket) -> Huisprofiel:
    if pakket.soort is VerzendingSoort.VERSLAG:
        return werkplek.profiel_van(sessie, sessie.get_one(Overleg, pakket.over))
    return werkplek.profiel


def _tekst(
    werkplek: Werkplek, profiel: Huisprofiel, pakket: Pakket, aan: Ontvanger, termijn: date | None, *, vervangt: bool
) -> str:
    nieuw = (
        f"Dit is versie {pakket.versie}. Die komt in de plaats van wat u eerder van ons kreeg.\n\n" if vervangt else ""
    )
    wanneer = f" uiterlijk {datum_kort(termijn)}" if termijn is not None else ""
    return (
        f"Geachte {aan.naam},\n\n{nieuw}Hierbij ontvangt u {pakket.wat}. In de brief leest u wat u krijgt.\n\n"
        f"Wilt u ons{wanneer} laten weten of u akkoord bent, of wat er niet klopt?\n\n"
        f"Dit bericht is alleen voor u bestemd{verwijzing(geheimhouding(profiel).artikel)}. Stuur het niet door.\n\n"
        f"Met vriendelijke groet,\n{werkplek.naam}\n{profiel.korte_naam}\n"
    )
