"""A change of the road in words, for the screen that shows it beside what the office has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from zvh_desktop.models.keuzen.kofferkeuzes import Verandering
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.werkplek.klok import als_lokaal

WAT: Final[Mapping[tuple[str, str], str]] = {
    ("overleg", "status"): "Overleg gehouden",
    ("overleg", "begonnen_om"): "Tijden van het overleg",
    ("overleg", "geheimhouding_gemeld"): "Geheimhouding gemeld",
    ("agendapunt", "gestart_op"): "Begin en einde van het punt",
    ("agendapunt", "tafel_volgorde"): "Plaats aan tafel",
    ("agendapunt", "beeld"): "Beeldvorming",
    ("agendapunt", "oordeelsvorming"): "Oordeelsvorming",
    ("agendapunt", "besluitvorming"): "Besluitvorming",
    ("agendapunt", "uitkomst"): "Uitkomst",
    ("agendapunt", "verslag_oordeel"): "Oordeel over het vorige verslag",
    ("oordeel", ""): "Oordeel",
    ("deelname", ""): "Stoel aan tafel",
    ("deelname", "aanwezigheid"): "Aanwezigheid",
    ("deelname", "afgevaardigde"): "Wie er zat",
    ("tafelgebeurtenis", ""): "Wat er aan tafel gebeurde",
    ("besluit", ""): "Besluit",
    ("besluit", "soort"): "Besluit",
    ("actie", ""): "Actie",
    ("actie", "omschrijving"): "Actie",
    ("actie", "eigenaar"): "Wie de actie volgt",
    ("actie", "status"): "Stand van de actie",
    ("actievoortgang", ""): "Voortgang van een actie",
    ("actievoortgang", "voortgang"): "Voortgang van een actie",
}
_GETOOND: Final[Mapping[str, tuple[str, ...]]] = {
    "oordeel": ("uitkomst", "grondslag", "motivering", "geldig_vanaf", "geldig_tot", "gegeven_door"),
    "deelname": ("aanwezigheid", "afgevaardigde"),
    "tafelgebeurtenis": ("soort", "wie", "tijdstip"),
    "besluit": ("soort", "omschrijving", "conditie", "informering"),
    "actie": ("omschrijving", "conditie", "informering", "termijn", "status"),
    "actievoortgang": ("voortgang",),
}
"""Of a new row; what changed of another is shown whole."""
NIETS: Final = "(niets)"
WEGGEHAALD: Final = "(weggehaald)"


def wat_is_het(tabel: str, verandering: Verandering, kolom: str) -> str:
    """What this change is about."""
    return WAT[(tabel, kolom if verandering is Verandering.ANDERS else "")]


@dataclass(frozen=True, slots=True)
class Koffernamen:
    """What stands in a row as a number or a key, and how people call it."""

    partijen: Mapping[int, str]
    besluiten: Mapping[str, str]


def waarden_tekst(tabel: str, waarden: Mapping[str, Any], namen: Koffernamen) -> str:
    """What stands there, in one line; a partij and a besluit are called by their names."""
    kolommen = _GETOOND.get(tabel, tuple(waarden)) if "id" in waarden else tuple(waarden)
    anders = namen.besluiten if tabel == "besluit" else {}
    delen = [
        anders.get(str(waarden.get(kolom)), "") or _tekst(kolom, waarden.get(kolom))
        for kolom in kolommen
        if not kolom.endswith("_id")
    ]
    wie = [namen.partijen.get(waarden[kolom], "") for kolom in ("partij_id", "belegd_bij_id") if waarden.get(kolom)]
    return ", ".join(deel for deel in (*wie, *delen) if deel) or NIETS


def _tekst(kolom: str, waarde: Any) -> str:
    if waarde is None:
        return ""
    if kolom == "geheimhouding_gemeld":
        return "ja" if waarde else "nee"
    if kolom == "tafel_volgorde":
        return f"plaats {waarde + 1}"
    tekst = str(waarde)
    for lees in (_dag, _moment):
        try:
            return lees(tekst)
        except ValueError:
            continue
    return tekst if " " in tekst else tekst.replace("_", " ")


def _dag(tekst: str) -> str:
    return datum_kort(date.fromisoformat(tekst))


def _moment(tekst: str) -> str:
    if len(tekst) < len("2026-01-01 09:00"):
        return f"{time.fromisoformat(tekst):%H:%M}"
    return f"{als_lokaal(datetime.fromisoformat(tekst)):%H:%M}"
