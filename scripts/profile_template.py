"""Write resources/sjablonen/huisprofiel.toml from docs/huisprofiel.md, so that manual and template cannot differ.

The explanation becomes comments, the TOML blocks stay as they are. A test runs this and compares.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MANUAL = ROOT / "docs" / "huisprofiel.md"
TEMPLATE = ROOT / "resources" / "sjablonen" / "huisprofiel.toml"
WIDTH = 116
FIRST = "Drie afspraken gelden overal"
LAST = "Als het profiel niet klopt"
HEAD = """\
# Sjabloon voor een huisprofiel: een volledig profiel van een verzonnen huis, met uitleg bij elk deel.
# Vul uw eigen huis in en controleer het met: zvh profiel controleer BESTAND
"""


def template(manual: str) -> str:
    """The template that belongs to this text of the manual."""
    manual = manual[manual.index(FIRST) :]
    parts = re.split(r"^```(\w*)\n(.*?)^```\n", manual, flags=re.MULTILINE | re.DOTALL)
    out = [HEAD]
    for prose, kind, block in zip(parts[0::3], [*parts[1::3], ""], [*parts[2::3], ""], strict=True):
        body, last, _ = prose.partition(f"## {LAST}")
        out.extend(_comments(body))
        if last:
            break
        if kind == "toml":
            out.append(block)
    return "\n".join(out)


def _comments(prose: str) -> list[str]:
    """Headings, paragraphs and list items as comments, wrapped anew."""
    out = []
    for paragraph in re.split(r"\n\s*\n|\n(?=- )", prose.strip()):
        if not paragraph:
            continue
        plain = re.sub(r"\[([^\]]+)\]\(([^)]+)\)", r"\1 (\2)", " ".join(paragraph.split()))
        plain = plain.replace("**", "")
        if plain.startswith("## "):
            title = plain.removeprefix("## ")
            out.append(f"# {'=' * len(title)}\n# {title}\n# {'=' * len(title)}")
            continue
        indent = "  " if plain.startswith("- ") else ""
        out.append(
            "\n".join(
                f"# {line}" for line in textwrap.wrap(plain, WIDTH, subsequent_indent=indent, break_on_hyphens=False)
            )
        )
    return [f"{comment}\n" for comment in out]


def main() -> None:
    """Write the template."""
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_text(template(MANUAL.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
