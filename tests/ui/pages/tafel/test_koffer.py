"""The koffer in the window: given along, uitgeleend, taken in, withdrawn, and the proposal beside what is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from falende_taken import ONVERWACHT
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from tafelkluis import REGIE, WACHTWOORD, ProefKlok, Tafelkluis, open_als
from ui_hulp import NepMeldingen

from zvh_desktop.errors import GebruikersFout, Uitgeleend
from zvh_desktop.models.keuzen.kofferkeuzes import KofferStand
from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.dialogs.bevestiging import Bevestigingsdialoog
from zvh_desktop.ui.draden.taken import Voortgangsvenster
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.koffer.intrekdialoog import IntrekDialoog
from zvh_desktop.ui.pages.tafel.koffer.kofferstrook import Kofferstrook
from zvh_desktop.ui.pages.tafel.koffer.meegeefdialoog import MeegeefDialoog
from zvh_desktop.ui.pages.tafel.koffer.terugdialoog import ErnaastDialoog, TerugDialoog
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.toegankelijkheid import bevindingen


class Dialogen:
    """Answers each dialog that opens, and remembers which did."""

    def __init__(self, qtbot: QtBot, **doe: Callable[[Any], None]) -> None:
        self.qtbot, self.doe = qtbot, doe
        self.gezien: list[str] = []
        self.tijd = QTimer()
        self.tijd.setInterval(0)
        self.tijd.timeout.connect(self.kijk)
        self.tijd.start()

    def kijk(self) -> None:
        dialoog = QApplication.activeModalWidget()
        if isinstance(dialoog, Voortgangsvenster):
            self.doe.get("Voortgangsvenster", _laat)(dialoog)
            return
        if not isinstance(dialoog, QDialog) or dialoog.objectName() in self.gezien[-1:]:
            return
        self.gezien.append(dialoog.objectName())
        try:
            assert bevindingen(dialoog) == []
            if isinstance(dialoog, Bevestigingsdialoog):
                dialoog.teken_knop.click()
            else:
                self.doe.get(type(dialoog).__name__, _ja)(dialoog)
        except BaseException:
            dialoog.reject()  # a dialog that stays open would hold up the test for ever
            raise

    def __enter__(self) -> Dialogen:
        return self

    def __exit__(self, *_: object) -> None:
        self.tijd.stop()


def _laat(_venster: Voortgangsvenster) -> None:
    """It goes by itself."""


def _ja(dialoog: QDialog) -> None:
    if isinstance(dialoog, MeegeefDialoog | IntrekDialoog):
        dialoog.bewaar_knop.click()
    elif isinstance(dialoog, TerugDialoog):
        dialoog.lever_knop.click()
    else:
        dialoog.reject()


@pytest.fixture
def pagina(qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis) -> TafelsPagina:
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    gemaakt = TafelsPagina(regie, tafelgereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1100, 760)
    gemaakt.vernieuw()
    gemaakt.toon(BijTafel(tafelkluis.overleg))
    gemaakt.show()
    qtbot.waitExposed(gemaakt)
    return gemaakt


@pytest.fixture
def plek(tmp_path: Path, meldingen: NepMeldingen) -> Path:
    """The USB-stick."""
    stick = tmp_path / "stick"
    stick.mkdir()
    meldingen.pad = stick
    return stick


def strook(pagina: TafelsPagina) -> Kofferstrook:
    return pagina.werkblad.kofferstrook


def geef_mee(qtbot: QtBot, pagina: TafelsPagina, plek: Path, tafelkluis: Tafelkluis) -> Path:
    with Dialogen(qtbot) as dialogen, qtbot.waitSignal(strook(pagina).gewijzigd):
        qtbot.keyClick(pagina.werkblad.koffer_knop, Qt.Key.Key_Space)
    assert dialogen.gezien[:1] == ["meegeefdialoog"]
    koffer = plek / f"Overleg {tafelkluis.overleg}.koffer"
    assert (koffer / "sleutels.json").is_file()
    return koffer


def onderweg(koffer: Path, klok: ProefKlok, tafelkluis: Tafelkluis) -> None:
    """Something is written on the road."""
    laptop = open_als(koffer, REGIE, klok)
    try:
        assert laptop.sessie.titel.endswith("KOFFER - OEFENING")
        punt = laptop.agenda.toon(tafelkluis.overleg).punten[0].id
        laptop.verslagen.start_punt(punt, andere_dag=True)
        laptop.verslagen.bewaar_tekst(punt, VerslagTekst("Onderweg gezien.", "", ""))
    finally:
        laptop.sluit()


def test_meegeven_maakt_een_koffer_en_de_tafel_is_uitgeleend(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis, plek: Path
) -> None:
    assert not strook(pagina).isVisible()
    geef_mee(qtbot, pagina, plek, tafelkluis)
    assert strook(pagina).isVisible()
    assert "Uitgeleend aan Regie Voorbeeld" in strook(pagina).label.tekst()
    assert not pagina.werkblad.koffer_knop.isVisible()
    for knop in (pagina.werkblad.wijzig_knop, pagina.werkblad.afgelast_knop):
        assert not knop.isEnabled()
        assert "heeft het met zijn casussen in een koffer" in knop.toolTip().replace("\n", " ")
    with pytest.raises(Uitgeleend):
        regie.verslagen.meld_geheimhouding(tafelkluis.overleg, gemeld=True)
    assert bevindingen(pagina) == []


def middag_van(diensten: Diensten, tafelkluis: Tafelkluis) -> OverlegId:
    """Another overleg of the same day with akkoord, about the first casus as well."""
    invoer = replace(diensten.tafels.toon(tafelkluis.overleg).invoer, begin=time(15, 0), einde=time(16, 0))
    middag = diensten.tafels.plan(invoer)
    punt = diensten.agenda.voeg_casus_toe(middag, tafelkluis.casussen[0])
    besluit = diensten.werkplek.profiel.besluiten[0].sleutel
    diensten.agenda.wijzig_punt(punt, PuntInvoer(20, doel="Verder", besluit_type=besluit, themas="Wonen"))
    diensten.agenda.zet_deelname(punt, tafelkluis.partijen["RN"], aan=True)
    diensten.agenda.geef_akkoord(middag)
    return middag


def test_nog_een_overleg_van_die_dag_gaat_mee_en_komt_samen_terug(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis, plek: Path, meldingen: NepMeldingen,
    klok: ProefKlok,
) -> None:  # fmt: skip
    middag = middag_van(regie, tafelkluis)

    def vink_aan(dialoog: MeegeefDialoog) -> None:
        ((overleg_id, vinkje),) = dialoog.ook
        assert overleg_id == middag
        assert "15:00-16:00 (1 casus)" in vinkje.text()
        qtbot.keyClick(vinkje, Qt.Key.Key_Space)
        dialoog.bewaar_knop.click()

    with Dialogen(qtbot, MeegeefDialoog=vink_aan), qtbot.waitSignal(strook(pagina).gewijzigd):
        qtbot.keyClick(pagina.werkblad.koffer_knop, Qt.Key.Key_Space)
    pagina.toon(BijTafel(middag))
    assert "Uitgeleend aan Regie Voorbeeld" in strook(pagina).label.tekst()
    assert "In dezelfde koffer:" in strook(pagina).label.tekst()
    assert not pagina.werkblad.wijzig_knop.isEnabled()
    koffer = plek / f"Overleg {tafelkluis.overleg}.koffer"
    onderweg(koffer, klok, tafelkluis)
    meldingen.pad = koffer
    with Dialogen(qtbot), qtbot.waitSignal(strook(pagina).gewijzigd):
        qtbot.keyClick(strook(pagina).inlever_knop, Qt.Key.Key_Space)
    assert not koffer.exists()
    assert {een.stand for tafel in (middag, tafelkluis.overleg) for een in regie.koffers.uit.van_overleg(tafel)} == {
        KofferStand.TERUG
    }
    assert pagina.werkblad.wijzig_knop.isEnabled()
    assert regie.verslagen.toon(tafelkluis.overleg).punten[0].tekst.beeld == "Onderweg gezien."


def test_een_overleg_van_die_dag_dat_hier_blijft_staat_erbij_met_wat_te_doen_is(
    qtbot: QtBot, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    dag = regie.tafels.toon(tafelkluis.overleg).invoer.datum
    soort = regie.profiel.casusoverleggen[0].sleutel
    regie.tafels.plan(OverlegInvoer(soort, dag, time(15), time(16), "Enschede, zaal 2"))
    dialoog = MeegeefDialoog(tafelkluis.overleg, regie.koffers.uit.keuze(tafelkluis.overleg), lambda _vraag: None)
    qtbot.addWidget(dialoog)
    assert dialoog.ook == ()
    (zin,) = dialoog.niet_mee
    assert zin.text().startswith("Niet mee: ")
    assert "15:00-16:00" in zin.text()
    assert "akkoord" in zin.text()
    assert "Voorbereiden" in zin.text()


def test_inleveren_toont_eerst_wat_erin_komt(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis, plek: Path, meldingen: NepMeldingen,
    klok: ProefKlok,
) -> None:  # fmt: skip
    koffer = geef_mee(qtbot, pagina, plek, tafelkluis)
    onderweg(koffer, klok, tafelkluis)
    meldingen.pad = koffer
    regels: list[str] = []

    def lees(dialoog: QDialog) -> None:
        assert isinstance(dialoog, TerugDialoog)
        for nummer in range(dialoog.lijst.topLevelItemCount()):
            regel = dialoog.lijst.topLevelItem(nummer)
            assert regel is not None
            regels.append(" | ".join(regel.text(kolom) for kolom in range(4)))
        dialoog.lever_knop.click()

    with Dialogen(qtbot, TerugDialoog=lees) as dialogen, qtbot.waitSignal(strook(pagina).gewijzigd):
        qtbot.keyClick(strook(pagina).inlever_knop, Qt.Key.Key_Space)
    assert dialogen.gezien[:1] == ["terugdialoog"]
    assert any("Beeldvorming | (niets) | Onderweg gezien." in regel for regel in regels)
    assert not koffer.exists()
    assert not strook(pagina).isVisible()
    assert not pagina.werkblad.wijzig_knop.isEnabled(), "it was held on the road"
    assert pagina.werkblad.wijzig_knop.toolTip() == "Datum, tijd en plaats wijzigen"
    assert regie.verslagen.toon(tafelkluis.overleg).punten[0].tekst.beeld == "Onderweg gezien."


def test_intrekken_biedt_het_register_van_datalekken_aan(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis, plek: Path, meldingen: NepMeldingen
) -> None:
    geef_mee(qtbot, pagina, plek, tafelkluis)
    meldingen.antwoord = True

    def vul(dialoog: QDialog) -> None:
        assert isinstance(dialoog, IntrekDialoog)
        qtbot.keyClicks(dialoog.reden, "Uit de auto gestolen.")
        dialoog.bewaar_knop.click()

    with (
        Dialogen(qtbot, IntrekDialoog=vul),
        qtbot.waitSignal(strook(pagina).ga_naar) as weg,
    ):
        qtbot.keyClick(strook(pagina).intrek_knop, Qt.Key.Key_Space)
    lek = regie.datalekken.lijst()[0]
    assert weg.args == [Plaats("beheer", "datalekken")]
    assert "Uit de auto gestolen." in lek.wat
    assert lek.aantal_casussen == 2
    assert "ingetrokken: Uit de auto gestolen." in strook(pagina).label.tekst()


def test_wat_nakomt_wordt_per_punt_gekozen_en_de_rest_blijft_te_zien(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis, plek: Path, meldingen: NepMeldingen,
    klok: ProefKlok,
) -> None:  # fmt: skip
    koffer = geef_mee(qtbot, pagina, plek, tafelkluis)
    onderweg(koffer, klok, tafelkluis)
    regie.koffers.uit.trek_in(regie.koffers.uit.van_overleg(tafelkluis.overleg)[0].id, "kwijt")
    punt = regie.agenda.toon(tafelkluis.overleg).punten[0].id
    regie.verslagen.start_punt(punt, andere_dag=True)
    regie.verslagen.bewaar_tekst(punt, VerslagTekst("Op kantoor gezien.", "", ""))
    pagina.vernieuw()
    meldingen.pad = koffer
    with Dialogen(qtbot) as dialogen, qtbot.waitSignal(strook(pagina).gewijzigd):
        qtbot.keyClick(strook(pagina).inlever_knop, Qt.Key.Key_Space)
    assert dialogen.gezien[:1] == ["terugdialoog"]
    assert regie.verslagen.toon(tafelkluis.overleg).punten[0].tekst.beeld == "Op kantoor gezien."
    beeld = regie.koffers.uit.van_overleg(tafelkluis.overleg)[0]
    assert beeld.stand is KofferStand.NAGEKOMEN
    gezien: list[str] = []

    def lees(dialoog: QDialog) -> None:
        assert isinstance(dialoog, ErnaastDialoog)
        regel = dialoog.lijst.topLevelItem(0)
        assert regel is not None
        gezien.extend(regel.text(kolom) for kolom in range(4))
        dialoog.reject()

    with Dialogen(qtbot, ErnaastDialoog=lees):
        qtbot.keyClick(strook(pagina).ernaast_knop, Qt.Key.Key_Space)
    assert "Op kantoor gezien." in gezien
    assert "Onderweg gezien." in gezien


def test_een_map_die_geen_koffer_is_geeft_een_zin(
    qtbot: QtBot, pagina: TafelsPagina, tafelkluis: Tafelkluis, plek: Path, meldingen: NepMeldingen
) -> None:
    geef_mee(qtbot, pagina, plek, tafelkluis)
    with Dialogen(qtbot):
        qtbot.keyClick(strook(pagina).inlever_knop, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: bool(meldingen.fouten))
    assert "geen koffer" in meldingen.fouten[-1].gebeurd


def test_wie_het_maken_stopt_heeft_geen_koffer_en_niets_is_uitgeleend(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis, plek: Path
) -> None:
    gestopt: list[str] = []

    def stop(venster: Voortgangsvenster) -> None:
        venster.stop_knop.click()
        gestopt.append(venster.windowTitle())

    with Dialogen(qtbot, Voortgangsvenster=stop):
        qtbot.keyClick(pagina.werkblad.koffer_knop, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: bool(gestopt))
        qtbot.waitUntil(lambda: not strook(pagina).bezig)
    assert gestopt[0] == "Casustafel - De koffer wordt gemaakt"
    assert list(plek.iterdir()) == []
    assert regie.koffers.uit.van_overleg(tafelkluis.overleg) == ()
    regie.verslagen.meld_geheimhouding(tafelkluis.overleg, gemeld=True)
    geef_mee(qtbot, pagina, plek, tafelkluis)


@pytest.mark.mag_loggen("zvh_desktop.ui.gewone_taal")
@pytest.mark.parametrize("fout", [GebruikersFout("De stick is eruit."), RuntimeError("Testpersoon geheim")], ids=str)
def test_wat_mislukt_bij_maken_of_inleveren_wordt_gezegd_en_kan_opnieuw(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis, plek: Path, meldingen: NepMeldingen,
    fout: Exception, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    gezegd = "De stick is eruit." if isinstance(fout, GebruikersFout) else ONVERWACHT

    def mislukt(*_: object, **__: object) -> None:
        raise fout

    with monkeypatch.context() as stuk, Dialogen(qtbot):
        stuk.setattr(regie.koffers.uit, "geef_uit", mislukt)
        qtbot.keyClick(pagina.werkblad.koffer_knop, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: len(meldingen.fouten) == 1)
    koffer = geef_mee(qtbot, pagina, plek, tafelkluis)
    meldingen.pad = koffer
    for stap in ("bekijk", "lever_in"):
        with monkeypatch.context() as stuk, Dialogen(qtbot):
            stuk.setattr(regie.koffers.terug, stap, mislukt)
            qtbot.keyClick(strook(pagina).inlever_knop, Qt.Key.Key_Space)
            qtbot.waitUntil(lambda: gezegd in meldingen.fouten[-1].gebeurd and not strook(pagina).bezig)
        meldingen.fouten.append(GebruikersFout("-"))
    assert [een.gebeurd for een in meldingen.fouten if gezegd in een.gebeurd] == [gezegd] * 3
    with Dialogen(qtbot), qtbot.waitSignal(strook(pagina).gewijzigd):
        qtbot.keyClick(strook(pagina).inlever_knop, Qt.Key.Key_Space)
    assert not koffer.exists()
