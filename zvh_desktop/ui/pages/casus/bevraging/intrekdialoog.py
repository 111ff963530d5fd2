"""Takes a question back that was sent on an earlier day: who hears it, and why if the partij may know."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

_HULP = "Mag leeg blijven. De partij leest dit. Noem geen namen van betrokkenen."


class TriageIntrekDialoog(Invoerdialoog[str]):
    """One field; what it does stands above it."""

    def __init__(
        self, partij: str, aan: Ontvanger, bewaar: Callable[[str], object], ouder: QWidget | None = None
    ) -> None:
        uitleg = (
            f"De vraag aan {partij} vervalt. Het bericht gaat naar wie de vraag kreeg: {aan.naam}, {aan.email}. Brief "
            "en concept staan daarna bij de vraag, zodat u ze kunt versturen."
        )
        super().__init__("Vraag intrekken", "Trek &in", bewaar, ouder, uitleg=uitleg)
        self.setObjectName("triage_intrekdialoog")
        self.reden = Tekstveld("Reden", self, regels=2)
        self.reden.setMinimumWidth(tekstbreedte(self, 56))
        self.formulier.voeg_toe("reden", "&Reden", self.reden, _HULP)

    def invoer(self) -> str:
        return self.reden.toPlainText()

    @classmethod
    def vraag(cls, partij: str, aan: Ontvanger, bewaar: Callable[[str], object], *, ouder: QWidget) -> bool:
        """Whether it was taken back."""
        return cls(partij, aan, bewaar, ouder).antwoord() is not None
