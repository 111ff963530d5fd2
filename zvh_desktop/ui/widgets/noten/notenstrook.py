"""What a betrokkene asked about items of a casus, wherever that casus is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from zvh_desktop.services.verzoeken.gegevens import CasusNoot
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class Notenstrook(Statuslabel):
    """A line for each note, with the item before it; nothing when there is none."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(Icoon.INFO, "", ouder, kleur=Kleur.STIL)
        self.setObjectName("notenstrook")
        self.laat_afbreken()
        self.setVisible(False)

    def zet_noten(self, noten: Sequence[CasusNoot]) -> None:
        """Show these."""
        regels = [
            f"{noot.wat}: {noot.zin}{' Dit staat niet in nieuwe stukken.' if noot.beperkt else ''}" for noot in noten
        ]
        self.zet(Icoon.UITROEP if any(noot.beperkt for noot in noten) else Icoon.INFO, "\n".join(regels))
        self.setVisible(bool(noten))
