"""Base of every part of Beheer: a heading, what it is for, and why it is off for this role."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, RUIM, Kleur, tekstbreedte
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.rolvlak import Rolvlak
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

LEESBREEDTE = 76
"""Longer lines than this many characters are hard to read."""


class BeheerDeel(Paneel):
    """One part. ``recht`` is what it asks; None means that it is there for everyone."""

    recht: Recht | None = None

    def __init__(
        self,
        titel: str,
        uitleg: str,
        diensten: Diensten,
        gereedschap: Gereedschap,
        ouder: QWidget | None = None,
        *,
        rolt: bool = True,
    ) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.titel = titel
        self.setAccessibleName(titel)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        if rolt:
            self.rolvlak = Rolvlak(titel, self)
            buiten.addWidget(self.rolvlak)
            self.vlak: QWidget = self.rolvlak.vlak
            self.inhoud = self.rolvlak.inhoud
        else:
            self.vlak = QWidget(self)
            self.inhoud = QVBoxLayout(self.vlak)
            self.inhoud.setContentsMargins(RANDRUIMTE, RUIM, RANDRUIMTE, RUIM)
            buiten.addWidget(self.vlak)
        self.inhoud.setSpacing(RUIM)
        self.inhoud.addWidget(Kop(titel, self.vlak))
        self.inhoud.addWidget(self.tekst(uitleg))
        self.reden = Statuslabel(Icoon.SLOT, "", self.vlak, kleur=Kleur.STIL)
        self.reden.setObjectName("beheer_reden")
        self.reden.laat_afbreken()
        self.inhoud.addWidget(self.reden)
        if not self.mag():
            self.reden.zet(Icoon.SLOT, self.waarom_niet(), kleur=Kleur.STIL)

    def tekst(self, tekst: str) -> StilleTekst:
        """An explaining sentence, not wider than can be read with ease."""
        label = StilleTekst(tekst, self.vlak)
        label.setMaximumWidth(tekstbreedte(self, LEESBREEDTE))
        return label

    def smal(self, widget: QWidget) -> QWidget:
        """Keep a form from becoming as wide as the screen.

        In a row of its own: one above the other, Qt asks how high a text is at the width of the page, and not at the
        width that the form may have, and the last lines fall off.
        """
        widget.setMaximumWidth(tekstbreedte(self, LEESBREEDTE))
        vak = QWidget(self.vlak)
        rij = QHBoxLayout(vak)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.addWidget(widget, 1)
        rij.addStretch()
        return vak

    def rij(self, *widgets: QWidget) -> QHBoxLayout:
        """Buttons beside each other, at the left."""
        regel = QHBoxLayout()
        regel.setSpacing(RASTER)
        for widget in widgets:
            regel.addWidget(widget)
        regel.addStretch(1)
        return regel

    def ruimte(self) -> None:
        """Push what stands here to the top."""
        self.inhoud.addStretch(1)

    def mag(self) -> bool:
        """Whether this user may do what this part is for."""
        return self.recht is None or self._diensten.mag(self.recht).mag

    def waarom_niet(self) -> str:
        """Why not, in one sentence."""
        return "" if self.recht is None else self._diensten.mag(self.recht).reden

    def vernieuw(self) -> None:
        """Read again what is shown; called each time the part comes in view."""

    def maak_leeg(self) -> None:
        """Drop passwords and everything read from the vault."""

    def eerste_focus(self) -> QWidget | None:
        """Where the keyboard goes when the part comes in view."""
        return None
