"""Puts a proposal before a meeting without casussen, or changes one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.bestuurskeuzes import BesluitOver
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.services.bestuur.gegevens import LidRegel, VoorstelInvoer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.teksten.bestuur import OVER_TEKST
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld
from zvh_desktop.ui.widgets.velden.vinklijst import Vinklijst
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel


class VoorstelDialoog(Invoerdialoog[VoorstelInvoer]):
    """What is proposed, why, and which members it would affect seriously."""

    def __init__(
        self,
        titel: str,
        knoptekst: str,
        begin: VoorstelInvoer,
        leden: Sequence[LidRegel],
        bewaar: Callable[[VoorstelInvoer], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(titel, knoptekst, bewaar, ouder)
        self.setObjectName("voorsteldialoog")
        self.voorstel = Zinregel(begin.voorstel, self)
        self.voorstel.setMinimumWidth(tekstbreedte(self, 60))
        self.toelichting = Tekstveld("Toelichting", self, regels=4)
        self.toelichting.laad(begin.toelichting)
        self.raakt = Vinklijst("Wie dit ernstig raakt", self)
        partijen = {int(lid.partij_id): lid.partij for lid in leden if lid.partij_id is not None}
        self.raakt.zet(list(partijen.items()), [int(een) for een in begin.raakt])
        self.over = Keuzeveld(self)
        for over, woorden in OVER_TEKST.items():
            self.over.addItem(woorden, over)
        self.over.setCurrentIndex(self.over.findData(begin.over))
        self.formulier.voeg_toe("voorstel", "V&oorstel", self.voorstel)
        self.formulier.voeg_toe("toelichting", "Toe&lichting", self.toelichting)
        self.formulier.voeg_toe(
            "over", "&Gaat over", self.over, "Over een nieuwe partij beslist soms een ander overleg."
        )
        self.formulier.voeg_toe("raakt", "Wie dit &ernstig raakt", self.raakt, "Wie hier staat, moet zijn gehoord.")

    def invoer(self) -> VoorstelInvoer:
        return VoorstelInvoer(
            self.voorstel.text(),
            self.toelichting.toPlainText(),
            tuple(PartijId(sleutel) for sleutel in self.raakt.gekozen()),
            BesluitOver(self.over.currentData()),
        )

    @classmethod
    def vraag(
        cls,
        titel: str,
        knoptekst: str,
        begin: VoorstelInvoer,
        leden: Sequence[LidRegel],
        bewaar: Callable[[VoorstelInvoer], object],
        *,
        ouder: QWidget,
    ) -> object:
        """What ``bewaar`` gave back (True when nothing), or None when nothing was saved."""
        return cls(titel, knoptekst, begin, leden, bewaar, ouder).antwoord()
