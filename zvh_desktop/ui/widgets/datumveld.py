"""Date and time fields in the Dutch way of writing, with the week number in the tooltip."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QSize, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QCalendarWidget, QDateEdit, QTimeEdit, QWidget

from zvh_desktop.ui.teksten.datums import datum_voluit, week_tekst
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte

_NEDERLANDS = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)
_PIJLEN = (Qt.Key.Key_Up, Qt.Key.Key_Down)


def naar_qdate(dag: date) -> QDate:
    """The Qt form of a date."""
    return QDate(dag.year, dag.month, dag.day)


def van_qdate(dag: QDate) -> date:
    """The Python form of a date."""
    return date(dag.year(), dag.month(), dag.day())


class Datumveld(QDateEdit):
    """Shows "di 8 december 2026"; arrows step per section, the calendar opens below.

    With ``mag_leeg`` the field can be without a date: Delete empties it, and it then says so.
    """

    datum_gewijzigd = Signal(object)

    def __init__(self, naam: str, ouder: QWidget | None = None, *, mag_leeg: bool = False) -> None:
        super().__init__(ouder)
        self.setAccessibleName(naam)
        self.setLocale(_NEDERLANDS)
        self.setDisplayFormat("ddd d MMMM yyyy")
        self.setCalendarPopup(True)
        kalender = QCalendarWidget(self)
        kalender.setLocale(_NEDERLANDS)
        kalender.setGridVisible(False)
        kalender.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.setCalendarWidget(kalender)
        self._mag_leeg = mag_leeg
        self.setMinimumDate(QDate(1900, 1, 1))
        self.setMaximumDate(QDate(2199, 12, 31))
        if mag_leeg:
            self.setSpecialValueText("geen datum")
            self.setDate(self.minimumDate())
        else:
            self.setDate(QDate.currentDate())
        self._verbind()
        self._zet_uitleg()

    def _verbind(self) -> None:
        self.dateChanged.connect(self._on_datum_gewijzigd)

    def datum(self) -> date | None:
        """The chosen date, or None when the field is empty."""
        if self._mag_leeg and self.date() == self.minimumDate():
            return None
        return van_qdate(self.date())

    def zet_datum(self, dag: date | None) -> None:
        """Show this date; None only makes sense with ``mag_leeg``."""
        self.setDate(self.minimumDate() if dag is None else naar_qdate(dag))

    def _zet_uitleg(self) -> None:
        dag = self.datum()
        uitleg = f"{datum_voluit(dag)}, {week_tekst(dag)}" if dag else "Nog geen datum gekozen"
        self.setToolTip(uitleg)
        self.setAccessibleDescription(uitleg)

    def _on_datum_gewijzigd(self) -> None:
        self._zet_uitleg()
        self.datum_gewijzigd.emit(self.datum())

    def focusNextPrevChild(self, volgende: bool) -> bool:
        """Tab leaves the field. Qt would walk through day, month and year, and never leave a field without a date."""
        return QAbstractSpinBox.focusNextPrevChild(self, volgende)

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        leeg = self._mag_leeg and self.date() == self.minimumDate()
        if self._mag_leeg and gebeurtenis.matches(QKeySequence.StandardKey.Delete):
            self.zet_datum(None)
            return
        if leeg and (gebeurtenis.text().strip() or gebeurtenis.key() in _PIJLEN):
            self.setDate(QDate.currentDate())
        super().keyPressEvent(gebeurtenis)

    def sizeHint(self) -> QSize:
        ruim = self.fontMetrics().horizontalAdvance("wo 28 september 2026") + tekstbreedte(self, 7)
        return QSize(ruim, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Tijdveld(QTimeEdit):
    """Shows "09:05", 24 hours; up and down go by five minutes."""

    tijd_gewijzigd = Signal(object)

    def __init__(self, naam: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setAccessibleName(naam)
        self.setLocale(_NEDERLANDS)
        self.setDisplayFormat("HH:mm")
        self.setWrapping(True)
        self._verbind()

    def _verbind(self) -> None:
        self.timeChanged.connect(self._on_tijd_gewijzigd)

    def tijd(self) -> time:
        """The chosen time."""
        return time(self.time().hour(), self.time().minute())

    def zet_tijd(self, moment: time) -> None:
        """Show this time."""
        self.setTime(QTime(moment.hour, moment.minute))

    def stepBy(self, stappen: int) -> None:
        if self.currentSection() is QTimeEdit.Section.MinuteSection:
            self.setTime(self.time().addSecs(stappen * 300))
            return
        super().stepBy(stappen)

    def _on_tijd_gewijzigd(self) -> None:
        self.tijd_gewijzigd.emit(self.tijd())
