"""The vault with a file that may go, as the tests of vernietigen make it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import Bureau, ProefKlok, kopieer
from opruimhulp import TERMIJN_OVER, Gesloten, dossier


@pytest.fixture(scope="module")
def gesloten_sjabloon(twents_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, int]:
    """A closed vault with a casus that was closed and one that runs."""
    basis = tmp_path_factory.mktemp("cijfers")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        bureau = Bureau(kopieer(twents_sjabloon, basis / "cijfers.kluis"), ProefKlok())
        ander = bureau.casus("T. Testpersoon")
        casus = dossier(bureau, ander, naam="J. Kanarievogel")
        bureau.sluit()
    return bureau.map, casus, ander


@pytest.fixture
def gesloten(gesloten_sjabloon: tuple[Path, int, int], tmp_path: Path) -> Iterator[Gesloten]:
    """Opened when the term is over, and the year of the files too."""
    klok = ProefKlok()
    klok.verder(dagen=TERMIJN_OVER)
    bureau = Bureau(kopieer(gesloten_sjabloon[0], tmp_path / "proef.kluis"), klok)
    bureau.alsof_bevestigd()
    yield Gesloten(bureau, *gesloten_sjabloon[1:])  # type: ignore[arg-type]
    bureau.sluit()
