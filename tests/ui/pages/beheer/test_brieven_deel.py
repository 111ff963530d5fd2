"""Beheer, Brieven: what is wrong is said while typing, a field is put in, and a text can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from proefkluis import MEDEWERKER, REGIE
from pytestqt.qtbot import QtBot

from zvh_desktop.models.tekst.briefsoorten import Briefsoort
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.brieven.deel import BrievenDeel
from zvh_desktop.ui.toegankelijkheid import bevindingen


def test_een_tekst_wijzigen(qtbot: QtBot, openen: Callable[..., Diensten], gereedschap: Gereedschap) -> None:
    diensten = openen(REGIE)
    deel = BrievenDeel(diensten, gereedschap)
    qtbot.addWidget(deel)
    deel.vernieuw()
    deel.show()
    assert bevindingen(deel) == []
    assert deel.soort() is Briefsoort.BETROKKENE_AANMELDING
    assert not deel.bewaar_knop.isEnabled()
    deel.inhoud_veld.setPlainText("Wij schrijven u. {contact}\n\n{uw rechtne}")
    assert "Bedoelt u {uw rechten}?" in deel.bevinding.tekst()
    assert not deel.bewaar_knop.isEnabled()
    deel.inhoud_veld.setPlainText("Wij schrijven u. {contact}\n\n")
    assert "Zet {uw rechten} in de tekst" in deel.bevinding.tekst()
    deel.inhoud_veld.moveCursor(deel.inhoud_veld.textCursor().MoveOperation.End)
    namen = [veld.naam for veld in diensten.brieven.teksten.lijst()[0].velden]
    deel.velden.setCurrentRow(namen.index("uw rechten"))
    assert "rechten van de betrokkene" in deel.veld_uitleg.text()
    deel.invoeg_knop.click()
    assert deel.inhoud_veld.toPlainText().endswith("{uw rechten}")
    assert "kan zo worden gebruikt" in deel.bevinding.tekst()
    deel.keuze.setCurrentIndex(1)
    deel.keuze.setCurrentIndex(0)
    assert deel.inhoud_veld.toPlainText().startswith("Wij schrijven u.")  # what was typed is still there
    deel.bewaar_knop.click()
    assert "Versie 1 van uw huis" in deel.versie.text()
    deel.standaard_knop.click()
    assert "standaardtekst" in deel.versie.text()
    assert deel.inhoud_veld.toPlainText().startswith("{wie wij zijn}")
    deel.ongedaan.maak_ongedaan()
    assert deel.inhoud_veld.toPlainText().startswith("Wij schrijven u.")
    assert diensten.brieven.teksten.lijst()[0].versie == 3


def test_zonder_recht_alleen_de_reden(qtbot: QtBot, openen: Callable[..., Diensten], gereedschap: Gereedschap) -> None:
    deel = BrievenDeel(openen(MEDEWERKER), gereedschap)
    qtbot.addWidget(deel)
    deel.vernieuw()
    deel.show()
    assert not deel.vlak_inhoud.isVisible()
    assert deel.reden.tekst()
