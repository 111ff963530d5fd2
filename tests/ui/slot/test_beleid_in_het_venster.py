"""What IT settled, where a user meets it: the vault that is proposed, the lock, practising, a file that is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sessiehulp import bouw_vensters, ontgrendel
from ui_hulp import NepMeldingen, NepToegang

from zvh_desktop import app
from zvh_desktop.app import Opdracht
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.kluis.beleid import Beleid
from zvh_desktop.ui.eerste_start.assistent import Assistent
from zvh_desktop.ui.eerste_start.begin import Begin
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.slot.sessieverloop import Sessieverloop


@pytest.fixture
def maak(qtbot, toegang: NepToegang, gereedschap: Gereedschap) -> Iterator[Callable[[Beleid], Sessieverloop]]:
    gemaakt: list[Sessieverloop] = []

    def doe(beleid: Beleid) -> Sessieverloop:
        gemaakt.append(Sessieverloop(toegang, bouw_vensters, replace(gereedschap, beleid=beleid)))
        return gemaakt[-1]

    yield doe
    for verloop in gemaakt:
        verloop.stop()
    for deel in QApplication.topLevelWidgets():
        deel.close()
        deel.deleteLater()


@pytest.fixture
def kluismap(tmp_path: Path) -> Path:
    map_ = tmp_path / "huis.kluis"
    map_.mkdir()
    return map_


def test_wie_nog_geen_kluis_opende_krijgt_die_van_de_organisatie(
    maak: Callable[[Beleid], Sessieverloop], kluismap: Path
) -> None:
    verloop = maak(Beleid(kluis=kluismap))
    verloop.begin()
    assert verloop.assistent is None
    assert verloop.aanmeldvenster is not None
    assert verloop.aanmeldvenster.kluismap() == kluismap


def test_wie_er_al_een_opende_houdt_de_eigen(
    maak: Callable[[Beleid], Sessieverloop], gereedschap: Gereedschap, kluismap: Path, tmp_path: Path
) -> None:
    eigen = tmp_path / "eigen.kluis"
    eigen.mkdir()
    gereedschap.instellingen.onthoud_kluis(eigen)
    verloop = maak(Beleid(kluis=kluismap))
    verloop.begin()
    assert verloop.aanmeldvenster is not None
    assert verloop.aanmeldvenster.kluismap() == eigen


def test_het_slot_komt_nooit_later_dan_de_organisatie_wil(
    qtbot, maak: Callable[[Beleid], Sessieverloop], kluismap: Path
) -> None:
    verloop = maak(Beleid(vergrendelen_na=2))
    verloop.toon_aanmelden(kluismap)
    ontgrendel(qtbot, verloop)
    assert (verloop.inactiviteit._gewoon_ms, verloop.inactiviteit._langer_ms) == (120_000, 120_000)


@pytest.mark.parametrize("mag", [True, False])
def test_oefenen_staat_uit_met_de_reden(qtbot, toegang: NepToegang, gereedschap: Gereedschap, mag: bool) -> None:
    assistent = Assistent(toegang, replace(gereedschap, beleid=Beleid(oefenen=mag)))
    qtbot.addWidget(assistent)
    knop = assistent.begin._knoppen[Begin.OEFENEN]
    assert knop.isEnabled() is mag
    assert ("uitgezet" in knop.toolTip()) is not mag


class _Toepassing:
    """Only what ``begin`` asks before it makes anything."""

    def __init__(self, gereedschap: Gereedschap) -> None:
        self.gereedschap = gereedschap


def test_oefenen_vanaf_de_opdrachtregel_wordt_ook_geweigerd(gereedschap: Gereedschap) -> None:
    streng = _Toepassing(replace(gereedschap, beleid=Beleid(oefenen=False)))
    with pytest.raises(GebruikersFout, match="oefenen op deze computer uitgezet"):
        app.begin(streng, Opdracht(None, oefen=True, huis="twente"))


def test_met_een_bestand_dat_niet_klopt_opent_er_niets(
    qapp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, meldingen: NepMeldingen
) -> None:
    bestand = tmp_path / "beleid.toml"
    bestand.write_text("vergrendelen = 3", encoding="utf-8")
    monkeypatch.setattr(app, "beleidsbestand", lambda: bestand)
    beleid, bezwaar = app._beleid()
    assert beleid == Beleid()
    assert bezwaar is not None
    assert "onbekende sleutel: vergrendelen" in bezwaar.gebeurd
