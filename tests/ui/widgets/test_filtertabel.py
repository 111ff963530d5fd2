"""The list of every page: columns remembered, filters not, copying as text and as table."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.kolombreedtes import verdeel
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.regelhoogte import Regelhoogte


@dataclass(frozen=True, slots=True)
class Regel:
    nummer: str
    naam: str


def nummer_van(regel: Regel) -> str:
    return regel.nummer


def naam_van(regel: Regel) -> str:
    return regel.naam


KOLOMMEN = (Kolom("nummer", "Nummer", nummer_van), Kolom("naam", "Naam", naam_van))
REGELS = (Regel("2", "<b>Een & ander</b>"), Regel("1", "J. Oefenman\nregel twee"), Regel("3", "M. Voorbeeld"))
Tabel = FilterTabel[Regel]
LINKS = Qt.MouseButton.LeftButton
KIES_ERBIJ = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
GEEN_KEUZE = QItemSelectionModel.SelectionFlag.NoUpdate


def maak_tabel(gereedschap: Gereedschap) -> Tabel:
    leeg = LegeStaat(Icoon.PARTIJEN, "Nog geen partijen", "Voeg de eerste partij toe.", "&Voeg toe")
    return FilterTabel(
        "proef",
        "partijen",
        KOLOMMEN,
        leeg=leeg,
        instellingen=gereedschap.instellingen,
        klembord=gereedschap.klembord,
    )


def sleep_grens(qtbot, tabel: Tabel, kolom: int, opzij: int) -> None:
    """Drag the border at the right of a column, as a hand does."""
    kop = tabel.tabel.horizontalHeader()
    vlak = kop.viewport()
    van = QPoint(kop.sectionViewportPosition(kolom) + kop.sectionSize(kolom) - 1, kop.height() // 2)
    naar = van + QPoint(opzij, 0)
    qtbot.mouseMove(vlak, van)
    qtbot.mousePress(vlak, Qt.MouseButton.LeftButton, pos=van)
    for soort, plek in ((QEvent.Type.MouseMove, van + QPoint(opzij // 2, 0)), (QEvent.Type.MouseMove, naar)):
        beweging = QMouseEvent(
            soort, QPointF(plek), QPointF(vlak.mapToGlobal(plek)), LINKS, LINKS, Qt.KeyboardModifier.NoModifier
        )
        QCoreApplication.sendEvent(vlak, beweging)
    qtbot.mouseRelease(vlak, Qt.MouseButton.LeftButton, pos=naar)


@pytest.fixture
def tabel(qtbot, gereedschap: Gereedschap) -> Tabel:
    gemaakt = maak_tabel(gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(700, 400)
    with qtbot.waitExposed(gemaakt):
        gemaakt.show()
    return gemaakt


def test_zonder_regels_staat_er_wat_hier_komt(tabel: Tabel) -> None:
    assert tabel.leeg.isVisible()
    tabel.zet_regels(REGELS)
    assert not tabel.leeg.isVisible()
    assert tabel.telling.text() == "3 regels"


def test_filter_telt_mee(qtbot, tabel: Tabel) -> None:
    tabel.zet_regels(REGELS)
    qtbot.keyClicks(tabel.zoek_veld, "oefenman")
    assert tabel.telling.text() == "1 van 3 regels"
    tabel.zoek_veld.clear()
    tabel.filter_knop.click()
    qtbot.keyClicks(next(iter(tabel.kolomvelden.values())), "3")
    assert tabel.telling.text() == "1 van 3 regels"
    tabel.filter_knop.click()
    assert tabel.telling.text() == "3 regels"


def test_enter_opent_de_regel(qtbot, tabel: Tabel) -> None:
    tabel.zet_regels(REGELS)
    qtbot.keyClick(tabel.zoek_veld, Qt.Key.Key_Return)
    with qtbot.waitSignal(tabel.regel_geopend) as gevangen:
        qtbot.keyClick(tabel.tabel, Qt.Key.Key_Return)
    assert gevangen.args == [REGELS[1]]


def test_home_en_end_gaan_naar_de_eerste_en_de_laatste_regel(qtbot, tabel: Tabel) -> None:
    """Not to the first column of the same one, which nobody sees; with Shift everything in between is chosen."""
    tabel.zet_regels(REGELS)
    tabel.kies(1)
    for toets, rij in ((Qt.Key.Key_End, 2), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(tabel.tabel, toets)
        assert tabel.tabel.currentIndex().row() == rij
        assert {index.row() for index in tabel.tabel.selectionModel().selectedRows()} == {rij}
    qtbot.keyClick(tabel.tabel, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert {index.row() for index in tabel.tabel.selectionModel().selectedRows()} == {0, 1, 2}


def test_gekozen_regel_blijft_gekozen_na_vernieuwen(tabel: Tabel) -> None:
    tabel.zet_regels(REGELS)
    tabel.kies(2)
    assert tabel.gekozen() == REGELS[2]
    tabel.zet_regels((Regel("0", "Anders"), Regel("9", "Ook anders"), *REGELS))
    assert tabel.gekozen() == REGELS[2]


def test_wat_nieuw_is_wordt_gekozen(tabel: Tabel) -> None:
    tabel.zet_regels(REGELS)
    tabel.kies(2)
    tabel.zet_regels((*REGELS[:1], Regel("0", "Nieuw"), *REGELS[1:]))
    assert tabel.gekozen() == Regel("0", "Nieuw")


def test_kopieren_als_tekst(tabel: Tabel) -> None:
    tabel.zet_regels(REGELS)
    tabel.tabel.selectAll()
    tabel.kopieer_actie.trigger()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Nummer\tNaam",
        "1\tJ. Oefenman regel twee",
        "2\t<b>Een & ander</b>",
        "3\tM. Voorbeeld",
    ]


def test_kopieren_als_tabel_neemt_geen_opmaak_over(tabel: Tabel) -> None:
    tabel.zet_regels(REGELS[:1])
    tabel.kopieer_tabel_actie.trigger()
    html = QGuiApplication.clipboard().mimeData().html()
    assert "<td>&lt;b&gt;Een &amp; ander&lt;/b&gt;</td>" in html
    assert "<th>Nummer</th>" in html


def test_kolommen_worden_onthouden_filters_niet(qtbot, tabel: Tabel, gereedschap: Gereedschap) -> None:
    tabel.zet_regels(REGELS)
    tabel.tabel.horizontalHeader().resizeSection(0, 222)
    tabel.zet_kolom_zichtbaar(1, False)
    qtbot.keyClicks(tabel.zoek_veld, "oefenman")
    gereedschap.instellingen.bewaar()
    opnieuw = maak_tabel(gereedschap)
    qtbot.addWidget(opnieuw)
    assert opnieuw.tabel.isColumnHidden(1)
    assert opnieuw.zoek_veld.text() == ""


def test_niets_van_de_inhoud_komt_in_de_instellingen(qtbot, tabel: Tabel, tmp_path) -> None:
    tabel.zet_regels(REGELS)
    qtbot.keyClicks(tabel.zoek_veld, "oefenman")
    sleep_grens(qtbot, tabel, 0, 40)
    tabel._instellingen.bewaar()
    assert "oefenman" not in (tmp_path / "venster.ini").read_text().casefold()


def test_een_kolom_is_zo_breed_als_wat_erin_staat(tabel: Tabel) -> None:
    lang = "Complexe GGZ met veiligheidsvraag en schulden"
    tabel.zet_regels((Regel(lang, "kort"), Regel("2", "ook kort")))
    letters = tabel.tabel.fontMetrics()
    assert tabel.tabel.columnWidth(0) >= letters.horizontalAdvance(lang) + RASTER
    assert tabel.tabel.columnWidth(0) + tabel.tabel.columnWidth(1) == tabel.tabel.viewport().width()


def test_bij_te_weinig_ruimte_geeft_de_langste_toe_en_niet_de_korte(tabel: Tabel) -> None:
    tabel.zet_regels((Regel("12-345678", "heel lang " * 30),))
    letters = tabel.tabel.fontMetrics()
    assert tabel.tabel.columnWidth(0) >= letters.horizontalAdvance("12-345678") + RASTER
    assert not tabel.tabel.horizontalScrollBar().maximum()


def test_wat_de_gebruiker_sleept_blijft_ook_de_volgende_keer(qtbot, tabel: Tabel, gereedschap: Gereedschap) -> None:
    tabel.zet_regels(REGELS)
    voor = tabel.tabel.columnWidth(0)
    sleep_grens(qtbot, tabel, 0, 60)
    assert tabel.tabel.columnWidth(0) == voor + 60
    tabel.zet_regels((*REGELS, Regel("een heel lang nummer dat meer ruimte zou willen", "Naam")))
    assert tabel.tabel.columnWidth(0) == voor + 60
    tabel.resize(900, 400)
    opnieuw = maak_tabel(gereedschap)
    qtbot.addWidget(opnieuw)
    opnieuw.resize(700, 400)
    opnieuw.zet_regels(REGELS)
    assert opnieuw.tabel.columnWidth(0) == voor + 60
    assert opnieuw.breedtes.eigen() == {0: voor + 60}


def test_een_dubbelklik_op_de_grens_geeft_de_kolom_terug(qtbot, tabel: Tabel) -> None:
    tabel.zet_regels(REGELS)
    voor = tabel.tabel.columnWidth(0)
    sleep_grens(qtbot, tabel, 0, 60)
    tabel.tabel.horizontalHeader().sectionHandleDoubleClicked.emit(0)
    assert tabel.breedtes.eigen() == {}
    assert tabel.tabel.columnWidth(0) == voor


def test_een_tabel_op_een_lange_bladzijde_is_zo_hoog_als_haar_regels(tabel: Tabel) -> None:
    hoogte = Regelhoogte(tabel.tabel, 6)
    rij = tabel.tabel.verticalHeader().defaultSectionSize()
    tabel.zet_regels(REGELS)
    drie = tabel.tabel.height()
    tabel.zet_regels(REGELS + REGELS[:2])
    hoogte.pas()
    assert tabel.tabel.maximumHeight() == tabel.tabel.minimumHeight() == drie + 2 * rij
    tabel.zet_regels(REGELS * 20)
    assert tabel.tabel.minimumHeight() == drie + 3 * rij


@pytest.mark.parametrize(
    ("wensen", "minsten", "ruimte", "goed"),
    [
        ([100, 200], [10, 10], 400, [100, 200]),
        ([100, 300, 500], [10, 10, 10], 600, [100, 250, 250]),
        ([100, 300], [80, 250], 200, [80, 250]),
        ([300, 300, 300], [300, 10, 10], 500, [300, 100, 100]),
        ([], [], 100, []),
    ],
)
def test_verdelen(wensen: list[int], minsten: list[int], ruimte: int, goed: list[int]) -> None:
    assert verdeel(wensen, minsten, ruimte) == goed


def test_laatste_kolom_kan_niet_weg(tabel: Tabel) -> None:
    tabel.zet_kolom_zichtbaar(0, False)
    tabel.zet_kolom_zichtbaar(1, False)
    assert not tabel.tabel.isColumnHidden(1)


def test_beschadigde_instelling_houdt_niets_tegen(qtbot, gereedschap: Gereedschap, tmp_path) -> None:
    (tmp_path / "venster.ini").write_text("[tabellen]\nproef\\nummer-naam=rommel\n[kluizen]\nrecent=@Invalid()\n")
    nieuw = Instellingen(tmp_path / "venster.ini")
    tabel = maak_tabel(Gereedschap(gereedschap.taken, gereedschap.melder, nieuw, gereedschap.klembord))
    qtbot.addWidget(tabel)
    assert not tabel.tabel.isColumnHidden(0)
    assert nieuw.recente_kluizen() == ()


def test_leegmaken_laat_geen_regel_of_filter_achter(qtbot, tabel: Tabel) -> None:
    tabel.zet_regels(REGELS)
    qtbot.keyClicks(tabel.zoek_veld, "oefenman")
    tabel.maak_leeg()
    assert tabel.model.regels == ()
    assert tabel.zoek_veld.text() == ""
    assert tabel.gekozen() is None


def test_tabel_is_toegankelijk(tabel: Tabel) -> None:
    tabel.zet_regels(REGELS)
    tabel.filter_knop.click()
    assert bevindingen(tabel) == []
    assert not tabel.tabel.styleSheet()


def lang(aantal: int = 20_000) -> list[Regel]:
    return [Regel(f"2026-{n:05}", f"Testpersoon {n}") for n in range(aantal)]


def test_twintigduizend_regels_blijven_vlot(qtbot, tabel: Tabel) -> None:
    tabel.zet_regels(lang())
    with qtbot.waitSignal(tabel.filter.gefilterd_tot):
        tabel.zoek_veld.setText("persoon 19999")
        assert tabel.telling.text() == "zoekt..."
    assert tabel.telling.text() == "1 van 20000 regels"


def test_wat_gekozen_is_blijft_gekozen_onder_het_filteren(qtbot, tabel: Tabel) -> None:
    tabel.zet_regels(lang())
    for rij in (41, 42, 142):
        tabel.tabel.selectionModel().select(tabel.filter.index(rij, 0), KIES_ERBIJ)
    tabel.tabel.selectionModel().setCurrentIndex(tabel.filter.index(142, 0), GEEN_KEUZE)
    gemeld: list[object] = []
    tabel.regel_gekozen.connect(gemeld.append)
    with qtbot.waitSignal(tabel.filter.gefilterd_tot):
        tabel.zoek_veld.setText("42")
    assert tabel.gekozen() == lang()[142]
    assert tabel.alle_gekozen() == (lang()[42], lang()[142])
    assert gemeld == [], "it is the same row, so nobody chose another"
    with qtbot.waitSignal(tabel.filter.gefilterd_tot):
        tabel.zoek_veld.setText("persoon 142")
    assert tabel.gekozen() == lang()[142]


def test_is_de_gekozen_regel_uit_beeld_dan_hoort_wie_luistert_dat(qtbot, tabel: Tabel) -> None:
    tabel.zet_regels(REGELS)
    tabel.kies(2)
    gemeld: list[object] = []
    tabel.regel_gekozen.connect(gemeld.append)
    tabel.zoek_veld.setText("oefenman")
    assert gemeld == [tabel.gekozen()] == [REGELS[1]]
    tabel.zoek_veld.setText("niemand")
    assert gemeld[-1] is None
    assert tabel.gekozen() is None


def test_een_vernieuwde_lange_lijst_houdt_filter_en_keuze(qtbot, tabel: Tabel) -> None:
    tabel.zet_regels(lang())
    with qtbot.waitSignal(tabel.filter.gefilterd_tot):
        tabel.zoek_veld.setText("77")
    tabel.kies(7766)
    assert tabel.gekozen() == lang()[7766]
    with qtbot.waitSignal(tabel.filter.gefilterd_tot):
        tabel.zet_regels(tabel.op_volgorde(lang(19_000)))
    assert tabel.gekozen() == lang()[7766]
    assert tabel.telling.text().endswith("van 19000 regels")


def test_kolommen_verspringen_niet_onder_het_typen(qtbot, tabel: Tabel) -> None:
    tabel.zet_regels((Regel("1", "kort"), Regel("heel lang nummer van een regel", "ook kort")))
    breed = [tabel.tabel.columnWidth(nummer) for nummer in range(2)]
    tabel.zoek_veld.setText("ook")
    tabel.zoek_veld.setText("kort")
    tabel.zoek_veld.setText("1")
    assert [tabel.tabel.columnWidth(nummer) for nummer in range(2)] == breed


def test_legen_onder_het_zoeken_is_veilig(qtbot, tabel: Tabel) -> None:
    tabel.zet_regels(lang())
    tabel.kies(3)
    tabel.zoek_veld.setText("persoon")
    assert tabel.filter.bezig()
    tabel.maak_leeg()
    assert not tabel.filter.bezig()
    assert tabel.gekozen() is None
    assert tabel.telling.text() == ""


def test_onder_een_korte_lijst_is_geen_ruimte_voor_de_lege_staat(qtbot, gereedschap: Gereedschap) -> None:
    vlak = QWidget()
    tabel, onder = maak_tabel(gereedschap), QLabel("Wat eronder staat")
    indeling = QVBoxLayout(vlak)
    indeling.addWidget(tabel)
    indeling.addWidget(onder)
    Regelhoogte(tabel.tabel, 6)
    qtbot.addWidget(vlak)
    tabel.zet_regels(REGELS)
    with qtbot.waitExposed(vlak):
        vlak.show()
    leeg_hoog = tabel.leeg.sizeHint().height()
    assert leeg_hoog > tabel.tabel.maximumHeight(), "the empty state asks for more than these rows"
    tussen = onder.mapTo(vlak, QPoint(0, 0)).y() - tabel.tabel.mapTo(vlak, QPoint(0, tabel.tabel.height())).y()
    assert tussen <= 2 * RASTER
    tabel.zet_regels([])
    qtbot.waitUntil(lambda: tabel.leeg.height() >= leeg_hoog)
