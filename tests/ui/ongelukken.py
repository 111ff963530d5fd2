"""What happens by accident on what is now on the screen: a letter with Alt, a right click, Ctrl and the wheel.

A letter with Alt reaches the thing whose label shows it, and types nothing when that thing is switched off. A right
click opens a menu or does nothing. Ctrl and the wheel change nothing at all. What was tried once in this window is not
tried again as long as it looks and works the same.

What is on its way out is not looked at: a list that built itself again loses its old rows when Qt comes to it, which
may well be during the next click.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from alt_letters import dubbele_letters, letters_met_deel
from op_het_scherm import zichtbaar
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QShortcutEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QSplitterHandle,
    QStackedWidget,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from sqlalchemy import Engine, event
from ui_hulp import NepMeldingen

from zvh_desktop.ui.na_afloop import gaat_weg

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_DRAAIEN = tuple((hoek, met) for met in (CTRL, Qt.KeyboardModifier.NoModifier) for hoek in (120, -120))
"""There and back would come out where it was, so it is looked at after each turn."""
_RECHTS = Qt.MouseButton.RightButton
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SCHRIJFT = ("INSERT", "UPDATE", "DELETE")
_EIGENSCHAPPEN = ("currentIndex", "value", "text", "plainText", "date", "time", "checked", "currentText")


class Sneltoetsvanger(QObject):
    """Takes every letter with Alt before it does something, and remembers what it was for."""

    def __init__(self) -> None:
        super().__init__()
        self.voor: list[tuple[QObject, bool]] = []

    def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
        if gebeurtenis.type() is not QEvent.Type.Shortcut or not isinstance(gebeurtenis, QShortcutEvent):
            return False
        self.voor.append((doel, gebeurtenis.isAmbiguous()))
        return not isinstance(doel, QLabel)  # only moves the keyboard, and where to is what its label says


class Ongelukken:
    """Give it to a ``Lezer`` as what it looks with.

    What depends on the words of a house is whether two things show the same letter; that is looked at everywhere.
    Pressing the letters and the mouse do not: ``alles`` is for houses that together have every part.
    """

    def __init__(self, qtbot: QtBot, meldingen: NepMeldingen, dialogen: list[str], *, alles: bool = True) -> None:
        self._alles = alles
        self._wacht_tot = qtbot.waitUntil
        self._meldingen = meldingen
        self._dialogen = dialogen
        self._gedaan: set[tuple[object, ...]] = set()
        self._geschreven: list[str] = []
        self.geteld = {"alt": 0, "uitgezet": 0, "rechts": 0, "wiel": 0}

    def __call__(self, vlak: QWidget) -> list[str]:
        venster = vlak.window()
        _sluit_menus()
        toetsplek = QApplication.focusWidget()
        venster.activateWindow()
        self._wacht_tot(venster.isActiveWindow)
        fouten = [f"{letter} van meer: {' / '.join(teksten)}" for letter, teksten in dubbele_letters(venster).items()]
        with self._niets_geschreven(fouten):
            if self._alles:
                fouten += [*self._alt(venster), *self._wiel(venster), *self._rechts(venster)]
        if toetsplek is not None and isValid(toetsplek) and toetsplek.isVisible():
            toetsplek.setFocus()
        return fouten

    # --- a letter with Alt ------------------------------------------------------------------------

    def _alt(self, venster: QWidget) -> Iterator[str]:
        letters = list(letters_met_deel(venster))
        aan = {letter: deel for letter, deel in letters if _werkt(deel)}
        uit = {letter: deel for letter, deel in letters if letter[-1] not in "".join(aan)}
        for letter, deel in aan.items():
            if isValid(deel) and self._nieuw("alt", venster, deel, letter):
                yield from self._alt_reikt(venster, letter, deel)
        vrij = next((letter for letter in _LETTERS if f"Alt+{letter}" not in {*aan, *uit}), None)
        velden = _typvelden(venster)
        for letter in (*uit, *([f"Alt+{vrij}"] if vrij else [])):
            for veld in velden:
                if isValid(veld) and self._nieuw("uitgezet", venster, veld, letter, uit.get(letter)):
                    yield from self._alt_typt_niets(venster, veld, letter)

    def _alt_typt_niets(self, venster: QWidget, veld: QWidget, letter: str) -> Iterator[str]:
        """In the field with the keyboard: where something else keeps it, nobody can type in this one."""
        venster.activateWindow()
        self._wacht_tot(lambda: QApplication.activeWindow() is not None)
        veld.setFocus()
        if not veld.hasFocus():
            return
        voor = _waarden(veld)
        QTest.keyClick(veld, letter[-1].lower(), ALT)  # type: ignore[call-overload]
        if _waarden(veld) != voor:
            yield f"{letter} typt iets in {_naam(veld)}"

    def _alt_reikt(self, venster: QWidget, letter: str, deel: QWidget) -> Iterator[str]:
        vanger = Sneltoetsvanger()
        toepassing = QApplication.instance()
        assert toepassing is not None
        toepassing.installEventFilter(vanger)
        QTest.keyClick(venster.focusWidget() or venster, letter[-1].lower(), ALT)  # type: ignore[call-overload]
        toepassing.removeEventFilter(vanger)
        if [doel for doel, _dubbel in vanger.voor] != [deel] or any(dubbel for _doel, dubbel in vanger.voor):
            yield f"{letter} bereikt {[_naam(doel) for doel, _ in vanger.voor]} in plaats van {_naam(deel)}"
        elif isinstance(deel, QLabel):
            veld, toets = deel.buddy(), QApplication.focusWidget()
            if toets is None or not (toets is veld or toets is veld.focusProxy() or veld.isAncestorOf(toets)):
                yield f"{letter} van {deel.text()!r} brengt het toetsenbord naar {_naam(toets)}"

    # --- the wheel --------------------------------------------------------------------------------

    def _wiel(self, venster: QWidget) -> Iterator[str]:
        """With Ctrl and without: neither the choice nor the size of the letters."""
        for deel in _delen(venster):
            if not isValid(deel) or not self._nieuw("wiel", venster, deel):
                continue
            voor = _stand(venster, deel)
            for hoek, met in _DRAAIEN:
                _draai(deel, hoek, met)
                if _stand(venster, deel) != voor:
                    yield f"het wiel verandert iets op {_naam(deel)}"
                    break

    # --- the right button -------------------------------------------------------------------------

    def _rechts(self, venster: QWidget) -> Iterator[str]:
        """On everything in turn; what it did is seen afterwards, for looking takes longer than clicking."""
        voor, gezegd, geklikt = self._daden(venster), self._gezegd(), []
        for deel in _delen(venster):
            if not isValid(deel) or not deel.isEnabled() or not self._nieuw("rechts", venster, deel):
                continue
            geklikt.append(_naam(deel))
            yield from (f"een rechtermuisklik op {_naam(deel)} opent {wat}" for wat in _klik_rechts(deel))
            if self._gezegd() != gezegd:
                gezegd = self._gezegd()
                yield f"een rechtermuisklik op {geklikt[-1]} doet iets"
        if geklikt and (na := self._daden(venster)) != voor:
            anders = [f"{oud} -> {nieuw}" for oud, nieuw in zip(voor, na, strict=False) if oud != nieuw]
            yield f"een rechtermuisklik op een van {geklikt} verandert {anders or 'hoeveel er staat'}"

    def _gezegd(self) -> tuple[int, ...]:
        gezegd = self._meldingen
        return len(self._dialogen), *map(len, (gezegd.fouten, gezegd.berichten, gezegd.gesteld)), len(self._geschreven)

    def _daden(self, venster: QWidget) -> list[object]:
        """What buttons say and whether they are pressed, the ticks in lists, and which windows there are."""
        vensters = sorted(type(een).__name__ for een in QApplication.topLevelWidgets() if een.isVisible())
        knoppen = [
            (_naam(knop), knop.isChecked())
            for knop in zichtbaar(venster)
            if isinstance(knop, QAbstractButton) and not gaat_weg(knop)
        ]
        return [vensters, *knoppen, *_vinken(venster)]

    # --- what was tried already -------------------------------------------------------------------

    def _nieuw(self, wat: str, venster: QWidget, deel: QWidget, letter: str = "", ander: QWidget | None = None) -> bool:
        sleutel = (wat, id(venster), id(deel), deel.isEnabled(), deel.property("readOnly"), letter, _naam(ander))
        if sleutel in self._gedaan:
            return False
        self._gedaan.add(sleutel)
        self.geteld[wat] += 1
        return True

    @contextmanager
    def _niets_geschreven(self, fouten: list[str]) -> Iterator[None]:
        self._geschreven.clear()
        event.listen(Engine, "before_cursor_execute", self._voor_opdracht)
        try:
            yield
        finally:
            event.remove(Engine, "before_cursor_execute", self._voor_opdracht)
        fouten += [f"in de kluis geschreven: {opdracht[:60]}" for opdracht in self._geschreven]

    def _voor_opdracht(
        self, _verbinding: object, _aanwijzer: object, opdracht: str, _waarden: object, _context: object, _veel: bool
    ) -> None:
        if opdracht.startswith(_SCHRIJFT):
            self._geschreven.append(opdracht)


def _delen(venster: QWidget) -> list[QWidget]:
    """What the mouse can be on."""
    return [
        deel
        for deel in zichtbaar(venster)
        if type(deel) not in (QWidget, QStackedWidget)
        and not isinstance(deel, QScrollBar | QSplitterHandle)
        and not deel.visibleRegion().isEmpty()
        and not gaat_weg(deel)
    ]


def _typvelden(venster: QWidget) -> list[QWidget]:
    """A line and a block in which one can type now, and a list in which one can look something up."""
    velden: dict[type, QWidget] = {}
    for deel in _delen(venster):
        for soort in (QLineEdit, QPlainTextEdit, QAbstractItemView):
            leesbaar = not deel.property("readOnly") and deel.focusPolicy() is not Qt.FocusPolicy.NoFocus
            if isinstance(deel, soort) and deel.isEnabled() and leesbaar:
                velden.setdefault(soort, deel)
    return list(velden.values())


def _draai(deel: QWidget, hoek: int, met: Qt.KeyboardModifier) -> None:
    doel = deel.viewport() if isinstance(deel, QAbstractScrollArea) else deel
    plek = QPointF(doel.rect().center())
    draai = QWheelEvent(
        plek, doel.mapToGlobal(plek), QPoint(0, 0), QPoint(0, hoek), Qt.MouseButton.NoButton, met,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(doel, draai)


def _klik_rechts(deel: QWidget) -> list[str]:
    """Press and let go as a mouse does, and ask for the menu; what opened is closed again."""
    doel, plek = deel, deel.rect().center()
    if isinstance(deel, QAbstractScrollArea):
        doel = deel.viewport()
        plek = doel.rect().center()
        if isinstance(deel, QAbstractItemView):  # on another row it is a choice, and what one chooses may be shown
            gekozen = deel.visualRect(deel.currentIndex())
            plek = gekozen.center() if gekozen.isValid() else doel.rect().bottomRight()
    geopend: list[str] = []

    def sluit() -> None:
        geopend.extend(_sluit_menus())

    klok = QTimer()
    klok.timeout.connect(sluit)
    klok.start(0)  # some menus wait in a loop of their own
    QTest.mouseClick(doel, _RECHTS, Qt.KeyboardModifier.NoModifier, plek)
    vraag = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, plek, doel.mapToGlobal(plek))
    QApplication.sendEvent(doel, vraag)
    sluit()
    klok.stop()
    return geopend


def _sluit_menus() -> list[str]:
    """Close what popped up; says what it was when that was no menu."""
    geen_menu = []
    while (open_ := QApplication.activePopupWidget()) is not None:
        if not isinstance(open_, QMenu):
            geen_menu.append(_naam(open_))
        open_.close()
    return geen_menu


def _werkt(deel: QWidget) -> bool:
    if not deel.isEnabled():
        return False
    return not isinstance(deel, QLabel) or (deel.buddy() is not None and deel.buddy().isEnabled())


def _waarden(deel: QWidget) -> tuple[object, ...]:
    rij = (
        (deel.currentIndex().row(), deel.currentIndex().column())
        if isinstance(deel, QAbstractItemView) and not isinstance(deel, QHeaderView)
        else None
    )
    return (deel.font().pointSizeF(), rij, *(deel.property(naam) for naam in _EIGENSCHAPPEN if rij is None))


def _stand(venster: QWidget, deel: QWidget) -> tuple[object, ...]:
    """What the wheel could change on this part, and on everything that holds it or that it holds."""
    kring = [deel, *deel.findChildren(QWidget)]
    ouder = deel.parentWidget()
    while ouder is not None and ouder is not venster:
        kring.append(ouder)
        ouder = ouder.parentWidget()
    soorten = (QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSlider, QTabBar, QAbstractItemView)
    return tuple(
        _waarden(een)
        for een in kring
        if (isinstance(een, soorten) or een is deel or een.property("value") is not None)
        and not isinstance(een, QScrollBar)
    )


def _vinken(venster: QWidget) -> list[object]:
    return [
        lijst.model().index(rij, 0, lijst.rootIndex()).data(Qt.ItemDataRole.CheckStateRole)
        for lijst in zichtbaar(venster)
        if isinstance(lijst, QAbstractItemView)
        and not isinstance(lijst, QHeaderView)
        and not gaat_weg(lijst)
        and lijst.model() is not None
        for rij in range(min(lijst.model().rowCount(lijst.rootIndex()), 60))
    ]


def _naam(deel: QObject | None) -> str:
    if deel is None:
        return "niets"
    tekst = next((str(deel.property(naam)) for naam in ("text", "accessibleName") if deel.property(naam)), "")
    return f"{type(deel).__name__} {deel.objectName()} {tekst}".strip()
