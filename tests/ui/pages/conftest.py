"""A real vault for each test, copied from one that is made once: the key derivation is slow on purpose."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from proefkluis import MEDEWERKER, REGIE, maak_sjabloon, open_diensten
from PySide6.QtWidgets import QWidget
from wegwerp import gooi_weg

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.dialogs.bevestiging import Bevestiger, Bevestigingsdialoog
from zvh_desktop.ui.draden.taken import Taken

Opener = Callable[..., Diensten]


@pytest.fixture(autouse=True)
def wie_net_bevestigde_leest_en_ondertekent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the five minutes only the list is shown; a test about that dialog says itself what is to be done."""

    def vraag(bevestiger: Bevestiger, _taken: Taken, _ouder: QWidget, wat: Sequence[str] = ()) -> bool:
        assert wat, "er wordt getekend zonder te zeggen wat"
        assert bevestiger.bevestigd, "het wachtwoord is hier nog nodig"
        return True

    monkeypatch.setattr(Bevestigingsdialoog, "vraag", vraag)


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
        gooi_weg(open_nu.pop().werkplek.kluis)


@pytest.fixture
def diensten(openen: Opener) -> Diensten:
    """The vault as the procesregisseur sees it."""
    return openen(REGIE)


@pytest.fixture
def diensten_medewerker(openen: Opener) -> Diensten:
    """The vault as the administratief medewerker sees it."""
    return openen(MEDEWERKER)
