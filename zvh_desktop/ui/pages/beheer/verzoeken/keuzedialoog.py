"""One of a list, what is done with it, and why: for items, notes, answers of partijen and the decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


@dataclass(frozen=True, slots=True)
class Optie:
    """A line to choose, and what is shown of it in full."""

    sleutel: object
    tekst: str
    voluit: str = ""


@dataclass(frozen=True, slots=True)
class Keuzevraag:
    """What the dialog asks. Empty ``onderdelen``: nothing to choose from. Empty ``veld``: nothing to type."""

    titel: str
    uitleg: str
    wat: str
    daden: Sequence[Optie]
    onderdelen: Sequence[Optie] = ()
    onderdeel: str = "&Onderdeel"
    veld: str = "reden"
    label: str = "&Reden"
    doe: str = "&Bewaar"
    dag: date | None = None
    dag_naam: str = ""
    """Asked for when it has a name."""


@dataclass(frozen=True, slots=True)
class Keuzeantwoord:
    """What was chosen and typed."""

    onderdeel: object
    daad: object
    tekst: str
    dag: date | None


class KeuzeDialoog(Invoerdialoog[Keuzeantwoord]):
    """A form of the fields that were asked for."""

    def __init__(
        self, vraag: Keuzevraag, bewaar: Callable[[Keuzeantwoord], object], ouder: QWidget | None = None
    ) -> None:
        super().__init__(vraag.titel, vraag.doe, bewaar, ouder, uitleg=vraag.uitleg)
        self.setObjectName("verzoekkeuzedialoog")
        self._vraag = vraag
        self.onderdeel = Keuzeveld(self)
        self.voluit = Tekstveld("Tekst van het onderdeel", self, regels=4)
        self.voluit.setReadOnly(True)
        self.daad = Keuzeveld(self)
        self.dag = Datumveld(vraag.dag_naam or "Dag", self, mag_leeg=True)
        self.tekst = Tekstveld(vraag.label.replace("&", ""), self, regels=3)
        self.tekst.setMinimumWidth(tekstbreedte(self, 66))
        if vraag.onderdelen:
            for een in vraag.onderdelen:
                self.onderdeel.addItem(een.tekst, een.sleutel)
            self.formulier.voeg_toe("onderdeel", vraag.onderdeel, self.onderdeel)
            self.formulier.voeg_toe("voluit", "Te&kst", self.voluit)
            self.onderdeel.currentIndexChanged.connect(self._toon_voluit)
            self._toon_voluit()
        self.onderdeel.setVisible(bool(vraag.onderdelen))
        self.voluit.setVisible(bool(vraag.onderdelen))
        for een in vraag.daden:
            self.daad.addItem(een.tekst, een.sleutel)
        self.daad.setVisible(bool(vraag.daden))
        if vraag.daden:
            self.formulier.voeg_toe("daad", f"&{vraag.wat}", self.daad)
        self.dag.setVisible(bool(vraag.dag_naam))
        if vraag.dag_naam:
            self.dag.zet_datum(vraag.dag)
            self.formulier.voeg_toe("op", vraag.dag_naam, self.dag)
        self.tekst.setVisible(bool(vraag.veld))
        if vraag.veld:
            self.formulier.voeg_toe(vraag.veld, vraag.label, self.tekst)

    def _toon_voluit(self) -> None:
        rij = self.onderdeel.currentIndex()
        self.voluit.laad(self._vraag.onderdelen[rij].voluit if rij >= 0 else "")

    def invoer(self) -> Keuzeantwoord:
        return Keuzeantwoord(
            self.onderdeel.currentData(), self.daad.currentData(), self.tekst.toPlainText(), self.dag.datum()
        )

    @classmethod
    def vraag_om(cls, vraag: Keuzevraag, bewaar: Callable[[Keuzeantwoord], object], *, ouder: QWidget) -> object:
        """True when saved, None when not."""
        return cls(vraag, bewaar, ouder).antwoord()
