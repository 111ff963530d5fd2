"""Who comes to the table at this point, or leaves it: every partij with how it stands for this casus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from zvh_desktop.models.keuzes import Aanwezigheid, PartijId
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.models.woorden import AANWEZIGHEID_TEKST
from zvh_desktop.services.tafel.loop.tafelloop_gegevens import PartijAanTafel
from zvh_desktop.services.werkplek.rechten import Toestemming
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RUIM, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import zet_toestemming


class PartijActie(Enum):
    """What is done with the chosen partij."""

    BINNEN = "binnen"
    WEG = "weg"
    OORDEEL = "oordeel"


@dataclass(frozen=True, slots=True)
class PartijTerTafel:
    """One partij and what is done with it."""

    partij: PartijAanTafel
    actie: PartijActie


def _naam(partij: PartijAanTafel) -> object:
    return partij.partij


def _aan_tafel(partij: PartijAanTafel) -> bool:
    return partij.zit and partij.aanwezigheid is Aanwezigheid.AANWEZIG


def _stand(partij: PartijAanTafel) -> object:
    if partij.moet_weg:
        return "Moet van tafel: " + partij.reden
    if partij.zit:
        return "Op de lijst: " + AANWEZIGHEID_TEKST[partij.aanwezigheid]
    return "Mag aan tafel" if partij.mag_binnen else hoofdletter(partij.reden)


def _icoon(partij: PartijAanTafel) -> Icoon:
    if partij.moet_weg:
        return Icoon.WAARSCHUWING
    if _aan_tafel(partij):
        return Icoon.VINK
    return Icoon.CIRKEL if partij.mag_binnen else Icoon.SLOT


def _uitleg(partij: PartijAanTafel) -> str:
    return hoofdletter(partij.reden)


def _eerst(partij: PartijAanTafel) -> tuple[bool, bool, bool, PartijId]:
    return (not partij.moet_weg, not partij.mag_binnen, _aan_tafel(partij), partij.partij_id)


class PartijTerTafelDialoog(Dialoog):
    """First who may come in, then who sits there, then the others with the reason why not."""

    def __init__(
        self,
        casusnummer: str,
        partijen: Sequence[PartijAanTafel],
        mag_oordelen: Toestemming,
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self.setObjectName("partij_ter_tafel_dialoog")
        zet_venstertitel(self, "Aan tafel en van tafel")
        self._keuze: PartijTerTafel | None = None
        self._mag_oordelen = mag_oordelen
        self.tabel: Toetstabel[PartijAanTafel] = Toetstabel(
            "partijen_ter_tafel",
            "Partijen bij dit punt",
            (
                Kolom[PartijAanTafel]("partij", "Partij", _naam, 26, icoon=_icoon),
                Kolom[PartijAanTafel]("stand", "Nu", _stand, 40, uitleg=_uitleg),
            ),
            ouder=self,
            rek=1,
            minste_rijen=8,
        )
        self.tabel.zet_regels(sorted(partijen, key=_eerst))
        self.tabel.setMinimumWidth(tekstbreedte(self, 72))
        uitleg = StilleTekst("Alleen wie rechtmatig aanwezig mag zijn bij deze casus, komt aan tafel.", self)
        self._knoppen = Dialoogknoppen(self)
        self.binnen_knop = self._knoppen.maak("&Aan tafel", QDialogButtonBox.ButtonRole.ActionRole)
        self.weg_knop = self._knoppen.maak("&Van tafel", QDialogButtonBox.ButtonRole.ActionRole)
        self.oordeel_knop = self._knoppen.maak("Geef &oordeel…", QDialogButtonBox.ButtonRole.ActionRole)
        self.niet_knop = self._knoppen.maak("&Sluiten", QDialogButtonBox.ButtonRole.RejectRole)
        for knop, naam, tekst in (
            (self.binnen_knop, "partij_binnen", "Gekozen partij aan tafel"),
            (self.weg_knop, "partij_weg", "Gekozen partij van tafel"),
            (self.oordeel_knop, "partij_oordeel", "Geef oordeel over de gekozen partij"),
            (self.niet_knop, "partij_sluiten", "Sluiten"),
        ):
            knop.setObjectName(naam)
            knop.setAccessibleName(tekst)
            knop.setAutoDefault(False)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop(f"Aan tafel bij casus {casusnummer}", self))
        indeling.addWidget(uitleg)
        indeling.addWidget(self.tabel, 1)
        indeling.addWidget(self._knoppen)
        self._verbind()
        self.tabel.kies(0)
        self.tabel.setFocus()
        self._on_gekozen(self.tabel.gekozen())

    def _verbind(self) -> None:
        self.tabel.regel_gekozen.connect(self._on_gekozen)
        self.tabel.regel_geopend.connect(self._on_geopend)
        self.binnen_knop.clicked.connect(self._on_binnen)
        self.weg_knop.clicked.connect(self._on_weg)
        self.oordeel_knop.clicked.connect(self._on_oordeel)
        self._knoppen.rejected.connect(self.reject)

    def _on_gekozen(self, partij: PartijAanTafel | None) -> None:
        mag = partij is not None and partij.mag_binnen
        self.binnen_knop.setEnabled(mag and partij is not None and not _aan_tafel(partij))
        self.weg_knop.setEnabled(partij is not None and (partij.zit or partij.moet_weg))
        reden = "Deze partij mag al aan tafel." if mag else ""
        zet_toestemming(self.oordeel_knop, self._mag_oordelen, verder=partij is not None and not mag, reden=reden)

    def _on_geopend(self, partij: PartijAanTafel) -> None:
        if _aan_tafel(partij):
            self._klaar(PartijActie.WEG)
        elif partij.mag_binnen:
            self._klaar(PartijActie.BINNEN)
        elif self.oordeel_knop.isEnabled():
            self._klaar(PartijActie.OORDEEL)

    def _on_binnen(self) -> None:
        self._klaar(PartijActie.BINNEN)

    def _on_weg(self) -> None:
        self._klaar(PartijActie.WEG)

    def _on_oordeel(self) -> None:
        self._klaar(PartijActie.OORDEEL)

    def _klaar(self, actie: PartijActie) -> None:
        partij = self.tabel.gekozen()
        if partij is not None:
            self._keuze = PartijTerTafel(partij, actie)
            self.accept()

    @classmethod
    def vraag(
        cls, casusnummer: str, partijen: Sequence[PartijAanTafel], mag_oordelen: Toestemming, *, ouder: QWidget
    ) -> PartijTerTafel | None:
        """Which partij and what, or None."""
        dialoog = cls(casusnummer, partijen, mag_oordelen, ouder)
        keuze = dialoog._keuze if dialoog.exec() == QDialog.DialogCode.Accepted else None
        dialoog.tabel.maak_leeg()
        verwijder(dialoog)
        return keuze
