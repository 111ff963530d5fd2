"""What every koffer of one version has in common: its empty tables with their indexes, made once and copied.

Of the triggers it has none: rows that go along are no acts that one has to see. Sealed with a key that is thrown away
with it and has sealed nothing else, since between an encrypted and a readable database no page is copied.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from zvh_desktop.database.bestand.engine import in_geheugen
from zvh_desktop.database.bestand.revisies import werk_bij
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.koffer.koppen import Verklaringkoppen
from zvh_desktop.database.motor.motor import motor_van
from zvh_desktop.database.motor.sqlcipher import open_in_geheugen
from zvh_desktop.database.sleutels.primitieven import willekeurig

_OBJECTEN: Final = (
    "SELECT type, name, sql FROM sqlite_master "
    "WHERE sql IS NOT NULL AND type != 'trigger' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)
_TRIGGERS: Final = "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid"
_SCHADUW: Final = ("_data", "_idx", "_content", "_docsize", "_config")


def lees_objecten(verbinding: Connection) -> Sequence[Any]:
    """The tables and indexes of the office, as it made them; of a server those of a vault of this version."""
    if motor_van(verbinding).leest_teksten:
        return verbinding.exec_driver_sql(_OBJECTEN).all()
    return _van_deze_versie()[0]


def lees_triggers(verbinding: Connection) -> Sequence[Any]:
    """And its triggers: name, table, and how each was made."""
    if motor_van(verbinding).leest_teksten:
        return verbinding.exec_driver_sql(_TRIGGERS).all()
    return _van_deze_versie()[1]


@functools.cache
def _van_deze_versie() -> tuple[Sequence[Any], Sequence[Any]]:
    """What the migrations make, once: it takes more than a second."""
    engine = open_in_geheugen()
    try:
        werk_bij(engine)
        with engine.connect() as verbinding:
            return verbinding.exec_driver_sql(_OBJECTEN).all(), verbinding.exec_driver_sql(_TRIGGERS).all()
    finally:
        engine.dispose()


class Koffersjabloon:
    """Of one open vault, made when it is first asked for. It holds the schema, and of a server the heads as well."""

    def __init__(self) -> None:
        self._slot = threading.Lock()
        self._makers: tuple[str, ...] = ()
        self._leeg: Any = None
        self.koppen = Verklaringkoppen()
        """What every koffer of a house on a server takes along whole."""

    def zet_klaar(self, objecten: Sequence[Any]) -> None:
        """Make it, where it is not what the office (``lees_objecten``) has at this moment."""
        makers = tuple(_makers(objecten))
        with self._slot:
            if self._leeg is None or makers != self._makers:
                self._maak(makers)

    def leg(self, doel: Any, objecten: Sequence[Any], plek: Path) -> None:
        """Give an empty database (a connection of the driver, outside a transaction) these tables and indexes.

        ``plek`` is where it stands: what goes wrong is said of that.
        """
        self.zet_klaar(objecten)
        with self._slot, vertaal_fout(plek):
            self._leeg.backup(doel)

    def _maak(self, makers: tuple[str, ...]) -> None:
        leeg = in_geheugen(willekeurig())
        with closing(leeg.cursor()) as aanwijzer:
            aanwijzer.execute("BEGIN")
            for maker in makers:
                aanwijzer.execute(maker)
            aanwijzer.execute("COMMIT")
        self._leeg, self._makers = leeg, makers


def _makers(objecten: Sequence[Any]) -> Iterator[str]:
    """Tables first; what FTS5 makes by itself beside a virtual one is not made twice."""
    virtueel = [een.name for een in objecten if een.sql.upper().startswith("CREATE VIRTUAL")]
    schaduw = {naam + achter for naam in virtueel for achter in _SCHADUW}
    yield from (een.sql for een in objecten if een.type == "table" and een.name not in schaduw)
    yield from (een.sql for een in objecten if een.type == "index")
