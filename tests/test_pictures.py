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
