"""Chooses which partijen are members of a meeting without casussen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.services.bestuur.gegevens import LidKeuze
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.vinklijst import Vinklijst


class LedenDialoog(Invoerdialoog[tuple[PartijId, ...]]):
    """A tick per partij of the register."""

    def __init__(
        self,
        keuzes: Sequence[LidKeuze],
        bewaar: Callable[[tuple[PartijId, ...]], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__("Leden van dit overleg", "&Bewaar", bewaar, ouder)
        self.setObjectName("ledendialoog")
        self.lijst = Vinklijst("Leden", self)
        self.lijst.setMinimumSize(tekstbreedte(self, 56), tekstbreedte(self, 40))
        self.lijst.zet([(int(k.partij_id), k.naam) for k in keuzes], [int(k.partij_id) for k in keuzes if k.lid])
        self.formulier.voeg_toe("leden", "&Leden", self.lijst, "Met de spatiebalk zet u een vinkje aan of uit.")

    def invoer(self) -> tuple[PartijId, ...]:
        return tuple(PartijId(sleutel) for sleutel in self.lijst.gekozen())

    @classmethod
    def vraag(
        cls, keuzes: Sequence[LidKeuze], bewaar: Callable[[tuple[PartijId, ...]], object], *, ouder: QWidget
    ) -> object:
        """True when saved, None when not."""
        return cls(keuzes, bewaar, ouder).antwoord()
