"""The register is complete: every key has one function with that name, and every house an article or a reason."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest
from convenanten import HUIZEN, NUMMERING

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd, meegeleverde_profielen
from zvh_desktop.services.regelboek.boek import REGELBOEK, Regelfunctie, Werking
from zvh_desktop.services.regelboek.uitleg import uitleg

PAKKET = Path(inspect.getfile(Regelfunctie)).parents[2]
REGELS = PAKKET / "services" / "regelboek"


def test_elke_regel_staat_er_een_keer_in_op_volgorde() -> None:
    assert [regel.regel for regel in REGELBOEK] == list(Regel)


@pytest.mark.parametrize("regel", REGELBOEK, ids=lambda regel: regel.regel.value)
def test_functie_heet_naar_de_sleutel_en_begint_met_het_profiel(regel: Regelfunctie) -> None:
    assert regel.functie.__name__ == regel.regel.value
    assert next(iter(inspect.signature(regel.functie).parameters)) == "profiel"
    assert f"``{regel.regel.value}``" in (regel.functie.__doc__ or "")
    assert "Source: " in (regel.functie.__doc__ or "")
    assert regel.betekenis.endswith(".")


@pytest.mark.parametrize("huis", meegeleverde_profielen())
def test_elk_huis_noemt_het_artikel_van_zijn_convenant_of_waarom_het_er_geen_heeft(huis: str) -> None:
    profiel = laad_meegeleverd(huis)
    for regel in Regel:
        gevonden = uitleg(regel, profiel)
        assert gevonden.artikel == NUMMERING[regel][HUIZEN.index(huis)], regel
        assert gevonden.geldt is bool(gevonden.artikel)
        assert bool(gevonden.tekst) is gevonden.geldt
        assert bool(gevonden.reden) is not gevonden.geldt
        assert gevonden.zin


def test_alleen_het_regelboek_maakt_weigeringen() -> None:
    elders = [
        f"{pad.relative_to(PAKKET)}:{knoop.lineno}"
        for pad in sorted(PAKKET.rglob("*.py"))
        if REGELS not in pad.parents and pad.name != "errors.py"
        if "RegelGeweigerd" in (bron := pad.read_text(encoding="utf-8"))
        for knoop in ast.walk(ast.parse(bron))
        if isinstance(knoop, ast.Call) and ast.unparse(knoop.func) == "RegelGeweigerd"
    ]
    assert elders == []


def test_alleen_afspraken_tussen_mensen_worden_niet_bewaakt() -> None:
    getoond = {regel.regel for regel in REGELBOEK if regel.werking is Werking.TOONT}
    assert getoond == {
        Regel.GEZAMENLIJKE_AFSPRAKEN,
        Regel.PLAN_VAN_AANPAK,
        Regel.VERSLAGLEGGING,
        Regel.GEHEIMHOUDING,
        Regel.NA_UITTREDING,
        Regel.GESCHIL_PROCESREGISSEUR,
        Regel.GESCHIL_CASUSREGISSEUR,
        Regel.GESCHIL_MANAGER,
        Regel.GESCHIL_INFORMATIEROL,
        Regel.GESCHIL_CONVENANT,
    }
