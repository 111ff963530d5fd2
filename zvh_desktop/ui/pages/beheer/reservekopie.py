"""Backups: when the last good one was made and where they go, one by hand, and one put back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.taal import datum_lang, tijd
from zvh_desktop.services.beheer.reservekopieen import MEESTE_HOUD, KopieBeeld, KopieInstelling
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.kluis.gegevens import Voortgang
from zvh_desktop.services.kluis.kopieregels import KopieRegel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.terugzetten import TerugzetDialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.deel import BeheerDeel
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur, tekstbreedte
from zvh_desktop.ui.widgets.kaart import Kaart
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.formulier import Formulier
from zvh_desktop.ui.widgets.velden.keuzeveld import Getalveld
from zvh_desktop.ui.widgets.velden.tekstveld import zet_vast


class ReservekopieDeel(BeheerDeel):
    """``terugzetten_gevraagd`` carries the backup that has to take the place of the vault."""

    recht = Recht.RESERVEKOPIE
    terugzetten_gevraagd = Signal(object)

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Reservekopie",
            "Een reservekopie is een hele kluis, net zo versleuteld als deze en met dezelfde wachtwoorden. Na een dag "
            "werk maakt de applicatie er vanzelf een, en ook voordat een nieuwe versie de kluis bijwerkt.",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_reservekopie")
        self._doel: Path | None = None
        self._bezig = False
        self._plaats: Path | None = None
        self._opzij: tuple[Path, ...] = ()
        self._bouw_vanzelf()
        self._bouw_hand()
        self._bouw_terug()
        self.ruimte()
        self.rolvlak.bescherm()
        self._verbind()

    def _bouw_vanzelf(self) -> None:
        self.laatste = Statuslabel(Icoon.INFO, "", self.vlak)
        self.laatste.setObjectName("reservekopie_laatste")
        self.laatste.laat_afbreken()
        self.elders = Statuslabel(Icoon.INFO, "", self.vlak)
        self.elders.setObjectName("reservekopie_elders")
        self.elders.laat_afbreken()
        self.houd = Getalveld(self.vlak)
        self.houd.setRange(1, MEESTE_HOUD)
        self.houd.setSuffix(" dagen")
        self.houd.setMaximumWidth(tekstbreedte(self, 16))
        self.plaats = Invoerregel(self.vlak)
        zet_vast(self.plaats, vast=True)
        self.kies_knop = knop("reservekopie_plaats_knop", "&Tweede plaats kiezen…", self.vlak, Icoon.OPSLAAN)
        self.geen_knop = knop("reservekopie_geen_plaats_knop", "&Geen tweede plaats", self.vlak)
        self.formulier = Formulier(self.vlak)
        self.formulier.voeg_toe(
            "houd",
            "Zo veel dagen &bewaren",
            self.houd,
            "Van elke dag blijft de laatste. Ouder dan de kortste bewaartermijn van het huis wordt geen enkele.",
        )
        self.formulier.voeg_toe(
            "plaats",
            "Twee&de plaats",
            self.plaats,
            "Een map op een andere schijf of van uw organisatie. Een "
            "reservekopie op dezelfde schijf gaat verloren als die schijf kapot gaat.",
        )
        kaart = Kaart("Vanzelf", self.vlak)
        for deel in (self.laatste, self.elders, self.formulier):
            kaart.inhoud.addWidget(deel)
        kaart.inhoud.addLayout(self.rij(self.kies_knop, self.geen_knop))
        self.inhoud.addWidget(self.smal(kaart))

    def _bouw_hand(self) -> None:
        self.maak_knop = knop("reservekopie_knop", "&Reservekopie maken…", self.vlak, Icoon.KOPIE)
        self.stand = Statuslabel(Icoon.INFO, "", self.vlak)
        self.stand.setObjectName("reservekopie_stand")
        self.stand.laat_afbreken()
        kaart = Kaart("Nu een reservekopie maken", self.vlak)
        kaart.inhoud.addWidget(self.tekst("Ook terwijl u werkt. Deze blijft staan tot u haar zelf verwijdert."))
        kaart.inhoud.addLayout(self.rij(self.maak_knop))
        kaart.inhoud.addWidget(self.stand)
        self.inhoud.addWidget(self.smal(kaart))

    def _bouw_terug(self) -> None:
        self.terug_knop = knop("reservekopie_terug_knop", "Reservekopie terug&zetten…", self.vlak, Icoon.GESCHIEDENIS)
        self.opzij_tekst = Statuslabel(Icoon.WAARSCHUWING, "", self.vlak, kleur=Kleur.LET_OP)
        self.opzij_tekst.setObjectName("reservekopie_opzij")
        self.opzij_tekst.laat_afbreken()
        self.opzij_knop = knop("reservekopie_opzij_knop", "Haal de &vervangen kluis weg…", self.vlak, Icoon.PRULLENBAK)
        kaart = Kaart("Terugzetten", self.vlak)
        kaart.inhoud.addWidget(
            self.tekst(
                "U kiest uit de reservekopieën en ziet wat u kwijtraakt. De kluis van nu blijft ernaast staan. Daarna "
                "meldt u zich opnieuw aan; de applicatie zegt dat de kluis ouder is dan wat u al had gezien, en bij "
                "Controle aanvaardt u die stand."
            )
        )
        kaart.inhoud.addLayout(self.rij(self.terug_knop))
        kaart.inhoud.addWidget(self.opzij_tekst)
        kaart.inhoud.addLayout(self.rij(self.opzij_knop))
        self.inhoud.addWidget(self.smal(kaart))

    def _verbind(self) -> None:
        self.maak_knop.clicked.connect(self.maak_kopie)
        self.houd.valueChanged.connect(self._on_veld_gewijzigd)
        self.kies_knop.clicked.connect(self._on_plaats_gevraagd)
        self.geen_knop.clicked.connect(self._on_geen_plaats_gevraagd)
        self.terug_knop.clicked.connect(self.zet_terug)
        self.opzij_knop.clicked.connect(self._on_opzij_weg)

    def vernieuw(self) -> None:
        if not self.vuil():
            self._toon(self._diensten.reservekopieen.beeld())

    def _toon(self, beeld: KopieBeeld) -> None:
        self._laden = True
        self.houd.setValue(beeld.instelling.houd)
        self._laden = False
        self._zet_plaats(beeld.instelling.plaats)
        self._zet_laatste(beeld)
        self._opzij = tuple(deel.map for deel in beeld.opzij)
        zin = "" if not beeld.opzij else f"De kluis die is vervangen, staat nog in {beeld.opzij[0].map}."
        self.opzij_tekst.zet(Icoon.WAARSCHUWING, zin, kleur=Kleur.LET_OP)
        self.opzij_knop.setVisible(bool(beeld.opzij))
        for deel in (self.maak_knop, self.kies_knop, self.terug_knop, self.opzij_knop):
            self.zet_recht(deel, Recht.RESERVEKOPIE)

    def _zet_laatste(self, beeld: KopieBeeld) -> None:
        if beeld.laatst is None:
            self.laatste.zet(
                Icoon.WAARSCHUWING, "Vanzelf is er nog geen goede reservekopie gemaakt.", kleur=Kleur.LET_OP
            )
        else:
            hier = beeld.laatst.astimezone()
            wat = f"De laatste goede reservekopie is van {datum_lang(hier.date())} om {tijd(hier)}."
            lang = f" Langer dan {beeld.kortste_termijn} blijft er geen staan." if beeld.kortste_termijn else ""
            self.laatste.zet(Icoon.VINK, f"{wat} Ze staan in {beeld.hier}.{lang}", kleur=Kleur.GOED)
        if beeld.elders is None:
            zin = "Op een andere schijf staat er geen." if beeld.laatst is not None else ""
            self.elders.zet(Icoon.WAARSCHUWING, zin, kleur=Kleur.LET_OP)
        else:
            zin = f"De laatste op een andere schijf is van {datum_lang(beeld.elders.astimezone().date())}."
            self.elders.zet(Icoon.VINK, zin, kleur=Kleur.GOED)

    def _zet_plaats(self, plaats: Path | None) -> None:
        self._plaats = plaats
        self.plaats.setText(str(plaats) if plaats is not None else "geen")
        self.zet_recht(self.geen_knop, Recht.RESERVEKOPIE, verder=plaats is not None, reden="Er is geen tweede plaats.")

    def maak_leeg(self) -> None:
        self.stand.zet(Icoon.INFO, "")
        self._zet_plaats(None)
        self.vergeet_wijziging()

    def eerste_focus(self) -> QWidget | None:
        return self.maak_knop if self.mag() else None

    def bewaar_velden(self) -> None:
        self.formulier.wis_fouten()
        self._diensten.reservekopieen.bewaar(KopieInstelling(self.houd.value(), self._plaats))

    def toon_weigering(self, fout: GebruikersFout) -> None:
        if not (isinstance(fout, InvoerOngeldig) and self.formulier.toon_fout(fout)):
            super().toon_weigering(fout)

    def _on_plaats_gevraagd(self) -> None:
        map_ = self._gereedschap.melder.kies_map(self, "Kies de tweede plaats voor reservekopieën")
        if map_ is not None:
            self._bewaar_plaats(map_)

    def _on_geen_plaats_gevraagd(self) -> None:
        self._bewaar_plaats(None)

    def _bewaar_plaats(self, plaats: Path | None) -> None:
        if self.lukt(partial(self._diensten.reservekopieen.bewaar, KopieInstelling(self.houd.value(), plaats))):
            self.vernieuw()

    def maak_kopie(self) -> None:
        """Let the user choose a folder and make the copy in a new folder there."""
        if self._bezig:  # the button stays on meanwhile: switched off it would let go of the keys
            return
        map_ = self._gereedschap.melder.kies_map(self, "Kies waar de reservekopie moet komen")
        if map_ is None:
            return
        moment = self._gereedschap.klok()
        self._doel = map_ / f"{self._diensten.sessie.kluis_naam} reservekopie {moment:%Y-%m-%d %H.%M}.kluis"
        self._bezig = True
        self.stand.zet(Icoon.KLOK, "De reservekopie wordt gemaakt en nagekeken…", kleur=Kleur.STIL)
        taak = self._gereedschap.taken.start_met_voortgang(
            partial(self._diensten.beheer.maak_reservekopie, self._doel),
            ouder=self,
            titel="Reservekopie maken",
            gelukt=self._on_gemaakt,
            mislukt=self._on_niet_gemaakt,
        )
        taak.voorbij.connect(self._on_voorbij)
        taak.afgebroken.connect(self._on_gestopt)

    def _on_gemaakt(self, _niets: object) -> None:
        self.vernieuw()
        self.stand.zet(Icoon.VINK, f"De reservekopie is gemaakt en nagekeken: {self._doel}", kleur=Kleur.GOED)
        self.opgeslagen.emit()

    def _on_voorbij(self) -> None:
        self._bezig = False

    def _on_gestopt(self) -> None:
        self.vernieuw()
        self.stand.zet(Icoon.INFO, "Gestopt: er is geen reservekopie gemaakt.", kleur=Kleur.STIL)

    def _on_niet_gemaakt(self, fout: GebruikersFout) -> None:
        self.vernieuw()
        self.stand.zet(Icoon.FOUT, "Er is geen reservekopie gemaakt.", kleur=Kleur.FOUT)
        self._gereedschap.melder.toon_fout(self, fout)

    def zet_terug(self) -> None:
        """Let the user choose a backup; the window closes the vault before it takes its place."""
        gekozen = TerugzetDialoog.vraag(
            self._lees_kopieen,
            self._diensten.sessie.kluis_naam,
            self._gereedschap.taken,
            self._gereedschap.melder,
            self,
        )
        if gekozen is not None:
            self.terugzetten_gevraagd.emit(gekozen)

    def _lees_kopieen(self, map_: Path | None, voortgang: Voortgang) -> tuple[KopieRegel, ...]:
        return self._diensten.reservekopieen.lijst(voortgang, map_)

    def _on_opzij_weg(self) -> None:
        if not self._opzij:
            return
        vraag = (
            f"De vervangen kluis in {self._opzij[0]} wordt verwijderd. Wat alleen daarin staat, is daarna weg. Dit kan "
            "niet ongedaan worden gemaakt."
        )
        if self._gereedschap.melder.bevestig(self, vraag, "Verwijder de vervangen kluis") and self.lukt(
            partial(self._diensten.reservekopieen.verwijder_opzij, self._opzij[0])
        ):
            self.vernieuw()
