"""Every link in the pages goes somewhere: to a file that is there, and to a heading that stands in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "tests").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)\s#]*)#?([^)\s]*)\)")


def anchors(page: Path) -> set[str]:
    """What the headings of a page are called in a link, as a reader on the web makes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_goes_somewhere(page: Path) -> None:
    dead = []
    for path, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        target = page.parent / path if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(f"{path}#{anchor}")
    assert dead == []


def test_what_people_read_is_what_the_server_page_explains() -> None:
    """docs/team.md begins each line of its table with words of a message; they are to stand in the sources."""
    table = (ROOT / "docs" / "team.md").read_text(encoding="utf-8").split("### Wat mensen lezen")[1].split("###")[0]
    messages = [
        half for first in re.findall(r"^\| (?!melding|-)(.+?) \|", table, re.MULTILINE) for half in first.split(" / ")
    ]
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "zvh_desktop").rglob("*.py"))
    spoken = re.sub(r'"\s*\n\s*f?"', "", sources)
    assert len(messages) > 10
    assert [message for message in messages if message not in spoken] == []
