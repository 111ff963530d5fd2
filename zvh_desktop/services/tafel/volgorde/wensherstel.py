"""Undo on the agenda and its wishes: a point that comes back brings its wishes, one that goes takes them along.

The other wishes stay as they are now: they have an undo of their own.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from zvh_desktop.models.overleg import Overleg
from zvh_desktop.services.poort.deelnames import lees_schikking
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.services.tafel.agenda_stand import AgendaStand, herstel_agenda
from zvh_desktop.services.tafel.volgorde.voorstel import agendanamen
from zvh_desktop.services.tafel.volgorde.wensen import lees_wensen, wensstand, zet_terug
from zvh_desktop.services.werkplek.werkplek import Werkplek


def herstel_met_wensen(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, stand: AgendaStand
) -> tuple[Aandachtspunt, ...]:
    """Make the agenda what it was; says which seats and wishes could not come back, and which wishes went along."""
    weg = _gaat_mee(werkplek, sessie, overleg, stand)
    stond = {punt.casus_id for punt in overleg.agendapunten}
    niet_terug = herstel_agenda(werkplek, sessie, overleg, stand)
    erbij = {punt.casus_id for punt in overleg.agendapunten} - stond
    wensen = [wens for wens in stand.wensen if ({wens.casus_id, wens.voor_casus_id} - {None}) & erbij]
    if not wensen:
        return (*niet_terug, *weg)
    zinnen = zet_terug(sessie, overleg, lees_schikking(werkplek, sessie, overleg), wensen)
    return (*niet_terug, *weg, *(Aandachtspunt(zin) for zin in zinnen))


def _gaat_mee(werkplek: Werkplek, sessie: Session, overleg: Overleg, stand: AgendaStand) -> tuple[Aandachtspunt, ...]:
    """The wishes about a casus that this takes off the agenda, in words."""
    blijft = {punt.casus_id for punt in stand.punten}
    weg = {punt.casus_id for punt in overleg.agendapunten} - blijft
    if not weg or not lees_wensen(sessie, overleg):
        return ()
    namen = agendanamen(overleg, lees_schikking(werkplek, sessie, overleg))
    return tuple(
        Aandachtspunt(f"Met de casus ging ook de wens '{namen.zin(invoer)}' weg.")
        for invoer, wens in zip(lees_wensen(sessie, overleg), wensstand(sessie, overleg), strict=True)
        if ({wens.casus_id, wens.voor_casus_id} - {None}) & weg
    )
