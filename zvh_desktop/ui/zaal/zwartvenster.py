"""A black window in the room: what is left there when the vault is locked, and the frame of what is shown before that.

It never takes the keyboard: the chair goes on typing on the own screen. On a second screen it fills that screen; where
there is none it is a window that can be put wherever the room sees it.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QPalette, QScreen

from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.zaalhouder import Zaalplek, Zaalscherm

ZWART = QColor(0, 0, 0)
_KLEIN = QSize(960, 600)
"""Without a second screen."""


def ander_scherm(dan: QScreen | None) -> QScreen | None:
    """A screen that shows something else than this one; one that only repeats it is none."""
    for scherm in QGuiApplication.screens():
        if scherm is not dan and (dan is None or scherm.geometry() != dan.geometry()):
            return scherm
    return None


class Zwartvenster(Zaalscherm):
    """Black, without a word."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setObjectName("zaalvenster")
        zet_venstertitel(self, "Scherm in de zaal")
        self.setAccessibleName("Scherm in de zaal")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # closing the main window ends the program, whatever stands in the room
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAutoFillBackground(True)
        toepassing = QGuiApplication.instance()
        if isinstance(toepassing, QGuiApplication):
            toepassing.screenRemoved.connect(self._on_scherm_weg)
        self.verf_zwart()

    def verf_zwart(self) -> None:
        """Nothing but black."""
        palet = QPalette(self.palette())
        palet.setColor(QPalette.ColorRole.Window, ZWART)
        self.setPalette(palet)

    def zet_neer(self, naast: QScreen | None) -> None:
        """Full screen on a screen that the chair does not look at; where there is none, as a window."""
        scherm = ander_scherm(naast)
        if scherm is None:
            self.zet_op(Zaalplek("", (0, 0, 0, 0), vol=False))
        else:
            self.zet_op(Zaalplek(scherm.name(), _maten(scherm.geometry()), vol=True))

    def zet_op(self, plek: Zaalplek) -> None:
        """At this place, as far as that screen is still there."""
        naam, maten, vol = plek
        scherm = next((een for een in QGuiApplication.screens() if een.name() == naam), None)
        vlak = QRect(*maten)
        if scherm is not None and vol:
            self.setScreen(scherm)
            self.setGeometry(scherm.geometry())
            self.showFullScreen()
            return
        ruimte = (scherm or self.screen()).availableGeometry()
        if vlak.isEmpty() or not ruimte.intersects(vlak):
            vlak = QRect(ruimte.topLeft(), _KLEIN.boundedTo(ruimte.size()))
            vlak.moveBottomRight(ruimte.bottomRight())
        self.setGeometry(vlak)
        self.showNormal()

    def plek(self) -> Zaalplek:
        """Where it stands now."""
        return Zaalplek(self.screen().name(), _maten(self.geometry()), self.isFullScreen())

    def closeEvent(self, gebeurtenis: QCloseEvent) -> None:
        super().closeEvent(gebeurtenis)
        self.gesloten.emit()

    def _on_scherm_weg(self, _scherm: QScreen) -> None:
        """The cable came out: what filled that screen must not come to lie over the work of the chair."""
        if self.isFullScreen():
            self.close()


def _maten(vlak: QRect) -> tuple[int, int, int, int]:
    return vlak.x(), vlak.y(), vlak.width(), vlak.height()
