"""How often somebody waits for the line to a server, per use case."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from dbserver import EIGENAAR, WERKER, Databaseserver
from demos import Demos
from lijnteller import Lijn, getelde_lijn

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.team.inrichten import Servereigenaar, breng
from zvh_desktop.database.team.verbinding import Databaseaccount, Serverplek, lees_verbinding, schrijf_verbinding
from zvh_desktop.database.team.werken import open_huis
from zvh_desktop.models.keuzes import (
    CasusId,
    OordeelUitkomst,
    OverlegStatus,
    PartijSoort,
    PoortStand,
    Rol,
    VerslagStatus,
    VerzendingSoort,
)
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.services.werkplek.klok import systeemklok

HOOGSTENS = 8
OP_RIJ = 3
_TIK = itertools.count()


@pytest.fixture(scope="module")
def over_een_lijn(
    demos: Demos, databaseserver: Databaseserver, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Lijn, Diensten]]:
    """The practice house on a server, and the line to it."""
    map_ = tmp_path_factory.mktemp("reizen")
    shutil.copytree(demos.speel("twente").kluis, map_ / "oefen.kluis")
    beheer, wie = oefenaccount(Rol.BEHEERDER), oefenaccount(Rol.PROCESREGISSEUR)
    plek = Serverplek(str(databaseserver.map), databaseserver.zonder_schema("reizen"))
    with open_kluis(map_ / "oefen.kluis", beheer.gebruiker, beheer.wachtwoord) as kluis:
        breng(kluis, Servereigenaar(plek, EIGENAAR, werkaccounts=(WERKER,)), map_ / "huis.team", nu=systeemklok())
    # the name of a socket may have some hundred signs at most
    with (
        tempfile.TemporaryDirectory() as kort,
        getelde_lijn(databaseserver.map, Path(kort), databaseserver.poort) as lijn,
    ):
        verbinding = lees_verbinding(map_ / "huis.team")
        schrijf_verbinding(map_ / "lijn.team", replace(verbinding, plek=replace(verbinding.plek, server=kort)))
        account = Databaseaccount(WERKER)
        with open_huis(map_ / "lijn.team", account, wie.gebruiker, wie.wachtwoord, klok=_dan) as kluis:
            yield lijn, bouw_diensten(kluis, _dan)
    databaseserver.weg("reizen")


def _dan() -> datetime:
    """Each time a second later: what notes when it was changed is changed each time."""
    return datetime(2026, 11, 1, 12, tzinfo=UTC) + timedelta(seconds=next(_TIK))


def reizen(lijn: Lijn, handeling: Callable[[], object]) -> int:
    """How many trips this takes at most, of some in a row, once what is read only the first time has been read.

    Of a row the most, so that what waits every second or third time is seen; of some rows the fewest: on a busy
    computer an answer comes in while the next question is still being made.
    """
    handeling()
    gemeten = []
    for _ in range(4):
        gemeten.append(max(_een(lijn, handeling) for _ in range(OP_RIJ)))
        if gemeten[-1] <= HOOGSTENS:
            break
    return min(gemeten)


def _een(lijn: Lijn, handeling: Callable[[], object]) -> int:
    eerst = lijn.reizen
    handeling()
    return lijn.reizen - eerst


def lezen(diensten: Diensten) -> dict[str, Callable[[], object]]:
    """What an office opens all day."""
    tafels = diensten.tafels.lijst()
    komend = next(tafel for tafel in tafels if tafel.status is OverlegStatus.CONCEPT and tafel.casussen)
    verzonden = next(tafel for tafel in tafels if tafel.status is OverlegStatus.VERZONDEN and tafel.casussen)
    gehad = next(tafel for tafel in tafels if tafel.status is OverlegStatus.GEHOUDEN and tafel.casussen)
    return {
        "vandaag": diensten.vandaag.toon,
        "casussen": diensten.casussen.lijst,
        "casus": lambda: diensten.casussen.toon(CasusId(2)),
        "triage": lambda: diensten.triage.toon(CasusId(2)),
        "oordelen": lambda: diensten.oordelen.blad(CasusId(2)),
        "overleggen": diensten.tafels.lijst,
        "agenda": lambda: diensten.agenda.toon(komend.id),
        "agenda met akkoord": lambda: diensten.agenda.toon(verzonden.id),
        "uitnodigingen": lambda: diensten.uitnodigingen.lijst(verzonden.id),
        "aan tafel": lambda: diensten.verslagen.aan_tafel(gehad.id),
        "verslag": lambda: diensten.verslagen.toon(gehad.id),
        "stukken van de agenda": lambda: diensten.documenten.agendastukken(verzonden.id),
        "stukken van het verslag": lambda: diensten.documenten.verslagstukken(gehad.id),
        "acties": diensten.acties.lijst,
        "zoeken": lambda: diensten.zoeken.zoek("verzonnen"),
        "bijlezen": diensten.werkplek.lees_bij,
    }


def test_wat_men_opent_wacht_hoogstens_acht_keer(over_een_lijn: tuple[Lijn, Diensten]) -> None:
    lijn, diensten = over_een_lijn
    gemeten = {naam: reizen(lijn, doe) for naam, doe in lezen(diensten).items()}
    assert {naam: aantal for naam, aantal in gemeten.items() if aantal > HOOGSTENS} == {}


def test_rondsturen_wacht_niet_vaker_met_meer_partijen(over_een_lijn: tuple[Lijn, Diensten]) -> None:
    lijn, diensten = over_een_lijn
    gehad = [tafel.id for tafel in diensten.tafels.lijst() if tafel.verslag_status is VerslagStatus.VASTGESTELD]
    per_tafel = {tafel: partial(diensten.rondsturen.lijst, VerzendingSoort.VERSLAG, tafel) for tafel in gehad}
    assert any(len(lees()) > 2 for lees in per_tafel.values())
    assert {tafel: n for tafel, lees in per_tafel.items() if (n := reizen(lijn, lees)) > HOOGSTENS} == {}


def schrijven(diensten: Diensten) -> dict[str, Callable[[], object]]:
    """What an office saves all day; each time something else."""
    beurten = itertools.count(1)
    tafel = next(t for t in diensten.tafels.lijst() if t.status is OverlegStatus.CONCEPT and t.casussen)
    punt = next(punt for punt in diensten.agenda.toon(tafel.id).punten if punt.casus_id is not None)
    cel = next(cel for cel in punt.cellen if cel.stand is PoortStand.UITGENODIGD)

    partijen = [regel.partij_id for regel in diensten.oordelen.blad(CasusId(2))]
    diensten.werkplek.bevestig(oefenaccount(Rol.PROCESREGISSEUR).wachtwoord)
    # who withdraws takes another partij each time, so that there is something to withdraw
    alle = [OordeelInvoer(partij, OordeelUitkomst.RECHTMATIG, "Eigen taak", "Nodig.") for partij in partijen]
    diensten.oordelen.geef(CasusId(2), alle)
    over = itertools.cycle(partijen)

    def oordelen(aantal: int) -> None:
        eerste = next(beurten) % 3
        over = partijen[eerste : eerste + aantal]
        gegeven = [OordeelInvoer(partij, OordeelUitkomst.RECHTMATIG, "Eigen taak", "Nodig.") for partij in over]
        diensten.oordelen.geef(CasusId(2), gegeven)

    return {
        "tekst": lambda: diensten.verslagen.bewaar_tekst(punt.id, VerslagTekst(f"beeld {next(beurten)}", "", "")),
        "agendapunt": lambda: diensten.agenda.wijzig_punt(punt.id, PuntInvoer(25, "", f"Doel {next(beurten)}.")),
        "bijdrage": lambda: diensten.agenda.vraag_bijdrage(punt.id, cel.partij_id, f"Vraag {next(beurten)}."),
        "verplaatsen": lambda: diensten.agenda.verplaats(punt.id, next(beurten) % 2),
        "stoel": lambda: diensten.agenda.zet_deelname(punt.id, cel.partij_id, aan=next(beurten) % 2 == 0),
        "oordeel": lambda: oordelen(1),
        "vijf oordelen": lambda: oordelen(5),
        "intrekken": lambda: diensten.oordelen.trek_in(CasusId(2), next(over), "Niet meer nodig."),
    }


def test_wat_men_bewaart_ook(over_een_lijn: tuple[Lijn, Diensten]) -> None:
    lijn, diensten = over_een_lijn
    diensten.werkplek.lees_bij()
    gemeten = {naam: reizen(lijn, doe) for naam, doe in schrijven(diensten).items()}
    assert {naam: aantal for naam, aantal in gemeten.items() if aantal > HOOGSTENS} == {}


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
