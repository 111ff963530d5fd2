"""What can be seen of a vault that is closed. Apart from toegang.py, for the login that must be there at once."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from zvh_desktop.database.kluisbord import lees_bord


class KluisInfo(NamedTuple):
    """What can be seen of a vault without opening it."""

    naam: str
    oefen: bool
    gebruikers: tuple[str, ...]


def lees_kluisbord(map_: Path) -> KluisInfo:
    """What the login shows at once. Raises KluisNietGevonden, KluisVreemd, KluisBeschadigd."""
    bord = lees_bord(map_)
    return KluisInfo(naam=map_.stem, oefen=bord.oefen, gebruikers=bord.gebruikersnamen)
