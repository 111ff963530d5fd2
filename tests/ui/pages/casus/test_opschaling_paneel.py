"""The strip Opschaling in a house that has it: each step in order, every refusal in view, and a way back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from proefkluis import MEDEWERKER, REGIE, WACHTWOORD, maak_casus, maak_sjabloon, open_diensten
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QToolButton
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.errors import RegelGeweigerd
from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.keuzen.opschalingkeuzes import OpschalingUitkomst
from zvh_desktop.models.keuzes import Aanwezigheid, CasusId, OordeelUitkomst, OverlegId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.informatie.items import InformatieInvoer
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer
from zvh_desktop.services.werkplek.plekken import BijCasus
from zvh_desktop.ui.dialogs.bevestiging import Bevestigingsdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.blad import CasusBlad
from zvh_desktop.ui.pages.casus.opschaling.akkoord import OpschalingAkkoordDialoog
from zvh_desktop.ui.pages.casus.opschaling.opschaling import OpschalingPaneel
from zvh_desktop.ui.pages.casus.opschaling.uitkomst import OpschalingUitkomstDialoog
from zvh_desktop.ui.pages.vandaag import doel
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.toegankelijkheid import bevindingen

HUIS = "ZVH Haaglanden"


@pytest.fixture(scope="module")
def delfts_sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kluismap = tmp_path_factory.mktemp("delfts") / "oefen.kluis"
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(kluismap.parent / "gebruiker"))
        maak_sjabloon(kluismap, "delft")
    return kluismap


@pytest.fixture
def kluismap(delfts_sjabloon: Path, tmp_path: Path) -> Path:
    return shutil.copytree(delfts_sjabloon, tmp_path / "delfts.kluis")


@pytest.fixture
def diensten(kluismap: Path) -> Iterator[Diensten]:
    geopend = open_diensten(kluismap, REGIE)
    yield geopend
    geopend.sluit()


@dataclass
class Dossier:
    casus: CasusId
    overleg: OverlegId


@pytest.fixture
def dossier(diensten: Diensten) -> Dossier:
    """A casus on a held overleg whose verslag is still a concept, with one item of a partij."""
    casus = maak_casus(diensten)
    partij = diensten.partijen.lijst()[0].id
    diensten.bevestig(WACHTWOORD)
    diensten.oordelen.geef(casus, [OordeelInvoer(partij, OordeelUitkomst.RECHTMATIG, grondslag="verzonnen taak")])
    soort = diensten.profiel.casusoverleggen[0].sleutel
    overleg = diensten.tafels.plan(OverlegInvoer(soort, date(2026, 12, 8), time(9), time(12), "Zaal 2", "R", "M"))
    punt = diensten.agenda.voeg_casus_toe(overleg, casus)
    (besluit,) = diensten.profiel.besluiten_tot("opschaling")
    diensten.agenda.wijzig_punt(punt, PuntInvoer(20, doel="Doel", besluit_type=besluit.sleutel, themas="Wonen"))
    diensten.agenda.nodig_alle_uit(punt)
    diensten.agenda.geef_akkoord(overleg)
    diensten.verslagen.start_punt(punt, andere_dag=True)
    diensten.verslagen.zet_aanwezigheid(punt, partij, Aanwezigheid.AANWEZIG)
    diensten.verslagen.voeg_besluit_toe(punt, BesluitInvoer(besluit.sleutel))
    diensten.informatie.voeg_toe(casus, InformatieInvoer(partij, Regime.AVG, "Brief", "Verzonnen.", "Alleen lezen."))
    return Dossier(casus, overleg)


@pytest.fixture
def paneel(
    qtbot: QtBot,
    diensten: Diensten,
    gereedschap: Gereedschap,
    dossier: Dossier,
    meldingen: NepMeldingen,
    monkeypatch: pytest.MonkeyPatch,
) -> OpschalingPaneel:
    def geef_wachtwoord(bevestiger: Any, *_rest: object) -> bool:
        bevestiger.bevestig(WACHTWOORD)
        return True

    monkeypatch.setattr(Bevestigingsdialoog, "vraag", geef_wachtwoord)
    meldingen.antwoord = True
    vlak = QScrollArea()
    vlak.setAccessibleName("Casus")
    vlak.setWidgetResizable(True)
    gemaakt = OpschalingPaneel(diensten, gereedschap)
    vlak.setWidget(gemaakt)
    qtbot.addWidget(vlak)
    vlak.resize(1000, 900)
    vlak.show()
    qtbot.waitExposed(vlak)
    gemaakt.vlak = vlak  # type: ignore[attr-defined]
    gemaakt.toon_casus(diensten.casussen.toon(dossier.casus))
    QApplication.processEvents()
    return gemaakt


def vul_in(paneel: OpschalingPaneel) -> None:
    paneel.motivering.setPlainText("Het lukt hier niet meer.")
    paneel.criteria.setPlainText("Twee keer geprobeerd.")
    paneel.gevraagd.setPlainText("Neem het over.")
    paneel.bewaar_nu()


def besluit(paneel: OpschalingPaneel, diensten: Diensten, dossier: Dossier) -> None:
    vul_in(paneel)
    diensten.verslagen.stel_vast(dossier.overleg)
    paneel.toon_casus(diensten.casussen.toon(dossier.casus))
    paneel.teken_knop.click()


def geef_akkoord(paneel: OpschalingPaneel, monkeypatch: pytest.MonkeyPatch) -> None:
    def vul(dialoog: OpschalingAkkoordDialoog) -> None:
        dialoog.door.setText("R. Regiovoorbeeld")
        dialoog.functie.setText("procesregisseur regio")
        dialoog.kenmerk.setText("OEF-77")
        dialoog.bewaar_knop.click()

    monkeypatch.setattr(OpschalingAkkoordDialoog, "exec", lambda dialoog: (vul(dialoog), dialoog.result())[1])
    paneel.akkoord_knop.click()


def test_zonder_besluit_van_het_overleg_zegt_de_strook_wat_er_mist(
    paneel: OpschalingPaneel, diensten: Diensten, dossier: Dossier
) -> None:
    assert HUIS in paneel.akkoord_kop.text()
    vul_in(paneel)
    assert diensten.opschalingen.toon(dossier.casus).nu is not None
    assert not paneel.teken_knop.isEnabled()
    (zin,) = paneel.nodig.zinnen()
    assert "art. 8.4 onder d" in zin
    assert zin in paneel.teken_knop.toolTip()
    (knop,) = (regel.regel_knop for regel in paneel.nodig.regels() if regel.regel_knop.isVisibleTo(paneel))
    knop.click()
    assert any("art. 1.13" in regel.regeltekst.text() for regel in paneel.nodig.regels())
    for uit in (paneel.akkoord_knop, paneel.dossier_knop, paneel.pdf_knop, paneel.aan_knop, paneel.niet_knop):
        assert not uit.isEnabled()
        assert "nog niet besloten" in uit.toolTip()
    with pytest.raises(RegelGeweigerd) as fout:
        diensten.opschalingen.besluit(dossier.casus)
    paneel.toon_weigering(fout.value)
    assert "nog geen vastgesteld verslag" in paneel.fout.tekst()
    assert bevindingen(paneel.vlak) == []  # type: ignore[attr-defined]


def test_de_hele_weg_met_ongedaan_maken(
    qtbot: QtBot,
    paneel: OpschalingPaneel,
    diensten: Diensten,
    dossier: Dossier,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gezien: list[str] = []
    monkeypatch.setattr(PdfVenster, "vraag", lambda _inhoud, naam, *_, **__: gezien.append(naam))
    besluit(paneel, diensten, dossier)
    assert paneel.motivering.isReadOnly()
    assert "Ondertekend door" in paneel.besluit.tekst()
    assert not paneel.dossier_knop.isEnabled()
    assert HUIS in paneel.dossier_knop.toolTip()
    geef_akkoord(paneel, monkeypatch)
    assert "R. Regiovoorbeeld, procesregisseur regio, gaf akkoord" in paneel.akkoord.tekst()
    paneel.meldregel.maak_ongedaan()
    assert "nog geen akkoord" in paneel.akkoord.tekst()
    paneel.meldregel.doe_opnieuw()
    paneel.intrek_knop.click()
    assert "nog geen akkoord" in paneel.akkoord.tekst()
    paneel.meldregel.terug_knop.click()
    assert "OEF-77" in paneel.akkoord.tekst()
    (zin,) = paneel.nakijken.zinnen()
    assert "Brief" in zin and "art. 9.2" in zin
    paneel.pdf_knop.click()
    qtbot.waitUntil(lambda: len(gezien) == 1)
    paneel.dossier_knop.click()
    assert "Overgedragen op" in paneel.dossier.tekst()
    assert not paneel.intrek_knop.isEnabled()
    bekijk = paneel.findChild(QToolButton, "opschaling_stuk_0")
    assert bekijk is not None
    bekijk.click()
    qtbot.waitUntil(lambda: len(gezien) == 2)
    assert gezien[0] == gezien[1]

    monkeypatch.setattr(
        OpschalingUitkomstDialoog, "exec", lambda dialoog: (dialoog.bewaar_knop.click(), dialoog.result())[1]
    )
    paneel.aan_knop.click()
    assert f"{HUIS} heeft de casus aangenomen" in paneel.uitkomst.tekst()
    assert diensten.casussen.toon(dossier.casus).procesregie == HUIS
    paneel.meldregel.maak_ongedaan()
    assert diensten.opschalingen.toon(dossier.casus).is_open
    QApplication.processEvents()
    assert bevindingen(paneel.vlak) == []  # type: ignore[attr-defined]


def test_niet_aangenomen_vraagt_waarom_en_een_nieuwe_begint_leeg(
    paneel: OpschalingPaneel, diensten: Diensten, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezegd: list[str] = []

    def vul(dialoog: OpschalingUitkomstDialoog) -> int:
        assert dialoog.reden is not None
        dialoog.bewaar_knop.click()
        gezegd.append(dialoog.formulier.regel("reden").fout())
        dialoog.reden.setPlainText("Past niet bij de regio.")
        dialoog.bewaar_knop.click()
        return dialoog.result()

    monkeypatch.setattr(OpschalingUitkomstDialoog, "exec", vul)
    besluit(paneel, diensten, dossier)
    paneel.niet_knop.click()
    assert gezegd == [f"Schrijf op waarom {diensten.opschalingen.toon(dossier.casus).huis} de casus niet aanneemt."]
    nu = diensten.opschalingen.toon(dossier.casus).nu
    assert nu is not None
    assert nu.uitkomst is OpschalingUitkomst.NIET_AANGENOMEN
    assert "Past niet bij de regio." in paneel.uitkomst.tekst()
    paneel.terug_knop.click()
    assert diensten.opschalingen.toon(dossier.casus).is_open
    paneel.niet_knop.click()
    paneel.opnieuw_knop.click()
    assert paneel.motivering.toPlainText() == ""
    assert not paneel.motivering.isReadOnly()
    assert "Past niet bij de regio." in paneel.eerder.text()


def test_typen_bewaart_zelf_en_vergrendelen_laat_niets_staan(
    qtbot: QtBot, paneel: OpschalingPaneel, diensten: Diensten, dossier: Dossier
) -> None:
    paneel.motivering.setFocus()
    with qtbot.waitSignal(paneel.opgeslagen):
        qtbot.keyClicks(paneel.motivering, "Getypt")
    nu = diensten.opschalingen.toon(dossier.casus).nu
    assert nu is not None
    assert nu.invoer.motivering == "Getypt"
    qtbot.keyClicks(paneel.motivering, " en verder")
    wat = paneel.onbewaard()
    paneel.maak_leeg()
    assert paneel.motivering.toPlainText() == ""
    paneel.toon_casus(diensten.casussen.toon(dossier.casus))
    paneel.herstel_onbewaard(wat)
    assert paneel.motivering.toPlainText() == "Getypt en verder"


def test_medewerker_mag_voorbereiden_maar_niet_tekenen(
    qtbot: QtBot,
    paneel: OpschalingPaneel,
    diensten: Diensten,
    dossier: Dossier,
    kluismap: Path,
    gereedschap: Gereedschap,
) -> None:
    vul_in(paneel)
    diensten.verslagen.stel_vast(dossier.overleg)
    paneel.maak_leeg()
    diensten.sluit()
    bureau = open_diensten(kluismap, MEDEWERKER)
    ander = OpschalingPaneel(bureau, gereedschap)
    qtbot.addWidget(ander)
    ander.toon_casus(bureau.casussen.toon(dossier.casus))
    assert not ander.motivering.isReadOnly()
    assert not ander.teken_knop.isEnabled()
    assert "Alleen een procesregisseur" in ander.teken_knop.toolTip()
    ander.maak_leeg()
    bureau.sluit()


def test_het_blad_heeft_de_strook_en_vandaag_gaat_erheen(
    qtbot: QtBot, paneel: OpschalingPaneel, diensten: Diensten, dossier: Dossier, gereedschap: Gereedschap
) -> None:
    besluit(paneel, diensten, dossier)
    (wacht,) = (regel for regel in diensten.vandaag.toon().regels if regel.plaats == "opschaling")
    assert doel(wacht) == Plaats("casussen", BijCasus(dossier.casus, "opschaling"))
    blad = CasusBlad(diensten, gereedschap)
    qtbot.addWidget(blad)
    blad.toon_casus(dossier.casus, "opschaling")
    namen = list(blad.delen)
    assert namen.index("opschaling") + 1 == namen.index("afschaling")
    kaart, _ = blad.delen["opschaling"]
    assert kaart.open()
    assert f"wacht op akkoord van {HUIS}" in kaart.knop.accessibleName()
    kaart.klap(False)
    blad.vernieuw()
    assert kaart.stand.tekst() == "opschaling ondertekend"
    (regel,) = blad.tijdlijn.boom.findItems("Opschaling ondertekend", Qt.MatchFlag.MatchExactly, 1)
    blad.tijdlijn.boom.setCurrentItem(regel)
    qtbot.keyClick(blad.tijdlijn.boom, Qt.Key.Key_Return)
    assert kaart.open()
