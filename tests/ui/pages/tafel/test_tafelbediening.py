"""What the chair changes at the table, in the window: by menu and keyboard, with undo, and asked on another day."""

from __future__ import annotations

import pytest
from alt_letters import dubbele_letters
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from tafelkluis import WACHTWOORD, ProefKlok, Tafelkluis
from ui_hulp import NepMeldingen

from zvh_desktop.models.keuzes import Aanwezigheid, OverlegStatus, PuntUitkomst
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.aan_tafel.aan_tafel import AanTafel
from zvh_desktop.ui.pages.tafel.loop.casus_ter_tafel import CasusTerTafelDialoog
from zvh_desktop.ui.pages.tafel.loop.overdracht import OverdrachtDialoog, TijdenDialoog
from zvh_desktop.ui.pages.tafel.loop.partij_ter_tafel import PartijTerTafelDialoog
from zvh_desktop.ui.pages.tafel.loop.uitkomst_kiezen import TerugkomstDialoog
from zvh_desktop.ui.pages.tafel.verslag.stoeltijdendialoog import StoeltijdenDialoog
from zvh_desktop.ui.pages.tafel.verslag.verslag import Verslag
from zvh_desktop.ui.toegankelijkheid import bevindingen


def toon(qtbot: QtBot, stap: AanTafel | Verslag, tafelkluis: Tafelkluis) -> None:
    qtbot.addWidget(stap)
    stap.resize(1100, 640)
    with qtbot.waitActive(stap):
        stap.show()
        stap.activateWindow()
    stap.toon_tafel(tafelkluis.overleg)


@pytest.fixture
def akkoord(regie: Diensten, tafelkluis: Tafelkluis) -> Diensten:
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    return regie


@pytest.fixture
def bezig(
    qtbot: QtBot, akkoord: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis, klok: ProefKlok
) -> AanTafel:
    """The first casus is open."""
    klok.verder(dagen=14)
    stap = AanTafel(akkoord, tafelgereedschap)
    toon(qtbot, stap, tafelkluis)
    qtbot.keyClick(stap, Qt.Key.Key_F6)
    stap.start()
    assert stap.verslag.isVisible()
    return stap


def is_in_orde(dialoog: QDialog) -> None:
    """Names, room for every word, and each letter of one thing."""
    dialoog.show()
    QApplication.processEvents()
    assert bevindingen(dialoog) == []
    assert dubbele_letters(dialoog) == {}


def titels(diensten: Diensten, kluis: Tafelkluis) -> list[str]:
    return [punt.titel.split("  ")[0] for punt in diensten.verslagen.aan_tafel(kluis.overleg).punten]


def test_voor_de_start_is_er_niets_te_wijzigen(
    qtbot: QtBot, akkoord: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis
) -> None:
    stap = AanTafel(akkoord, tafelgereedschap)
    toon(qtbot, stap, tafelkluis)
    assert not stap.bediening.isVisible()


def test_starten_op_een_andere_dag_vraagt_eerst_en_kan_terug(
    qtbot: QtBot,
    akkoord: Diensten,
    tafelgereedschap: Gereedschap,
    tafelkluis: Tafelkluis,
    meldingen: NepMeldingen,
) -> None:
    stap = AanTafel(akkoord, tafelgereedschap)
    toon(qtbot, stap, tafelkluis)
    stap.start()
    assert "gepland op dinsdag 15 december 2026" in meldingen.gesteld[-1]
    assert akkoord.tafels.toon(tafelkluis.overleg).status is OverlegStatus.AKKOORD
    meldingen.antwoord = True
    stap.start()
    assert akkoord.tafels.toon(tafelkluis.overleg).status is OverlegStatus.GEHOUDEN
    stap.bediening.start_terug.trigger()
    assert akkoord.tafels.toon(tafelkluis.overleg).status is OverlegStatus.AKKOORD
    assert "teruggehaald" in stap.strook.tekst()
    stap.strook.actie_knop.click()
    assert akkoord.tafels.toon(tafelkluis.overleg).status is OverlegStatus.GEHOUDEN
    assert meldingen.fouten == []


def test_alles_heeft_een_naam_en_een_eigen_letter(bezig: AanTafel) -> None:
    QApplication.processEvents()
    assert bevindingen(bezig) == []
    assert dubbele_letters(bezig) == {}
    letters = [een.text().split("&")[1][0].casefold() for een in bezig.bediening.menu.actions() if "&" in een.text()]
    assert len(letters) == len(set(letters)) == 13


def test_overslaan_en_ongedaan_maken(bezig: AanTafel, akkoord: Diensten, tafelkluis: Tafelkluis) -> None:
    voor = titels(akkoord, tafelkluis)
    assert not bezig.bediening.overslaan.isEnabled()  # it is open: that is interrupting
    bezig.ga_naar_punt(akkoord.verslagen.aan_tafel(tafelkluis.overleg).punten[0].id)
    bezig.bediening.overslaan.trigger()
    assert titels(akkoord, tafelkluis) == [*voor[1:], voor[0]]
    assert voor[1] in bezig.wisseling.kop.text()
    bezig.strook.actie_knop.click()
    assert titels(akkoord, tafelkluis) == voor
    assert bezig.strook.tekst().startswith("Ongedaan gemaakt")


def test_onderbreken_gaat_naar_het_volgende_en_komt_terug(
    bezig: AanTafel, akkoord: Diensten, tafelkluis: Tafelkluis
) -> None:
    voor = titels(akkoord, tafelkluis)
    bezig.bediening.onderbreken.trigger()
    assert titels(akkoord, tafelkluis)[-1] == voor[1]
    assert bezig.wisseling.isVisible()
    assert voor[2] in bezig.wisseling.kop.text()
    laatste = akkoord.verslagen.aan_tafel(tafelkluis.overleg).punten[-1]
    naar = next(een for een in bezig.bediening.naar_menu.actions() if een.data() == laatste.id)
    bezig.bediening.naar_menu.triggered.emit(naar)
    assert voor[1] in bezig.wisseling.kop.text()
    bezig.start()
    assert bezig.verslag.isVisible()


def test_een_partij_aan_tafel_en_terug(
    bezig: AanTafel, akkoord: Diensten, tafelkluis: Tafelkluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    punt = akkoord.verslagen.toon(tafelkluis.overleg).punten[1]

    def kies(dialoog: PartijTerTafelDialoog) -> int:
        is_in_orde(dialoog)
        standen = {regel.kort: regel.mag_binnen for regel in dialoog.tabel.regelmodel.regels}
        assert not standen["DJI"]
        rij = next(nr for nr, regel in enumerate(dialoog.tabel.regelmodel.regels) if regel.kort == "Politie")
        dialoog.tabel.kies(rij)
        dialoog.binnen_knop.click()
        return dialoog.result()

    monkeypatch.setattr(PartijTerTafelDialoog, "exec", kies)
    bezig.bediening.partij.trigger()
    stoelen = {
        regel.kort: regel.aanwezigheid for regel in akkoord.verslagen.toon(tafelkluis.overleg).punten[1].aanwezigen
    }
    assert stoelen["Politie"] is Aanwezigheid.AANWEZIG
    assert "aan tafel" in bezig.strook.tekst()
    bezig.strook.actie_knop.click()
    assert akkoord.verslagen.toon(tafelkluis.overleg).punten[1].aanwezigen == punt.aanwezigen


def test_een_casus_erbij_weigert_bij_het_veld_en_kan_terug(
    bezig: AanTafel, akkoord: Diensten, tafelkluis: Tafelkluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    voor = titels(akkoord, tafelkluis)

    def typ(dialoog: CasusTerTafelDialoog) -> int:
        is_in_orde(dialoog)
        dialoog.doel.setPlainText("Bepalen wie wat doet.")
        dialoog.themas.setPlainText("Wonen")
        dialoog.bewaar_knop.click()
        return dialoog.result()

    monkeypatch.setattr(CasusTerTafelDialoog, "exec", typ)
    keuzes = [keuze for keuze in akkoord.agenda.kiesbare_casussen(tafelkluis.overleg) if keuze.mag]
    bezig.bediening.casus.trigger()
    if keuzes:
        assert titels(akkoord, tafelkluis) == [*voor, keuzes[0].nummer]
        bezig.strook.actie_knop.click()
    assert titels(akkoord, tafelkluis) == voor


def test_voorzitter_en_tijden(
    bezig: AanTafel, akkoord: Diensten, tafelkluis: Tafelkluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    def typ_naam(dialoog: OverdrachtDialoog) -> int:
        dialoog.bewaar_knop.click()
        assert "wie het overneemt" in dialoog.formulier.regel("naam").fout()
        dialoog.naam.setText("Testpersoon Twee")
        dialoog.bewaar_knop.click()
        return dialoog.result()

    def typ_tijd(dialoog: TijdenDialoog) -> int:
        einde = dialoog.einde.tijd()
        dialoog.einde.setText("8:00")
        dialoog.bewaar_knop.click()
        assert dialoog.formulier.regel("einde").fout()
        dialoog.einde.zet_tijd(einde)
        dialoog.begin.setText("9:10")
        dialoog.bewaar_knop.click()
        return dialoog.result()

    monkeypatch.setattr(OverdrachtDialoog, "exec", typ_naam)
    monkeypatch.setattr(TijdenDialoog, "exec", typ_tijd)
    bezig.bediening.wissel_voorzitter()
    assert akkoord.tafelloop.toon(tafelkluis.overleg).voorzitter == "Testpersoon Twee"
    assert bezig.bediening.stand.text() == "Voorzitter is nu Testpersoon Twee"
    assert bezig.bediening.stand.isVisible()
    bezig.bediening.zet_tijden()
    assert "Begonnen om 09:10" in bezig.bediening.stand.text()
    for _ in range(2):
        bezig.maak_ongedaan()
    assert not bezig.bediening.stand.isVisible()


def test_de_tijd_van_gaan_wordt_verbeterd_en_gaat_terug(
    qtbot: QtBot, bezig: AanTafel, akkoord: Diensten, klok: ProefKlok, monkeypatch: pytest.MonkeyPatch
) -> None:
    lijst, voorzitter = bezig.verslag.aanwezigen, akkoord.tafelloop.voorzitter
    punt = bezig.verslag.punt_id()
    assert punt is not None
    klok.verder(minuten=10)
    lijst.setFocus()
    lijst.kies(0)
    partij = lijst.gekozen()
    assert partij is not None
    assert not lijst.heeft_tijd()
    bezig.verslag.zet_aanwezigheid(Aanwezigheid.VERTROKKEN)
    klok.verder(minuten=10)
    lijst.kies(0)
    assert lijst.heeft_tijd()
    was = voorzitter.stoeltijden(punt, partij.partij_id)
    assert was.gekomen is None
    assert was.gegaan is not None
    eerder = was.gegaan.replace(minute=(was.gegaan.minute - 5) % 60)

    def typ(dialoog: StoeltijdenDialoog) -> int:
        is_in_orde(dialoog)
        assert not dialoog.gekomen.isVisible()
        dialoog.gegaan.setText("23:59")
        dialoog.bewaar_knop.click()
        assert "later dan nu" in dialoog.formulier.regel("gegaan").fout()
        dialoog.gegaan.zet_tijd(eerder)
        dialoog.bewaar_knop.click()
        return dialoog.result()

    monkeypatch.setattr(StoeltijdenDialoog, "exec", typ)
    lijst.tijd_gevraagd.emit()
    assert voorzitter.stoeltijden(punt, partij.partij_id).gegaan == eerder
    assert "verbeterd" in bezig.verslag.strook.tekst()
    bezig.verslag.maak_ongedaan()
    assert voorzitter.stoeltijden(punt, partij.partij_id) == was


def test_een_besluit_heeft_een_eigen_toets(qtbot: QtBot, bezig: AanTafel) -> None:
    tweede = list(bezig.verslag.besluitknoppen.knoppen.values())[1]
    for verwacht in (True, False):
        qtbot.keyClick(bezig.verslag.teksten.beeld_veld, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda verwacht=verwacht: tweede.isChecked() is verwacht)
    assert bezig.verslag.teksten.beeld_veld.toPlainText() == ""


def test_het_verloop_is_na_te_lezen(bezig: AanTafel, meldingen: NepMeldingen) -> None:
    bezig.bediening.onderbreek()
    bezig.bediening.toon_verloop()
    assert "Casus 2026-0001 begonnen" in meldingen.berichten[-1]
    assert "Casus 2026-0001 onderbroken" in meldingen.berichten[-1]


def test_uitkomst_in_het_verslag_met_ongedaan(
    qtbot: QtBot,
    bezig: AanTafel,
    akkoord: Diensten,
    tafelgereedschap: Gereedschap,
    tafelkluis: Tafelkluis,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def leg_vast(dialoog: TerugkomstDialoog) -> int:
        is_in_orde(dialoog)
        dialoog.bewaar_knop.click()
        return dialoog.result()

    monkeypatch.setattr(TerugkomstDialoog, "exec", leg_vast)
    verslag = Verslag(akkoord, tafelgereedschap)
    toon(qtbot, verslag, tafelkluis)
    verslag.punten.kies(2)
    niet = next(een for een in verslag.uitkomst.menu.actions() if een.data() == PuntUitkomst.NIET_BEHANDELD)
    niet.trigger()
    assert akkoord.verslagen.toon(tafelkluis.overleg).punten[2].uitkomst.soort is PuntUitkomst.NIET_BEHANDELD
    assert verslag.uitkomst.label.tekst() == "Niet behandeld"
    assert "Niet behandeld" in verslag.uitkomst.knop.accessibleName()
    verslag.punt.strook.actie_knop.click()
    assert akkoord.verslagen.toon(tafelkluis.overleg).punten[2].uitkomst.soort is PuntUitkomst.GEEN
    assert verslag.uitkomst.label.tekst() == ""
    QApplication.processEvents()
    assert bevindingen(verslag) == []
    assert dubbele_letters(verslag) == {}
