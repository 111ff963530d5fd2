"""Every page fits the screens that people have: nothing out of view, and the way on always in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest
from overlegleden import alleen_partijen
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tafelkluis import REGIE, WACHTWOORD, ProefKlok, Tafelkluis, TafelOpener, iedereen_is_er

from zvh_desktop.models.keuzes import OverlegId, PartijSoort
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer, VoorstelInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.partijen.partijen import PartijInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer
from zvh_desktop.services.werkplek.plekken import BijOverleg, BijTafel
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.omlijsting.navigatie import Navigatie
from zvh_desktop.ui.pages.partijen.partijdialoog import PartijDialoog
from zvh_desktop.ui.pages.tafel.agenda.punt_toevoegen import PuntDialoog
from zvh_desktop.ui.pages.tafel.agenda.voorbereiden import Voorbereiden
from zvh_desktop.ui.pages.tafel.stapnummers import AAN_TAFEL, UITNODIGEN, VERSLAG, VERZENDEN
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina
from zvh_desktop.ui.paginas import bouw_paginas
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.scherm import ruimte_op_scherm
from zvh_desktop.ui.toegankelijkheid import afgekapte_teksten, buiten_beeld, naamlozen, zijwaarts
from zvh_desktop.ui.widgets.stappenbalk import StappenBalk

MATEN = {
    "1366x768 op 100 %": (1366, 768),
    "1024x768 op 100 %": (1024, 768),
    "1366x768 op 125 %": (1092, 614),
    "1366x768 op 150 %": (910, 512),
    "1920x1080 op 150 %": (1280, 720),
    "960x540": (960, 540),
}
PAGINAS = ("vandaag", "casussen", "tafels", "acties", "partijen", "overleggen", "beheer")
PRIMAIR = {
    "casussen": "aanmelding_nieuw_knop",
    "tafels": "tafel_plannen_knop",
    "partijen": "partij_toevoegen_knop",
    "overleggen": "overleg_plannen_knop",
}
"""What a page is opened for, by the name of its button."""


@pytest.fixture
def venster(qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap) -> Hoofdvenster:
    diensten = regie
    gemaakt = Hoofdvenster(
        diensten.sessie,
        bouw_paginas(diensten, tafelgereedschap),
        lambda _tekst: (),
        taken=tafelgereedschap.taken,
        melder=tafelgereedschap.melder,
        instellingen=tafelgereedschap.instellingen,
        klok=tafelgereedschap.klok,
    )
    qtbot.addWidget(gemaakt)
    with qtbot.waitExposed(gemaakt):
        gemaakt.show()
    return gemaakt


def op_maat(qtbot: QtBot, venster: QWidget, maat: tuple[int, int]) -> None:
    venster.resize(*maat)
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.LayoutRequest.value))
    qtbot.waitUntil(lambda: (venster.width(), venster.height()) == maat)


def heel_in_beeld(deel: QWidget, venster: QWidget) -> bool:
    """Whether nothing it stands in cuts off any of it."""
    return bool(deel.isVisible() and deel.visibleRegion().boundingRect() == deel.rect()) and venster.rect().contains(
        QRect(deel.mapTo(venster, QPoint()), deel.size())
    )


@pytest.mark.parametrize("maat", MATEN.values(), ids=MATEN.keys())
def test_elke_bladzijde_past_op_het_scherm(qtbot: QtBot, venster: Hoofdvenster, maat: tuple[int, int]) -> None:
    for sleutel in PAGINAS:
        venster.ga_naar(sleutel)
        op_maat(qtbot, venster, maat)
        assert buiten_beeld(venster) == [], sleutel
        assert zijwaarts(venster) == [], sleutel
        assert naamlozen(venster) == [], sleutel
        assert heel_in_beeld(venster.slotknoppen.slot_knop, venster), sleutel
        assert heel_in_beeld(venster.hulp_knop, venster), sleutel
        if sleutel in PRIMAIR:
            knop = venster.pagina(sleutel).findChild(QAbstractButton, PRIMAIR[sleutel])
            assert knop is not None, sleutel
            assert not knop.isVisible() or heel_in_beeld(knop, venster), sleutel


@pytest.mark.parametrize("maat", MATEN.values(), ids=MATEN.keys())
def test_de_weg_verder_blijft_bij_elke_stap_in_beeld(
    qtbot: QtBot, venster: Hoofdvenster, tafelkluis: Tafelkluis, maat: tuple[int, int]
) -> None:
    venster.ga_naar("tafels", BijTafel(tafelkluis.overleg, 0))
    op_maat(qtbot, venster, maat)
    pagina = venster.pagina("tafels")
    assert isinstance(pagina, TafelsPagina)
    stap = pagina.findChild(Voorbereiden)
    assert stap is not None
    assert heel_in_beeld(stap.akkoord.akkoord_knop, venster)
    assert buiten_beeld(venster) == []
    assert zijwaarts(venster) == []


def gehouden(diensten: Diensten, overleg: OverlegId, *, vast: bool) -> None:
    """From the agenda to a tafel that was held, with everything that has to be filled in."""
    diensten.bevestig(WACHTWOORD)
    diensten.agenda.geef_akkoord(overleg)
    beeld = diensten.agenda.toon(overleg)
    for punt in beeld.punten:
        diensten.verslagen.start_punt(punt.id, andere_dag=True)
        if punt.casus_id is not None:
            diensten.verslagen.voeg_besluit_toe(punt.id, BesluitInvoer(beeld.besluiten[2].sleutel, "Bellen"))
    iedereen_is_er(diensten, overleg)
    if vast:
        diensten.verslagen.stel_vast(overleg)


STAPPEN = {
    "uitnodigen": (UITNODIGEN, False, ("uitnodiging_alle", "uitnodiging_verstuurd", "uitnodiging_concept")),
    "aan tafel": (AAN_TAFEL, False, ()),
    "verslag": (VERSLAG, False, ("verslag_vaststellen",)),
    "verslag dat vastligt": (VERSLAG, True, ("verslag_corrigeren",)),
    "verzenden": (VERZENDEN, True, ("verzenden_alle",)),
}
"""The steps after the agenda, with what each of them is opened for."""


@pytest.mark.parametrize("stap", STAPPEN.values(), ids=STAPPEN.keys())
def test_elke_stap_na_de_agenda_past_zonder_zijwaarts_schuiven(
    qtbot: QtBot,
    venster: Hoofdvenster,
    tafelkluis: Tafelkluis,
    klok: ProefKlok,
    regie: Diensten,
    stap: tuple[int, bool, tuple[str, ...]],
) -> None:
    nummer, vast, knoppen = stap
    klok.nu = datetime(2026, 12, 15, 8, 0, tzinfo=UTC)
    gehouden(regie, tafelkluis.overleg, vast=vast)
    venster.ga_naar("tafels", BijTafel(tafelkluis.overleg, nummer))
    pagina = venster.pagina("tafels")
    assert isinstance(pagina, TafelsPagina)
    assert pagina.onderdeel() == BijTafel(tafelkluis.overleg, nummer)
    for naam, maat in MATEN.items():
        op_maat(qtbot, venster, maat)
        assert buiten_beeld(venster) == [], naam
        assert zijwaarts(venster) == [], naam
        assert naamlozen(venster) == [], naam
        assert afgekapte_teksten(pagina.werkblad.stappenbalk) == [], naam
        for knopnaam in knoppen:
            knop = pagina.findChild(QAbstractButton, knopnaam)
            assert knop is not None, knopnaam
            assert heel_in_beeld(knop, venster), (naam, knopnaam)


def test_het_overleg_past_en_breekt_de_rij_besluitknoppen_af(
    qtbot: QtBot, venster: Hoofdvenster, regie: Diensten
) -> None:
    overleg = regie.overleggen.plan(
        OverlegInvoer(
            regie.overleggen.soorten()[0].sleutel, date(2026, 12, 15), time(13), time(15), "Zaal", "J. Oefenman"
        )
    )
    leden = [een.id for een in regie.partijen.lijst()[:3]]
    alleen_partijen(regie.werkplek, overleg, leden)
    punt = regie.overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer("Jaarplan", 30))
    regie.besluitvorming.leg_voor(punt, VoorstelInvoer("Het jaarplan vaststellen."))
    venster.ga_naar("overleggen", BijOverleg(overleg))
    for naam, maat in MATEN.items():
        op_maat(qtbot, venster, maat)
        assert buiten_beeld(venster) == [], naam
        assert zijwaarts(venster) == [], naam
        assert naamlozen(venster) == [], naam


def test_een_smal_venster_toont_links_alleen_pictogrammen_met_hun_naam(qtbot: QtBot, venster: Hoofdvenster) -> None:
    op_maat(qtbot, venster, (1366, 768))
    breed = venster.navigatie.width()
    namen = [deel.text(0) for deel in regels(venster.navigatie)]
    assert all(namen)
    op_maat(qtbot, venster, (910, 512))
    assert venster.navigatie.smal()
    assert venster.navigatie.width() < breed / 2
    for deel, naam in zip(regels(venster.navigatie), namen, strict=True):
        assert deel.text(0) == ""
        assert naam in str(deel.data(0, Qt.ItemDataRole.AccessibleTextRole))
        assert deel.toolTip(0)
    op_maat(qtbot, venster, (1366, 768))
    assert [deel.text(0) for deel in regels(venster.navigatie)] == namen
    assert venster.navigatie.width() == breed


def regels(navigatie: Navigatie) -> list[QTreeWidgetItem]:
    gevonden = [navigatie.topLevelItem(nummer) for nummer in range(navigatie.topLevelItemCount())]
    return [deel for deel in gevonden if deel is not None]


def test_wat_alleen_zijwaarts_te_bereiken_is_is_een_bevinding(qtbot: QtBot) -> None:
    blad = QWidget()
    qtbot.addWidget(blad)
    vlak = QScrollArea(blad)
    inhoud = QWidget()
    inhoud.resize(900, 900)
    knoppen = {}
    for naam, plek in (("in beeld", (10, 10)), ("omlaag", (10, 850)), ("opzij", (800, 10))):
        knoppen[naam] = QPushButton(naam, inhoud)
        knoppen[naam].setObjectName(naam)
        knoppen[naam].setGeometry(*plek, 90, 24)
    vlak.setWidget(inhoud)
    vlak.resize(400, 300)
    with qtbot.waitExposed(blad):
        blad.show()
    assert buiten_beeld(blad) == ["QPushButton opzij"]
    assert len(zijwaarts(blad)) == 1
    inhoud.resize(300, 900)
    knoppen["opzij"].move(200, 10)
    qtbot.waitUntil(lambda: zijwaarts(blad) == [])
    assert buiten_beeld(blad) == []


@pytest.fixture
def stap(qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis) -> Voorbereiden:
    gemaakt = Voorbereiden(regie, tafelgereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1100, 700)
    with qtbot.waitExposed(gemaakt):
        gemaakt.show()
    gemaakt.toon_tafel(tafelkluis.overleg)
    return gemaakt


def rustig(stap: Voorbereiden) -> None:
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.LayoutRequest.value))


def test_de_matrix_neemt_wat_haar_regels_nodig_hebben(stap: Voorbereiden) -> None:
    rustig(stap)
    regels = stap.model.rowCount()
    assert regels < 8
    rij = stap.matrix.verticalHeader().defaultSectionSize()
    assert stap.matrix.hoogte_voor(regels) <= stap.matrix.height() < stap.matrix.hoogte_voor(regels) + rij
    assert stap.paneel.height() > stap.height() // 3


def test_een_regel_meer_geeft_de_matrix_een_regel_meer(stap: Voorbereiden, tafelkluis: Tafelkluis) -> None:
    rustig(stap)
    voor = stap.matrix.height()
    stap._diensten.agenda.voeg_onderwerp_toe(tafelkluis.overleg, "Rondvraag")
    stap.vernieuw()
    rustig(stap)
    assert stap.matrix.height() - voor == stap.matrix.verticalHeader().defaultSectionSize()


def test_een_lange_agenda_laat_het_paneel_zijn_deel(stap: Voorbereiden, tafelkluis: Tafelkluis) -> None:
    for nummer in range(20):
        stap._diensten.agenda.voeg_onderwerp_toe(tafelkluis.overleg, f"Onderwerp {nummer}")
    stap.vernieuw()
    rustig(stap)
    assert stap.paneel.height() >= stap.splitser.height() * 0.3
    assert stap.matrix.verticalScrollBar().maximum() > 0


def test_waar_de_gebruiker_de_grens_legt_blijft_zij(stap: Voorbereiden, tafelkluis: Tafelkluis) -> None:
    rustig(stap)
    hoog = sum(stap.splitser.sizes())
    stap.splitser.setSizes([hoog // 2, hoog - hoog // 2])
    stap.splitser.splitterMoved.emit(hoog // 2, 1)
    eigen = stap.splitser.sizes()
    stap._diensten.agenda.voeg_onderwerp_toe(tafelkluis.overleg, "Rondvraag")
    stap.vernieuw()
    rustig(stap)
    assert stap.splitser.sizes() == eigen


def klein_scherm(monkeypatch: pytest.MonkeyPatch) -> QRect:
    vlak = QRect(0, 0, 910, 472)
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _scherm: vlak)
    return vlak


def bewaar_niet(_invoer: object) -> None:
    """These dialogs are only looked at."""


def partijdialoog(_diensten: Diensten, _kluis: Tafelkluis) -> Dialoog:
    begin = PartijInvoer("Dienst Voorbeeld", "DV", PartijSoort.CONVENANTPARTIJ, "zorg")
    return PartijDialoog("Partij wijzigen", "&Bewaar", begin, ("zorg",), bewaar_niet)


def puntdialoog(diensten: Diensten, kluis: Tafelkluis) -> Dialoog:
    return PuntDialoog(diensten.agenda.kiesbare_casussen(kluis.overleg))


def lange_dialoog(_diensten: Diensten, _kluis: Tafelkluis) -> Dialoog:
    dialoog = Invoerdialoog[object]("Een lang formulier", "&Bewaar", bewaar_niet)
    for nummer in range(14):
        veld = QLineEdit(dialoog)
        veld.setAccessibleName(f"Veld {nummer}")
        dialoog.formulier.voeg_toe(f"veld_{nummer}", f"Veld {nummer}", veld)
    return dialoog


def test_de_stappenbalk_noemt_met_weinig_ruimte_alleen_de_stap_die_open_is(qtbot: QtBot) -> None:
    blad = QWidget()
    qtbot.addWidget(blad)
    balk = StappenBalk(ouder=blad)
    balk.resize(balk.sizeHint())
    blad.resize(balk.size())
    with qtbot.waitExposed(blad):
        blad.show()
    knoppen = balk._knoppen
    assert [knop.text() for knop in knoppen] == [
        "1 Voorbereiden",
        "2 Uitnodigen",
        "3 Aan tafel",
        "4 Verslag",
        "5 Verzenden",
    ]
    balk.resize(balk.minimumSizeHint())
    balk.zet_stap(2)
    assert [knop.text() for knop in knoppen] == ["1", "2", "3 Aan tafel", "4", "5"]
    assert knoppen[0].toolTip() == "Voorbereiden"
    assert "Voorbereiden" in knoppen[0].accessibleName()


def test_het_voorbeeld_van_een_pdf_past_op_het_scherm(
    qtbot: QtBot,
    regie: Diensten,
    tafelkluis: Tafelkluis,
    tafelgereedschap: Gereedschap,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scherm = klein_scherm(monkeypatch)
    stuk = regie.documenten.maak(regie.documenten.agendastukken(tafelkluis.overleg)[0])
    venster = PdfVenster(stuk.inhoud, stuk.bestandsnaam, "Agenda", tafelgereedschap.melder)
    qtbot.addWidget(venster)
    with qtbot.waitExposed(venster):
        venster.show()
    assert venster.height() <= scherm.height()
    assert venster.width() <= scherm.width()
    assert heel_in_beeld(venster.sluit_knop, venster)
    venster.maak_leeg()


def test_de_eerste_maat_past_op_het_scherm(
    tafel_als: TafelOpener, tafelgereedschap: Gereedschap, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    scherm = klein_scherm(monkeypatch)
    diensten = tafel_als(REGIE)
    venster = Hoofdvenster(
        diensten.sessie,
        bouw_paginas(diensten, tafelgereedschap),
        lambda _tekst: (),
        taken=tafelgereedschap.taken,
        melder=tafelgereedschap.melder,
        instellingen=tafelgereedschap.instellingen,
        klok=tafelgereedschap.klok,
    )
    qtbot.addWidget(venster)
    assert venster.height() < scherm.height()  # the frame has to fit as well
    assert venster.width() <= scherm.width()


MAKERS: dict[str, Callable[[Diensten, Tafelkluis], Dialoog]] = {
    "partij": partijdialoog,
    "punt": puntdialoog,
    "veel velden": lange_dialoog,
}


@pytest.mark.parametrize("maak", MAKERS.values(), ids=MAKERS.keys())
def test_een_dialoog_past_op_het_scherm_met_zijn_knoppen_in_beeld(
    qtbot: QtBot,
    regie: Diensten,
    tafelkluis: Tafelkluis,
    monkeypatch: pytest.MonkeyPatch,
    maak: Callable[[Diensten, Tafelkluis], Dialoog],
) -> None:
    klein_scherm(monkeypatch)
    dialoog = maak(regie, tafelkluis)
    qtbot.addWidget(dialoog)
    with qtbot.waitExposed(dialoog):
        dialoog.show()
    ruimte = ruimte_op_scherm(dialoog)
    qtbot.waitUntil(lambda: dialoog.height() <= ruimte.height() and dialoog.width() <= ruimte.width())
    balk = dialoog.findChild(QDialogButtonBox)
    assert balk is not None
    for knop in balk.buttons():
        assert knop.isHidden() or heel_in_beeld(knop, dialoog), knop.text()
    assert buiten_beeld(dialoog) == []
    assert dialoog.focusWidget() is None or dialoog.focusWidget().focusPolicy() != Qt.FocusPolicy.NoFocus
