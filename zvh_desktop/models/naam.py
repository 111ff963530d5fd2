"""Names as they may be stored: one form, nothing that cannot be seen, and no letters of two alphabets in a word.

Two partijen, accounts or people whose names look the same must be the same. So what makes a difference that no reader
sees is refused where a name comes in: typed, imported or read from a house profile. A name in another alphabet is a
name like any other; who means letters of two alphabets in one word puts a hyphen or a space between them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.vouwing import is_onzichtbaar

_WOORD: Final = re.compile(r"[^\W\d_]+(?:['’‘ʼ\u0300-\u036f]+[^\W\d_]+)*")
_BESTURING: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
_BENOEMD: Final = {
    "\u00ad": "een zacht afbreekstreepje",
    "\u200b": "een spatie zonder breedte",
    "\ufeff": "een merkteken van een bestand",
}
_SCHRIFTEN: Final = {
    "LATIN": "het Latijnse", "CYRILLIC": "het Cyrillische", "GREEK": "het Griekse", "ARABIC": "het Arabische",
    "HEBREW": "het Hebreeuwse", "ARMENIAN": "het Armeense", "GEORGIAN": "het Georgische", "CJK": "het Chinese",
    "CHEROKEE": "het Cherokese", "COPTIC": "het Koptische", "DEVANAGARI": "het Devanagari",
}  # fmt: skip
_SAMEN: Final = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "HANGUL": "CJK", "BOPOMOFO": "CJK"}
"""What is written mixed as a matter of course."""
_PLAATJES: Final = frozenset("\u200d\ufe0e\ufe0f")
_GEEN_SCHRIFT: Final = frozenset({"MODIFIER", "FEMININE", "MASCULINE"})
"""First words of the names of letters that belong to no alphabet: an apostrophe as a letter, ª and º."""


def eis_naam(veld: str, waarde: str) -> str:
    """The one form in which a name is stored: composed letters, single spaces. Raises InvoerOngeldig.

    Control characters fall away: they come along with a paste, and no two stored names can differ by them.
    """
    heel = unicodedata.normalize("NFC", waarde)
    netjes = " ".join(_BESTURING.sub("", " ".join(heel.split())).split())
    bezwaar = bezwaar_tegen_naam(netjes)
    if bezwaar:
        raise InvoerOngeldig(veld, bezwaar[0], advies=bezwaar[1])
    return netjes


def bezwaar_tegen_naam(naam: str) -> tuple[str, str] | None:
    """What is wrong with this name, and what can be done; None when it reads as it is."""
    for plaats, teken in enumerate(naam):
        if is_onzichtbaar(teken) and not _in_plaatje(naam, plaats):
            soort = _BENOEMD.get(teken, "een teken dat u niet ziet")
            return (
                f"In deze naam staat {soort}, {_waar(naam, plaats)}. Zo lijken twee namen gelijk die het niet zijn.",
                "Typ de naam opnieuw in plaats van hem te plakken.",
            )
    for woord in _WOORD.findall(naam):
        schriften = schriften_van(woord)
        if len(schriften) > 1:
            eerste, tweede = (_SCHRIFTEN.get(schrift, "een ander") for schrift in schriften[:2])
            return (
                f'In "{woord}" staan letters uit {eerste} en uit {tweede} alfabet door elkaar. Zo lijken twee namen '
                "gelijk die het niet zijn.",
                "Typ dit woord opnieuw. Hoort het zo, zet dan een streepje tussen de twee.",
            )
    return None


def schriften_van(woord: str) -> tuple[str, ...]:
    """The alphabets of the letters in this word, in the order in which they come."""
    gezien: dict[str, None] = {}
    for letter in woord:
        if not unicodedata.category(letter).startswith("L"):
            continue
        naam = unicodedata.name(letter, "").split(" ")
        delen = [deel for deel in naam if deel in _SCHRIFTEN or deel in _SAMEN]
        schrift = delen[0] if delen else naam[0]
        if schrift not in _GEEN_SCHRIFT:
            gezien.setdefault(_SAMEN.get(schrift, schrift))
    return tuple(gezien)


def _in_plaatje(naam: str, plaats: int) -> bool:
    """Whether this sign joins or colours pictures, which does show."""
    ervoor = next((teken for teken in reversed(naam[:plaats]) if not is_onzichtbaar(teken)), "")
    return naam[plaats] in _PLAATJES and bool(ervoor) and unicodedata.category(ervoor) in ("So", "Sk")


def _waar(naam: str, plaats: int) -> str:
    ervoor = "".join(teken for teken in naam[:plaats] if not is_onzichtbaar(teken))
    return f'na "{ervoor[-20:]}"' if ervoor else "vooraan"
