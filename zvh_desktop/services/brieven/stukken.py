"""Letter and draft, from a text, its values and its addressee."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from zvh_desktop.documents.brieven.brief import BriefGegevens, bouw_brief_pdf
from zvh_desktop.documents.concept_eml import BijlageSoort, ConceptEmlGegevens, EmlBijlage, bouw_concept_eml
from zvh_desktop.documents.opmaak.adres import Postvak
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.opmaak.kop import Afzender
from zvh_desktop.documents.opmaak.weging import Weging, weeg
from zvh_desktop.documents.word.maken import Wordstuk, bouw_word
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzen.wordkeuzes import Wordsoort
from zvh_desktop.models.keuzes import ContactpersoonId, DocumentSoort, PartijId
from zvh_desktop.models.partij import Contactpersoon, Partij
from zvh_desktop.models.taal import datum_kort, verwijzing
from zvh_desktop.models.tekst.briefsoorten import AAN_BETROKKENE, Briefsoort
from zvh_desktop.services.brieven.brieftaal import gebruikt, keur, veldnaam, vul, vul_regel
from zvh_desktop.services.brieven.gegevens import BriefInvoer, BriefStukken
from zvh_desktop.services.brieven.mag import Briefonderwerp
from zvh_desktop.services.brieven.standaard import Briefinhoud
from zvh_desktop.services.brieven.velden import VELDEN, verplichte_velden
from zvh_desktop.services.brieven.waarden import vaste_waarden
from zvh_desktop.services.huis.instellingen import huispost
from zvh_desktop.services.lek.bestemming import Bestemming
from zvh_desktop.services.lek.lezers import genoemde_partijen, naar_betrokkene
from zvh_desktop.services.lek.lezers import naar_partij as aan_partij
from zvh_desktop.services.lek.uitgang import Uitgang
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.weging import lees_weging
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.services.uitnodigen.stukken import Bericht, afzender
from zvh_desktop.services.werkplek.invoer import emailadres, naamveld, regel
from zvh_desktop.services.werkplek.wegen import naar_instellingen, naar_partij
from zvh_desktop.services.werkplek.werkplek import Werkplek
from zvh_desktop.services.word.sjablonen import Wordbestand, lees_sjabloon, wordnaam

_REGELS, _REGELLENGTE = 6, 45
"""What fits in the window of an envelope."""


def kies_ontvanger(sessie: Session, over: Briefonderwerp, invoer: BriefInvoer) -> tuple[Ontvanger, str]:
    """Who gets it, and the lines for an envelope when it goes by post. Raises InvoerOngeldig."""
    if over.betrokkene is not None:
        email = emailadres("email", invoer.email)
        adres = adresregels(invoer.adres)
        if not email and not adres:
            raise InvoerOngeldig("adres", "Vul in waar de brief naartoe gaat: adresregels, of een e-mailadres.")
        return Ontvanger(over.betrokkene.naam, "", email), adres if not email else ""
    if over.partij is None:
        raise InvoerOngeldig("partij", "Kies aan welke partij de brief gaat.")
    contact = kies_contact(sessie, over.partij, invoer.contact_id)
    return Ontvanger(contact.naam, contact.functie, contact.email, contact.gedeelde_postbus), ""


def kies_contact(sessie: Session, partij: Partij, contact_id: ContactpersoonId | None) -> Contactpersoon:
    """The one that was chosen, or by itself the first with mandaat and an address. Raises InvoerOngeldig."""
    if contact_id is not None:
        contact = sessie.get(Contactpersoon, contact_id)
        if contact is None or contact.partij_id != partij.id or not contact.email:
            raise InvoerOngeldig("contactpersoon", f"Kies een contactpersoon van {partij.naam} met een e-mailadres.")
        return contact
    geschikt = [contact for contact in partij.contactpersonen if contact.email]
    gekozen = next((contact for contact in geschikt if contact.mandaat), geschikt[0] if geschikt else None)
    if gekozen is None:
        raise InvoerOngeldig(
            "contactpersoon",
            f"Er is niet bekend naar wie dit bij {partij.naam} gaat.",
            advies="Vul bij Partijen een contactpersoon met e-mailadres in.",
            weg=naar_partij(PartijId(partij.id)),
        )
    return gekozen


def adresregels(tekst: str) -> str:
    """The lines for the window of an envelope: the name, then where. Raises InvoerOngeldig."""
    regels = [regel("adres", een) for een in tekst.splitlines() if een.strip()]
    if not regels:
        return ""
    if len(regels) < 2:
        raise InvoerOngeldig("adres", "Zet onder de naam ook het adres, en de postcode met de plaats.")
    if len(regels) > _REGELS:
        raise InvoerOngeldig("adres", f"In het venster van een envelop passen {_REGELS} regels.")
    lang = next((een for een in regels if len(een) > _REGELLENGTE), "")
    if lang:
        raise InvoerOngeldig("adres", f"Een adresregel is te lang: er passen {_REGELLENGTE} tekens op een regel.")
    return "\n".join([naamveld("adres", regels[0]), *regels[1:]])


def maak_brief(
    werkplek: Werkplek,
    sessie: Session,
    soort: Briefsoort,
    over: Briefonderwerp,
    tekst: Briefinhoud,
    waarden: Mapping[str, str],
    invoer: BriefInvoer,
    *,
    volgnummer: int,
) -> BriefStukken:
    """Both pieces. Raises InvoerOngeldig without a sender or address, or when an obligatory field has no value."""
    profiel = werkplek.profiel
    aan, adres = kies_ontvanger(sessie, over, invoer)
    pdf = bouw_brief_pdf(lees_brief(werkplek, sessie, soort, over, tekst, waarden, invoer))
    weging = lees_weging(sessie, profiel, voor_betrokkene=soort in AAN_BETROKKENE)
    return _pak_in(werkplek, soort, over, aan, adres, pdf, tekst.versie, volgnummer, weging, huispost(sessie, profiel))


def lees_brief(
    werkplek: Werkplek,
    sessie: Session,
    soort: Briefsoort,
    over: Briefonderwerp,
    tekst: Briefinhoud,
    waarden: Mapping[str, str],
    invoer: BriefInvoer,
) -> BriefGegevens:
    """What stands in the letter, in whatever form it is made. Raises InvoerOngeldig as ``maak_brief``."""
    profiel = werkplek.profiel
    aan, adres = kies_ontvanger(sessie, over, invoer)
    eis_volledig(werkplek, soort, tekst, waarden)
    aan_huis = soort in AAN_BETROKKENE
    partij = None if aan_huis else over.partij
    partijregels = (partij.naam, aan.naam, aan.functie) if partij is not None else (aan.naam,)
    kop = maak_kop(
        werkplek,
        sessie,
        profiel,
        titel="Brief",
        ontvanger=partij.naam if partij is not None else None,
        versie=datum_kort(werkplek.vandaag()),
        artikel="",
        voor_betrokkene=aan_huis,
    )
    uitgang = Uitgang(werkplek, sessie, _lezer(sessie, soort, over))
    # What is restricted is known by its whole text, so that goes first.
    getypt = weeg(_getypt(werkplek, sessie, tekst, waarden), kop.weging)
    waarden = {**waarden, **uitgang.door(getypt, over.casus.nummer if over.casus is not None else "")}
    uitgang.eis_gekozen()
    return BriefGegevens(
        kop=kop,
        adres=tuple(adres.split("\n")) if adres else partijregels,
        aanhef=f"Geachte {aan.naam},",
        betreft=vul_regel(tekst.onderwerp, waarden),
        stukken=tuple((blok.vorm.value, blok.tekst) for blok in vul(tekst.tekst, waarden)),
        afzender=afzender(werkplek, sessie, profiel),
    )


def _getypt(werkplek: Werkplek, sessie: Session, tekst: Briefinhoud, waarden: Mapping[str, str]) -> dict[str, str]:
    """What was filled in and typed about this casus; the text of the letter and what stands in each is the house's."""
    vast = {*vaste_waarden(werkplek, sessie), "naam"}
    erin = gebruikt(tekst.onderwerp, tekst.tekst)
    return {naam: waarde for naam, waarde in waarden.items() if naam not in vast and veldnaam(naam) in erin}


def _lezer(sessie: Session, soort: Briefsoort, over: Briefonderwerp) -> Bestemming:
    """Who reads it. Where the casus goes on is what a letter tells, and to a derde from whom it has the information."""
    if soort in AAN_BETROKKENE and over.betrokkene is not None:
        return naar_betrokkene((over.betrokkene,), over.betrokkene.naam, "brief")
    if over.partij is None:
        raise InvoerOngeldig("partij", "Kies aan welke partij de brief gaat.")
    einde = over.einde.bij if over.einde is not None else ""
    overdracht = over.afschaling.overgedragen_aan if over.afschaling is not None else ""
    bron = {int(over.verstrekking.verstrekker_id)} if over.verstrekking is not None else set[int]()
    return aan_partij(over.partij, bron | genoemde_partijen(sessie, einde, overdracht))


def brief_als_word(
    werkplek: Werkplek, sessie: Session, soort: Briefsoort, gegevens: BriefGegevens, volgnummer: int
) -> Wordbestand:
    """The same letter to change in a word processor; its name does not say to whom it goes."""
    inhoud = bouw_word(Wordstuk(gegevens, lees_sjabloon(sessie, Wordsoort.BRIEF)))
    return Wordbestand(wordnaam(f"brief {_WOORD[soort]}", werkplek.vandaag(), f"{volgnummer:02d}"), inhoud)


def eis_volledig(werkplek: Werkplek, soort: Briefsoort, tekst: Briefinhoud, waarden: Mapping[str, str]) -> None:
    """The text may be used, and what may not be missing has a value. Raises InvoerOngeldig."""
    bevindingen = keur(soort, tekst.onderwerp, tekst.tekst)
    if bevindingen:
        raise InvoerOngeldig("tekst", bevindingen[0].zin, advies="Pas de tekst aan bij Beheer, Brieven.")
    for veld in verplichte_velden(soort):
        # without conditions of its own a piece may be used for what the fixed sentence says
        if not waarden.get(veld.naam, "").strip() and veld.naam != "gebruik":
            raise InvoerOngeldig(
                "tekst",
                f"Dit is nog niet bekend: {veld.uitleg}.",
                advies="Het secretariaat staat bij Beheer, Instellingen." if veld.naam == "contact" else "",
                weg=naar_instellingen(werkplek) if veld.naam == "contact" else None,
            )


def _pak_in(
    werkplek: Werkplek,
    soort: Briefsoort,
    over: Briefonderwerp,
    aan: Ontvanger,
    adres: str,
    pdf: bytes,
    tekstversie: int,
    volgnummer: int,
    weging: Weging,
    van: Postvak,
) -> BriefStukken:
    profiel, dag = werkplek.profiel, werkplek.vandaag()
    partij = over.partij if soort not in AAN_BETROKKENE else None
    kort = partij.kort if partij is not None else None
    briefnaam, conceptnaam = (
        bestandsnaam(wat, dag, kort, volgnummer, woord=f"brief {_WOORD[soort]}")
        for wat in (DocumentSoort.BRIEF, DocumentSoort.BRIEF_EML)
    )
    nummers = (over.casus.nummer,) if over.casus is not None else ()
    partij_id, naam = (partij.id, partij.naam) if partij is not None else (None, "")
    brief = Stuk(DocumentSoort.BRIEF, briefnaam, pdf, partij_id, naam, nummers)
    concept = bericht = None
    if aan.email:
        slotzin = "Dit bericht is alleen voor u bestemd."
        if partij is not None:
            slotzin = f"{slotzin[:-1]}{verwijzing(geheimhouding(profiel).artikel)}. Stuur het niet door."
        bericht = weeg(
            Bericht(
                onderwerp=f"Brief van {profiel.korte_naam} (vertrouwelijk)",
                tekst=(
                    f"Geachte {aan.naam},\n\nIn de bijlage vindt u een brief van ons.\n\n{slotzin}\n\n"
                    f"Met vriendelijke groet,\n{werkplek.naam}\n{profiel.korte_naam}\n"
                ),
            ),
            weging,
        )
        inhoud = bouw_concept_eml(
            ConceptEmlGegevens(
                ontvanger_naam=aan.naam,
                ontvanger_email=aan.email,
                onderwerp=bericht.onderwerp,
                tekst=bericht.tekst,
                datum=werkplek.klok(),
                weging=weging,
                van=van,
                bijlagen=(EmlBijlage(briefnaam, BijlageSoort.PDF, pdf),),
            )
        )
        concept = Stuk(DocumentSoort.BRIEF_EML, conceptnaam, inhoud, partij_id, naam, nummers)
    return BriefStukken(aan, adres, tekstversie, brief, concept, bericht)


_WOORD = {
    Briefsoort.BETROKKENE_AANMELDING: "een",
    Briefsoort.BETROKKENE_PLAN: "twee",
    Briefsoort.BETROKKENE_AFSCHALING: "drie",
    Briefsoort.AANMELDER_AANGENOMEN: "terugkoppeling",
    Briefsoort.AANMELDER_AFGEWEZEN: "terugkoppeling",
    Briefsoort.AANMELDER_EINDE: "terugkoppeling einde",
    Briefsoort.OVERDRACHT: "overdracht",
    Briefsoort.AFSCHALING_PARTIJ: "bericht einde",
    Briefsoort.VERSTREKKING: "verstrekking",
}
"""In the name of the file; of a letter to somebody at home it does not even say what it is about."""


def voorbeeldbrief(
    werkplek: Werkplek, sessie: Session, soort: Briefsoort, tekst: Briefinhoud, vast: Mapping[str, str]
) -> Stuk:
    """The letter with invented values; what the house fills in itself is its own. Raises InvoerOngeldig."""
    waarden = {veld.naam: vast.get(veld.naam) or veld.voorbeeld for veld in VELDEN[soort]}
    aan_huis = soort in AAN_BETROKKENE
    waarden["naam"] = "Testpersoon Een"
    waarden.setdefault("voorwaarden", "")
    adres = (
        ("Testpersoon Een", "Voorbeeldstraat 1", "1234 AB Voorbeeldstad")
        if aan_huis
        else ("Voorbeeldpartij", "Contactpersoon Voorbeeld", "teamleider")
    )
    profiel = werkplek.profiel
    pdf = bouw_brief_pdf(
        BriefGegevens(
            kop=maak_kop(
                werkplek, sessie, profiel, titel="Voorbeeld van een brief", ontvanger=None, versie="", artikel=""
            ),
            adres=adres,
            aanhef="Geachte Testpersoon Een," if aan_huis else "Geachte Contactpersoon Voorbeeld,",
            betreft=vul_regel(tekst.onderwerp, waarden),
            stukken=tuple((blok.vorm.value, blok.tekst) for blok in vul(tekst.tekst, waarden)),
            afzender=Afzender(werkplek.naam, f"namens {profiel.korte_naam}", waarden["e-mail"], waarden["telefoon"]),
        )
    )
    naam = bestandsnaam(DocumentSoort.BRIEF, werkplek.vandaag(), woord="brief voorbeeld")
    return Stuk(DocumentSoort.BRIEF, naam, pdf, None, "", ())
