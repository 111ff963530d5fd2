"""Case text does not stay on the clipboard."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from zvh_desktop.errors import GebruikersFout, TeKiezen
from zvh_desktop.ui.draden.taken import Taken, Voortgangsvenster
from zvh_desktop.ui.klembord import METEEN, Klembord, Rijen
from zvh_desktop.ui.weg.keuze import KeuzeGevraagd


def test_eigen_tekst_wordt_gewist(klembord: Klembord) -> None:
    klembord.zet("Testpersoon")
    assert QGuiApplication.clipboard().text() == "Testpersoon"
    assert klembord.bewaak()
    klembord.wis()
    assert QGuiApplication.clipboard().text() == ""
    assert not klembord.bewaak()


def test_tekst_verdwijnt_vanzelf(qtbot, klembord: Klembord) -> None:
    klembord._wachter.setInterval(10)
    klembord.zet("Testpersoon")
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


def test_kopieren_uit_een_veld_telt_ook(qtbot, klembord: Klembord, monkeypatch: pytest.MonkeyPatch) -> None:
    # the offscreen platform never says that it owns the clipboard; Windows, macOS and X11 do
    monkeypatch.setattr(klembord, "_van_ons", lambda *_: True)
    veld = QLineEdit("Testpersoon")
    qtbot.addWidget(veld)
    veld.selectAll()
    veld.copy()
    assert klembord.bewaak()


def test_klembord_is_als_vertrouwelijk_gemerkt(klembord: Klembord) -> None:
    klembord.zet("Testpersoon")
    inhoud = QGuiApplication.clipboard().mimeData()
    assert inhoud.hasFormat("x-kde-passwordManagerHint")


class AnderKlembord:
    """What PySide may give for contents of another program: an object of a class that used to live there."""

    def __init__(self) -> None:
        self.gewist = False

    def mimeData(self, _soort: object = None) -> object:
        return object()

    def supportsSelection(self) -> bool:
        return True

    def ownsSelection(self) -> bool:
        return False

    def ownsClipboard(self) -> bool:
        return False

    def clear(self, _soort: object) -> None:
        self.gewist = True


def test_vreemde_inhoud_houdt_het_vergrendelen_niet_tegen(klembord: Klembord, monkeypatch: pytest.MonkeyPatch) -> None:
    ander = AnderKlembord()
    with monkeypatch.context() as even:
        even.setattr(QGuiApplication, "clipboard", lambda: ander)
        klembord.wis()
        klembord._on_klembord_gewijzigd()
    assert not ander.gewist
    assert not klembord.bewaak()


def _plat(rijen: tuple[tuple[str, ...], ...]) -> tuple[str, str]:
    return "|".join(cel for rij in rijen for cel in rij), ""


def test_rijen_worden_gewogen_voor_ze_op_het_klembord_staan(qtbot, klembord: Klembord) -> None:
    klembord.zet_weger(
        lambda rijen, _over, _meld: tuple(tuple(cel.replace("geheim", "...") for cel in rij) for rij in rijen)
    )
    klembord.zet_rijen((("een geheim", "b"),), ("",), _plat, QWidget())
    assert QGuiApplication.clipboard().text() == "een ...|b"
    klembord.sluit()
    assert QGuiApplication.clipboard().text() == ""
    klembord.zet_rijen((("geen kluis",),), ("",), _plat, QWidget())
    assert QGuiApplication.clipboard().text() == "geen kluis"


def test_wat_niet_te_wegen_is_wordt_niet_gekopieerd(qtbot, klembord: Klembord) -> None:
    def weiger(_rijen: Rijen, _over: tuple[str, ...], _voortgang: object) -> Rijen:
        raise GebruikersFout("De kluis is bezig.")

    klembord.zet("wat er eerder stond")
    klembord.zet_weger(weiger)
    with qtbot.waitSignal(klembord.geweigerd) as gemeld:
        klembord.zet_rijen((("geheim",),), ("",), _plat, QWidget())
    assert gemeld.args[0].gebeurd == "De kluis is bezig."
    assert QGuiApplication.clipboard().text() == ""


VEEL = tuple((f"regel {nummer}",) for nummer in range(METEEN + 1))


class TrageWeger:
    """Goes on when it is told to; ``fout`` is raised at the end of the first time."""

    def __init__(self, fout: GebruikersFout | None = None) -> None:
        self.verder, self.begonnen, self.fout = threading.Event(), threading.Event(), fout
        self.draad = 0

    def __call__(self, rijen: Rijen, _over: tuple[str, ...], voortgang: Callable[[int, int, str], None]) -> Rijen:
        self.draad = threading.get_ident()
        self.begonnen.set()
        assert self.verder.wait(20)
        voortgang(1, 2, "Regel 1")
        fout, self.fout = self.fout, None
        if fout is not None:
            raise fout
        return tuple(("gewogen", *rij) for rij in rijen)


@pytest.fixture
def blad(qtbot: QtBot) -> QWidget:
    gemaakt = QWidget()
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    return gemaakt


def test_veel_rijen_worden_naast_het_venster_nagekeken_en_staan_er_daarna(
    qtbot: QtBot, klembord: Klembord, taken: Taken, blad: QWidget
) -> None:
    weger = TrageWeger()
    klembord.zet_weger(weger, taken)
    klembord.zet("wat er eerder stond")
    klembord.zet_rijen(VEEL, ("",) * len(VEEL), _plat, blad)
    assert QGuiApplication.clipboard().text() == "", "nothing, until all of it was looked through"
    weger.verder.set()
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    assert QGuiApplication.clipboard().text().startswith("gewogen|regel 0|")
    assert weger.draad != threading.get_ident()


def begin_met_veel(klembord: Klembord, taken: Taken, blad: QWidget) -> TrageWeger:
    """Many rows are being looked through; they wait until the one that looks may go on."""
    weger = TrageWeger()
    klembord.zet_weger(weger, taken)
    klembord.zet_rijen(VEEL, ("",) * len(VEEL), _plat, blad)
    return weger


def test_wat_intussen_wordt_gekopieerd_blijft_staan(
    qtbot: QtBot, klembord: Klembord, taken: Taken, blad: QWidget
) -> None:
    weger = begin_met_veel(klembord, taken, blad)
    klembord.zet("een adres")
    weger.verder.set()
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    assert QGuiApplication.clipboard().text() == "een adres"


def test_ook_wat_intussen_uit_een_veld_wordt_gekopieerd_blijft_staan(
    qtbot: QtBot, klembord: Klembord, taken: Taken, blad: QWidget
) -> None:
    weger = begin_met_veel(klembord, taken, blad)
    veld = QLineEdit("uit een veld", blad)
    veld.selectAll()
    veld.copy()
    weger.verder.set()
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    assert QGuiApplication.clipboard().text() == "uit een veld"


def test_ook_wat_een_ander_venster_van_het_programma_intussen_kopieert_blijft_staan(
    qtbot: QtBot, klembord: Klembord, taken: Taken, blad: QWidget
) -> None:
    weger = begin_met_veel(klembord, taken, blad)
    ander = Klembord(blad)
    ander.zet("van het andere venster")
    weger.verder.set()
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    assert QGuiApplication.clipboard().text() == "van het andere venster"


@pytest.mark.parametrize("fout", [TeKiezen("In de tekst staat iets."), GebruikersFout("De kluis is bezig.")])
def test_een_ingehaalde_kopie_vraagt_niets_en_wist_niets(
    qtbot: QtBot, klembord: Klembord, taken: Taken, blad: QWidget, fout: GebruikersFout
) -> None:
    class Kiezer(QObject):
        gevraagd = 0

        def eventFilter(self, _waar: QObject, gebeurtenis: QEvent) -> bool:
            self.gevraagd += isinstance(gebeurtenis, KeuzeGevraagd)
            return False

    kiezer, geweigerd = Kiezer(), list[GebruikersFout]()
    blad.installEventFilter(kiezer)
    klembord.geweigerd.connect(geweigerd.append)
    weger = TrageWeger(fout)
    klembord.zet_weger(weger, taken)
    klembord.zet_rijen(VEEL, ("",) * len(VEEL), _plat, blad)
    qtbot.waitUntil(weger.begonnen.is_set)
    veld = QLineEdit("uit een veld", blad)
    veld.selectAll()
    veld.copy()
    weger.verder.set()
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    assert (kiezer.gevraagd, geweigerd) == (0, [])
    assert QGuiApplication.clipboard().text() == "uit een veld"


def test_wat_het_eigen_wissen_later_nog_vertelt_haalt_niets_in(
    qtbot: QtBot, klembord: Klembord, taken: Taken, blad: QWidget
) -> None:
    """On Windows a change is told afterwards, of our own as well."""
    weger = TrageWeger()
    klembord.zet_weger(weger, taken)
    klembord.zet("wat er eerder stond")
    klembord.zet_rijen(VEEL, ("",) * len(VEEL), _plat, blad)
    QGuiApplication.clipboard().dataChanged.emit()
    weger.verder.set()
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    assert QGuiApplication.clipboard().text().startswith("gewogen|")


def test_na_het_sluiten_komt_er_niets_meer_op(qtbot: QtBot, klembord: Klembord, taken: Taken, blad: QWidget) -> None:
    weger = begin_met_veel(klembord, taken, blad)
    klembord.sluit()
    weger.verder.set()
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    assert QGuiApplication.clipboard().text() == ""


def test_wie_stopt_heeft_niets_gekopieerd(qtbot: QtBot, klembord: Klembord, taken: Taken, blad: QWidget) -> None:
    weger = begin_met_veel(klembord, taken, blad)
    venster = blad.findChild(Voortgangsvenster)
    assert venster is not None
    venster.stop_knop.click()
    weger.verder.set()
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize("gekozen", [True, False])
def test_bij_veel_rijen_wordt_eerst_gekozen_en_dan_pas_gekopieerd(
    qtbot: QtBot, klembord: Klembord, taken: Taken, blad: QWidget, gekozen: bool
) -> None:
    class Kiezer(QObject):
        def eventFilter(self, _waar: QObject, gebeurtenis: QEvent) -> bool:
            if not isinstance(gebeurtenis, KeuzeGevraagd):
                return False
            assert QGuiApplication.clipboard().text() == ""
            gebeurtenis.gekozen = gekozen
            gebeurtenis.accept()
            return True

    kiezer, geweigerd = Kiezer(), list[GebruikersFout]()
    blad.installEventFilter(kiezer)
    klembord.geweigerd.connect(geweigerd.append)
    weger = TrageWeger(TeKiezen("In de tekst staat iets."))
    weger.verder.set()
    klembord.zet_weger(weger, taken)
    klembord.zet_rijen(VEEL, ("",) * len(VEEL), _plat, blad)
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    assert QGuiApplication.clipboard().text().startswith("gewogen|") is gekozen
    assert len(geweigerd) == (0 if gekozen else 1)
