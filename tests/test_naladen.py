"""What is loaded by name when it is first needed is loaded by one thread at a time."""

from __future__ import annotations

import ast
import json.decoder  # noqa: F401  there before it is asked for
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from zvh_desktop import naladen
from zvh_desktop.naladen import laad_module

PACKAGE = Path(__file__).resolve().parent.parent / "zvh_desktop"
PROEF = "verzonnen_nalader"
KIJKT_OF_EEN_ANDER_MAG = """
from threading import Thread
from zvh_desktop import naladen

mag = []
ander = Thread(target=lambda: mag.append(naladen._EEN_TEGELIJK.acquire(blocking=False)))
ander.start()
ander.join()
"""
ZELF = {"naladen.py", "ui/draden/paginabron.py"}
"""The one place; and what is of Qt, which the thread of the window alone loads."""


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    sys.modules.pop(PROEF, None)


def test_terwijl_een_draad_laadt_laadt_geen_ander(map_: Path) -> None:
    (map_ / f"{PROEF}.py").write_text(KIJKT_OF_EEN_ANDER_MAG, encoding="utf-8")
    assert laad_module(PROEF).mag == [False]


def test_wat_er_al_is_wacht_op_niemand() -> None:
    gehaald: list[object] = []
    ander = Thread(target=lambda: gehaald.append(laad_module("json.decoder")))
    with naladen._EEN_TEGELIJK:
        ander.start()
        ander.join(60)
        assert gehaald == [sys.modules["json.decoder"]]


def test_wat_ontbrak_wordt_een_volgende_keer_opnieuw_gezocht(map_: Path) -> None:
    with pytest.raises(ModuleNotFoundError):
        laad_module(PROEF)
    (map_ / f"{PROEF}.py").write_text("WAARDE = 1", encoding="utf-8")
    assert laad_module(PROEF).WAARDE == 1


def test_nergens_anders_wordt_op_naam_geladen() -> None:
    zelf = {
        bestand.relative_to(PACKAGE).as_posix()
        for bestand in PACKAGE.rglob("*.py")
        if re.search("importlib|__import__", tekst := bestand.read_text(encoding="utf-8"))
        for knoop in ast.walk(ast.parse(tekst))
        if (isinstance(knoop, ast.ImportFrom) and knoop.module == "importlib")
        or (isinstance(knoop, ast.Import) and any(een.name == "importlib" for een in knoop.names))
        or (isinstance(knoop, ast.Name) and knoop.id == "__import__")
    }
    assert zelf - {"services/huis/meegeleverd.py"} <= ZELF
