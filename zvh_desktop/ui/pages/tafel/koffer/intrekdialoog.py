"""Withdrawing a koffer that is lost: why, and what that means."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

_UITLEG = (
    "Het overleg is daarna weer hier te wijzigen. De koffer blijft versleuteld, en opent tot de afgesproken dag "
    "voor wie hem heeft en het wachtwoord weet. Komt hij terecht, dan levert u hem alsnog in: wat erin staat komt "
    "als voorstel naast wat er dan is."
)


class IntrekDialoog(Invoerdialoog[str]):
    """One field."""

    def __init__(self, bewaar: Callable[[str], object], ouder: QWidget | None = None) -> None:
        super().__init__("Koffer intrekken", "Trek &in", bewaar, ouder, uitleg=_UITLEG)
        self.setObjectName("kofferintrekdialoog")
        self.reden = Tekstveld("Wat is er met de koffer?", self, regels=3)
        self.reden.setObjectName("koffer_reden")
        self.reden.setMinimumWidth(tekstbreedte(self, 60))
        self.formulier.voeg_toe(
            "reden", "&Wat is er met de koffer?", self.reden, "Noem geen betrokkenen: dit blijft bewaard."
        )

    def invoer(self) -> str:
        return self.reden.toPlainText()
