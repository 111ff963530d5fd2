"""Hears from a server that something was changed, and tells the others where this window is.

One line of its own beside those that do the work. Where somebody is stands in the name of that line, which the server
shows to all of its accounts and forgets by itself when the line is gone: a number of an account, a kind and a number,
and no name of anybody.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Engine

from zvh_desktop.database.bestand.serverzinnen import van_de_server
from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.motor.motor import AnderVenster, Gehoord
from zvh_desktop.database.motor.wijzigingen import KANAAL

_PLEKKEN: Final = "zvh_plek"
_VORM: Final = re.compile(r"zvh (\d{1,10})(?: ([a-z]{1,20}) (\d{1,10}))?")
_VRAAG: Final = (
    "SELECT application_name FROM pg_stat_activity WHERE datname = current_database() "
    "AND application_name LIKE 'zvh %' AND pid <> pg_backend_pid()"
)


class Luisteraar:
    """One line that listens; used by one thread, and ``meld_plek`` and ``sluit`` by any."""

    def __init__(self, engine: Engine, nummer: int, zitting: str) -> None:
        """Connects; what is done under this ``zitting`` is our own. Raises KluisFout where there is no server."""
        self._nummer = nummer
        self._zitting = zitting
        self._slot = threading.Lock()
        self._plek: tuple[str, int] | None = None
        self._gemeld: str | None = None
        self._aanwezig: tuple[AnderVenster, ...] = ()
        self._fout: type[Exception] = engine.dialect.loaded_dbapi.Error
        self._lijn = _eigen_lijn(engine)

    def meld_plek(self, soort: str, id_: int) -> None:
        """From now on this window is there; told by the thread that listens."""
        with self._slot:
            self._plek = (soort, id_) if soort else None

    def wacht(self, seconden: float) -> Gehoord:
        """Wait for this long at most. Raises KluisFout when the line was lost."""
        with self._vertaald():
            opnieuw = self._zeg_plek()
            berichten = list(self._lijn.notifies(timeout=seconden, stop_after=1))
            # What came in together is one time reading again.
            berichten += self._lijn.notifies(timeout=0)
            if opnieuw or not berichten or any(een.channel == _PLEKKEN for een in berichten):
                self._aanwezig = self._lees_aanwezig()
        gewijzigd = any(een.channel == KANAAL and een.payload != self._zitting for een in berichten)
        return Gehoord(gewijzigd, self._aanwezig)

    def sluit(self) -> None:
        """The line goes, and with it what the server knew of where this window was."""
        self._lijn.close()

    @contextmanager
    def _vertaald(self) -> Iterator[None]:
        """What the driver itself says, without SQLAlchemy between."""
        try:
            yield
        except self._fout as fout:
            raise van_de_server(fout) or fout from fout

    def _zeg_plek(self) -> bool:
        with self._slot:
            plek = self._plek
        naam = f"zvh {self._nummer}" if plek is None else f"zvh {self._nummer} {plek[0]} {plek[1]}"
        if naam == self._gemeld:
            return False
        self._lijn.execute("SELECT set_config('application_name', %s, false), pg_notify(%s, '')", (naam, _PLEKKEN))
        self._gemeld = naam
        return True

    def _lees_aanwezig(self) -> tuple[AnderVenster, ...]:
        gevonden = (_VORM.fullmatch(naam) for (naam,) in self._lijn.execute(_VRAAG).fetchall())
        anderen = {AnderVenster(int(een[1]), een[2] or "", int(een[3] or 0)) for een in gevonden if een is not None}
        return tuple(sorted(anderen, key=lambda een: (een.nummer, een.soort, een.id)))


def _eigen_lijn(engine: Engine) -> Any:
    """A connection that the pool does not have any more, outside of any transaction."""
    with vertaal_databasefout():
        rauw = engine.raw_connection()
        lijn: Any = rauw.driver_connection
        rauw.detach()
        lijn.rollback()
        lijn.autocommit = True
        lijn.execute(f"LISTEN {KANAAL}")
        lijn.execute(f"LISTEN {_PLEKKEN}")
    return lijn
