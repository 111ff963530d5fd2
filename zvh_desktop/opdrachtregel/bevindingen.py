"""What is wrong with a house profile, one finding on a line."""

from __future__ import annotations

from pathlib import Path

from zvh_desktop.errors import ProfielOngeldig
from zvh_desktop.opdrachtregel.uitvoer import zeg, zeg_fout


def meld_bevindingen(bestand: Path, fout: ProfielOngeldig) -> int:
    """Name each finding with the file in front of it; returns how the command ends."""
    for bevinding in fout.bevindingen:
        zeg(f"{bestand.name}: {bevinding}")
    aantal = len(fout.bevindingen)
    zeg_fout(f"Het huisprofiel is niet te gebruiken: {aantal} {'fout' if aantal == 1 else 'fouten'} gevonden.")
    return 1
