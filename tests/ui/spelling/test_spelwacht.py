"""Typing in a real field with the real dictionary beside it: what is underlined, offered, replaced and kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QVBoxLayout, QWidget
from ui_hulp import NepMeldingen

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.services.spelling.opdracht import opdracht_woordenboek
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.spelling import hulpproces
from zvh_desktop.ui.spelling.onderstreper import Onderstreper
from zvh_desktop.ui.spelling.spelfout import MEESTE_TEKENS
from zvh_desktop.ui.spelling.spelwacht import Spelwacht
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

_LIJN = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


class Proefspelling:
    """The words of a house that nobody has; the dictionary is the real one."""

    def __init__(self) -> None:
        self.eigen = {"zaalmeubel"}
        self.weigert: GebruikersFout | None = None
        self.kapot: GebruikersFout | None = None
        self.programma = opdracht_woordenboek()

    def opdracht(self) -> tuple[str, ...]:
        return self.programma

    def goede_woorden(self) -> frozenset[str]:
        if self.kapot is not None:
            raise self.kapot
        return frozenset(self.eigen)

    def voeg_toe(self, woord: str) -> None:
        if self.weigert is not None:
            raise self.weigert
        self.eigen.add(woord)


class Proefvenster(QWidget):
    """Two fields, as a page has them."""

    def __init__(self) -> None:
        super().__init__()
        self.eerste, self.tweede = Tekstveld("Eerste", self), Tekstveld("Tweede", self)
        indeling = QVBoxLayout(self)
        indeling.addWidget(self.eerste)
        indeling.addWidget(self.tweede)


@pytest.fixture
def spelling() -> Proefspelling:
    return Proefspelling()


@pytest.fixture
def meldingen() -> NepMeldingen:
    return NepMeldingen()


@pytest.fixture
def venster(qtbot) -> Proefvenster:
    gemaakt = Proefvenster()
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    qtbot.waitUntil(gemaakt.isVisible)
    return gemaakt


@pytest.fixture
def wacht(
    qtbot, venster: Proefvenster, spelling: Proefspelling, meldingen: NepMeldingen, tmp_path
) -> Iterator[Spelwacht]:
    taken = Taken(meldingen)
    gemaakt = Spelwacht(lambda: spelling, taken, Instellingen(tmp_path / "venster.ini"), meldingen, venster)
    gemaakt._rust.setInterval(0)
    yield gemaakt
    gemaakt.meester.stop()
    assert taken.stop_alles()


def onderstreept(veld: Tekstveld) -> list[str]:
    gevonden = []
    blok = veld.document().begin()
    while blok.isValid():
        rauw = blok.text().encode("utf-16-le")
        for stuk in blok.layout().formats():
            if stuk.format.underlineStyle() is _LIJN:
                gevonden.append(rauw[2 * stuk.start : 2 * (stuk.start + stuk.length)].decode("utf-16-le"))
        blok = blok.next()
    return gevonden


def ga_naar(qtbot, veld: Tekstveld) -> None:
    veld.activateWindow()
    veld.setFocus()
    qtbot.waitUntil(lambda: veld.spelling is not None)


def open_menu(qtbot, veld: Tekstveld, plaats: int) -> QMenu:
    aanwijzer = veld.textCursor()
    aanwijzer.setPosition(plaats)
    veld.setTextCursor(aanwijzer)
    gebeurtenis = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), veld.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(veld.viewport(), gebeurtenis)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def keuzes(menu: QMenu) -> list[str]:
    return [keuze.text() for keuze in menu.actions() if not keuze.isSeparator()]


def test_een_tikfout_krijgt_een_lijn_zodra_het_woord_af_is(qtbot, venster: Proefvenster, wacht: Spelwacht) -> None:
    ga_naar(qtbot, venster.eerste)
    qtbot.keyClicks(venster.eerste, "Wij maken een afspraaak")
    qtbot.waitUntil(lambda: wacht.meester.is_goed("afspraaak") is False)
    assert onderstreept(venster.eerste) == []
    qtbot.keyClicks(venster.eerste, " met zaalmeubel en Verzonnensen.")
    qtbot.waitUntil(lambda: onderstreept(venster.eerste) == ["afspraaak"])


def test_een_samenstelling_met_een_woord_van_het_huis_is_goed_als_de_rest_het_is(
    qtbot, venster: Proefvenster, wacht: Spelwacht, spelling: Proefspelling
) -> None:
    ga_naar(qtbot, venster.eerste)
    qtbot.keyClicks(venster.eerste, "een zaalmeubel-overleg en een zaalmeubel-afspraaak erbij ")
    qtbot.waitUntil(lambda: wacht.meester.is_goed("zaalmeubel-afspraaak") is False)
    assert wacht.meester.is_goed("zaalmeubel-overleg") is True
    assert wacht.meester.is_goed("zaalmeubel-zaalmeubel") is True
    assert onderstreept(venster.eerste) in ([], ["zaalmeubel-afspraaak"])


def test_wat_er_al_stond_wordt_bekeken_als_het_veld_aan_de_beurt_is(
    qtbot, venster: Proefvenster, wacht: Spelwacht
) -> None:
    venster.tweede.laad("De 😀 coordinatie\nvolgt. Fietts staat vooraan.")
    assert venster.tweede.spelling is None
    ga_naar(qtbot, venster.tweede)
    qtbot.waitUntil(lambda: onderstreept(venster.tweede) == ["coordinatie", "Fietts"])
    assert venster.tweede.toPlainText() == "De 😀 coordinatie\nvolgt. Fietts staat vooraan."
    assert not venster.tweede.gewijzigd()


def test_lijnen_trekken_bewaart_niets_en_is_niet_ongedaan_te_maken(
    qtbot, venster: Proefvenster, wacht: Spelwacht
) -> None:
    bewaard: list[str] = []
    venster.eerste.tekst_bewaren.connect(bewaard.append)
    venster.eerste.laad("Een afspraaak hier.")
    ga_naar(qtbot, venster.eerste)
    qtbot.waitUntil(lambda: onderstreept(venster.eerste) == ["afspraaak"])
    venster.eerste.bewaar_nu()
    assert bewaard == []
    assert not venster.eerste.document().isUndoAvailable()


def test_het_menu_noemt_wat_bedoeld_was_en_zet_het_er_in_een_stap_neer(
    qtbot, venster: Proefvenster, wacht: Spelwacht
) -> None:
    venster.eerste.laad("De 😀 coordinatie volgt.")
    ga_naar(qtbot, venster.eerste)
    qtbot.waitUntil(lambda: onderstreept(venster.eerste) == ["coordinatie"])
    menu = open_menu(qtbot, venster.eerste, 8)
    assert keuzes(menu)[:3] == ["Suggesties zoeken…", "&Negeer", "Zet in de &woordenlijst"]
    qtbot.waitUntil(lambda: keuzes(menu)[0] == "coördinatie")
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: venster.eerste.toPlainText() == "De 😀 coördinatie volgt.")
    venster.eerste.undo()
    assert venster.eerste.toPlainText() == "De 😀 coordinatie volgt."


def test_op_een_goed_woord_is_het_menu_het_gewone(qtbot, venster: Proefvenster, wacht: Spelwacht) -> None:
    venster.eerste.laad("Een afspraaak hier.")
    ga_naar(qtbot, venster.eerste)
    qtbot.waitUntil(lambda: onderstreept(venster.eerste) == ["afspraaak"])
    menu = open_menu(qtbot, venster.eerste, 16)
    assert "Zet in de &woordenlijst" not in keuzes(menu)
    assert keuzes(menu)[-1] == "&Spelling controleren"
    menu.close()


def test_een_suggestie_die_na_het_sluiten_van_het_menu_komt_doet_niets(
    qtbot, venster: Proefvenster, wacht: Spelwacht
) -> None:
    venster.eerste.laad("Een afspraaak hier.")
    ga_naar(qtbot, venster.eerste)
    qtbot.waitUntil(lambda: onderstreept(venster.eerste) == ["afspraaak"])
    menu = open_menu(qtbot, venster.eerste, 6)
    with qtbot.waitSignal(wacht.meester.gesuggereerd):
        with qtbot.waitSignal(menu.destroyed):
            menu.close()
        wacht.meester.gesuggereerd.emit("afspraaak", ("afspraak",))
    assert venster.eerste.toPlainText() == "Een afspraaak hier."


def test_negeren_geldt_voor_elk_veld_tot_het_slot(qtbot, venster: Proefvenster, wacht: Spelwacht) -> None:
    venster.eerste.laad("Een afspraaak hier.")
    venster.tweede.laad("Nog een afspraaak.")
    for veld in (venster.tweede, venster.eerste):
        ga_naar(qtbot, veld)
        qtbot.waitUntil(lambda v=veld: onderstreept(v) == ["afspraaak"])
    menu = open_menu(qtbot, venster.eerste, 6)
    next(keuze for keuze in menu.actions() if keuze.text() == "&Negeer").trigger()
    menu.close()
    assert onderstreept(venster.eerste) == onderstreept(venster.tweede) == []
    wacht.meester.stop()
    assert wacht.meester.is_goed("afspraaak") is None


def test_een_woord_komt_op_de_lijst_van_het_huis(
    qtbot, venster: Proefvenster, wacht: Spelwacht, spelling: Proefspelling
) -> None:
    venster.eerste.laad("Een qwertzuiop staat er.")
    ga_naar(qtbot, venster.eerste)
    qtbot.waitUntil(lambda: onderstreept(venster.eerste) == ["qwertzuiop"])
    menu = open_menu(qtbot, venster.eerste, 8)
    next(keuze for keuze in menu.actions() if "woordenlijst" in keuze.text()).trigger()
    menu.close()
    qtbot.waitUntil(lambda: onderstreept(venster.eerste) == [])
    assert "qwertzuiop" in spelling.eigen


def test_wat_niet_op_de_lijst_mag_wordt_gezegd(
    qtbot, venster: Proefvenster, wacht: Spelwacht, spelling: Proefspelling, meldingen: NepMeldingen
) -> None:
    spelling.weigert = InvoerOngeldig("woord", "Zo heet iemand in een dossier.")
    venster.eerste.laad("Een qwertzuiop staat er.")
    ga_naar(qtbot, venster.eerste)
    qtbot.waitUntil(lambda: onderstreept(venster.eerste) == ["qwertzuiop"])
    menu = open_menu(qtbot, venster.eerste, 8)
    next(keuze for keuze in menu.actions() if "woordenlijst" in keuze.text()).trigger()
    menu.close()
    assert "Zo heet iemand" in str(meldingen.fouten[-1])
    assert onderstreept(venster.eerste) == ["qwertzuiop"]


def test_alt_f7_gaat_van_fout_naar_fout_en_begint_weer_vooraan(qtbot, venster: Proefvenster, wacht: Spelwacht) -> None:
    venster.eerste.laad("Een afspraaak.\nDe coordinatie.")
    ga_naar(qtbot, venster.eerste)
    qtbot.waitUntil(lambda: onderstreept(venster.eerste) == ["afspraaak", "coordinatie"])
    gezien = []
    for _ in range(3):
        qtbot.keyClick(venster.eerste, Qt.Key.Key_F7, Qt.KeyboardModifier.AltModifier)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.close()
        gezien.append(venster.eerste.textCursor().selectedText())
    assert gezien == ["afspraaak", "coordinatie", "afspraaak"]


def test_uit_is_uit_in_elk_veld_en_blijft_uit(qtbot, venster: Proefvenster, wacht: Spelwacht) -> None:
    venster.eerste.laad("Een afspraaak hier.")
    ga_naar(qtbot, venster.eerste)
    qtbot.waitUntil(lambda: onderstreept(venster.eerste) == ["afspraaak"])
    wacht.zet_aan(False)
    assert onderstreept(venster.eerste) == []
    venster.tweede.laad("Nog een afspraaak.")
    ga_naar(qtbot, venster.tweede)
    assert onderstreept(venster.tweede) == []
    assert not wacht.staat_aan()
    wacht.zet_aan(True)
    qtbot.waitUntil(lambda: onderstreept(venster.tweede) == ["afspraaak"])


def test_een_veld_in_een_dialoog_heeft_het_ook(qtbot, venster: Proefvenster, wacht: Spelwacht) -> None:
    dialoog = QDialog(venster)
    veld = Tekstveld("Reden", dialoog)
    QVBoxLayout(dialoog).addWidget(veld)
    dialoog.show()
    ga_naar(qtbot, veld)
    qtbot.keyClicks(veld, "Geen afspraaak meer")
    qtbot.waitUntil(lambda: onderstreept(veld) == ["afspraaak"])
    dialoog.close()


def test_een_tekst_die_vaststaat_krijgt_geen_lijnen(qtbot, venster: Proefvenster, wacht: Spelwacht) -> None:
    venster.eerste.laad("Een afspraaak hier.")
    venster.eerste.setReadOnly(True)
    venster.eerste.setFocus()
    ga_naar(qtbot, venster.tweede)
    assert venster.eerste.spelling is None


def test_een_heel_lange_tekst_wordt_overgeslagen(qtbot, venster: Proefvenster, wacht: Spelwacht) -> None:
    venster.eerste.laad("afspraaak " * (MEESTE_TEKENS // 10 + 1))
    ga_naar(qtbot, venster.eerste)
    assert isinstance(venster.eerste.spelling, Onderstreper)
    assert onderstreept(venster.eerste) == []
    venster.eerste.laad("Een afspraaak.")
    qtbot.waitUntil(lambda: onderstreept(venster.eerste) == ["afspraaak"])


@pytest.mark.mag_loggen("zvh_desktop.ui.spelling")
def test_zonder_woordenboek_kan_alles_nog(
    qtbot, venster: Proefvenster, wacht: Spelwacht, spelling: Proefspelling
) -> None:
    spelling.programma = ("/bestaat/niet/woordenboek",)
    with qtbot.waitSignal(wacht.meester.uitgevallen):
        ga_naar(qtbot, venster.eerste)
        qtbot.keyClicks(venster.eerste, "Een afspraaak hier")
    assert venster.eerste.toPlainText() == "Een afspraaak hier"
    assert onderstreept(venster.eerste) == []


@pytest.mark.mag_loggen("zvh_desktop.ui.spelling")
def test_een_woordenboek_dat_omvalt_begint_weer_en_niet_eindeloos(
    qtbot, venster: Proefvenster, wacht: Spelwacht
) -> None:
    ga_naar(qtbot, venster.eerste)
    proces = wacht.meester._proces
    for beurt in range(hulpproces.MEESTE_STARTS):
        qtbot.keyClicks(venster.eerste, f"afspra{'a' * beurt}ak ")
        qtbot.waitUntil(lambda: proces._proces is not None)
        assert proces._proces is not None
        with qtbot.waitSignal(wacht.meester.uitgevallen):
            proces._proces.kill()
    with qtbot.waitSignal(wacht.meester.uitgevallen):
        qtbot.keyClicks(venster.eerste, "coordinatie ")
    assert proces._proces is None


def test_als_de_woorden_van_het_huis_niet_te_lezen_zijn_komen_er_geen_lijnen(
    qtbot, venster: Proefvenster, wacht: Spelwacht, spelling: Proefspelling
) -> None:
    spelling.kapot = GebruikersFout("De kluis is niet te lezen.")
    ga_naar(qtbot, venster.eerste)
    qtbot.keyClicks(venster.eerste, "Een afspraaak")
    qtbot.waitUntil(lambda: not wacht.meester._leest)
    spelling.kapot = None
    qtbot.keyClicks(venster.eerste, " hier")
    qtbot.waitUntil(lambda: onderstreept(venster.eerste) == ["afspraaak"])


def test_uit_doet_alt_f7_niets_en_de_caret_blijft_staan(qtbot, venster: Proefvenster, wacht: Spelwacht) -> None:
    venster.eerste.laad("Een afspraaak hier.")
    ga_naar(qtbot, venster.eerste)
    venster.eerste.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: onderstreept(venster.eerste) == ["afspraaak"])
    wacht.zet_aan(False)
    qtbot.keyClick(venster.eerste, Qt.Key.Key_F7, Qt.KeyboardModifier.AltModifier)
    assert QApplication.activePopupWidget() is None
    assert venster.eerste.textCursor().atEnd()


def test_met_het_venster_gaat_het_woordenboek_weg(
    qtbot, spelling: Proefspelling, meldingen: NepMeldingen, tmp_path
) -> None:
    venster = Proefvenster()
    venster.show()
    taken = Taken(meldingen)
    wacht = Spelwacht(lambda: spelling, taken, Instellingen(tmp_path / "venster.ini"), meldingen, venster)
    wacht._rust.setInterval(0)
    ga_naar(qtbot, venster.eerste)
    qtbot.keyClicks(venster.eerste, "Een afspraaak hier")
    qtbot.waitUntil(lambda: onderstreept(venster.eerste) == ["afspraaak"])
    proces = wacht.meester._proces._proces
    assert proces is not None
    with qtbot.waitSignal(proces.destroyed):
        venster.deleteLater()
    assert taken.stop_alles()
