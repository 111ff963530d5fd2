"""The name plate of a vault: what the login shows before the modules that take the key file apart have been loaded.

It looks at those few fields alone, and judges nothing else: as soon as the rest is there the login asks kluiskop.py,
which validates the whole file; so does opening.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from zvh_desktop.database.sleutels.sleutelbytes import MAX_BYTES, beschadigd, lees_sleutelbytes, weiger_nieuwer


class Kluisbord(NamedTuple):
    """Who may log in, and whether it is a practice vault."""

    oefen: bool
    gebruikersnamen: tuple[str, ...]


def lees_bord(kluismap: Path) -> Kluisbord:
    """Raises KluisNietGevonden, KluisVreemd, KluisBeschadigd, as reading the whole file does."""
    gegevens = lees_sleutelbytes(kluismap)
    if len(gegevens) > MAX_BYTES:
        raise beschadigd()
    weiger_nieuwer(gegevens)
    try:
        waarde = json.loads(gegevens)
        oefen = waarde["register"]["oefen"]
        namen = [slot["certificaat"]["naam"] for slot in waarde["gebruikers"]]
    except (ValueError, TypeError, KeyError, RecursionError) as fout:
        raise beschadigd() from fout
    if not isinstance(oefen, bool) or not namen or not all(isinstance(naam, str) for naam in namen):
        raise beschadigd()
    return Kluisbord(oefen, tuple(sorted(namen, key=str.casefold)))
