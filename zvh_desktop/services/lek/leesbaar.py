"""A text as the finder reads it: without signs that nobody sees, with one kind of dash, space and digit.

Capitals stay, for they say whether a word is a name. Each letter knows where it stands in the text as it was typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from zvh_desktop.models.vouwing import is_onzichtbaar

_STREEPJES: Final = frozenset("‐‑‒–—―⁃⁻−─﹘﹣－")
_APOSTROFS: Final = frozenset("‘’‚‛′‵´`ʹʻʼʽ＇")


class _Tekens(dict[int, str]):
    """Each sign is worked out once, when it is first met."""

    def __missing__(self, punt: int) -> str:
        self[punt] = uit = _teken(chr(punt))
        return uit


class Leesbaar:
    """The letters to look in, and where each stands."""

    __slots__ = ("_plaatsen", "letters")

    def __init__(self, tekst: str) -> None:
        self._plaatsen: Sequence[int] = ()
        self.letters = tekst if tekst.isascii() else tekst.translate(_TABEL)
        if len(self.letters) != len(tekst):
            self._plaatsen = [plaats for plaats, teken in enumerate(tekst) if _TABEL[ord(teken)]]

    def plek(self, begin: int, eind: int) -> tuple[int, int]:
        """From the letters to the text as it was typed."""
        if not self._plaatsen:
            return begin, eind
        return self._plaatsen[begin], self._plaatsen[eind - 1] + 1


def _teken(teken: str) -> str:
    """One sign for one, or none: places are kept by that."""
    if teken in _STREEPJES:
        return "-"
    if teken in _APOSTROFS:
        return "'"
    if teken == "\N{FULLWIDTH COMMERCIAL AT}":
        return "@"
    if teken.isspace():
        return teken if teken == "\n" else " "
    if teken.isdecimal():
        return str(int(teken))
    return "" if is_onzichtbaar(teken) else teken


_TABEL: Final = _Tekens()
