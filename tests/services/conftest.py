"""A real vault of a house, made once and copied for each test, with every service on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import Bureau, ProefKlok, kopieer, maak_sjabloon
from wegwerp import gooi_weg


def _sjabloon(tmp_path_factory: pytest.TempPathFactory, huis: str) -> Path:
    basis = tmp_path_factory.mktemp(huis)
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        return maak_sjabloon(basis / f"{huis}.kluis", huis)


@pytest.fixture(scope="session")
def twents_sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with accounts, profile and partijen of Twente."""
    return _sjabloon(tmp_path_factory, "twente")


@pytest.fixture(scope="session")
def haags_sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same of Haaglanden, where two persons decide on afschaling."""
    return _sjabloon(tmp_path_factory, "haaglanden")


@pytest.fixture(scope="session")
def delfts_sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same of Delft, where a casus can go to another house."""
    return _sjabloon(tmp_path_factory, "delft")


@pytest.fixture
def klok() -> ProefKlok:
    """The clock of this test."""
    return ProefKlok()


@pytest.fixture
def bureau(twents_sjabloon: Path, tmp_path: Path, klok: ProefKlok) -> Iterator[Bureau]:
    """The office in Twente, opened by the procesregisseur."""
    kantoor = Bureau(kopieer(twents_sjabloon, tmp_path / "proef.kluis"), klok)
    yield kantoor
    gooi_weg(kantoor.kluis)


@pytest.fixture
def haags_bureau(haags_sjabloon: Path, tmp_path: Path, klok: ProefKlok) -> Iterator[Bureau]:
    """The office in Haaglanden, opened by the procesregisseur."""
    kantoor = Bureau(kopieer(haags_sjabloon, tmp_path / "haags.kluis"), klok, "haaglanden")
    yield kantoor
    gooi_weg(kantoor.kluis)


@pytest.fixture
def delfts_bureau(delfts_sjabloon: Path, tmp_path: Path, klok: ProefKlok) -> Iterator[Bureau]:
    """The office in Delft, opened by the procesregisseur."""
    kantoor = Bureau(kopieer(delfts_sjabloon, tmp_path / "delfts.kluis"), klok, "delft")
    yield kantoor
    gooi_weg(kantoor.kluis)


@pytest.fixture(scope="module")
def gedeeld_bureau(twents_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bureau]:
    """One office for a whole module, for tests that only read."""
    basis = tmp_path_factory.mktemp("gedeeld")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        kantoor = Bureau(kopieer(twents_sjabloon, basis / "proef.kluis"), ProefKlok())
    yield kantoor
    gooi_weg(kantoor.kluis)
