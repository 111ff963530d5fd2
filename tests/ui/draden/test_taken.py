"""Calls run beside the window; answers, errors and progress arrive in it."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from ui_hulp import NepMeldingen

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.draden.taken import Taken, Voortgangsvenster


class Ontvanger(QObject):
    iets_ontvangen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.antwoorden: list[object] = []
        self.draad = 0

    def neem(self, antwoord: object) -> None:
        self.draad = threading.get_ident()
        self.antwoorden.append(antwoord)
        self.iets_ontvangen.emit()


def test_antwoord_komt_in_de_draad_van_het_venster(qtbot, taken: Taken) -> None:
    ontvanger = Ontvanger()
    with qtbot.waitSignal(ontvanger.iets_ontvangen):
        taken.start(threading.get_ident, gelukt=ontvanger.neem)
    assert ontvanger.antwoorden[0] != threading.get_ident()
    assert ontvanger.draad == threading.get_ident()
    qtbot.waitUntil(lambda: taken.bezig() == 0)


def test_fout_van_de_wereld_wordt_getoond(qtbot, taken: Taken, meldingen: NepMeldingen) -> None:
    def weiger() -> None:
        raise GebruikersFout("Dat kan niet.")

    with qtbot.waitSignal(taken.leeg_geworden):
        taken.start(weiger)
    assert [fout.gebeurd for fout in meldingen.fouten] == ["Dat kan niet."]


def test_eigen_fout_gaat_naar_de_laatste_opvang(qtbot, taken: Taken, meldingen: NepMeldingen) -> None:
    def breek() -> None:
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as gevangen, qtbot.waitSignal(taken.leeg_geworden):
        taken.start(breek)
    assert [soort for soort, _, _ in gevangen] == [ZeroDivisionError]
    assert meldingen.fouten == []


def test_venster_toont_wat_gemaakt_wordt_en_kan_stoppen(qtbot, taken: Taken) -> None:
    ouder = QWidget()
    qtbot.addWidget(ouder)
    ouder.show()
    verder = threading.Event()
    gemaakt: list[int] = []

    def maak(voortgang) -> None:
        for nummer in range(1, 12):
            voortgang(nummer, 11, f"Notulen {nummer} van 11: partij {nummer}")
            gemaakt.append(nummer)
            if nummer == 4:
                verder.wait(10)

    taak = taken.start_met_voortgang(maak, ouder=ouder, titel="Notulen maken")
    venster = ouder.findChild(Voortgangsvenster)
    assert venster is not None
    assert not venster.isVisible()
    qtbot.waitUntil(venster.isVisible)
    assert venster.tekst() == "Notulen 4 van 11: partij 4"
    with qtbot.waitSignal(taak.afgebroken):
        venster.stop_knop.click()
        verder.set()
    assert gemaakt == [1, 2, 3, 4]
    qtbot.waitUntil(lambda: not ouder.findChildren(Voortgangsvenster))


class Kijker(QObject):
    """Remembers whether a window was ever shown."""

    def __init__(self) -> None:
        super().__init__()
        self.gezien = False

    def eventFilter(self, _deel: QObject, gebeurtenis: QEvent) -> bool:
        self.gezien = self.gezien or gebeurtenis.type() == QEvent.Type.Show
        return False


def test_kort_werk_toont_geen_venster(qtbot, taken: Taken) -> None:
    ouder = QWidget()
    qtbot.addWidget(ouder)
    kijker = Kijker()

    def maak(voortgang) -> None:
        voortgang(1, 1, "Notulen 1 van 1")

    taken.start_met_voortgang(maak, ouder=ouder, titel="Notulen maken")
    venster = ouder.findChild(Voortgangsvenster)
    assert venster is not None
    venster.installEventFilter(kijker)
    with qtbot.waitSignal(taken.leeg_geworden):
        pass
    assert not kijker.gezien


def test_na_stoppen_komt_geen_antwoord_meer(qtbot, taken: Taken) -> None:
    ontvanger = Ontvanger()
    verder = threading.Event()

    def maak() -> str:
        verder.wait(10)
        return "te laat"

    taken.start(maak, gelukt=ontvanger.neem)
    qtbot.waitUntil(lambda: taken.bezig() == 1)
    threading.Timer(0.05, verder.set).start()
    assert taken.stop_alles()
    QCoreApplication.processEvents()
    assert ontvanger.antwoorden == []


def test_venster_blijft_leven_terwijl_er_gewerkt_wordt(qtbot, taken: Taken) -> None:
    ontvanger = Ontvanger()

    def zwaar() -> int:
        return sum(range(3_000_000))

    tikken: list[int] = []
    hartslag = QTimer()
    hartslag.setInterval(0)
    hartslag.timeout.connect(partial(tikken.append, 1))
    hartslag.start()
    taken.start(zwaar, gelukt=ontvanger.neem)
    with qtbot.waitSignal(taken.leeg_geworden, timeout=10_000):
        pass
    assert ontvanger.antwoorden
    assert tikken, "the event loop turned while the call ran"


@pytest.mark.parametrize("aantal", [25])
def test_veel_taken_na_elkaar_ruimen_zichzelf_op(qtbot, taken: Taken, aantal: int) -> None:
    ontvanger = Ontvanger()
    for _ in range(aantal):
        taken.start(threading.get_ident, gelukt=ontvanger.neem)
    qtbot.waitUntil(lambda: len(ontvanger.antwoorden) == aantal and taken.bezig() == 0)
