"""The memory of a process that holds keys is written to no dump, whichever door one came in by."""

from __future__ import annotations

import subprocess
import sys

import pytest

_VRAAG = """
import ctypes, resource
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""
_VENSTER = "from zvh_desktop import app\napp.heeft_beeldscherm = bool\napp.main([])\n"
_REGEL = "from zvh_desktop.opdrachtregel import main\nmain(['profiel', 'controleer', 'nergens.toml'])\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elders is er geen prctl")
@pytest.mark.parametrize("deur", [_VENSTER, _REGEL])
def test_venster_en_opdrachtregel_laten_geen_geheugenafdruk_na(deur: str) -> None:
    uit = subprocess.run([sys.executable, "-c", deur + _VRAAG], capture_output=True, text=True, check=True)
    assert uit.stdout.splitlines()[-1] == "(0, 0) 0"
