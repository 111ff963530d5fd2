"""The window of a house with & and < in its name and in every word: each page and dialog opens, and says it whole."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from huis_lezen import GEWONE_TERMEN, ZESDE_HUIS, ZEVENDE_HUIS
from oefenkluizen import Oefenkluizen
from ongelukken import Ongelukken
from PySide6.QtWidgets import QLabel, QPushButton, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from schermlezer import Lezer, loop_door_het_huis
from tekens import misgelezen_tekens
from ui_hulp import NepMeldingen

from zvh_desktop.models.profiel.lezen import lees_profiel
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.ui.gereedschap import Gereedschap


def met_tekens_in_elk_woord(tekst: str) -> str:
    """The sixth house, in which also the shortest of its words has an & and a <."""
    begin, kop, rest = tekst.partition("[termen]\n")
    blok, volgende, einde = rest.partition("[[overlegsoorten]]")
    for veld in fields(Termen):
        if veld.name != "het":
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


@pytest.mark.om_beurten("zesde")
@pytest.mark.timeout(1500)
def test_elk_scherm_opent_laat_elk_teken_zien_en_zegt_geen_woord_van_een_ander_huis(
    qtbot: QtBot,
    lezer: Lezer,
    gereedschap: Gereedschap,
    meldingen: NepMeldingen,
    oefenkluizen: Oefenkluizen,
    tmp_path: Path,
) -> None:
    profieltekst = met_tekens_in_elk_woord(ZESDE_HUIS.read_text(encoding="utf-8"))
    profiel = lees_profiel(profieltekst, "oost.toml")
    assert profiel.termen.triage == "zeef & <b>"
    bron = tmp_path / "oost.toml"
    bron.write_text(profieltekst, encoding="utf-8")
    alle_namen = namen(profieltekst)
    ongelukken = Ongelukken(qtbot, meldingen, lezer.dialogen, alles=False)
    lezer.kijk = lambda venster: [*misgelezen_tekens(venster, alle_namen), *ongelukken(venster)]
    loop_door_het_huis(lezer, gereedschap, oefenkluizen.kopie(bron, tmp_path / "oost.kluis"))
    assert len(lezer.gelezen) > 1_000
    assert any(profiel.naam in tekst for tekst in lezer.gelezen)
    assert sorted(set(lezer.gezien)) == []
    assert lezer.vreemd(profiel) == []
    assert sorted(f"{plaats}: {tekst}" for tekst, plaats in lezer.gelezen.items() if GEWONE_TERMEN.search(tekst)) == []


@pytest.mark.om_beurten("zevende")
@pytest.mark.timeout(1500)
def test_elk_scherm_van_een_huis_met_een_andere_vorm_zegt_alleen_de_eigen_woorden(
    qtbot: QtBot,
    lezer: Lezer,
    gereedschap: Gereedschap,
    meldingen: NepMeldingen,
    oefenkluizen: Oefenkluizen,
    tmp_path: Path,
) -> None:
    profieltekst = ZEVENDE_HUIS.read_text(encoding="utf-8")
    profiel = lees_profiel(profieltekst, ZEVENDE_HUIS.name)
    alle_namen = namen(profieltekst)
    ongelukken = Ongelukken(qtbot, meldingen, lezer.dialogen, alles=False)
    lezer.kijk = lambda venster: [*misgelezen_tekens(venster, alle_namen), *ongelukken(venster)]
    loop_door_het_huis(lezer, gereedschap, oefenkluizen.kopie(ZEVENDE_HUIS, tmp_path / "zuid.kluis"))
    assert len(lezer.gelezen) > 1_000
    assert any(profiel.naam in tekst for tekst in lezer.gelezen)
    assert sorted(set(lezer.gezien)) == []
    assert lezer.vreemd(profiel) == []
    assert sorted(f"{plaats}: {tekst}" for tekst, plaats in lezer.gelezen.items() if GEWONE_TERMEN.search(tekst)) == []


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
