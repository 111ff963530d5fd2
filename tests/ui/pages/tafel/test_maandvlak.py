"""The month of the tafels: what is shown, by which keys one goes through it, and what is opened."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from tafelkluis import Tafelkluis

from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.vandaag.maand.gegevens import Maanddag
from zvh_desktop.services.werkplek.plekken import BijCasus, BijTafel
from zvh_desktop.ui.dialogs.tafel_plannen import TafelDialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.maand.dagtekenaar import passend, regelhoogte
from zvh_desktop.ui.pages.tafel.maand.maandmodel import Maandmodel
from zvh_desktop.ui.pages.tafel.maand.maandtabel import Maandtabel
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.uiterlijk.thema import palet

TAFELDAG = date(2026, 12, 15)
TOETS = Qt.Key


@pytest.fixture
def pagina(qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap) -> TafelsPagina:
    gemaakt = TafelsPagina(regie, tafelgereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(820, 700)
    gemaakt.show()
    gemaakt.vernieuw()
    gemaakt.toon(None)
    gemaakt.activateWindow()
    qtbot.waitUntil(gemaakt.isActiveWindow)
    gemaakt.tabel.tabel.setFocus()
    qtbot.keyClick(gemaakt.tabel.tabel, TOETS.Key_M, Qt.KeyboardModifier.ControlModifier)
    return gemaakt


def tabel_van(pagina: TafelsPagina) -> Maandtabel:
    return pagina.weergave.maand.tabel


def gekozen(pagina: TafelsPagina) -> Maanddag:
    dag = tabel_van(pagina).gekozen()
    assert dag is not None
    return dag


def gesproken(pagina: TafelsPagina, dag: date) -> str:
    model = tabel_van(pagina).model_
    return str(model.data(model.index_van(dag), Qt.ItemDataRole.AccessibleTextRole))


def actie(regie: Diensten, tafelkluis: Tafelkluis, termijn: date) -> None:
    politie = tafelkluis.partijen["Politie"]
    regie.acties.voeg_toe_bij_casus(tafelkluis.casussen[0], ActieInvoer("Bel Testpersoon Een", politie, termijn))


def test_ctrl_m_toont_de_maand_van_vandaag_en_weer_de_lijst(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, tafelgereedschap: Gereedschap
) -> None:
    assert pagina.weergave.maand.naam.text() == "december 2026"
    assert gekozen(pagina).dag == date(2026, 12, 1)
    assert pagina.eerste_focus() is tabel_van(pagina)
    assert not pagina.wijzig_knop.isVisible(), "there is no row to change"
    ander = TafelsPagina(regie, tafelgereedschap)
    qtbot.addWidget(ander)
    assert ander.weergave.is_maand, "it is kept"
    qtbot.keyClick(tabel_van(pagina), TOETS.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert pagina.weergave.currentWidget() is pagina.tabel
    assert pagina.wijzig_knop.isVisible()


def test_een_dag_zegt_wat_erop_valt_zonder_naam_van_een_betrokkene(
    pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    actie(regie, tafelkluis, TAFELDAG)
    pagina.vernieuw()
    kop = regie.tafels.toon(tafelkluis.overleg)
    nummer = regie.casussen.toon(tafelkluis.casussen[0]).nummer
    zin = f"{kop.naam} van {kop.invoer.begin:%H:%M} tot {kop.invoer.einde:%H:%M}, concept"
    assert gesproken(pagina, TAFELDAG) == (
        f"dinsdag 15 december 2026. {hoofdletter(zin)}; Casus {nummer}: termijn van 1 open actie."
    )
    assert gesproken(pagina, date(2026, 12, 1)) == "dinsdag 1 december 2026, vandaag. Niets."
    assert "feestdag: Eerste kerstdag" in gesproken(pagina, date(2026, 12, 25))
    model = tabel_van(pagina).model_
    for rij in range(model.rowCount()):
        for kolom in range(7):
            index = model.index(rij, kolom)
            alles = [
                model.data(index, rol) for rol in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
            ]
            assert all(alles)
            assert "Testpersoon" not in str(alles)


def test_pijlen_lopen_door_de_maand_heen_en_bladeren_gaat_een_maand(qtbot: QtBot, pagina: TafelsPagina) -> None:
    tabel = tabel_van(pagina)
    stappen = (
        (TOETS.Key_Right, date(2026, 12, 2)),
        (TOETS.Key_Down, date(2026, 12, 9)),
        (TOETS.Key_Up, date(2026, 12, 2)),
        (TOETS.Key_Left, date(2026, 12, 1)),
        (TOETS.Key_Left, date(2026, 11, 30)),
        (TOETS.Key_PageDown, date(2026, 12, 30)),
        (TOETS.Key_PageDown, date(2027, 1, 30)),
        (TOETS.Key_PageDown, date(2027, 2, 28)),
        (TOETS.Key_PageUp, date(2027, 1, 28)),
        (TOETS.Key_Home, date(2026, 12, 1)),
    )
    for toets, dag in stappen:
        qtbot.keyClick(tabel, toets)
        assert gekozen(pagina).dag == dag
        assert pagina.weergave.maand.naam.text().endswith(str(dag.year))
        assert not gekozen(pagina).erbuiten


def test_de_knoppen_gaan_naar_een_andere_maand_en_terug_naar_vandaag(qtbot: QtBot, pagina: TafelsPagina) -> None:
    maand = pagina.weergave.maand
    for knop, naam in (
        (maand.volgende, "januari 2027"),
        (maand.vorige, "december 2026"),
        (maand.vorige, "november 2026"),
    ):
        qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)
        assert maand.naam.text() == naam
        assert tabel_van(pagina).accessibleName() == f"Maand {naam}"
    qtbot.mouseClick(maand.nu, Qt.MouseButton.LeftButton)
    assert gekozen(pagina).dag == date(2026, 12, 1)


def test_enter_opent_de_tafel(qtbot: QtBot, pagina: TafelsPagina, tafelkluis: Tafelkluis) -> None:
    tabel_van(pagina).kies(TAFELDAG)
    with qtbot.waitSignal(pagina.ga_naar) as gegaan:
        qtbot.keyClick(tabel_van(pagina), TOETS.Key_Return)
    assert gegaan.args == [Plaats("tafels", BijTafel(tafelkluis.overleg))]


def test_van_meer_dingen_vraagt_enter_welk(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    actie(regie, tafelkluis, TAFELDAG)
    pagina.vernieuw()
    tabel_van(pagina).kies(TAFELDAG)
    qtbot.keyClick(tabel_van(pagina), TOETS.Key_Return)
    menu = pagina.weergave.maand.findChild(QMenu, "maand_menu")
    assert menu is not None
    assert menu.accessibleName() == "dinsdag 15 december 2026"
    qtbot.keyClick(menu, TOETS.Key_Down)
    with qtbot.waitSignal(pagina.ga_naar) as gegaan:
        qtbot.keyClick(menu, TOETS.Key_Return)
    assert gegaan.args == [Plaats("casussen", BijCasus(tafelkluis.casussen[0], "acties"))]


def test_op_een_lege_dag_doet_enter_niets(qtbot: QtBot, pagina: TafelsPagina) -> None:
    with qtbot.assertNotEmitted(pagina.ga_naar):
        qtbot.keyClick(tabel_van(pagina), TOETS.Key_Return)
    assert pagina.weergave.maand.findChild(QMenu, "maand_menu") is None


def test_wat_niet_past_is_nog_zoveel_en_opent_alles(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    invoer = regie.tafels.toon(tafelkluis.overleg).invoer
    for uur in range(8, 20):
        regie.tafels.plan(OverlegInvoer(invoer.soort, TAFELDAG, time(uur), time(uur + 1), "Hengelo"))
    pagina.vernieuw()
    tabel = tabel_van(pagina)
    vak = tabel.visualRect(tabel.model_.index_van(TAFELDAG))
    getoond = passend(13, vak.height(), tabel.fontMetrics())
    assert 1 <= getoond < 12
    hoog = regelhoogte(tabel.fontMetrics())
    nog = vak.topLeft() + QPoint(10, hoog * (getoond + 1) + hoog // 2)
    qtbot.mouseClick(tabel.viewport(), Qt.MouseButton.LeftButton, pos=nog)
    menu = pagina.weergave.maand.findChild(QMenu, "maand_menu")
    assert menu is not None
    assert len([een for een in menu.actions() if not een.isSeparator()]) == 13
    menu.close()
    eerste = vak.topLeft() + QPoint(10, hoog + hoog // 2)
    with qtbot.waitSignal(pagina.ga_naar) as gegaan:
        qtbot.mouseDClick(tabel.viewport(), Qt.MouseButton.LeftButton, pos=eerste)
    assert gegaan.args[0].onderdeel == gekozen(pagina).items[0].onderdeel


def test_insert_plant_op_de_gekozen_dag(qtbot: QtBot, pagina: TafelsPagina, monkeypatch: pytest.MonkeyPatch) -> None:
    gevraagd: list[OverlegInvoer] = []

    def vraag(_titel: str, _knop: str, _soorten: object, invoer: OverlegInvoer, *_: object, ouder: object) -> None:
        gevraagd.append(invoer)

    monkeypatch.setattr(TafelDialoog, "vraag", vraag)
    tabel_van(pagina).kies(date(2026, 12, 17))
    qtbot.keyClick(tabel_van(pagina), TOETS.Key_Insert)
    assert [een.datum for een in gevraagd] == [date(2026, 12, 17)]


@pytest.mark.parametrize("breed", [820, 1160])
@pytest.mark.parametrize("donker", [False, True])
def test_de_maand_is_te_gebruiken_op_een_klein_scherm(pagina: TafelsPagina, breed: int, donker: bool) -> None:
    pagina.setPalette(palet(donker))
    pagina.resize(breed, 640)
    QApplication.processEvents()
    assert bevindingen(pagina) == []
    tabel = tabel_van(pagina)
    laatste = tabel.visualRect(tabel.model_.index(tabel.model_.rowCount() - 1, 6))
    assert tabel.viewport().rect().contains(laatste.adjusted(0, 0, -1, -1)), "every day is in view"


def test_het_model_houdt_zich_aan_wat_qt_vraagt(pagina: TafelsPagina, regie: Diensten) -> None:
    model = Maandmodel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for maand in (12, 2):
        model.zet(regie.maand.toon(2026, maand))
        assert model.rowCount() in (4, 5, 6)
        assert model.headerData(0, Qt.Orientation.Horizontal) == "ma"
    assert model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole) == "week 5"
    model.zet(None)
    assert model.rowCount() == 0
    del tester


def test_een_groot_huis_leest_de_maand_naast_het_venster_en_na_het_slot_niets(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(regie.vandaag, "is_lang", lambda: True)
    maand = pagina.weergave.maand
    maand.blader(1)
    qtbot.waitUntil(lambda: maand.naam.text() == "januari 2027")
    maand.vernieuw()
    pagina.maak_leeg()
    qtbot.waitUntil(lambda: not pagina._gereedschap.taken.bezig())
    assert tabel_van(pagina).model_.rowCount() == 0
    with qtbot.assertNotEmitted(pagina.ga_naar):
        qtbot.keyClick(tabel_van(pagina), TOETS.Key_Return)
