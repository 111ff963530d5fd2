"""A newer profile from a file in Beheer: what is asked, what is refused, and the window comes back with new words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from proefkluis import BEHEER, MEDEWERKER, maak_casus, open_diensten
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen, NepToegang, zoek_nep

from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.beheer import BeheerPagina
from zvh_desktop.ui.pages.beheer.huisprofiel import HuisprofielDeel
from zvh_desktop.ui.pagina import PaginaInvoer
from zvh_desktop.ui.slot.sessieverloop import Sessieverloop
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.vensters import Vensters

Opener = Callable[..., Diensten]


def nieuwe_versie(huis: str = "twente", nummer: str = "2.0", oud: str = "", nieuw: str = "") -> str:
    tekst = re.sub(r'^versie = ".*"$', f'versie = "{nummer}"', laad_meegeleverd(huis).brontekst, count=1, flags=re.M)
    assert oud in tekst
    return tekst.replace(oud, nieuw) if oud else tekst


@pytest.fixture
def bestand(tmp_path: Path, meldingen: NepMeldingen) -> Path:
    """The file at which the beheerder points."""
    meldingen.pad = tmp_path / "huis.toml"
    meldingen.pad.write_text(nieuwe_versie(oud='triage = "triage"', nieuw='triage = "weging"'), encoding="utf-8")
    return meldingen.pad


@pytest.fixture
def deel(qtbot: QtBot, openen: Opener, gereedschap: Gereedschap, bestand: Path) -> HuisprofielDeel:
    return maak_deel(qtbot, openen(BEHEER), gereedschap)


def maak_deel(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> HuisprofielDeel:
    gemaakt = HuisprofielDeel(diensten, gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(700, 700)
    gemaakt.show()
    gemaakt.vernieuw()
    return gemaakt


def test_versies_staan_in_de_lijst_met_wat_nu_geldt(deel: HuisprofielDeel) -> None:
    tekst = deel.lijst.toPlainText()
    assert "Versies in deze kluis" in tekst
    assert "nu in gebruik" in tekst
    assert "0 overleggen" in tekst
    assert bevindingen(deel) == []


def test_in_gebruik_nemen_vraagt_eerst_en_zegt_wat_er_gebeurt(
    qtbot: QtBot, deel: HuisprofielDeel, meldingen: NepMeldingen
) -> None:
    with qtbot.assertNotEmitted(deel.in_gebruik_genomen):
        deel.nieuw_knop.click()
    vraag = meldingen.gesteld[-1]
    assert "versie 2.0 komt in de plaats van versie 1.0" in vraag
    assert "vergrendelt de kluis" in vraag
    assert meldingen.knoppen == ["Neem versie 2.0 in gebruik"]
    assert deel._diensten.termen.triage == "triage"
    meldingen.antwoord = True
    with qtbot.waitSignal(deel.in_gebruik_genomen):
        deel.nieuw_knop.click()
    assert deel._diensten.termen.triage == "weging"
    deel.vernieuw()
    tekst = deel.lijst.toPlainText()
    assert tekst.index("Versie 2.0") < tekst.index("Versie 1.0")
    assert tekst.count("nu in gebruik") == 1


def test_geen_bestand_gekozen_doet_niets(qtbot: QtBot, deel: HuisprofielDeel, meldingen: NepMeldingen) -> None:
    meldingen.pad = None
    with qtbot.assertNotEmitted(deel.in_gebruik_genomen):
        deel.nieuw_knop.click()
    assert meldingen.gesteld == ["Huisprofiel kiezen"]
    assert meldingen.fouten == []


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        (b"\xff\xfe", "UTF-8"),
        (b"sleutel = 3", "niet te gebruiken"),
        (nieuwe_versie("delft").encode(), "profiel van een ander huis"),
        (nieuwe_versie(nummer="1.0").encode(), "al in gebruik"),
    ],
)
def test_wat_niet_kan_wordt_gezegd_en_niet_gevraagd(
    deel: HuisprofielDeel, bestand: Path, meldingen: NepMeldingen, inhoud: bytes, woord: str
) -> None:
    meldingen.antwoord = True
    bestand.write_bytes(inhoud)
    deel.nieuw_knop.click()
    assert woord in meldingen.fouten[-1].gebeurd
    assert meldingen.knoppen == []
    assert deel._diensten.profiel.versie == "1.0"


def test_een_bestand_dat_er_niet_meer_is_wordt_gezegd(
    deel: HuisprofielDeel, bestand: Path, meldingen: NepMeldingen
) -> None:
    bestand.unlink()
    deel.nieuw_knop.click()
    assert "niet te lezen" in meldingen.fouten[-1].gebeurd


def test_wat_in_gebruik_is_en_ontbreekt_wordt_met_het_casusnummer_geweigerd(
    qtbot: QtBot, openen: Opener, gereedschap: Gereedschap, bestand: Path, meldingen: NepMeldingen
) -> None:
    diensten = openen()
    nummer = diensten.casussen.toon(maak_casus(diensten)).nummer
    aanpak = diensten.aanmeldingen.aanpakken()[0].sleutel
    bestand.write_text(nieuwe_versie(oud=f'sleutel = "{aanpak}"', nieuw='sleutel = "anders"'), encoding="utf-8")
    deel = maak_deel(qtbot, openen(BEHEER), gereedschap)
    meldingen.antwoord = True
    deel.nieuw_knop.click()
    assert nummer in meldingen.fouten[-1].gebeurd
    assert meldingen.knoppen == []
    assert deel._diensten.profiel.versie == "1.0"


def test_medewerker_ziet_de_knop_uit_en_de_lijst_wel(qtbot, openen, gereedschap, bestand: Path) -> None:
    deel = maak_deel(qtbot, openen(MEDEWERKER), gereedschap)
    assert not deel.nieuw_knop.isEnabled()
    assert "instellingen van het huis" in deel.nieuw_knop.toolTip()
    assert "Regels en artikelen" in deel.lijst.toPlainText()


# --- the whole window -----------------------------------------------------------------------------


@pytest.fixture
def verloop(qapp, gereedschap: Gereedschap) -> Iterator[Sessieverloop]:
    def bouw_paginas(diensten: Diensten, gereedschap: Gereedschap) -> list[PaginaInvoer]:
        return [PaginaInvoer("beheer", "Beheer", Icoon.BEHEER, lambda: BeheerPagina(diensten, gereedschap))]

    gemaakt = Sessieverloop(NepToegang(), lambda: Vensters(bouw_paginas, lambda _diensten: zoek_nep), gereedschap)
    yield gemaakt
    gemaakt.stop()
    if gemaakt.aanmeldvenster is not None:
        gemaakt.aanmeldvenster.deleteLater()


def test_venster_vergrendelt_en_komt_terug_met_de_nieuwe_woorden(
    qtbot: QtBot, verloop: Sessieverloop, kluismap: Path, meldingen: NepMeldingen, bestand: Path
) -> None:
    bestand.write_text(nieuwe_versie(oud='korte_naam = "ZVH Twente"', nieuw='korte_naam = "ZVH Anders"'), "utf-8")
    verloop.open_met(open_diensten(kluismap, BEHEER), kluismap)
    assert verloop.venster is not None
    verloop.venster.ga_naar("beheer", "huisprofiel")
    pagina = verloop.venster.pagina("beheer")
    assert isinstance(pagina, BeheerPagina)
    meldingen.antwoord = True
    with qtbot.waitSignal(verloop.vergrendeld):
        pagina.huisprofiel.nieuw_knop.click()
    assert verloop.venster is None
    assert verloop.aanmeldvenster is not None
    verloop.aanmeldvenster.aangemeld.emit(open_diensten(kluismap, BEHEER))
    assert verloop.venster is not None
    assert "ZVH Anders" in verloop.venster.windowTitle()
    assert verloop.venster.plaats().onderdeel == "huisprofiel"
    terug = verloop.venster.pagina("beheer")
    assert isinstance(terug, BeheerPagina)
    assert "versie 2.0" in terug.huisprofiel.lijst.toPlainText()
