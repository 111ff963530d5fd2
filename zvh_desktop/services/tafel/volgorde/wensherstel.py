"""Undo on the agenda and its wishes: a point that comes back brings its wishes, one that goes takes them along.

The other wishes stay as they are now: they have an undo of their own.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.services.poort.deelnames import lees_schikking
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.services.tafel.agenda_stand import AgendaStand, PuntStand, WensStand, herstel_agenda
from zvh_desktop.services.tafel.volgorde.voorstel import agendanamen
from zvh_desktop.services.tafel.volgorde.wensen import lees_wensen, wensstand, zet_terug
from zvh_desktop.services.werkplek.werkplek import Werkplek


def herstel_met_wensen(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, stand: AgendaStand
) -> tuple[Aandachtspunt, ...]:
    """Make the agenda what it was; says which seats and wishes could not come back, and which wishes went along."""
    weg = _gaat_mee(werkplek, sessie, overleg, stand)
    stond = {_wat(punt) for punt in overleg.agendapunten}
    niet_terug = herstel_agenda(werkplek, sessie, overleg, stand)
    erbij = {_wat(punt) for punt in overleg.agendapunten} - stond
    wensen = [wens for wens in stand.wensen if _waarover(wens) & erbij]
    if not wensen:
        return (*niet_terug, *weg)
    zinnen = zet_terug(sessie, overleg, lees_schikking(werkplek, sessie, overleg), wensen)
    return (*niet_terug, *weg, *(Aandachtspunt(zin) for zin in zinnen))


def _gaat_mee(werkplek: Werkplek, sessie: Session, overleg: Overleg, stand: AgendaStand) -> tuple[Aandachtspunt, ...]:
    """The wishes about a casus that this takes off the agenda, in words."""
    blijft = {_wat(punt) for punt in stand.punten}
    weg = {_wat(punt) for punt in overleg.agendapunten} - blijft
    if not weg or not lees_wensen(sessie, overleg):
        return ()
    namen = agendanamen(overleg, lees_schikking(werkplek, sessie, overleg))
    return tuple(
        Aandachtspunt(
            f"Met {'de casus' if wens.onderwerp is None else 'het onderwerp'} ging ook de wens "
            f"'{namen.zin(invoer)}' weg."
        )
        for invoer, wens in zip(lees_wensen(sessie, overleg), wensstand(sessie, overleg), strict=True)
        if _waarover(wens) & weg
    )


def _wat(punt: Agendapunt | PuntStand) -> int | str:
    """What makes it the same point for a wish: its casus, or the words of a subject."""
    return punt.casus_id if punt.casus_id is not None else punt.onderwerp


def _waarover(wens: WensStand) -> set[int | str]:
    over = {wens.casus_id, wens.voor_casus_id, wens.onderwerp[1] if wens.onderwerp is not None else None}
    return {een for een in over if een is not None}
