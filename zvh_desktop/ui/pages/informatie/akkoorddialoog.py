"""Records that the supplier agrees with prior reading: who said so, how and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from zvh_desktop.services.informatie.vrijgaven import InzageAkkoordInvoer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

WIJZEN = ("per e-mail", "per brief", "telefonisch, daarna bevestigd", "mondeling aan tafel")


class AkkoordDialoog(Invoerdialoog[InzageAkkoordInvoer]):
    """Three fields; the day is today until another is chosen."""

    def __init__(
        self,
        verstrekker: str,
        uitleg: str,
        bewaar: Callable[[InzageAkkoordInvoer], object],
        ouder: QWidget | None = None,
        *,
        vandaag: date,
    ) -> None:
        super().__init__(f"Akkoord van {verstrekker}", "Leg &vast", bewaar, ouder, uitleg=uitleg)
        self.setObjectName("akkoorddialoog")
        self.gegeven_door = Invoerregel(self)
        self.gegeven_door.setMinimumWidth(tekstbreedte(self, 50))
        self.wijze = Keuzeveld(self)
        self.wijze.setEditable(True)
        self.wijze.addItems(list(WIJZEN))
        self.op = Datumveld("Gegeven op", self)
        self.op.zet_datum(vandaag)
        self.formulier.voeg_toe("gegeven_door", "&Wie gaf het akkoord", self.gegeven_door)
        self.formulier.voeg_toe("wijze", "&Hoe", self.wijze)
        self.formulier.voeg_toe("op", "&Gegeven op", self.op)
        self.naast("wijze", "op")

    def invoer(self) -> InzageAkkoordInvoer:
        return InzageAkkoordInvoer(self.gegeven_door.text(), self.wijze.currentText(), self.op.datum())

    @classmethod
    def vraag(
        cls,
        verstrekker: str,
        uitleg: str,
        bewaar: Callable[[InzageAkkoordInvoer], object],
        *,
        ouder: QWidget,
        vandaag: date,
    ) -> object:
        """What ``bewaar`` gave back, or None when nothing was saved."""
        return cls(verstrekker, uitleg, bewaar, ouder, vandaag=vandaag).antwoord()
