"""Text as people typed it, made safe and drawable.

Nothing a user types may stop a document from being made, or vanish without a trace: a
character that the font lacks is drawn as another sign (a tick), or as an empty box (an emoji).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from zvh_desktop.documents.opmaak.lettertype import VERVANGTEKEN, Snit, breedte, registreer
from zvh_desktop.documents.opmaak.schrift import begint_rechts, heeft_rtl, op_volgorde, verbind_arabisch
from zvh_desktop.models.tekst.tekens import IN_PLAATS_VAN

_SAMENGEVOEGD: Final = re.compile("\u200d[\ufe0e\ufe0f]?[^\\s]|[\U0001f3fb-\U0001f3ff]")
_REGELEINDE: Final = re.compile("\r\n|\r|\x0b|\x0c|\x1c|\x1d|\x1e|\x85|\u2028|\u2029")
_ONZICHTBAAR: Final = frozenset({"Cc", "Cf", "Mn", "Me", "Zl", "Zp"})


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
        elif punt not in tekenbaar and teken in IN_PLAATS_VAN:
            vervang[punt] = IN_PLAATS_VAN[teken]
        elif punt not in tekenbaar:
            vervang[punt] = " " if soort == "Zs" else VERVANGTEKEN
    tekst = tekst.translate(vervang)
    if heeft_rtl(tekst):
        tekst = verbind_arabisch(tekst, lambda vorm: ord(vorm) in tekenbaar)
    return tekst


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
