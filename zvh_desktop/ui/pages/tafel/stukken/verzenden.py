"""Step 5: what goes to whom, made on demand; and who gets nothing, with the reason."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import DocumentSoort, OverlegId, OverlegStatus, VerslagStatus, VerzendingSoort
from zvh_desktop.models.taal import datum_lang, hoofdletter
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.services.overnemen.jzv.jzv import JzvVraag
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.afdrukken.printer import kies_printer
from zvh_desktop.ui.afdrukken.stapel import Afgedrukt, Stapel
from zvh_desktop.ui.bewaren.wordknop import BUITEN, WORD, Wordwerk
from zvh_desktop.ui.dialogs.jzv_bestand import JZV_KNOP, JZV_UITLEG, vraag_jzv
from zvh_desktop.ui.draden.te_maken import TeMaken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.tafel.stap import TafelStap
from zvh_desktop.ui.pages.tafel.stapnummers import OVERNEMEN
from zvh_desktop.ui.pages.tafel.stukken.afdrukdialoog import Afdrukdialoog, afgedrukt_zin
from zvh_desktop.ui.pages.tafel.stukken.bewaren import Bewaren
from zvh_desktop.ui.pages.tafel.stukken.lekknop import Lekknop
from zvh_desktop.ui.pages.tafel.stukken.overnemen import Overnemen
from zvh_desktop.ui.pages.tafel.stukken.rondsturen import Rondsturen
from zvh_desktop.ui.pages.tafel.stukken.smal_voorbeeld import SmalVoorbeeld
from zvh_desktop.ui.pages.tafel.stukken.stukvragen import StukMaker
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.pages.tafel.uitlegstrook import Uitlegstrook
from zvh_desktop.ui.pages.tafel.woorden import DOCUMENT_TEKST
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, tekstbreedte
from zvh_desktop.ui.widgets.aandachtslijst import Aandachtslijst
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.paskader import Paskader
from zvh_desktop.ui.widgets.tabbladen import Tabbladen
from zvh_desktop.ui.widgets.wijksplitser import Wijksplitser

_RONDSTUREN, _OVERNEMEN = 1, 2

_HUIS = "alleen voor het huis zelf"
_BEWERKBAAR = (DocumentSoort.NOTULEN_REGIE, DocumentSoort.NOTULEN_PARTIJ)
_PER_PARTIJ = (DocumentSoort.NOTULEN_PARTIJ, DocumentSoort.ACTIELIJST, DocumentSoort.AGENDA_PARTIJ)


def _soort(vraag: StukVraag) -> object:
    return DOCUMENT_TEKST.get(vraag.soort, vraag.omschrijving)


def _icoon(vraag: StukVraag) -> Icoon:
    return Icoon.DOCUMENT if vraag.soort in _PER_PARTIJ else Icoon.SLOT


def ontvanger(vraag: StukVraag) -> str:
    """For whom it is: the partij, or the house itself."""
    return vraag.omschrijving.partition(": ")[2] if vraag.partij_id is not None else _HUIS


def te_drukken(vraag: StukVraag) -> TeMaken:
    """The same for paper: whatever is said of a document, its partij is one receiver."""
    erbij = ontvanger(vraag).removeprefix(vraag.partij) if vraag.partij else ""
    return TeMaken(f"{_soort(vraag)}{erbij}", vraag.partij or hoofdletter(_HUIS))


class Verzenden(TafelStap):
    """Left the documents, right the one that is chosen."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("verzenden")
        self._vraag = 0
        self._overlegnaam = ""
        self._concept = False
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        links = QWidget(self)
        self.uitleg = StilleTekst("", self)
        self._bouw_knoppen()
        boven = Loopregel(tussen=RASTER)
        boven.addWidget(self.uitleg)
        boven.rek()
        for een in (self.alle_knop, self.druk_knop, self.word_knop, self.jzv_knop):
            boven.addWidget(een)
        self.tabel: Toetstabel[StukVraag] = Toetstabel(
            "stukken",
            "Documenten van dit overleg",
            (
                Kolom[StukVraag]("soort", "Document", _soort, 22, icoon=_icoon),
                Kolom[StukVraag]("wie", "Voor wie", ontvanger, 30),
            ),
            ouder=links,
            rek=1,
        )
        self.strook = Uitlegstrook(links)
        self.zonder = Aandachtslijst(links)
        kolom = QVBoxLayout(links)
        kolom.setContentsMargins(0, 0, HALF, 0)
        kolom.setSpacing(RASTER)
        kolom.addWidget(self.tabel, 1)
        kolom.addWidget(self.strook)
        self.lek_knop = Lekknop(self._diensten.rondsturen.lekken, links)
        kolom.addWidget(self.lek_knop, 0, Qt.AlignmentFlag.AlignLeft)
        kolom.addWidget(self.zonder)
        self.voorbeeld = SmalVoorbeeld(self._gereedschap.melder, self)
        self.splitser = Wijksplitser(self)
        self.splitser.addWidget(links)
        self.splitser.addWidget(self.voorbeeld)
        self.splitser.setStretchFactor(0, 1)
        self.splitser.setStretchFactor(1, 1)
        self.splitser.setSizes([tekstbreedte(self, 70), tekstbreedte(self, 80)])
        documenten = QWidget(self)
        binnen = QVBoxLayout(documenten)
        binnen.setContentsMargins(0, RASTER, 0, 0)
        binnen.setSpacing(RASTER)
        binnen.addLayout(boven)
        binnen.addWidget(Paskader(self.splitser, documenten), 1)  # the way on stays in view above
        self.rondsturen = Rondsturen(self._diensten, self._gereedschap, self)
        self.tabbladen = Tabbladen(self)
        self.tabbladen.setObjectName("verzenden_tabbladen")
        self.tabbladen.setDocumentMode(True)  # no frame: the lists stand against it otherwise
        self.tabbladen.tabBar().setObjectName("verzenden_tabs")
        self.tabbladen.tabBar().setAccessibleName("Documenten, rondsturen of overnemen")
        self.tabbladen.setAccessibleName("Documenten, rondsturen of overnemen")
        self.tabbladen.addTab(documenten, "Documenten")
        self.tabbladen.addTab(Paskader(self.rondsturen, self), "Rondsturen")
        self.overnemen = Overnemen(self._diensten, self._gereedschap, self)
        self.tabbladen.addTab(Paskader(self.overnemen, self), "Overnemen")
        self.tabbladen.setTabVisible(_OVERNEMEN, bool(self._diensten.overnemen.systemen))
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(self.tabbladen)

    def _bouw_knoppen(self) -> None:
        self.alle_knop = knop("verzenden_alle", "Bewaar a&lles in een map…", self)
        self.druk_knop = knop("verzenden_afdrukken", "&Druk alles af…", self)
        self.word_knop = knop("verzenden_word", "Bewaar als &Word…", self)
        self.jzv_knop = knop("verzenden_jzv", JZV_KNOP, self)
        self.jzv_knop.setToolTip(JZV_UITLEG)

    def _verbind(self) -> None:
        self.tabel.regel_gekozen.connect(self._on_stuk_gekozen)
        self.tabel.regel_geopend.connect(self.voorbeeld.toon_groot)
        self.lek_knop.gekozen.connect(self._on_lek_gekozen)
        self.alle_knop.clicked.connect(self.bewaar_alle)
        self.druk_knop.clicked.connect(self.druk_alle_af)
        self.jzv_knop.clicked.connect(self.maak_jzv)
        self.word_knop.clicked.connect(self.bewaar_word)
        self.rondsturen.opgeslagen.connect(self.opgeslagen)
        self.overnemen.opgeslagen.connect(self.opgeslagen)

    # --- showing ----------------------------------------------------------------------------------

    def vernieuw(self) -> None:
        if self._overleg_id is None:
            return
        kop = self._diensten.tafels.toon(self._overleg_id)
        self._overlegnaam = f"{kop.naam}, {datum_lang(kop.invoer.datum)}"
        documenten = self._diensten.documenten
        gehouden = kop.status is OverlegStatus.GEHOUDEN
        self._concept = gehouden and kop.verslag_status is VerslagStatus.CONCEPT
        maak_lijst = documenten.verslagstukken if gehouden else documenten.agendastukken
        self.tabel.zet_regels(maak_lijst(self._overleg_id))
        for een in (self.alle_knop, self.druk_knop):
            een.setEnabled(bool(self.tabel.regelmodel.rowCount()))
        if not gehouden:
            tekst = "Het overleg is nog niet gehouden. Dit zijn de stukken voor vooraf."
        elif kop.verslag_status is VerslagStatus.CONCEPT:
            tekst = "Het verslag is nog concept. Dat staat ook op de stukken. Stel het vast voor u ze verstuurt."
        else:
            tekst = "Elke partij krijgt alleen de punten waar die bij mocht zijn."
        self.uitleg.setText(tekst)
        vast = gehouden and kop.verslag_status is VerslagStatus.VASTGESTELD
        mag = self._diensten.mag(Recht.RONDSTUREN)
        zet_toestemming(self.jzv_knop, mag, verder=vast, reden="Dit kan zodra het verslag is vastgesteld.")
        for tab in (_RONDSTUREN, _OVERNEMEN):
            self.tabbladen.setTabEnabled(tab, vast)
            self.tabbladen.setTabToolTip(tab, "" if vast else "Dit kan zodra het verslag is vastgesteld.")
        self._toon_na_vaststellen(self._overleg_id, vast=vast)
        zonder = documenten.zonder_stukken(self._overleg_id)
        self.zonder.zet((), [replace(een.reden, zin=f"{een.partij} krijgt niets. {een.reden.zin}") for een in zonder])

    def _toon_na_vaststellen(self, overleg_id: OverlegId, *, vast: bool) -> None:
        if not vast:
            self.rondsturen.maak_leeg()
            self.overnemen.maak_leeg()
            return
        self.lukt(partial(self.rondsturen.toon, VerzendingSoort.VERSLAG, overleg_id))
        if self.tabbladen.isTabVisible(_OVERNEMEN):
            self.lukt(partial(self.overnemen.toon, overleg_id))

    def toon_plek(self, plek: BijTafel) -> None:
        if (
            plek.blad == OVERNEMEN
            and self.tabbladen.isTabVisible(_OVERNEMEN)
            and self.tabbladen.isTabEnabled(_OVERNEMEN)
        ):
            self.tabbladen.setCurrentIndex(_OVERNEMEN)

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self._vraag += 1
        self._overlegnaam = ""
        self.overnemen.maak_leeg()
        self.tabel.maak_leeg()
        self.rondsturen.maak_leeg()
        self.voorbeeld.maak_leeg()
        self.zonder.zet((), ())
        self.lek_knop.zet(None)
        self.strook.wis()

    def eerste_focus(self) -> QWidget | None:
        return self.overnemen.tabel if self.tabbladen.currentIndex() == _OVERNEMEN else self.tabel

    # --- doing ------------------------------------------------------------------------------------

    def bewaar_alle(self) -> None:
        """Save every document in a folder, all of them or none."""
        vragen = self.tabel.regelmodel.regels
        doel = self._gereedschap.melder.kies_map(self, "Kies een map voor de stukken") if vragen else None
        if doel is None:
            return
        stukken = [
            TeMaken(str(_soort(vraag)), ontvanger(vraag) if vraag.partij_id is not None else "") for vraag in vragen
        ]
        self._gereedschap.taken.start_met_voortgang(
            Bewaren(stukken, partial(self._diensten.documenten.maak_alle, vragen), doel),
            ouder=self,
            titel="Stukken bewaren",
            gelukt=self._on_alle_bewaard,
            mislukt=self._on_alle_mislukt,
        )

    def druk_alle_af(self) -> None:
        """Print what is chosen in one job, each receiver's together."""
        alle = [(vraag, te_drukken(vraag)) for vraag in self.tabel.regelmodel.regels]
        keuze = Afdrukdialoog.vraag([wat for _, wat in alle], self) if alle else None
        drukker = kies_printer(self) if keuze is not None else None
        if keuze is None or drukker is None or self._overleg_id is None:
            return
        gekozen = [(vraag, wat) for vraag, wat in alle if wat.wie in keuze.ontvangers]
        maak = partial(self._diensten.documenten.maak_alle, [vraag for vraag, _ in gekozen])
        self._gereedschap.taken.start_met_voortgang(
            Stapel([wat for _, wat in gekozen], maak, drukker, self._overlegnaam, keuze.schutbladen),
            ouder=self,
            titel="Alles afdrukken",
            gelukt=self._on_alle_afgedrukt,
            mislukt=self._on_alle_mislukt,
        )

    def _toon_word(self, vraag: StukVraag | None) -> None:
        """A verslag that is still a concept can be had to change it; the rest cannot."""
        kan = vraag is not None and vraag.soort in _BEWERKBAAR and self._concept
        reden = "Kies een verslag dat nog concept is: wat is vastgesteld, ligt vast."
        zet_toestemming(self.word_knop, self._diensten.mag(Recht.CASUS_LEZEN), verder=kan, reden=reden)

    def bewaar_word(self) -> None:
        """The chosen verslag for a word processor: in full, or as its partij may read it."""
        vraag, overleg_id = self.tabel.gekozen(), self._overleg_id
        if vraag is None or overleg_id is None or not self.word_knop.isEnabled():
            return
        dienst, wie = self._diensten.bewerkbaar, vraag.partij_id
        naam = dienst.verslagnaam(overleg_id, wie)
        doel = self._gereedschap.melder.kies_bestand_opslaan(self, "Bewaar als Word", naam, WORD)
        if doel is not None:
            maak = partial(dienst.verslag, overleg_id)
            if wie is not None:
                maak = partial(dienst.verslag_partij, overleg_id, wie)
            werk = Wordwerk(maak, doel if doel.suffix else doel.with_suffix(".docx"))
            taken = self._gereedschap.taken
            taken.start(werk, gelukt=self._on_word_bewaard, mislukt=self._on_niet_bewaard, vanaf=self)

    def _on_word_bewaard(self, doel: Path) -> None:
        self.strook.toon(f'Bewaard als "{doel.name}". {BUITEN}', icoon=Icoon.VINK)

    def maak_jzv(self) -> None:
        """Save what came out of this overleg as a JZV file, for one receiver."""
        if self._overleg_id is None or not self.jzv_knop.isEnabled():
            return
        maker = vraag_jzv(self._diensten, self._gereedschap, JzvVraag(overleg_id=self._overleg_id), "dit overleg", self)
        if maker is not None:
            self._gereedschap.taken.start(maker, gelukt=self._on_jzv_bewaard, vanaf=self)

    def _on_jzv_bewaard(self, zin: str) -> None:
        self.strook.toon(zin, icoon=Icoon.VINK)

    def _on_alle_bewaard(self, aantal: int) -> None:
        self.strook.toon(
            f"{aantal} documenten zijn bewaard. Verstuur ze met uw eigen beveiligde mail.", icoon=Icoon.VINK
        )

    def _on_alle_afgedrukt(self, uitkomst: Afgedrukt) -> None:
        self.strook.toon(afgedrukt_zin(uitkomst.stukken, uitkomst.ontvangers), icoon=Icoon.VINK)

    def _on_stuk_gekozen(self, vraag: StukVraag | None) -> None:
        self._vraag += 1
        self.voorbeeld.maak_leeg()
        self.lek_knop.zet(None)
        self._toon_word(vraag)
        if vraag is not None:
            self._gereedschap.taken.start(
                StukMaker(self._diensten, vraag, self._vraag), gelukt=self._on_gemaakt, mislukt=self._on_mislukt
            )

    def _on_gemaakt(self, antwoord: tuple[int, Stuk]) -> None:
        nummer, stuk = antwoord
        if nummer == self._vraag:
            self.lukt(partial(self.voorbeeld.toon, stuk.inhoud, stuk.bestandsnaam))

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        if self._overleg_id is not None:
            self.strook.toon_fout(fout)
            self.lek_knop.zet(fout)

    def _on_niet_bewaard(self, fout: GebruikersFout) -> None:
        if self._overleg_id is not None:
            self.strook.toon_fout(fout)

    def _on_alle_mislukt(self, fout: GebruikersFout) -> None:
        self._gereedschap.melder.toon_fout(self, fout)

    def _on_lek_gekozen(self) -> None:
        self.strook.wis()
        self._on_stuk_gekozen(self.tabel.gekozen())
