"""On the page of a casus: what is added in the plan is of the plan, and the way to the head ends at the head."""

from __future__ import annotations

import pytest
from proefkluis import WACHTWOORD, maak_casus
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from zvh_desktop.models.keuzes import CasusId, OordeelUitkomst
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.werkplek.plekken import BijCasus
from zvh_desktop.services.werkplek.wegen import AANWIJZEN
from zvh_desktop.ui.dialogs.actiedialoog import ActieDialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.casussen import CasussenPagina
from zvh_desktop.ui.uiterlijk.doelen import Balkknop


@pytest.fixture
def casus(diensten: Diensten) -> CasusId:
    """At which one partij may be, with a plan that was begun."""
    casus_id = maak_casus(diensten)
    diensten.bevestig(WACHTWOORD)
    eerste = diensten.oordelen.blad(casus_id)[0].partij_id
    diensten.oordelen.geef(casus_id, [OordeelInvoer(eerste, OordeelUitkomst.RECHTMATIG, "Eigen taak")])
    diensten.plannen.begin(casus_id)
    return casus_id


@pytest.fixture
def pagina(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, casus: CasusId) -> CasussenPagina:
    gemaakt = CasussenPagina(diensten, gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1024, 700)
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
    gemaakt.toon(BijCasus(casus, "plan"))
    qtbot.waitUntil(lambda: not gemaakt.blad._straks.isActive())
    return gemaakt


def test_in_het_plan_is_een_knop_voor_een_actie_en_insert_doet_hetzelfde(
    qtbot: QtBot, pagina: CasussenPagina, diensten: Diensten, casus: CasusId, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = pagina.blad.plan
    assert [knop for knop in plan.findChildren(Balkknop) if knop.text() == "Voeg actie toe"] == [plan.acties.nieuw_knop]

    def vul_in(dialoog: ActieDialoog) -> int:
        dialoog.omschrijving.setPlainText("Belt de woningbouw")
        dialoog.bewaar_knop.click()
        return dialoog.result()

    monkeypatch.setattr(ActieDialoog, "exec", vul_in)
    plan.acties.nieuw_knop.setFocus()
    qtbot.keyClick(plan.acties.nieuw_knop, Qt.Key.Key_Insert)
    plan_id = diensten.casussen.toon(casus).plan_id
    assert plan_id is not None
    assert [actie.invoer.omschrijving for actie in diensten.plannen.toon(plan_id).acties] == ["Belt de woningbouw"]


def test_de_weg_naar_de_casusregisseur_toont_de_knop_ervoor(
    qtbot: QtBot, pagina: CasussenPagina, casus: CasusId
) -> None:
    rol = pagina.blad.rol
    knop = pagina.blad.kop.regie_knop
    assert rol.verticalScrollBar().value() > 0
    pagina.toon(BijCasus(casus, AANWIJZEN))
    focus = pagina.eerste_focus()
    assert focus is knop
    QApplication.processEvents()
    boven = knop.mapTo(rol.viewport(), QPoint(0, 0)).y()
    assert 0 <= boven <= rol.viewport().height() - knop.height()
