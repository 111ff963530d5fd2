"""Records what was decided elsewhere after a deadlock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


class EldersDialoog(Invoerdialoog[str]):
    """One text; who decides stands above it, from the profile."""

    def __init__(self, begin: str, uitleg: str, bewaar: Callable[[str], object], ouder: QWidget | None = None) -> None:
        super().__init__("Elders besloten", "&Bewaar", bewaar, ouder, uitleg=uitleg)
        self.setObjectName("eldersdialoog")
        self.tekst = Tekstveld("Wat er is besloten", self, regels=4)
        self.tekst.setMinimumWidth(tekstbreedte(self, 56))
        self.tekst.laad(begin)
        self.formulier.voeg_toe("elders", "&Wat er is besloten", self.tekst)

    def invoer(self) -> str:
        return self.tekst.toPlainText()

    @classmethod
    def vraag(cls, begin: str, uitleg: str, bewaar: Callable[[str], object], *, ouder: QWidget) -> object:
        """True when saved, None when not."""
        return cls(begin, uitleg, bewaar, ouder).antwoord()
