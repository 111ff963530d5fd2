"""Behind every act: nothing is worked on that says otherwise than was signed about it.

A signed row that plain SQL put back to "not signed yet" is refused where it is used and found by the check. That leaves
who goes on working on it: a plan that was vastgesteld and says concept takes a text as if nobody had signed it. So each
act, before it is committed, is asked which rows it wrote, and of what those are a part. The database names the parts by
its foreign keys, so a table of tomorrow is asked the same (docs/adr/0073).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.geverifieerd import getekend_over, inzicht
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.base import Base
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.overleg import Agendapunt
from zvh_desktop.services.poort.getekend import Getekend
from zvh_desktop.services.werkplek.eindstand import eis_stand_getekend
from zvh_desktop.services.werkplek.handeling import Plek, verwijzingen
from zvh_desktop.services.werkplek.werkplek import Bewaker, Werkplek

_DOOR: Final[tuple[type[Base], ...]] = (Agendapunt,)
"""Rows that are only a step on the way to what is signed."""
_CASUS: Final = Casus.__tablename__


def bewaking(soorten: Collection[Getekend[Any]]) -> Bewaker:
    """For these kinds of signed row, and for every casus."""
    per_tabel: dict[str, list[Getekend[Any]]] = {}
    ook_bij: dict[str, list[Getekend[Any]]] = {}
    for soort in soorten:
        if soort.over:
            per_tabel.setdefault(soort.rij.__tablename__, []).append(soort)
        if soort.ook_bij:
            ook_bij.setdefault(soort.ook_bij, []).append(soort)
    volgen = {_CASUS, *per_tabel, *ook_bij}

    def bewaak(werkplek: Werkplek, sessie: Session, geschreven: Collection[Plek]) -> None:
        geraakt = {plek for een in geschreven for plek in _gevolgd(sessie, een) if plek[0] in volgen}
        eis_stand_getekend(sessie, sorted(id_ for tabel, id_ in geraakt if tabel == _CASUS))
        for tabel, id_ in sorted(geraakt):
            for soort in per_tabel.get(tabel, ()):
                _eis_niet_ontkend(werkplek, sessie, soort, id_)
            _eis_zoals_getekend(werkplek, sessie, ook_bij.get(tabel, ()), id_)

    return bewaak


def _eis_niet_ontkend(werkplek: Werkplek, sessie: Session, soort: Getekend[Any], id_: int) -> None:
    if soort.rij_sleutel == "id" and not getekend_over(sessie, soort.soort, soort.over, id_):
        return  # nothing was signed about it before this act
    rij = sessie.get(soort.rij, id_)
    if rij is not None:
        soort.eis_niet_ontkend(werkplek, sessie, rij)
    elif soort.rij_sleutel == "id" and (gevonden := inzicht(sessie).over(soort.soort, soort.over, id_)):
        raise HandtekeningOnjuist(soort.verwijderd.format(gevonden[-1].nummer), advies=soort.advies)


def _eis_zoals_getekend(werkplek: Werkplek, sessie: Session, soorten: Sequence[Getekend[Any]], id_: int) -> None:
    """Each row that was signed for this one is there, and is what was signed.

    Not in a koffer: it takes along its own row, and what was signed of others before it without theirs.
    """
    if werkplek.kluis.koffer is not None:
        return
    if not any(getekend_over(sessie, soort.soort, soort.ook_bij, id_) for soort in soorten):
        return
    for soort in soorten:
        soort.eis_compleet(werkplek, sessie, soort.ook_bij, id_)
        for rij in sessie.scalars(select(soort.rij).filter_by(**{f"{soort.ook_bij}_id": id_})).all():
            soort.verifieer(werkplek, sessie, rij)


def _gevolgd(sessie: Session, plek: Plek) -> Iterator[Plek]:
    """The place itself; of a row that is only a step, what that hangs on as well."""
    yield plek
    for klasse in _DOOR:
        rij = sessie.get(klasse, plek[1]) if klasse.__tablename__ == plek[0] else None
        if rij is not None:
            yield from verwijzingen(rij)
