"""Beheer shows what the application cannot enforce: to whom a dispute goes, and what people promised each other."""

from __future__ import annotations

import html

import pytest

from zvh_desktop.models.profiel.bronnen import laad_meegeleverd, meegeleverde_profielen
from zvh_desktop.services.huis.regels import beschrijf_huis
from zvh_desktop.ui.pages.beheer.huisprofiel import als_html

ROLLEN = ("procesregisseur", "casusregisseur", "manager", "informatierol", "convenant")


@pytest.mark.parametrize("huis", meegeleverde_profielen())
def test_huisprofiel_toont_afspraken_met_artikel_en_route(huis: str) -> None:
    profiel = laad_meegeleverd(huis)
    getoond = html.unescape(als_html(beschrijf_huis(profiel)))
    assert "Afspraken tussen partijen" in getoond
    for route in (profiel.geschillen.get(rol, ()) for rol in ROLLEN):
        assert not route or f"Volgorde: {', daarna '.join(route)}." in getoond
    for rol in ROLLEN[:-1]:
        assert f"Geschil over {profiel.termen.met_lidwoord(rol)}" in getoond
    assert "Geschil over het convenant" in getoond
    assert all(systeem in getoond for systeem in profiel.systemen)
