"""A user with a keyboard and eyes: types into whatever has the focus, and reads what stands on the screen.

Dialogs wait in a loop of their own, so what is to be done in one is said before the key that opens it. A dialog
that nobody announced is closed and fails the test with its text, instead of waiting for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from zvh_desktop.ui.widgets.titelregel import Titelregel

Toets = Qt.Key
GEEN, CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_MEESTE_TABS = 250
_TIK_MS = 10
_VREEMD_NA = 200
"""After so many looks (two seconds) a dialog that was not announced is a mistake."""


class Toetsenbord(QObject):
    """Keys only; there is no method that uses a mouse or calls a widget to do something."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self._qtbot = qtbot
        self._verwacht: list[tuple[str, Callable[[], None]]] = []
        self._in_behandeling: list[QWidget] = []
        self._onder: QWidget | None = None
        self._vreemd = 0
        self.fouten: list[str] = []
        self._kijker = QTimer(self)
        self._kijker.setInterval(_TIK_MS)
        self._kijker.timeout.connect(self._kijk)
        self._kijker.start()

    # --- typing -----------------------------------------------------------------------------------

    def waar(self) -> QWidget:
        """The widget with the keyboard; without one a user without a mouse is stuck."""
        # between two windows nobody has it
        self._wacht(lambda: QApplication.activeWindow() is not None, "geen venster heeft het toetsenbord")
        veld = QApplication.focusWidget()
        assert veld is not None, f"niets heeft het toetsenbord; op het scherm staat:\n{scherm()}"
        return veld

    def druk(self, toets: Qt.Key, hulptoets: Qt.KeyboardModifier = GEEN, *, keer: int = 1) -> None:
        """Press a key, in whatever has the focus by then."""
        for _ in range(keer):
            self._qtbot.keyClick(self.waar(), toets, hulptoets)
            QApplication.processEvents()

    def typ(self, tekst: str) -> None:
        """Type a text where the keyboard is."""
        self._qtbot.keyClicks(self.waar(), tekst)
        QApplication.processEvents()

    def naar(self, *namen: str, hulptoets: Qt.KeyboardModifier = GEEN) -> QWidget:
        """Walk with Tab to the widget with this object name (or one of these)."""
        gezien: list[str] = []
        for _ in range(_MEESTE_TABS):
            veld = self.waar()
            if veld.objectName() in namen:
                return veld
            gezien.append(veld.objectName() or type(veld).__name__)
            self.druk(Toets.Key_Backtab if hulptoets is SHIFT else Toets.Key_Tab, hulptoets)
        raise AssertionError(f"met Tab is {' of '.join(namen)} niet te bereiken; wel: {list(dict.fromkeys(gezien))}")

    def vul(self, naam: str, tekst: str) -> None:
        """Walk to a field and type over what stands in it."""
        self.naar(naam)
        self.druk(Toets.Key_A, CTRL)
        self.typ(tekst)

    def knop(self, naam: str) -> None:
        """Walk to a button and use it."""
        knop = self.naar(naam)
        assert isinstance(knop, QAbstractButton), f"{naam} is geen knop"
        self.druk(Toets.Key_Space)

    def knop_met(self, tekst: str) -> None:
        """Walk to the button that says this and use it."""
        for _ in range(_MEESTE_TABS):
            veld = self.waar()
            if isinstance(veld, QAbstractButton) and tekst in veld.text().replace("&", ""):
                self.druk(Toets.Key_Space)
                return
            self.druk(Toets.Key_Tab)
        raise AssertionError(f"er is geen knop {tekst}; op het scherm staat:\n{scherm()}")

    # --- waiting and dialogs ----------------------------------------------------------------------

    def wacht(self, voorwaarde: Callable[[], bool]) -> None:
        """Until this holds, for as long as a slow computer may need."""
        self._qtbot.waitUntil(voorwaarde)

    def wacht_op(self, tekst: str) -> None:
        """Until this can be read on the screen."""
        self._wacht(lambda: tekst in scherm(), f"{tekst!r} verschijnt niet")

    def wacht_tot_weg(self, tekst: str) -> None:
        """Until this no longer stands on the screen."""
        self._wacht(lambda: tekst not in scherm(), f"{tekst!r} blijft staan")

    def _wacht(self, voorwaarde: Callable[[], bool], anders: str) -> None:
        try:
            self.wacht(voorwaarde)
        except Exception as fout:
            raise AssertionError(f"{anders}; er staat:\n{scherm()}") from fout

    @contextmanager
    def dialoog(self, naam: str, doe: Callable[[], None]) -> Iterator[None]:
        """What to do in the dialog with this object name, which the keys inside the block open."""
        self._verwacht.append((naam, doe))
        aantal = len(self._verwacht)
        onder, eerder = QApplication.activeWindow(), QApplication.activeModalWidget()
        yield
        # a button that is pressed by its letter only clicks a moment later
        self.wacht(lambda: bool(self.fouten) or (len(self._verwacht) < aantal and not self._in_behandeling))
        self._onder = onder
        self.wacht(lambda: bool(self.fouten) or QApplication.activeModalWidget() is eerder)
        if onder is not None and onder.isVisible():
            self.wacht(lambda: not onder.isVisible() or onder.isActiveWindow() or _modaal_anders(eerder))
        self.controleer()

    def controleer(self) -> None:
        """Fail on whatever went wrong inside a dialog."""
        assert not self.fouten, "\n".join(self.fouten)

    def stop(self) -> None:
        """No longer look out for dialogs."""
        self._kijker.stop()

    def _kijk(self) -> None:
        dialoog = QApplication.activeModalWidget()
        if QApplication.activeWindow() is None:
            self._geef_terug(dialoog)
        if dialoog is None or dialoog in self._in_behandeling:
            self._vreemd = 0
        elif self._verwacht and self._verwacht[-1][0] == dialoog.objectName():
            if QApplication.activeWindow() is dialoog:
                self._behandel(dialoog)
        else:
            self._vreemd += 1
            if self._vreemd > _VREEMD_NA:
                self._vreemd = 0
                self.fouten.append(f"onverwachte dialoog {dialoog.objectName()}:\n{scherm(dialoog)}")
                dialoog.close()

    def _geef_terug(self, dialoog: QWidget | None) -> None:
        """What every window manager does when a dialog closes, and the offscreen platform does not.

        That there is no active window any more is told a moment after the dialog has closed: so it is looked at
        again and again, and not once at its end.
        """
        onder = self._onder
        if onder is not None and isValid(onder) and onder.isVisible() and dialoog in (None, onder):
            onder.activateWindow()

    def _behandel(self, dialoog: QWidget) -> None:
        _, doe = self._verwacht.pop()
        self._in_behandeling.append(dialoog)
        try:
            doe()
        except Exception as fout:  # noqa: BLE001  raised again by controleer, outside the loop of the dialog
            self.fouten.append(f"in {dialoog.objectName()}: {fout}")
            if isinstance(dialoog, QDialog):
                dialoog.reject()
        finally:
            self._in_behandeling.remove(dialoog)


def _modaal_anders(eerder: QWidget | None) -> bool:
    """Whether another dialog came over it."""
    return QApplication.activeModalWidget() is not eerder


def scherm(venster: QWidget | None = None) -> str:
    """Everything that can be read in this window, or in the one with the keyboard."""
    hier = venster or QApplication.activeWindow()
    if hier is None:
        return ""
    regels: list[str] = [hier.windowTitle()]
    for deel in hier.findChildren(QWidget):
        if deel.isVisible():
            regels += _teksten(deel)
    return "\n".join(regel for regel in regels if regel)


def _teksten(deel: QWidget) -> list[str]:
    if isinstance(deel, Titelregel):
        return [deel.geheel()]  # as the tooltip and the screen reader say it, whatever fits on the line
    if isinstance(deel, QLabel | QAbstractButton):
        return [deel.text().replace("&", "")]
    if isinstance(deel, QLineEdit):
        return [deel.text()] if deel.echoMode() is QLineEdit.EchoMode.Normal else []
    if isinstance(deel, QPlainTextEdit):
        return [deel.toPlainText()]
    if isinstance(deel, QComboBox):
        return [deel.currentText()]
    if isinstance(deel, QTabWidget):
        return [deel.tabText(nummer) for nummer in range(deel.count())]
    if isinstance(deel, QListWidget):  # the model inside it keeps its columns to itself
        return [deel.item(rij).text() for rij in range(deel.count())]
    if isinstance(deel, QAbstractItemView):
        model = deel.model()
        if model is None:
            return []
        return [
            str(model.index(rij, kolom).data() or "")
            for rij in range(min(model.rowCount(), 60))
            for kolom in range(model.columnCount())
        ]
    return []
