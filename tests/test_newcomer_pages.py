"""The pages for who is new name what is there: every room, in the order of the import contract, and every file."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from zvh_desktop.services.oefenen.accounts import OEFENACCOUNTS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "zvh_desktop"
ARCHITECTURE = (ROOT / "docs" / "architectuur.md").read_text(encoding="utf-8")
NEWCOMER = (ROOT / "docs" / "nieuw-hier.md").read_text(encoding="utf-8")
ROOMS = ARCHITECTURE[ARCHITECTURE.index("## The rooms") : ARCHITECTURE.index("## One act")]
FILE = re.compile(r"`((?:[a-z_]+/)+[a-z_]*(?:\.[a-z]+)?)`")
"""A path between backticks; one with a placeholder in it is none."""
GLOSSARY = (ROOT / "docs" / "glossarium.md").read_text(encoding="utf-8")
IN_A_WHEEL = "zvh_desktop/_resources"


def left_column() -> list[str]:
    """The rooms of services as the page draws them, from the top."""
    lines = ROOMS.splitlines()
    begin = next(number for number, line in enumerate(lines) if line.startswith("services/"))
    end = next(number for number in range(begin, len(lines)) if lines[number] == "```")
    return [found[1] for line in lines[begin + 2 : end] if (found := re.match(r"  ([a-z]+)(?: |$)", line))]


def contract() -> list[str]:
    """The layers of services in pyproject.toml, from the top."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(een["layers"] for een in contracts if een.get("containers") == ["zvh_desktop.services"])
    return [room.strip() for layer in layers for room in layer.split("|")]


def test_every_room_of_services_is_drawn_in_the_order_of_the_contract() -> None:
    rooms = {path.name for path in (PACKAGE / "services").iterdir() if (path / "__init__.py").exists()}
    assert set(left_column()) | {"zoeken"} == rooms, "zoeken is a door, and stands with the doors"
    order = contract()
    places = [order.index(room) for room in left_column()]
    together = {frozenset(layer.split(" | ")) for layer in ("datalek | verzoeken", "rondsturen | overnemen")}
    for above, below in zip(left_column(), left_column()[1:], strict=False):
        assert order.index(above) < order.index(below) or frozenset((above, below)) in together, (above, below)
    assert len(places) == len(set(places))


@pytest.mark.parametrize("layer", ["database", "ui/pages", "documents", "models"])
def test_every_folder_of_the_other_layers_is_named(layer: str) -> None:
    folders = {path.name for path in (PACKAGE / layer).iterdir() if (path / "__init__.py").exists()}
    missing = {name for name in folders - {"migrations"} if not re.search(rf"\b{name}\b", ROOMS)}
    assert missing == set()


@pytest.mark.parametrize("page", [ARCHITECTURE, NEWCOMER], ids=["architectuur", "nieuw-hier"])
def test_every_file_that_is_named_is_there(page: str) -> None:
    named = set(FILE.findall(page)) - {IN_A_WHEEL}
    assert len(named) > 5
    assert sorted(path for path in named if not any((base / path).exists() for base in (ROOT, PACKAGE))) == []


def test_every_name_in_the_glossary_is_in_the_code() -> None:
    """Classes, columns and keys of a profile; of a name with a star what stands before it."""
    sources = [*PACKAGE.rglob("*.py"), *(ROOT / "resources" / "huisprofielen").glob("*.toml")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    words = set(re.findall(r"\w+", text))
    rows = re.findall(r"^\| [^|]+ \| ([^|]+) \|", GLOSSARY, re.MULTILINE)
    named = {word for row in rows for code in re.findall(r"`([^`]+)`", row) for word in re.findall(r"\w+\*?", code)}
    assert len(named) > 100
    assert sorted(word for word in named if word not in words and not (word[-1] == "*" and word[:-1] in text)) == []


def test_every_trial_of_make_that_stands_apart_is_in_the_readme() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    trials = set(re.findall(r"^([a-z-]*(?:proef|storingen)):", makefile, re.MULTILINE))
    assert {"poortproef", "storingen"} <= trials
    in_check = {"wheel-proef"}
    assert sorted(name for name in trials - in_check if f"make {name}`" not in readme) == []


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md"])
def test_every_account_to_practise_with_is_told(page: str) -> None:
    text = " ".join((ROOT / page).read_text(encoding="utf-8").split())
    told = {een.gebruiker for een in OEFENACCOUNTS if f"`{een.gebruiker}`" in text and f"`{een.wachtwoord}`" in text}
    assert told == {een.gebruiker for een in OEFENACCOUNTS}
