"""Ways in which people type a name that they do not have before them: what is searched for, never what is the same.

``vouwing.gevouwen`` says which texts are equal. Who looks for a name also leaves out the space in El Khattabi and the
apostrophe in O'Neil, writes ü as ue, y for ij, or puts the last name first. Such forms are written in capitals behind
the folded text, in which no capital stands, so that they are only found by a question that is in capitals too.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from zvh_desktop.models.vouwing import gevouwen

Vraag = tuple[tuple[str, ...], ...]
"""Of each part, the forms of which one has to be there."""
SQL_LOS: Final = "losvorm"
"""The name of ``losvorm`` on every connection with the database."""
SQL_NAMEN: Final = "naamvormen"
"""The name of ``naamvormen`` there."""

_VOLUIT: Final = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa",
    }
)  # fmt: skip
_WOORD: Final = re.compile(r"[^\W_]+")
_MEESTE_WOORDEN: Final = 5
"""A question has no more words of one name than this run together."""
_KLANKEN: Final = tuple(
    (re.compile(patroon), klank)
    for patroon, klank in (
        (r"^al(?=.{4})", "el"),
        (r"^(?:y|dj)(?=[aeiou])", "j"),
        (r"sch|sh|sj", "s"),
        (r"ch|kh|gh", "g"),
        (r"ph", "f"),
        (r"th|dt", "t"),
        (r"ck|q|c(?![eiy])", "k"),
        (r"ks", "x"),
        (r"dj", "j"),
        (r"oe|ouw?|auw?", "u"),
        (r"ie", "i"),
        (r"ei|ey|y", "i"),
        (r"z", "s"),
        (r"v", "f"),
        (r"o", "u"),
        (r"ad$", "ed"),
        (r"d$", "t"),
        (r"(.)\1+", r"\1"),
    )
)
"""What sounds alike to who only heard the name, in the order in which it is taken: sch and sj, ou and oe, ei and ij."""
_KORTSTE_LOS: Final = 4
"""Fewer letters, over the space between two words, are found in names that nobody meant."""
_KORTSTE_KLANK: Final = 4
"""A word of fewer letters sounds like too many others."""


def lezingen(tekst: str) -> tuple[str, ...]:
    """The text as it is compared, and with its ä, ö and ü written out when it has them."""
    kaal = gevouwen(tekst)
    if tekst.isascii():
        return (kaal,)
    voluit = gevouwen(unicodedata.normalize("NFC", tekst).translate(_VOLUIT))
    return (kaal,) if voluit == kaal else (kaal, voluit)


def losvorm(tekst: str) -> str:
    """The folded text and, in capitals, the same without what stands between words: what a filter looks in."""
    los = (_los(lezing) for lezing in lezingen(tekst))
    return "\n".join((gevouwen(tekst), *dict.fromkeys(los)))


def naamvormen(namen: str) -> str:
    """What goes into the search index for these names, one a line: from each word on, as written and as heard."""
    vormen: dict[str, None] = {}
    for naam in namen.split("\n"):
        for lezing in lezingen(naam):
            woorden = _WOORD.findall(lezing)
            for plaats in range(len(woorden)):
                vanaf = woorden[plaats : plaats + _MEESTE_WOORDEN]
                vormen.setdefault(_los("".join(vanaf)))
                # a name as heard is a whole one: a word, or what a prefix makes with the word behind it
                for klank in (_klank(vanaf[0]), _klank("".join(vanaf[:2])) if len(vanaf[0]) < _KORTSTE_KLANK else ""):
                    if klank:
                        vormen.setdefault(klank)
    return "".join(f" {vorm}" for vorm in vormen) + " " if vormen else ""


def naamvragen(getypt: str) -> tuple[tuple[str, ...], ...]:
    """What to ask the index for this name: of one of these, every part has to be there."""
    vragen: dict[tuple[str, ...], None] = {}
    for lezing in lezingen(getypt):
        woorden = _WOORD.findall(lezing)
        if sum(map(len, woorden)) > 1:
            vragen.setdefault(tuple(f" {_los(woord)}" for woord in woorden))
            vragen.setdefault((f" {_los(''.join(woorden))}",))
    return tuple(vragen)


def klankvraag(getypt: str) -> tuple[str, ...]:
    """What to ask the index for names that sound like this; empty when it is too short to say."""
    woorden = _WOORD.findall(gevouwen(getypt))
    delen = tuple(f" {klank} " if (klank := _klank(woord)) else f" {_los(woord)}" for woord in woorden)
    return delen if any("~" in deel for deel in delen) else ()


def naamsleutels(naam: str) -> frozenset[str]:
    """Two names that share one of these may be the same, written by two people; never that they are."""
    sleutels = set()
    for lezing in lezingen(naam):
        woorden = [_los(woord) for woord in _WOORD.findall(lezing)]
        sleutels |= {"".join(woorden), " ".join(sorted(woorden))}
    return frozenset(sleutels - {""})


class Gezocht:
    """What was typed in a filter, to look for in texts as ``losvorm`` gives them."""

    def __init__(self, getypt: str) -> None:
        vragen: dict[Vraag, None] = {}
        for lezing in lezingen(getypt):
            vragen.setdefault(tuple((woord, *_ook_los(woord)) for woord in lezing.split()))
            if geheel := _ook_los(lezing):
                vragen.setdefault((geheel,))
        self.vragen = tuple(vragen) if getypt.strip() else ()

    def __bool__(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.vragen)

    def past(self, *vormen: str) -> bool:
        """Whether these texts together answer one of the questions; nothing typed is in everything."""
        return not self.vragen or any(
            all(any(een in vorm for een in keuze for vorm in vormen) for keuze in vraag) for vraag in self.vragen
        )


def bevat_delen(tekst: str, gezocht: str) -> bool:
    """Whether every part of what was typed is somewhere in this text, in any order; nothing typed is in everything."""
    return Gezocht(gezocht).past(losvorm(tekst))


def losse_woorden(lezing: str) -> tuple[str, ...]:
    """The words of a folded text, without the signs between them and with one spelling for ij and y."""
    return tuple(woord.replace("ij", "y") for woord in _WOORD.findall(lezing))


def _ook_los(woord: str) -> tuple[str, ...]:
    """The form that is found in names run together: not for a number, nor for so few letters that it is anywhere."""
    los = _los(woord)
    return (los,) if len(los) >= _KORTSTE_LOS and not los.isdecimal() else ()


def _los(lezing: str) -> str:
    return "".join(losse_woorden(lezing)).upper()


def _klank(woord: str) -> str:
    """How this word sounds, marked as that; empty when it is too short or is not written in our letters."""
    if len(woord) < _KORTSTE_KLANK or not (woord.isascii() and woord.isalpha()):
        return ""
    klank = woord.replace("ij", "y")
    for patroon, door in _KLANKEN:
        klank = patroon.sub(door, klank)
    return f"~{klank.upper()}"
