"""Read the first sheet of a workbook (XLSX) as the same rows of text that a CSV gives.

Whoever keeps a list in a spreadsheet need not save it as something else first. Numbers, days and yes/no become the
text that the register reads; what is computed counts as what it came to.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from zvh_desktop.errors import InvoerOngeldig

KENMERK = b"PK\x03\x04"
_MEESTE_UITGEPAKT = 200 * 1024 * 1024
"""A list of 50,000 lines fits many times; a file that unpacks to gigabytes does not."""
_ADVIES = "Sla de lijst opnieuw op als XLSX of als CSV en kies dat bestand."


def lees_xlsx(inhoud: bytes) -> list[tuple[int, tuple[str, ...]]]:
    """The rows that are not empty, each with its number in the sheet. Raises InvoerOngeldig."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
            if sum(deel.file_size for deel in pak.infolist()) > _MEESTE_UITGEPAKT:
                raise _onleesbaar("Dit bestand is te groot voor een lijst van partijen.")
        boek = CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
        blad = boek.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except PasswordError as fout:
        raise _onleesbaar("Op dit bestand zit een wachtwoord.") from fout
    except (CalamineError, zipfile.BadZipFile, NotImplementedError, ValueError) as fout:
        raise _onleesbaar("Dit bestand van een rekenprogramma is niet te lezen.") from fout
    breedte = max((_gevuld(rij) for rij in blad), default=0)
    rijen = ((nummer, tuple(map(_als_tekst, rij[:breedte]))) for nummer, rij in enumerate(blad, 1))
    return [(nummer, cellen) for nummer, cellen in rijen if any(cel.strip() for cel in cellen)]


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


def _onleesbaar(gebeurd: str) -> InvoerOngeldig:
    return InvoerOngeldig("bestand", f"{gebeurd} Er is niets gewijzigd.", advies=_ADVIES)
