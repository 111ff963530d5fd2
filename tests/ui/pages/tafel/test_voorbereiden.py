"""The agenda builder driven by keyboard on a real vault: the gate, undo, oordelen, akkoord, locking."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import text
from tafelkluis import MEDEWERKER, WACHTWOORD, Tafelkluis, TafelOpener
from ui_hulp import NepMeldingen

from zvh_desktop.errors import BevestigingNodig, GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import CasusId, OordeelUitkomst, OverlegStatus, PoortStand
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.services.tafel.agenda_gegevens import CasusKeuze, PuntInvoer
from zvh_desktop.ui.dialogs.bevestiging import Bevestigingsdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.agenda.oordeel_geven import OordeelDialoog
from zvh_desktop.ui.pages.tafel.agenda.punt_toevoegen import CasusKeuzeModel, PuntDialoog, PuntKeuze
from zvh_desktop.ui.pages.tafel.agenda.volgordedialoog import VolgordeDialoog
from zvh_desktop.ui.pages.tafel.agenda.voorbereiden import Voorbereiden
from zvh_desktop.ui.pages.tafel.matrix.deelnamemodel import KOL_BIJDRAGE
from zvh_desktop.ui.pages.tafel.matrix.model import KOL_ONDERWERP, KOL_TIJD
from zvh_desktop.ui.toegankelijkheid import bevindingen

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def maak(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, kluis: Tafelkluis) -> Voorbereiden:
    stap = Voorbereiden(diensten, gereedschap)
    qtbot.addWidget(stap)
    stap.resize(1024, 640)
    with qtbot.waitActive(stap):
        stap.show()
        stap.activateWindow()
    stap.toon_tafel(kluis.overleg)
    stap.matrix.setFocus()
    return stap


@pytest.fixture
def stap(qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis) -> Voorbereiden:
    return maak(qtbot, regie, tafelgereedschap, tafelkluis)


def ga_naar(stap: Voorbereiden, kluis: Tafelkluis, rij: int, kort: str) -> None:
    punt = stap.model.punt(rij)
    assert punt is not None
    stap.matrix.ga_naar_plek(punt.id, kluis.partijen[kort])


def stand(stap: Voorbereiden) -> PoortStand:
    cel = stap.model.cel(stap.matrix.currentIndex())
    assert cel is not None
    return cel.stand


def test_toont_alleen_betrokken_partijen_tot_alle_worden_gevraagd(stap: Voorbereiden) -> None:
    korte = {kolom.kort for kolom in stap.model.kolommen}
    assert "Politie" in korte
    assert "Veilig Thuis" not in korte
    stap.balk.alle_knop.click()
    assert "Veilig Thuis" in {kolom.kort for kolom in stap.model.kolommen}


def test_wat_een_betrokkene_vroeg_staat_in_de_matrix_en_bij_het_punt(
    stap: Voorbereiden, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    punten = [punt for rij in range(stap.model.rowCount()) if (punt := stap.model.punt(rij)) is not None]
    eerst, ander = [punt for punt in punten if punt.casus_id is not None][:2]
    onderwerp = stap.model.index(stap.model.rij_van(eerst.id), KOL_ONDERWERP)
    eerder = stap.model.data(onderwerp, Qt.ItemDataRole.AccessibleTextRole)
    assert not stap.paneel.noten.isVisible()
    noteer_bezwaar(regie, eerst.casus_id)
    stap.vernieuw()
    assert "bezwaar gemaakt" in stap.model.data(onderwerp, Qt.ItemDataRole.ToolTipRole)
    gesproken = stap.model.data(onderwerp, Qt.ItemDataRole.AccessibleTextRole)
    assert gesproken.startswith(eerder) and "bezwaar gemaakt" in gesproken
    assert stap.model.data(onderwerp, Qt.ItemDataRole.DecorationRole) is not None
    assert (
        stap.model.data(stap.model.index(stap.model.rij_van(ander.id), KOL_ONDERWERP), Qt.ItemDataRole.DecorationRole)
        is None
    )
    stap.matrix.ga_naar_plek(eerst.id, None, 0)
    assert stap.paneel.noten.isVisible()
    assert "Dit klopt niet." in stap.paneel.noten.tekst()
    stap.maak_leeg()
    assert stap.paneel.noten.tekst() == ""


def noteer_bezwaar(diensten: Diensten, casus: CasusId | None) -> None:
    """As if somebody objected to an actie of this casus."""
    with diensten.werkplek.kluis.engine.begin() as verbinding:
        verbinding.execute(
            text(
                "INSERT INTO verzoek (soort, ontvangen_op, wie, uitkomst, vastgelegd_op, vastgelegd_door) VALUES "
                "('bezwaar', '2026-09-01', 'Testpersoon', 'open', '2026-09-01 09:00:00', 'R. Oefenman')"
            )
        )
        verbinding.execute(
            text(
                "INSERT INTO aantekening (verzoek_id, casus_id, soort, item_id, aard, tekst, op, door, uitkomst, "
                "reden) SELECT max(id), :casus, 'actie', 1, 'bezwaar', 'Dit klopt niet.', '2026-09-01', "
                "'R. Oefenman', 'open', '' FROM verzoek"
            ),
            {"casus": casus},
        )


def test_modellen_houden_zich_aan_de_regels_van_qt(
    stap: Voorbereiden,
    qtmodeltester: ModelTester,
    regie: Diensten,
    tafelkluis: Tafelkluis,
) -> None:
    qtmodeltester.check(stap.model)
    qtmodeltester.check(stap.paneel.model)
    keuzes = CasusKeuzeModel()
    keuzes.zet_regels(regie.agenda.kiesbare_casussen(tafelkluis.overleg))
    qtmodeltester.check(keuzes)


def test_elke_cel_heeft_een_reden_in_woorden(stap: Voorbereiden, tafelkluis: Tafelkluis) -> None:
    ga_naar(stap, tafelkluis, 1, "GGD")
    index = stap.matrix.currentIndex()
    assert "verlopen op 9 december 2026" in str(index.data(Qt.ItemDataRole.ToolTipRole)).casefold()
    assert "GGD Twente" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_spatie_nodigt_uit_en_haalt_weer_weg(qtbot: QtBot, stap: Voorbereiden, tafelkluis: Tafelkluis) -> None:
    ga_naar(stap, tafelkluis, 1, "RN")
    assert stand(stap) is PoortStand.RECHTMATIG
    with qtbot.waitSignal(stap.opgeslagen):
        qtbot.keyClick(stap.matrix, Qt.Key.Key_Space)
    assert stand(stap) is PoortStand.UITGENODIGD
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Space)
    assert stand(stap) is PoortStand.RECHTMATIG


@pytest.mark.parametrize(("kort", "rij"), [("Mediant", 1), ("Hengelo", 1), ("GGD", 1), ("Tactus", 2)])
def test_spatie_op_wat_niet_mag_legt_uit_met_artikel(
    qtbot: QtBot,
    stap: Voorbereiden,
    tafelkluis: Tafelkluis,
    kort: str,
    rij: int,
) -> None:
    ga_naar(stap, tafelkluis, rij, kort)
    eerder = stand(stap)
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Space)
    assert stand(stap) is eerder
    assert "art. 14.2" in stap.strook.tekst()
    assert stap.strook.actie_knop.text() == "&Geef oordeel"


def test_medewerker_kan_alleen_om_een_oordeel_vragen(
    qtbot: QtBot,
    tafel_als: TafelOpener,
    tafelgereedschap: Gereedschap,
    tafelkluis: Tafelkluis,
) -> None:
    stap = maak(qtbot, tafel_als(MEDEWERKER), tafelgereedschap, tafelkluis)
    ga_naar(stap, tafelkluis, 1, "Hengelo")
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Space)
    assert stap.strook.actie_knop.text() == "&Vraag om een oordeel"
    stap.strook.actie_knop.click()
    assert "De vraag over Gemeente Hengelo staat bij Vandaag" in stap.strook.tekst()
    qtbot.keyClick(stap.matrix, Qt.Key.Key_1)
    assert stand(stap) is PoortStand.NIET_BEOORDEELD


def test_alt_pijl_verplaatst_en_ongedaan_zet_terug(qtbot: QtBot, stap: Voorbereiden, tafelkluis: Tafelkluis) -> None:
    ga_naar(stap, tafelkluis, 2, "Politie")
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Up, ALT)
    assert [stap.model.punt(rij).casusnummer for rij in range(3)] == ["", "2026-0002", "2026-0001"]
    assert stap.matrix.currentIndex().row() == 1
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Z, CTRL)
    assert [stap.model.punt(rij).casusnummer for rij in range(3)] == ["", "2026-0001", "2026-0002"]
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Y, CTRL)
    assert stap.model.punt(1).casusnummer == "2026-0002"


def test_slepen_van_een_rij_verplaatst_het_punt(stap: Voorbereiden) -> None:
    inhoud: QMimeData = stap.model.mimeData([stap.model.index(2, 1)])
    stap.model.dropMimeData(inhoud, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert stap.model.punt(0).casusnummer == "2026-0002"


def neem_over(dialoog: VolgordeDialoog) -> int:
    dialoog.neem_knop.click()
    return dialoog.result()


def test_voorgestelde_volgorde_zegt_wat_het_scheelt_en_gaat_met_een_toets_terug(
    qtbot: QtBot, stap: Voorbereiden, regie: Diensten, tafelkluis: Tafelkluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever sits at the first and the last casus waits through the one between them."""
    monkeypatch.setattr(VolgordeDialoog, "exec", neem_over)
    agenda, overleg = regie.agenda, tafelkluis.overleg
    midden = agenda.toon(overleg).punten[2]
    for cel in midden.cellen:
        if cel.stand is PoortStand.UITGENODIGD:
            agenda.zet_deelname(midden.id, cel.partij_id, aan=False)
    agenda.nodig_alle_uit(agenda.voeg_casus_toe(overleg, tafelkluis.casussen[2]))
    stap.vernieuw()
    oud = [punt.id for punt in agenda.toon(overleg).punten]
    stap.balk.volgorde_knop.click()
    nieuw = [punt.id for punt in agenda.toon(overleg).punten]
    assert nieuw[0] == oud[0]
    assert nieuw.index(oud[2]) in {1, 3}
    assert "Geen partij hoeft meer te wachten; dat was samen" in stap.strook.tekst()
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Z, CTRL)
    assert [punt.id for punt in agenda.toon(overleg).punten] == oud


def test_weghalen_is_ongedaan_te_maken_met_stoelen_en_teksten(
    qtbot: QtBot,
    stap: Voorbereiden,
    tafelkluis: Tafelkluis,
) -> None:
    ga_naar(stap, tafelkluis, 1, "Politie")
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Delete)
    assert stap.model.rowCount() == 2
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Z, CTRL)
    ga_naar(stap, tafelkluis, 1, "Politie")
    assert stand(stap) is PoortStand.UITGENODIGD
    cel = stap.model.cel(stap.matrix.currentIndex())
    assert cel is not None
    assert cel.gevraagde_bijdrage == "Overzicht van de incidenten"


def test_ongedaan_brengt_een_ingetrokken_partij_niet_terug(
    qtbot: QtBot,
    stap: Voorbereiden,
    regie: Diensten,
    tafelkluis: Tafelkluis,
) -> None:
    ga_naar(stap, tafelkluis, 1, "OM")
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Space)
    regie.bevestig(WACHTWOORD)
    regie.oordelen.trek_in(tafelkluis.casussen[0], tafelkluis.partijen["OM"], "Verzonnen reden")
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Z, CTRL)
    assert "art. 14.2" in stap.strook.tekst()
    ga_naar(stap, tafelkluis, 1, "OM")
    assert stand(stap) is PoortStand.INGETROKKEN


def test_insert_zet_een_casus_en_een_onderwerp_op_de_agenda(
    qtbot: QtBot,
    stap: Voorbereiden,
    tafelkluis: Tafelkluis,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def kies(*_: object, **__: object) -> PuntKeuze:
        return PuntKeuze((tafelkluis.casussen[2],), "Rondvraag")

    monkeypatch.setattr(PuntDialoog, "vraag", kies)
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: stap.model.rowCount() == 5)
    assert [stap.model.punt(rij).onderwerp for rij in (3, 4)] == ["2026-0003  Risicojongeren", "Rondvraag"]


def test_dialoog_toont_geweigerde_casus_met_reden_en_laat_hem_niet_kiezen(
    qtbot: QtBot,
    regie: Diensten,
    tafelkluis: Tafelkluis,
) -> None:
    dialoog = PuntDialoog(regie.agenda.kiesbare_casussen(tafelkluis.overleg))
    qtbot.addWidget(dialoog)
    dialoog.show()
    dialoog.tabel.selectAll()
    assert dialoog.keuze().casussen == (tafelkluis.casussen[2],)
    redenen = [keuze.reden for keuze in dialoog.model.regels if not keuze.mag]
    assert len(redenen) == 1
    assert bevindingen(dialoog) == []


def test_getypt_doel_bewaart_zichzelf_en_is_een_stap_terug(
    qtbot: QtBot,
    stap: Voorbereiden,
    regie: Diensten,
    tafelkluis: Tafelkluis,
) -> None:
    ga_naar(stap, tafelkluis, 1, "Politie")
    qtbot.keyClick(stap.matrix, Qt.Key.Key_F2)
    assert stap.paneel.doel.hasFocus()
    stap.paneel.doel.selectAll()
    qtbot.keyClicks(stap.paneel.doel, "Nieuw doel")
    stap.matrix.setFocus()
    assert regie.agenda.toon(tafelkluis.overleg).punten[1].doel == "Nieuw doel"
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Z, CTRL)
    assert regie.agenda.toon(tafelkluis.overleg).punten[1].doel == "Richting bepalen"
    assert stap.paneel.doel.toPlainText() == "Richting bepalen"


def test_wat_getypt_wordt_gaat_niet_verloren_bij_een_ander_punt(
    stap: Voorbereiden,
    regie: Diensten,
    tafelkluis: Tafelkluis,
) -> None:
    ga_naar(stap, tafelkluis, 1, "Politie")
    stap.paneel.themas.setPlainText("Schulden")
    ga_naar(stap, tafelkluis, 2, "Politie")
    assert regie.agenda.toon(tafelkluis.overleg).punten[1].themas == "Schulden"
    assert stap.paneel.themas.toPlainText() == "Wonen"


def test_gevraagde_bijdrage_wordt_in_de_lijst_getypt(
    stap: Voorbereiden,
    regie: Diensten,
    tafelkluis: Tafelkluis,
) -> None:
    ga_naar(stap, tafelkluis, 1, "OM")
    rij = stap.paneel.model.rij_van(tafelkluis.partijen["OM"])
    assert stap.paneel.model.setData(stap.paneel.model.index(rij, KOL_BIJDRAGE), "Stand van de zaak")
    cellen = regie.agenda.toon(tafelkluis.overleg).punten[1].cellen
    assert "Stand van de zaak" in {cel.gevraagde_bijdrage for cel in cellen}
    niet = stap.paneel.model.rij_van(tafelkluis.partijen["Mediant"])
    assert not stap.paneel.model.index(niet, KOL_BIJDRAGE).flags() & Qt.ItemFlag.ItemIsEditable


def test_te_lange_agenda_waarschuwt_per_punt_en_in_totaal(
    stap: Voorbereiden,
    regie: Diensten,
    tafelkluis: Tafelkluis,
) -> None:
    punt = stap.model.punt(2)
    assert punt is not None
    regie.agenda.wijzig_punt(punt.id, PuntInvoer(200, doel="Doel"))
    stap.vernieuw()
    assert "te veel" in stap.totaal.minuten.tekst()
    uitleg = stap.model.index(2, KOL_TIJD).data(Qt.ItemDataRole.ToolTipRole)
    assert uitleg == "Dit punt eindigt na het einde van het overleg."


def test_toets_1_geeft_een_ondertekend_oordeel_na_het_wachtwoord(
    qtbot: QtBot,
    stap: Voorbereiden,
    regie: Diensten,
    tafelkluis: Tafelkluis,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gevraagd: list[str] = []

    def vraag(bevestiger: Diensten, *_: object) -> bool:
        gevraagd.append("wachtwoord")
        bevestiger.bevestig(WACHTWOORD)
        return True

    def geef(nummer: str, partij: object, uitkomst: OordeelUitkomst, bewaar: object, *, ouder: object) -> bool:
        assert (nummer, uitkomst) == ("2026-0001", OordeelUitkomst.RECHTMATIG)
        invoer = OordeelInvoer(
            tafelkluis.partijen["Hengelo"], uitkomst, grondslag="Verzonnen grondslag", geldig_tot=date(2027, 1, 1)
        )
        return bool(bewaar(invoer))

    monkeypatch.setattr(Bevestigingsdialoog, "vraag", vraag)
    monkeypatch.setattr(OordeelDialoog, "vraag", geef)
    ga_naar(stap, tafelkluis, 1, "Hengelo")
    qtbot.keyClick(stap.matrix, Qt.Key.Key_1)
    assert gevraagd == ["wachtwoord"]
    assert stand(stap) is PoortStand.RECHTMATIG


def test_akkoord_vraagt_de_medewerker_en_geeft_de_procesregisseur(
    qtbot: QtBot,
    tafel_als: TafelOpener,
    tafelgereedschap: Gereedschap,
    tafelkluis: Tafelkluis,
) -> None:
    stap = maak(qtbot, tafel_als(MEDEWERKER), tafelgereedschap, tafelkluis)
    assert stap.akkoord.akkoord_knop.text() == "Vraag a&kkoord"
    stap.akkoord.akkoord_knop.click()
    assert not stap.akkoord.akkoord_knop.isEnabled()
    assert "wacht op akkoord" in stap.akkoord.akkoord_knop.toolTip()
    diensten = tafel_als()
    diensten.bevestig(WACHTWOORD)
    stap = maak(qtbot, diensten, tafelgereedschap, tafelkluis)
    assert stap.akkoord.akkoord_knop.text() == "Geef a&kkoord"
    with qtbot.waitSignal(stap.kop_gewijzigd):
        stap.akkoord.akkoord_knop.click()
    assert diensten.tafels.toon(tafelkluis.overleg).status is OverlegStatus.AKKOORD
    assert not stap.balk.toevoeg_knop.isEnabled()
    stap.akkoord.terug_knop.click()
    assert diensten.tafels.toon(tafelkluis.overleg).status is OverlegStatus.CONCEPT


def test_zonder_doel_kan_akkoord_niet_en_staat_er_waarom(
    stap: Voorbereiden,
    regie: Diensten,
    tafelkluis: Tafelkluis,
) -> None:
    punt = stap.model.punt(1)
    assert punt is not None
    regie.agenda.wijzig_punt(punt.id, PuntInvoer(20))
    stap.vernieuw()
    assert not stap.akkoord.akkoord_knop.isEnabled()
    assert "2026-0001" in stap.totaal.aandacht.zinnen()[0]
    assert "art. 11.2" in stap.akkoord.akkoord_knop.toolTip()


def test_wijzigen_na_akkoord_wordt_gemeld_en_de_tekst_blijft_staan(
    stap: Voorbereiden,
    regie: Diensten,
    tafelkluis: Tafelkluis,
) -> None:
    ga_naar(stap, tafelkluis, 1, "Politie")
    stap.paneel.doel.setPlainText("Te laat getypt")
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    with pytest.raises(GebruikersFout):
        stap.bewaar_nu()
    assert stap.paneel.doel.toPlainText() == "Te laat getypt"


def test_na_vergrendelen_blijft_er_niets_leesbaars_achter(stap: Voorbereiden, tafelkluis: Tafelkluis) -> None:
    ga_naar(stap, tafelkluis, 1, "Politie")
    bewaard = stap.stand()
    stap.maak_leeg()
    assert stap.model.rowCount() == 0
    assert stap.paneel.model.rowCount() == 0
    assert stap.stapel.count() == 0
    for veld in (stap.paneel.doel, stap.paneel.themas):
        assert veld.toPlainText() == ""
    assert "2026" not in stap.paneel.kop.text()
    assert "Testpersoon" not in stap.paneel.onder_kop.text()
    stap.toon_tafel(tafelkluis.overleg)
    stap.herstel_stand(bewaard)
    assert stap.stand() == bewaard


def test_niets_afgekapt_en_alles_met_toetsen(
    qtbot: QtBot,
    stap: Voorbereiden,
    tafelkluis: Tafelkluis,
    meldingen: NepMeldingen,
) -> None:
    ga_naar(stap, tafelkluis, 1, "Mediant")
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert bevindingen(stap) == []
    assert meldingen.fouten == []


def test_geweigerd_ongedaan_blijft_te_doen(
    qtbot: QtBot, stap: Voorbereiden, regie: Diensten, tafelkluis: Tafelkluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    ga_naar(stap, tafelkluis, 1, "OM")
    voor = stand(stap)
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Space)
    na = stand(stap)
    assert na is not voor

    def weiger(_stand: object, _van: object) -> None:
        raise GebruikersFout("Dit kan nu even niet.")

    with monkeypatch.context() as even:
        even.setattr(stap._diensten.agenda, "herstel", weiger)
        qtbot.keyClick(stap.matrix, Qt.Key.Key_Z, CTRL)
        assert "even niet" in stap.strook.tekst()
        assert stand(stap) is na
        assert stap.stapel.canUndo() and not stap.stapel.canRedo()
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Z, CTRL)
    assert stand(stap) is voor
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert stand(stap) is na


def test_gevraagde_bijdrage_na_f2_en_enter_gaat_terug_met_ctrl_z(
    qtbot: QtBot, stap: Voorbereiden, tafelkluis: Tafelkluis
) -> None:
    ga_naar(stap, tafelkluis, 1, "OM")
    tabel, model = stap.paneel.tabel, stap.paneel.model
    plek = model.index(model.rij_van(tafelkluis.partijen["OM"]), KOL_BIJDRAGE)
    if not plek.flags() & Qt.ItemFlag.ItemIsEditable:
        qtbot.keyClick(stap.matrix, Qt.Key.Key_Space)
        plek = model.index(model.rij_van(tafelkluis.partijen["OM"]), KOL_BIJDRAGE)
    voor = plek.data()
    tabel.setFocus()
    qtbot.keyClick(tabel, Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "Verzonnen vraag")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(tabel.hasFocus)
    rij = model.rij_van(tafelkluis.partijen["OM"])
    assert model.index(rij, KOL_BIJDRAGE).data() == "Verzonnen vraag"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert model.index(model.rij_van(tafelkluis.partijen["OM"]), KOL_BIJDRAGE).data() == voor


def test_insert_werkt_op_een_lege_agenda(qtbot: QtBot, stap: Voorbereiden, monkeypatch: pytest.MonkeyPatch) -> None:
    while stap.model.rowCount():
        qtbot.keyClick(stap.matrix, Qt.Key.Key_Delete)
    assert QApplication.focusWidget() is stap.leeg.knop

    def kies(*_: object, **__: object) -> PuntKeuze:
        return PuntKeuze((), "Rondvraag")

    monkeypatch.setattr(PuntDialoog, "vraag", kies)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: stap.model.rowCount() == 1)


def test_weigering_gaat_weg_als_een_andere_casus_is_gekozen(
    qtbot: QtBot, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    dialoog = PuntDialoog(regie.agenda.kiesbare_casussen(tafelkluis.overleg))
    qtbot.addWidget(dialoog)
    dialoog.show()
    assert dialoog.waarom.isVisible()
    dialoog.tabel.selectAll()
    assert dialoog.keuze().casussen and not dialoog.waarom.isVisible()


def test_weigering_gaat_over_de_casus_die_in_beeld_of_aangeklikt_is(qtbot: QtBot) -> None:
    def keuze(nummer: int, *, mag: bool = False) -> CasusKeuze:
        zin = "" if mag else f"Casus {nummer} kan niet."
        return CasusKeuze(CasusId(nummer), f"2026-{nummer}", "", "", mag, zin, None if mag else Aandachtspunt(zin, ""))

    dialoog = PuntDialoog([keuze(7), keuze(8), keuze(9, mag=True)])
    qtbot.addWidget(dialoog)
    dialoog.show()
    assert dialoog.waarom.tekst() == "Casus 7 kan niet."
    tweede = dialoog.tabel.visualRect(dialoog.filter.index(1, 0)).center()
    qtbot.mouseClick(dialoog.tabel.viewport(), Qt.MouseButton.LeftButton, pos=tweede)
    assert dialoog.waarom.tekst() == "Casus 8 kan niet." and not dialoog.zet_knop.isEnabled()
    qtbot.keyClicks(dialoog.zoek_veld, "2026-9")
    assert not dialoog.waarom.isVisible()
    dialoog.zoek_veld.clear()
    qtbot.keyClicks(dialoog.zoek_veld, "2026-8")
    assert dialoog.waarom.isVisible() and dialoog.waarom.tekst() == "Casus 8 kan niet."


def test_grondslag_wordt_geeist_voor_het_wachtwoord(regie: Diensten, tafelkluis: Tafelkluis) -> None:
    zonder = OordeelInvoer(tafelkluis.partijen["Hengelo"], OordeelUitkomst.RECHTMATIG, grondslag="")
    met = OordeelInvoer(tafelkluis.partijen["Hengelo"], OordeelUitkomst.RECHTMATIG, grondslag="Verzonnen grondslag")
    with pytest.raises(InvoerOngeldig):
        regie.oordelen.geef(tafelkluis.casussen[0], (zonder,))
    with pytest.raises(InvoerOngeldig):
        regie.oordelen.geef(tafelkluis.casussen[0], (met, zonder))
    with pytest.raises(BevestigingNodig):
        regie.oordelen.geef(tafelkluis.casussen[0], (met,))
