"""Scripts that run from right to left, made ready for an engine that draws every character from the left.

Names in them occur in real files and have to be readable on paper. Arabic letters change form with their
neighbours; reportlab draws what it is given, so the forms are chosen here from Unicode's own tables.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Final

# The Rust function of the package itself leaves brackets unmirrored: "(a)" would be drawn as ")a(".
from bidi.algorithm import get_base_level, get_display  # type: ignore[import-untyped]

_RECHTS: Final = frozenset({"R", "AL", "AN"})
_VORMEN: Final = range(0xFE70, 0xFEFF)


def heeft_rtl(tekst: str) -> bool:
    """Whether any character runs from right to left."""
    return any(unicodedata.bidirectional(teken) in _RECHTS for teken in set(tekst))


def begint_rechts(tekst: str) -> bool:
    """Whether the first strong character makes this a right-to-left paragraph."""
    return bool(get_base_level(tekst) == 1)


def op_volgorde(regel: str, *, rechts: bool) -> str:
    """One line in the order in which it is drawn."""
    return str(get_display(regel, base_dir="R" if rechts else "L"))


@cache
def _arabische_vormen() -> dict[tuple[str, str], str]:
    vormen: dict[tuple[str, str], str] = {}
    for punt in _VORMEN:
        soort, _, basis = unicodedata.decomposition(chr(punt)).partition(" ")
        if soort.startswith("<") and basis and " " not in basis:
            vormen[(chr(int(basis, 16)), soort)] = chr(punt)
    return vormen


def verbind_arabisch(tekst: str, tekenbaar: Callable[[str], bool]) -> str:
    """Give each Arabic letter the form that fits its neighbours, where the font has that form."""
    vormen = _arabische_vormen()
    letters = [plek for plek, teken in enumerate(tekst) if not unicodedata.combining(teken)]
    uit = list(tekst)
    for index, plek in enumerate(letters):
        teken = tekst[plek]
        vorige = tekst[letters[index - 1]] if index else ""
        volgende = tekst[letters[index + 1]] if index + 1 < len(letters) else ""
        na_vorige = (vorige, "<initial>") in vormen and (teken, "<final>") in vormen
        voor_volgende = (teken, "<initial>") in vormen and (volgende, "<final>") in vormen
        soort = {
            (True, True): "<medial>",
            (True, False): "<final>",
            (False, True): "<initial>",
            (False, False): "<isolated>",
        }[(na_vorige, voor_volgende)]
        vorm = vormen.get((teken, soort))
        if vorm is not None and tekenbaar(vorm):
            uit[plek] = vorm
    return "".join(uit)
