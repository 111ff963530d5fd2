"""Records what another house said about a casus: it takes it, or does not and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


@dataclass(frozen=True, slots=True)
class UitkomstInvoer:
    """What is typed. ``reden`` None: the other house takes the casus."""

    op: date | None
    reden: str | None


class OpschalingUitkomstDialoog(Invoerdialoog[UitkomstInvoer]):
    """The day, and a reason when the casus is not taken."""

    def __init__(
        self,
        huis: str,
        uitleg: str,
        bewaar: Callable[[UitkomstInvoer], object],
        ouder: QWidget | None = None,
        *,
        aangenomen: bool,
        vandaag: date,
    ) -> None:
        wat = "Aangenomen" if aangenomen else "Niet aangenomen"
        super().__init__(f"{wat} door {huis}", "Leg &vast", bewaar, ouder, uitleg=uitleg)
        self.setObjectName("opschaling_uitkomstdialoog")
        self.op = Datumveld("Op", self)
        self.op.zet_datum(vandaag)
        self.reden = None if aangenomen else Tekstveld("Waarom niet", self, regels=3)
        if self.reden is not None:
            self.formulier.voeg_toe("reden", "Waa&rom niet", self.reden)
        self.formulier.voeg_toe("op", "&Op welke dag", self.op)

    def invoer(self) -> UitkomstInvoer:
        return UitkomstInvoer(self.op.datum(), self.reden.toPlainText() if self.reden is not None else None)

    @classmethod
    def vraag(
        cls,
        huis: str,
        uitleg: str,
        bewaar: Callable[[UitkomstInvoer], object],
        *,
        aangenomen: bool,
        ouder: QWidget,
        vandaag: date,
    ) -> object:
        """What ``bewaar`` gave back, or None when nothing was saved."""
        return cls(huis, uitleg, bewaar, ouder, aangenomen=aangenomen, vandaag=vandaag).antwoord()
