"""The assistant of the first start: from "what do you want" to an open vault.

Making a vault takes seconds (several keys are computed), so it runs beside the window with its progress
shown. The recovery key comes last: only when it is put away can one go on.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.werkplek.taal import hoofdletter
from zvh_desktop.ui.eerste_start.account import AccountStap
from zvh_desktop.ui.eerste_start.begin import Begin, BeginStap
from zvh_desktop.ui.eerste_start.herstelblad import HerstelbladStap
from zvh_desktop.ui.eerste_start.huis import HuisStap
from zvh_desktop.ui.eerste_start.overzicht import OverzichtStap
from zvh_desktop.ui.eerste_start.partijen import PartijenStap
from zvh_desktop.ui.eerste_start.stap import Stap
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.protocollen import (
    AccountInvoer,
    Diensten,
    NieuweKluis,
    NieuweKluisResultaat,
    ProfielBron,
    Toegang,
    Voortgang,
)
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, RUIM, maak_primair, tekstbreedte
from zvh_desktop.ui.widgets.kaart import StilleTekst


class Assistent(QDialog):
    """Walks through the steps; which ones depends on the first choice."""

    afgerond = Signal(object, object)
    bestaande_gekozen = Signal(object)
    gestopt = Signal()
    hulp_gevraagd = Signal(str)

    def __init__(self, toegang: Toegang, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("assistent")
        self.setWindowTitle("Casustafel - beginnen")
        self._toegang = toegang
        self._gereedschap = gereedschap
        self._bezig = False
        self._klaar = False
        self._diensten: Diensten | None = None
        documenten = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        plaats = Path(documenten) if Path(documenten).is_dir() else Path.home()
        self.begin = BeginStap(self)
        self.huis = HuisStap(toegang.profielen(), toegang.profiel_uit_bestand, gereedschap.melder, plaats, self)
        self.partijen = PartijenStap(self)
        self.beheerder = AccountStap(Rol.BEHEERDER, toegang, self)
        self.procesregisseur = AccountStap(Rol.PROCESREGISSEUR, toegang, self)
        self.medewerker = AccountStap(Rol.MEDEWERKER, toegang, self)
        self.overzicht = OverzichtStap(self)
        self.herstelblad = HerstelbladStap(gereedschap.melder, self)
        self._stappen: tuple[Stap, ...] = (
            self.begin,
            self.huis,
            self.partijen,
            self.beheerder,
            self.procesregisseur,
            self.medewerker,
            self.overzicht,
            self.herstelblad,
        )
        self._profiel: ProfielBron = ""
        self._rolnamen: Mapping[Rol, str] = {}
        self._bouw()
        self._verbind()
        # Qt by itself would keep a dialog below two thirds of the screen
        self.resize(self.sizeHint().boundedTo(self.screen().availableGeometry().size()))
        self._toon(self.begin)

    # --- building ---------------------------------------------------------------------------------

    def _bouw(self) -> None:
        self.stapel = QStackedWidget(self)
        for stap in self._stappen:
            rol = QScrollArea(self)
            rol.setFrameShape(QFrame.Shape.NoFrame)
            rol.setWidgetResizable(True)
            rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            rol.setWidget(stap)
            self.stapel.addWidget(rol)
        self.stand = StilleTekst("", self)
        self.stand.setWordWrap(False)
        self.vorige_knop = QPushButton("&Vorige", self)
        self.vorige_knop.setObjectName("vorige_knop")
        self.volgende_knop = QPushButton("V&olgende", self)
        self.volgende_knop.setObjectName("volgende_knop")
        self.volgende_knop.setDefault(True)
        maak_primair(self.volgende_knop)
        self.stop_knop = QPushButton("&Stoppen", self)
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
        self._hulp = QShortcut(QKeySequence(Qt.Key.Key_F1), self)

    def _verbind(self) -> None:
        self._hulp.activated.connect(self._on_hulp_gevraagd)
        for stap in self._stappen:
            stap.gewijzigd.connect(self._zet_stand)
        self.vorige_knop.clicked.connect(self._on_vorige_gevraagd)
        self.volgende_knop.clicked.connect(self._on_volgende_gevraagd)
        self.stop_knop.clicked.connect(self.reject)

    def _on_hulp_gevraagd(self) -> None:
        self.hulp_gevraagd.emit("eerste-keer")

    # --- walking ----------------------------------------------------------------------------------

    def stap(self) -> Stap:
        """The step that is shown."""
        return self._stappen[self.stapel.currentIndex()]

    def _weg(self) -> tuple[Stap, ...]:
        match self.begin.keuze():
            case Begin.BESTAAND:
                return (self.begin,)
            case Begin.OEFENEN:
                return (self.begin, self.huis, self.overzicht)
            case _:
                return self._stappen

    def _toon(self, stap: Stap) -> None:
        if stap is self.partijen and self.huis.profiel() != self._profiel:
            self._profiel = self.huis.profiel()
            self.partijen.zet_partijen(self._toegang.profiel_partijen(self._profiel))
            self._zet_rolnamen(self._toegang.rolnamen(self._profiel))
        if stap is self.procesregisseur:
            self.procesregisseur.zet_bezet(frozenset({self.beheerder.naam()}))
        if stap is self.medewerker:
            self.medewerker.zet_bezet(frozenset({self.beheerder.naam(), self.procesregisseur.naam()}))
        if stap is self.overzicht:
            self.overzicht.zet(self._samenvatting())
        self.stapel.setCurrentIndex(self._stappen.index(stap))
        self._zet_stand()
        veld = stap.eerste_veld()
        if veld is not None:
            veld.setFocus()

    def _zet_rolnamen(self, namen: Mapping[Rol, str]) -> None:
        self._rolnamen = namen
        for stap in (self.beheerder, self.procesregisseur, self.medewerker):
            stap.zet_rolnaam(namen[stap.rol])

    def _zet_stand(self) -> None:
        stap, weg = self.stap(), self._weg()
        nummer = weg.index(stap) + 1 if stap in weg else 1
        laatste = stap is self.herstelblad
        self.stand.setText(f"Stap {nummer} van {len(weg)}" if len(weg) > 1 else "")
        self.vorige_knop.setEnabled(nummer > 1 and not laatste and not self._bezig)
        self.stop_knop.setEnabled(not laatste and not self._bezig)
        self.volgende_knop.setEnabled(stap.klaar() and not self._bezig)
        if laatste:
            tekst = "&Openen"
        elif stap is self.overzicht:
            tekst = "&Maak de kluis"
        elif stap is self.begin and self.begin.keuze() is Begin.BESTAAND:
            tekst = "&Kies de map…"
        else:
            tekst = "V&olgende"
        self.volgende_knop.setText(tekst)
        self.volgende_knop.setAccessibleName(tekst.replace("&", ""))

    def _samenvatting(self) -> list[tuple[str, str]]:
        regels = [("Huisprofiel", self.huis.profielnaam()), ("Kluis", str(self.huis.kluismap()))]
        if self.begin.keuze() is Begin.OEFENEN:
            return [*regels, ("Gegevens", "Verzonnen casussen, overleggen en personen, gemarkeerd met OEFENING")]
        accounts = {
            hoofdletter(self._rolnamen[stap.rol]): stap.account()
            for stap in (self.beheerder, self.procesregisseur, self.medewerker)
        }
        regels.append(("Partijen", str(len(self.partijen.gekozen()))))
        regels += [
            (rol, f"{account.weergavenaam} ({account.naam})" if account else "later toevoegen")
            for rol, account in accounts.items()
        ]
        return regels

    # --- making -----------------------------------------------------------------------------------

    def _invoer(self) -> NieuweKluis:
        beheerder = self.beheerder.account()
        if beheerder is None:
            raise GebruikersFout("Er is nog geen beheerder.")
        overige: list[AccountInvoer] = []
        for stap in (self.procesregisseur, self.medewerker):
            account = stap.account()
            if account is not None:
                overige.append(account)
        return NieuweKluis(
            map=self.huis.kluismap(),
            profiel=self.huis.profiel(),
            partijen=self.partijen.gekozen(),
            beheerder=beheerder,
            overige=tuple(overige),
        )

    def _maak(self) -> None:
        self._bezig = True
        self.overzicht.toon_voortgang(0, 0, "De kluis wordt gemaakt…")
        self._zet_stand()
        if self.begin.keuze() is Begin.OEFENEN:
            self._gereedschap.taken.start_stil_met_voortgang(
                partial(self._toegang.maak_oefenkluis, self.huis.kluismap(), self.huis.profiel()),
                gevorderd=self.overzicht.toon_voortgang,
                gelukt=self._on_oefenkluis_gemaakt,
                mislukt=self._on_mislukt,
            )
            return
        self._gereedschap.taken.start_stil_met_voortgang(
            partial(_maak_kluis, self._toegang, self._invoer()),
            gevorderd=self.overzicht.toon_voortgang,
            gelukt=self._on_kluis_gemaakt,
            mislukt=self._on_mislukt,
        )

    def _on_oefenkluis_gemaakt(self, diensten: Diensten) -> None:
        self._bezig = False
        self._rond_af(diensten)

    def _on_kluis_gemaakt(self, resultaat: NieuweKluisResultaat) -> None:
        self._bezig = False
        self._diensten = resultaat.diensten
        for stap in (self.beheerder, self.procesregisseur, self.medewerker):
            stap.maak_leeg()
        self.herstelblad.zet(resultaat.herstelsleutel, resultaat.herstelblad_pdf)
        self._toon(self.herstelblad)

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        self._bezig = False
        self.overzicht.toon_fout(str(fout))
        self._zet_stand()

    def _rond_af(self, diensten: Diensten) -> None:
        self._klaar = True
        self.maak_leeg()
        self.afgerond.emit(diensten, self.huis.kluismap())
        self.accept()

    # --- slots ------------------------------------------------------------------------------------

    def _on_vorige_gevraagd(self) -> None:
        weg = self._weg()
        self._toon(weg[weg.index(self.stap()) - 1])

    def _on_volgende_gevraagd(self) -> None:
        stap, weg = self.stap(), self._weg()
        if stap is self.herstelblad:
            if self._diensten is not None:
                self._rond_af(self._diensten)
        elif stap is self.overzicht:
            self._maak()
        elif stap is self.begin and self.begin.keuze() is Begin.BESTAAND:
            gekozen = self._gereedschap.melder.kies_map(self, "Kies de map van de kluis")
            if gekozen is not None:
                self._klaar = True
                self.bestaande_gekozen.emit(gekozen)
                self.accept()
        else:
            self._toon(weg[weg.index(stap) + 1])

    def maak_leeg(self) -> None:
        """Forget passwords and recovery key."""
        for stap in self._stappen:
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


def _maak_kluis(toegang: Toegang, invoer: NieuweKluis, voortgang: Voortgang) -> NieuweKluisResultaat:
    return toegang.maak_kluis(invoer, voortgang)
