"""The band that says that a colleague and this user wrote in the same place, with what both wrote side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.models.tekst.samenvoegen import Botsing
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen, Drukknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, Icoonvlak
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, RUIM
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel

_WEG = "(weggehaald)"


class Botsingdialoog(Dialoog):
    """Left what this user wrote, right what the colleague wrote; both are in the text."""

    heropenen = False

    def __init__(self, botsingen: Sequence[Botsing], ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setObjectName("botsingdialoog")
        zet_venstertitel(self, "Tegelijk gewijzigd")
        uitleg = QLabel(
            "U en een collega wijzigden tegelijk dezelfde alinea. Beide staan in de tekst, onder elkaar: haal daar weg "
            "wat niet moet blijven.",
            self,
        )
        uitleg.setWordWrap(True)
        raster = QGridLayout()
        raster.setSpacing(HALF)
        for kolom, kop in enumerate(("Van u", "Van uw collega")):
            raster.addWidget(QLabel(kop, self), 0, kolom)
        for nummer, botsing in enumerate(botsingen, 1):
            raster.addWidget(self._veld(f"Van u, {nummer}", botsing.hier), nummer, 0)
            raster.addWidget(self._veld(f"Van uw collega, {nummer}", botsing.daar), nummer, 1)
        knoppen = Dialoogknoppen(QDialogButtonBox.StandardButton.NoButton, self)
        self.sluit_knop = Drukknop("&Sluiten", self)
        self.sluit_knop.setObjectName("botsing_sluiten")
        knoppen.addButton(self.sluit_knop, QDialogButtonBox.ButtonRole.RejectRole)
        knoppen.rejected.connect(self.reject)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RUIM, RUIM, RUIM, RUIM)
        indeling.setSpacing(RASTER)
        indeling.addWidget(uitleg)
        indeling.addLayout(raster, 1)
        indeling.addWidget(knoppen)

    def _veld(self, naam: str, tekst: str) -> QPlainTextEdit:
        veld = QPlainTextEdit(tekst or _WEG, self)
        veld.setReadOnly(True)
        veld.setTabChangesFocus(True)
        veld.setAccessibleName(naam)
        return veld

    def maak_leeg(self) -> None:
        """Drop everything decrypted, at the lock."""
        for veld in self.findChildren(QPlainTextEdit):
            veld.clear()


class Botsingband(QFrame):
    """Not there until it is needed; stays until the user has looked or closed it."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setObjectName("botsingband")
        self._botsingen: tuple[Botsing, ...] = ()
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(RUIM, HALF, RUIM, HALF)
        indeling.setSpacing(RASTER)
        indeling.addWidget(Icoonvlak(Icoon.WAARSCHUWING, self))
        self.label = QLabel("Een collega wijzigde dezelfde alinea als u. Beide staan in de tekst.", self)
        self.label.setWordWrap(True)
        indeling.addWidget(self.label, 1)
        self.bekijk_knop = Drukknop("Bekijk", self)
        self.bekijk_knop.setObjectName("botsing_bekijken")
        self.bekijk_knop.setAccessibleName("Bekijk wat u en uw collega schreven")
        self.weg_knop = Drukknop("Sluit", self)
        self.weg_knop.setObjectName("botsing_weg")
        self.weg_knop.setAccessibleName("Sluit deze melding")
        for knop in (self.bekijk_knop, self.weg_knop):
            knop.setAutoDefault(False)
            indeling.addWidget(knop)
        self.bekijk_knop.clicked.connect(self.bekijk)
        self.weg_knop.clicked.connect(self.maak_leeg)
        self.setVisible(False)

    def zet(self, botsingen: Sequence[Botsing]) -> None:
        """Say it, with those that were there already."""
        self._botsingen = (*self._botsingen, *botsingen)
        self.setVisible(bool(self._botsingen))

    def bekijk(self) -> None:
        """Show them side by side; who saw them needs the band no longer."""
        dialoog = Botsingdialoog(self._botsingen, self)
        dialoog.exec()
        # At the lock it was emptied, and the window with it may be gone.
        if self._botsingen:
            self.maak_leeg()

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._botsingen = ()
        self.setVisible(False)
