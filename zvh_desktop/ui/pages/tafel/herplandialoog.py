"""Where the casussen of a tafel that was called off go: to an agenda that is still in concept, or to a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import AgendapuntId, OverlegId
from zvh_desktop.services.uitnodigen.herplanbaar import AfgelasteCasus
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

_NIEUW = "Een nieuw overleg plannen…"
_UITLEG = (
    "Elke partij wordt opnieuw getoetst, voor de nieuwe datum. Wie dan niet rechtmatig aanwezig mag zijn, gaat niet "
    "mee. Dat ziet u daarna."
)


@dataclass(frozen=True)
class HerplanKeuze:
    """Which points, and to which overleg; None is a new one."""

    punten: tuple[AgendapuntId, ...]
    doel: OverlegId | None


class HerplanDialoog(Invoerdialoog[HerplanKeuze]):
    """All casussen are ticked at first."""

    def __init__(
        self,
        casussen: Sequence[AfgelasteCasus],
        overleggen: Sequence[tuple[OverlegId, str]],
        bewaar: Callable[[HerplanKeuze], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__("Casussen opnieuw plannen", "Zet op de &agenda", bewaar, ouder, uitleg=_UITLEG)
        self.setObjectName("herplandialoog")
        self.doel = Keuzeveld(self)
        self.doel.setObjectName("herplan_doel")
        self.doel.setAccessibleName("Naar welk overleg")
        self.doel.setMinimumWidth(tekstbreedte(self, 50))
        for overleg_id, naam in overleggen:
            self.doel.addItem(naam, int(overleg_id))
        self.doel.addItem(_NIEUW, None)
        self.lijst = QListWidget(self)
        self.lijst.setObjectName("herplan_casussen")
        self.lijst.setAccessibleName("Casussen")
        for casus in casussen:
            regel = QListWidgetItem(f"{casus.nummer}: {casus.waar}", self.lijst)
            regel.setData(Qt.ItemDataRole.UserRole, int(casus.punt_id))
            regel.setCheckState(Qt.CheckState.Checked if casus.te_plannen else Qt.CheckState.Unchecked)
        self.lijst.setCurrentRow(0)
        self.formulier.voeg_toe("doel", "&Naar welk overleg", self.doel)
        self.formulier.voeg_toe("casussen", "&Casussen", self.lijst, "Spatie zet een casus aan of uit.")

    def invoer(self) -> HerplanKeuze:
        regels = [self.lijst.item(rij) for rij in range(self.lijst.count())]
        punten = tuple(
            AgendapuntId(regel.data(Qt.ItemDataRole.UserRole))
            for regel in regels
            if regel.checkState() is Qt.CheckState.Checked
        )
        if not punten:
            raise InvoerOngeldig("casussen", "Kies ten minste één casus.")
        gekozen = self.doel.currentData()
        return HerplanKeuze(punten, OverlegId(gekozen) if isinstance(gekozen, int) else None)
