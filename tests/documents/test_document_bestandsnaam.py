"""File names are safe on every system and hold no person and no case number."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam, mapnaam
from zvh_desktop.models.keuzes import DocumentSoort

VEILIG = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*\.(pdf|ics|eml|json)")


@pytest.mark.parametrize("soort", list(DocumentSoort))
def test_elke_soort_heeft_een_eigen_veilige_naam(soort: DocumentSoort) -> None:
    naam = bestandsnaam(soort, date(2026, 12, 15), "GGD Twente")
    assert VEILIG.fullmatch(naam) and "2026-12-15_GGD-Twente" in naam


def test_namen_van_soorten_verschillen() -> None:
    assert len({bestandsnaam(soort) for soort in DocumentSoort}) == len(DocumentSoort)


def test_voorbeelden() -> None:
    assert bestandsnaam(DocumentSoort.UITNODIGING, date(2026, 12, 15), "GGD Twente") == (
        "uitnodiging_2026-12-15_GGD-Twente.pdf"
    )
    assert bestandsnaam(DocumentSoort.UITNODIGING_ICS, None, "OM") == "uitnodiging_OM.ics"
    assert bestandsnaam(DocumentSoort.PLAN_VAN_AANPAK, volgnummer=2) == "plan-van-aanpak_02.pdf"


@pytest.mark.parametrize(
    ("woord", "naam"),
    [("plan van aanpak", "plan-van-aanpak"), ("Draaiboek & <meer>", "draaiboek-meer"), ("", "plan-van-aanpak")],
)
def test_een_stuk_heet_zoals_het_huis_het_noemt(woord: str, naam: str) -> None:
    gemaakt = bestandsnaam(DocumentSoort.PLAN_VAN_AANPAK, date(2026, 1, 2), volgnummer=3, woord=woord)
    assert gemaakt == f"{naam}_2026-01-02_03.pdf"
    assert VEILIG.fullmatch(gemaakt)


@pytest.mark.parametrize(
    ("partij", "map_"),
    [
        ("Gemeente Súdwest-Fryslân", "Gemeente-Sudwest-Fryslan"),
        ("CON", "partij-CON"),
        ("lpt1", "partij-lpt1"),
        ("../..\\C:naam. ", "C-naam"),
        ("", "partij"),
        ("מרכז", "partij"),
        ("x" * 500, "x" * 48),
    ],
)
def test_mapnaam_is_veilig(partij: str, map_: str) -> None:
    assert mapnaam(partij) == map_


@given(st.text(max_size=200))
def test_geen_enkele_partijnaam_breekt_een_pad(partij: str) -> None:
    naam = mapnaam(partij)
    assert re.fullmatch(r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?", naam) and len(naam) <= 60
    assert VEILIG.fullmatch(bestandsnaam(DocumentSoort.ACTIELIJST, date(2026, 1, 1), partij))
