"""The window of a house with & and < in its name and in every word: each page and dialog opens, and says it whole.

The walk is that of scripts/screenshots.py, which knows every screen; instead of a picture the texts are looked at.
"""

from __future__ import annotations

import importlib.util
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import pytest
from huis_lezen import ZESDE_HUIS
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tekens import misgelezen_tekens

from zvh_desktop.app import Toepassing, bouw
from zvh_desktop.models.huisprofiel import Termen
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.profiel_lezen import lees_profiel
from zvh_desktop.services.oefenkluis import maak_oefenkluis
from zvh_desktop.services.toegang import ToegangDienst

ROOT = Path(__file__).parents[2]
NAMEN_VAN_OVERLEGGEN = (
    "operationeel_overleg",
    "operationeel_overleg_meervoud",
    "tactisch_overleg",
    "strategisch_overleg",
    "het",
)


def met_tekens_in_elk_woord(tekst: str) -> str:
    """The sixth house, in which also the shortest of its words has an & and a <."""
    begin, kop, rest = tekst.partition("[termen]\n")
    blok, volgende, einde = rest.partition("[[overlegsoorten]]")
    for veld in fields(Termen):
        if veld.name not in NAMEN_VAN_OVERLEGGEN:
            blok = re.sub(rf'^({veld.name} = "[^"]*)"$', r'\1 & <b>"', blok, flags=re.MULTILINE)
    return begin + kop + blok + volgende + einde


def namen(profieltekst: str) -> list[str]:
    """Everything that the profile says."""

    def waarden(deel: object) -> Iterator[str]:
        if isinstance(deel, str):
            yield deel
        for onder in deel.values() if isinstance(deel, dict) else deel if isinstance(deel, list) else ():
            yield from waarden(onder)

    return list(waarden(tomllib.loads(profieltekst)))


@pytest.fixture(scope="module")
def wandeling() -> ModuleType:
    """scripts/screenshots.py."""
    plek = importlib.util.spec_from_file_location("screenshots", ROOT / "scripts" / "screenshots.py")
    assert plek is not None
    assert plek.loader is not None
    module = importlib.util.module_from_spec(plek)
    sys.modules["screenshots"] = module
    plek.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def profieltekst() -> str:
    tekst = met_tekens_in_elk_woord(ZESDE_HUIS.read_text(encoding="utf-8"))
    termen = lees_profiel(tekst, "oost.toml").termen
    assert termen.casus == "kwestie & <b>"
    return tekst


@pytest.fixture(scope="module")
def oefenkluis(profieltekst: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read by one role after the other."""
    map_ = tmp_path_factory.mktemp("oost")
    (map_ / "oost.toml").write_text(profieltekst, encoding="utf-8")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(map_ / "gebruiker"))
        maak_oefenkluis(map_ / "oost.kluis", map_ / "oost.toml", lambda *_: None)
    return map_ / "oost.kluis"


@pytest.fixture
def toepassing(qapp: QApplication) -> Iterator[Toepassing]:
    gebouwd = bouw(qapp)
    yield gebouwd
    gebouwd.verloop.stop()
    gebouwd.gereedschap.taken.stop_alles()
    for venster in QApplication.topLevelWidgets():
        venster.close()
        venster.deleteLater()


def kijker(wandeling: ModuleType, qtbot: QtBot, namen_: list[str]) -> object:
    """A camera of the script that reads what is on the screen."""

    class Kijker(wandeling.Camera):  # type: ignore[misc, name-defined]
        def settle(self) -> None:
            qtbot.wait(40)

        def take(self, name: str, widget: QWidget) -> None:
            self.settle()
            self.made += 1
            self.findings += [f"{name}: {regel}" for regel in misgelezen_tekens(widget, namen_)]

    variant = wandeling.Variant("toets", dark=False, percent=100, width=1280, height=800)
    return Kijker(wandeling.Job("oost", variant, full=True, target=ROOT, small=None), QApplication.instance())


@pytest.mark.parametrize("rol", list(Rol))
def test_elk_scherm_opent_en_laat_elk_teken_zien(
    rol: Rol, wandeling: ModuleType, oefenkluis: Path, profieltekst: str, toepassing: Toepassing, qtbot: QtBot
) -> None:
    schermen = {
        Rol.PROCESREGISSEUR: wandeling.as_regisseur,
        Rol.MEDEWERKER: wandeling.as_medewerker,
        Rol.BEHEERDER: wandeling.as_beheerder,
    }
    camera = kijker(wandeling, qtbot, namen(profieltekst))
    with wandeling.session(toepassing, oefenkluis, rol, camera.variant) as (venster, diensten):
        assert venster.windowTitle().startswith("Z&V <Oost> 't Hof") or "Z&V <Oost> 't Hof" in venster.windowTitle()
        schermen[rol](camera, toepassing, venster, diensten)
    assert camera.made >= 5
    assert camera.findings == []


def test_de_eerste_start_noemt_het_huis_en_zijn_partijen_heel(
    wandeling: ModuleType, oefenkluis: Path, profieltekst: str, toepassing: Toepassing, qtbot: QtBot
) -> None:
    camera = kijker(wandeling, qtbot, namen(profieltekst))
    wandeling.before_opening(camera, toepassing, ToegangDienst(), oefenkluis)
    assert camera.findings == []


@pytest.mark.parametrize(
    ("tekst", "fouten"), [("Oost && West", 0), ("&Opslaan", 0), ("Oost & West", 1), ("W&W <O>", 1), ("A &&&& B", 1)]
)
def test_de_toets_ziet_een_en_die_verdwijnt(qtbot: QtBot, tekst: str, fouten: int) -> None:
    vlak = QWidget()
    qtbot.addWidget(vlak)
    for soort in (QPushButton, QToolButton):
        soort(vlak).setText(tekst)
    vlak.show()
    assert len(misgelezen_tekens(vlak, ["W&W <O>"])) == 2 * fouten
    tabs = QTabBar(vlak)
    tabs.addTab(tekst)
    tabs.show()
    assert len(misgelezen_tekens(vlak, ["W&W <O>"])) == 3 * fouten


@pytest.mark.parametrize(("tekst", "fouten"), [("Kring <b>", 1), ("R&D", 0), ("R&amp;D", 1), ("a < b", 0)])
def test_de_toets_ziet_opmaak_in_een_naam(qtbot: QtBot, tekst: str, fouten: int) -> None:
    vlak = QWidget()
    qtbot.addWidget(vlak)
    QLabel(tekst, vlak)
    vlak.show()
    assert len(misgelezen_tekens(vlak, ["Kring <b>"])) == fouten
    vlak.setToolTip(tekst)
    assert len(misgelezen_tekens(vlak, ["Kring <b>"])) == 2 * fouten
