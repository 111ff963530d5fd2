"""The place Acties: everything that was agreed, by whom and before when."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.models.keuzes import ActieId
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.casus.acties import ActieRegel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.plekken import BijCasus, Onderdeel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import OpVolgorde
from zvh_desktop.ui.pages.acties.actielijst import ActieLijst
from zvh_desktop.ui.pagina import Pagina
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RUIM
from zvh_desktop.ui.widgets.kaart import Kop
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

Gelezen = tuple[int, OpVolgorde[ActieRegel] | None]
"""Which reading it is, and the acties that were asked for; None when those are the ones that stand there."""


class ActiesPagina(Pagina):
    """``toon`` takes an ActieId: that actie is chosen."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("acties_pagina")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._beurt = 0
        self._gezocht = 0
        self.welke = Keuzeveld(self)
        self.welke.setObjectName("acties_welke")
        self.welke.setAccessibleName("Welke acties")
        for tekst, sleutel in (
            ("Open acties", "open"),
            ("Open, van mij en mijn casussen", "mijn"),
            ("Te laat", "laat"),
            ("Alle acties", "alle"),
        ):
            self.welke.addItem(tekst, sleutel)
        self.casus_knop = gereedschapsknop(
            "acties_casus_knop",
            Icoon.CASUSSEN,
            "Naar de casus",
            "De casus van deze actie openen",
            self,
        )
        self.lijst = ActieLijst("acties", diensten, gereedschap, self, keuzes={"welke": self.welke})
        self.lijst.knoppen.insertWidget(0, self.casus_knop)
        kopregel = QHBoxLayout()
        kopregel.addWidget(Kop("Acties", self), 1)
        kopregel.addWidget(self.welke, 0, Qt.AlignmentFlag.AlignVCenter)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RUIM, RANDRUIMTE, RUIM)
        indeling.setSpacing(RUIM)
        indeling.addLayout(kopregel)
        indeling.addWidget(self.lijst, 1)
        self._verbind()
        self._toon_knop()

    def _verbind(self) -> None:
        self.welke.currentIndexChanged.connect(self.vernieuw)
        self.casus_knop.clicked.connect(self._on_casus_gevraagd)
        self.lijst.gewijzigd.connect(self.vernieuw)
        self.lijst.toegevoegd.connect(self.toon)
        self.lijst.opgeslagen.connect(self.opgeslagen)
        self.lijst.tabel.regel_gekozen.connect(self._toon_knop)

    def vernieuw(self) -> None:
        self._beurt += 1
        lees = partial(self._lees, self._beurt, str(self.welke.currentData()))
        self._gereedschap.taken.start(lees, gelukt=self._on_gelezen)

    def _lees(self, beurt: int, welke: str) -> Gelezen:
        """Only what is asked for, beside the window: everything there ever was can be long."""
        acties = self._diensten.acties
        regels: Sequence[ActieRegel]
        if welke == "mijn":
            regels = acties.lijst(van=self._diensten.sessie.weergavenaam)
        elif welke == "laat":
            regels = [regel for regel in acties.lijst() if self.lijst.te_laat(regel)]
        else:
            regels = acties.lijst(alleen_open=welke == "open")
        gelezen = self.lijst.tabel.op_volgorde(regels)
        # a long list that says what it said is not shown anew
        return beurt, gelezen if gelezen.regels != self.lijst.tabel.model.regels or not gelezen.regels else None

    def _on_gelezen(self, uitkomst: Gelezen) -> None:
        beurt, regels = uitkomst
        if beurt != self._beurt:
            return
        if regels is not None:
            self.lijst.zet_regels(regels)
        self._zeg_leeg(str(self.welke.currentData()))
        self._toon_knop()
        if self._gezocht:
            self._toon_gezochte()

    def toon(self, onderdeel: Onderdeel | None) -> None:
        """An actie that is not among those shown is looked for among all of them."""
        if isinstance(onderdeel, int) and onderdeel:
            self._gezocht = onderdeel

    def _toon_gezochte(self) -> None:
        if any(regel.id == self._gezocht for regel in self.lijst.tabel.model.regels):
            self.lijst.tabel.wis_filters()
            self.lijst.kies(ActieId(self._gezocht))
        elif self.welke.currentData() != "alle":
            self.welke.setCurrentIndex(self.welke.findData("alle"))
            return
        self._gezocht = 0

    def onderdeel(self) -> Onderdeel | None:
        regel = self.lijst.tabel.gekozen()
        return int(regel.id) if regel is not None else None

    def maak_leeg(self) -> None:
        self._beurt += 1
        self.lijst.maak_leeg()

    def eerste_focus(self) -> QWidget:
        return self.lijst.tabel.tabel if self.lijst.tabel.model.rowCount() else self.welke

    def _zeg_leeg(self, welke: str) -> None:
        leeg = {
            "laat": ("Niets is te laat", "Geen enkele open actie is over de termijn."),
            "mijn": (
                "Geen open acties van u",
                "Hier staan open acties waarvan u eigenaar bent, en acties zonder eigenaar van casussen waarvan u "
                f"{self._diensten.termen.procesregisseur} bent.",
            ),
        }.get(welke)
        titel, uitleg = leeg or (
            "Geen open acties" if welke == "open" else "Nog geen acties",
            "Hier staan afspraken over wie wat doet en voor wanneer. Ze komen uit een overleg, een plan, of van de "
            "pagina van een casus. Toevoegen kan ook hier, met Insert.",
        )
        self.lijst.tabel.leeg.zet_tekst(hoofdletter(titel), uitleg)

    def _toon_knop(self) -> None:
        self.casus_knop.setEnabled(self.lijst.tabel.gekozen() is not None)

    def _on_casus_gevraagd(self) -> None:
        regel = self.lijst.tabel.gekozen()
        if regel is not None:
            self.ga_naar.emit(Plaats("casussen", BijCasus(regel.casus_id)))
