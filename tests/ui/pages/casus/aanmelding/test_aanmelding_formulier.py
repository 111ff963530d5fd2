"""The form of an aanmelding: autosave, what is missing, betrokkenen, judgement and who may."""

from __future__ import annotations

from dataclasses import replace

import pytest
from proefkluis import complete_invoer, maak_aanmelding
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import AanmeldingUitkomst
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.aanmelding.formulier import AanmeldingFormulier
from zvh_desktop.ui.toegankelijkheid import bevindingen


@pytest.fixture
def formulier(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> AanmeldingFormulier:
    gemaakt = AanmeldingFormulier(diensten, gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(900, 700)
    gemaakt.show()
    qtbot.waitExposed(gemaakt)
    gemaakt.toon_aanmelding(diensten.aanmeldingen.nieuw())
    return gemaakt


def test_bewaart_vanzelf_even_na_de_laatste_toets(
    qtbot: QtBot, formulier: AanmeldingFormulier, diensten: Diensten
) -> None:
    formulier.zorgelijke_situatie.setFocus()
    with qtbot.waitSignal(formulier.opgeslagen):
        qtbot.keyClicks(formulier.zorgelijke_situatie, "Zorgen <b>")
    assert formulier.aanmelding_id is not None
    assert diensten.aanmeldingen.toon(formulier.aanmelding_id).invoer.zorgelijke_situatie == "Zorgen <b>"


def test_zegt_wat_er_nog_nodig_is_en_houdt_accepteren_tegen(formulier: AanmeldingFormulier) -> None:
    assert "Kies welke partij aanmeldt." in formulier.beoordeling.nodig.zinnen()
    assert not formulier.beoordeling.accepteer_knop.isEnabled()
    assert "Kies een aanpak." in formulier.beoordeling.accepteer_knop.toolTip()
    QApplication.processEvents()
    assert bevindingen(formulier) == []


def test_alles_wat_wordt_ingevuld_komt_terug(formulier: AanmeldingFormulier, diensten: Diensten) -> None:
    volledig = complete_invoer(diensten)
    formulier.partij.setCurrentIndex(1)
    formulier.aanpak.setCurrentIndex(1)
    formulier.zorgelijke_situatie.setPlainText(volledig.zorgelijke_situatie)
    formulier.verzoek.setPlainText(volledig.verzoek)
    formulier.betrokkenen.vakken()[0].naam.setText("Testpersoon Een")
    for vak in formulier.criteria.vakken:
        vak.knoppen[True].click()
        vak.motivering.setPlainText("Verzonnen motivering.")
    formulier.bewaar_nu()
    assert formulier.beoordeling.nodig.zinnen() == ()
    assert "voldaan" in formulier.criteria.uitkomst.tekst()
    assert formulier.beoordeling.accepteer_knop.isEnabled()
    formulier.criteria.vakken[0].knoppen[False].click()
    formulier.criteria.vakken[1].knoppen[False].click()
    formulier.bewaar_nu()
    assert "niet aan de criteria voldaan" in formulier.criteria.uitkomst.tekst()
    assert not formulier.beoordeling.accepteer_knop.isEnabled()


def test_betrokkenen_met_het_toetsenbord_erbij_omhoog_en_weg(
    qtbot: QtBot, formulier: AanmeldingFormulier, diensten: Diensten
) -> None:
    velden = formulier.betrokkenen
    velden.vakken()[0].naam.setFocus()
    qtbot.keyClicks(velden.vakken()[0].naam, "Testpersoon Een")
    qtbot.keyClick(velden.vakken()[0].naam, Qt.Key.Key_Insert)
    qtbot.keyClicks(velden.vakken()[1].naam, "Testpersoon Twee")
    formulier.bewaar_nu()
    assert formulier.aanmelding_id is not None
    eerst = diensten.aanmeldingen.toon(formulier.aanmelding_id).betrokkenen
    qtbot.keyClick(velden.vakken()[1].naam, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    formulier.bewaar_nu()
    daarna = diensten.aanmeldingen.toon(formulier.aanmelding_id).betrokkenen
    assert [(een.naam, een.hoofd) for een in daarna] == [("Testpersoon Twee", True), ("Testpersoon Een", False)]
    assert {een.id for een in daarna} == {een.id for een in eerst}
    velden.vakken()[0].weg_knop.click()
    formulier.bewaar_nu()
    assert len(diensten.aanmeldingen.toon(formulier.aanmelding_id).betrokkenen) == 1
    velden.terug_knop.click()
    formulier.bewaar_nu()
    assert diensten.aanmeldingen.toon(formulier.aanmelding_id).betrokkenen[0].naam == "Testpersoon Twee"


def test_weigering_staat_bij_het_veld_en_de_tekst_blijft(formulier: AanmeldingFormulier) -> None:
    formulier.betrokkenen.vakken()[0].gemeente.setText("Enschede")
    formulier.verzoek.setPlainText("Blijft staan")
    with pytest.raises(InvoerOngeldig):
        formulier.bewaar_nu()
    assert "naam van de betrokkene" in formulier.betrokkenen.vakken()[0].naamregel.fout()
    assert formulier.verzoek.toPlainText() == "Blijft staan"
    stand = formulier.stand()
    formulier.betrokkenen.vakken()[0].naam.setText("Testpersoon Een")
    formulier.bewaar_nu()
    assert formulier.betrokkenen.vakken()[0].naamregel.fout() == ""
    formulier.herstel_stand(stand)
    assert formulier.verzoek.toPlainText() == "Blijft staan"


def test_accepteren_geeft_een_casusnummer(
    formulier: AanmeldingFormulier, diensten: Diensten, meldingen: NepMeldingen
) -> None:
    formulier.toon_aanmelding(maak_aanmelding(diensten))
    meldingen.antwoord = True
    formulier.beoordeling.accepteer_knop.click()
    assert meldingen.knoppen == ["Accepteer en geef een casusnummer"]
    assert "2026-0001" in formulier.beoordeling.stand_label.tekst()
    assert formulier.zorgelijke_situatie.isReadOnly()
    formulier.beoordeling.teruggekoppeld_knop.click()
    assert "Teruggekoppeld op" in formulier.beoordeling.stand_label.tekst()


def test_afwijzen_vraagt_eerst_om_een_reden(
    formulier: AanmeldingFormulier, diensten: Diensten, meldingen: NepMeldingen
) -> None:
    aanmelding = maak_aanmelding(diensten)
    formulier.toon_aanmelding(aanmelding)
    meldingen.antwoord = True
    formulier.beoordeling.wijs_af_knop.click()
    assert formulier.beoordeling.reden_regel.fout()
    assert meldingen.gesteld == []
    formulier.beoordeling.reden.setPlainText("Hoort bij het wijkteam.")
    formulier.beoordeling.wijs_af_knop.click()
    assert diensten.aanmeldingen.toon(aanmelding).uitkomst is AanmeldingUitkomst.AFGEWEZEN


def test_medewerker_ziet_waarom_zij_niet_mag_beoordelen(
    qtbot: QtBot, diensten_medewerker: Diensten, gereedschap: Gereedschap
) -> None:
    formulier = AanmeldingFormulier(diensten_medewerker, gereedschap)
    qtbot.addWidget(formulier)
    formulier.toon_aanmelding(maak_aanmelding(diensten_medewerker))
    for knop in (formulier.beoordeling.accepteer_knop, formulier.beoordeling.wijs_af_knop):
        assert not knop.isEnabled()
        assert "procesregisseur" in knop.toolTip()
    assert not formulier.verzoek.isReadOnly()


def test_een_geplakt_rapport_gaat_niet_verloren(formulier: AanmeldingFormulier, diensten: Diensten) -> None:
    groot = ("Een zin die steeds terugkomt, met een ë. " * 2 + "\n") * 12_000
    formulier.overige_informatie.setPlainText(groot)
    formulier.bewaar_nu()
    assert formulier.aanmelding_id is not None
    assert diensten.aanmeldingen.toon(formulier.aanmelding_id).invoer.overige_informatie == groot


def test_na_het_slot_blijft_er_niets_staan(formulier: AanmeldingFormulier, diensten: Diensten) -> None:
    formulier.toon_aanmelding(diensten.aanmeldingen.nieuw(replace(complete_invoer(diensten), verzoek="Geheim")))
    formulier.maak_leeg()
    assert formulier.verzoek.toPlainText() == ""
    assert not formulier.verzoek.document().isUndoAvailable()
    assert formulier.betrokkenen.vakken() == ()
    assert formulier.contact_naam.text() == ""


def test_wie_al_bekend_is_staat_bij_de_naam_terwijl_u_typt(
    qtbot: QtBot, formulier: AanmeldingFormulier, diensten: Diensten
) -> None:
    diensten.aanmeldingen.accepteer(maak_aanmelding(diensten, "Testpersoon Bekend"))
    formulier.toon_nieuw()
    vak = formulier.betrokkenen.vakken()[0]
    assert not vak.bekend.isVisibleTo(formulier)
    qtbot.keyClicks(vak.naam, "testpersoon bekend")
    qtbot.waitUntil(lambda: vak.bekend.isVisibleTo(formulier))
    assert "casus 2026-0001" in vak.bekend.text()
    formulier.maak_leeg()
