"""Write resources/schema.txt: every table, index and trigger that the migrations make, with a print of each.

Run it after adding a migration; a test runs it and compares, so the file cannot fall behind.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from zvh_desktop.database.bestand.engine import open_engine
from zvh_desktop.database.bestand.migraties import migreer
from zvh_desktop.database.bestand.schema import SCHEMABESTAND, schema_van

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "resources" / SCHEMABESTAND
HEAD = "# Made by scripts/make_schema.py from the migrations; do not change it here.\n"


def contents() -> str:
    """The whole file, from a database that is migrated anew."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "leeg.sqlite"
        path.touch()
        engine = open_engine(path, bytes(32), nieuw=True)
        try:
            migreer(engine)
            with engine.connect() as connection:
                lines = sorted(f"{key} {mark}\n" for key, mark in schema_van(connection))
        finally:
            engine.dispose()
    return HEAD + "".join(lines)


if __name__ == "__main__":
    FILE.write_text(contents(), encoding="utf-8", newline="\n")
