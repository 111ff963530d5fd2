"""Base of the fields in which a date or a time is typed as people write it.

It is a plain line of text: keyboard, clipboard and screen reader work as everywhere. What was understood stands below
it while typing. What cannot be read stays as it was typed, is refused with a sentence, and never becomes another.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.thema import HALF, tekstbreedte

WaardeT = TypeVar("WaardeT")
_NIET_VERLATEN = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Leesuitleg(QLabel):
    """Below a field, while something is typed in it: how it was understood, or what is wrong with it."""

    def __init__(self, veld: QWidget) -> None:
        super().__init__(veld, Qt.WindowType.ToolTip)
        self.setObjectName("leesuitleg")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFrameShape(QFrame.Shape.Box)
        self.setMargin(HALF)

    def zeg(self, tekst: str) -> None:
        """Show this, or nothing."""
        veld = self.parentWidget()
        if not tekst or veld is None:
            self.hide()
            return
        self.setText(tekst)
        self.adjustSize()
        scherm = veld.screen().availableGeometry()
        plek = veld.mapToGlobal(QPoint(0, veld.height()))
        if plek.y() + self.height() > scherm.bottom():
            plek = veld.mapToGlobal(QPoint(0, -self.height()))
        plek.setX(max(scherm.left(), min(plek.x(), scherm.right() - self.width())))
        self.move(plek)
        self.show()


class Leesveld(Invoerregel, Generic[WaardeT]):
    """Subclasses say how a text is read and how a value is written."""

    geweigerd = Signal(str)
    """What cannot be read, said once the field is left; an empty text when it has been mended."""
    VOORBEELD = ""
    LEEG = ""

    def __init__(self, naam: str, ouder: QWidget | None = None, *, mag_leeg: bool) -> None:
        super().__init__(ouder)
        self.setAccessibleName(naam)
        self.sleutel = ""
        self._mag_leeg = mag_leeg
        self._waarde: WaardeT | None = None
        self._begin: WaardeT | None = None
        self._getypt = False
        self._niet_te_lezen = ""
        self._fout = ""
        self._schrijft = False
        self._net_binnen = False
        self._uitleg: Leesuitleg | None = None
        self.textChanged.connect(self._on_tekst_gewijzigd)

    # --- what a subclass says ---------------------------------------------------------------------

    def _lees(self, tekst: str) -> WaardeT:
        """The value in this text. Raises InvoerOngeldig."""
        raise NotImplementedError

    def _schrijf(self, waarde: WaardeT) -> str:
        """How a value stands in the field."""
        raise NotImplementedError

    def _toelichting(self, waarde: WaardeT) -> str:
        """How it was understood, in full."""
        raise NotImplementedError

    def _meld(self, waarde: WaardeT | None) -> None:
        """Tell that the value is another one."""
        raise NotImplementedError

    def _stap(self, waarde: WaardeT, stappen: int) -> WaardeT | None:
        """What Up and Down make of a value; None when they do nothing here."""
        return None

    # --- the value --------------------------------------------------------------------------------

    def waarde(self) -> WaardeT | None:
        """What is in the field. Raises InvoerOngeldig when that cannot be read."""
        if self._niet_te_lezen:
            self._weiger()
            raise InvoerOngeldig(self.sleutel or self.objectName(), self._niet_te_lezen)
        return self._waarde

    def waarde_tot_nu(self) -> WaardeT | None:
        """The same, and while something unreadable stands there what was in it before: for what saves by itself."""
        return self._waarde

    def eis_leesbaar(self) -> None:
        """Raises InvoerOngeldig when the field was left with something that cannot be read."""
        if self._fout:
            raise InvoerOngeldig(self.sleutel or self.objectName(), self._fout)

    def zet_waarde(self, waarde: WaardeT | None) -> None:
        """Show this value; what was typed goes."""
        anders = waarde != self._waarde
        self._waarde = self._begin = waarde
        self._getypt = False
        self._niet_te_lezen = ""
        self._toon(waarde)
        self._meld_gelukt()
        if anders:
            self._meld(waarde)

    def fout(self) -> str:
        """What is refused now."""
        return self._fout

    def uitleg(self) -> str:
        """What stands below the field now."""
        return self._uitleg.text() if self._uitleg is not None and self._uitleg.isVisible() else ""

    # --- typing -----------------------------------------------------------------------------------

    def _toon(self, waarde: WaardeT | None) -> None:
        self._schrijft = True
        try:
            self.setText("" if waarde is None else self._schrijf(waarde))
        finally:
            self._schrijft = False
        self.setCursorPosition(0)
        self._zeg_waarde()

    def _zeg_waarde(self) -> None:
        uitleg = self.LEEG if self._waarde is None else self._toelichting(self._waarde)
        self.setToolTip(uitleg)
        self.setAccessibleDescription(uitleg)

    def _on_tekst_gewijzigd(self, tekst: str) -> None:
        """Whoever changed it: a key, the clipboard, an input method or a screen reader."""
        if self._schrijft:
            return
        self._getypt = True
        waarde, self._niet_te_lezen = self._probeer(tekst)
        anders = waarde != self._waarde
        self._waarde = waarde
        if self._niet_te_lezen:
            self.setToolTip(self._niet_te_lezen)
            self.setAccessibleDescription(self._niet_te_lezen)
        else:
            self._meld_gelukt()
            self._zeg_waarde()
        self.toon_uitleg()
        if anders:
            self._meld(waarde)

    def _probeer(self, tekst: str) -> tuple[WaardeT | None, str]:
        """The value, or what was there before with what is wrong."""
        if not tekst.strip():
            return (None, "") if self._mag_leeg else (self._begin, f"Vul dit in. Schrijf {self.VOORBEELD}.")
        try:
            return self._lees(tekst), ""
        except InvoerOngeldig as fout:
            return self._begin, str(fout)

    def toon_uitleg(self) -> None:
        """Say below the field how what stands in it was understood."""
        tekst = self._niet_te_lezen
        if not tekst and self._getypt and self._waarde is not None:
            tekst = self._toelichting(self._waarde)
        if not self.hasFocus():
            tekst = ""
        if tekst and self._uitleg is None:
            self._uitleg = Leesuitleg(self)
        if self._uitleg is not None:
            self._uitleg.zeg(tekst)

    def neem_aan(self) -> bool:
        """Take what was typed and write it out, as leaving the field does; False when it cannot be read."""
        if self._uitleg is not None:
            self._uitleg.hide()
        if not self._getypt:
            return True
        if self._niet_te_lezen:
            self._weiger()
            return False
        self._begin = self._waarde
        self._getypt = False
        self._toon(self._waarde)
        return True

    def _zet_terug(self) -> None:
        if self._uitleg is not None:
            self._uitleg.hide()
        self.zet_waarde(self._begin)
        self.selectAll()

    def _weiger(self) -> None:
        self._fout = self._niet_te_lezen
        self.geweigerd.emit(self._fout)

    def _meld_gelukt(self) -> None:
        if self._fout:
            self._fout = ""
            self.geweigerd.emit("")

    def _typ(self, waarde: WaardeT) -> None:
        """Put in this value as if it were typed: Escape still brings back what was there."""
        self.setText(self._schrijf(waarde))

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        toets, kaal = Qt.Key(gebeurtenis.key()), gebeurtenis.modifiers() in _ZONDER_HULPTOETS
        if toets in _ENTER and not self.neem_aan():
            self.toon_uitleg()
            gebeurtenis.accept()
        elif toets == Qt.Key.Key_Escape and kaal and self._getypt:
            self._zet_terug()
            gebeurtenis.accept()
        elif toets in (Qt.Key.Key_Up, Qt.Key.Key_Down) and kaal and self._zet_stap(1 if toets == Qt.Key.Key_Up else -1):
            gebeurtenis.accept()
        else:
            super().keyPressEvent(gebeurtenis)

    def _zet_stap(self, stappen: int) -> bool:
        if self.isReadOnly() or self._waarde is None or self._niet_te_lezen:
            return False
        verder = self._stap(self._waarde, stappen)
        if verder is None:
            return False
        self._typ(verder)
        self.selectAll()
        return True

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        """What stands there is selected, however the field was reached: typing replaces it, and never mixes with it."""
        super().focusInEvent(gebeurtenis)
        if gebeurtenis.reason() != Qt.FocusReason.PopupFocusReason and not self._getypt:
            self.selectAll()
            self._net_binnen = gebeurtenis.reason() == Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, gebeurtenis: QMouseEvent) -> None:
        super().mouseReleaseEvent(gebeurtenis)
        if self._net_binnen and not self.hasSelectedText():
            self.selectAll()
        self._net_binnen = False

    def focusOutEvent(self, gebeurtenis: QFocusEvent) -> None:
        super().focusOutEvent(gebeurtenis)
        if gebeurtenis.reason() not in _NIET_VERLATEN:
            self.neem_aan()
        elif self._uitleg is not None:
            self._uitleg.hide()

    def hideEvent(self, gebeurtenis: QHideEvent) -> None:
        if self._uitleg is not None:
            self._uitleg.hide()
        super().hideEvent(gebeurtenis)

    def _breedte_voor(self, tekst: str) -> QSize:
        ruim = self.fontMetrics().horizontalAdvance(tekst) + tekstbreedte(self, 3)
        return QSize(ruim, super().sizeHint().height())


_ZONDER_HULPTOETS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
