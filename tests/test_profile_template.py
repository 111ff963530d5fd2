"""The template of a house profile is the manual with its explanation as comments, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from zvh_desktop.models.profiel.lezen import lees_profiel

ROOT = Path(__file__).resolve().parents[1]
TEMPLATE = ROOT / "resources" / "sjablonen" / "huisprofiel.toml"


def test_template_is_made_from_the_manual() -> None:
    before = TEMPLATE.read_bytes()
    program = "import profile_template as p; print(p.template(p.MANUAL.read_text(encoding='utf-8')), end='')"
    made = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], cwd=ROOT / "scripts", capture_output=True, check=True
    ).stdout
    assert made.replace(b"\r\n", b"\n") == before, "run: python scripts/profile_template.py"


def test_template_is_valid_and_names_no_house() -> None:
    profile = lees_profiel(TEMPLATE.read_text(encoding="utf-8"), TEMPLATE.name)
    assert profile.sleutel == "voorbeeldstad"
