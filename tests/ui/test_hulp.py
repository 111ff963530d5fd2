"""F1: the right chapter, links that stay inside, and every chapter readable."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.services.huis.handleiding import Hoofdstuk, algemene_handleiding, lees_handleiding
from zvh_desktop.ui.hulp import HOOFDSTUK_BIJ, Hulp
from zvh_desktop.ui.hulpvenster import Hulpvenster
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.uiterlijk.thema import Thema

HOOFDSTUKKEN = algemene_handleiding()
BEELD = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def venster(qtbot: QtBot, thema: Thema) -> Hulpvenster:
    gemaakt = Hulpvenster(HOOFDSTUKKEN)
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    gemaakt.toon_hoofdstuk("partijen")
    QApplication.processEvents()
    return gemaakt


@pytest.fixture
def hulp(qtbot: QtBot, thema: Thema) -> Iterator[Hulp]:
    gemaakt = Hulp(algemene_handleiding, Hulpvenster)
    yield gemaakt
    gemaakt.sluit()


def test_bij_elke_plaats_hoort_een_hoofdstuk_dat_bestaat() -> None:
    delft = {hoofdstuk.sleutel for hoofdstuk in lees_handleiding(laad_meegeleverd("delft"))}
    assert set(HOOFDSTUK_BIJ.values()) <= delft, "a house with every chapter"


@pytest.mark.parametrize("hoofdstuk", HOOFDSTUKKEN, ids=lambda hoofdstuk: hoofdstuk.sleutel)
def test_verwijzingen_in_een_hoofdstuk_gaan_naar_een_hoofdstuk(hoofdstuk: Hoofdstuk) -> None:
    assert hoofdstuk.tekst.startswith(f"# {hoofdstuk.titel}\n")
    bestanden = {ander.bestand for ander in HOOFDSTUKKEN}
    assert set(re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)\)", hoofdstuk.tekst)) <= bestanden


def test_f1_opent_het_hoofdstuk_van_waar_men_is(hulp: Hulp) -> None:
    hulp.toon("beheer")
    assert hulp.venster is not None
    assert hulp.venster.hoofdstuk() == "beheer-en-reservekopie"
    hulp.toon("beheer/accounts")
    assert hulp.venster.hoofdstuk() == "beheer-en-reservekopie"
    hulp.toon("beheer/datalekken")
    assert hulp.venster.hoofdstuk() == "datalek"
    hulp.toon("onbekende plaats")
    assert hulp.venster.hoofdstuk() == "eerste-keer"


def test_f1_zegt_het_in_de_woorden_van_het_huis_dat_open_is(qtbot: QtBot, thema: Thema) -> None:
    huizen = ["twente"]
    hulp = Hulp(lambda: lees_handleiding(laad_meegeleverd(huizen[-1])), Hulpvenster)
    hulp.toon("tafels")
    assert hulp.venster is not None
    eerste = hulp.venster
    assert "casustafel" in hulp.venster.tekst.toPlainText()
    hulp.toon("casussen/triage")
    assert hulp.venster is eerste
    huizen.append("delft")
    hulp.toon("casussen/triage")
    assert "weeg" in hulp.venster.tekst.toPlainText()
    assert [hulp.venster.lijst.item(rij).text() for rij in (4, 5)] == ["Aanmelding", "Weeg"]
    hulp.venster.zoek_veld.setText("triage")
    assert all(hulp.venster.lijst.item(rij).isHidden() for rij in range(hulp.venster.lijst.count()))
    hulp.sluit()


def test_venster_is_leesbaar_en_toont_de_tekst(venster: Hulpvenster) -> None:
    assert bevindingen(venster) == []
    assert "contactpersonen" in venster.tekst.toPlainText()


def test_verwijzing_blijft_in_de_handleiding(venster: Hulpvenster) -> None:
    venster.tekst.anchorClicked.emit(QUrl("07-oordelen.md"))
    assert venster.hoofdstuk() == "oordelen"
    venster.tekst.anchorClicked.emit(QUrl("https://voorbeeld.invalid/"))
    assert venster.hoofdstuk() == "oordelen"


def test_zoeken_laat_alleen_hoofdstukken_met_het_woord(qtbot: QtBot, venster: Hulpvenster) -> None:
    venster.zoek_veld.setText("GEHEIMHOUDING")
    zichtbaar = [rij for rij in range(venster.lijst.count()) if not venster.lijst.item(rij).isHidden()]
    assert 0 < len(zichtbaar) < len(HOOFDSTUKKEN)
    assert venster.lijst.currentRow() in zichtbaar
    qtbot.keyClick(venster.zoek_veld, Qt.Key.Key_Return)
    assert venster.tekst.textCursor().selectedText().casefold() == "geheimhouding"


def test_een_hoofdstuk_heeft_een_beeld_zo_breed_als_de_bladzijde(venster: Hulpvenster) -> None:
    venster.toon_hoofdstuk("datalek")
    ruimte = venster.tekst.viewport().width()
    beeld = _beeld(venster)
    assert 200 < beeld.deviceIndependentSize().width() <= ruimte
    venster.resize(venster.width() - 150, venster.height())
    QApplication.processEvents()
    assert _beeld(venster).deviceIndependentSize().width() < beeld.deviceIndependentSize().width()
    assert "nog is om te melden" in next(een.leestekst for een in HOOFDSTUKKEN if een.sleutel == "datalek")


def _beeld(venster: Hulpvenster) -> QImage:
    beeld = venster.tekst.document().resource(BEELD, QUrl("beeld/datalekken.png"))
    assert isinstance(beeld, QImage)
    return beeld


@pytest.mark.parametrize("adres", ["../huisprofielen/delft.toml", "beeld/../x.png", "file:///etc/hostname", "x.png"])
def test_een_tekst_kan_om_geen_ander_bestand_vragen(venster: Hulpvenster, adres: str) -> None:
    assert venster.tekst.loadResource(BEELD, QUrl(adres)) is None
