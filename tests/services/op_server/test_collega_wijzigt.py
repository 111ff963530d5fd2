"""Two people in one house: what one of them changed is not overwritten by who did not see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from dbserver import Databaseserver
from factories import MEDEWERKER, REGIE, WACHTWOORD, ProefKlok, kopieer
from serverbureau import Serverbureau, met_rijen_van

from zvh_desktop.errors import GebruikersFout, IntussenGewijzigd, RegelGeweigerd
from zvh_desktop.models.instelling import EIGEN_BLOKKEN, EIGEN_WEERGAVEN
from zvh_desktop.models.keuzen.ordekeuzes import WensSoort
from zvh_desktop.models.keuzes import AanmeldingId, CasusId, OverlegStatus
from zvh_desktop.models.overleg import Agendapunt
from zvh_desktop.services.beheer.kluiszorg import Kluiszorg
from zvh_desktop.services.casus.aanmelding_gegevens import BetrokkeneInvoer
from zvh_desktop.services.casus.plannen import DoelInvoer, PlanBeeld, PlanInvoer
from zvh_desktop.services.huis.eigen_lijsten import lees_bewaard, leg_neer
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.services.tafel.volgorde.wens_gegevens import Tijden, WensInvoer
from zvh_desktop.services.werkplek.rechten import Recht


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


def test_ongedaan_maken_haalt_geen_stoel_weg_die_de_ander_erbij_zette(
    twee: tuple[Serverbureau, Serverbureau],
) -> None:
    regie, medewerker = twee
    tafel, casus = regie.tafel(), regie.casus()
    punt = regie.punt(tafel, casus, "Politie")
    regie.oordeel(casus, "OM")
    medewerker.werkplek.lees_bij()
    wissel = medewerker.agenda.vraag_bijdrage(punt, medewerker.partij("Politie"), "komen")
    regie.agenda.zet_deelname(punt, regie.partij("OM"), aan=True)

    with pytest.raises(IntussenGewijzigd):
        medewerker.agenda.herstel(wissel.voor)

    medewerker.agenda.herstel(wissel.voor, wissel.na)
    assert regie.aan_tafel(tafel) == {regie.nummer(casus): frozenset({"Politie", "OM"})}


def test_ongedaan_maken_laat_een_wens_van_de_ander_staan(twee: tuple[Serverbureau, Serverbureau]) -> None:
    regie, medewerker = twee
    tafel, casus = regie.tafel(), regie.casus()
    regie.punt(tafel, casus, "Politie")
    medewerker.werkplek.lees_bij()
    wensen = medewerker.agenda.wensen
    voor = wensen.momentopname(tafel)
    wensen.voeg_toe(tafel, WensInvoer(WensSoort.VANAF, partij_id=regie.partij("Politie"), tijd=time(10, 0)))
    na = wensen.momentopname(tafel)
    regie.werkplek.lees_bij()
    regie.agenda.wensen.zet_tijden(tafel, regie.partij("Politie"), Tijden(tot=time(10, 45)))
    medewerker.werkplek.lees_bij()

    wensen.herstel(tafel, voor, na)

    assert [een.soort for een in wensen.momentopname(tafel)] == [WensSoort.TOT]


def namen(kantoor: Serverbureau, aanmelding: AanmeldingId) -> tuple[str, ...]:
    """Who the aanmelding is about."""
    return tuple(een.naam for een in kantoor.aanmeldingen.toon(aanmelding).betrokkenen)


def test_een_formulier_haalt_niemand_weg_die_de_ander_erbij_zette(twee: tuple[Serverbureau, Serverbureau]) -> None:
    regie, medewerker = twee
    aanmelding = regie.aanmelding("A. Oefenman")
    medewerker.werkplek.lees_bij()
    getoond = medewerker.aanmeldingen.toon(aanmelding).invoer
    erbij = replace(getoond, betrokkenen=(*getoond.betrokkenen, BetrokkeneInvoer("B. Oefenvrouw")))
    regie.aanmeldingen.bewaar(aanmelding, erbij)

    with pytest.raises(IntussenGewijzigd, match=f"door {REGIE}"):
        medewerker.aanmeldingen.bewaar(aanmelding, replace(getoond, verzoek="Iets anders."))

    assert namen(regie, aanmelding) == ("A. Oefenman", "B. Oefenvrouw")


def test_een_formulier_zet_niemand_terug_die_de_ander_weghaalde(twee: tuple[Serverbureau, Serverbureau]) -> None:
    regie, medewerker = twee
    aanmelding = regie.aanmelding("A. Oefenman")
    met = regie.aanmeldingen.toon(aanmelding).invoer
    regie.aanmeldingen.bewaar(
        aanmelding, replace(met, betrokkenen=(*met.betrokkenen, BetrokkeneInvoer("B. Oefenvrouw")))
    )
    medewerker.werkplek.lees_bij()
    getoond = medewerker.aanmeldingen.toon(aanmelding).invoer
    regie.aanmeldingen.bewaar(aanmelding, replace(getoond, betrokkenen=getoond.betrokkenen[:1]))

    with pytest.raises(IntussenGewijzigd):
        medewerker.aanmeldingen.bewaar(aanmelding, replace(getoond, verzoek="Iets anders."))

    assert namen(regie, aanmelding) == ("A. Oefenman",)
    medewerker.werkplek.lees_bij()
    nu = medewerker.aanmeldingen.toon(aanmelding).invoer
    medewerker.aanmeldingen.bewaar(aanmelding, replace(nu, verzoek="Iets anders."))
    assert regie.aanmeldingen.toon(aanmelding).invoer.verzoek == "Iets anders."


def test_wie_iets_in_een_keer_weghaalt_wordt_ook_vergeleken(twee: tuple[Serverbureau, Serverbureau]) -> None:
    """The times that a partij gave are replaced by one statement, which no unit of work knows of."""
    regie, medewerker = twee
    tafel, casus = regie.tafel(), regie.casus()
    regie.punt(tafel, casus, "Politie")
    politie = regie.partij("Politie")
    medewerker.werkplek.lees_bij()
    wensen = regie.agenda.wensen
    wensen.zet_tijden(tafel, politie, Tijden(vanaf=time(10, 0)))

    with pytest.raises(IntussenGewijzigd):
        medewerker.agenda.wensen.zet_tijden(tafel, politie, Tijden(tot=time(10, 30)))

    assert wensen.tijden(tafel) == {politie: Tijden(vanaf=time(10, 0))}


def test_wat_wordt_bijgelezen_terwijl_een_handeling_loopt_telt_daarin_niet(
    twee: tuple[Serverbureau, Serverbureau],
) -> None:
    """An act beside the window rests on what was read before it began."""
    regie, medewerker = twee
    tafel, casus = regie.tafel(), regie.casus()
    punt = regie.punt(tafel, casus, "Politie")
    regie.akkoord(tafel)
    regie.gehouden(tafel)
    medewerker.werkplek.lees_bij()
    regie.verslagen.bewaar_tekst(punt, VerslagTekst("van de regisseur", "", ""))

    with (
        pytest.raises(IntussenGewijzigd),
        medewerker.werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "verslag bijgewerkt", "overleg") as werk,
    ):
        werk.sessie.get_one(Agendapunt, punt).beeld = "van de medewerker"
        medewerker.werkplek.lees_bij()

    assert regie.verslagen.toon(tafel).punten[0].tekst.beeld == "van de regisseur"


def test_eigen_weergaven_houden_elkaar_niet_op(twee: tuple[Serverbureau, Serverbureau]) -> None:
    """They are one setting, to which each adds an own part."""
    regie, _medewerker = twee
    for sleutel in (EIGEN_WEERGAVEN, EIGEN_BLOKKEN):
        for kantoor in (*twee, *twee):
            with kantoor.werkplek.schrijf(Recht.CASUS_LEZEN, "weergave bewaard", "weergave") as werk:
                bewaard = lees_bewaard(werk.sessie, sleutel)
                leg_neer(werk.sessie, sleutel, {**bewaard, kantoor.werkplek.gebruiker: ["iets"]})
    with regie.werkplek.lees(Recht.CASUS_LEZEN) as sessie:
        assert set(lees_bewaard(sessie, EIGEN_WEERGAVEN)) == {REGIE, MEDEWERKER}


def met_doel(beeld: PlanBeeld, plek: int, tekst: str) -> PlanInvoer:
    """What is in view, with another text in one goal; at the others nothing was typed."""
    doelen = [replace(een, zoals_gelezen=True) for een in beeld.invoer.doelen]
    doelen[plek] = replace(doelen[plek], doel=tekst, zoals_gelezen=False)
    return replace(beeld.invoer, doelen=tuple(doelen))


def test_twee_werken_aan_twee_doelen_van_een_plan(twee: tuple[Serverbureau, Serverbureau]) -> None:
    regie, medewerker = twee
    plan = regie.plannen.begin(regie.casus())
    doelen = tuple(DoelInvoer("Huisvesting", een) for een in ("Een dak.", "Een inkomen.", "Rust."))
    regie.plannen.bewaar(plan, PlanInvoer(doelen=doelen))
    medewerker.werkplek.lees_bij()
    beeld = medewerker.plannen.toon(plan)
    regie.plannen.bewaar(plan, met_doel(regie.plannen.toon(plan), 0, "Een eigen dak."))

    medewerker.plannen.bewaar(plan, met_doel(beeld, 2, "Rust in huis."))

    nu = regie.plannen.toon(plan).invoer.doelen
    assert [een.id for een in nu] == [een.id for een in beeld.invoer.doelen]
    assert [een.doel for een in nu] == ["Een eigen dak.", "Een inkomen.", "Rust in huis."]


def test_hetzelfde_doel_gaat_niet_zonder_woord_over_dat_van_een_ander(
    twee: tuple[Serverbureau, Serverbureau],
) -> None:
    regie, medewerker = twee
    plan = regie.plannen.begin(regie.casus())
    regie.plannen.bewaar(plan, PlanInvoer(doelen=(DoelInvoer("Huisvesting", "Een dak."),)))
    medewerker.werkplek.lees_bij()
    beeld = medewerker.plannen.toon(plan)
    regie.plannen.bewaar(plan, met_doel(regie.plannen.toon(plan), 0, "Een eigen dak."))

    with pytest.raises(IntussenGewijzigd):
        medewerker.plannen.bewaar(plan, met_doel(beeld, 0, "Een huurwoning."))

    assert [een.doel for een in regie.plannen.toon(plan).invoer.doelen] == ["Een eigen dak."]


def test_een_doel_dat_een_ander_weghaalde_komt_niet_terug_met_wat_ernaast_staat(
    twee: tuple[Serverbureau, Serverbureau],
) -> None:
    regie, medewerker = twee
    plan = regie.plannen.begin(regie.casus())
    doelen = tuple(DoelInvoer("Huisvesting", een) for een in ("Een dak.", "Rust."))
    regie.plannen.bewaar(plan, PlanInvoer(doelen=doelen))
    medewerker.werkplek.lees_bij()
    beeld = medewerker.plannen.toon(plan)
    regie.plannen.bewaar(plan, PlanInvoer(doelen=regie.plannen.toon(plan).invoer.doelen[1:]))

    medewerker.plannen.bewaar(plan, met_doel(beeld, 1, "Rust in huis."))

    assert [een.doel for een in regie.plannen.toon(plan).invoer.doelen] == ["Rust in huis."]


def test_gezien_is_tot_waar_is_gelezen_en_niet_tot_waar_de_server_is(twee: tuple[Serverbureau, Serverbureau]) -> None:
    """A dialog that opens after a colleague saved something rests on what was read before that."""
    regie, medewerker = twee
    zorg = Kluiszorg(medewerker.werkplek)
    gelezen = zorg.gezien_handeling()
    assert gelezen == zorg.laatste_handeling()

    regie.tafel()

    assert zorg.gezien_handeling() == gelezen != zorg.laatste_handeling()
    medewerker.werkplek.lees_bij()
    assert zorg.gezien_handeling() == zorg.laatste_handeling()


def test_een_eigen_handeling_is_gezien_tenzij_een_ander_ertussen_kwam(
    twee: tuple[Serverbureau, Serverbureau],
) -> None:
    regie, medewerker = twee
    zorg = Kluiszorg(regie.werkplek)
    regie.tafel()
    assert zorg.gezien_handeling() == zorg.laatste_handeling()

    medewerker.aanmelding()
    regie.casus()

    assert zorg.gezien_handeling() != zorg.laatste_handeling()


def test_na_een_eigen_weigering_is_wat_u_daarna_doet_weer_gezien(twee: tuple[Serverbureau, Serverbureau]) -> None:
    """Else what was typed does not come back in its field after a crash, though nobody else did anything."""
    regie, medewerker = twee
    zorg = Kluiszorg(regie.werkplek)
    with pytest.raises(GebruikersFout):
        regie.plannen.begin(CasusId(999_999))
    assert zorg.gezien_handeling() == zorg.laatste_handeling()
    regie.casus()
    assert zorg.gezien_handeling() == zorg.laatste_handeling()

    medewerker.aanmelding()
    with pytest.raises(GebruikersFout):
        regie.plannen.begin(CasusId(999_999))
    assert zorg.gezien_handeling() != zorg.laatste_handeling(), "what a colleague did before it was not seen"


@pytest.mark.parametrize("eigen", ["gedaan", "geweigerd"])
def test_wat_een_collega_werd_geweigerd_maakt_eigen_handelingen_niet_ongezien(
    twee: tuple[Serverbureau, Serverbureau], eigen: str
) -> None:
    """It wrote a line in the log and nothing else: there is nothing of it that could have been seen."""
    regie, medewerker = twee
    zorg = Kluiszorg(regie.werkplek)
    regie.casus()
    with pytest.raises(GebruikersFout):
        medewerker.plannen.begin(CasusId(999_999))
    if eigen == "gedaan":
        regie.casus()
    else:
        with pytest.raises(GebruikersFout):
            regie.plannen.begin(CasusId(999_999))
    assert zorg.gezien_handeling() == zorg.laatste_handeling()

    medewerker.aanmelding()
    with pytest.raises(GebruikersFout):
        medewerker.plannen.begin(CasusId(999_999))
    regie.casus()
    assert zorg.gezien_handeling() != zorg.laatste_handeling(), "what was done before the refusal was not seen"
