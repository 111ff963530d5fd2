"""How attendance starts when a point is opened: from the point before, else from what was answered, else unknown.

Who answered from when or until when it comes is not known at a point outside of those times: it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzen.ordekeuzes import WensSoort
from zvh_desktop.models.keuzes import Aanwezigheid, UitnodigingAntwoord, UitnodigingStatus
from zvh_desktop.models.ordewens.ordewens import Ordewens
from zvh_desktop.models.overleg import Agendapunt
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.werkplek.klok import als_lokaal

_BLIJFT: Final = (Aanwezigheid.AANWEZIG, Aanwezigheid.AFGEMELD, Aanwezigheid.AFWEZIG)
"""What is still so at the next point. Who gave its view on paper, or left early, is asked after again."""
_NA_ANTWOORD: Final = {
    UitnodigingAntwoord.KOMT: Aanwezigheid.AANWEZIG,
    UitnodigingAntwoord.VERVANGER: Aanwezigheid.AANWEZIG,
    UitnodigingAntwoord.KOMT_NIET: Aanwezigheid.AFGEMELD,
}


def begin_aanwezigheid(sessie: Session, punt: Agendapunt, stoelen: Iterable[Deelname]) -> None:
    """Fill in what is known of these seats; what somebody filled in already stays."""
    eerder = _punt_ervoor(sessie, punt)
    antwoorden = _antwoorden(sessie, punt.overleg_id)
    onzeker = _niet_op_dit_uur(sessie, punt)
    for stoel in stoelen:
        if stoel.aanwezigheid != Aanwezigheid.ONBEKEND:
            continue
        vorige = eerder.get(stoel.partij_id)
        if vorige is None:
            verwacht = antwoorden.get(stoel.partij_id, Aanwezigheid.ONBEKEND)
        else:
            stoel.afgevaardigde = stoel.afgevaardigde or vorige.afgevaardigde
            verwacht = vorige.aanwezigheid if vorige.aanwezigheid in _BLIJFT else Aanwezigheid.ONBEKEND
        if verwacht is Aanwezigheid.AANWEZIG and stoel.partij_id in onzeker:
            continue
        stoel.aanwezigheid = verwacht


def _punt_ervoor(sessie: Session, punt: Agendapunt) -> Mapping[int, Deelname]:
    """Per partij its seat at the point that was opened last before this one, of which attendance is known."""
    rijen = sessie.execute(
        select(Deelname, Agendapunt.gestart_op)
        .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
        .where(
            Agendapunt.overleg_id == punt.overleg_id,
            Agendapunt.id != punt.id,
            Agendapunt.gestart_op.is_not(None),
            Deelname.vervallen.is_(False),
            Deelname.aanwezigheid != Aanwezigheid.ONBEKEND,
        )
    )
    nieuwste: dict[int, tuple[datetime, int, Deelname]] = {}
    for stoel, gestart in rijen:
        bekend = nieuwste.get(stoel.partij_id)
        if gestart is not None and (bekend is None or (gestart, stoel.id) > bekend[:2]):
            nieuwste[stoel.partij_id] = (gestart, stoel.id, stoel)
    return {partij_id: stoel for partij_id, (_, _, stoel) in nieuwste.items()}


def _antwoorden(sessie: Session, overleg_id: int) -> Mapping[int, Aanwezigheid]:
    """What those answered whose uitnodiging still stands. Who was not invited, or did not answer, is left out."""
    rijen = sessie.execute(
        select(Uitnodiging.partij_id, Uitnodiging.antwoord).where(
            Uitnodiging.overleg_id == overleg_id,
            Uitnodiging.verzonden_op.is_not(None),
            Uitnodiging.status.in_((UitnodigingStatus.VERZONDEN, UitnodigingStatus.IN_TE_TREKKEN)),
        )
    )
    bekend = ((partij_id, _NA_ANTWOORD.get(UitnodigingAntwoord(antwoord))) for partij_id, antwoord in rijen)
    return {partij_id: aanwezig for partij_id, aanwezig in bekend if aanwezig is not None}


def _niet_op_dit_uur(sessie: Session, punt: Agendapunt) -> frozenset[int]:
    """Who said it would not be there yet, or not any more, at the time at which this point was opened."""
    if punt.gestart_op is None:
        return frozenset()
    nu = als_lokaal(punt.gestart_op).time()
    rijen = sessie.execute(
        select(Ordewens.partij_id, Ordewens.soort, Ordewens.tijd).where(
            Ordewens.overleg_id == punt.overleg_id,
            Ordewens.soort.in_((WensSoort.VANAF, WensSoort.TOT)),
        )
    )
    return frozenset(
        partij_id
        for partij_id, soort, tijd in rijen
        if partij_id is not None and tijd is not None and _valt_buiten(soort, tijd, nu)
    )


def _valt_buiten(soort: WensSoort, tijd: time, nu: time) -> bool:
    return nu < tijd if soort is WensSoort.VANAF else nu >= tijd
