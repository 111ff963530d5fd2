"""Read the sheets of a workbook (XLSX) that can be seen as the same rows of text that a CSV gives.

Whoever keeps a list in a spreadsheet need not save it as something else first. Numbers, days and yes/no become the
text that the register reads; what is computed counts as what it came to. Cells of one column that were merged all hold
what stands there. A hidden sheet is not the list that somebody sees, so it is not read. The library that reads them is
loaded with the first workbook.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, TYPE_CHECKING

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.naladen import laad_module
from zvh_desktop.services.partijen.csv_cellen import is_rekenfout

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

WERKMAPPEN = "python_calamine"
KENMERK = b"PK\x03\x04"
_MEESTE_UITGEPAKT = 200 * 1024 * 1024
"""A list of 50,000 lines fits many times; a file that unpacks to gigabytes does not."""
_MEESTE_CELLEN = 4_000_000
"""From the first cell to the last: 50,000 lines of eighty columns."""
_STUK = 1024 * 1024
_LANGSTE_BEGIN = 300
"""A cell that begins at the end of a piece is whole in the next one: nobody writes so much before its first sign."""
_CEL = re.compile(rb'<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^<>]*(?<!/)>')
"""A cell that holds something; one that only has a colour takes no room."""
_FOUTCEL = re.compile(rb'(<(?:\w+:)?c\s[^<>]*?)\bt="e"')
_ADVIES = "Sla de lijst opnieuw op als XLSX of als CSV en kies dat bestand."


@dataclass(frozen=True, slots=True)
class Werkblad:
    """One sheet: its name and the rows that are not empty, each with its number in the sheet."""

    naam: str
    rijen: tuple[tuple[int, tuple[str, ...]], ...]


def lees_xlsx(inhoud: bytes) -> tuple[Werkblad, ...]:
    """The sheets that can be seen and hold something. Raises InvoerOngeldig."""
    lezer = laad_module(WERKMAPPEN)
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
            if sum(deel.file_size for deel in pak.infolist()) > _MEESTE_UITGEPAKT:
                raise _onleesbaar("Dit bestand is te groot voor een lijst van partijen.")
            _eis_werkboek(pak)
            inhoud = _met_leesbare_fouten(pak) or inhoud
        boek = lezer.CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
        zichtbaar = (
            een.name
            for een in boek.sheets_metadata
            if een.visible == lezer.SheetVisibleEnum.Visible and een.typ == lezer.SheetTypeEnum.WorkSheet
        )
        bladen = tuple(_lees_blad(boek.get_sheet_by_name(naam), naam) for naam in zichtbaar)
    except lezer.PasswordError as fout:
        raise _onleesbaar("Op dit bestand zit een wachtwoord.") from fout
    except (lezer.CalamineError, zipfile.BadZipFile, NotImplementedError, ValueError) as fout:
        raise _onleesbaar("Dit bestand van een rekenprogramma is niet te lezen.") from fout
    return tuple(blad for blad in bladen if blad.rijen)


def _eis_werkboek(pak: zipfile.ZipFile) -> None:
    """A cell far away from the rest is room for every cell between: the reader ends the whole program for lack of it.

    Of another kind of workbook (XLSB, ODS) the reader cannot be told beforehand how much it asks for.
    """
    namen = [naam for naam in pak.namelist() if naam.lower().endswith(".xml")]
    if not any(naam.lower().startswith("xl/") for naam in namen):
        raise _onleesbaar("Dit bestand is geen XLSX.")
    for naam in namen:
        with pak.open(naam) as deel:
            if (verste := _verste_cel(deel)) is not None:
                raise _onleesbaar(
                    f"Ver buiten de lijst staat nog iets, in cel {verste}. Zo'n groot blad is geen lijst van partijen.",
                    "Maak die cel leeg, of kopieer de lijst naar een nieuw werkblad, en sla het opnieuw op.",
                )


def _met_leesbare_fouten(pak: zipfile.ZipFile) -> bytes | None:
    """The workbook with what could not be computed (#N/A) as text: the reader makes an empty cell of it, in silence.

    None when there is nothing of the kind.
    """
    anders = {}
    for naam in pak.namelist():
        if naam.lower().startswith("xl/worksheets/") and naam.lower().endswith(".xml"):
            blad, aantal = _FOUTCEL.subn(rb'\1t="str"', pak.read(naam))
            if aantal:
                anders[naam] = blad
    if not anders:
        return None
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for naam in pak.namelist():
            nieuw.writestr(naam, anders.get(naam) or pak.read(naam))
    return uit.getvalue()


def _verste_cel(deel: IO[bytes]) -> str | None:
    """The cell by which a sheet is larger than a list can be; None when it is not."""
    rijen, kolommen, vorige, verste = 0, 0, b"", ""
    while stuk := deel.read(_STUK):
        tekst = vorige + stuk
        for cel in _CEL.finditer(tekst):
            rij, kolom = int(cel[2]), _kolomnummer(cel[1])
            if rij > rijen or kolom > kolommen:
                rijen, kolommen, verste = max(rij, rijen), max(kolom, kolommen), (cel[1] + cel[2]).decode()
                if rijen * kolommen > _MEESTE_CELLEN:
                    return verste
        vorige = tekst[-_LANGSTE_BEGIN:]
    return None


def _kolomnummer(letters: bytes) -> int:
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + letter - ord("A") + 1
    return nummer


def _lees_blad(blad: CalamineSheet, naam: str) -> Werkblad:
    cellen = blad.to_python(skip_empty_area=False)
    for (eerste, kolom), (laatste, eind) in blad.merged_cell_ranges or ():
        if kolom == eind:
            for rij in cellen[eerste + 1 : laatste + 1]:
                rij[kolom] = cellen[eerste][kolom]
    breedte = max((_gevuld(rij) for rij in cellen), default=0)
    rijen = ((nummer, tuple(map(_als_tekst, rij[:breedte]))) for nummer, rij in enumerate(cellen, 1))
    return Werkblad(naam, tuple((nummer, rij) for nummer, rij in rijen if not _is_leeg(rij)))


def _is_leeg(rij: Sequence[str]) -> bool:
    """Also of a row with nothing but what could not be computed: a look-up that was filled down below the list."""
    return not any(cel.strip() and not is_rekenfout(cel) for cel in rij)


def _gevuld(rij: Sequence[object]) -> int:
    """Up to which column something stands."""
    return max((plaats for plaats, cel in enumerate(rij, 1) if str(cel).strip()), default=0)


def _als_tekst(cel: object) -> str:
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, datetime | date):
        return f"{cel.day}-{cel.month}-{cel.year}"
    if isinstance(cel, float) and cel.is_integer() and abs(cel) < 10**15:
        return str(int(cel))
    return str(cel)


def _onleesbaar(gebeurd: str, advies: str = "") -> InvoerOngeldig:
    return InvoerOngeldig("bestand", f"{gebeurd} Er is niets gewijzigd.", advies=advies or _ADVIES)
