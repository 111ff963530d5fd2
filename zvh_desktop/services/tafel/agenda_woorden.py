"""The agenda in its own words: about whom each point is and how everyone is called, as it was at akkoord.

Who comes for a partij is no part of it: that is only known once the uitnodigingen are made, and what was sent keeps
its own addressee.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.keuzes import OverlegStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.services.poort.getekend import MELD
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.services.tafel.verslag_lezen import verslag_punten
from zvh_desktop.services.werkplek.vaste_woorden import als_woorden, uit_woorden
from zvh_desktop.services.werkplek.werkplek import Werkplek

MET_AKKOORD = (OverlegStatus.AKKOORD, OverlegStatus.VERZONDEN, OverlegStatus.GEHOUDEN)
_MET_WOORDEN = (*MET_AKKOORD, OverlegStatus.AFGELAST)


@dataclass(frozen=True, slots=True)
class AgendapuntWoorden:
    """What one point prints that stands in no column of its own."""

    id: int
    titel: str
    betrokkenen: tuple[str, ...]
    besluit_naam: str


@dataclass(frozen=True, slots=True)
class PartijNaam:
    """How a partij was called."""

    id: int
    naam: str


@dataclass(frozen=True, slots=True)
class AgendaWoorden:
    """What is kept, and signed with the akkoord."""

    punten: tuple[AgendapuntWoorden, ...] = ()
    partijen: tuple[PartijNaam, ...] = ()


def leg_agendawoorden_vast(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> None:
    """Write them down, just before the akkoord is signed."""
    punten = verslag_punten(werkplek, sessie, overleg)
    namen = {a.partij_id: a.partij for punt in punten for a in punt.aanwezigen}
    overleg.agenda_woorden = als_woorden(
        AgendaWoorden(
            tuple(AgendapuntWoorden(p.id, p.titel, p.betrokkenen, p.besluit_naam) for p in punten),
            tuple(PartijNaam(id_, naam) for id_, naam in sorted(namen.items())),
        )
    )


def namen_op_agenda(overleg: Overleg) -> Mapping[int, str]:
    """Per partij how the agenda that got akkoord calls it; nothing while it has none."""
    return {partij.id: partij.naam for partij in _woorden(overleg).partijen}


def met_agendawoorden(overleg: Overleg, punten: tuple[VerslagPunt, ...]) -> tuple[VerslagPunt, ...]:
    """These points in the words of the akkoord; as they are while there is none."""
    woorden = {punt.id: punt for punt in _woorden(overleg).punten}
    namen = namen_op_agenda(overleg)
    return tuple(
        replace(
            punt,
            titel=eigen.titel,
            betrokkenen=eigen.betrokkenen,
            besluit_naam=eigen.besluit_naam,
            aanwezigen=tuple(replace(a, partij=namen.get(a.partij_id, a.partij)) for a in punt.aanwezigen),
        )
        if (eigen := woorden.get(punt.id)) is not None
        else punt
        for punt in punten
    )


def _woorden(overleg: Overleg) -> AgendaWoorden:
    if overleg.status not in _MET_WOORDEN or not overleg.agenda_woorden:
        return AgendaWoorden()
    try:
        return uit_woorden(AgendaWoorden, overleg.agenda_woorden)
    except ValueError as fout:
        raise HandtekeningOnjuist(
            "De agenda is niet de agenda die akkoord kreeg. Er is niets gemaakt of verzonden.", advies=MELD
        ) from fout
