"""Signs that the font of the documents does not have, and what is printed instead of them.

A tick and a cross that were both drawn as one and the same box said nothing any more; so each gets a sign that the
font has, and whoever types one is told. What has no other sign is still drawn as an empty box.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

IN_PLAATS_VAN: Final[Mapping[str, str]] = {
    "☑": "[√]", "☒": "[×]", "☐": "[ ]", "✔": "√", "✓": "√", "✅": "√",
    "✗": "×", "✘": "×", "✕": "×", "✖": "×", "❌": "×", "❎": "×",
    "▪": "•", "■": "•", "◼": "•", "◾": "•", "◦": "·", "○": "·", "▫": "·",
    "‣": "►", "➢": "►", "➤": "►", "➔": "→",
    "⁃": "–", "★": "*", "☆": "*", "❖": "•", "◆": "•", "◇": "·", "⚠": "!", "❗": "!", "❓": "?",
}  # fmt: skip
"""What is drawn for a sign; every value is in the font (a test looks)."""
_GEEN_LETTER: Final = ("So", "Sk", "Co", "Cn")


def zonder_eigen_teken(tekst: str) -> tuple[str, ...]:
    """The signs in this text that are printed otherwise, or as a box: each once, in order."""
    if tekst.isascii():
        return ()
    return tuple(dict.fromkeys(teken for teken in tekst if teken in IN_PLAATS_VAN or _is_plaatje(teken)))


def teken_zin(tekst: str) -> str:
    """What the writer is told of them; empty when every sign can be printed."""
    gevonden = zonder_eigen_teken(tekst)
    if not gevonden:
        return ""
    anders = [f"{teken} wordt {IN_PLAATS_VAN[teken]}" for teken in gevonden if teken in IN_PLAATS_VAN]
    niet = [teken for teken in gevonden if teken not in IN_PLAATS_VAN]
    delen = [", ".join(anders)] if anders else []
    delen += [f"{' '.join(niet)} wordt een leeg vakje"] if niet else []
    return f"In documenten komt er iets anders te staan: {'; '.join(delen)}."


def _is_plaatje(teken: str) -> bool:
    """An emoji or a drawing of another kind; an accent, a letter and a sign such as € or → is none."""
    punt = ord(teken)
    return (punt > 0xFFFF and unicodedata.category(teken) in _GEEN_LETTER) or 0x2600 <= punt <= 0x27BF
