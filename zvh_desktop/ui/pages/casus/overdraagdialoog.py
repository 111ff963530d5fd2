"""Hands a casus over to another procesregisseur of this house: to whom, from which day and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.services.casus.regisseurs import OverdrachtInvoer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


class OverdraagDialoog(Invoerdialoog[OverdrachtInvoer]):
    """Without a colleague in that role there is nobody to choose, and the dialog says so."""

    def __init__(
        self,
        nummer: str,
        term: str,
        namen: Sequence[str],
        vandaag: date,
        bewaar: Callable[[OverdrachtInvoer], object],
        ouder: QWidget | None = None,
    ) -> None:
        uitleg = (
            "De casus staat daarna op Vandaag van uw collega, en de acties zonder eigenaar ook."
            if namen
            else f"In dit huis is er geen andere {term}. Een beheerder kan een account toevoegen."
        )
        super().__init__(f"Casus {nummer} overdragen", "&Draag over", bewaar, ouder, uitleg=uitleg)
        self.setObjectName("overdraagdialoog")
        self.naar = Keuzeveld(self)
        self.naar.setMinimumWidth(tekstbreedte(self, 46))
        for naam in namen:
            self.naar.addItem(naam, naam)
        self.op = Datumveld("Overgedragen op", self)
        self.op.zet_datum(vandaag)
        self.reden = Tekstveld("Reden", self, regels=3)
        self.formulier.voeg_toe("naar", "&Aan wie", self.naar)
        self.formulier.voeg_toe("op", "&Overgedragen op", self.op)
        self.formulier.voeg_toe("reden", "&Reden", self.reden)
        self.bewaar_knop.setEnabled(bool(namen))

    def invoer(self) -> OverdrachtInvoer:
        dag = self.op.datum()
        if dag is None:
            raise InvoerOngeldig("op", "Vul in op welke dag dat was.")
        return OverdrachtInvoer(str(self.naar.currentData() or ""), dag, self.reden.toPlainText())

    @classmethod
    def vraag(
        cls,
        nummer: str,
        term: str,
        namen: Sequence[str],
        vandaag: date,
        bewaar: Callable[[OverdrachtInvoer], object],
        *,
        ouder: QWidget,
    ) -> bool:
        """Whether the casus was handed over."""
        return cls(nummer, term, namen, vandaag, bewaar, ouder).antwoord() is not None
