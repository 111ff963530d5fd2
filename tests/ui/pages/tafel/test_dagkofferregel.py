"""The line under the head of a tafel of today: kept here or not, and what waits to be handed in."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from ui_hulp import NepDagkoffer, NepMeldingen

from zvh_desktop.errors import LijnWeg, NietBevoegd
from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.koffer.gegevens import Begonnen, Dagkofferstand
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.koffer.dagkofferregel import Dagkofferregel
from zvh_desktop.ui.toegankelijkheid import bevindingen

TAFEL, ANDER = OverlegId(7), OverlegId(8)
UIT = Dagkofferstand(mogelijk=True, aan=False)
AAN = Dagkofferstand(mogelijk=True, aan=True, van=datetime(2026, 5, 4, 9, 41, tzinfo=UTC))


@dataclass
class NepVandaag(NepDagkoffer):
    """Can be switched on, unless ``weigert``."""

    weigert: bool = False
    gezet: list[bool] = field(default_factory=list)
    weggegooid: list[Path] = field(default_factory=list)

    def gooi_weg(self, map_: Path) -> None:
        self.weggegooid.append(map_)

    def zet(self, *, aan: bool) -> None:
        if self.weigert:
            raise NietBevoegd("Dit mag u niet.")
        self.gezet.append(aan)
        self.nu = AAN if aan else UIT


@dataclass
class NepKofferdiensten:
    vandaag: NepVandaag
    bevestigd: bool = True

    @property
    def koffers(self) -> NepKofferdiensten:
        return self

    def nog_niet_tekenen(self) -> AbstractContextManager[None]:
        return nullcontext()


@pytest.fixture
def dienst() -> NepVandaag:
    return NepVandaag(nu=UIT)


@pytest.fixture
def regel(qtbot: QtBot, gereedschap: Gereedschap, dienst: NepVandaag) -> Dagkofferregel:
    venster = QWidget()
    qtbot.addWidget(venster)
    gemaakt = Dagkofferregel(cast(Any, NepKofferdiensten(dienst)), gereedschap, venster)
    venster.show()
    return gemaakt


def test_alleen_bij_een_overleg_van_vandaag_van_wie_het_leidt(regel: Dagkofferregel, dienst: NepVandaag) -> None:
    regel.toon_tafel(TAFEL, vandaag=True)
    assert (regel.isVisible(), regel.vinkje.isVisible(), regel.vinkje.isChecked()) == (True, True, False)
    assert bevindingen(regel) == []
    regel.toon_tafel(TAFEL, vandaag=False)
    assert not regel.isVisible()
    dienst.nu = Dagkofferstand(mogelijk=False, aan=False)
    regel.toon_tafel(TAFEL, vandaag=True)
    assert not regel.isVisible()


def test_aan_en_uit(regel: Dagkofferregel, dienst: NepVandaag, qtbot: QtBot) -> None:
    regel.toon_tafel(TAFEL, vandaag=True)
    regel.vinkje.click()
    assert dienst.gezet == [True]
    qtbot.waitUntil(lambda: regel.zin.text().startswith("Bijgewerkt om"))
    regel.vinkje.click()
    assert dienst.gezet == [True, False]
    qtbot.waitUntil(lambda: regel.zin.text() == "")


def test_wat_wordt_geweigerd_zet_het_vinkje_terug(
    regel: Dagkofferregel, dienst: NepVandaag, meldingen: NepMeldingen
) -> None:
    dienst.weigert = True
    regel.toon_tafel(TAFEL, vandaag=True)
    regel.vinkje.click()
    assert not regel.vinkje.isChecked()
    assert [fout.gebeurd for fout in meldingen.fouten] == ["Dit mag u niet."]


def test_wat_niet_kan_worden_gemaakt_wordt_gezegd(
    regel: Dagkofferregel, dienst: NepVandaag, meldingen: NepMeldingen, qtbot: QtBot
) -> None:
    dienst.fout = LijnWeg(lezend=True)
    regel.toon_tafel(TAFEL, vandaag=True)
    regel.vinkje.click()
    qtbot.waitUntil(lambda: len(meldingen.fouten) == 1)
    assert regel.vinkje.isChecked()  # it is kept fresh, and made when there is a line again


def test_wat_zonder_lijn_is_begonnen_wordt_bij_zijn_eigen_overleg_ingeleverd(
    regel: Dagkofferregel, dienst: NepVandaag, qtbot: QtBot, tmp_path: Path
) -> None:
    dienst.nu = Dagkofferstand(True, True, None, (Begonnen(tmp_path, (TAFEL,)),))
    regel.toon_tafel(ANDER, vandaag=True)
    assert not regel.lever_knop.isVisible()
    regel.toon_tafel(TAFEL, vandaag=False)
    assert (regel.isVisible(), regel.vinkje.isVisible()) == (True, False)
    with qtbot.waitSignal(regel.inleveren_gevraagd) as gevraagd:
        regel.lever_knop.click()
    assert gevraagd.args == [tmp_path]


def test_wordt_hij_te_groot_dan_staat_dat_bij_het_vinkje(regel: Dagkofferregel, dienst: NepVandaag) -> None:
    dienst.nu = Dagkofferstand(mogelijk=True, aan=True, te_groot=True)
    regel.toon_tafel(TAFEL, vandaag=True)
    assert regel.vinkje.isChecked()
    assert "te groot" in regel.zin.text()
    dienst.nu = Dagkofferstand(mogelijk=True, aan=False, te_groot=True)
    regel.toon_tafel(TAFEL, vandaag=True)
    assert regel.zin.text() == ""


def begonnen(**anders: Any) -> Begonnen:
    return Begonnen(Path("Overleg 7.koffer"), (TAFEL,), date(2026, 5, 2), 2, **anders)


def test_wat_niet_wordt_ingeleverd_gaat_weg_na_een_vraag_en_een_handtekening(
    regel: Dagkofferregel, dienst: NepVandaag, meldingen: NepMeldingen, qtbot: QtBot
) -> None:
    dienst.nu = Dagkofferstand(mogelijk=True, aan=True, begonnen=(begonnen(),))
    regel.toon_tafel(TAFEL, vandaag=False)
    assert "2 mei 2026" in regel.zin.text()
    assert bevindingen(regel) == []
    assert not meldingen.antwoord
    regel.weg_knop.click()
    assert dienst.weggegooid == []
    meldingen.antwoord = True
    with qtbot.waitSignal(regel.weggegooid):
        regel.weg_knop.click()
    assert dienst.weggegooid == [Path("Overleg 7.koffer")]


@pytest.mark.parametrize(("weg", "zin"), [(False, "Alleen M. Voorbeeld"), (True, "niemand kan hem nog inleveren")])
def test_van_die_van_een_ander_staat_er_wie_hem_kan_inleveren(
    regel: Dagkofferregel, dienst: NepVandaag, weg: bool, zin: str
) -> None:
    dienst.nu = Dagkofferstand(mogelijk=True, aan=False, van_anderen=(begonnen(voor="M. Voorbeeld", weg=weg),))
    regel.toon_tafel(TAFEL, vandaag=False)
    assert zin in regel.zin.text()
    assert (regel.lever_knop.isVisible(), regel.weg_knop.isVisible()) == (False, weg)
