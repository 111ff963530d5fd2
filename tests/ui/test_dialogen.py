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
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from test_pdf_voorbeeld import maak_pdf

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import Aanwezigheid, LidId
from zvh_desktop.services.bestuur.gegevens import LidInvoer, LidRegel
from zvh_desktop.services.huis import handleiding
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.draden.taken import Taak
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.bestuur.stemdialoog import StemDialoog
from zvh_desktop.ui.pages.partijen.partijdialoog import PartijDialoog
from zvh_desktop.ui.protocollen import Hulphoofdstuk

ZONDER_VELDEN = {
    "Botsingdialoog",
    "CsvVoorbeeldDialoog",
    "ErnaastDialoog",
    "JzvVoorstelDialoog",
    "PdfVenster",
    "Toetsenlijst",
    "Voortgangsvenster",
}
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
        maker = Dialoogmaker(gereedschap, {Taak: taak, Hulphoofdstuk: hoofdstuk})
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


def doet_niets(knop: QAbstractButton) -> bool:
    """Whether a space on this button only closes or stops what is shown."""
    vak = knop.parentWidget()
    return isinstance(vak, QDialogButtonBox) and vak.buttonRole(knop) is QDialogButtonBox.ButtonRole.RejectRole


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
    assert dialoog.windowTitle().startswith("Casustafel - ") and len(dialoog.windowTitle()) > len("Casustafel - ")
    veld = dialoog.focusWidget()
    if klasse.__name__ in ZONDER_VELDEN:
        assert veld is None or not isinstance(veld, QAbstractButton) or doet_niets(veld)
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
        _sluit_lijst(veld)


@pytest.mark.parametrize("klasse", DIALOGEN, ids=[klasse.__name__ for klasse in DIALOGEN])
def test_first_letter_arrives_in_a_choice(klasse: type[QDialog], toon: Toner, qtbot: QtBot) -> None:
    """Where the first field is a choice or a list, a letter goes to what begins with it."""
    dialoog = toon(klasse)
    veld = dialoog.focusWidget()
    model = veld.model() if isinstance(veld, QComboBox | QAbstractItemView) else None
    if model is None or model.rowCount() == 0 or (isinstance(veld, QComboBox) and veld.isEditable()):
        return
    laatste = str(model.index(model.rowCount() - 1, 0).data() or "")
    if not laatste[:1].isalpha():
        return
    qtbot.keyClicks(veld, laatste[0].lower())
    nu = veld.currentText() if isinstance(veld, QComboBox) else str(veld.currentIndex().data() or "")  # type: ignore[attr-defined]
    assert nu[:1].lower() == laatste[0].lower()
    assert dialoog.isVisible()


def _sluit_lijst(veld: QWidget) -> None:
    if isinstance(veld, QComboBox) and veld.view().isVisible():
        veld.hidePopup()  # a space opens it, as Qt does everywhere


@pytest.mark.parametrize("klasse", DIALOGEN, ids=[klasse.__name__ for klasse in DIALOGEN])
def test_letters_are_given_once(klasse: type[QDialog], toon: Toner) -> None:
    dialoog = toon(klasse)
    knop = dialoog.bewaar_knop if isinstance(dialoog, Invoerdialoog) else None
    for tekst in ("&Voeg toe", "&Bewaar") if knop is not None and knop.text() == TEKST else ("",):
        if knop is not None and tekst:
            knop.setText(tekst)
        assert dubbele_letters(dialoog) == {}


INVOERDIALOGEN = [klasse for klasse in DIALOGEN if issubclass(klasse, Invoerdialoog)]


def _verander(qtbot: QtBot, veld: QWidget) -> bool:
    """With a key, as somebody would mend it; False where there is nothing to change."""
    typt = veld if isinstance(veld, QLineEdit | QPlainTextEdit) else next(iter(veld.findChildren(QLineEdit)), None)
    if isinstance(veld, QComboBox):
        if veld.count() < 2 or not veld.isEnabled():
            return False
        qtbot.keyClick(veld, Qt.Key.Key_Up if veld.currentIndex() == veld.count() - 1 else Qt.Key.Key_Down)
        return True
    if isinstance(veld, QAbstractButton):
        qtbot.keyClick(veld, Qt.Key.Key_Space)
        return veld.isCheckable() and veld.isEnabled()
    if isinstance(veld, QAbstractItemView) and (in_cellen := veld.viewport().findChildren(QComboBox)):
        return _verander(qtbot, in_cellen[0])
    if isinstance(veld, QAbstractItemView):
        model = veld.model()
        if model is None or not model.rowCount():
            return False
        if not model.index(0, 0).flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        veld.setCurrentIndex(model.index(0, 0))
        qtbot.keyClick(veld, Qt.Key.Key_Space)
        return True
    if isinstance(veld, QAbstractSpinBox) and typt is not None:
        voor = typt.text()
        qtbot.keyClick(veld, Qt.Key.Key_Up)
        if typt.text() == voor:  # at its highest already
            qtbot.keyClick(veld, Qt.Key.Key_Down)
        assert typt.text() != voor
        return True
    if typt is None or typt.isReadOnly() or not typt.isEnabled():
        return False
    qtbot.keyClicks(typt, "7")
    return True


@pytest.mark.parametrize("klasse", INVOERDIALOGEN, ids=[klasse.__name__ for klasse in INVOERDIALOGEN])
def test_a_mended_field_loses_its_error_in_every_dialog(klasse: type[QDialog], toon: Toner, qtbot: QtBot) -> None:
    dialoog = toon(klasse)
    assert isinstance(dialoog, Invoerdialoog)
    for sleutel, regel in dialoog.formulier._regels.items():
        regel.toon_fout("Dit klopt niet.")
        if regel.isVisible() and _verander(qtbot, regel.veld):
            assert regel.fout() == "", sleutel
        regel.toon_fout("")


def test_a_mended_field_loses_its_error(qtbot: QtBot, toon: Toner) -> None:
    dialoog = toon(PartijDialoog)
    assert isinstance(dialoog, PartijDialoog)
    regel = dialoog.formulier.regel("naam")
    dialoog.formulier.toon_fout(InvoerOngeldig("naam", "Vul een naam in."))
    assert regel.fout() == "Vul een naam in."
    qtbot.keyClick(dialoog.naam, Qt.Key.Key_G)
    assert regel.fout() == ""


def test_a_vote_far_down_comes_into_view_when_the_keyboard_gets_there(qtbot: QtBot, gereedschap: Gereedschap) -> None:
    """Of thirty members some twelve are seen at once."""
    maker = Dialoogmaker(gereedschap, {})
    lid = replace(maker.waarde(LidRegel), invoer=LidInvoer(aanwezigheid=Aanwezigheid.AANWEZIG))
    leden = [replace(lid, id=LidId(nummer)) for nummer in range(1, 31)]
    ouder = QWidget()
    qtbot.addWidget(ouder)
    dialoog = maker.maak(StemDialoog, ouder, leden=leden)
    assert isinstance(dialoog, StemDialoog)
    with qtbot.waitActive(dialoog):
        dialoog.show()
        dialoog.activateWindow()
    laatste = dialoog.keuzes[LidId(30)]
    vak = dialoog.tabel.viewport()
    assert not vak.rect().contains(laatste.geometry())
    laatste.setFocus(Qt.FocusReason.TabFocusReason)
    assert vak.rect().contains(laatste.geometry())
