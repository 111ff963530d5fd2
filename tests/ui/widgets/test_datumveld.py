"""Date, date of birth and time as they are typed: with real key events, through the clipboard and a screen reader."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.services.werkplek.dagwoorden import Richting
from zvh_desktop.ui.uiterlijk.thema import Thema
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld, Geboorteveld, Tijdveld
from zvh_desktop.ui.widgets.velden.formulier import Formulier
from zvh_desktop.ui.widgets.velden.keuzeveld import Getalveld, Keuzeveld
from zvh_desktop.ui.widgets.velden.leesveld import Leesveld

NU = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
DAG = date(1985, 3, 1)


def klok() -> datetime:
    return NU


class Venster(QDialog):
    """The field under test and one to go to after it, with a button that Enter would press."""

    def __init__(self, veld: QWidget) -> None:
        super().__init__()
        self.formulier = Formulier(self)
        self.regel = self.formulier.voeg_toe("veld", "&Veld", veld)
        self.ander = QLineEdit(self)
        self.formulier.voeg_toe("ander", "&Ander", self.ander)
        QVBoxLayout(self).addWidget(self.formulier)


def toon(qtbot: QtBot, veld: QWidget) -> Venster:
    venster = Venster(veld)
    qtbot.addWidget(venster)
    with qtbot.waitActive(venster):
        venster.show()
    veld.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(veld.hasFocus)
    return venster


def typ(tekst: str) -> None:
    """Each character to whatever has the keyboard."""
    veld = QApplication.focusWidget()
    assert veld is not None
    QTest.keyClicks(veld, tekst)


def toets(*toetsen: Qt.Key, met: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for een in toetsen:
        veld = QApplication.focusWidget()
        assert veld is not None
        QTest.keyClick(veld, een, met)


@pytest.fixture
def leeg(qtbot: QtBot, thema: Thema) -> Datumveld:
    veld = Datumveld("Geldig tot", mag_leeg=True, klok=klok)
    toon(qtbot, veld)
    return veld


@pytest.fixture
def gevuld(qtbot: QtBot, thema: Thema) -> Datumveld:
    veld = Datumveld("Datum", klok=klok)
    veld.zet_datum(date(2026, 12, 1))
    toon(qtbot, veld)
    return veld


@pytest.fixture
def geboren(qtbot: QtBot, thema: Thema) -> Geboorteveld:
    veld = Geboorteveld("Geboortedatum", klok=klok)
    toon(qtbot, veld)
    return veld


@pytest.fixture
def tijdveld(qtbot: QtBot, thema: Thema) -> Tijdveld:
    veld = Tijdveld("Begin")
    veld.zet_tijd(time(8, 30))
    toon(qtbot, veld)
    return veld


@pytest.mark.parametrize("tekst", ["1-3-1985", "1-3-85", "01031985", "1/3/1985", "1 maart 1985", "vr 1 maart 1985"])
def test_typen_in_een_leeg_veld(leeg: Datumveld, tekst: str) -> None:
    typ(tekst)
    assert leeg.datum() == DAG
    assert leeg.uitleg() == "vr 1 maart 1985, week 9"
    toets(Qt.Key.Key_Tab)
    assert leeg.text() == "vr 1 maart 1985"
    assert leeg.uitleg() == ""


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("15-1", date(2027, 1, 15)),
        ("1 mrt", date(2027, 3, 1)),
        ("morgen", date(2026, 11, 29)),
        ("+7", date(2026, 12, 5)),
    ],
)
def test_typen_over_een_datum_heen(gevuld: Datumveld, tekst: str, dag: date) -> None:
    typ(tekst)
    toets(Qt.Key.Key_Tab)
    assert gevuld.datum() == dag


def test_een_deel_van_een_datum_wordt_geen_andere_datum(gevuld: Datumveld) -> None:
    typ("15")
    assert gevuld.uitleg() == "Zet de maand erbij, bijvoorbeeld 15-12 of 15 december."
    toets(Qt.Key.Key_Tab)
    assert gevuld.text() == "15"
    with pytest.raises(InvoerOngeldig, match="Zet de maand erbij"):
        gevuld.datum()


def test_de_dag_veranderen_in_wat_er_staat(gevuld: Datumveld) -> None:
    toets(Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Delete)
    typ("9")
    toets(Qt.Key.Key_Tab)
    assert gevuld.text() == "wo 9 december 2026"


def test_een_getypte_weekdag_moet_kloppen(gevuld: Datumveld) -> None:
    typ("di 9 december 2026")
    assert gevuld.uitleg() == "9 december 2026 is een woensdag, geen dinsdag."


@pytest.mark.parametrize("een", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_Down])
def test_een_toets_in_een_leeg_veld_zet_er_niets_in(qtbot: QtBot, leeg: Datumveld, een: Qt.Key) -> None:
    with qtbot.assertNotEmitted(leeg.datum_gewijzigd):
        toets(een)
        toets(Qt.Key.Key_C, met=Qt.KeyboardModifier.ControlModifier)
        toets(Qt.Key.Key_Tab)
    assert leeg.datum() is None
    assert leeg.text() == ""


def test_escape_in_een_leeg_veld_sluit_het_venster_en_zet_er_niets_in(leeg: Datumveld) -> None:
    toets(Qt.Key.Key_Escape)
    assert leeg.datum() is None
    assert not leeg.window().isVisible()


def test_escape_haalt_eerst_terug_wat_er_stond(gevuld: Datumveld) -> None:
    typ("1-3-1985")
    assert gevuld.datum() == DAG
    toets(Qt.Key.Key_Escape)
    assert gevuld.datum() == date(2026, 12, 1)
    assert gevuld.window().isVisible()


def test_leegmaken_mag_alleen_waar_dat_mag(qtbot: QtBot, gevuld: Datumveld, thema: Thema) -> None:
    toets(Qt.Key.Key_Delete)
    with pytest.raises(InvoerOngeldig, match="Vul dit in"):
        gevuld.datum()
    ander = Datumveld("Termijn", mag_leeg=True, klok=klok)
    ander.zet_datum(DAG)
    toon(qtbot, ander)
    toets(Qt.Key.Key_Delete, Qt.Key.Key_Tab)
    assert ander.datum() is None


def test_plakken(leeg: Datumveld) -> None:
    klembord = QGuiApplication.clipboard()
    klembord.setText("  1–3–1985\n")
    toets(Qt.Key.Key_V, met=Qt.KeyboardModifier.ControlModifier)
    klembord.clear()
    assert leeg.datum() == DAG


def test_een_schermlezer_schrijft_en_hoort_hoe_het_is_begrepen(leeg: Datumveld) -> None:
    toegang = QAccessible.queryAccessibleInterface(leeg)
    toegang.setText(QAccessible.Text.Value, "1 maart 1985")
    assert leeg.datum() == DAG
    assert toegang.text(QAccessible.Text.Description) == "vr 1 maart 1985, week 9"
    toegang.setText(QAccessible.Text.Value, "31-2-2026")
    assert toegang.text(QAccessible.Text.Description) == "Februari 2026 heeft 28 dagen; dag 31 is er niet."


def test_wat_niet_te_lezen_is_staat_bij_het_veld_tot_het_hersteld_is(qtbot: QtBot, thema: Thema) -> None:
    veld = Datumveld("Datum", mag_leeg=True, klok=klok)
    venster = toon(qtbot, veld)
    typ("31-2-2026")
    assert venster.regel.fout() == ""
    toets(Qt.Key.Key_Tab)
    assert venster.regel.fout() == "Februari 2026 heeft 28 dagen; dag 31 is er niet."
    toets(Qt.Key.Key_Backtab)
    typ("28-2-2026")
    assert venster.regel.fout() == ""
    assert veld.datum() == date(2026, 2, 28)


def test_enter_houdt_een_venster_open_dat_niet_te_lezen_is(leeg: Datumveld) -> None:
    typ("1-13-2026")
    toets(Qt.Key.Key_Return)
    assert leeg.hasFocus()
    assert leeg.fout() == "Maand 13 bestaat niet. Schrijf eerst de dag en dan de maand."


def test_pijlen_gaan_een_dag_verder_of_terug(gevuld: Datumveld) -> None:
    toets(Qt.Key.Key_Up)
    assert gevuld.text() == "wo 2 december 2026"
    toets(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert gevuld.datum() == date(2026, 11, 30)


def test_pijlen_veranderen_een_geboortedatum_niet(geboren: Geboorteveld) -> None:
    typ("1-3-1985")
    toets(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert geboren.datum() == Geboortedatum(1985, 3, 1)


def test_wat_vanzelf_bewaart_krijgt_nooit_een_half_getypte_datum(gevuld: Datumveld) -> None:
    typ("31-2-")
    assert gevuld.datum_tot_nu() == date(2026, 12, 1)
    gevuld.eis_leesbaar()
    toets(Qt.Key.Key_Tab)
    with pytest.raises(InvoerOngeldig):
        gevuld.eis_leesbaar()


def test_zonder_jaar_in_een_veld_dat_terugkijkt(qtbot: QtBot, thema: Thema) -> None:
    veld = Datumveld("Ontvangen op", richting=Richting.TERUG, klok=klok)
    toon(qtbot, veld)
    typ("1 mrt")
    assert veld.datum() == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("tekst", "datum", "staat", "uitleg"),
    [
        ("1-3-85", Geboortedatum(1985, 3, 1), "vr 1 maart 1985", "vr 1 maart 1985, 41 jaar"),
        ("mrt 1985", Geboortedatum(1985, 3), "maart 1985", "maart 1985, dag onbekend"),
        ("1985", Geboortedatum(1985), "1985", "1985, dag en maand onbekend"),
        ("onbekend", Geboortedatum(), "onbekend", "Geboortedatum onbekend"),
    ],
)
def test_geboortedatum_zo_precies_als_men_weet(
    geboren: Geboorteveld, tekst: str, datum: Geboortedatum, staat: str, uitleg: str
) -> None:
    typ(tekst)
    assert geboren.uitleg() == uitleg
    toets(Qt.Key.Key_Tab)
    assert geboren.datum() == datum
    assert geboren.text() == staat


def test_geboortedatum_in_de_toekomst(geboren: Geboorteveld) -> None:
    typ("29-11-2026")
    assert geboren.uitleg() == "De geboortedatum ligt in de toekomst."
    with pytest.raises(InvoerOngeldig, match="in de toekomst"):
        geboren.datum()


@pytest.mark.parametrize(
    ("een", "met"),
    [(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier), (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier)],
)
def test_de_kalender_van_een_leeg_veld_begint_bij_vandaag(
    qtbot: QtBot, leeg: Datumveld, een: Qt.Key, met: Qt.KeyboardModifier
) -> None:
    toets(een, met=met)
    kiezer = leeg.kiezer()
    assert kiezer is not None
    qtbot.waitUntil(kiezer.isVisible)
    assert (kiezer.kalender.yearShown(), kiezer.kalender.monthShown()) == (2026, 11)
    assert leeg.datum() is None
    QTest.keyClick(kiezer, Qt.Key.Key_Escape)
    assert not kiezer.isVisible()
    assert leeg.datum() is None


def test_een_dag_uit_de_kalender(qtbot: QtBot, gevuld: Datumveld) -> None:
    gevuld.kalender_actie.trigger()
    kiezer = gevuld.kiezer()
    assert kiezer is not None
    qtbot.waitUntil(kiezer.kalender.hasFocus)
    assert (kiezer.kalender.yearShown(), kiezer.kalender.monthShown()) == (2026, 12)
    toets(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert gevuld.datum() == date(2026, 12, 2)
    assert gevuld.text() == "wo 2 december 2026"


def test_de_kalender_van_een_geboortedatum_gaat_per_tien_jaar(qtbot: QtBot, geboren: Geboorteveld) -> None:
    geboren.open_kalender()
    kiezer = geboren.kiezer()
    assert kiezer is not None
    assert [knop.text() for knop in kiezer.jaren()][0::5] == ["1910-1919", "1960-1969", "2010-2019"]
    assert kiezer.jaren()[-1].text() == "2020-2026"
    next(knop for knop in kiezer.jaren() if knop.text() == "1980-1989").click()
    assert [knop.text() for knop in kiezer.jaren()] == [str(jaar) for jaar in range(1980, 1990)]
    kiezer.jaren()[5].click()
    assert (kiezer.kalender.yearShown(), kiezer.kalender.monthShown()) == (1985, 1)
    kiezer.jaar_knop.click()
    assert geboren.datum() == Geboortedatum(1985)
    geboren.open_kalender()
    kiezer.kalender.showNextMonth()
    kiezer.maand_knop.click()
    assert geboren.datum() == Geboortedatum(1985, 2)


@pytest.mark.parametrize(
    ("tekst", "tijd"),
    [("9:00", time(9)), ("9.00", time(9)), ("9u15", time(9, 15)), ("0900", time(9)), ("9", time(9))],
)
@pytest.mark.parametrize("eerst_alles", [True, False])
def test_tijd_typen(tijdveld: Tijdveld, tekst: str, tijd: time, eerst_alles: bool) -> None:
    if eerst_alles:
        toets(Qt.Key.Key_End)
        toets(Qt.Key.Key_A, met=Qt.KeyboardModifier.ControlModifier)
    typ(tekst)
    toets(Qt.Key.Key_Tab)
    assert tijdveld.tijd() == tijd
    assert tijdveld.text() == f"{tijd:%H:%M}"


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [("24:00", "Uur 24 bestaat niet"), ("2430", "Uur 24 bestaat niet"), ("9:75", "Minuut 75 bestaat niet")],
)
def test_tijd_die_er_niet_is(qtbot: QtBot, tijdveld: Tijdveld, tekst: str, zin: str) -> None:
    with qtbot.waitSignal(tijdveld.geweigerd) as gevangen:
        typ(tekst)
        toets(Qt.Key.Key_Tab)
    assert gevangen.args[0].startswith(zin)
    with pytest.raises(InvoerOngeldig, match=zin):
        tijdveld.tijd()


def test_tijd_loopt_met_vijf_minuten_en_niet_over_de_dag_heen(tijdveld: Tijdveld) -> None:
    toets(Qt.Key.Key_Up)
    assert tijdveld.tijd() == time(8, 35)
    tijdveld.zet_tijd(time(23, 57))
    toets(Qt.Key.Key_Up)
    assert tijdveld.tijd() == time(23, 57)


def rol(veld: QWidget, met: Qt.KeyboardModifier) -> None:
    plek = QPointF(veld.rect().center())
    wiel = QWheelEvent(
        plek, QPointF(veld.mapToGlobal(plek.toPoint())), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, met,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(veld, wiel)


@pytest.mark.parametrize("met", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
@pytest.mark.parametrize("met_toetsenbord", [True, False])
def test_het_wiel_verandert_geen_veld(
    qtbot: QtBot, thema: Thema, met: Qt.KeyboardModifier, met_toetsenbord: bool
) -> None:
    keuze, getal = Keuzeveld(), Getalveld()
    keuze.addItems(["een", "twee", "drie"])
    getal.setValue(5)
    datum, tijd = Datumveld("Datum", klok=klok), Tijdveld("Begin")
    tijd.zet_tijd(time(9))
    for veld in (keuze, getal, datum, tijd):
        venster = toon(qtbot, veld)
        if not met_toetsenbord:
            venster.ander.setFocus()
        voor = (keuze.currentIndex(), getal.value(), datum.datum(), tijd.tijd())
        rol(veld, met)
        assert (keuze.currentIndex(), getal.value(), datum.datum(), tijd.tijd()) == voor
        assert not isinstance(veld, Leesveld) or veld.uitleg() == ""
