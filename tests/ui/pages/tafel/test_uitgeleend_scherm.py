"""What is uitgeleend can be read on every screen of it; each act waits, and says who has it before it is tried."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tafelkluis import REGIE, WACHTWOORD, Tafelkluis

from zvh_desktop.models.keuzes import ActieStatus, OordeelUitkomst
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.koffer.gegevens import KofferVraag
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.acties.actielijst import ActieLijst
from zvh_desktop.ui.pages.casus.blad import CasusBlad
from zvh_desktop.ui.pages.casus.oordelen import OordelenPaneel
from zvh_desktop.ui.pages.tafel.stukken.uitnodigen import Uitnodigen
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina

_VELDEN = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
_BEKIJKEN = frozenset(
    {
        *("verzenden_afdrukken", "verzenden_word", "verslag_word_knop"),
        *("regel_knop", "weg_knop", "aandacht_meer", "qt_tableview_cornerbutton", "ScrollRightButton"),
        *("agenda_alle_partijen", "agenda_voorbeeld", "aan_tafel_groot", "aan_tafel_volgende", "aan_tafel_vorige"),
        *("zaal_scherm", "verzenden_alle", "afschaling_pdf_knop", "casus_terug_knop", "oordelen_zoek"),
    }
)
"""Reading, going elsewhere and making a document."""
_POST = frozenset(
    {
        *("brief_maak_knop", "casus_jzv_knop", "verstrekking_nieuw_knop", "lege_staat_knop"),
        *("vooroverleg_aanmelder_knop", "vooroverleg_betrokkene_knop", "vooroverleg_gemeente_knop"),
    }
)
"""What is said to others, and what others were told."""
_SLUIT = frozenset(
    {"oordeel_intrekken_knop", "oordeel_niet_knop", "oordeel_alle_knop", "oordeel_wis_knop", "oordeel_geldig_tot"}
)
"""What closes the gate never waits for a koffer."""
_LIJST = (
    "_filter_knop",
    "_kolom_knop",
    "_zoek_veld",
    "_bewaar_knop",
    "_opslaan_knop",
    "_afdruk_knop",
    "_weergave_knop",
)


@pytest.fixture
def uit(regie: Diensten, tafelkluis: Tafelkluis, tmp_path: Path) -> Tafelkluis:
    """The tafel is out; its first point was begun in the office."""
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    regie.verslagen.start_punt(regie.agenda.toon(tafelkluis.overleg).punten[0].id, andere_dag=True)
    terug = regie.tafels.toon(tafelkluis.overleg).invoer.datum + timedelta(days=3)
    regie.koffers.uit.geef_uit(KofferVraag(tafelkluis.overleg, REGIE, terug), tmp_path / "proef.koffer")
    return tafelkluis


@pytest.fixture
def zin(uit: Tafelkluis, regie: Diensten) -> str:
    """The one sentence: who has it, and until when."""
    gezegd = regie.tafels.toon(uit.overleg).uitgeleend
    assert "Regie Voorbeeld heeft het" in gezegd
    assert regie.casussen.toon(uit.casussen[0]).uitgeleend == gezegd
    return gezegd


def te_doen(waar: QWidget) -> Iterator[str]:
    """Every button that can be pressed and every field that can be changed here, by name."""
    for knop in waar.findChildren(QAbstractButton):
        if knop.isVisibleTo(waar) and knop.isEnabled():
            yield knop.objectName() or knop.text()
    for soort in _VELDEN:
        for veld in waar.findChildren(soort):
            vast = isinstance(veld, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox) and veld.isReadOnly()
            if veld.isVisibleTo(waar) and veld.isEnabled() and not vast:
                yield veld.objectName()


def daden(waar: QWidget) -> set[str]:
    """What of that is neither reading nor post."""
    return {naam for naam in te_doen(waar) if naam not in _BEKIJKEN | _POST and not naam.endswith(_LIJST)}


def uitleg(knop: QAbstractButton) -> str:
    return knop.toolTip().replace("\n", " ")


@pytest.mark.parametrize("stap", [0, 2, 3, 4])
def test_op_geen_stap_van_de_tafel_is_iets_te_wijzigen(
    qtbot: QtBot, uit: Tafelkluis, regie: Diensten, tafelgereedschap: Gereedschap, stap: int
) -> None:
    """The step of the uitnodigingen is post alone: answers come in while the tafel is out."""
    pagina = TafelsPagina(regie, tafelgereedschap)
    qtbot.addWidget(pagina)
    pagina.vernieuw()
    pagina.toon(BijTafel(uit.overleg, stap))
    widget = pagina.werkblad.stap_widget(stap)
    assert widget is not None
    assert daden(widget) == set()


def test_starten_wijzigen_en_vaststellen_zeggen_wie_het_heeft(
    qtbot: QtBot, uit: Tafelkluis, regie: Diensten, tafelgereedschap: Gereedschap, zin: str
) -> None:
    pagina = TafelsPagina(regie, tafelgereedschap)
    qtbot.addWidget(pagina)
    pagina.vernieuw()
    pagina.tabel.kies(0)
    assert not pagina.wijzig_knop.isEnabled()
    assert uitleg(pagina.wijzig_knop) == zin
    pagina.toon(BijTafel(uit.overleg, 2))
    aan_tafel = pagina.werkblad.stap_widget(2)
    assert aan_tafel is not None
    aan_tafel.ga_naar_punt(regie.agenda.toon(uit.overleg).punten[1].id)  # type: ignore[attr-defined]
    knoppen = [
        aan_tafel.wisseling.start_knop,  # type: ignore[attr-defined]
        pagina.werkblad.wijzig_knop,
        pagina.werkblad.afgelast_knop,
    ]
    pagina.toon(BijTafel(uit.overleg, 0))
    pagina.toon(BijTafel(uit.overleg, 3))
    knoppen += pagina.werkblad.findChildren(QAbstractButton, "verslag_vaststellen")
    knoppen += pagina.werkblad.findChildren(QAbstractButton, "agenda_terug")
    assert len(knoppen) == 5
    for knop in knoppen:
        assert (knop.isEnabled(), uitleg(knop)) == (False, zin), knop.objectName()


def test_bij_de_casus_kan_alleen_wat_de_poort_sluit_en_wat_per_post_gaat(
    qtbot: QtBot, uit: Tafelkluis, regie: Diensten, tafelgereedschap: Gereedschap, zin: str
) -> None:
    blad = CasusBlad(regie, tafelgereedschap)
    qtbot.addWidget(blad)
    blad.toon_casus(uit.casussen[0])
    for sleutel, (_, deel) in blad.delen.items():
        blad.open_deel(sleutel)
        assert daden(deel) - {"Kalender"} == (_SLUIT if sleutel == "oordelen" else set()), sleutel
    assert daden(blad.kop) | daden(blad.einde) == set()
    for knop in (blad.kop.fase_knop, blad.kop.agenda_knop, blad.kop.regie_knop):
        assert uitleg(knop) == zin
    oordelen = blad.delen["oordelen"][1]
    assert isinstance(oordelen, OordelenPaneel)
    assert uitleg(oordelen.knoppen[OordeelUitkomst.RECHTMATIG]) == zin


def test_de_eerste_uitnodiging_wacht_op_de_koffer(
    qtbot: QtBot, regie: Diensten, tafelkluis: Tafelkluis, tafelgereedschap: Gereedschap, tmp_path: Path
) -> None:
    """It makes the tafel a sent one, and that waits; once one was sent, the rest is post."""
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    pagina = TafelsPagina(regie, tafelgereedschap)
    qtbot.addWidget(pagina)
    pagina.vernieuw()
    pagina.toon(BijTafel(tafelkluis.overleg, 1))
    terug = regie.tafels.toon(tafelkluis.overleg).invoer.datum + timedelta(days=3)
    regie.koffers.uit.geef_uit(KofferVraag(tafelkluis.overleg, REGIE, terug), tmp_path / "proef.koffer")
    pagina.toon(BijTafel(tafelkluis.overleg, 1))
    pagina.werkblad.stap_widget(1).vernieuw()
    stap = pagina.werkblad.stap_widget(1)
    assert isinstance(stap, Uitnodigen)
    stap.tabel.selectRow(0)
    assert not stap.verstuurd_knop.isEnabled()
    assert uitleg(stap.verstuurd_knop) == regie.tafels.toon(tafelkluis.overleg).uitgeleend != ""


def test_in_de_lijst_van_acties_wacht_alleen_wat_uitgeleend_is(
    qtbot: QtBot, regie: Diensten, tafelkluis: Tafelkluis, tafelgereedschap: Gereedschap, request: pytest.FixtureRequest
) -> None:
    mee, thuis = tafelkluis.casussen[0], tafelkluis.casussen[2]
    regie.bevestig(WACHTWOORD)
    for casus in (mee, thuis):
        invoer = OordeelInvoer(tafelkluis.partijen["RN"], OordeelUitkomst.RECHTMATIG, "eigen taak", "")
        regie.oordelen.geef(casus, [invoer])
        regie.acties.voeg_toe_bij_casus(casus, ActieInvoer("Bellen", tafelkluis.partijen["RN"]))
    zin = request.getfixturevalue("zin")
    lijst = ActieLijst("acties", regie, tafelgereedschap)
    qtbot.addWidget(lijst)
    lijst.zet_regels(regie.acties.lijst())
    for regel in lijst.tabel.model.regels:
        lijst.kies(regel.id)
        kan = regel.casus_id != mee
        assert lijst.nieuw_knop.isEnabled()
        for knop in (lijst.wijzig_knop, lijst.gereed_knop, lijst.stand_knop):
            assert knop.isEnabled() is kan
            assert (uitleg(knop) == zin) is not kan
    lijst.kies(next(regel.id for regel in lijst.tabel.model.regels if regel.casus_id != mee))
    lijst.tabel.tabel.selectAll()
    lijst.zet_stand(ActieStatus.GEREED)
    assert lijst.meldregel.tekst() == zin
    assert {regel.status for regel in regie.acties.lijst()} == {ActieStatus.OPEN}, "geen van beide"


def test_terug_is_alles_weer_te_wijzigen(
    qtbot: QtBot, uit: Tafelkluis, regie: Diensten, tafelgereedschap: Gereedschap
) -> None:
    koffer = regie.koffers.uit.van_overleg(uit.overleg)[0]
    regie.koffers.uit.trek_in(koffer.id, "kwijt")
    assert regie.tafels.toon(uit.overleg).uitgeleend == ""
    blad = CasusBlad(regie, tafelgereedschap)
    qtbot.addWidget(blad)
    blad.toon_casus(uit.casussen[0])
    blad.open_deel("betrokkenen")
    assert daden(blad.delen["betrokkenen"][1])
    assert blad.kop.regie_knop.isEnabled()
