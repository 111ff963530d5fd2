"""The filter of a long list: looked through in parts, the last key wins, and nothing stays behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from zvh_desktop.models.tekst.naamvormen import Gezocht, losvorm
from zvh_desktop.ui.item_models.filtermodel import INEENS, FilterModel
from zvh_desktop.ui.item_models.regelmodel import Kolom, RegelModel
from zvh_desktop.ui.item_models.zoekindex import Zoekindex
from zvh_desktop.ui.teksten.cellen import doorzoekbaar

AANTAL = 5 * INEENS


@dataclass(frozen=True, slots=True)
class Regel:
    nummer: str
    naam: str
    dag: date
    vinkje: bool


def nummer_van(regel: Regel) -> object:
    return regel.nummer


def naam_van(regel: Regel) -> object:
    return regel.naam


def dag_van(regel: Regel) -> object:
    return regel.dag


def vinkje_van(regel: Regel) -> object:
    return regel.vinkje


KOLOMMEN = (
    Kolom("nummer", "Nummer", nummer_van),
    Kolom("naam", "Naam", naam_van),
    Kolom("dag", "Dag", dag_van),
    Kolom("vinkje", "Vinkje", vinkje_van),
)
NAMEN = ("Özdemir van Dijk", "El Khattabi", "'t Hooft", "Łukasz Proef", "O'Neil", "Voorbeeld IJsbrand")


def regels(aantal: int) -> tuple[Regel, ...]:
    return tuple(
        Regel(f"2026-{n:05}", f"{NAMEN[n % len(NAMEN)]} {n}", date(2026, 1 + n % 12, 1 + n % 28), n % 7 == 0)
        for n in range(aantal)
    )


@pytest.fixture
def model(qapp) -> RegelModel[Regel]:
    return RegelModel(KOLOMMEN, regels(AANTAL))


@pytest.fixture
def filter_(model: RegelModel[Regel]) -> FilterModel:
    return FilterModel(model)


def getoond(filter_: FilterModel) -> list[str]:
    return [str(filter_.index(rij, 0).data()) for rij in range(filter_.rowCount())]


def passend(rijen: tuple[Regel, ...], tekst: str) -> list[str]:
    """What a filter is meant to find, row by row and without an index."""
    gezocht = Gezocht(tekst)
    return [
        regel.nummer
        for regel in rijen
        if gezocht.past(*(losvorm(doorzoekbaar(kolom.waarde(regel))) for kolom in KOLOMMEN))
    ]


@pytest.mark.parametrize(
    "tekst",
    ("oezdemir", "elkhattabi", "hooft", "lukasz 17", "oneil ja", "ysbrand", "8 december", "8-12-2026", "00042", "x"),
)
def test_de_index_vindt_wat_regel_voor_regel_wordt_gevonden(
    qtbot: QtBot, filter_: FilterModel, model: RegelModel[Regel], tekst: str
) -> None:
    with qtbot.waitSignal(filter_.gefilterd_tot):
        filter_.zet_zoektekst(tekst)
    assert getoond(filter_) == passend(model.regels, tekst)


def test_een_lange_lijst_antwoordt_later_en_de_laatste_toets_wint(qtbot: QtBot, filter_: FilterModel) -> None:
    filter_.zet_zoektekst("khattabi")
    assert filter_.bezig()
    assert filter_.rowCount() == AANTAL, "what was shown stands until the answer is there"
    with qtbot.waitSignal(filter_.gefilterd_tot):
        filter_.zet_zoektekst("00042")
    assert getoond(filter_) == ["2026-00042"]
    assert not filter_.bezig()


def test_een_lange_lijst_houdt_zich_aan_de_regels_van_qt(
    qtbot: QtBot, filter_: FilterModel, model: RegelModel[Regel]
) -> None:
    tester = QAbstractItemModelTester(filter_, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with qtbot.waitSignal(filter_.gefilterd_tot):
        filter_.zet_zoektekst("khattabi")
    filter_.sort(1, Qt.SortOrder.DescendingOrder)
    with qtbot.waitSignal(filter_.gefilterd_tot):
        model.zet_regels(regels(AANTAL - 1))
    filter_.wis_filters()
    assert filter_.rowCount() == AANTAL - 1
    assert tester is not None


def test_sorteren_onder_het_zoeken_verandert_niet_wat_er_is_gevonden(
    qtbot: QtBot, filter_: FilterModel, model: RegelModel[Regel]
) -> None:
    filter_.zet_zoektekst("khattabi")
    with qtbot.waitSignal(filter_.gefilterd_tot):
        filter_.sort(0, Qt.SortOrder.DescendingOrder)
    assert getoond(filter_) == passend(model.regels, "khattabi")
    vast = QPersistentModelIndex(filter_.index(0, 0))
    eerst = vast.data()
    filter_.sort(0, Qt.SortOrder.AscendingOrder)
    assert vast.data() == eerst
    assert getoond(filter_) == passend(model.regels, "khattabi")


def test_nieuwe_regels_worden_ook_gefilterd_en_een_oude_staat_er_niet_meer(
    qtbot: QtBot, filter_: FilterModel, model: RegelModel[Regel]
) -> None:
    with qtbot.waitSignal(filter_.gefilterd_tot):
        filter_.zet_zoektekst("hooft")
    nieuw = regels(AANTAL)[: AANTAL - 10]
    filter_.neem_index(filter_.nieuwe_index(nieuw))
    with qtbot.waitSignal(filter_.gefilterd_tot):
        model.zet_regels(nieuw)
        assert filter_.rowCount() == 0
    assert getoond(filter_) == passend(nieuw, "hooft")


def test_een_filter_op_een_kolom_kijkt_niet_in_een_andere(qtbot: QtBot, filter_: FilterModel) -> None:
    with qtbot.waitSignal(filter_.gefilterd_tot):
        filter_.zet_kolomfilter(3, "ja")
    assert filter_.rowCount() == len(range(0, AANTAL, 7)), "januari is in another column"
    with qtbot.waitSignal(filter_.gefilterd_tot):
        filter_.zet_zoektekst("khattabi")
    assert {str(filter_.index(rij, 3).data()) for rij in range(filter_.rowCount())} == {"ja"}


def test_vergrendelen_onder_het_zoeken_laat_niets_achter(
    qtbot: QtBot, filter_: FilterModel, model: RegelModel[Regel]
) -> None:
    filter_.zet_zoektekst("khattabi")
    model.maak_leeg()
    filter_.maak_leeg()
    assert (filter_.rowCount(), filter_.bezig(), filter_.gefilterd()) == (0, False, False)
    assert filter_._index._teksten == []
    assert not any(filter_._index._bekend)
    assert not filter_._klok.isActive()


def test_ja_en_een_zijn_niet_dezelfde_cel(qapp) -> None:
    index = Zoekindex([lambda waarde: waarde])
    for _ in index.maak((True, 1, "1", "ja")):
        pass
    (gevonden,) = index.zoek(Gezocht("ja"), {})
    assert gevonden == [0, 3]
