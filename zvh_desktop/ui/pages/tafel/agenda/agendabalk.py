"""The row of buttons above the matrix: what can be done with the points, and with the chosen one.

It only says what was asked; the step does it. In a narrow window the buttons whose icon says enough drop their words.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from zvh_desktop.services.tafel.agenda_gegevens import AgendaBeeld, PuntRegel
from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.doelen import Balkknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import HALF


class Agendabalk(QWidget):
    """The buttons, and when each of them can be used."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setObjectName("agendabalk")
        self.toevoeg_knop = self._knop("agenda_toevoegen", Icoon.PLUS, "Voeg &toe", "Voeg toe aan de agenda (Insert)")
        self.weg_knop = self._knop("agenda_weghalen", Icoon.PRULLENBAK, "", "Van de agenda halen (Delete)")
        self.omhoog_knop = self._knop("agenda_omhoog", Icoon.OMHOOG, "", "Punt omhoog (Alt+pijl omhoog)")
        self.omlaag_knop = self._knop("agenda_omlaag", Icoon.OMLAAG, "", "Punt omlaag (Alt+pijl omlaag)")
        self.ongedaan_knop = self._knop("agenda_ongedaan", Icoon.ONGEDAAN, "", "Ongedaan maken (Ctrl+Z)")
        self.opnieuw_knop = self._knop("agenda_opnieuw", Icoon.OPNIEUW, "", "Opnieuw doen (Ctrl+Y)")
        self.volgorde_knop = self._knop(
            "agenda_volgorde",
            None,
            "&Stel volgorde voor",
            "Stel volgorde voor: een waarin de partijen weinig wachten",
        )
        self.iedereen_knop = self._knop(
            "agenda_iedereen",
            None,
            "Zet iede&reen erop",
            "Zet iedereen erop die bij het gekozen punt rechtmatig aanwezig mag zijn",
        )
        self.alle_knop = self._knop(
            "agenda_alle_partijen",
            Icoon.KOLOMMEN,
            "Alle &partijen",
            "Alle partijen: een kolom voor elk, ook zonder deze casussen",
        )
        self.alle_knop.setCheckable(True)
        self.voorbeeld_knop = self._knop(
            "agenda_voorbeeld", Icoon.OOG, "Voor&beeld", "Voorbeeld van de agenda zoals die wordt"
        )
        self.voorbeeld_knop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(HALF)
        rij.addWidget(self.toevoeg_knop)
        for knop in self._altijd_met_woorden():
            rij.addWidget(knop)
        rij.addWidget(self.alle_knop)
        rij.addWidget(self.voorbeeld_knop)
        rij.addStretch(1)

    def _knop(self, naam: str, icoon: Icoon | None, tekst: str, uitleg: str) -> QToolButton:
        knop = Balkknop(self)
        knop.setObjectName(naam)
        knop.setText(tekst)
        knop.setAccessibleName(uitleg)
        knop.setToolTip(uitleg)
        knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        knop.setAutoRaise(True)
        if icoon is not None:
            zet_icoon(knop, icoon)
        met_icoon = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if tekst else Qt.ToolButtonStyle.ToolButtonIconOnly
        knop.setToolButtonStyle(met_icoon if icoon else Qt.ToolButtonStyle.ToolButtonTextOnly)
        return knop

    def meet(self) -> None:
        """How wide the row is with words on its buttons; without them is the least it can be. Once they are all set."""
        knoppen = (*self._altijd_met_woorden(), *self._soms_met_woorden())
        self._met_woorden = sum(knop.sizeHint().width() for knop in knoppen) + len(knoppen) * HALF
        for knop in self._soms_met_woorden():
            knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            knop.setMinimumWidth(knop.sizeHint().width())
            knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _soms_met_woorden(self) -> tuple[QToolButton, ...]:
        """What is known by its icon too, when the window is narrow; the words are in the tooltip."""
        return self.toevoeg_knop, self.alle_knop, self.voorbeeld_knop

    def _altijd_met_woorden(self) -> tuple[QToolButton, ...]:
        return (*self._iconen(), self.volgorde_knop, self.iedereen_knop)

    def _iconen(self) -> tuple[QToolButton, ...]:
        return self.weg_knop, self.omhoog_knop, self.omlaag_knop, self.ongedaan_knop, self.opnieuw_knop

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        beide, alleen = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        for knop in self._soms_met_woorden():
            knop.setToolButtonStyle(beide if self.width() >= self._met_woorden else alleen)

    def zet(self, beeld: AgendaBeeld | None, punt: PuntRegel | None, stapel: QUndoStack, *, mag: bool) -> None:
        """Which buttons can be used with this agenda, this chosen point and these changes."""
        wijzigbaar = beeld is not None and beeld.te_wijzigen and mag
        self.toevoeg_knop.setEnabled(wijzigbaar)
        if beeld is not None:
            gekozen = punt is not None
            for knop, verder, wacht in (
                (self.weg_knop, gekozen, beeld.houdt_tegen(punt, tot_het_einde=True)),
                (self.omhoog_knop, gekozen, beeld.houdt_tegen(punt, -1)),
                (self.omlaag_knop, gekozen, beeld.houdt_tegen(punt, 1)),
                (self.volgorde_knop, len(beeld.punten) > 1, beeld.uitgeleend),
                (self.iedereen_knop, punt is not None and punt.casus_id is not None, punt.uitgeleend if punt else ""),
            ):
                knop.setEnabled(wijzigbaar and verder and not wacht)
                # what it does is its accessible name; while it waits for a koffer it says who has that
                knop.setToolTip(platte_uitleg(wacht) if wijzigbaar and verder and wacht else knop.accessibleName())
        self.ongedaan_knop.setEnabled(wijzigbaar and stapel.canUndo())
        self.opnieuw_knop.setEnabled(wijzigbaar and stapel.canRedo())
        self.ongedaan_knop.setToolTip(f"Ongedaan maken: {stapel.undoText()} (Ctrl+Z)".replace(": (", " ("))
