"""A cell is opened while another one is: what was typed is kept, and Qt has nothing to complain of."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from zvh_desktop.ui.toetsenbord.celtypen import typ_in


def open_veld(tabel: QTableView, index: QModelIndex) -> QLineEdit:
    veld = tabel.indexWidget(index)
    assert isinstance(veld, QLineEdit)
    return veld


def test_een_open_cel_wordt_bewaard_en_de_gevraagde_gaat_open(qtbot: QtBot) -> None:
    model = QStandardItemModel()
    model.appendRow([QStandardItem("een"), QStandardItem("twee")])
    model.item(0, 1).setEditable(True)
    tabel = QTableView()
    qtbot.addWidget(tabel)
    tabel.setModel(model)
    tabel.show()
    een, twee = model.index(0, 0), model.index(0, 1)
    tabel.setCurrentIndex(een)
    assert typ_in(tabel, een)
    open_veld(tabel, een).setText("Eigen taak")
    assert typ_in(tabel, een), "the same cell again: Qt alone would say 'edit: editing failed'"
    assert een.data() == "Eigen taak"
    assert open_veld(tabel, een).text() == "Eigen taak"
    assert typ_in(tabel, twee)
    assert tabel.indexWidget(twee) is not None
    model.item(0, 0).setEditable(False)
    assert not typ_in(tabel, een)
