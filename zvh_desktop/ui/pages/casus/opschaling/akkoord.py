"""Records that another house agrees to get a casus: who said so, how and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzen.opschalingkeuzes import AkkoordWijze
from zvh_desktop.models.woorden import AKKOORDWIJZE_TEKST
from zvh_desktop.services.opschaling.beeld import AkkoordInvoer
from zvh_desktop.services.partijen.partijen import ContactpersoonRegel
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.contactveld import Contacten, Contactveld, geen_contacten
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld


class OpschalingAkkoordDialoog(Invoerdialoog[AkkoordInvoer]):
    """Five fields; the day is today until another is chosen."""

    def __init__(
        self,
        huis: str,
        bewaar: Callable[[AkkoordInvoer], object],
        ouder: QWidget | None = None,
        *,
        vandaag: date,
        bron: Contacten = geen_contacten,
    ) -> None:
        uitleg = f"Pas na dit akkoord kan het dossier naar {huis}."
        super().__init__(f"Akkoord van {huis}", "Leg &vast", bewaar, ouder, uitleg=uitleg)
        self.setObjectName("opschaling_akkoorddialoog")
        self.door = Contactveld(bron, self)
        self.door.gekozen.connect(self._on_gekozen)
        self.functie = Invoerregel(self)
        for veld in (self.door, self.functie):
            veld.setMinimumWidth(tekstbreedte(self, 28))
        self.wijze = Keuzeveld(self)
        for wijze in AkkoordWijze:
            self.wijze.addItem(AKKOORDWIJZE_TEKST[wijze], wijze.value)
        self.kenmerk = Invoerregel(self)
        self.op = Datumveld("Gegeven op", self)
        self.op.zet_datum(vandaag)
        self.formulier.voeg_toe("door", "&Wie gaf het akkoord", self.door)
        self.formulier.voeg_toe("functie", "&Functie", self.functie)
        self.naast("door", "functie")
        self.formulier.voeg_toe("wijze", "&Hoe", self.wijze)
        self.formulier.voeg_toe("op", "&Gegeven op", self.op)
        self.naast("wijze", "op")
        self.formulier.voeg_toe("kenmerk", "&Kenmerk van de brief of mail", self.kenmerk)

    def _on_gekozen(self, contact: ContactpersoonRegel) -> None:
        """The register knows what this person is; what was typed stays."""
        if contact.functie and not self.functie.isModified():
            self.functie.setText(contact.functie)

    def invoer(self) -> AkkoordInvoer:
        return AkkoordInvoer(
            self.door.text(),
            self.functie.text(),
            AkkoordWijze(self.wijze.currentData()),
            self.op.datum(),
            self.kenmerk.text(),
        )

    @classmethod
    def vraag(
        cls,
        huis: str,
        bewaar: Callable[[AkkoordInvoer], object],
        *,
        ouder: QWidget,
        vandaag: date,
        bron: Contacten,
    ) -> object:
        """What ``bewaar`` gave back, or None when nothing was saved. ``bron``: who in the register it may be."""
        return cls(huis, bewaar, ouder, vandaag=vandaag, bron=bron).antwoord()
