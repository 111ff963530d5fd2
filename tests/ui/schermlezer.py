"""Walks through the window of a house as each role, presses every button, and remembers everything that was said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QTabWidget, QWidget
from pytestqt.qtbot import QtBot
from schermtekst import schermteksten, teksten_in_zicht
from ui_hulp import NepMeldingen
from woorden_van_huizen import gevonden_vreemd, zonder_naam

from zvh_desktop.models.keuzes import OverlegStatus, Rol
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.services.werkplek.plekken import BijAanmelding, BijCasus, BijOverleg, BijTafel, Onderdeel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.paginas import bouw_paginas, bouw_zoeker
from zvh_desktop.ui.vensters import Vensters
from zvh_desktop.ui.widgets.vouwkaart import Vouwkaart

CASUSDELEN = (
    "tijdlijn",
    "betrokkenen",
    "triage",
    "oordelen",
    "informatie",
    "acties",
    "plan",
    "brieven",
    "opschaling",
    "afschaling",
    "opruimen",
)
BEHEERDELEN = (
    *("mijn_account", "accounts", "rolwijzigingen", "herstelsleutel", "instellingen", "woordenlijst", "huisprofiel"),
    *("tekstblokken", "vakanties"),
    *("samenwerking", "geschillen", "convenant"),
    *("datalekken", "verzoeken", "brieven", "sjablonen", "reservekopie"),
    *("controle", "logboek", "bewaartermijnen", "opruimen"),
)
NIET_DRUKKEN = ("qt_", "vouwknop", "pdf_", "controle_knop", "reservekopie_knop")
"""Leaves the window, takes long without opening anything, or belongs to Qt."""

Kijk = Callable[[QWidget], list[str]]
"""Looks at what is on the screen and says what is wrong with it."""


class Lezer:
    """Walks through the window and remembers everything that was on it."""

    def __init__(self, qtbot: QtBot, gereedschap: Gereedschap, meldingen: NepMeldingen) -> None:
        self._qtbot = qtbot
        self._gereedschap = gereedschap
        self._meldingen = meldingen
        self.gelezen: dict[str, str] = {}
        self.gezien: list[str] = []
        self.kijk: Kijk = lambda _venster: []
        self.dialogen: list[str] = []
        self._gedrukt: set[str] = set()

    def lees(self, plaats: str, venster: QWidget, behalve: tuple[QWidget, ...] = ()) -> None:
        for waar, tekst in schermteksten(venster, behalve):
            self.gelezen.setdefault(tekst, f"{plaats}: {waar}")
        self.bekijk(plaats, venster)

    def lees_na_druk(self, plaats: str, pagina: QWidget) -> None:
        """What came into sight; what a button changed out of sight is read once all of them were pressed."""
        for waar, tekst in teksten_in_zicht(pagina):
            self.gelezen.setdefault(tekst, f"{plaats}: {waar}")
        self.bekijk(plaats, pagina)

    def bekijk(self, plaats: str, venster: QWidget) -> None:
        """Only look; what is said there was read before."""
        self.gezien += [f"{plaats}: {fout}" for fout in self.kijk(venster)]

    def lees_dialoog(self, dialoog: QDialog) -> int:
        """In place of showing it and waiting for an answer."""
        self.dialogen.append(type(dialoog).__name__)
        dialoog.show()
        QApplication.processEvents()
        self.lees(type(dialoog).__name__, dialoog)
        dialoog.hide()
        return int(QDialog.DialogCode.Rejected)

    def wacht(self) -> None:
        QApplication.processEvents()
        self._qtbot.waitUntil(lambda: not self._gereedschap.taken.bezig())
        QApplication.processEvents()

    def loop(self, venster: Hoofdvenster, plaatsen: list[tuple[str, Onderdeel | None]], *, drukken: bool) -> None:
        """Read each place, and press each button on it once."""
        for pagina, onderdeel in plaatsen:
            plaats = f"{pagina} {onderdeel or ''}"
            venster.ga_naar(pagina, onderdeel)
            self.wacht()
            hier = venster.plaats().onderdeel
            self.lees(plaats, venster.pagina(pagina))
            for tabs in venster.pagina(pagina).findChildren(QTabWidget):
                for nummer in range(tabs.count() if tabs.isVisible() else 0):
                    tabs.setCurrentIndex(nummer)
                    self.wacht()
                    self.lees(plaats, venster.pagina(pagina))
            gedrukt = False
            while drukken and (knop := self._volgende(pagina, venster)) is not None:
                gedrukt = True
                naam, eerder = knop.objectName(), len(self.dialogen)
                knop.click()
                self.wacht()
                if len(self.dialogen) == eerder:
                    self.lees_na_druk(f"{plaats}, na {naam}", venster.pagina(pagina))
                if venster.plaats().pagina != pagina or venster.plaats().onderdeel != hier:
                    venster.ga_naar(pagina, onderdeel)
                    self.wacht()
            if gedrukt:
                self.lees(f"{plaats}, na alle knoppen", venster.pagina(pagina))
        self.lees("venster", venster)
        self._lees_meldingen()

    def _volgende(self, pagina: str, venster: Hoofdvenster) -> QAbstractButton | None:
        for knop in venster.pagina(pagina).findChildren(QAbstractButton):
            sleutel = f"{pagina} {knop.objectName()}"
            if (
                knop.isVisible()
                and knop.isEnabled()
                and knop.objectName()
                and not knop.objectName().startswith(NIET_DRUKKEN)
                and sleutel not in self._gedrukt
            ):
                self._gedrukt.add(sleutel)
                return knop
        return None

    def _lees_meldingen(self) -> None:
        gezegd = (*self._meldingen.berichten, *self._meldingen.gesteld, *self._meldingen.knoppen)
        for zin in (*gezegd, *map(str, self._meldingen.fouten)):
            self.gelezen.setdefault(zin, "melding")

    def vreemd(self, profiel: Huisprofiel) -> list[str]:
        """Each word of another house, with where it stood."""
        return [
            f"{plaats}: {woord}"
            for tekst, plaats in self.gelezen.items()
            for woord in gevonden_vreemd(profiel, zonder_naam(tekst))
        ]


def plaatsen_voor_bureau(diensten: Diensten) -> list[tuple[str, Onderdeel | None]]:
    """Every page, a casus with each of its parts, and an overleg in each state with each of its steps."""
    aanmeldingen = [("casussen", BijAanmelding(regel.id)) for regel in diensten.aanmeldingen.lijst()[:2]]
    nieuwste, vorige = diensten.casussen.lijst()[:2]
    casusdelen = [deel for deel in CASUSDELEN if deel != "opschaling" or diensten.profiel.opschaling is not None]
    casussen = [("casussen", BijCasus(nieuwste.id, deel)) for deel in casusdelen]
    casussen += [("casussen", BijCasus(vorige.id, deel)) for deel in ("oordelen", "afschaling")]
    per_stand: dict[OverlegStatus, int] = {regel.status: regel.id for regel in diensten.tafels.lijst()}
    tafels = [("tafels", BijTafel(sleutel, stap)) for sleutel in per_stand.values() for stap in range(5)]
    bestuur = [("overleggen", BijOverleg(regel.id)) for regel in diensten.overleggen.lijst()[:2]]
    paginas = ("vandaag", "casussen", "tafels", "acties", "partijen", "overleggen", "beheer", "rapportage")
    return [*((naam, None) for naam in paginas), *aanmeldingen, *casussen, *tafels, *bestuur]


def loop_door_het_huis(lezer: Lezer, gereedschap: Gereedschap, kluis: Path, *, elke_casus: bool = False) -> None:
    """As each role: a procesregisseur and a beheerder press everything, a medewerker only looks at a part."""
    for rol in (Rol.PROCESREGISSEUR, Rol.MEDEWERKER, Rol.BEHEERDER):
        account = oefenaccount(rol)
        diensten = ToegangDienst().ontgrendel(kluis, account.gebruiker, account.wachtwoord)
        venster = Vensters(bouw_paginas, bouw_zoeker).hoofdvenster(diensten, gereedschap)
        venster.show()
        beheer = [("beheer", deel) for deel in BEHEERDELEN]
        if rol is Rol.BEHEERDER:
            plaatsen: list[tuple[str, Onderdeel | None]] = [
                ("vandaag", None),
                ("partijen", None),
                ("overleggen", None),
                ("rapportage", None),
                *beheer,
            ]
        else:
            plaatsen = plaatsen_voor_bureau(diensten)
            if rol is Rol.MEDEWERKER:
                plaatsen = plaatsen[::4]
        lezer.loop(venster, plaatsen, drukken=rol is not Rol.MEDEWERKER)
        if rol is Rol.PROCESREGISSEUR:
            _bekijk_casussen_opengeklapt(lezer, venster, diensten, elke=elke_casus)
        venster.hide()
        venster.maak_leeg()
        venster.deleteLater()
        diensten.sluit()


def _bekijk_casussen_opengeklapt(lezer: Lezer, venster: Hoofdvenster, diensten: Diensten, *, elke: bool) -> None:
    """Every part of a casus at once: the most that it can have on the screen.

    One of each phase and status: what cards there are follows from those. ``elke`` looks at all of them.
    """
    casussen = diensten.casussen.lijst()
    soorten = {(regel.fase, regel.status): regel for regel in reversed(casussen)}
    for regel in casussen if elke else soorten.values():
        venster.ga_naar("casussen", BijCasus(regel.id, "tijdlijn"))
        for kaart in venster.pagina("casussen").findChildren(Vouwkaart):
            if kaart.isVisibleTo(venster):
                kaart.klap(True)
        lezer.wacht()
        lezer.bekijk(f"casus {regel.nummer}, alles open", venster)
