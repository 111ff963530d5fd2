"""The list behind the question mark names every key that the program listens to, and the manual does as well."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import zvh_desktop
from zvh_desktop.paths import resources_map
from zvh_desktop.ui.dialogs.toetsenlijst import TOETSEN
from zvh_desktop.ui.pages.bestuur import ledenvak
from zvh_desktop.ui.pages.tafel.stukken.uitnodiging_details import ANTWOORD_LETTERS
from zvh_desktop.ui.pages.tafel.verslag.aanwezigentabel import AANWEZIG_LETTERS, TIJD
from zvh_desktop.ui.paginas import BRONNEN

_BRON = Path(zvh_desktop.__file__).parent / "ui"
_ZEGT = {"Ins": "Insert", "Del": "Delete", "Space": "Spatie", "Alt+Up": "Alt+pijl omhoog", "Alt+Down": "omlaag"}
_ZEGT |= {"Alt+Left": "Alt+pijl links", "Alt+Right": "rechts", "Return": "Enter", "Up": "Pijl omhoog", "Down": "omlaag"}
_MAKERS = ("sneltoets", "venstertoets", "QKeySequence")
_VANZELF = {"Tab", "Backtab"}
"""Goes to the next field, as in every window of every program."""


def _delen(*woorden: str) -> Iterator[ast.AST]:
    """Of the modules in whose text one of these stands: what stands in the tree stands in the text."""
    for pad in sorted(_BRON.rglob("*.py")):
        tekst = pad.read_text(encoding="utf-8")
        if any(woord in tekst for woord in woorden):
            yield from ast.walk(ast.parse(tekst))


@functools.cache
def _sneltoetsen() -> set[str]:
    """What is handed to the functions that make a key, and to Qt itself."""
    gevonden = set()
    for deel in _delen(*_MAKERS):
        if not isinstance(deel, ast.Call):
            continue
        naam = deel.func.id if isinstance(deel.func, ast.Name) else getattr(deel.func, "attr", "")
        if naam in _MAKERS:
            gevonden |= {een.value for een in deel.args if isinstance(een, ast.Constant) and isinstance(een.value, str)}
    return gevonden


@functools.cache
def _verwerkt() -> set[str]:
    """What a part looks for itself when a key comes in: Key_F2 and the like."""
    namen = (deel.attr for deel in _delen("Key_") if isinstance(deel, ast.Attribute))
    return {naam.removeprefix("Key_") for naam in namen if naam.startswith("Key_")} - _VANZELF


def _staat_er(toets: str, tekst: str) -> bool:
    return re.search(rf"(?<![\w+]){re.escape(_ZEGT.get(toets, toets))}(?![\w])", tekst) is not None


LINKS = (
    "; ".join(toets for _, regels in TOETSEN for toets, _ in regels)
    + "; "
    + "; ".join(betekenis for _, regels in TOETSEN for _, betekenis in regels)
)


@pytest.mark.parametrize("toets", sorted(_sneltoetsen() | _verwerkt()))
def test_elke_toets_staat_in_de_lijst(toets: str) -> None:
    los = re.sub(r"^(Ctrl|Alt)\+", "", toets) if toets == "L" else toets
    assert _staat_er(los, LINKS) or any(_staat_er(f"{hulp}+{los}", LINKS) for hulp in ("Ctrl", "Alt"))


def test_de_bronnen_worden_echt_gelezen() -> None:
    assert {"Ctrl+Z", "Ins", "F5", "Ctrl+F"} <= _sneltoetsen()
    assert {"Space", "1", "3", "F4", "Home", "Insert", "Escape"} <= _verwerkt()


_VAN_QT = {
    "Ctrl+C",
    "Ctrl+A",
    "Shift+pijl",
    "Ctrl+Y",
    "Ctrl+Shift+Z",
    "Ctrl+1",
    "Ctrl+2",
    "Alt+1",
    "Alt+2",
    "Ctrl+Enter",
}
"""What Qt does in a list by itself, and what the sources make of parts: a number, a modifier with Enter."""
_OMSCHREVEN = {"Alt+onderstreepte letter", "Een letter", "Een stuk van de naam", "…"}
_LETTERS = {
    letter.upper() for letters in (AANWEZIG_LETTERS, ANTWOORD_LETTERS, ledenvak._LETTERS, (TIJD,)) for letter in letters
}
_ANDERS = {"Insert": "Ins", "Delete": "Del", "Spatie": "Space", "omlaag": "Down", "rechts": "Alt+Right", "End": "End"}
_ANDERS |= {
    "Pijl omhoog": "Up",
    "Alt+pijl omhoog": "Alt+Up",
    "Alt+pijl omlaag": "Alt+Down",
    "Alt+pijl links": "Alt+Left",
}
_ANDERS |= {"Pijl omlaag in een naam": "Down"}


def _genoemd() -> list[str]:
    """Every key at the left of the list, one by one."""
    rij = (los for _, regels in TOETSEN for toets, _ in regels for los in re.split(r", | of ", toets))
    return sorted(set(rij) - _OMSCHREVEN - _VAN_QT - _LETTERS)


@pytest.mark.parametrize("toets", _genoemd())
def test_elke_genoemde_toets_bestaat(toets: str) -> None:
    """The other way round: what the list promises, the sources listen to."""
    naam = _ANDERS.get(toets, toets)
    assert naam in _sneltoetsen() | _verwerkt()


@pytest.mark.parametrize("letters", [AANWEZIG_LETTERS, ANTWOORD_LETTERS, ledenvak._LETTERS])
def test_losse_letters_staan_in_de_lijst(letters: dict[str, object]) -> None:
    assert ", ".join(letters).upper() in LINKS


@pytest.mark.parametrize("toets", sorted(_sneltoetsen()))
def test_de_handleiding_noemt_dezelfde(toets: str) -> None:
    hoofdstuk = resources_map() / "handleiding" / "16-toetsen.md"
    tekst = hoofdstuk.read_text(encoding="utf-8").replace("pijl omhoog", "Pijl omhoog").replace("Alt+Pijl", "Alt+pijl")
    assert _staat_er(toets, tekst)


def test_de_handleiding_telt_de_onderdelen_links() -> None:
    """Vandaag, and every page that is loaded when it is asked for."""
    tekst = (resources_map() / "handleiding" / "16-toetsen.md").read_text(encoding="utf-8")
    assert f"| Ctrl+1 tot Ctrl+{1 + len(BRONNEN)} |" in tekst
