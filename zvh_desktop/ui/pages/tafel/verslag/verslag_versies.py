"""Reads the signed versions of a verslag, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from zvh_desktop.models.taal import opsomming
from zvh_desktop.services.tafel.verslag_versies import VerslagVersie
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld


class VersiesDialoog(Dialoog):
    """A choice of the version and its text; nothing can be changed here."""

    def __init__(self, versies: Sequence[VerslagVersie], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("versiesdialoog")
        zet_venstertitel(self, "Versies van het verslag")
        self._versies = tuple(versies)
        self.keuze = Keuzeveld(self)
        self.keuze.setObjectName("versie_keuze")
        self.keuze.setAccessibleName("Versie")
        for versie in self._versies:
            self.keuze.addItem(f"Versie {versie.versie}, {datum_kort(versie.op)}, ondertekend door {versie.door}")
        self.waarom = StilleTekst("", self)
        self.tekst = QPlainTextEdit(self)
        self.tekst.setObjectName("versie_tekst")
        self.tekst.setAccessibleName("Tekst van deze versie")
        self.tekst.setReadOnly(True)
        self.tekst.setMinimumSize(tekstbreedte(self, 90), tekstbreedte(self, 40))
        self.tekst.setTabChangesFocus(True)
        knoppen = Dialoogknoppen(self)
        self.sluit_knop = knoppen.maak("&Sluiten", QDialogButtonBox.ButtonRole.RejectRole)
        self.sluit_knop.setAccessibleName("Sluiten")
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RASTER)
        indeling.addWidget(Kop("Versies van het verslag", self))
        indeling.addWidget(self.keuze)
        indeling.addWidget(self.waarom)
        indeling.addWidget(self.tekst, 1)
        indeling.addWidget(knoppen)
        self.keuze.currentIndexChanged.connect(self._toon)
        knoppen.rejected.connect(self.reject)
        self._toon(0)

    def _toon(self, nummer: int) -> None:
        if not 0 <= nummer < len(self._versies):
            return
        versie = self._versies[nummer]
        correctie = versie.correctie
        self.waarom.setText(
            f"Gecorrigeerd bij {correctie.plaats}: {opsomming(list(correctie.wat))}. Reden: {correctie.reden}"
            if correctie is not None
            else "Zo is het verslag vastgesteld."
        )
        self.tekst.setPlainText("\n\n".join(_punt(punt.plaats, punt.delen) for punt in versie.punten))

    @classmethod
    def toon(cls, versies: Sequence[VerslagVersie], *, ouder: QWidget) -> None:
        """Show them until it is closed; what was read does not stay in memory."""
        dialoog = cls(versies, ouder)
        dialoog.exec()
        dialoog.tekst.clear()
        verwijder(dialoog)


def _punt(plaats: str, delen: Sequence[tuple[str, str]]) -> str:
    return "\n".join((plaats, *(f"{naam}: {tekst}" for naam, tekst in delen)))
