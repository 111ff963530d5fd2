"""What a procedure still needs before it is decided: each step asked of the rule of this house."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import RegelGeweigerd
from zvh_desktop.models.bestuur import OverlegBesluit
from zvh_desktop.models.bestuurskeuzes import BesluitOver, BesluitUitkomst, Instemming, Momentsoort, TrajectSoort
from zvh_desktop.models.keuzes import PartijId, PartijSoort, Regel, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.samenwerking import PARTIJEN
from zvh_desktop.models.samenwerking.traject import Convenantmoment, Traject
from zvh_desktop.models.taal import datum_kort, hoofdletter, opsomming, verwijzing
from zvh_desktop.services.huis.instellingen import lees_instellingen
from zvh_desktop.services.regelboek.samenwerking import (
    opzegtermijn,
    toetreding_advies,
    toetreding_akkoord,
    toetreding_bericht,
    uitsluiting,
)
from zvh_desktop.services.regelboek.uitleg import eigen_eis
from zvh_desktop.services.samenwerking.gegevens import Besluitkeuze, Besluitvraag
from zvh_desktop.services.werkplek.gelijk import op_naam
from zvh_desktop.services.werkplek.werkplek import Werkplek


def namen_van(sessie: Session) -> dict[PartijId, str]:
    """Every partij by id."""
    return {rij.id: rij.naam for rij in sessie.execute(select(Partij.id, Partij.naam))}


def aangeslotenen(sessie: Session, dag: date) -> list[PartijId]:
    """The convenantpartijen of this day, by name."""
    rijen = op_naam(sessie.scalars(select(Partij).where(Partij.soort == PartijSoort.CONVENANTPARTIJ)))
    return [
        rij.id
        for rij in rijen
        if (rij.aangesloten_op is None or rij.aangesloten_op <= dag)
        and (rij.uitgetreden_op is None or rij.uitgetreden_op > dag)
    ]


def begin_convenant(sessie: Session, profiel: Huisprofiel) -> date | None:
    """When the convenant was signed: as recorded here, or else as the profile says."""
    vraag = select(Convenantmoment.op).where(Convenantmoment.soort == Momentsoort.GETEKEND)
    return sessie.scalars(vraag.order_by(Convenantmoment.op.desc()).limit(1)).first() or profiel.convenant.geldig_van


def bezwaren(werkplek: Werkplek, sessie: Session, rij: Traject) -> Iterator[RegelGeweigerd]:
    """Everything that stands in the way of a decision today, the first step first."""
    profiel, vandaag = werkplek.profiel, werkplek.vandaag()
    if rij.soort is TrajectSoort.TOETREDING:
        yield from _bij_toetreding(profiel, sessie, rij)
    elif rij.soort is TrajectSoort.OPZEGGING and rij.gevraagd_per is not None:
        begin = begin_convenant(sessie, profiel)
        bezwaar = opzegtermijn(profiel, rij.reden, rij.ontvangen_op, rij.gevraagd_per, begin)
        if bezwaar is not None:
            yield bezwaar
    elif rij.soort is TrajectSoort.UITSLUITING:
        anderen = [een for een in rij.partijen if een.partij_id != rij.partij_id]
        stemmen = (sum(een.instemming is Instemming.AKKOORD for een in anderen), len(anderen))
        bezwaar = uitsluiting(
            profiel,
            in_gebreke_op=rij.in_gebreke_op,
            gehoord_op=rij.gehoord_op,
            besloten_op=vandaag,
            stemmen=stemmen,
        )
        if bezwaar is not None:
            yield bezwaar


def _bij_toetreding(profiel: Huisprofiel, sessie: Session, rij: Traject) -> Iterator[RegelGeweigerd]:
    namen = namen_van(sessie)
    zonder_bericht = [namen[een.partij_id] for een in rij.partijen if een.verstuurd_op is None]
    zonder_akkoord = [namen[een.partij_id] for een in rij.partijen if een.instemming is not Instemming.AKKOORD]
    for veld, waarde, wat in (
        ("bijdrage", rij.bijdrage, "wat de organisatie bijdraagt aan het doel van het convenant"),
        ("grondslag", rij.grondslag, "op welke taak of grondslag zij meedoet"),
        ("vertegenwoordiger", rij.vertegenwoordiger, "wie namens haar tekent"),
    ):
        if not waarde.strip():
            yield eigen_eis(f"Nog niet ingevuld: {wat}.", f"het staat op het formulier ({veld})")
    for bezwaar in (
        toetreding_bericht(profiel, _kort(zonder_bericht)),
        toetreding_advies(profiel, rij.advies),
        toetreding_akkoord(profiel, _kort(zonder_akkoord)),
    ):
        if bezwaar is not None:
            yield bezwaar


_MEESTE_NAMEN = 4


def _kort(namen: list[str]) -> list[str]:
    """A house of forty partijen has no use for forty names in a sentence."""
    if len(namen) <= _MEESTE_NAMEN:
        return namen
    return [*namen[:_MEESTE_NAMEN], f"nog {len(namen) - _MEESTE_NAMEN} partijen"]


def besluitvraag(werkplek: Werkplek, sessie: Session, rij: Traject) -> Besluitvraag:
    """Who decides on this under the chosen reading, and which proposals were accepted there."""
    beslissers, artikel = _beslissers(werkplek, sessie, rij)
    profiel = werkplek.profiel
    hier = [soort for soort in profiel.overlegsoorten if soort.sleutel in beslissers and not soort.casuistiek]
    if not hier:
        wie = "De partijen" if PARTIJEN in beslissers else "Wie daarover gaat"
        return Besluitvraag((), elders=True, wie=f"{wie}{verwijzing(artikel)}")
    vraag = (
        select(OverlegBesluit, Overleg)
        .join(Agendapunt, Agendapunt.id == OverlegBesluit.agendapunt_id)
        .join(Overleg, Overleg.id == Agendapunt.overleg_id)
        .where(
            Overleg.soort.in_([soort.sleutel for soort in hier]),
            Overleg.datum >= rij.ontvangen_op,
            Overleg.verslag_status == VerslagStatus.VASTGESTELD,
            OverlegBesluit.uitkomst == BesluitUitkomst.AANGENOMEN,
        )
        .order_by(Overleg.datum.desc(), OverlegBesluit.id)
    )
    if rij.soort is TrajectSoort.TOETREDING:
        vraag = vraag.where(OverlegBesluit.over == BesluitOver.TOETREDING)
    bezet = select(Traject.besluit_id).where(Traject.besluit_id.is_not(None), Traject.id != rij.id)
    keuzes = tuple(
        Besluitkeuze(besluit.id, f"{datum_kort(overleg.datum)}: {besluit.voorstel}", overleg.datum)
        for besluit, overleg in sessie.execute(vraag.where(OverlegBesluit.id.not_in(bezet)))
    )
    wie = hoofdletter(opsomming([soort.met_lidwoord for soort in hier]))
    return Besluitvraag(keuzes, elders=False, wie=f"{wie}{verwijzing(artikel)}")


def _beslissers(werkplek: Werkplek, sessie: Session, rij: Traject) -> tuple[tuple[str, ...], str]:
    profiel = werkplek.profiel
    if rij.soort is TrajectSoort.UITSLUITING:
        return profiel.samenwerking.uitsluiting.beslissers, profiel.artikel(Regel.UITSLUITING)
    if rij.soort is TrajectSoort.TOETREDING and profiel.toetreding is not None:
        lezing = lees_instellingen(sessie).lezing_toetreding
        return profiel.toetreding.beslissers_volgens(lezing), profiel.toetreding.artikel_volgens(lezing)
    return (), ""
