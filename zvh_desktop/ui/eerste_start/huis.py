"""Which house, and where the vault comes. A house that is not in the list brings its own profile."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, ProfielOngeldig
from zvh_desktop.services.werkplek.invoer import emailadres
from zvh_desktop.ui.eerste_start.stap import Stap
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.protocollen import ProfielBron, ProfielKeuze
from zvh_desktop.ui.uiterlijk.doelen import Drukknop, Invoerregel
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.velden.formulier import Formulier
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

_NAAM = re.compile(r"[\w][\w .-]{0,60}", re.UNICODE)
_ACHTERVOEGSEL = ".kluis"


class HuisStap(Stap):
    """House profile, name of the vault, folder."""

    def __init__(
        self,
        profielen: Sequence[ProfielKeuze],
        uit_bestand: Callable[[Path], ProfielKeuze],
        keur_plaats: Callable[[Path], None],
        melder: Melder,
        begin: Path,
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Uw huis en de plaats van de kluis",
            "Het huisprofiel bepaalt de woorden, de regels en de artikelen van uw convenant.",
            ouder,
        )
        self._melder = melder
        self._uit_bestand = uit_bestand
        self._keur_plaats = keur_plaats
        self._gekeurd: tuple[Path, str] | None = None
        profielrij = self._bouw_profiel(profielen)
        self.naam_veld = Invoerregel("casustafel", self)
        self.naam_veld.setObjectName("kluisnaam_veld")
        self.naam_veld.setMaxLength(60)
        self.map_veld = Invoerregel(str(begin), self)
        self.map_veld.setObjectName("kluismap_veld")
        self.map_knop = Drukknop("&Bladeren…", self)
        self.map_knop.setObjectName("kluismap_knop")
        self.map_knop.setAccessibleName("Bladeren naar een map")
        self.map_knop.setAutoDefault(False)
        rij = QWidget(self)
        rij_indeling = QHBoxLayout(rij)
        rij_indeling.setContentsMargins(0, 0, 0, 0)
        rij_indeling.setSpacing(RASTER)
        rij_indeling.addWidget(self.map_veld, 1)
        rij_indeling.addWidget(self.map_knop)
        self.formulier = Formulier(self)
        profielregel = self.formulier.voeg_toe("profiel", "&Huisprofiel", profielrij)
        profielregel.label.setBuddy(self.profiel_keuze)
        self.profiel_keuze.setAccessibleName("Huisprofiel")
        self.formulier.voeg_toe(
            "naam", "Naam van de &kluis", self.naam_veld, "Dit wordt de naam van de map. Geen namen van personen."
        )
        regel = self.formulier.voeg_toe(
            "map", "&Map waarin de kluis komt", rij, "Een map op uw computer of op de schijf van uw huis."
        )
        regel.label.setBuddy(self.map_veld)
        self.map_veld.setAccessibleName("Map waarin de kluis komt")
        QWidget.setTabOrder(self.profiel_keuze, self.profiel_knop)
        QWidget.setTabOrder(self.profiel_knop, self.naam_veld)
        QWidget.setTabOrder(self.naam_veld, self.map_veld)
        QWidget.setTabOrder(self.map_veld, self.map_knop)
        self._bouw_email()
        QWidget.setTabOrder(self.map_knop, self.email_veld)
        self.inhoud.addWidget(self.formulier)
        self.inhoud.addStretch(1)
        self._verbind()
        self._on_veld_gewijzigd()

    def _bouw_profiel(self, profielen: Sequence[ProfielKeuze]) -> QWidget:
        """Nothing is chosen to begin with: a vault with the rules of another house is of no use."""
        self.profiel_keuze = Keuzeveld(self)
        self.profiel_keuze.setObjectName("profiel_keuze")
        self.profiel_keuze.setPlaceholderText("Kies uw huis")
        for profiel in profielen:
            self.profiel_keuze.addItem(profiel.naam, profiel.sleutel)
        self.profiel_keuze.setCurrentIndex(-1)
        self.profiel_knop = Drukknop("&Ander profiel kiezen…", self)
        self.profiel_knop.setObjectName("ander_profiel_knop")
        self.profiel_knop.setAccessibleName("Ander profiel kiezen, uit een bestand")
        self.profiel_knop.setAutoDefault(False)
        rij = QWidget(self)
        indeling = QHBoxLayout(rij)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.profiel_keuze, 1)
        indeling.addWidget(self.profiel_knop)
        return rij

    def _bouw_email(self) -> None:
        self.email_veld = Invoerregel(self)
        self.email_veld.setObjectName("huis_email_veld")
        self.email_veld.setAccessibleName("E-mailadres van uw huis")
        self.formulier.voeg_toe(
            "email", "&E-mailadres van uw huis", self.email_veld,
            "Staat als afzender op de uitnodigingen. U kunt het ook later bij Beheer invullen.",
        )  # fmt: skip

    def _verbind(self) -> None:
        self.profiel_keuze.currentIndexChanged.connect(self._on_veld_gewijzigd)
        self.naam_veld.textChanged.connect(self._on_veld_gewijzigd)
        self.map_veld.textChanged.connect(self._on_veld_gewijzigd)
        self.email_veld.textChanged.connect(self._on_veld_gewijzigd)
        self.map_knop.clicked.connect(self._on_map_gevraagd)
        self.profiel_knop.clicked.connect(self._on_ander_profiel_gevraagd)

    def profiel(self) -> ProfielBron:
        """The key of the chosen profile, or its file."""
        bron = self.profiel_keuze.currentData()
        return bron if isinstance(bron, Path) else str(bron or "")

    def profielnaam(self) -> str:
        """Its name."""
        return self.profiel_keuze.currentText()

    def kluismap(self) -> Path:
        """The folder that will be the vault."""
        naam = self.naam_veld.text().strip().removesuffix(_ACHTERVOEGSEL)
        return Path(self.map_veld.text().strip()) / f"{naam}{_ACHTERVOEGSEL}"

    def email(self) -> str:
        """The address of the house itself; empty when it comes later."""
        return self.email_veld.text().strip()

    def klaar(self) -> bool:
        return bool(self.profiel()) and not self._bezwaren()

    def eerste_veld(self) -> QWidget:
        return self.profiel_keuze

    def _bezwaren(self) -> dict[str, str]:
        bezwaren: dict[str, str] = {}
        naam = self.naam_veld.text().strip()
        if not _NAAM.fullmatch(naam):
            bezwaren["naam"] = "Gebruik letters, cijfers, spaties, punten en streepjes."
        try:
            emailadres("email", self.email())
        except InvoerOngeldig as fout:
            bezwaren["email"] = str(fout)
        ouder = Path(self.map_veld.text().strip())
        if not self.map_veld.text().strip() or not ouder.is_dir():
            bezwaren["map"] = "Deze map bestaat niet. Kies een map met Bladeren."
        elif bezwaar := self._bezwaar_tegen(ouder):
            bezwaren["map"] = bezwaar
        elif "naam" not in bezwaren and self.kluismap().exists():
            bezwaren["naam"] = "In deze map staat al een kluis met deze naam. Kies een andere naam."
        return bezwaren

    def _bezwaar_tegen(self, map_: Path) -> str:
        """Why no vault can stand in this folder; looked up once for each folder, as a share answers slowly."""
        if self._gekeurd is None or self._gekeurd[0] != map_:
            bezwaar = ""
            try:
                self._keur_plaats(map_)
            except InvoerOngeldig as fout:
                bezwaar = str(fout)
            self._gekeurd = (map_, bezwaar)
        return self._gekeurd[1]

    def _on_veld_gewijzigd(self) -> None:
        bezwaren = self._bezwaren()
        for sleutel in ("naam", "map", "email"):
            self.formulier.regel(sleutel).toon_fout(bezwaren.get(sleutel, ""))
        self.gewijzigd.emit()

    def _on_map_gevraagd(self) -> None:
        gekozen = self._melder.kies_map(self, "Kies de map waarin de kluis komt")
        if gekozen is not None:
            self.map_veld.setText(str(gekozen))

    def _on_ander_profiel_gevraagd(self) -> None:
        bestand = self._melder.kies_bestand_open(self, "Huisprofiel kiezen", "Huisprofielen (*.toml)")
        if bestand is None:
            return
        regel = self.formulier.regel("profiel")
        try:
            keuze = self._uit_bestand(bestand)
        except ProfielOngeldig as fout:
            aantal = len(fout.bevindingen)
            regel.toon_fout(f"Dit profiel is niet te gebruiken: {aantal} {'fout' if aantal == 1 else 'fouten'}.")
            self._melder.toon_fout(self, fout)
            return
        except GebruikersFout as fout:
            regel.toon_fout(str(fout))
            return
        regel.toon_fout("")
        plaats = self.profiel_keuze.findData(keuze.sleutel)
        if plaats < 0:
            self.profiel_keuze.addItem(f"{keuze.naam} ({bestand.name})", keuze.sleutel)
            plaats = self.profiel_keuze.count() - 1
        self.profiel_keuze.setCurrentIndex(plaats)
