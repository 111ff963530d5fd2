"""Wherever the window asks for something it offers the rule of this house behind it, in two houses and by keyboard."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from overlegleden import alleen_partijen, wijzig_lid
from proefkluis import NU, REGIE, WACHTWOORD, maak_aanmelding, maak_casus, maak_sjabloon, open_diensten, tijdstip
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from zvh_desktop.models.keuzes import Aanwezigheid, AgendapuntId, CasusId, OordeelUitkomst, OverlegId, Regel
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer, LidInvoer, VoorstelInvoer
from zvh_desktop.services.casus.aanmelding_gegevens import CriteriumInvoer
from zvh_desktop.services.casus.plannen import DoelInvoer, PlanInvoer, RolInvoer
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.regelboek.uitleg import uitleg
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.bestuur.puntpaneel import PuntPaneel
from zvh_desktop.ui.pages.casus.aanmelding.beoordeling import Beoordeling
from zvh_desktop.ui.pages.casus.afschaling import AfschalingPaneel
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.pages.casus.oordelen import OordelenPaneel
from zvh_desktop.ui.pages.casus.plan.plan import PlanPaneel
from zvh_desktop.ui.pages.casus.triage import TriagePaneel
from zvh_desktop.ui.pages.tafel.aan_tafel.aan_tafel import AanTafel
from zvh_desktop.ui.pages.tafel.agenda.punt_toevoegen import PuntDialoog
from zvh_desktop.ui.pages.tafel.agenda.voorbereiden import Voorbereiden
from zvh_desktop.ui.pages.tafel.stap import TafelStap
from zvh_desktop.ui.pages.tafel.stukken.uitnodigen import Uitnodigen
from zvh_desktop.ui.pages.tafel.verslag.verslag import Verslag
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.widgets.regelknop import Regelknop

HUIZEN = ("haaglanden", "delft")


@pytest.fixture(scope="module")
def sjablonen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    gemaakt = {}
    with pytest.MonkeyPatch.context() as omgeving:
        for huis in HUIZEN:
            gemaakt[huis] = tmp_path_factory.mktemp(huis) / "oefen.kluis"
            omgeving.setenv("ZVH_GEBRUIKERSMAP", str(gemaakt[huis].parent / "gebruiker"))
            maak_sjabloon(gemaakt[huis], huis)
    return gemaakt


@pytest.fixture(params=HUIZEN)
def diensten(request: pytest.FixtureRequest, sjablonen: dict[str, Path], tmp_path: Path) -> Iterator[Diensten]:
    geopend = open_diensten(shutil.copytree(sjablonen[request.param], tmp_path / "huis.kluis"), REGIE)
    yield geopend
    geopend.sluit()


@pytest.fixture
def gereedschap(gereedschap: Gereedschap) -> Gereedschap:
    """The tools of a page, with the clock of the vault."""
    return dataclasses.replace(gereedschap, klok=tijdstip)


def toon(qtbot: QtBot, deel: QWidget) -> None:
    qtbot.addWidget(deel)
    deel.resize(1180, 1900)  # in the window these parts stand in a scroll area and have all the room they need
    with qtbot.waitExposed(deel):
        deel.show()


def leest(qtbot: QtBot, deel: QWidget, diensten: Diensten, *regels: Regel, eigen: int = 0) -> None:
    """Each of these rules is offered once, under a name with its article, and Space shows what this house says.

    ``eigen`` counts what the application asks by itself: without an article, and with an explanation that says so.
    """
    qtbot.waitUntil(lambda: bevindingen(deel) == [])
    knoppen = [knop for knop in deel.findChildren(Regelknop) if knop.isVisibleTo(deel)]
    verwacht = [uitleg(regel, diensten.profiel) for regel in regels]
    namen = [f"Wat zegt de regel? ({een.artikel})" for een in verwacht] + ["Wat zegt de regel?"] * eigen
    assert sorted(knop.accessibleName() for knop in knoppen) == sorted(namen)
    for knop in knoppen:
        assert knop.focusPolicy() & Qt.FocusPolicy.TabFocus
        qtbot.keyClick(knop, Qt.Key.Key_Space)
    teksten = {label.text() for label in deel.findChildren(QLabel) if label.isVisibleTo(deel)}
    assert {f"De regel ({een.artikel}): {een.zin}" for een in verwacht} <= teksten
    assert sum(tekst.startswith("De regel: Dit staat niet in het convenant.") for tekst in teksten) == eigen
    qtbot.waitUntil(lambda: bevindingen(deel) == [])


def onderdeel(
    qtbot: QtBot, soort: type[CasusOnderdeel], diensten: Diensten, gereedschap: Gereedschap, casus: CasusId
) -> CasusOnderdeel:
    paneel = soort(diensten, gereedschap)
    paneel.toon_casus(diensten.casussen.toon(casus))
    toon(qtbot, paneel)
    return paneel


def test_aanmelding_die_niet_compleet_is(qtbot: QtBot, diensten: Diensten) -> None:
    beoordeling = Beoordeling(diensten)
    toon(qtbot, beoordeling)
    beoordeling.toon(diensten.aanmeldingen.toon(diensten.aanmeldingen.nieuw()))
    assert "Beschrijf de zorgelijke situatie." in beoordeling.nodig.zinnen()
    leest(qtbot, beoordeling, diensten, Regel.BEOORDELING_AANMELDING)


def test_aanmelding_die_niet_aan_de_criteria_voldoet(qtbot: QtBot, diensten: Diensten) -> None:
    aanmelding = maak_aanmelding(diensten)
    dienst = diensten.aanmeldingen
    nee = tuple(CriteriumInvoer(c.sleutel, False, "Verzonnen motivering.") for c in dienst.criteria())
    beeld = dienst.bewaar(aanmelding, dataclasses.replace(dienst.toon(aanmelding).invoer, criteria=nee))
    beoordeling = Beoordeling(diensten)
    toon(qtbot, beoordeling)
    beoordeling.toon(beeld)
    if not nee:
        assert beoordeling.accepteer_knop.isEnabled()
        return
    assert not beoordeling.accepteer_knop.isEnabled()
    leest(qtbot, beoordeling, diensten, Regel.CRITERIA_COMPLEXE_CASUISTIEK)


def test_triage_die_nog_niet_af_is(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> None:
    casus = maak_casus(diensten, na_triage=False)
    route = diensten.triage.toon(casus).routes[0].sleutel
    diensten.triage.bewaar(casus, TriageInvoer(routering=route))
    paneel = onderdeel(qtbot, TriagePaneel, diensten, gereedschap, casus)
    assert isinstance(paneel, TriagePaneel)
    assert len(paneel.nodig.zinnen()) == 2
    leest(qtbot, paneel, diensten, Regel.TRIAGE_RELEVANTE_PARTIJEN)
    paneel.doel.setPlainText("Richting bepalen")
    paneel.bewaar_nu()
    assert len(paneel.nodig.zinnen()) == 1


def test_plan_dat_nog_leeg_is(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> None:
    casus = maak_casus(diensten)
    diensten.plannen.begin(casus)
    paneel = onderdeel(qtbot, PlanPaneel, diensten, gereedschap, casus)
    # that there is a goal, and who informs the betrokkene, neither of these two convenanten asks
    leest(qtbot, paneel, diensten, Regel.ROL_EN_INFORMATIEBEHOEFTE, Regel.AFSCHALING_CRITERIA, eigen=2)


def test_afschaling_noemt_wie_besluit_en_de_criteria(
    qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap
) -> None:
    paneel = onderdeel(qtbot, AfschalingPaneel, diensten, gereedschap, maak_casus(diensten))
    leest(qtbot, paneel, diensten, Regel.AFSCHALING_BESLUIT, Regel.AFSCHALING_CRITERIA)


def test_oordelen_zeggen_waarom_ze_er_zijn(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> None:
    paneel = onderdeel(qtbot, OordelenPaneel, diensten, gereedschap, maak_casus(diensten))
    leest(qtbot, paneel, diensten, Regel.ALLEEN_RECHTMATIGE_PARTIJEN)


def test_partij_in_het_plan_die_niet_meer_mag(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> None:
    casus, partij = maak_casus(diensten), diensten.partijen.lijst()[0]
    diensten.bevestig(WACHTWOORD)
    diensten.oordelen.geef(casus, (OordeelInvoer(partij.id, OordeelUitkomst.RECHTMATIG, "Eigen taak"),))
    diensten.plannen.bewaar(
        diensten.plannen.begin(casus),
        PlanInvoer(
            (DoelInvoer("", "Rust"),),
            (RolInvoer(partij.id, "Begeleidt", "Alles"),),
            informeert_betrokkene="De begeleider",
            afschalingscriteria="Een half jaar rust",
        ),
    )
    diensten.oordelen.geef(casus, (OordeelInvoer(partij.id, OordeelUitkomst.INGETROKKEN, motivering="De taak is weg"),))
    paneel = onderdeel(qtbot, PlanPaneel, diensten, gereedschap, casus)
    leest(qtbot, paneel, diensten, Regel.ALLEEN_RECHTMATIGE_PARTIJEN)


def test_casus_die_nog_niet_op_de_agenda_kan(qtbot: QtBot, diensten: Diensten) -> None:
    maak_casus(diensten, na_triage=False)
    soort = diensten.tafels.soorten()[0].sleutel
    overleg = diensten.tafels.plan(OverlegInvoer(soort, date(2026, 12, 15), time(9), time(12), "Zaal Voorbeeld"))
    dialoog = PuntDialoog(diensten.agenda.kiesbare_casussen(overleg))
    toon(qtbot, dialoog)
    leest(qtbot, dialoog, diensten, Regel.GEEN_VERSTREKKING_VOOR_OVERLEG)


# --- at the tafel -----------------------------------------------------------------------------------------


@pytest.fixture
def tafel(diensten: Diensten) -> tuple[OverlegId, AgendapuntId]:
    """A casus on the agenda with one partij, of which nothing is asked and whose contact has no mandaat."""
    casus = maak_casus(diensten)
    partij = next(p for p in diensten.partijen.lijst() if not diensten.partijen.toon(p.id).contactpersonen)
    diensten.partijen.voeg_contact_toe(partij.id, ContactpersoonInvoer("J. Oefenman", email="j@voorbeeld.invalid"))
    diensten.bevestig(WACHTWOORD)
    diensten.oordelen.geef(casus, (OordeelInvoer(partij.id, OordeelUitkomst.RECHTMATIG, "Eigen taak"),))
    soort = diensten.tafels.soorten()[0].sleutel
    overleg = diensten.tafels.plan(OverlegInvoer(soort, date(2026, 12, 15), time(9), time(12), "Zaal Voorbeeld"))
    punt = diensten.agenda.voeg_casus_toe(overleg, casus)
    diensten.agenda.zet_deelname(punt, partij.id, aan=True)
    return overleg, punt


def stap(
    qtbot: QtBot, soort: type[TafelStap], diensten: Diensten, gereedschap: Gereedschap, overleg: OverlegId
) -> TafelStap:
    gemaakt = soort(diensten, gereedschap)
    toon(qtbot, gemaakt)
    gemaakt.toon_tafel(overleg)
    return gemaakt


def geef_akkoord(diensten: Diensten, overleg: OverlegId, punt: AgendapuntId) -> None:
    besluit = diensten.agenda.toon(overleg).besluiten[0].sleutel
    diensten.agenda.wijzig_punt(punt, PuntInvoer(20, "", "Een doel.", besluit, "Wonen"))
    diensten.agenda.geef_akkoord(overleg)


def test_agenda_zonder_doel_en_zonder_bijdrage(
    qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, tafel: tuple[OverlegId, AgendapuntId]
) -> None:
    overleg, punt = tafel
    diensten.agenda.wijzig_punt(punt, PuntInvoer(20, "", "", "", ""))
    voorbereiden = stap(qtbot, Voorbereiden, diensten, gereedschap, overleg)
    assert isinstance(voorbereiden, Voorbereiden)
    voorbereiden.totaal.aandacht.meer_knop.click()
    leest(qtbot, voorbereiden.totaal.aandacht, diensten, Regel.DOEL_BESLUIT_THEMAS_VOORAF, Regel.GEVRAAGDE_BIJDRAGE)


def test_uitnodiging_aan_wie_geen_mandaat_heeft(
    qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, tafel: tuple[OverlegId, AgendapuntId]
) -> None:
    geef_akkoord(diensten, *tafel)
    diensten.uitnodigingen.bereid_voor(tafel[0])
    uitnodigen = stap(qtbot, Uitnodigen, diensten, gereedschap, tafel[0])
    assert isinstance(uitnodigen, Uitnodigen)
    leest(qtbot, uitnodigen.details.let_op, diensten, Regel.AFGEVAARDIGDE_MANDAAT)


def test_geheimhouding_aan_tafel_en_in_het_verslag(
    qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, tafel: tuple[OverlegId, AgendapuntId]
) -> None:
    overleg, punt = tafel
    geef_akkoord(diensten, overleg, punt)
    aan_tafel = stap(qtbot, AanTafel, diensten, gereedschap, overleg)
    assert isinstance(aan_tafel, AanTafel)
    leest(qtbot, aan_tafel.wisseling, diensten, Regel.GEHEIMHOUDING)
    diensten.verslagen.start_punt(punt, andere_dag=True)
    verslag = stap(qtbot, Verslag, diensten, gereedschap, overleg)
    assert isinstance(verslag, Verslag)
    verslag.aandacht.meer_knop.setChecked(True)
    leest(qtbot, verslag.aandacht, diensten, Regel.GEHEIMHOUDING)


def test_voorstel_dat_wacht_op_wie_er_niet_is(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> None:
    dienst = diensten.overleggen
    overleg = dienst.plan(OverlegInvoer(dienst.soorten()[0].sleutel, NU.date(), time(13), time(15), "Zaal Voorbeeld"))
    leden = [partij.id for partij in diensten.partijen.lijst()[:3]]
    alleen_partijen(diensten.werkplek, overleg, leden)
    for partij in leden:
        wie = Aanwezigheid.AFGEMELD if partij == leden[0] else Aanwezigheid.AANWEZIG
        wijzig_lid(diensten.werkplek, overleg, partij, LidInvoer(aanwezigheid=wie))
    punt = dienst.voeg_punt_toe(overleg, BestuurpuntInvoer("Jaarplan"))
    diensten.besluitvorming.leg_voor(punt, VoorstelInvoer("Aannemen", raakt=(leden[0],)))
    dienst.houd(overleg)
    paneel = PuntPaneel(diensten, gereedschap)
    toon(qtbot, paneel)
    beeld = dienst.toon(overleg)
    paneel.toon_punt(beeld, next(een for een in beeld.punten if een.id == punt))
    assert not paneel.eens_knop.isEnabled()
    leest(qtbot, paneel, diensten, Regel.AFWEZIGE_VOORAF_GEHOORD)
