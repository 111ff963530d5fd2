"""Several people in one house: what somebody else changed since it was read here is not overwritten (ADR 0098).

A window remembers up to where it read what others did (``lees_bij``). An act that changes the same columns of a row as
somebody else did after that, or takes such a row away, is refused with who and what. An act that is signed is refused
also when anything else was done about the same object: nobody signs what they did not see. In a vault, where one at a
time works, none of this costs anything.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import event, inspect, select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.ondertekening import NIEUW
from zvh_desktop.database.motor.motor import Moment, motor_van, werkt_samen
from zvh_desktop.database.zitting.zitting import wijziging_van_elders
from zvh_desktop.errors import IntussenGewijzigd
from zvh_desktop.models.base import Base
from zvh_desktop.models.keten.logregel import Logregel

BIJGEHOUDEN: Final = frozenset({"gewijzigd_op", "gewijzigd_door"})
"""What the program itself keeps at each act, and nobody types."""
GELUKT: Final = "gelukt"

Rij = tuple[str, str]
"""A table, and what the primary key of a row in it holds."""


@dataclass(slots=True)
class Wissels:
    """What one act changed: by row the columns, or None where it took the row away."""

    rijen: dict[Rij, set[str] | None] = field(default_factory=dict)

    def neem(self, sessie: Session, _flush: object) -> None:
        """Right after a flush, while it is still known what was other before."""
        for rij in sessie.dirty:
            gewijzigd = _gewijzigd(rij)
            eerder = self.rijen.setdefault(_rij(rij), set())
            if eerder is not None:
                eerder |= gewijzigd
        self.rijen.update((_rij(rij), None) for rij in sessie.deleted)


@dataclass(frozen=True, slots=True)
class Waarover:
    """What an act is about as the log names it, and who does it."""

    soort: str
    objecten: Collection[str]
    gebruiker: str

    def past(self, regel: Logregel) -> bool:
        """Whether this line is about the same."""
        return regel.object_soort == self.soort and regel.object_id in self.objecten

    def van_een_ander(self, regel: Logregel) -> bool:
        """Whether somebody else did it, and it was done."""
        return regel.gebruiker != self.gebruiker and regel.resultaat == GELUKT


@dataclass(slots=True)
class Samenloop:
    """Of one open house."""

    in_woorden: Callable[[str], str] = str
    """What an act is called; given with the services."""
    bij_botsing: Callable[[], None] | None = None
    """Called when an act was refused since somebody was before it; in the thread of that act."""
    _moment: Moment | None = None

    def lees_bij(self, sessie: Session) -> None:
        """What was done until now has been seen: said before it is read, so that nothing falls in between."""
        if werkt_samen(sessie.get_bind()):
            verbinding = sessie.connection()
            self._moment = motor_van(verbinding).moment(verbinding)

    def volg(self, sessie: Session) -> Wissels | None:
        """Fills with what is changed in this session from now on; None where nobody else can come between."""
        if not werkt_samen(sessie.get_bind()):
            return None
        if self._moment is None:  # nothing was read here before this
            self.lees_bij(sessie)
        wissels = Wissels()
        event.listen(sessie, "after_flush", wissels.neem)
        return wissels

    def eis_bij(self, sessie: Session, wissels: Wissels | None, waarover: Waarover) -> None:
        """Before an act is committed. Raises IntussenGewijzigd."""
        sinds = self._moment
        if wissels is None or sinds is None:
            return
        elders = wijziging_van_elders(sessie)
        # Nobody else has written since this transaction began: it holds the write lock.
        iets = elders is None or elders > sinds.wijziging
        if iets and wissels.rijen and _raakt(sessie, sinds, wissels):
            regels = _van_anderen(sessie, sinds, waarover)
            raise self._gewijzigd([regel for regel in regels if waarover.past(regel)] or regels)
        if sessie.info.get(NIEUW):
            regels = [regel for regel in _van_anderen(sessie, sinds, waarover) if waarover.past(regel)]
            if regels:
                # It is told now, so who goes on knows it.
                self._moment = Moment(sinds.wijziging, regels[-1].nummer)
                raise self._gewijzigd(regels)

    def _gewijzigd(self, regels: Sequence[Logregel]) -> IntussenGewijzigd:
        if self.bij_botsing is not None:
            self.bij_botsing()
        if not regels:  # the same person, at another window
            return IntussenGewijzigd()
        return IntussenGewijzigd(regels[-1].gebruiker, self.in_woorden(regels[-1].handeling).lower())


def _raakt(sessie: Session, sinds: Moment, wissels: Wissels) -> bool:
    verbinding = sessie.connection()
    for een in motor_van(verbinding).van_anderen(verbinding, sinds):
        rij = (een.tabel, een.sleutel)
        if rij in wissels.rijen:
            mijn = wissels.rijen[rij]
            if (een.kolommen if mijn is None else een.kolommen & mijn) - BIJGEHOUDEN:
                return True
    return False


def _van_anderen(sessie: Session, sinds: Moment, waarover: Waarover) -> list[Logregel]:
    vraag = select(Logregel).where(Logregel.nummer > sinds.logregel).order_by(Logregel.nummer)
    return [regel for regel in sessie.scalars(vraag) if waarover.van_een_ander(regel)]


def _rij(rij: Base) -> Rij:
    sleutel = inspect(rij).identity or ()
    return rij.__tablename__, "/".join(str(deel) for deel in sleutel)


def _gewijzigd(rij: Base) -> set[str]:
    soort, stand = inspect(type(rij)), inspect(rij)
    return {
        kolom.name
        for kolom in soort.columns
        if stand.attrs[soort.get_property_by_column(kolom).key].history.has_changes()
    }
