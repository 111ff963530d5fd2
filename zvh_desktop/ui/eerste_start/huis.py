"""Which house, and where the vault comes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from zvh_desktop.ui.eerste_start.stap import Stap
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.protocollen import ProfielKeuze
from zvh_desktop.ui.thema import RASTER
from zvh_desktop.ui.widgets.formulier import Formulier

_NAAM = re.compile(r"[\w][\w .-]{0,60}", re.UNICODE)
_ACHTERVOEGSEL = ".kluis"


class HuisStap(Stap):
    """House profile, name of the vault, folder."""

    def __init__(
        self, profielen: Sequence[ProfielKeuze], melder: Melder, begin: Path, ouder: QWidget | None = None
    ) -> None:
        super().__init__(
            "Uw huis en de plaats van de kluis",
            "Het huisprofiel bepaalt de woorden, de regels en de artikelen van uw convenant.",
            ouder,
        )
        self._melder = melder
        self.profiel_keuze = QComboBox(self)
        self.profiel_keuze.setObjectName("profiel_keuze")
        for profiel in profielen:
            self.profiel_keuze.addItem(profiel.naam, profiel.sleutel)
        self.naam_veld = QLineEdit("casustafel", self)
        self.naam_veld.setObjectName("kluisnaam_veld")
        self.naam_veld.setMaxLength(60)
        self.map_veld = QLineEdit(str(begin), self)
        self.map_veld.setObjectName("kluismap_veld")
        self.map_knop = QPushButton("&Bladeren…", self)
        self.map_knop.setObjectName("kluismap_knop")
        self.map_knop.setAccessibleName("Een map kiezen")
        self.map_knop.setAutoDefault(False)
        rij = QWidget(self)
        rij_indeling = QHBoxLayout(rij)
        rij_indeling.setContentsMargins(0, 0, 0, 0)
        rij_indeling.setSpacing(RASTER)
        rij_indeling.addWidget(self.map_veld, 1)
        rij_indeling.addWidget(self.map_knop)
        self.formulier = Formulier(self)
        self.formulier.voeg_toe("profiel", "&Huisprofiel", self.profiel_keuze)
        self.formulier.voeg_toe(
            "naam", "Naam van de &kluis", self.naam_veld, "Dit wordt de naam van de map. Geen namen van personen."
        )
        regel = self.formulier.voeg_toe(
            "map", "&Map waarin de kluis komt", rij, "Een map op uw computer of op de schijf van uw huis."
        )
        regel.label.setBuddy(self.map_veld)
        self.map_veld.setAccessibleName("Map waarin de kluis komt")
        QWidget.setTabOrder(self.naam_veld, self.map_veld)
        QWidget.setTabOrder(self.map_veld, self.map_knop)
        self.inhoud.addWidget(self.formulier)
        self.inhoud.addStretch(1)
        self._verbind()

    def _verbind(self) -> None:
        self.profiel_keuze.currentIndexChanged.connect(self._on_veld_gewijzigd)
        self.naam_veld.textChanged.connect(self._on_veld_gewijzigd)
        self.map_veld.textChanged.connect(self._on_veld_gewijzigd)
        self.map_knop.clicked.connect(self._on_map_gevraagd)

    def profiel(self) -> str:
        """The key of the chosen profile."""
        return str(self.profiel_keuze.currentData() or "")

    def profielnaam(self) -> str:
        """Its name."""
        return self.profiel_keuze.currentText()

    def kluismap(self) -> Path:
        """The folder that will be the vault."""
        naam = self.naam_veld.text().strip().removesuffix(_ACHTERVOEGSEL)
        return Path(self.map_veld.text().strip()) / f"{naam}{_ACHTERVOEGSEL}"

    def klaar(self) -> bool:
        return bool(self.profiel()) and not self._bezwaren()

    def eerste_veld(self) -> QWidget:
        return self.profiel_keuze

    def _bezwaren(self) -> dict[str, str]:
        bezwaren: dict[str, str] = {}
        naam = self.naam_veld.text().strip()
        if not _NAAM.fullmatch(naam):
            bezwaren["naam"] = "Gebruik letters, cijfers, spaties, punten en streepjes."
        ouder = Path(self.map_veld.text().strip())
        if not self.map_veld.text().strip() or not ouder.is_dir():
            bezwaren["map"] = "Deze map bestaat niet. Kies een map met Bladeren."
        elif "naam" not in bezwaren and self.kluismap().exists():
            bezwaren["naam"] = "In deze map staat al een kluis met deze naam. Kies een andere naam."
        return bezwaren

    def _on_veld_gewijzigd(self) -> None:
        bezwaren = self._bezwaren()
        for sleutel in ("naam", "map"):
            self.formulier.regel(sleutel).toon_fout(bezwaren.get(sleutel, ""))
        self.gewijzigd.emit()

    def _on_map_gevraagd(self) -> None:
        gekozen = self._melder.kies_map(self, "Kies de map waarin de kluis komt")
        if gekozen is not None:
            self.map_veld.setText(str(gekozen))
