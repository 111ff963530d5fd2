"""Knows when nobody is at the computer: no key or mouse for a while, or the platform itself locked.

What locking means is decided elsewhere (werkplek.py); this only says when. The platform's own lock is heard
on Windows (session messages) and on Linux desktops with logind or a freedesktop screen saver. On macOS
there is no way without a further library: there the timer and Ctrl+L remain.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QEvent,
    QKeyCombination,
    QObject,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.naladen import laad_module

DBUS = "PySide6.QtDBus"
STANDAARD_VERGRENDELTIJD_MINUTEN = 5
"""Until a vault is open; then the setting in the vault holds."""

_BEZIGHEID = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_SLOTTOETS = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)
_WM_WTSSESSION_CHANGE = 0x02B1
_WTS_SESSION_LOCK = 0x7


def _toepassing() -> QCoreApplication:
    toepassing = QApplication.instance()
    if toepassing is None:
        raise ProgrammaFout("er is geen QApplication")
    return toepassing


class Inactiviteit(QObject):
    """Emits ``inactief_geworden`` after the given minutes without a key, a click or a movement.

    Where ``blijft_open`` says so when those minutes are over, it waits on until the longer time has passed.
    """

    inactief_geworden = Signal()

    def __init__(self, minuten: int, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("inactiviteit")
        self._wachter = QTimer(self)
        self._wachter.setSingleShot(True)
        self._aan = False
        self._verlengd = False
        self._bezigheden = 0
        self._gewoon_ms = self._langer_ms = 0
        self._blijft_open: Callable[[], bool] | None = None
        self.zet_minuten(minuten)
        self._verbind()

    def _verbind(self) -> None:
        self._wachter.timeout.connect(self._on_tijd_verstreken)

    def zet_minuten(self, minuten: float, langer: float = 0, blijft_open: Callable[[], bool] | None = None) -> None:
        """Change the time, and the longer one with when it holds; it starts to count again."""
        self._gewoon_ms, self._langer_ms = round(minuten * 60_000), round(langer * 60_000)
        self._blijft_open = blijft_open
        self._wachter.setInterval(self._gewoon_ms)
        if self._aan:
            self._tel()

    def _tel(self) -> None:
        self._verlengd = False
        self._wachter.start(self._gewoon_ms)

    def begin(self) -> None:
        """Count from now, and from every key and mouse movement on."""
        if not self._aan:
            self._aan = True
            _toepassing().installEventFilter(self)
        self._tel()

    def stop(self) -> None:
        """No longer count, for instance while locked."""
        if self._aan:
            self._aan = False
            _toepassing().removeEventFilter(self)
        self._wachter.stop()

    def telt(self) -> bool:
        """Whether the time runs."""
        return self._wachter.isActive()

    def eventFilter(self, _voorwerp: QObject, gebeurtenis: QEvent) -> bool:
        if gebeurtenis.type() in _BEZIGHEID:
            self._bezigheden += 1
            self._tel()
        return False

    def bezigheden(self) -> int:
        """How often a key, the mouse or a finger was used; grows as long as somebody works."""
        return self._bezigheden

    def _on_tijd_verstreken(self) -> None:
        rest = self._langer_ms - self._gewoon_ms
        if not self._verlengd and rest > 0 and self._blijft_open is not None and self._blijft_open():
            self._verlengd = True
            self._wachter.start(rest)
            return
        self.inactief_geworden.emit()


class Slottoets(QObject):
    """Emits ``gebruikt`` on Ctrl+L while a dialog is open, which keeps the shortcut of the window from working.

    And ``dialoog_opent`` as one is about to be shown, before anything can be typed in it.

    Only while a vault is open: there is nothing to lock before that, and a filter on the whole application shows every
    part of Qt to Python. Such a part of a pick list alone costs the login 30 ms, to find out what kind of thing it is.
    """

    gebruikt = Signal()
    dialoog_opent = Signal(QDialog)

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("slottoets")

    def begin(self) -> None:
        """Look at every key from now on."""
        _toepassing().installEventFilter(self)

    def stop(self) -> None:
        """No longer look, while locked."""
        _toepassing().removeEventFilter(self)

    def eventFilter(self, voorwerp: QObject, gebeurtenis: QEvent) -> bool:
        if (
            isinstance(gebeurtenis, QKeyEvent)
            and gebeurtenis.type() is QEvent.Type.KeyPress
            and gebeurtenis.keyCombination() == _SLOTTOETS
            and QApplication.activeModalWidget() is not None
        ):
            self.gebruikt.emit()
            return True
        if gebeurtenis.type() is QEvent.Type.Show and isinstance(voorwerp, QDialog):
            self.dialoog_opent.emit(voorwerp)
        return False


class _WindowsBerichten(QAbstractNativeEventFilter):
    """Picks the session messages out of the stream of Windows messages."""

    def __init__(self, wachter: Platformslot) -> None:
        super().__init__()
        self._wachter = wachter

    def nativeEventFilter(
        self, soort: QByteArray | bytes | bytearray | memoryview[int], bericht: int
    ) -> tuple[bool, int]:
        naam = soort.data() if isinstance(soort, QByteArray) else bytes(soort)
        if naam in (b"windows_generic_MSG", b"windows_dispatcher_MSG"):
            velden = ctypes.cast(int(bericht), ctypes.POINTER(_Msg)).contents
            if velden.message == _WM_WTSSESSION_CHANGE and velden.wParam == _WTS_SESSION_LOCK:
                self._wachter.vergrendeld.emit()
        return False, 0


class _Msg(ctypes.Structure):
    """The first fields of the MSG of Windows."""

    _fields_ = (
        ("hwnd", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wParam", ctypes.c_size_t),
        ("lParam", ctypes.c_ssize_t),
    )


class Platformslot(QObject):
    """Emits ``vergrendeld`` when the user locks the computer or it locks itself."""

    vergrendeld = Signal()

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("platformslot")
        self._filter: _WindowsBerichten | None = None
        if sys.platform == "win32":
            self._filter = _WindowsBerichten(self)
            _toepassing().installNativeEventFilter(self._filter)
        self._luistert = False

    def volg_venster(self, venster: QWidget) -> None:
        """From the first open vault on: ask Windows to send its session messages to this window, or listen on D-Bus."""
        if sys.platform == "win32":
            wtsapi = ctypes.WinDLL("wtsapi32")
            wtsapi.WTSRegisterSessionNotification(ctypes.c_void_p(int(venster.winId())), 0)
        elif sys.platform.startswith("linux") and not self._luistert:
            self._luistert = True
            self._luister_op_dbus()

    def _luister_op_dbus(self) -> None:
        # by name: the first window does not wait for what is only needed once there is something to lock
        QDBusConnection = laad_module(DBUS).QDBusConnection  # noqa: N806  a class
        systeem = QDBusConnection.systemBus()
        if systeem.isConnected():
            sessie = "org.freedesktop.login1.Session"
            systeem.connect("org.freedesktop.login1", "", sessie, "Lock", self, _slot("_on_sessie_vergrendeld()"))
        eigen = QDBusConnection.sessionBus()
        if eigen.isConnected():
            for naam in ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"):
                slot = _slot("_on_schermbeveiliging_gewijzigd(bool)")
                eigen.connect("", "", naam, "ActiveChanged", self, slot)

    @Slot()
    def _on_sessie_vergrendeld(self) -> None:
        self.vergrendeld.emit()

    @Slot(bool)
    def _on_schermbeveiliging_gewijzigd(self, aan: bool) -> None:
        if aan:
            self.vergrendeld.emit()


def _slot(naam: str) -> Any:
    """As SLOT() writes it, as text: PySide6 says that it takes bytes, and then refuses them."""
    return f"1{naam}"
