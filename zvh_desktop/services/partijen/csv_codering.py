"""Which letters the bytes of a list stand for: nothing in a CSV file says so.

A spreadsheet of an older Mac or a program from MS-DOS writes other bytes for é and ë than Windows does. Read wrongly,
Zoë becomes Zo‘. So the readings are compared by what is likely in a list of names: an accented small letter inside a
word, not a sign or a capital. Who sees that it went wrong chooses the reading by hand.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import Final

from zvh_desktop.errors import InvoerOngeldig


class Codering(StrEnum):
    """The ways in which a list can have been written, as users may choose between them."""

    UTF_8 = "UTF-8"
    WINDOWS = "Windows-1252"
    MAC = "MacRoman (oudere Mac)"
    DOS = "MS-DOS 850"
    UNICODE = "Unicode-tekst (UTF-16)"


_CODEC: Final = {Codering.WINDOWS: "cp1252", Codering.MAC: "mac_roman", Codering.DOS: "cp850"}
_GEWICHT: Final = {
    **dict.fromkeys("ñôâäûîúàåøæœßłşğıãõòùìčšžćńýÿ", 1),
    **dict.fromkeys("êáóíÖÜËÈ", 2),
    **dict.fromkeys("çÉ", 3),
    **dict.fromkeys("éëïöüè", 4),
}
"""How often a letter stands in names here: the first are rare, the last are in every list."""
_OPENT, _SLUIT = "“‘„«", "”’»"
_APOSTROF: Final = frozenset("’‘´'")
_STREEP: Final = frozenset("–—")
_BEGIN: Final = 400
"""So much of a file tells whether every other byte of it is empty."""
_ZEKER: Final = 2
"""By so much a reading must be better than that of Windows before it is believed unasked."""


def ontcijfer(inhoud: bytes, gekozen: Codering | None = None) -> tuple[str, Codering, bool]:
    """The text, how it was read, and whether that is sure. Raises InvoerOngeldig."""
    twee_bytes = _tweebytes(inhoud)
    if gekozen is Codering.UNICODE or (gekozen is None and twee_bytes):
        try:
            if twee_bytes:
                return inhoud.decode(twee_bytes), Codering.UNICODE, True
        except UnicodeDecodeError as fout:
            raise _zo_niet(Codering.UNICODE) from fout
        raise _zo_niet(Codering.UNICODE)
    if gekozen is None or gekozen is Codering.UTF_8:
        try:
            return inhoud.decode("utf-8-sig"), Codering.UTF_8, True
        except UnicodeDecodeError:
            if gekozen is not None:
                raise _zo_niet(gekozen) from None
    lezingen = {een: _lees(inhoud, een) for een in _CODEC}
    if gekozen is not None:
        tekst = lezingen[gekozen]
        if tekst is None:
            raise _zo_niet(gekozen)
        return tekst, gekozen, True
    punten = {een: _punten(tekst) for een, tekst in lezingen.items() if tekst is not None}
    beste = max(punten, key=lambda een: punten[een])
    windows = punten.get(Codering.WINDOWS)
    if windows is not None and punten[beste] - windows < _ZEKER:
        beste = Codering.WINDOWS
    zeker = all(punten[beste] - ander >= _ZEKER for een, ander in punten.items() if een is not beste)
    return lezingen[beste] or "", beste, zeker


def _tweebytes(inhoud: bytes) -> str:
    """The codec of what a spreadsheet calls Unicode-tekst, also without its mark; empty when it is none."""
    if inhoud.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    begin = inhoud[:_BEGIN]
    for codec, leeg, vol in (("utf-16-le", begin[1::2], begin[::2]), ("utf-16-be", begin[::2], begin[1::2])):
        if leeg and leeg.count(0) > len(leeg) * 0.8 and not vol.count(0):
            return codec
    return ""


def _lees(inhoud: bytes, codering: Codering) -> str | None:
    try:
        return inhoud.decode(_CODEC[codering])
    except UnicodeDecodeError:
        return None


def _zo_niet(codering: Codering) -> InvoerOngeldig:
    return InvoerOngeldig("codering", f"Dit bestand kan niet worden gelezen als {codering.value}.")


def _punten(tekst: str) -> int:
    """How likely these letters are: each that is not ASCII is looked at with the ones beside it."""
    punten = 0
    for plaats, teken in enumerate(tekst):
        if teken.isascii():
            continue
        voor = tekst[plaats - 1] if plaats else " "
        na = tekst[plaats + 1] if plaats + 1 < len(tekst) else " "
        punten += _punt(voor, teken, na)
    return punten


def _punt(voor: str, teken: str, na: str) -> int:
    if teken in _APOSTROF:
        return 2 if na.isalpha() and (voor.isalpha() or not voor.isalnum()) else -2
    if teken in _STREEP or (teken in _OPENT and na.isalnum()) or (teken in _SLUIT and voor.isalnum()):
        return 2 if teken in _STREEP or not (voor.isalpha() and na.isalpha()) else -2
    if not teken.isalpha():
        in_woord = voor.isalpha() or na.isalpha()
        return -3 if in_woord or unicodedata.category(teken).startswith("C") else 0
    los = not voor.isalpha() and not na.isalpha()
    if los or (teken.isupper() and voor.islower()) or (na.isupper() and voor.islower()):
        return -2
    begint_klein = not voor.isalpha() and teken.islower() and teken != "é"
    return _GEWICHT.get(teken, int(teken.isupper())) - 2 * begint_klein
