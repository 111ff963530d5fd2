"""Where somebody lives: a street with a number, and a postcode."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zvh_desktop.models.keuzen.lekkeuzes import Leksoort
from zvh_desktop.services.lek.vondst import Vondst

_POSTCODE: Final = re.compile(r"(?<![\w-])([1-9]\d{3})( ?)(?!SA|SD|SS)([A-Z]{2}|[a-z]{2})(?![\w])")
_NUMMER: Final = re.compile(r"(?<![\w.,:/€%-])\d{1,5}(?!\w*[.,:]?\d|/\d+[/-]|/\d{3}|-\d+-)")
_TOEVOEGING: Final = re.compile(r" ?(?:[-/]? ?(?:bis|hs|[IVX]{1,4}|\d{1,2})|[a-zA-Z])(?![\w.])")
_PLAATS: Final = re.compile(
    r" {1,2}(?:'s-)?[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)*(?: (?:aan|op|bij) (?:den |de |het )?[A-Z][^\W\d_]+)?"
)
_IN_PLAATS: Final = re.compile(
    r"(?:, (?:\d{1,2}e|eerste|tweede|derde) (?:etage|verdieping)\b| toevoeging \w{1,4}\b| huis\b)?"
    r"(?:,| te| in| \(|(?= [A-Z]))(?: ?(?!(?:Dr|Mr|Ir|Mw|Dhr|Mevr|Prof|De|Het|Een)\b)[A-Z][^\W\d_]{2,}\b\)?)"
    r"|(?:, (?:\d{1,2}e|eerste|tweede|derde) (?:etage|verdieping)\b| toevoeging \w{1,4}\b| huis\b)"
)
"""What says more of it: the floor, the place."""
_MAAT: Final = re.compile(
    r"\s*(?:%|€|°|(?:keer|maal|x|uur|uren|u|minuten|dag|dagen|week|weken|maand|maanden|jaar|jaren|euro|km|meter|man|"
    r"personen|mensen|kinderen|partijen|casussen|acties|punten|gesprekken|meldingen|bezoeken|leerlingen|januari|"
    r"februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b)",
    re.IGNORECASE,
)
_VAST: Final = "straat|laan|gracht|singel|kade|steeg|plantsoen|dreef|hofje|boulevard"
"""Endings that are a street with a small letter as well."""
_KLEIN: Final = (*_VAST.split("|"), "nummer", "nr", "nr.", "no.", "postbus")
_LOS: Final = (
    "weg|plein|dijk|hof|pad|park|baan|markt|wal|haven|veld|erf|burg|brink|akker|hoek|horst|berg|kamp|allee|ring|"
    "laantje|esch?|poort|brug|gaarde|weide|werf|kolk|oord|hoeve|heuvel|kerf|stede|hagen|waard|str\\.?|ln\\.?"
)
"""Endings of many other words too: with a capital alone."""
_LETTER: Final = r"[^\W\d_]"
_AANEEN: Final = re.compile(rf"\b[A-Z]{_LETTER}+(?:{_VAST})\d{{1,4}}[a-zA-Z]?\b")
"""The number typed against the street."""
_VOLGT_OP: Final = re.compile(
    rf"(?P<straat>(?:(?:[A-Z]{_LETTER}*\.?|van|de|den|der|het|'s|'t|v\.?d\.?)[ -]){{0,4}}"
    rf"(?:(?:[A-Z]{_LETTER}*['-]?)?{_LETTER}{{2,}}(?:{_VAST})|[A-Z]{_LETTER}+(?:{_LOS})"
    rf"|(?:Laan|Straat|Plein|Weg|Kade|Hof|Dijk|Park|Singel|Gracht|Burgemeester|Prof\.|Dr\.)(?: {_LETTER}+\.?){{1,4}}"
    r"|(?:Plein|Laan|Weg) (?:19|20)\d\d|(?:[A-Z]\w+ ){1,2}Es(?:ch)?|[Pp]ostbus))"
    r"\s+(?:nummer |nr\.? |no\.? |huisnummer )?$"
)
_WOONT: Final = re.compile(
    r"(?:\bwoo?nt|\bwonen|\bwonend|\bwoonachtig|\badres(?:sen)?|\bverblijft|\bverhui\w+|\bgehuisvest|\bplaatst|\bgeplaatst|\bingeschreven|\bhuis|\bwoning)\b"
    rf"[^.\n]{{0,20}}?\s(?P<straat>(?:(?:[A-Z]{_LETTER}+|van|de|den|der|het|'[ts])\s+){{1,4}})(?:nummer |nr\.? )?$"
)
_GEEN: Final = """
    onderweg halverwege vandeweg snelweg spoorweg gerechtshof supermarkt arbeidsmarkt woningmarkt speelveld schoolplein
    voetbalveld vakantiepark invalshoek werkveld binnenhof hoofdstraat antwoord akkoord woord wachtwoord trefwoord
    voorwoord nawoord sleutelwoord noord moord paspoort zorgpad tijdpad loopbaan bijbaan aandachtsveld invulveld
    tekstveld keuzeveld zoekveld beleidsveld middenveld strijdperk uitweg
"""
_GEEN_STRAAT: Final = frozenset(_GEEN.split())
_HANDELING: Final = ("ering", "aring", "uring", "oering")
"""Vergadering 3, Verklaring 1."""
_NUMMER_VAN: Final = re.compile(
    rf"\b(?:huis)?(?:nummer|nr\.?) \d{{1,4}}[a-zA-Z]? (?:van|aan|in|op) (?:de |het )?"
    rf"[A-Z]{_LETTER}*(?:{_VAST}|{_LOS})\b"
)
"""The number before the street."""
_TWEE_LETTERS: Final = """
    in op te en of is er om al de we ze je zo na nu ik ja ex ca nr km cm mm mg ml kg st ha pp dd ad an uw
"""
_TWEE: Final = frozenset(_TWEE_LETTERS.split())
_ALS_ADRES: Final = re.compile(r",? (?:nr|no|nummer|huisnummer)\b|,? [A-Z][^\W\d_]{2}| \d{1,4}\b")
"""What follows a postcode in small letters with a space in it: the number of the house, or the place."""
_NUMMER_ERNA: Final = re.compile(r",? (?:nr\.?|no\.|nummer|huisnummer) \d{1,5}[a-zA-Z]?\b")
_TERUG: Final = 64
_JAREN: Final = range(1900, 2100)


def adressen(tekst: str) -> Iterator[Vondst]:
    """A street counts with a number behind it; a postcode by itself, and with it the place that follows."""
    postcodes = {een.begin: een for een in _postcodes(tekst)}
    for patroon in (_AANEEN, _NUMMER_VAN):
        for gevonden in patroon.finditer(tekst):
            yield Vondst(*gevonden.span(), Leksoort.ADRES)
    for nummer in _NUMMER.finditer(tekst):
        van = max(0, nummer.start() - _TERUG)
        ervoor = tekst[van : nummer.start()]
        if not _kan_straat_zijn(ervoor) or _MAAT.match(tekst, nummer.end()):
            continue
        straat = _straat(ervoor)
        if straat is not None:
            erbij = _TOEVOEGING.match(tekst, nummer.end())
            eind = erbij.end() if erbij else nummer.end()
            in_plaats = _IN_PLAATS.match(tekst, eind)
            eind = in_plaats.end() if in_plaats else eind
            rest = tekst[eind : eind + 4]
            code = postcodes.pop(eind + len(rest) - len(rest.lstrip(" ,\n-")), None)
            yield Vondst(van + straat, code.eind if code else eind, Leksoort.ADRES)
    yield from postcodes.values()


def _postcodes(tekst: str) -> Iterator[Vondst]:
    for gevonden in _POSTCODE.finditer(tekst):
        cijfers, ruimte, letters = gevonden.groups()
        if ruimte and letters.islower() and not (letters not in _TWEE and _ALS_ADRES.match(tekst, gevonden.end())):
            continue  # a number and a short word: 2019 op
        if ruimte and int(cijfers) in _JAREN and not _past_bij_plaats(tekst, gevonden):
            continue  # a year and the letters of an organisation: 2019 OM
        plaats = _PLAATS.match(tekst, gevonden.end()) or _NUMMER_ERNA.match(tekst, gevonden.end())
        yield Vondst(gevonden.start(), plaats.end() if plaats else gevonden.end(), Leksoort.ADRES)


def _past_bij_plaats(tekst: str, gevonden: re.Match[str]) -> bool:
    """Whether it stands as in an address: behind a house number or comma, or before the name of a place."""
    ervoor, erna = tekst[: gevonden.start()].rstrip(), tekst[gevonden.end() : gevonden.end() + 2]
    return ervoor[-1:] in (",", ":") or ervoor[-1:].isdigit() or (erna[:1] == " " and erna[1:].isupper())


def _kan_straat_zijn(ervoor: str) -> bool:
    """A quick look at the last word before a number, for most are no part of an address."""
    laatste = ervoor.split()[-1:]
    return bool(laatste) and (not laatste[0][0].islower() or laatste[0].endswith(_KLEIN))


def _straat(ervoor: str) -> int | None:
    gevonden = _VOLGT_OP.search(ervoor) or _WOONT.search(ervoor)
    if gevonden is None:
        return None
    laatste = gevonden.group("straat").split()[-1].lower()
    if laatste in _GEEN_STRAAT or (laatste.endswith(_HANDELING) and not laatste.endswith("rring")):
        return None
    return gevonden.start("straat")
