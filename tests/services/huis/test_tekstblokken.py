"""Blocks of text: of the house and of one user, with fields, and never with somebody of a file in them."""

from __future__ import annotations

import json

import pytest
from factories import BEHEER, MEDEWERKER, REGIE, WACHTWOORD, Bureau
from sqlalchemy import select, text

from zvh_desktop.database.koffer.reis import REIZEN
from zvh_desktop.errors import InvoerOngeldig, NietBevoegd, NietGevonden
from zvh_desktop.models.instelling import EIGEN_BLOKKEN, Instelling
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.huis.tekstblokken import MEESTE_BLOKKEN, TEKSTBLOKKEN, Blokregel
from zvh_desktop.services.kluis.gegevens import AccountInvoer

HUIS = Blokregel("gesprek", "Er is een gesprek geweest.")
EIGEN = Blokregel("gesprek", "Ik sprak {?wie} op {dag}.", eigen=True)


def test_een_blok_van_het_huis_is_er_voor_iedereen_en_een_eigen_alleen_voor_wie_het_maakte(bureau: Bureau) -> None:
    bureau.diensten().tekstblokken.bewaar(HUIS)
    bureau.diensten().tekstblokken.bewaar(EIGEN)
    assert bureau.diensten().tekstblokken.lijst() == (EIGEN, HUIS)
    ander = bureau.als(MEDEWERKER).diensten().tekstblokken
    assert ander.lijst() == (HUIS,)
    ingevuld = ander.gevuld("GESPREK")
    assert ingevuld is not None
    assert ingevuld.tekst == "Er is een gesprek geweest."
    assert ander.gevuld("anders") is None


def test_een_eigen_blok_gaat_voor_dat_van_het_huis(bureau: Bureau) -> None:
    dienst = bureau.diensten().tekstblokken
    for een in (HUIS, EIGEN):
        dienst.bewaar(een)
    ingevuld = dienst.gevuld("gesprek")
    assert ingevuld is not None
    assert ingevuld.tekst.startswith("Ik sprak [wie] op ")


def test_velden_vullen_zich_in_en_het_eerste_lege_is_gekozen(bureau: Bureau) -> None:
    dienst = bureau.diensten().tekstblokken
    tekst = "{datum}, {tijd} uur, {Mijn naam} van {huis}: {?wie} en {?wat}. {niets"
    ingevuld = dienst.vul(Blokregel("x", tekst))
    assert bureau.profiel.naam in ingevuld.tekst
    assert bureau.werkplek.naam in ingevuld.tekst
    assert "{datum}" not in ingevuld.tekst
    assert ingevuld.tekst[ingevuld.begin : ingevuld.einde] == "[wie]"
    assert ingevuld.tekst.endswith("[wat]. {niets")
    zonder = dienst.vul(HUIS)
    assert zonder.begin == zonder.einde == len(HUIS.tekst)


@pytest.mark.parametrize(
    ("blok", "zin"),
    [
        (Blokregel("a", "Tekst"), "korte naam"),
        (Blokregel("twee_woorden!", "Tekst"), "korte naam"),
        (Blokregel("goed", "  \n "), "Typ de tekst"),
        (Blokregel("goed", "Op {datun}."), "datun"),
        (Blokregel("goed", "Met {?}."), "vraagteken"),
        (Blokregel("goed", "Met {?\u200b}."), "vraagteken"),
        (Blokregel("goed", "Met {?\u2060 \u00ad}."), "vraagteken"),
        (Blokregel("goed", "x" * 4001), "te lang"),
        (Blokregel("goed", "Over J. Oefenman."), "naam van een betrokkene"),
        (Blokregel("goed", "Zie {nummer}."), "nummer van een casus"),
    ],
)
def test_wat_niet_kan_wordt_geweigerd_met_een_zin(bureau: Bureau, blok: Blokregel, zin: str) -> None:
    casus = bureau.casus("J. Oefenman")
    nummer = bureau.nummer(casus)
    dienst = bureau.diensten().tekstblokken
    with pytest.raises(InvoerOngeldig, match=zin):
        dienst.bewaar(Blokregel(blok.kort, blok.tekst.replace("{nummer}", nummer)))
    assert dienst.lijst() == ()


def test_wijzigen_weghalen_en_een_dubbele_naam(bureau: Bureau) -> None:
    dienst = bureau.diensten().tekstblokken
    dienst.bewaar(HUIS)
    with pytest.raises(InvoerOngeldig, match="al een tekstblok /gesprek"):
        dienst.bewaar(Blokregel("/Gesprek", "Anders."))
    nieuw = Blokregel("overleg", "Er is overleg geweest.")
    dienst.bewaar(nieuw, HUIS)
    assert dienst.lijst() == (nieuw,)
    dienst.haal_weg(nieuw)
    assert dienst.lijst() == ()
    with pytest.raises(NietGevonden):
        dienst.haal_weg(nieuw)


def test_wat_iemand_anders_onder_die_naam_schreef_is_geen_blok(bureau: Bureau) -> None:
    for waarde in ("geen json", "[1, 2]"):
        with bureau.kluis.sessies.begin() as sessie:
            sessie.merge(Instelling(sleutel=TEKSTBLOKKEN, waarde=waarde))
            sessie.merge(Instelling(sleutel=EIGEN_BLOKKEN, waarde=waarde))
        assert bureau.diensten().tekstblokken.lijst() == ()


def test_er_passen_niet_meer_dan_zoveel_in(bureau: Bureau) -> None:
    vol = ", ".join(f'"b{nummer:03}": "x"' for nummer in range(MEESTE_BLOKKEN))
    with bureau.kluis.sessies.begin() as sessie:
        sessie.merge(Instelling(sleutel=TEKSTBLOKKEN, waarde=f"{{{vol}}}"))
    with pytest.raises(InvoerOngeldig, match="passen"):
        bureau.diensten().tekstblokken.bewaar(HUIS)


def test_eigen_blokken_noemen_geen_account_in_een_sleutel_en_gaan_niet_mee_in_een_koffer(bureau: Bureau) -> None:
    for wie in (MEDEWERKER, REGIE):
        bureau.als(wie).diensten().tekstblokken.bewaar(EIGEN)
    bureau.diensten().tekstblokken.bewaar(HUIS)
    mee = next(een.waar for een in REIZEN if een.rij is Instelling)
    with bureau.kluis.lees_sessies() as sessie:
        sleutels = set(sessie.scalars(select(Instelling.sleutel)))
        reist = set(sessie.scalars(select(Instelling.sleutel).where(text(mee))))
    assert not [een for een in sleutels if MEDEWERKER in een or REGIE in een]
    assert {een for een in sleutels if een.startswith(TEKSTBLOKKEN)} == {TEKSTBLOKKEN, EIGEN_BLOKKEN}
    assert TEKSTBLOKKEN in reist
    assert EIGEN_BLOKKEN not in reist


def test_met_een_account_gaan_zijn_blokken_en_een_nieuw_met_die_naam_begint_zonder(bureau: Bureau) -> None:
    for wie in (MEDEWERKER, REGIE):
        bureau.als(wie).diensten().tekstblokken.bewaar(EIGEN)
    bureau.als(BEHEER).diensten().beheer.verwijder_account(MEDEWERKER)
    rest = json.loads(bureau.waarde("SELECT waarde FROM instelling WHERE sleutel = :wie", wie=EIGEN_BLOKKEN))
    assert rest == {REGIE: {EIGEN.kort: EIGEN.tekst}}
    with bureau.kluis.sessies.begin() as sessie:  # as when the program stopped between the account and its blocks
        sessie.merge(Instelling(sleutel=EIGEN_BLOKKEN, waarde=json.dumps({**rest, MEDEWERKER: {"oud": "Van eerder."}})))
    nieuw = AccountInvoer(MEDEWERKER, "N. Nieuweling", frozenset({Rol.MEDEWERKER}), WACHTWOORD)
    bureau.diensten().beheer.voeg_account_toe(nieuw)
    assert bureau.waarde("SELECT waarde FROM instelling WHERE sleutel = :wie", wie=EIGEN_BLOKKEN) == json.dumps(rest)


def test_een_beheerder_leest_ze_en_houdt_ze_niet_bij_en_het_logboek_zegt_niet_wat_erin_staat(bureau: Bureau) -> None:
    bureau.diensten().tekstblokken.bewaar(HUIS)
    regel = bureau.logboek()[-1]
    assert (regel["handeling"], regel["object_id"]) == ("tekstblok gewijzigd", "huis")
    with pytest.raises(NietBevoegd):
        bureau.als(BEHEER).diensten().tekstblokken.bewaar(HUIS)
    bureau.als(REGIE)
