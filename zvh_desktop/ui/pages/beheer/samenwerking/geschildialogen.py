"""A dispute, a step of its route, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.services.partijen.partijen import PartijRegel
from zvh_desktop.services.samenwerking.geschillen import GeschilInvoer, Onderwerp, StapInvoer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel, Vinkvak
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

_BREED = 60


def _dag(veld: Datumveld, sleutel: str) -> date:
    dag = veld.datum()
    if dag is None:
        raise InvoerOngeldig(sleutel, "Vul een datum in.")
    return dag


class GeschilDialoog(Invoerdialoog[GeschilInvoer]):
    """What it is about, who raised it, and when."""

    def __init__(
        self,
        begin: GeschilInvoer,
        onderwerpen: Sequence[Onderwerp],
        partijen: Sequence[PartijRegel],
        bewaar: Callable[[GeschilInvoer], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__("Geschil", "&Bewaar", bewaar, ouder, uitleg="Noem geen casus en geen betrokkene.")
        self.setObjectName("geschildialoog")
        self.onderwerp = Keuzeveld(self)
        for een in onderwerpen:
            self.onderwerp.addItem(een.naam, een.sleutel)
        self.onderwerp.setCurrentIndex(max(0, self.onderwerp.findData(begin.onderwerp)))
        self.partij = Keuzeveld(self)
        self.partij.addItem("het huis zelf", None)
        for partij in partijen:
            self.partij.addItem(partij.naam, partij.id)
        self.partij.setCurrentIndex(max(0, self.partij.findData(begin.partij_id)))
        self.op = Datumveld("Ingediend op", self)
        self.op.zet_datum(begin.ingediend_op)
        self.omschrijving = Tekstveld("Waar het over gaat", self, regels=4)
        self.omschrijving.laad(begin.omschrijving)
        self.omschrijving.setMinimumWidth(tekstbreedte(self, _BREED))
        self.formulier.voeg_toe("onderwerp", "&Onderwerp", self.onderwerp)
        self.formulier.voeg_toe("partij_id", "Ingediend &door", self.partij)
        self.formulier.voeg_toe("ingediend_op", "&Ingediend op", self.op)
        self.naast("partij_id", "ingediend_op")
        self.formulier.voeg_toe("omschrijving", "&Waar het over gaat", self.omschrijving)

    def invoer(self) -> GeschilInvoer:
        return GeschilInvoer(
            str(self.onderwerp.currentData()),
            self.omschrijving.toPlainText(),
            _dag(self.op, "ingediend_op"),
            self.partij.currentData(),
        )


class StapDialoog(Invoerdialoog[StapInvoer]):
    """To whom, when, and until when."""

    def __init__(
        self, volgende: str, vandaag: date, bewaar: Callable[[StapInvoer], object], ouder: QWidget | None = None
    ) -> None:
        uitleg = f"Volgens het convenant gaat het nu naar: {volgende}." if volgende else (
            "Het convenant noemt hier niemand meer. Vul zelf in aan wie het wordt voorgelegd."
        )  # fmt: skip
        super().__init__("Geschil voorleggen", "&Leg voor", bewaar, ouder, uitleg=uitleg)
        self.setObjectName("geschilstapdialoog")
        self.bij = Invoerregel(self)
        self.op = Datumveld("Voorgelegd op", self)
        self.op.zet_datum(vandaag)
        self.uiterlijk = Datumveld("Antwoord uiterlijk", self, mag_leeg=True)
        self.bij.setHidden(bool(volgende))
        if not volgende:
            self.formulier.voeg_toe("bij", "&Aan wie", self.bij)
        self.formulier.voeg_toe("voorgelegd_op", "&Voorgelegd op", self.op)
        self.formulier.voeg_toe("uiterlijk", "Antwoord &uiterlijk", self.uiterlijk, "Vandaag herinnert u eraan.")
        self.naast("voorgelegd_op", "uiterlijk")

    def invoer(self) -> StapInvoer:
        return StapInvoer(_dag(self.op, "voorgelegd_op"), self.uiterlijk.datum(), self.bij.text())


@dataclass(frozen=True, slots=True)
class GeschilUitkomst:
    """What came of a step."""

    tekst: str
    op: date
    opgelost: bool


class UitkomstDialoog(Invoerdialoog[GeschilUitkomst]):
    """What came of it; ticked it closes the dispute."""

    def __init__(
        self, wie: object, vandaag: date, bewaar: Callable[[GeschilUitkomst], object], ouder: QWidget | None = None
    ) -> None:
        super().__init__("Uitkomst", "&Bewaar", bewaar, ouder, uitleg=f"Ligt bij: {wie}.")
        self.setObjectName("geschiluitkomstdialoog")
        self.tekst = Tekstveld("Uitkomst", self, regels=3)
        self.tekst.setMinimumWidth(tekstbreedte(self, _BREED))
        self.op = Datumveld("Datum", self)
        self.op.zet_datum(vandaag)
        self.opgelost = Vinkvak("Het geschil is hiermee &afgesloten", self)
        self.opgelost.setAccessibleName("Het geschil is hiermee afgesloten")
        self.formulier.voeg_toe("uitkomst", "&Uitkomst", self.tekst)
        self.formulier.voeg_toe("op", "&Datum", self.op)
        self.formulier.voeg_los_toe(self.opgelost)

    def invoer(self) -> GeschilUitkomst:
        return GeschilUitkomst(self.tekst.toPlainText(), _dag(self.op, "op"), self.opgelost.isChecked())
