"""The list above which the button stands is saved as it is shown: filter, order and columns, by mouse and by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from proefkluis import BEHEER, REGIE, maak_casus
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook
from ui_hulp import NepMeldingen

from zvh_desktop.services.beheer.logboek import LogFilter
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.partijen.csv_lezen import lees_csv_bestand
from zvh_desktop.services.partijen.inlezen import CsvUitkomst
from zvh_desktop.services.stukken.lijsten import LIJST_GEMAAKT
from zvh_desktop.services.werkplek.plekken import BijCasus
from zvh_desktop.ui.bewaren.lijstbewaren import LijstBewaren
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.beheer import BeheerPagina
from zvh_desktop.ui.pages.casus.casussen import CasussenPagina
from zvh_desktop.ui.pages.partijen.partijen import PartijenPagina
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.widgets.filtertabel import FilterTabel

Opener = Callable[..., Diensten]


def bewaarder(tabel: FilterTabel) -> LijstBewaren:
    (gevonden,) = tabel.findChildren(LijstBewaren)
    return gevonden


def rijen(pad: Path) -> Sequence[Sequence[object]]:
    return CalamineWorkbook.from_path(str(pad)).get_sheet_by_index(0).to_python()


@pytest.fixture
def casussen(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> CasussenPagina:
    for naam in ("A. Kanarie", "B. Merel", "C. Kanarie"):
        maak_casus(diensten, naam)
    pagina = CasussenPagina(diensten, gereedschap)
    qtbot.addWidget(pagina)
    pagina.resize(1024, 700)
    with qtbot.waitExposed(pagina):
        pagina.show()
    pagina.vernieuw()
    qtbot.waitUntil(lambda: pagina.casussen.model.rowCount() >= 3)
    return pagina


def test_ctrl_shift_x_bewaart_filter_volgorde_en_kolommen_van_nu(
    qtbot: QtBot, casussen: CasussenPagina, diensten: Diensten, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    tabel = casussen.casussen
    meldingen.pad = tmp_path / "mijn lijst"
    tabel.zoek_veld.setText("kanarie")
    tabel.tabel.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    tabel.zet_kolom_zichtbaar(2, False)
    tabel.naar_tabel()
    hulp = bewaarder(tabel)
    qtbot.keyClick(tabel.tabel, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(hulp.melding.isVisible)
    kop, *regels = rijen(tmp_path / "mijn lijst.xlsx")
    assert kop[:2] == ["Nummer", "Betrokkene"] and "Gemeente" not in kop and kop[-1] == "Gewijzigd op"
    assert [regel[1] for regel in regels] == ["C. Kanarie", "A. Kanarie"]
    assert all(isinstance(regel[-1], date) for regel in regels)
    assert "mijn lijst.xlsx" in hulp.melding.tekst() and hulp.knop.isEnabled()
    (gelogd,) = diensten.logboek.lees(LogFilter(wat=LIJST_GEMAAKT))
    assert gelogd.waarover == "lijst van casussen (2 casussen)"
    assert bevindingen(casussen) == []
    casussen.maak_leeg()
    assert not hulp.melding.isVisible()


def test_wie_geen_plek_kiest_maakt_niets(
    qtbot: QtBot, casussen: CasussenPagina, diensten: Diensten, meldingen: NepMeldingen
) -> None:
    meldingen.pad = None
    qtbot.mouseClick(bewaarder(casussen.casussen).knop, Qt.MouseButton.LeftButton)
    assert diensten.logboek.lees(LogFilter(wat=LIJST_GEMAAKT)) == ()


def test_wat_niet_te_schrijven_is_wordt_gezegd_en_kan_opnieuw(
    qtbot: QtBot, casussen: CasussenPagina, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    meldingen.pad = tmp_path / "bestaat niet" / "lijst.xlsx"
    hulp = bewaarder(casussen.casussen)
    qtbot.mouseClick(hulp.knop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(meldingen.fouten))
    assert "niet bewaard" in str(meldingen.fouten[-1]) and not hulp.melding.isVisible()
    assert hulp.knop.isEnabled()


def test_van_de_getoonde_partijen_ook_alle_contactpersonen(
    qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    pagina = PartijenPagina(diensten, gereedschap)
    qtbot.addWidget(pagina)
    pagina.vernieuw()
    hulp = bewaarder(pagina.tabel)
    meldingen.pad = tmp_path / "wie.xlsx"
    hulp.acties[1].trigger()
    qtbot.waitUntil(lambda: not hulp.melding.isHidden())
    kop, *regels = rijen(tmp_path / "wie.xlsx")
    assert kop == ["Partij", "Kort", "Naam", "Functie", "Mandaat", "E-mailadres", "Telefoon"]
    verwacht = [(een.naam, wie.naam) for een in diensten.partijen.lijst() for wie in een.contactpersonen]
    assert verwacht and sorted((str(een[0]), str(een[2])) for een in regels) == sorted(verwacht)
    assert {een[4] for een in regels} <= {"ja", "nee"}
    voorbeeld = diensten.partijen_csv.voorbeeld(lees_csv_bestand(tmp_path / "wie.xlsx"))
    assert {een.uitkomst for een in voorbeeld.regels} == {CsvUitkomst.GELIJK}, "what went out comes in as it was"


def test_een_lijst_die_deze_rol_niet_ziet_zegt_waarom_de_knop_uit_is(
    qtbot: QtBot, openen, gereedschap: Gereedschap
) -> None:
    pagina = CasussenPagina(openen(BEHEER), gereedschap)
    qtbot.addWidget(pagina)
    knop = bewaarder(pagina.casussen).knop
    assert not knop.isEnabled() and "Alleen" in knop.toolTip()


def test_een_lijst_bij_een_casus_noemt_die_casus_in_het_logboek(
    qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    casus = maak_casus(diensten, "A. Kanarie")
    pagina = CasussenPagina(diensten, gereedschap)
    qtbot.addWidget(pagina)
    pagina.show()
    for deel, naam in (("brieven", "brieven"), ("informatie", "informatie"), ("informatie", "verstrekkingen")):
        pagina.toon(BijCasus(casus, deel))
        (hulp,) = (een for een in pagina.findChildren(LijstBewaren) if een.knop.objectName().startswith(_KNOP[naam]))
        meldingen.pad = tmp_path / f"{naam}.xlsx"
        hulp.knop.click()
        qtbot.waitUntil(meldingen.pad.exists)
        qtbot.waitUntil(hulp.knop.isEnabled)
    nummer = diensten.casussen.toon(casus).nummer
    gelogd = [een.waarover for een in diensten.logboek.lees(LogFilter(wat=LIJST_GEMAAKT))]
    # a list without lines is about nobody
    assert gelogd == ["lijst van verstrekkingen", "lijst van informatie", "lijst van brieven (1 casus)"]
    assert len(diensten.logboek.lees(LogFilter(wat=LIJST_GEMAAKT, waarover=nummer))) == 1
    kop, *regels = rijen(tmp_path / "brieven.xlsx")
    assert kop[:2] == ["Brief", "Aan"]
    assert any("A. Kanarie" in regel for regel in regels)


_KNOP = {"brieven": "casus_brieven_", "informatie": "informatie_bewaar", "verstrekkingen": "verstrekkingen_"}


@pytest.mark.parametrize(
    ("wie", "delen"),
    [
        (BEHEER, ("accounts", "rolwijzigingen", "samenwerking", "geschillen", "convenant")),
        (REGIE, ("woordenlijst", "tekstblokken")),
    ],
)
def test_de_lijsten_van_beheer_gaan_ook_als_bestand(
    qtbot: QtBot, openen: Opener, gereedschap: Gereedschap, meldingen: NepMeldingen, tmp_path: Path,
    wie: str, delen: tuple[str, ...],
) -> None:  # fmt: skip
    diensten = openen(wie)
    pagina = BeheerPagina(diensten, gereedschap)
    qtbot.addWidget(pagina)
    pagina.show()
    for deel in delen:
        pagina.toon(deel)
        hulp = bewaarder(getattr(pagina, deel).tabel)
        meldingen.pad = tmp_path / f"{deel}.xlsx"
        hulp.knop.click()
        qtbot.waitUntil(meldingen.pad.exists)
        qtbot.waitUntil(hulp.knop.isEnabled)
        assert rijen(meldingen.pad)[0]
    for zonder in ("datalekken", "verzoeken"):
        assert getattr(pagina, zonder).tabel.findChildren(LijstBewaren) == []
