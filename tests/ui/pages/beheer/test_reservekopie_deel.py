"""A copy by hand that takes a while: how far it is, stopped, and asked twice."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from proefkluis import BEHEER
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.services.beheer.beheer import BeheerService
from zvh_desktop.ui.draden.taken import Voortgangsvenster
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.reservekopie import ReservekopieDeel


class Kopieerder:
    """Copies until it may end, and says so meanwhile; how often it began."""

    def __init__(self) -> None:
        self.begonnen = 0
        self.mag_klaar = threading.Event()

    def __call__(self, _doel: Path, voortgang: Callable[[int, int, str], None]) -> None:
        self.begonnen += 1
        while not self.mag_klaar.wait(0.01):
            voortgang(1, 2, "De kluis wordt gekopieerd")


@pytest.fixture
def kopieerder(monkeypatch: pytest.MonkeyPatch) -> Kopieerder:
    kopieerder = Kopieerder()
    monkeypatch.setattr(BeheerService, "maak_reservekopie", kopieerder)
    return kopieerder


@pytest.fixture
def deel(qtbot: QtBot, openen, gereedschap: Gereedschap, meldingen: NepMeldingen, tmp_path: Path) -> ReservekopieDeel:
    deel = ReservekopieDeel(openen(BEHEER), gereedschap)
    qtbot.addWidget(deel)
    with qtbot.waitActive(deel):
        deel.show()
        deel.activateWindow()
    deel.vernieuw()
    meldingen.pad = tmp_path
    deel.maak_knop.setFocus()
    return deel


def test_wie_stopt_leest_dat_er_niets_is_en_kan_meteen_opnieuw(
    qtbot: QtBot, deel: ReservekopieDeel, kopieerder: Kopieerder, gereedschap: Gereedschap
) -> None:
    deel.maak_knop.click()
    (venster,) = deel.findChildren(Voortgangsvenster)
    qtbot.waitUntil(lambda: "gekopieerd" in venster.tekst())
    venster.stop_knop.click()
    assert venster.tekst().startswith("Bezig met stoppen")
    qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)
    assert deel.stand.tekst() == "Gestopt: er is geen reservekopie gemaakt."
    assert deel.maak_knop.isEnabled() and deel.focusWidget() is deel.maak_knop
    kopieerder.mag_klaar.set()
    deel.maak_knop.click()
    qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)
    assert "gemaakt en nagekeken" in deel.stand.tekst()
    assert deel.focusWidget() is deel.maak_knop, "the keys did not go elsewhere"


def test_twee_keer_drukken_maakt_een_kopie(
    qtbot: QtBot, deel: ReservekopieDeel, kopieerder: Kopieerder, gereedschap: Gereedschap
) -> None:
    deel.maak_knop.click()
    deel.maak_knop.click()
    qtbot.waitUntil(lambda: kopieerder.begonnen > 0)
    kopieerder.mag_klaar.set()
    qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)
    assert kopieerder.begonnen == 1


def test_na_stoppen_zegt_wat_nog_loopt_niets_anders_meer(
    qtbot: QtBot, deel: ReservekopieDeel, kopieerder: Kopieerder, gereedschap: Gereedschap
) -> None:
    deel.maak_knop.click()
    (venster,) = deel.findChildren(Voortgangsvenster)
    venster.stop_knop.click()
    venster._on_gevorderd(1, 2, "De kluis wordt gekopieerd")
    assert venster.tekst().startswith("Bezig met stoppen")
    qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)
