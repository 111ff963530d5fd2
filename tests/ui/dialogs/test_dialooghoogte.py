"""A dialog is as high as its text needs at the width that it gets: no line cut off, and no empty space around it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLayout, QWidget
from pytestqt.qtbot import QtBot

from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

_ZIN = "Tot die terug is kunt u hier alles lezen, en er niets aan wijzigen. "


class _Proefdialoog(Invoerdialoog[str]):
    def __init__(self, ouder: QWidget | None, zinnen: int) -> None:
        super().__init__("Een dialoog met uitleg", "&Bewaar", lambda _waarde: None, ouder, uitleg=_ZIN * zinnen)
        veld = Tekstveld("Veld", self, regels=3)
        veld.setMinimumWidth(400)
        self.formulier.voeg_toe("veld", "&Veld", veld)


@pytest.mark.parametrize("met_ouder", [True, False])
@pytest.mark.parametrize("zinnen", [1, 3, 6])
def test_zo_hoog_als_de_tekst_nodig_heeft(qtbot: QtBot, zinnen: int, met_ouder: bool) -> None:
    ouder = QWidget()
    qtbot.addWidget(ouder)
    dialoog = _Proefdialoog(ouder if met_ouder else None, zinnen)
    qtbot.addWidget(dialoog)
    with qtbot.waitExposed(dialoog):
        dialoog.show()
    indeling = dialoog.layout()
    assert isinstance(indeling, QLayout)
    assert dialoog._rol is None, "op dit scherm past alles"
    over = dialoog.height() - indeling.totalHeightForWidth(dialoog.width())
    assert 0 <= over < dialoog.fontMetrics().lineSpacing(), "geen regel te weinig en geen lege regel"
