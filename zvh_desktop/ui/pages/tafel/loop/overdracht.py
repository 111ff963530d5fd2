"""Who leads the overleg, or takes the minutes, from now on; and when it really began and ended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtWidgets import QWidget

from zvh_desktop.services.tafel.loop.tafelloop_gegevens import TijdenWas
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.datumveld import Tijdveld


class OverdrachtDialoog(Invoerdialoog[str]):
    """One name."""

    def __init__(self, titel: str, nu: str, bewaar: Callable[[str], object], ouder: QWidget | None = None) -> None:
        super().__init__(
            titel, "&Draag over", bewaar, ouder, uitleg=f"Tot nu toe: {nu}." if nu else "Er is nog niemand ingevuld."
        )
        self.setObjectName("overdrachtdialoog")
        self.naam = Invoerregel(self)
        self.naam.setMinimumWidth(tekstbreedte(self, 44))
        self.formulier.voeg_toe("naam", "&Vanaf nu door", self.naam)

    def invoer(self) -> str:
        return self.naam.text()


class TijdenDialoog(Invoerdialoog[TijdenWas]):
    """Two times; the invitation keeps its own."""

    def __init__(
        self, begin: time, einde: time, bewaar: Callable[[TijdenWas], object], ouder: QWidget | None = None
    ) -> None:
        super().__init__(
            "Begin en einde",
            "&Bewaar",
            bewaar,
            ouder,
            uitleg="Zo laat begon en eindigde het overleg echt. Wat is verstuurd, blijft zoals het is.",
        )
        self.setObjectName("tijdendialoog")
        self.begin, self.einde = Tijdveld("Begonnen om", self), Tijdveld("Geëindigd om", self)
        self.begin.zet_tijd(begin)
        self.einde.zet_tijd(einde)
        self.formulier.voeg_toe("begin", "Be&gonnen om", self.begin)
        self.formulier.voeg_toe("einde", "Geë&indigd om", self.einde)

    def invoer(self) -> TijdenWas:
        return TijdenWas(self.begin.tijd(), self.einde.tijd())
