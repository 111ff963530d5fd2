"""A form that came back: dropped on the list, shown as a proposal, taken over with a way back; or refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from proefkluis import REGIE
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.formulier.dialogen import FormulierSturen, Voorsteldialoog
from zvh_desktop.ui.pages.casus.formulier.strook import Formulierlijst, Formulierstrook
from zvh_desktop.ui.toegankelijkheid import bevindingen


def laat_vallen(lijst: Formulierlijst, plek: QUrl) -> bool:
    mime = QMimeData()
    mime.setUrls([plek])
    gebeurtenis = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    gebeurtenis.ignore()
    lijst.dropEvent(gebeurtenis)
    return gebeurtenis.isAccepted()


def test_van_bestand_naar_aanmelding_en_terug(
    qtbot: QtBot,
    openen: Callable[..., Diensten],
    gereedschap: Gereedschap,
    meldingen: NepMeldingen,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    diensten = openen(REGIE)
    partij = next(r for r in diensten.partijen.lijst() if r.soort in diensten.profiel.aanmelders)
    strook = Formulierstrook(diensten, gereedschap)
    lijst = Formulierlijst(strook)
    qtbot.addWidget(strook)
    qtbot.addWidget(lijst)
    strook.show()
    assert bevindingen(strook) == []
    meldingen.pad = tmp_path / "formulier.eml"

    def stuur(dialoog: FormulierSturen) -> object:
        dialoog.partij.setCurrentIndex(dialoog.partij.findData(int(partij.id)))
        dialoog.show()
        assert bevindingen(dialoog) == []
        dialoog.bewaar_knop.click()
        dialoog.hide()
        return True

    monkeypatch.setattr(FormulierSturen, "antwoord", stuur)
    strook.stuur_knop.click()
    assert meldingen.pad.read_bytes().startswith(b"X-Unsent: 1")
    bestand = tmp_path / "terug.pdf"
    bestand.write_bytes(diensten.formulieren.stukken(partij.id).formulier.inhoud)
    gezien: list[tuple[int, ...]] = []

    def kies(dialoog: Voorsteldialoog) -> object:
        dialoog.show()
        assert bevindingen(dialoog) == []
        gezien.append(dialoog.antwoorden.gekozen())
        dialoog.bewaar_knop.click()
        dialoog.hide()
        return True

    monkeypatch.setattr(Voorsteldialoog, "antwoord", kies)
    with qtbot.waitSignal(strook.gelezen):
        assert laat_vallen(lijst, QUrl.fromLocalFile(str(bestand)))
    assert len(gezien) == 1
    (nieuw,) = diensten.aanmeldingen.lijst()
    assert diensten.aanmeldingen.toon(nieuw.id).invoer.partij_id == partij.id
    strook.ongedaan.maak_ongedaan()
    assert diensten.aanmeldingen.lijst() == ()
    assert not laat_vallen(lijst, QUrl("https://voorbeeld.invalid/terug.pdf"))
    assert not laat_vallen(lijst, QUrl.fromLocalFile(str(tmp_path / "iets.exe")))
    bestand.write_bytes(b"geen pdf")
    strook.lees(bestand)
    qtbot.waitUntil(lambda: bool(meldingen.fouten))
    assert "geen PDF" in meldingen.fouten[-1].gebeurd
