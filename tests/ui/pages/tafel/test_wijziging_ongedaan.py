"""A besluit or an actie that was changed at a point goes back with Ctrl+Z, and again with Ctrl+Y."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tafelkluis import WACHTWOORD, ProefKlok, Tafelkluis, iedereen_is_er
from toetsenbord import ALT, CTRL, Toetsenbord

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.aan_tafel.aan_tafel import AanTafel

Key = Qt.Key


@pytest.fixture
def stap(
    qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis, klok: ProefKlok
) -> AanTafel:
    """At the first casus of a tafel that has begun."""
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    klok.verder(dagen=14)
    gemaakt = AanTafel(regie, tafelgereedschap)
    qtbot.addWidget(gemaakt)
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
        gemaakt.activateWindow()
    gemaakt.toon_tafel(tafelkluis.overleg)
    qtbot.keyClick(gemaakt, Key.Key_F6)
    gemaakt.start()
    return gemaakt


@pytest.fixture
def toetsen(qtbot: QtBot, stap: AanTafel) -> Iterator[Toetsenbord]:
    gemaakt = Toetsenbord(qtbot)
    yield gemaakt
    gemaakt.stop()


def _typ_over(toetsen: Toetsenbord, tekst: str) -> None:
    toetsen.druk(Key.Key_O if toetsen.waar().window().objectName() == "besluitdialoog" else Key.Key_W, ALT)
    toetsen.druk(Key.Key_A, CTRL)
    toetsen.typ(tekst)
    toetsen.druk(Key.Key_B, ALT)


def _wijzig(toetsen: Toetsenbord, tabel: QWidget, dialoog: str, tekst: str) -> None:
    tabel.setFocus()
    with toetsen.dialoog(dialoog, partial(_typ_over, toetsen, tekst)):
        toetsen.druk(Key.Key_Return)


def _besluiten(stap: AanTafel) -> list[str]:
    return [regel.invoer.omschrijving for regel in stap.verslag.besluiten.regelmodel.regels]


def _acties(stap: AanTafel) -> list[str]:
    return [regel.invoer.omschrijving for regel in stap.verslag.acties.regelmodel.regels]


def _besluit(stap: AanTafel) -> None:
    list(stap.verslag.besluitknoppen.knoppen.values())[2].click()
    stap.verslag.besluiten.kies(0)


def test_een_gewijzigd_besluit_gaat_terug_en_opnieuw(stap: AanTafel, toetsen: Toetsenbord) -> None:
    _besluit(stap)
    _wijzig(toetsen, stap.verslag.besluiten, "besluitdialoog", "Eerst dit")
    _wijzig(toetsen, stap.verslag.besluiten, "besluitdialoog", "Dan dat")
    assert _besluiten(stap) == ["Dan dat"]
    assert "is gewijzigd" in stap.verslag.strook.accessibleName()
    stap.verslag.besluiten.setFocus()
    toetsen.druk(Key.Key_Z, CTRL)
    assert _besluiten(stap) == ["Eerst dit"]
    assert "Ongedaan gemaakt: Het besluit" in stap.verslag.strook.accessibleName()
    toetsen.druk(Key.Key_Z, CTRL)
    assert _besluiten(stap) == [""]
    toetsen.druk(Key.Key_Y, CTRL)
    toetsen.druk(Key.Key_Y, CTRL)
    assert _besluiten(stap) == ["Dan dat"]


def test_ook_nadat_het_besluit_weg_was_en_terugkwam(
    stap: AanTafel, toetsen: Toetsenbord, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    """Put back it is another row; the acts before it are still about this besluit, and the other one stays as it is."""
    _besluit(stap)
    _wijzig(toetsen, stap.verslag.besluiten, "besluitdialoog", "Eerst dit")
    stap.verslag.besluiten.setFocus()
    toetsen.druk(Key.Key_Delete)
    assert _besluiten(stap) == []
    punt = stap.verslag.punt_id()
    assert punt is not None
    anders = list(stap.verslag.besluitknoppen.knoppen)[1]
    regie.verslagen.voeg_besluit_toe(punt, BesluitInvoer(anders, "Van een ander"))  # takes the number that came free
    for _ in range(3):
        toetsen.druk(Key.Key_Z, CTRL)
    assert _besluiten(stap) == ["Van een ander"]
    for _ in range(2):
        toetsen.druk(Key.Key_Y, CTRL)
    assert sorted(_besluiten(stap)) == ["Eerst dit", "Van een ander"]


def test_een_gewijzigde_actie_gaat_terug_en_opnieuw(stap: AanTafel, toetsen: Toetsenbord) -> None:
    stap.verslag.nieuwe_actie.tekst.setFocus()
    toetsen.typ("Bellen")
    toetsen.druk(Key.Key_Return)
    stap.verslag.acties.kies(0)
    _wijzig(toetsen, stap.verslag.acties, "actie_bij_punt_dialoog", "Schrijven")
    assert _acties(stap) == ["Schrijven"]
    stap.verslag.acties.setFocus()
    toetsen.druk(Key.Key_Z, CTRL)
    assert _acties(stap) == ["Bellen"]
    toetsen.druk(Key.Key_Y, CTRL)
    assert _acties(stap) == ["Schrijven"]


def test_bewaren_zonder_iets_te_wijzigen_is_geen_stap_terug(stap: AanTafel, toetsen: Toetsenbord) -> None:
    _besluit(stap)
    _wijzig(toetsen, stap.verslag.besluiten, "besluitdialoog", "Eerst dit")
    _wijzig(toetsen, stap.verslag.besluiten, "besluitdialoog", "Eerst dit")
    stap.verslag.besluiten.setFocus()
    toetsen.druk(Key.Key_Z, CTRL)
    assert _besluiten(stap) == [""]


def test_in_een_vastgesteld_verslag_wordt_het_met_een_zin_geweigerd(
    stap: AanTafel, toetsen: Toetsenbord, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    _besluit(stap)
    _wijzig(toetsen, stap.verslag.besluiten, "besluitdialoog", "Eerst dit")
    beeld = regie.verslagen.toon(tafelkluis.overleg)
    for punt in beeld.punten:
        regie.verslagen.start_punt(punt.id)
        if punt.casus_id is not None:
            regie.verslagen.voeg_besluit_toe(punt.id, BesluitInvoer(beeld.besluiten[2].sleutel))
    regie.bevestig(WACHTWOORD)
    iedereen_is_er(regie, tafelkluis.overleg)
    regie.verslagen.stel_vast(tafelkluis.overleg)
    stap.verslag.besluiten.setFocus()
    toetsen.druk(Key.Key_Z, CTRL)
    assert "Het verslag is vastgesteld en ligt daarom vast." in stap.verslag.strook.accessibleName()
    beeld = regie.verslagen.toon(tafelkluis.overleg)
    assert not beeld.te_wijzigen
    assert "Eerst dit" in [besluit.invoer.omschrijving for punt in beeld.punten for besluit in punt.besluiten]
