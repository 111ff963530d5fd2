"""Settings of the house: sender, lock delay, answer term, and the reading of the convenant where it gives two."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.instellingen import HuisInstellingen
from zvh_desktop.services.rechten import Recht
from zvh_desktop.services.regels import HuisLezing, beschrijf_huis
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer_delen.deel import BeheerDeel
from zvh_desktop.ui.thema import tekstbreedte
from zvh_desktop.ui.widgets.formulier import Formulier


class HuisInstellingenDeel(BeheerDeel):
    """Saves itself while typing."""

    recht = Recht.INSTELLINGEN_BEHEREN

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Instellingen",
            "Deze instellingen gelden voor het hele huis. Een wijziging wordt vanzelf bewaard.",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_instellingen")
        self._huis = beschrijf_huis(diensten.profiel)
        self._getoond = HuisInstellingen()
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        self.email = QLineEdit(self.vlak)
        self.telefoon = QLineEdit(self.vlak)
        self.minuten = QSpinBox(self.vlak)
        self.minuten.setRange(1, 60)
        self.minuten.setSuffix(" min")
        self.dagen = QSpinBox(self.vlak)
        self.dagen.setRange(0, 60)
        self.dagen.setSuffix(" dagen")
        self.lezing = QComboBox(self.vlak)
        self.lezing.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.formulier = Formulier(self.vlak)
        voeg = self.formulier.voeg_toe
        voeg("afzender_email", "&E-mailadres van de afzender", self.email, "Staat als afzender op de uitnodigingen.")
        voeg("afzender_telefoon", "&Telefoon van de afzender", self.telefoon, "Voor vragen over een uitnodiging.")
        voeg(
            "vergrendel_minuten",
            "&Vergrendelen na",
            self.minuten,
            "Zo lang mag niemand de toetsen of de muis gebruiken voordat de kluis zichzelf vergrendelt.",
        )
        voeg(
            "antwoord_dagen",
            "&Antwoord uiterlijk",
            self.dagen,
            "Zo veel dagen voor het overleg moet een partij op de uitnodiging hebben geantwoord.",
        )
        for veld in (self.minuten, self.dagen):
            veld.setMaximumWidth(tekstbreedte(self, 16))
        if self._huis.lezingen:
            voeg(
                "lezing_afschaling",
                "&Wie besluit over afschaling",
                self.lezing,
                "Het convenant van dit huis geeft twee antwoorden. Leg de keuze vast met de procesregisseur.",
            )
            self.lezing_uitleg = self.tekst("")
            self.formulier.voeg_los_toe(self.lezing_uitleg)
        else:
            self.lezing.setVisible(False)
        for lezing in self._huis.lezingen:
            self.lezing.addItem(f"{lezing.naam} ({lezing.artikel})", lezing.sleutel)
        self.inhoud.addWidget(self.smal(self.formulier))
        self.ruimte()
        self.rolvlak.bescherm()
        self.formulier.setEnabled(self.mag())

    def _verbind(self) -> None:
        self.email.textEdited.connect(self._on_veld_gewijzigd)
        self.telefoon.textEdited.connect(self._on_veld_gewijzigd)
        self.minuten.valueChanged.connect(self._on_veld_gewijzigd)
        self.dagen.valueChanged.connect(self._on_veld_gewijzigd)
        self.lezing.currentIndexChanged.connect(self._on_lezing_gekozen)

    def vernieuw(self) -> None:
        if self.vuil():
            return
        self._laden = True
        self._getoond = self._diensten.instellingen.toon()
        self.email.setText(self._getoond.afzender_email)
        self.telefoon.setText(self._getoond.afzender_telefoon)
        self.minuten.setValue(self._getoond.vergrendel_minuten)
        self.dagen.setValue(self._getoond.antwoord_dagen)
        gekozen = self._getoond.lezing_afschaling or self._huis.standaardlezing
        self.lezing.setCurrentIndex(max(0, self.lezing.findData(gekozen)))
        self._laden = False
        self._toon_lezing()

    def maak_leeg(self) -> None:
        self._laden = True
        self.email.clear()
        self.telefoon.clear()
        self._laden = False
        self.vergeet_wijziging()

    def eerste_focus(self) -> QWidget | None:
        return self.email if self.mag() else None

    def invoer(self) -> HuisInstellingen:
        """What is in the fields."""
        return HuisInstellingen(
            afzender_email=self.email.text().strip(),
            afzender_telefoon=self.telefoon.text().strip(),
            vergrendel_minuten=self.minuten.value(),
            antwoord_dagen=self.dagen.value(),
            lezing_afschaling=str(self.lezing.currentData() or ""),
        )

    def bewaar_velden(self) -> None:
        self.formulier.wis_fouten()
        invoer = self.invoer()
        self._diensten.instellingen.bewaar(invoer)
        self._getoond = invoer
        self.gewijzigd.emit()

    def toon_weigering(self, fout: GebruikersFout) -> None:
        if not (isinstance(fout, InvoerOngeldig) and self.formulier.toon_fout(fout)):
            super().toon_weigering(fout)

    def _on_lezing_gekozen(self, _nummer: int) -> None:
        self._toon_lezing()
        self._on_veld_gewijzigd()

    def _toon_lezing(self) -> None:
        sleutel = self.lezing.currentData()
        lezing: HuisLezing | None = next((een for een in self._huis.lezingen if een.sleutel == sleutel), None)
        if lezing is not None:
            self.lezing_uitleg.setText(f"{lezing.artikel}: {lezing.reden}")
