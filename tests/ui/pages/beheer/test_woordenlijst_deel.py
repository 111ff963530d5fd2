"""The words of the house in Beheer: typed, taken off and put back, by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from proefkluis import BEHEER, MEDEWERKER
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.woordenlijst import Woordenlijstdeel
from zvh_desktop.ui.toegankelijkheid import bevindingen


@pytest.fixture
def maak(qtbot: QtBot, openen: Callable[..., Diensten], gereedschap: Gereedschap) -> Callable[[str], Woordenlijstdeel]:
    def doe(naam: str) -> Woordenlijstdeel:
        deel = Woordenlijstdeel(openen(naam), gereedschap)
        qtbot.addWidget(deel)
        deel.resize(900, 600)
        deel.show()
        deel.vernieuw()
        return deel

    return doe


def test_woorden_komen_erop_en_gaan_eraf_en_terug(qtbot: QtBot, maak: Callable[[str], Woordenlijstdeel]) -> None:
    deel = maak(MEDEWERKER)
    assert not deel.erbij_knop.isEnabled()
    for woord in ("tafelwarmer", "aapnoot"):
        qtbot.keyClicks(deel.veld, woord)
        with qtbot.waitSignal(deel.gewijzigd):
            qtbot.keyClick(deel.veld, Qt.Key.Key_Return)
        assert deel.veld.text() == ""
    assert deel.lees() == ("aapnoot", "tafelwarmer")
    assert bevindingen(deel) == []
    deel.activateWindow()
    deel.tabel.tabel.setFocus()
    qtbot.waitUntil(deel.tabel.tabel.hasFocus)
    deel.tabel.kies(0)
    qtbot.keyClick(deel.tabel.tabel, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: deel.lees() == ("tafelwarmer",))
    assert "aapnoot is van de woordenlijst gehaald" in deel.ongedaan.tekst()
    deel.ongedaan.maak_ongedaan()
    assert deel.lees() == ("aapnoot", "tafelwarmer")
    deel.ongedaan.doe_opnieuw()
    assert deel.lees() == ("tafelwarmer",)
    deel.maak_leeg()
    assert deel.tabel.gekozen() is None


def test_wat_geen_woord_is_blijft_staan_om_te_verbeteren(
    qtbot: QtBot, maak: Callable[[str], Woordenlijstdeel], meldingen: NepMeldingen
) -> None:
    deel = maak(MEDEWERKER)
    qtbot.keyClicks(deel.veld, "twee woorden")
    qtbot.keyClick(deel.veld, Qt.Key.Key_Return)
    assert "geen woord" in str(meldingen.fouten[-1])
    assert deel.veld.text() == "twee woorden"
    assert deel.lees() == ()


def test_wie_alleen_beheert_leest_waarom_het_er_niet_is(maak: Callable[[str], Woordenlijstdeel]) -> None:
    deel = maak(BEHEER)
    assert not deel.mag()
    assert not deel.veld.isEnabled()
    assert not deel.erbij_knop.isEnabled()
    assert deel.erbij_knop.toolTip()
