"""Aan tafel, verslag and verzenden: from who comes in to the files in a folder."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest
from alt_letters import dubbele_letters
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from tafelkluis import MEDEWERKER, WACHTWOORD, ProefKlok, Tafelkluis, TafelOpener, iedereen_is_er
from ui_hulp import NepMeldingen

from zvh_desktop.models.keuzes import Aanwezigheid, VerslagStatus
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.aan_tafel.aan_tafel import AanTafel
from zvh_desktop.ui.pages.tafel.aan_tafel.klokstrook import stand_van_tijd
from zvh_desktop.ui.pages.tafel.stukken.verzenden import Verzenden
from zvh_desktop.ui.pages.tafel.verslag.actie_bij_punt import ActieBijPuntDialoog
from zvh_desktop.ui.pages.tafel.verslag.besluit_vastleggen import BesluitDialoog
from zvh_desktop.ui.pages.tafel.verslag.verslag import Verslag
from zvh_desktop.ui.toegankelijkheid import bevindingen


@pytest.fixture
def akkoord(regie: Diensten, tafelkluis: Tafelkluis, klok: ProefKlok) -> Diensten:
    """The morning of the tafel, with an agenda that has akkoord."""
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    klok.verder(dagen=14)
    return regie


@pytest.fixture
def stap(qtbot: QtBot, akkoord: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis) -> AanTafel:
    gemaakt = AanTafel(akkoord, tafelgereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(870, 560)
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
        gemaakt.activateWindow()
    gemaakt.toon_tafel(tafelkluis.overleg)
    gemaakt.wisseling.start_knop.setFocus()
    return gemaakt


def naar_eerste_casus(qtbot: QtBot, stap: AanTafel) -> None:
    qtbot.keyClick(stap, Qt.Key.Key_F6)


def test_voor_elk_punt_staat_wie_gaat_komt_en_blijft(qtbot: QtBot, stap: AanTafel) -> None:
    naar_eerste_casus(qtbot, stap)
    assert "Politie" in stap.wisseling.aan_tafel.text()
    assert "Mediant" not in stap.wisseling.aan_tafel.text()
    qtbot.keyClick(stap, Qt.Key.Key_F6)
    assert "Mediant" in stap.wisseling.aan_tafel.text()
    assert "Openbaar Ministerie" in stap.wisseling.van_tafel.text()
    qtbot.waitUntil(lambda: bevindingen(stap) == [])  # the clock grew; the row makes room a moment later
    qtbot.keyClick(stap, Qt.Key.Key_F5)
    assert "2026-0001" in stap.wisseling.kop.text()


def test_de_casus_gaat_pas_open_na_de_start(qtbot: QtBot, stap: AanTafel) -> None:
    naar_eerste_casus(qtbot, stap)
    assert stap.stapel.currentWidget() is stap.wisseling
    with qtbot.waitSignal(stap.kop_gewijzigd):
        stap.wisseling.start_knop.click()
    assert stap.verslag.isVisible()
    assert {regel.aanwezigheid for regel in stap.verslag.aanwezigen.regelmodel.regels} == {Aanwezigheid.ONBEKEND}
    QApplication.processEvents()
    assert bevindingen(stap) == []


def test_geheimhouding_noemt_het_artikel_en_wordt_vastgelegd(
    stap: AanTafel, akkoord: Diensten, tafelkluis: Tafelkluis
) -> None:
    assert "art. 17" in stap.wisseling.geheimhouding.text()
    stap.wisseling.geheimhouding.click()
    assert akkoord.tafels.toon(tafelkluis.overleg).geheimhouding_gemeld


def test_notities_besluit_en_actie_worden_vastgelegd(
    qtbot: QtBot, stap: AanTafel, akkoord: Diensten, tafelkluis: Tafelkluis
) -> None:
    naar_eerste_casus(qtbot, stap)
    stap.start()
    qtbot.keyClicks(stap.verslag.teksten.beeld_veld, "Verzonnen beeld")
    next(iter(stap.verslag.besluitknoppen.knoppen.values())).click()
    qtbot.keyClicks(stap.verslag.nieuwe_actie.tekst, "Huisbezoek")
    qtbot.keyClick(stap.verslag.nieuwe_actie.tekst, Qt.Key.Key_Return)
    qtbot.keyClick(stap, Qt.Key.Key_F6)
    punt = akkoord.verslagen.toon(tafelkluis.overleg).punten[1]
    assert punt.tekst.beeld == "Verzonnen beeld"
    assert len(punt.besluiten) == 1
    assert [actie.invoer.omschrijving for actie in punt.acties] == ["Huisbezoek"]


def test_aanwezigheid_gaat_met_een_letter_en_loopt_door(qtbot: QtBot, stap: AanTafel) -> None:
    naar_eerste_casus(qtbot, stap)
    stap.start()
    tabel = stap.verslag.aanwezigen
    tabel.kies(0)
    tabel.setFocus()
    qtbot.keyClick(tabel, Qt.Key.Key_F)
    qtbot.keyClick(tabel, Qt.Key.Key_S)
    standen = [regel.aanwezigheid for regel in tabel.regelmodel.regels]
    assert standen[:2] == [Aanwezigheid.AFGEMELD, Aanwezigheid.SCHRIFTELIJK]


def test_een_letter_die_er_al_staat_gaat_ook_naar_de_volgende(qtbot: QtBot, stap: AanTafel) -> None:
    """Who goes down the list with one letter is not held up by somebody of whom it was known."""
    naar_eerste_casus(qtbot, stap)
    stap.start()
    tabel = stap.verslag.aanwezigen
    tabel.kies(0)
    tabel.setFocus()
    qtbot.keyClick(tabel, Qt.Key.Key_A)
    tabel.kies(0)
    for _ in range(tabel.regelmodel.rowCount()):
        qtbot.keyClick(tabel, Qt.Key.Key_A)
    assert set(standen(stap)) == {Aanwezigheid.AANWEZIG}


def standen(stap: AanTafel) -> list[Aanwezigheid]:
    return [regel.aanwezigheid for regel in stap.verslag.aanwezigen.regelmodel.regels]


def test_na_een_klik_verandert_een_losse_letter_niemands_aanwezigheid(qtbot: QtBot, stap: AanTafel) -> None:
    naar_eerste_casus(qtbot, stap)
    stap.start()
    tabel = stap.verslag.aanwezigen
    voor = standen(stap)
    plek = tabel.visualRect(tabel.regelmodel.index(0, 0)).center()
    qtbot.mouseClick(tabel.viewport(), Qt.MouseButton.LeftButton, pos=plek)
    qtbot.keyClicks(tabel, "wat vaas fijn")
    assert standen(stap) == voor
    assert stap.verslag.aanwezigen.toetsen.text() == "Kies met Enter"
    stap.verslag.afgevaardigde.setFocus()
    qtbot.keyClick(stap.verslag.afgevaardigde, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is tabel
    assert stap.verslag.aanwezigen.toetsen.text() == "Toetsen A, F, W, S, V, K"
    qtbot.keyClick(tabel, Qt.Key.Key_F)
    assert Aanwezigheid.AFGEMELD in standen(stap)


def test_elke_aanwezigheid_is_ongedaan_te_maken(qtbot: QtBot, stap: AanTafel) -> None:
    naar_eerste_casus(qtbot, stap)
    stap.start()
    tabel = stap.verslag.aanwezigen
    voor = standen(stap)
    tabel.kies(0)
    tabel.setFocus()
    qtbot.keyClick(tabel, Qt.Key.Key_F)
    qtbot.keyClick(tabel, Qt.Key.Key_S)
    na = standen(stap)
    assert na != voor
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert standen(stap) == voor
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    beide = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, beide)
    assert standen(stap) == na


def test_aanwezigheid_gaat_ook_met_het_menu(qtbot: QtBot, stap: AanTafel) -> None:
    naar_eerste_casus(qtbot, stap)
    stap.start()
    tabel = stap.verslag.aanwezigen
    tabel.kies(0)
    tabel.setFocus()
    qtbot.keyClick(tabel, Qt.Key.Key_Return)
    menu = stap.verslag.aanwezigen.menu
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyClick(menu, Qt.Key.Key_W)
    qtbot.waitUntil(menu.isHidden)
    assert standen(stap)[0] is Aanwezigheid.AFWEZIG


def test_tab_in_de_actieregel(qtbot: QtBot, stap: AanTafel) -> None:
    naar_eerste_casus(qtbot, stap)
    stap.start()
    verslag = stap.verslag
    verslag.nieuwe_actie.tekst.setFocus()
    for veld in (verslag.nieuwe_actie.partij, verslag.nieuwe_actie.termijn, verslag.nieuwe_actie.knop):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        nu = QApplication.focusWidget()
        assert nu is veld or veld.isAncestorOf(nu)


def test_elke_letter_met_alt_is_van_een_ding(qtbot: QtBot, stap: AanTafel) -> None:
    naar_eerste_casus(qtbot, stap)
    assert dubbele_letters(stap) == {}
    stap.start()
    stap.verslag.zet_aanwezigheid(Aanwezigheid.AFWEZIG)
    assert dubbele_letters(stap) == {}
    qtbot.keyClick(stap, Qt.Key.Key_F5)
    assert dubbele_letters(stap) == {}


def test_een_weggehaald_besluit_komt_terug_met_ongedaan(qtbot: QtBot, stap: AanTafel) -> None:
    naar_eerste_casus(qtbot, stap)
    stap.start()
    knop = next(iter(stap.verslag.besluitknoppen.knoppen.values()))
    knop.click()
    knop.click()
    assert stap.verslag.besluiten.regelmodel.rowCount() == 0
    stap.verslag.strook.actie_knop.click()
    assert stap.verslag.besluiten.regelmodel.rowCount() == 1


def test_de_klok_zegt_hoeveel_tijd_er_is() -> None:
    dag, begin = date(2026, 12, 15), time(9)
    assert stand_van_tijd(datetime(2026, 12, 15, 9, 5), dag, begin, 20)[1] == "nog 15 min"  # noqa: DTZ001
    assert stand_van_tijd(datetime(2026, 12, 15, 9, 25), dag, begin, 20)[1] == "5 min over de tijd"  # noqa: DTZ001


def test_na_vergrendelen_komt_dezelfde_plek_terug(qtbot: QtBot, stap: AanTafel, tafelkluis: Tafelkluis) -> None:
    naar_eerste_casus(qtbot, stap)
    stap.start()
    stap.verslag.teksten.beeld_veld.setPlainText("Verzonnen beeld")
    stap.bewaar_nu()
    bewaard = stap.stand()
    stap.maak_leeg()
    assert stap.verslag.teksten.beeld_veld.toPlainText() == ""
    assert stap.verslag.aanwezigen.regelmodel.rowCount() == 0
    stap.toon_tafel(tafelkluis.overleg)
    stap.herstel_stand(bewaard)
    assert stap.verslag.teksten.beeld_veld.toPlainText() == "Verzonnen beeld"


@pytest.fixture
def gehouden(akkoord: Diensten, tafelkluis: Tafelkluis) -> Diensten:
    """Every point was started; no besluit yet."""
    for punt in akkoord.agenda.toon(tafelkluis.overleg).punten:
        akkoord.verslagen.start_punt(punt.id)
    iedereen_is_er(akkoord, tafelkluis.overleg)
    return akkoord


def maak_verslag(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, kluis: Tafelkluis) -> Verslag:
    gemaakt = Verslag(diensten, gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(870, 560)
    gemaakt.show()
    gemaakt.toon_tafel(kluis.overleg)
    qtbot.waitExposed(gemaakt)
    return gemaakt


def test_verslag_zegt_wat_mist_en_wordt_daarna_vastgesteld(
    qtbot: QtBot, gehouden: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis
) -> None:
    verslag = maak_verslag(qtbot, gehouden, tafelgereedschap, tafelkluis)
    assert not verslag.vaststel_knop.isEnabled()
    assert "2026-0001" in verslag.aandacht.zinnen()[0]
    for rij in (1, 2):
        verslag.punten.kies(rij)
        list(verslag.punt.besluitknoppen.knoppen.values())[2].click()
    QApplication.processEvents()
    assert bevindingen(verslag) == []
    gehouden.bevestig(WACHTWOORD)
    with qtbot.waitSignal(verslag.kop_gewijzigd):
        verslag.vaststel_knop.click()
    assert gehouden.tafels.toon(tafelkluis.overleg).verslag_status is VerslagStatus.VASTGESTELD
    assert verslag.punt.teksten.beeld_veld.isReadOnly()


def test_terug_naar_een_punt_toont_wat_er_net_getypt_is(
    qtbot: QtBot, gehouden: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis
) -> None:
    verslag = maak_verslag(qtbot, gehouden, tafelgereedschap, tafelkluis)
    verslag.punten.kies(1)
    verslag.punt.teksten.beeld_veld.setPlainText("Eerste casus")
    verslag.punten.kies(2)
    assert verslag.punt.teksten.beeld_veld.toPlainText() == ""
    verslag.punten.kies(1)
    assert verslag.punt.teksten.beeld_veld.toPlainText() == "Eerste casus"


def test_medewerker_mag_niet_vaststellen_en_ziet_waarom(
    qtbot: QtBot,
    gehouden: Diensten,
    tafel_als: TafelOpener,
    tafelgereedschap: Gereedschap,
    tafelkluis: Tafelkluis,
) -> None:
    assert gehouden.tafels.toon(tafelkluis.overleg)
    verslag = maak_verslag(qtbot, tafel_als(MEDEWERKER), tafelgereedschap, tafelkluis)
    assert not verslag.vaststel_knop.isEnabled()
    assert "Alleen een procesregisseur" in verslag.vaststel_knop.toolTip()


def test_dialogen_van_besluit_en_actie_laten_alleen_wie_aan_tafel_zit_kiezen(
    qtbot: QtBot, gehouden: Diensten, tafelkluis: Tafelkluis, qtmodeltester: ModelTester
) -> None:
    beeld = gehouden.verslagen.toon(tafelkluis.overleg)
    punt = beeld.punten[1]
    for dialoog in (
        BesluitDialoog(beeld.besluiten, punt.aanwezigen, _besluit(beeld.besluiten[0].sleutel), print),
        ActieBijPuntDialoog(punt.aanwezigen, beeld.leefgebieden, _actie(punt.aanwezigen[0].partij_id), print),
    ):
        qtbot.addWidget(dialoog)
        dialoog.show()
        namen = {dialoog.belegd.itemText(nummer) for nummer in range(dialoog.belegd.count())}
        assert "Mediant" not in namen
        QApplication.processEvents()
        assert bevindingen(dialoog) == []


def _besluit(soort: str) -> object:
    return BesluitInvoer(soort)


def _actie(partij: object) -> object:
    return ActieInvoer("Huisbezoek", partij)


def test_alle_stukken_gaan_naar_een_map_en_wie_niets_krijgt_staat_erbij(
    qtbot: QtBot,
    gehouden: Diensten,
    tafelgereedschap: Gereedschap,
    tafelkluis: Tafelkluis,
    meldingen: NepMeldingen,
    tmp_path: Path,
    qtmodeltester: ModelTester,
) -> None:
    gehouden.bevestig(WACHTWOORD)
    gehouden.oordelen.trek_in(tafelkluis.casussen[0], tafelkluis.partijen["OM"], "Verzonnen reden")
    stap = Verzenden(gehouden, tafelgereedschap)
    qtbot.addWidget(stap)
    stap.resize(870, 560)
    stap.show()
    stap.toon_tafel(tafelkluis.overleg)
    qtmodeltester.check(stap.tabel.regelmodel)
    assert "Openbaar Ministerie" in stap.zonder.zinnen()[0]
    doel = tmp_path / "stukken"
    doel.mkdir()
    meldingen.pad = doel
    stap.alle_knop.click()

    def klaar() -> None:
        assert "bewaard" in stap.strook.tekst()

    qtbot.waitUntil(klaar)
    assert len(list(doel.glob("*.pdf"))) == stap.tabel.regelmodel.rowCount()
    QApplication.processEvents()
    assert bevindingen(stap) == []
    stap.maak_leeg()
    assert stap.voorbeeld.document.pageCount() == 0


VOORAF = (
    "Doel: Richting bepalen. Type besluit: {besluit}\n"
    "Betrokkenen: Testpersoon Een\n"
    "Gevraagde bijdrage van Politie: Overzicht van de incidenten"
)


def test_doel_besluit_betrokkenen_en_bijdragen_staan_in_beeld_als_het_punt_open_is(
    qtbot: QtBot, stap: AanTafel, akkoord: Diensten, tafelkluis: Tafelkluis
) -> None:
    besluit = akkoord.agenda.toon(tafelkluis.overleg).besluiten[0].naam
    qtbot.keyClick(stap.wisseling.start_knop, Qt.Key.Key_Space)
    assert stap.vooraf.isHidden()
    stap.volgende()
    assert not stap.vooraf.isVisible()
    qtbot.keyClick(stap.wisseling.start_knop, Qt.Key.Key_Space)
    assert stap.vooraf.isVisible()
    assert stap.vooraf.text() == VOORAF.format(besluit=besluit)
    QApplication.processEvents()
    assert bevindingen(stap) == []
    stap.maak_leeg()
    assert stap.vooraf.text() == ""


def test_ook_in_het_verslag_staat_wat_er_vooraf_is_gevraagd(
    qtbot: QtBot, gehouden: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis
) -> None:
    besluit = gehouden.agenda.toon(tafelkluis.overleg).besluiten[0].naam
    verslag = maak_verslag(qtbot, gehouden, tafelgereedschap, tafelkluis)
    verslag.punten.setFocus()
    verslag.punten.kies(0)
    assert verslag.vooraf.isHidden()
    qtbot.keyClick(verslag.punten, Qt.Key.Key_Down)
    assert verslag.vooraf.text() == VOORAF.format(besluit=besluit)
