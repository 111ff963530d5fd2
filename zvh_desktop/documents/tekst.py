"""Text as people typed it, made safe and drawable.

Nothing a user types may be read as mark-up, stop a document from being made, or vanish without a trace: a
character that the font lacks (an emoji) is drawn as an empty box.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from xml.sax.saxutils import escape

from zvh_desktop.documents.lettertype import Snit, breedte, registreer
from zvh_desktop.documents.schrift import begint_rechts, heeft_rtl, op_volgorde, verbind_arabisch

# Not in the font, so drawn as its "missing glyph" box, and read back from the PDF as this very character.
VERVANGTEKEN: Final = "\u25a1"
_SAMENGEVOEGD: Final = re.compile("\u200d[\ufe0e\ufe0f]?[^\\s]|[\U0001f3fb-\U0001f3ff]")
_REGELEINDE: Final = re.compile("\r\n|\r|\x0b|\x0c|\x1c|\x1d|\x1e|\x85|\u2028|\u2029")
_ONZICHTBAAR: Final = frozenset({"Cc", "Cf", "Mn", "Me", "Zl", "Zp"})
_STUK: Final = 3000


def schoon(tekst: str) -> str:
    """The same text without control characters, with newlines kept and missing glyphs replaced."""
    if tekst.isascii() and tekst.isprintable():
        return tekst
    tekenbaar = registreer()
    tekst = _REGELEINDE.sub("\n", unicodedata.normalize("NFC", tekst))
    if "\u200d" in tekst or not tekst.isascii():
        tekst = _SAMENGEVOEGD.sub("", tekst)
    vervang: dict[int, str] = {}
    for teken in set(tekst):
        punt = ord(teken)
        soort = unicodedata.category(teken)
        if teken == "\n":
            continue
        if teken == "\t":
            vervang[punt] = "    "
        elif soort in {"Cc", "Cf"} or (punt not in tekenbaar and soort in _ONZICHTBAAR):
            vervang[punt] = ""
        elif punt not in tekenbaar:
            vervang[punt] = " " if soort == "Zs" else VERVANGTEKEN
    tekst = tekst.translate(vervang)
    if heeft_rtl(tekst):
        tekst = verbind_arabisch(tekst, lambda vorm: ord(vorm) in tekenbaar)
    return tekst


def als_opmaak(tekst: str) -> str:
    """Cleaned text as reportlab mark-up: escaped, newlines as breaks, indentation kept."""
    return "<br/>".join(_met_inspringing(escape(regel)) for regel in tekst.split("\n"))


def _met_inspringing(regel: str) -> str:
    kaal = regel.lstrip(" ")
    return "\u00a0" * (len(regel) - len(kaal)) + kaal


def op_regel(tekst: str, ruimte: float, snit: Snit, grootte: float) -> str:
    """Cleaned text on one line in drawing order, shortened with an ellipsis when it does not fit."""
    regel = " ".join(schoon(tekst[:400]).split())
    if breedte(regel, snit, grootte) > ruimte:
        while regel and breedte(regel + "…", snit, grootte) > ruimte:
            regel = regel[:-1]
        regel = regel.rstrip() + "…"
    if heeft_rtl(regel):
        regel = op_volgorde(regel, rechts=begint_rechts(regel))
    return regel


def in_stukken(tekst: str) -> list[str]:
    """Cut long text where a paragraph may end, so that a page break never has to re-wrap all that follows.

    Cuts fall on a newline where one is near, else on a space, else (one endless word) anywhere.
    """
    stukken: list[str] = []
    begin = 0
    while len(tekst) - begin > _STUK:
        einde = begin + _STUK
        grens = tekst.rfind("\n", begin + 1, einde)
        if grens < 0:
            grens = tekst.rfind(" ", begin + 1, einde)
        if grens < 0:
            stukken.append(tekst[begin:einde])
            begin = einde
        else:
            stukken.append(tekst[begin:grens])
            begin = grens + 1
    stukken.append(tekst[begin:])
    return stukken


def breek_regels(tekst: str, ruimte: float, snit: Snit, grootte: float) -> list[str]:
    """Wrap cleaned text by hand in the order in which it is read; needed before lines are turned around."""
    regels: list[str] = []
    for alinea in tekst.split("\n"):
        regel = ""
        for woord in alinea.split(" "):
            proef = f"{regel} {woord}" if regel else woord
            if breedte(proef, snit, grootte) <= ruimte:
                regel = proef
                continue
            if regel:
                regels.append(regel)
            regel = woord
            while breedte(regel, snit, grootte) > ruimte and len(regel) > 1:
                past = len(regel)
                while past > 1 and breedte(regel[:past], snit, grootte) > ruimte:
                    past = past // 2 if breedte(regel[: past // 2], snit, grootte) > ruimte else past - 1
                regels.append(regel[:past])
                regel = regel[past:]
        regels.append(regel)
    return regels
