"""A line that is given more height than it needs keeps its icon beside its first words."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStyle
from pytestqt.qtbot import QtBot

from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


def test_het_icoon_staat_naast_de_tekst_ook_als_er_hoogte_over_is(qtbot: QtBot) -> None:
    label = Statuslabel(Icoon.FOUT, "Kies ten minste één rol.")
    qtbot.addWidget(label)
    label.laat_afbreken()
    label.resize(300, 90)
    label.show()
    QApplication.processEvents()
    tekst = QStyle.visualAlignment(label.layoutDirection(), label._tekst.alignment())
    boven = QStyle.alignedRect(
        label.layoutDirection(), tekst, label._tekst.fontMetrics().size(0, label.tekst()), label._tekst.geometry()
    )
    assert abs(boven.center().y() - label._vlak.geometry().center().y()) <= 4
