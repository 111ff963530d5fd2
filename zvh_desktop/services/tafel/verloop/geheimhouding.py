"""Rule ``geheimhouding`` per casus: told at each point, and asked again as soon as somebody comes in.

That it was said is an act at the table like any other, so the verslag is signed over it. Nothing can be written down
before the overleg begins; what was said then counts for the point with which it begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import AgendapuntId, OverlegStatus, TafelHandeling
from zvh_desktop.models.overleg import Agendapunt, Overleg, Tafelgebeurtenis
from zvh_desktop.services.tafel.verloop.tafelgebeurtenissen import noteer
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.services.werkplek.werkplek import Werkplek

_OPNIEUW: Final = (TafelHandeling.AAN_TAFEL, TafelHandeling.HERVAT)
"""After these somebody may sit there who was not told: a partij that came in, or a point that was taken up again."""


def gewezen_punten(rijen: Sequence[Tafelgebeurtenis]) -> frozenset[AgendapuntId]:
    """At which points everyone was told who is there now; ``rijen`` in the order in which they happened."""
    gewezen: set[AgendapuntId] = set()
    for rij in rijen:
        if rij.agendapunt_id is None:
            continue
        if rij.soort == TafelHandeling.GEHEIMHOUDING:
            gewezen.add(rij.agendapunt_id)
        elif rij.soort in _OPNIEUW:
            gewezen.discard(rij.agendapunt_id)
    return frozenset(gewezen)


def zonder_wijzing(rijen: Sequence[Tafelgebeurtenis], punten: Sequence[VerslagPunt]) -> tuple[str, ...]:
    """The casussen that were opened at which not everyone was told; none for a table that did not note it per casus."""
    if not any(rij.soort == TafelHandeling.GEHEIMHOUDING for rij in rijen):
        return ()
    gewezen = gewezen_punten(rijen)
    return tuple(punt.casusnummer for punt in punten if punt.casusnummer and punt.gestart and punt.id not in gewezen)


def wijs_op_geheimhouding(werkplek: Werkplek, sessie: Session, punt: Agendapunt) -> None:
    """Everyone who is at this point now was told."""
    overleg = punt.overleg
    overleg.geheimhouding_gemeld = True
    if overleg.status == OverlegStatus.GEHOUDEN:
        noteer(werkplek, sessie, overleg, TafelHandeling.GEHEIMHOUDING, punt)


def neem_wijzing_terug(sessie: Session, punt: Agendapunt) -> None:
    """They were not told after all."""
    overleg = punt.overleg
    sessie.execute(
        delete(Tafelgebeurtenis).where(
            Tafelgebeurtenis.agendapunt_id == punt.id, Tafelgebeurtenis.soort == TafelHandeling.GEHEIMHOUDING
        )
    )
    overleg.geheimhouding_gemeld = _ergens(sessie, overleg)


def wijs_bij_begin(werkplek: Werkplek, sessie: Session, punt: Agendapunt) -> None:
    """What was said before the overleg began is said at its first casus."""
    overleg = punt.overleg
    if punt.casus_id is None or not overleg.geheimhouding_gemeld or _ergens(sessie, overleg):
        return
    casussen = [een for een in overleg.agendapunten if een.casus_id is not None and een.id != punt.id]
    if not any(een.gestart_op is not None for een in casussen):
        noteer(werkplek, sessie, overleg, TafelHandeling.GEHEIMHOUDING, punt)


def _ergens(sessie: Session, overleg: Overleg) -> bool:
    vraag = select(Tafelgebeurtenis.id).filter_by(overleg_id=overleg.id, soort=TafelHandeling.GEHEIMHOUDING).limit(1)
    return sessie.scalars(vraag).first() is not None
