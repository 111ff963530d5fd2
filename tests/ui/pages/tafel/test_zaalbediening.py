"""The chair and the screen in the room: shown by hand, empty at once when somebody comes in or anything changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tafelkluis import WACHTWOORD, ProefKlok, Tafelkluis

from zvh_desktop.models.keuzes import Aanwezigheid, AgendapuntId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.aan_tafel.aan_tafel import AanTafel
from zvh_desktop.ui.zaal.zaalvenster import Zaalvenster


class Opstelling:
    """The first casus is open, Politie is there, and the room sees it."""

    def __init__(self, qtbot: QtBot, regie: Diensten, gereedschap: Gereedschap, kluis: Tafelkluis) -> None:
        self.qtbot, self.diensten, self.gereedschap, self.kluis = qtbot, regie, gereedschap, kluis
        self.stap = AanTafel(regie, gereedschap)
        qtbot.addWidget(self.stap)
        self.stap.resize(1100, 640)
        with qtbot.waitActive(self.stap):
            self.stap.show()
            self.stap.activateWindow()
        self.stap.toon_tafel(kluis.overleg)
        self.stap.volgende()
        self.stap.start()

    @property
    def punt(self) -> AgendapuntId:
        return self.diensten.verslagen.toon(self.kluis.overleg).punten[1].id

    def druk(self, toets: Qt.Key, shift: bool = False) -> None:
        knop = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(self.stap, toets, knop)

    def venster(self) -> Zaalvenster:
        venster = self.stap.dagbalk.zaal.venster()
        assert venster is not None
        return venster

    def gezien(self) -> str:
        return " ".join(label.text() for label in self.venster().findChildren(QLabel))

    def toon(self) -> None:
        self.druk(Qt.Key.Key_F9)
        self.druk(Qt.Key.Key_F8)
        assert "2026-0001" in self.gezien()

    def wordt_leeg(self) -> None:
        self.qtbot.waitUntil(lambda: self.venster().is_leeg())
        assert "2026-0001" not in self.gezien()


@pytest.fixture
def tafel(
    qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis, klok: ProefKlok
) -> Iterator[Opstelling]:
    regie.bevestig(WACHTWOORD)
    regie.oordelen.trek_in(tafelkluis.casussen[0], tafelkluis.partijen["Enschede"], "Alleen voor deze proef")
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    klok.verder(dagen=14)
    yield Opstelling(qtbot, regie, tafelgereedschap, tafelkluis)
    tafelgereedschap.zaal.sluit()


def test_f8_zet_het_scherm_neer_en_toont_pas_na_de_geheimhouding(tafel: Opstelling) -> None:
    tafel.druk(Qt.Key.Key_F8)
    assert tafel.venster().is_leeg()
    assert "geheimhouding" in tafel.stap.strook.tekst()
    tafel.toon()
    assert tafel.stap.dagbalk.zaal.toon_knop.text() == "Maak zaal leeg"
    tafel.druk(Qt.Key.Key_F8)
    assert tafel.venster().is_leeg()
    assert tafel.stap.dagbalk.zaal.toon_knop.text() == "Toon in zaal"


def test_shift_f8_opent_en_sluit_het_scherm_en_neemt_de_letters_niet_over(tafel: Opstelling) -> None:
    tafel.druk(Qt.Key.Key_F8, shift=True)
    venster = tafel.venster()
    assert not venster.isActiveWindow()
    assert venster.is_leeg()
    assert tafel.stap.dagbalk.zaal.scherm_knop.isChecked()
    tafel.druk(Qt.Key.Key_F8, shift=True)
    assert tafel.stap.dagbalk.zaal.venster() is None
    assert not tafel.stap.dagbalk.zaal.scherm_knop.isChecked()


def test_sluit_iemand_het_venster_dan_is_er_niets_vrijgegeven(tafel: Opstelling) -> None:
    tafel.toon()
    tafel.venster().close()
    assert tafel.stap.dagbalk.zaal.venster() is None
    tafel.druk(Qt.Key.Key_F8, shift=True)
    assert tafel.venster().is_leeg()


def naar_het_volgende(tafel: Opstelling) -> None:
    tafel.druk(Qt.Key.Key_F6)


def terug(tafel: Opstelling) -> None:
    tafel.druk(Qt.Key.Key_F5)


def ander_punt(tafel: Opstelling) -> None:
    tafel.stap.ga_naar_punt(tafel.diensten.verslagen.toon(tafel.kluis.overleg).punten[2].id)


def partij_binnen_met_k(tafel: Opstelling) -> None:
    tabel = tafel.stap.verslag.aanwezigen
    tabel.kies(next(rij for rij, regel in enumerate(tabel.regelmodel.regels) if regel.kort == "OM"))
    tabel.setFocus(Qt.FocusReason.TabFocusReason)
    tafel.qtbot.keyClick(tabel, Qt.Key.Key_K)


def elders_binnengelaten(tafel: Opstelling) -> None:
    """By another part of the program, without a word to this screen."""
    tafel.diensten.tafelloop.laat_binnen(tafel.punt, tafel.kluis.partijen["RN"])


def oordeel_ingetrokken(tafel: Opstelling) -> None:
    tafel.diensten.bevestig(WACHTWOORD)
    tafel.diensten.oordelen.trek_in(tafel.kluis.casussen[0], tafel.kluis.partijen["Politie"], "Niet meer betrokken")


def geheimhouding_terug(tafel: Opstelling) -> None:
    tafel.druk(Qt.Key.Key_F9)


@pytest.mark.parametrize(
    "gebeurt",
    [
        naar_het_volgende,
        terug,
        ander_punt,
        partij_binnen_met_k,
        elders_binnengelaten,
        oordeel_ingetrokken,
        geheimhouding_terug,
    ],
)
def test_de_zaal_wordt_leeg(tafel: Opstelling, gebeurt: Callable[[Opstelling], None]) -> None:
    tafel.toon()
    gebeurt(tafel)
    tafel.wordt_leeg()


def test_na_een_nieuwkomer_wordt_de_geheimhouding_opnieuw_gevraagd(tafel: Opstelling) -> None:
    tafel.toon()
    partij_binnen_met_k(tafel)
    assert not tafel.stap.geheim.vak.isChecked()
    assert "geheimhouding" in tafel.stap.strook.tekst()
    assert tafel.stap.dagbalk.zaal.stand.tekst() == "Zaal is leeg"
    tafel.druk(Qt.Key.Key_F8)
    assert tafel.venster().is_leeg()
    tafel.toon()


def test_het_laatste_woord_over_wie_weg_moet_staat_boven_de_casus(tafel: Opstelling) -> None:
    tafel.diensten.verslagen.zet_aanwezigheid(tafel.punt, tafel.kluis.partijen["Politie"], Aanwezigheid.AANWEZIG)
    oordeel_ingetrokken(tafel)
    tafel.stap.vernieuw()
    assert "Moet nu van tafel" in tafel.stap.bediening.stand.text()
    tafel.druk(Qt.Key.Key_F9)
    tafel.druk(Qt.Key.Key_F8)
    assert tafel.venster().is_leeg()
    assert "mag niet" in tafel.stap.strook.tekst()


def test_wat_er_wordt_getypt_komt_niet_in_de_zaal(tafel: Opstelling) -> None:
    tafel.toon()
    tafel.qtbot.keyClicks(tafel.stap.verslag.teksten.beeld_veld, "Verzonnen beeld")
    tafel.stap.bewaar_nu()
    tafel.diensten.verslagen.bewaar_tekst(tafel.punt, VerslagTekst("Verzonnen beeld", "Mening", "Afspraak"))
    tafel.stap.vernieuw()
    assert "Verzonnen" not in tafel.gezien()
    assert "Testpersoon" not in tafel.gezien()


def test_een_afspraak_komt_meteen_in_de_zaal(tafel: Opstelling) -> None:
    tafel.toon()
    regel = tafel.stap.verslag.nieuwe_actie
    regel.tekst.setText("politie: huisbezoek voor 22 dec")
    regel.voeg_toe()
    assert "huisbezoek" in tafel.gezien()
    assert "22 dec" in tafel.gezien()


def test_vergrendelen_maakt_de_zaal_zwart_en_daarna_blijft_hij_leeg(
    tafel: Opstelling, qtbot: QtBot, tafelgereedschap: Gereedschap
) -> None:
    tafel.toon()
    venster = tafel.venster()
    tafel.stap.maak_leeg()
    assert venster.stapel.currentWidget() is venster.zwart_vlak
    assert venster.tekst() == ""
    nieuw = AanTafel(tafel.diensten, tafelgereedschap)
    qtbot.addWidget(nieuw)
    nieuw.toon_tafel(tafel.kluis.overleg)
    terug_venster = nieuw.dagbalk.zaal.venster()
    assert terug_venster is not None
    assert terug_venster is not venster
    assert terug_venster.is_leeg()
    assert terug_venster.geometry() == venster.geometry()
