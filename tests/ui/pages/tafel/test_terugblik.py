"""What a casus comes from, in the window: in view while minuting, progress by letter with undo, and the first point."""

from __future__ import annotations

from datetime import date, time

import pytest
from alt_letters import dubbele_letters
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tafelkluis import WACHTWOORD, ProefKlok, Tafelkluis

from zvh_desktop.models.keuzes import Aanwezigheid, AgendapuntId, OverlegId, VerslagOordeel, Voortgang
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.agenda.voorbereiden import Voorbereiden
from zvh_desktop.ui.pages.tafel.verslag.verslag import Verslag
from zvh_desktop.ui.toegankelijkheid import bevindingen


def plan(regie: Diensten, kluis: Tafelkluis, dag: date) -> tuple[OverlegId, AgendapuntId]:
    """A tafel with the first casus and the Politie."""
    soort = regie.profiel.hoofdoverleg.sleutel
    overleg = regie.tafels.plan(OverlegInvoer(soort, dag, time(13, 0), time(15, 0), "Oefenzaal"))
    punt = regie.agenda.voeg_casus_toe(overleg, kluis.casussen[0])
    besluit = regie.profiel.besluiten_tot("procesregie")[0].sleutel
    regie.agenda.wijzig_punt(punt, PuntInvoer(20, doel="Doel", besluit_type=besluit, themas="Wonen"))
    regie.agenda.zet_deelname(punt, kluis.partijen["Politie"], aan=True)
    return overleg, punt


def begin(regie: Diensten, overleg: OverlegId, punt: AgendapuntId) -> None:
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(overleg)
    regie.verslagen.start_punt(punt)


@pytest.fixture
def vervolg(regie: Diensten, tafelkluis: Tafelkluis, klok: ProefKlok) -> tuple[OverlegId, AgendapuntId]:
    """The first casus was on a tafel today, and stands on the next of the same day next week."""
    vandaag = klok().date()
    eerste, punt = plan(regie, tafelkluis, vandaag)
    begin(regie, eerste, punt)
    regie.verslagen.bewaar_tekst(punt, VerslagTekst("Beeld van toen.", "", ""))
    regie.verslagen.voeg_besluit_toe(punt, BesluitInvoer(regie.profiel.besluiten_tot("procesregie")[0].sleutel))
    politie = tafelkluis.partijen["Politie"]
    regie.acties.voeg_toe_bij_punt(punt, ActieInvoer("Wijkagent gaat langs", politie))
    regie.verslagen.zet_aanwezigheid(punt, politie, Aanwezigheid.AANWEZIG)
    regie.verslagen.stel_vast(eerste)
    klok.verder(dagen=7)
    return plan(regie, tafelkluis, klok().date())


@pytest.fixture
def verslag(
    qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, vervolg: tuple[OverlegId, AgendapuntId]
) -> Verslag:
    overleg, punt = vervolg
    begin(regie, overleg, punt)
    stap = Verslag(regie, tafelgereedschap)
    qtbot.addWidget(stap)
    stap.resize(1366, 600)
    with qtbot.waitActive(stap):
        stap.show()
        stap.activateWindow()
    stap.toon_tafel(overleg)
    stap.kies_punt(punt)
    return stap


def test_wat_eraan_voorafging_klapt_open_en_een_letter_zet_de_voortgang(
    qtbot: QtBot, verslag: Verslag, regie: Diensten, vervolg: tuple[OverlegId, AgendapuntId]
) -> None:
    vak = verslag.terugblik
    assert vak.isVisible()
    assert vak.kaart.stand.tekst() == "1 besluit, 1 actie, vorig verslag"
    assert not vak.acties.isVisible()
    qtbot.mouseClick(vak.kaart.knop, Qt.MouseButton.LeftButton)
    assert vak.acties.isVisible()
    assert "Beeld van toen." in vak.tekst.toPlainText()
    assert bevindingen(verslag) == []
    assert dubbele_letters(verslag) == {}
    vak.acties.kies(0)
    vak.acties.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(vak.acties, Qt.Key.Key_G)
    beeld = regie.monitoring.toon(vervolg[1])
    assert beeld is not None
    assert beeld.acties[0].voortgang is Voortgang.GEDAAN
    assert vak.acties.regelmodel.regels[0].voortgang is Voortgang.GEDAAN
    verslag.punt.maak_ongedaan()
    assert vak.acties.regelmodel.regels[0].voortgang is None
    verslag.punt.doe_opnieuw()
    assert vak.acties.regelmodel.regels[0].voortgang is Voortgang.GEDAAN
    verslag.maak_leeg()
    assert (vak.tekst.toPlainText(), vak.acties.regelmodel.rowCount()) == ("", 0)


def test_het_vorige_verslag_is_het_eerste_punt_en_krijgt_zijn_oordeel(
    qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, vervolg: tuple[OverlegId, AgendapuntId]
) -> None:
    overleg, _ = vervolg
    stap = Voorbereiden(regie, tafelgereedschap)
    qtbot.addWidget(stap)
    stap.resize(1366, 600)
    stap.show()
    stap.toon_tafel(overleg)
    assert stap.voorstel.isVisible()
    qtbot.mouseClick(stap.voorstel.knop, Qt.MouseButton.LeftButton)
    assert not stap.voorstel.isVisible()
    eerste = regie.agenda.toon(overleg).punten[0]
    assert eerste.onderwerp.startswith("Vaststellen verslag van")
    stap.stapel.undo()
    assert stap.voorstel.isVisible()
    stap.stapel.redo()
    punt = regie.agenda.toon(overleg).punten[0].id
    begin(regie, overleg, punt)
    verslag = Verslag(regie, tafelgereedschap)
    qtbot.addWidget(verslag)
    verslag.show()
    verslag.toon_tafel(overleg)
    verslag.kies_punt(punt)
    assert verslag.verslagoordeel.isVisible()
    assert not verslag.terugblik.isVisible()
    verslag.verslagoordeel.kies(VerslagOordeel.MET_WIJZIGINGEN)
    assert verslag.verslagoordeel.label.tekst() == "Vastgesteld met wijzigingen"
    verslag.punt.maak_ongedaan()
    assert verslag.verslagoordeel.label.tekst() == "Nog niet vastgelegd"
