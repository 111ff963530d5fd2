"""From a refused act through the dialog about what was found, and on: with the real dialog, and with a lock in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from sessiehulp import bouw_vensters, ontgrendel
from ui_hulp import NepToegang

from zvh_desktop.models.keuzen.lekkeuzes import Lekkeuze, Leksoort, Lezersoort
from zvh_desktop.models.keuzes import CasusId, PartijId
from zvh_desktop.services.lek.bestemming import Bestemming
from zvh_desktop.services.lek.gegevens import Lekbevinding, LekOpen
from zvh_desktop.services.lek.vondst import Vondst
from zvh_desktop.ui.bewaren.lekwacht import Lekwacht
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.meldingen import Meldingen
from zvh_desktop.ui.pages.tafel.stukken.lekdialoog import LekDialoog
from zvh_desktop.ui.slot.sessieverloop import Sessieverloop
from zvh_desktop.ui.weg.keuze import na_keuze

AAN = Bestemming(Lezersoort.PARTIJ, "Proefpartij", "1", PartijId(1))
TEKST = "Bel 06-55012345 of mail t.proef@voorbeeld.example."
SOORTEN = {"06-55012345": Leksoort.TELEFOON, "t.proef@voorbeeld.example": Leksoort.EMAIL}


def bevinding(gevonden: str) -> Lekbevinding:
    begin = TEKST.index(gevonden)
    vondst = Vondst(begin, begin + len(gevonden), SOORTEN[gevonden])
    return Lekbevinding(AAN, CasusId(1), "2026-0001", TEKST, "0" * 64, vondst)


class Deur:
    """The service of the choices, and an act that is refused until something was chosen about everything."""

    def __init__(self, *, onthoudt: bool = True) -> None:
        self.gekozen: dict[str, Lekkeuze] = {}
        self.pogingen = 0
        self.weg: list[str] = []
        self._onthoudt = onthoudt

    def laat_mee(self, een: Lekbevinding, reden: str = "") -> None:
        self._kies(een, Lekkeuze.MAG)

    def haal_weg(self, een: Lekbevinding) -> None:
        self._kies(een, Lekkeuze.WEG)

    def neem_terug(self, een: Lekbevinding) -> None:
        self.gekozen.pop(een.gevonden, None)

    def _kies(self, een: Lekbevinding, keuze: Lekkeuze) -> None:
        if self._onthoudt:
            self.gekozen[een.gevonden] = keuze

    def maak(self) -> str:
        """What leaves."""
        self.pogingen += 1
        nog = [bevinding(wat) for wat in SOORTEN if wat not in self.gekozen]
        if nog:
            raise LekOpen(nog)
        self.weg.append(TEKST)
        return "gemaakt"


@pytest.fixture
def vlak(qtbot: QtBot) -> QWidget:
    venster = QWidget()
    qtbot.addWidget(venster)
    vlak = QWidget(venster)
    with qtbot.waitExposed(venster):
        venster.show()
    return vlak


def in_de_dialoog(monkeypatch: pytest.MonkeyPatch, *doe: Callable[[LekDialoog], object]) -> list[LekDialoog]:
    """What somebody does in each dialog that comes; the dialogs that came. More than that many may not come."""
    gekomen: list[LekDialoog] = []

    def exec_(dialoog: LekDialoog) -> int:
        gekomen.append(dialoog)
        dialoog.show()
        doe[len(gekomen) - 1](dialoog)
        return dialoog.result()

    monkeypatch.setattr(LekDialoog, "exec", exec_)
    return gekomen


def haal_alles_weg(dialoog: LekDialoog) -> None:
    for _ in range(dialoog.lijst.count()):
        dialoog.weg_knop.click()
    dialoog.verder_knop.click()


def een_en_dan_later(dialoog: LekDialoog) -> None:
    dialoog.mag_knop.click()
    dialoog.later_knop.click()


def test_na_de_keuze_gaat_dezelfde_daad_door(vlak: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    deur = Deur()
    Lekwacht(lambda: deur, vlak.window())
    gekomen = in_de_dialoog(monkeypatch, haal_alles_weg)
    assert na_keuze(vlak, deur.maak) == "gemaakt"
    assert deur.gekozen == dict.fromkeys(SOORTEN, Lekkeuze.WEG)
    assert (len(gekomen), deur.pogingen, len(deur.weg)) == (1, 2, 1)


def test_later_laat_alles_heel_en_houdt_wat_al_was_gekozen(vlak: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    deur = Deur()
    Lekwacht(lambda: deur, vlak.window())
    in_de_dialoog(monkeypatch, een_en_dan_later, haal_alles_weg)
    with pytest.raises(LekOpen):
        na_keuze(vlak, deur.maak)
    assert (deur.pogingen, deur.weg) == (1, []), "nothing was made, and nothing was tried again"
    assert deur.gekozen == {"06-55012345": Lekkeuze.MAG}
    assert na_keuze(vlak, deur.maak) == "gemaakt", "only the other one is asked the next time"
    assert deur.gekozen["06-55012345"] is Lekkeuze.MAG


def test_dezelfde_vondst_wordt_geen_tweede_keer_gevraagd(vlak: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    deur = Deur(onthoudt=False)
    Lekwacht(lambda: deur, vlak.window())
    gekomen = in_de_dialoog(monkeypatch, haal_alles_weg)
    with pytest.raises(LekOpen):
        na_keuze(vlak, deur.maak)
    assert (len(gekomen), deur.pogingen, deur.weg) == (1, 2, [])


def test_een_taak_gaat_na_de_keuze_door(
    qtbot: QtBot, taken: Taken, vlak: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    deur = Deur()
    Lekwacht(lambda: deur, vlak.window())
    in_de_dialoog(monkeypatch, haal_alles_weg)
    taken.start(deur.maak, vanaf=vlak)
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    assert (deur.pogingen, len(deur.weg)) == (2, 1)


def test_de_dialoog_komt_voor_wat_er_openstaat_en_dan_kan_niemand_erheen(
    qtbot: QtBot, vlak: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked from the sheet behind a dialog that is open: the question is not behind that, and no page changes there."""
    deur = Deur()
    Lekwacht(lambda: deur, vlak.window())
    gezien: list[tuple[QWidget, bool]] = []

    def kijk(dialoog: LekDialoog) -> None:
        gezien.append((dialoog.parentWidget(), dialoog.erheen_knop.isEnabled()))
        dialoog.later_knop.click()

    in_de_dialoog(monkeypatch, kijk, kijk)
    voorop = QDialog(vlak.window())
    voorop.open()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is voorop)
    with pytest.raises(LekOpen):
        na_keuze(vlak, deur.maak)
    voorop.close()
    with pytest.raises(LekOpen):
        na_keuze(vlak, deur.maak)
    assert gezien == [(voorop, False), (vlak, True)]


@pytest.fixture
def verloop(qtbot: QtBot, gereedschap: Gereedschap) -> Iterator[Sessieverloop]:
    verloop = Sessieverloop(NepToegang(), bouw_vensters, gereedschap)
    yield verloop
    verloop.stop()
    for deel in QApplication.topLevelWidgets():
        deel.close()
        deel.deleteLater()


def test_wie_vergrendelt_terwijl_dit_wordt_gevraagd_ziet_er_niets_meer_van(
    qtbot: QtBot, verloop: Sessieverloop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing leaves, nothing was chosen, and no message says over the lock whom the text was for."""
    kluismap = tmp_path / "voorbeeld.kluis"
    kluismap.mkdir()
    verloop.toon_aanmelden(kluismap)
    venster = ontgrendel(qtbot, verloop)
    deur, meldingen = Deur(), list[object]()
    monkeypatch.setattr("zvh_desktop.ui.meldingen.QMessageBox.exec", lambda *_: meldingen.append("gezegd"))
    Lekwacht(lambda: deur, venster)
    gezien: list[str] = []
    echt = LekDialoog.exec

    def exec_(dialoog: LekDialoog) -> int:
        QTimer.singleShot(0, partial(_vergrendel, dialoog))
        return echt(dialoog)

    def _vergrendel(dialoog: LekDialoog) -> None:
        gezien.append(dialoog.zin.toPlainText())
        verloop.vergrendel()
        gezien.append(dialoog.zin.toPlainText())

    monkeypatch.setattr(LekDialoog, "exec", exec_)
    with pytest.raises(LekOpen) as gevangen:
        na_keuze(venster, deur.maak)
    assert gezien == [TEKST, ""], "the sentence is gone with the lock"
    assert (deur.pogingen, deur.gekozen, deur.weg) == (1, {}, [])
    Meldingen().toon_fout(None, gevangen.value)
    assert meldingen == []
    anders = LekOpen([bevinding("06-55012345")])
    Meldingen().toon_fout(None, anders)
    assert len(meldingen) == 1, "where nobody locked, it is said"
