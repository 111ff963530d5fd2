"""Shows a document inside the window, from memory: no file is made until the user asks for one.

From here it can be read, searched, enlarged, saved and printed.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QModelIndex, QPointF, QSaveFile, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.errors import DocumentMislukt, GebruikersFout
from zvh_desktop.models.tekst.bestandsnamen import kan_overal
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.ui.afdrukken.printer import begin, kies_printer, teken_bladzijde
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.scherm import zet_maat
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.doelen import Balkknop, Dialoogknoppen, Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel

_KLEINST, _GROOTST, _STAP = 0.25, 4.0, 1.25


def schrijf_bestand(doel: Path, inhoud: bytes) -> None:
    """Write a file whole or not at all; what stood there stays when it fails."""
    if not kan_overal(doel.name):
        raise DocumentMislukt(
            f'Een bestand kan niet "{doel.name}" heten: Windows kan dat bestand niet openen.',
            veilig="Er is niets bewaard. Het document staat nog gewoon in de applicatie.",
            advies="Kies een andere naam, zonder punt of spatie aan het eind.",
        )
    bestand = QSaveFile(str(doel))
    gelukt = bestand.open(QIODevice.OpenModeFlag.WriteOnly)
    gelukt = gelukt and bestand.write(QByteArray(inhoud)) == len(inhoud) and bestand.commit()
    if not gelukt:
        raise DocumentMislukt(
            f'Het bestand "{doel.name}" is niet bewaard.',
            veilig="Het document staat nog gewoon in de applicatie.",
            advies=(
                "Is het bestand nog open in een ander programma, sluit het dan en probeer het opnieuw. "
                "Of kies een andere map."
            ),
        )


def bewaar_concept_als(melder: Melder, venster: QWidget, stuk: Stuk) -> None:
    """Ask where the draft goes, and write it there."""
    doel = melder.kies_bestand_opslaan(venster, "Bewaar het concept", stuk.bestandsnaam, "EML (*.eml)")
    if doel is None:
        return
    try:
        schrijf_bestand(doel, stuk.inhoud)
    except GebruikersFout as fout:
        melder.toon_fout(venster, fout)


class PdfVoorbeeld(QWidget):
    """The document with a bar above it."""

    bewaard = Signal(object)
    afgedrukt = Signal()

    def __init__(self, melder: Melder, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("pdf_voorbeeld")
        self._melder = melder
        self._inhoud = b""
        self._naam = "document.pdf"
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self._zoeker = QPdfSearchModel(self)
        self._zoeker.setDocument(self.document)
        self._bouw()
        self._verbind()
        self._toon_bladzijde()

    def _bouw(self) -> None:
        self.opslaan_knop = self._knop("pdf_opslaan_knop", Icoon.OPSLAAN, "Bewaa&r als…")
        self.afdruk_knop = self._knop("pdf_afdruk_knop", Icoon.AFDRUK, "&Afdrukken…", "Afdrukken (Ctrl+P)")
        self.vorige_knop = self._knop("pdf_vorige_knop", Icoon.OMHOOG, "", "Vorige bladzijde")
        self.volgende_knop = self._knop("pdf_volgende_knop", Icoon.OMLAAG, "", "Volgende bladzijde")
        self.bladzijde_label = QLabel(self)
        self.bladzijde_label.setMinimumWidth(tekstbreedte(self, 17))
        self.kleiner_knop = self._knop("pdf_kleiner_knop", Icoon.UITZOOMEN, "", "Kleiner (Ctrl+min)")
        self.groter_knop = self._knop("pdf_groter_knop", Icoon.INZOOMEN, "", "Groter (Ctrl+plus)")
        self.breedte_knop = self._knop("pdf_breedte_knop", None, "&Hele breedte")
        self.breedte_knop.setCheckable(True)
        self.zoek_veld = Invoerregel(self)
        self.zoek_veld.setObjectName("pdf_zoek_veld")
        self.zoek_veld.setAccessibleName("Zoek in dit document")
        self.zoek_veld.setPlaceholderText("Zoek in dit document")
        self.zoek_veld.setClearButtonEnabled(True)
        self.zoek_veld.setMinimumWidth(tekstbreedte(self, 24))
        self.zoek_stand = QLabel(self)
        self.beeld = QPdfView(self)
        self.beeld.setObjectName("pdf_beeld")
        self.beeld.setAccessibleName("Het document")
        self.beeld.setPageMode(QPdfView.PageMode.MultiPage)
        # a page that just fits would let the bar come and go without end, each time at another width
        self.beeld.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.beeld.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.beeld.setDocument(self.document)
        self.beeld.setSearchModel(self._zoeker)
        balk = QHBoxLayout()
        balk.setSpacing(HALF)
        for knop in (self.opslaan_knop, self.afdruk_knop):
            balk.addWidget(knop)
        balk.addSpacing(RASTER)
        for knop in (self.vorige_knop, self.volgende_knop):
            balk.addWidget(knop)
        balk.addWidget(self.bladzijde_label)
        for knop in (self.kleiner_knop, self.groter_knop, self.breedte_knop):
            balk.addWidget(knop)
        balk.addStretch(1)
        balk.addWidget(self.zoek_stand)
        balk.addWidget(self.zoek_veld)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addLayout(balk)
        indeling.addWidget(self.beeld, 1)
        self._afdrukken = sneltoets("Ctrl+P", waar=self)
        self._groter = sneltoets("Ctrl++", waar=self)
        self._kleiner = sneltoets("Ctrl+-", waar=self)
        self._zoeken = sneltoets("Ctrl+F", waar=self)

    def _knop(self, naam: str, icoon: Icoon | None, tekst: str, uitleg: str = "") -> QToolButton:
        knop = Balkknop(self)
        knop.setObjectName(naam)
        knop.setText(tekst)
        knop.setAccessibleName(uitleg or tekst.replace("&", "").rstrip("…"))
        knop.setToolTip(uitleg)
        knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if icoon is not None:
            zet_icoon(knop, icoon)
        stijl = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if tekst else Qt.ToolButtonStyle.ToolButtonIconOnly
        knop.setToolButtonStyle(stijl if icoon else Qt.ToolButtonStyle.ToolButtonTextOnly)
        return knop

    def _verbind(self) -> None:
        self.opslaan_knop.clicked.connect(self.sla_op)
        self.afdruk_knop.clicked.connect(self.druk_af)
        self.vorige_knop.clicked.connect(self._on_vorige_gevraagd)
        self.volgende_knop.clicked.connect(self._on_volgende_gevraagd)
        self.kleiner_knop.clicked.connect(self._on_kleiner_gevraagd)
        self.groter_knop.clicked.connect(self._on_groter_gevraagd)
        self.breedte_knop.toggled.connect(self._on_breedte_gekozen)
        self.zoek_veld.textChanged.connect(self._zoeker.setSearchString)
        self.zoek_veld.returnPressed.connect(self._on_volgende_vondst_gevraagd)
        self._zoeker.countChanged.connect(self._on_vondsten_geteld)
        self.beeld.pageNavigator().currentPageChanged.connect(self._toon_bladzijde)
        self._afdrukken.activated.connect(self.druk_af)
        self._groter.activated.connect(self._on_groter_gevraagd)
        self._kleiner.activated.connect(self._on_kleiner_gevraagd)
        self._zoeken.activated.connect(self._on_zoeken_gevraagd)

    # --- contents ---------------------------------------------------------------------------------

    def toon(self, inhoud: bytes, bestandsnaam: str) -> None:
        """Show this PDF; the name is what saving proposes."""
        self.maak_leeg()
        self._inhoud, self._naam = inhoud, bestandsnaam
        self._buffer.setData(QByteArray(inhoud))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        leesbaar = self.document.status() is QPdfDocument.Status.Ready
        for knop in (self.opslaan_knop, self.afdruk_knop, self.groter_knop, self.kleiner_knop):
            knop.setEnabled(leesbaar)
        self.breedte_knop.setChecked(True)
        self._toon_bladzijde()
        if not leesbaar:
            raise DocumentMislukt(
                "Dit document kan niet worden getoond.",
                veilig="Er is niets gewijzigd.",
                advies="Maak het document opnieuw.",
            )

    def maak_leeg(self) -> None:
        """Forget the document, at the lock."""
        self.zoek_veld.clear()
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray())
        self._inhoud = b""
        self._toon_bladzijde()

    def sla_op(self) -> Path | None:
        """Let the user choose a place and write the file there."""
        doel = self._melder.kies_bestand_opslaan(self, "Document bewaren", self._naam, "PDF (*.pdf)")
        if doel is None:
            return None
        if not doel.suffix:
            doel = doel.with_suffix(".pdf")
        try:
            schrijf_bestand(doel, self._inhoud)
        except DocumentMislukt as fout:
            self._melder.toon_fout(self, fout)
            return None
        self.bewaard.emit(doel)
        return doel

    def druk_af(self) -> bool:
        """Let the user choose a printer and print."""
        drukker = kies_printer(self, self.document.pageCount())
        if drukker is None:
            return False
        self.druk_af_op(drukker)
        self.afgedrukt.emit()
        return True

    def druk_af_op(self, drukker: QPrinter) -> None:
        """Render the pages that the printer settings ask for."""
        eerste = max(1, drukker.fromPage() or 1)
        laatste = min(drukker.toPage() or self.document.pageCount(), self.document.pageCount())
        schilder = QPainter()
        try:
            begin(schilder, drukker)
        except DocumentMislukt as fout:
            self._melder.toon_fout(self, fout)
            return
        for bladzijde in range(eerste - 1, laatste):
            if bladzijde >= eerste:
                drukker.newPage()
            teken_bladzijde(schilder, drukker, self.document, bladzijde)
        schilder.end()

    # --- slots ------------------------------------------------------------------------------------

    def _toon_bladzijde(self) -> None:
        totaal = self.document.pageCount()
        nu = self.beeld.pageNavigator().currentPage() + 1 if totaal else 0
        self.bladzijde_label.setText(f"bladzijde {nu} van {totaal}" if totaal else "geen document")
        self.vorige_knop.setEnabled(nu > 1)
        self.volgende_knop.setEnabled(0 < nu < totaal)

    def _naar(self, bladzijde: int) -> None:
        wijzer = self.beeld.pageNavigator()
        wijzer.jump(bladzijde, QPointF(0, 0), wijzer.currentZoom())

    def _on_vorige_gevraagd(self) -> None:
        self._naar(self.beeld.pageNavigator().currentPage() - 1)

    def _on_volgende_gevraagd(self) -> None:
        self._naar(self.beeld.pageNavigator().currentPage() + 1)

    def _vergroot(self, factor: float) -> None:
        huidig = self.beeld.zoomFactor()
        if self.beeld.zoomMode() is QPdfView.ZoomMode.FitToWidth and self.document.pageCount():
            punten = self.document.pagePointSize(0).width()
            huidig = self.beeld.viewport().width() / max(1.0, punten * self.logicalDpiX() / 72)
        self.breedte_knop.setChecked(False)
        self.beeld.setZoomFactor(min(_GROOTST, max(_KLEINST, huidig * factor)))

    def _on_groter_gevraagd(self) -> None:
        self._vergroot(_STAP)

    def _on_kleiner_gevraagd(self) -> None:
        self._vergroot(1 / _STAP)

    def _on_breedte_gekozen(self, aan: bool) -> None:
        self.beeld.setZoomMode(QPdfView.ZoomMode.FitToWidth if aan else QPdfView.ZoomMode.Custom)

    def _on_zoeken_gevraagd(self) -> None:
        self.zoek_veld.setFocus()
        self.zoek_veld.selectAll()

    def vondsten(self) -> int:
        """How often the searched text was found so far."""
        return self._zoeker.rowCount(QModelIndex())

    def _on_vondsten_geteld(self) -> None:
        self.zoek_stand.setText(f"{self.vondsten()} gevonden" if self.zoek_veld.text() else "")

    def _on_volgende_vondst_gevraagd(self) -> None:
        if not self.vondsten():
            return
        volgende = (self.beeld.currentSearchResultIndex() + 1) % self.vondsten()
        self.beeld.setCurrentSearchResultIndex(volgende)
        vondst = self._zoeker.resultAtIndex(volgende)
        self.beeld.pageNavigator().jump(vondst.page(), vondst.location(), self.beeld.zoomFactor())


class PdfVenster(QDialog):
    """The same in a window of its own."""

    def __init__(
        self, inhoud: bytes, bestandsnaam: str, titel: str, melder: Melder, *, ouder: QWidget | None = None
    ) -> None:
        super().__init__(ouder)
        self.setObjectName("pdf_venster")
        zet_venstertitel(self, titel)
        self.voorbeeld = PdfVoorbeeld(melder, self)
        self._knoppen = Dialoogknoppen(self)
        self.sluit_knop = self._knoppen.maak("&Sluiten", QDialogButtonBox.ButtonRole.RejectRole)
        self.sluit_knop.setObjectName("pdf_sluit_knop")
        self.sluit_knop.setAccessibleName("Sluiten")
        self.sluit_knop.setAutoDefault(False)
        indeling = QVBoxLayout(self)
        indeling.addWidget(self.voorbeeld, 1)
        indeling.addWidget(self._knoppen)
        self._verbind()
        zet_maat(self, tekstbreedte(self, 125), tekstbreedte(self, 100))
        self.voorbeeld.toon(inhoud, bestandsnaam)
        self.voorbeeld.beeld.setFocus()  # keys turn the pages; a space does not press the first button

    def _verbind(self) -> None:
        self._knoppen.rejected.connect(self.reject)

    @classmethod
    def vraag(cls, inhoud: bytes, bestandsnaam: str, titel: str, melder: Melder, *, ouder: QWidget) -> None:
        """Show a document until the user closes it."""
        try:
            venster = cls(inhoud, bestandsnaam, titel, melder, ouder=ouder)
        except DocumentMislukt as fout:
            melder.toon_fout(ouder, fout)
            return
        venster.exec()
        venster.maak_leeg()
        verwijder(venster)

    def maak_leeg(self) -> None:
        """Forget the document."""
        self.voorbeeld.maak_leeg()
