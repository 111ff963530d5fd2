"""The sign & in a text that Qt reads as the mark of an underlined letter.

On buttons, tabs, menus and the labels of fields one & is a mark and disappears from view. A name or word of the house
may hold one as well, so whoever puts such a word in one of these texts doubles it first.
"""

from __future__ import annotations


def letterlijk(tekst: str) -> str:
    """A text without letters of its own, for a place where Qt looks for them: every & stays visible."""
    return tekst.replace("&", "&&")


def zonder_letter(tekst: str) -> str:
    """What is read on the screen: without the mark, and with every & that was meant."""
    return tekst.replace("&&", "\0").replace("&", "").replace("\0", "&")


class VrijeLetters:
    """Hands out the letters that a part of the screen has left, each once: words of a house begin with any letter."""

    def __init__(self, letters: str) -> None:
        self._over = set(letters.casefold())

    def merk(self, woord: str) -> str:
        """This word with its first letter that is free marked; without a mark when it has none."""
        for plaats, letter in enumerate(woord):
            if letter.casefold() in self._over:
                self._over.discard(letter.casefold())
                return f"{letterlijk(woord[:plaats])}&{letterlijk(woord[plaats:])}"
        return letterlijk(woord)
