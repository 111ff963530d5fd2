"""A stored name reads as it is."""

from __future__ import annotations

import pytest

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.naam import eis_naam


@pytest.mark.parametrize(
    "teken",
    [
        "\u00ad", "\u034f", "\u061c", "\u115f", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u202e", "\u2060",
        "\u2066", "\u2800", "\u3164", "\ufe0f", "\ufeff", "\uffa0", "\U000e0041",
    ],
)  # fmt: skip
@pytest.mark.parametrize("naam", ["Zo{}rg", "{}Zorg", "Zorg{}"])
def test_een_teken_dat_niemand_ziet_wordt_geweigerd(naam: str, teken: str) -> None:
    with pytest.raises(InvoerOngeldig) as fout:
        eis_naam("naam", naam.format(teken))
    assert fout.value.veld == "naam"
    assert "gelijk" in fout.value.gebeurd
    assert fout.value.advies


@pytest.mark.parametrize("naam", ["Mеdiant", "Рroef", "Οefenaar", "d’Ноntproef", "Zorgα"])
def test_twee_alfabetten_in_een_woord_worden_geweigerd(naam: str) -> None:
    with pytest.raises(InvoerOngeldig, match="alfabet"):
        eis_naam("naam", naam)


@pytest.mark.parametrize(
    "naam",
    [
        "Østerproef", "Łukaszproef", "Yıldızproef", "d’Hontproef", "in ’t Veldproef", "عينة تجربة", "Проба Пробова",
        "日本のサンプル",
        "Zorg-α", "GGZ Προφ", "ʿAyna", "Ĳsproef", "Oefenman 👩\u200d👩\u200d👧", "❤\ufe0f Zorg", "1ª hulp",
    ],
)  # fmt: skip
def test_een_naam_in_welk_alfabet_ook_blijft_wat_hij_is(naam: str) -> None:
    assert eis_naam("naam", naam) == naam


def test_een_naam_wordt_in_een_vorm_bewaard() -> None:
    assert eis_naam("naam", "  Zoe\u0308\u00a0\u2009 van\tde\nProef\x00 ") == "Zoë van de Proef"
