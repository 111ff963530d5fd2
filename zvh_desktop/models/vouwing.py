"""One folded form of text, for every comparison: search, filters, sorting, twins, lists and names that do not belong.

What people type differs from what stands there in ways that make no other name: capitals, accents, the kind of
apostrophe, dash or space, letters that another keyboard lacks (ł, ı, ø), and letters of another alphabet that look the
same. The database has this function too, under ``SQL_NAAM``; what is stored stays as it was written.
"""

from __future__ import annotations

import unicodedata
from typing import Final

SQL_NAAM: Final = "vouw"
"""The name of this function, and of the order that goes with it, on every connection with the database."""

_LETTERS: Final = {
    "ł": "l", "ı": "i", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ŋ": "n", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
    "ð": "d", "ə": "e", "ĸ": "k", "ɨ": "i", "ʉ": "u", "ƶ": "z", "ɓ": "b", "ɗ": "d", "ɖ": "d", "ƙ": "k", "ǥ": "g",
}  # fmt: skip
_LIJKT_OP: Final = dict(
    zip(
        "авекмнорстухѕіјһԁԛԝαβεζηικμνορτυχς",
        "abekmhopctyxsijhdqwabezhikmnoptyxc",
        strict=True,
    )
)
"""Letters of the Cyrillic and Greek alphabets of which the small or the capital one looks like a Latin letter."""
_TEKENS: Final = {
    **dict.fromkeys("‘’‚‛′‵´`ʹʻʼʽʾʿˈˊˋ՚＇ꞌ᾽᾿῾‹›", "'"),
    **dict.fromkeys("“”„‟″«»＂ˮ", '"'),
    **dict.fromkeys("‐‑‒–—―⁃⁻−─﹘﹣－", "-"),
}
_LEEG: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and signs that show nothing, though Unicode does not call them invisible."""
_ASCII_ONZICHTBAAR: Final = dict.fromkeys(
    punt for punt in range(128) if not chr(punt).isprintable() and not chr(punt).isspace()
)
"""Signs that show nothing and leave no space either: they go."""
_VOORAAN: Final = "'\"-.,:;([{ "


def gevouwen(tekst: str) -> str:
    """The form in which texts are compared; two texts that a reader takes for the same give the same form."""
    if tekst.isascii():
        klein = tekst.lower().replace("`", "'").strip()
        if klein.isprintable() and "  " not in klein:  # nearly always, in lists of many thousands
            return klein
        return " ".join(klein.translate(_ASCII_ONZICHTBAAR).split())
    return " ".join(tekst.translate(_TABEL).split())


def sorteervorm(tekst: str) -> str:
    """The form in which texts are put in order: as folded, and a sign in front of the name does not count."""
    vorm = gevouwen(tekst)
    return vorm.lstrip(_VOORAAN) or vorm


def vergelijk(links: str, rechts: str) -> int:
    """The order of two texts, for a collation: negative, 0 or positive. Only the very same text is equal."""
    eerste, tweede = (sorteervorm(links), links), (sorteervorm(rechts), rechts)
    return (eerste > tweede) - (eerste < tweede)


def met_plaatsen(tekst: str) -> tuple[str, list[int]]:
    """The folded letters with, of each, its place in the text; white space stays as long as it was."""
    letters: list[str] = []
    plaatsen: list[int] = []
    for plaats, teken in enumerate(tekst):
        los = teken.translate(_TABEL)
        letters.append(los)
        plaatsen.extend([plaats] * len(los))
    return "".join(letters), plaatsen


def is_onzichtbaar(teken: str) -> bool:
    """Whether nothing is seen of this sign: it joins, breaks, turns or fills, and makes two names look the same."""
    punt = ord(teken)
    if teken in _LEEG or 0xFE00 <= punt <= 0xFE0F or 0xE0000 <= punt <= 0xE0FFF:
        return True
    return unicodedata.category(teken) == "Cf"


def _vouw_teken(teken: str) -> str:
    if teken in _TEKENS:
        return _TEKENS[teken]
    if teken.isspace():
        return " "
    if is_onzichtbaar(teken) or unicodedata.category(teken) == "Cc":
        return ""
    los = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", teken).casefold())
    return "".join(_vouw_deel(deel) for deel in los)


def _vouw_deel(deel: str) -> str:
    if unicodedata.category(deel) in ("Mn", "Me"):
        return ""
    return _LETTERS.get(deel) or _LIJKT_OP.get(deel) or _TEKENS.get(deel) or deel


class _Vouwtabel(dict[int, str]):
    """Each sign is worked out once, when it is first met."""

    def __missing__(self, punt: int) -> str:
        self[punt] = uitkomst = _vouw_teken(chr(punt))
        return uitkomst


_TABEL: Final = _Vouwtabel()
