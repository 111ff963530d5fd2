"""What is asked beforehand of the chosen members; it goes along with their uitnodiging."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


class InbrengDialoog(Invoerdialoog[str]):
    """One text for all of them; empty takes the question away."""

    def __init__(self, wie: str, begin: str, bewaar: Callable[[str], object], ouder: QWidget | None = None) -> None:
        super().__init__("Inbreng vragen", "&Bewaar", bewaar, ouder, uitleg=f"Voor: {wie}.")
        self.setObjectName("inbrengdialoog")
        self.vraagtekst = Tekstveld("Wat u vooraf vraagt", self, regels=5)
        self.vraagtekst.setMinimumWidth(tekstbreedte(self, 60))
        self.vraagtekst.laad(begin)
        self.formulier.voeg_toe(
            "gevraagde_inbreng", "&Wat u vooraf vraagt", self.vraagtekst, "Staat in de brief. Noem geen casussen."
        )

    def invoer(self) -> str:
        return self.vraagtekst.toPlainText()

    @classmethod
    def vraag(cls, wie: str, begin: str, bewaar: Callable[[str], object], *, ouder: QWidget) -> object:
        """True when saved, None when not."""
        return cls(wie, begin, bewaar, ouder).antwoord()
