"""The koffer of today beside the window: kept fresh while there is a line, offered when there is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sessiehulp import bouw_vensters, ontgrendel
from ui_hulp import NepLuisteraar, NepMeldingen, NepToegang

from zvh_desktop.errors import LijnWeg
from zvh_desktop.services.koffer.gegevens import Begonnen, Dagkofferstand
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.slot.samen.collegabewaker import Collegabewaker
from zvh_desktop.ui.slot.samen.dagkofferzorg import Dagkofferzorg
from zvh_desktop.ui.slot.samen.kofferband import Kofferband
from zvh_desktop.ui.slot.sessieverloop import Sessieverloop
from zvh_desktop.ui.toegankelijkheid import bevindingen

VAN = datetime(2026, 5, 4, 9, 41, tzinfo=UTC)
SLAAPT = Dagkofferstand(mogelijk=True, aan=True, van=VAN)


class Vandaag:
    """One window on a server, with a koffer of today as the test says."""

    def __init__(self, qtbot: QtBot, gereedschap: Gereedschap, kluismap: Path, nu: Dagkofferstand) -> None:
        self.qtbot = qtbot
        self.toegang = NepToegang()
        diensten = self.toegang.diensten
        diensten.luisteraar = NepLuisteraar()
        self.koffer = diensten.dagkoffer
        self.koffer.nu = nu
        self.verloop = Sessieverloop(self.toegang, bouw_vensters, gereedschap)
        self.verloop.toon_aanmelden(kluismap)
        self.venster: Hoofdvenster = ontgrendel(qtbot, self.verloop)
        zorg, bewaker = self.verloop.findChild(Dagkofferzorg), self.verloop.findChild(Collegabewaker)
        band = self.venster.findChild(Kofferband)
        assert isinstance(zorg, Dagkofferzorg) and isinstance(bewaker, Collegabewaker) and isinstance(band, Kofferband)
        self.zorg, self.bewaker, self.band = zorg, bewaker, band
        qtbot.waitUntil(lambda: self.koffer.vernieuwd == 1)
        qtbot.waitUntil(lambda: not zorg.bezig)


@pytest.fixture
def maak(qtbot: QtBot, gereedschap: Gereedschap, tmp_path: Path) -> Iterator[list[Vandaag]]:
    gemaakt: list[Vandaag] = []
    yield gemaakt
    for een in gemaakt:
        een.verloop.stop()


@pytest.fixture
def vandaag(maak: list[Vandaag], qtbot: QtBot, gereedschap: Gereedschap, tmp_path: Path) -> Vandaag:
    maak.append(Vandaag(qtbot, gereedschap, tmp_path / "voorbeeld.kluis", SLAAPT))
    return maak[0]


def test_hij_wordt_bij_het_begin_en_na_een_wijziging_nagekeken(vandaag: Vandaag, qtbot: QtBot) -> None:
    vandaag.bewaker.gewijzigd.emit()
    vandaag.bewaker.gewijzigd.emit()
    assert vandaag.koffer.vernieuwd == 1  # what comes in together goes along once
    vandaag.zorg.vernieuw()
    qtbot.waitUntil(lambda: vandaag.koffer.vernieuwd == 2)
    assert not vandaag.band.isVisible()


def test_zonder_lijn_wordt_hij_aangeboden_en_niet_vernieuwd(vandaag: Vandaag, qtbot: QtBot) -> None:
    vandaag.bewaker.lijn.emit(False)
    assert vandaag.band.isVisible()
    assert "geen verbinding" in vandaag.band.label.text()
    assert bevindingen(vandaag.band) == []
    vandaag.zorg.vernieuw()
    assert vandaag.koffer.vernieuwd == 1
    vandaag.bewaker.lijn.emit(True)
    assert not vandaag.band.isVisible()


def test_verder_vergrendelt_en_vraagt_de_koffer(vandaag: Vandaag, qtbot: QtBot, tmp_path: Path) -> None:
    vandaag.koffer.koffer = tmp_path / "Overleg 7.koffer"
    vandaag.bewaker.lijn.emit(False)
    with qtbot.waitSignal(vandaag.verloop.vergrendeld):
        vandaag.band.verder_knop.click()
    assert vandaag.koffer.gestopt
    assert vandaag.verloop.aanmeldvenster is not None
    assert vandaag.verloop.aanmeldvenster.kluismap() == tmp_path / "Overleg 7.koffer"


def test_is_hij_er_niet_meer_dan_staat_dat_er(vandaag: Vandaag, meldingen: NepMeldingen) -> None:
    vandaag.bewaker.lijn.emit(False)
    vandaag.band.verder_knop.click()
    assert "geen koffer van vandaag" in meldingen.fouten[-1].gebeurd


def test_wat_begonnen_is_wordt_bij_zijn_overleg_ingeleverd(vandaag: Vandaag, tmp_path: Path) -> None:
    vandaag.koffer.nu = Dagkofferstand(True, True, None, (Begonnen(tmp_path / "Overleg 7.koffer", (7,)),))
    vandaag.bewaker.lijn.emit(True)
    assert vandaag.band.lever_knop.isVisible()
    gevraagd: list[object] = []
    vandaag.venster.ga_naar = lambda sleutel, onderdeel=None: gevraagd.append((sleutel, onderdeel))  # type: ignore[method-assign]
    vandaag.band.lever_knop.click()
    assert gevraagd == [("tafels", BijTafel(7))]


def test_een_lijn_die_onder_het_vernieuwen_wegvalt_stoort_niemand(vandaag: Vandaag, qtbot: QtBot) -> None:
    vandaag.koffer.fout = LijnWeg(lezend=True)
    vandaag.zorg.vernieuw()
    qtbot.waitUntil(lambda: vandaag.koffer.vernieuwd == 2)
    qtbot.waitUntil(lambda: not vandaag.zorg.bezig)
    vandaag.koffer.fout = None
    vandaag.zorg.vernieuw()
    qtbot.waitUntil(lambda: vandaag.koffer.vernieuwd == 3)


def test_zonder_koffer_is_er_niets_te_zien(
    maak: list[Vandaag], qtbot: QtBot, gereedschap: Gereedschap, tmp_path: Path
) -> None:
    maak.append(Vandaag(qtbot, gereedschap, tmp_path / "voorbeeld.kluis", Dagkofferstand(mogelijk=False, aan=False)))
    maak[0].bewaker.lijn.emit(False)
    assert not maak[0].band.isVisible()
