"""How many statements each screen asks of the vault: bounded on the practice vault, and the same for a larger meeting.

Over a line of 10 ms every statement is a wait, so what counts is their number and not their length.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factories import Bureau
from sqlteller import geteld, tel

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.models.keuzes import OverlegId, PartijId, Rol
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount
from zvh_desktop.services.oefenen.kluis import maak_oefenkluis
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst

HOOGSTENS = {"agenda": 20, "uitnodigingen": 20, "verslag": 20, "aan tafel": 20, "stukken": 20}
CASUS, VANDAAG, TEKST = 12, 8, 6
MATEN = ((4, 4), (8, 8), (12, 12))


@pytest.fixture(scope="module")
def oefenkluis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed practice vault."""
    basis = tmp_path_factory.mktemp("tellen")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        maak_oefenkluis(basis / "kluis", "twente", lambda _nu, _van, _wat: None)
    return basis / "kluis"


@pytest.fixture
def diensten(oefenkluis: Path, tmp_path: Path) -> Iterator[Diensten]:
    """The practice vault, opened by the procesregisseur: who sees most."""
    shutil.copytree(oefenkluis, tmp_path / "kluis")
    account = oefenaccount(Rol.PROCESREGISSEUR)
    with open_kluis(tmp_path / "kluis", account.gebruiker, account.wachtwoord) as kluis:
        yield bouw_diensten(kluis)


def _schermen(diensten: Diensten, overleg_id: OverlegId) -> dict[str, Callable[[], object]]:
    return {
        "agenda": lambda: diensten.agenda.toon(overleg_id),
        "uitnodigingen": lambda: diensten.uitnodigingen.lijst(overleg_id),
        "verslag": lambda: diensten.verslagen.toon(overleg_id),
        "aan tafel": lambda: diensten.verslagen.aan_tafel(overleg_id),
        "stukken": lambda: diensten.documenten.verslagstukken(overleg_id),
    }


def test_de_schermen_van_elke_tafel(diensten: Diensten) -> None:
    for tafel in diensten.tafels.lijst():
        aantallen = {naam: tel(diensten.werkplek.kluis, lees) for naam, lees in _schermen(diensten, tafel.id).items()}
        assert {naam: n for naam, n in aantallen.items() if n > HOOGSTENS[naam]} == {}


def test_elke_casus(diensten: Diensten) -> None:
    for casus in diensten.casussen.lijst():
        assert tel(diensten.werkplek.kluis, lambda sleutel=casus.id: diensten.casussen.toon(sleutel)) <= CASUS


def test_vandaag_en_de_tellingen(diensten: Diensten) -> None:
    assert diensten.vandaag.toon().regels
    assert tel(diensten.werkplek.kluis, diensten.vandaag.toon) <= VANDAAG


def test_een_tekst_bewaren(diensten: Diensten) -> None:
    tafel = next(tafel for tafel in diensten.tafels.lijst() if tafel.casussen == 1)
    punt = next(punt for punt in diensten.agenda.toon(tafel.id).punten if punt.casus_id is not None)
    teksten = iter("abcd")
    assert (
        tel(
            diensten.werkplek.kluis,
            lambda: diensten.verslagen.bewaar_tekst(punt.id, VerslagTekst(next(teksten), "", "")),
        )
        <= TEKST
    )


def _tafel(bureau: Bureau, punten: int, partijen: int) -> OverlegId:
    """A tafel at which each of so many partijen sits at each of so many casussen."""
    kort = [partij.kort for partij in bureau.partijen.lijst()[:partijen]]
    overleg_id = bureau.tafel()
    besluit = bureau.profiel.besluiten[0].sleutel
    for nummer in range(punten):
        casus_id = bureau.casus(f"Betrokkene{nummer}")
        bureau.oordeel(casus_id, *kort)
        punt_id = bureau.agenda.voeg_casus_toe(overleg_id, casus_id)
        bureau.agenda.wijzig_punt(punt_id, PuntInvoer(20, "", "Bepalen wie wat doet.", besluit, "Wonen"))
        bureau.agenda.nodig_alle_uit(punt_id)
    bureau.contact(*kort)
    bureau.akkoord(overleg_id)
    return overleg_id


def test_een_grotere_tafel_vraagt_niet_meer(bureau: Bureau) -> None:
    aantallen = []
    for punten, partijen in MATEN:
        overleg_id = _tafel(bureau, punten, partijen)
        diensten = bureau.diensten()
        assert diensten.uitnodigingen.bereid_voor(overleg_id) == partijen
        assert [regel.punten for regel in diensten.uitnodigingen.lijst(overleg_id)] == [punten] * partijen
        aantallen.append({naam: tel(bureau.kluis, lees) for naam, lees in _schermen(diensten, overleg_id).items()})
    assert aantallen[1:] == aantallen[:1] * 2
    assert all(aantallen[0][naam] <= HOOGSTENS[naam] for naam in HOOGSTENS)


def test_alle_agendastukken_kosten_per_stuk_evenveel(bureau: Bureau) -> None:
    """One look at the chain for the code on each document; all else is read once."""
    aantallen = []
    for punten, partijen in MATEN:
        overleg_id = _tafel(bureau, punten, partijen)
        diensten = bureau.diensten()
        vragen = diensten.documenten.agendastukken(overleg_id)
        assert {vraag.partij_id for vraag in vragen} == {
            None,
            *(PartijId(partij.id) for partij in bureau.partijen.lijst()[:partijen]),
        }
        with geteld(bureau.kluis) as teller:
            diensten.documenten.maak_alle(vragen)
        assert teller.sessies == 1
        aantallen.append(teller.aantal - len(vragen))
    assert len(set(aantallen)) == 1
    assert aantallen[0] <= HOOGSTENS["stukken"]
