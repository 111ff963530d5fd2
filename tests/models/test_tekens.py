"""Ticks, crosses and bullets keep apart in a document, and the writer is told what is printed instead."""

from __future__ import annotations

import pytest

from zvh_desktop.documents.opmaak.lettertype import VERVANGTEKEN, registreer
from zvh_desktop.documents.opmaak.tekst import schoon
from zvh_desktop.models.tekst.tekens import IN_PLAATS_VAN, teken_zin, zonder_eigen_teken


@pytest.mark.parametrize("teken", IN_PLAATS_VAN)
def test_elk_ander_teken_staat_in_het_lettertype(teken: str) -> None:
    tekenbaar = registreer()
    assert ord(teken) not in tekenbaar, "dit teken heeft het lettertype zelf"
    assert all(ord(deel) in tekenbaar for deel in IN_PLAATS_VAN[teken])
    assert VERVANGTEKEN not in schoon(f"a {teken} b")


def test_vinkjes_en_kruisjes_zijn_uit_elkaar_te_houden() -> None:
    assert schoon("☑ ja ☐ nee ✔ ja ✗ nee ▪ een") == "[√] ja [ ] nee √ ja × nee • een"
    assert len({schoon(teken) for teken in "☑☐✔✗▪"}) == 5


def test_wie_schrijft_hoort_wat_er_anders_komt_te_staan() -> None:
    assert teken_zin("gewoon: é € → ●") == ""
    assert teken_zin("✔ en ✔") == "In documenten komt er iets anders te staan: ✔ wordt √."
    assert teken_zin("✗ 😀") == "In documenten komt er iets anders te staan: ✗ wordt ×; 😀 wordt een leeg vakje."
    assert zonder_eigen_teken("😀✗😀") == ("😀", "✗")
