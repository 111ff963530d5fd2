"""The window in the room: large, without the keyboard, black when it has to be, and back where it stood."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from zvh_desktop.services.tafel.zaal.gegevens import Zaalactie, Zaalbeeld, Zaalbesluit
from zvh_desktop.ui.toegankelijkheid import naamlozen
from zvh_desktop.ui.uiterlijk.thema import Thema
from zvh_desktop.ui.zaal.zaalvenster import Zaalvenster
from zvh_desktop.ui.zaal.zwartvenster import ander_scherm
from zvh_desktop.ui.zaalhouder import Zaalhouder, Zaalplek

NU = datetime(2026, 12, 15, 10, 0, tzinfo=UTC)


def beeld(acties: int = 1, **anders: object) -> Zaalbeeld:
    velden: dict[str, object] = {
        "casusnummer": "2026-0042",
        "aanpak": "Veelplegers",
        "doel": "Richting bepalen voor een plan van aanpak",
        "besluit_soort": "Procesregie ZVH",
        "aan_tafel": ("Politie Oost", "Openbaar Ministerie"),
        "besluiten": (Zaalbesluit("Procesregie ZVH", "", "Politie Oost"),),
        "acties": tuple(
            Zaalactie(f"Huisbezoek nummer {nummer}", "Politie Oost", date(2026, 12, 22)) for nummer in range(acties)
        ),
        "tot": NU.replace(minute=12),
    }
    return Zaalbeeld(**{**velden, **anders})  # type: ignore[arg-type]


@pytest.fixture
def venster(qtbot: QtBot, thema: Thema) -> Zaalvenster:
    gemaakt = Zaalvenster("Zorg- en Veiligheidshuis Voorbeeld", lambda: NU)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1280, 720)
    with qtbot.waitExposed(gemaakt):
        gemaakt.show()
    return gemaakt


def zwart_op_het_scherm(venster: Zaalvenster) -> bool:
    beeld_nu = venster.grab().toImage()
    plekken = [
        QPoint(x * (beeld_nu.width() - 1) // 20, y * (beeld_nu.height() - 1) // 20)
        for x in range(21)
        for y in range(21)
    ]
    return all(beeld_nu.pixelColor(plek) == QColor(0, 0, 0) for plek in plekken)


def test_wat_er_van_een_casus_te_zien_is(venster: Zaalvenster) -> None:
    venster.toon(beeld())
    for woord in ("2026-0042", "Veelplegers", "Openbaar Ministerie", "Huisbezoek", "22 dec", "nog 12 min", "10:00"):
        assert woord in venster.tekst()
    assert not venster.is_leeg()


def test_leeg_is_leeg_ook_in_wat_er_niet_meer_te_zien_is(venster: Zaalvenster) -> None:
    venster.toon(beeld())
    venster.maak_leeg("Er wordt zo verder gegaan.")
    assert venster.is_leeg()
    alles = " ".join(label.text() for label in venster.findChildren(QLabel))
    for woord in ("2026-0042", "Veelplegers", "Openbaar Ministerie", "Huisbezoek", "min"):
        assert woord not in alles


def test_vergrendeld_is_zwart(venster: Zaalvenster) -> None:
    venster.toon(beeld())
    assert not zwart_op_het_scherm(venster)
    venster.zwart()
    assert zwart_op_het_scherm(venster)
    assert venster.tekst() == ""
    venster.maak_leeg("Wacht")
    assert not zwart_op_het_scherm(venster)


def test_ook_in_de_oefening_is_zwart_zwart(qtbot: QtBot, thema: Thema) -> None:
    gemaakt = Zaalvenster("Huis", lambda: NU, oefen=True)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(800, 600)
    gemaakt.show()
    gemaakt.maak_leeg("Wacht")
    assert "OEFENING" in " ".join(label.text() for label in gemaakt.findChildren(QLabel) if label.isVisible())
    gemaakt.zwart()
    assert zwart_op_het_scherm(gemaakt)


@pytest.mark.parametrize("maat", [(1366, 768), (1920, 1080), (960, 600)])
@pytest.mark.parametrize("acties", [1, 30])
def test_alles_past_hoe_veel_het_ook_is(venster: Zaalvenster, maat: tuple[int, int], acties: int) -> None:
    venster.resize(*maat)
    lang = "Een lange afspraak die over meer dan een regel gaat omdat er veel bij te zeggen is " * 2
    venster.toon(beeld(acties, doel=lang, aan_tafel=tuple(f"Partij nummer {nummer}" for nummer in range(12))))
    QApplication.processEvents()
    assert not [
        label.objectName()
        for label in venster.findChildren(QLabel)
        if label.isVisible() and label.text() and label.height() < label.heightForWidth(label.width())
    ]
    assert venster.stapel.geometry().bottom() <= venster.height()


def test_er_is_niets_om_in_te_typen_en_het_venster_houdt_het_programma_niet_open(venster: Zaalvenster) -> None:
    venster.toon(beeld())
    assert naamlozen(venster) == []
    assert venster.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert not venster.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_zonder_tweede_scherm_is_het_een_venster_dat_terugkomt_waar_het_stond(qtbot: QtBot, thema: Thema) -> None:
    houder = Zaalhouder()
    eerste = Zaalvenster("Huis", lambda: NU)
    houder.neem(eerste)
    eerste.zet_neer(eerste.screen())
    assert ander_scherm(eerste.screen()) is None
    assert not eerste.isFullScreen()
    eerste.setGeometry(20, 30, 500, 400)
    plek = houder.plek()
    assert plek is not None
    houder.zwart_op(plek)
    assert houder.venster is not None
    assert houder.venster is not eerste
    assert houder.plek() == plek
    houder.sluit()
    assert houder.plek() is None


def test_een_plek_op_een_scherm_dat_er_niet_meer_is(qtbot: QtBot, thema: Thema) -> None:
    houder = Zaalhouder()
    houder.zwart_op(Zaalplek("WEG-1", (90_000, 0, 1920, 1080), vol=True))
    assert houder.venster is not None
    assert houder.venster.screen().availableGeometry().intersects(houder.venster.geometry())
    assert not houder.venster.isFullScreen()
    houder.sluit()
