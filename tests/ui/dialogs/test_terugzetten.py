"""Choosing a backup: the newest first, what would be lost, and a damaged one cannot be chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from falende_taken import ONVERWACHT, FalendeTaken
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen, NepToegang

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.kluis.kopieregels import KopieRegel, Verlies
from zvh_desktop.ui.aanmelden.aanmeldvenster import Aanmeldvenster
from zvh_desktop.ui.dialogs.terugzetten import TerugzetDialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.protocollen import Voortgang


def regel(dag: int, *, heel: bool = True, elders: bool = False) -> KopieRegel:
    verlies = Verlies("U raakt 3 handelingen kwijt.", (("actie vastgelegd", 2),), ("8 december 2026 09:00: actie",))
    gemaakt = datetime(2026, 12, dag, 16, 0, tzinfo=UTC)
    return KopieRegel(Path(f"kopie {dag}"), gemaakt, "vanzelf gemaakt", elders, heel, verlies)


class Lezer:
    def __init__(self, *regels: KopieRegel) -> None:
        self.regels = regels
        self.mappen: list[Path | None] = []
        self.fout: GebruikersFout | None = None

    def __call__(self, map_: Path | None, voortgang: Voortgang) -> tuple[KopieRegel, ...]:
        self.mappen.append(map_)
        voortgang(0, 1, "Reservekopie 1 van 1 nakijken")
        if self.fout is not None:
            raise self.fout
        return self.regels


@pytest.fixture
def ouder(qtbot: QtBot) -> QWidget:
    vlak = QWidget()
    qtbot.addWidget(vlak)
    return vlak


@pytest.fixture
def falend(meldingen: NepMeldingen) -> Iterator[FalendeTaken]:
    gemaakt = FalendeTaken(meldingen)
    gemaakt.fout = RuntimeError("Testpersoon geheim")
    yield gemaakt
    gemaakt.stop_alles()


def maak(qtbot: QtBot, gereedschap: Gereedschap, ouder: QWidget, lees: Lezer) -> TerugzetDialoog:
    dialoog = TerugzetDialoog(lees, "Twente", gereedschap.taken, gereedschap.melder, ouder)
    qtbot.addWidget(dialoog)
    dialoog.show()
    qtbot.waitUntil(dialoog.map_knop.isEnabled)
    return dialoog


def test_de_nieuwste_hele_staat_klaar_met_wat_u_kwijtraakt(
    qtbot: QtBot, gereedschap: Gereedschap, meldingen: NepMeldingen, ouder: QWidget
) -> None:
    dialoog = maak(qtbot, gereedschap, ouder, Lezer(regel(9, heel=False), regel(8, elders=True), regel(7)))
    assert [dialoog.lijst.item(rij).text().partition(",")[0] for rij in range(3)] == [
        "woensdag 9 december 2026 om 17:00",
        "dinsdag 8 december 2026 om 17:00",
        "maandag 7 december 2026 om 17:00",
    ]
    assert "BESCHADIGD" in dialoog.lijst.item(0).text()
    assert "andere schijf" in dialoog.lijst.item(1).text()
    assert dialoog.lijst.currentRow() == 1
    assert dialoog.gekozen() == Path("kopie 8")
    tekst = dialoog.uitleg_keuze.text()
    assert "3 handelingen" in tekst and "2 × actie vastgelegd" in tekst and "09:00: actie" in tekst
    assert dialoog.stand.tekst() == "2 reservekopieën zijn nagekeken en heel."
    meldingen.antwoord = True
    with qtbot.waitSignal(dialoog.accepted):
        dialoog.terug_knop.click()
    assert "3 handelingen" in meldingen.gesteld[-1]


def test_een_beschadigde_is_niet_te_kiezen(qtbot: QtBot, gereedschap: Gereedschap, ouder: QWidget) -> None:
    dialoog = maak(qtbot, gereedschap, ouder, Lezer(regel(9, heel=False), regel(8)))
    dialoog.lijst.setCurrentRow(0)
    assert not dialoog.terug_knop.isEnabled()
    assert dialoog.gekozen() is None


def test_niets_gevonden_dan_een_andere_map(
    qtbot: QtBot, gereedschap: Gereedschap, meldingen: NepMeldingen, ouder: QWidget, tmp_path: Path
) -> None:
    lees = Lezer()
    dialoog = maak(qtbot, gereedschap, ouder, lees)
    assert "geen reservekopie gevonden" in dialoog.stand.tekst()
    assert not dialoog.terug_knop.isEnabled()
    lees.regels = (regel(8),)
    meldingen.pad = tmp_path
    dialoog.map_knop.click()
    qtbot.waitUntil(lambda: dialoog.lijst.count() == 1)
    assert lees.mappen == [None, tmp_path]


def test_wie_zich_bedenkt_zet_niets_terug(
    qtbot: QtBot, gereedschap: Gereedschap, meldingen: NepMeldingen, ouder: QWidget
) -> None:
    dialoog = maak(qtbot, gereedschap, ouder, Lezer(regel(8)))
    meldingen.antwoord = False
    dialoog.terug_knop.click()
    assert dialoog.isVisible()


def test_een_fout_staat_er_in_gewone_taal(qtbot: QtBot, gereedschap: Gereedschap, ouder: QWidget) -> None:
    lees = Lezer()
    lees.fout = GebruikersFout("De schijf antwoordt niet.")
    dialoog = maak(qtbot, gereedschap, ouder, lees)
    assert dialoog.stand.tekst() == "De schijf antwoordt niet."


def test_een_andere_map_die_niet_leest_laat_de_eerdere_kiezen(
    qtbot: QtBot, gereedschap: Gereedschap, meldingen: NepMeldingen, ouder: QWidget, tmp_path: Path
) -> None:
    lees = Lezer(regel(8))
    dialoog = maak(qtbot, gereedschap, ouder, lees)
    lees.fout = GebruikersFout("De schijf antwoordt niet.")
    meldingen.pad = tmp_path
    dialoog.map_knop.click()
    qtbot.waitUntil(lambda: dialoog.stand.tekst() == "De schijf antwoordt niet.")
    assert dialoog.map_knop.isEnabled()
    assert dialoog.terug_knop.isEnabled()
    assert dialoog.gekozen() == Path("kopie 8")


@pytest.mark.mag_loggen("zvh_desktop.ui.gewone_taal")
def test_wat_onverwacht_misgaat_wordt_gezegd(qtbot: QtBot, falend: FalendeTaken, gereedschap: Gereedschap) -> None:
    vlak = QWidget()
    qtbot.addWidget(vlak)
    dialoog = maak(qtbot, replace(gereedschap, taken=falend), vlak, Lezer(regel(8)))
    assert ONVERWACHT in dialoog.stand.tekst()
    assert "geheim" not in dialoog.stand.tekst()


@pytest.mark.mag_loggen("zvh_desktop.ui.gewone_taal")
def test_mislukt_het_terugzetten_bij_het_aanmelden_dan_is_dat_weer_te_gebruiken(
    qtbot: QtBot, falend: FalendeTaken, gereedschap: Gereedschap, meldingen: NepMeldingen, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    kluismap = tmp_path / "voorbeeld.kluis"
    kluismap.mkdir()
    monkeypatch.setattr(TerugzetDialoog, "vraag", lambda *_: tmp_path / "kopie.kluis")
    venster = Aanmeldvenster(
        NepToegang(), falend, gereedschap.melder, gereedschap.instellingen, kluismap=kluismap, gebruiker="j.oefenman"
    )
    qtbot.addWidget(venster)
    venster.show()
    venster._on_terug_gevraagd()
    assert not venster.wachtwoord_veld.isEnabled()
    qtbot.waitUntil(lambda: [fout.gebeurd for fout in meldingen.fouten] == [ONVERWACHT])
    assert venster.wachtwoord_veld.isEnabled()
