"""Closing makes the backup of today first, and closes whatever comes of it; a backup takes the place of the vault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from falende_taken import ONVERWACHT, FalendeTaken
from pytestqt.qtbot import QtBot
from sessiehulp import bouw_vensters, ontgrendel
from ui_hulp import NepDiensten, NepMeldingen, NepToegang

from zvh_desktop.ui.draden.taken import TaakAfgebroken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.slot.kopiezorg import Kopiezorg, sluit_na_kopie
from zvh_desktop.ui.slot.sessieverloop import Sessieverloop


def test_eerst_de_kopie_en_dan_dicht() -> None:
    diensten = NepDiensten()
    sluit_na_kopie(diensten)
    assert diensten.kopie_gemaakt
    assert diensten.gesloten


@pytest.mark.mag_loggen("zvh_desktop.ui.slot.kopiezorg")
def test_mislukt_de_kopie_dan_gaat_de_kluis_toch_dicht() -> None:
    diensten = NepDiensten(kopie_mislukt=True)
    sluit_na_kopie(diensten)
    assert diensten.gesloten


def test_wie_stopt_sluit_toch() -> None:
    class Gestopt(NepDiensten):
        def verzorg_kopieen(self, _voortgang: object = None) -> bool:
            raise TaakAfgebroken

    diensten = Gestopt()
    with pytest.raises(TaakAfgebroken):
        sluit_na_kopie(diensten)
    assert diensten.gesloten


def test_na_het_openen_worden_de_kopieen_nagekeken_en_bij_terugzetten_komt_het_aanmelden_terug(
    qtbot: QtBot, gereedschap: Gereedschap, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    toegang, kluismap = NepToegang(), tmp_path / "voorbeeld.kluis"
    verloop = Sessieverloop(toegang, bouw_vensters, gereedschap)
    verloop.toon_aanmelden(kluismap)
    venster = ontgrendel(qtbot, verloop)
    qtbot.waitUntil(lambda: toegang.diensten.nagekeken)
    venster.terugzetten_gevraagd.emit(tmp_path / "kopie.kluis")
    qtbot.waitUntil(lambda: bool(meldingen.berichten))
    assert toegang.teruggezet == (tmp_path / "kopie.kluis", kluismap)
    assert toegang.diensten.gesloten
    assert verloop.venster is None
    assert verloop.aanmeldvenster is not None and verloop.aanmeldvenster.isVisible()
    assert meldingen.berichten[0].startswith("Teruggezet: De reservekopie is teruggezet.")
    verloop.aanmeldvenster.close()
    verloop.stop()


@pytest.fixture
def taken(meldingen: NepMeldingen) -> Iterator[FalendeTaken]:
    gemaakt = FalendeTaken(meldingen)
    yield gemaakt
    gemaakt.stop_alles()


def _open(qtbot: QtBot, gereedschap: Gereedschap, taken: FalendeTaken, kluismap: Path) -> Sessieverloop:
    verloop = Sessieverloop(NepToegang(), bouw_vensters, replace(gereedschap, taken=taken))
    verloop.toon_aanmelden(kluismap)
    ontgrendel(qtbot, verloop)
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    return verloop


@pytest.mark.mag_loggen("zvh_desktop.ui.gewone_taal")
def test_mislukt_het_terugzetten_dan_staat_dat_bij_een_aanmelden_dat_het_doet(
    qtbot: QtBot, gereedschap: Gereedschap, meldingen: NepMeldingen, taken: FalendeTaken, tmp_path: Path
) -> None:
    verloop = _open(qtbot, gereedschap, taken, tmp_path / "voorbeeld.kluis")
    assert verloop.venster is not None
    taken.fout = RuntimeError("Testpersoon geheim")
    verloop.venster.terugzetten_gevraagd.emit(tmp_path / "kopie.kluis")
    qtbot.waitUntil(lambda: [fout.gebeurd for fout in meldingen.fouten] == [ONVERWACHT])
    assert meldingen.berichten == []
    taken.fout = None
    ontgrendel(qtbot, verloop)
    verloop.stop()


@pytest.mark.mag_loggen("zvh_desktop.ui.gewone_taal")
def test_mislukt_het_sluiten_dan_eindigt_het_programma_toch(
    qtbot: QtBot, gereedschap: Gereedschap, taken: FalendeTaken, tmp_path: Path
) -> None:
    verloop = _open(qtbot, gereedschap, taken, tmp_path / "voorbeeld.kluis")
    assert verloop.venster is not None
    taken.fout = RuntimeError("Testpersoon geheim")
    with qtbot.waitSignal(verloop.gestopt):
        verloop.venster.close()
    verloop.stop()


@pytest.mark.mag_loggen("zvh_desktop.ui.gewone_taal", "zvh_desktop.ui.slot.kopiezorg")
def test_kopieen_die_niet_zijn_na_te_kijken_houden_niemand_van_het_werk(
    qtbot: QtBot, gereedschap: Gereedschap, meldingen: NepMeldingen, taken: FalendeTaken, caplog
) -> None:
    # nobody asked for it: it goes into the log, and the next opening looks again
    taken.fout = RuntimeError("Testpersoon geheim")
    zorg = Kopiezorg(taken)
    zorg.begin(NepDiensten())
    qtbot.waitUntil(lambda: "niet nagekeken" in caplog.text)
    assert meldingen.fouten == []
    assert "geheim" not in caplog.text
