"""How a value stands in a cell of a table, and what of it can be looked for."""

from __future__ import annotations

from datetime import date

from zvh_desktop.services.stukken.lijsten import Lijstcel
from zvh_desktop.ui.teksten.datums import datum_voluit


def als_tekst(waarde: object) -> str:
    """How a value stands in a cell."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return datum_voluit(waarde)
    return str(waarde)


def doorzoekbaar(waarde: object) -> str:
    """What stands in a cell; a day also in figures, as people type it."""
    if not isinstance(waarde, date):
        return als_tekst(waarde)
    cijfers = ((waarde.day, waarde.month), (f"{waarde.day:02}", f"{waarde.month:02}"))
    vormen = (f"{dag}{teken}{maand}{teken}{waarde.year}" for dag, maand in cijfers for teken in "-/.")
    return " ".join((als_tekst(waarde), *dict.fromkeys(vormen), waarde.isoformat()[:10]))


def als_cel(waarde: object) -> Lijstcel:
    """How a value stands in a sheet: a day and a number stay what they are, all else is text."""
    if isinstance(waarde, bool):
        return als_tekst(waarde)
    if isinstance(waarde, int | float | date):
        return waarde
    return als_tekst(waarde)
