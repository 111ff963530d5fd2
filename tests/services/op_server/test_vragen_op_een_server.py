"""What can be asked of the practice house without more is answered on a server as in the vault."""

from __future__ import annotations

import inspect
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest
from dbserver import Databaseserver
from demos import Demos
from serverbureau import met_rijen_van, werk_op
from sqlalchemy.exc import SQLAlchemyError

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.errors import GebruikersFout, ProgrammaFout
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.cijfers.tijdvak import Tijdvak
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount

WAAROVER: Final[Mapping[str, range]] = {
    "casus_id": range(1, 6),
    "overleg_id": range(1, 6),
    "partij_id": range(1, 4),
    "plan_id": range(1, 2),
    "aanmelding_id": range(1, 3),
}
SAMEN: Final = {("zorg", "luister_mee"), ("zorg", "begin_bijlezen")}
"""A line to a server, which a vault has not; and what gives back a way to say that it was read, and no answer."""
GEEN_VRAAG: Final = frozenset({"kluis", "klok", "looptijd", "werkplek"})


def vragen(diensten: Diensten) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Everything that needs no more than one id, or nothing at all. What would write is refused: nothing can here."""
    for naam in sorted(een for een in dir(diensten) if not een.startswith("_") and een not in GEEN_VRAAG):
        dienst = getattr(diensten, naam)
        for vraag in sorted(een for een in dir(type(dienst)) if not een.startswith("_")):
            if not inspect.isfunction(inspect.getattr_static(type(dienst), vraag)):
                continue
            if (naam, vraag) in SAMEN:
                continue
            methode = getattr(dienst, vraag)
            nodig = [een.name for een in inspect.signature(methode).parameters.values() if een.default is een.empty]
            if not nodig:
                yield f"{naam}.{vraag}", methode
            elif len(nodig) == 1 and nodig[0].endswith("_id"):
                for nummer in WAAROVER.get(nodig[0], range(1, 4)):
                    yield f"{naam}.{vraag}({nummer})", lambda m=methode, n=nummer: m(n)  # type: ignore[misc]


def antwoorden(diensten: Diensten) -> dict[str, str]:
    uit = {}
    for naam, vraag in vragen(diensten):
        try:
            uit[naam] = repr(vraag())
        except (GebruikersFout, ProgrammaFout, SQLAlchemyError) as fout:
            uit[naam] = f"{type(fout).__name__}: {fout}"
    return uit


@pytest.fixture(scope="module")
def map_(demos: Demos, tmp_path_factory: pytest.TempPathFactory) -> Path:
    kopie = tmp_path_factory.mktemp("vragen") / "oefen.kluis"
    shutil.copytree(demos.speel("twente").kluis, kopie)
    return kopie


@dataclass(frozen=True, slots=True)
class Antwoorden:
    """What was answered on one side."""

    vragen: Mapping[str, str]
    cijfers: tuple[str, ...]


@pytest.fixture(scope="module")
def van_beide(map_: Path, databaseserver: Databaseserver) -> tuple[Antwoorden, Antwoorden]:
    """In the vault, and on a server."""
    wie = oefenaccount(Rol.PROCESREGISSEUR)
    database = met_rijen_van(databaseserver, map_, wie.gebruiker, wie.wachtwoord)
    engine = databaseserver.motor(database).open()
    with open_kluis(map_, wie.gebruiker, wie.wachtwoord, alleen_lezen=True) as kluis:
        # So late that what there is lies in a year that is over: of another no figures are given.
        diensten = bouw_diensten(kluis, lambda: datetime(2028, 2, 1, 12, tzinfo=UTC))
        in_de_kluis = Antwoorden(antwoorden(diensten), cijfers(diensten))
        werk_op(kluis, engine)
        op_de_server = Antwoorden(antwoorden(diensten), cijfers(diensten))
    engine.dispose()
    databaseserver.geef_terug(database)
    return in_de_kluis, op_de_server


def cijfers(diensten: Diensten) -> tuple[str, ...]:
    """The report of a year, of a quarter and of two years."""
    tijdvakken = (Tijdvak((2026, 1), (2026, 4)), Tijdvak((2026, 4), (2026, 4)), Tijdvak((2026, 1), (2027, 4)))
    return tuple(repr(diensten.cijfers.rapport(tijdvak)) for tijdvak in tijdvakken)


def test_een_server_geeft_dezelfde_antwoorden(van_beide: tuple[Antwoorden, Antwoorden]) -> None:
    in_de_kluis, op_de_server = (kant.vragen for kant in van_beide)
    anders = {naam for naam, antwoord in in_de_kluis.items() if op_de_server[naam] != antwoord}
    assert anders == set()
    assert len(in_de_kluis) > 500
    assert sum(not re.match(r"\w+: ", antwoord) for antwoord in in_de_kluis.values()) > 250


def test_een_server_geeft_dezelfde_cijfers(van_beide: tuple[Antwoorden, Antwoorden]) -> None:
    in_de_kluis, op_de_server = (kant.cijfers for kant in van_beide)
    assert op_de_server == in_de_kluis
    assert len(set(in_de_kluis)) == len(in_de_kluis)
    assert "instroom" in in_de_kluis[0].lower()
