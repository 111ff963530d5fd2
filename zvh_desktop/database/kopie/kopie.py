"""One consistent copy of an open, encrypted database, possibly under another key.

In one step: copied page by page it never ends while someone writes, and a plain file copy was found broken half
the time. The rows are counted inside the same snapshot that is copied.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from sqlalchemy.engine.interfaces import DBAPIConnection

from zvh_desktop.database.bestand.bestanden import EIGEN_BESTAND, schrijf_nieuw, sync_bestand, sync_map
from zvh_desktop.database.bestand.engine import ruwe_verbinding, verlaat_wal
from zvh_desktop.database.bestand.paginas import verbindingsbevindingen
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.errors import KluisBeschadigd

BIJBESTANDEN = ("-wal", "-shm", "-journal")


def kopieer_database(bron: Path, bronsleutel: bytes, doel: Path, doelsleutel: bytes) -> None:
    """Copy, check and flush to disk. On any fault nothing of the copy stays behind."""
    with vertaal_fout(doel.parent):
        schrijf_nieuw(doel, b"")
        try:
            _kopieer(bron, bronsleutel, doel, doelsleutel)
            sync_bestand(doel)
            sync_map(doel.parent)
            doel.chmod(EIGEN_BESTAND)
        except BaseException:
            verwijder_database(doel)
            raise


def verwijder_database(pad: Path) -> None:
    """Remove a database file with its side files; what is held open elsewhere stays until the next start."""
    for bestand in (pad, *(pad.with_name(pad.name + achter) for achter in BIJBESTANDEN)):
        with contextlib.suppress(OSError):
            bestand.unlink(missing_ok=True)


def verwijder_bijbestanden(pad: Path) -> None:
    """What SQLite leaves beside a copy that was only read: at rest it needs nothing there."""
    for achter in BIJBESTANDEN:
        pad.with_name(pad.name + achter).unlink(missing_ok=True)


def _kopieer(bron: Path, bronsleutel: bytes, doel: Path, doelsleutel: bytes) -> None:
    with ruwe_verbinding(bron, bronsleutel) as van, ruwe_verbinding(doel, doelsleutel, nieuw=True) as naar:
        aanwijzer = van.cursor()
        aanwijzer.execute("BEGIN")
        verwacht = _tellingen(van)
        # Which of the two disks gave up is not said: the one that is written to is the one that can be full.
        with vertaal_fout(doel.parent):
            van.backup(naar)
        # The copy takes the journal of the original along; at rest it needs nothing beside it, wherever it stands.
        verlaat_wal(naar, "DELETE")
        aanwijzer.execute("ROLLBACK")
        if verbindingsbevindingen(naar) or _tellingen(naar) != verwacht:
            raise KluisBeschadigd(
                "De kopie van de database klopt niet met het origineel.",
                veilig="Het origineel is niet gewijzigd. De kopie is weer weggehaald.",
                advies="Laat de kluis controleren.",
            )


def _tellingen(verbinding: DBAPIConnection) -> dict[str, int]:
    aanwijzer = verbinding.cursor()
    namen = [
        rij[0]
        for rij in aanwijzer.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
    ]
    return {
        naam: aanwijzer.execute(f'SELECT count(*) FROM "{naam}"').fetchone()[0]  # noqa: S608
        for naam in namen
    }
