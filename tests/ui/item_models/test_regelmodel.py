"""The one table model and its filter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from zvh_desktop.ui.item_models.filtermodel import FilterModel
from zvh_desktop.ui.item_models.regelmodel import REGELROL, Kolom, RegelModel, erbij
from zvh_desktop.ui.uiterlijk.icons import Icoon


@dataclass(frozen=True, slots=True)
class Regel:
    nummer: str
    aantal: int
    dag: date | None


def nummer_van(regel: Regel) -> str:
    return regel.nummer


def aantal_van(regel: Regel) -> int:
    return regel.aantal


def dag_van(regel: Regel) -> date | None:
    return regel.dag


def icoon_van(regel: Regel) -> Icoon | None:
    return Icoon.VINK if regel.aantal else None


KOLOMMEN = (
    Kolom("nummer", "Nummer", nummer_van, icoon=icoon_van),
    Kolom("aantal", "Aantal", aantal_van, rechts=True),
    Kolom("dag", "Dag", dag_van),
)
REGELS = (
    Regel("2026-0002 Café", 10, date(2026, 12, 8)),
    Regel("2026-0001 Élan", 9, None),
    Regel("2026-0003 Brug", 100, date(2026, 1, 5)),
)
Model = RegelModel[Regel]


@pytest.fixture
def model(qapp) -> Model:
    return RegelModel(KOLOMMEN, REGELS)


@pytest.fixture
def filter_(model: Model) -> FilterModel:
    return FilterModel(model)


def kolom(proxy: FilterModel, nummer: int = 0) -> list[str]:
    return [str(proxy.index(rij, nummer).data()) for rij in range(proxy.rowCount())]


def test_model_houdt_zich_aan_de_regels_van_qt(model: Model, filter_: FilterModel) -> None:
    wijze = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, wijze), QAbstractItemModelTester(filter_, wijze)]
    filter_.sort(1, Qt.SortOrder.DescendingOrder)
    filter_.zet_zoektekst("2026")
    model.zet_regels(REGELS[:1])
    filter_.zet_kolomfilter(0, "niets")
    model.zet_regels(REGELS)
    filter_.wis_filters()
    model.maak_leeg()
    assert len(testers) == 2


def test_datum_staat_voluit_met_week_in_de_uitleg(model: Model) -> None:
    index = model.index(0, 2)
    assert index.data() == "di 8 december 2026"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "week 50"


def test_cel_noemt_zijn_kolom_aan_de_schermlezer(model: Model) -> None:
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Aantal: 10"


def test_getallen_sorteren_als_getallen(filter_: FilterModel) -> None:
    filter_.sort(1, Qt.SortOrder.AscendingOrder)
    assert kolom(filter_, 1) == ["9", "10", "100"]


def test_regels_zonder_datum_staan_altijd_onderaan(filter_: FilterModel) -> None:
    filter_.sort(2, Qt.SortOrder.AscendingOrder)
    assert kolom(filter_, 2) == ["ma 5 januari 2026", "di 8 december 2026", ""]
    filter_.sort(2, Qt.SortOrder.DescendingOrder)
    assert kolom(filter_, 2) == ["di 8 december 2026", "ma 5 januari 2026", ""]


def test_volgorde_blijft_bij_nieuwe_regels(model: Model, filter_: FilterModel) -> None:
    filter_.sort(1, Qt.SortOrder.DescendingOrder)
    model.zet_regels(tuple(reversed(REGELS)))
    assert kolom(filter_, 1) == ["100", "10", "9"]


def test_vooraf_gesorteerd_is_hetzelfde_als_bij_het_tonen(model: Model, filter_: FilterModel) -> None:
    filter_.sort(1, Qt.SortOrder.DescendingOrder)
    vooraf = model.op_volgorde(REGELS)
    model.zet_regels(vooraf)
    assert kolom(filter_, 1) == ["100", "10", "9"]
    filter_.sort(0, Qt.SortOrder.AscendingOrder)  # in the meantime the user chose another order
    model.zet_regels(vooraf)
    assert kolom(filter_, 1) == ["9", "10", "100"]


def test_gekozen_regel_blijft_gekozen_bij_sorteren(model: Model, filter_: FilterModel) -> None:
    vast = QPersistentModelIndex(filter_.index(0, 0))
    filter_.sort(1, Qt.SortOrder.DescendingOrder)
    assert vast.data(REGELROL) is REGELS[0]
    assert vast.row() == 1


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("cafe", ["2026-0002 Café"]),
        ("ELAN", ["2026-0001 Élan"]),
        ("2026 brug", ["2026-0003 Brug"]),
        ("december", ["2026-0002 Café"]),
        ("8 december", ["2026-0002 Café"]),
        ("08-12-2026", ["2026-0002 Café"]),
        ("8/12/2026", ["2026-0002 Café"]),
        ("2026\u201112", ["2026-0002 Café"]),
        ("bestaat niet", []),
        ("", [regel.nummer for regel in REGELS]),
    ],
)
def test_zoeken_vindt_delen_van_woorden_zonder_accent(filter_: FilterModel, tekst: str, verwacht: list[str]) -> None:
    filter_.zet_zoektekst(tekst)
    assert kolom(filter_) == verwacht


def test_op_volgorde_zoals_men_zoekt(qapp) -> None:
    namen = ("Zebra", "de Zorg", "iHUB", "Élan", "ĳsbeer", "Ødeman", "Łuk", "'t Huis", "Adelaar")
    model = RegelModel(KOLOMMEN, tuple(Regel(naam, 1, None) for naam in namen))
    model.sort(0)
    verwacht = ["Adelaar", "de Zorg", "Élan", "iHUB", "ĳsbeer", "Łuk", "Ødeman", "'t Huis", "Zebra"]
    assert [regel.nummer for regel in model.regels] == verwacht


def test_filter_per_kolom_en_zoeken_gaan_samen(filter_: FilterModel) -> None:
    filter_.zet_kolomfilter(1, "10")
    assert len(kolom(filter_)) == 2
    filter_.zet_zoektekst("brug")
    assert kolom(filter_) == ["2026-0003 Brug"]
    assert filter_.headerData(1, Qt.Orientation.Horizontal) == "Aantal (gefilterd)"
    filter_.wis_filters()
    assert len(kolom(filter_)) == 3


def test_legen_laat_niets_achter(model: Model) -> None:
    model.maak_leeg()
    assert model.rowCount() == 0
    assert model.regels == ()


@pytest.mark.parametrize(
    ("nieuw", "rij"),
    [
        ((*REGELS[:1], Regel("nieuw", 1, None), *REGELS[1:]), 1),
        (REGELS, -1),
        (REGELS[:2], -1),
        ((*REGELS[:2], Regel("a", 1, None), Regel("b", 1, None)), -1),
    ],
    ids=["een erbij", "niets", "een weg", "een andere lijst"],
)
def test_wat_er_nieuw_bij_is_wordt_gekozen(model: Model, nieuw: tuple[Regel, ...], rij: int) -> None:
    assert erbij(REGELS, nieuw) == rij
    assert erbij((), nieuw[:1]) == -1, "a list that was empty may be another one"
    model.zet_regels(nieuw)
    gekozen = nieuw[0]
    assert model.plek_na_lezen(gekozen) == (rij if rij >= 0 else 0)
