"""A slip of the finger in a name: one letter wrong, missing, doubled or changed places with the next one.

For finding what somebody meant when nothing was found, and never for saying that two names are the same: De Boer and
De Boe may well be two people. Whether a name may leave (``services/lek``) is decided by what stands there alone.
"""

from __future__ import annotations

from typing import Final

from zvh_desktop.models.tekst.naamvormen import losse_woorden
from zvh_desktop.models.vouwing import gevouwen

KORTSTE: Final = 5
"""A shorter word is one letter away from too many others."""
_KORTSTE_DEEL: Final = 3
"""What an index of trigrams can be asked for, the space in front of a word included."""
_MEESTE_LETTERS: Final = 24
"""A longer word is asked for by its first letters."""


def typewoorden(tekst: str) -> tuple[str, ...]:
    """The words of a text, in the form in which they are compared here."""
    return tuple(woord.upper() for woord in losse_woorden(gevouwen(tekst)))


def kan_fout(woord: str) -> bool:
    """Whether a slip is looked for in it: a name of enough letters, no number."""
    return len(woord) >= KORTSTE and woord.isalpha()


def een_letter_anders(een: str, ander: str) -> bool:
    """Whether these are not the same, but one slip apart."""
    if een == ander or abs(len(een) - len(ander)) > 1:
        return False
    kort, lang = sorted((een, ander), key=len)
    gelijk = next((plaats for plaats, (a, b) in enumerate(zip(kort, lang, strict=False)) if a != b), len(kort))
    if len(kort) < len(lang):
        return kort[gelijk:] == lang[gelijk + 1 :]
    verwisseld = kort[gelijk : gelijk + 2] == lang[gelijk : gelijk + 2][::-1]
    return kort[gelijk + 1 :] == lang[gelijk + 1 :] or (verwisseld and kort[gelijk + 2 :] == lang[gelijk + 2 :])


def foutdelen(woord: str) -> tuple[tuple[str, ...], ...]:
    """What certainly stands in every name that is one slip away: of one of these, every part has to be there.

    Parts are for an index of trigrams in which each word has a space in front of it. Where the slip leaves less than
    three letters in a row, the word with its letters changed places is asked for as a whole.
    """
    woord = woord[:_MEESTE_LETTERS]
    keuzes: dict[tuple[str, ...], None] = {}
    for plaats in range(len(woord)):
        delen = (f" {woord[:plaats]}", woord[plaats + 1 :])
        keuzes.setdefault(tuple(deel for deel in delen if len(deel) >= _KORTSTE_DEEL))
    for plaats in range(len(woord) - 1):
        keuzes.setdefault((f" {woord[:plaats]}{woord[plaats + 1]}{woord[plaats]}{woord[plaats + 2 :]}",))
    return tuple(keuze for keuze in keuzes if keuze)
