"""Dutch holidays, to warn when an overleg is planned on one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from zvh_desktop.naladen import laad_module

KALENDER = "holidays"
"""Loaded by name at the first question: most sessions never ask, and it knows every country there is."""

_BEVRIJDINGSDAG = (5, 5)


def feestdag(dag: date) -> str:
    """The name of the Dutch holiday on this day, or an empty text.

    5 mei is one in every year (Algemene termijnenwet, art. 3); the calendar knows it once in five years only.
    """
    return feestdagen((dag,)).get(dag, "")


def feestdagen(dagen: Iterable[date]) -> Mapping[date, str]:
    """The same for many days: the name of each that is one."""
    gevraagd = tuple(dagen)
    jaren = {dag.year for dag in gevraagd if (dag.month, dag.day) != _BEVRIJDINGSDAG}
    bekend = laad_module(KALENDER).country_holidays("NL", years=jaren, language="nl") if jaren else {}
    namen = {
        dag: "Bevrijdingsdag" if (dag.month, dag.day) == _BEVRIJDINGSDAG else str(bekend.get(dag, ""))
        for dag in gevraagd
    }
    return {dag: naam for dag, naam in namen.items() if naam}
