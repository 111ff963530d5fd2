"""What a partij gets when an overleg is called off: letter, calendar item and draft, about what it was sent before."""

from __future__ import annotations

from sqlalchemy.orm import Session

from zvh_desktop.documents.afgelasting import AfgelastingGegevens, bouw_afgelasting_pdf
from zvh_desktop.documents.agenda_ics import Agendamoment, UitnodigingIcsGegevens, bouw_uitnodiging_ics
from zvh_desktop.documents.concept_eml import BijlageSoort, ConceptEmlGegevens, EmlBijlage, bouw_concept_eml
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.opmaak.kop import Geadresseerde
from zvh_desktop.documents.opmaak.weging import weeg
from zvh_desktop.models.keuzes import DocumentSoort, Regel
from zvh_desktop.models.overleg import Afgelasting, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort, datum_lang, tijd
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.huis.instellingen import huispost
from zvh_desktop.services.lek.uitgang import Uitgang
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.weging import lees_weging
from zvh_desktop.services.tafel.agendastukken import agenda_versie
from zvh_desktop.services.uitnodigen.laatste_afspraak import dag_van, laatste_afspraak
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger, ontvanger
from zvh_desktop.services.uitnodigen.stukken import Bericht, afzender
from zvh_desktop.services.uitnodigen.uitnodigingen import UitnodigingStukken
from zvh_desktop.services.werkplek.klok import AMSTERDAM
from zvh_desktop.services.werkplek.werkplek import Werkplek


def afgelaststukken(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, afgelasting: Afgelasting, rij: Uitnodiging
) -> UitnodigingStukken:
    """The three pieces for whoever got the last one. Raises InvoerOngeldig when there is no address."""
    partij = sessie.get_one(Partij, rij.partij_id)
    aan = ontvanger(sessie, rij)
    afspraak = laatste_afspraak(sessie, overleg, rij)
    uitgang = Uitgang(werkplek, sessie, partij)
    gegevens = uitgang.door(_brief(werkplek, sessie, overleg, afgelasting, partij, aan, afspraak))
    weging = lees_weging(sessie, werkplek.profiel_van(sessie, overleg))
    reden = uitgang.door(weeg(afgelasting.reden, weging))
    uitgang.eis_gekozen()
    bericht = _bericht(werkplek, sessie, overleg, reden, aan, afspraak)
    brief = bouw_afgelasting_pdf(gegevens)
    ics = _ics(werkplek, sessie, overleg, rij, aan, afspraak)
    dag = dag_van(afspraak)
    soorten = (DocumentSoort.AFGELASTING, DocumentSoort.AFGELASTING_ICS, DocumentSoort.AFGELASTING_EML)
    namen = [bestandsnaam(soort, dag, partij.kort) for soort in soorten]
    concept = bouw_concept_eml(
        ConceptEmlGegevens(
            ontvanger_naam=aan.naam,
            ontvanger_email=aan.email,
            onderwerp=bericht.onderwerp,
            tekst=bericht.tekst,
            datum=werkplek.klok(),
            weging=weging,
            van=huispost(sessie, werkplek.profiel_van(sessie, overleg)),
            bijlagen=(
                EmlBijlage(namen[0], BijlageSoort.PDF, brief),
                EmlBijlage(namen[1], BijlageSoort.ICS_INTREKKING, ics),
            ),
        )
    )
    delen = (brief, ics, concept)
    pdf, afspraakstuk, eml = (
        Stuk(soort, naam, inhoud, partij.id, partij.naam, ())
        for soort, naam, inhoud in zip(soorten, namen, delen, strict=True)
    )
    return UitnodigingStukken(aan, bericht, pdf, afspraakstuk, eml)


def _brief(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    afgelasting: Afgelasting,
    partij: Partij,
    aan: Ontvanger,
    afspraak: Agendamoment,
) -> AfgelastingGegevens:
    profiel = werkplek.profiel_van(sessie, overleg)
    begin = afspraak.begin.astimezone(AMSTERDAM)
    return AfgelastingGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Afgelasting",
            ontvanger=partij.naam,
            versie=agenda_versie(overleg),
            artikel=profiel.artikel(Regel.ALLEEN_RECHTMATIGE_PARTIJEN),
        ),
        aan=Geadresseerde(partij.naam, aan.naam, aan.functie),
        overleg_naam=profiel.overlegsoort(overleg.soort).naam,
        datum=begin.date(),
        begin=begin.time(),
        plaats=afspraak.plaats,
        reden=afgelasting.reden,
        afzender=afzender(werkplek, sessie, profiel),
        artikel_geheimhouding=geheimhouding(profiel).artikel,
    )


def _ics(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, rij: Uitnodiging, aan: Ontvanger, afspraak: Agendamoment
) -> bytes:
    profiel = werkplek.profiel_van(sessie, overleg)
    return bouw_uitnodiging_ics(
        UitnodigingIcsGegevens(
            uid=rij.uid,
            volgnummer=rij.volgnummer + 1,
            intrekking=True,
            huis_kort=profiel.korte_naam,
            overleg_naam=profiel.overlegsoort(overleg.soort).naam,
            begin=afspraak.begin,
            einde=afspraak.einde,
            plaats=afspraak.plaats,
            organisator_naam=f"Secretariaat {profiel.korte_naam}",
            organisator_email=afzender(werkplek, sessie, profiel).email,
            genodigde_naam=aan.naam,
            genodigde_email=aan.email,
            gemaakt_op=werkplek.klok(),
            oefen=werkplek.kluis.oefen,
            weging=lees_weging(sessie, profiel),
        )
    )


def _bericht(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    reden: str,
    aan: Ontvanger,
    afspraak: Agendamoment,
) -> Bericht:
    profiel = werkplek.profiel_van(sessie, overleg)
    naam = profiel.overlegsoort(overleg.soort).naam
    begin = afspraak.begin.astimezone(AMSTERDAM)
    return Bericht(
        onderwerp=f"Afgelast: {naam} {datum_kort(begin.date())} (vertrouwelijk)",
        tekst=(
            f"Geachte {aan.naam},\n\n"
            f"{naam} op {datum_lang(begin.date())}, vanaf {tijd(begin.time())} uur, gaat niet door. U wordt op deze "
            f"dag niet verwacht.\n\nReden: {reden}\n\n"
            "De brief vindt u in de bijlage. De afspraak verdwijnt uit uw agenda met het tweede bestand. Is er een "
            "nieuwe datum, dan krijgt u een nieuwe uitnodiging. Zou iemand in uw plaats komen? Laat het ook diegene "
            "weten.\n\n"
            f"Met vriendelijke groet,\n{werkplek.naam}\n{profiel.korte_naam}\n"
        ),
    )
