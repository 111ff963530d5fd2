"""The first start with a house that is not in the list: its profile comes from a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen, NepToegang

from zvh_desktop.errors import GebruikersFout, ProfielBevinding, ProfielOngeldig
from zvh_desktop.ui.eerste_start.huis import HuisStap
from zvh_desktop.ui.protocollen import ProfielKeuze
from zvh_desktop.ui.toegankelijkheid import bevindingen


@pytest.fixture
def stap(qtbot: QtBot, meldingen: NepMeldingen, tmp_path: Path, thema: object) -> HuisStap:
    toegang = NepToegang()
    gemaakt = HuisStap(toegang.profielen(), toegang.profiel_uit_bestand, toegang.keur_plaats, meldingen, tmp_path)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(760, 520)
    gemaakt.show()
    qtbot.waitExposed(gemaakt)
    return gemaakt


def test_eigen_profiel_wordt_gekozen_en_komt_maar_een_keer_in_de_lijst(
    stap: HuisStap, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    assert stap.profiel() == "", "er wordt geen huis voorgesteld"
    assert bevindingen(stap) == []
    meldingen.pad = tmp_path / "zesde.toml"
    stap.profiel_knop.click()
    stap.profiel_knop.click()
    assert stap.profiel() == tmp_path / "zesde.toml"
    assert stap.profielnaam() == "Zesde Huis & <Zonen> (zesde.toml)"
    assert stap.profiel_keuze.count() == 3
    assert stap.klaar()
    stap.profiel_keuze.setCurrentIndex(1)
    assert stap.profiel() == "landelijk"


def test_niets_gekozen_verandert_niets(stap: HuisStap, meldingen: NepMeldingen) -> None:
    meldingen.pad = None
    stap.profiel_knop.click()
    assert stap.profiel() == ""


def test_wat_geen_profiel_is_wordt_bij_het_veld_gezegd(stap: HuisStap, meldingen: NepMeldingen, tmp_path: Path) -> None:
    meldingen.pad = tmp_path / "brief.txt"
    stap.profiel_knop.click()
    assert "geen huisprofiel" in stap.formulier.regel("profiel").fout()
    assert stap.profiel() == ""


def test_fouten_in_een_profiel_worden_alle_genoemd(qtbot: QtBot, meldingen: NepMeldingen, tmp_path: Path) -> None:
    def weiger(bestand: Path) -> ProfielKeuze:
        raise ProfielOngeldig(bestand.name, (ProfielBevinding("fasen[2].naar", '"tafle"', "een van: tafel"),))

    stap = HuisStap((ProfielKeuze("a", "A"),), weiger, NepToegang().keur_plaats, meldingen, tmp_path)
    qtbot.addWidget(stap)
    meldingen.pad = tmp_path / "huis.toml"
    stap.profiel_knop.click()
    assert "1 fout" in stap.formulier.regel("profiel").fout()
    fout: GebruikersFout = meldingen.fouten[0]
    assert "fasen[2].naar" in str(fout)
