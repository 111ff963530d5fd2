"""What is asked of each partij: Enter goes down, one text goes to all, and one Ctrl+Z takes that back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tafelkluis import Tafelkluis
from test_voorbereiden import ga_naar, maak
from toetsteller import Toetsteller

from zvh_desktop.models.keuzes import PoortStand
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.agenda.voorbereiden import Voorbereiden
from zvh_desktop.ui.toegankelijkheid import bevindingen

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stap(qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis) -> Voorbereiden:
    return maak(qtbot, regie, tafelgereedschap, tafelkluis)


def _bijdragen(regie: Diensten, kluis: Tafelkluis, punt: int) -> list[str]:
    cellen = regie.agenda.toon(kluis.overleg).punten[punt].cellen
    return [cel.gevraagde_bijdrage for cel in cellen if cel.stand is PoortStand.UITGENODIGD]


def test_enter_gaat_omlaag(qtbot: QtBot, stap: Voorbereiden, regie: Diensten, tafelkluis: Tafelkluis) -> None:
    ga_naar(stap, tafelkluis, 2, "Politie")
    stap.paneel.tabel.setFocus()
    toetsen = Toetsteller(qtbot)
    toetsen.druk(Qt.Key.Key_Home)
    toetsen.typ("Een")
    toetsen.druk(Qt.Key.Key_Return)
    assert stap.paneel.tabel.currentIndex().row() == 1
    toetsen.typ("Twee")
    toetsen.druk(Qt.Key.Key_Return)
    assert {"Een", "Twee"} <= set(_bijdragen(regie, tafelkluis, 2))


def test_hetzelfde_aan_iedereen_en_in_een_keer_terug(
    qtbot: QtBot, stap: Voorbereiden, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    ga_naar(stap, tafelkluis, 1, "Politie")
    stap.paneel.tabel.setFocus()
    toetsen = Toetsteller(qtbot)
    voor = _bijdragen(regie, tafelkluis, 1)
    assert "Overzicht van de incidenten" in voor
    rij = next(nr for nr in range(9) if stap.paneel.model.partij(nr) == tafelkluis.partijen["OM"])
    stap.paneel.tabel.setCurrentIndex(stap.paneel.model.index(rij, 0))
    toetsen.typ("Stand")
    toetsen.druk(Qt.Key.Key_Return, CTRL)
    na = _bijdragen(regie, tafelkluis, 1)
    assert na.count("Stand") == len(voor) - 1
    assert "Overzicht van de incidenten" in na, "wat er al stond blijft"
    toetsen.druk(Qt.Key.Key_Z, CTRL)
    assert _bijdragen(regie, tafelkluis, 1).count("Stand") == 1, "het invullen voor alle is een stap"
    toetsen.druk(Qt.Key.Key_Z, CTRL)
    assert _bijdragen(regie, tafelkluis, 1) == voor
    assert bevindingen(stap) == []


def test_bijdragen_bij_twee_casussen_kosten_weinig_toetsen(
    qtbot: QtBot, stap: Voorbereiden, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    """The part of an agenda that took most of its 183 keys; from the matrix, with walking and typing."""
    ga_naar(stap, tafelkluis, 1, "Politie")
    regie.agenda.vraag_bijdrage(regie.agenda.toon(tafelkluis.overleg).punten[1].id, tafelkluis.partijen["Politie"], "")
    stap.vernieuw()
    stap.matrix.setFocus()
    toetsen = Toetsteller(qtbot)
    for nummer in (1, 2):
        toetsen.druk(Qt.Key.Key_Return)
        assert QApplication.focusWidget() is stap.paneel.tabel
        toetsen.typ("Stand van zaken")
        toetsen.druk(Qt.Key.Key_Return, CTRL)
        toetsen.druk(Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is stap.matrix
        if nummer == 1:
            toetsen.druk(Qt.Key.Key_Down)
    for nummer in (1, 2):
        assert set(_bijdragen(regie, tafelkluis, nummer)) == {"Stand van zaken"}
    assert toetsen.aantal <= 37, "twee keer de tekst van vijftien letters, en nog zeven toetsen"
