"""The same tests as elsewhere, with an office that works on a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dbserver import Databaseserver, draaiende_server
from factories import REGIE, WACHTWOORD, Bureau, ProefKlok, kopieer
from kofferhulp import Begin, Kantoor, leg_aan, met_regisseurs
from serverbureau import Serverbureau, met_rijen_van
from serverhuis import Huisbron, Huisbureau


@pytest.fixture(scope="session")
def databaseserver() -> Iterator[Databaseserver]:
    """A server of this worker alone."""
    with draaiende_server() as server:
        yield server


@pytest.fixture(scope="session")
def huisbron(
    databaseserver: Databaseserver, twents_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory
) -> Huisbron:
    """The house in Twente on that server, to make copies of."""
    return Huisbron.maak(databaseserver, twents_sjabloon, tmp_path_factory.mktemp("huisbron"))


@pytest.fixture
def bureau(
    twents_sjabloon: Path, tmp_path: Path, klok: ProefKlok, databaseserver: Databaseserver
) -> Iterator[Serverbureau]:
    """The office in Twente, on a server."""
    kluismap = kopieer(twents_sjabloon, tmp_path / "proef.kluis")
    naam = met_rijen_van(databaseserver, kluismap, REGIE, WACHTWOORD)
    engine = databaseserver.motor(naam).open()
    kantoor = Serverbureau(kluismap, klok, engine)
    yield kantoor
    kantoor.sluit()
    engine.dispose()
    databaseserver.geef_terug(naam)


@pytest.fixture(scope="session")
def kofferbron(
    databaseserver: Databaseserver, twents_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Huisbron, Begin]:
    """The same house with a tafel that can travel, and three procesregisseurs."""
    basis = tmp_path_factory.mktemp("kofferbron")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        kluismap = met_regisseurs(kopieer(twents_sjabloon, basis / "proef.kluis"))
        bureau = Bureau(kluismap, ProefKlok())
        begin = leg_aan(bureau)
        bureau.sluit()
        return Huisbron.van_kluis(databaseserver, kluismap, basis), begin


@pytest.fixture
def kantoor(kofferbron: tuple[Huisbron, Begin], tmp_path: Path, klok: ProefKlok) -> Iterator[Kantoor]:
    """The office on a server, opened by the procesregisseur who travels."""
    bron, begin = kofferbron
    pad, database = bron.kopie(tmp_path)
    huis = Kantoor(Huisbureau(pad, klok), begin, tmp_path / "tafel.koffer")
    yield huis
    huis.bureau.sluit()
    bron.server.weg(database)
