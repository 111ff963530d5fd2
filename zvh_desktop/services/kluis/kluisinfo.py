"""What can be seen of a vault that is closed. Apart from toegang.py, for the login that must be there at once."""

from __future__ import annotations

from pathlib import Path

from zvh_desktop.database.kluiskop import lees_kop
from zvh_desktop.services.kluis.gegevens import KluisInfo


def lees_kluisinfo(map_: Path) -> KluisInfo:
    """What the login shows. Raises KluisNietGevonden, KluisVreemd, KluisBeschadigd."""
    kop = lees_kop(map_)
    return KluisInfo(naam=map_.stem, oefen=kop.oefen, gebruikers=kop.gebruikersnamen)
