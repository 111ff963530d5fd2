"""Asks what belongs to the ending of a casus: who has it now, what the aanmelder was told, why it opens again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.services.casus.einden import EindeInvoer, TerugkoppelingInvoer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel


class EindeDialoog(Invoerdialoog[EindeInvoer]):
    """Who has the casus from now on, and since when they know."""

    def __init__(
        self, bij: str, vandaag: date, bewaar: Callable[[EindeInvoer], object], ouder: QWidget | None = None
    ) -> None:
        uitleg = "De casus loopt daarna niet meer bij dit huis. U kunt hem later heropenen, met een reden."
        super().__init__("Casus beëindigen", "&Beëindig", bewaar, ouder, uitleg=uitleg)
        self.setObjectName("eindedialoog")
        self.bij = Invoerregel(bij, self)
        self.bij.setMinimumWidth(tekstbreedte(self, 50))
        self.geinformeerd = Datumveld("Geïnformeerd op", self, mag_leeg=True)
        self.geinformeerd.zet_datum(vandaag)
        self.advies = Tekstveld("Toelichting", self, regels=3)
        self.formulier.voeg_toe("bij", "&Wie heeft de casus, en waar", self.bij)
        self.formulier.voeg_toe("geinformeerd_op", "Geïnformeerd &op", self.geinformeerd)
        self.formulier.voeg_toe("advies", "Toeli&chting", self.advies)

    def invoer(self) -> EindeInvoer:
        return EindeInvoer(self.bij.text(), self.geinformeerd.datum(), self.advies.toPlainText())

    @classmethod
    def vraag(cls, bij: str, vandaag: date, bewaar: Callable[[EindeInvoer], object], *, ouder: QWidget) -> bool:
        """Whether the casus was ended."""
        return cls(bij, vandaag, bewaar, ouder).antwoord() is not None


class TerugkoppelingDialoog(Invoerdialoog[TerugkoppelingInvoer]):
    """When, how and what."""

    def __init__(
        self,
        wie: str,
        begin: TerugkoppelingInvoer | None,
        vandaag: date,
        bewaar: Callable[[TerugkoppelingInvoer], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(f"Terugkoppeling aan {wie}", "&Bewaar", bewaar, ouder)
        self.setObjectName("terugkoppelingdialoog")
        self.op = Datumveld("Teruggekoppeld op", self)
        self.op.zet_datum(begin.op if begin else vandaag)
        self.hoe = Zinregel(begin.hoe if begin else "", self)
        self.wat = Tekstveld("Wat is er gezegd", self, regels=4)
        self.wat.setMinimumWidth(tekstbreedte(self, 50))
        self.wat.laad(begin.wat if begin else "")
        self.formulier.voeg_toe("op", "Teruggekoppeld &op", self.op)
        self.formulier.voeg_toe("hoe", "&Hoe", self.hoe, "Bijvoorbeeld: telefonisch, of per beveiligde mail.")
        self.formulier.voeg_toe("wat", "&Wat is er gezegd", self.wat)

    def invoer(self) -> TerugkoppelingInvoer:
        dag = self.op.datum()
        if dag is None:
            raise InvoerOngeldig("op", "Vul in op welke dag dat was.")
        return TerugkoppelingInvoer(dag, self.hoe.text(), self.wat.toPlainText())

    @classmethod
    def vraag(
        cls,
        wie: str,
        begin: TerugkoppelingInvoer | None,
        vandaag: date,
        bewaar: Callable[[TerugkoppelingInvoer], object],
        *,
        ouder: QWidget,
    ) -> bool:
        """Whether it was recorded. ``wie`` handed the casus in, in the word of the house."""
        return cls(wie, begin, vandaag, bewaar, ouder).antwoord() is not None


class HeropenDialoog(Invoerdialoog[str]):
    """The reason, which goes into the history of the casus."""

    def __init__(self, nummer: str, bewaar: Callable[[str], object], ouder: QWidget | None = None) -> None:
        super().__init__(f"Casus {nummer} heropenen", "&Heropen", bewaar, ouder)
        self.setObjectName("heropendialoog")
        self.reden = Tekstveld("Reden", self, regels=3)
        self.reden.setMinimumWidth(tekstbreedte(self, 50))
        self.formulier.voeg_toe("reden", "&Reden", self.reden)

    def invoer(self) -> str:
        return self.reden.toPlainText()

    @classmethod
    def vraag(cls, nummer: str, bewaar: Callable[[str], object], *, ouder: QWidget) -> bool:
        """Whether the casus was opened again."""
        return cls(nummer, bewaar, ouder).antwoord() is not None
