"""A vault with a file that may go, made once and copied for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import Bureau, ProefKlok, kopieer
from opruimhulp import TERMIJN_OVER, Gesloten, dossier

from zvh_desktop.models.keuzes import CasusId


@pytest.fixture(scope="session")
def dossier_sjabloon(twents_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, CasusId, CasusId]:
    """A closed vault with both."""
    basis = tmp_path_factory.mktemp("dossier")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        bureau = Bureau(kopieer(twents_sjabloon, basis / "dossier.kluis"), ProefKlok())
        ander = bureau.casus("T. Testpersoon")
        casus = dossier(bureau, ander, naam="J. Kanarievogel")
        bureau.sluit()
    return bureau.map, casus, ander


@pytest.fixture
def bureau(bureau: Bureau) -> Iterator[Bureau]:
    """Closed as in use: what is erased at the close belongs to the subject."""
    yield bureau
    bureau.sluit()


@pytest.fixture
def gesloten(dossier_sjabloon: tuple[Path, CasusId, CasusId], tmp_path: Path) -> Iterator[Gesloten]:
    """Opened by the procesregisseur, on the day on which it may go, with the password just given."""
    sjabloon, casus, ander = dossier_sjabloon
    klok = ProefKlok()
    klok.verder(dagen=TERMIJN_OVER)
    bureau = Bureau(kopieer(sjabloon, tmp_path / "proef.kluis"), klok)
    bureau.alsof_bevestigd()
    yield Gesloten(bureau, casus, ander)
    bureau.sluit()
