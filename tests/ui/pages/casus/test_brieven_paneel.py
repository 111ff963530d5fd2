"""Letters on the page of a casus: made, kept as a draft, noted with a way back; and why one cannot be made."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from proefkluis import BEHEER, REGIE, maak_casus
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.models.keuzes import CasusId, VastleggingSoort
from zvh_desktop.models.tekst.briefsoorten import Briefsoort
from zvh_desktop.services.casus.vooroverleg import VastleggingInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.instellingen import HuisInstellingen
from zvh_desktop.ui.bewaren.lekwacht import Lekwacht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.brieven.dialoog import Briefdialoog
from zvh_desktop.ui.pages.casus.brieven.paneel import BrievenPaneel
from zvh_desktop.ui.pages.tafel.stukken.lekdialoog import LekDialoog
from zvh_desktop.ui.toegankelijkheid import bevindingen


def brief_gekozen(
    qtbot: QtBot, openen: Callable[..., Diensten], gereedschap: Gereedschap
) -> tuple[Diensten, CasusId, BrievenPaneel]:
    """The letters of a casus, with the one about the aanmelding to the betrokkene chosen."""
    openen(BEHEER).instellingen.bewaar(HuisInstellingen(afzender_email="secretariaat@voorbeeld.invalid"))
    diensten = openen(REGIE)
    casus = maak_casus(diensten)
    paneel = BrievenPaneel(diensten, gereedschap)
    qtbot.addWidget(paneel)
    paneel.toon_casus(diensten.casussen.toon(casus))
    soorten = [regel.vraag.soort for regel in paneel.tabel.model.regels]
    paneel.tabel.kies(soorten.index(Briefsoort.BETROKKENE_AANMELDING))
    return diensten, casus, paneel


def test_een_brief_maken_noteren_en_terugnemen(
    qtbot: QtBot,
    openen: Callable[..., Diensten],
    gereedschap: Gereedschap,
    meldingen: NepMeldingen,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    diensten, casus, paneel = brief_gekozen(qtbot, openen, gereedschap)
    paneel.show()
    assert bevindingen(paneel) == []
    meldingen.pad = tmp_path / "brief.eml"
    gezien: list[str] = []

    def antwoord(dialoog: Briefdialoog) -> object:
        dialoog.show()
        dialoog.adres.setPlainText("")
        dialoog.email.setText("")
        dialoog.bewaar_knop.click()
        gezien.append(dialoog.formulier.regel("adres").fout())
        dialoog.adres.setPlainText("Testpersoon\nVoorbeeldstraat 1\n1234 AB Voorbeelddorp")
        dialoog.concept_knop.click()
        gezien.append(dialoog.formulier.regel("email").fout())
        dialoog.email.setText("iemand@voorbeeld.invalid")
        dialoog.concept_knop.click()
        dialoog.bericht.adres_knop.click()
        gezien.append(QApplication.clipboard().text())
        dialoog.bericht.tekst_knop.click()
        gezien.append(QApplication.clipboard().text())
        meldingen.pad = tmp_path / "brief.docx"
        dialoog.word_knop.click()
        assert "buiten de kluis" in dialoog.gezegd.tekst()
        meldingen.pad = tmp_path / "brief.eml"
        assert bevindingen(dialoog) == []
        dialoog.bewaar_knop.click()
        dialoog.hide()
        return True

    monkeypatch.setattr(Briefdialoog, "antwoord", antwoord)
    paneel.strook.maak_knop.click()
    assert "adresregels" in gezien[0]
    assert "Zonder e-mailadres" in gezien[1]
    assert meldingen.pad.read_bytes().startswith(b"X-Unsent: 1")
    assert "Verstuurd op" in paneel.strook.label.tekst()
    assert paneel.strook.kopie_knop.isVisible()
    paneel.strook.ongedaan.maak_ongedaan()
    assert "nog niet verstuurd" in paneel.strook.label.tekst()
    paneel.strook.ongedaan.doe_opnieuw()
    paneel.strook.terug_knop.click()
    assert not any(regel.eerder for regel in diensten.brieven.bij_casus(casus))
    diensten.vooroverleg.leg_vast(
        VastleggingSoort.BETROKKENE, VastleggingInvoer(niet_omdat="Nu niet veilig."), casus_id=casus
    )
    paneel.toon_casus(diensten.casussen.toon(casus))
    assert not paneel.strook.maak_knop.isEnabled()
    assert "Nu niet veilig." in paneel.strook.label.tekst()
    assert "Nu niet veilig." in paneel.strook.maak_knop.toolTip()


def test_een_nummer_in_een_brief_wordt_gevraagd_en_daarna_staat_de_brief_er(
    qtbot: QtBot,
    openen: Callable[..., Diensten],
    gereedschap: Gereedschap,
    meldingen: NepMeldingen,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    diensten, _, paneel = brief_gekozen(qtbot, openen, gereedschap)
    Lekwacht(lambda: diensten.rondsturen.lekken, paneel)
    meldingen.pad = tmp_path / "brief.eml"
    gevraagd: list[str] = []

    def kies(dialoog: LekDialoog) -> int:
        gekozen = dialoog.gekozen()
        assert gekozen is not None
        gevraagd.append(gekozen.gevonden)
        dialoog.weg_knop.click()
        assert dialoog.verder_knop.isEnabled()
        return int(dialoog.DialogCode.Accepted)

    def antwoord(dialoog: Briefdialoog) -> object:
        dialoog.show()
        dialoog.email.setText("iemand@voorbeeld.invalid")
        dialoog.toelichting.setPlainText("Bel mij op 06-55012345.")
        dialoog.concept_knop.click()
        assert dialoog.fout() == ""
        dialoog.close()
        return None

    monkeypatch.setattr(LekDialoog, "exec", kies)
    monkeypatch.setattr(Briefdialoog, "antwoord", antwoord)
    paneel.strook.maak_knop.click()
    assert gevraagd == ["06-55012345"]
    assert (tmp_path / "brief.eml").exists(), "the same button went on by itself"


def test_wie_noteert_zonder_de_brief_te_bekijken_kiest_eerst_en_de_kopie_is_zo(
    qtbot: QtBot, openen: Callable[..., Diensten], gereedschap: Gereedschap, monkeypatch: pytest.MonkeyPatch
) -> None:
    diensten, casus, paneel = brief_gekozen(qtbot, openen, gereedschap)
    Lekwacht(lambda: diensten.rondsturen.lekken, paneel)
    gevraagd: list[str] = []

    def kies(dialoog: LekDialoog) -> int:
        gekozen = dialoog.gekozen()
        assert gekozen is not None
        assert not any(regel.eerder for regel in diensten.brieven.bij_casus(casus)), "nothing is noted yet"
        gevraagd.append(gekozen.gevonden)
        dialoog.weg_knop.click()
        return int(dialoog.DialogCode.Accepted)

    def antwoord(dialoog: Briefdialoog) -> object:
        dialoog.show()
        dialoog.email.setText("iemand@voorbeeld.invalid")
        dialoog.adres.setPlainText("Testpersoon\nVoorbeeldstraat 1\n1234 AB Voorbeelddorp")
        dialoog.toelichting.setPlainText("Bel mij op 06-55012345.")
        dialoog.bewaar_knop.click()
        dialoog.hide()
        return True

    monkeypatch.setattr(LekDialoog, "exec", kies)
    monkeypatch.setattr(Briefdialoog, "antwoord", antwoord)
    paneel.strook.maak_knop.click()
    assert gevraagd == ["06-55012345"]
    (brief,) = (een.id for regel in diensten.brieven.bij_casus(casus) for een in regel.eerder)
    tekst = "".join(blad.extract_text() for blad in PdfReader(io.BytesIO(diensten.brieven.kopie(brief).inhoud)).pages)
    assert "[weggelaten]" in tekst and "06-55012345" not in tekst
