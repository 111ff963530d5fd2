"""The log: who did what about which subject, and when; read beside the window, and saved for a spreadsheet."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.services.beheer.logboek import LogboekRegel, LogFilter, LogKeuzes
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.deel import BeheerDeel
from zvh_desktop.ui.pages.beheer.logboekstand import Logboekstand
from zvh_desktop.ui.pages.beheer.logboektabel import LogboekTabel
from zvh_desktop.ui.pdf_voorbeeld import schrijf_bestand
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, tekstbreedte
from zvh_desktop.ui.weergaven.weergaven import TOETS, Weergaven
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.meldregel import Meldregel
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

Gelezen = tuple[int, LogKeuzes, tuple[LogboekRegel, ...]]
"""Which reading it is, what can be chosen, and the lines that were asked for."""
_WACHT_MS = 300
"""After the last letter that was typed."""


class LogboekDeel(BeheerDeel):
    """The newest line first. What is looked for is asked of the vault, in a worker thread."""

    recht = Recht.LOGBOEK_LEZEN

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Logboek",
            "Wie deed wat, waarover en wanneer. Wat er in een stuk stond, staat hier nooit. "
            f"Een {diensten.termen.procesregisseur} ziet de regels over de eigen casussen, over rollen en over het "
            "eigen werk; een beheerder ziet alles.",
            diensten,
            gereedschap,
            ouder,
            rolt=False,
        )
        self.setObjectName("beheer_logboek")
        self._beurt = 0
        self._gevraagd = LogFilter()
        self._vult = False
        self._wachtklok = QTimer(self)
        self._wachtklok.setSingleShot(True)
        self._wachtklok.setInterval(_WACHT_MS)
        self.zoek = self._lijn("logboek_zoek", "Zoek in het logboek", "een of meer woorden")
        self.waarover = self._lijn("logboek_waarover", "Waarover", "bijvoorbeeld 2026-0042")
        self.wie = self._keuze("logboek_wie", "Wie", "Iedereen")
        self.wat = self._keuze("logboek_wat", "Wat", "Alles")
        self.van = self._dag("logboek_van", "Vanaf")
        self.tot = self._dag("logboek_tot", "Tot en met")
        self.csv_knop = knop("logboek_csv_knop", "&Bewaar als CSV…", self, Icoon.OPSLAAN)
        self.csv_knop.setToolTip("De regels die u ziet bewaren voor een rekenprogramma; dat komt zelf in het logboek")
        self.tabel = LogboekTabel(gereedschap.klembord, self)
        self.meldregel = Meldregel(self)
        self.weergave_knop = self._maak_weergaven()
        self._bouw()
        self._verbind()

    def _maak_weergaven(self) -> QToolButton:
        gemaakt = gereedschapsknop(
            "logboek_weergave_knop", Icoon.OOG, "&Weergaven", f"Zoekwoord en keuzes onder een naam ({TOETS})", self
        )
        gemaakt.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        stand = Logboekstand(
            self.zoek, self.waarover, {"wie": self.wie, "wat": self.wat}, {"van": self.van, "tot": self.tot}
        )
        weergaven = Weergaven("logboek", stand, self, self._zeg, self._diensten, self._gereedschap)
        gemaakt.setMenu(weergaven.menu)
        sneltoets("Alt+F9", waar=self).activated.connect(weergaven.toon_menu)
        self.meldregel.terug_gevraagd.connect(weergaven.maak_ongedaan)
        return gemaakt

    def _zeg(self, zin: str, terug: bool) -> None:
        self.meldregel.zeg(zin, terug=terug)

    def _bouw(self) -> None:
        self.balk = QWidget(self)
        regels = QVBoxLayout(self.balk)
        regels.setContentsMargins(0, 0, 0, 0)
        regels.setSpacing(RASTER)
        regels.addLayout(self._regel(("&Zoek", self.zoek, 3), ("Waar&over", self.waarover, 3), ("Va&naf", self.van, 3)))
        regels.addLayout(self._regel(("W&ie", self.wie, 3), ("W&at", self.wat, 3), ("Tot en &met", self.tot, 3)))
        self.inhoud.addWidget(self.balk)
        self.inhoud.addWidget(self.tabel, 1)
        self.inhoud.addLayout(self.rij(self.csv_knop, self.weergave_knop))
        self.inhoud.addWidget(self.meldregel)
        if not self.mag():
            self.balk.setVisible(False)
            self.tabel.setVisible(False)
            self.ruimte()

    def _regel(self, *velden: tuple[str, QWidget, int]) -> QHBoxLayout:
        regel = QHBoxLayout()
        regel.setSpacing(RASTER)
        for tekst, veld, rek in velden:
            label = QLabel(tekst, self.balk)
            label.setBuddy(veld)
            label.setMinimumWidth(tekstbreedte(self, 9))
            regel.addWidget(label)
            regel.addWidget(veld, rek)
        return regel

    def _verbind(self) -> None:
        self._wachtklok.timeout.connect(self._on_filter)
        self.zoek.textChanged.connect(self._on_getypt)
        self.waarover.textChanged.connect(self._on_getypt)
        self.wie.currentIndexChanged.connect(self._on_filter)
        self.wat.currentIndexChanged.connect(self._on_filter)
        self.van.datum_gewijzigd.connect(self._on_filter)
        self.tot.datum_gewijzigd.connect(self._on_filter)
        self.csv_knop.clicked.connect(self.bewaar_csv)

    def _lijn(self, naam: str, wat: str, voorbeeld: str) -> Invoerregel:
        veld = Invoerregel(self)
        veld.setObjectName(naam)
        veld.setAccessibleName(wat)
        veld.setPlaceholderText(voorbeeld)
        veld.setClearButtonEnabled(True)
        return veld

    def _keuze(self, naam: str, wat: str, alles: str) -> Keuzeveld:
        veld = Keuzeveld(self)
        veld.setObjectName(naam)
        veld.setAccessibleName(wat)
        veld.setMinimumWidth(tekstbreedte(self, 12))
        veld.addItem(alles, "")
        return veld

    def _dag(self, naam: str, wat: str) -> Datumveld:
        veld = Datumveld(wat, self, mag_leeg=True, klok=self._gereedschap.klok)
        veld.setObjectName(naam)
        veld.setMinimumWidth(tekstbreedte(self, 14))
        return veld

    def filter(self) -> LogFilter:
        """What is asked for. Raises InvoerOngeldig when a date cannot be read."""
        return LogFilter(
            wie=str(self.wie.currentData() or ""),
            wat=str(self.wat.currentData() or ""),
            waarover=self.waarover.text(),
            zoek=self.zoek.text(),
            van=self.van.datum(),
            tot=self.tot.datum(),
        )

    def vernieuw(self) -> None:
        self.zet_recht(self.csv_knop, Recht.LOGBOEK_LEZEN)
        if not self.mag():
            return
        try:
            gevraagd = self.filter()
        except InvoerOngeldig:
            return  # the field itself says so; the lines stay
        self._beurt += 1
        self._gevraagd = gevraagd
        self._gereedschap.taken.start(
            partial(self._lees, self._beurt, gevraagd), gelukt=self._on_gelezen, mislukt=self._on_niet_gelezen
        )

    def _lees(self, beurt: int, gevraagd: LogFilter) -> Gelezen:
        logboek = self._diensten.logboek
        return beurt, logboek.keuzes(), logboek.lees(gevraagd)

    def _on_gelezen(self, gelezen: Gelezen) -> None:
        beurt, keuzes, regels = gelezen
        if beurt != self._beurt:
            return
        self._vul(self.wie, keuzes.wie)
        self._vul(self.wat, keuzes.wat)
        self.tabel.zet_regels(regels)

    def _vul(self, veld: Keuzeveld, keuzes: tuple[tuple[str, str], ...]) -> None:
        gekozen = veld.currentData()
        if [(veld.itemData(nummer), veld.itemText(nummer)) for nummer in range(1, veld.count())] == list(keuzes):
            return
        self._vult = True
        while veld.count() > 1:
            veld.removeItem(1)
        for sleutel, woord in keuzes:
            veld.addItem(woord, sleutel)
        veld.setCurrentIndex(max(0, veld.findData(gekozen)))
        self._vult = False

    def _on_niet_gelezen(self, fout: GebruikersFout) -> None:
        self._gereedschap.melder.toon_fout(self, fout)

    def _on_getypt(self, _tekst: str) -> None:
        self._wachtklok.start()

    def _on_filter(self, _wat: object = None) -> None:
        if not self._vult:
            self.vernieuw()

    def maak_leeg(self) -> None:
        self._wachtklok.stop()
        self._beurt += 1
        self._vult = True
        self.zoek.clear()
        self.waarover.clear()
        self._wachtklok.stop()
        self.tabel.maak_leeg()
        self.meldregel.zeg("")
        self._vul(self.wie, ())
        self._vul(self.wat, ())

    def eerste_focus(self) -> QWidget | None:
        return self.tabel.tabel if self.mag() else None

    def bewaar_csv(self) -> None:
        """Save the lines that are in view where the user says."""
        dag: date = self._gereedschap.klok().date()
        doel = self._gereedschap.melder.kies_bestand_opslaan(
            self, "Logboek bewaren", f"logboek-{dag.isoformat()}.csv", "CSV (*.csv)"
        )
        if doel is None:
            return
        if not doel.suffix:
            doel = doel.with_suffix(".csv")
        self.csv_knop.setEnabled(False)
        self._gereedschap.taken.start(
            partial(self._schrijf, doel, self._gevraagd),
            gelukt=self._on_bewaard,
            mislukt=self._on_niet_bewaard,
        )

    def _schrijf(self, doel: Path, gevraagd: LogFilter) -> Path:
        schrijf_bestand(doel, self._diensten.logboek.als_csv(gevraagd))
        return doel

    def _on_bewaard(self, doel: Path) -> None:
        self.vernieuw()
        self.meldregel.zeg(f'Bewaard als "{doel.name}". Dat staat nu ook in het logboek.')

    def _on_niet_bewaard(self, fout: GebruikersFout) -> None:
        self.vernieuw()
        self._gereedschap.melder.toon_fout(self, fout)
