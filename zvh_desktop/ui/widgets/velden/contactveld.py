"""A field for the name of somebody at a partij: free text, or with one key a contactpersoon from the register.

Down fills in the first one, Down again the next, Up the one before; after the last comes what was typed. Whoever has no
keyboard at hand presses the button in the field. What is filled in can be changed, and undone, as what is typed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.partijen.partijen import ContactpersoonRegel
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon, laad_icoon
from zvh_desktop.ui.uiterlijk.letters import letterlijk


class Iemand(Protocol):
    """Whoever can be chosen: a contactpersoon of the register, or a member of a meeting."""

    @property
    def naam(self) -> str:
        """What is filled in."""

    @property
    def functie(self) -> str:
        """What tells two apart in the menu; may be empty."""


Contacten = Callable[[], Sequence[Iemand]]
_STAP: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Contactveld(Invoerregel):
    """``bron`` is asked when somebody wants one, so that it is always about the partij that is chosen now."""

    gekozen = Signal(object)
    """Whoever of the source was filled in."""

    def __init__(
        self, bron: Contacten, ouder: QWidget | None = None, *, wie: str = "contactpersoon uit het register"
    ) -> None:
        super().__init__(ouder)
        self._bron = bron
        self._eigen = ""
        self._beurt = -1
        self._zelf = False
        self._wie = wie
        hulp = f"Pijl omlaag vult een {wie} in"
        self.setToolTip(hulp)
        self._kies = self.addAction(laad_icoon(Icoon.PARTIJEN), QLineEdit.ActionPosition.TrailingPosition)
        self._kies.setText(f"Kies een {wie}")
        self._kies.setToolTip(hulp)
        self._menu = QMenu(self)
        self._kies.triggered.connect(self.toon_menu)
        self.textChanged.connect(self._on_gewijzigd)

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        stap = (
            _STAP.get(gebeurtenis.key()) if not gebeurtenis.modifiers() & ~Qt.KeyboardModifier.KeypadModifier else None
        )
        if stap is None or self.isReadOnly() or not self._loop(stap):
            super().keyPressEvent(gebeurtenis)

    def toon_menu(self) -> None:
        """Everybody in the register, to point at."""
        self._menu.clear()
        for contact in self._bron():
            functie = f", {contact.functie}" if contact.functie else ""
            keuze = self._menu.addAction(letterlijk(f"{contact.naam}{functie}"))
            keuze.triggered.connect(partial(self._vul_in, contact))
        if self._menu.isEmpty():
            self._menu.addAction(f"Geen {self._wie}").setEnabled(False)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _loop(self, stap: int) -> bool:
        """Whether there was one to fill in."""
        contacten = self._bron()
        if not contacten:
            return False
        if self._beurt < 0:
            self._eigen = self.text()
        aantal = len(contacten) + 1  # the last turn is what was typed
        nu = self._beurt if self._beurt >= 0 else aantal - 1
        nieuw = (nu + stap) % aantal
        if nieuw == aantal - 1:
            self._schrijf(self._eigen)
        else:
            self._vul_in(contacten[nieuw])
        self._beurt = nieuw
        return True

    def _vul_in(self, contact: Iemand) -> None:
        self._schrijf(contact.naam)
        self.gekozen.emit(contact)

    def _schrijf(self, tekst: str) -> None:
        """As typing does: it can be undone, and the field counts as changed."""
        self._zelf = True
        self.selectAll()
        self.insert(tekst)
        self.setModified(True)
        self._zelf = False

    def _on_gewijzigd(self) -> None:
        if not self._zelf:
            self._beurt = -1


class ContactenVan:
    """The contactpersonen of the partij that ``welke`` says; nobody while none is chosen."""

    def __init__(self, diensten: Diensten, welke: Callable[[], object]) -> None:
        self._diensten, self._welke = diensten, welke

    def __call__(self) -> Sequence[ContactpersoonRegel]:
        partij = self._welke()
        if not isinstance(partij, int) or not partij:
            return ()
        try:
            return self._diensten.partijen.toon(PartijId(partij)).contactpersonen
        except GebruikersFout:  # taken away since: then there is nobody to choose, and typing goes on
            return ()


def geen_contacten() -> Sequence[ContactpersoonRegel]:
    """Where no register is at hand."""
    return ()
