"""Vandaag: what waits for whom, and the way to it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tafelkluis import BEHEER, Tafelkluis, TafelOpener

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.vandaag import vandaag as vandaag_module
from zvh_desktop.services.vandaag.vandaag import VandaagBeeld, VandaagService
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.vandaag import VandaagPagina, groet
from zvh_desktop.ui.paginas import Telling, bouw_paginas, bouw_zoeker
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.vensters import Vensters


def maak(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> VandaagPagina:
    pagina = VandaagPagina(diensten, gereedschap)
    qtbot.addWidget(pagina)
    pagina.resize(870, 640)
    with qtbot.waitActive(pagina):
        pagina.show()
        pagina.activateWindow()
    pagina.vernieuw()
    return pagina


def test_akkoord_gevraagd_staat_bij_nu_en_opent_de_tafel(
    qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis
) -> None:
    regie.agenda.vraag_akkoord(tafelkluis.overleg)
    pagina = maak(qtbot, regie, tafelgereedschap)
    eerste = pagina.regels()[0]
    assert "wacht op uw akkoord" in eerste.knop.accessibleName()
    with qtbot.waitSignal(pagina.ga_naar) as gegaan:
        eerste.knop.click()
    assert gegaan.args == [Plaats("tafels", BijTafel(tafelkluis.overleg))]
    QApplication.processEvents()
    assert bevindingen(pagina) == []


def test_het_getal_in_de_navigatie_is_het_aantal_regels(
    qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap
) -> None:
    pagina = maak(qtbot, regie, tafelgereedschap)
    with qtbot.waitSignal(pagina.telling_gewijzigd) as geteld:
        pagina.vernieuw()
    assert geteld.args == [len(pagina.regels())]
    assert geteld.args == [Telling(regie).vandaag()]


def test_bij_het_openen_wordt_vandaag_een_keer_gelezen(
    qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page and both numbers beside the navigation come from one reading."""
    gelezen: list[VandaagBeeld] = []
    echt = VandaagService.toon

    def toon(dienst: VandaagService) -> VandaagBeeld:
        gelezen.append(echt(dienst))
        return gelezen[-1]

    monkeypatch.setattr(VandaagService, "toon", toon)
    venster = Vensters(bouw_paginas, bouw_zoeker).hoofdvenster(regie, tafelgereedschap)
    qtbot.addWidget(venster)
    venster.toon_begin()
    venster.show()
    assert len(gelezen) == 1
    assert venster.navigatie.telling("vandaag") == str(len(gelezen[0].regels))
    assert venster.navigatie.telling("acties") == (str(gelezen[0].open_acties) if gelezen[0].open_acties else "")
    assert Telling(regie).acties() == gelezen[0].open_acties
    venster.maak_leeg()


def test_pijlen_lopen_door_de_regels(qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap) -> None:
    pagina = maak(qtbot, regie, tafelgereedschap)
    regels = pagina.regels()
    assert len(regels) > 1
    regels[0].knop.setFocus()
    qtbot.keyClick(regels[0].knop, Qt.Key.Key_Down)
    assert regels[1].knop.hasFocus()


def test_de_beheerder_ziet_geen_casussen(qtbot: QtBot, tafel_als: TafelOpener, tafelgereedschap: Gereedschap) -> None:
    pagina = maak(qtbot, tafel_als(BEHEER), tafelgereedschap)
    assert pagina.regels() == ()
    assert pagina.leeg.isVisible()
    with qtbot.waitSignal(pagina.ga_naar) as gegaan:
        pagina.leeg.knop.click()
    assert gegaan.args[0].pagina == "beheer"


def test_de_groet_past_bij_het_uur() -> None:
    groeten = [groet(datetime(2026, 12, 8, uur, tzinfo=UTC)) for uur in (8, 14, 20)]
    assert groeten == ["Goedemorgen.", "Goedemiddag.", "Goedenavond."]


def test_na_vergrendelen_staat_er_niets_meer(qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap) -> None:
    pagina = maak(qtbot, regie, tafelgereedschap)
    pagina.maak_leeg()
    assert pagina.regels() == ()


def test_in_een_grote_kluis_wordt_naast_het_venster_gelezen_en_na_het_slot_niet_getoond(
    qtbot: QtBot,
    regie: Diensten,
    tafelgereedschap: Gereedschap,
    tafelkluis: Tafelkluis,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    regie.agenda.vraag_akkoord(tafelkluis.overleg)
    monkeypatch.setattr(vandaag_module, "LANG", 0)
    pagina = maak(qtbot, regie, tafelgereedschap)
    assert pagina.regels() == ()
    assert pagina.tellingen() == {}
    with qtbot.waitSignal(pagina.telling_gewijzigd) as geteld:
        pass
    assert geteld.args == [len(pagina.regels())]
    assert "wacht op uw akkoord" in pagina.regels()[0].knop.accessibleName()
    pagina.vernieuw()
    pagina.maak_leeg()
    qtbot.waitUntil(lambda: not tafelgereedschap.taken.bezig())
    assert pagina.regels() == ()
