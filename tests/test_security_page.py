"""docs/veiligheid.md promises nothing of which nobody can say where it is held."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAAR_BUITEN = {"socket", "ssl", "urllib.request", "http", "smtplib", "ftplib", "asyncio", "PySide6.QtNetwork"}
"""With these a program reaches another computer."""


def test_elke_belofte_heeft_een_proef_die_er_is() -> None:
    geregeld = (ROOT / "docs/veiligheid.md").read_text(encoding="utf-8").split("## Wat de kluis niet kan")[0]
    beloofd = [naam.rstrip(".") for naam in re.findall(r"^- \*\*(.+?)\*\*", geregeld, re.MULTILINE)]
    proeven = (ROOT / "docs/veiligheid-proeven.md").read_text(encoding="utf-8")
    regels = dict(re.findall(r"^\| (?!belofte|-)(.+?) \| (.+?) \|$", proeven, re.MULTILINE))
    assert len(beloofd) >= 16
    assert list(regels) == beloofd
    for bestanden in regels.values():
        genoemd = re.findall(r"`([^`]+)`", bestanden)
        assert genoemd
        assert all((ROOT / pad).is_file() for pad in genoemd), genoemd


def test_niets_in_het_programma_kan_naar_een_andere_computer() -> None:
    gevonden = []
    for pad in (ROOT / "zvh_desktop").rglob("*.py"):
        bron = pad.read_text(encoding="utf-8")
        if not any(naam.split(".")[-1] in bron for naam in NAAR_BUITEN):  # its name would stand there
            continue
        for knoop in ast.walk(ast.parse(bron)):
            namen = [naam.name for naam in knoop.names] if isinstance(knoop, ast.Import | ast.ImportFrom) else []
            if isinstance(knoop, ast.ImportFrom) and knoop.module:
                namen = [knoop.module, *(f"{knoop.module}.{naam}" for naam in namen)]
            gevonden += [f"{pad.name}: {naam}" for naam in namen if naam in NAAR_BUITEN or naam.split(".")[0] == "http"]
    assert gevonden == []
