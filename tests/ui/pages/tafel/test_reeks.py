"""An overleg planned more often from the list: days shown first, each to leave out, and one way back for all."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.reeksdialoog import ReeksDialoog
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina
from zvh_desktop.ui.toegankelijkheid import bevindingen


@pytest.fixture
def pagina(qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap) -> TafelsPagina:
    gemaakt = TafelsPagina(regie, tafelgereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1024, 700)
    with qtbot.waitExposed(gemaakt):
        gemaakt.show()
    gemaakt.vernieuw()
    return gemaakt


def dagen(regie: Diensten) -> list[date]:
    return sorted(regel.datum for regel in regie.tafels.lijst())


def test_herhalen_toont_de_dagen_en_gaat_in_een_keer_terug(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vul_in(dialoog: ReeksDialoog) -> int:
        dialoog.show()
        assert bevindingen(dialoog) == []
        dialoog.herhaling.setCurrentIndex(dialoog.herhaling.findText("om de week op dinsdag"))
        dialoog.aantal.setValue(3)
        teksten = [dialoog.lijst.item(rij).text() for rij in range(dialoog.lijst.count())]
        assert [tekst.partition(" (")[0] for tekst in teksten] == [
            "di 29 december 2026",
            "di 12 januari 2027",
            "di 26 januari 2027",
        ]
        dialoog.lijst.setFocus()
        dialoog.lijst.setCurrentRow(1)
        qtbot.keyClick(dialoog.lijst, Qt.Key.Key_Space)
        dialoog.bewaar_knop.click()
        return dialoog.result()

    vooraf = dagen(regie)
    assert vooraf == [date(2026, 12, 15)]
    monkeypatch.setattr(ReeksDialoog, "exec", vul_in)
    pagina.herhaal_knop.click()
    assert dagen(regie) == [*vooraf, date(2026, 12, 29), date(2027, 1, 26)]
    assert pagina.meldregel.tekst() == "2 overleggen zijn gepland, tot en met 26 januari 2027."
    assert len(pagina.tabel.model.regels) == 3
    pagina.tabel.naar_tabel()
    qtbot.keyClick(pagina.tabel.tabel, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dagen(regie) == vooraf
    pagina.meldregel.doe_opnieuw()
    assert len(dagen(regie)) == 3


def test_zonder_dag_wordt_er_niets_gepland(qtbot: QtBot, regie: Diensten) -> None:
    reeksen, begin = regie.agenda.reeksen, date(2026, 12, 15)
    gekregen: list[object] = []

    def lees(hoe: object, aantal: int) -> object:
        return reeksen.dagen(begin, hoe, aantal)  # type: ignore[arg-type]

    dialoog = ReeksDialoog(begin, reeksen.keuzes(begin), lees, gekregen.append)  # type: ignore[arg-type]
    qtbot.addWidget(dialoog)
    dialoog.aantal.setValue(1)
    dialoog.lijst.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialoog.bewaar_knop.click()
    assert gekregen == [] and dialoog.formulier.regel("dagen").fout()


def test_een_ander_aantal_laat_staan_wat_is_uitgezet(qtbot: QtBot, regie: Diensten) -> None:
    reeksen, begin = regie.agenda.reeksen, date(2026, 12, 15)

    def lees(hoe: object, aantal: int) -> object:
        return reeksen.dagen(begin, hoe, aantal)  # type: ignore[arg-type]

    dialoog = ReeksDialoog(begin, reeksen.keuzes(begin), lees, print)  # type: ignore[arg-type]
    qtbot.addWidget(dialoog)
    dialoog.aantal.setValue(3)
    aan = [rij for rij in range(3) if dialoog.lijst.item(rij).checkState() is Qt.CheckState.Checked]
    dialoog.lijst.item(aan[0]).setCheckState(Qt.CheckState.Unchecked)
    dialoog.aantal.setValue(5)
    assert dialoog.lijst.item(aan[0]).checkState() is Qt.CheckState.Unchecked
    assert dialoog.lijst.item(aan[1]).checkState() is Qt.CheckState.Checked
    assert dialoog.lijst.item(4).text().endswith("(schoolvakanties niet ingevuld)")
