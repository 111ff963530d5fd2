"""What came of a casus without a besluit: one button with the choices, and what is recorded beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from zvh_desktop.models.keuzes import PuntUitkomst
from zvh_desktop.models.taal import opsomming
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.loop.uitkomsten import UitkomstWissel
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.ui.pages.tafel.loop.uitkomst_kiezen import TerugkomstDialoog
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

_KEUZES = (
    (PuntUitkomst.NIET_BEHANDELD, "&Niet behandeld…"),
    (PuntUitkomst.AANGEHOUDEN, "&Aangehouden…"),
    (PuntUitkomst.BESPROKEN, "Alleen &besproken"),
    (PuntUitkomst.GEEN, "&Wis de uitkomst"),
)


class Uitkomstzetting:
    """An outcome that is recorded, with the way back; done again it is put on the other agenda again."""

    def __init__(self, diensten: Diensten, doe: Callable[[], UitkomstWissel]) -> None:
        self.tekst = "De uitkomst is vastgelegd."
        self._diensten = diensten
        self._doe = doe
        self._wissel: UitkomstWissel | None = None

    def doe(self) -> None:
        """Record it."""
        self._wissel = self._doe()
        wat = self._wissel.na.zin or "geen uitkomst"
        self.tekst = f"Uitkomst: {wat}."
        if self._wissel.vervolg is not None:
            self.tekst += " De casus staat op de agenda van dat overleg."
        if self._wissel.niet_mee:
            self.tekst += f" Daar mogen niet bij zijn: {opsomming(list(self._wissel.niet_mee))}."

    def terug(self) -> None:
        """As it was, there too."""
        if self._wissel is not None:
            self._diensten.uitkomsten.herstel(self._wissel)


class Uitkomststrook(QWidget):
    """Emits what is to be done; the page does it, so that undo is in one place."""

    gekozen = Signal(object)
    """An Uitkomstzetting."""

    def __init__(self, diensten: Diensten, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("uitkomststrook")
        self._diensten = diensten
        self._punt: VerslagPunt | None = None
        self.menu = QMenu(self)
        self.menu.setObjectName("uitkomst_menu")
        for soort, tekst in _KEUZES:
            keuze = self.menu.addAction(tekst)
            keuze.setData(soort)
        self.knop = QToolButton(self)
        self.knop.setObjectName("uitkomst_knop")
        self.knop.setText("&Uitkomst zonder besluit")
        self.knop.setToolTip("Niet behandeld, aangehouden of alleen besproken")
        self.knop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.knop.setMenu(self.menu)
        zet_icoon(self.knop, Icoon.CIRKEL)
        self.knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.label = Statuslabel(Icoon.INFO, "", self)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(RASTER)
        rij.addWidget(self.knop)
        rij.addWidget(self.label)
        rij.addStretch(1)
        self.menu.triggered.connect(self._on_gekozen)
        self.zet(None, mag=False)

    def zet(self, punt: VerslagPunt | None, *, mag: bool) -> None:
        """Show the outcome of this point; hidden at a subject of the house itself."""
        self._punt = punt
        self.setVisible(punt is not None and punt.casus_id is not None)
        zin = punt.uitkomst.zin if punt is not None else ""
        self.label.zet(Icoon.INFO, zin)
        self.label.setVisible(bool(zin))
        self.knop.setEnabled(mag and punt is not None and not punt.besluiten)
        zet_icoon(self.knop, Icoon.VINK if zin else Icoon.CIRKEL)
        self.knop.setAccessibleName(f"Uitkomst zonder besluit: {zin or 'nog geen'}")

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self.zet(None, mag=False)

    def kies(self, soort: PuntUitkomst) -> None:
        """Ask what else is needed, and hand over what has to be done."""
        punt = self._punt
        if punt is None:
            return
        zet = partial(self._diensten.uitkomsten.zet, punt.id, soort)
        if soort in (PuntUitkomst.NIET_BEHANDELD, PuntUitkomst.AANGEHOUDEN):
            wanneer = TerugkomstDialoog.vraag(soort, self._diensten.uitkomsten.volgende_tafels(punt.id), ouder=self)
            if wanneer is None:
                return
            zet = partial(self._diensten.uitkomsten.zet, punt.id, soort, wanneer.tot)
            if wanneer.overleg is not None:
                zet = partial(self._diensten.uitkomsten.zet_op_tafel, punt.id, wanneer.overleg, soort)
        self.gekozen.emit(Uitkomstzetting(self._diensten, zet))

    def _on_gekozen(self, keuze: QAction) -> None:
        self.kies(PuntUitkomst(keuze.data()))
