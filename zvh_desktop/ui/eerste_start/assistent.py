"""The assistant of the first start: from "what do you want" to an open vault.

The first step is on the screen before the rest of the application has been loaded; the other steps come with that
(``vul_aan``). Making a vault takes seconds (several keys are computed), so it runs beside the window with its progress
shown. The recovery key comes last: only when it is put away can one go on.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.errors import GebruikersFout, ProgrammaFout
from zvh_desktop.ui.eerste_start.begin import Begin, BeginStap
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.scherm import zet_maat
from zvh_desktop.ui.toetsenbord.sneltoetsen import venstertoets
from zvh_desktop.ui.uiterlijk.doelen import Drukknop
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, RUIM, maak_primair, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import StilleTekst

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zvh_desktop.models.keuzes import Rol
    from zvh_desktop.ui.eerste_start.stap import Stap
    from zvh_desktop.ui.eerste_start.stappen import Stappen, StappenMaker
    from zvh_desktop.ui.protocollen import (
        GemaakteKluis,
        NieuweKluis,
        ProfielBron,
        Toegang,
        Vensterdiensten,
        Voortgang,
    )

AANTAL_STAPPEN = {Begin.NIEUW: 8, Begin.BESTAAND: 1, Begin.SERVER: 1, Begin.OEFENEN: 3}
"""How long each way is; known before the steps have been made."""
_WIJST_AAN = {Begin.BESTAAND: "&Kies de map…", Begin.SERVER: "&Kies het bestand…"}
"""What is there already is pointed at, and then the login comes."""
VERBINDINGSFILTER = "Verbindingsbestand (*.team)"


class Assistent(QDialog):
    """Walks through the steps; which ones depends on the first choice."""

    afgerond = Signal(object, object)
    bestaande_gekozen = Signal(object)
    gestopt = Signal()
    hulp_gevraagd = Signal(str)

    def __init__(self, toegang: Toegang, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("assistent")
        zet_venstertitel(self, "beginnen")
        self._toegang = toegang
        self._gereedschap = gereedschap
        self._bezig = False
        self._klaar = False
        self._diensten: Vensterdiensten | None = None
        self._stappen: Stappen | None = None
        self._wil_verder = False
        self._melding = ""
        self.begin = BeginStap(self, oefenen=gereedschap.beleid.oefenen)
        self._profiel: ProfielBron = ""
        self._rolnamen: Mapping[Rol, str] = {}
        self._bouw()
        self._verbind()
        # Qt by itself would keep a dialog below two thirds of the screen
        zet_maat(self, self.sizeHint().width(), self.sizeHint().height())
        self._toon(self.begin)

    # --- building ---------------------------------------------------------------------------------

    def _bouw(self) -> None:
        self.stapel = QStackedWidget(self)
        self._voeg_toe(self.begin)
        self.stand = StilleTekst("", self)
        self.stand.setWordWrap(False)
        self.vorige_knop = Drukknop("&Vorige", self)
        self.vorige_knop.setObjectName("vorige_knop")
        self.volgende_knop = Drukknop("V&olgende", self)
        self.volgende_knop.setObjectName("volgende_knop")
        self.volgende_knop.setDefault(True)
        maak_primair(self.volgende_knop)
        self.stop_knop = Drukknop("&Stoppen", self)
        self.stop_knop.setObjectName("stop_knop")
        for knop in (self.vorige_knop, self.stop_knop):
            knop.setAutoDefault(False)
            knop.setAccessibleName(knop.text().replace("&", ""))
        rij = QHBoxLayout()
        rij.setSpacing(RASTER)
        rij.addWidget(self.stand)
        rij.addStretch(1)
        for knop in (self.stop_knop, self.vorige_knop, self.volgende_knop):
            rij.addWidget(knop)
        lijn = QFrame(self)
        lijn.setFrameShape(QFrame.Shape.HLine)
        lijn.setFrameShadow(QFrame.Shadow.Sunken)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RUIM)
        indeling.setSpacing(RUIM)
        indeling.addWidget(self.stapel, 1)
        indeling.addWidget(lijn)
        indeling.addLayout(rij)
        self._hulp = venstertoets("F1", waar=self)

    def _voeg_toe(self, stap: Stap) -> None:
        rol = QScrollArea(self)
        rol.setFrameShape(QFrame.Shape.NoFrame)
        rol.setWidgetResizable(True)
        rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rol.setWidget(stap)
        self.stapel.addWidget(rol)

    def vul_aan(self, maak: StappenMaker) -> None:
        """Make the other steps, now that everything for them is there; goes on when the user already wanted to."""
        if self._stappen is not None:
            return
        self._stappen = maak(self._toegang, self._gereedschap, self)
        for stap in self._stappen.alle():
            self._voeg_toe(stap)
            stap.gewijzigd.connect(self._zet_stand)
        wil_verder, self._wil_verder, self._melding = self._wil_verder, False, ""
        self._zet_stand()
        if wil_verder:
            self._on_volgende_gevraagd()

    def meld_niet_geladen(self) -> None:
        """The rest could not be loaded: only an existing vault can still be pointed at."""
        self._wil_verder, self._melding = False, "Het programma is niet helemaal geladen."
        self._zet_stand()

    def _verbind(self) -> None:
        self._hulp.activated.connect(self._on_hulp_gevraagd)
        self.begin.gewijzigd.connect(self._zet_stand)
        self.vorige_knop.clicked.connect(self._on_vorige_gevraagd)
        self.volgende_knop.clicked.connect(self._on_volgende_gevraagd)
        self.stop_knop.clicked.connect(self.reject)

    def _on_hulp_gevraagd(self) -> None:
        self.hulp_gevraagd.emit("eerste-keer")

    # --- walking ----------------------------------------------------------------------------------

    @property
    def stappen(self) -> Stappen:
        """The steps after the first; they are there once ``vul_aan`` was called."""
        if self._stappen is None:
            raise ProgrammaFout("de stappen zijn er nog niet")
        return self._stappen

    def stap(self) -> Stap:
        """The step that is shown."""
        return self._alle()[self.stapel.currentIndex()]

    def _alle(self) -> tuple[Stap, ...]:
        return (self.begin, *(self._stappen.alle() if self._stappen is not None else ()))

    def weg(self) -> tuple[Stap, ...]:
        """The steps of the way that was chosen, as far as they are there."""
        if self._stappen is None or self.begin.keuze() in _WIJST_AAN:
            return (self.begin,)
        if self.begin.keuze() is Begin.OEFENEN:
            return (self.begin, self._stappen.huis, self._stappen.overzicht)
        return self._alle()

    def _toon(self, stap: Stap) -> None:
        if self._stappen is not None:
            self._bereid_voor(stap, self._stappen)
        self.stapel.setCurrentIndex(self._alle().index(stap))
        self._zet_stand()
        veld = stap.eerste_veld()
        if veld is not None:
            veld.setFocus()

    def _bereid_voor(self, stap: Stap, stappen: Stappen) -> None:
        if stap is stappen.partijen and stappen.huis.profiel() != self._profiel:
            self._profiel = stappen.huis.profiel()
            stappen.partijen.zet_partijen(self._toegang.profiel_partijen(self._profiel))
            self._zet_rolnamen(self._toegang.rolnamen(self._profiel))
        if stap is stappen.procesregisseur:
            stappen.procesregisseur.zet_eerder((stappen.beheerder,))
        if stap is stappen.medewerker:
            stappen.medewerker.zet_eerder((stappen.beheerder, stappen.procesregisseur))
        if stap is stappen.overzicht:
            oefenen = self.begin.keuze() is Begin.OEFENEN
            stappen.overzicht.zet(stappen.samenvatting(self._rolnamen, oefenen=oefenen))

    def _zet_rolnamen(self, namen: Mapping[Rol, str]) -> None:
        self._rolnamen = namen
        for stap in self.stappen.accounts():
            stap.zet_rolnaam(namen[stap.rol])

    def _zet_stand(self) -> None:
        stap, weg, stappen = self.stap(), self.weg(), self._stappen
        nummer = weg.index(stap) + 1 if stap in weg else 1
        aantal = AANTAL_STAPPEN[self.begin.keuze()]
        laatste = stappen is not None and stap is stappen.herstelblad
        self.stand.setText(self._melding or (f"Stap {nummer} van {aantal}" if aantal > 1 else ""))
        self.vorige_knop.setEnabled(nummer > 1 and not laatste and not self._bezig)
        self.stop_knop.setEnabled(not laatste and not self._bezig)
        kan = aantal == 1 or stappen is not None or not self._melding
        self.volgende_knop.setEnabled(stap.klaar() and not self._bezig and kan)
        if laatste:
            tekst = "&Openen"
        elif stappen is not None and stap is stappen.overzicht:
            tekst = "&Maak de kluis"
        elif stap is self.begin and self.begin.keuze() in _WIJST_AAN:
            tekst = _WIJST_AAN[self.begin.keuze()]
        else:
            tekst = "V&olgende"
        self.volgende_knop.setText(tekst)
        self.volgende_knop.setAccessibleName(tekst.replace("&", ""))

    # --- making -----------------------------------------------------------------------------------

    def _maak(self) -> None:
        stappen = self.stappen
        self._bezig = True
        stappen.overzicht.toon_voortgang(0, 0, "De kluis wordt gemaakt…")
        self._zet_stand()
        if self.begin.keuze() is Begin.OEFENEN:
            self._gereedschap.taken.start_stil_met_voortgang(
                partial(self._toegang.maak_oefenkluis, stappen.huis.kluismap(), stappen.huis.profiel()),
                gevorderd=stappen.overzicht.toon_voortgang,
                gelukt=self._on_oefenkluis_gemaakt,
                mislukt=self._on_mislukt,
            )
            return
        self._gereedschap.taken.start_stil_met_voortgang(
            partial(_maak_kluis, self._toegang, stappen.invoer()),
            gevorderd=stappen.overzicht.toon_voortgang,
            gelukt=self._on_kluis_gemaakt,
            mislukt=self._on_mislukt,
        )

    def _on_oefenkluis_gemaakt(self, diensten: Vensterdiensten) -> None:
        self._bezig = False
        self._rond_af(diensten)

    def _on_kluis_gemaakt(self, resultaat: GemaakteKluis) -> None:
        self._bezig = False
        self._diensten = resultaat.diensten
        for stap in self.stappen.accounts():
            stap.maak_leeg()
        self.stappen.herstelblad.zet(resultaat.herstelsleutel, resultaat.herstelblad_pdf)
        self._toon(self.stappen.herstelblad)

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        self._bezig = False
        self.stappen.overzicht.toon_fout(str(fout))
        self._zet_stand()

    def _rond_af(self, diensten: Vensterdiensten) -> None:
        self._klaar = True
        self.maak_leeg()
        self.afgerond.emit(diensten, self.stappen.huis.kluismap())
        self.accept()

    # --- slots ------------------------------------------------------------------------------------

    def _on_vorige_gevraagd(self) -> None:
        weg = self.weg()
        self._toon(weg[weg.index(self.stap()) - 1])

    def _on_volgende_gevraagd(self) -> None:
        if self.stap() is self.begin and self.begin.keuze() in _WIJST_AAN:
            self._wijs_aan()
        elif self._stappen is None:
            self._wil_verder, self._melding = True, "Een ogenblik, het programma wordt geladen…"
            self._zet_stand()
        elif self.stap() is self._stappen.overzicht:
            self._maak()
        elif self.stap() is not self._stappen.herstelblad:
            weg = self.weg()
            self._toon(weg[weg.index(self.stap()) + 1])
        elif self._diensten is not None:
            self._rond_af(self._diensten)

    def _wijs_aan(self) -> None:
        melder = self._gereedschap.melder
        if self.begin.keuze() is Begin.SERVER:
            gekozen = melder.kies_bestand_open(self, "Kies het verbindingsbestand", VERBINDINGSFILTER)
        else:
            gekozen = melder.kies_map(self, "Kies de map van de kluis")
        if gekozen is not None:
            self._klaar = True
            self.bestaande_gekozen.emit(gekozen)
            self.accept()

    def maak_leeg(self) -> None:
        """Forget passwords and recovery key."""
        for stap in self._alle():
            stap.maak_leeg()

    def reject(self) -> None:
        # the recovery key is shown only once: one cannot walk away from it by accident
        if self._bezig or (self._diensten is not None and not self._klaar):
            return
        self.maak_leeg()
        self.gestopt.emit()
        super().reject()

    def closeEvent(self, gebeurtenis: QCloseEvent) -> None:
        if self._bezig or (self._diensten is not None and not self._klaar):
            gebeurtenis.ignore()
            return
        super().closeEvent(gebeurtenis)

    def sizeHint(self) -> QSize:
        return QSize(tekstbreedte(self, 96), self.fontMetrics().lineSpacing() * 38)


def _maak_kluis(toegang: Toegang, invoer: NieuweKluis, voortgang: Voortgang) -> GemaakteKluis:
    return toegang.maak_kluis(invoer, voortgang)
