"""Above the list of aanmeldingen: send a form, and read one that came back, chosen or dropped here."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.formulier.formulieren import Ingelezen
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.formulier.dialogen import FormulierSturen, Keus, Voorsteldialoog
from zvh_desktop.ui.pages.casus.formulier.handelingen import FormulierOvernemen
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.pdf_voorbeeld import schrijf_bestand
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel


class Formulierstrook(Paneel):
    """A file that is dropped is only read; nothing happens before somebody chose what to take over."""

    gelezen = Signal()
    """Aanmeldingen changed: read the list again."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("formulierstrook")
        self._ingelezen: Ingelezen | None = None
        self.stuur_knop = knop("formulier_stuur_knop", "Formulier sturen…", self, Icoon.POST)
        self.lees_knop = knop("formulier_lees_knop", "Formulier inlezen…", self, Icoon.DOCUMENT)
        self.lees_knop.setToolTip("U kunt het bestand ook op deze lijst slepen")
        for een in (self.stuur_knop, self.lees_knop):
            zet_toestemming(een, diensten.mag(Recht.AANMELDEN))
        self.ongedaan = OngedaanRegel(self, self.lukt, self.gelezen.emit)
        rij = Loopregel(tussen=RASTER)
        rij.addWidget(self.stuur_knop)
        rij.addWidget(self.lees_knop)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addLayout(rij)
        indeling.addWidget(self.ongedaan)
        self.stuur_knop.clicked.connect(self.stuur)
        self.lees_knop.clicked.connect(self.kies)

    def stuur(self) -> None:
        """Make the draft for one partij."""
        aanmelders = self._diensten.profiel.aanmelders
        lijst = [(int(een.id), een.naam) for een in self._diensten.partijen.lijst() if een.soort in aanmelders]
        FormulierSturen.vraag(lijst, self._bewaar_concept, ouder=self)

    def _bewaar_concept(self, partij_id: PartijId) -> None:
        stuk = self._diensten.formulieren.stukken(partij_id).concept
        melder = self._gereedschap.melder
        doel = melder.kies_bestand_opslaan(self, "Bewaar het concept", stuk.bestandsnaam, "EML (*.eml)")
        if doel is not None:
            schrijf_bestand(doel, stuk.inhoud)

    def kies(self) -> None:
        """Choose the file that came back."""
        bestand = self._gereedschap.melder.kies_bestand_open(self, "Ingevuld formulier", "PDF (*.pdf)")
        if bestand is not None:
            self.lees(bestand)

    def lees(self, bestand: Path) -> None:
        """Look at the file beside the window, and then propose."""
        if self.lees_knop.isEnabled():
            lees = partial(self._diensten.formulieren.lees_bestand, bestand)
            self._gereedschap.taken.start(lees, gelukt=self._on_gelezen, mislukt=self._on_mislukt)

    def _on_gelezen(self, ingelezen: Ingelezen) -> None:
        self._ingelezen = ingelezen
        voorstel = partial(self._diensten.formulieren.voorstel, ingelezen)
        Voorsteldialoog.vraag(ingelezen, voorstel, self._neem_over, ouder=self)
        self._ingelezen = None

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        self.toon_weigering(fout)

    def _neem_over(self, keus: Keus) -> None:
        if self._ingelezen is not None:
            doel, gekozen = keus
            self.ongedaan.doe(FormulierOvernemen(self._diensten, self._ingelezen, doel, gekozen))

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._ingelezen = None
        self.ongedaan.vergeet()


class Formulierlijst(QWidget):
    """Takes one PDF that is dropped on it to the strip; anything else is not taken."""

    def __init__(self, strook: Formulierstrook, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._strook = strook
        self.setAcceptDrops(True)

    def dragEnterEvent(self, gebeurtenis: QDragEnterEvent) -> None:
        if _bestand(gebeurtenis) is not None and self._strook.lees_knop.isEnabled():
            gebeurtenis.acceptProposedAction()

    def dropEvent(self, gebeurtenis: QDropEvent) -> None:
        bestand = _bestand(gebeurtenis)
        if bestand is not None:
            gebeurtenis.acceptProposedAction()
            self._strook.lees(bestand)


def _bestand(gebeurtenis: QDropEvent) -> Path | None:
    """The one file on this computer that is dropped; a link is no file."""
    plekken = gebeurtenis.mimeData().urls()
    if len(plekken) != 1 or not plekken[0].isLocalFile():
        return None
    pad = Path(plekken[0].toLocalFile())
    return pad if pad.suffix.lower() == ".pdf" else None
