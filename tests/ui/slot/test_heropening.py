"""Every form dialog survives the lock: each field, the caret, and no secret."""

from __future__ import annotations

import pickle

import pytest
from dialoogmaker import Dialoogmaker, dialoogsoorten
from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QDateTimeEdit,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItemIterator,
    QWidget,
)
from ui_hulp import NepDiensten, NepLuisteraar

from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.slot.heropening import Heropening
from zvh_desktop.ui.slot.opendialogen import sluit_dialogen
from zvh_desktop.ui.slot.veldstand import herstel_stand, lees_stand, wis_velden
from zvh_desktop.ui.slot.vergrendeling import Slottoets
from zvh_desktop.ui.widgets.velden.wachtwoordveld import Wachtwoordveld

VOOR_HET_AANMELDEN = {"Aanmeldvenster", "Hersteldialoog", "EigenWachtwoordDialoog"}
ZONDER_INVOER = {
    "DagDialoog",
    "ErnaastDialoog",
    "TerugzetDialoog",
    "VerzendDialoog",
    "Bevestigingsdialoog",
    "HerstelsleutelDialoog",
    "CsvVoorbeeldDialoog",
    "RolmeldingenDialoog",
    "JzvVoorstelDialoog",
    "Wordvoorsteldialoog",
    "Botsingdialoog",
}
FORMULIEREN = [soort for soort in dialoogsoorten() if soort.__name__ not in VOOR_HET_AANMELDEN | ZONDER_INVOER]


@pytest.fixture
def maker(gereedschap: Gereedschap) -> Dialoogmaker:
    return Dialoogmaker(gereedschap, {})


def eigen(veld: QWidget, dialoog: QWidget) -> bool:
    """Not a part of another field, such as the year in its calendar."""
    ouder = veld.parentWidget()
    while ouder is not None and ouder is not dialoog:
        if isinstance(ouder, QComboBox | QAbstractSpinBox | QAbstractItemView | QCalendarWidget):
            return False
        ouder = ouder.parentWidget()
    return True


def velden(dialoog: QWidget) -> list[QWidget]:
    return [veld for veld in dialoog.findChildren(QWidget) if eigen(veld, dialoog)]


def typ_overal(dialoog: QWidget) -> None:
    """Change every field from what it was."""
    for teller, veld in enumerate(velden(dialoog)):
        if isinstance(veld, QLineEdit):
            veld.setText(f"getypt {teller}")
        elif isinstance(veld, QPlainTextEdit) and not veld.isReadOnly():
            veld.setPlainText(f"getypt {teller}\ntweede regel")
        elif isinstance(veld, QComboBox):
            veld.setCurrentIndex(veld.count() - 1)
            if veld.isEditable():
                veld.setEditText(f"getypt {teller}")
        elif isinstance(veld, QSpinBox):
            veld.stepBy(1)
        elif isinstance(veld, QDateTimeEdit):
            veld.setDateTime(QDateTime(QDate(2027, 3, 1 + teller % 20), QTime(11, 5)))
        elif isinstance(veld, QAbstractButton) and veld.isCheckable():
            veld.toggle()
        elif isinstance(veld, QListWidget):
            vink(veld)
        elif isinstance(veld, QTreeWidget):
            vink_om(veld)


def vink(lijst: QListWidget) -> None:
    regels = [lijst.item(rij) for rij in range(lijst.count())]
    for regel in regels:
        if regel.flags() & Qt.ItemFlag.ItemIsUserCheckable and regel.flags() & Qt.ItemFlag.ItemIsEnabled:
            regel.setCheckState(Qt.CheckState.Checked)


def vink_om(boom: QTreeWidget) -> None:
    plek = QTreeWidgetItemIterator(boom, QTreeWidgetItemIterator.IteratorFlag.Enabled)
    while (regel := plek.value()) is not None:
        if regel.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            aan = regel.checkState(0) is Qt.CheckState.Checked
            regel.setCheckState(0, Qt.CheckState.Unchecked if aan else Qt.CheckState.Checked)
        plek += 1


def tekstvelden(dialoog: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    return [
        veld
        for veld in velden(dialoog)
        if isinstance(veld, QLineEdit | QPlainTextEdit) and not isinstance(veld, Wachtwoordveld)
    ]


def texten(dialoog: QWidget) -> list[str]:
    return [veld.text() if isinstance(veld, QLineEdit) else veld.toPlainText() for veld in tekstvelden(dialoog)]


def toon(qtbot, dialoog: Dialoog) -> None:
    qtbot.addWidget(dialoog)
    with qtbot.waitExposed(dialoog):
        dialoog.show()


def test_er_is_geen_formulierdialoog_die_niet_terugkomt() -> None:
    assert len(FORMULIEREN) >= 21
    assert [soort.__name__ for soort in FORMULIEREN if not soort.heropenen] == []
    weg = {soort.__name__ for soort in dialoogsoorten() if not soort.heropenen}
    assert weg == ZONDER_INVOER


@pytest.mark.parametrize("soort", FORMULIEREN, ids=lambda soort: soort.__name__)
def test_elk_veld_van_elke_dialoog_komt_terug(qtbot, maker: Dialoogmaker, soort: type[Dialoog]) -> None:
    dialoog = maker.maak(soort, None)
    toon(qtbot, dialoog)
    typ_overal(dialoog)
    te_typen = [veld for veld in tekstvelden(dialoog) if veld.isVisible() and veld.isEnabled()]
    if te_typen:
        te_typen[-1].setFocus()
        aanwijs(te_typen[-1], 5, 2)
    getypt, stand = texten(dialoog), lees_stand(dialoog)
    assert bool(te_typen) == bool(stand.toetsplek and (stand.anker, stand.plaats) == (5, 2))
    over = pickle.loads(pickle.dumps(stand))  # noqa: S301 - just made here
    wis_velden(dialoog)
    assert not [tekst for tekst in texten(dialoog) if tekst]
    assert not [lijst for lijst in dialoog.findChildren(QTreeWidget) if lijst.topLevelItemCount()]

    nieuw = maker.maak(soort, None)
    toon(qtbot, nieuw)
    herstel_stand(nieuw, over)
    assert texten(nieuw) == getypt
    assert lees_stand(nieuw) == stand


def aanwijs(veld: QLineEdit | QPlainTextEdit, anker: int, plaats: int) -> None:
    if isinstance(veld, QLineEdit):
        veld.setSelection(anker, plaats - anker)
        return
    aanwijzer = veld.textCursor()
    aanwijzer.setPosition(anker)
    aanwijzer.setPosition(plaats, QTextCursor.MoveMode.KeepAnchor)
    veld.setTextCursor(aanwijzer)


def test_een_wachtwoord_gaat_niet_mee(qtbot, maker: Dialoogmaker) -> None:
    soort = next(soort for soort in FORMULIEREN if soort.__name__ == "AccountDialoog")
    dialoog = maker.maak(soort, None)
    toon(qtbot, dialoog)
    for veld in dialoog.findChildren(Wachtwoordveld):
        veld.setText("mijn geheime zin")
        veld.toon_actie.setChecked(True)
        veld.setFocus()
    assert b"geheime" not in pickle.dumps(lees_stand(dialoog))


@pytest.mark.parametrize("soort", FORMULIEREN, ids=lambda soort: soort.__name__)
def test_van_elke_dialoog_is_bekend_hoe_hij_begon(
    qtbot, gereedschap: Gereedschap, maker: Dialoogmaker, soort: type[Dialoog]
) -> None:
    """Else nobody knows after the lock what the user changed in it."""
    heropening = Heropening(gereedschap.melder, gereedschap.taken)
    slottoets = Slottoets()
    slottoets.dialoog_opent.connect(lambda dialoog: heropening.noteer_begin(dialoog, NepDiensten()))
    slottoets.begin()
    dialoog = maker.maak(soort, None)
    toon(qtbot, dialoog)
    slottoets.stop()
    assert dialoog.beginstand is not None
    typ_overal(dialoog)
    nu = lees_stand(dialoog).velden
    zichtbaar = [veld for veld in tekstvelden(dialoog) if not veld.isReadOnly()]
    assert not zichtbaar or dialoog.beginstand.velden != nu


def test_wat_erin_stond_blijft_niet_achter_als_hij_bij_het_slot_wordt_geleegd(
    qtbot, gereedschap: Gereedschap, maker: Dialoogmaker
) -> None:
    soort = next(soort for soort in FORMULIEREN if soort.__name__ == "ReeksDialoog")
    dialoog = maker.maak(soort, None)
    Heropening(gereedschap.melder, gereedschap.taken).noteer_begin(dialoog, NepDiensten())
    toon(qtbot, dialoog)
    assert dialoog.beginstand is not None
    sluit_dialogen([dialoog])
    assert dialoog.beginstand is None


def test_hoe_hij_begon_wordt_genoteerd_zonder_de_server_iets_te_vragen(
    gereedschap: Gereedschap, maker: Dialoogmaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is noted in the thread of the window, at every dialog that opens."""
    gevraagd: list[int] = []
    monkeypatch.setattr(NepDiensten, "laatste_handeling", lambda _zelf: gevraagd.append(1) or 9)
    dialoog = maker.maak(next(soort for soort in FORMULIEREN if soort.__name__ == "ReeksDialoog"), None)
    diensten = NepDiensten(luisteraar=NepLuisteraar(), gezien=7)
    Heropening(gereedschap.melder, gereedschap.taken).noteer_begin(dialoog, diensten)
    assert dialoog.beginstand is not None
    assert (dialoog.beginstand.handeling, gevraagd) == (7, [])
