"""How many statements each screen asks of the vault: bounded on the practice vault, and the same for a larger meeting.

Over a line of 10 ms every statement is a wait, so what counts is their number and not their length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factories import Bureau
from oefenkluizen import Oefenkluizen
from sqlteller import geteld, tel

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.models.keuzes import ActieStatus, OverlegId, OverlegStatus, PartijId, PoortStand, Rol
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst

HOOGSTENS = {"agenda": 20, "uitnodigingen": 20, "verslag": 20, "aan tafel": 20, "stukken": 20}
DETECTOR = 5
"""Once for all that is made in one act: the names, the partijen, the house, the places, and the casussen (ADR 0103)."""
CASUS, VANDAAG, TEKST = 10, 7, 6
"""Of Vandaag one for its numbers, one for the overleggen, three for what is to be cleared away, and two for everything
else together (services/vandaag/signalen.py). Of a text that is saved two are for the search index: what waits, and
that put into it."""
SPATIE, GETYPT = 14, 15
"""One looks whether the schema is still the one of the migrations (ADR 0029), one at what waits for the search index
(ADR 0036); what was typed goes into that in one more."""
MATEN = ((4, 4), (8, 8), (12, 12))


@pytest.fixture
def diensten(oefenkluizen: Oefenkluizen, tmp_path: Path) -> Iterator[Diensten]:
    """The practice vault, opened by the procesregisseur: who sees most."""
    account = oefenaccount(Rol.PROCESREGISSEUR)
    with open_kluis(oefenkluizen.kopie("twente", tmp_path / "kluis"), account.gebruiker, account.wachtwoord) as kluis:
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
    diensten.vandaag.tellingen()
    with geteld(diensten.werkplek.kluis) as teller:
        diensten.verslagen.bewaar_tekst(punt.id, VerslagTekst("Een verzonnen zin.", "", ""))
        diensten.vandaag.tellingen()  # as the window does after every save
    assert teller.aantal <= TEKST, teller.opdrachten


def test_de_tellingen_kloppen_na_wat_ertoe_doet(diensten: Diensten) -> None:
    open_acties = diensten.vandaag.tellingen().acties
    assert open_acties == diensten.vandaag.toon().open_acties > 0
    actie = diensten.acties.lijst()[0]
    diensten.acties.zet_status(actie.id, ActieStatus.GEREED)
    assert diensten.vandaag.tellingen().acties == open_acties - 1
    with geteld(diensten.werkplek.kluis) as teller:
        assert diensten.vandaag.tellingen().vandaag == len(diensten.vandaag.toon().regels)
    assert teller.aantal <= VANDAAG


def test_spatie_in_de_matrix_en_typen_op_de_agenda(diensten: Diensten) -> None:
    kluis, agenda = diensten.werkplek.kluis, diensten.agenda
    tafel = next(tafel for tafel in diensten.tafels.lijst() if tafel.status is OverlegStatus.CONCEPT)
    punt, cel = next(
        (punt, cel)
        for punt in agenda.toon(tafel.id).punten
        for cel in punt.cellen
        if cel.stand is PoortStand.UITGENODIGD
    )
    for aan in (False, True, False, True):
        voor = agenda.momentopname(tafel.id)
        with geteld(kluis) as teller:
            wissel = agenda.zet_deelname(punt.id, cel.partij_id, aan=aan)
        assert (teller.sessies, teller.aantal <= SPATIE) == (1, True), teller.opdrachten
        assert (wissel.voor, wissel.na) == (voor, agenda.momentopname(tafel.id))
        assert wissel.beeld == agenda.toon(tafel.id)
    for handeling in (
        lambda: agenda.vraag_bijdrage(punt.id, cel.partij_id, "Een verzonnen vraag."),
        lambda: agenda.wijzig_punt(punt.id, PuntInvoer(25, "", "Een ander doel.")),
    ):
        with geteld(kluis) as teller:
            wissel = handeling()
        assert (teller.sessies, teller.aantal <= GETYPT) == (1, True), teller.opdrachten
        assert wissel.beeld == agenda.toon(tafel.id)
        assert wissel.na == agenda.momentopname(tafel.id) != wissel.voor


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
    assert aantallen[0] <= HOOGSTENS["stukken"] + DETECTOR
