"""How often somebody waits for the line to a server, per use case."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from dbserver import HUISSLEUTEL, WERKER, Databaseserver
from demos import Demos
from lijnteller import Lijn, getelde_lijn
from serverbureau import met_rijen_van, werk_op

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.motor.postgresql import PostgresMotor
from zvh_desktop.database.motor.serveradres import Serveradres
from zvh_desktop.models.keuzes import CasusId, OverlegId, OverlegStatus, PartijSoort, Rol
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst

HOOGSTENS = 8
CASUS = 10


@pytest.fixture(scope="module")
def over_een_lijn(
    demos: Demos, databaseserver: Databaseserver, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Lijn, Diensten]]:
    """The practice house on a server, and the line to it."""
    map_ = tmp_path_factory.mktemp("reizen") / "oefen.kluis"
    shutil.copytree(demos.speel("twente").kluis, map_)
    wie = oefenaccount(Rol.PROCESREGISSEUR)
    database = met_rijen_van(databaseserver, map_, wie.gebruiker, wie.wachtwoord)
    # the name of a socket may have some hundred signs at most
    with (
        tempfile.TemporaryDirectory() as kort,
        getelde_lijn(databaseserver.map, Path(kort), databaseserver.poort) as lijn,
    ):
        adres = Serveradres(kort, database, WERKER, poort=databaseserver.poort)
        engine = PostgresMotor(adres, sleutel=HUISSLEUTEL).open()
        with open_kluis(map_, wie.gebruiker, wie.wachtwoord) as kluis:
            werk_op(kluis, engine)
            yield lijn, bouw_diensten(kluis, lambda: datetime(2026, 11, 1, 12, tzinfo=UTC))
        engine.dispose()
    databaseserver.geef_terug(database)


def reizen(lijn: Lijn, handeling: Callable[[], object]) -> int:
    """How many trips this takes, once what is read only the first time has been read."""
    handeling()
    handeling()
    eerst = lijn.reizen
    handeling()
    return lijn.reizen - eerst


def test_wat_men_het_meest_opent_wacht_hoogstens_acht_keer(over_een_lijn: tuple[Lijn, Diensten]) -> None:
    lijn, diensten = over_een_lijn
    gemeten = {
        "vandaag": reizen(lijn, diensten.vandaag.toon),
        "lijst van casussen": reizen(lijn, diensten.casussen.lijst),
        "agenda": reizen(lijn, lambda: diensten.agenda.toon(OverlegId(1))),
    }
    assert {naam: aantal for naam, aantal in gemeten.items() if aantal > HOOGSTENS} == {}


def test_een_tekst_bewaren_ook_en_een_casus_iets_vaker(over_een_lijn: tuple[Lijn, Diensten]) -> None:
    lijn, diensten = over_een_lijn
    assert reizen(lijn, lambda: diensten.casussen.toon(CasusId(2))) <= CASUS
    tafel = next(tafel for tafel in diensten.tafels.lijst() if tafel.status is OverlegStatus.CONCEPT)
    punt = next(punt for punt in diensten.agenda.toon(tafel.id).punten if punt.casus_id is not None)
    beurten = iter(range(10))

    def bewaar() -> None:
        diensten.verslagen.bewaar_tekst(punt.id, VerslagTekst(f"beeld {next(beurten)}", "", ""))

    assert reizen(lijn, bewaar) <= HOOGSTENS


def test_nieuwe_rijen_halen_hun_nummers_in_een_keer(over_een_lijn: tuple[Lijn, Diensten]) -> None:
    lijn, diensten = over_een_lijn
    namen = [f"Verzonnen partij {letter}" for letter in "abcdefgh"]
    with diensten.werkplek.kluis.sessies() as sessie:
        rijen = [Partij(naam=naam, kort=naam[-1], soort=PartijSoort.DERDE) for naam in namen]
        sessie.add_all(rijen)
        eerst = lijn.reizen
        sessie.flush()
        assert lijn.reizen - eerst <= 4
        assert [rij.naam for rij in sorted(rijen, key=lambda rij: rij.id)] == namen
        sessie.rollback()
