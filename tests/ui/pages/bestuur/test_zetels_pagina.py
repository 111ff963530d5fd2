"""Members, votes, uitnodigingen and letters of a meeting without casussen in the window, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from proefkluis import NU, REGIE, maak_sjabloon
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.models.bestuurskeuzes import BesluitOver, LidRol
from zvh_desktop.models.keuzes import Aanwezigheid, OverlegId
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer, VoorstelInvoer, ZetelInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.instellingen import HuisInstellingen, bewaar_instellingen
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.uitnodigen.bestuuruitnodigingen import LidUitnodiging
from zvh_desktop.services.werkplek.plekken import BijOverleg
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.bestuur.briefdialoog import BriefDialoog
from zvh_desktop.ui.pages.bestuur.inbrengdialoog import InbrengDialoog
from zvh_desktop.ui.pages.bestuur.overleggen import OverleggenPagina
from zvh_desktop.ui.pages.bestuur.stemdialoog import StemDialoog
from zvh_desktop.ui.pages.bestuur.uitnodigingendialoog import UitnodigingenDialoog, uitnodigacties
from zvh_desktop.ui.pages.bestuur.voorsteldialoog import VoorstelDialoog
from zvh_desktop.ui.pages.bestuur.zeteldialoog import ZetelDialoog
from zvh_desktop.ui.toegankelijkheid import bevindingen

HUIS = "delft"


@pytest.fixture(scope="session")
def delfts_paginasjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kluismap = tmp_path_factory.mktemp("zetels") / "delft.kluis"
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(kluismap.parent / "gebruiker"))
        maak_sjabloon(kluismap, HUIS)
    return kluismap


@pytest.fixture
def kluissjabloon(delfts_paginasjabloon: Path) -> Path:
    """A house with agendaleden, and with a letter to another meeting."""
    return delfts_paginasjabloon


@pytest.fixture
def pagina(qtbot: QtBot, openen: Callable[[str], Diensten], gereedschap: Gereedschap) -> OverleggenPagina:
    gemaakt = OverleggenPagina(openen(REGIE), gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1180, 720)
    gemaakt.show()
    qtbot.waitExposed(gemaakt)
    return gemaakt


def plan(pagina: OverleggenPagina, dagen: int = 0) -> OverlegId:
    dag = NU.date() + timedelta(days=dagen)
    overleg = pagina._diensten.overleggen.plan(
        OverlegInvoer("stuurgroep", dag, time(13), time(15), "Raadzaal Voorbeeld")
    )
    pagina.vernieuw()
    pagina.toon(BijOverleg(overleg))
    QApplication.processEvents()
    return overleg


def test_alle_leden_in_een_keer_aanwezig_en_wie_niet_stemt_staat_niet_bij_de_stemmen(
    qtbot: QtBot, pagina: OverleggenPagina
) -> None:
    overleg = plan(pagina)
    diensten, werkblad = pagina._diensten, pagina.werkblad
    assert "nog 2 van 2 dit jaar (art. 4.2)" in pagina.ritme.text()
    werkblad.leden.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(werkblad.leden, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(werkblad.leden, "a")
    leden = diensten.overleggen.toon(overleg).leden
    assert {lid.invoer.aanwezigheid for lid in leden} == {Aanwezigheid.AANWEZIG}
    assert "10 leden: aanwezig." in werkblad.meldregel.tekst()
    werkblad.leden.kies(0)
    qtbot.keyClicks(werkblad.leden, "w")
    for toets, verwacht in (
        (Qt.Key.Key_Z, {Aanwezigheid.AANWEZIG}),  # the one
        (Qt.Key.Key_Z, {Aanwezigheid.ONBEKEND}),  # all ten, each as it was
        (Qt.Key.Key_Y, {Aanwezigheid.AANWEZIG}),
    ):
        qtbot.keyClick(werkblad.leden, toets, Qt.KeyboardModifier.ControlModifier)
        assert {lid.invoer.aanwezigheid for lid in diensten.overleggen.toon(overleg).leden} == verwacht
    werkblad.leden.kies(1)
    qtbot.keyClicks(werkblad.leden, "m")
    assert diensten.overleggen.toon(overleg).leden[1].invoer.aanwezigheid is Aanwezigheid.AFGEMELD
    assert werkblad.leden.currentIndex().row() == 2
    voorstel = VoorstelInvoer("Stichting Verzonnen treedt toe", over=BesluitOver.TOETREDING)
    punt = diensten.overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer("Nieuwe partij"))
    diensten.besluitvorming.leg_voor(punt, voorstel)
    werkblad.vernieuw()
    beeld = diensten.overleggen.toon(overleg)
    gelegd = beeld.punten[-1].voorstellen[0]
    assert "Eerst: is het overleg het eens?" in gelegd.zin
    stemmen = StemDialoog(gelegd, beeld.leden, list, "")
    voorleggen = VoorstelDialoog("Voorstel", "&Bewaar", gelegd.invoer, beeld.leden, list)
    for dialoog in (stemmen, voorleggen):
        qtbot.addWidget(dialoog)
        dialoog.show()
        assert bevindingen(dialoog) == []
    assert len(stemmen.keuzes) == 4  # five have a vote, one of them is not there
    assert len({stemmen.tabel.rowHeight(rij) for rij in range(stemmen.tabel.rowCount())}) == 1
    assert voorleggen.invoer() == voorstel


def test_een_nieuw_lid_en_een_nieuw_voorstel_staan_gekozen_en_een_lid_gaat_weg_na_een_vraag(
    qtbot: QtBot, pagina: OverleggenPagina, meldingen: NepMeldingen, monkeypatch: pytest.MonkeyPatch
) -> None:
    overleg = plan(pagina)
    diensten, werkblad = pagina._diensten, pagina.werkblad
    nieuw = ZetelInvoer("Directeur GGD", None, LidRol.ADVISEUR, stemrecht=False)
    dialoog = ZetelDialoog("Lid", nieuw, diensten.overlegleden.partijen(), list)
    qtbot.addWidget(dialoog)
    dialoog.show()
    assert bevindingen(dialoog) == []
    assert dialoog.invoer() == nieuw
    monkeypatch.setattr(ZetelDialoog, "vraag", lambda *a, **k: a[3](nieuw))
    werkblad.ledenvak.lid_erbij_knop.click()
    gekozen = werkblad.leden.gekozen()
    assert gekozen is not None and gekozen.zetel == nieuw
    monkeypatch.setattr(ZetelDialoog, "vraag", lambda *a, **k: a[3](replace(nieuw, stemrecht=True)) is None)
    werkblad.ledenvak.zetel_knop.click()
    assert diensten.overleggen.toon(overleg).leden[-1].zetel.stemrecht
    meldingen.antwoord = True
    qtbot.keyClick(werkblad.leden, Qt.Key.Key_Delete)
    assert "Directeur GGD" not in {lid.zetel.functie for lid in diensten.overleggen.toon(overleg).leden}
    punt = diensten.overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer("Plan"))
    diensten.besluitvorming.leg_voor(punt, VoorstelInvoer("Eerste"))
    werkblad.vernieuw()
    monkeypatch.setattr(VoorstelDialoog, "vraag", lambda *a, **k: a[4](VoorstelInvoer("Tweede")))
    werkblad.paneel.nieuw_knop.click()
    voorstel = werkblad.paneel.tabel.gekozen()
    assert voorstel is not None and voorstel.invoer.voorstel == "Tweede"


def test_uitnodigingen_vragen_bewaren_en_vastleggen(
    qtbot: QtBot, pagina: OverleggenPagina, meldingen: NepMeldingen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    overleg = plan(pagina, 21)
    diensten = pagina._diensten
    for lid in diensten.overleggen.toon(overleg).leden[:2]:
        vol = replace(lid.invoer, vertegenwoordiger=f"Testpersoon {lid.id}", email=f"lid{lid.id}@voorbeeld.example")
        diensten.overlegleden.wijzig(lid.id, vol)

    with diensten.werkplek.schrijf(Recht.UITNODIGEN, "instellingen gewijzigd", "huis") as werk:
        huis = HuisInstellingen(afzender_email="secretariaat@voorbeeld.example")
        bewaar_instellingen(werk.sessie, diensten.werkplek, huis)

    dialoog = UitnodigingenDialoog(uitnodigacties(diensten, overleg), pagina._gereedschap)
    qtbot.addWidget(dialoog)
    dialoog.show()
    QApplication.processEvents()
    assert bevindingen(dialoog) == []
    assert dialoog.focusWidget() is dialoog.tabel
    qtbot.keyClick(dialoog.tabel, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    monkeypatch.setattr(InbrengDialoog, "vraag", lambda *a, **k: a[2]("Wat vindt u ervan?") is None)
    dialoog.vraag_knop.click()
    assert len(dialoog.tabel.gekozen_regels()) == 10  # who was chosen stays chosen
    doel = tmp_path / "concepten"
    doel.mkdir()
    monkeypatch.setattr(meldingen, "kies_map", lambda *a: doel, raising=False)
    dialoog.concept_knop.click()
    qtbot.waitUntil(lambda: "2 concepten zijn bewaard" in dialoog.melding.tekst())
    assert [pad.suffix for pad in sorted(doel.iterdir())] == [".eml", ".eml"]
    dialoog.verstuurd_knop.click()
    assert "2 uitnodigingen zijn verstuurd." in dialoog.melding.tekst()
    standen = [regel.stand for regel in diensten.overleguitnodigingen.lijst(overleg)]
    assert standen[:3] == [LidUitnodiging.VERSTUURD, LidUitnodiging.VERSTUURD, LidUitnodiging.GEEN_ADRES]
    assert not dialoog.verstuurd_knop.isEnabled()
    dialoog.ingetrokken_knop.click()
    assert "2 uitnodigingen zijn ingetrokken." in dialoog.melding.tekst()
    vraag: list[QWidget] = [InbrengDialoog("2 leden", "", list)]
    qtbot.addWidget(vraag[0])
    vraag[0].show()
    assert bevindingen(vraag[0]) == []


def test_de_besluitenbrief_gaat_als_concept_naar_een_lid_van_het_andere_overleg(
    pagina: OverleggenPagina, meldingen: NepMeldingen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    overleg, diensten = plan(pagina), pagina._diensten
    with diensten.werkplek.schrijf(Recht.UITNODIGEN, "instellingen gewijzigd", "huis") as werk:
        huis = HuisInstellingen(afzender_email="secretariaat@voorbeeld.invalid")
        bewaar_instellingen(werk.sessie, diensten.werkplek, huis)
    beeld = diensten.overleggen.toon(overleg)
    diensten.overlegleden.zet_aanwezigheid([lid.id for lid in beeld.leden], Aanwezigheid.AANWEZIG)
    diensten.overleggen.houd(overleg)
    diensten.overleggen.bewaar_verslag(
        diensten.overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer("Jaarplan")), "Besproken."
    )
    diensten.werkplek._bevestigd_tot = diensten.werkplek.looptijd() + 60
    diensten.overleggen.stel_vast(overleg)
    pagina.werkblad.vernieuw()
    knoppen = pagina.werkblad.brieven
    assert knoppen.isVisible()
    gevraagd: list[BriefDialoog] = []

    def vul(dialoog: BriefDialoog) -> int:
        gevraagd.append(dialoog)
        dialoog.show()
        if len(gevraagd) == 1:
            dialoog.naam.setText("S. Secretaris")
            dialoog.bewaar_knop.click()
            assert "e-mailadres" in dialoog.formulier.regel("email").fout()
            dialoog.email.setText("secretaris@voorbeeld.invalid")
        assert bevindingen(dialoog) == []
        assert dialoog.email.text() == "secretaris@voorbeeld.invalid"  # the second time it is remembered
        dialoog.bewaar_knop.click()
        return dialoog.result()

    monkeypatch.setattr(BriefDialoog, "exec", vul)
    meldingen.pad = tmp_path / "besluiten.eml"
    knoppen.concept_knop.click()
    assert b"secretaris@voorbeeld.invalid" in meldingen.pad.read_bytes()
    knoppen.brief_klaar_knop.click()
    brief = diensten.besluitenbrieven.lijst(overleg)[0]
    assert brief.verstuurd_aan == "S. Secretaris <secretaris@voorbeeld.invalid>"
    assert brief.verstuurd_aan in knoppen.brief_knop.toolTip()
    assert not knoppen.brief_klaar_knop.isVisible()
