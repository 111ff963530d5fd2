"""Many rows copied in the window as it is: looked through beside it, and on the clipboard once that is done."""

from __future__ import annotations

from collections.abc import Callable

from proefkluis import REGIE
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.klembord import METEEN, Rijen
from zvh_desktop.ui.paginas import bouw_paginas


def _plat(rijen: Rijen) -> tuple[str, str]:
    return "\n".join(cel for rij in rijen for cel in rij), ""


def test_veel_rijen_gaan_langs_de_dienst_en_houden_het_venster_niet_vast(
    qtbot: QtBot, openen: Callable[..., Diensten], gereedschap: Gereedschap
) -> None:
    bouw_paginas(openen(REGIE), gereedschap)
    blad = QWidget()
    qtbot.addWidget(blad)
    rijen = tuple((f"Regel {nummer}.",) for nummer in range(METEEN + 1))
    gereedschap.klembord.zet_rijen(rijen, ("",) * len(rijen), _plat, blad)
    assert gereedschap.taken.bezig() == 1
    assert QGuiApplication.clipboard().text() == ""
    qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)
    assert QGuiApplication.clipboard().text().endswith(f"Regel {METEEN}.")
