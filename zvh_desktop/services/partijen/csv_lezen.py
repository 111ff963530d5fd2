"""Read the bytes of a CSV file as a table of text, or say in one sentence why they are none.

Offices hand in what their spreadsheet wrote: semicolons, commas or tabs, in whatever letters (``csv_codering``).
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.services.partijen.csv_codering import Codering, ontcijfer
from zvh_desktop.services.partijen.csv_koppen import aantal_herkend
from zvh_desktop.services.partijen.vcard_lezen import is_vcard, lees_vcards
from zvh_desktop.services.partijen.xlsx_lezen import KENMERK, Werkblad, lees_xlsx

MEESTE_BYTES = 20 * 1024 * 1024
"""A register of thousands of partijen fits; a disk image does not."""
MEESTE_REGELS = 50_000
_MINSTE_KOPPEN = 2
_MEESTE_TITELREGELS = 10
"""Above the headings of a list from a spreadsheet stand a title and a date, not a page of text."""
VERLOREN = "\N{REPLACEMENT CHARACTER}"
"""What a program writes for a letter that it could not read: which one it was is lost."""
_SCHEIDINGSTEKENS = (";", ",", "\t", "|")
_SEP = re.compile(r'\s*"?sep ?= ?([;,|\t])"?[;,|\t ]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
_BEGIN = 64
_ANDERE = (
    (b"%pdf", "een PDF"),
    (b"{\\rtf", "een tekstdocument (RTF)"),
    (b"<!doctype html", "een webpagina"),
    (b"<html", "een webpagina"),
    (b"<table", "een webpagina"),
    (b"<?xml", "een XML-bestand"),
)
_ADVIES = "Sla de lijst in uw rekenprogramma op als XLSX of CSV en kies dat bestand."


@dataclass(frozen=True, slots=True)
class CsvRij:
    """One row: the number of the line on which it begins, and its cells."""

    nummer: int
    cellen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CsvTabel:
    """A whole file: the headings and the rows that are not empty."""

    koppen: tuple[str, ...]
    rijen: tuple[CsvRij, ...]
    codering: Codering
    scheidingsteken: str
    zeker: bool = True
    """Whether the letters were certainly read as they were written."""
    andere_bladen: tuple[str, ...] = ()
    """The names of the sheets of a workbook that were not read."""


def lees_csv_bestand(pad: Path) -> bytes:
    """The contents of a file, after looking at its size. Raises InvoerOngeldig."""
    try:
        if pad.stat().st_size > MEESTE_BYTES:
            raise _geen_csv("Dit bestand is te groot voor een lijst van partijen: er past 20 MB in.")
        return pad.read_bytes()
    except OSError as fout:
        raise _geen_csv("Dit bestand kan niet worden gelezen.", "Sluit het in andere programma's.") from fout


def lees_csv(inhoud: bytes, codering: Codering | None = None) -> CsvTabel:
    """The table in these bytes: of a CSV, an XLSX or the contacts of a telephone (VCF). Raises InvoerOngeldig."""
    if len(inhoud) > MEESTE_BYTES:
        raise _geen_csv("Dit bestand is te groot voor een lijst van partijen: er past 20 MB in.")
    if inhoud.startswith(KENMERK):
        blad, andere = _gekozen_blad(lees_xlsx(inhoud))
        return _tabel(blad, Codering.UTF_8, andere=andere)
    tekst, gelezen_als, zeker = _ontcijfer(inhoud, codering)
    if is_vcard(tekst):
        return _tabel([CsvRij(nummer, cellen) for nummer, cellen in lees_vcards(tekst)], gelezen_als, zeker=zeker)
    tekst, teken = _scheidingsteken(tekst)
    return _tabel(_rijen(tekst, teken), gelezen_als, teken, zeker=zeker)


def _gekozen_blad(bladen: Sequence[Werkblad]) -> tuple[list[CsvRij], tuple[str, ...]]:
    """The rows of the sheet that looks most like a list, the first of them; and the names of the others."""
    per_blad = [(blad.naam, [CsvRij(nummer, cellen) for nummer, cellen in blad.rijen]) for blad in bladen]
    if not per_blad:
        return [], ()
    naam, rijen = max(per_blad, key=lambda een: aantal_herkend(een[1][_koprij(een[1])].cellen) if een[1] else -1)
    return rijen, tuple(andere for andere, _ in per_blad if andere != naam)


def _koprij(rijen: Sequence[CsvRij]) -> int:
    """Where the headings stand: under a title, when the first row holds none and a row soon after it does."""
    if aantal_herkend(rijen[0].cellen) >= _MINSTE_KOPPEN:
        return 0
    begin = rijen[:_MEESTE_TITELREGELS]
    beste = max(range(len(begin)), key=lambda plaats: aantal_herkend(begin[plaats].cellen))
    return beste if aantal_herkend(begin[beste].cellen) >= _MINSTE_KOPPEN else 0


def _tabel(
    alles: list[CsvRij], gelezen_als: Codering, teken: str = "", *, zeker: bool = True, andere: tuple[str, ...] = ()
) -> CsvTabel:
    if not alles:
        raise _geen_csv("Dit bestand is leeg.")
    rijen = alles[_koprij(alles) :]
    koppen = tuple(cel.strip() for cel in rijen[0].cellen)
    if len(koppen) < 2:
        raise _geen_csv(
            "In dit bestand staat maar één kolom. Een lijst van partijen heeft ten minste een naam en een korte naam."
        )
    if len(rijen) - 1 > MEESTE_REGELS:
        raise _geen_csv(f"Dit bestand heeft te veel regels: {len(rijen) - 1}, er passen er {MEESTE_REGELS}.")
    if len(rijen) == 1:
        raise _geen_csv("In dit bestand staat alleen een kop en geen enkele regel.")
    return CsvTabel(koppen, tuple(rijen[1:]), gelezen_als, teken, zeker, andere)


def _ontcijfer(inhoud: bytes, codering: Codering | None) -> tuple[str, Codering, bool]:
    if not inhoud.strip():
        raise _geen_csv("Dit bestand is leeg.")
    if inhoud.startswith(b"\xd0\xcf\x11\xe0"):
        raise _geen_csv("Dit is een oud bestand van een rekenprogramma (XLS), geen XLSX of CSV.")
    if (wat := _ander_bestand(inhoud)) is not None:
        raise _geen_csv(f"Dit is {wat} en geen XLSX of CSV.")
    tekst, gelezen_als, zeker = ontcijfer(inhoud, codering)
    if any(unicodedata.category(teken) == "Cc" and teken not in "\t\r\n" for teken in tekst):
        raise _geen_csv("Dit is geen tekstbestand en dus geen CSV.")
    return tekst, gelezen_als, zeker


def _ander_bestand(inhoud: bytes) -> str | None:
    """What it is, where its first letters say so: reports are often a web page under the name of a workbook."""
    begin = inhoud[:_BEGIN].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((wat for letters, wat in _ANDERE if begin.startswith(letters)), None)


def _scheidingsteken(tekst: str) -> tuple[str, str]:
    """The separator, and the text without the line in which some spreadsheets announce it ('sep=;')."""
    aankondiging = _SEP.match(tekst)
    if aankondiging is not None:
        return "\n" + tekst[aankondiging.end() :], aankondiging[1]
    kop = next((regel for regel in tekst.splitlines() if regel.strip()), "")
    buiten_aanhaling = re.sub(r'"[^"]*"', "", kop)
    telling = Counter({teken: buiten_aanhaling.count(teken) for teken in _SCHEIDINGSTEKENS})
    return tekst, max(_SCHEIDINGSTEKENS, key=lambda teken: telling[teken])


def _rijen(tekst: str, teken: str) -> list[CsvRij]:
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=teken, strict=True)
    rijen: list[CsvRij] = []
    begin = 1
    try:
        for cellen in lezer:
            if any(cel.strip() for cel in cellen):
                rijen.append(CsvRij(begin, tuple(cellen)))
            begin = lezer.line_num + 1
    except csv.Error as fout:
        raise _geen_csv(
            f"Regel {lezer.line_num} van dit bestand is niet te lezen: een aanhalingsteken is niet gesloten "
            "of staat op een verkeerde plaats."
        ) from fout
    return rijen


def _geen_csv(gebeurd: str, advies: str = _ADVIES) -> InvoerOngeldig:
    return InvoerOngeldig("bestand", f"{gebeurd} Er is niets gewijzigd.", advies=advies)
