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
