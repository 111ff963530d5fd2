"""Afgelasten in the window: the dialog tells what will happen, and the tafel stays readable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from tafelkluis import WACHTWOORD, Tafelkluis
from ui_hulp import NepMeldingen

from zvh_desktop.models.keuzes import OverlegStatus
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.afgelastdialoog import AfgelastDialoog
from zvh_desktop.ui.pages.tafel.herplandialoog import HerplanDialoog
from zvh_desktop.ui.pages.tafel.stapnummers import UITNODIGEN, VOORBEREIDEN
from zvh_desktop.ui.pages.tafel.stukken.uitnodigen import Uitnodigen
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.toegankelijkheid import bevindingen

REDEN = "De voorzitter is ziek."


@pytest.fixture
def pagina(qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis) -> TafelsPagina:
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    regie.uitnodigingen.bereid_voor(tafelkluis.overleg)
    for regel in regie.uitnodigingen.lijst(tafelkluis.overleg)[:3]:
        regie.uitnodigingen.markeer_verzonden(regel.id)
    gemaakt = TafelsPagina(regie, tafelgereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1100, 760)
    gemaakt.vernieuw()
    gemaakt.toon(BijTafel(tafelkluis.overleg))
    gemaakt.show()
    qtbot.waitExposed(gemaakt)
    return gemaakt


class Antwoord:
    """Fills in the dialog that opens, by keyboard."""

    def __init__(self, qtbot: QtBot, soort: type, *letters: str) -> None:
        self.qtbot, self.soort, self.letters = qtbot, soort, letters
        self.gezien: list[str] = []
        QTimer.singleShot(0, self.doe)

    def doe(self) -> None:
        dialoog = QApplication.activeModalWidget()
        assert isinstance(dialoog, QDialog)
        try:
            self.vul_in(dialoog)
        finally:  # a dialog that stays open would hold up the test for ever
            if dialoog.isVisible():
                dialoog.reject()

    def vul_in(self, dialoog: QDialog) -> None:
        assert isinstance(dialoog, self.soort)
        assert bevindingen(dialoog) == []
        if isinstance(dialoog, AfgelastDialoog):
            self.gezien.append(dialoog.gevolgen.text())
            for letter in self.letters:
                self.qtbot.keyClicks(dialoog.reden, letter)
        dialoog.bewaar_knop.click()  # type: ignore[attr-defined]
        if isinstance(dialoog, AfgelastDialoog) and dialoog.isVisible():
            self.gezien.append(dialoog.formulier.regel("reden").fout())


def gelast_af(qtbot: QtBot, pagina: TafelsPagina, reden: str = REDEN) -> Antwoord:
    antwoord = Antwoord(qtbot, AfgelastDialoog, reden)
    pagina.werkblad.afgelast_knop.setFocus()
    qtbot.keyClick(pagina.werkblad.afgelast_knop, Qt.Key.Key_Space)
    return antwoord


def test_het_dialoog_zegt_wie_het_hoort_en_de_tafel_is_daarna_afgelast(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    antwoord = gelast_af(qtbot, pagina)
    assert "3 partijen krijgen bericht" in antwoord.gezien[0]
    assert "2 casussen moeten opnieuw worden gepland" in antwoord.gezien[0]
    werkblad = pagina.werkblad
    assert regie.tafels.toon(tafelkluis.overleg).status is OverlegStatus.AFGELAST
    assert werkblad.status.tekst() == "afgelast"
    assert not werkblad.afgelast_knop.isVisible()
    assert not werkblad.wijzig_knop.isEnabled()
    assert werkblad.stap() == UITNODIGEN
    assert REDEN in werkblad.afgelaststrook.label.tekst()
    assert "3 van 3 partijen nog bericht sturen" in werkblad.afgelaststrook.label.tekst()
    assert bevindingen(pagina) == []


def test_een_reden_met_een_naam_wordt_bij_het_veld_geweigerd(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    antwoord = gelast_af(qtbot, pagina, "Testpersoon Een is verhuisd.")
    assert "naam van een betrokkene" in antwoord.gezien[-1]
    assert regie.tafels.toon(tafelkluis.overleg).status is OverlegStatus.VERZONDEN


def test_elke_afzegging_wordt_genoteerd_en_kan_terug(qtbot: QtBot, pagina: TafelsPagina) -> None:
    gelast_af(qtbot, pagina)
    werkblad = pagina.werkblad
    stap = werkblad.stap_widget(UITNODIGEN)
    assert isinstance(stap, Uitnodigen)
    assert stap.telling.text() == "3 nog af te zeggen"
    stap.tabel.kies(0)

    def klaar() -> None:
        assert stap.concept_knop.isEnabled()

    qtbot.waitUntil(klaar)
    assert stap.verstuurd_knop.text() == "Afzegging &verstuurd"
    assert not stap.herinner_knop.isEnabled()
    stap.verstuurd_knop.click()
    assert stap.telling.text() == "2 nog af te zeggen"
    assert not werkblad.afgelaststrook.terug_knop.isEnabled()
    stap.maak_ongedaan()
    assert stap.telling.text() == "3 nog af te zeggen"
    assert werkblad.afgelaststrook.terug_knop.isEnabled()


def test_ongedaan_maken_geeft_de_tafel_terug(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    gelast_af(qtbot, pagina)
    pagina.werkblad.afgelaststrook.terug_knop.click()
    assert regie.tafels.toon(tafelkluis.overleg).status is OverlegStatus.VERZONDEN
    assert not pagina.werkblad.afgelaststrook.isVisible()
    assert pagina.werkblad.afgelast_knop.isVisible()


def test_de_casussen_gaan_naar_een_ander_concept(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis, meldingen: NepMeldingen
) -> None:
    eerste = regie.tafels.toon(tafelkluis.overleg).invoer
    ander = regie.tafels.plan(eerste)
    gelast_af(qtbot, pagina)
    Antwoord(qtbot, HerplanDialoog)
    with qtbot.waitSignal(pagina.ga_naar) as gegaan:
        pagina.werkblad.afgelaststrook.herplan_knop.click()
    assert gegaan.args == [Plaats("tafels", BijTafel(ander, VOORBEREIDEN))]
    assert len(regie.agenda.toon(ander).punten) == 2
    assert regie.afgelasten.toon(tafelkluis.overleg).te_plannen == ()


def test_de_lijst_zegt_het_met_icoon_en_woord(qtbot: QtBot, pagina: TafelsPagina, tafelkluis: Tafelkluis) -> None:
    gelast_af(qtbot, pagina)
    pagina.toon(None)
    model = pagina.tabel.model
    (kolom,) = [nummer for nummer, een in enumerate(model.kolommen) if een.sleutel == "agenda"]
    (rij,) = [nummer for nummer, regel in enumerate(model.regels) if regel.id == tafelkluis.overleg]
    plek = model.index(rij, kolom)
    assert plek.data() == "afgelast"
    assert not plek.data(Qt.ItemDataRole.DecorationRole).isNull()
    pagina.tabel.kies(rij)
    assert not pagina.wijzig_knop.isEnabled()
    assert not pagina.weg_knop.isEnabled()
