"""Nobody signs unseen: every place that signs says what it is for (read from the source itself)."""

from __future__ import annotations

import ast
from pathlib import Path

import zvh_desktop

_UI = Path(zvh_desktop.__file__).parent / "ui"


def _plaatsen() -> list[tuple[str, ast.Call]]:
    gevonden = []
    for pad in _UI.rglob("*.py"):
        if pad.name in ("paneel.py", "bevestiging.py"):
            continue  # where both are made
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if not isinstance(knoop, ast.Call):
                continue
            naam = knoop.func.attr if isinstance(knoop.func, ast.Attribute) else getattr(knoop.func, "id", "")
            eigen = isinstance(knoop.func, ast.Attribute) and getattr(knoop.func.value, "id", "") == "self"
            if (naam == "onderteken" and not eigen) or (naam == "teken" and eigen):
                gevonden.append((f"{pad.relative_to(_UI).as_posix()}:{knoop.lineno}", knoop))
    return gevonden


def test_elke_handtekening_zegt_eerst_waarvoor_zij_is() -> None:
    plaatsen = _plaatsen()
    assert len(plaatsen) >= 11
    zonder = [
        plaats
        for plaats, aanroep in plaatsen
        if len(aanroep.args) + len(aanroep.keywords) < (2 if ast.unparse(aanroep.func) == "self.teken" else 5)
    ]
    assert zonder == []
