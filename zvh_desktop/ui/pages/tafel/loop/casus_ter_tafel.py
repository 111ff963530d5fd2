"""Adds a casus at the table that is not on the agenda."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.services.tafel.agenda_gegevens import (
    MINUTEN_MAX,
    MINUTEN_PER_CASUS,
    BesluitKeuze,
    CasusKeuze,
    PuntInvoer,
)
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.keuzeveld import Getalveld, Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


@dataclass(frozen=True, slots=True)
class CasusTerTafel:
    """Which casus, and what is set for it."""

    casus_id: CasusId
    invoer: PuntInvoer


class CasusTerTafelDialoog(Invoerdialoog[CasusTerTafel]):
    """A casus that may not be shared yet is not among the choices; the others are all there."""

    def __init__(
        self,
        keuzes: Sequence[CasusKeuze],
        besluiten: Sequence[BesluitKeuze],
        bewaar: Callable[[CasusTerTafel], object],
        triage: str,
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Casus toevoegen",
            "&Voeg toe",
            bewaar,
            ouder,
            uitleg="De agenda die is verstuurd, blijft zoals die is. Het verslag zegt dat deze casus erbij kwam.",
        )
        self.setObjectName("casus_ter_tafel_dialoog")
        self.casus = Keuzeveld(self)
        self.casus.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.casus.setMinimumContentsLength(40)
        for keuze in keuzes:
            if keuze.mag:
                self.casus.addItem(
                    " - ".join(deel for deel in (keuze.nummer, keuze.betrokkene, keuze.aanpak) if deel), keuze.casus_id
                )
        self.doel = Tekstveld("Doel", self, regels=2)
        self.doel.setMinimumWidth(tekstbreedte(self, 60))
        self.besluit = Keuzeveld(self)
        for besluit in besluiten:
            self.besluit.addItem(besluit.naam, besluit.sleutel)
        self.themas = Tekstveld("Thema's", self, regels=2)
        self.minuten = Getalveld(self)
        self.minuten.setRange(1, MINUTEN_MAX)
        self.minuten.setValue(MINUTEN_PER_CASUS)
        self.minuten.setSuffix(" minuten")
        uit_triage = f"Leeg: zoals in {triage}."
        self.formulier.voeg_toe("casus", "&Casus", self.casus)
        self.formulier.voeg_toe("doel", "&Doel", self.doel, uit_triage)
        self.formulier.voeg_toe("besluit_type", "T&ype besluit", self.besluit)
        self.formulier.voeg_toe("themas", "T&hema's", self.themas, uit_triage)
        self.formulier.voeg_toe("minuten", "&Minuten", self.minuten)

    def invoer(self) -> CasusTerTafel:
        casus = self.casus.currentData()
        if casus is None:
            raise InvoerOngeldig("casus", "Er is geen andere casus die er nu bij kan.")
        return CasusTerTafel(
            CasusId(casus),
            PuntInvoer(
                minuten=self.minuten.value(),
                doel=self.doel.toPlainText(),
                besluit_type=str(self.besluit.currentData() or ""),
                themas=self.themas.toPlainText(),
            ),
        )
