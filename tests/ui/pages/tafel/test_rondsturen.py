"""Step 5, Rondsturen: several rows noted as sent by keyboard, a reaction, and the way back; drafts in a folder."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from falende_taken import ONVERWACHT, FalendeTaken
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tafelkluis import WACHTWOORD, ProefKlok, Tafelkluis, iedereen_is_er
from ui_hulp import NepMeldingen

from zvh_desktop.models.keuzes import Reactie, VerzendingSoort
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer
from zvh_desktop.services.tafel.correcties import CorrectieInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst
from zvh_desktop.ui.bewaren.lekwacht import Lekwacht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.stukken.lekdialoog import LekDialoog
from zvh_desktop.ui.pages.tafel.stukken.rondsturen import Rondsturen
from zvh_desktop.ui.pages.tafel.stukken.verzenden import Verzenden
from zvh_desktop.ui.toegankelijkheid import bevindingen


@pytest.fixture
def vastgesteld(regie: Diensten, tafelkluis: Tafelkluis, klok: ProefKlok) -> Diensten:
    klok.nu = datetime(2026, 12, 15, 8, 0, tzinfo=UTC)
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    beeld = regie.agenda.toon(tafelkluis.overleg)
    for punt in beeld.punten:
        regie.verslagen.start_punt(punt.id, andere_dag=True)
        if punt.casus_id is not None:
            regie.verslagen.bewaar_tekst(punt.id, VerslagTekst("Woont in Voorbeelddorp", "", ""))
            regie.verslagen.voeg_besluit_toe(punt.id, BesluitInvoer(beeld.besluiten[2].sleutel, "Bellen"))
    iedereen_is_er(regie, tafelkluis.overleg)
    regie.verslagen.stel_vast(tafelkluis.overleg)
    return regie


def maak(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, kluis: Tafelkluis) -> Rondsturen:
    stap = Verzenden(diensten, gereedschap)
    qtbot.addWidget(stap)
    stap.resize(1000, 620)
    with qtbot.waitActive(stap):
        stap.show()
        stap.activateWindow()
    stap.toon_tafel(kluis.overleg)
    assert stap.tabbladen.isTabEnabled(1)
    stap.tabbladen.setCurrentIndex(1)
    blad = stap.rondsturen
    blad.tabel.setFocus(Qt.FocusReason.TabFocusReason)
    return blad


def te_versturen(blad: Rondsturen) -> list[bool]:
    return [regel.te_versturen for regel in blad.tabel.regelmodel.regels]


def test_alles_verstuurd_met_twee_toetsen_en_terug(
    qtbot: QtBot, vastgesteld: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis
) -> None:
    blad = maak(qtbot, vastgesteld, tafelgereedschap, tafelkluis)
    assert bevindingen(blad) == []
    met = [regel for regel in blad.tabel.regelmodel.regels if regel.ontvanger is not None]
    assert len(met) >= 2
    blad.tabel.clearSelection()
    for rij, regel in enumerate(blad.tabel.regelmodel.regels):
        if regel in met:
            blad.tabel.selectionModel().select(
                blad.tabel.regelmodel.index(rij, 0),
                blad.tabel.selectionModel().SelectionFlag.Select | blad.tabel.selectionModel().SelectionFlag.Rows,
            )
    qtbot.keyClick(blad.verstuurd_knop, Qt.Key.Key_Space)
    nu = {regel.partij_id: regel for regel in vastgesteld.rondsturen.lijst(VerzendingSoort.VERSLAG, tafelkluis.overleg)}
    assert [nu[regel.partij_id].te_versturen for regel in met] == [False] * len(met)
    assert "Genoteerd als verstuurd" in blad.strook.tekst()
    blad.maak_ongedaan()
    assert all(te_versturen(blad))
    blad.doe_opnieuw()
    assert te_versturen(blad).count(False) == len(met)


def test_een_opmerking_vastleggen_en_terug(
    qtbot: QtBot, vastgesteld: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis, meldingen: NepMeldingen
) -> None:
    blad = maak(qtbot, vastgesteld, tafelgereedschap, tafelkluis)
    rij = next(n for n, regel in enumerate(blad.tabel.regelmodel.regels) if regel.ontvanger is not None)
    blad.tabel.selectRow(rij)
    assert not blad.akkoord_knop.isEnabled()
    qtbot.keyClick(blad.verstuurd_knop, Qt.Key.Key_Space)
    qtbot.keyClick(blad.opmerking_knop, Qt.Key.Key_Space)
    assert "opmerkte" in meldingen.fouten[-1].gebeurd
    qtbot.keyClicks(blad.opmerking, "Punt 1 klopt niet.")
    qtbot.keyClick(blad.opmerking_knop, Qt.Key.Key_Space)

    def laatste() -> tuple[Reactie, str]:
        regel = vastgesteld.rondsturen.lijst(VerzendingSoort.VERSLAG, tafelkluis.overleg)[rij]
        assert regel.laatste is not None
        return regel.laatste.reactie, regel.laatste.reactie_tekst

    assert laatste() == (Reactie.OPMERKING, "Punt 1 klopt niet.")
    blad.maak_ongedaan()
    assert laatste() == (Reactie.GEEN, "")
    qtbot.keyClick(blad.akkoord_knop, Qt.Key.Key_Space)
    assert laatste() == (Reactie.AKKOORD, "")


def test_wie_een_postbus_deelt_is_ook_te_kiezen(
    qtbot: QtBot, vastgesteld: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis
) -> None:
    om = tafelkluis.partijen["OM"]
    vastgesteld.partijen.voeg_contact_toe(om, ContactpersoonInvoer("F. Proefstra", email="om@voorbeeld.invalid"))
    blad = maak(qtbot, vastgesteld, tafelgereedschap, tafelkluis)
    blad.tabel.selectRow(next(n for n, regel in enumerate(blad.tabel.regelmodel.regels) if regel.partij_id == om))
    namen = [blad.contact.itemText(plek) for plek in range(blad.contact.count())]
    assert namen == ["F. Oefenman, om@voorbeeld.invalid", "F. Proefstra, om@voorbeeld.invalid"]
    blad.contact.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(blad.contact, Qt.Key.Key_End)
    qtbot.keyClick(blad.verstuurd_knop, Qt.Key.Key_Space)
    (regel,) = (r for r in vastgesteld.rondsturen.lijst(VerzendingSoort.VERSLAG, tafelkluis.overleg) if r.kort == "OM")
    assert regel.laatste is not None
    assert (regel.laatste.aan.naam, regel.laatste.verstuurd_door) == ("F. Proefstra", "Regie Voorbeeld")


@pytest.mark.mag_loggen("zvh_desktop.ui.gewone_taal")
def test_concepten_in_een_map_of_niets(
    qtbot: QtBot, vastgesteld: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis, meldingen: NepMeldingen,
    tmp_path: Path,
) -> None:  # fmt: skip
    taken = FalendeTaken(meldingen)
    blad = maak(qtbot, vastgesteld, replace(tafelgereedschap, taken=taken), tafelkluis)
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    met = [rij for rij, regel in enumerate(blad.tabel.regelmodel.regels) if regel.ontvanger is not None]
    blad.tabel.clearSelection()
    for rij in met[:2]:
        vlag = blad.tabel.selectionModel().SelectionFlag
        blad.tabel.selectionModel().select(blad.tabel.regelmodel.index(rij, 0), vlag.Select | vlag.Rows)
    meldingen.pad = tmp_path / "uit"
    meldingen.pad.mkdir()
    taken.fout = RuntimeError("Testpersoon geheim")
    blad.bewaar_concepten()
    qtbot.waitUntil(lambda: ONVERWACHT in blad.strook.tekst())
    assert list(meldingen.pad.iterdir()) == []
    taken.fout = None
    blad.bewaar_concepten()
    qtbot.waitUntil(lambda: "2 concepten zijn bewaard" in blad.strook.tekst())
    assert sorted(pad.suffix for pad in meldingen.pad.iterdir()) == [".eml", ".eml"]
    assert all(te_versturen(blad)), "saved is not sent"


def test_wat_opvalt_in_de_tekst_wordt_eerst_gekozen(
    qtbot: QtBot,
    regie: Diensten,
    vastgesteld: Diensten,
    tafelgereedschap: Gereedschap,
    tafelkluis: Tafelkluis,
    meldingen: NepMeldingen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    punt = next(p for p in regie.agenda.toon(tafelkluis.overleg).punten if p.casus_id is not None)
    tekst = VerslagTekst("Woont op de Proefstraat 12", "", "")
    regie.correcties.corrigeer(punt.id, CorrectieInvoer(tekst, "Het adres ontbrak."))
    blad = maak(qtbot, vastgesteld, tafelgereedschap, tafelkluis)
    rij = next(n for n, regel in enumerate(blad.tabel.regelmodel.regels) if regel.ontvanger is not None)
    blad.tabel.selectRow(rij)
    Lekwacht(lambda: regie.rondsturen.lekken, blad.window())
    monkeypatch.setattr(LekDialoog, "exec", lambda dialoog: int(dialoog.DialogCode.Rejected))
    qtbot.keyClick(blad.verstuurd_knop, Qt.Key.Key_Space)
    assert te_versturen(blad)[rij], "left for later: nothing was noted"
    assert "waarover u nog kiest" in meldingen.fouten[-1].gebeurd

    def kies_alles(dialoog: LekDialoog) -> int:
        while not dialoog.verder_knop.isEnabled():
            dialoog.weg_knop.click()
        return int(dialoog.DialogCode.Accepted)

    monkeypatch.setattr(LekDialoog, "exec", kies_alles)
    qtbot.keyClick(blad.verstuurd_knop, Qt.Key.Key_Space)
    assert not te_versturen(blad)[rij], "the same button went on by itself"
