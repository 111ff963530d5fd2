"""The dialect of a server may be loaded in one thread while Alembic is in another: both begin at the same place."""

from __future__ import annotations

import subprocess
import sys

HEEL = "sqlalchemy.dialects.postgresql"
DEEL = f"{HEEL}.psycopg"
KIJKER = f"""
import sys

begonnen = []

class Kijker:
    @staticmethod
    def find_spec(naam, _pad=None, _doel=None):
        if naam == {HEEL!r}:
            frame = sys._getframe()
            while frame is not None:
                if frame.f_code.co_name == "_find_and_load":
                    begonnen.append(frame.f_locals["name"])
                frame = frame.f_back
        return None

sys.meta_path.insert(0, Kijker)
import zvh_desktop.database.motor.serverdialect
print(*begonnen)
"""


def test_het_geheel_begint_voor_een_deel_ervan() -> None:
    """Who begins at a part holds what the whole needs, and waits for the whole: Python then lets one of both fail."""
    gezegd = subprocess.run([sys.executable, "-c", KIJKER], capture_output=True, text=True, check=True)
    begonnen = gezegd.stdout.split()
    assert HEEL in begonnen
    assert DEEL not in begonnen
