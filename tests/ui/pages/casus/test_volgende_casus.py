"""What was chosen at one casus is not chosen at the next, in any list of any part; typed by key in each."""

from __future__ import annotations

from datetime import date

import pytest
from proefkluis import WACHTWOORD, maak_casus
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from zvh_desktop.models.keuzes import CasusId, OordeelUitkomst
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.werkplek.plekken import BijCasus
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.casussen import CasussenPagina


@pytest.fixture
def twee(diensten: Diensten) -> tuple[CasusId, CasusId]:
    een, twee = maak_casus(diensten, "Testpersoon Een"), maak_casus(diensten, "Testpersoon Twee")
    diensten.bevestig(WACHTWOORD)
    for casus in (een, twee):
        partijen = [regel.partij_id for regel in diensten.oordelen.blad(casus)[:3]]
        diensten.oordelen.geef(casus, [OordeelInvoer(p, OordeelUitkomst.RECHTMATIG, "Eigen taak") for p in partijen])
        for wat in ("Bellen", "Huisbezoek", "Verslag sturen"):
            diensten.acties.voeg_toe_bij_casus(casus, ActieInvoer(wat, partijen[0], date(2027, 1, 4)))
    return een, twee


@pytest.fixture
def pagina(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> CasussenPagina:
    gemaakt = CasussenPagina(diensten, gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1024, 700)
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
        gemaakt.activateWindow()
    return gemaakt


def lijsten(pagina: CasussenPagina, deel: str) -> list[QAbstractItemView]:
    onderdeel = pagina.blad.delen[deel][1]
    return [lijst for lijst in onderdeel.findChildren(QAbstractItemView) if lijst.window() is pagina]


@pytest.mark.parametrize("deel", ["tijdlijn", "oordelen", "informatie", "acties", "plan", "afschaling"])
def test_keuze_gaat_niet_mee(qtbot: QtBot, pagina: CasussenPagina, twee: tuple[CasusId, CasusId], deel: str) -> None:
    een, ander = twee
    pagina.toon(BijCasus(een, deel))
    gevuld = [lijst for lijst in lijsten(pagina, deel) if lijst.isVisible() and lijst.model().rowCount() > 1]
    for lijst in gevuld:
        lijst.setFocus()
        qtbot.keyClick(lijst, Qt.Key.Key_Down)
        qtbot.keyClick(lijst, Qt.Key.Key_Down)
        assert lijst.currentIndex().row() > 0
    assert gevuld or deel not in ("tijdlijn", "oordelen", "acties")
    pagina.toon(BijCasus(ander, deel))
    # Three partijen have an oordeel: that sheet begins at the first one without.
    begin = 3 if deel == "oordelen" else 0
    for lijst in lijsten(pagina, deel):
        assert lijst.currentIndex().row() in (-1, 0, begin)
        assert {index.row() for index in lijst.selectedIndexes()} <= {0, begin}


def test_geldig_tot_gaat_niet_mee(pagina: CasussenPagina, twee: tuple[CasusId, CasusId]) -> None:
    een, ander = twee
    pagina.toon(BijCasus(een, "oordelen"))
    pagina.blad.oordelen.tot.zet_datum(date(2027, 5, 1))
    pagina.vernieuw()
    assert pagina.blad.oordelen.tot.datum() == date(2027, 5, 1)
    pagina.toon(BijCasus(ander, "oordelen"))
    assert pagina.blad.oordelen.tot.datum() is None


def test_bij_dezelfde_casus_blijft_de_rij(qtbot: QtBot, pagina: CasussenPagina, twee: tuple[CasusId, CasusId]) -> None:
    pagina.toon(BijCasus(twee[0], "oordelen"))
    tabel = pagina.blad.oordelen.tabel
    tabel.setFocus()
    qtbot.keyClick(tabel, Qt.Key.Key_Down)
    rij = tabel.currentIndex().row()
    assert rij > 0
    pagina.blad.vernieuw()
    assert tabel.currentIndex().row() == rij
