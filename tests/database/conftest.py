"""A real vault on disk, made once and copied for each test: the key derivation is slow on purpose."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from dbserver import Databaseserver, draaiende_server
from kluis_hulp import BEHEER, MEDEWERKER, REGIE, TWEEDE_BEHEER, log_iets, oordeel_inhoud
from motoren import MOTOREN, Proefmotor
from proefwaarden import WACHTWOORD

from zvh_desktop.database.keten.ondertekening import voeg_verklaring_toe
from zvh_desktop.database.kluis import NieuweGebruiker, OpenKluis, maak_kluis, open_kluis
from zvh_desktop.models.keuzes import Rol, VerklaringSoort


@pytest.fixture(scope="session")
def sjabloon(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed vault with four accounts, three oordelen and a log; and its recovery key."""
    basis = tmp_path_factory.mktemp("sjabloon")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        kluismap = basis / "oefen.kluis"
        kluis, herstelsleutel = maak_kluis(
            kluismap, NieuweGebruiker(BEHEER, "B. Oefenman", frozenset({Rol.BEHEERDER}), WACHTWOORD), oefen=True
        )
        with kluis:
            for naam, rol in (
                (TWEEDE_BEHEER, Rol.BEHEERDER),
                (REGIE, Rol.PROCESREGISSEUR),
                (MEDEWERKER, Rol.MEDEWERKER),
            ):
                kluis.accounts.voeg_toe(NieuweGebruiker(naam, f"{naam} Voorbeeld", frozenset({rol}), WACHTWOORD))
        with open_kluis(kluismap, REGIE, WACHTWOORD) as kluis:
            for nummer in range(1, 4):
                with kluis.sessies.begin() as sessie:
                    voeg_verklaring_toe(
                        sessie,
                        kluis.ondertekenaar,
                        VerklaringSoort.OORDEEL,
                        oordeel_inhoud(nummer),
                        datetime(2026, 3, nummer, 9, 0, tzinfo=UTC),
                    )
                    log_iets(sessie, nummer)
    return kluismap, herstelsleutel


@pytest.fixture
def kluismap(sjabloon: tuple[Path, str], tmp_path: Path) -> Path:
    """A copy of the vault for one test."""
    return shutil.copytree(sjabloon[0], tmp_path / "proef.kluis")


@pytest.fixture
def herstelsleutel(sjabloon: tuple[Path, str]) -> str:
    """The recovery key of the vault."""
    return sjabloon[1]


@pytest.fixture
def openen(kluismap: Path) -> Iterator[Callable[..., OpenKluis]]:
    """Open the vault of this test; closed again afterwards."""
    geopend: list[OpenKluis] = []

    def doe(naam: str = REGIE, wachtwoord: str = WACHTWOORD, *, alleen_lezen: bool = False) -> OpenKluis:
        kluis = open_kluis(kluismap, naam, wachtwoord, alleen_lezen=alleen_lezen)
        geopend.append(kluis)
        return kluis

    yield doe
    for kluis in geopend:
        kluis.sluit()


@pytest.fixture(scope="session")
def databaseserver() -> Iterator[Databaseserver]:
    """A server of this worker alone, started when a test first asks for it."""
    with draaiende_server() as server:
        yield server


@pytest.fixture(params=MOTOREN)
def proefmotor(request: pytest.FixtureRequest, tmp_path: Path) -> Proefmotor:
    """Each engine in turn: what is tried with it holds on both."""
    server = request.getfixturevalue("databaseserver") if request.param == "postgresql" else None
    return Proefmotor(request.param, tmp_path, server)
