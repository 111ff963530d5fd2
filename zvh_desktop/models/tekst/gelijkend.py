"""Names that a reader takes for one another: ``PoIitie`` with a capital i, ``Zorg 0`` with a zero, ``Amhem``.

Unlike twins (``models/vouwing.py``) such names may both be right, so nothing is refused here: whoever types one is
asked. A name is read in two ways. As it stands, where a capital i, a small l, a one and an upright line are one sign;
and as it was meant, where in a word of capitals each of these is an i.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Final

from zvh_desktop.models.vouwing import gevouwen

_STREEP: Final = frozenset("Il1|")
_ALS_EEN: Final = "|"
_SAMEN: Final = (("rn", "m"), ("vv", "w"))
_WOORD: Final = re.compile(r"\S+")
_HEET: Final = {
    "I": "een hoofdletter i",
    "l": "een kleine l",
    "1": "het cijfer 1",
    "|": "een rechte streep",
    "0": "het cijfer 0",
    "O": "een hoofdletter o",
    "o": "een kleine o",
}


def lijkt_op(naam: str, namen: Iterable[str]) -> str | None:
    """The first of these that a reader takes for this name although it is another; None when there is none."""
    vormen = _vormen(naam)
    return next((ander for ander in namen if ander != naam and not vormen.isdisjoint(_vormen(ander))), None)


def verschil_zin(naam: str, ander: str) -> str:
    """What makes them two names, in words; empty where the reader can see it."""
    if len(naam) == len(ander):
        for hier, daar in zip(naam, ander, strict=True):
            if hier.lower() != daar.lower() and hier in _HEET and daar in _HEET:
                return f"Hier staat {_HEET[hier]}, daar {_HEET[daar]}."
    for twee, een in _SAMEN:
        if (twee in naam.lower() and een in ander.lower()) or (twee in ander.lower() and een in naam.lower()):
            return f"De letters {' en '.join(twee)} naast elkaar lijken op een {een}."
    return ""


@functools.lru_cache(maxsize=4_096)
def _vormen(naam: str) -> frozenset[str]:
    """The ways in which this name is read."""
    return frozenset((_zoals_het_staat(naam), _WOORD.sub(_zoals_bedoeld, _netjes(naam))))


def _zoals_het_staat(naam: str) -> str:
    return _samen("".join(_ALS_EEN if teken in _STREEP else _los(teken) for teken in _netjes(naam)))


def _zoals_bedoeld(treffer: re.Match[str]) -> str:
    woord = treffer.group()
    rest = "".join(teken for teken in woord if teken not in "l1|0")
    hoofdletters = rest.isupper()
    return _samen("".join("i" if hoofdletters and teken in _STREEP else _los(teken) for teken in woord))


def _netjes(naam: str) -> str:
    return " ".join(naam.split())


def _los(teken: str) -> str:
    if teken == "0":
        return "o"
    return " " if teken.isspace() else gevouwen(teken)


def _samen(tekst: str) -> str:
    for twee, een in _SAMEN:
        tekst = tekst.replace(twee, een)
    return tekst
