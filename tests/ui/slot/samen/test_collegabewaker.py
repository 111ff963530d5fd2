"""A colleague changes something: the page follows, and nothing that is being typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot
from sessiehulp import bouw_vensters, ontgrendel
from ui_hulp import NepLuisteraar, NepToegang, TekstPagina

from zvh_desktop.errors import KluisFout
from zvh_desktop.services.kluis.meeluisteren import Collega, Meegeluisterd
from zvh_desktop.services.werkplek.plekken import BijCasus
from zvh_desktop.ui.dialogs.dialoog import Dialoog
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


def _band(samen: Samen) -> Botsingband:
    band = samen.venster.findChild(Botsingband)
    assert isinstance(band, Botsingband)
    return band
