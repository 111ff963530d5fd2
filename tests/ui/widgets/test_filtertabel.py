"""The list of every page: columns remembered, filters not, copying as text and as table."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.legestaat import LegeStaat


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
    qtbot.keyClicks(tabel._kolomvelden[0], "3")
    assert tabel.telling.text() == "1 van 3 regels"
    tabel.filter_knop.click()
    assert tabel.telling.text() == "3 regels"


def test_enter_opent_de_regel(qtbot, tabel: Tabel) -> None:
    tabel.zet_regels(REGELS)
    qtbot.keyClick(tabel.zoek_veld, Qt.Key.Key_Return)
    with qtbot.waitSignal(tabel.regel_geopend) as gevangen:
        qtbot.keyClick(tabel.tabel, Qt.Key.Key_Return)
    assert gevangen.args == [REGELS[1]]


def test_gekozen_regel_blijft_gekozen_na_vernieuwen(tabel: Tabel) -> None:
    tabel.zet_regels(REGELS)
    tabel.kies(2)
    assert tabel.gekozen() == REGELS[2]
    tabel.zet_regels((Regel("0", "Nieuw"), *REGELS))
    assert tabel.gekozen() == REGELS[2]


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
    tabel.tabel.horizontalHeader().resizeSection(0, 200)
    tabel._instellingen.bewaar()
    assert "oefenman" not in (tmp_path / "venster.ini").read_text().casefold()


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


def test_twintigduizend_regels_blijven_vlot(qtbot, tabel: Tabel) -> None:
    tabel.zet_regels([Regel(f"2026-{n:05}", f"Testpersoon {n}") for n in range(20_000)])
    tabel.zoek_veld.setText("persoon 19999")
    assert tabel.telling.text() == "1 van 20000 regels"
