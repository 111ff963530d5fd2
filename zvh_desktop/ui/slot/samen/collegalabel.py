"""Who else is at what is in view here, by account name, in the status bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from zvh_desktop.models.taal import opsomming
from zvh_desktop.services.kluis.meeluisteren import Collega


class Collegalabel(QLabel):
    """Empty while nobody else is there."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__("", ouder)
        self.setObjectName("collega_label")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setVisible(False)

    def zet(self, collegas: Sequence[Collega], hier: tuple[str, int], *, lijn: bool = True) -> None:
        """``hier``: the kind and id of what is in view. Without ``lijn`` nobody knows."""
        bij_hetzelfde = sorted({een.naam for een in collegas if hier[0] and (een.soort, een.id) == hier})
        alle = sorted({een.naam for een in collegas})
        if not lijn:
            tekst = "Geen verbinding met de server"
        else:
            tekst = f"Ook hier: {opsomming(bij_hetzelfde)}" if bij_hetzelfde else ""
        self.setText(tekst)
        self.setVisible(bool(tekst))
        self.setToolTip(f"Aan het werk: {opsomming(alle)}" if alle and lijn else "")
