"""Asking for oordelen from the agenda, and the line on Vandaag that comes out in that very cell."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from tafelkluis import MEDEWERKER, REGIE, Tafelkluis, TafelOpener

from zvh_desktop.models.keuzes import PoortStand
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.oordelen import OordelenPaneel
from zvh_desktop.ui.pages.casus.oordelenmodel import OordeelKolom
from zvh_desktop.ui.pages.tafel.agenda.voorbereiden import Voorbereiden
from zvh_desktop.ui.pages.tafel.matrix.deelnamemodel import KOL_PARTIJ, KOL_STAND
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina
from zvh_desktop.ui.pages.vandaag import VandaagPagina
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.toegankelijkheid import bevindingen

SHIFT = Qt.KeyboardModifier.ShiftModifier


def maak(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, kluis: Tafelkluis) -> Voorbereiden:
    stap = Voorbereiden(diensten, gereedschap)
    qtbot.addWidget(stap)
    stap.resize(1024, 640)
    with qtbot.waitActive(stap):
        stap.show()
        stap.activateWindow()
    stap.toon_tafel(kluis.overleg)
    return stap


def naar(stap: Voorbereiden, kluis: Tafelkluis, rij: int, kort: str) -> None:
    punt = stap.model.punt(rij)
    assert punt is not None
    stap.matrix.ga_naar_plek(punt.id, kluis.partijen[kort])


def kies_uit_menu(qtbot: QtBot, menu: QMenu, stappen: int) -> None:
    """Open it as a click on its button does, and choose by keyboard."""
    menu.popup(menu.pos())
    qtbot.waitUntil(menu.isVisible)
    for _ in range(stappen):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)


def test_de_cel_toont_de_vraag_en_vandaag_opent_die_cel(
    qtbot: QtBot, tafel_als: TafelOpener, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis
) -> None:
    stap = maak(qtbot, tafel_als(MEDEWERKER), tafelgereedschap, tafelkluis)
    naar(stap, tafelkluis, 1, "Hengelo")
    stap.matrix.setFocus()
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Space)
    stap.strook.actie_knop.setFocus()
    qtbot.keyClick(stap.strook.actie_knop, Qt.Key.Key_Space)
    assert "De vraag over Gemeente Hengelo staat bij Vandaag" in stap.strook.tekst()
    index = stap.matrix.currentIndex()
    wie_en_wanneer = "om een oordeel gevraagd door Medewerker Voorbeeld op 1 december 2026 om 09.00 uur"
    assert wie_en_wanneer in str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert wie_en_wanneer in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    rij = stap.paneel.model.rij_van(tafelkluis.partijen["Hengelo"])
    assert stap.paneel.model.index(rij, KOL_STAND).data() == "nog niet beoordeeld, oordeel gevraagd"
    punt = stap.model.punt(1)
    assert punt is not None

    regie = tafel_als(REGIE)
    vandaag = VandaagPagina(regie, tafelgereedschap)
    qtbot.addWidget(vandaag)
    vandaag.show()
    vandaag.vernieuw()
    regel = next(regel for regel in vandaag.regels() if "oordeel gevraagd" in regel.knop.accessibleName())
    regel.knop.setFocus()
    with qtbot.waitSignal(vandaag.ga_naar) as gegaan:
        qtbot.keyClick(regel.knop, Qt.Key.Key_Space)
    assert gegaan.args == [Plaats("tafels", BijTafel(tafelkluis.overleg, 0, punt.id, tafelkluis.partijen["Hengelo"]))]
    tafels = TafelsPagina(regie, tafelgereedschap)
    qtbot.addWidget(tafels)
    tafels.show()
    tafels.vernieuw()
    assert gegaan.args is not None
    tafels.toon(gegaan.args[0].onderdeel)
    open_stap = tafels.werkblad.stap_widget(0)
    assert isinstance(open_stap, Voorbereiden)
    assert open_stap.matrix.plek() == (punt.id, tafelkluis.partijen["Hengelo"])
    assert tafels.eerste_focus() is open_stap.matrix
    assert wie_en_wanneer in open_stap.strook.tekst()
    assert open_stap.strook.actie_knop.text() == "&Geef oordeel"
    assert open_stap.paneel.vraag_knop.isHidden()


def test_alle_niet_beoordeelde_partijen_in_een_keer(
    qtbot: QtBot, tafel_als: TafelOpener, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis
) -> None:
    stap = maak(qtbot, tafel_als(MEDEWERKER), tafelgereedschap, tafelkluis)
    naar(stap, tafelkluis, 1, "Politie")
    kies_uit_menu(qtbot, stap.paneel.vraag_knop.lijst, 2)
    punt = stap.model.punt(1)
    assert punt is not None
    standen = {
        kolom.kort: next(cel for cel in punt.cellen if cel.partij_id == kolom.partij_id)
        for kolom in stap.model.kolommen
    }
    gevraagd = {kort for kort, cel in standen.items() if cel.gevraagd is not None}
    assert gevraagd == {kort for kort, cel in standen.items() if cel.stand is PoortStand.NIET_BEOORDEELD}
    assert gevraagd == {"Hengelo", "Tactus"}
    assert bevindingen(stap.paneel) == []


def test_de_gekozen_rijen_in_een_keer(
    qtbot: QtBot, tafel_als: TafelOpener, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis
) -> None:
    stap = maak(qtbot, tafel_als(MEDEWERKER), tafelgereedschap, tafelkluis)
    naar(stap, tafelkluis, 1, "Hengelo")
    tabel = stap.paneel.tabel
    eerste = stap.paneel.model.rij_van(tafelkluis.partijen["Hengelo"])
    tabel.setFocus()
    tabel.selectionModel().setCurrentIndex(
        stap.paneel.model.index(eerste, KOL_PARTIJ),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    qtbot.keyClick(tabel, Qt.Key.Key_Down, SHIFT)
    assert stap.paneel.gekozen_partijen() == (tafelkluis.partijen["Hengelo"], tafelkluis.partijen["Tactus"])
    kies_uit_menu(qtbot, stap.paneel.vraag_knop.lijst, 1)
    assert "Gemeente Hengelo en " in stap.strook.tekst()
    assert tafel_als(REGIE).vandaag.toon().regels[0].zin.startswith("2 oordelen gevraagd bij casus 2026-0001")


def test_het_blad_van_de_casus_vraagt_voor_het_eerstvolgende_overleg(
    qtbot: QtBot, tafel_als: TafelOpener, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis
) -> None:
    diensten = tafel_als(MEDEWERKER)
    paneel = OordelenPaneel(diensten, tafelgereedschap)
    qtbot.addWidget(paneel)
    paneel.show()
    paneel.toon_casus(diensten.casussen.toon(tafelkluis.casussen[2]))
    assert paneel.vraag_knop.isVisible()
    paneel.vraag_knop.alle.trigger()
    assert "staat op geen agenda" in paneel.melding.tekst()
    paneel.toon_casus(diensten.casussen.toon(tafelkluis.casussen[0]))
    rijen = {regel.kort: rij for rij in range(paneel.model.rowCount()) if (regel := paneel.model.regel(rij))}
    paneel.tabel.setFocus()
    paneel.tabel.setCurrentIndex(paneel.model.index(rijen["Hengelo"], OordeelKolom.PARTIJ))
    kies_uit_menu(qtbot, paneel.vraag_knop.lijst, 1)
    assert paneel.melding.tekst().startswith("1 vraag staat nu bij Vandaag van")
    stand = paneel.model.index(rijen["Hengelo"], OordeelKolom.STAND)
    assert stand.data() == "nog niet beoordeeld, oordeel gevraagd"
    assert "door Medewerker Voorbeeld" in str(stand.data(Qt.ItemDataRole.ToolTipRole))
    assert bevindingen(paneel) == []
