"""The decision, the entry, the answer of a partij, what is confirmed for a successor, and a day of the convenant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.bestuurskeuzes import Instemming, Momentsoort
from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.services.samenwerking.gegevens import (
    Besluitvraag,
    Instemminginvoer,
    MomentInvoer,
    OpvolgRegel,
    TrajectBesluit,
    TrajectPartijRegel,
)
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.pages.beheer.samenwerking.woorden import INSTEMMING_TEKST, MOMENT_TEKST
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld
from zvh_desktop.ui.widgets.velden.vinklijst import Vinklijst
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel

_BREED = 60


def _dagveld(naam: str, dag: date | None, ouder: QWidget) -> Datumveld:
    veld = Datumveld(naam, ouder)
    veld.zet_datum(dag)
    return veld


def _dag(veld: Datumveld, sleutel: str) -> date:
    dag = veld.datum()
    if dag is None:
        raise InvoerOngeldig(sleutel, "Vul een datum in.")
    return dag


class TrajectBesluitDialoog(Invoerdialoog[TrajectBesluit]):
    """A decision of a meeting of this house, or when and by whom it was taken elsewhere."""

    def __init__(
        self,
        vraag: Besluitvraag,
        vandaag: date,
        bewaar: Callable[[TrajectBesluit], object],
        ouder: QWidget | None = None,
        *,
        met_wie: bool = True,
    ) -> None:
        uitleg = f"Wie besluit: {vraag.wie}. U ondertekent wat is besloten." if met_wie else "U ondertekent dit."
        super().__init__("Besluit", "&Onderteken", bewaar, ouder, uitleg=uitleg)
        self.setObjectName("trajectbesluitdialoog")
        self._vraag = vraag
        self.besluit = Keuzeveld(self)
        for keuze in vraag.keuzes:
            self.besluit.addItem(keuze.tekst, keuze.id)
        self.op = _dagveld("Besloten op", vandaag, self)
        self.door = Invoerregel(self)
        self.motivering = Tekstveld("Motivering", self, regels=3)
        self.motivering.setMinimumWidth(tekstbreedte(self, _BREED))
        if vraag.elders:
            self.formulier.voeg_toe("op", "Besloten o&p", self.op)
            if met_wie:
                self.formulier.voeg_toe("door", "&Door wie", self.door)
            self.besluit.hide()
            self.door.setHidden(not met_wie)
        else:
            self.op.hide()
            self.door.hide()
            self.formulier.voeg_toe("besluit_id", "&Besluit in het verslag", self.besluit)
        self.formulier.voeg_toe("motivering", "&Motivering", self.motivering)

    def invoer(self) -> TrajectBesluit:
        motivering = self.motivering.toPlainText()
        if self._vraag.elders:
            return TrajectBesluit(op=_dag(self.op, "op"), door=self.door.text(), motivering=motivering)
        return TrajectBesluit(self.besluit.currentData(), motivering=motivering)


class AfwijsDialoog(Invoerdialoog[tuple[date, str]]):
    """When it was decided not to go on, and why."""

    def __init__(
        self, vandaag: date, bewaar: Callable[[tuple[date, str]], object], ouder: QWidget | None = None
    ) -> None:
        super().__init__("Gaat niet door", "&Onderteken", bewaar, ouder, uitleg="U ondertekent de dag en de reden.")
        self.setObjectName("trajectafwijsdialoog")
        self.op = _dagveld("Besloten op", vandaag, self)
        self.reden = Tekstveld("Reden", self, regels=3)
        self.reden.setMinimumWidth(tekstbreedte(self, _BREED))
        self.formulier.voeg_toe("op", "Besloten o&p", self.op)
        self.formulier.voeg_toe("motivering", "&Reden", self.reden)

    def invoer(self) -> tuple[date, str]:
        return _dag(self.op, "op"), self.reden.toPlainText()


class ToelaatDialoog(Invoerdialoog[tuple[date, date]]):
    """When the form was signed, and from when the partij takes part."""

    def __init__(
        self, vandaag: date, bewaar: Callable[[tuple[date, date]], object], ouder: QWidget | None = None
    ) -> None:
        uitleg = "Beide kanten hebben de toetredingsverklaring getekend. U ondertekent vanaf wanneer de partij meedoet."
        super().__init__("Toetreden", "&Onderteken", bewaar, ouder, uitleg=uitleg)
        self.setObjectName("trajecttoelaatdialoog")
        self.getekend = _dagveld("Verklaring getekend op", vandaag, self)
        self.ingang = _dagveld("Doet mee vanaf", vandaag, self)
        self.formulier.voeg_toe("getekend_op", "&Verklaring getekend op", self.getekend)
        self.formulier.voeg_toe("ingang", "Doet mee v&anaf", self.ingang)
        self.naast("getekend_op", "ingang")

    def invoer(self) -> tuple[date, date]:
        return _dag(self.getekend, "getekend_op"), _dag(self.ingang, "ingang")


class AntwoordDialoog(Invoerdialoog[Instemminginvoer]):
    """What a partij answered."""

    def __init__(
        self,
        regel: TrajectPartijRegel,
        vandaag: date,
        bewaar: Callable[[Instemminginvoer], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__("Antwoord van een partij", "&Bewaar", bewaar, ouder, uitleg=regel.partij)
        self.setObjectName("trajectantwoorddialoog")
        self.antwoord_veld = Keuzeveld(self)
        for keuze, tekst in INSTEMMING_TEKST.items():
            self.antwoord_veld.addItem(tekst, keuze)
        begin = regel.instemming if regel.instemming is not Instemming.OPEN else Instemming.AKKOORD
        self.antwoord_veld.setCurrentIndex(self.antwoord_veld.findData(begin))
        self.op = _dagveld("Ontvangen op", regel.ingestemd_op or vandaag, self)
        self.opmerking = Tekstveld("Opmerking", self, regels=2)
        self.opmerking.laad(regel.opmerking)
        self.opmerking.setMinimumWidth(tekstbreedte(self, _BREED))
        self.formulier.voeg_toe("instemming", "&Antwoord", self.antwoord_veld)
        self.formulier.voeg_toe("op", "&Ontvangen op", self.op)
        self.naast("instemming", "op")
        self.formulier.voeg_toe("opmerking", "O&pmerking", self.opmerking, "Bij een bezwaar: wat het bezwaar is.")

    def invoer(self) -> Instemminginvoer:
        keuze = Instemming(self.antwoord_veld.currentData())
        return Instemminginvoer(keuze, _dag(self.op, "op"), self.opmerking.toPlainText())


class OpvolgDialoog(Invoerdialoog[tuple[CasusId, ...]]):
    """The oordelen that go along, each to be ticked off."""

    def __init__(
        self,
        wie: str,
        casussen: Sequence[OpvolgRegel],
        bewaar: Callable[[tuple[CasusId, ...]], object],
        ouder: QWidget | None = None,
    ) -> None:
        uitleg = (
            f"{wie}. Alleen casussen waar de partij nu rechtmatig aanwezig mag zijn, staan in de lijst. U bevestigt de "
            "oordelen met één handtekening. Zonder vinkje krijgt de nieuwe partij bij die casus geen oordeel."
        )
        super().__init__("Oordelen bevestigen", "&Onderteken", bewaar, ouder, uitleg=uitleg)
        self.setObjectName("opvolgdialoog")
        self.casussen = Vinklijst("Casussen", self)
        self.casussen.setMinimumWidth(tekstbreedte(self, _BREED))
        self.casussen.setMaximumHeight(self.fontMetrics().height() * 10)
        self.casussen.zet([(een.casus_id, _opvolgregel(een)) for een in casussen], [een.casus_id for een in casussen])
        self.formulier.voeg_toe("casussen", "&Casussen", self.casussen)

    def invoer(self) -> tuple[CasusId, ...]:
        return tuple(CasusId(een) for een in self.casussen.gekozen())


def _opvolgregel(een: OpvolgRegel) -> str:
    tot = f", tot en met {datum_kort(een.geldig_tot)}" if een.geldig_tot is not None else ""
    return f"Casus {een.nummer}: {een.grondslag}{tot}"


class MomentDialoog(Invoerdialoog[MomentInvoer]):
    """A day of the convenant."""

    def __init__(self, vandaag: date, bewaar: Callable[[MomentInvoer], object], ouder: QWidget | None = None) -> None:
        super().__init__("Dag van het convenant", "&Bewaar", bewaar, ouder)
        self.setObjectName("convenantmomentdialoog")
        self.soort = Keuzeveld(self)
        for soort, tekst in MOMENT_TEKST.items():
            self.soort.addItem(tekst, soort)
        self.op = _dagveld("Datum", vandaag, self)
        self.opmerking = Zinregel(self)
        self.opmerking.setMinimumWidth(tekstbreedte(self, _BREED))
        self.formulier.voeg_toe("soort", "&Soort", self.soort)
        self.formulier.voeg_toe("op", "&Datum", self.op)
        self.naast("soort", "op")
        self.formulier.voeg_toe("opmerking", "&Opmerking", self.opmerking)

    def invoer(self) -> MomentInvoer:
        return MomentInvoer(Momentsoort(self.soort.currentData()), _dag(self.op, "op"), self.opmerking.text())
