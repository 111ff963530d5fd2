"""How a date and a time are written on every screen: "di 8 december 2026", "09:05"."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from zvh_desktop.models.taal import datum_kort, geboortedatum_tekst
from zvh_desktop.models.taal import datum_lijst as datum_voluit

if TYPE_CHECKING:
    from zvh_desktop.models.geboortedatum import Geboortedatum

__all__ = [
    "datum_kort",
    "datum_voluit",
    "geboortedatum_tekst",
    "geboortedatum_voluit",
    "nu_hier",
    "tijd_kort",
    "week_tekst",
]


def geboortedatum_voluit(datum: Geboortedatum, vandaag: date) -> str:
    """The same with the age, or with what is not known, to check what was typed against."""
    dag = datum.als_dag()
    if dag is not None:
        leeftijd = vandaag.year - dag.year - ((vandaag.month, vandaag.day) < (dag.month, dag.day))
        return f"{datum_voluit(dag)}, {leeftijd} jaar"
    if datum.jaar is None:
        return "Geboortedatum onbekend"
    return f"{geboortedatum_tekst(datum)}, {'dag' if datum.maand else 'dag en maand'} onbekend"


def tijd_kort(moment: time | datetime) -> str:
    """ "09:05"."""
    return f"{moment:%H:%M}"


def week_tekst(dag: date) -> str:
    """ "week 50", for the tooltip of a date."""
    return f"week {dag.isocalendar().week}"


def nu_hier() -> datetime:
    """The clock of this computer, with its own time zone."""
    return datetime.now().astimezone()
