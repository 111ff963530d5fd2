"""The ending of a casus, its reopening, and the handing over, on the page of a casus."""

from __future__ import annotations

from functools import partial

from proefkluis import maak_casus
from proefwaarden import WACHTWOORD
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from zvh_desktop.models.keuzes import CasusStatus, VastleggingSoort
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.casus.vooroverleg import VastleggingInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.blad import CasusBlad
from zvh_desktop.ui.pages.casus.eindedialogen import EindeDialoog, HeropenDialoog, TerugkoppelingDialoog
from zvh_desktop.ui.pages.casus.overdraagdialoog import OverdraagDialoog
from zvh_desktop.ui.toegankelijkheid import bevindingen


def test_einde_staat_boven_de_casus_en_gaat_weer_open(
    qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap
) -> None:
    casus = maak_casus(diensten, na_triage=False)
    diensten.triage.bewaar(casus, TriageInvoer(routering="elders", toelichting="Hoort bij het wijkteam."))
    diensten.bevestig(WACHTWOORD)
    diensten.triage.rond_af(casus)
    blad = CasusBlad(diensten, gereedschap)
    qtbot.addWidget(blad)
    blad.toon_casus(casus)
    blad.resize(1000, 800)
    blad.show()
    QApplication.processEvents()
    assert blad.einde.kaart.isVisible()
    assert "Hoort bij het wijkteam." in blad.einde.tekst.text()
    assert "nog niets teruggekoppeld" in blad.einde.tekst.text()
    assert not blad.einde.beeindig_knop.isVisible()
    assert blad.einde.heropen_knop.isEnabled()
    assert not blad.kop.overdraag_knop.isEnabled()
    assert "beëindigd" in blad.kop.overdraag_knop.toolTip()
    assert bevindingen(blad) == []
    vandaag = gereedschap.klok().date()
    terug = TerugkoppelingDialoog("de aanmelder", None, vandaag, partial(diensten.einden.koppel_terug, casus), blad)
    terug.hoe.setText("telefonisch")
    terug.wat.setPlainText("Het wijkteam pakt het op.")
    terug.bewaar_knop.click()
    blad.vernieuw()
    assert "Het wijkteam pakt het op." in blad.einde.tekst.text()
    heropen = HeropenDialoog("2026-0001", partial(diensten.einden.heropen, casus), blad)
    heropen.bewaar_knop.click()
    assert heropen.formulier.regel("reden").fout()
    heropen.reden.setPlainText("Nieuwe melding.")
    heropen.bewaar_knop.click()
    blad.vernieuw()
    assert diensten.casussen.toon(casus).status is CasusStatus.LOPEND
    assert "Nieuwe melding." in blad.einde.tekst.text()
    assert not blad.einde.heropen_knop.isVisible()


def test_beeindigen_vraagt_wie_en_wanneer(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> None:
    gekregen: list[object] = []
    dialoog = EindeDialoog("", gereedschap.klok().date(), gekregen.append)
    qtbot.addWidget(dialoog)
    dialoog.bij.setText("Politie, basisteam Voorbeeld")
    dialoog.bewaar_knop.click()
    assert dialoog.result() == dialoog.DialogCode.Accepted
    assert len(gekregen) == 1


def test_overdragen_zonder_collega_zegt_wat_er_nodig_is(qtbot: QtBot, gereedschap: Gereedschap) -> None:
    dialoog = OverdraagDialoog("2026-0001", "procesregisseur", [], gereedschap.klok().date(), print)
    qtbot.addWidget(dialoog)
    assert not dialoog.bewaar_knop.isEnabled()


def test_vooroverleg_staat_bij_de_aanmelding_en_bij_de_casus(
    qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap
) -> None:
    casus = maak_casus(diensten, na_triage=False)
    blad = CasusBlad(diensten, gereedschap)
    qtbot.addWidget(blad)
    blad.resize(1000, 800)
    blad.toon_casus(casus)
    blad.show()
    QApplication.processEvents()
    kaart = blad.einde.vooroverleg
    assert kaart.isVisible()
    assert not blad.einde.kaart.isVisible()
    assert "nog niet vastgelegd" in kaart.teksten[VastleggingSoort.AANMELDER].text()
    assert any("bijlage 3, fase 1" in zin for zin in blad.kop.aandacht.zinnen())
    invoer = VastleggingInvoer(gereedschap.klok().date(), "Testpersoon Gemeente")
    diensten.vooroverleg.leg_vast(VastleggingSoort.GEMEENTE, invoer, casus_id=casus)
    blad.vernieuw()
    assert "met Testpersoon Gemeente" in kaart.teksten[VastleggingSoort.GEMEENTE].text()
    assert not any("bijlage 3, fase 1" in zin for zin in blad.kop.aandacht.zinnen())
    assert bevindingen(blad) == []
