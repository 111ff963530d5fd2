"""What a screen is looked over for: that each control can be pointed at, told apart, seen and reached."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTextEdit,
    QTimeEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from toetsenbord import Toetsenbord

from zvh_desktop import ui
from zvh_desktop.ui.toegankelijkheid import bevindingen, dubbele_namen, kleine_doelen, naam_zonder_label
from zvh_desktop.ui.uiterlijk.doelen import Balkknop, Dialoogknoppen, Drukknop, Invoerregel, Keuzerondje, Vinkvak
from zvh_desktop.ui.uiterlijk.thema import Thema, contrast
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.stappenbalk import StappenBalk
from zvh_desktop.ui.widgets.tabbladen import Tabbladen
from zvh_desktop.ui.widgets.velden.keuzeveld import Getalveld, Keuzeveld

UI = Path(ui.__file__).parent


def toon(qtbot: QtBot, *delen: QWidget) -> QWidget:
    """These on one screen."""
    vlak = QWidget()
    indeling = QHBoxLayout(vlak)
    for deel in delen:
        indeling.addWidget(deel)
    qtbot.addWidget(vlak)
    vlak.show()
    QApplication.processEvents()
    return vlak


@pytest.mark.parametrize("soort", [Invoerregel, Vinkvak, Keuzerondje, Drukknop, Balkknop, Keuzeveld, Getalveld])
def test_wat_men_aanwijst_is_groot_genoeg(qtbot: QtBot, soort: type[QWidget]) -> None:
    deel = soort()
    letter = deel.font()
    letter.setPixelSize(7)
    deel.setFont(letter)
    assert kleine_doelen(toon(qtbot, deel)) == []


def test_een_knop_met_een_grote_letter_wordt_niet_kleiner_dan_zijn_tekst(qtbot: QtBot) -> None:
    knop = Drukknop("Een verzonnen handeling")
    letter = knop.font()
    letter.setPixelSize(40)
    knop.setFont(letter)
    vlak = toon(qtbot, knop)
    vlak.resize(10, 10)
    assert knop.height() >= QPushButton.minimumSizeHint(knop).height() > 24
    assert knop.width() >= QPushButton.minimumSizeHint(knop).width()


def test_een_knop_van_een_dialoog_is_groot_genoeg(qtbot: QtBot) -> None:
    rij = Dialoogknoppen()
    rij.maak("&Ja", Dialoogknoppen.ButtonRole.AcceptRole)
    assert kleine_doelen(toon(qtbot, rij)) == []


def test_een_te_klein_doel_wordt_gevonden(qtbot: QtBot) -> None:
    knop = QToolButton()
    knop.setObjectName("klein")
    knop.setFixedSize(20, 30)
    vlak = toon(qtbot, knop)
    assert kleine_doelen(vlak) == ["QToolButton klein: 20x30"]
    assert "te klein: QToolButton klein: 20x30" in bevindingen(vlak)


def test_twee_met_een_naam_worden_gevonden(qtbot: QtBot) -> None:
    een, ander, zelfde = Drukknop("&Wijzig"), Drukknop("Wijzig"), Invoerregel()
    een.setObjectName("een")
    ander.setObjectName("ander")
    zelfde.setAccessibleName("Iets anders")
    assert dubbele_namen(toon(qtbot, een, ander, zelfde)) == ["'Wijzig': een en ander"]


def test_een_knop_die_anders_heet_dan_er_staat_wordt_gevonden(qtbot: QtBot) -> None:
    goed, fout = Drukknop("&Wijzig…"), Drukknop("Voeg toe")
    goed.setAccessibleName("Het gekozen stuk: wijzig")
    fout.setAccessibleName("Partij erbij")
    assert naam_zonder_label(toon(qtbot, goed, fout)) == ["'Voeg toe' heet 'Partij erbij'"]


def test_een_verborgen_deel_telt_niet_als_dubbel(qtbot: QtBot) -> None:
    een, ander = Drukknop("Wijzig"), Drukknop("Wijzig")
    vlak = toon(qtbot, een, ander)
    ander.hide()
    assert dubbele_namen(vlak) == []


def test_het_veld_binnen_een_keuzelijst_heeft_haar_naam(qtbot: QtBot) -> None:
    veld = Keuzeveld()
    veld.setAccessibleName("Leefgebied")
    veld.setEditable(True)
    binnen = veld.lineEdit()
    assert binnen is not None
    assert binnen.accessibleName() == "Leefgebied"
    veld.setAccessibleName("Leefgebied van doel 2")
    assert binnen.accessibleName() == "Leefgebied van doel 2"
    getal = Getalveld()
    getal.setAccessibleName("Minuten")
    assert getal.lineEdit().accessibleName() == "Minuten"
    assert bevindingen(toon(qtbot, veld, getal)) == []


def test_de_rij_van_tabbladen_heeft_hun_naam(qtbot: QtBot) -> None:
    bladen = Tabbladen()
    bladen.setAccessibleName("Casussen en aanmeldingen")
    qtbot.addWidget(bladen)
    assert bladen.tabBar().accessibleName() == "Casussen en aanmeldingen"


def test_een_smalle_zin_krijgt_de_hoogte_van_haar_eigen_breedte(qtbot: QtBot) -> None:
    """A layout asks how high she is at the width of the page, and would cut off her last line."""
    zin = StilleTekst("Een verzonnen uitleg die op de breedte van de pagina op een regel past en smal niet. " * 3)
    zin.setMaximumWidth(200)
    vlak = toon(qtbot)
    rij = QVBoxLayout()
    rij.addWidget(zin)
    rij.addStretch(1)
    cast("QHBoxLayout", vlak.layout()).addLayout(rij)
    vlak.resize(900, 900)
    QApplication.processEvents()
    assert zin.width() == 200
    assert zin.heightForWidth(900) == zin.heightForWidth(200) > zin.fontMetrics().lineSpacing() * 4
    assert bevindingen(vlak) == []


@pytest.mark.parametrize("focus", [False, True], ids=["zonder", "met toetsenbord"])
@pytest.mark.parametrize("schema", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
@pytest.mark.parametrize("soort", [QLineEdit, QComboBox, QSpinBox, QTimeEdit, QTextEdit, QPlainTextEdit])
def test_de_rand_van_een_veld_is_te_zien(
    qtbot: QtBot, qapp: QApplication, thema: Thema, schema: Qt.ColorScheme, soort: type[QWidget], focus: bool
) -> None:
    """3:1 against what is around it, on each side (WCAG 1.4.11)."""
    thema.pas_toe(schema)
    veld, ander = soort(), Drukknop("Verder")
    vlak = toon(qtbot, veld, ander)
    qtbot.waitUntil(vlak.isActiveWindow)
    (veld if focus else ander).setFocus()
    beeld, achter = vlak.grab().toImage(), qapp.palette().color(QPalette.ColorRole.Window)
    midden, hoek = veld.geometry().center(), veld.geometry()
    randen: dict[str, Callable[[int], QPoint]] = {
        "links": lambda diep: QPoint(hoek.left() + diep, midden.y()),
        "rechts": lambda diep: QPoint(hoek.right() - diep, midden.y()),
        "boven": lambda diep: QPoint(midden.x(), hoek.top() + diep),
        "onder": lambda diep: QPoint(midden.x(), hoek.bottom() - diep),
    }
    for naam, punt in randen.items():
        assert max(contrast(beeld.pixelColor(punt(diep)), achter) for diep in range(3)) >= 3, naam
    kleuren = veld.palette()
    gekozen = kleuren.color(QPalette.ColorRole.HighlightedText), kleuren.color(QPalette.ColorRole.Highlight)
    assert contrast(*gekozen) >= 4.5
    thema.pas_toe(Qt.ColorScheme.Light)


def test_de_stappen_zijn_met_tab_en_de_pijlen_te_bereiken(qtbot: QtBot) -> None:
    veld, balk, knop = Invoerregel(), StappenBalk(), Drukknop("Verder")
    veld.setObjectName("veld")
    knop.setObjectName("verder")
    vlak = QWidget()
    indeling = QVBoxLayout(vlak)
    for deel in (veld, balk, knop):
        indeling.addWidget(deel)
    qtbot.addWidget(vlak)
    with qtbot.waitActive(vlak):
        vlak.show()
    veld.setFocus()
    hand = Toetsenbord(qtbot)
    hand.naar("stap_1")
    with qtbot.waitSignal(balk.stap_gekozen) as gekozen:
        hand.druk(Qt.Key.Key_Right)
    assert gekozen.args == [1]
    hand.naar("verder")


def test_geen_scherm_maakt_velden_en_knoppen_van_qt_zelf() -> None:
    """Those are smaller than what one can point at."""
    eigen = re.compile(r"(?<![\w.])(?:QLineEdit|QCheckBox|QRadioButton|QPushButton|QToolButton|QDialogButtonBox)\(")
    assert [pad.name for pad in UI.rglob("*.py") if eigen.search(pad.read_text(encoding="utf-8"))] == []
