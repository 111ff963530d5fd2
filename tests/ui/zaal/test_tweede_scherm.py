"""With two screens: the room fills the one that the chair does not look at, and goes when that screen goes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

_SCHERMEN = [
    {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
    {"name": "beamer", "x": 1366, "y": 0, "width": 1920, "height": 1080},
]
_PROEF = """
import sys
from datetime import UTC, datetime
from PySide6.QtWidgets import QApplication, QWidget
from zvh_desktop.ui.zaal.zaalvenster import Zaalvenster
from zvh_desktop.ui.zaalhouder import Zaalhouder

qt = QApplication(sys.argv[:1])
hoofd = QWidget()
hoofd.move(100, 100)
hoofd.show()
houder = Zaalhouder()
venster = Zaalvenster("Huis", lambda: datetime(2026, 12, 15, 10, tzinfo=UTC))
houder.neem(venster)
venster.zet_neer(hoofd.screen())
print(venster.screen().name(), venster.isFullScreen(), venster.geometry().getRect())
plek = houder.plek()
houder.zwart_op(plek)
print(houder.venster is not venster, houder.plek() == plek, houder.plek().vol)
hoofd.move(1500, 100)
qt.processEvents()
tweede = Zaalvenster("Huis", lambda: datetime(2026, 12, 15, 10, tzinfo=UTC))
houder.neem(tweede)
tweede.zet_neer(hoofd.screen())
print(tweede.screen().name())
qt.screenRemoved.emit(tweede.screen())
print(houder.venster)
"""


def test_beeldvullend_op_het_andere_scherm(tmp_path: Path) -> None:
    instelling = tmp_path / "schermen.json"
    instelling.write_text(json.dumps({"windowFrameMargins": False, "screens": _SCHERMEN}), encoding="utf-8")
    omgeving = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={instelling}",
        "QT_LOGGING_RULES": "qt.qpa.*=false",
        "QT_SCALE_FACTOR": "1",
    }
    gedaan = subprocess.run(
        [sys.executable, "-c", _PROEF], env=omgeving, capture_output=True, text=True, timeout=500, check=True
    )
    assert gedaan.stdout.splitlines() == [
        "beamer True (1366, 0, 1920, 1080)",
        "True True True",
        "laptop",
        "None",
    ]
