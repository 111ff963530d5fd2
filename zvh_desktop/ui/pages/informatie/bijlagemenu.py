"""The menu for the attachment of one item: choose, open, save and take away."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.informatie.beeld import InformatieRegel
from zvh_desktop.services.informatie.bijlagen import Bijlage, lees_bijlage
from zvh_desktop.services.informatie.items import InformatieService
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.pages.informatie.handelingen import BijlageWisselen
from zvh_desktop.ui.pages.informatie.itemdialoog import BIJLAGE_FILTER
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon


class Bijlagemenu(QMenu):
    """What changes the item goes to the panel, which can put it back."""

    omkeerbaar_gevraagd = Signal(object)
    geweigerd = Signal(object)
    """A GebruikersFout, to be shown in place."""
    bewaren_gevraagd = Signal(object, object)
    """Where the user wants it, and the attachment."""

    def __init__(self, dienst: InformatieService, melder: Melder, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._dienst = dienst
        self._melder = melder
        self._paneel = ouder
        self._item: InformatieRegel | None = None
        self.kies_actie = self._actie("Kiezen…", Icoon.PLUS)
        self.open_actie = self._actie("Openen", Icoon.OOG)
        self.bewaar_actie = self._actie("Bewaar…", Icoon.OPSLAAN)
        self.weg_actie = self._actie("Haal weg", Icoon.PRULLENBAK)
        self.kies_actie.triggered.connect(self.kies)
        self.open_actie.triggered.connect(self.open)
        self.bewaar_actie.triggered.connect(self.bewaar)
        self.weg_actie.triggered.connect(self.haal_weg)

    def _actie(self, tekst: str, icoon: Icoon) -> QAction:
        actie = self.addAction(tekst)
        zet_icoon(actie, icoon)
        return actie

    def toon(self, item: InformatieRegel | None, *, mag: bool) -> None:
        """Be about this item; ``mag`` says whether its attachment may be changed."""
        self._item = item
        heeft = item is not None and bool(item.bijlage_naam)
        self.kies_actie.setEnabled(mag)
        self.open_actie.setEnabled(item is not None and item.bijlage_pdf)
        self.bewaar_actie.setEnabled(heeft)
        self.weg_actie.setEnabled(mag and heeft)

    def kies(self) -> None:
        """Give the item another attachment; Ctrl+Z takes it back."""
        item = self._item
        if item is None or not self.kies_actie.isEnabled():
            return
        pad = self._melder.kies_bestand_open(self._paneel, "Bijlage kiezen", BIJLAGE_FILTER)
        if pad is None:
            return
        try:
            bijlage = lees_bijlage(pad)
        except GebruikersFout as fout:
            self.geweigerd.emit(fout)
            return
        self.omkeerbaar_gevraagd.emit(BijlageWisselen(self._dienst, item, bijlage))

    def haal_weg(self) -> None:
        """Take the attachment away; Ctrl+Z puts it back."""
        item = self._item
        if item is not None and self.weg_actie.isEnabled():
            self.omkeerbaar_gevraagd.emit(BijlageWisselen(self._dienst, item, None))

    def open(self) -> None:
        """Show a PDF attachment."""
        item = self._item
        bijlage = self._lees(item)
        if item is not None and bijlage is not None:
            PdfVenster.vraag(bijlage.inhoud, _voorstel(item), "Bijlage", self._melder, ouder=self._paneel)

    def bewaar(self) -> None:
        """Write the attachment to a place that the user chooses, under a name that tells nothing."""
        item = self._item
        bijlage = self._lees(item)
        if item is None or bijlage is None:
            return
        doel = self._melder.kies_bestand_opslaan(self._paneel, "Bijlage bewaren", _voorstel(item), "Alle bestanden (*)")
        if doel is not None:
            self.bewaren_gevraagd.emit(doel, bijlage)

    def _lees(self, item: InformatieRegel | None) -> Bijlage | None:
        if item is None or not item.bijlage_naam:
            return None
        try:
            return self._dienst.bijlage(item.id)
        except GebruikersFout as fout:
            self.geweigerd.emit(fout)
            return None


def _voorstel(item: InformatieRegel) -> str:
    """A file name that names no person: the name under which the file came stays in the vault."""
    return f"informatie-bijlage_{int(item.id):02d}{PurePath(item.bijlage_naam).suffix}"
