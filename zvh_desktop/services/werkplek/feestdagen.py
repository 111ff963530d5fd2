"""Dutch holidays, to warn when an overleg is planned on one."""

from __future__ import annotations

from datetime import date
from importlib import import_module

KALENDER = "holidays"
"""Loaded by name at the first question: most sessions never ask, and it knows every country there is."""

_BEVRIJDINGSDAG = (5, 5)


def feestdag(dag: date) -> str:
    """The name of the Dutch holiday on this day, or an empty text.

    5 mei is one in every year (Algemene termijnenwet, art. 3); the calendar knows it once in five years only.
    """
    if (dag.month, dag.day) == _BEVRIJDINGSDAG:
        return "Bevrijdingsdag"
    kalender = import_module(KALENDER).country_holidays("NL", years=dag.year, language="nl")
    return str(kalender.get(dag, ""))
