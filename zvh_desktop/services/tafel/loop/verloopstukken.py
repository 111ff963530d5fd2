"""What a document of the verslag says of the meeting itself: its real times, who led it, and what went otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from zvh_desktop.documents.opmaak.kop import DocumentOverleg
from zvh_desktop.models.keuzes import TafelHandeling
from zvh_desktop.models.overleg import Overleg, Tafelgebeurtenis
from zvh_desktop.services.stukken.kop import maak_overlegkop
from zvh_desktop.services.tafel.loop.tafelloop_lezen import lees_verloop
from zvh_desktop.services.tafel.verloop.tafelgebeurtenissen import GEWOON, in_functie_geweest, rijen_van
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.services.werkplek.werkplek import Werkplek


def gehouden_overleg(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> DocumentOverleg:
    """The meeting as it was held: the regie alone reads this."""
    rijen = rijen_van(sessie, overleg)
    return replace(
        maak_overlegkop(werkplek, sessie, overleg),
        begin=overleg.begonnen_om or overleg.begin,
        einde=overleg.geeindigd_om or overleg.einde,
        voorzitter=in_functie_geweest(rijen, overleg.voorzitter, TafelHandeling.VOORZITTER),
        notulist=in_functie_geweest(rijen, overleg.notulist, TafelHandeling.NOTULIST),
    )


def gedrukt_verloop(
    sessie: Session, overleg: Overleg, punten: Sequence[VerslagPunt], rijen: Sequence[Tafelgebeurtenis] | None = None
) -> tuple[tuple[str, str], ...]:
    """When, and what: everything but points that were opened and closed on the day itself.

    In the words of the points as they are printed: a name does not follow the register once it is vastgesteld.
    """
    return tuple(
        (een.wanneer, een.zin)
        for een in lees_verloop(sessie, overleg, punten, rijen)
        if een.soort not in GEWOON or een.moment.date() != overleg.datum
    )
