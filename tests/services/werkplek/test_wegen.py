"""Whoever is told that something is missing elsewhere also gets the way there, when there is a button to show it on."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from zvh_desktop.services import diensten

SERVICES = Path(diensten.__file__).parent
ELDERS = re.compile(r"\bbij (?:Partijen|Beheer,)")
"""The name of another place of the window, as it is said to a user."""
ZONDER_WEG = {
    "brieven/stukken.py": 1,  # the text of a letter: written by another role
    "partijen/aansluiten.py": 2,  # a dialog stands in front of the window
    "partijen/partijen.py": 2,
    "vernietigen/termijnbesluit.py": 1,  # said at that place itself
}
"""Refusals that name a place without a way to it, per module, with the reason; the table only shrinks."""


def zonder_weg(bron: str) -> Iterator[int]:
    """The line of each refusal in this text that names another place and has no ``weg``."""
    for knoop in ast.walk(ast.parse(bron)):
        if not (isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name)):
            continue
        gezegd = " ".join(
            deel.value for deel in ast.walk(knoop) if isinstance(deel, ast.Constant) and isinstance(deel.value, str)
        )
        fout = knoop.func.id in {"GebruikersFout", "InvoerOngeldig", "NietGevonden"}
        if fout and ELDERS.search(gezegd) and "weg" not in {woord.arg for woord in knoop.keywords}:
            yield knoop.lineno


def test_wie_naar_elders_verwijst_geeft_de_weg_erheen() -> None:
    gevonden = {}
    for pad in sorted(SERVICES.rglob("*.py")):
        aantal = len(list(zonder_weg(pad.read_text(encoding="utf-8"))))
        if aantal:
            gevonden[pad.relative_to(SERVICES).as_posix()] = aantal
    assert gevonden == ZONDER_WEG


@pytest.mark.parametrize(
    ("zin", "aantal"),
    [
        ('GebruikersFout("x", advies="Vul het in bij Partijen.")', 1),
        ('InvoerOngeldig("veld", f"{x}", advies="De beheerder doet dat bij Beheer, Instellingen.")', 1),
        ('GebruikersFout("x", advies="Vul het in bij Partijen.", weg=naar_partij(1))', 0),
        ('GebruikersFout("x", advies="Vraag het een collega.")', 0),
    ],
)
def test_de_toets_ziet_een_verwijzing_zonder_weg(zin: str, aantal: int) -> None:
    assert len(list(zonder_weg(zin))) == aantal
