"""Correcting a vastgesteld verslag at step 4, by keyboard; the earlier version stays to be read."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tafelkluis import MEDEWERKER, WACHTWOORD, ProefKlok, Tafelkluis, TafelOpener, iedereen_is_er
from ui_hulp import NepMeldingen

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.verslag.verslag import Verslag
from zvh_desktop.ui.pages.tafel.verslag.verslag_corrigeren import CorrectieDialoog
from zvh_desktop.ui.pages.tafel.verslag.verslag_versies import VersiesDialoog
from zvh_desktop.ui.toegankelijkheid import bevindingen


@pytest.fixture
def vastgesteld(regie: Diensten, tafelkluis: Tafelkluis, klok: ProefKlok) -> Diensten:
    klok.nu = datetime(2026, 12, 15, 8, 0, tzinfo=UTC)
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    beeld = regie.agenda.toon(tafelkluis.overleg)
    for punt in beeld.punten:
        regie.verslagen.start_punt(punt.id, andere_dag=True)
        if punt.casus_id is not None:
            regie.verslagen.bewaar_tekst(punt.id, VerslagTekst("Woont in Verkeerdam", "", ""))
            regie.verslagen.voeg_besluit_toe(punt.id, BesluitInvoer(beeld.besluiten[2].sleutel, "Bellen"))
    iedereen_is_er(regie, tafelkluis.overleg)
    regie.verslagen.stel_vast(tafelkluis.overleg)
    return regie


def maak(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, kluis: Tafelkluis) -> Verslag:
    stap = Verslag(diensten, gereedschap)
    qtbot.addWidget(stap)
    stap.resize(1000, 620)
    with qtbot.waitActive(stap):
        stap.show()
        stap.activateWindow()
    stap.toon_tafel(kluis.overleg)
    stap.punten.kies(1)
    return stap


def test_corrigeren_met_reden_maakt_versie_twee(
    qtbot: QtBot,
    vastgesteld: Diensten,
    tafelgereedschap: Gereedschap,
    tafelkluis: Tafelkluis,
    meldingen: NepMeldingen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    geweigerd: list[str] = []

    def typ(dialoog: CorrectieDialoog) -> int:
        dialoog.show()
        QApplication.processEvents()
        assert bevindingen(dialoog) == []
        dialoog.beeld.selectAll()
        qtbot.keyClicks(dialoog.beeld, "Woont in Goeddorp")
        qtbot.keyClick(dialoog.bewaar_knop, Qt.Key.Key_Space)
        geweigerd.append(dialoog.formulier.regel("reden").fout())
        qtbot.keyClicks(dialoog.reden, "Verkeerde plaats.")
        qtbot.keyClick(dialoog.bewaar_knop, Qt.Key.Key_Space)
        return dialoog.result()

    monkeypatch.setattr(CorrectieDialoog, "exec", typ)
    stap = maak(qtbot, vastgesteld, tafelgereedschap, tafelkluis)
    assert stap.versies_knop.isHidden()
    with qtbot.waitSignal(stap.kop_gewijzigd):
        qtbot.keyClick(stap.corrigeer_knop, Qt.Key.Key_Space)
    assert "waarom" in geweigerd[0]
    assert "versie 2" in stap.vast_label.tekst()
    assert stap.punt.teksten.beeld_veld.toPlainText() == "Woont in Goeddorp"
    assert stap.punt.teksten.beeld_veld.isReadOnly()
    assert meldingen.berichten[0].startswith("Versie 2 van het verslag is ondertekend: Stuur de nieuwe notulen")
    assert "Politie" in meldingen.berichten[0]
    assert "Mediant" not in meldingen.berichten[0]

    gelezen: list[tuple[str, str]] = []

    def lees(dialoog: VersiesDialoog) -> int:
        dialoog.show()
        gelezen.append((dialoog.waarom.text(), dialoog.tekst.toPlainText()))
        qtbot.keyClick(dialoog.keuze, Qt.Key.Key_Down)
        gelezen.append((dialoog.waarom.text(), dialoog.tekst.toPlainText()))
        assert bevindingen(dialoog) == []
        return 0

    monkeypatch.setattr(VersiesDialoog, "exec", lees)
    qtbot.keyClick(stap.versies_knop, Qt.Key.Key_Space)
    (nieuw, nieuwe_tekst), (oud, oude_tekst) = gelezen
    assert nieuw == "Gecorrigeerd bij 2026-0001: beeld. Reden: Verkeerde plaats."
    assert "2026-0001\nBeeld: Woont in Goeddorp" in nieuwe_tekst
    assert oud == "Zo is het verslag vastgesteld."
    assert "2026-0001\nBeeld: Woont in Verkeerdam" in oude_tekst


def test_een_medewerker_kan_niet_corrigeren_en_ziet_waarom(
    qtbot: QtBot,
    vastgesteld: Diensten,
    tafel_als: TafelOpener,
    tafelgereedschap: Gereedschap,
    tafelkluis: Tafelkluis,
) -> None:
    assert vastgesteld.correcties.versies(tafelkluis.overleg)
    stap = maak(qtbot, tafel_als(MEDEWERKER), tafelgereedschap, tafelkluis)
    assert stap.corrigeer_knop.isVisible()
    assert not stap.corrigeer_knop.isEnabled()
    assert "Alleen een procesregisseur" in stap.corrigeer_knop.toolTip()
