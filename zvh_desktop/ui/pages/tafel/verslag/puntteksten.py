"""The three texts of one point of the verslag; they save themselves while typing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


class Puntteksten(QWidget):
    """What is said, under each other."""

    getypt = Signal(object)
    """A VerslagTekst that is to be saved."""
    te_lang = Signal(str)
    """Why nothing more can be typed."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, RASTER, 0)
        kolom.setSpacing(HALF)
        self.beeld_veld = Tekstveld("Beeld: wat is er aan de hand", self, regels=5)
        self.oordeel_veld = Tekstveld("Oordeel: wat vinden we ervan", self, regels=4)
        self.besluit_veld = Tekstveld("Besluit: wat spreken we af", self, regels=3)
        self.velden = (self.beeld_veld, self.oordeel_veld, self.besluit_veld)
        for naam, label, veld, rek in (
            ("verslag_beeld", "Bee&ld - wat is er aan de hand", self.beeld_veld, 3),
            ("verslag_oordeel", "&Oordeel - wat vinden we ervan", self.oordeel_veld, 2),
            ("verslag_besluit", "B&esluit - wat spreken we af", self.besluit_veld, 2),
        ):
            veld.setObjectName(naam)
            kop = QLabel(label, self)
            kop.setBuddy(veld)
            kolom.addWidget(kop)
            kolom.addWidget(veld, rek)
            veld.tekst_bewaren.connect(self._on_tekst_bewaren)
            veld.schrijver_melden.connect(self.te_lang)

    def zet(self, tekst: VerslagTekst, *, van: object, ander: bool, mag: bool) -> None:
        """Show these, of the point ``van``; text that is being typed stays when it is still the same point."""
        opgeslagen = (tekst.beeld, tekst.oordeelsvorming, tekst.besluitvorming)
        for veld, nieuw in zip(self.velden, opgeslagen, strict=True):
            if ander or (veld.toPlainText() != nieuw and not veld.gewijzigd()):
                veld.laad(nieuw, van)
            veld.setReadOnly(not mag)

    def bewaar_nu(self) -> None:
        """Save what is being typed."""
        for veld in self.velden:
            veld.bewaar_nu()

    def nog_niet_bewaard(self) -> None:
        """Saving was refused: the text stays, and the next change tries again."""
        for veld in self.velden:
            veld.nog_niet_bewaard()

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        for veld in self.velden:
            veld.maak_leeg()

    def _on_tekst_bewaren(self) -> None:
        self.getypt.emit(VerslagTekst(*(veld.toPlainText() for veld in self.velden)))
