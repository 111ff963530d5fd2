"""A button for each file that went to the other house."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from zvh_desktop.models.keuzes import DocumentId
from zvh_desktop.services.opschaling.beeld import Overgedragen
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop


class OpschalingStukken(QVBoxLayout):
    """The row that it holds is made again only when these are other files."""

    stuk_gevraagd = Signal(object)
    """The DocumentId."""

    def __init__(self, paneel: QWidget) -> None:
        super().__init__()
        self._paneel = paneel
        self._knoppen: dict[QToolButton, DocumentId] = {}
        self._vlak: QWidget | None = None

    def toon(self, stukken: Sequence[Overgedragen]) -> None:
        """Show these files."""
        if [stuk.id for stuk in stukken] == list(self._knoppen.values()):
            return
        self.maak_leeg()
        vlak = QWidget(self._paneel)
        rij = QHBoxLayout(vlak)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(RASTER)
        for nummer, stuk in enumerate(stukken):
            naam = "Bekijk het dossier" if not nummer else f"Bekijk bijlage {nummer}"
            bekijk = gereedschapsknop(f"opschaling_stuk_{nummer}", Icoon.OOG, naam, "Zoals het is overgedragen", vlak)
            bekijk.clicked.connect(self._on_stuk_gevraagd)
            self._knoppen[bekijk] = stuk.id
            rij.addWidget(bekijk)
        rij.addStretch(1)
        self._vlak = vlak
        self.addWidget(vlak)

    def maak_leeg(self) -> None:
        """No files."""
        self._knoppen.clear()
        if self._vlak is not None:
            verwijder(self._vlak)
            self._vlak = None

    def _on_stuk_gevraagd(self) -> None:
        zender = self.sender()
        document = self._knoppen.get(zender) if isinstance(zender, QToolButton) else None
        if document is not None:
            self.stuk_gevraagd.emit(document)
