"""Every icon named exists, and the states of the gate differ without their colour."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from zvh_desktop import paths
from zvh_desktop.models.keuzes import PoortStand
from zvh_desktop.ui.teksten.algemeen import POORT_ICOON, POORT_TEKST
from zvh_desktop.ui.uiterlijk.icons import Icoon, icoonplaatje, laad_icoon


@pytest.mark.parametrize("icoon", list(Icoon))
def test_icoon_bestaat_en_tekent_iets(icoon: Icoon, qapp: QApplication) -> None:
    assert laad_icoon(icoon).availableSizes()
    beeld = icoonplaatje(icoon, QColor("#123456"), 24).toImage()
    gevuld = [
        beeld.pixelColor(x, y)
        for x in range(beeld.width())
        for y in range(beeld.height())
        if beeld.pixelColor(x, y).alpha() > 200
    ]
    assert gevuld
    # half-covered pixels are rounded
    assert all(max(abs(k.red() - 0x12), abs(k.green() - 0x34), abs(k.blue() - 0x56)) <= 3 for k in gevuld)


def test_elk_bestand_heeft_een_naam() -> None:
    bestanden = {bestand.stem for bestand in (paths.resources_map() / "icons").glob("*.svg")}
    assert bestanden == {icoon.value for icoon in Icoon}


def test_elke_stand_van_de_poort_heeft_icoon_en_woord() -> None:
    assert set(POORT_ICOON) == set(PoortStand)
    assert set(POORT_TEKST) == set(PoortStand)


def test_iconen_van_de_poort_verschillen_zonder_kleur(qapp: QApplication) -> None:
    beelden = {icoon: icoonplaatje(icoon, QColor("black"), 16).toImage() for icoon in sorted(set(POORT_ICOON.values()))}
    assert len(beelden) == 6
    for (_, een), (_, ander) in combinations(beelden.items(), 2):
        verschil = sum(
            abs(een.pixelColor(x, y).alpha() - ander.pixelColor(x, y).alpha()) > 128
            for x in range(een.width())
            for y in range(een.height())
        )
        assert verschil >= 8
