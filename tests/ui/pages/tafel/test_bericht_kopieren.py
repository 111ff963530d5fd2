"""Rondsturen in a mail program that opens no drafts: address, subject and text each copied, or that program opened."""

from __future__ import annotations

from email import message_from_bytes, policy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tafelkluis import Tafelkluis
from test_rondsturen import maak, vastgesteld
from ui_hulp import Mailprogramma, NepMeldingen

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap

__all__ = ["vastgesteld"]


def test_adres_onderwerp_en_tekst_zijn_die_van_het_concept(
    qtbot: QtBot, vastgesteld: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis
) -> None:
    blad = maak(qtbot, vastgesteld, tafelgereedschap, tafelkluis)
    rij, regel = next((n, een) for n, een in enumerate(blad.tabel.regelmodel.regels) if een.ontvanger is not None)
    blad.tabel.selectRow(rij)
    concept = message_from_bytes(vastgesteld.rondsturen.stukken(regel.vraag()).concept.inhoud, policy=policy.default)
    tekst = concept.get_body(("plain",))
    assert tekst is not None
    gekopieerd = []
    for toets in (Qt.Key.Key_A, Qt.Key.Key_O, Qt.Key.Key_T):
        qtbot.keyClick(blad.tabel, toets, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        gekopieerd.append(QApplication.clipboard().text())
    assert regel.ontvanger is not None
    assert gekopieerd[0] == regel.ontvanger.email
    assert gekopieerd[1] == concept["subject"].strip()
    assert gekopieerd[2].split() == tekst.get_content().split()
    assert "30 seconden" in blad.strook.tekst()


def test_het_mailprogramma_krijgt_alleen_de_ontvanger(
    qtbot: QtBot, vastgesteld: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis,
    mailprogramma: Mailprogramma,
) -> None:  # fmt: skip
    blad = maak(qtbot, vastgesteld, tafelgereedschap, tafelkluis)
    rij, regel = next((n, een) for n, een in enumerate(blad.tabel.regelmodel.regels) if een.ontvanger is not None)
    blad.tabel.selectRow(rij)
    blad.bericht.mail_knop.click()
    assert regel.ontvanger is not None
    assert mailprogramma.gevraagd == [f"mailto:{regel.ontvanger.email}"]


def test_wie_het_al_heeft_of_geen_adres_heeft_krijgt_niets_op_het_klembord(
    qtbot: QtBot, vastgesteld: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis,
    meldingen: NepMeldingen, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    blad = maak(qtbot, vastgesteld, tafelgereedschap, tafelkluis)
    regels = blad.tabel.regelmodel.regels
    zonder = next((n for n, een in enumerate(regels) if een.ontvanger is None), None)
    gezet: list[str] = []
    monkeypatch.setattr(tafelgereedschap.klembord, "zet", gezet.append)
    if zonder is not None:
        blad.tabel.selectRow(zonder)
        blad.bericht.tekst_knop.click()
        assert meldingen.fouten
    met = next(n for n, een in enumerate(regels) if een.ontvanger is not None)
    blad.tabel.selectRow(met)
    blad.noteer_verstuurd()
    assert not blad.bericht.adres_knop.isEnabled()
    assert "al verstuurd" in blad.bericht.adres_knop.toolTip()
    assert gezet == []
