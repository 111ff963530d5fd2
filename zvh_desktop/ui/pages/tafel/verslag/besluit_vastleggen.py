"""Everything of one besluit: what, under which condition, who informs the betrokkene, belegd bij whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.services.tafel.agenda_gegevens import BesluitKeuze
from zvh_desktop.services.tafel.verslag_gegevens import AanwezigeRegel, BesluitInvoer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel


def partijkeuze(partijen: Sequence[AanwezigeRegel], gekozen: PartijId | None, leeg: str, ouder: QWidget) -> Keuzeveld:
    """A choice among the partijen with a seat at this point; nobody else can be chosen."""
    keuze = Keuzeveld(ouder)
    keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    keuze.setMinimumContentsLength(12)
    if leeg:
        keuze.addItem(leeg, None)
    for partij in partijen:
        keuze.addItem(partij.partij, partij.partij_id)
    keuze.setCurrentIndex(max(0, keuze.findData(gekozen)) if gekozen is not None else 0)
    return keuze


class BesluitDialoog(Invoerdialoog[BesluitInvoer]):
    """The kinds of besluit come from the house."""

    def __init__(
        self,
        besluiten: Sequence[BesluitKeuze],
        partijen: Sequence[AanwezigeRegel],
        nu: BesluitInvoer,
        bewaar: Callable[[BesluitInvoer], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__("Besluit", "&Bewaar", bewaar, ouder)
        self.setObjectName("besluitdialoog")
        self.soort = Keuzeveld(self)
        for keuze in besluiten:
            self.soort.addItem(keuze.naam, keuze.sleutel)
        self.soort.setCurrentIndex(max(0, self.soort.findData(nu.soort)))
        self.soort.setMinimumWidth(tekstbreedte(self, 60))
        self.omschrijving = Tekstveld("Omschrijving", self, regels=3)
        self.omschrijving.laad(nu.omschrijving)
        self.conditie = Zinregel(nu.conditie, self)
        self.informering = Zinregel(nu.informering, self)
        self.belegd = partijkeuze(partijen, nu.belegd_bij, "Niet belegd bij een partij", self)
        self.formulier.voeg_toe("soort", "B&esluit", self.soort)
        self.formulier.voeg_toe("omschrijving", "&Omschrijving", self.omschrijving)
        self.formulier.voeg_toe("conditie", "&Voorwaarde", self.conditie)
        self.formulier.voeg_toe(
            "informering", "&Informeren van de betrokkene", self.informering, "Wie doet dat, of waarom niet."
        )
        self.formulier.voeg_toe("belegd_bij", "Belegd bi&j", self.belegd)

    def invoer(self) -> BesluitInvoer:
        partij = self.belegd.currentData()
        return BesluitInvoer(
            soort=str(self.soort.currentData() or ""),
            omschrijving=self.omschrijving.toPlainText(),
            conditie=self.conditie.text(),
            informering=self.informering.text(),
            belegd_bij=PartijId(partij) if partij is not None else None,
        )

    @classmethod
    def vraag(
        cls,
        besluiten: Sequence[BesluitKeuze],
        partijen: Sequence[AanwezigeRegel],
        nu: BesluitInvoer,
        bewaar: Callable[[BesluitInvoer], object],
        *,
        ouder: QWidget,
    ) -> bool:
        """Whether it was saved."""
        return cls(besluiten, partijen, nu, bewaar, ouder).antwoord() is not None
