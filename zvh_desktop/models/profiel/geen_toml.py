"""Say in plain words what is wrong with a text that is no TOML, for the mistakes that an editor makes by itself."""

from __future__ import annotations

import re
from typing import Final

_KRULLEN: Final = "“”„‟‘’‚«»"
_TEKST: Final = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#.*')


def geen_toml(tekst: str, plaats: str) -> tuple[str, str]:
    """What was found and what is expected instead, at 'regel 3, kolom 7' or at the end of the file."""
    lijnen = tekst.splitlines()
    nummer = int(gevonden[1]) if (gevonden := re.search(r"regel (\d+)", plaats)) else len(lijnen)
    if krullen := [teken for teken in _KRULLEN if teken in _zonder_teksten(_lijn(lijnen, nummer))]:
        verwacht = 'rechte aanhalingstekens: "tekst". Een tekstverwerker maakt ze vaak krom'
        return f"het aanhalingsteken {krullen[0]}", verwacht
    for terug in range(nummer, max(0, nummer - 12), -1):
        kaal = _zonder_teksten(_lijn(lijnen, terug))
        if kaal.count("{") > kaal.count("}"):
            return f"een tabel die op regel {terug} begint en daar niet eindigt", "een tabel tussen { en } op een regel"
    return "iets dat geen TOML is", "geldige TOML"


def _lijn(lijnen: list[str], nummer: int) -> str:
    return lijnen[nummer - 1] if 0 < nummer <= len(lijnen) else ""


def _zonder_teksten(lijn: str) -> str:
    """A line without its texts and its comment: what stands between straight quotes may hold any sign."""
    return _TEKST.sub("", lijn)
