"""At an aanmelding that was judged: the letter to who handed it in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzes import AanmeldingUitkomst
from zvh_desktop.services.casus.aanmelding_gegevens import AanmeldingBeeld
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.brieven.strook import Briefstrook
from zvh_desktop.ui.terugweg import Poging
from zvh_desktop.ui.widgets.kaart import Kaart


class AanmelderBrief(Kaart):
    """Seen only when there is a letter to make."""

    def __init__(
        self,
        diensten: Diensten,
        gereedschap: Gereedschap,
        lukt: Poging,
        vernieuw: Callable[[], None],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(f"Brief aan {diensten.termen.met_lidwoord('aanmelder')}", ouder)
        self.setObjectName("aanmelder_brief")
        self._diensten = diensten
        self.strook = Briefstrook(diensten, gereedschap, lukt, vernieuw, self)
        self.inhoud.addWidget(self.strook)
        self.setVisible(False)

    def toon(self, beeld: AanmeldingBeeld) -> None:
        """The letter of this aanmelding, once it was judged."""
        beoordeeld = beeld.id and beeld.uitkomst is not AanmeldingUitkomst.OPEN
        regels = self._diensten.brieven.bij_aanmelding(beeld.id) if beoordeeld else ()
        self.strook.toon(regels[0] if regels else None)
        self.setVisible(bool(regels))

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self.strook.maak_leeg()
        self.setVisible(False)
