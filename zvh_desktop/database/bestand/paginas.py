"""Whether the pages of an encrypted database are whole, and what they refer to is there."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine.interfaces import DBAPIConnection

from zvh_desktop.database.bestand.engine import ruwe_verbinding
from zvh_desktop.errors import KluisFout


def paginabevindingen(pad: Path, sleutel: bytes, *, alleen_lezen: bool = False) -> tuple[str, ...]:
    """Look every page over, on a connection of its own: one bad page spoils the connection that met it."""
    try:
        with ruwe_verbinding(pad, sleutel, alleen_lezen=alleen_lezen) as verbinding:
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
