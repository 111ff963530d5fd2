"""A vault that somebody else works in opens to read: the login offers it, the band says who, and what is new comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from falende_taken import FalendeTaken
from pytestqt.qtbot import QtBot
from sessiehulp import bouw_vensters
from ui_hulp import GOED_WACHTWOORD, NepMeldingen, NepToegang, TekstPagina

from zvh_desktop.errors import KluisInGebruik
from zvh_desktop.services.kluis.meelezen import Meelezing
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.omlijsting.leesband import Leesband
from zvh_desktop.ui.slot.meelezer import Meelezer
from zvh_desktop.ui.slot.sessieverloop import Sessieverloop

BEZET = Meelezing(3, False, False, "t.proef", "LAPTOP-7", datetime(2026, 11, 29, 13, 2, tzinfo=UTC), None)


def _open_om_te_lezen(qtbot: QtBot, toegang: NepToegang, gereedschap: Gereedschap, kluismap: Path) -> Sessieverloop:
    toegang.bezet = KluisInGebruik("Deze kluis is al geopend door t.proef op computer LAPTOP-7.")
    verloop = Sessieverloop(toegang, bouw_vensters, gereedschap)
    verloop.toon_aanmelden(kluismap)
    aanmelden = verloop.aanmeldvenster
    assert aanmelden is not None
    assert not aanmelden.lees_knop.isVisible()
    aanmelden.naam_veld.setCurrentText("j.oefenman")
    aanmelden.wachtwoord_veld.setText(GOED_WACHTWOORD)
    aanmelden.open_knop.click()
    qtbot.waitUntil(aanmelden.lees_knop.isVisible)
    assert "LAPTOP-7" in aanmelden.melding.tekst()
    with qtbot.waitSignal(verloop.ontgrendeld):
        aanmelden.lees_knop.click()
    return verloop


def test_van_bezet_naar_lezen_en_weer_vrij(qtbot: QtBot, gereedschap: Gereedschap, tmp_path: Path) -> None:
    toegang = NepToegang()
    toegang.diensten.meelezing = BEZET
    toegang.diensten.bewaarde_tekst = "eerst"
    verloop = _open_om_te_lezen(qtbot, toegang, gereedschap, tmp_path / "voorbeeld.kluis")
    venster, lezer = verloop.venster, verloop.findChild(Meelezer)
    assert venster is not None and venster.leesband is not None and isinstance(lezer, Meelezer)
    qtbot.waitUntil(lambda: "t.proef" in venster.leesband.label.text())
    assert "LAPTOP-7 sinds 29 november 2026 om 14:02" in venster.leesband.label.text()
    assert not venster.leesband.werk_knop.isVisible()
    pagina = venster.pagina("vandaag")
    assert isinstance(pagina, TekstPagina)
    assert pagina.veld.toPlainText() == "eerst"
    # nothing new: the page is left alone; something new: it reads again
    toegang.diensten.bewaarde_tekst = "daarna"
    with qtbot.waitSignal(lezer.gelezen):
        lezer.kijk()
    assert pagina.veld.toPlainText() == "eerst"
    toegang.diensten.meelezing = replace(BEZET, laatste=4)
    with qtbot.waitSignal(lezer.gelezen):
        lezer.kijk()
    assert pagina.veld.toPlainText() == "daarna"
    toegang.diensten.meelezing = replace(BEZET, laatste=4, vrij=True)
    with qtbot.waitSignal(lezer.gelezen):
        lezer.kijk()
    assert "is vrij" in venster.leesband.label.text()
    with qtbot.waitSignal(verloop.vergrendeld):
        venster.leesband.werk_knop.click()
    assert verloop.aanmeldvenster is not None
    verloop.aanmeldvenster.close()
    verloop.stop()


def test_op_een_beveiligde_schijf_zegt_de_band_waarom_en_wat_te_doen(qtbot: QtBot) -> None:
    band = Leesband()
    qtbot.addWidget(band)
    band.zet(replace(BEZET, beschermd=True))
    assert "kan niet worden geschreven" in band.label.text()
    assert "vraag om schrijfrechten" in band.label.text()
    assert "Misschien werkt t.proef erin" in band.label.text(), "een oude regel op een beveiligde schijf zegt het ook"
    assert not band.werk_knop.isVisibleTo(band)


def test_een_nieuwe_sleutel_brengt_het_aanmelden_terug(qtbot: QtBot, gereedschap: Gereedschap, tmp_path: Path) -> None:
    toegang = NepToegang()
    toegang.diensten.meelezing = replace(BEZET, verlopen=True)
    verloop = _open_om_te_lezen(qtbot, toegang, gereedschap, tmp_path / "voorbeeld.kluis")
    qtbot.waitUntil(lambda: verloop.venster is None)
    assert verloop.aanmeldvenster is not None
    verloop.aanmeldvenster.close()
    verloop.stop()


@pytest.mark.mag_loggen("zvh_desktop.ui.gewone_taal")
def test_wat_niet_is_na_te_lezen_staat_in_de_band_en_daarna_weer_niet(
    qtbot: QtBot, gereedschap: Gereedschap, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    toegang, taken = NepToegang(), FalendeTaken(meldingen)
    toegang.diensten.meelezing = BEZET
    verloop = _open_om_te_lezen(qtbot, toegang, replace(gereedschap, taken=taken), tmp_path / "voorbeeld.kluis")
    venster, lezer = verloop.venster, verloop.findChild(Meelezer)
    assert venster is not None and venster.leesband is not None and isinstance(lezer, Meelezer)
    label = venster.leesband.label
    qtbot.waitUntil(lambda: "t.proef" in label.text())
    taken.fout = RuntimeError("Testpersoon geheim")
    lezer.kijk()
    qtbot.waitUntil(lambda: "kan verouderd zijn" in label.text())
    assert "geheim" not in label.text()
    assert meldingen.fouten == [], "no window over the work every few seconds"
    taken.fout = None
    with qtbot.waitSignal(lezer.gelezen):
        lezer.kijk()
    assert "t.proef" in label.text()
    verloop.stop()
