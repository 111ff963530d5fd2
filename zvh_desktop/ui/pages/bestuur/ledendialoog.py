"""Chooses who is a member of a meeting without casussen: the composition of the house, and the partijen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzes import LidId, PartijId
from zvh_desktop.services.bestuur.gegevens import LidKeuze
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.vinklijst import Vinklijst

_HULP = "Spatie zet een vinkje aan of uit. Een functie die hier niet staat, voegt u toe met Lid toevoegen."


@dataclass(frozen=True)
class Ledenkeuze:
    """Which seats stay, which of the composition come, and which partijen get one."""

    blijven: tuple[LidId, ...]
    zetels: tuple[int, ...]
    partijen: tuple[PartijId, ...]


class LedenDialoog(Invoerdialoog[Ledenkeuze]):
    """A tick per seat there is, per one that can be, and per partij of the register without one."""

    def __init__(
        self, keuzes: Sequence[LidKeuze], bewaar: Callable[[Ledenkeuze], object], ouder: QWidget | None = None
    ) -> None:
        super().__init__("Leden van dit overleg", "&Bewaar", bewaar, ouder)
        self.setObjectName("ledendialoog")
        self._keuzes = tuple(keuzes)
        self.lijst = Vinklijst("Leden", self)
        self.lijst.setMinimumSize(tekstbreedte(self, 72), tekstbreedte(self, 40))
        regels = [(nummer, _regel(keuze)) for nummer, keuze in enumerate(keuzes)]
        self.lijst.zet(regels, [nummer for nummer, keuze in enumerate(keuzes) if keuze.lid])
        self.formulier.voeg_toe("leden", "&Leden", self.lijst, _HULP)

    def invoer(self) -> Ledenkeuze:
        gekozen = [self._keuzes[nummer] for nummer in self.lijst.gekozen()]
        return Ledenkeuze(
            blijven=tuple(keuze.lid_id for keuze in gekozen if keuze.lid_id is not None),
            zetels=tuple(keuze.zetel for keuze in gekozen if keuze.zetel is not None),
            partijen=tuple(keuze.partij_id for keuze in gekozen if keuze.partij_id is not None),
        )

    @classmethod
    def vraag(cls, keuzes: Sequence[LidKeuze], bewaar: Callable[[Ledenkeuze], object], *, ouder: QWidget) -> object:
        """True when saved, None when not."""
        return cls(keuzes, bewaar, ouder).antwoord()


def _regel(keuze: LidKeuze) -> str:
    return f"{keuze.naam} - {keuze.uitleg}" if keuze.uitleg else keuze.naam
