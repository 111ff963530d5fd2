"""Looks after the spelling in whatever field is typed in: lines, suggestions in its menu, the key to the next mistake.

It finds the fields by the keyboard going to them, so a field on a page or in a dialog has it without asking.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from zvh_desktop.errors import GebruikersFout, ProgrammaFout
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.protocollen import Spelling
from zvh_desktop.ui.spelling.onderstreper import Onderstreper
from zvh_desktop.ui.spelling.regelonderstreper import Regelonderstreper
from zvh_desktop.ui.spelling.spelfout import Spelfout
from zvh_desktop.ui.spelling.spelmeester import Spelmeester
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel

UIT: Final = "spelling/uit"
Veld = Tekstveld | Zinregel
Onderstreept = Onderstreper | Regelonderstreper
RUST_MS: Final = 400
"""Whoever only passes through a field with Tab does not start the dictionary."""


class Spelwacht(QObject):
    """One for a main window; it ends with it."""

    def __init__(
        self,
        spelling: Callable[[], Spelling],
        taken: Taken,
        instellingen: Instellingen,
        melder: Melder,
        venster: QWidget,
    ) -> None:
        super().__init__(venster)
        self.setObjectName("spelwacht")
        self._instellingen, self._melder, self._venster = instellingen, melder, venster
        self.meester = Spelmeester(spelling, taken, self)
        self._veld: Veld | None = None
        self._menu: _Spelmenu | None = None
        self._rust = QTimer(self)
        self._rust.setSingleShot(True)
        self._rust.setInterval(RUST_MS)
        self._verbind(venster)

    def _verbind(self, venster: QWidget) -> None:
        toepassing = QApplication.instance()
        if not isinstance(toepassing, QApplication):
            raise ProgrammaFout("er is geen QApplication")
        toepassing.focusChanged.connect(self._on_focus)
        toepassing.aboutToQuit.connect(self.meester.stop)
        venster.destroyed.connect(self.meester.stop)
        self._rust.timeout.connect(self._on_rust)
        self.meester.gesuggereerd.connect(self._on_gesuggereerd)
        self.meester.uitgevallen.connect(self._on_uitgevallen)

    def staat_aan(self) -> bool:
        """Whether this user of the computer wants it."""
        return not self._instellingen.staat_aan(UIT)

    def zet_aan(self, aan: bool) -> None:
        """For every field, also the next time."""
        self._instellingen.zet_aan(UIT, not aan)
        for veld in QApplication.allWidgets():
            if isinstance(veld, Veld) and isinstance(veld.spelling, Onderstreept):
                veld.spelling.zet_aan(aan)
        if aan and self._veld is not None:
            self._begin_met(self._veld)

    def _on_focus(self, _oud: QWidget | None, nieuw: QWidget | None) -> None:
        self._rust.stop()
        if isinstance(nieuw, Veld) and not nieuw.isReadOnly():
            self._veld = nieuw
            if nieuw.spelling is None:
                self._rust.start()
        elif nieuw is not None:
            self._veld = None

    def _on_rust(self) -> None:
        if self._veld is not None:
            self._begin_met(self._veld)

    def _begin_met(self, veld: Veld) -> None:
        if veld.spelling is not None:
            return
        onderstreper: Onderstreept
        if isinstance(veld, Tekstveld):
            veld.spelling = onderstreper = Onderstreper(veld, self.meester)
        else:
            veld.spelling = onderstreper = Regelonderstreper(veld, self.meester)
        onderstreper.zet_aan(self.staat_aan())
        veld.menu_komt.connect(partial(self._on_menu, veld))
        veld.volgende_fout_gevraagd.connect(partial(self._on_volgende, veld))

    def _on_menu(self, veld: Veld, menu: QMenu, plaats: Any) -> None:
        """``plaats`` is of the kind that the field itself works with."""
        if veld.isReadOnly() or not isinstance(veld.spelling, Onderstreept):
            return
        schakel = QAction("&Spelling controleren", menu)
        schakel.setCheckable(True)
        schakel.setChecked(self.staat_aan())
        schakel.toggled.connect(self.zet_aan)
        menu.addSeparator()
        menu.addAction(schakel)
        fout = veld.spelling.bij(plaats) if self.staat_aan() else None
        if fout is None:
            return
        self._menu = spelmenu = _Spelmenu(menu, veld, fout)
        menu.aboutToHide.connect(self._on_menu_dicht)
        spelmenu.negeer.triggered.connect(partial(self.meester.negeer, fout.woord))
        spelmenu.erbij.triggered.connect(partial(self._voeg_toe, fout.woord))
        self.meester.vraag_suggesties(fout.woord)

    def _on_volgende(self, veld: Veld) -> None:
        if self.staat_aan() and isinstance(veld.spelling, Onderstreept):
            veld.spelling.naar_volgende()

    def _voeg_toe(self, woord: str) -> None:
        try:
            self.meester.voeg_toe(woord)
        except GebruikersFout as fout:
            self._melder.toon_fout(self._venster, fout)

    def _on_gesuggereerd(self, woord: str, suggesties: tuple[str, ...]) -> None:
        if self._menu is not None and self._menu.woord == woord:
            self._menu.zet(suggesties, "Geen suggesties")

    def _on_menu_dicht(self) -> None:
        """A suggestion that comes after this has nowhere to stand."""
        self._menu = None

    def _on_uitgevallen(self) -> None:
        if self._menu is not None:
            self._menu.zet((), "Suggesties zijn er nu niet")


class _Spelmenu(QObject):
    """What stands above the rest in the menu of a field: what may have been meant, and what else can be done."""

    def __init__(self, menu: QMenu, veld: QWidget, fout: Spelfout) -> None:
        super().__init__(menu)
        self._veld, self._fout, self.woord = veld, fout, fout.woord
        self._menu = menu
        eerste = menu.actions()[0]
        self._wacht = QAction("Suggesties zoeken…", menu)
        self._wacht.setEnabled(False)
        self.negeer = QAction("&Negeer", menu)
        self.erbij = QAction("Zet in de &woordenlijst", menu)
        for deel in (self._wacht, self.negeer, self.erbij):
            menu.insertAction(eerste, deel)
        menu.insertSeparator(eerste)

    def zet(self, suggesties: tuple[str, ...], anders: str) -> None:
        """Show those that fit in the field, or why there are none."""
        suggesties = tuple(filter(self._fout.past, suggesties))
        if not suggesties:
            self._wacht.setText(anders)
            return
        for suggestie in suggesties:
            keuze = QAction(suggestie.replace("&", "&&"), self._menu)
            letter = keuze.font()
            letter.setBold(True)
            keuze.setFont(letter)
            keuze.triggered.connect(partial(self._vervang, suggestie))
            self._menu.insertAction(self._wacht, keuze)
        self._menu.removeAction(self._wacht)
        self._menu.setActiveAction(self._menu.actions()[0])

    def _vervang(self, suggestie: str) -> None:
        self._fout.vervang(suggestie)
        self._veld.setFocus(Qt.FocusReason.PopupFocusReason)
