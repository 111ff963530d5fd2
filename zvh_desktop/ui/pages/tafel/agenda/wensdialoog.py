"""Ask something of the order: what, of which casus or partij, and when. Only the fields that it takes are there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import time
from typing import Final

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzen.ordekeuzes import WensSoort
from zvh_desktop.models.keuzes import AgendapuntId, PartijId
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.tafel.volgorde.wens_gegevens import GEWICHTEN, WensInvoer
from zvh_desktop.services.tafel.volgorde.wensen import Wenskeuze
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.datumveld import Tijdveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

WENS_TEKST: Final[Mapping[WensSoort, str]] = {
    WensSoort.EERST: "Een casus als eerste",
    WensSoort.LAATST: "Een casus als laatste",
    WensSoort.VOOR: "Een casus vóór een andere casus",
    WensSoort.OM: "Een casus of onderwerp op een vaste tijd",
    WensSoort.VANAF: "Een partij kan pas vanaf een tijd",
    WensSoort.TOT: "Een partij kan alleen tot een tijd",
    WensSoort.TELT: "Wachten van een partij telt zwaarder",
}
"""How each wish is offered."""

_VELDEN: Final[Mapping[WensSoort, tuple[str, ...]]] = {
    WensSoort.EERST: ("punt_id",),
    WensSoort.LAATST: ("punt_id",),
    WensSoort.VOOR: ("punt_id", "voor_id"),
    WensSoort.OM: ("punt_id", "tijd"),
    WensSoort.VANAF: ("partij_id", "tijd"),
    WensSoort.TOT: ("partij_id", "tijd"),
    WensSoort.TELT: ("partij_id", "gewicht"),
}


class WensDialoog(Invoerdialoog[WensInvoer]):
    """The first choice decides which other fields are asked."""

    def __init__(
        self,
        casussen: Sequence[Wenskeuze],
        partijen: Sequence[Wenskeuze],
        begin: time,
        onderwerpen: Sequence[Wenskeuze],
        bewaar: Callable[[WensInvoer], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__("Wens voor de volgorde", "&Voeg toe", bewaar, ouder)
        self.setObjectName("wensdialoog")
        self.soort = Keuzeveld(self)
        self.soort.setMinimumWidth(tekstbreedte(self, 44))
        for soort, tekst in WENS_TEKST.items():
            self.soort.addItem(tekst, soort.value)
        self._casussen, self._onderwerpen = tuple(casussen), tuple(onderwerpen)
        self.casus, self.ander = _keuzelijst(casussen, self), _keuzelijst(casussen, self)
        self.ander.setCurrentIndex(min(1, self.ander.count() - 1))
        self.partij = _keuzelijst(partijen, self)
        self.tijd = Tijdveld("Tijd", self)
        self.tijd.zet_tijd(begin)
        self.gewicht = Keuzeveld(self)
        for gewicht, woord in GEWICHTEN.items():
            self.gewicht.addItem(hoofdletter(woord), gewicht)
        self.formulier.voeg_toe("soort", "Wat &wilt u", self.soort)
        self.formulier.voeg_toe("punt_id", "We&lk punt", self.casus)
        self.formulier.voeg_toe("voor_id", "Komt vóór c&asus", self.ander)
        self.formulier.voeg_toe("partij_id", "&Partij", self.partij)
        self.formulier.voeg_toe("tijd", "Ti&jd", self.tijd)
        self.formulier.voeg_toe("gewicht", "Wach&ten telt", self.gewicht)
        self.soort.currentIndexChanged.connect(self._on_soort_gekozen)
        self._on_soort_gekozen()

    def _gekozen(self) -> WensSoort:
        return WensSoort(self.soort.currentData())

    def _on_soort_gekozen(self) -> None:
        velden = _VELDEN[self._gekozen()]
        ook = self._onderwerpen if self._gekozen() is WensSoort.OM else ()
        if self.casus.count() != len(self._casussen) + len(ook):
            was = self.casus.currentData()
            self.casus.clear()
            for keuze in (*self._casussen, *ook):
                self.casus.addItem(keuze.naam, keuze.id)
            self.casus.setCurrentIndex(max(0, self.casus.findData(was)))
        for sleutel in ("punt_id", "voor_id", "partij_id", "tijd", "gewicht"):
            self.formulier.regel(sleutel).setVisible(sleutel in velden)

    def invoer(self) -> WensInvoer:
        soort = self._gekozen()
        velden = _VELDEN[soort]
        casus, ander, partij = (keuze.currentData() for keuze in (self.casus, self.ander, self.partij))
        return WensInvoer(
            soort,
            AgendapuntId(casus) if "punt_id" in velden and casus is not None else None,
            AgendapuntId(ander) if "voor_id" in velden and ander is not None else None,
            PartijId(partij) if "partij_id" in velden and partij is not None else None,
            self.tijd.tijd() if "tijd" in velden else None,
            int(self.gewicht.currentData()) if "gewicht" in velden else None,
        )


def _keuzelijst(keuzes: Sequence[Wenskeuze], ouder: QWidget) -> Keuzeveld:
    lijst = Keuzeveld(ouder)
    for keuze in keuzes:
        lijst.addItem(keuze.naam, keuze.id)
    return lijst
