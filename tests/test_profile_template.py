"""The template of a house profile is the manual with its explanation as comments, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from zvh_desktop.errors import ProfielOngeldig
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
    text = TEMPLATE.read_text(encoding="utf-8")
    profile = lees_profiel(text.replace("Voorbeeld", "Eigen").replace("voorbeeld", "eigen"), TEMPLATE.name)
    assert profile.sleutel == "eigenstad"


def test_template_that_nobody_filled_in_is_no_house() -> None:
    with pytest.raises(ProfielOngeldig) as refused:
        lees_profiel(TEMPLATE.read_text(encoding="utf-8"), TEMPLATE.name)
    places = [found.plaats for found in refused.value.bevindingen]
    assert {"sleutel", "naam", "korte_naam", "convenant.naam", "partijen[1].naam", "opschaling.naar"} <= set(places)
    assert all(found.gevonden.startswith("nog niet ingevuld: ") for found in refused.value.bevindingen)
