"""Write docs/handleiding: the user manual for readers on the web, in the words of the landelijk model.

The chapters themselves stand in resources/handleiding, with a placeholder for every word in which houses differ; F1
shows them in the words of the house that is open. A test runs this and compares, so the pages cannot fall behind.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from zvh_desktop.services.huis.handleiding import Hoofdstuk, algemene_handleiding

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "handleiding"
PICTURES = "../../resources/handleiding/beeld"
"""Where the pictures stand, seen from a page."""
MARK = "<!-- Gemaakt door scripts/make_handleiding.py uit resources/handleiding; wijzig niet hier. -->"
HEAD = f"""\
# Handleiding

{MARK}

Dit is de handleiding in de woorden van het landelijk model. In de applicatie opent F1 dezelfde hoofdstukken, in de
woorden en met de artikelen van uw eigen huis. De bron staat in `resources/handleiding/`; `make handleiding` maakt deze
pagina's.
"""


def pages() -> Mapping[str, str]:
    """File name -> text, the page that lists the chapters included."""
    chapters = algemene_handleiding()
    lines = "".join(f"- [{_title(chapter)}]({chapter.bestand})\n" for chapter in chapters)
    return {"README.md": f"{HEAD}\n{lines}"} | {chapter.bestand: _page(chapter) for chapter in chapters}


def _title(chapter: Hoofdstuk) -> str:
    return chapter.tekst.splitlines()[0].removeprefix("# ")


def _page(chapter: Hoofdstuk) -> str:
    title, _, rest = chapter.tekst.partition("\n")
    return f"{title}\n\n{MARK}\n{rest.replace('](beeld/', f']({PICTURES}/')}"


def main() -> None:
    """Write the pages and remove those of chapters that are gone."""
    wanted = pages()
    for stale in TARGET.glob("*.md"):
        if stale.name not in wanted:
            stale.unlink()
    for name, text in wanted.items():
        (TARGET / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
