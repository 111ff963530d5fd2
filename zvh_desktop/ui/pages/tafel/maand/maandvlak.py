"""A month with what falls on its days, and the buttons that go to another month."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.vandaag.maand.gegevens import (
    EERSTE_JAAR,
    LAATSTE_JAAR,
    Dagitem,
    Maandbeeld,
    Maanddag,
    maand_verder,
)
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.pages.tafel.maand.maandtabel import Maandtabel
from zvh_desktop.ui.pages.tafel.maand.maandwoorden import dagkop, icoon_van, itemtekst, maandnaam
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.kaart import Kop
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop


class Maandvlak(QWidget):
    """Reads a month when it is shown; what is opened is opened by the page."""

    ga_naar = Signal(object)
    """A Plaats."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("maandvlak")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._beurt = 0
        self._dag = gereedschap.klok().date()
        self._maand = (self._dag.year, self._dag.month)
        self._menu: QMenu | None = None
        self.naam = Kop("", self, factor=1.15)
        self.naam.setObjectName("maand_naam")
        self.vorige = gereedschapsknop("maand_vorige", Icoon.TERUG, "V&orige", "Vorige maand (Page Up)", self)
        self.nu = gereedschapsknop("maand_vandaag", Icoon.VANDAAG, "Vand&aag", "Naar vandaag (Home)", self)
        self.volgende = gereedschapsknop(
            "maand_volgende", Icoon.VERDER, "Vo&lgende", "Volgende maand (Page Down)", self
        )
        self.tabel = Maandtabel(self)
        regel = QHBoxLayout()
        regel.setSpacing(RASTER)
        regel.addWidget(self.naam, 1)
        for een in (self.vorige, self.nu, self.volgende):
            regel.addWidget(een, 0, Qt.AlignmentFlag.AlignVCenter)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addLayout(regel)
        indeling.addWidget(self.tabel, 1)
        self.vorige.clicked.connect(partial(self.blader, -1))
        self.volgende.clicked.connect(partial(self.blader, 1))
        self.nu.clicked.connect(self.naar_vandaag)
        self.tabel.maand_gevraagd.connect(self.blader)
        self.tabel.vandaag_gevraagd.connect(self.naar_vandaag)
        self.tabel.dag_gevraagd.connect(self.toon_dag)
        self.tabel.dag_geopend.connect(self._on_dag_geopend)
        self.tabel.item_geopend.connect(self._on_item_geopend)

    def dag(self) -> date:
        """The day that is chosen."""
        gekozen = self.tabel.gekozen()
        return gekozen.dag if gekozen is not None else self._dag

    def vernieuw(self) -> None:
        """Read the shown month again; of a large house beside the window."""
        self._lees_maand(self.dag())

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._beurt += 1
        self._dag = self.dag()
        self._sluit_menu()
        self.tabel.zet(None)

    def blader(self, aantal: int) -> None:
        """So many months on or back: the same day there, or the last of a shorter month."""
        jaar, maand = maand_verder(*self._maand, aantal)
        self.toon_dag(date(jaar, maand, min(self.dag().day, monthrange(jaar, maand)[1])))

    def naar_vandaag(self) -> None:
        """The month of today, with today chosen."""
        self.toon_dag(self._gereedschap.klok().date())

    def toon_dag(self, dag: date) -> None:
        """Choose this day; a day of another month brings that month."""
        if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
            return
        if self._maand == (dag.year, dag.month) and self.tabel.kies(dag):
            return
        self._maand = (dag.year, dag.month)
        self._lees_maand(dag)

    def _lees_maand(self, dag: date) -> None:
        self._beurt += 1
        self._dag = dag
        if self._diensten.vandaag.is_lang():
            self._gereedschap.taken.start(partial(self._lees, self._beurt), gelukt=self._on_gelezen)
        else:
            self._on_gelezen(self._lees(self._beurt))

    def _lees(self, beurt: int) -> tuple[int, Maandbeeld]:
        return beurt, self._diensten.maand.toon(*self._maand)

    def _on_gelezen(self, gelezen: tuple[int, Maandbeeld]) -> None:
        beurt, beeld = gelezen
        if beurt != self._beurt:
            return
        self.naam.setText(maandnaam(beeld.jaar, beeld.maand))
        self.tabel.zet(beeld, self._dag)

    # --- opening ----------------------------------------------------------------------------------

    def _on_item_geopend(self, item: Dagitem) -> None:
        self.ga_naar.emit(Plaats(item.pagina, item.onderdeel))

    def _on_dag_geopend(self, dag: Maanddag) -> None:
        """One thing is opened at once; of several a menu asks which."""
        if len(dag.items) == 1:
            self._on_item_geopend(dag.items[0])
        elif dag.items:
            self._toon_menu(dag)

    def _toon_menu(self, dag: Maanddag) -> None:
        self._sluit_menu()
        self._menu = menu = QMenu(self)
        menu.setObjectName("maand_menu")
        menu.setAccessibleName(dagkop(dag, self._gereedschap.klok().date()))
        menu.addSection(letterlijk(dagkop(dag, self._gereedschap.klok().date())))
        for item in dag.items:
            keuze = menu.addAction(letterlijk(itemtekst(item)))
            zet_icoon(keuze, icoon_van(item))
            keuze.triggered.connect(partial(self._on_item_geopend, item))
        menu.setActiveAction(menu.actions()[1])
        menu.popup(self.tabel.viewport().mapToGlobal(self.tabel.visualRect(self.tabel.currentIndex()).bottomLeft()))

    def _sluit_menu(self) -> None:
        if self._menu is not None:
            verwijder(self._menu)
            self._menu = None
