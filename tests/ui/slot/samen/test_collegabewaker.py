"""A colleague changes something: the page follows, and nothing that is being typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot
from sessiehulp import bouw_vensters, ontgrendel
from ui_hulp import NepLuisteraar, NepMeldingen, NepToegang, TekstPagina

from zvh_desktop.errors import KluisFout
from zvh_desktop.models.tekst.samenvoegen import Botsing
from zvh_desktop.services.kluis.meeluisteren import Collega, Meegeluisterd
from zvh_desktop.services.werkplek.plekken import BijCasus
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.slot.samen.botsingband import Botsingband, Botsingdialoog
from zvh_desktop.ui.slot.samen.collegabewaker import Collegabewaker
from zvh_desktop.ui.slot.samen.collegalabel import Collegalabel
from zvh_desktop.ui.slot.sessieverloop import Sessieverloop

GEWIJZIGD = Meegeluisterd(True, ())


class Samen:
    """One window, with colleagues that do what the test says."""

    def __init__(self, qtbot: QtBot, gereedschap: Gereedschap, kluismap: Path) -> None:
        self.qtbot = qtbot
        self.collega = NepLuisteraar()
        self.toegang = NepToegang()
        self.diensten = self.toegang.diensten
        self.diensten.luisteraar = self.collega
        self.verloop = Sessieverloop(self.toegang, bouw_vensters, gereedschap)
        self.verloop.toon_aanmelden(kluismap)
        self.venster: Hoofdvenster = ontgrendel(qtbot, self.verloop)
        bewaker = self.verloop.findChild(Collegabewaker)
        assert isinstance(bewaker, Collegabewaker)
        self.bewaker = bewaker
        self.venster.ga_naar("casussen", BijCasus(7))
        pagina = self.venster.pagina("casussen")
        assert isinstance(pagina, TekstPagina)
        self.pagina = pagina

    def bewaart(self, tekst: str) -> None:
        """The colleague saves this; comes back when the page has read it."""
        self.diensten.bewaarde_tekst = tekst
        with self.qtbot.waitSignal(self.bewaker.gelezen):
            self.collega.zeg(GEWIJZIGD)

    def typ(self, tekst: str) -> None:
        """Type at the caret, and not long enough ago to be saved."""
        self.qtbot.keyClicks(self.pagina.veld, tekst)


@pytest.fixture
def samen(qtbot: QtBot, gereedschap: Gereedschap, tmp_path: Path) -> Iterator[Samen]:
    gemaakt = Samen(qtbot, gereedschap, tmp_path / "voorbeeld.kluis")
    yield gemaakt
    gemaakt.verloop.stop()
    if gemaakt.verloop.aanmeldvenster is not None:  # after a lock; it would stand before the window of the next test
        gemaakt.verloop.aanmeldvenster.hide()


def test_wat_een_collega_bewaart_komt_in_beeld(samen: Samen) -> None:
    samen.bewaart("van daar")
    assert samen.pagina.veld.toPlainText() == "van daar"
    assert samen.diensten.bijgelezen == 1


def test_wat_wordt_getypt_blijft_en_wordt_bewaard_met_wat_de_collega_schreef(samen: Samen) -> None:
    samen.bewaart("een\ntwee")
    veld = samen.pagina.veld
    veld.moveCursor(veld.textCursor().MoveOperation.End)
    samen.typ(" en meer")

    samen.bewaart("een van daar\ntwee")

    assert veld.toPlainText() == "een van daar\ntwee en meer"
    assert veld.textCursor().positionInBlock() == len("twee en meer")
    samen.typ("!")
    veld.bewaar_nu()
    assert samen.diensten.bewaarde_tekst == "een van daar\ntwee en meer!"
    assert not _band(samen).isVisibleTo(samen.venster)


def test_dezelfde_alinea_staat_er_twee_keer_en_is_naast_elkaar_te_zien(
    samen: Samen, monkeypatch: pytest.MonkeyPatch
) -> None:
    samen.bewaart("een")
    veld = samen.pagina.veld
    veld.moveCursor(veld.textCursor().MoveOperation.End)
    samen.typ(" hier")

    samen.bewaart("een daar")

    assert veld.toPlainText() == "een daar\neen hier"
    band = _band(samen)
    assert band.isVisibleTo(samen.venster)
    gezien: list[str] = []

    def kijk(dialoog: Botsingdialoog) -> int:
        gezien.extend(veld.toPlainText() for veld in dialoog.findChildren(QPlainTextEdit))
        return 0

    monkeypatch.setattr(Botsingdialoog, "exec", kijk)
    band.bekijk_knop.click()
    assert gezien == ["een hier", "een daar"]
    assert not band.isVisibleTo(samen.venster)


def test_wie_al_bewaarde_krijgt_zijn_alinea_geen_tweede_keer(samen: Samen) -> None:
    samen.typ("van hier")
    samen.pagina.veld.bewaar_nu()

    samen.bewaart("van hier\nvan daar")

    assert samen.pagina.veld.toPlainText() == "van hier\nvan daar"
    assert not samen.pagina.veld.gewijzigd()


def test_een_andere_casus_op_dezelfde_bladzijde_brengt_geen_oude_tekst_terug(samen: Samen, qtbot: QtBot) -> None:
    samen.bewaart("van de eerste casus")
    # The page opens another one in its place, and tells nobody.
    samen.diensten.bewaarde_tekst = "van de tweede"
    samen.pagina.vernieuw()

    samen.bewaart("van de tweede, gewijzigd")

    assert samen.pagina.veld.toPlainText() == "van de tweede, gewijzigd"
    assert not samen.pagina.veld.gewijzigd()


def test_een_bladzijde_die_het_getypte_laat_staan_bewaart_het_nog(
    samen: Samen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    samen.typ("van hier")
    monkeypatch.setattr(samen.pagina, "vernieuw", lambda: None)

    samen.bewaart("")

    assert samen.pagina.veld.toPlainText() == "van hier"
    qtbot.waitUntil(lambda: samen.diensten.bewaarde_tekst == "van hier")


def test_onder_een_open_dialoog_wordt_niets_gelezen(samen: Samen, qtbot: QtBot) -> None:
    dialoog = Dialoog(samen.venster)
    dialoog.show()
    samen.diensten.bewaarde_tekst = "van daar"
    samen.bewaker.lees_opnieuw()
    assert samen.pagina.veld.toPlainText() == ""
    with qtbot.waitSignal(samen.bewaker.gelezen):
        dialoog.close()
    assert samen.pagina.veld.toPlainText() == "van daar"


def test_wie_in_het_zoekveld_typt_houdt_de_toetsen(samen: Samen, qtbot: QtBot) -> None:
    zoek = samen.venster.zoek_veld
    zoek.setFocus()
    samen.diensten.bewaarde_tekst = "van daar"
    samen.bewaker.lees_opnieuw()
    assert zoek.hasFocus()
    assert samen.pagina.veld.toPlainText() == ""
    with qtbot.waitSignal(samen.bewaker.gelezen):
        samen.pagina.veld.setFocus()
    assert samen.pagina.veld.toPlainText() == "van daar"


def test_wie_in_een_cel_typt_houdt_wat_er_staat(samen: Samen, qtbot: QtBot, taken: Taken) -> None:
    """The table is filled anew with the page, and an open cell would go with what is in it."""
    qtbot.waitUntil(lambda: not taken.bezig())
    tabel = QTableWidget(1, 1, samen.pagina)
    tabel.setItem(0, 0, QTableWidgetItem("gevraagd"))
    tabel.show()
    tabel.setFocus()
    tabel.editItem(tabel.item(0, 0))
    cel = tabel.findChild(QLineEdit)
    assert isinstance(cel, QLineEdit)
    qtbot.keyClicks(cel, "cijfers")
    samen.diensten.bewaarde_tekst = "van daar"
    samen.bewaker.lees_opnieuw()
    assert samen.pagina.veld.toPlainText() == ""
    assert cel.text() == "cijfers"
    with qtbot.waitSignal(samen.bewaker.gelezen):
        qtbot.keyClick(cel, Qt.Key.Key_Return)
    assert samen.pagina.veld.toPlainText() == "van daar"


def test_een_geweigerde_handeling_laat_opnieuw_lezen(samen: Samen, qtbot: QtBot) -> None:
    samen.diensten.bewaarde_tekst = "van daar"
    assert samen.diensten.roep is not None
    with qtbot.waitSignal(samen.bewaker.gelezen):
        samen.diensten.roep()
    assert samen.pagina.veld.toPlainText() == "van daar"


def test_wie_er_ook_is_staat_er_bij_naam(samen: Samen, qtbot: QtBot) -> None:
    label = samen.venster.findChild(Collegalabel)
    assert isinstance(label, Collegalabel)
    samen.collega.zeg(Meegeluisterd(False, (Collega("m.voorbeeld", "casus", 7), Collega("t.proef", "casus", 8))))
    qtbot.waitUntil(lambda: label.text() == "Ook hier: m.voorbeeld")
    assert label.toolTip() == "Aan het werk: m.voorbeeld en t.proef"
    assert samen.collega.plekken[-1] == ("casus", 7)
    samen.venster.ga_naar("vandaag")
    assert samen.collega.plekken[-1] == ("", 0)
    assert not label.isVisibleTo(samen.venster)


def test_wat_wordt_doorzocht_staat_klaar_voor_iemand_zoekt(samen: Samen, qtbot: QtBot) -> None:
    samen.bewaart("van daar")  # so the thread has come that far
    assert samen.diensten.zoeken_voorbereid == 1


def test_een_lijn_die_wegvalt_wordt_gezegd_en_komt_terug(samen: Samen, qtbot: QtBot) -> None:
    label = samen.venster.findChild(Collegalabel)
    assert isinstance(label, Collegalabel)
    samen.diensten.bewaarde_tekst = "intussen"
    samen.collega.zeg(KluisFout("De server is niet te bereiken."))
    qtbot.waitUntil(lambda: label.text() == "Geen verbinding met de server")
    with qtbot.waitSignal(samen.bewaker.gelezen):
        pass
    assert samen.pagina.veld.toPlainText() == "intussen"
    assert label.text() == ""


def test_na_het_slot_luistert_er_niemand_meer(samen: Samen) -> None:
    samen.verloop.vergrendel()
    assert samen.collega.gesloten


def test_een_kluis_heeft_geen_collegas(qtbot: QtBot, gereedschap: Gereedschap, tmp_path: Path) -> None:
    verloop = Sessieverloop(NepToegang(), bouw_vensters, gereedschap)
    verloop.toon_aanmelden(tmp_path / "voorbeeld.kluis")
    venster = ontgrendel(qtbot, verloop)
    assert venster.findChild(Collegalabel) is None
    verloop.stop()


def _band(samen: Samen) -> Botsingband:
    band = samen.venster.findChild(Botsingband)
    assert isinstance(band, Botsingband)
    return band


def test_ongedaan_maken_kan_nog_na_bijlezen(samen: Samen) -> None:
    samen.bewaart("een\ntwee")
    veld = samen.pagina.veld
    veld.moveCursor(veld.textCursor().MoveOperation.End)
    samen.typ(" en meer")
    samen.bewaart("een\ntwee")  # the colleague changed something else
    assert veld.toPlainText() == "een\ntwee en meer"
    veld.undo()
    assert veld.toPlainText() == "een\ntwee"
    veld.redo()

    samen.bewaart("een van daar\ntwee")

    assert veld.toPlainText() == "een van daar\ntwee en meer"
    veld.undo()
    assert veld.toPlainText() == "een\ntwee en meer"
    veld.redo()
    assert veld.toPlainText() == "een van daar\ntwee en meer"


def test_wat_alleen_de_collega_schreef_is_een_stap_en_wacht_niet_op_bewaren(samen: Samen) -> None:
    samen.bewaart("een")
    veld = samen.pagina.veld
    samen.typ("x")
    veld.bewaar_nu()
    samen.bewaart("xeen\n\N{GRINNING FACE} van daar")
    assert not veld.gewijzigd()
    veld.undo()
    assert veld.toPlainText() == "xeen"
    veld.undo()
    assert veld.toPlainText() == "een"


def test_wat_niet_te_lezen_is_laat_het_getypte_staan(samen: Samen, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is it taken for read: what is saved after it is still compared with what was read before."""
    samen.bewaart("een")
    samen.typ("getypt ")
    gelezen = samen.diensten.bijgelezen

    def mislukt() -> None:
        samen.pagina.veld.laad("half")
        raise KluisFout("Dit is er niet meer.")

    with monkeypatch.context() as even:
        even.setattr(samen.pagina, "vernieuw", mislukt)
        samen.bewaart("een van daar")

    veld = samen.pagina.veld
    assert "getypt" in veld.toPlainText()
    assert veld.gewijzigd()
    assert samen.diensten.bijgelezen == gelezen
    samen.bewaart("een\ntwee")
    assert "getypt" in veld.toPlainText()


def test_een_fout_van_het_programma_laat_het_getypte_staan(
    samen: Samen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    samen.bewaart("een")
    samen.typ("getypt ")

    def mislukt() -> None:
        raise LookupError("stuk")

    monkeypatch.setattr(samen.pagina, "vernieuw", mislukt)
    with qtbot.captureExceptions() as fouten:
        samen.collega.zeg(GEWIJZIGD)
        qtbot.waitUntil(lambda: len(fouten) == 1)
    assert fouten[0][0] is LookupError
    assert samen.pagina.veld.toPlainText() == "getypt een"
    assert samen.pagina.veld.gewijzigd()


def test_getypte_komt_niet_in_iets_anders_terecht(
    samen: Samen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, meldingen: NepMeldingen
) -> None:
    """A colleague took the casus away, and the page shows another."""
    samen.bewaart("van de eerste")
    samen.typ("getypt ")
    monkeypatch.setattr(samen.pagina, "toon", lambda _onderdeel: setattr(samen.pagina, "_onderdeel", BijCasus(8)))

    samen.bewaart("van de tweede")

    veld = samen.pagina.veld
    assert veld.toPlainText() == "van de tweede"
    assert not veld.gewijzigd()
    veld.undo()
    assert veld.toPlainText() == "van de tweede"
    qtbot.waitUntil(lambda: any("getypt van de eerste" in zin for zin in meldingen.berichten))


def test_terwijl_ernaast_wordt_gewerkt_wordt_er_niets_gelezen(samen: Samen, qtbot: QtBot, taken: Taken) -> None:
    """An act beside the window rests on what the page showed when it began."""
    klaar = Event()
    taken.start(klaar.wait)
    samen.diensten.bewaarde_tekst = "van daar"
    samen.bewaker.lees_opnieuw()
    assert samen.pagina.veld.toPlainText() == ""
    with qtbot.waitSignal(samen.bewaker.gelezen):
        klaar.set()
    assert samen.pagina.veld.toPlainText() == "van daar"


def test_wat_niet_terug_kon_wordt_pas_gezegd_als_de_rest_op_orde_is(
    samen: Samen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, meldingen: NepMeldingen
) -> None:
    regel = QLineEdit(samen.pagina)
    regel.setAccessibleName("Onderwerp")
    regel.show()
    samen.bewaart("een")
    samen.typ("getypt ")
    qtbot.keyClicks(regel, "van hier")
    wachtte: list[bool] = []
    monkeypatch.setattr(meldingen, "toon_bericht", lambda *_: wachtte.append(samen.pagina.veld.gewijzigd()))
    vernieuw = samen.pagina.vernieuw

    def anders() -> None:
        vernieuw()
        regel.setText("van daar")

    monkeypatch.setattr(samen.pagina, "vernieuw", anders)
    samen.bewaart("een")
    assert wachtte == []
    qtbot.waitUntil(lambda: wachtte == [True])


def test_het_slot_terwijl_er_naast_elkaar_wordt_gekeken(samen: Samen, monkeypatch: pytest.MonkeyPatch) -> None:
    band = _band(samen)
    band.zet([Botsing("hier", "daar")])

    def slot(_dialoog: Botsingdialoog) -> int:
        samen.verloop.vergrendel()
        shiboken6.delete(band)
        return 0

    monkeypatch.setattr(Botsingdialoog, "exec", slot)
    band.bekijk()
    assert samen.verloop.venster is None
