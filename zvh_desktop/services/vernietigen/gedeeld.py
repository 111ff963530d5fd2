"""An overleg that was about others too: it stays without this casus, and what is left of it is signed again (ADR 0048).

The words of an agenda and a verslag are kept as one text with all points in it. That text loses the points of this
casus; the versions before a correction, which hold them too, go. What is left is what stood there: it was verified
before anything went.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from zvh_desktop.database.vernietigen.wegdoen import Dossier
from zvh_desktop.models.afschaling import Afschaling, AfschalingBesluit
from zvh_desktop.models.keuzes import OverlegStatus, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.rondsturen.verzending import Rondzending
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.casus.afschaling_getekend import AFSCHALING
from zvh_desktop.services.overnemen.hertekend import overnames_onder, wis_oudere_overnames
from zvh_desktop.services.poort.getekend import Getekend
from zvh_desktop.services.tafel.agenda_woorden import AgendaWoorden
from zvh_desktop.services.tafel.akkoord import AKKOORD
from zvh_desktop.services.tafel.verslag_getekend import VERSLAG
from zvh_desktop.services.tafel.verslag_woorden import VerslagWoorden
from zvh_desktop.services.werkplek.vaste_woorden import als_woorden, uit_woorden
from zvh_desktop.services.werkplek.werkplek import Werkplek

_SOORTEN: tuple[Getekend[Any], ...] = (AKKOORD, VERSLAG)


def verifieer_gedeeld(werkplek: Werkplek, sessie: Session, dossier: Dossier) -> None:
    """Nobody signs again what was not what was signed. Raises HandtekeningOnjuist."""
    for overleg in _overleggen(sessie, dossier):
        for soort in _SOORTEN:
            soort.verifieer(werkplek, sessie, overleg)


def bezwaren_gedeeld(sessie: Session, casus_id: int) -> tuple[str, ...]:
    """Overleggen with this casus that are not yet done with."""
    rijen = sessie.scalars(
        select(Overleg)
        .join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
        .where(Agendapunt.casus_id == casus_id, Overleg.status != OverlegStatus.AFGELAST)
        .where((Overleg.status != OverlegStatus.GEHOUDEN) | (Overleg.verslag_status != VerslagStatus.VASTGESTELD))
        .order_by(Overleg.datum)
    )
    return tuple(
        f"De casus staat op de agenda van {datum_kort(overleg.datum)}, en het verslag daarvan is niet vastgesteld."
        for overleg in rijen
    )


def maak_schoon(sessie: Session, dossier: Dossier) -> None:
    """Take the points of this casus out of the kept words. Before the points themselves go."""
    weg = set(sessie.scalars(select(Agendapunt.id).where(Agendapunt.casus_id == dossier.casus)))
    for overleg in _overleggen(sessie, dossier):
        wis_oudere_overnames(sessie, overleg.id)
        if overleg.agenda_woorden:
            agenda = _lees(AgendaWoorden, overleg.agenda_woorden)
            punten = tuple(punt for punt in agenda.punten if punt.id not in weg)
            overleg.agenda_woorden = als_woorden(replace(agenda, punten=punten))
        if overleg.verslag_woorden:
            verslag = _lees(VerslagWoorden, overleg.verslag_woorden)
            overleg.verslag_woorden = als_woorden(
                VerslagWoorden(
                    tuple(punt for punt in verslag.punten if punt.id not in weg),
                    tuple(zetel for zetel in verslag.zetels if zetel.punt_id not in weg),
                )
            )
        overleg.verslag_versie = 1
    sessie.flush()


def teken_gedeeld(werkplek: Werkplek, sessie: Session, dossier: Dossier, *, bij_openen: bool = False) -> None:
    """Sign what is left. After the rows went."""
    for overleg in _overleggen(sessie, dossier):
        if AKKOORD.moet(sessie, overleg):
            AKKOORD.teken_rest(werkplek, sessie, overleg, bij_openen=bij_openen)
        if VERSLAG.moet(sessie, overleg):
            eerder = overleg.vaststelling_verklaring
            nummer = VERSLAG.teken_rest(werkplek, sessie, overleg, bij_openen=bij_openen)
            overnames_onder(sessie, overleg.id, nummer)
            # What a partij was sent about the other casussen has not changed: it need not go round again.
            sessie.execute(
                update(Rondzending)
                .where(Rondzending.overleg_id == overleg.id, Rondzending.verklaring_nummer == eerder)
                .values(verklaring_nummer=nummer)
            )
    sessie.flush()


def rust_op_verslag(sessie: Session, dossier: Dossier) -> Afschaling | None:
    """The decision to end, where it points at a besluit in a verslag."""
    return sessie.scalars(
        select(Afschaling)
        .join(AfschalingBesluit, AfschalingBesluit.afschaling_id == Afschaling.id)
        .where(Afschaling.casus_id == dossier.casus, AfschalingBesluit.besluit_id.is_not(None))
        .limit(1)
    ).first()


def teken_afschaling(werkplek: Werkplek, sessie: Session, afschaling_id: int, *, bij_openen: bool = False) -> None:
    """Sign the decision to end, which stays, without the besluit in a verslag that is gone."""
    AFSCHALING.teken_rest(werkplek, sessie, sessie.get_one(Afschaling, afschaling_id), bij_openen=bij_openen)


def _overleggen(sessie: Session, dossier: Dossier) -> list[Overleg]:
    return list(sessie.scalars(select(Overleg).where(Overleg.id.in_(dossier.gedeeld)).order_by(Overleg.id)))


def _lees(soort: type[Any], woorden: str) -> Any:
    try:
        return uit_woorden(soort, woorden)
    except ValueError:
        # Not what was signed, so nothing can rest on it, and it may hold anything.
        return soort() if soort is AgendaWoorden else VerslagWoorden((), ())
