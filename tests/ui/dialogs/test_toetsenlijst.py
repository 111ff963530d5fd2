"""The list behind the question mark names every key that the program listens to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import zvh_desktop
from zvh_desktop.ui.dialogs.toetsenlijst import ALGEMENE_TOETSEN

_BRON = Path(zvh_desktop.__file__).parent / "ui"
_ZEGT = {"Ins": "Insert", "Del": "Delete", "Space": "Spatie", "Alt+Up": "Alt+pijl omhoog", "Alt+Down": "omlaag"}
_ZEGT |= {"Alt+Left": "Alt+pijl links", "Alt+Right": "rechts"}


def _toetsen() -> set[str]:
    bron = "\n".join(pad.read_text(encoding="utf-8") for pad in _BRON.rglob("*.py"))
    return {toets for aanroep in re.findall(r"(?:sneltoets|venstertoets)\(\s*((?:\"[^\"]+\",?\s*)+)", bron)
            for toets in re.findall(r'"([^"]+)"', aanroep)}  # fmt: skip


@pytest.mark.parametrize("toets", sorted(_toetsen()))
def test_elke_sneltoets_staat_in_de_lijst(toets: str) -> None:
    alle = "; ".join(links for links, _ in ALGEMENE_TOETSEN)
    assert _ZEGT.get(toets, toets) in alle


def test_er_zijn_sneltoetsen_gevonden() -> None:
    assert {"Ctrl+Z", "Ins", "F5", "Ctrl+F"} <= _toetsen()
