"""The buttons above a list: words beside their icons where there is room, else the icons with words in a tooltip."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.doelen import Balkknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, tekstbreedte

_BEIDE, _ALLEEN = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
_TELLING = 16
"""Characters that the count beside them takes."""


class Knoppenrij(QHBoxLayout):
    """A row with one widget that takes the room that is left, buttons, and a count."""

    def __init__(self, vlak: QWidget, breed: QWidget) -> None:
        super().__init__()
        self._vlak = vlak
        self._breed = breed
        self._knoppen: list[QToolButton] = []
        self._met_woorden = 0
        self.setSpacing(RASTER)
        self.addWidget(breed, 1)

    def maak(self, objectnaam: str, icoon: Icoon, tekst: str, uitleg: str) -> QToolButton:
        """A button after the ones that are there."""
        knop = Balkknop(self._vlak)
        knop.setObjectName(objectnaam)
        knop.setText(tekst)
        knop.setToolTip(platte_uitleg(uitleg))
        knop.setAccessibleName(uitleg)
        knop.setToolButtonStyle(_BEIDE)
        knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        zet_icoon(knop, icoon)
        self._knoppen.append(knop)
        self.insertWidget(len(self._knoppen), knop)
        self.meet()
        return knop

    def meet(self) -> None:
        """How wide the row is with words on its buttons; without them is the least it can be."""
        self._met_woorden = self._breed.minimumWidth() + tekstbreedte(self._vlak, _TELLING) + 3 * RASTER
        for knop in self._knoppen:
            knop.setToolButtonStyle(_ALLEEN)
            knop.setMinimumWidth(knop.sizeHint().width())
            knop.setToolButtonStyle(_BEIDE)
            self._met_woorden += knop.sizeHint().width()

    def pas_aan(self) -> None:
        """To the width of now."""
        stijl = _BEIDE if self._vlak.width() >= self._met_woorden else _ALLEEN
        for knop in self._knoppen:
            if knop.toolButtonStyle() is not stijl:
                knop.setToolButtonStyle(stijl)
