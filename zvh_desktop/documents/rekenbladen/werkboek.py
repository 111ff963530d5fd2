"""A workbook in memory, in which a text is always a text, whatever it begins with.

The library behind it is loaded when the first one is made.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final

from zvh_desktop.naladen import laad_module

if TYPE_CHECKING:
    from xlsxwriter import Workbook

REKENBLADEN: Final = "xlsxwriter"
_OPTIES: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def nieuw_werkboek(uit: BytesIO, titel: str, huis: str, gemaakt: datetime | None = None) -> Workbook:
    """To be used in a ``with``. Of who made it nothing is said: the properties hold a title, the house and a moment."""
    boek = laad_module(REKENBLADEN).Workbook(uit, _OPTIES)
    eigenschappen: dict[str, object] = {"title": titel, "company": huis}
    if gemaakt is not None:
        eigenschappen["created"] = gemaakt
    boek.set_properties(eigenschappen)
    return boek
