"""What an engine under the tables has to give. Nothing above database/ asks which one it is.

Tables, rows and statements are SQLAlchemy's on both; here stands what differs. That a trigger refuses the same with the
same words is kept by tests that run against both engines (tests/database).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, Protocol, cast

from sqlalchemy import Connection, Engine, Executable, Select
from sqlalchemy.orm import Session

from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.models.base import Base

MOTOR: Final = "zvh_motor"
"""The execution option under which an engine knows what it was opened by."""

GEEN_WAARDEN: Final[Mapping[str, object]] = MappingProxyType({})
Vraag = Select[*tuple[Any, ...]]
"""A select, whatever its columns are."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Up to where somebody saw what others did: the last change of a row, and the last line of the log."""

    wijziging: int = 0
    logregel: int = 0


@dataclass(frozen=True, slots=True)
class Blik:
    """A look at what was written down, from which the next one goes on."""

    stand: str = ""
    """The snapshot of the transaction that looked."""
    moment: str = ""
    van: str = ""
    """Of which server since it was started, and of whom: of another one nothing that is known here is of use."""
    nr: int = 0
    """What was written down up to here was seen, whoever was at it meanwhile."""
    straks: tuple[int, int] = (0, 0)
    """The first transaction that had not begun at this look, and the highest number then: all it writes is above that.
    So once every transaction before it has ended, nothing up to that number is still to come."""
    anders: Mapping[str, Sequence[str]] | None = field(default=None, compare=False)
    """The keys of the rows that came, changed or went, for each table; None where the list does not tell all."""

    @property
    def vanaf(self) -> int:
        """Every transaction before this one had ended, and was seen."""
        return int(self.stand.partition(":")[0])


@dataclass(frozen=True, slots=True)
class AnderVenster:
    """Another window: whose, as the number of a certificate, and at what; without a kind at nothing of its own."""

    nummer: int
    soort: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Gehoord:
    """What came in: whether something was changed, and who else is there."""

    gewijzigd: bool
    aanwezig: tuple[AnderVenster, ...]


class Oor(Protocol):
    """Hears what others do. One thread waits; the rest may be asked of any."""

    def wacht(self, seconden: float) -> Gehoord:
        """Wait for this long at most. Raises KluisFout when the line was lost."""

    def meld_plek(self, soort: str, id_: int, /) -> None:
        """Tell the others where this window is; an empty kind: at nothing of its own."""

    def sluit(self) -> None:
        """Hear nothing any more."""


@dataclass(frozen=True, slots=True)
class Weggaand:
    """What goes: by the numbers of its rows, and which parts of it."""

    casus: int | None
    aanmelding: int | None
    verzoek: int | None
    delen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gebruikt:
    """A word of the profile that something uses: of which column, and where, as a number of a casus or a day."""

    wat: str
    rij: int
    waarde: str
    bij: str


class Buitenzicht(Protocol):
    """What who sees no dossiers has to know of them all the same."""

    def in_gebruik(self) -> Sequence[Gebruikt]:
        """What of the profile something running uses."""

    def volg_profiel(self, versie: int, /) -> None:
        """Meetings that are being prepared go on with this version."""

    def bestaande_casussen(self, nummers: Sequence[str], /) -> Sequence[str]:
        """Which of these are the number of a casus."""


class Meekijker(Protocol):
    """What others do to the same rows."""

    def kijk(self, verbinding: Connection, sinds: Blik) -> Blik | None:
        """What came, changed or went since that look; None where nobody writes that down."""

    def moment(self, verbinding: Connection) -> Moment:
        """Up to where others are now."""

    def botst(self, verbinding: Connection, sinds: Moment, buiten: Sequence[str]) -> bool:
        """Whether what this transaction wrote until now is in the way of what somebody else changed since.

        ``buiten``: the settings of which everybody keeps an own part. Never where nobody else can write.
        """

    def luister(self, engine: Engine, nummer: int) -> Oor:
        """A line that hears what others change, under the number of an account. Raises ProgrammaFout without others."""


class Motor(Meekijker, Protocol):
    """One database: an encrypted file, or one of a server."""

    def open(self, *, alleen_lezen: bool = False) -> Engine:
        """An engine that gives sessions; what is wrong with the key, the line or the schema shows here, in a sentence.

        A transaction on it holds the write lock from its beginning unless it only reads, and sees the database as if
        it were alone. So the next link of a chain can be worked out from the last.
        """

    @property
    def bundelt(self) -> bool:
        """Whether several selects are asked as one statement, which gives their rows as arrays."""

    def vraag_samen(
        self, verbinding: Connection, vragen: Sequence[Executable], waarden: Mapping[str, object] = GEEN_WAARDEN
    ) -> list[list[tuple[Any, ...]]]:
        """The rows of each of these questions about columns, for which is waited once; where it does not bundle."""

    def leesbaar(self, sessie: Session, tabellen: Iterable[str]) -> AbstractContextManager[Session]:
        """A session in which plain SQL reads texts and the search index, as this one sees them.

        Where the engine does not read texts it is about a copy in memory, with these tables and those that are
        searched, and only to read.
        """

    @property
    def leest_teksten(self) -> bool:
        """Whether the engine itself reads the texts that it keeps, and so can compare them or take them apart."""

    @property
    def samen(self) -> bool:
        """Whether others can write while this is open."""

    def volgend_nummer(self, verbinding: Connection, jaar: int, hoogste: int) -> int:
        """The next case number of this year, above ``hoogste``; never given out twice."""

    def op_zichzelf(self, verbinding: Connection, nieuw_in: str = "") -> AbstractContextManager[int | None]:
        """What a rule of the database refuses in this is taken back by itself; the transaction goes on.

        Gives the id of a row that is about to be added in this table; None where the row gets it as it comes in.
        """

    def stel_uit(self, verbinding: Connection) -> None:
        """From now on in this transaction, references are looked at when it ends."""

    def zonder_wachters(self, verbinding: Connection) -> AbstractContextManager[None]:
        """Rows come in as they were elsewhere: the triggers, which guard each step to them, are off meanwhile."""

    def laat_gaan(self, verbinding: Connection, weg: Weggaand) -> AbstractContextManager[None]:
        """The rows of this file go: meanwhile the triggers do not keep them as they are.

        A server looks itself whether the file may go, lets only its rows go, and keeps nothing of it when not all went
        or when nobody signed that. Raises what the database raises where it may not.
        """

    def buiten_zicht(self, verbinding: Connection) -> Buitenzicht:
        """What can be asked of rows that this account does not see. Raises ProgrammaFout where everything is seen."""

    def na_overzetten(self, verbinding: Connection) -> None:
        """Rows came in with ids of their own: what is given out from now on lies above them."""

    def controleer(self, engine: Engine) -> tuple[str, ...]:
        """Findings on the storage itself, in sentences; the chains and signatures are looked at above this."""

    def vreemd(self, verbinding: Connection) -> tuple[str, ...] | None:
        """What the program did not make in the schema, in sentences; None where the file itself is looked at."""

    @property
    def wist_zelf(self) -> bool:
        """Whether who works here can erase what removed rows leave behind; on a server that is for its owner."""

    def wis_resten(self, engine: Engine) -> bool:
        """Erase what removed rows left behind; False when that could not be done now."""


def werkt_samen(engine: object) -> bool:
    """Whether others can write beside what is open on this engine."""
    motor = engine.get_execution_options().get(MOTOR) if isinstance(engine, Engine) else None
    return motor is not None and cast(Motor, motor).samen


def lees_naast(verbinding: Connection, taken: Sequence[Callable[[], Any]]) -> list[Any]:
    """What each of these readers gives, which do not need each other's answer; only reading, on this connection.

    Over a line they wait together (ADR 0104), else each comes after the other. Raises what the first of them raised.
    None of them reads piece by piece (``yield_per``): over a line that is refused, as a fault of ours.
    """
    samen = getattr(verbinding.dialect, "lees_naast", None)
    return [taak() for taak in taken] if samen is None else list(samen(verbinding, taken))


def nummers_vooraf(verbinding: Connection, soort: type[Base], aantal: int) -> Sequence[int | None]:
    """The ids of as many rows that are going to be added; None of each where a row gets it as it comes in."""
    vooraf = getattr(verbinding.dialect, "nummers_vooraf", None)
    if vooraf is None:
        return (None,) * aantal
    return cast("Sequence[int]", vooraf(verbinding, Base.metadata.tables[soort.__tablename__], aantal))


def motor_van(verbinding: Connection) -> Motor:
    """The engine under a connection. Raises ProgrammaFout where nobody said which."""
    motor = verbinding.get_execution_options().get(MOTOR)
    if motor is None:
        raise ProgrammaFout("een verbinding zonder motor")
    return cast(Motor, motor)
