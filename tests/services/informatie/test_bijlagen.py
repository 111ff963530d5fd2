"""Attachments: safe names, known kinds, and a size that fits in a message."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.services.informatie.bijlagen import (
    MEESTE_BYTES,
    NAAM_MAX,
    Bijlage,
    controleer_bijlage,
    lees_bijlage,
    veilige_naam,
)


@pytest.mark.parametrize(
    ("naam", "veilig"),
    [
        ("scan.pdf", "scan.pdf"),
        ("../../etc/scan.pdf", "scan.pdf"),
        ("C:\\Users\\proef\\scan.pdf", "scan.pdf"),
        ("con.pdf", "bijlage con.pdf"),
        ("con.tar.pdf", "bijlage con.tar.pdf"),
        ("COM¹.pdf", "bijlage COM¹.pdf"),
        ("lpt³ .x.pdf", "bijlage lpt³ .x.pdf"),
        (" .nul .pdf", "bijlage nul.pdf"),
        ("conout$.pdf", "bijlage conout.pdf"),
        ("ＣＯＮ.pdf", "bijlage ＣＯＮ.pdf"),
        ("scan.pdf . .", "scan.pdf"),
        ("scan .pdf", "scan.pdf"),
        ("console.pdf", "console.pdf"),
        ("a<b>:c|d?.pdf", "a b c d.pdf"),
        ("regel\nterug.pdf", "regel terug.pdf"),
        (".pdf", "bijlage.pdf"),
        ("verslag 2026 (één).docx", "verslag 2026 (één).docx"),
    ],
)
def test_naam_wordt_veilig(naam: str, veilig: str) -> None:
    assert veilige_naam(naam) == veilig


@given(st.text(max_size=300))
def test_geen_naam_breekt_een_pad(naam: str) -> None:
    netjes = veilige_naam(naam + ".pdf")
    assert Path(netjes).name == netjes
    assert netjes.endswith(".pdf")
    assert 0 < len(netjes) <= NAAM_MAX
    assert not set(netjes) & set('<>:"/\\|?*\n\r\0')


@pytest.mark.parametrize(
    ("bijlage", "zin"),
    [
        (Bijlage("virus.exe", b"MZ"), "Dit soort bestand"),
        (Bijlage("zonder", b"x"), "Dit soort bestand"),
        (Bijlage("leeg.pdf", b""), "leeg"),
        (Bijlage("geen.pdf", b"PK\x03\x04"), "heet pdf, maar is het niet"),
        (Bijlage("groot.txt", b"x" * (MEESTE_BYTES + 1)), "te groot"),
    ],
)
def test_wat_niet_past_wordt_geweigerd(bijlage: Bijlage, zin: str) -> None:
    with pytest.raises(InvoerOngeldig, match=zin) as fout:
        controleer_bijlage(bijlage)
    assert fout.value.veld == "bijlage"
    assert bijlage.naam not in str(fout.value)


def test_bestand_lezen(tmp_path: Path) -> None:
    pad = tmp_path / "scan.pdf"
    pad.write_bytes(b"%PDF-1.4\n")
    assert lees_bijlage(pad) == Bijlage("scan.pdf", b"%PDF-1.4\n")
    with pytest.raises(InvoerOngeldig, match="niet worden gelezen"):
        lees_bijlage(tmp_path / "weg.pdf")
    with (tmp_path / "groot.pdf").open("wb") as groot:
        groot.truncate(MEESTE_BYTES + 1)
    with pytest.raises(InvoerOngeldig, match="te groot"):
        lees_bijlage(tmp_path / "groot.pdf")
    assert "scan" in repr(Bijlage("scan.pdf", b"geheim"))
    assert "geheim" not in repr(Bijlage("scan.pdf", b"geheim"))
