"""The manual in a window of its own, open at the chapter of where the user is (F1).

It stands beside the work instead of in front of it, so that a step can be read and done at the same time.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.ui.protocollen import Hulphoofdstuk
from zvh_desktop.ui.scherm import zet_maat
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen, Invoerregel
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.velden.hulptekst import Hulptekst


class Hulpvenster(QDialog):
    """Chapters at the left, the text at the right, and a field that leaves only chapters with a word."""

    def __init__(self, hoofdstukken: Sequence[Hulphoofdstuk], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("hulpvenster")
        zet_venstertitel(self, "Hulp")
        self._hoofdstukken = tuple(hoofdstukken)
        self._bouw()
        self._verbind()
        zet_maat(self, tekstbreedte(self, 118), self.fontMetrics().lineSpacing() * 42)

    def _bouw(self) -> None:
        self.zoek_veld = Invoerregel(self)
        self.zoek_veld.setObjectName("hulp_zoek_veld")
        self.zoek_veld.setAccessibleName("Zoek in de handleiding")
        self.zoek_veld.setPlaceholderText("Zoek in de handleiding")
        self.zoek_veld.setClearButtonEnabled(True)
        self.lijst = QListWidget(self)
        self.lijst.setObjectName("hulp_hoofdstukken")
        self.lijst.setAccessibleName("Hoofdstukken")
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.setWordWrap(True)
        self.lijst.setSpacing(RASTER // 4)
        for hoofdstuk in self._hoofdstukken:
            QListWidgetItem(hoofdstuk.titel, self.lijst)
        self.tekst = Hulptekst(self)
        self.tekst.setObjectName("hulp_tekst")
        self.tekst.setAccessibleName("Tekst van de handleiding")
        self.tekst.setOpenLinks(False)
        self.tekst.document().setDocumentMargin(RUIM)
        links = QVBoxLayout()
        links.setSpacing(RASTER)
        links.addWidget(self.zoek_veld)
        links.addWidget(self.lijst, 1)
        for widget in (self.zoek_veld, self.lijst):
            widget.setFixedWidth(tekstbreedte(self, 30))
        midden = QHBoxLayout()
        midden.setSpacing(RUIM)
        midden.addLayout(links)
        midden.addWidget(self.tekst, 1)
        self._knoppen = Dialoogknoppen(self)
        self.sluit_knop = self._knoppen.maak("&Sluiten", QDialogButtonBox.ButtonRole.RejectRole)
        self.sluit_knop.setObjectName("hulp_sluit_knop")
        self.sluit_knop.setAccessibleName("Sluiten")
        self.sluit_knop.setAutoDefault(False)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RUIM, RUIM, RUIM, RUIM)
        indeling.setSpacing(RUIM)
        indeling.addLayout(midden, 1)
        indeling.addWidget(self._knoppen)

    def _verbind(self) -> None:
        self.lijst.currentRowChanged.connect(self._on_hoofdstuk_gekozen)
        self.zoek_veld.textChanged.connect(self._on_zoektekst_gewijzigd)
        self.zoek_veld.returnPressed.connect(self._on_zoeken_gevraagd)
        self.tekst.anchorClicked.connect(self._on_verwijzing_gekozen)
        self._knoppen.rejected.connect(self.reject)

    def toon_hoofdstuk(self, sleutel: str) -> None:
        """Open a chapter; an unknown key opens the first."""
        sleutels = [hoofdstuk.sleutel for hoofdstuk in self._hoofdstukken]
        self.zoek_veld.clear()
        self.lijst.setCurrentRow(sleutels.index(sleutel) if sleutel in sleutels else 0)

    def toont(self, hoofdstukken: Sequence[Hulphoofdstuk]) -> bool:
        """Whether these are the chapters shown here: another house has other words."""
        return self._hoofdstukken == tuple(hoofdstukken)

    def hoofdstuk(self) -> str:
        """The key of the chapter that is open."""
        rij = self.lijst.currentRow()
        return self._hoofdstukken[rij].sleutel if rij >= 0 else ""

    def _on_hoofdstuk_gekozen(self, rij: int) -> None:
        if rij >= 0:
            self.tekst.toon(self._hoofdstukken[rij].tekst)

    def _on_zoektekst_gewijzigd(self, tekst: str) -> None:
        gezocht = gevouwen(tekst)
        zichtbaar = [gezocht in gevouwen(hoofdstuk.leestekst) for hoofdstuk in self._hoofdstukken]
        for rij, past in enumerate(zichtbaar):
            self.lijst.item(rij).setHidden(not past)
        huidig = self.lijst.currentRow()
        if any(zichtbaar) and not (0 <= huidig < len(zichtbaar) and zichtbaar[huidig]):
            self.lijst.setCurrentRow(zichtbaar.index(True))

    def _on_zoeken_gevraagd(self) -> None:
        if self.zoek_veld.text() and not self.tekst.find(self.zoek_veld.text()):
            self.tekst.moveCursor(self.tekst.textCursor().MoveOperation.Start)
            self.tekst.find(self.zoek_veld.text(), QTextDocument.FindFlag(0))

    def _on_verwijzing_gekozen(self, verwijzing: QUrl) -> None:
        bestanden = [hoofdstuk.bestand for hoofdstuk in self._hoofdstukken]
        if verwijzing.path() in bestanden:
            self.zoek_veld.clear()
            self.lijst.setCurrentRow(bestanden.index(verwijzing.path()))
