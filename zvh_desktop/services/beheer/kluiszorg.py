"""What an open vault needs beside the work in it: backups, the place where somebody was, and reading along."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.keten.geleegd import laatste_vernietiging
from zvh_desktop.database.motor.motor import werkt_samen
from zvh_desktop.errors import LijnWeg, ServerTerug
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.naladen import laad_module
from zvh_desktop.services.beheer.reservekopieen import ReservekopieService
from zvh_desktop.services.huis.instellingen import InstellingenService
from zvh_desktop.services.kluis.gegevens import Voortgang
from zvh_desktop.services.kluis.meelezen import Meelezing, lees_mee
from zvh_desktop.services.kluis.plek import lees_plek, leg_plek_vast, vergeet_plek
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

if TYPE_CHECKING:
    from zvh_desktop.services.kluis.meeluisteren import Meeluisteraar

MEELUISTEREN = "zvh_desktop.services.kluis.meeluisteren"
"""By name: only a house on a server has somebody to hear (ADR 0081)."""


class Kluiszorg:
    """For the window itself, whatever page is in view. Who only reads leaves nothing behind."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek
        self._kopieen = ReservekopieService(werkplek)
        self._handeling = 0
        self._vernietiging = ""

    @property
    def vergrendel_minuten(self) -> int:
        """After how many minutes without a key or mouse this house wants the vault locked."""
        return InstellingenService(self._werkplek).toon().vergrendel_minuten

    @property
    def vergrendel_minuten_tafel(self) -> int:
        """The same while an overleg is being held; never shorter than the ordinary time."""
        huis = InstellingenService(self._werkplek).toon()
        return max(huis.vergrendel_minuten, huis.vergrendel_minuten_tafel)

    def verzorg_kopieen(self, voortgang: Voortgang | None = None) -> bool:
        """Make the backup of today where one is needed, and take away what is too old. Raises KluisFout."""
        return self._kopieen.verzorg(voortgang)

    def kijk_kopieen_na(self) -> None:
        """Compare what is remembered of the backups with what stands on the disks. Raises KluisFout."""
        self._kopieen.kijk_na()

    def lees_mee(self) -> Meelezing:
        """For a vault that is read while somebody else works in it: what is new there. Raises KluisFout."""
        return lees_mee(self._werkplek.kluis)

    @property
    def werkt_samen(self) -> bool:
        """Whether colleagues can work in the same house meanwhile."""
        with vertaal_databasefout(self._werkplek.kluis.map), self._werkplek.kluis.lees_sessies() as sessie:
            return werkt_samen(sessie.get_bind())

    def bij_botsing(self, roep: Callable[[], None]) -> None:
        """Called when an act was refused since a colleague was before it; in the thread of that act."""
        self._werkplek.samenloop.bij_botsing = roep

    def luister_mee(self) -> Meeluisteraar | None:
        """What hears that a colleague changed something; None where one at a time works. Raises KluisFout."""
        gehoord: Meeluisteraar | None = laad_module(MEELUISTEREN).luister_mee(self._werkplek.kluis)
        return gehoord

    def begin_bijlezen(self) -> Callable[[], None]:
        """What colleagues did until now is read after this. Raises KluisFout.

        What is given back is called when all of it was read: only then may it be worked on.
        """
        return self._werkplek.begin_bijlezen()

    def laatste_handeling(self) -> int:
        """The number of the last line in the log; 0 while there is none, and without a line to a server that of before.

        What is typed meanwhile is kept on this computer all the same.
        """
        with contextlib.suppress(LijnWeg, ServerTerug), self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            self._handeling = sessie.scalar(select(func.max(Logregel.nummer))) or 0
        return self._handeling

    def gezien_handeling(self) -> int | None:
        """Up to which line of the log was read here, without asking a server; None where one works at a time.

        What a colleague did after that does not stand in what is in view, also where it was saved by then.
        """
        gezien = self._werkplek.samenloop.rust_op()
        return gezien.logregel if gezien is not None else None

    def leg_plek_vast(self, gegevens: bytes) -> None:
        """Keep on this computer, sealed for this user, where the work stands. Raises KluisFout."""
        if not self._werkplek.kluis.alleen_lezen:
            leg_plek_vast(self._werkplek.kluis, self._merk().encode() + gegevens)

    def lees_plek(self) -> bytes | None:
        """What was kept, when the program ended unasked; None when somebody else wrote it.

        A file may have been destroyed on another computer since: what was typed here may be about that one, and goes.
        """
        if self._werkplek.kluis.alleen_lezen:
            return None
        merk, inhoud = self._merk().encode(), lees_plek(self._werkplek.kluis)
        if inhoud is None or inhoud.startswith(merk):
            return None if inhoud is None else inhoud[len(merk) :]
        self.vergeet_plek()
        return None

    def vergeet_plek(self) -> None:
        """The work was put down: there is nothing to come back to."""
        if not self._werkplek.kluis.alleen_lezen:
            vergeet_plek(self._werkplek.kluis)

    def _merk(self) -> str:
        """Before which destruction it was typed; without a line to a server that of before."""
        with contextlib.suppress(LijnWeg, ServerTerug), self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            self._vernietiging = f"{laatste_vernietiging(sessie)}\n"
        return self._vernietiging
