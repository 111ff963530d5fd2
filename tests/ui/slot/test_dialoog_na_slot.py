"""Lock with a dialog open, unlock, and go on typing in it: with real keys, from the page that had opened it."""

from __future__ import annotations

import gc
import re
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton, QWidget
from ui_hulp import (
    GOED_WACHTWOORD,
    NepDiensten,
    NepMeldingen,
    NepToegang,
    PaginaMaker,
    TekstPagina,
    maak_sessie,
    zoek_nep,
)

from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pages.beheer.herstelsleuteldialoog import HerstelsleutelDialoog
from zvh_desktop.ui.pages.partijen.csv_voorbeeld import CsvVoorbeeldDialoog
from zvh_desktop.ui.slot.heropening import bewaarde_dialoog
from zvh_desktop.ui.slot.sessieverloop import Sessieverloop
from zvh_desktop.ui.vensters import Vensters
from zvh_desktop.ui.widgets.velden.wachtwoordveld import Wachtwoordveld


class VoorbeeldDialoog(Invoerdialoog[str]):
    def __init__(self, wie: str, bewaar: Callable[[str], object], ouder: QWidget) -> None:
        super().__init__(f"Wijzig {wie}", "&Bewaar", bewaar, ouder)
        self.regel = QLineEdit(self)
        self.wachtwoord = Wachtwoordveld("Wachtwoord", self)
        self.formulier.voeg_toe("regel", "Regel", self.regel)
        self.formulier.voeg_toe("wachtwoord", "Wachtwoord", self.wachtwoord)

    def invoer(self) -> str:
        return self.regel.text()


class LijstPagina(TekstPagina):
    """A list of which the chosen line is opened in a dialog."""

    def __init__(
        self, diensten: NepDiensten, op_dialoog: Callable[[VoorbeeldDialoog], None], regels: list[str]
    ) -> None:
        super().__init__(diensten)
        self._op_dialoog = op_dialoog
        self.lijst = QListWidget(self)
        self.lijst.setObjectName("keuzelijst")
        self.lijst.setAccessibleName("Keuzelijst")
        self.lijst.addItems(regels)
        self.knop = QPushButton("Wijzig", self)
        self.knop.setAccessibleName("Wijzig")
        self.knop.clicked.connect(self._on_wijzigen)
        self.bewaard: list[str] = []

    def _on_wijzigen(self) -> None:
        regel = self.lijst.currentItem()
        if regel is None:
            return
        dialoog = VoorbeeldDialoog(regel.text(), self.bewaard.append, self)
        self._op_dialoog(dialoog)
        dialoog.antwoord()


class Proef:
    """A session whose dialog is typed in once, locked, and looked at when it is back."""

    def __init__(self, qtbot, gereedschap: Gereedschap, kluismap: Path) -> None:
        self.qtbot = qtbot
        self.toegang = NepToegang()
        self.verloop = Sessieverloop(self.toegang, self._vensters, gereedschap)
        self.kluismap = kluismap
        self.regels = ["eerste", "tweede", "derde"]
        self.terug: list[tuple[str, str, str, int, bool]] = []
        self._typen = True

    def _vensters(self) -> Vensters:
        def bouw(diensten: NepDiensten, _gereedschap: Gereedschap):
            maak = partial(LijstPagina, diensten, self.op_dialoog, self.regels)
            return [replace(deel, maak=maak) for deel in PaginaMaker(diensten).invoer()]

        return Vensters(bouw, lambda _diensten: zoek_nep)

    def op_dialoog(self, dialoog: VoorbeeldDialoog) -> None:
        if self._typen:
            self._typen = False
            QTimer.singleShot(0, partial(self._typ_en_vergrendel, dialoog))
        else:
            dialoog.regel.textChanged.connect(lambda _tekst: QTimer.singleShot(0, partial(self._kijk, dialoog)))

    def _typ_en_vergrendel(self, dialoog: VoorbeeldDialoog) -> None:
        self.qtbot.keyClicks(dialoog.regel, "Testpersoon half")
        self.qtbot.keyClicks(dialoog.wachtwoord, "mijn geheim")
        dialoog.regel.setFocus()
        dialoog.regel.setCursorPosition(4)
        self.qtbot.keyClick(dialoog.regel, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    def _kijk(self, dialoog: VoorbeeldDialoog) -> None:
        if self.terug:
            return
        regel = dialoog.regel
        toets = dialoog.focusWidget() is regel
        self.terug.append(
            (dialoog.windowTitle(), regel.text(), dialoog.wachtwoord.text(), regel.cursorPosition(), toets)
        )
        self.qtbot.keyClicks(dialoog.focusWidget(), "XY")
        self.qtbot.keyClick(dialoog.bewaar_knop, Qt.Key.Key_Space)

    def ontgrendel(self, gebruiker: str = "j.oefenman") -> Hoofdvenster:
        aanmelden = self.verloop.aanmeldvenster
        assert aanmelden is not None
        aanmelden.naam_veld.setCurrentText(gebruiker)
        aanmelden.wachtwoord_veld.setText(GOED_WACHTWOORD)
        with self.qtbot.waitSignal(self.verloop.ontgrendeld):
            aanmelden.open_knop.click()
        assert self.verloop.venster is not None
        return self.verloop.venster

    def vergrendel_met_dialoog(self) -> None:
        self.verloop.toon_aanmelden(self.kluismap)
        venster = self.ontgrendel()
        venster.ga_naar("casussen")
        pagina = venster.pagina("casussen")
        assert isinstance(pagina, LijstPagina)
        pagina.lijst.setCurrentRow(1)
        with self.qtbot.waitSignal(self.verloop.vergrendeld):
            pagina.knop.click()

    def pagina(self) -> LijstPagina:
        assert self.verloop.venster is not None
        pagina = self.verloop.venster.pagina("casussen")
        assert isinstance(pagina, LijstPagina)
        return pagina


@pytest.fixture
def proef(qtbot, gereedschap: Gereedschap, tmp_path: Path) -> Iterator[Proef]:
    kluismap = tmp_path / "voorbeeld.kluis"
    kluismap.mkdir()
    gemaakt = Proef(qtbot, gereedschap, kluismap)
    yield gemaakt
    gemaakt.verloop.stop()
    for deel in QApplication.topLevelWidgets():
        deel.close()
        deel.deleteLater()


def test_zelfde_dialoog_velden_en_aanwijzer_komen_terug(qtbot, proef: Proef, meldingen: NepMeldingen) -> None:
    proef.vergrendel_met_dialoog()
    proef.ontgrendel()
    qtbot.waitUntil(lambda: bool(proef.pagina().bewaard))
    assert proef.terug == [("Casustafel - Wijzig tweede", "Testpersoon half", "", 4, True)]
    assert proef.pagina().bewaard == ["TestXYpersoon half"]
    assert meldingen.berichten == []


def test_het_komt_een_keer_terug(qtbot, proef: Proef) -> None:
    proef.vergrendel_met_dialoog()
    proef.ontgrendel()
    qtbot.waitUntil(lambda: bool(proef.pagina().bewaard))
    with qtbot.waitSignal(proef.verloop.vergrendeld):
        proef.verloop.vergrendel()
    proef.ontgrendel()
    with qtbot.waitSignal(proef.verloop.vergrendeld):
        QTimer.singleShot(0, proef.verloop.vergrendel)
    assert len(proef.terug) == 1


def test_achter_het_slot_is_er_niets_van_te_lezen(qtbot, proef: Proef) -> None:
    proef.vergrendel_met_dialoog()
    for deel in QApplication.allWidgets():
        assert "Testpersoon" not in str(deel.property("text") or "")
        assert "Wijzig tweede" not in deel.windowTitle()
    gc.collect()
    kennis = [deel for deel in gc.get_objects() if type(deel).__name__ in ("Bewaard", "Dialoogstand", "Aanleiding")]
    assert kennis == []


class Merk:
    """Something that a method holds while its dialog waits."""


def test_wie_zoekt_wat_de_dialoog_opende_houdt_daar_niets_van_vast(qtbot) -> None:
    """Not until Python looks for rings: what Qt deletes meanwhile would be taken for what comes in its place."""
    venster = QWidget()
    qtbot.addWidget(venster)
    venster.show()
    dialoog = VoorbeeldDialoog("iemand", print, venster)
    dialoog.show()

    def opent() -> weakref.ref[Merk]:
        merk = Merk()
        assert bewaarde_dialoog(venster, [dialoog]) is not None
        return weakref.ref(merk)

    gc.disable()
    try:
        assert opent()() is None
    finally:
        gc.enable()


def test_een_ander_krijgt_hem_niet_te_zien_en_de_eigenaar_daarna_wel(qtbot, proef: Proef) -> None:
    proef.vergrendel_met_dialoog()
    proef.toegang.diensten.sessie = maak_sessie(gebruiker="m.voorbeeld")
    proef.ontgrendel("m.voorbeeld")
    with qtbot.waitSignal(proef.verloop.vergrendeld):
        QTimer.singleShot(0, proef.verloop.vergrendel)
    assert proef.terug == []
    proef.toegang.diensten.sessie = maak_sessie()
    venster = proef.ontgrendel()
    venster.ga_naar("casussen")
    qtbot.waitUntil(lambda: bool(proef.terug))


def test_wat_niet_vanzelf_opent_wordt_gezegd_en_blijft_bewaard(qtbot, proef: Proef, meldingen: NepMeldingen) -> None:
    proef.vergrendel_met_dialoog()
    proef.regels = []
    proef.ontgrendel()
    qtbot.waitUntil(lambda: bool(meldingen.berichten))
    assert "Wijzig tweede" in meldingen.berichten[0]
    pagina = proef.pagina()
    pagina.lijst.addItem("tweede")
    pagina.lijst.setCurrentRow(0)
    pagina.knop.click()
    assert proef.terug[0][1] == "Testpersoon half"


class KijkDialoog(Dialoog):
    """Shows something once; nothing in it can come back."""

    heropenen = False
    bij_verlies = "De lijst is niet ingelezen. Kies het bestand opnieuw."


def _sluit_af_met(qtbot, proef: Proef, *dialogen: Dialoog) -> None:
    for dialoog in dialogen:
        dialoog.open()
    with qtbot.waitSignal(proef.verloop.vergrendeld):
        proef.verloop.vergrendel()


def test_wat_niet_terugkomt_wordt_gezegd(qtbot, proef: Proef, meldingen: NepMeldingen) -> None:
    proef.verloop.toon_aanmelden(proef.kluismap)
    _sluit_af_met(qtbot, proef, KijkDialoog(proef.ontgrendel()))
    assert meldingen.berichten == []
    proef.ontgrendel()
    qtbot.waitUntil(lambda: bool(meldingen.berichten))
    assert "De lijst is niet ingelezen. Kies het bestand opnieuw." in meldingen.berichten[0]
    with qtbot.waitSignal(proef.verloop.vergrendeld):
        QTimer.singleShot(0, proef.verloop.vergrendel)
    venster = proef.ontgrendel()
    with qtbot.waitSignal(venster.destroyed):
        QTimer.singleShot(0, proef.verloop.vergrendel)
    assert len(meldingen.berichten) == 1, "it is told once"


def test_van_twee_vensters_op_elkaar_komt_het_onderste_terug_en_het_andere_wordt_genoemd(
    qtbot, proef: Proef, meldingen: NepMeldingen
) -> None:
    proef.verloop.toon_aanmelden(proef.kluismap)
    onder = VoorbeeldDialoog("onder", proef.regels.append, proef.ontgrendel())
    boven = VoorbeeldDialoog("boven", proef.regels.append, onder)
    _sluit_af_met(qtbot, proef, onder, boven)
    proef.ontgrendel()
    qtbot.waitUntil(lambda: len(meldingen.berichten) == 2)
    assert "“Wijzig boven”" in meldingen.berichten[0]
    assert "niet bewaard" in meldingen.berichten[0]
    assert "“Wijzig onder”" in meldingen.berichten[1]


def test_wat_een_ander_openliet_wordt_niet_aan_een_collega_verteld(
    qtbot, proef: Proef, meldingen: NepMeldingen
) -> None:
    proef.verloop.toon_aanmelden(proef.kluismap)
    _sluit_af_met(qtbot, proef, KijkDialoog(proef.ontgrendel()))
    proef.toegang.diensten.sessie = maak_sessie(gebruiker="m.voorbeeld")
    proef.ontgrendel("m.voorbeeld")
    with qtbot.waitSignal(proef.verloop.vergrendeld):
        QTimer.singleShot(0, proef.verloop.vergrendel)
    assert meldingen.berichten == []


@pytest.mark.parametrize("soort", [CsvVoorbeeldDialoog, HerstelsleutelDialoog])
def test_wat_verloren_gaat_zegt_wat_er_te_doen_is(soort: type[Dialoog]) -> None:
    assert not soort.heropenen
    assert re.search(r"Kies het bestand opnieuw|maak dan nog een nieuwe", soort.bij_verlies)
