"""A casus that is out in a koffer is on other agendas as well: there each act at it waits too, and says for whom."""

from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from tafelkluis import REGIE, WACHTWOORD, Tafelkluis

from zvh_desktop.models.keuzes import AgendapuntId, OordeelUitkomst, OverlegId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.koffer.gegevens import KofferVraag
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.acties.actie_bij_casus import ActieBijCasusDialoog, Casuskeuze
from zvh_desktop.ui.pages.acties.actielijst import ActieLijst
from zvh_desktop.ui.pages.tafel.aan_tafel.aan_tafel import AanTafel
from zvh_desktop.ui.pages.tafel.agenda.voorbereiden import Voorbereiden
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina
from zvh_desktop.ui.pages.tafel.verslag.verslag import Verslag


def uitleg(knop: QAbstractButton) -> str:
    return knop.toolTip().replace("\n", " ")


@pytest.fixture
def ander(regie: Diensten, tafelkluis: Tafelkluis) -> OverlegId:
    """A concept agenda: a subject, the casus that goes out, and one that stays at home."""
    dag = regie.tafels.toon(tafelkluis.overleg).invoer.datum + timedelta(days=1)
    soort = regie.profiel.casusoverleggen[0].sleutel
    overleg = regie.tafels.plan(OverlegInvoer(soort, dag, time(9, 0), time(12, 0), "Voorbeeldzaal"))
    regie.agenda.voeg_onderwerp_toe(overleg, "Opening")
    for casus in (tafelkluis.casussen[0], tafelkluis.casussen[2]):
        regie.agenda.voeg_casus_toe(overleg, casus)
    regie.bevestig(WACHTWOORD)
    for casus in (tafelkluis.casussen[0], tafelkluis.casussen[2]):
        regie.oordelen.geef(
            casus, [OordeelInvoer(tafelkluis.partijen["RN"], OordeelUitkomst.RECHTMATIG, "eigen taak", "")]
        )
    return overleg


def geef_uit(regie: Diensten, tafelkluis: Tafelkluis, map_: Path) -> str:
    """The tafel goes out; the one sentence."""
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    terug = regie.tafels.toon(tafelkluis.overleg).invoer.datum + timedelta(days=3)
    regie.koffers.uit.geef_uit(KofferVraag(tafelkluis.overleg, REGIE, terug), map_ / "proef.koffer")
    return regie.tafels.toon(tafelkluis.overleg).uitgeleend


def punten(regie: Diensten, overleg: OverlegId) -> list[AgendapuntId]:
    return [punt.id for punt in regie.agenda.toon(overleg).punten]


@pytest.fixture
def bouwer(
    qtbot: QtBot, regie: Diensten, tafelkluis: Tafelkluis, ander: OverlegId, tafelgereedschap: Gereedschap
) -> Voorbereiden:
    pagina = TafelsPagina(regie, tafelgereedschap)
    qtbot.addWidget(pagina)
    pagina.vernieuw()
    pagina.toon(BijTafel(ander, 0))
    stap = pagina.werkblad.stap_widget(0)
    assert isinstance(stap, Voorbereiden)
    return stap


def test_op_een_andere_agenda_wacht_wat_bij_de_casus_hoort_en_wat_hem_verplaatst(
    bouwer: Voorbereiden, regie: Diensten, tafelkluis: Tafelkluis, ander: OverlegId, tmp_path: Path
) -> None:
    zin = geef_uit(regie, tafelkluis, tmp_path)
    bouwer.vernieuw()
    onderwerp, uit, thuis = punten(regie, ander)
    balk, partij = bouwer.balk, tafelkluis.partijen["RN"]
    bouwer.matrix.ga_naar_plek(uit, partij)
    for knop in (balk.weg_knop, balk.omhoog_knop, balk.omlaag_knop, balk.iedereen_knop, balk.volgorde_knop):
        assert (knop.isEnabled(), uitleg(knop)) == (False, zin), knop.objectName()
    assert zin in bouwer.paneel.onder_kop.text()
    assert bouwer.paneel.doel.isReadOnly()
    assert not bouwer.paneel.minuten.isEnabled()
    bouwer.wissel()
    assert zin in bouwer.strook.tekst()
    bouwer.strook.wis()
    bouwer.geef_oordeel(OordeelUitkomst.RECHTMATIG)
    assert zin in bouwer.strook.tekst()
    # a point before it cannot go: the one that is out would get another number
    bouwer.matrix.ga_naar_plek(onderwerp, None)
    assert not balk.weg_knop.isEnabled()
    assert not balk.omlaag_knop.isEnabled()
    assert not bouwer.paneel.onderwerp.isReadOnly()
    # the one behind it is free, but for changing places with it
    bouwer.matrix.ga_naar_plek(thuis, partij)
    assert balk.weg_knop.isEnabled()
    assert balk.weg_knop.toolTip() == balk.weg_knop.accessibleName()
    assert balk.iedereen_knop.isEnabled()
    assert not balk.omhoog_knop.isEnabled()
    assert balk.toevoeg_knop.isEnabled()
    bouwer.wissel()
    assert regie.agenda.toon(ander).punten[2].cellen != regie.agenda.toon(ander).punten[1].cellen


def test_terug_is_hij_ook_daar_weer_te_wijzigen(
    bouwer: Voorbereiden, regie: Diensten, tafelkluis: Tafelkluis, ander: OverlegId, tmp_path: Path
) -> None:
    geef_uit(regie, tafelkluis, tmp_path)
    regie.koffers.uit.trek_in(regie.koffers.uit.van_overleg(tafelkluis.overleg)[0].id, "kwijt")
    bouwer.vernieuw()
    bouwer.matrix.ga_naar_plek(punten(regie, ander)[1], tafelkluis.partijen["RN"])
    assert bouwer.balk.omhoog_knop.isEnabled()
    assert bouwer.balk.volgorde_knop.isEnabled()
    assert not bouwer.paneel.doel.isReadOnly()


def test_wat_uit_is_komt_niet_op_een_agenda_en_dat_staat_erbij(
    regie: Diensten, tafelkluis: Tafelkluis, tmp_path: Path
) -> None:
    zin = geef_uit(regie, tafelkluis, tmp_path)
    dag = regie.tafels.toon(tafelkluis.overleg).invoer.datum + timedelta(days=2)
    soort = regie.profiel.casusoverleggen[0].sleutel
    leeg = regie.tafels.plan(OverlegInvoer(soort, dag, time(9, 0), time(12, 0), "Voorbeeldzaal"))
    per_casus = {keuze.casus_id: keuze for keuze in regie.agenda.kiesbare_casussen(leeg)}
    mee = {punt.casus_id for punt in regie.agenda.toon(tafelkluis.overleg).punten if punt.casus_id is not None}
    for casus, keuze in per_casus.items():
        if casus in mee:
            assert (keuze.mag, keuze.reden) == (False, zin)
        else:
            assert keuze.reden != zin
    assert mee & per_casus.keys()


def test_in_het_verslag_van_een_ander_overleg_ligt_zijn_punt_vast(
    qtbot: QtBot,
    regie: Diensten,
    tafelkluis: Tafelkluis,
    ander: OverlegId,
    tafelgereedschap: Gereedschap,
    tmp_path: Path,
) -> None:
    besluit = regie.agenda.toon(ander).besluiten[0].sleutel
    for punt_id in punten(regie, ander)[1:]:
        regie.agenda.wijzig_punt(punt_id, PuntInvoer(20, doel="Richting bepalen", besluit_type=besluit, themas="Wonen"))
        regie.agenda.nodig_alle_uit(punt_id)
    regie.agenda.geef_akkoord(ander)
    zin = geef_uit(regie, tafelkluis, tmp_path)
    _, uit, thuis = punten(regie, ander)
    per_punt = {punt.id: punt.uitgeleend for punt in regie.verslagen.toon(ander).punten}
    assert (per_punt[uit], per_punt[thuis]) == (zin, "")
    verslag = Verslag(regie, tafelgereedschap)
    qtbot.addWidget(verslag)
    verslag.toon_tafel(ander)
    for punt, vast in ((uit, True), (thuis, False)):
        rij = next(nr for nr, regel in enumerate(verslag.punten.regelmodel.regels) if regel.id == punt)
        verslag.punten.kies(rij)
        assert verslag.punt.teksten.beeld_veld.isReadOnly() is vast
        assert (zin in verslag.vooraf.text()) is vast
    tafel = AanTafel(regie, tafelgereedschap)
    qtbot.addWidget(tafel)
    tafel.toon_tafel(ander)
    tafel.ga_naar_punt(uit)
    assert (tafel.wisseling.start_knop.isEnabled(), uitleg(tafel.wisseling.start_knop)) == (False, zin)
    tafel.ga_naar_punt(thuis)
    assert tafel.wisseling.start_knop.isEnabled()


def test_een_nieuwe_actie_zegt_het_zodra_die_casus_wordt_gekozen(
    qtbot: QtBot,
    regie: Diensten,
    tafelkluis: Tafelkluis,
    ander: OverlegId,
    tafelgereedschap: Gereedschap,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    zin = geef_uit(regie, tafelkluis, tmp_path)
    gevraagd: list[Casuskeuze] = []

    def vraag(casussen: Casuskeuze, keuzes_van: object, voeg_toe: object, *, ouder: object) -> None:
        gevraagd.append(casussen)
        dialoog = ActieBijCasusDialoog(casussen, keuzes_van, voeg_toe)  # type: ignore[arg-type]
        qtbot.addWidget(dialoog)
        for casus, waar in ((tafelkluis.casussen[0], zin), (tafelkluis.casussen[2], "")):
            dialoog.casus.setCurrentIndex(dialoog.casus.findData(int(casus)))
            gezegd = dialoog.formulier.regel("casus_id").fout()
            assert (waar in gezegd) if waar else not gezegd
            assert ("uitgeleend" in dialoog.casus.currentText()) is bool(waar)
            assert (dialoog.belegd_bij.count() == 0) is bool(waar)

    monkeypatch.setattr(ActieBijCasusDialoog, "vraag_bij_casus", vraag)
    lijst = ActieLijst("acties", regie, tafelgereedschap)
    qtbot.addWidget(lijst)
    lijst.zet_regels(regie.acties.lijst())
    qtbot.mouseClick(lijst.nieuw_knop, Qt.MouseButton.LeftButton)
    assert len(gevraagd) == 1
