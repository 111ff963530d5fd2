"""Agenda and presentielijst: the regie sees all points, a partij only its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from zvh_desktop.documents.agenda import (
    AgendaBijdrage,
    AgendaPartijGegevens,
    AgendapuntPartij,
    AgendapuntRegie,
    AgendaRegieGegevens,
)
from zvh_desktop.documents.presentielijst import PresentielijstGegevens, PresentiePunt, Presentieregel
from zvh_desktop.models.keuzes import OverlegStatus, Regel, VerslagStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.casus.fasen import in_weging
from zvh_desktop.services.poort.deelnames import Tafelschikking, lees_schikking
from zvh_desktop.services.poort.gesloten import NIET_MEER
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.stukken.kop import maak_kop, maak_overlegkop, maak_vaststelling
from zvh_desktop.services.tafel.agenda_woorden import met_agendawoorden, namen_op_agenda
from zvh_desktop.services.tafel.akkoord import eis_woorden_getekend
from zvh_desktop.services.tafel.eerder.vorig_verslag import op_deze_agenda
from zvh_desktop.services.tafel.genodigden import Genodigden, genodigden
from zvh_desktop.services.tafel.opvolging.monitoring import Terugblik
from zvh_desktop.services.tafel.opvolging.op_agenda import lees_voorgeschiedenis
from zvh_desktop.services.tafel.opvolging.verslag_voor_partij import verslagen_voor
from zvh_desktop.services.tafel.tafelorde import op_agenda
from zvh_desktop.services.tafel.verslag_gegevens import Persoon, VerslagPunt
from zvh_desktop.services.tafel.verslag_getekend import VERSLAG
from zvh_desktop.services.tafel.verslag_lezen import MET_BETROKKENEN, verslag_punten, wisselingen
from zvh_desktop.services.tafel.verslag_woorden import gedrukte_punten
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class EigenPunt:
    """A casus that one partij sits at."""

    aanvang: time
    einde: time
    casusnummer: str | None
    onderwerp: str
    doel: str
    besluitsoort: str
    themas: tuple[str, ...]
    bijdrage: str


def eigen_punten(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, partij: Partij, gelezen: Tafelschikking | None = None
) -> tuple[EigenPunt, ...]:
    """The points this partij may sit at, in order; empty when it has no seat at any casus.

    ``gelezen`` is the schikking of this overleg when this use case has read it already.

    A point without a casus is of the house itself: at it, partijen would meet others of whom they may not know.
    Everything a partij is sent is built up from this value and from nothing else (ONTWERP 6.5).
    """
    profiel = werkplek.profiel_van(sessie, overleg)
    besluiten = {b.sleutel: b.naam for b in profiel.besluiten}
    schikking = (gelezen or lees_schikking(werkplek, sessie, overleg, alleen=partij.id)).van_de_agenda(overleg)
    moment = datetime.combine(overleg.datum, overleg.begin)
    punten: list[EigenPunt] = []
    for punt in op_agenda(overleg):
        tot = moment + timedelta(minutes=punt.minuten)
        stoel, casus = schikking.stoel(punt, partij.id), schikking.casus(punt)
        if stoel is not None:
            # of a casus that is weighed here nothing goes out yet but that it is on the agenda
            open_ = casus is None or not in_weging(werkplek, casus, overleg.soort)
            punten.append(
                EigenPunt(
                    aanvang=moment.time(),
                    einde=tot.time(),
                    casusnummer=casus.nummer if casus is not None else None,
                    onderwerp=punt.onderwerp,
                    doel=punt.doel if open_ else "",
                    besluitsoort=besluiten.get(punt.besluit_type, "") if open_ else "",
                    themas=regels(punt.themas) if open_ else (),
                    bijdrage=stoel.gevraagde_bijdrage if open_ else "",
                )
            )
        moment = tot
    return tuple(punten)


def regels(tekst: str) -> tuple[str, ...]:
    """Thema's are typed one per line or with semicolons."""
    return tuple(deel.strip() for deel in tekst.replace(";", "\n").splitlines() if deel.strip())


def agenda_versie(overleg: Overleg) -> str:
    """'2' or '2 (concept)'."""
    concept = overleg.status in (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD)
    return f"{overleg.agenda_versie}{' (concept)' if concept else ''}"


def agenda_regie(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    gelezen: Tafelschikking | None = None,
    genodigd: Genodigden | None = None,
) -> AgendaRegieGegevens:
    """The agenda for the chair. One with akkoord prints the words that were signed. Raises HandtekeningOnjuist."""
    eis_woorden_getekend(werkplek, sessie, overleg)
    genodigd = genodigden(sessie, overleg.id) if genodigd is None else genodigd
    schikking = (gelezen or lees_schikking(werkplek, sessie, overleg, MET_BETROKKENEN)).van_de_agenda(overleg)
    agenda = op_agenda(overleg)
    profiel = werkplek.profiel_van(sessie, overleg)
    wissels = {w.id: w for w in wisselingen(werkplek, sessie, overleg, schikking, agenda, genodigd=genodigd)}
    punten = met_agendawoorden(overleg, _agendapunten(werkplek, sessie, overleg, schikking, genodigd))
    namen = namen_op_agenda(overleg)
    rijen = {punt.id: punt for punt in agenda}
    # what is no part of what was signed goes along with its day, until the table itself has it in view
    komt = overleg.status not in NIET_MEER
    terugblik = Terugblik(werkplek, sessie, overleg, agenda if komt else ())
    bijdragen = {punt.id: {p.id: d.gevraagde_bijdrage for d, p in schikking.bij(punt)} for punt in agenda}
    gepland = sum(punt.minuten for punt in agenda)
    ruimte = _minuten(overleg.datum, overleg.begin, overleg.einde)
    return AgendaRegieGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Agenda (regie-exemplaar)",
            ontvanger=f"{profiel.termen.procesregisseur} en voorzitter",
            versie=agenda_versie(overleg),
            artikel=profiel.artikel(Regel.ALLEEN_RECHTMATIGE_PARTIJEN),
        ),
        overleg=maak_overlegkop(werkplek, sessie, overleg),
        punten=tuple(
            AgendapuntRegie(
                begin=punt.begin,
                einde=punt.einde,
                minuten=punt.minuten,
                casusnummer=punt.casusnummer or None,
                onderwerp=rijen[punt.id].onderwerp,
                betrokkenen=punt.betrokkenen,
                aanpak=punt.titel.removeprefix(punt.casusnummer).strip() if punt.casusnummer else "",
                doel=punt.doel,
                besluitsoort=punt.besluit_naam,
                themas=regels(rijen[punt.id].themas),
                partijen=tuple(
                    AgendaBijdrage(a.partij, a.afgevaardigde, bijdragen[punt.id].get(a.partij_id, ""))
                    for a in punt.aanwezigen
                ),
                van_tafel=_namen(wissels[punt.id].van_tafel, namen),
                aan_tafel=_namen(wissels[punt.id].aan_tafel, namen),
                vooraf=lees_voorgeschiedenis(terugblik, rijen[punt.id], werkplek, schikking) if komt else None,
            )
            for punt in punten
        ),
        akkoord=maak_vaststelling(werkplek, sessie, overleg.akkoord_verklaring),
        uitloop_minuten=max(0, gepland - ruimte),
        artikel_geheimhouding=geheimhouding(profiel).artikel,
    )


def agenda_partij(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    partij: Partij,
    contactpersoon: str,
    gelezen: Tafelschikking | None = None,
) -> AgendaPartijGegevens | None:
    """The agenda for one partij, or None when it has no seat."""
    punten = eigen_punten(werkplek, sessie, overleg, partij, gelezen)
    if not punten:
        return None
    profiel = werkplek.profiel_van(sessie, overleg)
    return AgendaPartijGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Agenda",
            ontvanger=partij.naam,
            versie=agenda_versie(overleg),
            artikel=profiel.artikel(Regel.ALLEEN_RECHTMATIGE_PARTIJEN),
        ),
        overleg_naam=profiel.overlegsoort(overleg.soort).naam,
        datum=overleg.datum,
        plaats=overleg.plaats,
        partij=partij.naam,
        contactpersoon=contactpersoon,
        punten=tuple(
            AgendapuntPartij(p.aanvang, p.casusnummer, p.onderwerp, p.doel, p.besluitsoort, p.themas, p.bijdrage)
            for p in punten
        ),
        artikel_geheimhouding=geheimhouding(profiel).artikel,
        verslagen=tuple(
            een.datum for een in verslagen_voor(werkplek, sessie, overleg, op_deze_agenda(sessie, overleg), partij)
        ),
    )


def presentielijst(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    gelezen: Tafelschikking | None = None,
    genodigd: Genodigden | None = None,
) -> PresentielijstGegevens:
    """The attendance list for the chair."""
    profiel = werkplek.profiel_van(sessie, overleg)
    rijen = {punt.id: punt for punt in overleg.agendapunten}
    return PresentielijstGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Presentielijst",
            ontvanger=f"{profiel.termen.procesregisseur} en voorzitter",
            versie=agenda_versie(overleg),
            artikel=profiel.artikel(Regel.ALLEEN_RECHTMATIGE_PARTIJEN),
        ),
        overleg=maak_overlegkop(werkplek, sessie, overleg),
        punten=tuple(
            PresentiePunt(
                punt.begin,
                punt.casusnummer or None,
                rijen[punt.id].onderwerp,
                tuple(Presentieregel(a.partij, a.afgevaardigde, a.aanwezigheid) for a in punt.aanwezigen),
            )
            for punt in _punten(werkplek, sessie, overleg, gelezen, genodigd)
        ),
        artikel_geheimhouding=geheimhouding(profiel).artikel,
    )


def _punten(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    gelezen: Tafelschikking | None,
    genodigd: Genodigden | None,
) -> tuple[VerslagPunt, ...]:
    """Every point with who is there; of a vastgesteld verslag what was signed. Raises HandtekeningOnjuist."""
    if overleg.verslag_status == VerslagStatus.VASTGESTELD:
        VERSLAG.verifieer(werkplek, sessie, overleg)
    return gedrukte_punten(werkplek, sessie, overleg, gelezen, met_opbrengst=False, genodigd=genodigd)


def _agendapunten(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, schikking: Tafelschikking, genodigd: Genodigden
) -> tuple[VerslagPunt, ...]:
    """The points of the agenda in its own order and times, with the people of ``_punten``; nobody that came later."""
    punten = verslag_punten(
        werkplek, sessie, overleg, schikking, op_agenda(overleg), met_opbrengst=False, genodigd=genodigd
    )
    if overleg.verslag_status != VerslagStatus.VASTGESTELD:
        return punten
    gedrukt = {punt.id: punt for punt in _punten(werkplek, sessie, overleg, None, genodigd)}
    stoelen = {(stoel.agendapunt_id, stoel.partij_id) for stoel, _ in schikking.rijen}
    return tuple(
        replace(
            punt,
            titel=toen.titel,
            betrokkenen=toen.betrokkenen,
            besluit_naam=toen.besluit_naam,
            aanwezigen=tuple(een for een in toen.aanwezigen if (punt.id, een.partij_id) in stoelen),
        )
        if (toen := gedrukt.get(punt.id)) is not None
        else punt
        for punt in punten
    )


def _namen(personen: tuple[Persoon, ...], namen: Mapping[int, str]) -> tuple[str, ...]:
    partijen = [(namen.get(p.partij_id, p.partij), p.afgevaardigde) for p in personen]
    return tuple(f"{partij} ({afgevaardigde})" if afgevaardigde else partij for partij, afgevaardigde in partijen)


def _minuten(dag: date, begin: time, einde: time) -> int:
    return int((datetime.combine(dag, einde) - datetime.combine(dag, begin)).total_seconds() // 60)
