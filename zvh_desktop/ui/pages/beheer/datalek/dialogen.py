"""What happened, and whether it was reported to the Autoriteit Persoonsgegevens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.bestuurskeuzes import ApBesluit
from zvh_desktop.services.datalek.gegevens import DatalekInvoer, MeldingInvoer
from zvh_desktop.services.werkplek.klok import AMSTERDAM
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld, Tijdveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

BESLUIT_TEKST = {
    ApBesluit.OPEN: "nog te beslissen",
    ApBesluit.GEMELD: "gemeld",
    ApBesluit.NIET: "niet gemeld",
}


def _moment(veld: str, dag: date | None, tijdstip: time) -> datetime:
    if dag is None:
        raise InvoerOngeldig(veld, "Vul een datum in.")
    return datetime.combine(dag, tijdstip, AMSTERDAM)


class DatalekDialoog(Invoerdialoog[DatalekInvoer]):
    """The facts, and what the partijen will read."""

    def __init__(
        self, invoer: DatalekInvoer, bewaar: Callable[[DatalekInvoer], object], ouder: QWidget | None = None
    ) -> None:
        super().__init__(
            "Datalek",
            "&Bewaar",
            bewaar,
            ouder,
            uitleg="Noem geen namen van betrokkenen. De 72 uur lopen vanaf het moment van ontdekken.",
        )
        self.setObjectName("datalekdialoog")
        self.wat = self._tekst("Wat er is gebeurd", invoer.wat, 3)
        self.wat.setMinimumWidth(tekstbreedte(self, 64))
        self.gebeurd = Datumveld("Gebeurd op", self, mag_leeg=True)
        self.gebeurd.zet_datum(invoer.gebeurd_op)
        self.gevonden = Datumveld("Ontdekt op", self)
        gevonden = invoer.gevonden_op.astimezone(AMSTERDAM)
        self.gevonden.zet_datum(gevonden.date())
        self.uur = Tijdveld("Ontdekt om", self)
        self.uur.zet_tijd(gevonden.time().replace(second=0, microsecond=0))
        self.maatregelen = self._tekst("Maatregelen", invoer.maatregelen, 2)
        self.bericht = self._tekst("Tekst in de brief", invoer.bericht, 3)
        self.formulier.voeg_toe("wat", "&Wat er is gebeurd", self.wat)
        self.formulier.voeg_toe("gebeurd_op", "&Gebeurd op", self.gebeurd)
        self.formulier.voeg_toe("gevonden_op", "&Ontdekt op", self.gevonden)
        self.formulier.voeg_toe("gevonden_tijd", "Ontdekt om (&uur)", self.uur)
        self.naast("gebeurd_op", "gevonden_op", "gevonden_tijd")
        self.formulier.voeg_toe("maatregelen", "&Maatregelen", self.maatregelen)
        self.formulier.voeg_toe(
            "bericht",
            "Tekst &in de brief",
            self.bericht,
            "Iedere gekozen partij leest dit. Noem geen personen, partijen of casussen.",
        )

    def _tekst(self, naam: str, inhoud: str, regels: int) -> Tekstveld:
        veld = Tekstveld(naam, self, regels=regels)
        veld.laad(inhoud)
        return veld

    def invoer(self) -> DatalekInvoer:
        return DatalekInvoer(
            wat=self.wat.toPlainText(),
            gevonden_op=_moment("gevonden_op", self.gevonden.datum(), self.uur.tijd()),
            gebeurd_op=self.gebeurd.datum(),
            maatregelen=self.maatregelen.toPlainText(),
            bericht=self.bericht.toPlainText(),
        )

    @classmethod
    def vraag(cls, invoer: DatalekInvoer, bewaar: Callable[[DatalekInvoer], object], *, ouder: QWidget) -> object:
        """What the service gave back, None when not saved."""
        return cls(invoer, bewaar, ouder).antwoord()


class MeldingDialoog(Invoerdialoog[MeldingInvoer]):
    """Reported when, or the reason why not; also why it was late."""

    def __init__(
        self,
        melding: MeldingInvoer,
        nu: datetime,
        termijn: str,
        bewaar: Callable[[MeldingInvoer], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Melden bij de Autoriteit Persoonsgegevens",
            "&Bewaar",
            bewaar,
            ouder,
            uitleg=f"Melden moet binnen 72 uur na ontdekken (AVG art. 33): {termijn}. Melden doet u zelf bij de "
            "Autoriteit Persoonsgegevens; hier legt u vast dat het is gedaan.",
        )
        self.setObjectName("datalekmeldingdialoog")
        gemeld = (melding.gemeld_op or nu).astimezone(AMSTERDAM)
        self.besluit = Keuzeveld(self)
        for keuze, tekst in BESLUIT_TEKST.items():
            self.besluit.addItem(tekst, keuze)
        self.besluit.setCurrentIndex(max(0, self.besluit.findData(melding.besluit)))
        self.dag = Datumveld("Gemeld op", self)
        self.dag.zet_datum(gemeld.date())
        self.uur = Tijdveld("Gemeld om", self)
        self.uur.zet_tijd(gemeld.time().replace(second=0, microsecond=0))
        self.reden = Tekstveld("Reden", self, regels=3)
        self.reden.laad(melding.reden)
        self.reden.setMinimumWidth(tekstbreedte(self, 60))
        self.formulier.voeg_toe("besluit", "B&esluit", self.besluit)
        self.formulier.voeg_toe("gemeld_op", "Gemeld &op", self.dag)
        self.formulier.voeg_toe("gemeld_tijd", "Gemeld om (&uur)", self.uur)
        self.naast("besluit", "gemeld_op", "gemeld_tijd")
        self.formulier.voeg_toe("reden", "&Reden", self.reden, "Waarom niet, of waarom later dan 72 uur.")

    def invoer(self) -> MeldingInvoer:
        besluit = ApBesluit(self.besluit.currentData())
        moment = None
        if besluit is ApBesluit.GEMELD:
            moment = _moment("gemeld_op", self.dag.datum(), self.uur.tijd())
        return MeldingInvoer(besluit, moment, self.reden.toPlainText())

    @classmethod
    def vraag(
        cls,
        melding: MeldingInvoer,
        nu: datetime,
        termijn: str,
        bewaar: Callable[[MeldingInvoer], object],
        *,
        ouder: QWidget,
    ) -> object:
        """What the service gave back, None when not saved."""
        return cls(melding, nu, termijn, bewaar, ouder).antwoord()
