"""The frame of the window: places on the left, search on top, the page, the status bar. No business.

Pages are made when they are first shown and know nothing of each other; going from one to the other goes
through here, so that there is always a way back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.werkplek.plekken import Onderdeel
from zvh_desktop.ui.dialogs.toetsenlijst import Toetsenlijst
from zvh_desktop.ui.draden.paginabron import Paginalader
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.omlijsting.leesband import Leesband
from zvh_desktop.ui.omlijsting.navigatie import Navigatie
from zvh_desktop.ui.omlijsting.rollabel import Rollabel
from zvh_desktop.ui.omlijsting.slotknoppen import Slotknoppen, balkknop
from zvh_desktop.ui.omlijsting.venstermaat import Venstermaat
from zvh_desktop.ui.pagina import Pagina, PaginaInvoer
from zvh_desktop.ui.protocollen import Plaats, SessieInfo, Zoeker, Zoektreffer
from zvh_desktop.ui.teksten.datums import nu_hier, tijd_kort
from zvh_desktop.ui.tellingen import Tellingen
from zvh_desktop.ui.toetsenbord.sneltoetsen import venstertoets
from zvh_desktop.ui.toetsenbord.toetsplek import herstel_toetsplek, toetsplek
from zvh_desktop.ui.toetsenbord.veldtoetsen import Veldtoetsen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.oefenband import Oefenband
from zvh_desktop.ui.uiterlijk.thema import RASTER, tekstbreedte
from zvh_desktop.ui.weg.gang import WegGevraagd
from zvh_desktop.ui.weg.strook import Terugstrook
from zvh_desktop.ui.widgets.paskader import Paskader
from zvh_desktop.ui.widgets.velden.zoekveld import Zoekveld

_MEESTE_TERUG = 30


class Hoofdvenster(QMainWindow):
    """Navigation, search and status around the pages."""

    vergrendelen_gevraagd = Signal()
    terugzetten_gevraagd = Signal(object)
    koffer_gevraagd = Signal(object)
    """Go on in the koffer in this folder."""
    afmelden_gevraagd = Signal()
    hulp_gevraagd = Signal(str)
    plaats_gewijzigd = Signal(str)
    instellingen_gewijzigd = Signal()
    gesloten = Signal()
    bewaard = Signal()

    def __init__(
        self,
        sessie: SessieInfo,
        invoer: Sequence[PaginaInvoer],
        zoek: Zoeker,
        *,
        taken: Taken,
        melder: Melder,
        instellingen: Instellingen,
        klok: Callable[[], datetime] = nu_hier,
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self.setObjectName("hoofdvenster")
        self.setWindowTitle(sessie.titel)
        self._sessie = sessie
        self._invoer = {deel.sleutel: deel for deel in invoer}
        self._melder = melder
        self._instellingen = instellingen
        self._klok = klok
        self._paginas: dict[str, Pagina] = {}
        self._kaders: dict[str, Paskader] = {}
        self._huidig = ""
        self._terug: list[Plaats] = []
        self._tellingen = Tellingen(invoer, taken, self)
        self._lader = Paginalader(taken, self)
        self._bouw(zoek, taken)
        self._verbind()
        self._maat.herstel()

    # --- building ---------------------------------------------------------------------------------

    def _bouw(self, zoek: Zoeker, taken: Taken) -> None:
        kop = QWidget(self)
        self.terug_knop = balkknop("terug_knop", Icoon.TERUG, "Terug", "Terug (Ctrl+T)", kop)
        self.terug_knop.setEnabled(False)
        self.zoek_veld = Zoekveld(zoek, taken, kop)
        self.hulp_knop = balkknop("hulp_knop", Icoon.HULP, "Hulp", "Hulp (F1)", kop)
        regel = QHBoxLayout(kop)
        regel.setContentsMargins(RASTER, RASTER, RASTER, RASTER)
        regel.addWidget(self.terug_knop)
        regel.addStretch(1)
        regel.addWidget(self.zoek_veld, 3)
        regel.addStretch(1)
        regel.addWidget(self.hulp_knop)
        self.navigatie = Navigatie(tuple(self._invoer.values()), self)
        self.stapel = QStackedWidget(self)
        self.stapel.setObjectName("paginas")
        self.splitser = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitser.addWidget(self.navigatie)
        self.splitser.addWidget(self.stapel)
        self.splitser.setStretchFactor(1, 1)
        self.splitser.setCollapsible(0, False)
        self.splitser.setCollapsible(1, False)
        self.splitser.setSizes([self.navigatie.sizeHint().width(), tekstbreedte(self, 110)])
        midden = QWidget(self)
        indeling = QVBoxLayout(midden)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(0)
        self.oefenband = Oefenband(midden) if self._sessie.oefen else None
        self.leesband = Leesband(midden) if self._sessie.alleen_lezen else None
        for band in filter(None, (self.oefenband, self.leesband)):
            indeling.addWidget(band)
        indeling.addWidget(kop)
        self.terugstrook = Terugstrook(midden)
        indeling.addWidget(self.terugstrook)
        indeling.addWidget(self.splitser, 1)
        self.setCentralWidget(midden)
        QWidget.setTabOrder(self.zoek_veld, self.navigatie)
        self._maat = Venstermaat(self, self.splitser, self.navigatie, self._instellingen)
        self._bouw_statusbalk()
        self._bouw_sneltoetsen()
        Veldtoetsen(self)  # the window holds it

    def _bouw_statusbalk(self) -> None:
        balk = self.statusBar()
        balk.setSizeGripEnabled(False)
        balk.setContentsMargins(RASTER, 0, RASTER, 0)
        self.rol_label = Rollabel(f"{self._sessie.weergavenaam}, {self._sessie.rol_naam}", self)
        self.opgeslagen_label = QLabel("", self)
        self.opgeslagen_label.setObjectName("opgeslagen_label")
        self.slotknoppen = Slotknoppen(self)
        balk.addWidget(self.rol_label, 1)
        balk.addWidget(self.opgeslagen_label)
        balk.addPermanentWidget(self.slotknoppen)

    def _bouw_sneltoetsen(self) -> None:
        self._zoeken = venstertoets("Ctrl+K", waar=self)
        self._hulp = venstertoets("F1", waar=self)
        self._toetsen = venstertoets("?", waar=self)
        self._terugtoets = venstertoets("Ctrl+T", waar=self)
        self._nummers = [venstertoets(f"Ctrl+{n}", waar=self) for n in range(1, len(self._invoer) + 1)]
        for nummer, sneltoets in enumerate(self._nummers):
            sneltoets.setObjectName(f"naar_{nummer + 1}")

    def _verbind(self) -> None:
        self._tellingen.geteld.connect(self.navigatie.zet_telling)
        self.navigatie.plaats_gekozen.connect(self._on_plaats_gekozen)
        self.zoek_veld.treffer_gekozen.connect(self._on_treffer_gekozen)
        if self.leesband is not None:
            self.leesband.werken_gevraagd.connect(self.vergrendelen_gevraagd)
        self.terug_knop.clicked.connect(self.ga_terug)
        self.terugstrook.terug_gevraagd.connect(self.ga_terug)
        self.hulp_knop.clicked.connect(self._on_hulp_gevraagd)
        self.slotknoppen.vergrendelen_gevraagd.connect(self.vergrendelen_gevraagd)
        self.slotknoppen.afmelden_gevraagd.connect(self._on_afmelden_gevraagd)
        self._zoeken.activated.connect(self._on_zoeken_gevraagd)
        self._hulp.activated.connect(self._on_hulp_gevraagd)
        self._toetsen.activated.connect(self._on_toetsen_gevraagd)
        self._terugtoets.activated.connect(self.ga_terug)
        for sneltoets in self._nummers:
            sneltoets.activated.connect(self._on_nummer_gebruikt)

    # --- going somewhere --------------------------------------------------------------------------

    def ga_naar(self, sleutel: str, onderdeel: Onderdeel | None = None) -> None:
        """Show a page, with one thing open on it when given, and remember where we came from."""
        if sleutel not in self._invoer:
            return
        if not self._bewaar_huidige():
            return
        vandaan = self.plaats()
        if vandaan is not None:
            self._terug.append(vandaan)
            del self._terug[:-_MEESTE_TERUG]
        self.terugstrook.zet_plaats("")
        self._toon(Plaats(sleutel, onderdeel))

    def ga_terug(self) -> None:
        """Back to the page and the thing shown before, and to the field that had the keyboard."""
        if self._terug and self._bewaar_huidige():
            self.terugstrook.zet_plaats("")
            self.herstel_plaats(self._terug.pop())

    def customEvent(self, gebeurtenis: QEvent) -> None:
        """Somebody asks for the place where something missing is filled in."""
        if isinstance(gebeurtenis, WegGevraagd):
            gebeurtenis.accept()
            vandaan = self._huidig
            stappen = len(self._terug)
            weg = gebeurtenis.weg
            self.ga_naar(weg.plaats, weg.onderdeel if isinstance(weg.onderdeel, Onderdeel) else None)
            if vandaan and len(self._terug) > stappen:
                self.terugstrook.zet_plaats(self._invoer[vandaan].naam)

    def plaats(self) -> Plaats | None:
        """Where the user is now, to come back to after unlocking."""
        if not self._huidig:
            return None
        pagina = self._pagina(self._huidig)
        return Plaats(self._huidig, pagina.onderdeel(), pagina.stand(), toetsplek(pagina))

    def herstel_plaats(self, plaats: Plaats, *, stil: bool = False) -> None:
        """Come back to a place, after unlocking. ``stil``: what went wrong is raised, and not shown."""
        sleutel = plaats.pagina if plaats.pagina in self._invoer else next(iter(self._invoer))
        self._toon(Plaats(sleutel, plaats.onderdeel if sleutel == plaats.pagina else None), stil=stil)
        if sleutel != plaats.pagina:
            return
        if plaats.stand is not None:
            self._pagina(sleutel).herstel_stand(plaats.stand)
        if plaats.toetsplek is not None:
            herstel_toetsplek(self._pagina(sleutel), plaats.toetsplek)

    def toon_begin(self) -> None:
        """Show the first page that this user may see."""
        eerste = next((deel.sleutel for deel in self._invoer.values() if deel.mag), None)
        if eerste is not None:
            self._toon(Plaats(eerste))

    def pagina(self, sleutel: str) -> Pagina:
        """The page with this key; it is made when it does not exist yet."""
        return self._pagina(sleutel)

    def _pagina(self, sleutel: str) -> Pagina:
        pagina = self._paginas.get(sleutel)
        if pagina is None:
            pagina = self._invoer[sleutel].maak()
            if not pagina.accessibleName():
                pagina.setAccessibleName(self._invoer[sleutel].naam)
            self._paginas[sleutel] = pagina
            self._kaders[sleutel] = Paskader(pagina, self.stapel)
            self.stapel.addWidget(self._kaders[sleutel])
            pagina.opgeslagen.connect(self.meld_opgeslagen)
            pagina.ga_naar.connect(self._on_plaats_gevraagd)
            pagina.instellingen_gewijzigd.connect(self.instellingen_gewijzigd)
            pagina.vergrendelen_gevraagd.connect(self.vergrendelen_gevraagd)
            pagina.terugzetten_gevraagd.connect(self.terugzetten_gevraagd)
            pagina.telling_gewijzigd.connect(self._on_telling_gewijzigd)
        return pagina

    def _toon(self, plaats: Plaats, *, stil: bool = False) -> None:
        try:
            if not self._lader.laad(self._invoer[plaats.pagina].bron):
                return
            pagina = self._pagina(plaats.pagina)
            self._huidig = plaats.pagina
            self.stapel.setCurrentWidget(self._kaders[plaats.pagina])
            pagina.vernieuw()
            pagina.toon(plaats.onderdeel)
        except GebruikersFout as fout:
            if stil:
                raise
            self._melder.toon_fout(self, fout)
        self.navigatie.zet_plaats(self._huidig)
        self.terug_knop.setEnabled(bool(self._terug))
        focus = self._pagina(self._huidig).eerste_focus()
        if focus is not None and not self.navigatie.hasFocus():
            focus.setFocus()
        self.vernieuw_tellingen(self._pagina(self._huidig).tellingen())
        self.plaats_gewijzigd.emit(self._huidig)

    def aan_tafel(self) -> bool:
        """Whether the page in view says that an overleg is being held."""
        return bool(self._huidig) and self._pagina(self._huidig).aan_tafel()

    def vernieuw_tellingen(self, gelezen: Mapping[str, int] | None = None) -> None:
        """Ask again how many things wait at each place, but for those that were read only just now."""
        self._tellingen.vernieuw(gelezen or {})

    # --- saving, locking, closing -----------------------------------------------------------------

    def meld_opgeslagen(self) -> None:
        """Say in the status bar that everything is saved."""
        self.opgeslagen_label.setText(f"Opgeslagen {tijd_kort(self._klok())}")
        self.bewaard.emit()
        self.vernieuw_tellingen()

    def _bewaar_huidige(self) -> bool:
        if not self._huidig:
            return True
        try:
            self._pagina(self._huidig).bewaar_nu()
        except GebruikersFout as fout:
            self._melder.toon_fout(self, fout)
            return False
        return True

    def bewaar_nu(self) -> None:
        """Save on every page; raises the first error after having tried them all."""
        fouten: list[GebruikersFout] = []
        for pagina in self._paginas.values():
            try:
                pagina.bewaar_nu()
            except GebruikersFout as fout:
                fouten.append(fout)
        if fouten:
            raise fouten[0]

    def maak_leeg(self) -> None:
        """Drop everything decrypted, at the lock. The window is of no use after this."""
        self.bewaar_maat()
        self._lader.vergeet()
        self.zoek_veld.maak_leeg()
        self._terug.clear()
        self.terugstrook.zet_plaats("")
        for pagina in self._paginas.values():
            pagina.maak_leeg()
        for kader in self._kaders.values():
            self.stapel.removeWidget(kader)
            verwijder(kader)
        self._paginas.clear()
        self._kaders.clear()
        self._huidig = ""

    def bewaar_maat(self) -> None:
        """Remember size and place of the window."""
        self._maat.bewaar()

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._maat.pas_aan()

    def _mag_weg(self, wat: str, knoptekst: str) -> bool:
        """Save everything; whether that was done, or the user leaves without it."""
        try:
            self.bewaar_nu()
        except GebruikersFout as fout:
            self._melder.toon_fout(self, fout)
            vraag = f"Uw laatste wijziging is nog niet bewaard. Wilt u toch {wat}?"
            return self._melder.bevestig(self, vraag, knoptekst)
        return True

    def closeEvent(self, gebeurtenis: QCloseEvent) -> None:
        if not self._mag_weg("stoppen", "Stop zonder te bewaren"):
            gebeurtenis.ignore()
            return
        self.bewaar_maat()
        gebeurtenis.accept()
        self.gesloten.emit()

    # --- slots ------------------------------------------------------------------------------------

    def _on_plaats_gevraagd(self, plaats: Plaats) -> None:
        self.ga_naar(plaats.pagina, plaats.onderdeel)

    def _on_plaats_gekozen(self, sleutel: str) -> None:
        if sleutel == self._huidig and self._pagina(sleutel).onderdeel() is None:
            return
        self.ga_naar(sleutel)

    def _on_nummer_gebruikt(self) -> None:
        sneltoets = self.sender()
        nummer = next((n for n, s in enumerate(self._nummers) if s is sneltoets), None)
        if nummer is None:
            return
        deel = tuple(self._invoer.values())[nummer]
        if deel.mag:
            self.ga_naar(deel.sleutel)
        else:
            self.statusBar().showMessage(deel.reden, 5000)

    def _on_treffer_gekozen(self, treffer: Zoektreffer) -> None:
        self.ga_naar(treffer.plaats, treffer.onderdeel)

    def _on_telling_gewijzigd(self, aantal: int) -> None:
        pagina = self.sender()
        for sleutel, bekend in self._paginas.items():
            if bekend is pagina:
                self.navigatie.zet_telling(sleutel, aantal)

    def _on_zoeken_gevraagd(self) -> None:
        self.zoek_veld.setFocus()
        self.zoek_veld.selectAll()

    def _on_afmelden_gevraagd(self) -> None:
        if self._mag_weg("afmelden", "Meld af zonder te bewaren"):
            self.afmelden_gevraagd.emit()

    def _on_hulp_gevraagd(self) -> None:
        self.hulp_gevraagd.emit(f"{self._huidig}/{self._pagina(self._huidig).hulpplek()}".rstrip("/"))

    def _on_toetsen_gevraagd(self) -> None:
        Toetsenlijst.vraag(self)

    def mouseReleaseEvent(self, gebeurtenis: QMouseEvent) -> None:
        if gebeurtenis.button() is Qt.MouseButton.BackButton:
            self.ga_terug()
            return
        super().mouseReleaseEvent(gebeurtenis)
