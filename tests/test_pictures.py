"""The pictures of the houses in docs/beeld: of every house the same screens, small, and all of them shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "beeld"
HOUSES = ("twente", "landelijk", "haaglanden", "midden-limburg", "delft")
SCREENS = ("casus", "agenda", "afschaling", "overleg", "regels")
MOST_BYTES = 120_000


def test_every_picture_is_there_and_on_the_page() -> None:
    page = (PICTURES / "README.md").read_text(encoding="utf-8")
    names = {f"{house}-{screen}.png" for house in HOUSES for screen in SCREENS}
    assert {path.name for path in (PICTURES / "huizen").iterdir()} == names
    assert set(re.findall(r"\(huizen/([^)]+)\)", page)) == names


@pytest.mark.parametrize("path", sorted((PICTURES / "huizen").glob("*.png")), ids=lambda path: path.name)
def test_picture_is_small(path: Path) -> None:
    assert path.stat().st_size < MOST_BYTES


MANUAL = PICTURES.parents[1] / "resources" / "handleiding"


def test_every_picture_of_the_manual_is_shown_and_told() -> None:
    """Who cannot see it reads what is on it; it is an invented house, and says so."""
    chapters = "".join(path.read_text(encoding="utf-8") for path in MANUAL.glob("*.md"))
    shown = re.findall(r"!\[([^\]]*)\]\(beeld/([^)]+)\)", chapters)
    assert {name for _told, name in shown} == {path.name for path in (MANUAL / "beeld").iterdir()}
    assert all(told.startswith("Beeld uit de oefenkluis: ") for told, _name in shown)


@pytest.mark.parametrize("path", sorted((MANUAL / "beeld").glob("*.png")), ids=lambda path: path.name)
def test_picture_of_the_manual_is_small(path: Path) -> None:
    assert path.stat().st_size < MOST_BYTES
