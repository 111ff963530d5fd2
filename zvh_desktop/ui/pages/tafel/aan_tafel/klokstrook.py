"""The clock above the table: what time it is, and how the point keeps to its plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from zvh_desktop.ui.teksten.datums import tijd_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RUIM, Kleur
from zvh_desktop.ui.widgets.kaart import Kop
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

_TIK_MS = 1000
_BIJNA = 3


def stand_van_tijd(
    nu: datetime, dag: date, begin: time, minuten: int, gestart: datetime | None = None
) -> tuple[Icoon, str, Kleur]:
    """How many minutes are left of this point, or how far it is over; from when it really began, once it has."""
    duur = timedelta(minutes=minuten)
    nog = gestart + duur - nu if gestart is not None else datetime.combine(dag, begin) + duur - nu.replace(tzinfo=None)
    over = round(nog.total_seconds() / 60)
    if nu.date() != dag:
        return Icoon.KLOK, f"{minuten} min", Kleur.STIL
    if over < 0:
        return Icoon.WAARSCHUWING, f"{-over} min over de tijd", Kleur.FOUT
    if over <= _BIJNA:
        return Icoon.UITROEP, f"nog {over} min", Kleur.LET_OP
    return Icoon.KLOK, f"nog {over} min", Kleur.STIL


class Klokstrook(QWidget):
    """Ticks every second while it is in view."""

    def __init__(self, klok: Callable[[], datetime], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("klokstrook")
        self._klok = klok
        self._plan: tuple[date, time, int, datetime | None] | None = None
        self.nu = Kop("", self, factor=1.5)
        self.nu.setWordWrap(False)
        self.nu.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.plan = QLabel("", self)
        self.stand = Statuslabel(Icoon.KLOK, "", self)
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RUIM)
        indeling.addWidget(self.nu)
        indeling.addWidget(self.plan)
        indeling.addWidget(self.stand)
        self._tik = QTimer(self)
        self._tik.setInterval(_TIK_MS)
        self._verbind()
        self._tik.start()

    def _verbind(self) -> None:
        self._tik.timeout.connect(self.werk_bij)

    def zet(self, dag: date, begin: time, minuten: int, gestart: datetime | None = None) -> None:
        """Measure against this plan, from ``gestart`` (Dutch time) once the point is open."""
        self._plan = (dag, begin, minuten, gestart)
        einde = datetime.combine(dag, begin) + timedelta(minutes=minuten)
        self.plan.setText(f"{tijd_kort(begin)}-{tijd_kort(einde)}")
        self.plan.setToolTip("Zo is dit punt gepland")
        self.werk_bij()

    def werk_bij(self) -> None:
        """Show the time of now."""
        if not self.isVisible():
            return
        nu = self._klok()
        self.nu.setText(tijd_kort(nu))
        if self._plan is not None:
            icoon, tekst, kleur = stand_van_tijd(nu, *self._plan)
            if tekst != self.stand.tekst():
                self.stand.zet(icoon, tekst, kleur=kleur)
            # at arm's length the type grows, and the room that was given to these words does not by itself
            self.stand.setMinimumWidth(self.stand.tekstbreedte())
