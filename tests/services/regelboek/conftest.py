"""One open vault per house for all the rules: each test makes its own casus, overleg and partij in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from convenanten import HUIZEN
from factories import Bureau, ProefKlok, maak_sjabloon
from huis_met_regels import Huis


@pytest.fixture(scope="session")
def open_huis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Huis]]:
    """Gives the house with this key, opened when it is first asked for."""
    geopend: dict[str, Huis] = {}

    def geef(sleutel: str) -> Huis:
        if sleutel not in geopend:
            basis: Path = tmp_path_factory.mktemp(f"regels-{sleutel}")
            with pytest.MonkeyPatch.context() as omgeving:
                omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
                geopend[sleutel] = Huis(
                    Bureau(maak_sjabloon(basis / f"{sleutel}.kluis", sleutel), ProefKlok(), sleutel)
                )
        return geopend[sleutel]

    yield geef
    for huis in geopend.values():
        huis.bureau.sluit()


@pytest.fixture(params=HUIZEN)
def huis(request: pytest.FixtureRequest, open_huis: Callable[[str], Huis]) -> Huis:
    """Each of the five houses."""
    return open_huis(str(request.param))
