"""Read the table as the chair changes it: who leads it, what happened, and who may come in at each point."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import Aanwezigheid, PoortStand, TafelHandeling
from zvh_desktop.models.overleg import Agendapunt, Overleg, Tafelgebeurtenis
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.poort.deelnames import Tafelschikking, lees_schikking
from zvh_desktop.services.tafel.agenda_lezen import mogelijke_partijen
from zvh_desktop.services.tafel.loop.tafelloop_gegevens import PartijAanTafel, Tafelbeeld
from zvh_desktop.services.tafel.verloop.tafelgebeurtenissen import (
    Verlooppunt,
    lees_gebeurtenissen,
    nu_in_functie,
)
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.services.tafel.verslag_lezen import MET_BETROKKENEN, verslag_punten
from zvh_desktop.services.werkplek.werkplek import Werkplek


def lees_tafelbeeld(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> Tafelbeeld:
    """The whole; every oordeel is verified now."""
    partijen = mogelijke_partijen(sessie)
    schikking = lees_schikking(werkplek, sessie, overleg, MET_BETROKKENEN, partijen=partijen)
    return Tafelbeeld(
        voorzitter=nu_in_functie(sessie, overleg, TafelHandeling.VOORZITTER),
        notulist=nu_in_functie(sessie, overleg, TafelHandeling.NOTULIST),
        begonnen_om=overleg.begonnen_om,
        geeindigd_om=overleg.geeindigd_om,
        verloop=lees_verloop(sessie, overleg, verslag_punten(werkplek, sessie, overleg, schikking)),
        partijen={
            punt.id: _bij_punt(schikking, punt, partijen) for punt in overleg.agendapunten if punt.casus_id is not None
        },
        toegevoegd=frozenset(punt.id for punt in overleg.agendapunten if punt.ter_tafel),
    )


def lees_verloop(
    sessie: Session, overleg: Overleg, punten: Sequence[VerslagPunt], rijen: Sequence[Tafelgebeurtenis] | None = None
) -> tuple[Verlooppunt, ...]:
    """What happened at the table, in the words of these points; only partijen that are named there are named.

    ``rijen``: what happened there, where that was read already.
    """
    titels = {punt.id: f"casus {punt.casusnummer}" if punt.casusnummer else punt.titel for punt in punten}
    namen = {(punt.id, regel.partij_id): regel.partij for punt in punten for regel in punt.aanwezigen}
    return lees_gebeurtenissen(sessie, overleg, namen, titels, rijen)


def _bij_punt(schikking: Tafelschikking, punt: Agendapunt, partijen: list[Partij]) -> tuple[PartijAanTafel, ...]:
    casus = schikking.casus(punt)
    if casus is None:
        return ()
    standen = schikking.beeld.standen(casus.id, partijen)
    zittend = {partij.id: stoel for stoel, partij in schikking.bij(punt)}
    moeten_weg = schikking.onrechtmatig_aanwezig(punt)
    return tuple(
        PartijAanTafel(
            partij_id=partij.id,
            partij=partij.naam,
            kort=partij.kort,
            stand=PoortStand.UITGENODIGD if partij.id in zittend else standen[partij.id].stand,
            reden=standen[partij.id].reden,
            zit=partij.id in zittend,
            aanwezigheid=zittend[partij.id].aanwezigheid if partij.id in zittend else Aanwezigheid.ONBEKEND,
            moet_weg=partij.id in moeten_weg,
        )
        for partij in partijen
    )
