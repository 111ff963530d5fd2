"""What can be seen of a house that is closed. Apart from toegang.py, for the login that must be there at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from zvh_desktop.database.kluisbord import is_verbindingsbestand, lees_bord, lees_serverbord


@dataclass(frozen=True, slots=True)
class Serveraccount:
    """As which database account to come in. Without a password what was kept counts, or what ICT set up (pgpass)."""

    naam: str
    wachtwoord: str = field(default="", repr=False)
    onthoud: bool | None = False
    """Keep it in the key store of the operating system; else what was kept there is forgotten. None: leave it so."""


@dataclass(frozen=True, slots=True)
class Serverbewaring:
    """What this computer keeps of a database account: its name, and why nothing can be kept."""

    naam: str = ""
    bezwaar: str = ""


class KluisInfo(NamedTuple):
    """What can be seen of a house without opening it.

    ``server`` is where it is, of a house on a server; who may log in there is only known once one is inside.
    """

    naam: str
    oefen: bool
    gebruikers: tuple[str, ...]
    server: str = ""


def lees_kluisbord(map_: Path) -> KluisInfo:
    """What the login shows at once. Raises KluisNietGevonden, KluisVreemd, KluisBeschadigd."""
    if is_verbindingsbestand(map_):
        return KluisInfo(naam=map_.stem, oefen=False, gebruikers=(), server=lees_serverbord(map_))
    bord = lees_bord(map_)
    return KluisInfo(naam=map_.stem, oefen=bord.oefen, gebruikers=bord.gebruikersnamen)
