"""The field for who sits at the table for the partij that is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.verslag_gegevens import AanwezigeRegel
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.widgets.velden.contactveld import ContactenVan, Contactveld


class Afgevaardigdeveld(Contactveld):
    """Its contactpersonen are those of the partij in the current row of the table."""

    def __init__(self, diensten: Diensten, aanwezigen: Toetstabel[AanwezigeRegel], ouder: QWidget) -> None:
        self._aanwezigen = aanwezigen
        super().__init__(ContactenVan(diensten, self._partij), ouder)
        self.setObjectName("verslag_afgevaardigde")
        self.setAccessibleName("Afgevaardigde van de gekozen partij")
        self.setPlaceholderText("Afgevaardigde van de gekozen partij")

    def _partij(self) -> object:
        regel = self._aanwezigen.gekozen()
        return regel.partij_id if regel is not None else None
