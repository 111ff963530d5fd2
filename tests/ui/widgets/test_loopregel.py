"""A row that goes on on the next line: nothing is cut off, nothing overlaps, and on one line it is as it always was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.ui.widgets.loopregel import Loopregel

TUSSEN = 8


class _Blok(QWidget):
    """Wants one size, whatever the font."""

    def __init__(self, breed: int, hoog: int, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._maat = QSize(breed, hoog)

    def sizeHint(self) -> QSize:
        return self._maat


def rij_van(qtbot, *breedtes: int, rechts_vanaf: int | None = None, hoog: int = 30) -> tuple[QWidget, list[_Blok]]:
    vlak = QWidget()
    qtbot.addWidget(vlak)
    kolom = QVBoxLayout(vlak)
    kolom.setContentsMargins(0, 0, 0, 0)
    rij = Loopregel(tussen=TUSSEN)
    blokken = []
    for plek, breed in enumerate(breedtes):
        if plek == rechts_vanaf:
            rij.rek()
        blok = _Blok(breed, hoog, vlak)
        rij.addWidget(blok)
        blokken.append(blok)
    kolom.addLayout(rij)
    kolom.addStretch(1)
    return vlak, blokken


def toon(vlak: QWidget, breed: int) -> None:
    vlak.resize(breed, 400)
    vlak.show()


def test_past_alles_dan_staat_het_op_een_regel_links_en_rechts(qtbot) -> None:
    vlak, (links, midden, rechts) = rij_van(qtbot, 100, 50, 60, rechts_vanaf=2)
    toon(vlak, 400)
    assert links.geometry() == QRect(0, 0, 100, 30)
    assert midden.geometry() == QRect(108, 0, 50, 30)
    assert rechts.geometry() == QRect(340, 0, 60, 30)


def test_wat_niet_past_gaat_op_de_volgende_regel_verder(qtbot) -> None:
    vlak, (eerste, tweede, derde) = rij_van(qtbot, 100, 100, 100)
    toon(vlak, 210)
    assert eerste.geometry() == QRect(0, 0, 100, 30)
    assert tweede.geometry() == QRect(108, 0, 100, 30)
    assert derde.geometry() == QRect(0, 38, 100, 30)


def test_wat_rechts_hoort_staat_ook_op_de_tweede_regel_rechts(qtbot) -> None:
    vlak, (_, rechts) = rij_van(qtbot, 200, 100, rechts_vanaf=1)
    toon(vlak, 250)
    assert rechts.geometry() == QRect(150, 38, 100, 30)


@pytest.mark.parametrize("breed", range(120, 700, 37))
def test_bij_elke_breedte_is_alles_te_zien_en_valt_niets_over_elkaar(qtbot, breed: int) -> None:
    vlak, blokken = rij_van(qtbot, 120, 40, 90, 110, 30, rechts_vanaf=3)
    toon(vlak, breed)
    for nummer, blok in enumerate(blokken):
        assert blok.size() == blok.sizeHint()
        assert vlak.rect().contains(blok.geometry())
        assert not any(blok.geometry().intersects(ander.geometry()) for ander in blokken[nummer + 1 :])


def test_een_verborgen_deel_neemt_geen_ruimte(qtbot) -> None:
    vlak, (eerste, tweede, derde) = rij_van(qtbot, 100, 100, 100)
    tweede.hide()
    toon(vlak, 210)
    assert derde.geometry() == QRect(108, 0, 100, 30)
    assert eerste.y() == derde.y()


def test_een_regel_die_rechts_hoort_staat_in_zijn_geheel_rechts(qtbot) -> None:
    vlak = QWidget()
    qtbot.addWidget(vlak)
    rij = Loopregel(vlak, tussen=TUSSEN, rechts=True)
    blokken = [_Blok(100, 30, vlak) for _ in range(2)]
    for blok in blokken:
        rij.addWidget(blok)
    toon(vlak, 300)
    assert [blok.x() for blok in blokken] == [92, 200]
