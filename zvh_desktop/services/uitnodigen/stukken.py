"""What one partij is sent: letter, calendar item and draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from zvh_desktop.documents.agenda_ics import Agendamoment, UitnodigingIcsGegevens
from zvh_desktop.documents.opmaak.kop import Afzender, Geadresseerde
from zvh_desktop.documents.uitnodiging import UitnodigingGegevens, UitnodigingPunt
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import AgendapuntId, Regel
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import datum_kort, datum_lang, tijd, verwijzing
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.huis.instellingen import lees_instellingen
from zvh_desktop.services.informatie.inzage import geldige_vrijgaven
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.weging import lees_weging
from zvh_desktop.services.tafel.agendastukken import EigenPunt, agenda_versie, eigen_punten
from zvh_desktop.services.uitnodigen.ontvanger import ontvanger
from zvh_desktop.services.werkplek.klok import als_lokaal, als_utc
from zvh_desktop.services.werkplek.wegen import naar_instellingen
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class Bericht:
    """Subject and text for the mail program; no casus, no person whom it is about."""

    onderwerp: str
    tekst: str


def afzender(werkplek: Werkplek, sessie: Session, profiel: Huisprofiel) -> Afzender:
    """The secretariat of the house in this profile. Raises InvoerOngeldig when its address was never filled in."""
    huis = lees_instellingen(sessie)
    if not huis.afzender_email:
        raise InvoerOngeldig(
            "afzender_email",
            "Het e-mailadres van het secretariaat is nog niet ingevuld.",
            advies="De beheerder vult dat in bij Beheer, Instellingen.",
            weg=naar_instellingen(werkplek),
        )
    return Afzender(
        naam=werkplek.naam,
        functie=f"namens {profiel.korte_naam}",
        email=huis.afzender_email,
        telefoon=huis.afzender_telefoon,
    )


def uitgenodigde_punten(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, uitnodiging: Uitnodiging
) -> tuple[EigenPunt, ...]:
    """The points that an invitation is about. Raises InvoerOngeldig when the partij has no seat any more."""
    partij = sessie.get_one(Partij, uitnodiging.partij_id)
    punten = eigen_punten(werkplek, sessie, overleg, partij)
    if not punten:
        raise InvoerOngeldig("partij", f"{partij.naam} zit op deze agenda bij geen enkele casus meer aan tafel.")
    return punten


def uitnodiging_gegevens(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, uitnodiging: Uitnodiging, punten: tuple[EigenPunt, ...]
) -> UitnodigingGegevens:
    """The letter."""
    partij = sessie.get_one(Partij, uitnodiging.partij_id)
    contact = ontvanger(sessie, uitnodiging)
    profiel = werkplek.profiel_van(sessie, overleg)
    return UitnodigingGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Uitnodiging",
            ontvanger=partij.naam,
            versie=agenda_versie(overleg),
            artikel=profiel.artikel(Regel.ALLEEN_RECHTMATIGE_PARTIJEN),
        ),
        aan=Geadresseerde(partij.naam, contact.naam, contact.functie),
        overleg_naam=profiel.overlegsoort(overleg.soort).naam,
        datum=overleg.datum,
        plaats=overleg.plaats,
        punten=tuple(UitnodigingPunt(p.aanvang, p.casusnummer, p.onderwerp, bijdrage=p.bijdrage) for p in punten),
        afzender=afzender(werkplek, sessie, profiel),
        antwoord_voor=_antwoord_voor(werkplek, sessie, overleg),
        artikel_rechtmatig=profiel.artikel(Regel.ALLEEN_RECHTMATIGE_PARTIJEN),
        artikel_geheimhouding=geheimhouding(profiel).artikel,
        artikel_mandaat=profiel.artikel(Regel.AFGEVAARDIGDE_MANDAAT),
        vervangt_eerdere=uitnodiging.volgnummer > 0,
        stukken_vooraf=len(geldige_vrijgaven(werkplek, sessie, overleg, partij)),
        artikel_inzage=profiel.artikel(Regel.INZAGE_VOORAF),
        artikel_gebruik=profiel.artikel(Regel.VERSTREKKER_BEPAALT_GEBRUIK),
    )


def ics_gegevens(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    uitnodiging: Uitnodiging,
    punten: tuple[EigenPunt, ...],
    volgnummer: int,
) -> UitnodigingIcsGegevens:
    """The calendar item from the first own point to the end of the last."""
    moment = Agendamoment(moment_van(overleg, punten[0].aanvang), moment_van(overleg, punten[-1].einde), overleg.plaats)
    return ics_op(werkplek, sessie, overleg, uitnodiging, moment, volgnummer, intrekking=False)


def ics_op(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    uitnodiging: Uitnodiging,
    moment: Agendamoment,
    volgnummer: int,
    *,
    intrekking: bool,
) -> UitnodigingIcsGegevens:
    """The calendar item at this moment, or its cancellation."""
    contact = ontvanger(sessie, uitnodiging)
    profiel = werkplek.profiel_van(sessie, overleg)
    van = afzender(werkplek, sessie, profiel)
    return UitnodigingIcsGegevens(
        uid=uitnodiging.uid,
        volgnummer=volgnummer,
        intrekking=intrekking,
        huis_kort=profiel.korte_naam,
        overleg_naam=profiel.overlegsoort(overleg.soort).naam,
        begin=moment.begin,
        einde=moment.einde,
        plaats=moment.plaats,
        organisator_naam=f"Secretariaat {profiel.korte_naam}",
        organisator_email=van.email,
        genodigde_naam=contact.naam,
        genodigde_email=contact.email,
        gemaakt_op=werkplek.klok(),
        oefen=werkplek.kluis.oefen,
        weging=lees_weging(sessie, profiel),
    )


def uitnodiging_bericht(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, uitnodiging: Uitnodiging, punten: tuple[EigenPunt, ...]
) -> Bericht:
    """Subject and text that go with the invitation."""
    profiel = werkplek.profiel_van(sessie, overleg)
    soort = profiel.overlegsoort(overleg.soort)
    vervangt = "Deze uitnodiging vervangt de eerdere.\n\n" if uitnodiging.volgnummer > 0 else ""
    return Bericht(
        onderwerp=f"Uitnodiging {soort.naam} {datum_kort(overleg.datum)} (vertrouwelijk)",
        tekst=(
            f"Geachte {ontvanger(sessie, uitnodiging).naam},\n\n{vervangt}"
            f"Hierbij ontvangt u de uitnodiging voor {soort.met_lidwoord} op {datum_lang(overleg.datum)}, "
            f"vanaf {tijd(punten[0].aanvang)} uur, {overleg.plaats}. De brief en de afspraak voor uw agenda vindt u in "
            "de bijlagen.\n\n"
            f"Wilt u uiterlijk {datum_kort(_antwoord_voor(werkplek, sessie, overleg))} laten weten of u komt?\n\n"
            f"Dit bericht is alleen voor u bestemd{verwijzing(geheimhouding(profiel).artikel)}. "
            "Stuur het niet door.\n\n"
            f"Met vriendelijke groet,\n{werkplek.naam}\n{profiel.korte_naam}\n"
        ),
    )


def herinnering_bericht(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, uitnodiging: Uitnodiging, punten: tuple[EigenPunt, ...]
) -> Bericht:
    """Subject and text that remind of an invitation that was not answered."""
    profiel = werkplek.profiel_van(sessie, overleg)
    soort = profiel.overlegsoort(overleg.soort)
    op = f" op {datum_kort(als_lokaal(uitnodiging.verzonden_op).date())}" if uitnodiging.verzonden_op else ""
    return Bericht(
        onderwerp=f"Herinnering: uitnodiging {soort.naam} {datum_kort(overleg.datum)} (vertrouwelijk)",
        tekst=(
            f"Geachte {ontvanger(sessie, uitnodiging).naam},\n\n"
            f"Wij stuurden u{op} een uitnodiging voor {soort.met_lidwoord} op {datum_lang(overleg.datum)}, "
            f"vanaf {tijd(punten[0].aanvang)} uur, {overleg.plaats}. Wij hebben nog geen antwoord van u. De brief en "
            "de afspraak voor uw agenda vindt u nog een keer in de bijlagen.\n\n"
            f"Wilt u uiterlijk {datum_kort(_antwoord_voor(werkplek, sessie, overleg))} laten weten of u komt? "
            "Hebt u al geantwoord? Dan hoeft u niets te doen.\n\n"
            f"Dit bericht is alleen voor u bestemd{verwijzing(geheimhouding(profiel).artikel)}. "
            "Stuur het niet door.\n\n"
            f"Met vriendelijke groet,\n{werkplek.naam}\n{profiel.korte_naam}\n"
        ),
    )


def aanvangstijden(overleg: Overleg) -> dict[AgendapuntId, time]:
    """Per agendapunt when it begins."""
    moment = datetime.combine(overleg.datum, overleg.begin)
    tijden = {}
    for punt in overleg.agendapunten:
        tijden[punt.id] = moment.time()
        moment += timedelta(minutes=punt.minuten)
    return tijden


def moment_van(overleg: Overleg, tijdstip: time) -> datetime:
    """A time on the agenda; an agenda that runs on past midnight goes on to the next day, not back to the morning."""
    return als_utc(overleg.datum + timedelta(days=tijdstip < overleg.begin), tijdstip)


def _antwoord_voor(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> date:
    dagen = lees_instellingen(sessie).antwoord_dagen
    return max(overleg.datum - timedelta(days=dagen), min(werkplek.vandaag() + timedelta(days=1), overleg.datum))
