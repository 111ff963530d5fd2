"""What the user drags stays after closing: the border of a Deelsplitser, the columns of a tree and of fields."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.widgets.deelsplitser import Deelsplitser
from zvh_desktop.ui.widgets.kolombreedtes import Kolombreedtes


def maak(qtbot: QtBot, instellingen: Instellingen) -> Deelsplitser:
    blad = QWidget()
    qtbot.addWidget(blad)
    boven, onder = QLabel("boven"), QLabel("onder")
    boven.setMinimumHeight(40)
    onder.setMinimumHeight(40)
    splitser = Deelsplitser(boven, onder, blad, instellingen=instellingen, sleutel="proef")
    splitser.resize(300, 400)
    with qtbot.waitExposed(blad):
        blad.show()
    return splitser


def test_de_grens_staat_na_sluiten_waar_zij_werd_gelegd(qtbot: QtBot, tmp_path: Path) -> None:
    pad = tmp_path / "instellingen.ini"
    instellingen = Instellingen(pad)
    splitser = maak(qtbot, instellingen)
    splitser.setSizes([250, 145])
    splitser.splitterMoved.emit(250, 1)
    gelegd = splitser.sizes()
    instellingen.bewaar()
    opnieuw = maak(qtbot, Instellingen(pad))
    assert abs(opnieuw.sizes()[0] - gelegd[0]) <= 1
    opnieuw.resize(300, 800)
    assert abs(opnieuw.sizes()[0] / sum(opnieuw.sizes()) - gelegd[0] / sum(gelegd)) < 0.02


def test_dubbelklik_op_de_grens_geeft_haar_terug(qtbot: QtBot, tmp_path: Path) -> None:
    instellingen = Instellingen(tmp_path / "instellingen.ini")
    splitser = maak(qtbot, instellingen)
    zelf = splitser.sizes()
    splitser.setSizes([250, 145])
    splitser.splitterMoved.emit(250, 1)
    assert splitser.sizes() != zelf
    dubbel = QMouseEvent(
        QEvent.Type.MouseButtonDblClick,
        QPointF(2, 2),
        QPointF(2, 2),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(splitser.handle(1), dubbel)
    assert splitser.sizes() == zelf
    assert maak(qtbot, instellingen).sizes() == zelf


def test_kolommen_van_een_boom_en_van_velden_passen_bij_wat_erin_staat(qtbot: QtBot) -> None:
    boom = QTreeWidget()
    qtbot.addWidget(boom)
    boom.setColumnCount(2)
    QTreeWidgetItem(boom, ["vrijdag 11 december 2026", "Aanmelding in behandeling genomen"])
    boom.resize(700, 200)
    breedtes = Kolombreedtes(boom)
    nodig = boom.fontMetrics().horizontalAdvance("vrijdag 11 december 2026")
    assert boom.header().sectionSize(0) >= nodig + boom.indentation()
    assert breedtes.eigen() == {}
    tabel = QTableWidget(1, 2)
    qtbot.addWidget(tabel)
    tabel.setItem(0, 0, QTableWidgetItem("Lid"))
    keuze = QComboBox(tabel)
    keuze.addItem("niet gestemd over dit voorstel")
    tabel.setCellWidget(0, 1, keuze)
    tabel.resize(700, 200)
    van_velden = Kolombreedtes(tabel)
    assert van_velden.eigen() == {}
    assert tabel.horizontalHeader().sectionSize(1) >= keuze.sizeHint().width()
