"""Asks until when a file is kept longer, and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.services.vernietigen.gegevens import VerlengingInvoer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


class VerlengDialoog(Invoerdialoog[VerlengingInvoer]):
    """A day and a reason; both are signed."""

    def __init__(
        self, nummer: str, begin: date, bewaar: Callable[[VerlengingInvoer], object], ouder: QWidget | None = None
    ) -> None:
        super().__init__(
            f"Dossier {nummer} langer bewaren",
            "&Bewaar langer",
            bewaar,
            ouder,
            uitleg="U ondertekent de dag en de reden. Vóór die dag wordt het dossier niet geschoond of vernietigd.",
        )
        self.setObjectName("verlengdialoog")
        self.tot = Datumveld("Bewaren tot", self)
        self.tot.zet_datum(begin)
        self.reden = Tekstveld("Waarom het langer nodig is", self, regels=4)
        self.reden.setMinimumWidth(tekstbreedte(self, 50))
        self.formulier.voeg_toe("tot", "Bewa&ren tot", self.tot)
        self.formulier.voeg_toe("reden", "&Waarom het langer nodig is", self.reden)

    def invoer(self) -> VerlengingInvoer:
        tot = self.tot.datum()
        if tot is None:
            raise InvoerOngeldig("tot", "Kies een dag.")
        return VerlengingInvoer(tot, self.reden.toPlainText())

    @classmethod
    def vraag(cls, nummer: str, begin: date, bewaar: Callable[[VerlengingInvoer], object], *, ouder: QWidget) -> bool:
        """Whether it is kept longer."""
        return cls(nummer, begin, bewaar, ouder).antwoord() is not None
