"""A real vault for each test, copied from one that is made once: the key derivation is slow on purpose."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from proefkluis import MEDEWERKER, REGIE, maak_sjabloon, open_diensten

from zvh_desktop.services.diensten import Diensten

Opener = Callable[..., Diensten]


@pytest.fixture(scope="session")
def kluissjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kluismap = tmp_path_factory.mktemp("paginas") / "oefen.kluis"
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(kluismap.parent / "gebruiker"))
        maak_sjabloon(kluismap)
    return kluismap


@pytest.fixture
def kluismap(kluissjabloon: Path, tmp_path: Path) -> Path:
    return shutil.copytree(kluissjabloon, tmp_path / "proef.kluis")


@pytest.fixture
def openen(kluismap: Path) -> Iterator[Opener]:
    """Opens the vault as an account; whoever was in before is put out first."""
    open_nu: list[Diensten] = []

    def doe(naam: str = REGIE) -> Diensten:
        while open_nu:
            open_nu.pop().sluit()
        open_nu.append(open_diensten(kluismap, naam))
        return open_nu[-1]

    yield doe
    while open_nu:
        open_nu.pop().sluit()


@pytest.fixture
def diensten(openen: Opener) -> Diensten:
    """The vault as the procesregisseur sees it."""
    return openen(REGIE)


@pytest.fixture
def diensten_medewerker(openen: Opener) -> Diensten:
    """The vault as the administratief medewerker sees it."""
    return openen(MEDEWERKER)
