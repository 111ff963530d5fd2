"""Numbers that lead to one person: BSN, telephone and e-mail address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zvh_desktop.models.keuzen.lekkeuzes import Leksoort
from zvh_desktop.services.lek.vondst import Vondst

_EINDE: Final = r"(?![\w]|[-.,/]\d| ?(?:euro|EUR)\b)"
_BEGIN: Final = r"(?:(?<![\w+])|(?<=\bbsn))(?<!\d[-.,/])(?<!€ )"
_NEGEN: Final = re.compile(rf"{_BEGIN}\d(?:[ .-]?\d){{7,8}}{_EINDE}", re.IGNORECASE)
_OVER_EEN_REGEL: Final = re.compile(rf"{_BEGIN}\d(?:(?:[ .-]| ?-?\n ?)?\d){{7,8}}{_EINDE}", re.IGNORECASE)
_BINNENIN: Final = re.compile(r"(?<!\d)\d{9}(?!\d)")
_NA_LANDNUMMER: Final = re.compile(r"(?:\+|\b00)\d{1,3}(?:[ .()/-]*\d){0,4}[ .()/-]*$")
_BSN_WOORD: Final = re.compile(r"(?:\bbsn|burger\s?service\s?n(?:umme)?r|\bsofi)[^\d\n]{0,24}$", re.IGNORECASE)
_DATUM: Final = r"(?!\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d)"
_ZAAKNUMMER: Final = re.compile(r"0[^6][-/.]\d{6}-\d\d|0\d/20\d\d/\d{4}")
"""Ten digits that begin with a nought as well: the number of a case at court, or of a letter."""
_OP_EEN_REGEL: Final = r"(?:\.|[ /-]{0,3})"
_RUIM: Final = r"[ ./\n-]{0,3}"
_TEL_EINDE: Final = r"(?!\d|[-/.](?!0[1-9])\d|(?: \d\d){2})"


def _tien_cijfers(tussen: str) -> str:
    """A nought and nine more, of which the first few may stand between brackets; or a country and nine."""
    return (
        rf"\(?(?:\+|00 ?)31\)?{tussen}(?:\(0\){tussen})?[1-9](?:{tussen}\d){{8}}{_TEL_EINDE}"
        rf"|\(?0[1-9](?:\)?(?:{tussen}\d){{8}}|\d\)?(?:{tussen}\d){{7}}|\d\d\)?(?:{tussen}\d){{6}}){_TEL_EINDE}"
    )


_TELEFOON: Final = re.compile(
    rf"(?:(?<![\w+.,/-])|(?<=\d{{6}}/)){_DATUM}(?:{_tien_cijfers(_OP_EEN_REGEL)}|0 [1-9](?: \d){{8}}(?! ?\d)"
    rf"|{_tien_cijfers(_RUIM)}|\+(?!31)\d{{1,3}}(?:[ .-]?\d){{7,11}}(?!\d))"
)
"""First without the end of a line or sentence in it: what stands behind that may begin with a digit as well."""
# No name in an address is longer (RFC 5321); without that bound a long run of letters is read over and over.
_EMAIL: Final = re.compile(r"[\w.+'-]{1,64} ?@ ?[\w-]+(?:(?: \. | ?\.)[\w-]+)+")
_PUNT: Final = r"(?:[(\[{](?:dot|punt)[)\]}]| (?:punt|dot) )"
_GEBOGEN_EMAIL: Final = re.compile(
    rf"[\w.+-]{{1,64}} ?(?:[(\[{{]a[t]?[)\]}}]| apen?staart(?:je)? ) ?[\w-]+(?: ?(?:\.|{_PUNT}) ?[\w-]+)+"
    rf"|[\w.+-]{{1,64}} at [\w-]+(?: ?{_PUNT} ?[\w-]+)+",
    re.IGNORECASE,
)


def bsns(tekst: str) -> Iterator[Vondst]:
    """What passes the elfproef, and whatever is called a BSN, also where it was mistyped.

    Eight digits are one with its nought left out; those count where the word stands before them. One line may end
    within it, and it may be the name in an e-mail address. What follows the number of a country is a telephone number.
    """
    gezien: set[tuple[int, int]] = set()
    for patroon in (_NEGEN, _OVER_EEN_REGEL) if "\n" in tekst else (_NEGEN,):
        plek = 0
        while gevonden := patroon.search(tekst, plek):
            waar = (gevonden.start(), gevonden.end())
            plek = waar[0] + 1  # a number before it may have taken the first digits
            if waar not in gezien and gevonden.group().count("\n") <= 1 and _is_bsn(tekst, gevonden):
                gezien.add(waar)
                plek = waar[1]
                yield Vondst(*waar, Leksoort.BSN)
    for adres in emailadressen(tekst):
        for binnenin in _BINNENIN.finditer(tekst, adres.begin, adres.eind):
            if voldoet_aan_elfproef(binnenin.group()):
                yield Vondst(binnenin.start(), binnenin.end(), Leksoort.BSN)


def _is_bsn(tekst: str, gevonden: re.Match[str]) -> bool:
    van = max(0, gevonden.start() - 48)
    if _BSN_WOORD.search(tekst, van, gevonden.start()) is not None:
        return True
    cijfers = _cijfers(gevonden.group())
    if len(cijfers) != 9 or not voldoet_aan_elfproef(cijfers):
        return False
    return _NA_LANDNUMMER.search(tekst, van, gevonden.start()) is None


def voldoet_aan_elfproef(cijfers: str) -> bool:
    """Whether these nine digits can be a BSN: 9a + 8b + ... + 2h - i is a multiple of eleven, and not all noughts."""
    if len(cijfers) != 9 or not int(cijfers):
        return False
    som = sum(int(cijfer) * (9 - plaats) for plaats, cijfer in enumerate(cijfers[:8])) - int(cijfers[8])
    return som % 11 == 0


def telefoonnummers(tekst: str) -> Iterator[Vondst]:
    """Dutch numbers of ten digits, and those with a country in front. Numbers of services (0800, 0900) are nobody's."""
    for gevonden in _TELEFOON.finditer(tekst):
        nummer = gevonden.group()
        cijfers = _cijfers(nummer)
        if nummer.count("\n") > 1 or _ZAAKNUMMER.fullmatch(nummer):
            continue
        if cijfers.startswith(("0800", "0900", "0906", "0909")):
            continue
        yield Vondst(gevonden.start(), gevonden.end(), Leksoort.TELEFOON)


def emailadressen(tekst: str) -> Iterator[Vondst]:
    """Also as people write them to keep them from machines: naam (at) voorbeeld punt nl."""
    patronen = (_EMAIL,) if "@" in tekst else ()
    kleine = tekst.lower()
    if any(merk in kleine for merk in ("at)", "at]", "at}", "(a)", "staart", " at ")):
        patronen = (*patronen, _GEBOGEN_EMAIL)
    for patroon in patronen:
        for gevonden in patroon.finditer(tekst):
            yield Vondst(gevonden.start(), gevonden.end(), Leksoort.EMAIL)


def _cijfers(tekst: str) -> str:
    return "".join(teken for teken in tekst if teken.isdecimal())
