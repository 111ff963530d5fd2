"""From the page of a casus onto an agenda: partijen of last time are ticked, and Ctrl+Z takes it off again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tafelkluis import Tafelkluis

from zvh_desktop.models.keuzes import OverlegId, PoortStand
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.blad import CasusBlad
from zvh_desktop.ui.pages.casus.op_agenda import OpAgendaDialoog
from zvh_desktop.ui.toegankelijkheid import bevindingen

VERDER = Qt.CheckState.Checked


@pytest.fixture
def volgende(regie: Diensten, tafelkluis: Tafelkluis) -> OverlegId:
    """Another tafel, after the one on which the casus stands."""
    return regie.tafels.plan(replace(regie.tafels.toon(tafelkluis.overleg).invoer, datum=date(2026, 12, 22)))


@pytest.fixture
def blad(qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis) -> CasusBlad:
    gemaakt = CasusBlad(regie, tafelgereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1000, 800)
    with qtbot.waitExposed(gemaakt):
        gemaakt.show()
    gemaakt.toon_casus(tafelkluis.casussen[0])
    return gemaakt


def op_agenda(regie: Diensten, tafelkluis: Tafelkluis, overleg: OverlegId) -> list[int]:
    """How many seats this casus has on that agenda; nothing when it is not on it."""
    rijen = [een for een in regie.agenda.toon(overleg).punten if een.casus_id == tafelkluis.casussen[0]]
    return [sum(cel.stand is PoortStand.UITGENODIGD for cel in punt.cellen) for punt in rijen]


def test_met_wie_er_de_vorige_keer_was_en_weer_terug(
    qtbot: QtBot, blad: CasusBlad, regie: Diensten, tafelkluis: Tafelkluis, volgende: OverlegId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    vooraf = len(regie.agenda.vanuit_casus.vorige_keer(tafelkluis.casussen[0], volgende).partijen)

    def vul_in(dialoog: OpAgendaDialoog) -> int:
        dialoog.show()
        assert bevindingen(dialoog) == []
        assert dialoog.overleg.count() == 1 and "22 december" in dialoog.overleg.itemText(0)
        aan = [rij for rij in range(dialoog.lijst.count()) if dialoog.lijst.item(rij).checkState() is VERDER]
        assert len(aan) == dialoog.lijst.count() == vooraf > 1
        dialoog.lijst.setFocus()
        dialoog.lijst.setCurrentRow(aan[0])
        qtbot.keyClick(dialoog.lijst, Qt.Key.Key_Space)
        dialoog.bewaar_knop.click()
        return dialoog.result()

    monkeypatch.setattr(OpAgendaDialoog, "exec", vul_in)
    blad.kop.agenda_knop.click()
    assert op_agenda(regie, tafelkluis, volgende) == [vooraf - 1]
    assert "22 december 2026" in blad.kop.meldregel.tekst()
    blad.kop.meldregel.maak_ongedaan()
    assert op_agenda(regie, tafelkluis, volgende) == []
    blad.kop.meldregel.doe_opnieuw()
    assert op_agenda(regie, tafelkluis, volgende) == [vooraf - 1]
    blad.toon_casus(tafelkluis.casussen[1])
    assert blad.kop.meldregel.isHidden(), "of another casus nothing was done here"


def test_wie_niet_meer_mag_is_niet_te_kiezen_en_daar_staat_waarom(
    qtbot: QtBot, regie: Diensten, tafelkluis: Tafelkluis, volgende: OverlegId
) -> None:
    vanuit, casus = regie.agenda.vanuit_casus, tafelkluis.casussen[0]
    vorige = vanuit.vorige_keer(casus, volgende)
    een = replace(vorige.partijen[0], mag=False, reden="Het oordeel geldt dan niet meer.")
    vorige = replace(vorige, partijen=(een, *vorige.partijen[1:]))
    gekregen: list[object] = []
    dialoog = OpAgendaDialoog("2026-0001", vanuit.agendas(casus), lambda _wie: vorige, gekregen.append)
    qtbot.addWidget(dialoog)
    regel = dialoog.lijst.item(0)
    assert "Het oordeel geldt dan niet meer." in regel.text() and not regel.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert een.partij_id not in dialoog.invoer().partijen
    assert len(dialoog.invoer().partijen) == len(vorige.partijen) - 1


def test_zonder_komend_overleg_staat_dat_er(blad: CasusBlad) -> None:
    blad.kop.agenda_knop.click()
    assert "geen komend overleg in concept" in blad.kop.meldregel.tekst()
