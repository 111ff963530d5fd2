"""The calendar of a date field. For a date of birth that is still empty it begins with the decade."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.services.werkplek.dagwoorden import EERSTE_JAAR, LAATSTE_JAAR
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.uiterlijk.doelen import Drukknop
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER

_NEDERLANDS = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)
_OUDSTE = 110


def naar_qdate(dag: date) -> QDate:
    """The Qt form of a date."""
    return QDate(dag.year, dag.month, dag.day)


def van_qdate(dag: QDate) -> date:
    """The Python form of a date."""
    return date(dag.year(), dag.month(), dag.day())


class Datumkiezer(QFrame):
    """Opens below its field; Escape closes it, and then nothing has changed."""

    dag_gekozen = Signal(object)
    deel_gekozen = Signal(object)
    """A date of birth of which only the year or the month is known."""

    def __init__(self, veld: QWidget, *, geboorte: bool = False) -> None:
        super().__init__(veld, Qt.WindowType.Popup)
        self.setObjectName("datumkiezer")
        self.setAccessibleName(f"Kalender, {veld.accessibleName()}")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._geboorte = geboorte
        self._stapel = QStackedWidget(self)
        self.kalender = QCalendarWidget(self)
        self.kalender.setAccessibleName("Kalender")
        self.kalender.setLocale(_NEDERLANDS)
        self.kalender.setGridVisible(False)
        self.kalender.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.kalender.setDateRange(QDate(EERSTE_JAAR, 1, 1), QDate(LAATSTE_JAAR, 12, 31))
        self._roosters: dict[str, QWidget] = {}
        self.jaar_knop = self._knop("Alleen het &jaar")
        self.maand_knop = self._knop("Alleen de &maand")
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(HALF, HALF, HALF, HALF)
        indeling.setSpacing(HALF)
        indeling.addWidget(self._stapel)
        self._stapel.addWidget(self.kalender)
        onder = QHBoxLayout()
        for knop in (self.jaar_knop, self.maand_knop):
            onder.addWidget(knop)
        indeling.addLayout(onder)
        self._verbind()

    def _verbind(self) -> None:
        self.kalender.clicked.connect(self._on_dag_gekozen)
        self.kalender.activated.connect(self._on_dag_gekozen)
        self.jaar_knop.clicked.connect(self._on_jaar_gevraagd)
        self.maand_knop.clicked.connect(self._on_maand_gevraagd)

    def open_bij(self, dag: date | None, vandaag: date) -> None:
        """Show the month of this day; without one the decades of a life, or the month of today."""
        if self._geboorte:
            self.kalender.setMaximumDate(naar_qdate(vandaag))
        self.kalender.setSelectedDate(naar_qdate(dag or vandaag))
        if dag is None and self._geboorte:
            eerste = max(EERSTE_JAAR, (vandaag.year - _OUDSTE) // 10 * 10)
            self._toon_rooster("tientallen", list(range(eerste, vandaag.year + 1, 10)), vandaag.year)
        else:
            self._toon_kalender()
        veld = self.parentWidget()
        if veld is None:
            return
        self.adjustSize()
        scherm = veld.screen().availableGeometry()
        plek = veld.mapToGlobal(QPoint(0, veld.height()))
        if plek.y() + self.height() > scherm.bottom():
            plek.setY(max(scherm.top(), veld.mapToGlobal(QPoint(0, 0)).y() - self.height()))
        plek.setX(max(scherm.left(), min(plek.x(), scherm.right() - self.width())))
        self.move(plek)
        self.show()
        self._zet_toetsenbord()

    def jaren(self) -> list[QPushButton]:
        """The decades or years that can be chosen now."""
        nu = self._stapel.currentWidget()
        return [] if nu is None or nu is self.kalender else nu.findChildren(QPushButton)

    def _zet_toetsenbord(self) -> None:
        knoppen = self.jaren()
        (knoppen[len(knoppen) // 2] if knoppen else self.kalender).setFocus()

    def _knop(self, tekst: str) -> QPushButton:
        knop = Drukknop(tekst, self)
        knop.setAccessibleName(tekst.replace("&", ""))
        knop.setAutoDefault(False)
        return knop

    def _toon_rooster(self, wat: str, jaren: list[int], laatste: int) -> None:
        """A grid of decades or years. Made anew, because the years depend on the decade."""
        oud = self._roosters.pop(wat, None)
        if oud is not None:
            self._stapel.removeWidget(oud)
            verwijder(oud)
        vlak = QWidget(self)
        rooster = QGridLayout(vlak)
        rooster.setSpacing(RASTER)
        for nummer, jaar in enumerate(jaren):
            tien = wat == "tientallen"
            knop = Drukknop(f"{jaar}-{min(jaar + 9, laatste)}" if tien else str(jaar), vlak)
            knop.setAccessibleName(f"Geboren in {knop.text()}")
            knop.setAutoDefault(False)
            knop.clicked.connect(partial(self._on_tiental_gekozen if tien else self._on_jaar_gekozen, jaar))
            rooster.addWidget(knop, nummer // 3, nummer % 3)
        self._roosters[wat] = vlak
        self._stapel.addWidget(vlak)
        self._stapel.setCurrentWidget(vlak)
        self.jaar_knop.hide()
        self.maand_knop.hide()

    def _toon_kalender(self) -> None:
        self._stapel.setCurrentWidget(self.kalender)
        self.jaar_knop.setVisible(self._geboorte)
        self.maand_knop.setVisible(self._geboorte)
        self.adjustSize()
        self.kalender.setFocus()

    def _on_tiental_gekozen(self, jaar: int) -> None:
        laatste = self.kalender.maximumDate().year()
        self._toon_rooster("jaren", list(range(jaar, min(jaar + 10, laatste + 1))), laatste)
        self._zet_toetsenbord()

    def _on_jaar_gekozen(self, jaar: int) -> None:
        self.kalender.setSelectedDate(QDate(jaar, 1, 1))
        self.kalender.setCurrentPage(jaar, 1)
        self._toon_kalender()

    def _on_dag_gekozen(self, dag: QDate) -> None:
        self.hide()
        self.dag_gekozen.emit(van_qdate(dag))

    def _on_jaar_gevraagd(self) -> None:
        self.hide()
        self.deel_gekozen.emit(Geboortedatum(self.kalender.yearShown()))

    def _on_maand_gevraagd(self) -> None:
        self.hide()
        self.deel_gekozen.emit(Geboortedatum(self.kalender.yearShown(), self.kalender.monthShown()))
