"""Where the vault comes: a folder in which none can stand is refused while it is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen, NepToegang

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.ui.eerste_start.huis import HuisStap
from zvh_desktop.ui.eerste_start.stappen import _vrije_plaats


@pytest.fixture
def wolk(tmp_path: Path) -> Path:
    map_ = tmp_path / "OneDrive - Huis"
    (map_ / "Documenten").mkdir(parents=True)
    return map_


@pytest.fixture
def toegang(wolk: Path) -> NepToegang:
    gemaakt = NepToegang()
    gemaakt.gesynchroniseerd = wolk
    return gemaakt


def _stap(qtbot: QtBot, toegang: NepToegang, begin: Path) -> HuisStap:
    stap = HuisStap(toegang.profielen(), toegang.profiel_uit_bestand, toegang.keur_plaats, NepMeldingen(), begin)
    stap.profiel_keuze.setCurrentIndex(0)
    qtbot.addWidget(stap)
    return stap


def test_een_gesynchroniseerde_map_wordt_bij_het_veld_geweigerd(
    qtbot: QtBot, toegang: NepToegang, wolk: Path, tmp_path: Path, thema: object
) -> None:
    stap = _stap(qtbot, toegang, tmp_path)
    assert stap.klaar()
    with qtbot.waitSignal(stap.gewijzigd):
        stap.map_veld.setText(str(wolk / "Documenten"))
    assert not stap.klaar()
    fout = stap.formulier.regel("map").fout()
    assert "gesynchroniseerd" in fout
    assert "Kies een andere." in fout, "what can be done stands there too"
    stap.map_veld.setText(str(tmp_path))
    assert stap.klaar()
    assert stap.formulier.regel("map").fout() == ""


def test_een_map_die_gekozen_wordt_met_bladeren_wordt_meteen_geweigerd(
    qtbot: QtBot, toegang: NepToegang, wolk: Path, tmp_path: Path, thema: object
) -> None:
    meldingen = NepMeldingen()
    stap = HuisStap(toegang.profielen(), toegang.profiel_uit_bestand, toegang.keur_plaats, meldingen, tmp_path)
    qtbot.addWidget(stap)
    meldingen.pad = wolk
    stap.map_knop.click()
    assert "gesynchroniseerd" in stap.formulier.regel("map").fout()


def test_de_map_die_klaarstaat_zegt_ook_wat_er_mis_is(
    qtbot: QtBot, toegang: NepToegang, wolk: Path, thema: object
) -> None:
    stap = _stap(qtbot, toegang, wolk)
    assert "gesynchroniseerd" in stap.formulier.regel("map").fout()


def test_de_map_wordt_een_keer_bekeken_en_niet_bij_elke_letter_van_de_naam(
    qtbot: QtBot, tmp_path: Path, thema: object
) -> None:
    bekeken: list[Path] = []
    toegang = NepToegang()
    stap = HuisStap(toegang.profielen(), toegang.profiel_uit_bestand, bekeken.append, NepMeldingen(), tmp_path)
    qtbot.addWidget(stap)
    for naam in ("c", "ca", "cas"):
        stap.naam_veld.setText(naam)
    assert bekeken == [tmp_path]


def test_wat_wordt_voorgesteld_is_een_map_waar_een_kluis_kan_staan(
    toegang: NepToegang, wolk: Path, tmp_path: Path
) -> None:
    documenten, thuis = wolk / "Documenten", tmp_path
    with pytest.raises(InvoerOngeldig):
        toegang.keur_plaats(documenten)
    assert _vrije_plaats(toegang, (documenten, thuis)) == thuis
    assert _vrije_plaats(toegang, (tmp_path / "weg", thuis)) == thuis
    toegang.gesynchroniseerd = None
    assert _vrije_plaats(toegang, (documenten, thuis)) == documenten
