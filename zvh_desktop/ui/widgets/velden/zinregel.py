"""A field of one line that holds a sentence: what is spelled wrong in it can be underlined, as in a larger field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QTextCharFormat
from PySide6.QtWidgets import QApplication

from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.widgets.velden.tekstveld import VOLGENDE_FOUT


class Zinregel(Invoerregel):
    """A subject, a reason, what somebody will do; not for a name, an address or a number, which no dictionary has."""

    menu_komt = Signal(object, int)
    """The menu that is about to open, and the place in the text where it was asked for."""
    volgende_fout_gevraagd = Signal()
    spelling: QObject | None = None
    """Who draws the lines under what is spelled wrong; nobody until the field is typed in."""
    _stelt_samen = False
    """Whether a sign is being put together of several keys; lines would break that off."""

    def zet_lijnen(self, plekken: Sequence[tuple[int, int]], vorm: QTextCharFormat) -> None:
        """Draw the text of these (begin, length) in this form and the rest as it is.

        Qt lets nobody but the keyboard's own input method give a part of a line its looks, so it is said in that way.
        """
        if self._stelt_samen:
            return
        soort = QInputMethodEvent.AttributeType.TextFormat
        hier = self.cursorPosition()
        delen = [QInputMethodEvent.Attribute(soort, begin - hier, lengte, vorm) for begin, lengte in plekken]
        QApplication.sendEvent(self, QInputMethodEvent("", delen))

    def setReadOnly(self, vast: bool) -> None:
        """What is fixed has no lines, and Qt takes none away there."""
        if vast:
            self.zet_lijnen((), QTextCharFormat())
        super().setReadOnly(vast)

    def inputMethodEvent(self, gebeurtenis: QInputMethodEvent) -> None:
        self._stelt_samen = bool(gebeurtenis.preeditString())
        super().inputMethodEvent(gebeurtenis)

    def contextMenuEvent(self, gebeurtenis: QContextMenuEvent) -> None:
        plaats = self.cursorPosition()
        if gebeurtenis.reason() is QContextMenuEvent.Reason.Mouse:
            plaats = self.cursorPositionAt(gebeurtenis.pos())
        self.open_menu(plaats, gebeurtenis.globalPos())
        gebeurtenis.accept()

    def open_menu(self, plaats: int, punt: QPoint) -> None:
        """The menu of the field, as asked for at this place in the text."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_komt.emit(menu, plaats)
        menu.popup(punt)

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        if QKeySequence(gebeurtenis.keyCombination()) == VOLGENDE_FOUT:
            self.volgende_fout_gevraagd.emit()
            return
        super().keyPressEvent(gebeurtenis)
