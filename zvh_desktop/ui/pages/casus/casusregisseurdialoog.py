"""Records who was appointed to have casusregie: a person of one partij, in an overleg that may appoint."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import OverlegId, PartijId
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.casus.casusregie import AanwijzingInvoer, AanwijzingKeuzes
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.contactveld import ContactenVan, Contactveld, geen_contacten
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

EERDER = "eerder, in een overleg dat niet in deze kluis staat"


class CasusregisseurDialoog(Invoerdialoog[AanwijzingInvoer]):
    """Which partij, who there, and in which overleg; the day is only asked for an overleg of before this vault."""

    def __init__(
        self,
        titel: str,
        keuzes: AanwijzingKeuzes,
        uitleg: str,
        bewaar: Callable[[AanwijzingInvoer], object],
        ouder: QWidget | None = None,
        *,
        diensten: Diensten | None = None,
    ) -> None:
        super().__init__(titel, "&Wijs aan", bewaar, ouder, uitleg=uitleg)
        self.setObjectName("casusregisseurdialoog")
        self.partij = Keuzeveld(self)
        self.partij.setMinimumWidth(tekstbreedte(self, 46))
        for id_, naam in keuzes.partijen:
            self.partij.addItem(naam, int(id_))
        bron = ContactenVan(diensten, self.partij.currentData) if diensten is not None else geen_contacten
        self.naam = Contactveld(bron, self)
        self.overleg = Keuzeveld(self)
        for overleg in keuzes.overleggen:
            self.overleg.addItem(f"{overleg.naam} van {datum_kort(overleg.datum)}", int(overleg.id))
        self.overleg.addItem(EERDER, None)
        self.eerder_op = Datumveld("Aangewezen op", self, mag_leeg=True)
        self.formulier.voeg_toe("partij", "&Van welke partij", self.partij)
        self.formulier.voeg_toe("naam", "&Naam", self.naam)
        self.formulier.voeg_toe("overleg", "Aangewezen &in", self.overleg, _hulp(keuzes))
        self.formulier.voeg_toe("eerder_op", "Aangewezen &op", self.eerder_op)
        self.bewaar_knop.setEnabled(bool(keuzes.partijen))
        self.overleg.currentIndexChanged.connect(self._toon_dag)
        self._toon_dag()

    def _toon_dag(self) -> None:
        """The overleg gives the day; only without one it has to be filled in."""
        self.formulier.regel("eerder_op").setVisible(self._overleg_id() is None)
        self.adjustSize()

    def _overleg_id(self) -> OverlegId | None:
        gekozen = self.overleg.currentData()
        return OverlegId(gekozen) if isinstance(gekozen, int) else None

    def invoer(self) -> AanwijzingInvoer:
        partij = self.partij.currentData()
        if not isinstance(partij, int):
            raise InvoerOngeldig("partij", "Kies een partij.")
        overleg_id = self._overleg_id()
        dag = self.eerder_op.datum() if overleg_id is None else None
        if overleg_id is None and dag is None:
            raise InvoerOngeldig("eerder_op", "Vul in op welke dag dat was.")
        return AanwijzingInvoer(PartijId(partij), self.naam.text(), overleg_id, dag)

    @classmethod
    def vraag(
        cls,
        titel: str,
        keuzes: AanwijzingKeuzes,
        uitleg: str,
        bewaar: Callable[[AanwijzingInvoer], object],
        *,
        ouder: QWidget,
        diensten: Diensten,
    ) -> bool:
        """Whether somebody was appointed."""
        return cls(titel, keuzes, uitleg, bewaar, ouder, diensten=diensten).antwoord() is not None


def _hulp(keuzes: AanwijzingKeuzes) -> str:
    artikel = f" ({keuzes.artikel})" if keuzes.artikel else ""
    doet = f"{hoofdletter(keuzes.door)} wijst aan{artikel}."
    if keuzes.overleggen:
        return f"{doet} Hier staan de gehouden overleggen waar deze casus op de agenda stond."
    return f"{doet} Zo'n overleg is over deze casus nog niet gehouden."
