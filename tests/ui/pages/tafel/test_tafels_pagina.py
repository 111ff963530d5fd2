"""The list of overleggen and the way into the workspace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tafelkluis import MEDEWERKER, WACHTWOORD, ProefKlok, Tafelkluis, TafelOpener
from ui_hulp import NepMeldingen

from zvh_desktop.errors import NietGevonden
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel import tafels as tafels_module
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.dialogs.tafel_plannen import TafelDialoog, voorstel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.hulp import HOOFDSTUK_BIJ
from zvh_desktop.ui.pages.tafel.agenda.voorbereiden import Voorbereiden
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina
from zvh_desktop.ui.toegankelijkheid import bevindingen

Bewaar = Callable[[OverlegInvoer], object]


@pytest.fixture
def pagina(qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap) -> TafelsPagina:
    gemaakt = TafelsPagina(regie, tafelgereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1024, 700)
    gemaakt.show()
    gemaakt.vernieuw()
    gemaakt.toon(None)
    qtbot.waitExposed(gemaakt)
    return gemaakt


def test_een_lange_lijst_wordt_naast_het_venster_gelezen_en_na_het_slot_niet_getoond(
    qtbot: QtBot, pagina: TafelsPagina, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tafels_module, "LANG", 0)
    regels = pagina.tabel.model.regels
    pagina.tabel.maak_leeg()
    pagina.vernieuw()
    assert pagina.tabel.model.regels == ()
    qtbot.waitUntil(lambda: pagina.tabel.model.regels == regels)
    assert pagina.tabel.gekozen() == regels[0]
    pagina.vernieuw()
    pagina.maak_leeg()
    qtbot.waitUntil(lambda: not pagina._gereedschap.taken.bezig())
    assert pagina.tabel.model.regels == ()


def test_komende_overleggen_staan_boven_en_het_laatst_gehouden_daaronder(
    pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    invoer = regie.tafels.toon(tafelkluis.overleg).invoer
    for dag in (date(2027, 2, 9), date(2026, 12, 8)):
        regie.tafels.plan(
            OverlegInvoer(invoer.soort, dag, time(9), time(12), "Hengelo", invoer.voorzitter, invoer.notulist)
        )
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    regie.verslagen.start_punt(regie.agenda.toon(tafelkluis.overleg).punten[0].id, andere_dag=True)
    pagina.vernieuw()
    assert [regel.datum for regel in pagina.tabel.model.regels] == [
        date(2026, 12, 8),
        date(2027, 2, 9),
        date(2026, 12, 15),
    ]
    QApplication.processEvents()
    assert bevindingen(pagina) == []


def test_aan_tafel_is_alleen_het_overleg_van_vandaag_dat_open_staat(
    pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis, klok: ProefKlok
) -> None:
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    pagina.toon(BijTafel(tafelkluis.overleg, 2))
    assert not pagina.aan_tafel()
    klok.verder(dagen=14)
    assert pagina.aan_tafel()
    regie.verslagen.start_punt(regie.agenda.toon(tafelkluis.overleg).punten[0].id, andere_dag=True)
    pagina.toon(BijTafel(tafelkluis.overleg, 2))
    assert pagina.aan_tafel()
    pagina.toon(BijTafel(tafelkluis.overleg, 3))
    assert not pagina.aan_tafel()
    pagina.toon(None)
    assert not pagina.aan_tafel()


def test_voorstel_valt_op_een_werkdag_over_twee_weken_met_de_laatste_plaats(
    regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    vorige = regie.tafels.toon(tafelkluis.overleg).invoer
    gemaakt = voorstel(date(2026, 12, 5), "casustafel", vorige)
    assert gemaakt.datum == date(2026, 12, 21)
    assert (gemaakt.begin, gemaakt.einde) == (time(9), time(12))
    assert (gemaakt.plaats, gemaakt.voorzitter) == ("Enschede, zaal 2", "R. Voorbeeld")


def test_insert_plant_een_overleg_en_opent_het(
    qtbot: QtBot, pagina: TafelsPagina, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vraag(
        titel: str, knop: str, soorten: object, invoer: OverlegInvoer, bewaar: object, *_: object, ouder: object
    ) -> object:
        return bewaar(invoer)

    monkeypatch.setattr(TafelDialoog, "vraag", vraag)
    pagina.tabel.tabel.setFocus()
    with qtbot.waitSignal(pagina.ga_naar) as gegaan:
        qtbot.keyClick(pagina.tabel.tabel, Qt.Key.Key_Insert)
    assert gegaan.args[0].pagina == "tafels"
    assert len(pagina.tabel.model.regels) == 2


def test_dialoog_waarschuwt_op_een_feestdag_en_houdt_een_fout_bij_het_veld(qtbot: QtBot, regie: Diensten) -> None:
    soorten = regie.tafels.soorten()
    dialoog = TafelDialoog(
        "Overleg plannen",
        "Pl&an dit overleg",
        soorten,
        OverlegInvoer(soorten[0].sleutel, date(2026, 12, 25), time(9), time(12)),
        regie.tafels.plan,
        regie.tafels.feestdag,
    )
    qtbot.addWidget(dialoog)
    dialoog.show()
    assert "feestdag" in dialoog.dag_melding.tekst()
    dialoog.bewaar_knop.click()
    assert dialoog.isVisible()
    assert dialoog.formulier.regel("plaats").fout() == "Vul in waar het overleg is."
    dialoog.datum.zet_datum(date(2026, 12, 28))
    assert dialoog.dag_melding.tekst() == ""
    QApplication.processEvents()
    assert bevindingen(dialoog) == []
    dialoog.plaats.setText("Hengelo")
    dialoog.bewaar_knop.click()
    assert not dialoog.isVisible()
    assert dialoog.uitkomst() is not None


def test_een_andere_datum_zegt_wie_de_plaats_verliest(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, meldingen: NepMeldingen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vraag(
        titel: str, knop: str, soorten: object, invoer: OverlegInvoer, bewaar: object, *_: object, ouder: object
    ) -> object:
        return bewaar(OverlegInvoer(invoer.soort, date(2027, 7, 1), invoer.begin, invoer.einde, invoer.plaats))

    monkeypatch.setattr(TafelDialoog, "vraag", vraag)
    pagina.tabel.naar_tabel()
    qtbot.keyClick(pagina.tabel.tabel, Qt.Key.Key_F2)
    assert "Politie" in meldingen.berichten[0]
    assert "2026-0001" in meldingen.berichten[0]


def test_delete_haalt_alleen_een_concept_weg(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis, meldingen: NepMeldingen
) -> None:
    regie.agenda.vraag_akkoord(tafelkluis.overleg)
    pagina.vernieuw()
    pagina.tabel.naar_tabel()
    qtbot.keyClick(pagina.tabel.tabel, Qt.Key.Key_Delete)
    assert len(regie.tafels.lijst()) == 1
    assert not pagina.weg_knop.isEnabled()
    regie.agenda.terug_naar_concept(tafelkluis.overleg)
    pagina.vernieuw()
    meldingen.antwoord = True
    qtbot.keyClick(pagina.tabel.tabel, Qt.Key.Key_Delete)
    assert meldingen.knoppen == ["Verwijder dit overleg"]
    assert regie.tafels.lijst() == ()


def test_het_werkblad_opent_bij_de_stap_die_aan_de_beurt_is(
    pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis, klok: ProefKlok
) -> None:
    pagina.toon(BijTafel(tafelkluis.overleg))
    assert pagina.onderdeel() == BijTafel(tafelkluis.overleg, 0)
    assert not pagina.werkblad.stappenbalk.findChild(type(pagina.werkblad.terug_knop), "stap_3").isEnabled()
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    pagina.toon(BijTafel(tafelkluis.overleg))
    assert pagina.werkblad.stap() == 1
    klok.verder(dagen=14)
    pagina.toon(BijTafel(tafelkluis.overleg))
    assert pagina.werkblad.stap() == 2
    regie.verslagen.start_punt(regie.agenda.toon(tafelkluis.overleg).punten[0].id, andere_dag=True)
    pagina.toon(BijTafel(tafelkluis.overleg))
    assert pagina.werkblad.stap() == 3


def test_alt_pijl_bewaart_en_gaat_naar_de_volgende_stap(
    qtbot: QtBot, pagina: TafelsPagina, regie: Diensten, tafelkluis: Tafelkluis
) -> None:
    pagina.toon(BijTafel(tafelkluis.overleg))
    stap = pagina.werkblad.stap_widget(0)
    assert isinstance(stap, Voorbereiden)
    stap.matrix.ga_naar_plek(stap.model.punt(1).id, tafelkluis.partijen["OM"])
    stap.paneel.doel.setPlainText("Getypt en doorgelopen")
    qtbot.keyClick(pagina, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert pagina.werkblad.stap() == 1
    assert regie.agenda.toon(tafelkluis.overleg).punten[1].doel == "Getypt en doorgelopen"
    assert HOOFDSTUK_BIJ[f"tafels/{pagina.hulpplek()}"] == "uitnodigen"


def test_een_verdwenen_overleg_geeft_de_lijst_terug(pagina: TafelsPagina) -> None:
    with pytest.raises(NietGevonden):
        pagina.toon(BijTafel(999))
    assert pagina.onderdeel() is None


def test_vergrendelen_laat_geen_titel_of_regel_achter(pagina: TafelsPagina, tafelkluis: Tafelkluis) -> None:
    pagina.toon(BijTafel(tafelkluis.overleg, 0))
    pagina.maak_leeg()
    assert pagina.tabel.model.rowCount() == 0
    assert pagina.werkblad.titel.text() == ""
    assert pagina.onderdeel() is None


def test_medewerker_mag_plannen(qtbot: QtBot, tafel_als: TafelOpener, tafelgereedschap: Gereedschap) -> None:
    pagina = TafelsPagina(tafel_als(MEDEWERKER), tafelgereedschap)
    qtbot.addWidget(pagina)
    assert pagina.nieuw_knop.isEnabled()


def test_een_half_getypte_datum_is_geen_fout_van_het_programma(qtbot: QtBot) -> None:
    dag = date(2026, 12, 15)

    def feestdag(op: date) -> str:
        return "Nieuwjaar" if op == date(2027, 1, 1) else ""

    dialoog = TafelDialoog("Overleg plannen", "Plan", [], OverlegInvoer("", dag, time(9), time(12)), str, feestdag)
    qtbot.addWidget(dialoog)
    dialoog.datum.selectAll()
    qtbot.keyClicks(dialoog.datum, "1-1-2027")
    assert "Nieuwjaar" in dialoog.dag_melding.tekst()
    qtbot.keyClicks(dialoog.datum, "-")
    assert dialoog.dag_melding.tekst() == ""
