"""The name plate of a vault: what the login shows before the modules that take the key file apart have been loaded.

It looks at those few fields alone, and judges nothing else: as soon as the rest is there the login asks kluiskop.py,
which validates the whole file; so does opening.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final, NamedTuple

from zvh_desktop.database.sleutels.sleutelbytes import MAX_BYTES, beschadigd, lees_sleutelbytes, weiger_nieuwer
from zvh_desktop.errors import KluisBeschadigd, KluisNietGevonden

ACHTERVOEGSEL: Final = ".team"


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


def is_verbindingsbestand(plaats: Path) -> bool:
    """Whether this is where a house on a server is told of, and not the folder of a vault."""
    return plaats.suffix.casefold() == ACHTERVOEGSEL and not plaats.is_dir()


def lees_serverbord(pad: Path) -> str:
    """Where the house of this connection file is. Raises KluisNietGevonden, KluisBeschadigd."""
    try:
        with pad.open("rb") as bestand:
            waarde = json.loads(bestand.read(MAX_BYTES))
        server, database = waarde["server"], waarde["database"]
    except OSError as fout:
        raise KluisNietGevonden(
            "Het verbindingsbestand is niet te lezen.", advies="Kijk of de naam klopt en of u erbij mag."
        ) from fout
    except (ValueError, TypeError, KeyError, RecursionError) as fout:
        raise geen_verbindingsbestand() from fout
    if not isinstance(server, str) or not isinstance(database, str):
        raise geen_verbindingsbestand()
    return f"{database} op {server}"


def geen_verbindingsbestand() -> KluisBeschadigd:
    """Said of a file that is no connection file, or was changed."""
    return KluisBeschadigd(
        "Dit is geen verbindingsbestand, of het is gewijzigd.",
        veilig="Er is niets gewijzigd.",
        advies="Gebruik het bestand dat bij het inrichten van de server is gemaakt.",
    )
