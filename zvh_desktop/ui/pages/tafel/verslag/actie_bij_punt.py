"""Everything of one actie from the table; belegd bij can only be a partij with a seat at that point."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.tafel.verslag_gegevens import AanwezigeRegel
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.pages.tafel.verslag.besluit_vastleggen import partijkeuze
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel


class ActieBijPuntDialoog(Invoerdialoog[ActieInvoer]):
    """Names follow the national model: conditie, informering, belegd bij."""

    def __init__(
        self,
        partijen: Sequence[AanwezigeRegel],
        leefgebieden: Sequence[str],
        nu: ActieInvoer,
        bewaar: Callable[[ActieInvoer], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__("Actie", "&Bewaar", bewaar, ouder)
        self.setObjectName("actie_bij_punt_dialoog")
        self._nu = nu
        self.omschrijving = Tekstveld("Wat moet er gebeuren", self, regels=3)
        self.omschrijving.laad(nu.omschrijving)
        self.omschrijving.setMinimumWidth(tekstbreedte(self, 60))
        self.belegd = partijkeuze(partijen, nu.belegd_bij, "", self)
        self.termijn = Datumveld("Termijn", self, mag_leeg=True)
        self.termijn.zet_datum(nu.termijn)
        self.conditie = Zinregel(nu.conditie, self)
        self.informering = Zinregel(nu.informering, self)
        self.leefgebied = Keuzeveld(self)
        self.leefgebied.setEditable(True)
        self.leefgebied.addItem("")
        self.leefgebied.addItems(list(leefgebieden))
        self.leefgebied.setCurrentText(nu.leefgebied)
        self.formulier.voeg_toe("omschrijving", "&Wat moet er gebeuren", self.omschrijving)
        self.formulier.voeg_toe("belegd_bij", "Belegd bi&j", self.belegd)
        self.formulier.voeg_toe("termijn", "&Klaar op", self.termijn)
        self.naast("belegd_bij", "termijn")
        self.formulier.voeg_toe("conditie", "&Voorwaarde", self.conditie)
        self.formulier.voeg_toe(
            "informering", "&Informeren van de betrokkene", self.informering, "Wie doet dat, of waarom niet."
        )
        self.formulier.voeg_toe("leefgebied", "&Leefgebied", self.leefgebied)

    def invoer(self) -> ActieInvoer:
        partij = self.belegd.currentData()
        if partij is None:
            raise InvoerOngeldig("belegd_bij", "Kies een partij die bij dit punt aan tafel zit.")
        return ActieInvoer(
            omschrijving=self.omschrijving.toPlainText(),
            belegd_bij=PartijId(partij),
            termijn=self.termijn.datum(),
            conditie=self.conditie.text(),
            informering=self.informering.text(),
            leefgebied=self.leefgebied.currentText(),
            betrokkene_id=self._nu.betrokkene_id,
        )

    @classmethod
    def vraag(
        cls,
        partijen: Sequence[AanwezigeRegel],
        leefgebieden: Sequence[str],
        nu: ActieInvoer,
        bewaar: Callable[[ActieInvoer], object],
        *,
        ouder: QWidget,
    ) -> bool:
        """Whether it was saved."""
        return cls(partijen, leefgebieden, nu, bewaar, ouder).antwoord() is not None
