"""What happened to a casus: lines that open in place and lead to the part where they can be worked on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import AanmeldingId
from zvh_desktop.services.casus.casussen import CasusBeeld
from zvh_desktop.services.casus.tijdlijn import Gebeurtenis
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.plekken import BijAanmelding, BijTafel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.teksten.datums import datum_voluit, week_tekst
from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.icons import Icoon, laad_icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.kolombreedtes import Kolombreedtes

_ICOON = {
    "aanmelding": Icoon.POST,
    "casus": Icoon.CASUSSEN,
    "triage": Icoon.FILTER,
    "oordelen": Icoon.SCHILD,
    "tafel": Icoon.TAFELS,
    "plan": Icoon.DOCUMENT,
    "informatie": Icoon.INFO,
    "opschaling": Icoon.OMHOOG,
    "afschaling": Icoon.VINK,
}
_GEBEURTENIS = int(Qt.ItemDataRole.UserRole)
_MEESTE_RIJEN = 14


class _Boom(QTreeWidget):
    """Enter goes to the part; the arrows open and close a line."""

    regel_geopend = Signal(QTreeWidgetItem)

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        if gebeurtenis.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.regel_geopend.emit(self.currentItem())
            return
        super().keyPressEvent(gebeurtenis)


class Tijdlijn(CasusOnderdeel):
    """Newest below, as it happened. Oordelen of one day stand under one line."""

    onderdeel_gevraagd = Signal(str)

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("casus_tijdlijn")
        self.boom = _Boom(self)
        self.boom.setObjectName("tijdlijn_boom")
        self.boom.setAccessibleName("Tijdlijn")
        self.boom.setColumnCount(3)
        self.boom.setHeaderLabels(["Wanneer", "Wat", "Toelichting"])
        self.boom.setAlternatingRowColors(True)
        self.boom.setUniformRowHeights(False)
        self.boom.setWordWrap(True)
        self.boom.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.boom.header().setStretchLastSection(True)
        self.breedtes = Kolombreedtes(
            self.boom,
            ("wanneer", "wat", "toelichting"),
            instellingen=gereedschap.instellingen,
            sleutel="tijdlijn",
            minstens={0: 30, 1: 24, 2: 24},
        )
        indeling = QVBoxLayout(self)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.boom)
        indeling.addWidget(StilleTekst("Pijl naar rechts opent een regel; Enter gaat naar dat onderdeel.", self))
        self._verbind()

    def _verbind(self) -> None:
        self.boom.itemExpanded.connect(self._on_uitgeklapt)
        self.boom.itemCollapsed.connect(self._zet_hoogte)
        self.boom.itemDoubleClicked.connect(self._on_regel_geopend)
        self.boom.regel_geopend.connect(self._on_regel_geopend)

    def laad(self, beeld: CasusBeeld) -> None:
        self.boom.clear()
        for (dag, plaats), groep in groupby(beeld.tijdlijn, key=_dag_en_plaats):
            regels = list(groep)
            if plaats == "oordelen" and len(regels) > 1:
                ouder = self._regel(dag, f"{len(regels)} oordelen", "", regels[0])
                for regel in regels:
                    kind = QTreeWidgetItem(ouder, ["", regel.titel, regel.toelichting])
                    kind.setData(0, _GEBEURTENIS, regel)
            else:
                for regel in regels:
                    ouder = self._regel(dag, regel.titel, regel.toelichting, regel)
                    if plaats in ("aanmelding", "triage", "afschaling"):
                        ouder.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        self._zet_hoogte()
        self.zeg_stand(Icoon.GESCHIEDENIS, f"{len(beeld.tijdlijn)} gebeurtenissen")

    def _regel(self, dag: date, titel: str, toelichting: str, gebeurtenis: Gebeurtenis) -> QTreeWidgetItem:
        regel = QTreeWidgetItem(self.boom, [datum_voluit(dag), titel, toelichting])
        regel.setIcon(1, laad_icoon(_ICOON.get(gebeurtenis.plaats, Icoon.PUNT)))
        regel.setToolTip(0, week_tekst(dag))
        regel.setToolTip(2, platte_uitleg(toelichting))
        regel.setData(0, _GEBEURTENIS, gebeurtenis)
        return regel

    def _zet_hoogte(self) -> None:
        rijen = self.boom.topLevelItemCount()
        for nummer in range(self.boom.topLevelItemCount()):
            regel = self.boom.topLevelItem(nummer)
            rijen += regel.childCount() if regel is not None and regel.isExpanded() else 0
        hoog = (min(max(rijen, 3), _MEESTE_RIJEN) + 2) * (self.fontMetrics().height() + HALF)
        self.boom.setFixedHeight(hoog)

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.boom.clear()

    def eerste_focus(self) -> QWidget:
        return self.boom

    def _bijzonderheden(self, gebeurtenis: Gebeurtenis) -> Iterator[tuple[str, str]]:
        if self._casus is None:
            return
        if gebeurtenis.plaats == "aanmelding":
            aanmelding = self._diensten.aanmeldingen.toon(AanmeldingId(gebeurtenis.sleutel)).invoer
            yield "Contactpersoon", aanmelding.contact_naam
            yield "Zorgelijke situatie", aanmelding.zorgelijke_situatie
            yield "Naar aanleiding van", aanmelding.naar_aanleiding_van
            yield "Verzoek", aanmelding.verzoek
        elif gebeurtenis.plaats == "triage":
            triage = self._diensten.triage.toon(self._casus.id)
            namen = {route.sleutel: route.naam for route in triage.routes}
            yield "Doel", triage.invoer.doel
            yield "Thema's", triage.invoer.themas
            yield "Route", namen.get(triage.invoer.routering, triage.invoer.routering)
            yield "Afgerond door", triage.afgerond_door
        elif gebeurtenis.plaats == "afschaling":
            afschaling = self._diensten.afschalingen.toon(self._casus.id)
            yield "Besloten door", afschaling.besloten_door
            yield "Motivering", afschaling.invoer.motivering

    def _on_uitgeklapt(self, regel: QTreeWidgetItem) -> None:
        gebeurtenis = regel.data(0, _GEBEURTENIS)
        if regel.childCount() or not isinstance(gebeurtenis, Gebeurtenis):
            self._zet_hoogte()
            return
        try:
            delen = [(kop, tekst) for kop, tekst in self._bijzonderheden(gebeurtenis) if tekst.strip()]
        except GebruikersFout as fout:
            self.toon_weigering(fout)
            return
        for kop, tekst in delen or [("", "Hier is verder niets vastgelegd.")]:
            kind = QTreeWidgetItem(regel, ["", kop, tekst])
            kind.setToolTip(2, platte_uitleg(tekst[:2000]))
        self._zet_hoogte()

    def _on_regel_geopend(self, regel: QTreeWidgetItem) -> None:
        gebeurtenis = regel.data(0, _GEBEURTENIS)
        if not isinstance(gebeurtenis, Gebeurtenis):
            return
        if gebeurtenis.plaats == "tafel":
            self.ga_naar.emit(Plaats("tafels", BijTafel(gebeurtenis.sleutel)))
        elif gebeurtenis.plaats == "aanmelding":
            self.ga_naar.emit(Plaats("casussen", BijAanmelding(gebeurtenis.sleutel)))
        elif gebeurtenis.plaats != "casus":
            self.onderdeel_gevraagd.emit(gebeurtenis.plaats)


def _dag_en_plaats(gebeurtenis: Gebeurtenis) -> tuple[date, str]:
    return gebeurtenis.op, gebeurtenis.plaats
