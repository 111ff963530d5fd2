"""At the foot of the agenda: how long it takes, and what still has to be done before akkoord."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zvh_desktop.services.tafel.agenda_gegevens import AgendaBeeld
from zvh_desktop.ui.teksten.datums import tijd_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RUIM, Kleur
from zvh_desktop.ui.widgets.aandachtslijst import Aandachtslijst
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class Agendatotaal(QWidget):
    """The minutes, beside what asks for attention."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.minuten = Statuslabel(Icoon.KLOK, "", self)
        self.minuten.setObjectName("agenda_totaal")
        self.aandacht = Aandachtslijst(self)
        naast = QHBoxLayout(self)
        naast.setContentsMargins(0, 0, 0, 0)
        naast.setSpacing(RUIM)
        naast.addWidget(self.minuten, 0, Qt.AlignmentFlag.AlignTop)
        naast.addWidget(self.aandacht, 1)

    def zet(self, beeld: AgendaBeeld) -> None:
        """Show how this agenda stands."""
        lengte = f"{beeld.totaal_minuten} van {beeld.beschikbaar_minuten} minuten"
        if beeld.overschrijding:
            self.minuten.zet(Icoon.WAARSCHUWING, f"{lengte}: {beeld.overschrijding} te veel", kleur=Kleur.FOUT)
        else:
            klaar = f", klaar om {tijd_kort(beeld.punten[-1].einde)}" if beeld.punten else ""
            self.minuten.zet(Icoon.KLOK, f"{lengte}{klaar}", kleur=Kleur.STIL)
        self.aandacht.zet(beeld.nog_nodig if beeld.te_wijzigen else (), beeld.aandacht)

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self.minuten.zet(Icoon.KLOK, "")
        self.aandacht.zet((), ())
