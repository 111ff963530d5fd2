"""Records that a derde is given something; without written consent of the supplier it refuses, with the article."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QComboBox, QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import InformatieItemId, PartijId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.informatie.verstrekkingen import VerstrekkingenBeeld, VerstrekkingInvoer
from zvh_desktop.services.regelboek.informatie import SchriftelijkeToestemming
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.pages.informatie.keuzelijst import Keuze, Keuzelijst
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.contactveld import ContactenVan, Contactveld, geen_contacten
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel


class VerstrekkingDialoog(Invoerdialoog[VerstrekkingInvoer]):
    """One supplier, one derde; the items follow the supplier that is chosen."""

    def __init__(
        self,
        beeld: VerstrekkingenBeeld,
        uitleg: str,
        bewaar: Callable[[VerstrekkingInvoer], object],
        ouder: QWidget | None = None,
        *,
        vandaag: date,
        diensten: Diensten | None = None,
    ) -> None:
        super().__init__("Verstrekking aan een derde", "Leg &vast", bewaar, ouder, uitleg=uitleg)
        self.setObjectName("verstrekkingdialoog")
        self._beeld = beeld
        self.derde = self._keuzeveld([(p.naam, int(p.id)) for p in beeld.derden])
        self.verstrekker = self._keuzeveld([(p.naam, int(p.id)) for p in beeld.verstrekkers])
        self.items = Keuzelijst("Stukken", self, regels=3)
        self.wat = Tekstveld("Wat de derde krijgt", self, regels=2)
        self.grondslag = Zinregel(self)
        self.grondslag.setMinimumWidth(tekstbreedte(self, 60))
        self.op = Datumveld("Verstrekt op", self)
        self.op.zet_datum(vandaag)
        self.wijze = Zinregel(self)
        self.toestemming_op = Datumveld("Toestemming van", self, mag_leeg=True)
        self.kenmerk = Invoerregel(self)
        bron = ContactenVan(diensten, self.verstrekker.currentData) if diensten is not None else geen_contacten
        self.door = Contactveld(bron, self)
        self.formulier.voeg_toe("derde_id", "Aan welke &derde", self.derde)
        self.formulier.voeg_toe("verstrekker_id", "&Informatie van", self.verstrekker)
        self.naast("derde_id", "verstrekker_id")
        self.formulier.voeg_toe("items", "&Stukken van deze partij", self.items)
        self.formulier.voeg_toe("wat", "&Wat krijgt de derde", self.wat)
        self.formulier.voeg_toe("grondslag", "Wettelijke &grondslag", self.grondslag)
        self.formulier.voeg_toe("verstrekt_op", "Verstrekt &op", self.op)
        self.formulier.voeg_toe("wijze", "&Hoe verstrekt", self.wijze)
        self.naast("verstrekt_op", "wijze")
        self.formulier.voeg_toe("toestemming_op", "Schriftelijke toestemming v&an", self.toestemming_op)
        self.formulier.voeg_toe("toestemming_kenmerk", "&Kenmerk van de brief of mail", self.kenmerk)
        self.formulier.voeg_toe("toestemming_door", "Ondertekend doo&r", self.door)
        self.naast("toestemming_op", "toestemming_kenmerk", "toestemming_door")
        self.verstrekker.currentIndexChanged.connect(self._on_verstrekker_gekozen)
        self._on_verstrekker_gekozen()

    def _keuzeveld(self, keuzes: list[tuple[str, int]]) -> Keuzeveld:
        veld = Keuzeveld(self)
        veld.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        veld.setMinimumContentsLength(26)
        for naam, sleutel in keuzes:
            veld.addItem(naam, sleutel)
        veld.setPlaceholderText("Kies")
        veld.setCurrentIndex(-1)
        return veld

    def _on_verstrekker_gekozen(self) -> None:
        gekozen = self.verstrekker.currentData()
        self.items.zet_keuzes(
            [
                Keuze(int(item.id), item.titel, f"gebruik: {' '.join(item.gebruik.split())}" if item.gebruik else "")
                for item in self._beeld.items
                if int(item.verstrekker_id) == gekozen
            ]
        )

    def invoer(self) -> VerstrekkingInvoer:
        derde, verstrekker = self.derde.currentData(), self.verstrekker.currentData()
        if derde is None:
            raise InvoerOngeldig(
                "derde_id",
                "Kies aan wie er wordt verstrekt."
                if self._beeld.derden
                else "Er staat nog geen derde in het register. Voeg hem eerst toe bij Partijen.",
            )
        if verstrekker is None:
            raise InvoerOngeldig("verstrekker_id", "Kies van wie de informatie is.")
        return VerstrekkingInvoer(
            derde_id=PartijId(int(derde)),
            verstrekker_id=PartijId(int(verstrekker)),
            wat=self.wat.toPlainText(),
            grondslag=self.grondslag.text(),
            toestemming=SchriftelijkeToestemming(self.toestemming_op.datum(), self.kenmerk.text(), self.door.text()),
            verstrekt_op=self.op.datum(),
            wijze=self.wijze.text(),
            items=tuple(InformatieItemId(i) for i in self.items.gekozen()),
        )

    @classmethod
    def vraag(
        cls,
        beeld: VerstrekkingenBeeld,
        uitleg: str,
        bewaar: Callable[[VerstrekkingInvoer], object],
        *,
        ouder: QWidget,
        vandaag: date,
        diensten: Diensten,
    ) -> object:
        """What ``bewaar`` gave back, or None when nothing was recorded."""
        return cls(beeld, uitleg, bewaar, ouder, vandaag=vandaag, diensten=diensten).antwoord()


class VervallenDialoog(Invoerdialoog[str]):
    """Asks why a line of the register does not hold."""

    def __init__(self, derde: str, bewaar: Callable[[str], object], ouder: QWidget | None = None) -> None:
        super().__init__(
            "Verstrekking klopt niet",
            "Laat ver&vallen",
            bewaar,
            ouder,
            uitleg=f"De verstrekking aan {derde} blijft leesbaar, met uw reden erbij.",
        )
        self.setObjectName("vervallendialoog")
        self.reden = Zinregel(self)
        self.reden.setMinimumWidth(tekstbreedte(self, 50))
        self.formulier.voeg_toe("reden", "Waa&rom klopt deze regel niet", self.reden)

    def invoer(self) -> str:
        return self.reden.text()

    @classmethod
    def vraag(cls, derde: str, bewaar: Callable[[str], object], *, ouder: QWidget) -> object:
        """What ``bewaar`` gave back, or None when nothing changed."""
        return cls(derde, bewaar, ouder).antwoord()
