"""For whom everything of an overleg is printed, and whether each gets a cover sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.draden.te_maken import TeMaken
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen, Vinkvak
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst

_REGELS = 8


@dataclass(frozen=True)
class Afdrukkeuze:
    """Who gets paper."""

    ontvangers: frozenset[str]
    schutbladen: bool


class Afdrukdialoog(Dialoog):
    """Everybody is ticked; the button says that the printer is still to be chosen."""

    def __init__(self, stukken: Sequence[TeMaken], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("afdruk_dialoog")
        zet_venstertitel(self, "Alles afdrukken")
        self._per_ontvanger: dict[str, list[str]] = {}
        for een in stukken:
            self._per_ontvanger.setdefault(een.wie, []).append(een.wat)
        self._bouw()
        self._verbind()
        self._toon_telling()

    def _bouw(self) -> None:
        self.lijst = QListWidget(self)
        self.lijst.setObjectName("afdruk_lijst")
        self.lijst.setAccessibleName("Voor wie wordt afgedrukt")
        for wie, titels in self._per_ontvanger.items():
            regel = QListWidgetItem(f"{wie} ({_stukken(len(titels))})", self.lijst)
            regel.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            regel.setCheckState(Qt.CheckState.Checked)
            regel.setToolTip("\n".join(titels))
        self.lijst.setMinimumWidth(tekstbreedte(self, 60))
        self.lijst.setMinimumHeight(self.fontMetrics().lineSpacing() * _REGELS)
        self.lijst.setCurrentRow(0)
        self.alle_vak = Vinkvak("&Alle ontvangers", self)
        self.alle_vak.setObjectName("afdruk_alle")
        self.alle_vak.setAccessibleName("Alle ontvangers")
        self.alle_vak.setChecked(True)
        self.schutblad_vak = Vinkvak("Met een &schutblad per ontvanger", self)
        self.schutblad_vak.setObjectName("afdruk_schutblad")
        self.schutblad_vak.setAccessibleName("Met een schutblad per ontvanger")
        self.schutblad_vak.setChecked(True)
        self.telling = StilleTekst("", self)
        uitleg = StilleTekst(
            "De stukken komen per ontvanger bij elkaar uit de printer. Drukt u dubbelzijdig af, dan begint elk stuk op "
            "een nieuw vel.",
            self,
        )
        knoppen = Dialoogknoppen(self)
        self.kies_knop = knoppen.maak("&Kies een printer…", QDialogButtonBox.ButtonRole.AcceptRole)
        self.kies_knop.setObjectName("afdruk_kies")
        self.kies_knop.setAccessibleName("Kies een printer")
        knoppen.maak("Annu&leer", QDialogButtonBox.ButtonRole.RejectRole).setAccessibleName("Annuleer")
        knoppen.accepted.connect(self.accept)
        knoppen.rejected.connect(self.reject)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RASTER)
        kop = Kop("Voor wie?", self)
        for deel in (kop, uitleg, self.alle_vak, self.lijst, self.schutblad_vak, self.telling, knoppen):
            indeling.addWidget(deel)

    def _verbind(self) -> None:
        self.lijst.itemChanged.connect(self._on_gevinkt)
        self.alle_vak.clicked.connect(self._on_alle)

    def keuze(self) -> Afdrukkeuze:
        """What stands ticked."""
        namen = list(self._per_ontvanger)
        gekozen = frozenset(namen[rij] for rij in range(self.lijst.count()) if self._aan(rij))
        return Afdrukkeuze(gekozen, self.schutblad_vak.isChecked())

    def _aan(self, rij: int) -> bool:
        return self.lijst.item(rij).checkState() is Qt.CheckState.Checked

    def _toon_telling(self) -> None:
        gekozen = self.keuze().ontvangers
        aantal = sum(len(titels) for wie, titels in self._per_ontvanger.items() if wie in gekozen)
        self.telling.setText(
            f"{_stukken(aantal)} voor {_ontvangers(len(gekozen))}." if gekozen else "Kies ten minste één ontvanger."
        )
        self.kies_knop.setEnabled(bool(gekozen))
        self.alle_vak.setChecked(len(gekozen) == len(self._per_ontvanger))

    # --- slots ------------------------------------------------------------------------------------

    def _on_gevinkt(self, _regel: QListWidgetItem) -> None:
        self._toon_telling()

    def _on_alle(self, aan: bool) -> None:
        stand = Qt.CheckState.Checked if aan else Qt.CheckState.Unchecked
        for rij in range(self.lijst.count()):
            self.lijst.item(rij).setCheckState(stand)

    @classmethod
    def vraag(cls, stukken: Sequence[TeMaken], ouder: QWidget) -> Afdrukkeuze | None:
        """What is to be printed; None when it was called off."""
        dialoog = cls(stukken, ouder)
        keuze = dialoog.keuze() if dialoog.exec() else None
        verwijder(dialoog)
        return keuze


def afgedrukt_zin(stukken: int, ontvangers: int) -> str:
    """What is said when it went to the printer."""
    gaan = "gaat" if stukken == 1 else "gaan"
    return f"{_stukken(stukken)} voor {_ontvangers(ontvangers)} {gaan} naar de printer."


def _stukken(aantal: int) -> str:
    return "1 stuk" if aantal == 1 else f"{aantal} stukken"


def _ontvangers(aantal: int) -> str:
    return "1 ontvanger" if aantal == 1 else f"{aantal} ontvangers"
