"""Two people in one house: what one of them changed is not overwritten by who did not see it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dbserver import Databaseserver
from factories import MEDEWERKER, REGIE, WACHTWOORD, ProefKlok, kopieer
from serverbureau import Serverbureau, met_rijen_van

from zvh_desktop.errors import IntussenGewijzigd, RegelGeweigerd
from zvh_desktop.models.keuzes import OverlegStatus
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst


@pytest.fixture
def twee(
    twents_sjabloon: Path, tmp_path: Path, klok: ProefKlok, databaseserver: Databaseserver
) -> Iterator[tuple[Serverbureau, Serverbureau]]:
    """Two of the same office at work on one server, each at a computer."""
    mappen = [kopieer(twents_sjabloon, tmp_path / naam) for naam in ("een.kluis", "twee.kluis")]
    naam = met_rijen_van(databaseserver, mappen[0], REGIE, WACHTWOORD)
    engines = [databaseserver.motor(naam).open() for _ in mappen]
    samen = [
        Serverbureau(plek, klok, engine, wie)
        for plek, engine, wie in zip(mappen, engines, (REGIE, MEDEWERKER), strict=True)
    ]
    for kantoor in samen:
        kantoor.werkplek.lees_bij()
    yield samen[0], samen[1]
    for kantoor, engine in zip(samen, engines, strict=True):
        kantoor.sluit()
        engine.dispose()
    databaseserver.geef_terug(naam)


def test_wat_de_ander_intussen_wijzigde_wordt_niet_overschreven(twee: tuple[Serverbureau, Serverbureau]) -> None:
    regie, medewerker = twee
    tafel, casus = regie.tafel(), regie.casus()
    punt = regie.punt(tafel, casus, "Politie")
    regie.akkoord(tafel)
    regie.gehouden(tafel)
    medewerker.werkplek.lees_bij()
    regie.verslagen.bewaar_tekst(punt, VerslagTekst("van de regisseur", "", ""))

    with pytest.raises(IntussenGewijzigd) as fout:
        medewerker.verslagen.bewaar_tekst(punt, VerslagTekst("van de medewerker", "", ""))

    assert f"door {REGIE}: verslag bijgewerkt" in fout.value.gebeurd
    assert regie.verslagen.toon(tafel).punten[0].tekst.beeld == "van de regisseur"
    medewerker.werkplek.lees_bij()
    medewerker.verslagen.bewaar_tekst(punt, VerslagTekst("van allebei", "", ""))
    assert regie.verslagen.toon(tafel).punten[0].tekst.beeld == "van allebei"


def test_wie_iets_anders_wijzigt_aan_hetzelfde_punt_mag_door(twee: tuple[Serverbureau, Serverbureau]) -> None:
    regie, medewerker = twee
    tafel, casus = regie.tafel(), regie.casus()
    punt = regie.punt(tafel, casus, "Politie")
    regie.akkoord(tafel)
    regie.gehouden(tafel)
    medewerker.werkplek.lees_bij()
    regie.verslagen.bewaar_tekst(punt, VerslagTekst("beeld", "", ""))

    medewerker.verslagen.bewaar_tekst(punt, VerslagTekst("beeld", "", "besluit"))

    tekst = regie.verslagen.toon(tafel).punten[0].tekst
    assert (tekst.beeld, tekst.besluitvorming) == ("beeld", "besluit")


def test_wie_steeds_zelf_wijzigt_houdt_zichzelf_niet_op(twee: tuple[Serverbureau, Serverbureau]) -> None:
    regie, _medewerker = twee
    tafel, casus = regie.tafel(), regie.casus()
    punt = regie.punt(tafel, casus, "Politie")
    regie.akkoord(tafel)
    regie.gehouden(tafel)
    for tekst in ("een", "twee", "drie"):
        regie.verslagen.bewaar_tekst(punt, VerslagTekst(tekst, "", ""))
    assert regie.verslagen.toon(tafel).punten[0].tekst.beeld == "drie"


def test_niemand_tekent_wat_intussen_anders_werd(twee: tuple[Serverbureau, Serverbureau]) -> None:
    regie, medewerker = twee
    tafel, casus = regie.tafel(), regie.casus()
    punt = regie.punt(tafel, casus, "Politie", "OM")
    medewerker.werkplek.lees_bij()
    medewerker.agenda.zet_deelname(punt, medewerker.partij("OM"), aan=False)
    regie.alsof_bevestigd()

    with pytest.raises(IntussenGewijzigd, match=f"door {MEDEWERKER}"):
        regie.akkoord(tafel)

    assert regie.agenda.toon(tafel).kop.status is not OverlegStatus.AKKOORD
    regie.akkoord(tafel)
    assert regie.aan_tafel(tafel) == {regie.nummer(casus): frozenset({"Politie"})}


def test_een_ingetrokken_oordeel_van_een_ander_geldt_meteen(twee: tuple[Serverbureau, Serverbureau]) -> None:
    regie, medewerker = twee
    tafel, casus = regie.tafel(), regie.casus()
    punt = regie.punt(tafel, casus, "Politie", "OM")
    medewerker.werkplek.lees_bij()
    medewerker.agenda.zet_deelname(punt, medewerker.partij("OM"), aan=False)
    regie.werkplek.lees_bij()
    regie.trek_in(casus, "OM")

    with pytest.raises(RegelGeweigerd, match="Openbaar Ministerie"):
        medewerker.agenda.zet_deelname(punt, medewerker.partij("OM"), aan=True)

    assert regie.aan_tafel(tafel) == {regie.nummer(casus): frozenset({"Politie"})}
