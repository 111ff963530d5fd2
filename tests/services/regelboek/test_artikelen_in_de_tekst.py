"""docs/verwijzingen.md: what stands at each article that a profile cites, beside the line of the text.

The texts of the convenanten are no part of this project. With ZVH_CONVENANTEN=MAP (a folder that holds the five files
named on the page) every citation is looked up in them; without it the page is only laid beside the profiles.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from convenanten import HUIZEN, NUMMERING

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd

PAGINA = Path(__file__).parents[3] / "docs" / "verwijzingen.md"
BESTANDEN = dict(zip(HUIZEN, re.findall(r"`(convenant-[a-z-]+\.txt)`", PAGINA.read_text("utf-8")), strict=True))
MAP = Path(os.environ.get("ZVH_CONVENANTEN", "geen map"))
met_teksten = pytest.mark.skipif(not MAP.is_dir(), reason="ZVH_CONVENANTEN noemt geen map met de convenanten")

_MERK = re.compile(r"^[\s#*\-−·]+")
_GRONDSLAGEN = re.compile(r"^grondslagen = \[.*?^\]", re.DOTALL | re.MULTILINE)
_VERWIJZING = re.compile(r"\b(?:art\. )?\d{1,2}\.\d{1,2}(?: onder [a-i])?\b|\bbij(?:lage|voegsel) \d(?:, fase \d)?")


class Rij(NamedTuple):
    """One line of the table."""

    artikel: str
    tekst: str
    regels: tuple[int, ...]


def lees_tabel() -> dict[tuple[str, str], Rij]:
    gevonden: dict[tuple[str, str], Rij] = {}
    for lijn in PAGINA.read_text("utf-8").splitlines():
        cellen = [cel.strip() for cel in lijn.strip("|").split("|")]
        if len(cellen) == 5 and cellen[1] in HUIZEN:
            sleutel = (cellen[0], cellen[1])
            assert sleutel not in gevonden, f"twee keer: {sleutel}"
            gevonden[sleutel] = Rij(cellen[2], cellen[3], tuple(map(int, re.findall(r"\d+", cellen[4]))))
    return gevonden


TABEL = lees_tabel()


def wijs_artikelen_aan(lijnen: list[str]) -> dict[str, int]:
    """On which line each article, part of an article, bijlage and fase of the werkproces begins."""
    gevonden: dict[str, int] = {}
    hoofd = ""
    for nummer, ruw in enumerate(lijnen, 1):
        lijn = _MERK.sub("", ruw).replace("**", "")
        if treffer := re.match(r"Artikel ?(\d+)[.:]", lijn):
            hoofd, plaats = "", f"art. {treffer[1]}"
        elif treffer := re.match(r"(Bijlage|Bijvoegsel) (\d)(?: bij Samenwerkingsconvenant)?(?::|$)", lijn):
            hoofd = plaats = f"{treffer[1].lower()} {treffer[2]}"
        elif treffer := re.match(r"(\d+\.\d+)\.?\s", lijn):
            hoofd = plaats = f"art. {treffer[1]}"
        elif treffer := re.match(r"Fase (\d+a?)\b", lijn):
            plaats = f"{hoofd}, fase {treffer[1]}"
        elif (treffer := re.match(r"([a-i])[.)]\s", lijn)) and hoofd:
            plaats = f"{hoofd} onder {treffer[1]}"
        elif "wordt geen casuïstiek besproken" in lijn:
            plaats = "toelichting bij art. 6"
        else:
            continue
        gevonden.setdefault(plaats, nummer)
    return gevonden


@pytest.fixture(scope="module")
def teksten() -> dict[str, list[str]]:
    """The five texts, line by line."""
    return {huis: (MAP / naam).read_text("utf-8").splitlines() for huis, naam in BESTANDEN.items()}


def test_elke_regel_heeft_in_elk_huis_een_rij_met_het_artikel_van_het_profiel() -> None:
    assert set(TABEL) == {(regel.value, huis) for regel in Regel for huis in HUIZEN}
    for huis in HUIZEN:
        profiel = laad_meegeleverd(huis)
        for regel in Regel:
            rij, gevonden = TABEL[regel.value, huis], profiel.regel(regel)
            assert rij.artikel == (gevonden.artikel or "geen"), (regel, huis)
            assert rij.artikel == (NUMMERING[regel][HUIZEN.index(huis)] or "geen")
            assert len(rij.regels) == (len(gevonden.artikel.split(" en ")) if gevonden.geldt else 0)
            assert gevonden.geldt or rij.tekst == gevonden.reden
            assert rij.tekst.endswith(".")


@met_teksten
@pytest.mark.parametrize("huis", HUIZEN)
def test_elk_artikel_staat_op_de_genoemde_regel(huis: str, teksten: dict[str, list[str]]) -> None:
    plaatsen = wijs_artikelen_aan(teksten[huis])
    for (regel, van), rij in TABEL.items():
        if van == huis and rij.regels:
            assert tuple(plaatsen[artikel] for artikel in rij.artikel.split(" en ")) == rij.regels, regel


@met_teksten
@pytest.mark.parametrize("huis", HUIZEN)
def test_elke_verwijzing_in_een_profiel_bestaat_in_de_tekst(huis: str, teksten: dict[str, list[str]]) -> None:
    plaatsen = wijs_artikelen_aan(teksten[huis])
    zonder_wetten = _GRONDSLAGEN.sub("", laad_meegeleverd(huis).brontekst)
    genoemd = {gevonden.group() for gevonden in _VERWIJZING.finditer(re.sub(r'versie = ".*?"', "", zonder_wetten))}
    ontbreekt = {plaats if plaats.startswith("b") else f"art. {plaats.removeprefix('art. ')}" for plaats in genoemd}
    # Delft and Midden-Limburg name a bijlage that is not in the text; their head says so.
    assert ontbreekt - plaatsen.keys() <= {"bijlage 1"}


@met_teksten
@pytest.mark.parametrize("huis", HUIZEN)
def test_geen_rij_is_een_citaat(huis: str, teksten: dict[str, list[str]]) -> None:
    tekst = " ".join(re.findall(r"\w+", " ".join(teksten[huis]).lower()))
    for (regel, van), rij in TABEL.items():
        woorden = re.findall(r"\w+", rij.tekst.lower())
        stukken = (" ".join(woorden[begin : begin + 8]) for begin in range(len(woorden) - 7))
        assert van != huis or not any(stuk in tekst for stuk in stukken), (regel, van)
