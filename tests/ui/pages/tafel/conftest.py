"""Fixtures around the practice vault with a planned tafel."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tafelkluis import REGIE, ProefKlok, Tafelkluis, TafelOpener, maak_tafelkluis, open_als, tafelklok
from wegwerp import gooi_weg

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap


@pytest.fixture(scope="session")
def tafelsjabloon(tmp_path_factory: pytest.TempPathFactory) -> Tafelkluis:
    basis = tmp_path_factory.mktemp("tafels")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        return maak_tafelkluis(basis / "oefen.kluis")


@pytest.fixture
def tafelkluis(tafelsjabloon: Tafelkluis, tmp_path: Path) -> Tafelkluis:
    """A copy of the vault for one test."""
    return dataclasses.replace(tafelsjabloon, map=shutil.copytree(tafelsjabloon.map, tmp_path / "tafel.kluis"))


@pytest.fixture
def klok() -> ProefKlok:
    return tafelklok()


@pytest.fixture
def tafel_als(tafelkluis: Tafelkluis, klok: ProefKlok) -> Iterator[TafelOpener]:
    """Opens the vault as an account; whoever was in before is put out first."""
    open_nu: list[Diensten] = []

    def doe(naam: str = REGIE) -> Diensten:
        while open_nu:
            open_nu.pop().sluit()
        open_nu.append(open_als(tafelkluis.map, naam, klok))
        return open_nu[-1]

    yield doe
    while open_nu:
        gooi_weg(open_nu.pop().werkplek.kluis)


@pytest.fixture
def regie(tafel_als: TafelOpener) -> Diensten:
    """The vault as the procesregisseur sees it."""
    return tafel_als(REGIE)


@pytest.fixture
def tafelgereedschap(gereedschap: Gereedschap, klok: ProefKlok) -> Gereedschap:
    """The tools of a page, with the clock of the vault."""
    return dataclasses.replace(gereedschap, klok=klok)
