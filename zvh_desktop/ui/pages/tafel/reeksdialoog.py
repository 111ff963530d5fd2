"""A series of overleggen after the one that is chosen: how it comes back, how often, and which of the days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzen.reekskeuzes import Herhaling
from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.tafel.agenda import AgendaService
from zvh_desktop.services.tafel.reeks.reeksen import MEESTE, Reeksdag
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.teksten.datums import datum_kort, datum_voluit
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.keuzeveld import Getalveld, Keuzeveld

_UITLEG = (
    "Elk overleg krijgt dezelfde soort, tijd, plaats, voorzitter en notulist, en is daarna een gewoon overleg dat u "
    "kunt wijzigen. Een feestdag, een weekend, een schoolvakantie of een dag met al een overleg staat niet "
    "aangevinkt. Schoolvakanties vult uw huis zelf in bij Beheer; waar dat nog niet is gedaan, staat het erbij."
)
_ZO_VAAK = 6


class ReeksDialoog(Invoerdialoog[tuple[date, ...]]):
    """The days are shown before anything is planned, and each can be left out."""

    def __init__(
        self,
        begin: date,
        keuzes: Sequence[tuple[Herhaling, str]],
        dagen: Callable[[Herhaling, int], Sequence[Reeksdag]],
        bewaar: Callable[[tuple[date, ...]], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(f"Herhalen na {datum_kort(begin)}", "&Plan deze overleggen", bewaar, ouder, uitleg=_UITLEG)
        self.setObjectName("reeksdialoog")
        self._dagen = dagen
        self._getoond: tuple[Reeksdag, ...] = ()
        self.herhaling = Keuzeveld(self)
        self.herhaling.setObjectName("reeks_herhaling")
        self.herhaling.setAccessibleName("Hoe vaak het terugkomt")
        self.herhaling.setMinimumWidth(tekstbreedte(self, 44))
        for sleutel, woorden in keuzes:
            self.herhaling.addItem(woorden, sleutel.value)
        self.aantal = Getalveld(self)
        self.aantal.setObjectName("reeks_aantal")
        self.aantal.setAccessibleName("Hoeveel keer")
        self.aantal.setRange(1, MEESTE)
        self.aantal.setValue(_ZO_VAAK)
        self.lijst = QListWidget(self)
        self.lijst.setObjectName("reeks_dagen")
        self.lijst.setAccessibleName("Dagen")
        self.formulier.voeg_toe("herhaling", "&Hoe vaak", self.herhaling)
        self.formulier.voeg_toe("aantal", "Hoeveel &keer", self.aantal)
        self.formulier.voeg_toe("dagen", "&Dagen", self.lijst, "Spatie zet een dag aan of uit.")
        self.herhaling.currentIndexChanged.connect(self._toon_dagen)
        self.aantal.valueChanged.connect(self._toon_dagen)
        self._toon_dagen()

    def _toon_dagen(self) -> None:
        """A day that was there before stays as it was put, on or off."""
        gezet = {een.dag: self._staat_aan(rij) for rij, een in enumerate(self._getoond)}
        self._getoond = tuple(self._dagen(Herhaling(self.herhaling.currentData()), self.aantal.value()))
        self.lijst.clear()
        for een in self._getoond:
            woorden, erbij = datum_voluit(een.dag), "; ".join(filter(None, (een.let_op, een.niet_bekend)))
            regel = QListWidgetItem(f"{woorden} ({erbij})" if erbij else woorden, self.lijst)
            aan = gezet.get(een.dag, not een.let_op)
            regel.setCheckState(Qt.CheckState.Checked if aan else Qt.CheckState.Unchecked)

    def _staat_aan(self, rij: int) -> bool:
        return self.lijst.item(rij).checkState() is Qt.CheckState.Checked

    def invoer(self) -> tuple[date, ...]:
        dagen = tuple(een.dag for rij, een in enumerate(self._getoond) if self._staat_aan(rij))
        if not dagen:
            raise InvoerOngeldig("dagen", "Kies ten minste één dag.")
        return dagen


class ReeksPlannen:
    """The series, with its way back as long as nothing was done with one of them."""

    def __init__(self, agenda: AgendaService, voorbeeld: OverlegInvoer, dagen: tuple[date, ...]) -> None:
        self._reeksen = agenda.reeksen
        self._voorbeeld = voorbeeld
        self._dagen = dagen
        self._gepland: tuple[OverlegId, ...] = ()
        aantal = "1 overleg is" if len(dagen) == 1 else f"{len(dagen)} overleggen zijn"
        self.tekst = f"{aantal} gepland, tot en met {datum_kort(dagen[-1])}."

    def doe(self) -> None:
        """Plan them, or plan them again."""
        self._gepland = self._reeksen.plan(self._voorbeeld, self._dagen)

    def terug(self) -> None:
        """Take them away again."""
        self._reeksen.neem_terug(self._gepland)
