"""Appoints who has casusregie: a person of one partij that may be at the casus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.thema import tekstbreedte

Aanwijzing = tuple[PartijId, str]


class CasusregisseurDialoog(Invoerdialoog[Aanwijzing]):
    """Which partij, and who there."""

    def __init__(
        self,
        titel: str,
        partijen: Sequence[tuple[PartijId, str]],
        uitleg: str,
        bewaar: Callable[[Aanwijzing], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(titel, "&Wijs aan", bewaar, ouder, uitleg=uitleg)
        self.setObjectName("casusregisseurdialoog")
        self.partij = QComboBox(self)
        self.partij.setMinimumWidth(tekstbreedte(self, 46))
        for id_, naam in partijen:
            self.partij.addItem(naam, int(id_))
        self.naam = QLineEdit(self)
        self.formulier.voeg_toe("partij", "&Van welke partij", self.partij)
        self.formulier.voeg_toe("naam", "&Naam", self.naam)
        self.bewaar_knop.setEnabled(bool(partijen))

    def invoer(self) -> Aanwijzing:
        partij = self.partij.currentData()
        if not isinstance(partij, int):
            raise InvoerOngeldig("partij", "Kies een partij.")
        return PartijId(partij), self.naam.text()

    @classmethod
    def vraag(
        cls,
        titel: str,
        partijen: Sequence[tuple[PartijId, str]],
        uitleg: str,
        bewaar: Callable[[Aanwijzing], object],
        *,
        ouder: QWidget,
    ) -> bool:
        """Whether somebody was appointed."""
        return cls(titel, partijen, uitleg, bewaar, ouder).antwoord() is not None
