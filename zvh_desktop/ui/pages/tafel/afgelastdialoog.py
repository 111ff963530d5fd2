"""Calling a tafel off: the reason, what will happen, and who hears it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from zvh_desktop.services.uitnodigen.afgelasten import AfgelastBeeld
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

_HULP = "Iedereen die is uitgenodigd leest dit. Noem geen personen, partijen of casussen."


class AfgelastDialoog(Invoerdialoog[str]):
    """One field; below it what the act does, before it is done."""

    def __init__(self, beeld: AfgelastBeeld, bewaar: Callable[[str], object], ouder: QWidget | None = None) -> None:
        super().__init__("Overleg afgelasten", "Gelast &af", bewaar, ouder)
        self.setObjectName("afgelastdialoog")
        self.reden = Tekstveld("Reden", self, regels=3)
        self.reden.setObjectName("afgelast_reden")
        self.reden.setMinimumWidth(tekstbreedte(self, 60))
        self.formulier.voeg_toe("reden", "&Reden", self.reden, _HULP)
        self.gevolgen = StilleTekst("\n".join(gevolgen(beeld)), self)
        self.gevolgen.setObjectName("afgelast_gevolgen")
        self.formulier.voeg_los_toe(self.gevolgen)

    def invoer(self) -> str:
        return self.reden.toPlainText()

    @classmethod
    def vraag(cls, beeld: AfgelastBeeld, bewaar: Callable[[str], object], *, ouder: QWidget) -> bool:
        """Whether it was called off."""
        return cls(beeld, bewaar, ouder).antwoord() is not None


def gevolgen(beeld: AfgelastBeeld) -> tuple[str, ...]:
    """What will happen, in sentences."""
    aantal = len(beeld.partijen)
    if not aantal:
        wie = ["Er is nog geen uitnodiging verstuurd, dus niemand hoeft bericht te krijgen."]
    else:
        wie = [
            f"{'1 partij krijgt' if aantal == 1 else f'{aantal} partijen krijgen'} bericht, met een afzegging voor de "
            "eigen agenda. U verstuurt die bij stap 2:",
            *(f"–  {een.partij}" + (f", aan {een.ontvanger}" if een.ontvanger else "") for een in beeld.partijen),
        ]
    casussen = len(beeld.te_plannen)
    terug = (
        [f"{'1 casus moet' if casussen == 1 else f'{casussen} casussen moeten'} opnieuw worden gepland. Dat kan daarna "
         "in een keer."]
        if casussen
        else []
    )  # fmt: skip
    return (
        *wie,
        *terug,
        "Het overleg blijft te lezen. Er verandert niets meer aan. Ongedaan maken kan zolang er nog geen bericht is "
        "verstuurd.",
    )
