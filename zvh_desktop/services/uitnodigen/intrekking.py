"""What one partij is sent when its uitnodiging lapses, for some points or altogether.

A withdrawal names no casus: the partij may no longer be at it, so it only says at what time it is not expected. Day,
time and place are those of the last one it got: of a tafel that was moved since, it knows no other.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from zvh_desktop.documents.agenda_ics import Agendamoment, UitnodigingIcsGegevens
from zvh_desktop.documents.intrekking import IntrekkingGegevens, IntrekkingPunt
from zvh_desktop.documents.opmaak.kop import Geadresseerde
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort, datum_lang
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.poort.gevolgen import vervallen_stoelen
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.tafel.agendastukken import EigenPunt, agenda_versie
from zvh_desktop.services.uitnodigen.laatste_afspraak import dag_van, laatste_afspraak
from zvh_desktop.services.uitnodigen.ontvanger import ontvanger
from zvh_desktop.services.uitnodigen.stukken import Bericht, aanvangstijden, afzender, ics_gegevens, ics_op
from zvh_desktop.services.werkplek.klok import AMSTERDAM
from zvh_desktop.services.werkplek.werkplek import Werkplek


def intrekking_gegevens(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, uitnodiging: Uitnodiging, punten: tuple[EigenPunt, ...]
) -> IntrekkingGegevens:
    """The letter of withdrawal, for the whole meeting or for the seats that lapsed."""
    partij = sessie.get_one(Partij, uitnodiging.partij_id)
    contact = ontvanger(sessie, uitnodiging)
    profiel = werkplek.profiel_van(sessie, overleg)
    afspraak = laatste_afspraak(sessie, overleg, uitnodiging)
    verplaatst = dag_van(afspraak) != overleg.datum
    return IntrekkingGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Intrekking uitnodiging",
            ontvanger=partij.naam,
            versie=agenda_versie(overleg),
            artikel=profiel.artikel(Regel.ALLEEN_RECHTMATIGE_PARTIJEN),
        ),
        aan=Geadresseerde(partij.naam, contact.naam, contact.functie),
        overleg_naam=profiel.overlegsoort(overleg.soort).naam,
        datum=dag_van(afspraak),
        plaats=overleg.plaats,
        vervallen=() if verplaatst else _vervallen(sessie, overleg, uitnodiging, afspraak, punten),
        resterend=tuple(IntrekkingPunt(p.aanvang, p.casusnummer, p.onderwerp) for p in punten),
        afzender=afzender(werkplek, sessie, profiel),
        artikel_geheimhouding=geheimhouding(profiel).artikel,
        nieuwe_datum=overleg.datum if verplaatst and punten else None,
    )


def _vervallen(
    sessie: Session,
    overleg: Overleg,
    uitnodiging: Uitnodiging,
    afspraak: Agendamoment,
    punten: tuple[EigenPunt, ...],
) -> tuple[IntrekkingPunt, ...]:
    """At what times it is not expected any more; of a whole uitnodiging at least when it would begin."""
    kwijt = {stoel.agendapunt_id for stoel in vervallen_stoelen(sessie, uitnodiging)}
    tijden = aanvangstijden(overleg)
    weg = [tijden[punt.id] for punt in overleg.agendapunten if punt.id in kwijt]
    if not weg and not punten:
        weg = [afspraak.begin.astimezone(AMSTERDAM).time()]
    return tuple(IntrekkingPunt(aanvang, None, "Agendapunt") for aanvang in weg)


def intrekking_ics(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, uitnodiging: Uitnodiging, punten: tuple[EigenPunt, ...]
) -> UitnodigingIcsGegevens:
    """The appointment with what is left of it; the cancellation of the one in the calendar when nothing is."""
    volgnummer = uitnodiging.volgnummer + 1
    if punten:
        return ics_gegevens(werkplek, sessie, overleg, uitnodiging, punten, volgnummer)
    afspraak = laatste_afspraak(sessie, overleg, uitnodiging)
    return ics_op(werkplek, sessie, overleg, uitnodiging, afspraak, volgnummer, intrekking=True)


def intrekking_bericht(werkplek: Werkplek, sessie: Session, overleg: Overleg, uitnodiging: Uitnodiging) -> Bericht:
    """Subject and text that go with a withdrawal; no reason is given."""
    profiel = werkplek.profiel_van(sessie, overleg)
    soort = profiel.overlegsoort(overleg.soort)
    dag = dag_van(laatste_afspraak(sessie, overleg, uitnodiging))
    return Bericht(
        onderwerp=f"Wijziging uitnodiging {soort.naam} {datum_kort(dag)} (vertrouwelijk)",
        tekst=(
            f"Geachte {ontvanger(sessie, uitnodiging).naam},\n\n"
            f"Uw uitnodiging voor {soort.met_lidwoord} op {datum_lang(dag)} is gewijzigd of ingetrokken. "
            "In de bijlage leest u wat dat voor u betekent. De afspraak in uw agenda past u aan met het "
            "tweede bestand. Zou iemand in uw plaats komen? Laat het ook diegene weten.\n\n"
            f"Met vriendelijke groet,\n{werkplek.naam}\n{profiel.korte_naam}\n"
        ),
    )
