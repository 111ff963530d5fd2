"""Looks after the spelling in whatever field is typed in: lines, suggestions in its menu, the key to the next mistake.

It finds the fields by the keyboard going to them, so a field on a page or in a dialog has it without asking.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from zvh_desktop.errors import GebruikersFout, ProgrammaFout
from zvh_desktop.models.tekst.spelwoorden import Spelwoord
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.protocollen import Spelling
from zvh_desktop.ui.spelling.onderstreper import Onderstreper, eenheden
from zvh_desktop.ui.spelling.spelmeester import Spelmeester
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

UIT: Final = "spelling/uit"
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
        self._veld: Tekstveld | None = None
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
            if isinstance(veld, Tekstveld) and isinstance(veld.spelling, Onderstreper):
                veld.spelling.zet_aan(aan)
        if aan and self._veld is not None:
            self._begin_met(self._veld)

    def _on_focus(self, _oud: QWidget | None, nieuw: QWidget | None) -> None:
        self._rust.stop()
        if isinstance(nieuw, Tekstveld) and not nieuw.isReadOnly():
            self._veld = nieuw
            if nieuw.spelling is None:
                self._rust.start()
        elif nieuw is not None:
            self._veld = None

    def _on_rust(self) -> None:
        if self._veld is not None:
            self._begin_met(self._veld)

    def _begin_met(self, veld: Tekstveld) -> None:
        if veld.spelling is not None:
            return
        veld.spelling = onderstreper = Onderstreper(veld, self.meester)
        onderstreper.zet_aan(self.staat_aan())
        veld.menu_komt.connect(partial(self._on_menu, veld))
        veld.volgende_fout_gevraagd.connect(partial(self._on_volgende, veld))

    def _on_menu(self, veld: Tekstveld, menu: QMenu, aanwijzer: QTextCursor) -> None:
        if veld.isReadOnly() or not isinstance(veld.spelling, Onderstreper):
            return
        schakel = QAction("&Spelling controleren", menu)
        schakel.setCheckable(True)
        schakel.setChecked(self.staat_aan())
        schakel.toggled.connect(self.zet_aan)
        menu.addSeparator()
        menu.addAction(schakel)
        fout = fout_bij(veld.spelling, aanwijzer) if self.staat_aan() else None
        if fout is None:
            return
        self._menu = spelmenu = _Spelmenu(menu, veld, kies(aanwijzer, fout), fout.woord)
        spelmenu.negeer.triggered.connect(partial(self.meester.negeer, fout.woord))
        spelmenu.erbij.triggered.connect(partial(self._voeg_toe, fout.woord))
        self.meester.vraag_suggesties(fout.woord)

    def _on_volgende(self, veld: Tekstveld) -> None:
        """The caret to the next mistake, round the end of the text, with its menu."""
        gevonden = volgende_fout(veld.spelling, veld.textCursor()) if isinstance(veld.spelling, Onderstreper) else None
        if gevonden is None or not self.staat_aan():
            return
        veld.setTextCursor(gevonden)
        veld.ensureCursorVisible()
        onder = veld.cursorRect().bottomRight()
        veld.open_menu(gevonden, veld.viewport().mapToGlobal(onder))

    def _voeg_toe(self, woord: str) -> None:
        try:
            self.meester.voeg_toe(woord)
        except GebruikersFout as fout:
            self._melder.toon_fout(self._venster, fout)

    def _on_gesuggereerd(self, woord: str, suggesties: tuple[str, ...]) -> None:
        if self._menu is not None and self._menu.woord == woord:
            self._menu.zet(suggesties, "Geen suggesties")

    def _on_uitgevallen(self) -> None:
        if self._menu is not None:
            self._menu.zet((), "Suggesties zijn er nu niet")


class _Spelmenu(QObject):
    """What stands above the rest in the menu of a field: what may have been meant, and what else can be done."""

    def __init__(self, menu: QMenu, veld: Tekstveld, woord_in_tekst: QTextCursor, woord: str) -> None:
        super().__init__(menu)
        self._veld, self._plaats, self.woord = veld, woord_in_tekst, woord
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
        """Show these, or why there are none."""
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
        """One step, that can be undone as one."""
        self._plaats.insertText(suggestie)
        self._veld.setTextCursor(self._plaats)
        self._veld.setFocus(Qt.FocusReason.PopupFocusReason)


def fout_bij(onderstreper: Onderstreper, aanwijzer: QTextCursor) -> Spelwoord | None:
    """The mistake that the cursor stands in or against."""
    plaats, tekst = aanwijzer.positionInBlock(), aanwijzer.block().text()
    for fout in onderstreper.fouten(aanwijzer.block()):
        if eenheden(tekst, fout.begin) <= plaats <= eenheden(tekst, fout.einde):
            return fout
    return None


def kies(aanwijzer: QTextCursor, fout: Spelwoord) -> QTextCursor:
    """A cursor with exactly this word selected, in the paragraph of the other."""
    tekst, begin = aanwijzer.block().text(), aanwijzer.block().position()
    gekozen = QTextCursor(aanwijzer)
    gekozen.setPosition(begin + eenheden(tekst, fout.begin))
    gekozen.setPosition(begin + eenheden(tekst, fout.einde), QTextCursor.MoveMode.KeepAnchor)
    return gekozen


def volgende_fout(onderstreper: Onderstreper, vanaf: QTextCursor) -> QTextCursor | None:
    """The first mistake after this place, or from the beginning of the text; selected. None when there is none."""
    gevonden: list[QTextCursor] = []
    blok = onderstreper.document().begin()
    while blok.isValid():
        plek = QTextCursor(blok)
        gevonden.extend(kies(plek, fout) for fout in onderstreper.fouten(blok))
        blok = blok.next()
    hierna = [plek for plek in gevonden if plek.selectionStart() > vanaf.selectionStart()]
    return next(iter(hierna or gevonden), None)
