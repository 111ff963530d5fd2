"""An office with a tafel that can travel, made once and copied for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import ProefKlok, kopieer
from kofferhulp import Kantoor, met_regisseurs
from wegwerp import gooi_weg


@pytest.fixture(scope="session")
def koffer_sjabloon(twents_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with three procesregisseurs."""
    basis = tmp_path_factory.mktemp("kofferhuis")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        return met_regisseurs(kopieer(twents_sjabloon, basis / "sjabloon.kluis"))


@pytest.fixture
def kantoor(koffer_sjabloon: Path, tmp_path: Path, klok: ProefKlok) -> Iterator[Kantoor]:
    """The office, opened by the procesregisseur who travels."""
    huis = Kantoor.in_kluis(kopieer(koffer_sjabloon, tmp_path / "proef.kluis"), klok, tmp_path / "tafel.koffer")
    yield huis
    gooi_weg(huis.bureau.kluis)
