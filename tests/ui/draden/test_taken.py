"""Calls run beside the window; answers, errors and progress arrive in it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from ui_hulp import NepMeldingen

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.draden.taken import WACHTTIJD_VENSTER_MS, Taken, Voortgangsvenster


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


class _Losgelaten:
    """Stands for a widget: notes the thread in which the last hold on it is let go."""

    def __init__(self, draden: list[int]) -> None:
        self._draden = draden

    def lees(self) -> int:
        return 1

    def weiger(self) -> None:
        raise ZeroDivisionError

    def lees_met_voortgang(self, meld: Callable[[int, int, str], None]) -> None:
        meld(1, 2, "half")

    def __del__(self) -> None:
        self._draden.append(threading.get_ident())


@pytest.mark.mag_loggen("zvh_desktop.ui.gewone_taal")
@pytest.mark.parametrize("soort", ["lees", "weiger", "lees_met_voortgang"])
def test_wat_van_het_venster_is_wordt_daar_losgelaten(qtbot, taken: Taken, soort: str) -> None:
    """Let go of in a thread of the pool, a widget is taken away twice and the process ends."""
    ouder = QWidget()
    qtbot.addWidget(ouder)
    draden: list[int] = []
    for _ in range(200):
        with qtbot.waitSignal(taken.leeg_geworden):
            if soort == "lees_met_voortgang":
                taken.start_met_voortgang(_Losgelaten(draden).lees_met_voortgang, ouder=ouder, titel="Lezen")
            else:
                taken.start(getattr(_Losgelaten(draden), soort))
    assert taken.stop_alles()
    assert len(draden) == 200
    assert set(draden) == {threading.get_ident()}


class Weigering(QObject):
    """A page that says itself what went wrong."""

    gezegd = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fouten: list[object] = []

    def neem(self, fout: object) -> None:
        self.fouten.append(fout)
        self.gezegd.emit()


@pytest.mark.parametrize("soort", [ZeroDivisionError, RuntimeError, KeyError, OSError, SystemExit, MemoryError])
def test_elke_fout_komt_als_gebruikersfout_en_zonder_inhoud_in_het_log(
    qtbot, taken: Taken, meldingen: NepMeldingen, caplog: pytest.LogCaptureFixture, soort: type[BaseException]
) -> None:
    def breek() -> None:
        raise soort("Testpersoon geheim")

    weigering = Weigering()
    with qtbot.waitSignal(weigering.gezegd):
        taken.start(breek, mislukt=weigering.neem)
    with qtbot.waitSignal(taken.leeg_geworden):
        taken.start(breek)
    for fout in (*weigering.fouten, *meldingen.fouten):
        assert isinstance(fout, GebruikersFout)
        assert fout.gebeurd == "Er ging iets mis in het programma."
        assert fout.advies
        assert "geheim" not in str(fout)
    assert len(meldingen.fouten) == len(weigering.fouten) == 1
    assert f"onverwachte fout {soort.__name__}" in caplog.text
    assert "geheim" not in caplog.text


class MelderDieWacht(NepMeldingen):
    """Shows a refusal as the real window does: in an event loop of its own, until it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.ouder: QWidget | None = None
        self.stond_er: list[bool] = []

    def toon_fout(self, ouder: QWidget | None, fout: GebruikersFout) -> None:
        super().toon_fout(ouder, fout)
        lus = QEventLoop()
        QTimer.singleShot(2 * WACHTTIJD_VENSTER_MS, lus.quit)
        lus.exec()
        assert self.ouder is not None
        self.stond_er += [deel.isVisible() for deel in self.ouder.findChildren(Voortgangsvenster)]


@pytest.mark.mag_loggen("zvh_desktop.ui.gewone_taal")
@pytest.mark.parametrize("lang", [True, False], ids=["met venster", "voor het venster er is"])
@pytest.mark.parametrize("fout", [GebruikersFout("Dat kan niet."), RuntimeError("onverwacht")])
def test_een_taak_die_mislukt_sluit_zijn_venster_en_zegt_de_fout(qtbot, lang: bool, fout: Exception) -> None:
    ouder = QWidget()
    qtbot.addWidget(ouder)
    ouder.show()
    melder = MelderDieWacht()
    melder.ouder = ouder
    taken = Taken(melder, ouder)
    verder = threading.Event()

    def breek(voortgang) -> None:
        voortgang(1, 2, "Concept 1 van 2")
        if lang:
            verder.wait(120)
        raise fout

    taken.start_met_voortgang(breek, ouder=ouder, titel="Concepten bewaren")
    venster = ouder.findChild(Voortgangsvenster)
    assert venster is not None
    if lang:
        qtbot.waitUntil(venster.isVisible)
    with qtbot.waitSignal(taken.leeg_geworden):
        verder.set()
    assert len(melder.fouten) == 1
    assert not any(melder.stond_er), "the window with progress stood over the error"
    qtbot.waitUntil(lambda: not ouder.findChildren(Voortgangsvenster))
    assert taken.bezig() == 0


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
                verder.wait(120)

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
        verder.wait(120)
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
    with qtbot.waitSignal(taken.leeg_geworden):
        pass
    assert ontvanger.antwoorden
    assert tikken, "the event loop turned while the call ran"


@pytest.mark.parametrize("aantal", [25])
def test_veel_taken_na_elkaar_ruimen_zichzelf_op(qtbot, taken: Taken, aantal: int) -> None:
    ontvanger = Ontvanger()
    for _ in range(aantal):
        taken.start(threading.get_ident, gelukt=ontvanger.neem)
    qtbot.waitUntil(lambda: len(ontvanger.antwoorden) == aantal and taken.bezig() == 0)
