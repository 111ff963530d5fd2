"""Backup: choose a folder, wait, and know that the copy was checked."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.deel import BeheerDeel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur
from zvh_desktop.ui.widgets.kaart import Kaart
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class ReservekopieDeel(BeheerDeel):
    """One act; the copy gets a folder of its own with the date in its name."""

    recht = Recht.RESERVEKOPIE

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Reservekopie",
            "Een reservekopie is een hele kluis, net zo versleuteld als deze en met dezelfde wachtwoorden. U kunt hem "
            "maken terwijl u werkt. Kies een map op een andere schijf of een netwerkmap van uw organisatie.",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_reservekopie")
        self._doel: Path | None = None
        self.maak_knop = knop("reservekopie_knop", "&Reservekopie maken…", self.vlak, Icoon.KOPIE)
        self.stand = Statuslabel(Icoon.INFO, "", self.vlak)
        self.stand.setObjectName("reservekopie_stand")
        self.stand.laat_afbreken()
        kaart = Kaart("Reservekopie maken", self.vlak)
        kaart.inhoud.addLayout(self.rij(self.maak_knop))
        kaart.inhoud.addWidget(self.stand)
        self.inhoud.addWidget(self.smal(kaart))
        terug = Kaart("Reservekopie terugzetten", self.vlak)
        terug.inhoud.addWidget(
            self.tekst(
                "Terugzetten doet u zonder dit venster, met de opdracht zvh herstel en de map van de reservekopie. De "
                "kopie zelf verandert daarbij niet. Opent u daarna de teruggezette kluis, dan meldt de applicatie dat "
                "hij ouder is dan wat u al had gezien. Bij Controle kunt u die stand aanvaarden."
            )
        )
        self.inhoud.addWidget(self.smal(terug))
        self.ruimte()
        self._verbind()

    def _verbind(self) -> None:
        self.maak_knop.clicked.connect(self.maak_kopie)

    def vernieuw(self) -> None:
        self.zet_recht(self.maak_knop, Recht.RESERVEKOPIE)

    def maak_leeg(self) -> None:
        self.stand.zet(Icoon.INFO, "")

    def eerste_focus(self) -> QWidget | None:
        return self.maak_knop if self.mag() else None

    def maak_kopie(self) -> None:
        """Let the user choose a folder and make the copy in a new folder there."""
        map_ = self._gereedschap.melder.kies_map(self, "Kies waar de reservekopie moet komen")
        if map_ is None:
            return
        moment = self._gereedschap.klok()
        self._doel = map_ / f"{self._diensten.sessie.kluis_naam} reservekopie {moment:%Y-%m-%d %H.%M}.kluis"
        self.maak_knop.setEnabled(False)
        self.stand.zet(Icoon.KLOK, "De reservekopie wordt gemaakt en nagekeken…", kleur=Kleur.STIL)
        self._gereedschap.taken.start_met_voortgang(
            partial(self._diensten.beheer.maak_reservekopie, self._doel),
            ouder=self,
            titel="Reservekopie maken",
            gelukt=self._on_gemaakt,
            mislukt=self._on_niet_gemaakt,
        )

    def _on_gemaakt(self, _niets: object) -> None:
        self.vernieuw()
        self.stand.zet(Icoon.VINK, f"De reservekopie is gemaakt en nagekeken: {self._doel}", kleur=Kleur.GOED)
        self.opgeslagen.emit()

    def _on_niet_gemaakt(self, fout: GebruikersFout) -> None:
        self.vernieuw()
        self.stand.zet(Icoon.FOUT, "Er is geen reservekopie gemaakt.", kleur=Kleur.FOUT)
        self._gereedschap.melder.toon_fout(self, fout)
