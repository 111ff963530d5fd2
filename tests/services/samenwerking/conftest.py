"""A vault of any house, made once a module."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factories import Bureau, ProefKlok, kopieer, maak_sjabloon


@pytest.fixture(scope="session")
def huissjablonen(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    gemaakt: dict[str, Path] = {}

    def geef(huis: str) -> Path:
        if huis not in gemaakt:
            basis = tmp_path_factory.mktemp(f"samenwerking-{huis}")
            with pytest.MonkeyPatch.context() as omgeving:
                omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
                gemaakt[huis] = maak_sjabloon(basis / f"{huis}.kluis", huis)
        return gemaakt[huis]

    return geef


@pytest.fixture
def open_huis(
    huissjablonen: Callable[[str], Path], tmp_path: Path, klok: ProefKlok
) -> Iterator[Callable[[str], Bureau]]:
    open_: list[Bureau] = []

    def geef(huis: str) -> Bureau:
        open_.append(Bureau(kopieer(huissjablonen(huis), tmp_path / huis), klok, huis))
        return open_[-1]

    yield geef
    for bureau in open_:
        bureau.sluit()
