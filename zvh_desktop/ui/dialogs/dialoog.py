"""Base of the dialogs: grows with its text but not beyond the screen, and opens with the keyboard in the first field.

Qt does not count lines that a label breaks off when it computes the smallest size of a window; without this
a long refusal would be squeezed. What the screen has no room for scrolls; the buttons below it stay in view. And a
row of buttons takes the keyboard when it is shown: the first letters would be lost, and a space would press the button.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.ui.scherm import ruimte_op_scherm
from zvh_desktop.ui.toetsenbord.tabvolgorde import velden_op_volgorde
from zvh_desktop.ui.widgets.paskader import Paskader


@dataclass(frozen=True, slots=True)
class Dialoogbegin:
    """What stood in the fields before anything was typed, and the last act that had been read by then."""

    velden: Mapping[str, object]
    handeling: int


class Dialoog(QDialog):
    """A QDialog that is always high enough for what stands on it, as far as the screen allows."""

    _rol: Paskader | None = None
    _vlak: QWidget | None = None

    heropenen = True
    """Whether it comes back after a lock, with what was typed (heropening.py). Not where there is only a secret."""
    bij_verlies = ""
    """What is told after a lock when it does not come back, and something of it is gone. Empty where nothing is."""
    beginstand: Dialoogbegin | None = None
    """Noted when it opens; who looks at it later knows what the user changed."""
    _geopend = False
    _gewenst: QWidget | None = None

    def event(self, gebeurtenis: QEvent) -> bool:
        if gebeurtenis.type() is QEvent.Type.Polish:
            # the last moment before the buttons take it: what a dialog asked for itself holds
            self._gewenst = self.focusWidget()
        uitkomst = super().event(gebeurtenis)
        if gebeurtenis.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.FontChange):
            self._groei()
        if gebeurtenis.type() is QEvent.Type.Show and not self._geopend:
            self._geopend = True
            self._naar_eerste_veld()
        return uitkomst

    def setVisible(self, zichtbaar: bool) -> None:
        if zichtbaar and not self.isVisible():
            self._groei()
        super().setVisible(zichtbaar)

    def _groei(self) -> None:
        indeling = self.layout()
        if not isinstance(indeling, QVBoxLayout):
            return
        ruimte = ruimte_op_scherm(self)
        nodig = self._nodige_hoogte(indeling)
        if self._rol is None and (nodig > ruimte.height() or indeling.totalMinimumSize().width() > ruimte.width()):
            self._laat_rollen(indeling)
        hoog = max(self.height(), min(nodig, ruimte.height()))
        maat = self.size().expandedTo(self.minimumSizeHint()).boundedTo(ruimte)
        maat.setHeight(min(hoog, ruimte.height()))
        if self._rol is not None and self._vlak is not None:
            marges = indeling.contentsMargins()
            balk = self._rol.verticalScrollBar().sizeHint().width() + marges.left() + marges.right()
            maat.setWidth(min(max(maat.width(), self._vlak.minimumSizeHint().width() + balk), ruimte.width()))
        if maat != self.size() and (self.isVisible() or self.testAttribute(Qt.WidgetAttribute.WA_Resized)):
            self.resize(maat)

    def _nodige_hoogte(self, indeling: QVBoxLayout) -> int:
        if self._vlak is not None:
            return self._hoogte_van_rol(self._vlak, indeling) + self.minimumSizeHint().height()
        if indeling.hasHeightForWidth():
            return max(indeling.totalHeightForWidth(self._breedte(indeling)), indeling.totalMinimumSize().height())
        return indeling.totalMinimumSize().height()

    def _breedte(self, indeling: QVBoxLayout) -> int:
        """As wide as it is; before it is shown as wide as it will be, and not what Qt gives a window to begin with."""
        if self.isVisible() or self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return self.width()
        return indeling.totalSizeHint().width()

    def _hoogte_van_rol(self, vlak: QWidget, indeling: QVBoxLayout) -> int:
        """Of what scrolls: its lines broken off at the width that it has."""
        marges = indeling.contentsMargins()
        breed = self._breedte(indeling) - marges.left() - marges.right()
        hoog = vlak.heightForWidth(breed) if vlak.hasHeightForWidth() else -1
        return max(hoog, vlak.minimumSizeHint().height()) if hoog > 0 else vlak.sizeHint().height()

    def _laat_rollen(self, indeling: QVBoxLayout) -> None:
        """Put all but the buttons in a part that scrolls; the keyboard stays where it is."""
        focus = self.focusWidget()
        vlak = QWidget(self)
        vlak.setAccessibleName(self.windowTitle())
        binnen = QVBoxLayout(vlak)
        binnen.setContentsMargins(0, 0, 0, 0)
        binnen.setSpacing(indeling.spacing())
        for deel in [indeling.itemAt(plaats) for plaats in range(indeling.count())]:
            if deel is None or isinstance(deel.widget(), QDialogButtonBox):
                continue
            gewicht = indeling.stretch(indeling.indexOf(deel))
            widget, rij, kant = deel.widget(), deel.layout(), deel.alignment()
            if widget is not None:
                # Gone before there is another: a widget tells only its first item that it needs more room.
                indeling.removeWidget(widget)
                binnen.addWidget(widget, gewicht, kant)
                continue
            indeling.takeAt(indeling.indexOf(deel))
            if rij is not None:
                binnen.addLayout(rij, gewicht)
            else:
                binnen.addItem(deel)
        self._vlak = vlak
        self._rol = Paskader(vlak, self)
        indeling.insertWidget(0, self._rol, 1)
        if focus is not None:
            focus.setFocus()

    def _naar_eerste_veld(self) -> None:
        gewenst, self._gewenst = self._gewenst, None
        veld = gewenst if gewenst is not None and in_te_vullen(gewenst, self) else eerste_veld(self)
        if veld is not None:
            veld.setFocus(Qt.FocusReason.OtherFocusReason)


def eerste_veld(dialoog: QWidget) -> QWidget | None:
    """The first field to fill in, as the eye reads; None when there are only texts and buttons."""
    return next((veld for veld in velden_op_volgorde(dialoog) if in_te_vullen(veld, dialoog)), None)


def in_te_vullen(veld: QWidget, dialoog: QWidget) -> bool:
    """Whether a key typed here fills something in: no button to press, no text that can only be read."""
    if not veld.isEnabled() or not veld.isVisibleTo(dialoog):
        return False
    if isinstance(veld, QAbstractButton):
        return veld.isCheckable()
    return not (isinstance(veld, QLineEdit | QPlainTextEdit | QTextEdit) and veld.isReadOnly())
