"""The band over the page when there is no line to the server: on in the koffer of today, and what was done in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from zvh_desktop.services.koffer.gegevens import Begonnen, Dagkofferstand
from zvh_desktop.ui.teksten.datums import datum_kort, tijd_kort
from zvh_desktop.ui.uiterlijk.doelen import Drukknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, Icoonvlak
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, RUIM

_VERDER = "Er is geen verbinding met de server. In de koffer van vandaag, bijgewerkt {}, kunt u verder."
_TERUG = "U werkte{} zonder verbinding in de koffer van {}. Lever hem in: dan komt dat naast wat hier nu staat."


class Kofferband(QFrame):
    """Not there until it is needed."""

    verder_gevraagd = Signal()
    inleveren_gevraagd = Signal(object)
    """A Begonnen."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setObjectName("kofferband")
        self._begonnen: Begonnen | None = None
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(RUIM, HALF, RUIM, HALF)
        indeling.setSpacing(RASTER)
        indeling.addWidget(Icoonvlak(Icoon.KLUIS, self))
        self.label = QLabel("", self)
        self.label.setObjectName("kofferband_zin")
        self.label.setWordWrap(True)
        indeling.addWidget(self.label, 1)
        self.verder_knop = Drukknop("Ga verder in de koffer van vandaag", self)
        self.verder_knop.setObjectName("koffer_verder")
        self.lever_knop = Drukknop("Bekijk en lever in", self)
        self.lever_knop.setObjectName("koffer_lever_vandaag_in")
        for knop in (self.verder_knop, self.lever_knop):
            knop.setAutoDefault(False)
            knop.setAccessibleName(knop.text())
            indeling.addWidget(knop)
        self.verder_knop.clicked.connect(self.verder_gevraagd)
        self.lever_knop.clicked.connect(self._on_inleveren)
        self.setVisible(False)

    def zet(self, stand: Dagkofferstand, *, lijn: bool) -> None:
        """Without a line what one can go on in; with one what waits to be handed in."""
        self._begonnen = stand.begonnen[-1] if stand.begonnen and lijn else None
        # What was begun on a day that is over no longer opens to work in.
        verder = not lijn and (stand.van is not None or any(not een.dagen for een in stand.begonnen))
        if verder:
            self.label.setText(
                _VERDER.format(f"om {tijd_kort(stand.van)}" if stand.van is not None else "eerder vandaag")
            )
        elif self._begonnen is not None:
            self.label.setText(_terug(self._begonnen))
        self.verder_knop.setVisible(verder)
        self.lever_knop.setVisible(self._begonnen is not None)
        self.setVisible(verder or self._begonnen is not None)

    def _on_inleveren(self) -> None:
        if self._begonnen is not None:
            self.inleveren_gevraagd.emit(self._begonnen)


def _terug(begonnen: Begonnen) -> str:
    if not begonnen.dagen or begonnen.dag is None:
        return _TERUG.format("", "vandaag")
    return _TERUG.format(f" op {datum_kort(begonnen.dag)}", "die dag")
