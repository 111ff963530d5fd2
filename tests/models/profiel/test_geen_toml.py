"""What an editor does by itself is named: curly quotes, and a table over more lines; and how criteria hang together."""

from __future__ import annotations

import pytest

from zvh_desktop.errors import ProfielBevinding, ProfielOngeldig
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.profiel.lezen import lees_profiel

TWENTE = laad_meegeleverd("twente").brontekst


def bevindingen(oud: str, nieuw: str) -> list[ProfielBevinding]:
    assert oud in TWENTE
    with pytest.raises(ProfielOngeldig) as fout:
        lees_profiel(TWENTE.replace(oud, nieuw, 1), "proef.toml")
    return list(fout.value.bevindingen)


def test_kromme_aanhalingstekens() -> None:
    (een,) = bevindingen('korte_naam = "ZVH Twente"', "korte_naam = “ZVH Twente”")
    assert een.gevonden == "het aanhalingsteken “"
    assert "rechte aanhalingstekens" in een.verwacht


def test_een_tabel_over_meer_regels() -> None:
    (een,) = bevindingen('{ wijze = "gezamenlijk", artikel = "art. 8.1" }', '{\n  wijze = "gezamenlijk",\n}')
    assert "een tabel die op regel" in een.gevonden
    assert een.verwacht == "een tabel tussen { en } op een regel"


def test_wat_anders_geen_toml_is_blijft_geldige_toml() -> None:
    (een,) = bevindingen('korte_naam = "ZVH Twente"', "korte_naam = ZVH")
    assert (een.gevonden, een.verwacht) == ("iets dat geen TOML is", "geldige TOML")


@pytest.mark.parametrize("fout", ['["gebiedsgebonden"]', "7", '{ en = ["systeem"], of = ["systeem"] }'])
def test_criteria_logica_zegt_hoe_het_moet(fout: str) -> None:
    goed = '{ of = ["gebiedsgebonden", { en = ["systeem", "meerdere-ketens", "meerdere-leefgebieden"] }] }'
    (een,) = bevindingen(goed, fout)
    assert een.plaats == "criteria_logica"
    assert '{ of = ["gebied", { en = ["systeem", "ketens"] }] }' in een.verwacht
