"""At opening: an older state that a beheerder accepted is asked about, and gone on with only when the user says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_hulp import NepDiensten, NepMeldingen

from zvh_desktop.app import Toepassing
from zvh_desktop.errors import KluisFout
from zvh_desktop.ui.laden import laad_rest

ZIN = "B. Oefenman (beheerder) aanvaardde op 3 maart 2026 om 9.00 uur een oudere stand dan u eerder zag."


@pytest.fixture
def diensten() -> NepDiensten:
    return NepDiensten(aanvaarding=ZIN)


@pytest.fixture
def toepassing(
    qtbot: QtBot, qapp: QApplication, meldingen: NepMeldingen, diensten: NepDiensten, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Toepassing]:
    monkeypatch.setattr("zvh_desktop.app.Meldingen", lambda: meldingen)
    gemaakt = Toepassing(qapp, laad_rest)
    gemaakt.verloop.gestopt.disconnect(qapp.quit)
    monkeypatch.setattr(gemaakt.verloop, "diensten", lambda: diensten)
    yield gemaakt
    gemaakt.opruimer.stop()


@pytest.mark.parametrize("antwoord", [True, False])
def test_wie_verder_gaat_wordt_dat_eerst_gevraagd(
    toepassing: Toepassing, diensten: NepDiensten, meldingen: NepMeldingen, antwoord: bool
) -> None:
    meldingen.antwoord = antwoord
    toepassing.verloop.ontgrendeld.emit()
    assert meldingen.gesteld == [ZIN]
    assert meldingen.knoppen == ["Werk verder met deze stand"]
    assert diensten.aanvaarding == ("" if antwoord else ZIN)


def test_zonder_aanvaarding_wordt_niets_gevraagd(
    toepassing: Toepassing, diensten: NepDiensten, meldingen: NepMeldingen
) -> None:
    diensten.aanvaarding = ""
    toepassing.verloop.ontgrendeld.emit()
    assert meldingen.gesteld == []


def test_wat_niet_lukt_wordt_gezegd(toepassing: Toepassing, diensten: NepDiensten, meldingen: NepMeldingen) -> None:
    meldingen.antwoord = True
    diensten.volgen_mislukt = KluisFout("De schijf is vol.", veilig="Er is niets gewijzigd.")
    toepassing.verloop.ontgrendeld.emit()
    assert [fout.gebeurd for fout in meldingen.fouten] == ["De schijf is vol."]
    assert diensten.aanvaarding == ZIN
