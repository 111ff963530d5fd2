"""Every screen in each house: no word of another house on a button, in a table, on hovering or for the screen reader.

A practice vault of the house is walked through as each role. On every page every button is pressed that can be; what
opens is read and closed again, and so is what the application says or asks.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QTabWidget, QWidget
from pytestqt.qtbot import QtBot
from schermtekst import schermteksten
from ui_hulp import GOED_WACHTWOORD, NepMeldingen
from woorden_van_huizen import HUIZEN, gevonden_vreemd, zonder_naam

from zvh_desktop.models.keuzes import OverlegStatus, Rol
from zvh_desktop.models.profiel_bronnen import laad_meegeleverd
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.oefenaccounts import oefenaccount
from zvh_desktop.services.oefenkluis import maak_oefenkluis
from zvh_desktop.services.taal import hoofdletter
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.ui.eerste_start.assistent import Assistent
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.paginas import bouw_paginas, bouw_zoeker
from zvh_desktop.ui.vensters import Vensters

CASUSDELEN = ("tijdlijn", "betrokkenen", "triage", "oordelen", "informatie", "acties", "plan", "afschaling")
BEHEERDELEN = ("mijn_account", "accounts", "herstelsleutel", "instellingen", "huisprofiel", "reservekopie", "controle")
NIET_DRUKKEN = ("qt_", "vouwknop", "pdf_", "controle_knop", "reservekopie_knop")
"""Leaves the window, takes long without opening anything, or belongs to Qt."""


@pytest.fixture(scope="session")
def oefenkluis(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The practice vault of a house, made once; never opened itself."""
    gemaakt: dict[str, Path] = {}

    def geef(huis: str) -> Path:
        if huis not in gemaakt:
            gemaakt[huis] = tmp_path_factory.mktemp("schermwoorden") / f"{huis}.kluis"
            maak_oefenkluis(gemaakt[huis], huis, lambda _gedaan, _totaal, _zin: None)
        return gemaakt[huis]

    return geef


class Lezer:
    """Walks through the window and remembers everything that was on it."""

    def __init__(self, qtbot: QtBot, gereedschap: Gereedschap, meldingen: NepMeldingen) -> None:
        self._qtbot = qtbot
        self._gereedschap = gereedschap
        self._meldingen = meldingen
        self.gelezen: dict[str, str] = {}
        self.dialogen: list[str] = []
        self._gedrukt: set[str] = set()

    def lees(self, plaats: str, venster: QWidget, behalve: tuple[QWidget, ...] = ()) -> None:
        for waar, tekst in schermteksten(venster, behalve):
            self.gelezen.setdefault(tekst, f"{plaats}: {waar}")

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
        self._qtbot.waitUntil(lambda: not self._gereedschap.taken.bezig(), timeout=20_000)
        QApplication.processEvents()

    def loop(self, venster: Hoofdvenster, plaatsen: list[tuple[str, object]], *, drukken: bool) -> None:
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
            while drukken and (knop := self._volgende(pagina, venster)) is not None:
                naam, eerder = knop.objectName(), len(self.dialogen)
                knop.click()
                self.wacht()
                if len(self.dialogen) == eerder:
                    self.lees(f"{plaats}, na {naam}", venster.pagina(pagina))
                if venster.plaats().pagina != pagina or venster.plaats().onderdeel != hier:
                    venster.ga_naar(pagina, onderdeel)
                    self.wacht()
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

    def vreemd(self, huis: str) -> list[str]:
        profiel = laad_meegeleverd(huis)
        return [
            f"{plaats}: {woord}"
            for tekst, plaats in self.gelezen.items()
            for woord in gevonden_vreemd(profiel, zonder_naam(tekst))
        ]


@pytest.fixture
def lezer(
    qtbot: QtBot, gereedschap: Gereedschap, meldingen: NepMeldingen, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Lezer]:
    gemaakt = Lezer(qtbot, gereedschap, meldingen)

    def lees_in_plaats_van_wachten(dialoog: QDialog) -> int:
        return gemaakt.lees_dialoog(dialoog)

    monkeypatch.setattr(QDialog, "exec", lees_in_plaats_van_wachten)
    yield gemaakt
    for venster in QApplication.topLevelWidgets():
        venster.close()
        venster.deleteLater()


def plaatsen_voor_bureau(diensten: Diensten) -> list[tuple[str, object]]:
    """Every page, a casus with each of its parts, and an overleg in each state with each of its steps."""
    aanmeldingen = [("casussen", ("aanmelding", regel.id)) for regel in diensten.aanmeldingen.lijst()[:2]]
    nieuwste, vorige = diensten.casussen.lijst()[:2]
    casussen = [("casussen", ("casus", nieuwste.id, deel)) for deel in CASUSDELEN]
    casussen += [("casussen", ("casus", vorige.id, deel)) for deel in ("oordelen", "afschaling")]
    per_stand: dict[OverlegStatus, object] = {regel.status: regel.id for regel in diensten.tafels.lijst()}
    tafels = [("tafels", (sleutel, stap)) for sleutel in per_stand.values() for stap in range(5)]
    bestuur = [("overleggen", regel.id) for regel in diensten.overleggen.lijst()[:2]]
    paginas = ("vandaag", "casussen", "tafels", "acties", "partijen", "overleggen", "beheer")
    return [*((naam, None) for naam in paginas), *aanmeldingen, *casussen, *tafels, *bestuur]


@pytest.mark.timeout(400)
@pytest.mark.parametrize("huis", HUIZEN)
def test_geen_scherm_zegt_een_woord_van_een_ander_huis(
    huis: str,
    oefenkluis: Callable[[str], Path],
    lezer: Lezer,
    gereedschap: Gereedschap,
    tmp_path: Path,
) -> None:
    kluis = shutil.copytree(oefenkluis(huis), tmp_path / "proef.kluis")
    for rol in (Rol.PROCESREGISSEUR, Rol.MEDEWERKER, Rol.BEHEERDER):
        account = oefenaccount(rol)
        diensten = ToegangDienst().ontgrendel(kluis, account.gebruiker, account.wachtwoord)
        venster = Vensters(bouw_paginas, bouw_zoeker).hoofdvenster(diensten, gereedschap)
        venster.show()
        beheer = [("beheer", deel) for deel in BEHEERDELEN]
        if rol is Rol.BEHEERDER:
            plaatsen: list[tuple[str, object]] = [("vandaag", None), ("partijen", None), ("overleggen", None), *beheer]
        else:
            plaatsen = plaatsen_voor_bureau(diensten)
            if rol is Rol.MEDEWERKER:
                plaatsen = plaatsen[::4]
        lezer.loop(venster, plaatsen, drukken=rol is not Rol.MEDEWERKER)
        venster.hide()
        venster.maak_leeg()
        venster.deleteLater()
        diensten.sluit()
    assert len(lezer.gelezen) > 1_000
    assert lezer.vreemd(huis) == []


@pytest.mark.parametrize("huis", HUIZEN)
def test_de_eerste_start_zegt_na_de_keuze_de_woorden_van_het_huis(
    huis: str, lezer: Lezer, gereedschap: Gereedschap, tmp_path: Path
) -> None:
    """Where a house is still to be chosen all of them stand in the list; that step is left out."""
    profiel = laad_meegeleverd(huis)
    assistent = Assistent(ToegangDienst(), gereedschap)
    assistent.show()
    assistent.huis.map_veld.setText(str(tmp_path))
    assistent.huis.naam_veld.setText("proef")
    assistent.volgende_knop.click()
    assistent.huis.profiel_keuze.setCurrentIndex(assistent.huis.profiel_keuze.findData(huis))
    assistent.volgende_knop.click()
    for stap in (assistent.beheerder, assistent.procesregisseur, assistent.medewerker):
        assistent.volgende_knop.click()
        assert assistent.stap() is stap
        stap.weergave_veld.setText("J. Oefenman")
        stap.naam_veld.setText(f"oefenman.{stap.rol.value}")
        stap.wachtwoord.eerste.setText(GOED_WACHTWOORD)
        stap.wachtwoord.tweede.setText(GOED_WACHTWOORD)
    assistent.volgende_knop.click()
    assert assistent.stap() is assistent.overzicht
    lezer.lees("eerste start", assistent, behalve=(assistent.huis,))
    assert assistent.medewerker.kop.text() == f"Een account als {profiel.termen.administratief_medewerker}"
    gezegd = " ".join(lezer.gelezen)
    for term in (profiel.termen.administratief_medewerker, profiel.termen.procesregisseur):
        assert term in gezegd
        assert hoofdletter(term) in gezegd
    assert lezer.vreemd(huis) == []
    assistent.maak_leeg()
    assistent.hide()
