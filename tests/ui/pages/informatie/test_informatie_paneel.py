"""The panel on information: by keyboard, with undo, and every refusal in view with its article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

import pytest
from proefkluis import BEHEER, MEDEWERKER, WACHTWOORD, maak_casus
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.keuzes import CasusId, InformatieItemId, OordeelUitkomst, OverlegId, PartijId, PartijSoort
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.informatie.bijlagen import MEESTE_BYTES
from zvh_desktop.services.informatie.items import InformatieInvoer
from zvh_desktop.services.informatie.verstrekkingen import VerstrekkingInvoer
from zvh_desktop.services.informatie.vrijgaven import InzageAkkoordInvoer
from zvh_desktop.services.partijen.partijen import PartijInvoer
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.regelboek.informatie import SchriftelijkeToestemming
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import REGELROL
from zvh_desktop.ui.pages.informatie.akkoorddialoog import AkkoordDialoog
from zvh_desktop.ui.pages.informatie.itemdialoog import ItemDialoog
from zvh_desktop.ui.pages.informatie.paneel import InformatiePaneel
from zvh_desktop.ui.pages.informatie.verstrekkingdialoog import VerstrekkingDialoog, VervallenDialoog
from zvh_desktop.ui.pages.informatie.vrijgavedialoog import VrijgaveDialoog, VrijgaveInvoer
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.uiterlijk.icons import Icoon

GEHEIM = "Verzonnen waarneming bij de waterput."


@dataclass
class Dossier:
    """A casus on a tafel: ``verstrekker`` gave the item, ``lezer`` sits at the casus, ``vreemde`` does not."""

    casus: CasusId
    overleg: OverlegId
    item: InformatieItemId
    verstrekker: PartijId
    lezer: PartijId
    vreemde: PartijId
    derde: PartijId
    aanmelder: PartijId


@pytest.fixture
def dossier(diensten: Diensten) -> Dossier:
    casus = maak_casus(diensten)
    verstrekker, lezer, vreemde = (partij.id for partij in diensten.partijen.lijst()[:3])
    derde = diensten.partijen.voeg_toe(PartijInvoer("Woningstichting Oefening", "WO", PartijSoort.DERDE))
    diensten.bevestig(WACHTWOORD)
    diensten.oordelen.geef(
        casus,
        [OordeelInvoer(p, OordeelUitkomst.RECHTMATIG, grondslag="verzonnen taak") for p in (verstrekker, lezer)],
    )
    overleg = diensten.tafels.plan(
        OverlegInvoer(
            diensten.profiel.casusoverleggen[0].sleutel, date(2026, 12, 15), time(9), time(12), "Zaal 2", "R", "M"
        )
    )
    punt = diensten.agenda.voeg_casus_toe(overleg, casus)
    besluit = diensten.profiel.besluiten[0].sleutel
    diensten.agenda.wijzig_punt(punt, PuntInvoer(20, doel="Richting bepalen", besluit_type=besluit, themas="Wonen"))
    diensten.agenda.nodig_alle_uit(punt)
    item = diensten.informatie.voeg_toe(
        casus, InformatieInvoer(verstrekker, Regime.WPG, "Waarneming", GEHEIM, "Alleen lezen.")
    )
    aanmelder = diensten.informatie.toon(casus).overlegd_met[0].id
    return Dossier(casus, overleg, item, verstrekker, lezer, vreemde, derde, aanmelder)


def maak_paneel(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, casus: CasusId) -> InformatiePaneel:
    vlak = QScrollArea()
    gemaakt = InformatiePaneel(diensten, gereedschap)
    vlak.setAccessibleName("Casus")
    vlak.setWidgetResizable(True)
    vlak.setWidget(gemaakt)
    qtbot.addWidget(vlak)
    vlak.resize(1024, 700)
    vlak.show()
    qtbot.waitExposed(vlak)
    gemaakt.vlak = vlak  # type: ignore[attr-defined]
    gemaakt.toon_casus(casus)
    QApplication.processEvents()
    return gemaakt


@pytest.fixture
def paneel(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, dossier: Dossier) -> InformatiePaneel:
    return maak_paneel(qtbot, diensten, gereedschap, dossier.casus)


def cel(paneel: InformatiePaneel, kop: str, rij: int = 0) -> str:
    kolommen = [kolom.kop for kolom in paneel.items.tabel.model.kolommen]
    return str(paneel.items.tabel.model.index(rij, kolommen.index(kop)).data())


def test_lijst_toont_van_wie_het_is_en_dat_niemand_vooraf_leest(paneel: InformatiePaneel, diensten: Diensten) -> None:
    assert cel(paneel, "Regime") == "Wpg"
    assert cel(paneel, "Toegestaan gebruik") == "Alleen lezen."
    assert cel(paneel, "Inzage vooraf") == "geen akkoord"
    assert cel(paneel, "Vrijgegeven aan") == "niemand"
    assert "art. 11.2 onder f" in paneel.items.uitleg.text()
    assert "art. 16.2" in paneel.items.uitleg.text()
    assert "art. 8.2" in paneel.verstrekkingen.uitleg.text()
    assert paneel.items.details.tekst.toPlainText() == GEHEIM
    assert "art. 11.2 onder f" in paneel.items.details.stand.tekst()
    assert not paneel.items.vrij_knop.isEnabled()
    assert paneel.items.vrij_knop.toolTip() == paneel.items.details.stand.tekst()
    assert bevindingen(paneel) == []


def test_casus_zonder_informatie_zegt_wat_hier_komt(
    qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, dossier: Dossier
) -> None:
    leeg = maak_paneel(qtbot, diensten, gereedschap, maak_casus(diensten, "Testpersoon Twee"))
    assert leeg.items.tabel.leeg.isVisibleTo(leeg)
    assert leeg.verstrekkingen.tabel.leeg.isVisibleTo(leeg)
    assert leeg.eerste_focus() is leeg.items.tabel.leeg.knop
    assert not leeg.items.details.isVisibleTo(leeg)
    assert bevindingen(leeg) == []


def test_toevoegen_met_insert_en_wijzigen_met_f2(
    qtbot: QtBot, paneel: InformatiePaneel, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    nieuw = InformatieInvoer(dossier.lezer, Regime.BEROEPSGEHEIM, "Tweede <b>", "tekst", "")
    monkeypatch.setattr(ItemDialoog, "vraag", lambda *a, **k: a[4](nieuw, None) or True)
    paneel.items.tabel.naar_tabel()
    with qtbot.waitSignal(paneel.opgeslagen):
        qtbot.keyClick(paneel.items.tabel.tabel, Qt.Key.Key_Insert)
    gekozen = paneel.items.tabel.gekozen()
    assert gekozen is not None
    assert (gekozen.titel, gekozen.regime) == ("Tweede <b>", Regime.BEROEPSGEHEIM)
    assert "nog niet bepaald" in paneel.items.details.feiten.text()
    nieuw = InformatieInvoer(dossier.lezer, Regime.AVG, "Anders", "tekst", "Vrij.")
    qtbot.keyClick(paneel.items.tabel.tabel, Qt.Key.Key_F2)
    gekozen = paneel.items.tabel.gekozen()
    assert gekozen is not None
    assert gekozen.titel == "Anders"


def test_weghalen_en_terugzetten_met_het_toetsenbord(
    qtbot: QtBot, paneel: InformatiePaneel, diensten: Diensten, dossier: Dossier
) -> None:
    tabel = paneel.items.tabel.tabel
    tabel.setFocus()
    qtbot.keyClick(tabel, Qt.Key.Key_Delete)
    assert diensten.informatie.toon(dossier.casus).items == ()
    assert "is weggehaald" in paneel.meldregel.tekst()
    qtbot.keyClick(paneel.items.tabel.tabel, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert diensten.informatie.toon(dossier.casus).items[0].tekst == GEHEIM
    qtbot.keyClick(paneel.items.tabel.tabel, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert diensten.informatie.toon(dossier.casus).items == ()
    paneel.meldregel.terug_gevraagd.emit()
    assert len(diensten.informatie.toon(dossier.casus).items) == 1


def test_akkoord_vrijgave_en_intrekking_van_begin_tot_eind(
    paneel: InformatiePaneel,
    diensten: Diensten,
    dossier: Dossier,
    meldingen: NepMeldingen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        AkkoordDialoog, "vraag", lambda *a, **k: a[2](InzageAkkoordInvoer("T. Testpersoon", "per brief"))
    )
    paneel.items.akkoord_knop.click()
    assert cel(paneel, "Inzage vooraf") == "akkoord op 8 december 2026"
    assert not paneel.items.akkoord_knop.isEnabled()
    assert not paneel.items.wijzig_knop.isEnabled()
    assert "zoals het nu is" in paneel.items.wijzig_knop.toolTip()
    assert paneel.items.vrij_knop.isEnabled()
    invoer = VrijgaveInvoer(dossier.overleg, (dossier.lezer,), dossier.aanmelder)
    monkeypatch.setattr(VrijgaveDialoog, "vraag", lambda *a, **k: a[4](invoer))
    paneel.items.vrij_knop.click()
    lezer = diensten.partijen.toon(dossier.lezer).naam
    assert cel(paneel, "Vrijgegeven aan") == lezer
    vrijgaven = paneel.items.details.vrijgaven
    assert vrijgaven.model.index(0, 1).data() == "gaat mee met de uitnodiging"
    vrijgaven.kies(0)
    paneel.items.sluit_knop.click()
    assert cel(paneel, "Vrijgegeven aan") == "niemand"
    paneel.meldregel.maak_ongedaan()
    assert cel(paneel, "Vrijgegeven aan") == lezer
    meldingen.antwoord = False
    paneel.items.intrek_knop.click()
    assert cel(paneel, "Vrijgegeven aan") == lezer
    meldingen.antwoord = True
    paneel.items.intrek_knop.click()
    assert meldingen.knoppen[-1] == "Trek akkoord in"
    assert cel(paneel, "Inzage vooraf") == "ingetrokken op 8 december 2026"
    assert lezer in paneel.meldregel.tekst()
    assert vrijgaven.model.index(0, 1).data() == "vervallen"
    assert meldingen.fouten == []
    QApplication.processEvents()
    assert bevindingen(paneel) == []


def test_stand_zegt_of_iemand_vooraf_leest(
    qtbot: QtBot, paneel: InformatiePaneel, diensten: Diensten, dossier: Dossier
) -> None:
    standen: list[tuple[object, str]] = []
    paneel.stand_gewijzigd.connect(lambda icoon, tekst, _kleur: standen.append((icoon, tekst)))
    paneel.toon_casus(dossier.casus)
    diensten.vrijgaven.leg_akkoord_vast(dossier.item, InzageAkkoordInvoer("T. Testpersoon", "per brief"))
    diensten.vrijgaven.geef_vrij(dossier.item, dossier.overleg, [dossier.lezer], dossier.aanmelder)
    paneel.toon_casus(dossier.casus)
    assert standen == [
        (Icoon.SLOT, "1 stuk, niemand leest vooraf"),
        (Icoon.SLOT_OPEN, "1 stuk, 1 vooraf te lezen"),
    ]


def test_vrijgavedialoog_laat_alleen_rechtmatige_partijen_kiezen(
    qtbot: QtBot, diensten: Diensten, dossier: Dossier
) -> None:
    diensten.vrijgaven.leg_akkoord_vast(dossier.item, InzageAkkoordInvoer("T. Testpersoon", "per brief"))
    beeld = diensten.informatie.toon(dossier.casus)
    gegeven: list[VrijgaveInvoer] = []
    dialoog = VrijgaveDialoog(
        "Uitleg (art. 11.2 onder f)",
        beeld.overleggen,
        beeld.overlegd_met,
        lambda overleg: diensten.vrijgaven.vrijgavekeuzes(dossier.item, overleg),
        gegeven.append,
    )
    qtbot.addWidget(dialoog)
    dialoog.show()
    QApplication.processEvents()
    assert bevindingen(dialoog) == []
    lijst = dialoog.partijen
    regels = {lijst.item(rij).data(int(Qt.ItemDataRole.UserRole)): lijst.item(rij) for rij in range(lijst.count())}
    kiesbaar = {s for s, regel in regels.items() if regel.flags() & Qt.ItemFlag.ItemIsUserCheckable}
    assert kiesbaar == {int(dossier.lezer)}
    assert "nog niet beoordeeld" in regels[int(dossier.vreemde)].text()
    assert "heeft dit stuk zelf gegeven" in regels[int(dossier.verstrekker)].text()
    assert "art. 8.2" in regels[int(dossier.derde)].text()
    assert regels[int(dossier.vreemde)].flags() & Qt.ItemFlag.ItemIsSelectable
    lijst.setFocus()
    lijst.setCurrentItem(regels[int(dossier.vreemde)])
    qtbot.keyClick(lijst, Qt.Key.Key_Space)
    assert lijst.gekozen() == ()
    lijst.setCurrentItem(regels[int(dossier.lezer)])
    qtbot.keyClick(lijst, Qt.Key.Key_Space)
    dialoog.bewaar_knop.click()
    assert gegeven == [VrijgaveInvoer(dossier.overleg, (dossier.lezer,), dossier.aanmelder)]


def test_itemdialoog_houdt_tekst_bij_een_weigering_en_leest_een_bijlage(
    qtbot: QtBot, diensten: Diensten, dossier: Dossier, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    beeld = diensten.informatie.toon(dossier.casus)
    dialoog = ItemDialoog(
        "Informatie toevoegen",
        "&Voeg toe",
        None,
        beeld.partijen,
        lambda invoer, bijlage: diensten.informatie.voeg_toe(dossier.casus, invoer, bijlage),
        meldingen,
        vandaag=date(2026, 12, 8),
    )
    qtbot.addWidget(dialoog)
    dialoog.show()
    QApplication.processEvents()
    assert bevindingen(dialoog) == []
    assert dialoog.height() <= 700
    dialoog.tekst.setPlainText(GEHEIM)
    for veld, keuze in (("verstrekker_id", dialoog.verstrekker), ("regime", dialoog.regime)):
        dialoog.bewaar_knop.click()
        assert "Kies" in dialoog.formulier.regel(veld).fout()
        keuze.setCurrentIndex(1)
    dialoog.bewaar_knop.click()
    assert "titel" in dialoog.formulier.regel("titel").fout()
    assert dialoog.tekst.toPlainText() == GEHEIM
    assert dialoog.bijlage is not None
    meldingen.pad = tmp_path / "groot.pdf"
    with meldingen.pad.open("wb") as groot:
        groot.truncate(MEESTE_BYTES + 1)
    dialoog.bijlage.kies_knop.click()
    assert "te groot" in dialoog.formulier.regel("bijlage").fout()
    meldingen.pad = tmp_path / "scan.pdf"
    meldingen.pad.write_bytes(b"%PDF-1.4\n")
    dialoog.bijlage.kies_knop.click()
    assert "scan.pdf" in dialoog.bijlage.tekst.text()
    dialoog.titel.setText("Scan")
    dialoog.bewaar_knop.click()
    assert not dialoog.isVisible()
    nieuw = diensten.informatie.toon(dossier.casus).items[1]
    assert (nieuw.titel, nieuw.bijlage_naam, nieuw.bijlage_pdf) == ("Scan", "scan.pdf", True)


def test_bijlage_kiezen_opslaan_en_weghalen(
    paneel: InformatiePaneel, diensten: Diensten, dossier: Dossier, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    assert not paneel.items.bijlage.open_actie.isEnabled()
    meldingen.pad = tmp_path / "J. Oefenman.pdf"
    meldingen.pad.write_bytes(b"%PDF-1.4\n")
    paneel.items.bijlage.kies_actie.trigger()
    assert diensten.informatie.bijlage(dossier.item).naam == "J. Oefenman.pdf"
    assert "J. Oefenman.pdf" in paneel.items.details.feiten.text()
    assert paneel.items.bijlage.open_actie.isEnabled()
    meldingen.pad = tmp_path / "kopie.pdf"
    paneel.items.bijlage.bewaar_actie.trigger()
    assert meldingen.pad.read_bytes() == b"%PDF-1.4\n"
    paneel.items.bijlage.weg_actie.trigger()
    assert diensten.informatie.toon(dossier.casus).items[0].bijlage_naam == ""
    paneel.meldregel.maak_ongedaan()
    assert diensten.informatie.bijlage(dossier.item).naam == "J. Oefenman.pdf"
    meldingen.pad = tmp_path / "virus.exe"
    meldingen.pad.write_bytes(b"MZ")
    paneel.items.bijlage.kies_actie.trigger()
    assert "Dit soort bestand" in str(meldingen.fouten[-1])


def test_verstrekking_zonder_toestemming_wordt_in_de_dialoog_geweigerd_met_het_artikel(
    qtbot: QtBot, diensten: Diensten, dossier: Dossier
) -> None:
    beeld = diensten.verstrekkingen.toon(dossier.casus)
    dialoog = VerstrekkingDialoog(
        beeld,
        "Uitleg",
        lambda invoer: diensten.verstrekkingen.leg_vast(dossier.casus, invoer),
        vandaag=date(2026, 12, 8),
    )
    qtbot.addWidget(dialoog)
    dialoog.show()
    QApplication.processEvents()
    assert bevindingen(dialoog) == []
    assert dialoog.height() <= 740
    dialoog.verstrekker.setCurrentIndex(dialoog.verstrekker.findData(int(dossier.verstrekker)))
    assert dialoog.items.count() == 1
    dialoog.bewaar_knop.click()
    assert "Kies aan wie" in dialoog.formulier.regel("derde_id").fout()
    dialoog.derde.setCurrentIndex(0)
    dialoog.wat.setPlainText("Dat er een plan is.")
    dialoog.grondslag.setText("verzonnen wet")
    dialoog.bewaar_knop.click()
    assert "schriftelijke toestemming" in dialoog.fout()
    assert "(art. 8.2)" in dialoog.fout()
    assert dialoog.wat.toPlainText() == "Dat er een plan is."
    dialoog.toestemming_op.zet_datum(date(2026, 12, 7))
    dialoog.kenmerk.setText("brief 12")
    dialoog.door.setText("T. Testpersoon")
    dialoog.items.zet_aan(int(dossier.item))
    dialoog.bewaar_knop.click()
    assert dialoog.fout() == ""
    (regel,) = diensten.verstrekkingen.toon(dossier.casus).regels
    assert (regel.derde, regel.items) == ("Woningstichting Oefening", ("Waarneming",))


def test_verstrekking_laten_vervallen_en_terugzetten(
    qtbot: QtBot,
    paneel: InformatiePaneel,
    diensten: Diensten,
    dossier: Dossier,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    invoer = VerstrekkingInvoer(
        dossier.derde,
        dossier.verstrekker,
        "Dat er een plan is.",
        "verzonnen wet",
        SchriftelijkeToestemming(date(2026, 12, 7), "brief 12", "T. Testpersoon"),
        date(2026, 12, 8),
    )
    monkeypatch.setattr(VerstrekkingDialoog, "vraag", lambda *a, **k: a[2](invoer))
    paneel.verstrekkingen.tabel.leeg.knop.click()
    tabel = paneel.verstrekkingen.tabel
    assert [regel.derde for regel in tabel.model.regels] == ["Woningstichting Oefening"]
    monkeypatch.setattr(VervallenDialoog, "vraag", lambda *a, **k: a[1]("verkeerde casus"))
    tabel.kies(0)
    tabel.tabel.setFocus()
    qtbot.keyClick(tabel.tabel, Qt.Key.Key_Delete)
    assert tabel.model.regels[0].vervallen_reden == "verkeerde casus"
    qtbot.keyClick(tabel.tabel, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert tabel.model.regels[0].vervallen_op is None


def test_medewerker_kan_niet_vrijgeven_en_leest_waarom(
    qtbot: QtBot,
    openen,
    gereedschap: Gereedschap,
    dossier: Dossier,  # type: ignore[no-untyped-def]
) -> None:
    paneel = maak_paneel(qtbot, openen(MEDEWERKER), gereedschap, dossier.casus)
    assert paneel.items.nieuw_knop.isEnabled()
    assert paneel.items.akkoord_knop.isEnabled()
    assert not paneel.items.vrij_knop.isEnabled()
    assert "Alleen een procesregisseur" in paneel.items.vrij_knop.toolTip()
    assert "procesregisseur" in paneel.items.vrij_knop.accessibleDescription()


def test_beheerder_krijgt_niets_te_zien(openen, gereedschap: Gereedschap, qtbot: QtBot, dossier: Dossier) -> None:  # type: ignore[no-untyped-def]
    paneel = InformatiePaneel(openen(BEHEER), gereedschap)
    qtbot.addWidget(paneel)
    assert not paneel.items.nieuw_knop.isEnabled()
    assert not paneel.verstrekkingen.nieuw_knop.isEnabled()


def test_na_het_slot_blijft_er_niets_staan(paneel: InformatiePaneel, dossier: Dossier) -> None:
    paneel.items.haal_weg()
    paneel.meldregel.maak_ongedaan()
    paneel.maak_leeg()
    assert paneel.items.tabel.model.regels == ()
    assert paneel.items.details.tekst.toPlainText() == ""
    assert paneel.items.details.feiten.text() == ""
    assert paneel.items.details.kop.text() == ""
    assert paneel.verstrekkingen.tabel.model.regels == ()
    assert paneel.meldregel.tekst() == ""
    paneel.meldregel.maak_ongedaan()
    paneel.bewaar_nu()
    assert paneel.items.tabel.tabel.currentIndex().data(REGELROL) is None
