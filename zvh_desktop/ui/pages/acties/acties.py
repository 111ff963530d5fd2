"""The place Acties: everything that was agreed, by whom and before when."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.models.keuzes import ActieStatus, CasusId
from zvh_desktop.services.casus.acties import ActieRegel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.taal import hoofdletter
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.acties.actielijst import ActieLijst
from zvh_desktop.ui.pagina import Pagina
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RUIM
from zvh_desktop.ui.widgets.kaart import Kop
from zvh_desktop.ui.widgets.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop

_OPEN = (ActieStatus.OPEN, ActieStatus.BEZIG)
Gelezen = tuple[tuple[ActieRegel, ...], frozenset[CasusId]]


class ActiesPagina(Pagina):
    """``toon`` takes an ActieId: that actie is chosen."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("acties_pagina")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._alle: tuple[ActieRegel, ...] = ()
        self._mijn: frozenset[CasusId] = frozenset()
        self._beurt = 0
        self._gezocht = 0
        self.welke = Keuzeveld(self)
        self.welke.setObjectName("acties_welke")
        self.welke.setAccessibleName("Welke acties")
        for tekst, sleutel in (
            ("Open acties", "open"),
            ("Open, van mijn casussen", "mijn"),
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
        self.lijst = ActieLijst("acties", diensten, gereedschap, self)
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
        self.welke.currentIndexChanged.connect(self._filter)
        self.casus_knop.clicked.connect(self._on_casus_gevraagd)
        self.lijst.gewijzigd.connect(self.vernieuw)
        self.lijst.opgeslagen.connect(self.opgeslagen)
        self.lijst.tabel.regel_gekozen.connect(self._toon_knop)

    def vernieuw(self) -> None:
        self._beurt += 1
        self._gereedschap.taken.start(partial(self._lees, self._beurt), gelukt=self._on_gelezen)

    def _lees(self, beurt: int) -> tuple[int, Gelezen]:
        wie = self._diensten.sessie.weergavenaam
        mijn = frozenset(regel.id for regel in self._diensten.casussen.lijst() if regel.procesregisseur == wie)
        return beurt, (self._diensten.acties.lijst(alleen_open=False), mijn)

    def _on_gelezen(self, uitkomst: tuple[int, Gelezen]) -> None:
        beurt, (regels, mijn) = uitkomst
        if beurt != self._beurt:
            return
        self._alle, self._mijn = regels, mijn
        self._filter()
        if self._gezocht:
            self._toon_gezochte()

    def toon(self, onderdeel_id: object) -> None:
        if isinstance(onderdeel_id, int) and onderdeel_id:
            self._gezocht = onderdeel_id
            self._toon_gezochte()

    def _toon_gezochte(self) -> None:
        regel = next((regel for regel in self._alle if regel.id == self._gezocht), None)
        if regel is None:
            return
        if regel not in self.lijst.tabel.model.regels:
            self.welke.setCurrentIndex(self.welke.findData("alle"))
        self.lijst.tabel.wis_filters()
        self.lijst.kies(regel.id)
        self._gezocht = 0

    def onderdeel(self) -> object:
        regel = self.lijst.tabel.gekozen()
        return int(regel.id) if regel is not None else None

    def maak_leeg(self) -> None:
        self._beurt += 1
        self._alle = ()
        self._mijn = frozenset()
        self.lijst.maak_leeg()

    def eerste_focus(self) -> QWidget:
        return self.lijst.tabel.tabel if self.lijst.tabel.model.rowCount() else self.welke

    def _filter(self) -> None:
        welke = self.welke.currentData()
        regels = self._alle
        if welke in ("open", "mijn"):
            regels = tuple(regel for regel in regels if regel.status in _OPEN)
        if welke == "mijn":
            regels = tuple(regel for regel in regels if regel.casus_id in self._mijn)
        if welke == "laat":
            regels = tuple(regel for regel in regels if self.lijst.te_laat(regel))
        self.lijst.zet_regels(regels)
        leeg = {
            "laat": ("Niets is te laat", "Geen enkele open actie is over de termijn."),
            "mijn": (
                "Geen open acties van uw casussen",
                f"Hier staan open acties van casussen waarvan u {self._diensten.termen.procesregisseur} bent.",
            ),
        }.get(str(welke))
        titel, uitleg = leeg or (
            "Geen open acties" if welke == "open" else "Nog geen acties",
            "Hier staan afspraken over wie wat doet en voor wanneer. Ze komen uit een overleg, een plan, of van de "
            "pagina van een casus.",
        )
        self.lijst.tabel.leeg.zet_tekst(hoofdletter(titel), uitleg)
        self._toon_knop()

    def _toon_knop(self) -> None:
        self.casus_knop.setEnabled(self.lijst.tabel.gekozen() is not None)

    def _on_casus_gevraagd(self) -> None:
        regel = self.lijst.tabel.gekozen()
        if regel is not None:
            self.ga_naar.emit("casussen", ("casus", int(regel.casus_id)))
