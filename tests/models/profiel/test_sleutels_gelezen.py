"""Every key of a profile is read by something other than its reader and its check: what is not used is not asked."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from zvh_desktop.models.profiel import huisprofiel

PAKKET = Path(huisprofiel.__file__).parents[2]
PROFIEL = PAKKET / "models" / "profiel"
HANDLEIDING = PAKKET.parent / "resources" / "handleiding"
KLASSEN = [klasse for klasse in vars(huisprofiel).values() if isinstance(klasse, type) and is_dataclass(klasse)]
VELDEN = [(klasse, veld.name) for klasse in KLASSEN for veld in fields(klasse)]
_BUIGING = re.compile(r"\{(?:\w+ )?([^{}:]+)\}")


def _gelezen(boom: ast.AST) -> Iterator[str]:
    """Each attribute that is read, and each word in a text by which a term can be named: 'jaarplan', '{t.triage}'."""
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Attribute) and isinstance(knoop.ctx, ast.Load):
            yield knoop.attr
        elif isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
            yield from re.findall(r"[a-z_]+", knoop.value)


def _buiten_het_profiel() -> set[str]:
    gevonden: set[str] = set()
    for pad in PAKKET.rglob("*.py"):
        if PROFIEL not in pad.parents and "migrations" not in pad.parts:
            gevonden.update(_gelezen(ast.parse(pad.read_text("utf-8"))))
    for pad in HANDLEIDING.glob("*.md"):
        gevonden.update(
            naam.lower().replace(" ", "_") for naam in _BUIGING.findall(pad.read_text("utf-8").replace("\n", " "))
        )
    return gevonden


def _via_eigen_methoden(buiten: set[str]) -> set[str]:
    """What a method of the profile reads counts when that method is itself asked for."""
    bomen = [
        ast.parse((PROFIEL / naam).read_text("utf-8")) for naam in ("huisprofiel.py", "samenstelling.py", "termen.py")
    ]
    methoden = [knoop for boom in bomen for knoop in ast.walk(boom) if isinstance(knoop, ast.FunctionDef)]
    gevraagd, voor = set(buiten), set[str]()
    while gevraagd != voor:
        voor = set(gevraagd)
        gevraagd.update(naam for methode in methoden if methode.name in voor for naam in _gelezen(methode))
    return gevraagd


@pytest.fixture(scope="module")
def gelezen() -> set[str]:
    buiten = _buiten_het_profiel()
    return _via_eigen_methoden(buiten)


def test_elke_sleutel_wordt_ergens_gebruikt(gelezen: set[str]) -> None:
    dood = {f"{klasse.__name__}.{naam}" for klasse, naam in VELDEN if naam not in gelezen}
    assert dood == set()


def test_een_sleutel_die_niemand_leest_valt_op(gelezen: set[str]) -> None:
    assert {"operationeel_overleg", "plannen_van_aanpak", "casusregisseurs"}.isdisjoint(gelezen)
