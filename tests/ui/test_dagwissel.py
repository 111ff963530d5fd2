"""A koffer of a day that is over goes without a house that is open: at the start, and while the program runs on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.app import Toepassing
from zvh_desktop.paths import gebruikersmap
from zvh_desktop.services.koffer.dagwissel import wis_oude_dagkoffers
from zvh_desktop.ui.laden import laad_rest

DAG = date(2026, 5, 4)


def leg_neer(dag: date, onder: str = "slapend") -> Path:
    map_ = gebruikersmap() / "dagkoffer" / "huis" / "merk" / onder / f"1-{dag:%Y%m%d}-7-abc.koffer"
    map_.mkdir(parents=True)
    (map_ / "sleutels.json.slaapt").write_bytes(b"x")
    return map_


@pytest.fixture
def toepassing(
    qtbot: QtBot, qapp: QApplication, meldingen: NepMeldingen, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Toepassing]:
    monkeypatch.setattr("zvh_desktop.app.Meldingen", lambda: meldingen)
    toepassing = Toepassing(qapp, laad_rest)
    yield toepassing
    toepassing.dagwissel.stop()
    toepassing.opruimer.stop()


def test_alleen_wat_van_een_andere_dag_slaapt_gaat_weg() -> None:
    gisteren, nu = leg_neer(DAG - timedelta(days=1)), leg_neer(DAG)
    begonnen = leg_neer(DAG - timedelta(days=1), "")  # somebody worked in it
    wis_oude_dagkoffers(DAG)
    assert not gisteren.exists()
    assert nu.is_dir()
    assert begonnen.is_dir()


def test_bij_het_begin_en_steeds_daarna(toepassing: Toepassing, qtbot: QtBot) -> None:
    vandaag = toepassing.gereedschap.klok().date()
    gisteren, nu = leg_neer(vandaag - timedelta(days=1)), leg_neer(vandaag)
    with qtbot.waitSignal(toepassing.lader.geladen):
        toepassing.lader.begin()
    assert not gisteren.exists()
    assert toepassing.dagwissel.isActive()
    gisteren = leg_neer(vandaag - timedelta(days=1))
    toepassing.dagwissel.timeout.emit()
    assert not gisteren.exists()
    assert nu.is_dir()
