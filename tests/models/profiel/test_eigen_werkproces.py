"""A house with more than one process: the fasen of each aanpak are a werkproces by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from zvh_desktop.errors import ProfielOngeldig
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.lezen import lees_profiel

BRON = (Path(__file__).parents[2] / "zevende_huis.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def profiel() -> Huisprofiel:
    return lees_profiel(BRON, "zevende_huis.toml")


def bevindingen(bron: str) -> list[str]:
    with pytest.raises(ProfielOngeldig) as fout:
        lees_profiel(bron, "proef.toml")
    return [f"{een.plaats}: {een.gevonden}; {een.verwacht}" for een in fout.value.bevindingen]


def test_elke_aanpak_heeft_eigen_fasen(profiel: Huisprofiel) -> None:
    jeugd, schulden = profiel.werkproces("jeugd"), profiel.werkproces("schulden")
    assert [fase.sleutel for fase in jeugd.fasen] == ["wegen", "doen", "af"]
    assert [fase.sleutel for fase in schulden.fasen] == ["wegen", "regelen", "nazien", "af"]
    assert jeugd.begin.sleutel == schulden.begin.sleutel == "wegen"
    assert jeugd.begin.naar == ("doen",)
    assert schulden.begin.naar == ("regelen",)
    assert [fase.sleutel for fase in (*jeugd.einden, *schulden.einden)] == ["af", "af"]
    assert schulden.fase("doen") is None


def test_een_aanpak_die_het_profiel_niet_meer_kent_houdt_elke_fase(profiel: Huisprofiel) -> None:
    assert profiel.werkproces("van vroeger").fasen == profiel.fasen


@pytest.mark.parametrize(
    ("was", "wordt", "bevinding"),
    [
        ('aanpakken = ["jeugd"]\n\n[[fasen]]', 'aanpakken = ["jeugdd"]\n\n[[fasen]]', 'fasen[2].aanpakken: "jeugdd"'),
        (
            'naar = ["doen", "regelen"]',
            'naar = ["doen"]',
            'fasen[3]: "regelen", waar geen fase naartoe gaat (aanpak "schulden")',
        ),
        (
            'naar_fase = "regelen"',
            'naar_fase = "doen"',
            'besluiten[2].naar_fase: "doen"; een fase van aanpak "schulden"',
        ),
        (
            'naar = ["af"]\nterug = ["regelen"]',
            'naar = ["af", "regelen"]',
            'fasen[4].naar: "regelen": een kring van regelen, nazien (aanpak "schulden")',
        ),
        ('vaste_partijen = ["Schuldhulp"', 'vaste_partijen = ["Niemand"', 'aanpakken[2].vaste_partijen: "Niemand"'),
        (
            'vaste_partijen = ["Wijkpolitie"',
            'vaste_partijen = ["Niemand"',
            'overlegsoorten[2].vaste_partijen: "Niemand"',
        ),
        (
            'vaste_partijen = ["Wijkpolitie", "Onderwijs"]',
            'leden = [{ afgevaardigden = true, artikel = "lid 4" }]',
            "overlegsoorten[2].leden: een samenstelling; vaste_partijen",
        ),
        (
            'leden = [\n    { functie = "Wethouder Jeugd"',
            'vaste_partijen = ["Energie"]\nleden = [\n    { functie = "Wethouder Jeugd"',
            "overlegsoorten[4].vaste_partijen: partijen; leden",
        ),
        (
            'overlegsoorten = ["sluittafel"]',
            'overlegsoorten = ["sluittafel"]\naanpakken = ["jeugd"]',
            'besluiten: geen afschaling bij aanpak "schulden"',
        ),
    ],
)
def test_wat_in_een_aanpak_niet_loopt_wordt_genoemd(was: str, wordt: str, bevinding: str) -> None:
    assert BRON.count(was) >= 1
    gevonden = bevindingen(BRON.replace(was, wordt, 1))
    assert any(een.startswith(bevinding) for een in gevonden), gevonden


def test_een_aanpak_zonder_fase_wordt_genoemd() -> None:
    bron = BRON
    for sleutel in ("wegen", "af"):
        plaats = bron.index(f'sleutel = "{sleutel}"\nnummer')
        bron = bron[:plaats] + 'aanpakken = ["jeugd"]\n' + bron[plaats:]
    for weg in ("regelen", "nazien"):
        begin = bron.index(f'[[fasen]]\nsleutel = "{weg}"')
        bron = bron[:begin] + bron[bron.index("\n[[", begin + 1) + 1 :]
    bron = bron.replace('naar = ["doen", "regelen"]', 'naar = ["doen"]')
    assert any('geen fase bij aanpak "schulden"' in een for een in bevindingen(bron)), bevindingen(bron)
