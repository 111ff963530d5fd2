"""What is recorded of a procedure: the request of a new partij, a notice, a default, or another name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.bestuurskeuzes import Opzegreden, TrajectSoort
from zvh_desktop.models.keuzes import PartijId, PartijSoort
from zvh_desktop.services.partijen.partijen import KORT_MAX, PartijRegel
from zvh_desktop.services.samenwerking.gegevens import TrajectInvoer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.pages.beheer.samenwerking.woorden import REDEN_TEKST, SOORT_TEKST
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

_UITLEG = {
    TrajectSoort.TOETREDING: "Een organisatie vraagt om toe te treden. Alle partijen krijgen daarover een brief.",
    TrajectSoort.OPZEGGING: "Een partij zegt op. Per wanneer dat kan, staat in het convenant.",
    TrajectSoort.UITSLUITING: "Een partij komt de afspraken niet na. Zij is eerst in gebreke gesteld.",
    TrajectSoort.OPVOLGING: "Een partij gaat verder onder een andere naam, of gaat op in een andere partij.",
    TrajectSoort.CONVENANT: "Een brief aan alle partijen over het convenant, bijvoorbeeld over verlengen of evalueren.",
}
_ONTVANGEN = {
    TrajectSoort.TOETREDING: "A&angevraagd op",
    TrajectSoort.OPZEGGING: "&Opgezegd op",
    TrajectSoort.UITSLUITING: "Be&gonnen op",
    TrajectSoort.OPVOLGING: "&Gemeld op",
    TrajectSoort.CONVENANT: "&Datum",
}


class TrajectDialoog(Invoerdialoog[TrajectInvoer]):
    """The fields that this kind of procedure asks."""

    def __init__(
        self,
        begin: TrajectInvoer,
        partijen: Sequence[PartijRegel],
        aanvraag_bij: str,
        advies: str,
        bewaar: Callable[[TrajectInvoer], object],
        ouder: QWidget | None = None,
        *,
        nieuw: bool = True,
    ) -> None:
        super().__init__(SOORT_TEKST[begin.soort], "&Bewaar", bewaar, ouder, uitleg=_UITLEG[begin.soort])
        self.setObjectName("trajectdialoog")
        self._begin = begin
        self._velden: dict[str, QLineEdit | Tekstveld] = {}
        self._dagen: dict[str, Datumveld] = {}
        self.partij = self._keuze(partijen, begin.partij_id, "een nieuwe organisatie" if self._toe() else "")
        self.opvolger = self._keuze(partijen, begin.opvolger_id, "een nieuwe naam")
        self.reden = Keuzeveld(self)
        for reden in Opzegreden:
            self.reden.addItem(REDEN_TEKST[reden], reden)
        self.reden.setCurrentIndex(max(0, self.reden.findData(begin.reden)))
        self._bouw(aanvraag_bij, advies)
        soort = begin.soort
        self.partij.setHidden(soort is TrajectSoort.CONVENANT)
        self.opvolger.setHidden(soort is not TrajectSoort.OPVOLGING)
        self.reden.setHidden(soort is not TrajectSoort.OPZEGGING)
        self.partij.setEnabled(nieuw)

    def _toe(self) -> bool:
        return self._begin.soort is TrajectSoort.TOETREDING

    def _keuze(self, partijen: Sequence[PartijRegel], gekozen: PartijId | None, leeg: str) -> Keuzeveld:
        veld = Keuzeveld(self)
        if leeg:
            veld.addItem(leeg, None)
        soort = self._begin.soort
        for een in partijen:
            convenant = een.soort is PartijSoort.CONVENANTPARTIJ
            if soort in (TrajectSoort.OPZEGGING, TrajectSoort.UITSLUITING) and not convenant:
                continue
            # Who left may come back; who is a partij cannot join once more.
            if soort is TrajectSoort.TOETREDING and convenant and een.uitgetreden_op is None and een.id != gekozen:
                continue
            veld.addItem(een.naam, een.id)
        veld.setCurrentIndex(max(0, veld.findData(gekozen)))
        return veld

    def _bouw(self, aanvraag_bij: str, advies: str) -> None:
        soort, begin = self._begin.soort, self._begin
        if soort is not TrajectSoort.CONVENANT:
            self.formulier.voeg_toe("partij_id", "&Partij", self.partij)
        if soort is TrajectSoort.OPVOLGING:
            self.formulier.voeg_toe("opvolger_id", "&Verder als", self.opvolger)
        if soort in (TrajectSoort.TOETREDING, TrajectSoort.OPVOLGING):
            self._regel("naam", "&Naam", begin.naam, "Alleen voor wie nog niet bij de partijen staat.")
            self._regel("kort", "&Korte naam", begin.kort, f"Hoogstens {KORT_MAX} tekens.")
        if soort is TrajectSoort.TOETREDING:
            self._aanvraag(aanvraag_bij, advies)
        self._dag("ontvangen_op", _ONTVANGEN[soort], begin.ontvangen_op)
        if soort is TrajectSoort.TOETREDING:
            self.naast("grondslag", "ontvangen_bij", "ontvangen_op")
        if soort is TrajectSoort.OPZEGGING:
            self.formulier.voeg_toe("reden", "&Reden", self.reden)
        if soort in (TrajectSoort.OPZEGGING, TrajectSoort.OPVOLGING):
            self._dag("gevraagd_per", "P&er", begin.gevraagd_per)
            self.naast("ontvangen_op", "gevraagd_per")
        if soort is TrajectSoort.UITSLUITING:
            self._dag("in_gebreke_op", "&In gebreke gesteld op", begin.in_gebreke_op)
            self._dag("gehoord_op", "Ge&hoord op", begin.gehoord_op)
            self.naast("ontvangen_op", "in_gebreke_op", "gehoord_op")
        self._tekst("toelichting", "Toe&lichting in de brief", begin.toelichting, "Noem geen casus en geen betrokkene.")

    def _aanvraag(self, aanvraag_bij: str, advies: str) -> None:
        begin = self._begin
        self.naast("naam", "kort")
        self._regel("groep", "&Groep", begin.groep, "Bepaalt welke grondslagen worden voorgesteld.")
        self._regel("vestigingsplaats", "Ve&stigingsplaats", begin.vestigingsplaats)
        self._regel("kantoor", "Adres &van het kantoor", begin.kantoor)
        self.naast("groep", "vestigingsplaats", "kantoor")
        self._regel("vertegenwoordiger", "Vertegenwoor&diger", begin.vertegenwoordiger)
        self._regel("functie", "&Functie", begin.functie)
        self.naast("vertegenwoordiger", "functie")
        self._tekst("bijdrage", "Bijdrage aan het d&oel", begin.bijdrage)
        self._regel("grondslag", "Taak of g&rondslag", begin.grondslag)
        hulp = f"Dit kan bij {aanvraag_bij}." if aanvraag_bij else ""
        self._regel("ontvangen_bij", "Aangevraagd bi&j", begin.ontvangen_bij, hulp)
        if advies:
            self._tekst("advies", "Advi&es", begin.advies, f"Het advies van {advies}.")

    def _regel(self, sleutel: str, label: str, waarde: str, hulp: str = "") -> None:
        veld = Invoerregel(waarde, self)
        self._velden[sleutel] = veld
        self.formulier.voeg_toe(sleutel, label, veld, hulp)

    def _tekst(self, sleutel: str, label: str, waarde: str, hulp: str = "") -> None:
        veld = Tekstveld(label.replace("&", ""), self, regels=2)
        veld.laad(waarde)
        veld.setMinimumWidth(tekstbreedte(self, 60))
        self._velden[sleutel] = veld
        self.formulier.voeg_toe(sleutel, label, veld, hulp)

    def _dag(self, sleutel: str, label: str, dag: date | None) -> None:
        veld = Datumveld(label.replace("&", ""), self, mag_leeg=sleutel != "ontvangen_op")
        veld.zet_datum(dag)
        self._dagen[sleutel] = veld
        self.formulier.voeg_toe(sleutel, label, veld)

    def invoer(self) -> TrajectInvoer:
        ontvangen = self._dagen["ontvangen_op"].datum()
        if ontvangen is None:
            raise InvoerOngeldig("ontvangen_op", "Vul een datum in.")
        soort = self._begin.soort
        invoer = TrajectInvoer(
            soort=soort,
            ontvangen_op=ontvangen,
            partij_id=None if soort is TrajectSoort.CONVENANT else self.partij.currentData(),
            opvolger_id=self.opvolger.currentData() if soort is TrajectSoort.OPVOLGING else None,
            reden=Opzegreden(self.reden.currentData()),
            gevraagd_per=self._gekozen_dag("gevraagd_per"),
            in_gebreke_op=self._gekozen_dag("in_gebreke_op"),
            gehoord_op=self._gekozen_dag("gehoord_op"),
            gezien=self.gezien,
        )
        return replace(invoer, **{sleutel: _inhoud(veld) for sleutel, veld in self._velden.items()})

    def _gekozen_dag(self, sleutel: str) -> date | None:
        return self._dagen[sleutel].datum() if sleutel in self._dagen else None

    @classmethod
    def vraag(
        cls,
        begin: TrajectInvoer,
        partijen: Sequence[PartijRegel],
        aanvraag_bij: str,
        advies: str,
        bewaar: Callable[[TrajectInvoer], object],
        *,
        nieuw: bool,
        ouder: QWidget,
    ) -> object:
        """What the service gave back, None when not saved."""
        return cls(begin, partijen, aanvraag_bij, advies, bewaar, ouder, nieuw=nieuw).antwoord()


def _inhoud(veld: QLineEdit | Tekstveld) -> Any:
    return veld.text() if isinstance(veld, QLineEdit) else veld.toPlainText()
