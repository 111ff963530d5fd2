"""Step 5, Overnemen: field by field to the clipboard, a tick and the way back, all by keyboard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from tafelkluis import Tafelkluis
from test_rondsturen import vastgesteld

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.stapnummers import OVERNEMEN
from zvh_desktop.ui.pages.tafel.stukken.verzenden import Verzenden
from zvh_desktop.ui.pages.vandaag import doel
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.toegankelijkheid import bevindingen

__all__ = ["vastgesteld"]


def klembordtekst() -> str:
    return QGuiApplication.clipboard().text()


def test_met_toetsen_overgenomen_en_terug(
    qtbot: QtBot, vastgesteld: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis
) -> None:
    stap = Verzenden(vastgesteld, tafelgereedschap)
    qtbot.addWidget(stap)
    stap.resize(1000, 620)
    with qtbot.waitActive(stap):
        stap.show()
        stap.activateWindow()
    stap.toon_tafel(tafelkluis.overleg)
    stap.toon_plek(BijTafel(tafelkluis.overleg, blad=OVERNEMEN))
    blad = stap.overnemen
    assert blad.isVisible()
    assert bevindingen(blad) == []
    assert stap.eerste_focus() is blad.tabel
    assert "6 van 6" in blad.telling.text()
    blad.tabel.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(blad.tabel, Qt.Key.Key_Return)
    assert blad.velden.hasFocus()
    regel = blad.tabel.gekozen()
    assert regel is not None
    for deel in regel.delen[:3]:
        qtbot.keyClick(blad.velden, Qt.Key.Key_K)
        if deel.tekst:
            assert klembordtekst() == deel.tekst
            assert tafelgereedschap.klembord.bewaak(), "it does not stay there"
    assert blad.velden.currentIndex().row() == 3
    qtbot.keyClick(blad.velden, Qt.Key.Key_O)
    assert blad.velden.currentIndex().row() == 3, "the place in the fields is kept"
    assert "5 van 6" in blad.telling.text()
    assert blad.strook.isVisible()
    blad.tabel.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(blad.tabel, Qt.Key.Key_K)
    assert klembordtekst() == regel.blok
    blad.maak_ongedaan()
    assert "6 van 6" in blad.telling.text()
    blad.doe_opnieuw()
    nu = vastgesteld.overnemen.lijst(tafelkluis.overleg)
    assert [een.overgenomen for een in nu] == [True] + [False] * 5
    qtbot.keyClick(blad.tabel, Qt.Key.Key_O)
    assert not any(een.overgenomen for een in vastgesteld.overnemen.lijst(tafelkluis.overleg)), "O takes it off again"
    tafelgereedschap.klembord.wis()
    stap.maak_leeg()
    assert blad.velden.regelmodel.rowCount() == 0


def test_zonder_systemen_is_er_geen_tabblad_en_vandaag_leidt_erheen(
    qtbot: QtBot, vastgesteld: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis
) -> None:
    wacht = Wacht(Wanneer.DEZE_WEEK, "", "Neem over", "overnemen", tafelkluis.overleg)
    assert doel(wacht) == Plaats("tafels", BijTafel(tafelkluis.overleg, 4, blad=OVERNEMEN))
    vastgesteld.werkplek.profiel = replace(vastgesteld.werkplek.profiel, overnemen=())
    stap = Verzenden(vastgesteld, tafelgereedschap)
    qtbot.addWidget(stap)
    stap.toon_tafel(tafelkluis.overleg)
    assert not stap.tabbladen.isTabVisible(2)
    stap.toon_plek(BijTafel(tafelkluis.overleg, blad=OVERNEMEN))
    assert stap.tabbladen.currentIndex() == 0
