"""Pick list and number field that the wheel passes by: it scrolls the page and never changes a field.

Also not the field with the keyboard in it: who scrolls on after choosing something would change it without seeing that.

In a pick list any part of a name may be typed, in folded form and in several parts ("gemeente ens"). What begins with
what was typed comes first. After a pause typing begins anew, and a letter that fits nothing changes nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from zvh_desktop.models.tekst.naamvormen import bevat_delen
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.ui.uiterlijk.doelen import DOEL

_PAUZE_MS = 1500
"""Somebody who looks for the next letter of a name of thirty is still typing it."""
_HULP = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Keuzeveld(QComboBox):
    """Every pick list of the application."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._getypt = ""
        self._sinds = QElapsedTimer()
        self._luistert = False

    def setAccessibleName(self, naam: str) -> None:
        super().setAccessibleName(naam)
        self._noem_binnenveld()

    def setEditable(self, vrij: bool) -> None:
        super().setEditable(vrij)
        self._noem_binnenveld()

    def _noem_binnenveld(self) -> None:
        """The field within has the keyboard; a screen reader asks it for a name, and Qt gives it none."""
        binnen = self.lineEdit()
        if binnen is not None:
            binnen.setAccessibleName(self.accessibleName())

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        if self.isEditable() or not self._zoek(gebeurtenis):
            super().keyPressEvent(gebeurtenis)

    def showPopup(self) -> None:
        if not self._luistert:
            self._luistert = True
            self.view().installEventFilter(self)
        super().showPopup()

    def eventFilter(self, voorwerp: QObject, gebeurtenis: QEvent) -> bool:
        if (
            self._luistert
            and isinstance(gebeurtenis, QKeyEvent)
            and gebeurtenis.type() == QEvent.Type.KeyPress
            and not self.isEditable()
            and self._zoek(gebeurtenis)
        ):
            return True
        return super().eventFilter(voorwerp, gebeurtenis)

    def _zoek(self, gebeurtenis: QKeyEvent) -> bool:
        """Whether this key was part of a name; a space is only when a name was begun."""
        tekst = gebeurtenis.text()
        if not self._sinds.isValid() or self._sinds.hasExpired(_PAUZE_MS):
            self._getypt = ""
        if not tekst.isprintable() or not tekst or gebeurtenis.modifiers() & _HULP:
            return False
        if tekst == " " and not self._getypt:
            return False
        rij = self._rij_met(self._getypt + tekst)
        self._sinds.start()
        if rij < 0:
            return True
        self._getypt += tekst
        open_ = self._luistert and self.view().isVisible()
        if open_:
            self.view().setCurrentIndex(self.model().index(rij, self.modelColumn(), self.rootModelIndex()))
        elif rij != self.currentIndex():
            self.setCurrentIndex(rij)
            self.activated.emit(rij)
        return True

    def _rij_met(self, getypt: str) -> int:
        """The first row that begins with this, else holds it, else holds each part; one letter goes on from here."""
        vorm = gevouwen(getypt)
        volgorde = list(range(self.count()))
        if len(getypt) == 1:  # the same letter again: the next one, as in every list
            volgorde = [*volgorde[self.currentIndex() + 1 :], *volgorde[: self.currentIndex() + 1]]
        namen = [(rij, gevouwen(self.itemText(rij))) for rij in volgorde if self._te_kiezen(rij)]
        begint = (rij for rij, naam in namen if naam.startswith(vorm))
        bevat = (rij for rij, naam in namen if vorm in naam)
        delen = (rij for rij, _ in namen if bevat_delen(self.itemText(rij), getypt))
        return next(begint, next(bevat, next(delen, -1)))

    def _te_kiezen(self, rij: int) -> bool:
        index = self.model().index(rij, self.modelColumn(), self.rootModelIndex())
        return bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(DOEL)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(DOEL)

    def wheelEvent(self, gebeurtenis: QWheelEvent) -> None:
        gebeurtenis.ignore()


class Getalveld(QSpinBox):
    """Every field with a number."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def setAccessibleName(self, naam: str) -> None:
        super().setAccessibleName(naam)
        self.lineEdit().setAccessibleName(naam)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(DOEL)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(DOEL)

    def wheelEvent(self, gebeurtenis: QWheelEvent) -> None:
        gebeurtenis.ignore()
