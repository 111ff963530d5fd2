"""The place Vandaag: what waits for this user, each line with a button that goes to where it is done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.vandaag.vandaag import VandaagBeeld
from zvh_desktop.services.werkplek.plekken import Aanmeldinglijst, BijAanmelding, BijCasus, BijOverleg, BijTafel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.pages.tafel.stapnummers import OVERNEMEN, VERZENDEN, VOORBEREIDEN
from zvh_desktop.ui.pagina import Pagina
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.teksten.datums import datum_voluit, week_tekst
from zvh_desktop.ui.uiterlijk.icons import Icoon, Icoonvlak
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, RUIM, tekstbreedte
from zvh_desktop.ui.widgets.kaart import Kaart, Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.rolvlak import Rolvlak

_ICOON = {Wanneer.NU: Icoon.UITROEP, Wanneer.DEZE_WEEK: Icoon.KLOK, Wanneer.TERMIJNEN: Icoon.VANDAAG}
_MIDDAG, _AVOND = 12, 18
_DELEN_VAN_BEHEER = frozenset(
    {"rolwijzigingen", "datalekken", "opruimen", "samenwerking", "geschillen", "convenant", "verzoeken", "reservekopie"}
)
_PIJLEN: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def doel(wacht: Wacht) -> Plaats:
    """The page on which a line is done, and what is open there."""
    match wacht.plaats:
        case "casus":
            return Plaats("casussen", BijCasus(wacht.sleutel) if wacht.sleutel else None)
        case "aanmelding":
            return Plaats("casussen", BijAanmelding(wacht.sleutel) if wacht.sleutel else Aanmeldinglijst.BEOORDELEN)
        case "terugkoppeling":
            return Plaats("casussen", Aanmeldinglijst.TERUGKOPPELEN)
        case "opschaling" | "oordelen":
            return Plaats("casussen", BijCasus(wacht.sleutel, wacht.plaats))
        case "opruimen_casus":
            return Plaats("casussen", BijCasus(wacht.sleutel, "opruimen"))
        case plaats if plaats in _DELEN_VAN_BEHEER:
            return Plaats("beheer", plaats)
        case "overnemen":
            return Plaats("tafels", BijTafel(wacht.sleutel, VERZENDEN, blad=OVERNEMEN))
        case "tafel":
            punt_id, partij_id = wacht.plek or (None, None)
            stap = VOORBEREIDEN if wacht.plek is not None else None
            return Plaats("tafels", BijTafel(wacht.sleutel, stap, punt_id, partij_id) if wacht.sleutel else None)
        case "overleggen":
            return Plaats("overleggen", BijOverleg(wacht.sleutel) if wacht.sleutel else None)
        case plaats:
            return Plaats(plaats, wacht.sleutel or None)


def groet(nu: datetime) -> str:
    """Say good morning, afternoon or evening."""
    if nu.hour < _MIDDAG:
        return "Goedemorgen."
    return "Goedemiddag." if nu.hour < _AVOND else "Goedenavond."


class Wachtregel(QWidget):
    """One sentence and the button that does something about it."""

    gekozen = Signal(object)

    def __init__(self, wacht: Wacht, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._wacht = wacht
        zin = QLabel(wacht.zin, self)
        zin.setTextFormat(Qt.TextFormat.PlainText)
        zin.setWordWrap(True)
        zin.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.knop: QPushButton = knop("wacht_knop", wacht.knop, self)
        self.knop.setAccessibleName(f"{wacht.knop}: {wacht.zin}")
        self.knop.setMinimumWidth(tekstbreedte(self, 14))
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, HALF, 0, HALF)
        indeling.setSpacing(RASTER)
        indeling.addWidget(Icoonvlak(_ICOON[wacht.wanneer], self))
        indeling.addWidget(zin, 1)
        indeling.addWidget(self.knop)
        self._verbind()

    def _verbind(self) -> None:
        self.knop.clicked.connect(self._on_knop)

    def _on_knop(self) -> None:
        self.gekozen.emit(self._wacht)


class VandaagPagina(Pagina):
    """Headings without lines are left out."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("vandaag_pagina")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._regels: list[Wachtregel] = []
        self._tellingen: dict[str, int] = {}
        self._beurt = 0
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        rol = Rolvlak("Wat vandaag wacht", self)
        self.groet = Kop("", rol.vlak)
        self.datum = StilleTekst("", rol.vlak)
        self.datum.setWordWrap(False)
        kop = QHBoxLayout()
        kop.setSpacing(RUIM)
        kop.addWidget(self.groet, 1)
        kop.addWidget(self.datum, 0, Qt.AlignmentFlag.AlignBottom)
        rol.inhoud.addLayout(kop)
        self._kaarten: dict[Wanneer, Kaart] = {}
        for wanneer in Wanneer:
            kaart = Kaart(wanneer.value, rol.vlak)
            kaart.inhoud.setSpacing(0)
            self._kaarten[wanneer] = kaart
            rol.inhoud.addWidget(kaart)
        mag = self._diensten.mag(Recht.CASUS_LEZEN).mag
        self.leeg = LegeStaat(
            Icoon.VINK if mag else Icoon.BEHEER,
            "Er wacht niets op u" if mag else "Hier staan geen casussen",
            "Hier komt te staan wat u moet doen: oordelen die gevraagd zijn, agenda's die op akkoord wachten, "
            "antwoorden op uitnodigingen en termijnen die aflopen."
            if mag
            else "Als beheerder ziet u geen casussen. Accounts en instellingen vindt u bij Beheer.",
            f"Naar de {letterlijk(self._diensten.termen.tafels)}" if mag else "Naar Beheer",
        )
        self._leeg_doel = "tafels" if mag else "beheer"
        rol.inhoud.addWidget(self.leeg, 1)
        rol.inhoud.addStretch(1)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(rol)

    def _verbind(self) -> None:
        self.leeg.actie_gevraagd.connect(self._on_leeg_gebruikt)

    def vernieuw(self) -> None:
        """In a vault of many years it is read beside the window; what stood there stays until then."""
        nu = self._gereedschap.klok()
        self.groet.setText(groet(nu))
        self.datum.setText(datum_voluit(nu.date()))
        self.datum.setToolTip(week_tekst(nu.date()))
        self._beurt += 1
        if self._diensten.vandaag.is_lang():
            self._tellingen = {}
            self._gereedschap.taken.start(partial(self._lees, self._beurt), gelukt=self._on_gelezen)
        else:
            self._toon(self._diensten.vandaag.toon())

    def _lees(self, beurt: int) -> tuple[int, VandaagBeeld]:
        return beurt, self._diensten.vandaag.toon()

    def _on_gelezen(self, gelezen: tuple[int, VandaagBeeld]) -> None:
        beurt, beeld = gelezen
        if beurt == self._beurt:
            self._toon(beeld)

    def _toon(self, beeld: VandaagBeeld) -> None:
        self._wis()
        # made in the order in which they stand: Tab and the arrow keys follow it
        volgorde = list(Wanneer)
        for wacht in sorted(beeld.regels, key=lambda een: volgorde.index(een.wanneer)):
            regel = Wachtregel(wacht, self._kaarten[wacht.wanneer])
            regel.gekozen.connect(self._on_gekozen)
            regel.knop.installEventFilter(self)
            self._kaarten[wacht.wanneer].inhoud.addWidget(regel)
            self._regels.append(regel)
        bezet = {wacht.wanneer for wacht in beeld.regels}
        for wanneer, kaart in self._kaarten.items():
            kaart.setVisible(wanneer in bezet)
        self.leeg.setVisible(not beeld.regels)
        self._tellingen = {"vandaag": len(beeld.regels), "acties": beeld.open_acties}
        self.telling_gewijzigd.emit(len(beeld.regels))

    def tellingen(self) -> Mapping[str, int]:
        return self._tellingen

    def _wis(self) -> None:
        for regel in self._regels:
            verwijder(regel)
        self._regels = []

    def maak_leeg(self) -> None:
        self._beurt += 1
        self._wis()

    def eerste_focus(self) -> QWidget | None:
        return self._regels[0].knop if self._regels else self.leeg.knop

    def regels(self) -> tuple[Wachtregel, ...]:
        """The lines now shown, from top to bottom."""
        return tuple(self._regels)

    def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
        """Up and Down walk through the lines; a button on its own would go to the next field, whatever that is."""
        if isinstance(gebeurtenis, QKeyEvent) and gebeurtenis.type() is QEvent.Type.KeyPress:
            stap = _PIJLEN.get(gebeurtenis.key())
            knoppen = [regel.knop for regel in self._regels]
            bezig = next((nummer for nummer, een in enumerate(knoppen) if een is doel), None)
            if stap is not None and bezig is not None:
                knoppen[min(max(bezig + stap, 0), len(knoppen) - 1)].setFocus()
                return True
        return super().eventFilter(doel, gebeurtenis)

    def _on_gekozen(self, wacht: Wacht) -> None:
        self.ga_naar.emit(doel(wacht))

    def _on_leeg_gebruikt(self) -> None:
        self.ga_naar.emit(Plaats(self._leeg_doel))
