"""Counting goes on beside the window, and never twice for what was asked twice."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pagina import Pagina, PaginaInvoer
from zvh_desktop.ui.tellingen import Tellingen
from zvh_desktop.ui.uiterlijk.icons import Icoon


class Teller:
    """Counts how often it was asked, in which thread, and waits until it may answer."""

    def __init__(self) -> None:
        self.keren = 0
        self.draden: set[str] = set()
        self.mag = threading.Event()

    def __call__(self) -> int:
        self.draden.add(threading.current_thread().name)
        assert self.mag.wait(120)
        self.keren += 1
        return self.keren


class Kapot(Teller):
    """Cannot count."""

    def __call__(self) -> int:
        super().__call__()
        raise GebruikersFout("De kluis is weg.")


@pytest.fixture
def geteld() -> list[tuple[str, int]]:
    return []


def maak(teller: Teller, gereedschap: Gereedschap, ouder: QObject, geteld: list[tuple[str, int]]) -> Tellingen:
    invoer = (
        PaginaInvoer("acties", "Acties", Icoon.ACTIES, Pagina, teller),
        PaginaInvoer("partijen", "Partijen", Icoon.PARTIJEN, Pagina),
    )
    tellingen = Tellingen(invoer, gereedschap.taken, ouder)
    tellingen.geteld.connect(lambda sleutel, aantal: geteld.append((sleutel, aantal)))
    return tellingen


def test_tellen_houdt_het_venster_niet_op(
    qtbot: QtBot, gereedschap: Gereedschap, geteld: list[tuple[str, int]]
) -> None:
    teller, ouder = Teller(), QObject()
    tellingen = maak(teller, gereedschap, ouder, geteld)
    tellingen.vernieuw({})
    assert geteld == []
    teller.mag.set()
    qtbot.waitUntil(lambda: geteld == [("acties", 1)])
    assert threading.current_thread().name not in teller.draden


def test_wat_intussen_vaker_wordt_gevraagd_wordt_een_keer_geteld(
    qtbot: QtBot, gereedschap: Gereedschap, geteld: list[tuple[str, int]]
) -> None:
    teller, ouder = Teller(), QObject()
    tellingen = maak(teller, gereedschap, ouder, geteld)
    for _ in range(10):
        tellingen.vernieuw({})
    teller.mag.set()
    qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)
    assert teller.keren == 2
    assert geteld == [("acties", 2)]


def test_wat_net_gelezen_is_wordt_niet_geteld(gereedschap: Gereedschap, geteld: list[tuple[str, int]]) -> None:
    teller, ouder = Teller(), QObject()
    maak(teller, gereedschap, ouder, geteld).vernieuw({"acties": 7})
    assert geteld == [("acties", 7)]
    assert gereedschap.taken.bezig() == 0


def test_na_een_fout_wordt_weer_geteld(qtbot: QtBot, gereedschap: Gereedschap, geteld: list[tuple[str, int]]) -> None:
    teller, ouder = Kapot(), QObject()
    teller.mag.set()
    tellingen = maak(teller, gereedschap, ouder, geteld)
    for keer in (1, 2):
        tellingen.vernieuw({})
        qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)
        assert teller.keren == keer
    assert geteld == []
