"""All dialogs, found by reflection: the first key typed arrives in the first field, and no letter is given twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from alt_letters import dubbele_letters
from dialoogmaker import TEKST, Dialoogmaker, alle_dialogen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from test_pdf_voorbeeld import maak_pdf

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import Aanwezigheid
from zvh_desktop.services.bestuur.gegevens import LidInvoer, LidRegel
from zvh_desktop.services.huis import handleiding
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.draden.taken import Taak
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.partijen.partijdialoog import PartijDialoog
from zvh_desktop.ui.protocollen import Hoofdstuk

ZONDER_VELDEN = {"CsvVoorbeeldDialoog", "PdfVenster", "Toetsenlijst", "Voortgangsvenster", "Hulpvenster"}
"""There is nothing to fill in, only to read; the keyboard may stand on what is read or on the button that closes."""
DIALOGEN = alle_dialogen()

Toner = Callable[[type[QDialog]], QDialog]


@pytest.fixture
def toon(qtbot: QtBot, gereedschap: Gereedschap) -> Toner:
    ouder = QWidget()
    qtbot.addWidget(ouder)
    with qtbot.waitActive(ouder):
        ouder.show()
        ouder.activateWindow()

    def doe(klasse: type[QDialog]) -> QDialog:
        taak = Taak(ouder)
        hoofdstuk = Dialoogmaker(gereedschap, {}).waarde(handleiding.Hoofdstuk)
        maker = Dialoogmaker(gereedschap, {Taak: taak, Hoofdstuk: hoofdstuk})
        anders = {
            "Aanmeldvenster": {"kluismap": Path("proef.kluis"), "gebruiker": "j.oefenman"},
            "PdfVenster": {"inhoud": maak_pdf(1)},
            "StemDialoog": {
                "leden": [replace(maker.waarde(LidRegel), invoer=LidInvoer(aanwezigheid=Aanwezigheid.AANWEZIG))]
            },
        }
        dialoog = maker.maak(klasse, ouder, **anders.get(klasse.__name__, {}))
        qtbot.addWidget(dialoog)
        with qtbot.waitActive(dialoog):
            dialoog.show()
            dialoog.activateWindow()
        qtbot.waitUntil(heeft_toetsenbord)
        return dialoog

    return doe


def heeft_toetsenbord() -> bool:
    return QApplication.focusWidget() is not None


def _inhoud(veld: QWidget) -> str:
    if isinstance(veld, QLineEdit):
        return veld.text()
    if isinstance(veld, QPlainTextEdit):
        return veld.toPlainText()
    if isinstance(veld, QComboBox):
        return veld.currentText()
    if isinstance(veld, QAbstractSpinBox):
        return veld.text()
    return ""


def test_every_dialog_is_found() -> None:
    assert {"PartijDialoog", "TafelDialoog", "OordeelDialoog", "Aanmeldvenster"} <= {k.__name__ for k in DIALOGEN}
    assert len(DIALOGEN) >= 33


@pytest.mark.parametrize("klasse", DIALOGEN, ids=[klasse.__name__ for klasse in DIALOGEN])
def test_opens_in_first_field(klasse: type[QDialog], toon: Toner, qtbot: QtBot) -> None:
    dialoog = toon(klasse)
    veld = dialoog.focusWidget()
    if klasse.__name__ in ZONDER_VELDEN:
        return
    assert veld is not None, "niets heeft het toetsenbord"
    assert not isinstance(veld, QAbstractButton) or veld.isCheckable(), f"het toetsenbord staat op {veld.objectName()}"
    assert veld is QApplication.focusWidget()
    assert veld.isVisible() and veld.isEnabled()
    for toets, letter in ((Qt.Key.Key_Space, " "), (Qt.Key.Key_J, "j")):
        voor = _inhoud(veld)
        qtbot.keyClick(QApplication.focusWidget(), toets)
        assert dialoog.isVisible(), f"{toets} drukte op een knop"
        if isinstance(veld, QLineEdit | QPlainTextEdit):
            assert _inhoud(veld) != voor and letter in _inhoud(veld)


@pytest.mark.parametrize("klasse", DIALOGEN, ids=[klasse.__name__ for klasse in DIALOGEN])
def test_letters_are_given_once(klasse: type[QDialog], toon: Toner) -> None:
    dialoog = toon(klasse)
    knop = dialoog.bewaar_knop if isinstance(dialoog, Invoerdialoog) else None
    for tekst in ("&Voeg toe", "&Bewaar") if knop is not None and knop.text() == TEKST else ("",):
        if knop is not None and tekst:
            knop.setText(tekst)
        assert dubbele_letters(dialoog) == {}


def test_a_mended_field_loses_its_error(qtbot: QtBot, toon: Toner) -> None:
    dialoog = toon(PartijDialoog)
    assert isinstance(dialoog, PartijDialoog)
    regel = dialoog.formulier.regel("naam")
    dialoog.formulier.toon_fout(InvoerOngeldig("naam", "Vul een naam in."))
    assert regel.fout() == "Vul een naam in."
    qtbot.keyClick(dialoog.naam, Qt.Key.Key_G)
    assert regel.fout() == ""
