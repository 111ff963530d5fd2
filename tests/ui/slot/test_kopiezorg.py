"""Closing makes the backup of today first, and closes whatever comes of it; a backup takes the place of the vault."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sessiehulp import bouw_vensters, ontgrendel
from ui_hulp import NepDiensten, NepMeldingen, NepToegang

from zvh_desktop.ui.draden.taken import TaakAfgebroken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.slot.kopiezorg import sluit_na_kopie
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
