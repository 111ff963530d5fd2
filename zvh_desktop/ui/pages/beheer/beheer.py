"""The place Beheer: the own account for everyone, and the house for the beheerder."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.plekken import BijToetreding, Onderdeel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.na_afloop import na_afloop
from zvh_desktop.ui.pages.beheer.accounts import Accounts
from zvh_desktop.ui.pages.beheer.bewaartermijnen import BewaartermijnenDeel
from zvh_desktop.ui.pages.beheer.brieven.deel import BrievenDeel
from zvh_desktop.ui.pages.beheer.controle import ControleDeel
from zvh_desktop.ui.pages.beheer.datalek.register import Datalekken
from zvh_desktop.ui.pages.beheer.deel import BeheerDeel
from zvh_desktop.ui.pages.beheer.herstelsleutel import Herstelsleutel
from zvh_desktop.ui.pages.beheer.huisprofiel import HuisprofielDeel
from zvh_desktop.ui.pages.beheer.instellingen import HuisInstellingenDeel
from zvh_desktop.ui.pages.beheer.logboek import LogboekDeel
from zvh_desktop.ui.pages.beheer.mijn_account import MijnAccount
from zvh_desktop.ui.pages.beheer.opruimen import OpruimenDeel
from zvh_desktop.ui.pages.beheer.reservekopie import ReservekopieDeel
from zvh_desktop.ui.pages.beheer.rolwijzigingen import Rolwijzigingen
from zvh_desktop.ui.pages.beheer.samenwerking.convenant import ConvenantDeel
from zvh_desktop.ui.pages.beheer.samenwerking.geschillen import Geschillen
from zvh_desktop.ui.pages.beheer.samenwerking.register import Samenwerking
from zvh_desktop.ui.pages.beheer.sjablonen import Sjablonendeel
from zvh_desktop.ui.pages.beheer.tekstblokken import Tekstblokkendeel
from zvh_desktop.ui.pages.beheer.vakanties import Vakantiedeel
from zvh_desktop.ui.pages.beheer.verzoeken.register import Verzoeken
from zvh_desktop.ui.pages.beheer.woordenlijst import Woordenlijstdeel
from zvh_desktop.ui.pagina import Pagina
from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.icons import Icoon, laad_icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, tekstbreedte


class BeheerPagina(Pagina):
    """Parts on the left, one of them open. ``toon`` takes the key of a part, such as "accounts"."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("beheer_pagina")
        self.mijn_account = MijnAccount(diensten, gereedschap, self)
        self.accounts = Accounts(diensten, gereedschap, self)
        self.rolwijzigingen = Rolwijzigingen(diensten, gereedschap, self)
        self.herstelsleutel = Herstelsleutel(diensten, gereedschap, self)
        self.instellingen = HuisInstellingenDeel(diensten, gereedschap, self)
        self.vakanties = Vakantiedeel(diensten, gereedschap, self)
        self.woordenlijst = Woordenlijstdeel(diensten, gereedschap, self)
        self.tekstblokken = Tekstblokkendeel(diensten, gereedschap, self)
        self.huisprofiel = HuisprofielDeel(diensten, gereedschap, self)
        self.samenwerking = Samenwerking(diensten, gereedschap, self)
        self.geschillen = Geschillen(diensten, gereedschap, self)
        self.convenant = ConvenantDeel(diensten, gereedschap, self)
        self.datalekken = Datalekken(diensten, gereedschap, self)
        self.brieven = BrievenDeel(diensten, gereedschap, self)
        self.sjablonen = Sjablonendeel(diensten, gereedschap, self)
        self.verzoeken = Verzoeken(diensten, gereedschap, self)
        self.reservekopie = ReservekopieDeel(diensten, gereedschap, self)
        self.bewaartermijnen = BewaartermijnenDeel(diensten, gereedschap, self)
        self.opruimen = OpruimenDeel(diensten, gereedschap, self)
        self.controle = ControleDeel(diensten, gereedschap, self)
        self.logboek = LogboekDeel(diensten, gereedschap, self)
        self._rechtstreeks = False
        self._delen: dict[str, tuple[Icoon, BeheerDeel]] = {
            "mijn_account": (Icoon.PERSOON, self.mijn_account),
            "accounts": (Icoon.PARTIJEN, self.accounts),
            "rolwijzigingen": (Icoon.VINK, self.rolwijzigingen),
            "herstelsleutel": (Icoon.SLEUTEL, self.herstelsleutel),
            "instellingen": (Icoon.BEHEER, self.instellingen),
            "vakanties": (Icoon.AGENDA, self.vakanties),
            "woordenlijst": (Icoon.POTLOOD, self.woordenlijst),
            "tekstblokken": (Icoon.POTLOOD, self.tekstblokken),
            "huisprofiel": (Icoon.HUIS, self.huisprofiel),
            "samenwerking": (Icoon.PARTIJEN, self.samenwerking),
            "geschillen": (Icoon.UITROEP, self.geschillen),
            "convenant": (Icoon.DOCUMENT, self.convenant),
            "datalekken": (Icoon.WAARSCHUWING, self.datalekken),
            "brieven": (Icoon.POST, self.brieven),
            "sjablonen": (Icoon.DOCUMENT, self.sjablonen),
            "verzoeken": (Icoon.PERSOON, self.verzoeken),
            "reservekopie": (Icoon.KOPIE, self.reservekopie),
            "bewaartermijnen": (Icoon.KLOK, self.bewaartermijnen),
            "opruimen": (Icoon.PRULLENBAK, self.opruimen),
            "controle": (Icoon.SCHILD, self.controle),
            "logboek": (Icoon.GESCHIEDENIS, self.logboek),
        }
        self._bouw()
        self._verbind()
        self.lijst.setCurrentRow(0)

    def _bouw(self) -> None:
        self.lijst = QListWidget(self)
        self.lijst.setObjectName("beheer_onderdelen")
        self.lijst.setAccessibleName("Onderdelen van beheer")
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stapel = QStackedWidget(self)
        regelhoogte = self.fontMetrics().height() + 2 * RASTER
        for icoon, deel in self._delen.values():
            regel = QListWidgetItem(laad_icoon(icoon), deel.titel, self.lijst)
            regel.setSizeHint(QSize(0, regelhoogte))
            if not deel.mag():
                regel.setToolTip(platte_uitleg(deel.waarom_niet()))
            self.stapel.addWidget(deel)
        self.lijst.setFixedWidth(tekstbreedte(self, 22))
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(RUIM, RUIM, 0, RUIM)
        indeling.setSpacing(0)
        indeling.addWidget(self.lijst)
        indeling.addWidget(self.stapel, 1)

    def _verbind(self) -> None:
        self.lijst.currentRowChanged.connect(self._on_deel_gekozen)
        for _icoon, deel in self._delen.values():
            deel.opgeslagen.connect(self.opgeslagen)
            deel.ga_naar.connect(self.ga_naar)
        for deel in (self.instellingen, self.woordenlijst):
            deel.gewijzigd.connect(self.instellingen_gewijzigd)
        self.reservekopie.terugzetten_gevraagd.connect(self.terugzetten_gevraagd)
        self.huisprofiel.in_gebruik_genomen.connect(self.vergrendelen_gevraagd)

    def deel(self) -> BeheerDeel:
        """The part that is open."""
        return list(self._delen.values())[max(0, self.lijst.currentRow())][1]

    def vernieuw(self) -> None:
        self.deel().vernieuw()

    def toon(self, onderdeel: Onderdeel | None) -> None:
        self._rechtstreeks = onderdeel in self._delen
        if isinstance(onderdeel, BijToetreding):
            self.toon("samenwerking")
            na_afloop(self, partial(self.samenwerking.begin_toetreding, onderdeel))
        elif onderdeel in self._delen:
            self.lijst.setCurrentRow(list(self._delen).index(str(onderdeel)))

    def onderdeel(self) -> Onderdeel | None:
        return list(self._delen)[max(0, self.lijst.currentRow())]

    def hulpplek(self) -> str:
        return str(self.onderdeel())

    def bewaar_nu(self) -> None:
        for _icoon, deel in self._delen.values():
            deel.bewaar_nu()

    def maak_leeg(self) -> None:
        for _icoon, deel in self._delen.values():
            deel.maak_leeg()

    def eerste_focus(self) -> QWidget:
        """Who was sent to one part begins in it; who came by himself chooses one."""
        veld = self.deel().eerste_focus() if self._rechtstreeks else None
        return veld if veld is not None and veld.isEnabled() and veld.isVisibleTo(self) else self.lijst

    def _on_deel_gekozen(self, nummer: int) -> None:
        self.stapel.setCurrentIndex(nummer)
        self.deel().vernieuw()
