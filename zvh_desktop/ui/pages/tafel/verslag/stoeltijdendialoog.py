"""When a partij came and left, put right: the key was pressed too late, or not at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from zvh_desktop.services.tafel.voorzitter.stoeltijden import Stoeltijden
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.widgets.velden.datumveld import Tijdveld


class StoeltijdenDialoog(Invoerdialoog[Stoeltijden]):
    """A field for each time that there is."""

    def __init__(
        self, partij: str, was: Stoeltijden, bewaar: Callable[[Stoeltijden], object], ouder: QWidget | None = None
    ) -> None:
        super().__init__(
            "Tijd van komen of gaan",
            "&Bewaar",
            bewaar,
            ouder,
            uitleg=f"Zo laat kwam of ging {partij} echt. Dat komt zo in het verslag.",
        )
        self.setObjectName("stoeltijdendialoog")
        self.gekomen, self.gegaan = Tijdveld("Gekomen om", self), Tijdveld("Gegaan om", self)
        self._was = was
        for veld, sleutel, label, moment in (
            (self.gekomen, "gekomen", "&Gekomen om", was.gekomen),
            (self.gegaan, "gegaan", "Gegaan &om", was.gegaan),
        ):
            gevraagd = moment is not None or was == Stoeltijden()
            veld.setVisible(gevraagd)
            if moment is not None:
                veld.zet_tijd(moment)
            if gevraagd:
                self.formulier.voeg_toe(sleutel, label, veld)

    def invoer(self) -> Stoeltijden:
        return Stoeltijden(
            self.gekomen.tijd() if self._was.gekomen is not None else None,
            self.gegaan.tijd() if self._was.gegaan is not None else None,
        )
