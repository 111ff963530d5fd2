"""docs/handleiding is made from the chapters that travel with the application, and is up to date."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "docs" / "handleiding"


def test_pages_are_up_to_date() -> None:
    found = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", "import json, make_handleiding as m; print(json.dumps(dict(m.pages())))"],
        cwd=ROOT / "scripts",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    ).stdout
    kept = {page.name: page.read_text(encoding="utf-8") for page in PAGES.glob("*.md")}
    assert json.loads(found) == kept, "run: python scripts/make_handleiding.py"
