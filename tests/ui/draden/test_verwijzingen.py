"""A window that is used for a long time does not run out of None."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from zvh_desktop.ui.draden.verwijzingen import maak_onsterfelijk


def test_honderdduizend_keer_niets_vragen_breekt_niets(qtbot: QtBot) -> None:
    maak_onsterfelijk()
    label = QLabel("x")
    qtbot.addWidget(label)
    for _ in range(100_000):
        assert label.property("bestaat_niet") is None
        assert label.focusWidget() is None


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="van zichzelf onsterfelijk")
def test_nog_een_keer_doen_telt_niet_dubbel() -> None:
    maak_onsterfelijk()
    eerst = sys.getrefcount(None)
    maak_onsterfelijk()
    assert abs(sys.getrefcount(None) - eerst) < 1_000
