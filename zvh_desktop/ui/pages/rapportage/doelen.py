"""The goals of the plan of the house, and how they stand in the period that was chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.cijfers.gegevens import Doelinvoer, Doelregel, Rapport
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.rapportage.regeltabel import Regeltabel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, tekstbreedte
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop, zet_toestemming
from zvh_desktop.ui.widgets.velden.keuzeveld import Getalveld, Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

_GROOTST = 100_000


class Doeldialoog(Invoerdialoog[Doelinvoer]):
    """What the goal is, by which figure it is measured, and what it has to be."""

    def __init__(
        self,
        titel: str,
        begin: Doelinvoer,
        plannen: Mapping[str, str],
        maten: Mapping[str, str],
        bewaar: Callable[[Doelinvoer], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(titel, "Be&waar", bewaar, ouder)
        self.setObjectName("doeldialoog")
        self._jaar = begin.jaar
        self.tekst = Tekstveld("Doel", self, regels=2)
        self.tekst.setMinimumWidth(tekstbreedte(self, 60))
        self.tekst.laad(begin.tekst)
        self.plan = self._keuze(plannen, begin.plan)
        self.maat = self._keuze(maten, begin.maat)
        self.richting = self._keuze({"": "ten minste", "ja": "hoogstens"}, "ja" if begin.hoogstens else "")
        self.streefwaarde = Getalveld(self)
        self.streefwaarde.setRange(1, _GROOTST)
        self.streefwaarde.setValue(begin.streefwaarde)
        self.formulier.voeg_toe("tekst", f"&Doel voor {begin.jaar}", self.tekst)
        self.formulier.voeg_toe("plan", "&Plan", self.plan)
        self.formulier.voeg_toe("maat", "&Cijfer", self.maat)
        self.formulier.voeg_toe("hoogstens", "Dat &is", self.richting)
        self.formulier.voeg_toe("streefwaarde", "&Streefwaarde", self.streefwaarde)
        self.naast("hoogstens", "streefwaarde")

    def _keuze(self, keuzes: Mapping[str, str], begin: str) -> Keuzeveld:
        veld = Keuzeveld(self)
        for sleutel, naam in keuzes.items():
            veld.addItem(naam, sleutel)
        veld.setCurrentIndex(max(0, veld.findData(begin)))
        return veld

    def invoer(self) -> Doelinvoer:
        return Doelinvoer(
            self._jaar,
            str(self.plan.currentData()),
            self.tekst.toPlainText(),
            str(self.maat.currentData()),
            self.streefwaarde.value(),
            hoogstens=bool(self.richting.currentData()),
        )


def _tekst(regel: Doelregel) -> str:
    return regel.invoer.tekst


def _plan(regel: Doelregel) -> str:
    return regel.plan


def _maat(regel: Doelregel) -> str:
    return regel.maat


def _streven(regel: Doelregel) -> str:
    return regel.streeft_naar


def _stand(regel: Doelregel) -> str:
    return regel.stand_tekst


def _oordeel(regel: Doelregel) -> str:
    return regel.oordeel


class DoelenBlad(QWidget):
    """The table with its three buttons."""

    gewijzigd = Signal()

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("rapportage_doelen")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._jaar = 0
        self.uitleg = StilleTekst("", self)
        self.tabel: Regeltabel[Doelregel] = Regeltabel(
            "rapportage_doelen_tabel",
            "Doelen",
            (
                Kolom[Doelregel]("doel", "Doel", _tekst, breedte=34),
                Kolom[Doelregel]("plan", "Plan", _plan, breedte=16),
                Kolom[Doelregel]("cijfer", "Cijfer", _maat, breedte=34),
                Kolom[Doelregel]("streven", "Streven", _streven, breedte=18),
                Kolom[Doelregel]("stand", "Stand", _stand, breedte=12),
                Kolom[Doelregel]("oordeel", "Oordeel", _oordeel, breedte=14),
            ),
            gereedschap.klembord,
            self,
        )
        self.nieuw_knop = knop("doel_nieuw_knop", "Nieuw doel…", self, Icoon.PLUS)
        self.wijzig_knop = knop("doel_wijzig_knop", "Wijzig…", self, Icoon.POTLOOD)
        self.weg_knop = gereedschapsknop("doel_weg_knop", Icoon.PRULLENBAK, "Haal weg", "Dit doel weghalen", self)
        rij = QHBoxLayout()
        rij.setSpacing(RASTER)
        for een in (self.nieuw_knop, self.wijzig_knop, self.weg_knop):
            rij.addWidget(een)
        rij.addStretch(1)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RASTER, RUIM, RASTER, RASTER)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.uitleg)
        indeling.addLayout(rij)
        indeling.addWidget(self.tabel, 1)
        self._verbind()

    def _verbind(self) -> None:
        self.nieuw_knop.clicked.connect(self.nieuw)
        self.wijzig_knop.clicked.connect(self.wijzig)
        self.weg_knop.clicked.connect(self.haal_weg)
        self.tabel.tabel.rij_geopend.connect(self._on_geopend)

    def zet(self, rapport: Rapport, jaar: int) -> None:
        """The goals of the last year of this period."""
        self._jaar = jaar
        self.uitleg.setText(
            f"Doelen voor {jaar} uit het {rapport.plan}, met de stand in {rapport.naam}. "
            "Een doel noemt een cijfer van deze pagina."
        )
        self.tabel.zet_regels(rapport.doelen)
        self.toon_knoppen()

    def toon_knoppen(self) -> None:
        """What can be done now."""
        mag = self._diensten.mag(Recht.CIJFERS_UITGEVEN)
        regel = self.tabel.gekozen()
        zet_toestemming(self.nieuw_knop, mag, verder=bool(self._jaar), reden="Kies eerst een tijdvak.")
        for een in (self.wijzig_knop, self.weg_knop):
            zet_toestemming(een, mag, verder=regel is not None, reden="Kies eerst een doel.")

    def nieuw(self) -> None:
        """Add a goal."""
        plan = next(iter(self._diensten.cijfers.plannen()))
        self._vraag("Nieuw doel", Doelinvoer(self._jaar, plan, "", "instroom", 10), None)

    def wijzig(self) -> None:
        """Change the goal that was chosen."""
        regel = self.tabel.gekozen()
        if regel is not None:
            self._vraag("Doel wijzigen", regel.invoer, regel.id)

    def _on_geopend(self) -> None:
        if self.wijzig_knop.isEnabled():
            self.wijzig()

    def _vraag(self, titel: str, begin: Doelinvoer, doel_id: int | None) -> None:
        dienst = self._diensten.cijfers
        bewaar = partial(self._bewaar, doel_id)
        if Doeldialoog(titel, begin, dienst.plannen(), dienst.doelmaten(), bewaar, self).antwoord() is not None:
            self.gewijzigd.emit()

    def _bewaar(self, doel_id: int | None, invoer: Doelinvoer) -> object:
        return self._diensten.cijfers.bewaar_doel(replace(invoer, jaar=self._jaar), doel_id)

    def haal_weg(self) -> None:
        """Take it away, after asking."""
        regel = self.tabel.gekozen()
        if regel is None:
            return
        melder = self._gereedschap.melder
        if not melder.bevestig(self, "Dit doel weghalen? De tekst en de streefwaarde gaan weg.", "Haal weg"):
            return
        try:
            self._diensten.cijfers.verwijder_doel(regel.id)
        except GebruikersFout as fout:
            melder.toon_fout(self, fout)
        self.gewijzigd.emit()

    def maak_leeg(self) -> None:
        """Forget everything, at the lock."""
        self._jaar = 0
        self.tabel.zet_regels(())
