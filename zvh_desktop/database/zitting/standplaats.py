"""What an open house does about the place where it stands: a folder of this computer or a disk, or a server (ADR 0096).

One writer and files beside the database, or several and rows of it. ``zitting/kluismap.py`` is the first,
``team/teamplaats.py`` the second; nothing in this room or above it asks which of the two it has, but for what is said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.wissen import Voortgang
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.keten.ketenkop import Ketenkop
from zvh_desktop.database.keten.schakels import Zegel
from zvh_desktop.database.motor.motor import Moment
from zvh_desktop.database.samen import Samen
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand
from zvh_desktop.database.terugzetten.onthouden import Bevinding, Eigenaar, Gezien, Waarneming
from zvh_desktop.database.terugzetten.vergelijken import Bron
from zvh_desktop.models.keuzes import Rol


@dataclass(frozen=True, slots=True)
class Nieuws:
    """What another who has the same house open may have changed, as seen at the beginning of a transaction.

    ``bestand`` is the key file, where it is another one than at hand; then the last statement about roles, the profile
    in force, the last statement of all, and the last change of a row that was made elsewhere. ``mag``: the roles that
    the database account has on the server. ``moment``: up to where everything was done; ``logkop``: the last line of
    the log, where one is going to be added, and ``ketenkop`` the last statement then.
    """

    bestand: Sleutelbestand | None
    rollen: int
    profiel: int
    verklaring: int
    wijziging: int
    mag: frozenset[Rol]
    moment: Moment
    logkop: Ketenkop | None
    ketenkop: Ketenkop | None


class Standplaats(Protocol):
    """Where a house stands."""

    op_server: bool
    """Whether others work in it at the same time."""
    vernieuwt_sleutel: bool
    """Whether what stands there can be brought under another key while it is open."""

    @property
    def alleen_lezen(self) -> bool:
        """Whether nothing can be written."""

    def eis_van_ons(self) -> None:
        """Before something is written beside the database. Raises KluisInGebruik."""

    def sluit_aan(self, bron: Bron) -> None:
        """Work with this database from now on."""

    def geef_vrij(self, bron: Bron) -> None:
        """Close the database; no transaction begins on it any more."""

    # Keys

    def schrijf(self, samen: Samen, bestand: Sleutelbestand, daad: Daad | None) -> None:
        """Let this key file take the place of the one it was made from, with its line in the log and what is signed.

        All of it or nothing. Raises KluisInGebruik where somebody else changed the key file meanwhile.
        """

    def roteer(
        self,
        samen: Samen,
        bestand: Sleutelbestand,
        wortel: bytes,
        sessie_info: Mapping[str, object],
        daad: Daad | None,
        voortgang: Voortgang | None,
    ) -> None:
        """As ``schrijf``, with another key for the database. Raises KluisFout where that cannot be done."""

    def na_begin(self, verbinding: Connection) -> Nieuws | None:
        """At the beginning of a transaction: what others may have changed; None where nobody else writes."""

    # What was seen before

    def vergelijk(self, bron: Bron, eigen: Eigenaar) -> tuple[Bevinding, ...]:
        """What is older than this user saw before, or other than that."""

    def eerste_keer(self, bron: Bron, eigen: Eigenaar) -> bool:
        """Whether there are statements, and nothing on this computer tells which of them this user saw before."""

    def zegel(self, bron: Bron, eigen: Eigenaar) -> Zegel | None:
        """Up to where this user verified the signatures before; None when that is not known for certain."""

    def gezien(self, bron: Bron, eigen: Eigenaar) -> Gezien | None:
        """What this user saw last on this computer; None when that is not known for certain."""

    def onthoud(self, bron: Bron, eigen: Eigenaar, waarneming: Waarneming, *, ook_ouder: bool = False) -> None:
        """Remember the state of now. Raises KluisFout where others write and it is older than what was seen.

        ``ook_ouder``: it was accepted.
        """

    def aanvaard(
        self, bron: Bron, eigen: Eigenaar, sessies: Callable[[], Session], erbij: Callable[[Session], None]
    ) -> None:
        """Take the state of now for the newest, with what is signed and logged of that: all of it, or nothing."""

    def geheugennaam(self, bron: Bron) -> str:
        """Under which name this computer remembers what was seen and verified."""

    # Opening and closing

    def meldingen(self, bron: Bron, *, nieuw: bool) -> tuple[str, ...]:
        """What the user has to be told about the place itself. ``nieuw``: this user was not here before."""

    def rond_af(self, bron: Bron) -> Bron | None:
        """Finish or take back what a killed process left; what to work with then, where that is something else."""

    def tel(self, bron: Bron) -> None:
        """Count one opening or closing."""

    def ruim_op(self, bron: Bron) -> None:
        """After opening: take away what is of no use, and put down what may be needed."""

    def wis_resten(self, engine: Engine, voortgang: Voortgang | None = None) -> bool:
        """Erase what deleted rows leave behind; False: not yet erased."""

    def na_commit(self, sessie: Session) -> None:
        """This transaction was saved: the place to tell others who have the house open (ADR 0096)."""
