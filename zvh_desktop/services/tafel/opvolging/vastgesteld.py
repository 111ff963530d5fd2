"""Whether a later table settled this verslag: read from what was signed there."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.services.tafel.eerder.vorig_verslag import VASTGESTELD, aan_tafel_vastgesteld
from zvh_desktop.services.tafel.verslag_getekend import VERSLAG
from zvh_desktop.services.tafel.verslag_woorden import gedrukte_punten
from zvh_desktop.services.werkplek.werkplek import Werkplek


def vastgesteld_aan_tafel_op(werkplek: Werkplek, sessie: Session, vorig: Overleg) -> date | None:
    """The day of the overleg whose signed verslag says so; None where there is none that can be relied on."""
    later = aan_tafel_vastgesteld(sessie, vorig)
    if later is None:
        return None
    try:
        VERSLAG.verifieer(werkplek, sessie, later)
        punten = gedrukte_punten(werkplek, sessie, later)
    except HandtekeningOnjuist:
        return None
    gezegd = (punt.eerder_verslag for punt in punten)
    zo = any(een is not None and een.overleg_id == vorig.id and een.oordeel in VASTGESTELD for een in gezegd)
    return later.datum if zo else None
