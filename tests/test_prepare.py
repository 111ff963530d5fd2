"""What is installed at the same time is all that is pinned, each package once, and nothing that shares a folder."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "scripts"))

import prepare  # noqa: E402  stands in scripts/

PINNED = ("runtime", "development")
NAME = re.compile(r"^([A-Za-z0-9][^=\s]*)==", re.MULTILINE)


@pytest.mark.parametrize("kind", PINNED)
def test_both_halves_together_are_what_is_pinned_with_its_hashes(kind: str) -> None:
    pinned = (ROOT / "requirements" / f"{kind}.txt").read_text(encoding="utf-8")
    first, second = prepare.halves(pinned)
    assert first + second == pinned.partition("\n")[2]
    assert min(len(NAME.findall(first)), len(NAME.findall(second))) > len(NAME.findall(pinned)) / 3


@pytest.mark.parametrize(
    ("names", "first"),
    [
        (("a", "b", "c", "d"), ["a", "b"]),
        (("a", "pyside6-essentials", "pyside6-pdf", "z"), ["a", "pyside6-essentials", "pyside6-pdf"]),
        (("psycopg", "psycopg-binary"), ["psycopg", "psycopg-binary"]),
        (("a",), []),
    ],
)
def test_what_may_share_a_folder_is_not_taken_apart(names: tuple[str, ...], first: list[str]) -> None:
    halves = prepare.halves("# made\n" + "".join(f"{name}==1 \\\n    --hash=sha256:0\n" for name in names))
    assert NAME.findall(halves[0]) == first
    assert NAME.findall("".join(halves)) == list(names)
