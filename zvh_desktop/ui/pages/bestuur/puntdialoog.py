"""Adds a point to the agenda of a meeting without casussen, or changes one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.keuzeveld import Getalveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel


class OverlegpuntDialoog(Invoerdialoog[BestuurpuntInvoer]):
    """Subject, minutes and an explanation that goes with the agenda."""

    def __init__(
        self,
        titel: str,
        knoptekst: str,
        begin: BestuurpuntInvoer,
        bewaar: Callable[[BestuurpuntInvoer], object],
        uitleg: str,
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(titel, knoptekst, bewaar, ouder, uitleg=uitleg)
        self.setObjectName("overlegpuntdialoog")
        self.onderwerp = Zinregel(begin.onderwerp, self)
        self.onderwerp.setMinimumWidth(tekstbreedte(self, 56))
        self.minuten = Getalveld(self)
        self.minuten.setRange(1, 480)
        self.minuten.setSuffix(" minuten")
        self.minuten.setValue(begin.minuten)
        self.toelichting = Tekstveld("Toelichting", self, regels=4)
        self.toelichting.laad(begin.toelichting)
        self.formulier.voeg_toe("onderwerp", "&Onderwerp", self.onderwerp)
        self.formulier.voeg_toe("minuten", "&Minuten", self.minuten)
        self.formulier.voeg_toe("toelichting", "Toe&lichting", self.toelichting, "Staat ook op de agenda.")

    def invoer(self) -> BestuurpuntInvoer:
        return BestuurpuntInvoer(self.onderwerp.text(), self.minuten.value(), self.toelichting.toPlainText())

    @classmethod
    def vraag(
        cls,
        titel: str,
        knoptekst: str,
        begin: BestuurpuntInvoer,
        bewaar: Callable[[BestuurpuntInvoer], object],
        uitleg: str,
        *,
        ouder: QWidget,
    ) -> object:
        """What ``bewaar`` gave back (True when nothing), or None when nothing was saved."""
        return cls(titel, knoptekst, begin, bewaar, uitleg, ouder).antwoord()
