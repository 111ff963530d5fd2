"""docs/regels.md is made from the register, the profiles and the marks on the tests, and is up to date."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from zvh_desktop.services.regelboek.boek import REGELBOEK

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "regels.md"
PROGRAM = """
import json, make_rules
found = {
    "page": make_rules.page(),
    "callers": make_rules.asked_by(),
    "tests": {rule.value: tests for rule, tests in make_rules.tested_by().items()},
}
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def made() -> dict[str, dict[str, list[str]]]:
    """What the script finds now."""
    found = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", PROGRAM],
        cwd=ROOT / "scripts",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    ).stdout
    return dict(json.loads(found))


def test_page_is_up_to_date(made: dict[str, str]) -> None:
    assert made["page"] == PAGE.read_text(encoding="utf-8"), "run: python scripts/make_rules.py"


@pytest.mark.parametrize("rule", REGELBOEK, ids=lambda rule: rule.regel.value)
def test_rule_is_asked_and_tried(rule, made: dict[str, dict[str, list[str]]]) -> None:
    name = rule.functie.__name__
    assert made["callers"][name], f"nothing asks {name}"
    assert made["tests"].get(rule.regel.value), f"no test carries the mark of {rule.regel.value}"
