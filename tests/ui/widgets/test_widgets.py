"""The reusable widgets: what they emit, what they refuse, what they forget."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QTextOption
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import PoortStand
from zvh_desktop.ui.teksten.algemeen import POORT_ICOON, POORT_TEKST
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Thema
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.stappenbalk import StappenBalk
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.formulier import Formulier
from zvh_desktop.ui.widgets.velden.tekstveld import MEESTE_TEKENS, Tekstveld
from zvh_desktop.ui.widgets.velden.wachtwoordveld import Wachtwoordveld


@pytest.fixture
def tekstveld(qtbot, thema: Thema) -> Tekstveld:
    venster = QWidget()
    qtbot.addWidget(venster)
    indeling = QVBoxLayout(venster)
    veld = Tekstveld("Aantekeningen", venster)
    ander = QLineEdit(venster)
    ander.setObjectName("ander")
    indeling.addWidget(veld)
    indeling.addWidget(ander)
    with qtbot.waitActive(venster):
        venster.show()
    veld.setFocus()
    veld.venster = venster  # type: ignore[attr-defined]
    return veld


def test_tekst_wordt_even_na_de_laatste_toets_bewaard(qtbot, tekstveld: Tekstveld) -> None:
    tekstveld.laad("Eerder. ")
    tekstveld.moveCursor(tekstveld.textCursor().MoveOperation.End)
    with qtbot.waitSignal(tekstveld.tekst_bewaren) as gevangen:
        qtbot.keyClicks(tekstveld, "Nieuw")
    assert gevangen.args == ["Eerder. Nieuw"]
    assert not tekstveld.gewijzigd()


def test_tekst_wordt_bewaard_bij_verlaten(qtbot, tekstveld: Tekstveld) -> None:
    qtbot.keyClicks(tekstveld, "Weg")
    with qtbot.waitSignal(tekstveld.tekst_bewaren, timeout=200):
        tekstveld.venster.findChild(QLineEdit, "ander").setFocus()  # type: ignore[attr-defined]


def test_ongewijzigde_tekst_wordt_niet_bewaard(qtbot, tekstveld: Tekstveld) -> None:
    tekstveld.laad("Zelfde")
    with qtbot.assertNotEmitted(tekstveld.tekst_bewaren):
        tekstveld.bewaar_nu()
        tekstveld.venster.findChild(QLineEdit, "ander").setFocus()  # type: ignore[attr-defined]


def test_tekst_die_niet_bewaard_kon_worden_komt_weer(qtbot, tekstveld: Tekstveld) -> None:
    qtbot.keyClicks(tekstveld, "Belangrijk")
    tekstveld.bewaar_nu()
    tekstveld.nog_niet_bewaard()
    with qtbot.waitSignal(tekstveld.tekst_bewaren) as gevangen:
        tekstveld.bewaar_nu()
    assert gevangen.args == ["Belangrijk"]


@pytest.mark.parametrize("woord", ["a", "woord ", "een regel\n"])
def test_een_megabyte_plakken_gaat_goed(qtbot, tekstveld: Tekstveld, woord: str) -> None:
    inhoud = QMimeData()
    inhoud.setText((woord * MEESTE_TEKENS)[: MEESTE_TEKENS - 10])
    with qtbot.waitSignal(tekstveld.tekst_bewaren) as gevangen:
        tekstveld.insertFromMimeData(inhoud)
    assert len(gevangen.args[0]) == MEESTE_TEKENS - 10


def test_tekst_zonder_spaties_laat_het_venster_niet_hangen(qtbot, tekstveld: Tekstveld) -> None:
    inhoud = QMimeData()
    inhoud.setText("a" * 1_900)
    for _ in range(50):
        tekstveld.insertFromMimeData(inhoud)
    assert len(tekstveld.toPlainText()) == 95_000
    assert tekstveld.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere
    tekstveld.laad("a" * 900_000)
    tekstveld.maak_leeg()
    assert tekstveld.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def test_te_veel_plakken_wordt_netjes_geweigerd_en_niets_gaat_verloren(qtbot, tekstveld: Tekstveld) -> None:
    tekstveld.setPlainText("Mijn tekst")
    inhoud = QMimeData()
    inhoud.setText("a" * MEESTE_TEKENS)
    with qtbot.waitSignal(tekstveld.schrijver_melden) as gevangen:
        tekstveld.insertFromMimeData(inhoud)
    assert tekstveld.toPlainText() == "Mijn tekst"
    assert "1.000.000 tekens" in gevangen.args[0]
    assert "bewaard" in gevangen.args[0]


def test_opmaak_wordt_nooit_geplakt(qtbot, tekstveld: Tekstveld) -> None:
    inhoud = QMimeData()
    inhoud.setText("<b>vet</b> & \u202eomgekeerd 🙂")
    inhoud.setHtml("<b>vet</b>")
    tekstveld.insertFromMimeData(inhoud)
    assert tekstveld.toPlainText() == "<b>vet</b> & \u202eomgekeerd 🙂"


def test_leegmaken_laat_niets_terughalen(qtbot, tekstveld: Tekstveld) -> None:
    qtbot.keyClicks(tekstveld, "Geheim")
    tekstveld.maak_leeg()
    tekstveld.undo()
    assert tekstveld.toPlainText() == ""
    assert not tekstveld.gewijzigd()


def test_tab_verlaat_het_tekstveld(qtbot, tekstveld: Tekstveld) -> None:
    qtbot.keyClick(tekstveld, Qt.Key.Key_Tab)
    assert tekstveld.venster.focusWidget().objectName() == "ander"  # type: ignore[attr-defined]


def test_datum_staat_op_zijn_nederlands_met_week(qtbot, thema: Thema) -> None:
    veld = Datumveld("Datum")
    qtbot.addWidget(veld)
    with qtbot.waitSignal(veld.datum_gewijzigd) as gevangen:
        veld.zet_datum(date(2026, 12, 8))
    assert gevangen.args == [date(2026, 12, 8)]
    assert veld.text() == "di 8 december 2026"
    assert veld.toolTip() == "di 8 december 2026, week 50"


def test_lege_datum_zegt_dat_hij_leeg_is(qtbot, thema: Thema) -> None:
    veld = Datumveld("Geldig tot", mag_leeg=True)
    qtbot.addWidget(veld)
    assert veld.datum() is None
    assert veld.placeholderText() == "geen datum"
    assert veld.accessibleDescription() == "Nog geen datum gekozen"


def test_langste_datum_past_in_het_veld(qtbot, thema: Thema) -> None:
    veld = Datumveld("Datum")
    qtbot.addWidget(veld)
    for maand in range(1, 13):
        for dag in (20, 26, 27, 28):
            veld.zet_datum(date(2026, maand, dag))
            assert veld.fontMetrics().horizontalAdvance(veld.text()) < veld.minimumSizeHint().width()


def test_stappenbalk_loopt_met_alt_pijl_en_slaat_dichte_stap_over(qtbot, thema: Thema) -> None:
    balk = StappenBalk()
    qtbot.addWidget(balk)
    with qtbot.waitActive(balk):
        balk.show()
    balk.zet_beschikbaar(1, False, "Eerst akkoord van de procesregisseur.")
    with qtbot.waitSignal(balk.stap_gekozen) as gevangen:
        qtbot.keyClick(balk, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert gevangen.args == [2]
    assert balk.stap() == 2
    with qtbot.waitSignal(balk.stap_gekozen) as gevangen:
        qtbot.keyClick(balk, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert gevangen.args == [0]
    assert bevindingen(balk) == []


def test_lege_staat_biedt_de_eerste_stap_aan(qtbot, thema: Thema) -> None:
    leeg = LegeStaat(Icoon.TAFELS, "Nog geen tafels", "Plan de eerste tafel.", "&Plan een tafel")
    qtbot.addWidget(leeg)
    leeg.resize(leeg.sizeHint())
    leeg.show()
    with qtbot.waitSignal(leeg.actie_gevraagd):
        leeg.knop.click()
    assert bevindingen(leeg) == []


def poortlabel(stand: PoortStand, ouder: QWidget | None = None) -> Statuslabel:
    return Statuslabel(POORT_ICOON[stand], POORT_TEKST[stand], ouder)


@pytest.mark.parametrize("stand", list(PoortStand))
def test_stand_van_de_poort_is_icoon_plus_woord(qtbot, thema: Thema, stand: PoortStand) -> None:
    label = poortlabel(stand)
    qtbot.addWidget(label)
    assert label.tekst()
    assert label.accessibleName() == label.tekst()


def test_fout_staat_bij_het_veld_waar_hij_over_gaat(qtbot, thema: Thema) -> None:
    formulier = Formulier()
    qtbot.addWidget(formulier)
    formulier.voeg_toe("naam", "&Naam", QLineEdit())
    formulier.voeg_toe("functie", "&Functie", QLineEdit(), "Bijvoorbeeld wijkagent")
    formulier.show()
    assert formulier.toon_fout(InvoerOngeldig("functie", "Vul de functie in."))
    assert formulier.regel("functie").fout() == "Vul de functie in."
    assert formulier.regel("functie").veld.accessibleDescription() == "Vul de functie in."
    assert formulier.focusWidget() is formulier.regel("functie").veld
    assert not formulier.toon_fout(InvoerOngeldig("onbekend", "Iets anders."))
    assert formulier.regel("functie").fout() == ""
    assert formulier.regel("functie").veld.accessibleDescription() == "Bijvoorbeeld wijkagent"


def test_label_hoort_bij_zijn_veld(qtbot, thema: Thema) -> None:
    formulier = Formulier()
    qtbot.addWidget(formulier)
    veld = QLineEdit()
    regel = formulier.voeg_toe("naam", "&Naam", veld)
    assert regel.label.buddy() is veld
    assert veld.accessibleName() == "Naam"


def test_wachtwoord_merkt_caps_lock(qtbot, thema: Thema) -> None:
    veld = Wachtwoordveld("Wachtwoord")
    qtbot.addWidget(veld)
    veld.show()
    with qtbot.waitSignal(veld.hoofdletters_gemerkt) as gevangen:
        qtbot.keyClick(veld, "A")
    assert gevangen.args == [True]
    with qtbot.waitSignal(veld.hoofdletters_gemerkt) as gevangen:
        qtbot.keyClick(veld, "B", Qt.KeyboardModifier.ShiftModifier)
    assert gevangen.args == [False]


def test_wachtwoord_van_tienduizend_tekens_laat_het_veld_heel(qtbot, thema: Thema) -> None:
    veld = Wachtwoordveld("Wachtwoord")
    qtbot.addWidget(veld)
    veld.setText("x" * 10_000)
    assert len(veld.text()) == 10_000
    veld.toon_actie.setChecked(True)
    veld.maak_leeg()
    assert veld.text() == ""
    assert veld.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize("schaal", [1.0, 1.25, 1.5, 2.0])
def test_geen_tekst_valt_weg_bij_een_grotere_letter(qtbot, thema: Thema, schaal: float) -> None:
    venster = QWidget()
    letter = QFont(venster.font())
    letter.setPointSizeF(letter.pointSizeF() * schaal)
    venster.setFont(letter)
    qtbot.addWidget(venster)
    indeling = QVBoxLayout(venster)
    indeling.addWidget(StappenBalk(ouder=venster))
    formulier = Formulier(venster)
    formulier.voeg_toe("datum", "&Datum", Datumveld("Datum"))
    formulier.voeg_toe("tekst", "&Aantekening", Tekstveld("Aantekening"), "Wordt bewaard terwijl u typt.")
    indeling.addWidget(formulier)
    for stand in PoortStand:
        indeling.addWidget(poortlabel(stand, venster))
    with qtbot.waitExposed(venster):
        venster.show()
    assert bevindingen(venster) == []
