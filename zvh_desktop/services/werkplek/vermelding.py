"""Whether a text names somebody or a casus, however it was typed.

A text that goes to a partij may hold no name of another casus. A name with another apostrophe or dash, without its
accents, over two lines, run together or with ue for ü is that name still. So both are compared as words in the folded
form, and a name as the letters of its words from the beginning of one word of the text to the end of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from zvh_desktop.models.tekst.naamvormen import lezingen, losse_woorden
from zvh_desktop.models.vouwing import gevouwen

_NUMMER = re.compile(r"(?<!\d)(\d{4})\s?[-/]\s?(\d{4,})(?!\d)")

_KORTSTE_GEDEELD = 6
"""A name of one short word is not looked for in two: 'Opal' is not meant by 'op al'."""


class Vermeldingen:
    """A text, made ready to look names up in."""

    def __init__(self, teksten: Iterable[str]) -> None:
        heel = "\n".join(teksten)
        self._tekst = gevouwen(heel)
        self._lezingen = tuple(_Woordenrij(losse_woorden(lezing)) for lezing in lezingen(heel))

    @property
    def leeg(self) -> bool:
        """Whether there is nothing to read."""
        return not self._tekst

    def noemt(self, naam: str) -> bool:
        """Whether the name stands in the text by itself, not inside another word."""
        gezocht = {losse_woorden(lezing) for lezing in lezingen(naam)} - {()}
        return any(rij.heeft(een) for een in gezocht for rij in self._lezingen)

    def casusnummers(self) -> frozenset[str]:
        """What has the form of a casusnummer, as casussen are numbered; also with a space, a slash or another dash."""
        return frozenset(f"{jaar}-{volg}" for jaar, volg in _NUMMER.findall(self._tekst))


class _Woordenrij:
    """Words run together, with where each begins: a name is one word or some in a row, however it is divided."""

    def __init__(self, woorden: Iterable[str]) -> None:
        rij = tuple(woorden)
        self._woorden = frozenset(rij)
        self._letters = "".join(rij)
        self._grenzen = {0}
        plaats = 0
        for woord in rij:
            plaats += len(woord)
            self._grenzen.add(plaats)

    def heeft(self, naam: tuple[str, ...]) -> bool:
        """Whether these words stand there, from the beginning of a word to the end of one."""
        if len(naam) == 1 and len(naam[0]) < _KORTSTE_GEDEELD:
            return naam[0] in self._woorden
        letters = "".join(naam)
        plaats = self._letters.find(letters)
        while plaats >= 0:
            if plaats in self._grenzen and plaats + len(letters) in self._grenzen:
                return True
            plaats = self._letters.find(letters, plaats + 1)
        return False
