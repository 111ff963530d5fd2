"""Whether a text names somebody or a casus, however it was typed.

A text that goes to a partij may hold no name of another casus. A name with another apostrophe or dash, without its
accents, over two lines or with a no-break space is that name still, so both are compared as words in the folded form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from zvh_desktop.models.vouwing import gevouwen

_NUMMER = re.compile(r"(?<!\d)(\d{4})\s?[-/]\s?(\d{4,})(?!\d)")
_GEEN_LETTER = re.compile(r"[\W_]+")


class Vermeldingen:
    """A text, made ready to look names up in."""

    def __init__(self, teksten: Iterable[str]) -> None:
        self._tekst = gevouwen("\n".join(teksten))
        self._woorden = _als_woorden(self._tekst)

    @property
    def leeg(self) -> bool:
        """Whether there is nothing to read."""
        return not self._tekst

    def noemt(self, naam: str) -> bool:
        """Whether the name stands in the text by itself, not inside another word."""
        woorden = _als_woorden(gevouwen(naam))
        return woorden != "  " and woorden in self._woorden

    def casusnummers(self) -> frozenset[str]:
        """What has the form of a casusnummer, as casussen are numbered; also with a space, a slash or another dash."""
        return frozenset(f"{jaar}-{volg}" for jaar, volg in _NUMMER.findall(self._tekst))


def _als_woorden(vorm: str) -> str:
    """Words with one space around each: neither a sign nor the end of a line makes another name."""
    return f" {_GEEN_LETTER.sub(' ', vorm).strip()} "
