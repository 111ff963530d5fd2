"""Date, date of birth and time: typed as people write them, with a calendar for who would rather point."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.services.werkplek.dagwoorden import EERSTE_JAAR, LAATSTE_JAAR, Richting
from zvh_desktop.services.werkplek.datumtekst import lees_datum, lees_geboortedatum
from zvh_desktop.services.werkplek.tijdtekst import lees_tijd
from zvh_desktop.ui.teksten.datums import (
    datum_voluit,
    geboortedatum_tekst,
    geboortedatum_voluit,
    nu_hier,
    tijd_kort,
    week_tekst,
)
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.widgets.velden.datumkiezer import Datumkiezer
from zvh_desktop.ui.widgets.velden.leesveld import Leesveld, WaardeT

_STAP_MINUTEN = 5


class _Kalenderveld(Leesveld[WaardeT]):
    """What a date and a date of birth share: the button and the keys that open the calendar."""

    def __init__(self, naam: str, ouder: QWidget | None, klok: Callable[[], datetime], *, mag_leeg: bool) -> None:
        super().__init__(naam, ouder, mag_leeg=mag_leeg)
        self._klok = klok
        self._kiezer: Datumkiezer | None = None
        self.kalender_actie = QAction("Kalender", self)
        self.kalender_actie.setToolTip("Kalender (Alt+pijl omlaag of F4)")
        zet_icoon(self.kalender_actie, Icoon.AGENDA)
        self.addAction(self.kalender_actie, QLineEdit.ActionPosition.TrailingPosition)
        self.kalender_actie.triggered.connect(self.open_kalender)

    def _maak_kiezer(self) -> Datumkiezer:
        raise NotImplementedError

    def _kalenderdag(self) -> date | None:
        """Where the calendar opens."""
        raise NotImplementedError

    def kiezer(self) -> Datumkiezer | None:
        """The calendar, once it has been opened."""
        return self._kiezer

    def open_kalender(self) -> None:
        """Show the calendar at the date in the field."""
        if self.isReadOnly() or not self.isEnabled():
            return
        if self._kiezer is None:
            self._kiezer = self._maak_kiezer()
        if self._uitleg is not None:
            self._uitleg.hide()
        self._kiezer.open_bij(self._kalenderdag(), self._klok().date())

    def _kies(self, waarde: WaardeT) -> None:
        self._typ(waarde)
        self.neem_aan()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, gebeurtenis: QEvent) -> bool:
        # A list around the field may have Alt+Down as well; in the field it opens the calendar.
        if gebeurtenis.type() == QEvent.Type.ShortcutOverride and _opent(gebeurtenis):
            gebeurtenis.accept()
            return True
        return super().event(gebeurtenis)

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        if _opent(gebeurtenis):
            self.open_kalender()
            gebeurtenis.accept()
            return
        super().keyPressEvent(gebeurtenis)

    def sizeHint(self) -> QSize:
        return self._breedte_voor("wo 28 september 2026 WWW")

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def _opent(gebeurtenis: QEvent) -> bool:
    if not isinstance(gebeurtenis, QKeyEvent):
        return False
    zonder_keypad = gebeurtenis.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    alt = zonder_keypad == Qt.KeyboardModifier.AltModifier and gebeurtenis.key() == Qt.Key.Key_Down
    return alt or (zonder_keypad == Qt.KeyboardModifier.NoModifier and gebeurtenis.key() == Qt.Key.Key_F4)


class Datumveld(_Kalenderveld[date]):
    """Shows "di 8 december 2026". Up and Down go a day on or back.

    With ``mag_leeg`` the field may be without a date; without it the field begins at today.
    """

    datum_gewijzigd = Signal(object)
    VOORBEELD = "bijvoorbeeld 1-3-2027, 1 maart of morgen"
    LEEG = "Nog geen datum gekozen"

    def __init__(
        self,
        naam: str,
        ouder: QWidget | None = None,
        *,
        mag_leeg: bool = False,
        richting: Richting = Richting.NABIJ,
        klok: Callable[[], datetime] = nu_hier,
    ) -> None:
        super().__init__(naam, ouder, klok, mag_leeg=mag_leeg)
        self._richting = richting
        self._eigen_dag = ""
        self.sleutel = "datum"
        self.setPlaceholderText("geen datum" if mag_leeg else "dag-maand-jaar")
        self.zet_datum(None if mag_leeg else klok().date())
        self._zeg_waarde()

    def datum(self) -> date | None:
        """The date in the field, or None when it is empty. Raises InvoerOngeldig when it cannot be read."""
        return self.waarde()

    def datum_tot_nu(self) -> date | None:
        """The same, for what saves by itself while something is being typed."""
        return self.waarde_tot_nu()

    def zet_datum(self, dag: date | None) -> None:
        """Show this date; None only makes sense with ``mag_leeg``."""
        self.zet_waarde(dag)

    def _lees(self, tekst: str) -> date:
        # Who changes the day in "di 8 december 2026" leaves our own "di" standing; only a typed weekday is checked.
        if not tekst.startswith(self._eigen_dag):
            self._eigen_dag = ""
        return lees_datum(tekst.removeprefix(self._eigen_dag), self._klok().date(), self._richting)

    def _schrijf(self, waarde: date) -> str:
        tekst = datum_voluit(waarde)
        self._eigen_dag = tekst[:3]
        return tekst

    def _toelichting(self, waarde: date) -> str:
        return f"{datum_voluit(waarde)}, {week_tekst(waarde)}"

    def _meld(self, waarde: date | None) -> None:
        self.datum_gewijzigd.emit(waarde)

    def _stap(self, waarde: date, stappen: int) -> date | None:
        verder = waarde + timedelta(days=stappen)
        return verder if EERSTE_JAAR <= verder.year <= LAATSTE_JAAR else None

    def _maak_kiezer(self) -> Datumkiezer:
        kiezer = Datumkiezer(self)
        kiezer.dag_gekozen.connect(self._kies)
        return kiezer

    def _kalenderdag(self) -> date | None:
        return self.waarde_tot_nu()


class Geboorteveld(_Kalenderveld[Geboortedatum]):
    """A date of birth: a day, or a month or year when no more is known, or "onbekend"."""

    datum_gewijzigd = Signal(object)
    LEEG = "Nog niet ingevuld. Een maand, een jaar of onbekend mag ook."

    def __init__(self, naam: str, ouder: QWidget | None = None, *, klok: Callable[[], datetime] = nu_hier) -> None:
        super().__init__(naam, ouder, klok, mag_leeg=True)
        self._eigen_dag = ""
        self.sleutel = "geboortedatum"
        self.setPlaceholderText("bijvoorbeeld 1-3-1985, 1985 of onbekend")
        self._zeg_waarde()

    def datum(self) -> Geboortedatum | None:
        """What is known, or None when nothing was filled in. Raises InvoerOngeldig when it cannot be read."""
        return self.waarde()

    def datum_tot_nu(self) -> Geboortedatum | None:
        """The same, for what saves by itself while something is being typed."""
        return self.waarde_tot_nu()

    def zet_datum(self, datum: Geboortedatum | None) -> None:
        """Show this date of birth."""
        self.zet_waarde(datum)

    def _lees(self, tekst: str) -> Geboortedatum:
        if not tekst.startswith(self._eigen_dag):
            self._eigen_dag = ""
        return lees_geboortedatum(tekst.removeprefix(self._eigen_dag), self._klok().date())

    def _schrijf(self, waarde: Geboortedatum) -> str:
        tekst = geboortedatum_tekst(waarde)
        self._eigen_dag = tekst[:3] if waarde.dag is not None else ""
        return tekst

    def _toelichting(self, waarde: Geboortedatum) -> str:
        return geboortedatum_voluit(waarde, self._klok().date())

    def _meld(self, waarde: Geboortedatum | None) -> None:
        self.datum_gewijzigd.emit(waarde)

    def _maak_kiezer(self) -> Datumkiezer:
        kiezer = Datumkiezer(self, geboorte=True)
        kiezer.dag_gekozen.connect(self._on_dag_gekozen)
        kiezer.deel_gekozen.connect(self._kies)
        return kiezer

    def _on_dag_gekozen(self, dag: date) -> None:
        self._kies(Geboortedatum.van(dag))

    def _kalenderdag(self) -> date | None:
        nu = self.waarde_tot_nu()
        return None if nu is None or nu.jaar is None else date(nu.jaar, nu.maand or 1, nu.dag or 1)


class Tijdveld(Leesveld[time]):
    """Shows "09:05", 24 hours; Up and Down go by five minutes, within the day."""

    tijd_gewijzigd = Signal(object)
    VOORBEELD = "bijvoorbeeld 9:00 of 9u30"

    def __init__(self, naam: str, ouder: QWidget | None = None, *, mag_leeg: bool = False) -> None:
        super().__init__(naam, ouder, mag_leeg=mag_leeg)
        self.sleutel = "tijd"
        self.setPlaceholderText("uur:minuut")
        self.zet_waarde(None if mag_leeg else time(0))

    def tijd(self) -> time:
        """The time in the field. Raises InvoerOngeldig when it cannot be read."""
        return self.waarde() or time(0)

    def zet_tijd(self, moment: time) -> None:
        """Show this time."""
        self.zet_waarde(moment)

    def _lees(self, tekst: str) -> time:
        return lees_tijd(tekst)

    def _schrijf(self, waarde: time) -> str:
        return tijd_kort(waarde)

    def _toelichting(self, waarde: time) -> str:
        return f"{tijd_kort(waarde)} uur"

    def _meld(self, waarde: time | None) -> None:
        self.tijd_gewijzigd.emit(waarde)

    def _stap(self, waarde: time, stappen: int) -> time | None:
        minuten = waarde.hour * 60 + waarde.minute + stappen * _STAP_MINUTEN
        return time(*divmod(minuten, 60)) if 0 <= minuten < 24 * 60 else None

    def sizeHint(self) -> QSize:
        return self._breedte_voor("00:00 WW")

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
