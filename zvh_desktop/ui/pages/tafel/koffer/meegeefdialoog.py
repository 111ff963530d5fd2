"""Giving a tafel along: who takes it, who may take over, and when it has to be back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.koffer.gegevens import KofferKeuze, KofferOok, KofferVraag
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.teksten.datums import nu_hier
from zvh_desktop.ui.uiterlijk.doelen import Vinkvak
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

_UITLEG = (
    "Het overleg gaat met zijn casussen mee in een eigen, versleutelde map. Tot die terug is kunt u hier alles "
    "lezen, en er niets aan wijzigen. Een oordeel intrekken kan wel."
)
_NIEMAND = "Niemand"
_ZEGEL = "Opent de koffer met het eigen wachtwoord en levert hem hier weer in."


class MeegeefDialoog(Invoerdialoog[KofferVraag]):
    """Three fields, and a tick for each other overleg of that day; what travels is said above them."""

    def __init__(
        self,
        overleg_id: OverlegId,
        keuze: KofferKeuze,
        bewaar: Callable[[KofferVraag], object],
        ouder: QWidget | None = None,
        klok: Callable[[], datetime] = nu_hier,
    ) -> None:
        super().__init__("Overleg meegeven in een koffer", "Kies een &plek…", bewaar, ouder, uitleg=_uitleg(keuze))
        self.setObjectName("meegeefdialoog")
        self._overleg_id = overleg_id
        self._voor = [een.account for een in keuze.voor]
        self.voor = self._keuzeveld("koffer_voor", "Voor wie", [een.naam for een in keuze.voor])
        self.vervanger = self._keuzeveld("koffer_vervanger", "Vervanger", [_NIEMAND, *(een.naam for een in keuze.voor)])
        self.terug = Datumveld("Uiterlijk terug op", self, klok=klok)
        self.terug.setObjectName("koffer_terug")
        self.terug.zet_datum(keuze.terug_uiterlijk)
        self.formulier.voeg_toe("voor", "&Voor wie", self.voor, _ZEGEL)
        self.formulier.voeg_toe("vervanger", "Ve&rvanger", self.vervanger, "Kan hetzelfde.")
        self.formulier.voeg_toe(
            "terug_uiterlijk", "&Uiterlijk terug op", self.terug, "Daarna opent hij alleen nog om in te leveren."
        )
        self.ook = tuple((een.overleg_id, self._vinkvak(een)) for een in keuze.ook)
        if self.ook:
            samen = QWidget(self)
            onder_elkaar = QVBoxLayout(samen)
            onder_elkaar.setContentsMargins(0, 0, 0, 0)
            for _, vinkje in self.ook:
                onder_elkaar.addWidget(vinkje)
            samen.setFocusProxy(self.ook[0][1])
            self.formulier.voeg_toe("ook", "&Ook mee", samen, "Van dezelfde dag; ze gaan en komen samen.")
        self.niet_mee = tuple(StilleTekst(f"Niet mee: {een.naam}. {een.reden}", self) for een in keuze.niet_mee)
        for zin in self.niet_mee:
            zin.setObjectName("koffer_niet_mee")
            self.formulier.voeg_los_toe(zin)

    def _vinkvak(self, een: KofferOok) -> Vinkvak:
        tekst = f"{een.naam} ({_aantal(een.casussen)})"
        vinkje = Vinkvak(letterlijk(tekst), self)
        vinkje.setObjectName(f"koffer_ook_{een.overleg_id}")
        vinkje.setAccessibleName(f"Ook mee: {tekst}")
        return vinkje

    def _keuzeveld(self, naam: str, wat: str, namen: list[str]) -> Keuzeveld:
        veld = Keuzeveld(self)
        veld.setObjectName(naam)
        veld.setAccessibleName(wat)
        veld.setMinimumWidth(tekstbreedte(self, 46))
        for plaats, tekst in enumerate(namen):
            veld.addItem(tekst, plaats)
        return veld

    def invoer(self) -> KofferVraag:
        terug = self.terug.waarde()
        if terug is None:
            raise InvoerOngeldig("terug_uiterlijk", "Vul in op welke dag de koffer uiterlijk terug is.")
        if not self._voor:
            raise InvoerOngeldig("voor", "Er is niemand aan wie de koffer mee kan.")
        vervanger = self.vervanger.currentIndex()
        return KofferVraag(
            self._overleg_id,
            self._voor[self.voor.currentIndex()],
            terug,
            self._voor[vervanger - 1] if vervanger > 0 else "",
            ook=tuple(overleg_id for overleg_id, vinkje in self.ook if vinkje.isChecked()),
        )


def _uitleg(keuze: KofferKeuze) -> str:
    if not keuze.casussen:
        return _UITLEG
    return f"{_UITLEG} Mee gaat: {_aantal(keuze.casussen)} ({', '.join(keuze.casussen)})."


def _aantal(casussen: Sequence[str]) -> str:
    return "1 casus" if len(casussen) == 1 else f"{len(casussen)} casussen"
