"""The place Casussen: lists, opening, one page per casus, coming back after the lock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from proefkluis import WACHTWOORD, maak_aanmelding, maak_casus
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.errors import NietGevonden
from zvh_desktop.models.keuzes import ActieStatus, CasusId, OordeelUitkomst, OverlegId, PartijId, PlanId, PlanStatus
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.casus.casusregie import AanwijzendOverleg, AanwijzingInvoer, AanwijzingKeuzes
from zvh_desktop.services.casus.plannen import PlanInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.werkplek.plekken import BijAanmelding, BijCasus
from zvh_desktop.ui.dialogs.actiedialoog import ActieDialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.acties.acties import ActiesPagina
from zvh_desktop.ui.pages.casus.casusregisseurdialoog import CasusregisseurDialoog
from zvh_desktop.ui.pages.casus.casussen import CasussenPagina
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.slot.veldstand import lees_invoer, waarover
from zvh_desktop.ui.slot.verzoening import verzoen
from zvh_desktop.ui.toegankelijkheid import bevindingen


@pytest.fixture
def pagina(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> CasussenPagina:
    return _maak(qtbot, diensten, gereedschap)


@pytest.fixture
def casus(diensten: Diensten) -> CasusId:
    """A casus past its triage at which the first three partijen may be."""
    casus_id = maak_casus(diensten)
    diensten.bevestig(WACHTWOORD)
    partijen = [regel.partij_id for regel in diensten.oordelen.blad(casus_id)[:3]]
    diensten.oordelen.geef(casus_id, [OordeelInvoer(p, OordeelUitkomst.RECHTMATIG, "Eigen taak") for p in partijen])
    return casus_id


def _maak(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> CasussenPagina:
    gemaakt = CasussenPagina(diensten, gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1024, 700)
    gemaakt.show()
    qtbot.waitExposed(gemaakt)
    return gemaakt


def _lees(qtbot: QtBot, pagina: CasussenPagina | ActiesPagina, gereedschap: Gereedschap) -> None:
    pagina.vernieuw()
    qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)
    QApplication.processEvents()


def test_lege_lijsten_zeggen_hoe_er_iets_komt(qtbot: QtBot, pagina: CasussenPagina, gereedschap: Gereedschap) -> None:
    _lees(qtbot, pagina, gereedschap)
    assert pagina.casussen.leeg.isVisible()
    assert "accepteert" in pagina.casussen.leeg.uitleg.text()
    assert bevindingen(pagina) == []


def test_lijsten_tonen_open_aanmeldingen_en_casussen(
    qtbot: QtBot, pagina: CasussenPagina, gereedschap: Gereedschap, diensten: Diensten, casus: CasusId
) -> None:
    maak_aanmelding(diensten, "Testpersoon Open")
    _lees(qtbot, pagina, gereedschap)
    assert [regel.id for regel in pagina.casussen.model.regels] == [casus]
    assert [regel.betrokkene for regel in pagina.aanmeldingen.model.regels] == ["Testpersoon Open"]
    assert "1 te beoordelen" in pagina.tabs.tabText(1)
    pagina.welke.setCurrentIndex(pagina.welke.findData("alle"))
    qtbot.waitUntil(lambda: len(pagina.aanmeldingen.model.regels) == 2)


def test_insert_begint_een_aanmelding(qtbot: QtBot, pagina: CasussenPagina, diensten: Diensten) -> None:
    pagina.nieuw_knop.setFocus()
    with qtbot.waitSignal(pagina.ga_naar) as gegaan:
        qtbot.keyClick(pagina.nieuw_knop, Qt.Key.Key_Insert)
    assert gegaan.args[0].pagina == "casussen"
    pagina.toon(gegaan.args[0].onderdeel)
    assert pagina.onderdeel() == gegaan.args[0].onderdeel
    assert diensten.aanmeldingen.lijst() == ()
    qtbot.keyClicks(pagina.formulier.contact_naam, "Testpersoon Melder")
    pagina.bewaar_nu()
    assert len(diensten.aanmeldingen.lijst()) == 1
    assert pagina.onderdeel() == BijAanmelding(diensten.aanmeldingen.lijst()[0].id)


def test_een_aanmelding_waar_niets_in_staat_laat_niets_achter(
    qtbot: QtBot, pagina: CasussenPagina, diensten: Diensten
) -> None:
    pagina.meld_aan()
    pagina.toon(BijAanmelding())
    pagina.formulier.terug_knop.click()
    pagina.bewaar_nu()
    pagina.toon(None)
    assert diensten.aanmeldingen.lijst() == ()
    pagina.toon(BijAanmelding())
    qtbot.keyClicks(pagina.formulier.contact_naam, "T")
    pagina.bewaar_nu()
    assert len(diensten.aanmeldingen.lijst()) == 1
    qtbot.keyClick(pagina.formulier.contact_naam, Qt.Key.Key_Backspace)
    pagina.bewaar_nu()
    assert diensten.aanmeldingen.lijst() == ()
    qtbot.keyClicks(pagina.formulier.contact_naam, "Toch")
    pagina.bewaar_nu()
    assert len(diensten.aanmeldingen.lijst()) == 1


def test_een_aanmelding_bij_vergissing_wordt_verwijderd(
    qtbot: QtBot, pagina: CasussenPagina, diensten: Diensten, meldingen: NepMeldingen
) -> None:
    aanmelding = maak_aanmelding(diensten, "Testpersoon Vergissing")
    meldingen.antwoord = True
    pagina.toon(BijAanmelding(aanmelding))
    with qtbot.waitSignal(pagina.ga_naar) as gegaan:
        pagina.formulier.beoordeling.verwijder_knop.click()
    assert gegaan.args == [Plaats("casussen")]
    assert diensten.aanmeldingen.lijst() == ()


def test_enter_opent_een_casus(qtbot: QtBot, pagina: CasussenPagina, gereedschap: Gereedschap, casus: CasusId) -> None:
    _lees(qtbot, pagina, gereedschap)
    pagina.casussen.naar_tabel()
    with qtbot.waitSignal(pagina.ga_naar) as gegaan:
        qtbot.keyClick(pagina.casussen.tabel, Qt.Key.Key_Return)
    assert gegaan.args == [Plaats("casussen", BijCasus(casus))]


@pytest.mark.parametrize("deel", ["tijdlijn", "betrokkenen", "triage", "oordelen", "acties", "plan", "afschaling"])
def test_elk_onderdeel_opent_in_de_pagina_zonder_afgekapte_tekst(
    qtbot: QtBot, pagina: CasussenPagina, casus: CasusId, deel: str
) -> None:
    pagina.toon(BijCasus(casus, deel))
    kaart, _ = pagina.blad.delen[deel]
    qtbot.waitUntil(lambda: not pagina.blad.rol.visibleRegion().isEmpty() and kaart.open())
    QApplication.processEvents()
    assert "open" in kaart.knop.accessibleName()
    assert bevindingen(pagina) == []


def test_kop_en_tijdlijn(pagina: CasussenPagina, casus: CasusId) -> None:
    pagina.toon(BijCasus(casus))
    assert "2026-0001" in pagina.blad.kop.kop.text()
    assert pagina.blad.kop.waarde("regie") == "nog niet aangewezen"
    boom = pagina.blad.tijdlijn.boom
    regel = boom.topLevelItem(0)
    assert regel is not None
    regel.setExpanded(True)
    teksten = [regel.child(nummer).text(2) for nummer in range(regel.childCount())]
    assert any("Verzonnen situatie" in tekst for tekst in teksten)
    assert "3 oordelen" in [boom.topLevelItem(n).text(1) for n in range(boom.topLevelItemCount())]  # type: ignore[union-attr]


def test_verdwenen_casus_geeft_de_lijst_terug(pagina: CasussenPagina) -> None:
    with pytest.raises(NietGevonden):
        pagina.toon(BijCasus(999))
    assert pagina.onderdeel() is None


def test_casusregisseur_komt_van_een_partij_die_er_mag_zijn(
    qtbot: QtBot, pagina: CasussenPagina, diensten: Diensten, casus: CasusId, monkeypatch: pytest.MonkeyPatch
) -> None:
    gekozen: list[AanwijzingKeuzes] = []

    def vraag(_titel: str, keuzes: AanwijzingKeuzes, _uitleg: str, bewaar: Any, **_rest: object) -> bool:
        gekozen.append(keuzes)
        bewaar(AanwijzingInvoer(keuzes.partijen[0][0], "J. Oefenman", eerder_op=date(2026, 3, 12)))
        return True

    monkeypatch.setattr(CasusregisseurDialoog, "vraag", vraag)
    pagina.toon(BijCasus(casus))
    pagina.blad.kop.regie_knop.click()
    assert len(gekozen[0].partijen) == 3
    assert pagina.blad.kop.waarde("regie").startswith("J. Oefenman")
    assert "aangewezen op 12 maart 2026" in pagina.blad.kop.waarde("regie")


def _dialoog(qtbot: QtBot, overleggen: tuple[AanwijzendOverleg, ...], bewaar: Any) -> CasusregisseurDialoog:
    keuzes = AanwijzingKeuzes(((PartijId(4), "Politie"),), overleggen, "de Proeftafel", "art. 7.4")
    dialoog = CasusregisseurDialoog("Aanwijzen", keuzes, "Kies.", bewaar)
    qtbot.addWidget(dialoog)
    dialoog.show()
    return dialoog


def test_dialoog_biedt_het_nieuwste_overleg_aan_en_vraagt_dan_geen_dag(qtbot: QtBot) -> None:
    bewaard: list[AanwijzingInvoer] = []
    overleggen = tuple(AanwijzendOverleg(OverlegId(nummer), "Proeftafel", date(2026, nummer, 12)) for nummer in (4, 3))
    dialoog = _dialoog(qtbot, overleggen, bewaard.append)
    assert dialoog.overleg.currentText() == "Proeftafel van 12 april 2026"
    assert not dialoog.eerder_op.isVisible()
    assert bevindingen(dialoog) == []
    dialoog.naam.setText("J. Oefenman")
    dialoog.bewaar_knop.click()
    assert bewaard == [AanwijzingInvoer(PartijId(4), "J. Oefenman", OverlegId(4))]


def test_dialoog_zonder_overleg_vraagt_de_dag(qtbot: QtBot) -> None:
    bewaard: list[AanwijzingInvoer] = []
    dialoog = _dialoog(qtbot, (), bewaard.append)
    assert "eerder" in dialoog.overleg.currentText()
    assert dialoog.eerder_op.isVisible()
    assert bevindingen(dialoog) == []
    dialoog.naam.setText("J. Oefenman")
    dialoog.bewaar_knop.click()
    assert "welke dag" in dialoog.formulier.regel("eerder_op").fout()
    assert bewaard == []
    dialoog.eerder_op.zet_datum(date(2026, 3, 12))
    dialoog.bewaar_knop.click()
    assert bewaard == [AanwijzingInvoer(PartijId(4), "J. Oefenman", eerder_op=date(2026, 3, 12))]


def test_triage_bewaart_vragen_en_rondt_af(
    qtbot: QtBot, pagina: CasussenPagina, diensten: Diensten, meldingen: NepMeldingen
) -> None:
    casus = maak_casus(diensten, na_triage=False)
    pagina.toon(BijCasus(casus, "triage"))
    triage = pagina.blad.triage
    triage.vraag_knop.click()
    (vak,) = triage._vakken
    vak.vraag.setPlainText("Is betrokkene bij u bekend?")
    vak.antwoord.setPlainText("Ja, sinds vorig jaar.")
    vak.relevant.setCurrentIndex(1)
    meldingen.antwoord = True
    triage.afrond_knop.click()
    assert triage._regels["routering"].fout()
    triage.doel.setPlainText("Richting bepalen")
    triage.themas.setPlainText("Wonen")
    triage.routering.setCurrentIndex(1)
    triage.afrond_knop.click()
    beeld = diensten.triage.toon(casus)
    assert beeld.afgerond_op is not None
    assert (beeld.vragen[0].antwoord, beeld.vragen[0].relevant) == ("Ja, sinds vorig jaar.", True)
    assert triage.doel.isReadOnly()
    assert "2 " in pagina.blad.kop.waarde("fase")


def test_weggehaalde_vraag_komt_terug(pagina: CasussenPagina, diensten: Diensten) -> None:
    casus = maak_casus(diensten, na_triage=False)
    pagina.toon(BijCasus(casus, "triage"))
    triage = pagina.blad.triage
    triage.vraag_knop.click()
    triage._vakken[0].vraag.setPlainText("Bekend?")
    pagina.bewaar_nu()
    triage._vakken[0].weg_knop.click()
    assert diensten.triage.toon(casus).vragen == ()
    triage.terug_knop.click()
    assert diensten.triage.toon(casus).vragen[0].vraag == "Bekend?"


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _actief(qtbot: QtBot, pagina: QWidget) -> None:
    with qtbot.waitActive(pagina):
        pagina.activateWindow()


def _heeft_focus() -> QWidget:
    veld = QApplication.focusWidget()
    assert veld is not None
    return veld


def test_ctrl_z_waar_iets_is_weggehaald(
    qtbot: QtBot, pagina: CasussenPagina, diensten: Diensten, casus: CasusId
) -> None:
    _actief(qtbot, pagina)
    nieuw = maak_casus(diensten, "Testpersoon Twee", na_triage=False)
    pagina.toon(BijCasus(nieuw, "triage"))
    triage = pagina.blad.triage
    triage.vraag_knop.click()
    qtbot.keyClicks(triage._vakken[0].vraag, "Bekend?")
    pagina.bewaar_nu()
    triage._vakken[0].weg_knop.setFocus()
    qtbot.keyClick(triage._vakken[0].weg_knop, Qt.Key.Key_Space)
    assert diensten.triage.toon(nieuw).vragen == ()
    qtbot.waitUntil(triage.terug_knop.hasFocus)
    qtbot.keyClick(triage.terug_knop, Qt.Key.Key_Z, CTRL)
    assert [vraag.vraag for vraag in diensten.triage.toon(nieuw).vragen] == ["Bekend?"]
    pagina.toon(BijCasus(casus, "plan"))
    plan = pagina.blad.plan
    plan.leeg.knop.click()
    plan.doel_knop.click()
    qtbot.keyClicks(plan.lijsten.doelen[0].doel, "Een vaste woning")
    qtbot.keyClick(plan.lijsten.doelen[0].weg_knop, Qt.Key.Key_Space)
    assert plan.lijsten.doelen == []
    qtbot.waitUntil(plan.terug_knop.hasFocus)
    qtbot.keyClick(plan.terug_knop, Qt.Key.Key_Z, CTRL)
    assert [vak.doel.toPlainText() for vak in plan.lijsten.doelen] == ["Een vaste woning"]
    pagina.bewaar_nu()
    assert _doelen(diensten, casus) == ["Een vaste woning"]
    plan.doel_knop.click()
    plan.lijsten.doelen[1].doel.setPlainText("Rust")
    pagina.bewaar_nu()
    qtbot.keyClick(plan.lijsten.doelen[0].weg_knop, Qt.Key.Key_Space)
    pagina.bewaar_nu()
    assert _doelen(diensten, casus) == ["Rust"]
    qtbot.waitUntil(plan.terug_knop.hasFocus)
    qtbot.keyClick(plan.terug_knop, Qt.Key.Key_Z, CTRL)
    pagina.bewaar_nu()
    assert sorted(_doelen(diensten, casus)) == ["Een vaste woning", "Rust"]
    pagina.bewaar_nu()
    assert sorted(_doelen(diensten, casus)) == ["Een vaste woning", "Rust"]


def test_een_doel_dat_leeg_was_en_weer_wordt_getypt_blijft(
    pagina: CasussenPagina, diensten: Diensten, casus: CasusId
) -> None:
    pagina.toon(BijCasus(casus, "plan"))
    plan = pagina.blad.plan
    plan.leeg.knop.click()
    plan.doel_knop.click()
    for tekst, staat_er in (("Rust", ["Rust"]), ("", []), ("Rust", ["Rust"]), ("Rust", ["Rust"])):
        plan.lijsten.doelen[0].doel.setPlainText(tekst)
        plan.bewaar_velden()
        assert _doelen(diensten, casus) == staat_er


def _doelen(diensten: Diensten, casus: CasusId) -> list[str]:
    plan_id = diensten.casussen.toon(casus).plan_id
    assert plan_id is not None
    return [doel.doel for doel in diensten.plannen.toon(plan_id).invoer.doelen]


def plan_met_twee_doelen(pagina: CasussenPagina, diensten: Diensten, casus: CasusId) -> PlanId:
    pagina.toon(BijCasus(casus, "plan"))
    plan = pagina.blad.plan
    plan.leeg.knop.click()
    for doel in ("Een vaste woning", "Rust"):
        plan.doel_knop.click()
        plan.lijsten.doelen[-1].doel.setPlainText(doel)
    pagina.bewaar_nu()
    plan_id = diensten.casussen.toon(casus).plan_id
    assert plan_id is not None
    return plan_id


def test_een_vak_krijgt_nooit_de_rij_van_een_ander_doel(
    pagina: CasussenPagina, diensten: Diensten, casus: CasusId
) -> None:
    """Where a colleague took one away, its box goes; a new goal has its own row, and is changed by it."""
    plan_id = plan_met_twee_doelen(pagina, diensten, casus)
    plan = pagina.blad.plan
    _, rust = diensten.plannen.toon(plan_id).invoer.doelen
    plan.doel_knop.click()
    plan.lijsten.doelen[-1].doel.setPlainText("Werk")
    diensten.plannen.bewaar(plan_id, PlanInvoer(doelen=(rust,)))
    pagina.bewaar_nu()

    staat_er = {doel.id: doel.doel for doel in diensten.plannen.toon(plan_id).invoer.doelen}
    assert list(staat_er.values()) == ["Rust", "Werk"]
    assert {vak.doel_id: vak.doel.toPlainText() for vak in plan.lijsten.doelen} == staat_er


def test_een_doel_is_na_bijlezen_hetzelfde_doel(pagina: CasussenPagina, diensten: Diensten, casus: CasusId) -> None:
    """By its number: a field is put back where it was typed, and nowhere else."""
    plan_id = plan_met_twee_doelen(pagina, diensten, casus)
    plan = pagina.blad.plan
    een, twee = diensten.plannen.toon(plan_id).invoer.doelen
    assert [vak.doel_id for vak in plan.lijsten.doelen] == [een.id, twee.id]
    voor, stand = waarover(pagina), lees_invoer(pagina)
    (rust,) = (veld for veld, tekst in stand.velden.items() if tekst == "Rust")
    plan.lijsten.doelen[1].doel.setPlainText("Rust in huis")

    diensten.plannen.bewaar(plan_id, PlanInvoer(doelen=(replace(een, doel="Een huurwoning"), twee)))
    assert [doel.zoals_gelezen for doel in plan.invoer().doelen] == [True, False]
    pagina.bewaar_nu()

    assert [doel.doel for doel in diensten.plannen.toon(plan_id).invoer.doelen] == ["Een huurwoning", "Rust in huis"]
    pagina.toon(BijCasus(casus, "plan"))
    assert [vak.doel.toPlainText() for vak in plan.lijsten.doelen] == ["Een huurwoning", "Rust in huis"]
    assert waarover(pagina)[rust] == voor[rust]
    assert set(lees_invoer(pagina).velden) == set(stand.velden)
    diensten.plannen.bewaar(plan_id, PlanInvoer(doelen=(een, replace(twee, doel="Rust"))))
    pagina.toon(BijCasus(casus, "plan"))
    getypt = replace(stand, velden={**stand.velden, rust: "Rust en regelmaat"})
    assert verzoen(pagina, {rust: "Rust"}, getypt).niet_teruggezet == ()
    assert [vak.doel.toPlainText() for vak in plan.lijsten.doelen] == ["Een vaste woning", "Rust en regelmaat"]
    pagina.bewaar_nu()
    diensten.plannen.bewaar(plan_id, PlanInvoer(doelen=(twee,)))
    pagina.toon(BijCasus(casus, "plan"))
    (eerste,) = (veld for veld, tekst in stand.velden.items() if tekst == "Een vaste woning")
    assert waarover(pagina)[eerste] != voor[eerste]  # by its place it would be the same


def test_gereed_op_de_laatste_actie_geeft_de_weg_terug_het_toetsenbord(
    qtbot: QtBot, pagina: CasussenPagina, diensten: Diensten, gereedschap: Gereedschap, casus: CasusId
) -> None:
    partij = diensten.oordelen.blad(casus)[0].partij_id
    diensten.acties.voeg_toe_bij_casus(casus, ActieInvoer("Huisbezoek", partij, date(2027, 1, 4)))
    acties = ActiesPagina(diensten, gereedschap)
    qtbot.addWidget(acties)
    acties.show()
    _actief(qtbot, acties)
    _lees(qtbot, acties, gereedschap)
    acties.lijst.tabel.naar_tabel()

    def stand() -> ActieStatus:
        (actie,) = diensten.acties.lijst(alleen_open=False)
        return actie.status

    qtbot.keyClick(acties.lijst.tabel.tabel, Qt.Key.Key_Space)
    _lees(qtbot, acties, gereedschap)
    assert acties.lijst.tabel.model.regels == ()
    qtbot.waitUntil(acties.lijst.meldregel.terug_knop.hasFocus)
    assert stand() is ActieStatus.GEREED
    qtbot.keyClick(_heeft_focus(), Qt.Key.Key_Z, CTRL)
    assert stand() is ActieStatus.OPEN
    _lees(qtbot, acties, gereedschap)
    qtbot.keyClick(_heeft_focus(), Qt.Key.Key_Z, CTRL | SHIFT)
    assert stand() is ActieStatus.GEREED
    _lees(qtbot, acties, gereedschap)
    qtbot.keyClick(_heeft_focus(), Qt.Key.Key_Space)
    assert stand() is ActieStatus.OPEN, "a space on the button takes it back as well"
    qtbot.keyClick(_heeft_focus(), Qt.Key.Key_Y, CTRL)
    assert stand() is ActieStatus.GEREED


def test_alt_letter_brengt_het_deel_in_beeld(qtbot: QtBot, pagina: CasussenPagina, casus: CasusId) -> None:
    _actief(qtbot, pagina)
    pagina.toon(BijCasus(casus, "tijdlijn"))
    blad = pagina.blad
    qtbot.waitUntil(lambda: not blad._straks.isActive())
    qtbot.keyClick(_heeft_focus(), Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    kaart = blad.delen["afschaling"][0]
    qtbot.waitUntil(kaart.open)
    qtbot.waitUntil(lambda: not blad._straks.isActive())
    boven = kaart.mapTo(blad.rol, QPoint(0, 0)).y()
    assert 0 <= boven < blad.rol.viewport().height() // 2, "its heading stands in the upper half"
    assert pagina.hulpplek() == "afschaling", "the manual opens there"
    pagina.toon(None)
    assert pagina.hulpplek() == ""


def test_getypte_naam_houdt_de_rij_in_beeld(
    qtbot: QtBot, pagina: CasussenPagina, diensten: Diensten, gereedschap: Gereedschap, casus: CasusId
) -> None:
    partij = diensten.oordelen.blad(casus)[0].partij_id
    for nummer in range(40):
        diensten.acties.voeg_toe_bij_casus(casus, ActieInvoer(f"{nummer:02} bellen", partij, date(2027, 1, 4)))
    diensten.acties.voeg_toe_bij_casus(casus, ActieInvoer("Zorgplan schrijven", partij, date(2027, 1, 4)))
    _actief(qtbot, pagina)
    pagina.toon(BijCasus(casus, "acties"))
    blad, tabel = pagina.blad, pagina.blad.acties.lijst.tabel.tabel
    qtbot.waitUntil(lambda: not blad._straks.isActive())
    kolom = next(nr for nr, een in enumerate(pagina.blad.acties.lijst.tabel.model.kolommen) if een.kop == "Wat")
    tabel.setFocus()
    tabel.setCurrentIndex(tabel.model().index(0, kolom))
    blad.rol.verticalScrollBar().setValue(0)
    qtbot.keyClicks(tabel, "zorg")
    index = tabel.currentIndex()
    assert index.data() == "Zorgplan schrijven"
    rij = tabel.visualRect(index)
    assert tabel.viewport().rect().contains(rij.center())
    in_blad = tabel.viewport().mapTo(blad.rol.viewport(), rij.center())
    assert blad.rol.viewport().rect().contains(QPoint(10, in_blad.y()))


def test_ctrl_en_wiel_verandert_niets(qtbot: QtBot, pagina: CasussenPagina, casus: CasusId) -> None:
    _actief(qtbot, pagina)
    pagina.toon(BijCasus(casus, "oordelen"))
    qtbot.waitUntil(lambda: not pagina.blad._straks.isActive())
    letter = pagina.font().pointSizeF()
    velden = [veld for veld in pagina.findChildren(QWidget) if veld.isVisible() and not isinstance(veld, QScrollBar)]
    assert len(velden) > 20

    def stand() -> list[object]:
        return [
            (veld.font().pointSizeF(), *(veld.property(naam) for naam in ("currentIndex", "value", "text", "date")))
            for veld in velden
        ]

    for veld in velden:
        voor = stand()
        plek = QPointF(veld.rect().center())
        draai = QWheelEvent(
            plek, veld.mapToGlobal(plek), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(veld, draai)
        assert stand() == voor, veld.objectName()
    assert pagina.font().pointSizeF() == letter


def test_plan_van_begin_tot_vaststellen(
    pagina: CasussenPagina, diensten: Diensten, casus: CasusId, gereedschap: Gereedschap, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    pagina.toon(BijCasus(casus, "plan"))
    plan = pagina.blad.plan
    plan.leeg.knop.click()
    plan.doel_knop.click()
    plan.lijsten.doelen[0].leefgebied.setCurrentText("Huisvesting")
    plan.lijsten.doelen[0].doel.setPlainText("Een vaste woning")
    plan.rol_knop.click()
    plan.lijsten.rollen[0].rol.setPlainText("Begeleidt")
    pagina.bewaar_nu()
    assert not plan.vast_knop.isEnabled()
    assert "informatiebehoefte" in " ".join(plan.nodig.zinnen())
    plan.lijsten.rollen[0].behoefte.setPlainText("Afspraken over wonen")
    plan.rest.informeert.setPlainText("De begeleider")
    plan.rest.criteria.setPlainText("Een half jaar rust")
    plan.rest.evaluatie_op.zet_datum(date(2027, 6, 1))
    pagina.bewaar_nu()
    assert plan.nodig.zinnen() == ()
    plan.vast_knop.click()
    beeld = diensten.casussen.toon(casus)
    assert beeld.plan_id is not None
    vast = diensten.plannen.toon(beeld.plan_id)
    assert vast.status is PlanStatus.VASTGESTELD
    assert vast.invoer.evaluatie_op == date(2027, 6, 1)
    assert plan.rest.informeert.isReadOnly()
    gezien: list[bytes] = []
    monkeypatch.setattr(PdfVenster, "vraag", lambda inhoud, *_, **__: gezien.append(inhoud))
    plan.pdf_knop.click()
    qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)
    assert gezien[0].startswith(b"%PDF")
    plan.nieuw_knop.click()
    assert plan.versie.count() == 2
    assert plan.lijsten.doelen[0].doel.toPlainText() == "Een vaste woning"


def test_afschaling_checklist_en_wat_later_komt(
    pagina: CasussenPagina, diensten: Diensten, casus: CasusId, meldingen: NepMeldingen
) -> None:
    pagina.toon(BijCasus(casus, "afschaling"))
    paneel = pagina.blad.afschaling
    later = [vak for vak in paneel.vakken() if not vak.vinkje.isEnabled()]
    assert later
    assert "vernietigen" in later[0].vinkje.toolTip()
    eerste = paneel.vakken()[0]
    eerste.opmerking.setText("Nagelopen op papier")
    eerste.vinkje.click()
    stand = diensten.afschalingen.toon(casus).checklist[0]
    assert (stand.gedaan, stand.opmerking, stand.door) == (True, "Nagelopen op papier", "Regie Voorbeeld")
    paneel.criteria.setPlainText("Een half jaar rust")
    paneel.motivering.setPlainText("De gemeente neemt het over")
    pagina.bewaar_nu()
    meldingen.antwoord = True
    (besluit,) = paneel._besluiten
    assert besluit.isEnabled()
    besluit.click()  # type: ignore[attr-defined]
    assert "vastgesteld verslag" in paneel.fout.tekst()
    assert paneel.motivering.toPlainText() == "De gemeente neemt het over"


def test_acties_bij_de_casus_en_op_hun_eigen_plek(
    qtbot: QtBot, pagina: CasussenPagina, diensten: Diensten, gereedschap: Gereedschap, casus: CasusId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    partij = diensten.oordelen.blad(casus)[0].partij_id
    nieuw = ActieInvoer("Huisbezoek", partij, date(2020, 1, 1))
    monkeypatch.setattr(ActieDialoog, "vraag", lambda *a, **_: a[4](nieuw))
    pagina.toon(BijCasus(casus, "acties"))
    pagina.blad.acties.lijst.nieuw_knop.click()
    assert pagina.blad.kop.waarde("acties") == "1"
    acties = ActiesPagina(diensten, gereedschap)
    qtbot.addWidget(acties)
    acties.show()
    acties.activateWindow()
    qtbot.waitActive(acties)
    acties.welke.setCurrentIndex(acties.welke.findData("laat"))
    _lees(qtbot, acties, gereedschap)
    assert "te laat" in str(acties.lijst.tabel.filter.index(0, 1).data())
    acties.lijst.tabel.naar_tabel()
    qtbot.keyClick(acties.lijst.tabel.tabel, Qt.Key.Key_Space)
    _lees(qtbot, acties, gereedschap)
    assert diensten.acties.lijst(alleen_open=False)[0].status is ActieStatus.GEREED
    assert acties.lijst.tabel.model.regels == ()
    acties.lijst.maak_ongedaan()
    _lees(qtbot, acties, gereedschap)
    assert diensten.acties.lijst()[0].status is ActieStatus.OPEN
    acties.welke.setCurrentIndex(acties.welke.findData("alle"))
    acties.welke.setCurrentIndex(acties.welke.findData("mijn"))
    qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)
    assert len(acties.lijst.tabel.model.regels) == 1
    assert bevindingen(acties) == []
    acties.maak_leeg()
    assert acties.lijst.tabel.model.regels == ()


def test_na_het_slot_komt_dezelfde_plek_met_dezelfde_tekst_terug(
    qtbot: QtBot, pagina: CasussenPagina, diensten: Diensten, gereedschap: Gereedschap
) -> None:
    casus = maak_casus(diensten, na_triage=False)
    pagina.toon(BijCasus(casus, "triage"))
    pagina.blad.triage.themas.setFocus()
    pagina.blad.triage.themas.setPlainText("Wonen en zorg")
    onderdeel, stand = pagina.onderdeel(), pagina.stand()
    pagina.bewaar_nu()
    pagina.maak_leeg()
    assert pagina.blad.triage.themas.toPlainText() == ""
    assert pagina.blad.kop.kop.text() == ""
    assert pagina.blad.tijdlijn.boom.topLevelItemCount() == 0
    nieuw = _maak(qtbot, diensten, gereedschap)
    nieuw.toon(onderdeel)
    nieuw.herstel_stand(stand)
    assert nieuw.blad.delen["triage"][0].open()
    assert nieuw.blad.triage.themas.toPlainText() == "Wonen en zorg"


def test_medewerker_kan_voorbereiden_maar_niet_afronden(qtbot: QtBot, openen: Any, gereedschap: Gereedschap) -> None:
    casus = maak_casus(openen("regie"), na_triage=False)
    pagina = _maak(qtbot, openen("medewerker"), gereedschap)
    pagina.toon(BijCasus(casus, "triage"))
    assert not pagina.blad.triage.doel.isReadOnly()
    assert not pagina.blad.triage.afrond_knop.isEnabled()
    assert "procesregisseur" in pagina.blad.triage.afrond_knop.toolTip()
    assert not pagina.blad.kop.fase_knop.isEnabled()


def test_twintigduizend_casussen_blijven_vlot(qtbot: QtBot, pagina: CasussenPagina, diensten: Diensten) -> None:
    maak_casus(diensten)
    (een,) = diensten.casussen.lijst()
    pagina.casussen.zet_regels([een] * 20_000)
    with qtbot.waitSignal(pagina.casussen.filter.gefilterd_tot):
        pagina.casussen.zoek_veld.setText("bestaat niet")
    assert pagina.casussen.filter.rowCount() == 0
    with qtbot.waitSignal(pagina.casussen.filter.gefilterd_tot):
        pagina.casussen.zoek_veld.setText("testpersoon")
    assert pagina.casussen.filter.rowCount() == 20_000
