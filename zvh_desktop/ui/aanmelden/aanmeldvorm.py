"""How the login looks: which vault, who, the password and the buttons. What they do is in aanmeldvenster.py."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from zvh_desktop.ui.aanmelden.aanmeldknoppen import Aanmeldknoppen
from zvh_desktop.ui.aanmelden.kluiskeuze import Kluiskeuze
from zvh_desktop.ui.aanmelden.serverdeel import Serverdeel
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.toetsenbord.sneltoetsen import venstertoets
from zvh_desktop.ui.uiterlijk.icons import Icoon, Icoonvlak
from zvh_desktop.ui.uiterlijk.thema import HALF, RANDRUIMTE, RASTER, RUIM, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.formulier import Formulierregel
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.wachtwoordveld import Wachtwoordveld

_MEESTE_NAAMTEKENS = 200


class Aanmeldvorm(Dialoog):
    """Fields and buttons without a behaviour of their own."""

    def __init__(self, ouder: QWidget | None = None, *, vergrendeld: bool = False) -> None:
        super().__init__(ouder)
        self.setObjectName("aanmeldvenster")
        zet_venstertitel(self, "vergrendeld" if vergrendeld else "aanmelden")
        self._vergrendeld = vergrendeld
        self._bouw()

    def _bouw(self) -> None:
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        bovenaan = QHBoxLayout()
        bovenaan.setSpacing(RUIM)
        bovenaan.addWidget(Icoonvlak(Icoon.SLOT, self, factor=2.2), 0, Qt.AlignmentFlag.AlignTop)
        titels = QVBoxLayout()
        titels.setSpacing(HALF)
        self.kop = Kop("Casustafel is vergrendeld" if self._vergrendeld else "Casustafel", self)
        self.uitleg = StilleTekst("", self)
        titels.addWidget(self.kop)
        titels.addWidget(self.uitleg)
        bovenaan.addLayout(titels, 1)
        indeling.addLayout(bovenaan)
        self._kluis = Kluiskeuze(self)
        self.kluis_keuze, self.zoek_knop = self._kluis.keuze, self._kluis.zoek_knop
        indeling.addWidget(self._kluis)
        self._bouw_velden(indeling)
        self._bouw_knoppen(indeling)
        self.setMinimumWidth(tekstbreedte(self, 64))

    def _bouw_velden(self, indeling: QVBoxLayout) -> None:
        self.naam_veld = Keuzeveld(self)
        self.naam_veld.setObjectName("naam_veld")
        self.naam_veld.setEditable(True)
        self.naam_veld.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        invoer = self.naam_veld.lineEdit()
        if invoer is not None:
            invoer.setMaxLength(_MEESTE_NAAMTEKENS)
            invoer.setAccessibleName("Gebruikersnaam")
        self.naam_regel = Formulierregel("&Gebruikersnaam", self.naam_veld, "", self)
        indeling.addWidget(self.naam_regel)
        self.wachtwoord_veld = Wachtwoordveld("Wachtwoord", self)
        self.wachtwoord_veld.setObjectName("wachtwoord_veld")
        indeling.addWidget(Formulierregel("&Wachtwoord", self.wachtwoord_veld, "", self))
        self.serverdeel = Serverdeel(self)
        indeling.addWidget(self.serverdeel)
        self.melding = Statuslabel(Icoon.INFO, "", self)
        self.melding.setObjectName("aanmelden_melding")
        self.melding.laat_afbreken()
        indeling.addWidget(self.melding)
        self.balk = Wachtbalk(self)
        indeling.addWidget(self.balk)

    def _bouw_knoppen(self, indeling: QVBoxLayout) -> None:
        knoppen = Aanmeldknoppen(self, vergrendeld=self._vergrendeld)
        self.open_knop, self.apparaat_knop = knoppen.open_knop, knoppen.apparaat_knop
        self.herstel_knop, self.nieuw_knop = knoppen.herstel_knop, knoppen.nieuw_knop
        self.terug_knop, self.lees_knop = knoppen.terug_knop, knoppen.lees_knop
        indeling.addWidget(knoppen)
        indeling.addStretch(1)
        volgorde = (
            self.kluis_keuze,
            self.zoek_knop,
            self._kluis.server_knop,
            self.naam_veld,
            self.wachtwoord_veld,
            self.serverdeel.account_veld,
            self.serverdeel.wachtwoord_veld,
            self.serverdeel.onthoud_vak,
            self.open_knop,
            self.lees_knop,
            self.apparaat_knop,
            self.herstel_knop,
            self.terug_knop,
            self.nieuw_knop,
        )
        for eerst, daarna in pairwise(volgorde):
            QWidget.setTabOrder(eerst, daarna)
        self._hulp = venstertoets("F1", waar=self)


class Wachtbalk(QProgressBar):
    """Moves while a vault is opened; keeps its place when it is not there."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setRange(0, 0)
        self.setTextVisible(False)
        self.setAccessibleName("De kluis wordt geopend")
        self.setMaximumHeight(RASTER)
        beleid = self.sizePolicy()
        beleid.setRetainSizeWhenHidden(True)
        self.setSizePolicy(beleid)
        self.hide()
