"""Names that Windows takes for a device or cannot open, in every form."""

from __future__ import annotations

import pytest

from zvh_desktop.models.tekst.bestandsnamen import is_apparaatnaam, kan_overal

_ACHTER = ("", ".pdf", ".tar.pdf", " .pdf", ". .pdf", ":stroom.pdf")


@pytest.mark.parametrize("achter", _ACHTER)
@pytest.mark.parametrize(
    "stam",
    ["con", "PRN", "Aux", "nul", "COM1", "com9", "COM0", "LPT1", "lpt³", "COM¹", "COM²", "CONIN$", "conout$", "ＣＯＮ"],
)
def test_een_apparaat_is_geen_bestand(stam: str, achter: str) -> None:
    assert is_apparaatnaam(stam + achter)
    assert not kan_overal(stam + achter)


@pytest.mark.parametrize(
    "naam", ["console.pdf", "COM10.pdf", "COM.pdf", "lpt.pdf", "nulmeting.pdf", "scan con.pdf", "x.con"]
)
def test_wat_erop_lijkt_mag(naam: str) -> None:
    assert not is_apparaatnaam(naam)
    assert kan_overal(naam)


@pytest.mark.parametrize("naam", ["scan.pdf.", "scan.pdf ", "scan.pdf. .", ""])
def test_een_punt_of_spatie_aan_het_eind_kan_niet_overal(naam: str) -> None:
    assert not kan_overal(naam)
