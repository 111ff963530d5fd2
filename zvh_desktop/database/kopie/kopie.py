"""One consistent copy of an open, encrypted database, possibly under another key.

Out of one snapshot, held by a transaction from before the first page: without that a copy in steps begins anew at each
change and never ends while someone writes, and a plain file copy was found broken half the time. So it can be told how
far it is, and stopped, while others go on working. The rows are counted inside the same snapshot.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

from sqlalchemy.engine.interfaces import DBAPIConnection

from zvh_desktop.database.bestand.bestanden import EIGEN_BESTAND, schrijf_nieuw, sync_bestand, sync_map
from zvh_desktop.database.bestand.engine import ruwe_verbinding, verlaat_wal
from zvh_desktop.database.bestand.paginas import stopbaar, verbindingsbevindingen
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.bestand.wissen import Voortgang
from zvh_desktop.errors import KluisBeschadigd

BIJBESTANDEN = ("-wal", "-shm", "-journal")
BLADEN_PER_STAP: Final = 2_000
"""Pages between two words about how far it is: some tenths of a second."""
ALLES_INEENS: Final = -1
NIEUWE_SLEUTEL: Final = "De kluis krijgt een nieuwe sleutel"


def kopieer_database(
    bron: Path,
    bronsleutel: bytes,
    doel: Path,
    doelsleutel: bytes,
    voortgang: Voortgang | None = None,
    *,
    zin: str = NIEUWE_SLEUTEL,
) -> None:
    """Copy, check and flush to disk. On any fault, or when ``voortgang`` raises, nothing of the copy stays behind."""
    with vertaal_fout(doel.parent):
        schrijf_nieuw(doel, b"")
        try:
            _kopieer(bron, bronsleutel, doel, doelsleutel, voortgang, zin)
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


def _kopieer(
    bron: Path, bronsleutel: bytes, doel: Path, doelsleutel: bytes, voortgang: Voortgang | None, zin: str
) -> None:
    with ruwe_verbinding(bron, bronsleutel) as van, ruwe_verbinding(doel, doelsleutel, nieuw=True) as naar:
        aanwijzer = van.cursor()
        aanwijzer.execute("BEGIN")
        verwacht = _tellingen(van)
        _schrijf_over(van, naar, doel.parent, voortgang, zin)
        # The copy takes the journal of the original along; at rest it needs nothing beside it, wherever it stands.
        verlaat_wal(naar, "DELETE")
        aanwijzer.execute("ROLLBACK")
        with stopbaar(naar, voortgang, "De nieuwe database wordt nagekeken"):
            klopt = not verbindingsbevindingen(naar) and _tellingen(naar) == verwacht
        if not klopt:
            raise KluisBeschadigd(
                "De kopie van de database klopt niet met het origineel.",
                veilig="Het origineel is niet gewijzigd. De kopie is weer weggehaald.",
                advies="Laat de kluis controleren.",
            )


def _schrijf_over(
    van: DBAPIConnection, naar: DBAPIConnection, plek: Path, voortgang: Voortgang | None, zin: str
) -> None:
    def stap(_status: int, over: int, totaal: int) -> None:
        if voortgang is not None:
            voortgang(totaal - over, totaal, zin)

    # Which of the two disks gave up is not said: the one that is written to is the one that can be full.
    with vertaal_fout(plek):
        van.backup(naar, pages=ALLES_INEENS if voortgang is None else BLADEN_PER_STAP, progress=stap)


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
