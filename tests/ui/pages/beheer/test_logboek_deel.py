"""The log in the window: read beside it, filtered, with the keyboard, and saved as a file."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from proefkluis import BEHEER, MEDEWERKER, REGIE
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.database.keten.logketen import schrijf_logregel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.logboek import LogboekDeel
from zvh_desktop.ui.toegankelijkheid import bevindingen

VEEL = 20_000
Opener = Callable[..., Diensten]
Maker = Callable[..., LogboekDeel]


@pytest.fixture
def maak(qtbot: QtBot, openen: Opener, gereedschap: Gereedschap) -> Maker:
    def doe(naam: str = BEHEER) -> LogboekDeel:
        deel = LogboekDeel(openen(naam), gereedschap)
        qtbot.addWidget(deel)
        deel.resize(980, 640)
        deel.show()
        deel.vernieuw()
        qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)
        return deel

    return doe


def klaar(qtbot: QtBot, gereedschap: Gereedschap) -> None:
    qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)


def schrijf(diensten: Diensten, aantal: int = 1, **anders: str) -> None:
    velden = {
        "gebruiker": MEDEWERKER,
        "rol": "medewerker",
        "handeling": "verslag bijgewerkt",
        "object_soort": "overleg",
        "object_id": "1",
        "resultaat": "gelukt",
        "herkomst": "venster",
        **anders,
    }
    with diensten.werkplek.kluis.sessies() as sessie, sessie.begin():
        for nummer in range(aantal):
            schrijf_logregel(sessie, tijd=datetime(2026, 10, 1, tzinfo=UTC) + timedelta(minutes=nummer), **velden)


def test_nieuwste_regel_staat_bovenaan(maak: Maker) -> None:
    deel = maak()
    QAbstractItemModelTester(deel.tabel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    nummers = [regel.nummer for regel in deel.tabel.model.regels]
    assert len(nummers) > 5
    assert nummers == sorted(nummers, reverse=True)
    assert deel.tabel.tabel.currentIndex().row() == 0
    assert bevindingen(deel) == []


def test_filteren_leest_opnieuw_en_houdt_de_keuze(qtbot: QtBot, maak: Maker, gereedschap: Gereedschap) -> None:
    deel = maak()
    QAbstractItemModelTester(deel.tabel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    schrijf(deel._diensten, gebruiker=REGIE)
    deel.vernieuw()
    klaar(qtbot, gereedschap)
    alles = deel.tabel.model.rowCount()
    assert deel.wie.findData(MEDEWERKER) > 0
    deel.wie.setCurrentIndex(deel.wie.findData(MEDEWERKER))
    klaar(qtbot, gereedschap)
    assert 0 < deel.tabel.model.rowCount() < alles
    assert {regel.wie for regel in deel.tabel.model.regels} == {"Medewerker Voorbeeld"}
    assert deel.wie.currentData() == MEDEWERKER
    deel.van.zet_datum(date(2030, 1, 1))
    klaar(qtbot, gereedschap)
    assert deel.tabel.model.rowCount() == 0
    assert deel.tabel.leeg.isVisible()
    deel.van.zet_datum(None)
    deel.wie.setCurrentIndex(0)
    klaar(qtbot, gereedschap)
    assert deel.tabel.model.rowCount() == alles


def test_zoeken_op_waarover_met_het_toetsenbord(qtbot: QtBot, maak: Maker, gereedschap: Gereedschap) -> None:
    deel = maak()
    schrijf(deel._diensten, object_soort="casus", object_id="2026-0077")
    deel.vernieuw()
    klaar(qtbot, gereedschap)
    for veld, tekst in ((deel.waarover, "2026-0077"), (deel.zoek, "CASUS verslag")):
        deel.waarover.clear()
        veld.setFocus()
        qtbot.keyClicks(veld, tekst)
        qtbot.waitUntil(lambda: deel.tabel.model.rowCount() == 1)
        assert deel.tabel.model.index(0, 3).data() == "casus 2026-0077"
    deel.tabel.tabel.setFocus()
    deel.tabel.tabel.selectRow(0)
    qtbot.keyClick(deel.tabel.tabel, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "casus 2026-0077" in QApplication.clipboard().text()


def test_bewaren_als_csv_is_wat_in_beeld_is(
    qtbot: QtBot, maak: Maker, gereedschap: Gereedschap, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    deel = maak()
    schrijf(deel._diensten, object_soort="casus", object_id="2026-0077")
    deel.vernieuw()
    klaar(qtbot, gereedschap)
    deel.waarover.setText("2026-0077")
    qtbot.waitUntil(lambda: deel.tabel.model.rowCount() == 1)
    meldingen.pad = tmp_path / "uit"
    deel.csv_knop.click()
    klaar(qtbot, gereedschap)
    doel = tmp_path / "uit.csv"
    assert doel.read_bytes().startswith(b"\xef\xbb\xbf")
    with doel.open(encoding="utf-8-sig", newline="") as bestand:
        rijen = list(csv.reader(bestand, delimiter=";"))
    assert [rij[5] for rij in rijen] == ["Waarover", "casus 2026-0077"]
    assert deel.meldregel.tekst() == 'Bewaard als "uit.csv". Dat staat nu ook in het logboek.'
    assert deel._diensten.logboek.lees()[0].wat == "Logboek bewaard als bestand"


def test_wie_het_niet_mag_ziet_waarom(maak: Maker) -> None:
    deel = maak(MEDEWERKER)
    assert deel.tabel.model.rowCount() == 0
    assert not deel.csv_knop.isEnabled()
    assert "het logboek lezen" in deel.reden.tekst()
    assert maak(REGIE).tabel.isVisible()


def test_op_slot_blijft_er_niets_staan(maak: Maker) -> None:
    deel = maak()
    deel.maak_leeg()
    assert deel.tabel.model.rowCount() == 0
    assert deel.wie.count() == 1


@pytest.fixture
def vol(openen: Opener) -> Iterator[Diensten]:
    diensten = openen(BEHEER)
    schrijf(diensten, VEEL)
    yield diensten


def test_twintigduizend_regels_staan_er_allemaal(qtbot: QtBot, vol: Diensten, gereedschap: Gereedschap) -> None:
    deel = LogboekDeel(vol, gereedschap)
    qtbot.addWidget(deel)
    deel.show()
    deel.vernieuw()
    assert deel.tabel.model.rowCount() == 0, "they are read beside the window"
    qtbot.waitUntil(lambda: len(deel.tabel.model.regels) > VEEL)
    assert deel.tabel.model.rowCount() < VEEL
    deel.tabel.tabel.setFocus()
    qtbot.keyClick(deel.tabel.tabel, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert deel.tabel.model.rowCount() > 200
    while deel.tabel.model.canFetchMore(QModelIndex()):
        deel.tabel.model.fetchMore(QModelIndex())
    assert deel.tabel.model.rowCount() == len(deel.tabel.model.regels)


def test_de_dag_staat_er_zoals_wij_haar_schrijven_en_zo_is_zij_te_zoeken(
    qtbot: QtBot, openen: Opener, maak: Maker, gereedschap: Gereedschap
) -> None:
    deel = maak()
    schrijf(deel._diensten)
    deel.vernieuw()
    klaar(qtbot, gereedschap)
    dagen = {deel.tabel.model.index(rij, 0).data().partition(" ")[0] for rij in range(deel.tabel.model.rowCount())}
    assert "01-10-2026" in dagen
    assert all(len(dag) == 10 and dag[2] == dag[5] == "-" for dag in dagen)
    deel.zoek.setText("01-10-2026")
    deel.vernieuw()
    klaar(qtbot, gereedschap)
    assert [regel.wat for regel in deel.tabel.model.regels] == ["Verslag bijgewerkt"]
