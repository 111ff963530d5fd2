"""Whether the pages of an encrypted database are whole, and what they refer to is there."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.engine.interfaces import DBAPIConnection

from zvh_desktop.database.bestand.engine import ruwe_verbinding
from zvh_desktop.database.bestand.wissen import Voortgang
from zvh_desktop.errors import KluisFout

STAPPEN: Final = 1_000
"""Steps of the engine between two looks whether something is to be said."""
TUSSENPOOS: Final = 0.1
"""Seconds between two words that it is busy."""


def paginabevindingen(
    pad: Path, sleutel: bytes, *, alleen_lezen: bool = False, voortgang: Voortgang | None = None, zin: str = ""
) -> tuple[str, ...]:
    """Look every page over, on a connection of its own: one bad page spoils the connection that met it.

    ``voortgang`` is told ``zin`` as long as it lasts; what that raises ends it.
    """
    try:
        with (
            ruwe_verbinding(pad, sleutel, alleen_lezen=alleen_lezen) as verbinding,
            stopbaar(verbinding, voortgang, zin),
        ):
            return verbindingsbevindingen(verbinding)
    except KluisFout as fout:
        return (fout.gebeurd,)


def verbindingsbevindingen(verbinding: DBAPIConnection) -> tuple[str, ...]:
    """Both checks: the first finds changed bytes, the second missing pages; neither finds everything alone."""
    aanwijzer = verbinding.cursor()
    versleuteling = aanwijzer.execute("PRAGMA cipher_integrity_check").fetchall()
    if versleuteling:
        return (f"Het databasebestand is beschadigd of gewijzigd op {len(versleuteling)} plaats(en).",)
    opbouw = [rij[0] for rij in aanwijzer.execute("PRAGMA integrity_check(10)").fetchall()]
    if opbouw != ["ok"]:
        return ("De opbouw van de database klopt niet: er ontbreekt iets of er is iets beschadigd.",)
    verwijzingen = aanwijzer.execute("PRAGMA foreign_key_check").fetchall()
    if verwijzingen:
        return (f"Er zijn {len(verwijzingen)} verwijzingen naar gegevens die er niet zijn.",)
    return ()


@contextmanager
def stopbaar(verbinding: DBAPIConnection, voortgang: Voortgang | None, zin: str) -> Iterator[None]:
    """As long as a statement of this connection lasts ``voortgang`` is told so now and then; what it raises ends that.

    One statement does not end in the middle of a page: the check of the encryption goes on to its end, a second or so
    for each few hundred MB.
    """
    if voortgang is None:
        yield
        return
    geweigerd: list[BaseException] = []
    laatst = time.monotonic()
    voortgang(0, 0, zin)

    def tussendoor() -> int:
        nonlocal laatst
        if time.monotonic() - laatst < TUSSENPOOS:
            return 0
        laatst = time.monotonic()
        try:
            voortgang(0, 0, zin)
        except BaseException as fout:  # noqa: BLE001  through the engine nothing comes but that it was interrupted
            geweigerd.append(fout)
        return len(geweigerd)

    verbinding.set_progress_handler(tussendoor, STAPPEN)
    try:
        yield
    except Exception:
        if geweigerd:
            raise geweigerd[0] from None
        raise
    finally:
        verbinding.set_progress_handler(None, 0)
