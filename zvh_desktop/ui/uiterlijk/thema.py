"""How everything looks: Fusion, a light and a dark palette that follow the system, one accent colour.

Colours live here and nowhere else, so that their contrast can be tested in one place. Whoever prefers
high contrast in the system settings keeps the colours of the system.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from zvh_desktop.ui.uiterlijk.icons import ICOON_EIGENSCHAP, ververs_icoon

RASTER = 8
"""White space comes in steps of this many device-independent pixels."""
HALF = RASTER // 2
RUIM = RASTER * 2
RANDRUIMTE = RASTER * 3


STIJL: Final = "Fusion"
"""The same on every system: what is drawn by hand beside it is measured on it."""
_GEKOZEN: Final = "zvh_stijl"


class Kleur(StrEnum):
    """Colours with a meaning that QPalette has no role for."""

    STIL = "stil"
    LIJN = "lijn"
    ACCENT = "accent"
    GOED = "goed"
    LET_OP = "let_op"
    FOUT = "fout"
    OEFEN_VLAK = "oefen_vlak"
    OEFEN_TEKST = "oefen_tekst"


_LICHT = {
    Kleur.STIL: "#565e69",
    Kleur.LIJN: "#c9ced6",
    Kleur.ACCENT: "#1f5fa8",
    Kleur.GOED: "#1d6b3c",
    Kleur.LET_OP: "#8a5200",
    Kleur.FOUT: "#a8261f",
    Kleur.OEFEN_VLAK: "#ffe08a",
    Kleur.OEFEN_TEKST: "#3d2c00",
}
_DONKER = {
    Kleur.STIL: "#a9b1bc",
    Kleur.LIJN: "#5c6570",
    Kleur.ACCENT: "#7db3f0",
    Kleur.GOED: "#7fd19b",
    Kleur.LET_OP: "#f0b661",
    Kleur.FOUT: "#f59a92",
    Kleur.OEFEN_VLAK: "#5c4a12",
    Kleur.OEFEN_TEKST: "#ffe9b0",
}

_ROLLEN_LICHT = {
    QPalette.ColorRole.Window: "#f4f5f7",
    QPalette.ColorRole.WindowText: "#1b1f24",
    QPalette.ColorRole.Base: "#ffffff",
    QPalette.ColorRole.AlternateBase: "#f6f8fa",
    QPalette.ColorRole.Text: "#1b1f24",
    QPalette.ColorRole.Button: "#f0f2f5",
    QPalette.ColorRole.ButtonText: "#1b1f24",
    QPalette.ColorRole.BrightText: "#ffffff",
    QPalette.ColorRole.Highlight: "#1f5fa8",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Accent: "#1f5fa8",
    QPalette.ColorRole.Link: "#1f5fa8",
    QPalette.ColorRole.LinkVisited: "#5b4a96",
    QPalette.ColorRole.PlaceholderText: "#626a75",
    QPalette.ColorRole.ToolTipBase: "#ffffff",
    QPalette.ColorRole.ToolTipText: "#1b1f24",
    QPalette.ColorRole.Light: "#ffffff",
    QPalette.ColorRole.Midlight: "#e6e9ed",
    QPalette.ColorRole.Mid: "#b9bfc8",
    QPalette.ColorRole.Dark: "#9aa1ac",
    QPalette.ColorRole.Shadow: "#60666f",
}
_ROLLEN_DONKER = {
    QPalette.ColorRole.Window: "#292e34",
    QPalette.ColorRole.WindowText: "#e8eaed",
    QPalette.ColorRole.Base: "#171a1e",
    QPalette.ColorRole.AlternateBase: "#1f2328",
    QPalette.ColorRole.Text: "#e8eaed",
    QPalette.ColorRole.Button: "#3a424b",
    QPalette.ColorRole.ButtonText: "#e8eaed",
    QPalette.ColorRole.BrightText: "#ffffff",
    QPalette.ColorRole.Highlight: "#2a67ab",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Accent: "#7db3f0",
    QPalette.ColorRole.Link: "#7db3f0",
    QPalette.ColorRole.LinkVisited: "#b9a5ec",
    QPalette.ColorRole.PlaceholderText: "#a0a8b3",
    QPalette.ColorRole.ToolTipBase: "#333a42",
    QPalette.ColorRole.ToolTipText: "#e8eaed",
    QPalette.ColorRole.Light: "#4a525c",
    QPalette.ColorRole.Midlight: "#3c434b",
    QPalette.ColorRole.Mid: "#2a2f35",
    QPalette.ColorRole.Dark: "#15181b",
    QPalette.ColorRole.Shadow: "#0c0e10",
}
_UIT_LICHT, _UIT_DONKER = "#767d87", "#868e99"
_OMRAND = ("QCheckBox", "QRadioButton", "QLineEdit", "QComboBox", "QAbstractSpinBox", "QTextEdit", "QPlainTextEdit")
_RAND_LICHT, _RAND_DONKER = "#9fa8b4", "#c2cddb"
"""Fusion draws the edge of a field and of a box to tick in a darker shade of the window, which can hardly be seen. So
these are told another colour of the window: they paint nothing else with it."""


def palet(donker: bool) -> QPalette:
    """The whole palette for light or dark."""
    gekozen = QPalette()
    for rol, waarde in (_ROLLEN_DONKER if donker else _ROLLEN_LICHT).items():
        gekozen.setColor(rol, QColor(waarde))
    uit = QColor(_UIT_DONKER if donker else _UIT_LICHT)
    for rol in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        gekozen.setColor(QPalette.ColorGroup.Disabled, rol, uit)
    return gekozen


def randpalet(donker: bool) -> QPalette:
    """The same for fields and boxes to tick: their edge can be seen (3:1, WCAG 1.4.11)."""
    gekozen = palet(donker)
    gekozen.setColor(QPalette.ColorRole.Window, QColor(_RAND_DONKER if donker else _RAND_LICHT))
    if donker:  # the edge of the field with the keyboard is a shade of what is selected in it
        gekozen.setColor(QPalette.ColorRole.Highlight, QColor(_DONKER[Kleur.ACCENT]))
        gekozen.setColor(QPalette.ColorRole.HighlightedText, QColor(_ROLLEN_DONKER[QPalette.ColorRole.Base]))
    return gekozen


def is_donker(welk: QPalette) -> bool:
    """Whether this palette is a dark one, whoever made it."""
    return welk.color(QPalette.ColorRole.Window).lightness() < 128


def kleur(soort: Kleur, welk: QPalette) -> QColor:
    """A colour with a meaning, in the shade that can be read on this palette."""
    return QColor((_DONKER if is_donker(welk) else _LICHT)[soort])


def contrast(een: QColor, ander: QColor) -> float:
    """Contrast ratio as WCAG 2.2 defines it: 4.5 or more for text."""

    def helderheid(van: QColor) -> float:
        delen = [
            deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4
            for deel in (van.redF(), van.greenF(), van.blueF())
        ]
        return 0.2126 * delen[0] + 0.7152 * delen[1] + 0.0722 * delen[2]

    hoog, laag = sorted((helderheid(een), helderheid(ander)), reverse=True)
    return (hoog + 0.05) / (laag + 0.05)


def kopletter(basis: QFont, factor: float = 1.4) -> QFont:
    """The system font, larger and bolder, for headings."""
    letter = QFont(basis)
    if basis.pointSizeF() > 0:
        letter.setPointSizeF(basis.pointSizeF() * factor)
    else:
        letter.setPixelSize(round(basis.pixelSize() * factor))
    letter.setWeight(QFont.Weight.DemiBold)
    return letter


def tekstbreedte(widget: QWidget, tekens: int) -> int:
    """Room for this many characters in the font of this widget; use it instead of a number of pixels."""
    maat = widget.fontMetrics()
    return max(maat.averageCharWidth(), maat.horizontalAdvance("0")) * tekens


def kleur_tekst(label: QLabel, soort: Kleur) -> None:
    """Give a label a meaningful colour; Thema renews it when light and dark change."""
    label.setProperty("zvh_kleur", soort.value)
    eigen = QPalette(label.palette())
    eigen.setColor(QPalette.ColorRole.WindowText, kleur(soort, QApplication.palette()))
    label.setPalette(eigen)


def gewone_tekst(label: QLabel) -> None:
    """Give a label the colour of ordinary text again."""
    if label.property("zvh_kleur"):
        label.setProperty("zvh_kleur", "")
        label.setPalette(QPalette())


def maak_primair(knop: QPushButton) -> None:
    """Show this button as the one clear action of its screen; Thema renews it with the colours."""
    knop.setProperty("zvh_primair", True)
    bron = QApplication.palette()
    eigen = QPalette(bron)
    for groep in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        # Fusion paints a button lighter than its colour; the text must stay readable on what is painted
        vlak = bron.color(QPalette.ColorRole.Highlight).darker(150)
        eigen.setColor(groep, QPalette.ColorRole.Button, vlak)
        tekst = bron.color(QPalette.ColorRole.HighlightedText)
        eigen.setColor(groep, QPalette.ColorRole.ButtonText, tekst)
    knop.setPalette(eigen)


def maak_toepassing(woorden: Sequence[str]) -> QApplication:
    """A QApplication that begins in the style of Thema.

    To set the style later makes the class of styles with all its names, for the answer alone: 6 ms before the first
    window.
    """
    toepassing = QApplication([*woorden, "-style", STIJL])
    toepassing.setProperty(_GEKOZEN, STIJL)
    return toepassing


class Thema(QObject):
    """Applies style and palette, and follows the system when it goes from light to dark or back."""

    gewijzigd = Signal()

    def __init__(self, toepassing: QApplication) -> None:
        super().__init__(toepassing)
        self.setObjectName("thema")
        self._toepassing = toepassing
        self._wenken = toepassing.styleHints()
        if toepassing.property(_GEKOZEN) != STIJL:
            toepassing.setStyle(STIJL)
        self._verbind()
        self.pas_toe(self._wenken.colorScheme())

    def _verbind(self) -> None:
        self._wenken.colorSchemeChanged.connect(self._on_kleurenschema_gewijzigd)

    def _on_kleurenschema_gewijzigd(self, schema: Qt.ColorScheme) -> None:
        self.pas_toe(schema)

    def pas_toe(self, schema: Qt.ColorScheme) -> None:
        """Put the palette for this colour scheme in place and renew what was coloured by hand."""
        toegankelijk = self._wenken.accessibility()
        if toegankelijk.contrastPreference() is not Qt.ContrastPreference.HighContrast:
            donker = schema is Qt.ColorScheme.Dark
            self._toepassing.setPalette(palet(donker))
            for soort in _OMRAND:
                self._toepassing.setPalette(randpalet(donker), soort)  # type: ignore[arg-type]  # takes a str
        for widget in self._toepassing.allWidgets():
            self._ververs(widget)
        self.gewijzigd.emit()

    def _ververs(self, widget: QWidget) -> None:
        if isinstance(widget, QAbstractButton) and widget.property(ICOON_EIGENSCHAP):
            ververs_icoon(widget)
        if isinstance(widget, QPushButton) and widget.property("zvh_primair"):
            maak_primair(widget)
        if isinstance(widget, QLabel) and widget.property("zvh_kleur"):
            kleur_tekst(widget, Kleur(widget.property("zvh_kleur")))
        for actie in widget.actions():
            if isinstance(actie, QAction) and actie.property(ICOON_EIGENSCHAP):
                ververs_icoon(actie)
