"""The page Overleggen on a real vault: by keyboard, with refusals that name the article, and nothing after the lock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta
from pathlib import Path

import pytest
from overlegleden import alleen_partijen, wijzig_lid
from proefkluis import BEHEER, NU, REGIE, maak_casus, maak_sjabloon, open_diensten
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.bestuurskeuzes import BesluitUitkomst, Stem
from zvh_desktop.models.keuzes import Aanwezigheid, OverlegId, Regel
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer, LidInvoer, VoorstelInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.werkplek.plekken import BijOverleg
from zvh_desktop.services.werkplek.werkplek import BEVESTIGING_GELDIG
from zvh_desktop.ui.dialogs import bevestiging
from zvh_desktop.ui.dialogs.tafel_plannen import TafelDialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.bestuur.eldersdialoog import EldersDialoog
from zvh_desktop.ui.pages.bestuur.ledendialoog import LedenDialoog, Ledenkeuze
from zvh_desktop.ui.pages.bestuur.liddialoog import LidDialoog
from zvh_desktop.ui.pages.bestuur.overleggen import OverleggenPagina
from zvh_desktop.ui.pages.bestuur.puntdialoog import OverlegpuntDialoog
from zvh_desktop.ui.pages.bestuur.stemdialoog import StemDialoog
from zvh_desktop.ui.pages.bestuur.voorsteldialoog import VoorstelDialoog
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.toegankelijkheid import bevindingen

MET_STEMREGEL = "haaglanden"


@pytest.fixture(scope="session")
def haags_paginasjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kluismap = tmp_path_factory.mktemp("overleggen") / "haags.kluis"
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(kluismap.parent / "gebruiker"))
        maak_sjabloon(kluismap, MET_STEMREGEL)
    return kluismap


@pytest.fixture
def kluissjabloon(haags_paginasjabloon: Path) -> Path:
    """A house with voting rules instead of the usual one."""
    return haags_paginasjabloon


def plan(diensten: Diensten, soort: str = "partneroverleg", dagen: int = 0) -> OverlegId:
    dag = NU.date() + timedelta(days=dagen)
    return diensten.overleggen.plan(OverlegInvoer(soort, dag, time(13), time(15), "Raadzaal Voorbeeld"))


@pytest.fixture
def pagina(qtbot: QtBot, openen: Callable[[str], Diensten], gereedschap: Gereedschap) -> OverleggenPagina:
    gemaakt = OverleggenPagina(openen(REGIE), gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1180, 720)
    gemaakt.show()
    qtbot.waitExposed(gemaakt)
    gemaakt.vernieuw()
    return gemaakt


@pytest.fixture
def diensten(pagina: OverleggenPagina) -> Diensten:
    return pagina._diensten


@pytest.fixture
def aan_de_gang(pagina: OverleggenPagina, diensten: Diensten) -> OverlegId:
    """A meeting that has begun, with one point, one proposal and three members at the table."""
    overleg_id = plan(diensten)
    leden = [partij.id for partij in diensten.partijen.lijst()[:3]]
    alleen_partijen(diensten.werkplek, overleg_id, leden)
    for partij_id in leden:
        wijzig_lid(diensten.werkplek, overleg_id, partij_id, LidInvoer(aanwezigheid=Aanwezigheid.AANWEZIG))
    punt_id = diensten.overleggen.voeg_punt_toe(overleg_id, BestuurpuntInvoer("Jaarplan", 20, "Zie de bijlage."))
    diensten.overleggen.voeg_punt_toe(overleg_id, BestuurpuntInvoer("Rondvraag"))
    diensten.besluitvorming.leg_voor(punt_id, VoorstelInvoer("Het jaarplan aannemen"))
    diensten.overleggen.houd(overleg_id)
    pagina.vernieuw()
    pagina.toon(BijOverleg(overleg_id))
    QApplication.processEvents()
    return overleg_id


def uitkomst(diensten: Diensten, overleg_id: OverlegId) -> BesluitUitkomst:
    return diensten.overleggen.toon(overleg_id).punten[0].voorstellen[0].uitkomst


def test_lege_lijst_zegt_wat_er_komt_en_plannen_opent_het_overleg(
    qtbot: QtBot, pagina: OverleggenPagina, diensten: Diensten, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pagina.tabel.leeg.isVisible()
    assert "Stuurgroep" in pagina.uitleg.text()
    assert bevindingen(pagina) == []
    invoer = OverlegInvoer("stuurgroep", NU.date(), time(9), time(10), "Zaal")
    monkeypatch.setattr(TafelDialoog, "vraag", lambda *a, **k: a[4](invoer))
    with qtbot.waitSignal(pagina.ga_naar) as gegaan:
        pagina.tabel.leeg.knop.click()
    (regel,) = diensten.overleggen.lijst()
    assert gegaan.args == [Plaats("overleggen", BijOverleg(regel.id))]
    assert diensten.tafels.lijst() == ()


def test_werkblad_toont_regels_met_artikel_en_heeft_geen_gebreken(
    pagina: OverleggenPagina, diensten: Diensten, aan_de_gang: OverlegId
) -> None:
    profiel = diensten.profiel
    assert profiel.artikel(Regel.GEEN_CASUS_BUITEN_OPERATIONEEL) in pagina.werkblad.geen_casus.text()
    assert profiel.overlegsoort("partneroverleg").stemregel.artikel in pagina.werkblad.stemregel.text()
    assert pagina.onderdeel() == BijOverleg(aan_de_gang)
    assert bevindingen(pagina) == []


def test_casusgegevens_in_de_tekst_worden_geweigerd_en_de_tekst_blijft_staan(
    qtbot: QtBot, pagina: OverleggenPagina, diensten: Diensten, aan_de_gang: OverlegId
) -> None:
    nummer = diensten.casussen.toon(maak_casus(diensten)).nummer
    paneel = pagina.werkblad.paneel
    paneel.verslag.setPlainText(f"Zie ook {nummer}.")
    with pytest.raises(GebruikersFout):
        pagina.bewaar_nu()
    assert diensten.profiel.artikel(Regel.GEEN_CASUS_BUITEN_OPERATIONEEL) in paneel.strook.tekst()
    pagina.werkblad.punten.kies(1)
    assert paneel.verslag.toPlainText() == f"Zie ook {nummer}."
    gekozen = pagina.werkblad.punten.gekozen()
    assert gekozen is not None
    assert gekozen.nummer == 1
    paneel.verslag.setPlainText("Iedereen was tevreden.")
    with qtbot.waitSignal(pagina.opgeslagen):
        pagina.bewaar_nu()
    assert paneel.strook.tekst() == ""
    assert diensten.overleggen.toon(aan_de_gang).punten[0].tekst == "Iedereen was tevreden."
    pagina.werkblad.punten.kies(1)
    assert paneel.verslag.toPlainText() == ""


def test_stemmen_kan_pas_als_consensus_niet_lukt_en_de_knop_zegt_waarom(
    pagina: OverleggenPagina, diensten: Diensten, aan_de_gang: OverlegId, monkeypatch: pytest.MonkeyPatch
) -> None:
    paneel = pagina.werkblad.paneel
    assert not paneel.stem_knop.isEnabled()
    assert diensten.profiel.artikel(Regel.MEERDERHEID) in paneel.stem_knop.toolTip()
    paneel.oneens_knop.click()
    assert paneel.stem_knop.isEnabled()
    een, twee, drie = (lid.id for lid in diensten.overleggen.toon(aan_de_gang).leden)
    monkeypatch.setattr(StemDialoog, "vraag", lambda *a, **k: a[2]({een: Stem.VOOR, twee: Stem.TEGEN}))
    paneel.stem_knop.click()
    assert uitkomst(diensten, aan_de_gang) is BesluitUitkomst.PATSTELLING
    assert "De Stuurgroep beslist (art. 7.3)." in paneel.uitslag.text()
    assert not paneel.stem_knop.isVisible()
    QApplication.processEvents()
    assert bevindingen(pagina) == []
    monkeypatch.setattr(EldersDialoog, "vraag", lambda *a, **k: a[2]("Toegestaan.") is None)
    paneel.elders_knop.click()
    assert "Toegestaan." in paneel.uitslag.text()
    paneel.open_knop.click()
    assert uitkomst(diensten, aan_de_gang) is BesluitUitkomst.OPEN
    assert drie


def test_afwezig_lid_zet_besluiten_op_slot_met_het_artikel(
    qtbot: QtBot, pagina: OverleggenPagina, diensten: Diensten, aan_de_gang: OverlegId
) -> None:
    werkblad = pagina.werkblad
    werkblad.leden.setFocus()
    werkblad.leden.kies(0)
    qtbot.keyClicks(werkblad.leden, "m")
    beeld = diensten.overleggen.toon(aan_de_gang)
    assert beeld.leden[0].invoer.aanwezigheid is Aanwezigheid.AFGEMELD
    artikel = diensten.profiel.artikel(Regel.AFWEZIGE_VOORAF_GEHOORD)
    assert not werkblad.paneel.eens_knop.isEnabled()
    assert artikel in werkblad.paneel.eens_knop.toolTip()
    assert artikel in werkblad.paneel.bezwaar.tekst()
    assert werkblad.paneel.aanhoud_knop.isEnabled()
    lid = beeld.leden[0]
    diensten.overlegleden.wijzig(lid.id, LidInvoer("", Aanwezigheid.AFGEMELD, NU.date(), "Wij vinden het goed."))
    werkblad.vernieuw()
    werkblad.paneel.eens_knop.click()
    assert uitkomst(diensten, aan_de_gang) is BesluitUitkomst.AANGENOMEN


def test_weghalen_en_ctrl_z(qtbot: QtBot, pagina: OverleggenPagina, diensten: Diensten, aan_de_gang: OverlegId) -> None:
    werkblad = pagina.werkblad
    werkblad.paneel.tabel.setFocus()
    qtbot.keyClick(werkblad.paneel.tabel, Qt.Key.Key_Delete)
    assert diensten.overleggen.toon(aan_de_gang).punten[0].voorstellen == ()
    werkblad.punten.setFocus()
    qtbot.keyClick(werkblad.punten, Qt.Key.Key_Delete)
    assert [punt.invoer.onderwerp for punt in diensten.overleggen.toon(aan_de_gang).punten] == ["Rondvraag"]
    qtbot.keyClick(werkblad.punten, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [punt.invoer.onderwerp for punt in diensten.overleggen.toon(aan_de_gang).punten] == ["Jaarplan", "Rondvraag"]
    qtbot.keyClick(werkblad.punten, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [punt.invoer.onderwerp for punt in diensten.overleggen.toon(aan_de_gang).punten] == ["Rondvraag", "Jaarplan"]


def test_vaststellen_tekent_en_daarna_ligt_alles_vast(
    qtbot: QtBot,
    pagina: OverleggenPagina,
    diensten: Diensten,
    aan_de_gang: OverlegId,
    gereedschap: Gereedschap,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    werkblad = pagina.werkblad
    assert not werkblad.vast_knop.isEnabled()
    assert "punt 1" in werkblad.vast_knop.toolTip()
    werkblad.paneel.eens_knop.click()
    monkeypatch.setattr(bevestiging.Bevestigingsdialoog, "vraag", lambda *a, **k: False)
    werkblad.vast_knop.click()
    assert not diensten.overleggen.toon(aan_de_gang).vastgesteld
    diensten.werkplek._bevestigd_tot = diensten.werkplek.looptijd() + BEVESTIGING_GELDIG
    monkeypatch.setattr(bevestiging.Bevestigingsdialoog, "vraag", lambda *a, **k: True)
    werkblad.vast_knop.click()
    assert diensten.overleggen.toon(aan_de_gang).vastgesteld
    for knop in (werkblad.punt_knop, werkblad.ledenvak.leden_knop, werkblad.paneel.nieuw_knop, werkblad.kop_knop):
        assert not knop.isEnabled()
    assert werkblad.paneel.verslag.isReadOnly()
    QApplication.processEvents()
    assert bevindingen(pagina) == []
    getoond: list[str] = []
    monkeypatch.setattr(PdfVenster, "vraag", lambda inhoud, naam, *a, **k: getoond.append(naam))
    for knop in (werkblad.agenda_knop, werkblad.verslag_knop):
        knop.click()
        qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)
    assert [naam.split("_")[0] for naam in getoond] == ["overleg-agenda", "overleg-verslag"]


def test_verwijderen_vraagt_bevestiging_en_alleen_voor_wat_niet_gehouden_is(
    pagina: OverleggenPagina, diensten: Diensten, aan_de_gang: OverlegId, meldingen: NepMeldingen
) -> None:
    pagina.toon(None)
    assert not pagina.weg_knop.isEnabled()
    plan(diensten, dagen=5)
    pagina.vernieuw()
    pagina.tabel.kies(0)
    meldingen.antwoord = True
    pagina.weg_knop.click()
    assert meldingen.gesteld
    assert [regel.id for regel in diensten.overleggen.lijst()] == [aan_de_gang]


def test_dialogen_hebben_geen_gebreken_en_geven_wat_er_staat(
    qtbot: QtBot, diensten: Diensten, aan_de_gang: OverlegId
) -> None:
    beeld = diensten.overleggen.toon(aan_de_gang)
    voorstel = beeld.punten[0].voorstellen[0]
    bewaard: list[object] = []
    een = beeld.leden[0].id
    partij = beeld.leden[1].partij_id
    assert partij is not None
    punt = OverlegpuntDialoog("Punt", "&Bewaar", beeld.punten[0].invoer, bewaard.append, beeld.geen_casus)
    voorleggen = VoorstelDialoog("Voorstel", "&Bewaar", voorstel.invoer, beeld.leden, bewaard.append)
    voorleggen.raakt.vink(int(partij), True)
    leden = LedenDialoog(diensten.overlegleden.keuzes(aan_de_gang), bewaard.append)
    leden.lijst.vink(0, False)
    lid = LidDialoog(beeld.leden[0], bewaard.append)
    lid.inbreng.setPlainText("Akkoord.")
    stemmen = StemDialoog(voorstel, beeld.leden, bewaard.append, " ".join(beeld.stemregel))
    stemmen.keuzes[een].setCurrentIndex(stemmen.keuzes[een].findData(Stem.TEGEN))
    assert stemmen.telling.text() == "0 voor, 1 tegen, 0 onthoudingen."
    elders = EldersDialoog("Toegestaan.", "De Stuurgroep beslist.", bewaard.append)
    for dialoog in (punt, voorleggen, leden, lid, stemmen, elders):
        qtbot.addWidget(dialoog)
        dialoog.show()
        QApplication.processEvents()
        assert bevindingen(dialoog) == []
        dialoog.bewaar_knop.click()
    assert bewaard == [
        beeld.punten[0].invoer,
        VoorstelInvoer("Het jaarplan aannemen", "", (partij,)),
        Ledenkeuze(tuple(lid.id for lid in beeld.leden[1:]), (), ()),
        LidInvoer(aanwezigheid=Aanwezigheid.AANWEZIG, inbreng="Akkoord."),
        {een: Stem.TEGEN},
        "Toegestaan.",
    ]


def test_beheerder_kijkt_mee_zonder_knoppen_en_na_het_slot_staat_er_niets(
    qtbot: QtBot, openen: Callable[[str], Diensten], gereedschap: Gereedschap, kluismap: Path
) -> None:
    diensten = open_diensten(kluismap, REGIE)
    overleg_id = plan(diensten)
    diensten.overleggen.voeg_punt_toe(overleg_id, BestuurpuntInvoer("Jaarplan"))
    diensten.sluit()
    pagina = OverleggenPagina(openen(BEHEER), gereedschap)
    qtbot.addWidget(pagina)
    pagina.vernieuw()
    pagina.toon(BijOverleg(overleg_id))
    werkblad = pagina.werkblad
    for knop in (pagina.nieuw_knop, werkblad.punt_knop, werkblad.ledenvak.leden_knop, werkblad.begin_knop):
        assert not knop.isEnabled()
        assert "Alleen een" in knop.toolTip()
    pagina.maak_leeg()
    assert pagina.onderdeel() is None
    assert werkblad.titel.text() == werkblad.paneel.verslag.toPlainText() == ""
    assert werkblad.punten.regelmodel.regels == werkblad.leden.regelmodel.regels == ()
