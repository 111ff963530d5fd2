"""Asks for whom a JZV file is and where it goes, and makes it beside the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.overnemen.jzv.jzv import (
    GEEN_BSN_UITLEG,
    WIE_UITLEG,
    JzvOntvanger,
    JzvService,
    JzvVraag,
)
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pdf_voorbeeld import schrijf_bestand
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

JZV_KNOP = "JZV-bestand…"
JZV_UITLEG = "De uitkomst als bestand voor een ander systeem, volgens JZV"
_FILTER = "JZV-bestand (*.json)"


class JzvDialoog(Invoerdialoog[JzvOntvanger]):
    """One choice, and what the file will and will not hold."""

    def __init__(self, wat: str, ontvangers: Sequence[JzvOntvanger], ouder: QWidget | None = None) -> None:
        super().__init__(
            f"JZV-bestand van {wat}", "&Kies een plek…", _zelf, ouder, uitleg=f"{WIE_UITLEG} {GEEN_BSN_UITLEG}"
        )
        self.setObjectName("jzvdialoog")
        self._ontvangers = tuple(ontvangers)
        self.wie = Keuzeveld(self)
        self.wie.setMinimumWidth(tekstbreedte(self, 46))
        for plaats, een in enumerate(self._ontvangers):
            self.wie.addItem(een.naam, plaats)
        self.formulier.voeg_toe("wie", "&Voor wie", self.wie)

    def invoer(self) -> JzvOntvanger:
        return self._ontvangers[self.wie.currentIndex()]


@dataclass(frozen=True, slots=True)
class JzvMaker:
    """The work: make it through the gate, keep a copy, write it."""

    dienst: JzvService
    vraag: JzvVraag
    doel: Path

    def __call__(self) -> str:
        """What is said afterwards."""
        stuk = self.dienst.maak(self.vraag)
        schrijf_bestand(self.doel, stuk.inhoud)
        aantal = len(stuk.casusnummers)
        wat = "1 casus" if aantal == 1 else f"{aantal} casussen"
        return f"Het JZV-bestand met {wat} is bewaard. Een kopie staat bij wat is uitgegeven."


def vraag_jzv(
    diensten: Diensten, gereedschap: Gereedschap, vraag: JzvVraag, wat: str, ouder: QWidget
) -> JzvMaker | None:
    """What the user wants made, ready to start; None when nothing. Raises GebruikersFout."""
    ontvanger = JzvDialoog(wat, diensten.jzv.ontvangers(vraag), ouder).antwoord()
    if not isinstance(ontvanger, JzvOntvanger):
        return None
    doel = gereedschap.melder.kies_bestand_opslaan(ouder, "JZV-bestand bewaren", ontvanger.bestandsnaam, _FILTER)
    return None if doel is None else JzvMaker(diensten.jzv, replace(vraag, partij_id=ontvanger.partij_id), doel)


def _zelf(ontvanger: JzvOntvanger) -> object:
    return ontvanger
