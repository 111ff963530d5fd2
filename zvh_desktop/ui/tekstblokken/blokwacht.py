"""Puts a block of text in whatever field is typed in: "/kort" and a space, or chosen from a menu.

It finds the fields by the keyboard going to them, so a field on a page or in a dialog has it without asking. Nothing is
kept: the block is read when it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget

from zvh_desktop.errors import GebruikersFout, ProgrammaFout
from zvh_desktop.ui.teksten.eenheden import eenheden, tekens
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

if TYPE_CHECKING:
    from zvh_desktop.services.huis.tekstblokken import Blokregel, Ingevuldblok

_GETYPT: Final = re.compile(r"(?:^|(?<=\s))/([A-Za-z0-9][A-Za-z0-9-]{1,19})$")
_LANGST: Final = 50


class Blokbron(Protocol):
    """What gives the blocks."""

    def lijst(self) -> tuple[Blokregel, ...]:
        """All there are for this user. Raises GebruikersFout."""

    def gevuld(self, kort: str, /) -> Ingevuldblok | None:
        """One by its short name. Raises GebruikersFout."""

    def vul(self, blok: Blokregel, /) -> Ingevuldblok:
        """One that was chosen."""


class Blokwacht(QObject):
    """One for a main window; it ends with it."""

    def __init__(self, bron: Callable[[], Blokbron], venster: QWidget) -> None:
        """``bron`` is called when a first block is asked for: the service is loaded then."""
        super().__init__(venster)
        self.setObjectName("blokwacht")
        self._bron = bron
        toepassing = QApplication.instance()
        if not isinstance(toepassing, QApplication):
            raise ProgrammaFout("er is geen QApplication")
        toepassing.focusChanged.connect(self._on_focus)

    def _on_focus(self, _oud: QWidget | None, nieuw: QWidget | None) -> None:
        if isinstance(nieuw, Tekstveld) and nieuw.uitbreiding is None and not nieuw.isReadOnly():
            nieuw.uitbreiding = self.breid_uit
            nieuw.blok_gevraagd.connect(partial(self.kies, nieuw))

    def breid_uit(self, veld: QPlainTextEdit) -> bool:
        """Put the block in of which the short name stands before the caret; whether there was one."""
        plek = veld.textCursor()
        zin = plek.block().text()
        getypt = _GETYPT.search(zin[: tekens(zin, plek.positionInBlock())])
        if getypt is None or plek.hasSelection():
            return False
        try:
            blok = self._bron().gevuld(getypt[1])
        except GebruikersFout:  # what was typed stays what it is
            return False
        if blok is None:
            return False
        plek.setPosition(plek.position() - len(getypt[0]), QTextCursor.MoveMode.KeepAnchor)
        zet_in(veld, plek, blok)
        return True

    def kies(self, veld: Tekstveld) -> None:
        """Show all blocks below the caret."""
        menu = QMenu(veld)
        menu.setObjectName("tekstblokken_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        try:
            blokken = self._bron().lijst()
        except GebruikersFout as fout:
            blokken = ()
            menu.addAction(fout.gebeurd).setEnabled(False)
        for blok in blokken:
            actie = QAction(_in_menu(blok), menu)
            actie.triggered.connect(partial(self._zet, veld, blok))
            menu.addAction(actie)
        if menu.isEmpty():
            menu.addAction("Er zijn nog geen tekstblokken. U maakt ze bij Beheer, Tekstblokken.").setEnabled(False)
        onder = veld.cursorRect().bottomRight()
        menu.popup(veld.viewport().mapToGlobal(onder))
        menu.setActiveAction(menu.actions()[0])

    def _zet(self, veld: Tekstveld, blok: Blokregel) -> None:
        zet_in(veld, veld.textCursor(), self._bron().vul(blok))
        veld.setFocus(Qt.FocusReason.PopupFocusReason)


def zet_in(veld: QPlainTextEdit, plek: QTextCursor, blok: Ingevuldblok) -> None:
    """One step, that can be undone as one; what is to be filled in first is selected."""
    begin = plek.selectionStart()
    plek.insertText(blok.tekst)
    plek.setPosition(begin + eenheden(blok.tekst, blok.begin))
    plek.setPosition(begin + eenheden(blok.tekst, blok.einde), QTextCursor.MoveMode.KeepAnchor)
    veld.setTextCursor(plek)
    veld.ensureCursorVisible()


def _in_menu(blok: Blokregel) -> str:
    heel = " ".join(blok.tekst.split())
    begin = heel if len(heel) <= _LANGST else f"{heel[:_LANGST].rstrip()}…"
    return f"/{blok.kort}   {begin}".replace("&", "&&")
