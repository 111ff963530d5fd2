"""Which parts of a text are words that can be spelled, and which are not: numbers, addresses, names.

A word with a capital in the middle of a sentence is taken for a name. Names of people stand in nearly every text here,
and no dictionary has them: a line under each would teach people not to look at the lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from zvh_desktop.models.vouwing import gevouwen

LANGSTE_WOORD: Final = 60
"""Longer is no word of Dutch but something pasted, and would only cost time."""
_DEEL: Final = re.compile(r"\S+")
_GEEN_TAAL: Final = re.compile(r"\d|@|://|^www\.|[\\/_]", re.IGNORECASE)
_LETTER: Final = r"[^\W\d_][\u0300-\u036f\xad\u200c]*"
"""A letter with what stands on it or hides in it: pasted text has its accents apart, and marks where it may break."""
_VERBORGEN: Final = str.maketrans("", "", "\xad\u200c")
_WOORD: Final = re.compile(rf"(?:['’](?=[stnmr](?![^\W\d_])))?(?:{_LETTER})+(?:['’‑-](?:{_LETTER})+)*")
_DELEN_VAN_NAAM: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""Each part of 'Verzonnen-Bedacht (roepnaam Mandarijn)' is a name."""
_EINDE_ZIN: Final = re.compile(r"(?:^|[.!?:;•…\-–—]\s*|\n\s*|[\"“„(\[]\s*)$")
_AFKORTING: Final = 6


@dataclass(frozen=True, slots=True)
class Spelwoord:
    """A word to look up. ``begin`` counts in characters from the start of the text; ``woord`` has straight quotes."""

    begin: int
    lengte: int
    woord: str

    @property
    def einde(self) -> int:
        """The place just after it."""
        return self.begin + self.lengte


def recht(woord: str) -> str:
    """As a dictionary has it: one form of the apostrophe, the hyphen and an accent, and nothing hidden."""
    los = woord if woord.isascii() else unicodedata.normalize("NFC", woord.translate(_VERBORGEN))
    return los.replace("’", "'").replace("‑", "-")


def naamdelen(namen: Iterable[str]) -> frozenset[str]:
    """Every name in these names of people, folded."""
    return frozenset(gevouwen(deel) for naam in namen for deel in _DELEN_VAN_NAAM.findall(naam))


def is_van_namen(woord: str, namen: frozenset[str]) -> bool:
    """Whether this word is nothing but names of these (``naamdelen``), joined ('Verzonnen-Bedacht') or with an 's."""
    delen = naamdelen((recht(woord).removesuffix("'s"),))
    return bool(delen) and delen <= namen


def spelwoorden(tekst: str) -> Iterator[Spelwoord]:
    """The words of this text that can be looked up, from the beginning to the end."""
    for deel in _DEEL.finditer(tekst):
        if _GEEN_TAAL.search(deel[0]):
            continue
        for treffer in _WOORD.finditer(deel[0]):
            begin = deel.start() + treffer.start()
            woord = recht(treffer[0])
            if _is_te_spellen(woord, tekst, begin):
                yield Spelwoord(begin, len(treffer[0]), woord)


def _is_te_spellen(woord: str, tekst: str, begin: int) -> bool:
    if len(woord) < 2 or len(woord) > LANGSTE_WOORD or any(map(str.isdigit, woord)):  # a ² passes for a letter
        return False
    if woord == woord.lower():
        return True
    return not (woord.isupper() and len(woord) <= _AFKORTING) and _begint_zin(tekst, begin)


def _begint_zin(tekst: str, begin: int) -> bool:
    return _EINDE_ZIN.search(tekst[max(0, begin - 4) : begin]) is not None if begin else True
