"""When a casus comes back that was not decided on: at a next overleg, put there at once, or on a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzes import OverlegId, PuntUitkomst
from zvh_desktop.models.taal import datum_lang, tijd
from zvh_desktop.services.tafel.loop.uitkomsten import VolgendeTafel
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld


@dataclass(frozen=True, slots=True)
class Terugkomst:
    """At this overleg, or on this date; neither where that is not known yet."""

    overleg: OverlegId | None = None
    tot: date | None = None


class TerugkomstDialoog(Invoerdialoog[Terugkomst]):
    """One choice; the first overleg is chosen, so that Enter is enough."""

    def __init__(self, uitkomst: PuntUitkomst, tafels: Sequence[VolgendeTafel], ouder: QWidget | None = None) -> None:
        aangehouden = uitkomst is PuntUitkomst.AANGEHOUDEN
        super().__init__(
            "Aangehouden" if aangehouden else "Niet behandeld",
            "&Leg vast",
            _zelf,
            ouder,
            uitleg="Op een volgend overleg komt de casus meteen op de agenda, met wie daar dan mag zijn.",
        )
        self.setObjectName("wanneerdialoog")
        self._aangehouden = aangehouden
        self.keuze = Keuzeveld(self)
        self.keuze.setMinimumWidth(tekstbreedte(self, 52))
        for tafel in tafels:
            self.keuze.addItem(f"{tafel.naam}, {datum_lang(tafel.datum)}, {tijd(tafel.begin)}", tafel.id)
        self.keuze.addItem("Een datum" if aangehouden else "Nog niet bekend", None)
        self.formulier.voeg_toe("overleg", "&Komt terug op", self.keuze)
        self.datum = Datumveld("Aangehouden tot", self, mag_leeg=True)
        self._datumregel = self.formulier.voeg_toe("tot", "Aan&gehouden tot", self.datum)
        self.keuze.currentIndexChanged.connect(self._on_keuze)
        self._on_keuze()

    def _on_keuze(self) -> None:
        self._datumregel.setVisible(self._aangehouden and self.keuze.currentData() is None)

    def invoer(self) -> Terugkomst:
        overleg = self.keuze.currentData()
        if overleg is not None:
            return Terugkomst(OverlegId(overleg))
        return Terugkomst(tot=self.datum.datum() if self._aangehouden else None)

    @classmethod
    def vraag(cls, uitkomst: PuntUitkomst, tafels: Sequence[VolgendeTafel], *, ouder: QWidget) -> Terugkomst | None:
        """What was chosen, or None."""
        antwoord = cls(uitkomst, tafels, ouder).antwoord()
        return antwoord if isinstance(antwoord, Terugkomst) else None


def _zelf(keuze: Terugkomst) -> Terugkomst:
    return keuze
