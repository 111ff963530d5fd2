"""The recovery key: shown once, to be printed and put away."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from zvh_desktop.ui.eerste_start.stap import Stap
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.uiterlijk.doelen import Drukknop, Vinkvak
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM


class HerstelbladStap(Stap):
    """The groups of the key, a button to print, and the tick without which one cannot finish."""

    def __init__(self, melder: Melder, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Bewaar de herstelsleutel",
            "Is een wachtwoord vergeten, dan komt u alleen met deze sleutel nog in de kluis. Hij wordt maar "
            "één keer getoond. Druk het blad af en leg het in een kast met een slot.",
            ouder,
        )
        self._melder = melder
        self._pdf = b""
        self.sleutel_vlak = QPlainTextEdit(self)
        self.sleutel_vlak.setObjectName("herstelsleutel_vlak")
        self.sleutel_vlak.setAccessibleName("Herstelsleutel")
        self.sleutel_vlak.setReadOnly(True)
        self.sleutel_vlak.setTabChangesFocus(True)
        self.sleutel_vlak.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.sleutel_vlak.setMinimumHeight(self.fontMetrics().lineSpacing() * 5 + RUIM)
        self.afdruk_knop = Drukknop("Herstelblad &bekijken, afdrukken of bewaren", self)
        self.afdruk_knop.setObjectName("herstelblad_knop")
        self.afdruk_knop.setAccessibleName("Herstelblad bekijken, afdrukken of bewaren")
        self.afdruk_knop.setAutoDefault(False)
        zet_icoon(self.afdruk_knop, Icoon.AFDRUK)
        self.bewaard_vak = Vinkvak("&Ik heb de herstelsleutel bewaard", self)
        self.bewaard_vak.setObjectName("herstelsleutel_bewaard_vak")
        self.bewaard_vak.setAccessibleName("Ik heb de herstelsleutel bewaard")
        rij = QHBoxLayout()
        rij.setSpacing(RASTER)
        rij.addWidget(self.afdruk_knop)
        rij.addStretch(1)
        self.inhoud.addWidget(self.sleutel_vlak)
        self.inhoud.addLayout(rij)
        self.inhoud.addWidget(self.bewaard_vak)
        self.inhoud.addStretch(1)
        self._verbind()

    def _verbind(self) -> None:
        self.afdruk_knop.clicked.connect(self._on_herstelblad_gevraagd)
        self.bewaard_vak.toggled.connect(self._on_bewaard_gekozen)

    def zet(self, herstelsleutel: str, pdf: bytes) -> None:
        """Show the key."""
        self.sleutel_vlak.setPlainText(herstelsleutel)
        self._pdf = pdf
        self.bewaard_vak.setChecked(False)

    def klaar(self) -> bool:
        return self.bewaard_vak.isChecked()

    def eerste_veld(self) -> QWidget:
        return self.afdruk_knop

    def maak_leeg(self) -> None:
        self.sleutel_vlak.clear()
        self._pdf = b""

    def _on_herstelblad_gevraagd(self) -> None:
        PdfVenster.vraag(self._pdf, "herstelblad.pdf", "Herstelblad", self._melder, ouder=self)

    def _on_bewaard_gekozen(self) -> None:
        self.gewijzigd.emit()
