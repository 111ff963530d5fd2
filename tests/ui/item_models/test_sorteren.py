"""A long list is put in another order between two turns of the window, exactly as a short one is."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from test_filtermodel import AANTAL, KOLOMMEN, Regel, getoond, regels

from zvh_desktop.ui.item_models.filtermodel import FilterModel
from zvh_desktop.ui.item_models.regelmodel import RegelModel
from zvh_desktop.ui.item_models.volgorde import orde, orde_in_delen

OP, AF = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
WAARDEN = ("Özdemir", None, 3, "ozdemir", "", True, date(2026, 3, 1), 3, "'t Hooft", date(2025, 1, 1), None, 0.5)


@pytest.fixture
def model(qapp) -> RegelModel[Regel]:
    return RegelModel(KOLOMMEN, regels(AANTAL))


@pytest.fixture
def filter_(model: RegelModel[Regel]) -> FilterModel:
    return FilterModel(model)


@pytest.mark.parametrize("aflopend", [False, True])
@pytest.mark.parametrize("keren", [0, 1, 200])
def test_in_delen_is_het_dezelfde_orde(aflopend: bool, keren: int) -> None:
    rijen = WAARDEN * keren
    *_, in_delen = orde_in_delen(rijen, lambda waarde: waarde, aflopend=aflopend)
    assert in_delen == orde(rijen, lambda waarde: waarde, aflopend=aflopend)


@pytest.mark.parametrize("kant", [OP, AF])
def test_een_lange_lijst_staat_even_later_op_volgorde(
    qtbot: QtBot, filter_: FilterModel, model: RegelModel[Regel], kant: Qt.SortOrder
) -> None:
    QAbstractItemModelTester(filter_, QAbstractItemModelTester.FailureReportingMode.Fatal, filter_)
    ineens = RegelModel(KOLOMMEN, model.regels)
    ineens.sort(1, kant)
    with qtbot.waitSignal(filter_.gefilterd_tot):
        filter_.sort(1, kant)
        assert filter_.sorteert() and filter_.bezig()
        assert model.regels != ineens.regels
    assert model.regels == ineens.regels
    assert not filter_.bezig()


def test_de_laatste_kolom_wint(qtbot: QtBot, filter_: FilterModel, model: RegelModel[Regel]) -> None:
    with qtbot.waitSignal(filter_.gefilterd_tot):
        filter_.sort(1, OP)
        filter_.sort(0, AF)
    assert [regel.nummer for regel in model.regels] == sorted((r.nummer for r in model.regels), reverse=True)


def test_wat_onder_het_sorteren_wordt_gelezen_komt_in_de_nieuwe_orde(
    filter_: FilterModel, model: RegelModel[Regel]
) -> None:
    filter_.sort(0, AF)
    model.zet_regels(model.op_volgorde(regels(AANTAL - 1)))
    assert not filter_.bezig()
    assert getoond(filter_)[:2] == [f"2026-{AANTAL - 2:05}", f"2026-{AANTAL - 3:05}"]


def test_de_gekozen_rij_en_het_filter_gaan_mee(qtbot: QtBot, filter_: FilterModel, model: RegelModel[Regel]) -> None:
    with qtbot.waitSignal(filter_.gefilterd_tot):
        filter_.zet_zoektekst("khattabi")
    eerder = getoond(filter_)
    vast = QPersistentModelIndex(filter_.index(3, 0))
    with qtbot.waitSignal(filter_.gefilterd_tot):
        filter_.sort(0, AF)
    assert getoond(filter_) == eerder[::-1]
    assert vast.data() == eerder[3]
    assert vast.row() == len(eerder) - 4
    with qtbot.waitSignal(filter_.gefilterd_tot):
        filter_.zet_zoektekst("khattabi 7")
    assert getoond(filter_) == [
        r.nummer for r in model.regels if "Khattabi" in r.naam and "7" in f"{r.nummer}{r.naam}{r.dag}"
    ]


def test_bij_het_slot_wordt_niet_verder_gesorteerd(filter_: FilterModel, model: RegelModel[Regel]) -> None:
    filter_.sort(0, AF)
    model.maak_leeg()
    assert not filter_.bezig()
    assert filter_.rowCount() == 0
