"""Whom a datalek concerns: casussen first; persons and partijen are proposed from what was sent about those."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzes import BetrokkeneId, CasusId, PartijId
from zvh_desktop.services.datalek.gegevens import Geraakt, Kandidaat, Voorstel
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.vinklijst import Vinklijst


class GeraaktDialoog(Invoerdialoog[Geraakt]):
    """Three lists to tick. Ticking a casus ticks its persons and whoever was sent something about it."""

    def __init__(
        self,
        casussen: Sequence[Kandidaat],
        geraakt: Geraakt,
        voorstel: Callable[[tuple[CasusId, ...]], Voorstel],
        bewaar: Callable[[Geraakt], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Wie het datalek raakt",
            "&Bewaar",
            bewaar,
            ouder,
            uitleg="Vink casussen aan. Wie daarover echt iets kreeg, wordt dan voorgesteld; u kunt dat aanpassen.",
        )
        self.setObjectName("datalekgeraaktdialoog")
        self._voorstel = voorstel
        self.casussen = Vinklijst("Casussen", self)
        self.betrokkenen = Vinklijst("Betrokkenen", self)
        self.partijen = Vinklijst("Partijen", self)
        for lijst in (self.casussen, self.betrokkenen, self.partijen):
            lijst.setMinimumWidth(tekstbreedte(self, 60))
            lijst.setMaximumHeight(self.fontMetrics().height() * 7)
        self.formulier.voeg_toe("casussen", "&Casussen", self.casussen)
        self.formulier.voeg_toe("betrokkenen", "B&etrokkenen", self.betrokkenen)
        self.formulier.voeg_toe("partijen", "&Partijen", self.partijen)
        self.casussen.zet([(een.sleutel, een.tekst) for een in casussen], geraakt.casussen)
        self._laatste = voorstel(self._gekozen())
        self._toon(geraakt.betrokkenen, geraakt.partijen)
        self.casussen.itemChanged.connect(self._on_casus_gevinkt)

    def _gekozen(self) -> tuple[CasusId, ...]:
        return tuple(CasusId(sleutel) for sleutel in self.casussen.gekozen())

    def _toon(self, betrokkenen: Sequence[int], partijen: Sequence[int]) -> None:
        self.betrokkenen.zet([(een.sleutel, een.tekst) for een in self._laatste.betrokkenen], betrokkenen)
        self.partijen.zet([(een.sleutel, een.tekst) for een in self._laatste.partijen], partijen)

    def _on_casus_gevinkt(self) -> None:
        eerder = self._laatste
        self._laatste = self._voorstel(self._gekozen())
        bekend = {een.sleutel for een in eerder.betrokkenen}
        nieuw = [een.sleutel for een in self._laatste.betrokkenen if een.sleutel not in bekend]
        ontvangers = [sleutel for sleutel in self._laatste.ontvangers if sleutel not in eerder.ontvangers]
        vervallen = set(eerder.ontvangers) - set(self._laatste.ontvangers)
        partijen = [sleutel for sleutel in self.partijen.gekozen() if sleutel not in vervallen]
        self._toon((*self.betrokkenen.gekozen(), *nieuw), (*partijen, *ontvangers))

    def invoer(self) -> Geraakt:
        return Geraakt(
            casussen=self._gekozen(),
            betrokkenen=tuple(BetrokkeneId(sleutel) for sleutel in self.betrokkenen.gekozen()),
            partijen=tuple(PartijId(sleutel) for sleutel in self.partijen.gekozen()),
        )

    @classmethod
    def vraag(
        cls,
        casussen: Sequence[Kandidaat],
        geraakt: Geraakt,
        voorstel: Callable[[tuple[CasusId, ...]], Voorstel],
        bewaar: Callable[[Geraakt], object],
        *,
        ouder: QWidget,
    ) -> object:
        """True when saved, None when not."""
        return cls(casussen, geraakt, voorstel, bewaar, ouder).antwoord()
