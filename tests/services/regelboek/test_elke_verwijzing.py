"""docs/verwijzingen.md, second table: every article that a house profile names outside the rules, and what is there.

With ZVH_CONVENANTEN=MAP each is looked up in the text; without it the page is laid beside the profiles, and the looking
up is tried on a text that was made up.
"""

from __future__ import annotations

import ast
import functools
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from convenanten import HUIZEN, NUMMERING
from convenanttekst import BESTANDEN, MAP, PAGINA, bereik, met_teksten, wijs_artikelen_aan
from vindplaatsen import noemt, vindplaatsen

from zvh_desktop.models.profiel.bronnen import laad_meegeleverd

WORTEL = Path(__file__).parents[3]
NIET_IN_DE_TEKST = {("delft", "bijlage 1"), ("delft", "bijlage 2")}
"""The werkprocessen of Delft: its convenant names them, the text does not hold them."""
VERBETERD = {"midden-limburg": {"Penitentiaire Inrichting Zuid Oost"}}
"""Names with a slip of the pen in the convenant; the head of the profile says so."""
VERZONNEN = """\
Artikel 3. De Tafel
3.1. De Tafel komt elke maand bijeen.
3.2. De Tafel bestaat uit:
a. de voorzitter;
b. één lid per partij,
dat zelf komt.

Bijlage 1: Het formulier
Vul hier in.
""".splitlines()


class Vindplaats(NamedTuple):
    """One line of the table."""

    tekst: str
    regels: tuple[int, int] | None
    woorden: tuple[str, ...]
    genoemd: Counter[str]


def lees_vindplaatsen() -> dict[tuple[str, str], Vindplaats]:
    gevonden: dict[tuple[str, str], Vindplaats] = {}
    for lijn in PAGINA.read_text("utf-8").splitlines():
        cellen = [cel.strip() for cel in lijn.removeprefix("|").removesuffix("|").split("|")]
        if len(cellen) == 6 and cellen[0] in HUIZEN:
            huis, plaats, tekst, regels, woorden, bij = cellen
            assert (huis, plaats) not in gevonden, f"twee keer: {huis}, {plaats}"
            paar = re.fullmatch(r"(\d+)(?:-(\d+))?", regels)
            genoemd = Counter[str]()
            for plek in bij.split(", "):
                sleutel, _, keer = plek.partition(" x")
                genoemd[sleutel] = int(keer or 1)
            lijnen = (int(paar[1]), int(paar[2] or paar[1])) if paar else None
            gevonden[huis, plaats] = Vindplaats(tekst, lijnen, tuple(woorden.split()), genoemd)
    return gevonden


TABEL = lees_vindplaatsen()


def mist(profiel: str, rijen: dict[str, Vindplaats]) -> list[str]:
    """What the profile names and the table does not, and the other way about."""
    in_profiel = noemt(profiel)
    zonder = [f"geen rij: {plaats}" for plaats in in_profiel.keys() - rijen.keys()]
    voor_niets = [f"rij voor niets: {plaats}" for plaats in rijen.keys() - in_profiel.keys()]
    samen = in_profiel.keys() & rijen.keys()
    anders = [f"anders genoemd: {plaats}" for plaats in samen if in_profiel[plaats] != rijen[plaats].genoemd]
    return sorted(zonder + voor_niets + anders)


def staat_er_niet(plaats: str, rij: Vindplaats, lijnen: list[str]) -> str:
    """Why the text does not bear that row; nothing when it does."""
    if plaats not in wijs_artikelen_aan(lijnen):
        return f"{plaats} staat niet in de tekst"
    if rij.regels != bereik(lijnen, plaats):
        return f"{plaats} staat op {bereik(lijnen, plaats)}, niet op {rij.regels}"
    tekst = " ".join(" ".join(lijnen[rij.regels[0] - 1 : rij.regels[1]]).lower().split())
    open_einde = {woord: "" if len(woord) > 3 else r"(?!\w)" for woord in rij.woorden}
    weg = [woord for woord, einde in open_einde.items() if not re.search(rf"(?<!\w){re.escape(woord)}{einde}", tekst)]
    return f"{plaats} zegt niets over {weg}" if weg or not rij.woorden else ""


def rijen_van(huis: str) -> dict[str, Vindplaats]:
    return {plaats: rij for (van, plaats), rij in TABEL.items() if van == huis}


@pytest.mark.parametrize("huis", HUIZEN)
def test_elke_plek_die_een_profiel_noemt_heeft_een_rij_en_geen_rij_is_voor_niets(huis: str) -> None:
    assert mist(laad_meegeleverd(huis).brontekst, rijen_van(huis)) == []


def test_een_verwijzing_zonder_rij_een_rij_voor_niets_en_een_plek_erbij_vallen_op() -> None:
    profiel, rijen = laad_meegeleverd("delft").brontekst, rijen_van("delft")
    assert mist(profiel.replace('artikel = "art. 12.3 onder e"', 'artikel = "art. 12.3 onder f"'), rijen) == [
        "geen rij: art. 12.3 onder f",
        "rij voor niets: art. 12.3 onder e",
    ]
    assert mist(profiel + "\n# Zie art. 4.3.\n", rijen) == ["anders genoemd: art. 4.3"]
    lid = '    { functie = "Tolk", artikel = "art. 4.3" },\n    { functie = "Officier van justitie"'
    assert mist(profiel.replace('    { functie = "Officier van justitie"', lid), rijen) == ["anders genoemd: art. 4.3"]


@pytest.mark.parametrize("huis", HUIZEN)
def test_elke_rij_zegt_iets_en_noemt_regels_en_woorden(huis: str) -> None:
    for plaats, rij in rijen_van(huis).items():
        assert rij.tekst.endswith("."), plaats
        assert ((rij.regels is None) and not rij.woorden) == ((huis, plaats) in NIET_IN_DE_TEKST), plaats
        assert len(rij.woorden) < 16


@met_teksten
@pytest.mark.parametrize("huis", HUIZEN)
def test_op_die_regels_staan_dat_artikel_en_die_woorden(huis: str) -> None:
    lijnen = (MAP / BESTANDEN[huis]).read_text("utf-8").splitlines()
    rijen = ((plaats, rij) for plaats, rij in rijen_van(huis).items() if (huis, plaats) not in NIET_IN_DE_TEKST)
    assert [fout for plaats, rij in rijen if (fout := staat_er_niet(plaats, rij, lijnen))] == []
    tekst = " ".join(re.findall(r"\w+", " ".join(lijnen).lower()))
    for plaats, rij in rijen_van(huis).items():
        for cel in (rij.tekst, " ".join(rij.woorden)):
            woorden = re.findall(r"\w+", cel.lower())
            stukken = (" ".join(woorden[begin : begin + 8]) for begin in range(len(woorden) - 7))
            assert not any(stuk in tekst for stuk in stukken), f"een citaat: {plaats}"


@met_teksten
@pytest.mark.parametrize("huis", [huis for huis in HUIZEN if huis != "landelijk"])
def test_elke_partij_heet_zoals_het_convenant_haar_noemt(huis: str) -> None:
    """The model names kinds of partijen, and no partij."""
    tekst = " ".join(re.findall(r"\w+", (MAP / BESTANDEN[huis]).read_text("utf-8").lower()))
    namen = (partij.naam for partij in laad_meegeleverd(huis).partijen)
    anders = {
        naam for naam in namen if " ".join(re.findall(r"\w+", naam.removeprefix("Gemeente ").lower())) not in tekst
    }
    assert anders == VERBETERD.get(huis, set())


@pytest.mark.parametrize(
    ("plaats", "regels", "woorden", "fout"),
    [
        ("art. 3.1", (2, 2), ("maand",), ""),
        ("art. 3.2", (3, 6), ("lid", "komt"), ""),
        ("art. 3.2 onder b", (5, 6), ("partij",), ""),
        ("art. 3", (1, 6), ("tafel",), ""),
        ("bijlage 1", (8, 9), ("formulier",), ""),
        ("art. 3.1", (3, 3), ("tafel",), "art. 3.1 staat op (2, 2), niet op (3, 3)"),
        ("art. 3.3", (2, 2), ("tafel",), "art. 3.3 staat niet in de tekst"),
        ("art. 3.1", (2, 2), ("week", "tafel"), "art. 3.1 zegt niets over ['week']"),
        ("art. 3.1", (2, 2), (), "art. 3.1 zegt niets over []"),
    ],
)  # fmt: skip
def test_een_rij_die_elders_wijst_of_woorden_mist_valt_op(
    plaats: str, regels: tuple[int, int], woorden: tuple[str, ...], fout: str
) -> None:
    assert staat_er_niet(plaats, Vindplaats("Iets.", regels, woorden, Counter()), VERZONNEN) == fout


def test_een_toelichting_kort_een_heel_artikel_niet_in_en_een_nummer_dat_twee_keer_komt_begint_een_ander_lid() -> None:
    lijnen = ["Artikel 3. De Tafel", "3.1. Elke maand.", "Toelichting:", "Kies zelf.", "3.2. Wie komt.", "3.1. Meer."]
    assert [bereik(lijnen, plaats) for plaats in ("art. 3", "art. 3.1", "art. 3.2")] == [(1, 6), (2, 2), (5, 5)]


@pytest.mark.parametrize(
    ("tekst", "genoemd"),
    [
        ("art. 10.3 onder d en e", {"art. 10.3 onder d", "art. 10.3 onder e"}),
        ("zie art. 1.6 en 7.4 onder a", {"art. 1.6", "art. 7.4 onder a"}),
        ("(art. 8.6, 12.2 onder g, 13.1 tweede zin en 18)", {"art. 8.6", "art. 12.2 onder g", "art. 13.1", "art. 18"}),
        ("bijlagen 3 (werkproces) en 4", {"bijlage 3", "bijlage 4"}),
        ("art. 14.4 en bijlage 3, fase 4a", {"art. 14.4", "bijlage 3, fase 4a"}),
        ("Twente art. 11.2.f", {"art. 11.2 onder f"}),
        ("de toelichting bij art. 11.3", {"toelichting bij art. 11.3"}),
        ("De AVG geldt wel (art. 33 en 34). AVG art. 18", set()),
        ("artikel 14.3 van het Privacy Protocol; art. 172 Gemeentewet; art. 12 lid 3", set()),
    ],
)  # fmt: skip
def test_elke_schrijfwijze_van_een_verwijzing_wordt_gelezen(tekst: str, genoemd: set[str]) -> None:
    assert vindplaatsen(tekst) == genoemd


def _teksten_van_de_code(met_uitleg: bool) -> list[tuple[str, str]]:
    """Each text in the package in which a place can be named: the docstrings, or all the rest."""
    return [(waar, tekst) for is_uitleg, waar, tekst in _alle_teksten() if is_uitleg == met_uitleg]


@functools.cache
def _alle_teksten() -> tuple[tuple[bool, str, str], ...]:
    return tuple(_lees_teksten())


def _lees_teksten() -> Iterator[tuple[bool, str, str]]:
    """Is it a docstring, where does it stand, and what does it say."""
    for bestand in sorted((WORTEL / "zvh_desktop").rglob("*.py")):
        knopen = list(ast.walk(ast.parse(bestand.read_text("utf-8"))))
        uitleg = {id(knoop.value) for knoop in knopen if isinstance(knoop, ast.Expr)}
        in_samengesteld = {id(deel) for knoop in knopen if isinstance(knoop, ast.JoinedStr) for deel in knoop.values}
        for knoop in knopen:
            if isinstance(knoop, ast.JoinedStr):
                delen = (deel.value if isinstance(deel, ast.Constant) else "…" for deel in knoop.values)
                soort, tekst = False, "".join(map(str, delen))
            elif isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and id(knoop) not in in_samengesteld:
                soort, tekst = id(knoop) in uitleg, knoop.value
            else:
                continue
            yield soort, str(bestand.relative_to(WORTEL)), tekst


def test_de_schermen_documenten_en_handleiding_noemen_zelf_geen_artikel_van_een_convenant() -> None:
    gevonden = [
        (waar, plaats) for waar, tekst in _teksten_van_de_code(met_uitleg=False) for plaats in vindplaatsen(tekst)
    ]
    mappen = ("handleiding", "brieven", "oefen")
    bronnen = [bron for map_ in mappen for bron in (WORTEL / "resources" / map_).iterdir() if bron.is_file()]
    gevonden += [(bron.name, plaats) for bron in bronnen for plaats in vindplaatsen(bron.read_text("utf-8"))]
    assert gevonden == []


def test_wat_de_uitleg_in_de_code_en_de_bladzijde_van_de_regels_noemen_staat_in_de_tabellen() -> None:
    van_regels = {
        plaats for artikelen in NUMMERING.values() for artikel in artikelen for plaats in vindplaatsen(artikel)
    }
    bekend = van_regels | {plaats for _, plaats in TABEL}
    uitleg = [(waar, plaats) for waar, tekst in _teksten_van_de_code(met_uitleg=True) for plaats in vindplaatsen(tekst)]
    regels = [("regels.md", plaats) for plaats in vindplaatsen((WORTEL / "docs" / "regels.md").read_text("utf-8"))]
    assert [(waar, plaats) for waar, plaats in uitleg + regels if plaats not in bekend] == []
