"""The composition root of the window, together with ui/na_aanmelden.py: what the login does not need is loaded from
there once the login is on the screen.

``main`` reads the arguments, builds the application in ``bouw`` and runs it; tests build without running.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

import zvh_desktop.ui  # noqa: F401  before anything else is imported: it takes the hook of PySide6 out (ADR 0017)
from zvh_desktop.naladen import laad_module

# isort: split
from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ontleder import Ontleder
from zvh_desktop.paths import beleidsbestand, gebruikersmap
from zvh_desktop.services.kluis.beleid import GEEN_BELEID, Beleid, lees_beleid
from zvh_desktop.services.kluis.geheugen import houd_geheugen_binnen
from zvh_desktop.services.kluis.logboek import logboek
from zvh_desktop.services.oefenen.huis import STANDAARD_OEFENHUIS
from zvh_desktop.ui.aanmelden.voordeur import Voordeur
from zvh_desktop.ui.draden.opruimer import Opruimer
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.draden.verwijzingen import maak_onsterfelijk
from zvh_desktop.ui.eerste_venster import Eerstebeeld
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.gewone_taal import in_gewone_taal
from zvh_desktop.ui.hulp import Hulp
from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.klembord import Klembord
from zvh_desktop.ui.laden import Lader, laad_rest
from zvh_desktop.ui.meldingen import Meldingen
from zvh_desktop.ui.slot.sessieverloop import Sessieverloop
from zvh_desktop.ui.slot.voorganger import NA_SLOT, Voorganger, opdracht_opnieuw
from zvh_desktop.ui.uiterlijk.icons import Icoon, laad_icoon
from zvh_desktop.ui.uiterlijk.thema import Thema, maak_toepassing

if TYPE_CHECKING:
    from zvh_desktop.ui.hulpvenster import Hulpvenster
    from zvh_desktop.ui.na_aanmelden import NaAanmelden
    from zvh_desktop.ui.protocollen import Hulphoofdstuk, Toegang, Vensterdiensten, Voortgang
    from zvh_desktop.ui.slot.aflossing import Aflossing
    from zvh_desktop.ui.slot.overdracht import Overdracht
    from zvh_desktop.ui.vensters import Vensters

AFLOSSING = "zvh_desktop.ui.slot.aflossing"
GEEN_SCHERM = """Er is hier geen beeldscherm, dus het venster kan niet open.
Zonder scherm doet dit het hele werk met oefengegevens en schrijft het de documenten:

    zvh demo --uit demo
"""


DAGWISSEL_MS: Final = 10 * 60_000


class Toepassing(QObject):
    """Holds what lives as long as the application."""

    def __init__(
        self,
        qt: QApplication,
        laad: Callable[[], NaAanmelden],
        *,
        opvolging: Sequence[str] = (),
        voorganger: Voorganger | None = None,
        beleid: Beleid = GEEN_BELEID,
    ) -> None:
        super().__init__(qt)
        self.opruimer = Opruimer(self)
        self.opruimer.begin()
        self.thema = Thema(qt)
        meldingen = Meldingen()
        self.gereedschap = Gereedschap(Taken(meldingen, self), meldingen, Instellingen(), Klembord(self), beleid=beleid)
        self.lader = Lader(laad, self)
        self._voorganger = voorganger
        self._opvolging = tuple(opvolging)
        self.toegang = Voordeur(self.lader, voorganger.wacht_tot_weg if voorganger is not None else None)
        self.verloop = Sessieverloop(
            self.toegang,
            self._vensters,
            self.gereedschap,
            self,
            is_geladen=self.lader.is_geladen,
            aflossing=self._maak_aflossing if opvolging else None,
        )
        self.hulp = Hulp(self._handleiding, self._maak_hulpvenster, self)
        self._oefenmap: Path | None = None
        self._wacht: QWidget | None = None
        self.dagwissel = QTimer(self)
        self.dagwissel.setInterval(DAGWISSEL_MS)
        self._verbind()

    def _verbind(self) -> None:
        qt = QApplication.instance()
        assert qt is not None  # noqa: S101 - made before this object
        self.verloop.gestopt.connect(qt.quit)
        self.verloop.hulp_gevraagd.connect(self.hulp.toon)
        self.verloop.ontgrendeld.connect(self._on_ontgrendeld)
        self.gereedschap.klembord.geweigerd.connect(self._on_niet_gekopieerd)
        qt.aboutToQuit.connect(self._on_einde)
        self.lader.geladen.connect(self.verloop.vernieuw_eerste)
        self.lader.geladen.connect(self.opruimer.zet_apart)
        self.lader.geladen.connect(self._on_dagwissel)
        self.lader.geladen.connect(self.dagwissel.start)
        self.dagwissel.timeout.connect(self._on_dagwissel)
        self.lader.mislukt.connect(self._on_laden_mislukt)

    def _vensters(self) -> Vensters:
        return self.lader.haal().vensters

    def _maak_aflossing(self, ouder: QObject) -> Aflossing:
        # by name: the first window does not wait for what is needed at the lock
        soort: type[Aflossing] = laad_module(AFLOSSING).Aflossing
        return soort(self._opvolging, self.gereedschap.taken, ouder)

    def _maak_hulpvenster(self, hoofdstukken: Sequence[Hulphoofdstuk]) -> Hulpvenster:
        return self._vensters().hulpvenster(hoofdstukken)

    def _handleiding(self) -> Sequence[Hulphoofdstuk]:
        diensten = self.verloop.diensten()
        return diensten.handleiding() if diensten is not None else self.toegang.handleiding()

    def _on_niet_gekopieerd(self, fout: GebruikersFout) -> None:
        self.gereedschap.melder.toon_fout(self.verloop.venster, fout)

    def _on_ontgrendeld(self) -> None:
        diensten = self.verloop.diensten()
        for zin in diensten.waarschuwingen if diensten is not None else ():
            self.gereedschap.melder.toon_bericht(self.verloop.venster, "Let op", zin)
        if diensten is not None and diensten.aanvaarding:
            self._vraag_aanvaarding(diensten)
        if diensten is not None and diensten.rolmeldingen:
            gezien = self._vensters().rolmeldingen_gezien(diensten, self.gereedschap, self.verloop.venster)
            # The vault may have locked itself under the dialog.
            if not gezien and self.verloop.diensten() is diensten:
                self.verloop.vergrendel()

    def _vraag_aanvaarding(self, diensten: Vensterdiensten) -> None:
        melder, venster = self.gereedschap.melder, self.verloop.venster
        verder = melder.bevestig(venster, diensten.aanvaarding, "Werk verder met deze stand")
        # The vault may have locked itself under the question.
        if verder and self.verloop.diensten() is diensten:
            try:
                diensten.volg_aanvaarding()
            except GebruikersFout as fout:
                melder.toon_fout(venster, fout)

    def laad_na_eerste_beeld(self) -> None:
        """Load the rest once the first window has been painted: before that it would only keep it waiting."""
        venster = self.verloop.eerste_venster()
        if venster is None:
            self.lader.begin()
        else:
            beeld = Eerstebeeld(venster, self)
            if self._voorganger is not None:
                beeld.getoond.connect(self._on_aanmelden_staat)
            beeld.getoond.connect(self.lader.begin)

    def _on_aanmelden_staat(self) -> None:
        venster = self.verloop.eerste_venster()
        if venster is not None:
            venster.raise_()
            venster.activateWindow()
        if self._voorganger is not None:
            self._voorganger.meld_klaar()

    def oefen(self, openen: Callable[[Voortgang], Vensterdiensten], kluismap: Path) -> None:
        """Open a practice vault behind a window with progress: making one takes some seconds."""
        self._oefenmap = kluismap
        self._wacht = QWidget()
        taak = self.gereedschap.taken.start_met_voortgang(
            openen,
            ouder=self._wacht,
            titel="De oefenkluis wordt klaargezet",
            gelukt=self._on_oefenkluis_open,
            mislukt=self._on_oefenkluis_mislukt,
        )
        taak.afgebroken.connect(self.verloop.gestopt)

    def _on_oefenkluis_open(self, diensten: Vensterdiensten) -> None:
        self.verloop.open_met(diensten, self._oefenmap)

    def _on_oefenkluis_mislukt(self, fout: GebruikersFout) -> None:
        self.gereedschap.melder.toon_fout(None, fout)
        self.verloop.gestopt.emit()

    def _on_dagwissel(self) -> None:
        """At the start, and as long as the program runs: also at the login, and where no line is."""
        self.lader.haal().wis_oude_dagkoffers(self.gereedschap.klok().date())

    def _on_laden_mislukt(self, fout: GebruikersFout) -> None:
        self.verloop.meld_niet_geladen()
        self.gereedschap.melder.toon_fout(self.verloop.eerste_venster(), fout)

    def _on_einde(self) -> None:
        # The opruimer keeps the automatic collector off to the end: the windows are destroyed after this, and a
        # collection that starts within the destructor of one of them looks into what is half gone.
        self.hulp.sluit()
        self.gereedschap.zaal.sluit()
        self.verloop.stop()


@dataclass(frozen=True)
class Opdracht:
    """What was asked on the command line."""

    kluis: Path | None
    oefen: bool
    huis: str
    na_slot: bool = False


def lees_opdracht(argumenten: Sequence[str]) -> Opdracht:
    """Parse the arguments of zvh-desktop; exits with 2 on wrong use."""
    lezer = Ontleder(prog="zvh-desktop", description="Overleggen over casussen voorbereiden, vastleggen en afronden.")
    lezer.add_argument(
        "--kluis", type=Path, metavar="PAD", help="open deze kluis, of het huis van dit verbindingsbestand"
    )
    lezer.add_argument("--oefen", action="store_true", help="open een oefenkluis met verzonnen gegevens")
    lezer.add_argument("--huis", default=STANDAARD_OEFENHUIS, metavar="SLEUTEL", help="huisprofiel voor de oefenkluis")
    lezer.add_argument(NA_SLOT, action="store_true", help=argparse.SUPPRESS)
    gelezen = lezer.parse_args(argumenten)
    return Opdracht(gelezen.kluis, gelezen.oefen, gelezen.huis, gelezen.na_slot)


def bouw(
    qt: QApplication,
    laad: Callable[[], NaAanmelden] = laad_rest,
    *,
    opvolging: Sequence[str] = (),
    voorganger: Voorganger | None = None,
    beleid: Beleid = GEEN_BELEID,
) -> Toepassing:
    """Build the application without showing anything. ``opvolging`` is what takes over at the lock, if anything."""
    maak_onsterfelijk()
    qt.setApplicationName("zvh-desktop")
    qt.setWindowIcon(laad_icoon(Icoon.TAFELS))
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    vertaler = QTranslator(qt)
    if vertaler.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        qt.installTranslator(vertaler)
    return Toepassing(qt, laad, opvolging=opvolging, voorganger=voorganger, beleid=beleid)


def begin(toepassing: Toepassing, opdracht: Opdracht, overdracht: Overdracht | None = None) -> None:
    """Show the first window: the login, the assistant, or the practice vault; load the rest once it is there."""
    if overdracht is not None:
        toepassing.verloop.begin_na_slot(overdracht)
        toepassing.laad_na_eerste_beeld()
        return
    if not opdracht.oefen:
        toepassing.verloop.begin(opdracht.kluis)
        toepassing.laad_na_eerste_beeld()
        return
    toepassing.gereedschap.beleid.eis_oefenen()
    QTimer.singleShot(0, toepassing.lader.begin)
    kluismap = gebruikersmap() / "oefenen" / f"{opdracht.huis}.kluis"
    toepassing.oefen(partial(_oefenkluis, toepassing.toegang, kluismap, opdracht.huis), kluismap)


def _oefenkluis(toegang: Toegang, kluismap: Path, huis: str, voortgang: Voortgang) -> Vensterdiensten:
    """The practice vault of this user: made the first time, opened after that."""
    if kluismap.exists():
        return toegang.ontgrendel_oefenkluis(kluismap)
    return toegang.maak_oefenkluis(kluismap, huis, voortgang)


class Vangnet:
    """The last-resort handler: logs class and place, shows a plain sentence, never an exception text."""

    def __init__(self, toepassing: Toepassing) -> None:
        self._toepassing = toepassing

    def __call__(self, soort: type[BaseException], fout: BaseException, spoor: TracebackType | None) -> None:
        self._toepassing.gereedschap.melder.toon_fout(
            self._toepassing.verloop.venster, in_gewone_taal(fout.with_traceback(spoor))
        )


def _beleid() -> tuple[Beleid, GebruikersFout | None]:
    """What IT settled, and why that cannot be followed: said in a window, so after there can be one."""
    try:
        return lees_beleid(beleidsbestand()), None
    except GebruikersFout as fout:
        return GEEN_BELEID, fout


def heeft_beeldscherm() -> bool:
    """False where Qt would end the process because there is nothing to show a window on."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run the window; the exit code is 0, 1 (refused, said on stderr) or 2 (wrong use)."""
    houd_geheugen_binnen()
    opdracht = lees_opdracht(sys.argv[1:] if argumenten is None else argumenten)
    if not heeft_beeldscherm():
        sys.stderr.write(GEEN_SCHERM)
        return 1
    with logboek():
        qt = QApplication.instance() or maak_toepassing(sys.argv[:1])
        if not isinstance(qt, QApplication):
            return 1
        qt.setQuitOnLastWindowClosed(False)
        voorganger = Voorganger.op_de_leiding() if opdracht.na_slot else None
        overdracht = voorganger.neem_over() if voorganger is not None else None
        beleid, bezwaar = _beleid()
        toepassing = bouw(qt, opvolging=opdracht_opnieuw(), voorganger=voorganger, beleid=beleid)
        sys.excepthook = Vangnet(toepassing)
        try:
            if bezwaar is not None:
                raise bezwaar
            begin(toepassing, opdracht, overdracht)
        except GebruikersFout as fout:
            toepassing.gereedschap.melder.toon_fout(None, fout)
            return 1
        return qt.exec()
