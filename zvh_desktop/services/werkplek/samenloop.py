"""Several people in one house: what somebody else changed since it was read here is not overwritten (ADR 0098).

A window remembers up to where it read what others did (``neem``). An act that changes the same columns of a row as
somebody else did after that, takes away a row that they made or changed, or puts back what they took away, is refused
with who and what; the server itself compares, so no way of writing gets round it. An act that is signed is refused
also when anything else was done about the same object: nobody signs what they did not see. In a vault, where one at a
time works, none of this costs anything.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.ketenkop import Ketenkop
from zvh_desktop.database.keten.logketen import LOGKOP, logkop
from zvh_desktop.database.keten.ondertekening import NIEUW
from zvh_desktop.database.motor.motor import Moment, motor_van, werkt_samen
from zvh_desktop.database.zitting.zitting import moment_bij_begin, wijziging_van_elders
from zvh_desktop.errors import IntussenGewijzigd
from zvh_desktop.models.instelling import EIGEN_BLOKKEN, EIGEN_WEERGAVEN, TE_WISSEN_SLEUTEL, WOORDENLIJST
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.services.werkplek.samen import naast

GELUKT: Final = "gelukt"
VAN_IEDER: Final = (EIGEN_BLOKKEN, EIGEN_WEERGAVEN, WOORDENLIJST, TE_WISSEN_SLEUTEL)
"""Settings to which each adds an own part, put in by the service to what stands there at that moment."""


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


@dataclass(frozen=True, slots=True)
class Voorgegaan:
    """What others did since ``regels`` tell of; ``sinds``: since when, where they are told only of what was signed."""

    regels: Sequence[Logregel]
    sinds: Moment | None = None


@dataclass(slots=True)
class Samenloop:
    """Of one open house."""

    in_woorden: Callable[[str], str] = str
    """What an act is called; given with the services."""
    bij_botsing: Callable[[], None] | None = None
    """Called when an act was refused since somebody was before it; in the thread of that act."""
    _moment: Moment | None = None
    _verteld: int = 0
    """The last line of the log of which an act told since that moment."""

    def neem(self, moment: Moment | None) -> None:
        """What was done until then has been seen: asked before it was read, so that nothing falls in between."""
        if moment is not None:
            # Beside this an act may have told of more of the log. Otherwise it goes down with a server that went back:
            # what is done there since has numbers that were seen here before.
            self._moment = Moment(moment.wijziging, max(moment.logregel, self._verteld))
            self._verteld = 0

    def rust_op(self) -> Moment | None:
        """Asked at the beginning of an act: what is read in beside it while it goes on, it was not filled in on."""
        return self._moment

    def deed(self, laatste: Ketenkop | None, aantal: int) -> None:
        """So many lines of an own act, done or refused, of which this is the last, stand in the log by now.

        Those that follow on what was seen have been seen with it; what somebody else did in between was not.
        """
        gezien = self._moment
        if gezien is not None and laatste is not None and gezien.logregel == laatste.nummer - aantal:
            self._moment = Moment(gezien.wijziging, laatste.nummer)

    def sluit_aan(self, sessie: Session) -> None:
        """Before the lines of an own act, done or refused, are added: of a refusal there is nothing to have seen.

        Asked only where somebody wrote in the log since; who adds to it holds the write lock.
        """
        gezien = self._moment
        if gezien is None:
            return
        kop: Ketenkop = sessie.info.get(LOGKOP) or logkop(sessie)
        if kop.nummer <= gezien.logregel:
            return
        gedaan = select(exists().where(Logregel.nummer > gezien.logregel, Logregel.resultaat == GELUKT))
        if not sessie.scalar(gedaan):
            self._moment = Moment(gezien.wijziging, kop.nummer)

    def kijk(self, sessie: Session, sinds: Moment | None, waarover: Waarover) -> Voorgegaan | None:
        """What others did in the way of an act, before it is committed and when all of it was flushed; for ``eis_bij``.

        It writes nothing in the database, so that it can be asked beside what else is looked at then.
        """
        if sinds is None:  # nothing was read here before this
            self.neem(nu_bij(sessie))
            return None
        elders = wijziging_van_elders(sessie)
        # Nobody else has written since this transaction began: it holds the write lock.
        iets, tekent = elders is None or elders > sinds.wijziging, bool(sessie.info.get(NIEUW))
        verbinding = sessie.connection()
        botst, regels = naast(
            sessie,
            lambda: iets and motor_van(verbinding).botst(verbinding, sinds, VAN_IEDER),
            lambda: _van_anderen(sessie, sinds, waarover) if tekent else [],
        )
        if botst and not tekent:
            regels = _van_anderen(sessie, sinds, waarover)
        hierover = [regel for regel in regels if waarover.past(regel)]
        if botst:
            return Voorgegaan(hierover or regels)
        return Voorgegaan(hierover, sinds) if hierover else None

    def eis_bij(self, botsing: Voorgegaan | None) -> None:
        """Raises IntussenGewijzigd where others were before it."""
        if botsing is None:
            return
        if botsing.sinds is not None:
            # It is told now, so who goes on knows it.
            gezien = self._moment or botsing.sinds
            self._verteld = max(gezien.logregel, botsing.regels[-1].nummer)
            self._moment = Moment(gezien.wijziging, self._verteld)
        raise self._gewijzigd(botsing.regels)

    def _gewijzigd(self, regels: Sequence[Logregel]) -> IntussenGewijzigd:
        if self.bij_botsing is not None:
            self.bij_botsing()
        if not regels:  # the same person, at another window
            return IntussenGewijzigd()
        return IntussenGewijzigd(regels[-1].gebruiker, self.in_woorden(regels[-1].handeling).lower())


def nu_bij(sessie: Session) -> Moment | None:
    """Up to where others are now; None where nobody else works."""
    if not werkt_samen(sessie.get_bind()):
        return None
    bij_begin = moment_bij_begin(sessie)
    if bij_begin is not None:
        return bij_begin
    verbinding = sessie.connection()
    return motor_van(verbinding).moment(verbinding)


def _van_anderen(sessie: Session, sinds: Moment, waarover: Waarover) -> list[Logregel]:
    vraag = select(Logregel).where(Logregel.nummer > sinds.logregel).order_by(Logregel.nummer)
    return [regel for regel in sessie.scalars(vraag) if waarover.van_een_ander(regel)]
