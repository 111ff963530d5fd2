"""Afschaling where the house lets two persons decide together: the window asks both, in the words of that house."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from proefkluis import REGIE, WACHTWOORD, maak_casus, maak_sjabloon, open_diensten
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.models.keuzes import CasusId, CasusStatus, OordeelUitkomst
from zvh_desktop.services.casus.afschalingen import AfschalingInvoer
from zvh_desktop.services.casus.casusregie import AanwijzingInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.ui.dialogs.bevestiging import Bevestigingsdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.na_afloop import gaat_weg
from zvh_desktop.ui.pages.casus.afschaling import AfschalingPaneel
from zvh_desktop.ui.toegankelijkheid import bevindingen


@pytest.fixture(scope="module")
def haags_sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kluismap = tmp_path_factory.mktemp("haags") / "oefen.kluis"
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(kluismap.parent / "gebruiker"))
        maak_sjabloon(kluismap, "haaglanden")
    return kluismap


@pytest.fixture
def diensten(haags_sjabloon: Path, tmp_path: Path) -> Iterator[Diensten]:
    geopend = open_diensten(shutil.copytree(haags_sjabloon, tmp_path / "haags.kluis"), REGIE)
    yield geopend
    geopend.sluit()


@pytest.fixture
def casus(diensten: Diensten) -> CasusId:
    casus_id = maak_casus(diensten)
    diensten.afschalingen.bewaar(casus_id, AfschalingInvoer("Het gaat rustig.", "Alle criteria zijn gehaald."))
    return casus_id


def wijs_aan(diensten: Diensten, casus: CasusId, naam: str) -> None:
    """This person becomes casuscoördinator."""
    partij = diensten.partijen.lijst()[0].id
    diensten.bevestig(WACHTWOORD)
    diensten.oordelen.geef(
        casus, [OordeelInvoer(partij, OordeelUitkomst.RECHTMATIG, "Eigen wettelijke taak", "Verzonnen motivering.")]
    )
    diensten.casussen.wijs_casusregisseur_aan(
        casus, AanwijzingInvoer(partij, naam, eerder_op=diensten.werkplek.vandaag())
    )


@pytest.fixture
def paneel(
    qtbot: QtBot,
    diensten: Diensten,
    gereedschap: Gereedschap,
    casus: CasusId,
    meldingen: NepMeldingen,
    monkeypatch: pytest.MonkeyPatch,
) -> AfschalingPaneel:
    def geef_wachtwoord(bevestiger: Any, *_rest: object) -> bool:
        bevestiger.bevestig(WACHTWOORD)
        return True

    monkeypatch.setattr(Bevestigingsdialoog, "vraag", geef_wachtwoord)
    meldingen.antwoord = True
    gemaakt = AfschalingPaneel(diensten, gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(900, 1000)
    gemaakt.show()
    gemaakt.toon_casus(diensten.casussen.toon(casus))
    return gemaakt


def besluitknop(paneel: AfschalingPaneel, beslisser: str) -> QPushButton | None:
    QApplication.processEvents()
    knoppen = paneel.findChildren(QPushButton, f"afschaling_besluit_{beslisser}")
    return next((knop for knop in knoppen if knop.isVisible() and not gaat_weg(knop)), None)


def druk(paneel: AfschalingPaneel, beslisser: str) -> None:
    knop = besluitknop(paneel, beslisser)
    assert knop is not None
    assert knop.isEnabled(), knop.toolTip()
    knop.click()


def status(diensten: Diensten, casus: CasusId) -> CasusStatus:
    return diensten.casussen.toon(casus).status


def test_twee_knoppen_en_pas_na_de_tweede_is_de_casus_afgeschaald(
    paneel: AfschalingPaneel, diensten: Diensten, casus: CasusId, meldingen: NepMeldingen
) -> None:
    wijs_aan(diensten, casus, "T. Voorbeeldig")
    paneel.toon_casus(diensten.casussen.toon(casus))
    assert bevindingen(paneel) == []
    assert besluitknop(paneel, "overleg") is None
    druk(paneel, "procesregisseur")
    assert status(diensten, casus) is CasusStatus.LOPEND
    assert besluitknop(paneel, "procesregisseur") is None
    paneel.namens.setText("T. Voorbeeldig")
    druk(paneel, "casusregisseur")
    assert status(diensten, casus) is CasusStatus.AFGESCHAALD
    assert "de procesregisseur besluit" in meldingen.gesteld[0]
    assert "de casuscoördinator besluit" in meldingen.gesteld[1]
    besloten = [beslisser.door for beslisser in diensten.afschalingen.toon(casus).beslissers]
    assert besloten == [diensten.werkplek.naam, "T. Voorbeeldig"]


def test_zonder_aanwijzing_en_met_dezelfde_of_een_andere_naam_wordt_bij_het_veld_geweigerd(
    paneel: AfschalingPaneel, diensten: Diensten, casus: CasusId
) -> None:
    assert "casuscoördinator" in paneel.namens.accessibleName()
    druk(paneel, "procesregisseur")
    druk(paneel, "casusregisseur")
    assert "nog niet aangewezen wie de casuscoördinator is" in paneel.namens_regel.fout()
    wijs_aan(diensten, casus, diensten.werkplek.naam)
    paneel.toon_casus(diensten.casussen.toon(casus))
    paneel.namens.setText("T. Voorbeeldig")
    druk(paneel, "casusregisseur")
    assert f"maar {diensten.werkplek.naam}" in paneel.namens_regel.fout()
    paneel.namens.setText(diensten.werkplek.naam)
    druk(paneel, "casusregisseur")
    assert "kan niet twee keer besluiten" in paneel.namens_regel.fout()
    assert status(diensten, casus) is CasusStatus.LOPEND


def test_de_aangewezen_casuscoordinator_hoeft_niet_getypt(
    paneel: AfschalingPaneel, diensten: Diensten, casus: CasusId
) -> None:
    wijs_aan(diensten, casus, "T. Voorbeeldig")
    paneel.toon_casus(diensten.casussen.toon(casus))
    assert paneel.namens.placeholderText() == "T. Voorbeeldig"
    druk(paneel, "casusregisseur")
    assert status(diensten, casus) is CasusStatus.LOPEND
    druk(paneel, "procesregisseur")
    assert status(diensten, casus) is CasusStatus.AFGESCHAALD


def test_geen_woord_van_een_ander_huis_en_het_artikel_van_dit_huis(paneel: AfschalingPaneel) -> None:
    teksten = [str(deel.property("text")) for deel in paneel.findChildren(QObject) if deel.property("text")]
    alles = " ".join(teksten)
    assert "De casuscoördinator besluit (art. 1.10)" in alles
    assert "casusregisseur" not in alles
    assert "Casustafel" not in alles
