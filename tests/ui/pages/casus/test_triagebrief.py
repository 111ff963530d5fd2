"""A question at triage on the page of a casus: what is typed goes out, and what was noted can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from proefkluis import BEHEER, REGIE, maak_casus
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.models.keuzes import PartijSoort
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.instellingen import HuisInstellingen
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer, PartijInvoer
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.bevraging.intrekdialoog import TriageIntrekDialoog
from zvh_desktop.ui.pages.casus.triage import TriagePaneel
from zvh_desktop.ui.toegankelijkheid import bevindingen


def test_een_vraag_gaat_als_concept_uit_en_kan_terug(
    qtbot: QtBot,
    openen: Callable[..., Diensten],
    gereedschap: Gereedschap,
    meldingen: NepMeldingen,
    tmp_path: Path,
) -> None:
    openen(BEHEER).instellingen.bewaar(HuisInstellingen(afzender_email="secretariaat@voorbeeld.invalid"))
    diensten = openen(REGIE)
    casus = maak_casus(diensten, na_triage=False)
    partij = diensten.partijen.lijst()[2].id
    diensten.triage.vraag(casus, partij, "")
    paneel = TriagePaneel(diensten, gereedschap)
    qtbot.addWidget(paneel)
    paneel.toon_casus(diensten.casussen.toon(casus))
    paneel.show()
    strook = paneel._vakken[0].brief
    assert not strook.verstuurd_knop.isVisible()  # there is no question yet
    paneel._vakken[0].vraag.setPlainText("Kent u Testpersoon Een?")
    assert strook.verstuurd_knop.isVisible()
    strook.verstuurd_knop.click()
    assert "staat een naam" in paneel.fout.tekst()
    paneel._vakken[0].vraag.setPlainText("Kent u deze casus?")
    meldingen.pad = tmp_path / "vraag.eml"
    strook.concept_knop.click()
    assert meldingen.pad.read_bytes().startswith(b"X-Unsent: 1")
    assert bevindingen(paneel) == []
    strook.verstuurd_knop.click()
    strook = paneel._vakken[0].brief
    assert strook.label.tekst().startswith("Verstuurd op")
    assert not paneel._vakken[0].weg_knop.isVisible()
    paneel._vakken[0].antwoord.setPlainText("Ja.")
    assert not strook.terug_knop.isVisible()
    paneel._vakken[0].antwoord.setPlainText("")
    paneel.bewaar_nu()
    strook.terug_knop.click()
    assert paneel._vakken[0].brief.label.tekst().startswith("Nog niet verstuurd")
    assert not diensten.triagebrieven.lijst(casus)[0].eerder


def test_de_ontvanger_is_te_kiezen_en_na_de_dag_gaat_een_intrekking_naar_wie_de_vraag_kreeg(
    qtbot: QtBot,
    openen: Callable[..., Diensten],
    gereedschap: Gereedschap,
    meldingen: NepMeldingen,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    openen(BEHEER).instellingen.bewaar(HuisInstellingen(afzender_email="secretariaat@voorbeeld.invalid"))
    diensten = openen(REGIE)
    casus = maak_casus(diensten, na_triage=False)
    partij = diensten.partijen.voeg_toe(PartijInvoer("Testpartij", "Testpartij", PartijSoort.DEELNEMER))
    diensten.triage.vraag(casus, partij, "Kent u deze casus?")
    paneel = TriagePaneel(diensten, gereedschap)
    qtbot.addWidget(paneel)
    paneel.toon_casus(diensten.casussen.toon(casus))
    paneel.show()
    strook = paneel._vakken[0].brief
    assert strook.register_knop.isVisible()  # nobody to send it to: the way to where that is filled in
    for naam in ("Testpersoon Een", "Testpersoon Twee"):
        adres = f"{naam.split()[1].lower()}@voorbeeld.invalid"
        diensten.partijen.voeg_contact_toe(partij, ContactpersoonInvoer(naam, email=adres))
    paneel.toon_casus(diensten.casussen.toon(casus))
    strook = paneel._vakken[0].brief
    assert (strook.register_knop.isVisible(), strook.naar.isVisible()) == (False, True)
    strook.naar.setCurrentIndex(1)
    strook.verstuurd_knop.click()
    strook = paneel._vakken[0].brief
    assert "Testpersoon Twee, twee@voorbeeld.invalid" in strook.label.tekst()

    def trek_in(dialoog: TriageIntrekDialoog) -> int:
        dialoog.reden.setPlainText("Dit hoort bij een ander huis.")
        dialoog.bewaar_knop.click()
        return dialoog.result()

    monkeypatch.setattr(TriageIntrekDialoog, "exec", trek_in)
    strook.intrek_knop.click()
    strook = paneel._vakken[0].brief
    assert strook.label.tekst().startswith("Ingetrokken op")
    assert (strook.intrek_knop.isVisible(), strook.verstuurd_knop.isVisible()) == (False, False)
    meldingen.pad = tmp_path / "intrekking.eml"
    strook.concept_knop.click()
    assert b"twee@voorbeeld.invalid" in meldingen.pad.read_bytes()
    assert bevindingen(paneel) == []
    strook.terug_knop.click()
    assert paneel._vakken[0].brief.label.tekst().startswith("Verstuurd op")


def test_na_de_triage_kan_een_vraag_zonder_antwoord_nog_worden_ingetrokken(
    qtbot: QtBot,
    openen: Callable[..., Diensten],
    gereedschap: Gereedschap,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever was asked would go on looking for an answer that nobody waits for any more."""
    openen(BEHEER).instellingen.bewaar(HuisInstellingen(afzender_email="secretariaat@voorbeeld.invalid"))
    diensten = openen(REGIE)
    casus = maak_casus(diensten, na_triage=False)
    vragen = []
    for naam in ("Testpartij A", "Testpartij B"):
        partij = diensten.partijen.voeg_toe(PartijInvoer(naam, naam, PartijSoort.DEELNEMER))
        diensten.partijen.voeg_contact_toe(partij, ContactpersoonInvoer(naam, email=f"p{partij}@voorbeeld.invalid"))
        diensten.triage.vraag(casus, partij, "Kent u deze casus?")
        diensten.triagebrieven.noteer_verstuurd(casus, partij)
        vragen.append(partij)
    diensten.triage.antwoord(casus, vragen[0], "Ja.", True)
    diensten.triage.antwoord(casus, vragen[1], "", False)
    route = diensten.triage.toon(casus).routes[0].sleutel
    diensten.triage.bewaar(casus, TriageInvoer("Bepalen wie wat doet.", "Wonen", route))
    diensten.triage.rond_af(casus)
    paneel = TriagePaneel(diensten, gereedschap)
    qtbot.addWidget(paneel)
    paneel.toon_casus(diensten.casussen.toon(casus))
    paneel.show()
    knoppen = {vak.partij_id: vak.brief.intrek_knop for vak in paneel._vakken}
    assert [knoppen[partij].isVisible() for partij in vragen] == [False, True]

    def trek_in(dialoog: TriageIntrekDialoog) -> int:
        dialoog.bewaar_knop.click()
        return dialoog.result()

    monkeypatch.setattr(TriageIntrekDialoog, "exec", trek_in)
    knoppen[vragen[1]].click()
    stroken = {vak.partij_id: vak.brief for vak in paneel._vakken}
    assert stroken[vragen[1]].label.tekst().startswith("Ingetrokken op")
    assert stroken[vragen[1]].concept_knop.isVisible()
    assert not stroken[vragen[0]].concept_knop.isVisible()
