"""What came of a casus without a besluit: one button with the choices, and what is recorded beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzes import PuntUitkomst
from zvh_desktop.models.taal import opsomming
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.loop.uitkomsten import UitkomstWissel
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.ui.pages.tafel.keuzestrook import Keuzestrook
from zvh_desktop.ui.pages.tafel.loop.uitkomst_kiezen import TerugkomstDialoog
from zvh_desktop.ui.uiterlijk.icons import Icoon

_KEUZES = (
    (PuntUitkomst.NIET_BEHANDELD, "&Niet behandeld…"),
    (PuntUitkomst.AANGEHOUDEN, "&Aangehouden…"),
    (PuntUitkomst.BESPROKEN, "Alleen &besproken"),
    (PuntUitkomst.GEEN, "&Wis de uitkomst"),
)


class Uitkomstzetting:
    """An outcome that is recorded, with the way back; done again it is put on the other agenda again."""

    def __init__(self, diensten: Diensten, doe: Callable[[], UitkomstWissel]) -> None:
        self.tekst = "De uitkomst is vastgelegd."
        self._diensten = diensten
        self._doe = doe
        self._wissel: UitkomstWissel | None = None

    def doe(self) -> None:
        """Record it."""
        self._wissel = self._doe()
        wat = self._wissel.na.zin or "geen uitkomst"
        self.tekst = f"Uitkomst: {wat}."
        if self._wissel.vervolg is not None:
            self.tekst += " De casus staat op de agenda van dat overleg."
        if self._wissel.niet_mee:
            self.tekst += f" Daar mogen niet bij zijn: {opsomming(list(self._wissel.niet_mee))}."

    def terug(self) -> None:
        """As it was, there too."""
        if self._wissel is not None:
            self._diensten.uitkomsten.herstel(self._wissel)


class Uitkomststrook(Keuzestrook):
    """Hidden at a subject of the house itself."""

    def __init__(self, diensten: Diensten, ouder: QWidget | None = None) -> None:
        uitleg = "Niet behandeld, aangehouden of alleen besproken"
        super().__init__("uitkomst", "&Uitkomst zonder besluit", uitleg, diensten, ouder)
        self.vul(_KEUZES)

    def zet(self, punt: VerslagPunt | None, *, mag: bool) -> None:
        self._punt = punt
        self.setVisible(punt is not None and punt.casus_id is not None)
        zin = punt.uitkomst.zin if punt is not None else ""
        self.label.zet(Icoon.INFO, zin)
        self.label.setVisible(bool(zin))
        self.toon_stand(zin, anders="nog geen", mag=mag and punt is not None and not punt.besluiten)

    def kies(self, soort: PuntUitkomst) -> None:
        """Ask what else is needed, and hand over what has to be done."""
        punt = self._punt
        if punt is None:
            return
        zet = partial(self._diensten.uitkomsten.zet, punt.id, soort)
        if soort in (PuntUitkomst.NIET_BEHANDELD, PuntUitkomst.AANGEHOUDEN):
            wanneer = TerugkomstDialoog.vraag(soort, self._diensten.uitkomsten.volgende_tafels(punt.id), ouder=self)
            if wanneer is None:
                return
            zet = partial(self._diensten.uitkomsten.zet, punt.id, soort, wanneer.tot)
            if wanneer.overleg is not None:
                zet = partial(self._diensten.uitkomsten.zet_op_tafel, punt.id, wanneer.overleg, soort)
        self.gekozen.emit(Uitkomstzetting(self._diensten, zet))

    def _kies(self, keuze: Any) -> None:
        self.kies(PuntUitkomst(keuze))
