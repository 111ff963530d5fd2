"""A list as it stands on the screen, as a sheet: a date is a date, a number a number, and a text never a formula."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final

from zvh_desktop.documents.opmaak.weging import Weging, gewogen
from zvh_desktop.documents.rekenbladen.werkboek import nieuw_werkboek

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cel = str | int | float | date | None

LANGSTE_TEKST: Final = 32_767
"""What fits in one cell; the library leaves out what is longer, without a word."""
INGEKORT: Final = " [ingekort]"
_LANGSTE_BLADNAAM: Final = 31
_NIET_IN_BLADNAAM: Final = re.compile(r"[\[\]:*?/\\']")
_SMALST, _BREEDST = 8, 60
_OM_TE_METEN: Final = 1_000
"""Rows that are measured for the width of a column."""
_DATUM: Final = "dd-mm-yyyy"
_BREEDTE_DATUM: Final = 11


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """One row; ``casusnummer`` is empty when it is about no casus in particular."""

    casusnummer: str
    cellen: tuple[Cel, ...]


@dataclass(frozen=True, slots=True)
class Lijstblad:
    """A list: what it is called, its columns and its rows. ``gemaakt`` is Dutch time.

    ``over`` says below the list what it is, so that it can be understood where it is found.
    """

    naam: str
    huis: str
    koppen: tuple[str, ...]
    regels: tuple[Lijstregel, ...]
    over: tuple[str, ...]
    gemaakt: datetime
    oefen: bool
    weging: Weging


@gewogen
def bouw_lijst_xlsx(gegevens: Lijstblad) -> bytes:
    """The list on one sheet, with what it is on a second."""
    uit = BytesIO()
    titel = f"OEFENING - {gegevens.naam}" if gegevens.oefen else gegevens.naam
    with nieuw_werkboek(uit, titel, gegevens.huis, gegevens.gemaakt.replace(tzinfo=None)) as boek:
        blad = boek.add_worksheet(bladnaam(titel))
        _vul(boek, blad, gegevens)
        _op_papier(blad, titel, gegevens)
        over = boek.add_worksheet(bladnaam("Over deze lijst"))
        for rij, zin in enumerate((titel, *gegevens.over)):
            over.write_string(rij, 0, zin)
        over.set_column(0, 0, _BREEDST)
    return uit.getvalue()


def bladnaam(titel: str) -> str:
    """As a spreadsheet program takes it for the name of a sheet."""
    return _NIET_IN_BLADNAAM.sub(" ", titel)[:_LANGSTE_BLADNAAM].strip() or "Lijst"


def _vul(boek: Workbook, blad: Worksheet, gegevens: Lijstblad) -> None:
    kop = boek.add_format({"bold": True, "bottom": 1, "valign": "top"})
    tekst = boek.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    getal = boek.add_format({"valign": "top"})
    datum = boek.add_format({"num_format": _DATUM, "align": "left", "valign": "top"})
    for kolom, woord in enumerate(gegevens.koppen):
        blad.write_string(0, kolom, woord, kop)
        blad.set_column(kolom, kolom, _breedte(woord, [een.cellen[kolom] for een in gegevens.regels[:_OM_TE_METEN]]))
    for rij, regel in enumerate(gegevens.regels, 1):
        for kolom, cel in enumerate(regel.cellen):
            _schrijf(blad, rij, kolom, cel, (tekst, getal, datum))
    blad.freeze_panes(1, 0)
    if gegevens.koppen:
        blad.autofilter(0, 0, len(gegevens.regels), len(gegevens.koppen) - 1)


def _schrijf(blad: Worksheet, rij: int, kolom: int, cel: Cel, vormen: tuple[Format, Format, Format]) -> None:
    tekst, getal, datum = vormen
    if isinstance(cel, datetime):
        blad.write_datetime(rij, kolom, cel.replace(tzinfo=None), datum)
    elif isinstance(cel, date):
        blad.write_datetime(rij, kolom, cel, datum)
    elif isinstance(cel, int | float):
        blad.write_number(rij, kolom, cel, getal)
    elif cel:
        blad.write_string(rij, kolom, _past(cel), tekst)


def _past(tekst: str) -> str:
    """Counted as a spreadsheet does: a sign beyond the first plane is two."""
    eenheden = tekst.encode("utf-16-le", "surrogatepass")
    if len(eenheden) <= 2 * LANGSTE_TEKST:
        return tekst
    return eenheden[: 2 * (LANGSTE_TEKST - len(INGEKORT))].decode("utf-16-le", "ignore") + INGEKORT


def _breedte(kop: str, cellen: Sequence[Cel]) -> int:
    """In characters: the longest line, between what can be read and what fits on a screen."""
    lengtes = [
        _BREEDTE_DATUM if isinstance(cel, date) else max((len(deel) for deel in str(cel).splitlines()), default=0)
        for cel in cellen
        if cel is not None
    ]
    return max(_SMALST, min(_BREEDST, max((len(kop) + 3, *lengtes))))


def _op_papier(blad: Worksheet, titel: str, gegevens: Lijstblad) -> None:
    """Printed it says what it is, on each page."""
    blad.set_landscape()
    blad.set_paper(9)
    blad.fit_to_pages(1, 0)
    blad.repeat_rows(0)
    huis = gegevens.huis.replace("&", "&&")
    blad.set_header(f"&L{huis}&C{titel.replace('&', '&&')}&RVERTROUWELIJK")
    blad.set_footer("&RBladzijde &P van &N")
