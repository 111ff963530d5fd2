"""The order and what is asked of it, by keyboard on a real vault: add, refuse, take away, undo, take over."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from tafelkluis import Tafelkluis

from zvh_desktop.models.keuzen.ordekeuzes import WensSoort
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.volgorde.wens_gegevens import WensInvoer
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.agenda.volgordedialoog import VolgordeDialoog
from zvh_desktop.ui.pages.tafel.agenda.voorbereiden import Voorbereiden
from zvh_desktop.ui.pages.tafel.agenda.wensbron import Overlegwensen
from zvh_desktop.ui.pages.tafel.agenda.wensdialoog import WensDialoog
from zvh_desktop.ui.toegankelijkheid import bevindingen

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialoog(qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis) -> VolgordeDialoog:
    bron = Overlegwensen(regie, tafelkluis.overleg)
    gemaakt = VolgordeDialoog(bron.beeld(), bron)
    qtbot.addWidget(gemaakt)
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
        gemaakt.activateWindow()
    return gemaakt


def zinnen(dialoog: VolgordeDialoog) -> list[str]:
    return [wens.zin for wens in dialoog.wensen.regelmodel.regels]


def volgorde(dialoog: VolgordeDialoog) -> list[str]:
    return [regel.onderwerp[:9] for regel in dialoog.voorstel.regelmodel.regels][1:]


def kies(dialoog: WensDialoog, soort: WensSoort) -> None:
    dialoog.soort.setCurrentIndex(dialoog.soort.findData(soort.value))


def test_toevoegen_weghalen_en_ongedaan_met_toetsen(
    qtbot: QtBot,
    dialoog: VolgordeDialoog,
    regie: Diensten,
    tafelkluis: Tafelkluis,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert volgorde(dialoog) == ["2026-0001", "2026-0002"]
    assert not dialoog.neem_knop.isEnabled()
    assert zinnen(dialoog) == []
    gevraagd: list[str] = []

    def vul_in(wens: WensDialoog) -> int:
        kies(wens, WensSoort.EERST)
        assert [naam for naam in ("voor_id", "tijd", "partij_id") if not wens.formulier.regel(naam).isHidden()] == []
        wens.casus.setCurrentIndex(1)
        wens.bewaar_knop.click()
        gevraagd.append(wens.fout())
        return wens.result()

    monkeypatch.setattr(WensDialoog, "exec", vul_in)
    qtbot.keyClick(dialoog.focusWidget(), Qt.Key.Key_Insert)
    assert gevraagd == [""]
    assert zinnen(dialoog) == ["Casus 2026-0002 als eerste"]
    assert volgorde(dialoog) == ["2026-0002", "2026-0001"]
    assert dialoog.winst.tekst().startswith("Deze volgorde houdt zich aan de wensen.")
    assert dialoog.neem_knop.isEnabled()
    assert bevindingen(dialoog) == []
    nu = [punt.casusnummer for punt in regie.agenda.toon(tafelkluis.overleg).punten]
    assert nu == ["", "2026-0001", "2026-0002"]  # nothing moved yet

    qtbot.keyClick(dialoog.wensen, Qt.Key.Key_Delete)
    assert zinnen(dialoog) == []
    qtbot.keyClick(dialoog.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert zinnen(dialoog) == ["Casus 2026-0002 als eerste"]
    qtbot.keyClick(dialoog.focusWidget(), Qt.Key.Key_Y, CTRL)
    assert zinnen(dialoog) == []
    qtbot.keyClick(dialoog.focusWidget(), Qt.Key.Key_Z, CTRL)
    dialoog.voorstel.setFocus()
    qtbot.keyClick(dialoog.voorstel, Qt.Key.Key_Return)
    assert dialoog.result() == QDialog.DialogCode.Accepted


def test_wat_botst_wordt_in_het_formulier_gezegd_en_blijft_staan(
    dialoog: VolgordeDialoog, regie: Diensten, tafelkluis: Tafelkluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    punt = regie.agenda.toon(tafelkluis.overleg).punten[1].id
    regie.agenda.wensen.voeg_toe(tafelkluis.overleg, WensInvoer(WensSoort.EERST, punt))
    gezegd: list[str] = []

    def vul_in(wens: WensDialoog) -> int:
        kies(wens, WensSoort.EERST)
        wens.casus.setCurrentIndex(1)
        wens.bewaar_knop.click()
        gezegd.append(wens.formulier.regel("soort").fout())
        kies(wens, WensSoort.TOT)
        wens.tijd.zet_tijd(time(23, 0))
        wens.bewaar_knop.click()
        gezegd.append(wens.formulier.regel("tijd").fout())
        wens.reject()
        return wens.result()

    monkeypatch.setattr(WensDialoog, "exec", vul_in)
    dialoog.voeg_toe()
    botst, te_laat = gezegd
    assert botst.startswith("'Casus 2026-0002 als eerste' kan niet samen met 'Casus 2026-0001 als eerste'.")
    assert "23:00 valt daar niet in." in te_laat
    assert len(regie.agenda.wensen.toon(tafelkluis.overleg).wensen) == 1


def test_overnemen_op_de_agenda_en_terug_zonder_de_wens_te_verliezen(
    qtbot: QtBot,
    regie: Diensten,
    tafelgereedschap: Gereedschap,
    tafelkluis: Tafelkluis,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    agenda, overleg = regie.agenda, tafelkluis.overleg
    stap = Voorbereiden(regie, tafelgereedschap)
    qtbot.addWidget(stap)
    stap.toon_tafel(overleg)
    oud = [punt.id for punt in agenda.toon(overleg).punten]
    agenda.wensen.voeg_toe(overleg, WensInvoer(WensSoort.EERST, oud[2]))
    antwoorden = [QDialog.DialogCode.Rejected, QDialog.DialogCode.Accepted]

    def antwoord(_dialoog: VolgordeDialoog) -> int:
        return int(antwoorden.pop(0))

    monkeypatch.setattr(VolgordeDialoog, "exec", antwoord)
    stap.stel_volgorde_voor()
    assert [punt.id for punt in agenda.toon(overleg).punten] == oud
    stap.stel_volgorde_voor()
    assert [punt.id for punt in agenda.toon(overleg).punten] == [oud[0], oud[2], oud[1]]
    assert stap.strook.tekst().startswith("Deze volgorde houdt zich aan de wensen.")
    stap.handelingen.stapel.undo()
    assert [punt.id for punt in agenda.toon(overleg).punten] == oud
    assert [wens.zin for wens in agenda.wensen.toon(overleg).wensen] == ["Casus 2026-0002 als eerste"]
