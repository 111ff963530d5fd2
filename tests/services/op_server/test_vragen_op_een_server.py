"""What can be asked of the practice house without more is answered on a server as in the vault."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Callable, Iterator, Mapping
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
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount

VRAGEN: Final = (
    *("toon", "lijst", "lijsten", "blad", "geschiedenis", "aan_tafel", "agendastukken", "verslagstukken", "stand"),
    *("bij_casus", "uitgegeven", "zonder_stukken", "beeld", "versies", "regels", "overzicht", "keuzes"),
)
WAAROVER: Final[Mapping[str, range]] = {
    "casus_id": range(1, 6),
    "overleg_id": range(1, 6),
    "partij_id": range(1, 4),
    "plan_id": range(1, 2),
    "aanmelding_id": range(1, 3),
}


def vragen(diensten: Diensten) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Everything by these names that needs no more than one id, or nothing at all."""
    for naam in sorted(een for een in dir(diensten) if not een.startswith("_")):
        dienst = getattr(diensten, naam)
        for vraag in VRAGEN:
            methode = getattr(dienst, vraag, None)
            if not inspect.ismethod(methode):
                continue
            nodig = [een.name for een in inspect.signature(methode).parameters.values() if een.default is een.empty]
            if not nodig:
                yield f"{naam}.{vraag}", methode
            elif len(nodig) == 1 and nodig[0] in WAAROVER:
                for nummer in WAAROVER[nodig[0]]:
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


def test_een_server_geeft_dezelfde_antwoorden(map_: Path, databaseserver: Databaseserver) -> None:
    wie = oefenaccount(Rol.PROCESREGISSEUR)
    database = met_rijen_van(databaseserver, map_, wie.gebruiker, wie.wachtwoord)
    engine = databaseserver.motor(database).open()
    with open_kluis(map_, wie.gebruiker, wie.wachtwoord, alleen_lezen=True) as kluis:
        diensten = bouw_diensten(kluis, lambda: datetime(2026, 11, 1, 12, tzinfo=UTC))
        in_de_kluis = antwoorden(diensten)
        werk_op(kluis, engine)
        op_de_server = antwoorden(diensten)
    engine.dispose()
    databaseserver.geef_terug(database)
    anders = {naam for naam, antwoord in in_de_kluis.items() if op_de_server[naam] != antwoord}
    assert anders == set()
    assert len(in_de_kluis) > 100
    assert sum(":" not in antwoord.split("(")[0] for antwoord in in_de_kluis.values()) > 80
