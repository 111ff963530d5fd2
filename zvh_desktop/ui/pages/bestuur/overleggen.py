"""The place Overleggen: meetings at tactical and strategic level, where no casus comes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import AgendapuntId, OverlegId, OverlegStatus, VerslagStatus
from zvh_desktop.services.bestuur.gegevens import BestuurRegel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.tafel_plannen import TafelDialoog, voorstel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.bestuur.werkblad import OverlegWerkblad
from zvh_desktop.ui.pagina import Pagina
from zvh_desktop.ui.teksten.bestuur import NIVEAU_TEKST
from zvh_desktop.ui.teksten.datums import tijd_kort
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, RUIM
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop, zet_toestemming
from zvh_desktop.ui.widgets.legestaat import LegeStaat

_VER_WEG = 10_000_000


def _datum(regel: BestuurRegel) -> object:
    return regel.datum


def _eerst_wat_komt(regel: BestuurRegel) -> object:
    """What is still to come first, the nearest on top; then what was held, the latest on top."""
    dag = regel.datum.toordinal()
    return _VER_WEG - dag if regel.status is OverlegStatus.GEHOUDEN else dag


def _tijd(regel: BestuurRegel) -> object:
    return f"{tijd_kort(regel.begin)}-{tijd_kort(regel.einde)}"


def _naam(regel: BestuurRegel) -> object:
    return regel.naam


def _niveau(regel: BestuurRegel) -> object:
    return NIVEAU_TEKST[regel.niveau]


def _stand(regel: BestuurRegel) -> object:
    if regel.verslag_status is VerslagStatus.VASTGESTELD:
        return "verslag vastgesteld"
    return "gehouden" if regel.status is OverlegStatus.GEHOUDEN else "in voorbereiding"


def _stand_icoon(regel: BestuurRegel) -> Icoon:
    if regel.verslag_status is VerslagStatus.VASTGESTELD:
        return Icoon.VINK
    return Icoon.OVERLEGGEN if regel.status is OverlegStatus.GEHOUDEN else Icoon.POTLOOD


def _voorstellen(regel: BestuurRegel) -> object:
    return f"{regel.besluiten} ({regel.open_besluiten} open)" if regel.open_besluiten else regel.besluiten


def _plaats(regel: BestuurRegel) -> object:
    return regel.plaats


class OverleggenPagina(Pagina):
    """``toon`` takes an OverlegId; None shows the list."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("overleggen_pagina")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        self.lijst_vlak = QWidget(self)
        self.wijzig_knop = gereedschapsknop(
            "overleg_wijzigen_knop", Icoon.POTLOOD, "&Wijzig", "Datum en plaats wijzigen (F2)", self.lijst_vlak
        )
        self.weg_knop = gereedschapsknop(
            "overleg_weghalen_knop", Icoon.PRULLENBAK, "&Haal weg", "Dit overleg weghalen (Delete)", self.lijst_vlak
        )
        self.nieuw_knop = knop("overleg_plannen_knop", "Overleg &plannen", self.lijst_vlak, Icoon.PLUS)
        self.nieuw_knop.setToolTip("Overleg plannen (Insert)")
        regel = QHBoxLayout()
        regel.setSpacing(RASTER)
        regel.addWidget(Kop("Overleggen", self.lijst_vlak), 1)
        for deel in (self.wijzig_knop, self.weg_knop, self.nieuw_knop):
            regel.addWidget(deel, 0, Qt.AlignmentFlag.AlignVCenter)
        namen = ", ".join(soort.naam for soort in self._diensten.overleggen.soorten())
        self.uitleg = StilleTekst(f"{namen}. Over casussen gaat het hier niet.", self.lijst_vlak)
        self.tabel = FilterTabel(
            "overleggen",
            "overleggen",
            (
                Kolom[BestuurRegel]("datum", "Datum", _datum, breedte=24, sorteer=_eerst_wat_komt),
                Kolom[BestuurRegel]("tijd", "Tijd", _tijd, breedte=13),
                Kolom[BestuurRegel]("naam", "Overleg", _naam, breedte=36),
                Kolom[BestuurRegel]("niveau", "Niveau", _niveau, breedte=14),
                Kolom[BestuurRegel]("stand", "Stand", _stand, breedte=22, icoon=_stand_icoon),
                Kolom[BestuurRegel]("voorstellen", "Voorstellen", _voorstellen, breedte=14, rechts=True),
                Kolom[BestuurRegel]("plaats", "Plaats", _plaats, breedte=24),
            ),
            leeg=LegeStaat(
                Icoon.OVERLEGGEN,
                "Nog geen overleggen",
                f"Hier staat elk overleg zonder casussen: {namen}. Plan er een met de knop of met Insert.",
                "Overleg plannen",
            ),
            instellingen=self._gereedschap.instellingen,
            klembord=self._gereedschap.klembord,
            ouder=self.lijst_vlak,
        )
        lijst = QVBoxLayout(self.lijst_vlak)
        lijst.setContentsMargins(RANDRUIMTE, RUIM, RANDRUIMTE, RUIM)
        lijst.setSpacing(RUIM)
        lijst.addLayout(regel)
        self.ritme = StilleTekst("", self.lijst_vlak)
        self.ritme.setObjectName("overleggen_ritme")
        lijst.addWidget(self.uitleg)
        lijst.addWidget(self.ritme)
        lijst.addWidget(self.tabel, 1)
        self.werkblad = OverlegWerkblad(self._diensten, self._gereedschap, self)
        self.stapel = QStackedWidget(self)
        self.stapel.addWidget(self.lijst_vlak)
        self.stapel.addWidget(self.werkblad)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(self.stapel)
        self._toevoegen = sneltoets("Ins", waar=self.lijst_vlak)
        self._wijzigen = sneltoets("F2", waar=self.lijst_vlak)
        self._weghalen = sneltoets("Del", waar=self.lijst_vlak)
        self._toon_knoppen()

    def _verbind(self) -> None:
        self.nieuw_knop.clicked.connect(self.plan)
        self.wijzig_knop.clicked.connect(self.wijzig)
        self.weg_knop.clicked.connect(self.verwijder)
        self._toevoegen.activated.connect(self.plan)
        self._wijzigen.activated.connect(self.wijzig)
        self._weghalen.activated.connect(self.verwijder)
        self.tabel.leeg.actie_gevraagd.connect(self.plan)
        self.tabel.regel_gekozen.connect(self._toon_knoppen)
        self.tabel.regel_geopend.connect(self._on_regel_geopend)
        self.werkblad.opgeslagen.connect(self.opgeslagen)
        self.werkblad.wijzigen_gevraagd.connect(self.wijzig)
        self.werkblad.lijst_gevraagd.connect(self._on_lijst_gevraagd)

    # --- the page ---------------------------------------------------------------------------------

    def vernieuw(self) -> None:
        self.tabel.zet_regels(self._diensten.overleggen.lijst())
        self.ritme.setText("\n".join(stand.zin for stand in self._diensten.overleggen.ritme()))
        self.ritme.setVisible(bool(self.ritme.text()))
        if self.tabel.gekozen() is None:
            self.tabel.kies(0)
        self._toon_knoppen()
        self.werkblad.vernieuw()

    def toon(self, onderdeel_id: object) -> None:
        sleutel, punt_id = onderdeel_id if isinstance(onderdeel_id, tuple) else (onderdeel_id, None)
        if not isinstance(sleutel, int):
            self.stapel.setCurrentWidget(self.lijst_vlak)
            self.werkblad.maak_leeg()
            return
        try:
            self.werkblad.toon_overleg(OverlegId(sleutel))
        except GebruikersFout:
            self.toon(None)
            raise
        self.stapel.setCurrentWidget(self.werkblad)
        if isinstance(punt_id, int):
            self.werkblad.kies_punt(AgendapuntId(punt_id))

    def onderdeel(self) -> object:
        return self.werkblad.overleg_id

    def bewaar_nu(self) -> None:
        self.werkblad.bewaar_nu()

    def maak_leeg(self) -> None:
        self.tabel.maak_leeg()
        self.werkblad.maak_leeg()
        self.stapel.setCurrentWidget(self.lijst_vlak)

    def eerste_focus(self) -> QWidget | None:
        return self.werkblad.eerste_focus() if self.onderdeel() is not None else self.tabel.tabel

    # --- what can be done with the list -----------------------------------------------------------

    def plan(self) -> None:
        """Plan a meeting and open it."""
        if not self.nieuw_knop.isEnabled():
            return
        overleggen = self._diensten.overleggen
        soorten = overleggen.soorten()
        regels = overleggen.lijst()
        vorige = overleggen.toon(regels[0].id).kop.invoer if regels else None
        begin = voorstel(self._gereedschap.klok().date(), soorten[0].sleutel if soorten else "", vorige)
        gepland = TafelDialoog.vraag(
            "Overleg plannen", "Pl&an dit overleg", soorten, begin, overleggen.plan, overleggen.feestdag, ouder=self
        )
        if gepland is not None:
            self.vernieuw()
            self.opgeslagen.emit()
            self.ga_naar.emit("overleggen", gepland)

    def wijzig(self) -> None:
        """Change date, time, place or people of the open or chosen meeting."""
        overleg_id = self._gekozen_id()
        if overleg_id is None or not self._diensten.mag(Recht.TAFEL_BEHEREN).mag:
            return
        overleggen = self._diensten.overleggen
        invoer = overleggen.toon(overleg_id).kop.invoer
        gewijzigd: list[bool] = []
        TafelDialoog.vraag(
            "Overleg wijzigen",
            "&Bewaar",
            tuple(soort for soort in overleggen.soorten() if soort.sleutel == invoer.soort),
            invoer,
            partial(self._bewaar_kop, overleg_id, gewijzigd),
            overleggen.feestdag,
            ouder=self,
        )
        if gewijzigd:
            self.vernieuw()
            self.opgeslagen.emit()

    def _bewaar_kop(self, overleg_id: OverlegId, gewijzigd: list[bool], invoer: OverlegInvoer) -> None:
        self._diensten.overleggen.wijzig(overleg_id, invoer)
        gewijzigd.append(True)

    def verwijder(self) -> None:
        """Remove the chosen meeting, which has not been held."""
        regel = self.tabel.gekozen()
        if regel is None or not self.weg_knop.isEnabled():
            return
        vraag = f"De agenda van dit overleg ({regel.naam}) verdwijnt. Dit kunt u niet ongedaan maken."
        if not self._gereedschap.melder.bevestig(self, vraag, "Verwijder dit overleg"):
            return
        try:
            self._diensten.overleggen.verwijder(regel.id)
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return
        self.vernieuw()
        self.opgeslagen.emit()

    def _gekozen_id(self) -> OverlegId | None:
        if self.werkblad.overleg_id is not None:
            return self.werkblad.overleg_id
        regel = self.tabel.gekozen()
        return regel.id if regel is not None else None

    def _toon_knoppen(self) -> None:
        mag = self._diensten.mag(Recht.TAFEL_BEHEREN)
        regel = self.tabel.gekozen()
        vast = regel is not None and regel.verslag_status is VerslagStatus.VASTGESTELD
        gehouden = regel is not None and regel.status is OverlegStatus.GEHOUDEN
        zet_toestemming(self.nieuw_knop, mag)
        zet_toestemming(
            self.wijzig_knop,
            mag,
            verder=regel is not None and not vast,
            reden="Het verslag is vastgesteld." if vast else "Kies eerst een overleg.",
        )
        zet_toestemming(
            self.weg_knop,
            mag,
            verder=regel is not None and not gehouden,
            reden="Dit overleg is gehouden. Het blijft daarom bewaard." if gehouden else "Kies eerst een overleg.",
        )
        self.tabel.leeg.knop.setVisible(mag.mag)

    def _on_regel_geopend(self, regel: BestuurRegel) -> None:
        self.ga_naar.emit("overleggen", regel.id)

    def _on_lijst_gevraagd(self) -> None:
        self.ga_naar.emit("overleggen", None)
