"""A list looked at in one's own way, kept under a name: by its menu, by Alt+F9 and a number, and with a way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from proefkluis import BEHEER, REGIE, maak_casus
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.weergaven import Weergave, Weergavestand
from zvh_desktop.services.werkplek.rechten import ALLEEN_LEZEN, Toestemming
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.acties.acties import ActiesPagina
from zvh_desktop.ui.pages.beheer.beheer import BeheerPagina
from zvh_desktop.ui.pages.casus.casussen import CasussenPagina
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.weergaven.dialoog import Weergavedialoog
from zvh_desktop.ui.weergaven.weergaven import Weergaven
from zvh_desktop.ui.weergaven.zoekvragen import bouw_zoekvragen
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.meldregel import Meldregel
from zvh_desktop.ui.widgets.velden.zoekveld import Zoekveld

Opener = Callable[..., Diensten]


def van(tabel: FilterTabel) -> Weergaven:
    (gevonden,) = tabel.findChildren(Weergaven)
    return gevonden


def regel(tabel: FilterTabel) -> Meldregel:
    (gevonden,) = tabel.findChildren(Meldregel)
    return gevonden


def acties(weergaven: Weergaven) -> dict[str, QAction]:
    """What the menu offers now, by what it says without its letter."""
    weergaven.menu.aboutToShow.emit()
    return {een.text().replace("&", "").strip(): een for een in weergaven.menu.actions() if een.text()}


def antwoord(monkeypatch: pytest.MonkeyPatch, naam: str, *, eigen: bool = True) -> list[str]:
    gezegd: list[str] = []

    def exec_(dialoog: Weergavedialoog) -> int:
        dialoog.naam.setText(naam)
        dialoog.wie.setCurrentIndex(dialoog.wie.findData(eigen))
        dialoog.bewaar_knop.click()
        gezegd.append(dialoog.formulier.regel("naam").fout())
        return dialoog.result()

    monkeypatch.setattr(Weergavedialoog, "exec", exec_)
    return gezegd


@pytest.fixture
def casussen(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> CasussenPagina:
    for naam in ("A. Kanarie", "B. Merel", "C. Kanarie"):
        maak_casus(diensten, naam)
    pagina = CasussenPagina(diensten, gereedschap)
    qtbot.addWidget(pagina)
    pagina.resize(1024, 700)
    with qtbot.waitExposed(pagina):
        pagina.show()
    pagina.vernieuw()
    qtbot.waitUntil(lambda: pagina.casussen.model.rowCount() >= 3)
    return pagina


def stel_in(tabel: FilterTabel) -> Weergavestand:
    """Other columns in another order, one with its own width, a filter, a search text and an order."""
    tabel.zet_kolommen([4, 0, 1])
    tabel.breedtes.zet_eigen({0: 200})
    tabel.filter_knop.setChecked(True)
    tabel.kolomvelden["nummer"].setText("20")
    tabel.zoek_veld.setText("triage")
    tabel.tabel.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    return van(tabel)._bron.lees()


def test_kolommen_breedte_filters_zoekwoord_en_volgorde_komen_terug(
    qtbot: QtBot, casussen: CasussenPagina, diensten: Diensten, monkeypatch: pytest.MonkeyPatch
) -> None:
    tabel, weergaven = casussen.casussen, van(casussen.casussen)
    QAbstractItemModelTester(tabel.filter, QAbstractItemModelTester.FailureReportingMode.Fatal)
    gewild = stel_in(tabel)
    assert gewild.kolommen == ("fase", "nummer", "betrokkene")
    antwoord(monkeypatch, "Mijn triage")
    acties(weergaven)["Bewaar als…"].trigger()
    assert diensten.weergaven.lijst("casussen") == (Weergave("casussen", "Mijn triage", gewild),)
    assert "Mijn triage" in regel(tabel).tekst() and regel(tabel).terug_knop.isVisible()
    acties(weergaven)["Zonder weergave"].trigger()
    assert tabel.filter.rowCount() == tabel.model.rowCount() >= 3
    assert len(tabel.getoonde_kolommen()) == 7 and not tabel.breedtes.eigen() and not tabel.zoek_veld.text()
    assert not acties(weergaven)["1  Mijn triage"].isChecked()
    acties(weergaven)["1  Mijn triage"].trigger()
    assert weergaven._bron.lees() == gewild
    assert acties(weergaven)["1  Mijn triage"].isChecked()
    assert regel(tabel).tekst() == 'Weergave "Mijn triage" is geopend.'
    assert tabel.tabel.hasFocus()
    assert bevindingen(casussen) == []


def test_alt_f9_en_een_cijfer_openen_een_weergave(qtbot: QtBot, casussen: CasussenPagina, diensten: Diensten) -> None:
    diensten.weergaven.bewaar(Weergave("casussen", "Leeg", Weergavestand(zoek="bestaatniet"), eigen=False))
    tabel, weergaven = casussen.casussen, van(casussen.casussen)
    tabel.naar_tabel()
    qtbot.keyClick(tabel.tabel, Qt.Key.Key_F9, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(weergaven.menu.isVisible)
    assert weergaven.menu.activeAction().text() == "&1  Leeg   (huis)"
    qtbot.keyClick(weergaven.menu, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: tabel.filter.rowCount() == 0)
    assert tabel.zoek_veld.text() == "bestaatniet"


def test_bijwerken_hernoemen_verwijderen_en_weer_terug(
    casussen: CasussenPagina, diensten: Diensten, monkeypatch: pytest.MonkeyPatch
) -> None:
    tabel, weergaven = casussen.casussen, van(casussen.casussen)
    antwoord(monkeypatch, "Een")
    weergaven.bewaar_als()
    tabel.zoek_veld.setText("wonen")
    acties(weergaven)['Bijwerken: "Een"'].trigger()
    antwoord(monkeypatch, "Voor allen", eigen=False)
    acties(weergaven)['Hernoem: "Een"…'].trigger()
    (nu,) = diensten.weergaven.lijst("casussen")
    assert (nu.naam, nu.eigen, nu.stand.zoek) == ("Voor allen", False, "wonen")
    acties(weergaven)['Verwijder: "Voor allen"'].trigger()
    assert diensten.weergaven.lijst("casussen") == ()
    assert "Nog geen weergave bewaard" in acties(weergaven)
    regel(tabel).terug_knop.click()
    assert diensten.weergaven.lijst("casussen") == (nu,)
    for _ in range(2):
        acties(weergaven)["Maak ongedaan"].trigger()
    (eerst,) = diensten.weergaven.lijst("casussen")
    assert (eerst.naam, eerst.eigen, eerst.stand.zoek) == ("Een", True, "")


def test_de_naam_van_een_betrokkene_wordt_geweigerd_en_wat_er_stond_blijft(
    casussen: CasussenPagina, diensten: Diensten, monkeypatch: pytest.MonkeyPatch
) -> None:
    casussen.casussen.zoek_veld.setText("kanarie")
    gezegd = antwoord(monkeypatch, "Een")
    van(casussen.casussen).bewaar_als()
    assert "naam van een betrokkene" in gezegd[0]
    assert diensten.weergaven.lijst("casussen") == ()
    assert casussen.casussen.zoek_veld.text() == "kanarie"


def test_wat_niet_meer_bestaat_wordt_weggelaten_en_genoemd(
    qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap
) -> None:
    stand = Weergavestand(
        zoek="x",
        filters=(("oud", "iets"), ("casus", "20")),
        keuzes=(("welke", "weg"), ("gemeente", "Ergens")),
        kolommen=("oud", "termijn"),
        sorteer="oud",
    )
    diensten.weergaven.bewaar(Weergave("acties", "Van vroeger", stand))
    pagina = ActiesPagina(diensten, gereedschap)
    qtbot.addWidget(pagina)
    tabel = pagina.lijst.tabel
    acties(van(tabel))["1  Van vroeger"].trigger()
    gezegd = regel(tabel).tekst()
    for deel in (
        'een keuze bij "Welke acties"',
        "een keuze boven de lijst",
        "een kolom",
        "een filter",
        "was gesorteerd",
    ):
        assert deel in gezegd
    assert [een.sleutel for een in tabel.getoonde_kolommen()] == ["termijn"]
    assert tabel.kolomvelden["casus"].text() == "20" and tabel.zoek_veld.text() == "x"
    assert pagina.welke.currentData() == "open"


def test_de_keuze_boven_de_lijst_hoort_erbij(
    qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, monkeypatch: pytest.MonkeyPatch
) -> None:
    pagina = ActiesPagina(diensten, gereedschap)
    qtbot.addWidget(pagina)
    pagina.welke.setCurrentIndex(pagina.welke.findData("laat"))
    weergaven = van(pagina.lijst.tabel)
    antwoord(monkeypatch, "Te laat")
    weergaven.bewaar_als()
    weergaven.zonder()
    assert pagina.welke.currentData() == "open"
    acties(weergaven)["1  Te laat"].trigger()
    assert pagina.welke.currentData() == "laat"


def test_het_logboek_onthoudt_wie_wat_en_wanneer(
    qtbot: QtBot, openen: Opener, gereedschap: Gereedschap, monkeypatch: pytest.MonkeyPatch
) -> None:
    pagina = BeheerPagina(openen(BEHEER), gereedschap)
    qtbot.addWidget(pagina)
    pagina.show()
    pagina.toon("logboek")
    deel = pagina.logboek
    qtbot.waitUntil(lambda: deel.wat.count() > 1)
    deel.wat.setCurrentIndex(1)
    deel.van.setText("1-1-2026")
    deel.zoek.setText("kluis")
    (weergaven,) = deel.findChildren(Weergaven)
    gevraagd = deel.filter()
    antwoord(monkeypatch, "Nakijken")
    weergaven.bewaar_als()
    weergaven.zonder()
    assert deel.filter() != gevraagd
    acties(weergaven)["1  Nakijken"].trigger()
    assert deel.filter() == gevraagd


def test_elke_lijst_met_een_bestand_heeft_ook_weergaven(qtbot: QtBot, openen: Opener, gereedschap: Gereedschap) -> None:
    pagina = BeheerPagina(openen(REGIE), gereedschap)
    qtbot.addWidget(pagina)
    for deel in ("woordenlijst", "tekstblokken", "datalekken", "verzoeken"):
        pagina.toon(deel)
        tabel = getattr(pagina, deel).tabel
        assert van(tabel).menu in [een.menu() for een in tabel.findChildren(QToolButton)]


def test_wie_alleen_leest_ziet_waarom_bewaren_niet_kan(
    qtbot: QtBot, openen: Opener, gereedschap: Gereedschap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Diensten, "mag", lambda _zelf, _recht: Toestemming(mag=False, reden=ALLEEN_LEZEN))
    diensten = openen(REGIE)
    pagina = ActiesPagina(diensten, gereedschap)
    qtbot.addWidget(pagina)
    actie = acties(van(pagina.lijst.tabel))["Bewaar als…"]
    assert not actie.isEnabled() and "lezen" in actie.toolTip()


def test_een_zoekvraag_wordt_weer_gezocht(
    qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, monkeypatch: pytest.MonkeyPatch,
    meldingen: NepMeldingen,
) -> None:  # fmt: skip
    gezocht: list[str] = []

    def zoek(tekst: str) -> tuple[()]:
        gezocht.append(tekst)
        return ()

    veld = Zoekveld(zoek, gereedschap.taken)
    qtbot.addWidget(veld)
    with qtbot.waitExposed(veld):
        veld.show()
    zoekvragen = bouw_zoekvragen(veld, diensten, gereedschap)
    veld.bewaarde_gevraagd.connect(zoekvragen.toon_menu)
    veld.setText("woonoverlast")
    antwoord(monkeypatch, "Overlast")
    acties(zoekvragen)["Bewaar als…"].trigger()
    zoekvragen.zonder()
    assert not veld.text()
    veld.setFocus()
    qtbot.keyClick(veld, Qt.Key.Key_F9, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(zoekvragen.menu.isVisible)
    qtbot.keyClick(zoekvragen.menu, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "woonoverlast" in gezocht)
    assert veld.text() == "woonoverlast" and not meldingen.fouten
