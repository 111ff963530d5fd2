"""A day that is over takes its koffers of today along, whoever works here and whether a house is open (ADR 0101)."""

from __future__ import annotations

from datetime import date

from zvh_desktop.database.koffer.slapend import wis_andere_dagen


def wis_oude_dagkoffers(dag: date) -> None:
    """What was kept fresh on this computer for another day than this; what was begun in stays."""
    wis_andere_dagen(dag)
