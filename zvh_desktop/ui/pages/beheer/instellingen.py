"""Settings of the house: sender, lock delay, answer term, and how the convenant is read where it gives two answers."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.instellingen import MEESTE_MINUTEN_TAFEL, MEESTE_REACTIE_DAGEN, HuisInstellingen
from zvh_desktop.services.huis.regels import HuisLezing, beschrijf_huis
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.deel import BeheerDeel
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.lezingkeuze import Lezingkeuze
from zvh_desktop.ui.widgets.velden.formulier import Formulier
from zvh_desktop.ui.widgets.velden.keuzeveld import Getalveld


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
        self.email = Invoerregel(self.vlak)
        self.telefoon = Invoerregel(self.vlak)
        self.minuten = Getalveld(self.vlak)
        self.minuten.setRange(1, 60)
        self.minuten.setSuffix(" min")
        self.minuten_tafel = Getalveld(self.vlak)
        self.minuten_tafel.setRange(1, MEESTE_MINUTEN_TAFEL)
        self.minuten_tafel.setSuffix(" min")
        self.dagen = Getalveld(self.vlak)
        self.dagen.setRange(0, 60)
        self.dagen.setSuffix(" dagen")
        self.reactie = self._reactietermijn()
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
            "vergrendel_minuten_tafel",
            "Vergrendelen &onder een overleg na",
            self.minuten_tafel,
            "Geldt zolang het overleg van vandaag aan tafel open staat: daar wordt langer gepraat dan getypt.",
        )
        voeg(
            "antwoord_dagen",
            "&Antwoord uiterlijk",
            self.dagen,
            "Zo veel dagen voor het overleg moet een partij op de uitnodiging hebben geantwoord.",
        )
        voeg(
            "reactie_dagen",
            "&Reactie op rondgestuurde stukken binnen",
            self.reactie,
            "Zo veel dagen heeft een partij om te reageren op notulen of een plan. Het staat in de brief.",
        )
        for veld in (self.minuten, self.minuten_tafel, self.dagen, self.reactie):
            veld.setMaximumWidth(tekstbreedte(self, 16))
        termen = self._diensten.termen
        self.lezing_afschaling = self._lezing(
            "lezing_afschaling",
            f"&Wie besluit over {termen.afschaling.replace('&', '&&')}",
            self._huis.lezingen_afschaling,
        )
        self.lezing_casusregisseur = self._lezing(
            "lezing_casusregisseur",
            f"Wie wijst {termen.met_lidwoord('casusregisseur').replace('&', '&&')} aa&n",
            self._huis.lezingen_casusregisseur,
        )
        nieuw = "Wie besl&ist over een nieuwe partij"
        self.lezing_toetreding = self._lezing("lezing_toetreding", nieuw, self._huis.lezingen_toetreding)
        self.inhoud.addWidget(self.smal(self.formulier))
        self.ruimte()
        self.rolvlak.bescherm()
        self.formulier.setEnabled(self.mag())

    def _reactietermijn(self) -> Getalveld:
        """A number of days, or no term at all."""
        veld = Getalveld(self.vlak)
        veld.setRange(0, MEESTE_REACTIE_DAGEN)
        veld.setSuffix(" dagen")
        veld.setSpecialValueText("geen termijn")
        return veld

    def _lezing(self, sleutel: str, label: str, lezingen: tuple[HuisLezing, ...]) -> Lezingkeuze:
        """A field only where the convenant of this house gives two answers."""
        keuze = Lezingkeuze(lezingen, self.vlak)
        if lezingen:
            self.formulier.voeg_toe(
                sleutel, label, keuze, keuze.uitleg(self._diensten.termen.met_lidwoord("procesregisseur"))
            )
        else:
            keuze.setVisible(False)
        return keuze

    def _verbind(self) -> None:
        self.email.textEdited.connect(self._on_veld_gewijzigd)
        self.telefoon.textEdited.connect(self._on_veld_gewijzigd)
        self.minuten.valueChanged.connect(self._on_veld_gewijzigd)
        self.minuten_tafel.valueChanged.connect(self._on_veld_gewijzigd)
        self.dagen.valueChanged.connect(self._on_veld_gewijzigd)
        self.reactie.valueChanged.connect(self._on_veld_gewijzigd)
        self.lezing_afschaling.currentIndexChanged.connect(self._on_veld_gewijzigd)
        self.lezing_casusregisseur.currentIndexChanged.connect(self._on_veld_gewijzigd)
        self.lezing_toetreding.currentIndexChanged.connect(self._on_veld_gewijzigd)

    def vernieuw(self) -> None:
        if self.vuil():
            return
        self._laden = True
        self._getoond = self._diensten.instellingen.toon()
        self.email.setText(self._getoond.afzender_email)
        self.telefoon.setText(self._getoond.afzender_telefoon)
        self.minuten.setValue(self._getoond.vergrendel_minuten)
        self.minuten_tafel.setValue(self._getoond.vergrendel_minuten_tafel)
        self.dagen.setValue(self._getoond.antwoord_dagen)
        self.reactie.setValue(self._getoond.reactie_dagen)
        self.lezing_afschaling.kies(self._getoond.lezing_afschaling)
        self.lezing_casusregisseur.kies(self._getoond.lezing_casusregisseur)
        self.lezing_toetreding.kies(self._getoond.lezing_toetreding)
        self._laden = False

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
            vergrendel_minuten_tafel=self.minuten_tafel.value(),
            antwoord_dagen=self.dagen.value(),
            reactie_dagen=self.reactie.value(),
            lezing_afschaling=self.lezing_afschaling.gekozen(),
            lezing_casusregisseur=self.lezing_casusregisseur.gekozen(),
            lezing_toetreding=self.lezing_toetreding.gekozen(),
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
