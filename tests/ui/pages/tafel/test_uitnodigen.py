"""Uitnodigingen: nothing from a concept, drafts in a folder, answers by keyboard, withdrawals on top."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tafelkluis import WACHTWOORD, Tafelkluis
from ui_hulp import NepMeldingen

from zvh_desktop.models.keuzes import PoortStand, UitnodigingAntwoord, UitnodigingStatus
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.stukken.uitnodigen import Uitnodigen
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.teksten.algemeen import zit_tekst
from zvh_desktop.ui.toegankelijkheid import bevindingen


def toon(qtbot: QtBot, stap: Uitnodigen, kluis: Tafelkluis) -> None:
    stap.toon_tafel(kluis.overleg)
    wacht(qtbot, stap)


def wacht(qtbot: QtBot, stap: Uitnodigen) -> None:
    def klaar() -> None:
        assert stap.concept_knop.isEnabled()

    qtbot.waitUntil(klaar)


@pytest.fixture
def concept(qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap) -> Uitnodigen:
    gemaakt = Uitnodigen(regie, tafelgereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(870, 560)
    gemaakt.show()
    qtbot.waitExposed(gemaakt)
    return gemaakt


@pytest.fixture
def stap(qtbot: QtBot, concept: Uitnodigen, regie: Diensten, tafelkluis: Tafelkluis) -> Uitnodigen:
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    toon(qtbot, concept, tafelkluis)
    return concept


def test_uit_een_concept_gaat_niets_de_deur_uit(qtbot: QtBot, concept: Uitnodigen, tafelkluis: Tafelkluis) -> None:
    concept.toon_tafel(tafelkluis.overleg)
    assert concept.stapel.currentWidget() is concept.leeg
    with qtbot.waitSignal(concept.ga_naar) as gegaan:
        concept.leeg.knop.click()
    assert gegaan.args == [Plaats("tafels", BijTafel(tafelkluis.overleg, 0))]


def test_elke_uitgenodigde_partij_staat_klaar_met_brief(stap: Uitnodigen, tafelkluis: Tafelkluis) -> None:
    namen = {regel.kort for regel in stap.tabel.regelmodel.regels}
    assert namen == {"Politie", "OM", "Enschede", "Mediant", "Hengelo"}
    assert stap.voorbeeld.document.pageCount() >= 1
    QApplication.processEvents()
    assert bevindingen(stap) == []


def test_kopieren_zet_adres_onderwerp_en_tekst_op_het_klembord(stap: Uitnodigen) -> None:
    stap.details.adres_knop.click()
    assert QApplication.clipboard().text().endswith("@voorbeeld.invalid")
    stap.details.onderwerp_knop.click()
    assert QApplication.clipboard().text()
    stap.details.tekst_knop.click()
    assert "Testpersoon" not in QApplication.clipboard().text()


def test_verstuurd_en_antwoord_gaan_met_toetsen(
    qtbot: QtBot, stap: Uitnodigen, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    eerste = stap.tabel.gekozen()
    assert eerste is not None
    stap.tabel.setFocus()
    qtbot.keyClick(stap.tabel, Qt.Key.Key_K)
    assert "nog niet verstuurd" in stap.strook.tekst()
    stap.verstuurd_knop.click()
    wacht(qtbot, stap)
    stap.details.opmerking.setFocus()
    qtbot.keyClicks(stap.details.opmerking, "Komt later")
    stap.tabel.setFocus()
    qtbot.keyClick(stap.tabel, Qt.Key.Key_V)
    regel = next(een for een in regie.uitnodigingen.lijst(tafelkluis.overleg) if een.id == eerste.id)
    assert (regel.status, regel.antwoord) == (UitnodigingStatus.VERZONDEN, UitnodigingAntwoord.VERVANGER)
    assert regel.antwoord_opmerking == "Komt later"


def test_een_vervallen_plaats_staat_bovenaan_met_intrekking(
    qtbot: QtBot, stap: Uitnodigen, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    for rij, regel in enumerate(stap.tabel.regelmodel.regels):
        if regel.kort == "OM":
            stap.tabel.kies(rij)
            break
    wacht(qtbot, stap)
    stap.verstuurd_knop.click()
    regie.oordelen.trek_in(tafelkluis.casussen[0], tafelkluis.partijen["OM"], "Verzonnen reden")
    stap.vernieuw()
    stap.tabel.kies(0)
    wacht(qtbot, stap)
    eerste = stap.tabel.gekozen()
    assert eerste is not None
    assert eerste.kort == "OM"
    assert stap.verstuurd_knop.text() == "Intrekking &verstuurd"
    stap.verstuurd_knop.click()
    wacht(qtbot, stap)
    om = next(een for een in regie.uitnodigingen.lijst(tafelkluis.overleg) if een.kort == "OM")
    assert om.status is UitnodigingStatus.INGETROKKEN


def test_na_vergrendelen_is_de_brief_weg(stap: Uitnodigen) -> None:
    stap.maak_leeg()
    assert stap.tabel.regelmodel.rowCount() == 0
    assert stap.voorbeeld.document.pageCount() == 0
    assert stap.details.contact.count() == 0


def test_herinner_wie_niet_antwoordde_in_een_keer(
    qtbot: QtBot, stap: Uitnodigen, regie: Diensten, tafelkluis: Tafelkluis, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    assert not stap.herinner_knop.isEnabled()
    regels = regie.uitnodigingen.lijst(tafelkluis.overleg)
    for regel in regels:
        regie.uitnodigingen.markeer_verzonden(regel.id)
    regie.uitnodigingen.registreer_antwoord(regels[0].id, UitnodigingAntwoord.KOMT)
    toon(qtbot, stap, tafelkluis)
    meldingen.pad = tmp_path
    stap.herinner_knop.menu().popup(stap.herinner_knop.menu().pos())
    qtbot.waitUntil(stap.herinner_knop.menu().isVisible)
    qtbot.keyClick(stap.herinner_knop.menu(), Qt.Key.Key_Down)
    qtbot.keyClick(stap.herinner_knop.menu(), Qt.Key.Key_Down)
    qtbot.keyClick(stap.herinner_knop.menu(), Qt.Key.Key_Return)

    def klaar() -> None:
        assert "bewaard als concept" in stap.strook.tekst()

    qtbot.waitUntil(klaar)
    assert f"{len(regels) - 1} herinneringen zijn" in stap.strook.tekst()
    namen = sorted(pad.name for pad in tmp_path.glob("herinnering_*.eml"))
    assert len(namen) == len(regels) - 1
    antwoorden = [stap.tabel.regelmodel.index(rij, 2).data() for rij in range(len(regels))]
    assert sum("herinnerd" in antwoord for antwoord in antwoorden) == len(regels) - 1


def actief(qtbot: QtBot, stap: Uitnodigen) -> None:
    with qtbot.waitActive(stap):
        stap.activateWindow()


def test_ctrl_z_na_verstuurd_en_na_een_antwoord(
    qtbot: QtBot, stap: Uitnodigen, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    def nu() -> tuple[UitnodigingStatus, UitnodigingAntwoord]:
        regel = next(een for een in regie.uitnodigingen.lijst(tafelkluis.overleg) if een.id == eerste.id)
        return regel.status, regel.antwoord

    actief(qtbot, stap)
    eerste = stap.tabel.gekozen()
    assert eerste is not None
    concept = (UitnodigingStatus.CONCEPT, UitnodigingAntwoord.GEEN)
    verstuurd = (UitnodigingStatus.VERZONDEN, UitnodigingAntwoord.GEEN)
    komt = (UitnodigingStatus.VERZONDEN, UitnodigingAntwoord.KOMT)
    stap.verstuurd_knop.setFocus()
    qtbot.keyClick(stap.verstuurd_knop, Qt.Key.Key_Space)
    assert nu() == verstuurd
    assert stap.tabel.hasFocus()
    assert "genoteerd als verstuurd" in stap.strook.tekst()
    qtbot.keyClick(stap.tabel, Qt.Key.Key_K)
    assert nu() == komt
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(stap.tabel, Qt.Key.Key_Z, ctrl)
    assert nu() == verstuurd
    with qtbot.waitSignal(stap.kop_gewijzigd):
        qtbot.keyClick(stap.tabel, Qt.Key.Key_Z, ctrl)
    assert nu() == concept
    assert stap.verstuurd_knop.isEnabled()
    assert "1 nog te versturen" not in stap.telling.text() and "5 nog te versturen" in stap.telling.text()
    qtbot.keyClick(stap.tabel, Qt.Key.Key_Z, ctrl | shift)
    assert nu() == verstuurd
    qtbot.keyClick(stap.tabel, Qt.Key.Key_Y, ctrl)
    assert nu() == komt
    stap.strook.wis()
    qtbot.keyClick(stap.tabel, Qt.Key.Key_N)
    qtbot.mouseClick(stap.strook.actie_knop, Qt.MouseButton.LeftButton)
    assert nu() == komt


def test_wat_niet_meer_terug_kan_zegt_waarom(
    qtbot: QtBot, stap: Uitnodigen, regie: Diensten, tafelkluis: Tafelkluis, meldingen: NepMeldingen
) -> None:
    actief(qtbot, stap)
    eerste = stap.tabel.gekozen()
    assert eerste is not None
    stap.verstuurd_knop.click()
    regie.uitnodigingen.registreer_antwoord(eerste.id, UitnodigingAntwoord.KOMT)
    qtbot.keyClick(stap.tabel, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    (fout,) = meldingen.fouten
    assert "al een antwoord" in fout.gebeurd
    regel = next(een for een in regie.uitnodigingen.lijst(tafelkluis.overleg) if een.id == eerste.id)
    assert (regel.status, regel.antwoord) == (UitnodigingStatus.VERZONDEN, UitnodigingAntwoord.KOMT)


def test_een_verkeerd_gekozen_contactpersoon_gaat_terug(
    qtbot: QtBot, concept: Uitnodigen, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    regie.partijen.voeg_contact_toe(
        tafelkluis.partijen["Politie"], ContactpersoonInvoer("Z. Voorbeeld", email="z@voorbeeld.invalid")
    )
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    toon(qtbot, concept, tafelkluis)
    actief(qtbot, concept)

    def contact() -> str:
        regel = next(een for een in regie.uitnodigingen.lijst(tafelkluis.overleg) if een.kort == "Politie")
        assert regel.contact is not None
        return regel.contact.naam

    voor = contact()
    concept.tabel.kies(next(r for r, een in enumerate(concept.tabel.regelmodel.regels) if een.kort == "Politie"))
    concept.details.contact.setFocus()
    qtbot.keyClick(concept.details.contact, Qt.Key.Key_Z)
    assert contact() == "Z. Voorbeeld"
    qtbot.keyClick(concept.details.contact, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert contact() == voor


def test_wie_de_uitnodiging_kreeg_krijgt_ook_de_intrekking(
    qtbot: QtBot, stap: Uitnodigen, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    regel = stap.tabel.gekozen()
    assert regel is not None and regel.contact is not None
    regie.uitnodigingen.markeer_verzonden(regel.id)
    regie.partijen.verwijder_contact(regel.contact.id)
    stap.toon_tafel(tafelkluis.overleg)
    toon(qtbot, stap, tafelkluis)
    stap.tabel.kies([r.id for r in stap.tabel.regelmodel.regels].index(regel.id))
    wacht(qtbot, stap)
    assert regel.contact.email in stap.details.contact.currentText()
    assert not stap.details.contact.isEnabled()
    assert "ging hierheen" in stap.details.contact.toolTip()
    assert stap.details.let_op.isHidden() or not stap.details.let_op.tekst()
    stap.details.adres_knop.click()
    assert QApplication.clipboard().text() == regel.contact.email


def test_een_tweede_concept_noemt_het_bestand_dat_geschreven_is(
    stap: Uitnodigen, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    meldingen.pad = tmp_path
    stap.concept_knop.click()
    (eerste,) = tmp_path.glob("*.eml")
    assert stap.strook.tekst().startswith(f'Bewaard als "{eerste.name}".')
    stap.concept_knop.click()
    (tweede,) = set(tmp_path.glob("*.eml")) - {eerste}
    assert tweede.name.endswith(" (2).eml")
    assert f'Bewaard als "{tweede.name}"' in stap.strook.tekst()
    assert f'Open "{tweede.name}"' in stap.strook.tekst()


def staat(regie: Diensten, kluis: Tafelkluis) -> set[str]:
    """What the matrix says of who sits at a point."""
    cellen = (cel for punt in regie.agenda.toon(kluis.overleg).punten for cel in punt.cellen)
    return {zit_tekst(cel.stand, verstuurd=cel.verstuurd) for cel in cellen if cel.stand is PoortStand.UITGENODIGD}


def test_verstuurd_voor_meer_rijen_is_een_daad_met_een_weg_terug(
    qtbot: QtBot, stap: Uitnodigen, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    assert staat(regie, tafelkluis) == {"op de agenda"}
    actief(qtbot, stap)
    stap.tabel.setFocus()
    qtbot.keyClick(stap.tabel, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert stap.verstuurd_knop.text() == "&Verstuurd: 5 partijen"
    qtbot.keyClick(stap, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(stap.strook.isVisible)  # the button is pressed a moment, as by the mouse
    standen = [regel.status for regel in regie.uitnodigingen.lijst(tafelkluis.overleg)]
    assert standen == [UitnodigingStatus.VERZONDEN] * 5
    assert staat(regie, tafelkluis) == {"uitgenodigd"}
    assert stap.strook.tekst().startswith("Genoteerd als verstuurd: ")
    assert stap.strook.tekst().count(",") == 3, "all five are named"
    qtbot.keyClick(stap.tabel, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    standen = [regel.status for regel in regie.uitnodigingen.lijst(tafelkluis.overleg)]
    assert standen == [UitnodigingStatus.CONCEPT] * 5
    qtbot.keyClick(stap.tabel, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert {regel.status for regel in regie.uitnodigingen.lijst(tafelkluis.overleg)} == {UitnodigingStatus.VERZONDEN}


def test_een_partij_zonder_adres_houdt_ook_de_andere_tegen(
    qtbot: QtBot, stap: Uitnodigen, regie: Diensten, tafelkluis: Tafelkluis, meldingen: NepMeldingen
) -> None:
    laatste = stap.tabel.regelmodel.regels[-1]
    for contact in laatste.contactpersonen:
        regie.partijen.verwijder_contact(contact.id)
    stap.vernieuw()
    stap.tabel.selectAll()
    stap.verstuurd_knop.click()
    (fout,) = meldingen.fouten
    assert laatste.partij in fout.gebeurd
    assert fout.weg is not None
    assert (fout.weg.plaats, fout.weg.onderdeel) == ("partijen", int(laatste.partij_id))
    assert {regel.status for regel in regie.uitnodigingen.lijst(tafelkluis.overleg)} == {UitnodigingStatus.CONCEPT}


def test_een_antwoord_voor_meer_rijen_laat_ieders_opmerking_staan(
    qtbot: QtBot, stap: Uitnodigen, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    regels = regie.uitnodigingen.lijst(tafelkluis.overleg)
    for regel in regels[:3]:
        regie.uitnodigingen.markeer_verzonden(regel.id)
    regie.uitnodigingen.registreer_antwoord(regels[0].id, UitnodigingAntwoord.GEEN, "Belt maandag")
    stap.vernieuw()
    actief(qtbot, stap)
    stap.tabel.setFocus()
    stap.tabel.kies(0)
    for _ in range(2):
        qtbot.keyClick(stap.tabel, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(stap.tabel, Qt.Key.Key_K)
    nu = {regel.id: regel for regel in regie.uitnodigingen.lijst(tafelkluis.overleg)}
    assert [nu[regel.id].antwoord for regel in regels[:3]] == [UitnodigingAntwoord.KOMT] * 3
    assert nu[regels[0].id].antwoord_opmerking == "Belt maandag"
    qtbot.keyClick(stap.tabel, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert {regel.antwoord for regel in regie.uitnodigingen.lijst(tafelkluis.overleg)} == {UitnodigingAntwoord.GEEN}
