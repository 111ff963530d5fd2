"""Asks which kind of partij and which day of leaving is right, and why the register was not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzes import PartijId, PartijSoort
from zvh_desktop.services.partijen.partijen import PartijRegel
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.teksten.dossier import partijsoort_tekst
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

_BREED = 60


@dataclass(frozen=True, slots=True)
class Uittredingcorrectie:
    """Which partij, until when it took part (None: it still does), the reason, and its kind (None: as it was)."""

    partij_id: PartijId
    op: date | None
    reden: str
    soort: PartijSoort | None = None


class UittredingcorrectieDialoog(Invoerdialoog[Uittredingcorrectie]):
    """What stands in the register now is filled in."""

    def __init__(
        self,
        partijen: Sequence[PartijRegel],
        bewaar: Callable[[Uittredingcorrectie], object],
        ouder: QWidget | None = None,
        convenantpartij: str = "convenantpartij",
    ) -> None:
        super().__init__(
            "Correctie in het register",
            "&Onderteken",
            bewaar,
            ouder,
            uitleg="Alleen als het register niet klopt. Treedt een partij toe of zegt zij op, kies dan die procedure.",
        )
        self.setObjectName("correctiedialoog")
        self._partijen = {een.id: een for een in partijen}
        self.partij = Keuzeveld(self)
        for een in partijen:
            self.partij.addItem(een.naam, een.id)
        self.soort = Keuzeveld(self)
        for soort in PartijSoort:
            self.soort.addItem(partijsoort_tekst(soort, convenantpartij), soort)
        self.op = Datumveld("Uitgetreden op", self, mag_leeg=True)
        self.reden = Tekstveld("Reden van de correctie", self, regels=3)
        self.reden.setMinimumWidth(tekstbreedte(self, _BREED))
        self.formulier.voeg_toe("partij_id", "&Partij", self.partij)
        self.formulier.voeg_toe("soort", "&Soort", self.soort)
        self.formulier.voeg_toe("uitgetreden_op", "&Uitgetreden op", self.op, "Leeg: de partij doet nog mee.")
        self.formulier.voeg_toe("reden", "&Reden van de correctie", self.reden)
        self._verbind()
        self._on_partij()

    def _verbind(self) -> None:
        self.partij.currentIndexChanged.connect(self._on_partij)

    def invoer(self) -> Uittredingcorrectie:
        return Uittredingcorrectie(
            PartijId(self.partij.currentData()),
            self.op.datum(),
            self.reden.toPlainText(),
            PartijSoort(self.soort.currentData()),
        )

    def _on_partij(self, _nummer: int = 0) -> None:
        gekozen = self._partijen.get(self.partij.currentData())
        self.op.zet_datum(gekozen.uitgetreden_op if gekozen is not None else None)
        if gekozen is not None:
            self.soort.setCurrentIndex(self.soort.findData(gekozen.soort))
