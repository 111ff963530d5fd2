"""Colours can be read in light and dark, and everything follows when the system changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QPushButton, QRadioButton, QWidget

from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur, Thema, contrast, is_donker, kleur, kleur_tekst, maak_primair, palet

Rol = QPalette.ColorRole


@pytest.mark.parametrize("donker", [False, True])
@pytest.mark.parametrize(
    ("voor", "achter"),
    [
        (Rol.WindowText, Rol.Window),
        (Rol.Text, Rol.Base),
        (Rol.Text, Rol.AlternateBase),
        (Rol.ButtonText, Rol.Button),
        (Rol.HighlightedText, Rol.Highlight),
        (Rol.PlaceholderText, Rol.Base),
        (Rol.Link, Rol.Base),
        (Rol.Link, Rol.Window),
        (Rol.LinkVisited, Rol.Base),
        (Rol.ToolTipText, Rol.ToolTipBase),
    ],
)
def test_tekst_is_leesbaar_volgens_wcag_aa(donker: bool, voor: Rol, achter: Rol) -> None:
    gekozen = palet(donker)
    assert contrast(gekozen.color(voor), gekozen.color(achter)) >= 4.5


@pytest.mark.parametrize("donker", [False, True])
@pytest.mark.parametrize("soort", [Kleur.STIL, Kleur.ACCENT, Kleur.GOED, Kleur.LET_OP, Kleur.FOUT])
@pytest.mark.parametrize("achter", [Rol.Window, Rol.Base])
def test_kleur_met_betekenis_is_leesbaar(donker: bool, soort: Kleur, achter: Rol) -> None:
    gekozen = palet(donker)
    assert contrast(kleur(soort, gekozen), gekozen.color(achter)) >= 4.5


@pytest.mark.parametrize("donker", [False, True])
def test_oefenband_is_leesbaar(donker: bool) -> None:
    gekozen = palet(donker)
    assert contrast(kleur(Kleur.OEFEN_TEKST, gekozen), kleur(Kleur.OEFEN_VLAK, gekozen)) >= 4.5


@pytest.mark.parametrize("donker", [False, True])
def test_uitgeschakelde_tekst_blijft_zichtbaar(donker: bool) -> None:
    gekozen = palet(donker)
    uit = gekozen.color(QPalette.ColorGroup.Disabled, Rol.ButtonText)
    assert contrast(uit, gekozen.color(Rol.Button)) >= 3


@pytest.mark.parametrize("schema", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
@pytest.mark.parametrize("soort", [QCheckBox, QRadioButton])
def test_de_rand_van_een_leeg_vakje_is_te_zien(
    qtbot, qapp: QApplication, thema: Thema, schema: Qt.ColorScheme, soort: type[QAbstractButton]
) -> None:
    thema.pas_toe(schema)
    vlak = QWidget()
    vakje = soort("Een verzonnen keuze", vlak)
    qtbot.addWidget(vlak)
    vlak.show()
    beeld, achter = vlak.grab().toImage(), qapp.palette().color(Rol.Window)
    rand = max(contrast(beeld.pixelColor(x, vakje.height() // 2), achter) for x in range(vakje.height()))
    assert rand >= 3
    thema.pas_toe(Qt.ColorScheme.Light)


def test_contrast_van_zwart_op_wit_is_21() -> None:
    assert round(contrast(QColor("black"), QColor("white")), 2) == 21


def test_thema_wisselt_tijdens_het_werk(qtbot, qapp: QApplication, thema: Thema) -> None:
    knop = QPushButton("Knop")
    zet_icoon(knop, Icoon.PLUS)
    label = QLabel("Let op")
    kleur_tekst(label, Kleur.LET_OP)
    qtbot.addWidget(knop)
    qtbot.addWidget(label)
    thema.pas_toe(Qt.ColorScheme.Light)
    licht = (knop.icon().cacheKey(), label.palette().color(Rol.WindowText))
    with qtbot.waitSignal(thema.gewijzigd):
        thema.pas_toe(Qt.ColorScheme.Dark)
    assert is_donker(qapp.palette())
    assert knop.icon().cacheKey() != licht[0]
    assert label.palette().color(Rol.WindowText) != licht[1]
    assert contrast(label.palette().color(Rol.WindowText), qapp.palette().color(Rol.Window)) >= 4.5
    thema.pas_toe(Qt.ColorScheme.Light)
    assert not is_donker(qapp.palette())


def test_stijl_is_fusion(thema: Thema) -> None:
    assert QApplication.style().name() == "fusion"


@pytest.mark.parametrize("schema", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_primaire_knop_is_leesbaar_zoals_hij_geschilderd_wordt(qtbot, thema: Thema, schema: Qt.ColorScheme) -> None:
    knop = QPushButton(" ")
    maak_primair(knop)
    qtbot.addWidget(knop)
    thema.pas_toe(schema)
    knop.resize(120, 40)
    beeld = knop.grab().toImage()
    tekst = knop.palette().color(Rol.ButtonText)
    for y in range(4, 36):
        assert contrast(beeld.pixelColor(60, y), tekst) >= 4.5
    thema.pas_toe(Qt.ColorScheme.Light)
