"""How a date and a time are written on every screen: "di 8 december 2026", "09:05"."""

from __future__ import annotations

from datetime import date, datetime, time

_DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
_MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def datum_voluit(dag: date) -> str:
    """ "di 8 december 2026"."""
    return f"{_DAGEN[dag.weekday()]} {dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def datum_kort(dag: date) -> str:
    """ "8 december 2026", for running text."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def tijd_kort(moment: time | datetime) -> str:
    """ "09:05"."""
    return f"{moment:%H:%M}"


def week_tekst(dag: date) -> str:
    """ "week 50", for the tooltip of a date."""
    return f"week {dag.isocalendar().week}"


def nu_hier() -> datetime:
    """The clock of this computer, with its own time zone."""
    return datetime.now().astimezone()
