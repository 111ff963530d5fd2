"""What a button does, its key does under the same rule: who may not press the one, gets nothing from the other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import zvh_desktop

PAGINAS = Path(zvh_desktop.__file__).parent / "ui" / "pages"
_VRAAGT = re.compile(r"isEnabled|\.mag\b|mag\(|_vast\b|te_wijzigen")
"""What asks whether the button is on, or what that rests on."""
ALTIJD_AAN = {
    "AanTafel.vorige",
    "AanTafel.volgende",
    "Zaalbediening.wissel_scherm",
    "VolgordeDialoog.voeg_toe",
    "PlanPaneel.zet_terug",
    "TriagePaneel.zet_vraag_terug",
    "Overlegpagina.plan",
    "Overlegpagina.wijzig",
}
"""Of these the button is never off, is not there when there is nothing to do, or the page itself asks."""


def _met_knop_en_toets() -> Iterator[tuple[str, str]]:
    for pad in sorted(PAGINAS.rglob("*.py")):
        bron = pad.read_text(encoding="utf-8")
        if ".activated.connect(" not in bron:
            continue
        regels = bron.splitlines()
        for klasse in (een for een in ast.parse(bron).body if isinstance(een, ast.ClassDef)):
            geheel = _tekst_van(klasse, regels)
            doen = {een.name: _tekst_van(een, regels) for een in klasse.body if isinstance(een, ast.FunctionDef)}
            toets = set(re.findall(r"\.activated\.connect\(self\.(\w+)\)", geheel))
            for naam in sorted(
                toets & set(re.findall(r"_knop\.clicked\.connect\(self\.(\w+)\)", geheel)) & doen.keys()
            ):
                verder = (doen.get(een, "") for een in re.findall(r"self\.(\w+)\(", doen.get(naam, "")))
                yield f"{klasse.name}.{naam}", "\n".join((doen.get(naam, ""), *verder))


def _tekst_van(deel: ast.ClassDef | ast.FunctionDef, regels: list[str]) -> str:
    """The lines of it; ast.get_source_segment would take the whole module apart into lines for each."""
    return "\n".join(regels[deel.lineno - 1 : deel.end_lineno])


GEVONDEN = dict(_met_knop_en_toets())


@pytest.mark.parametrize("naam", sorted(GEVONDEN))
def test_een_toets_vraagt_of_zijn_knop_aan_is(naam: str) -> None:
    assert (naam in ALTIJD_AAN) != bool(_VRAAGT.search(GEVONDEN[naam]))


def test_er_wordt_echt_iets_gelezen() -> None:
    assert {"ItemsDeel.wijzig", "ItemsDeel.haal_weg", "ActieLijst.wijzig"} <= GEVONDEN.keys()
    assert len(GEVONDEN) > len(ALTIJD_AAN)
