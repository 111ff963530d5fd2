"""Views of lists: of the house and of one user, without somebody of a file in them, and none that outlives a file."""

from __future__ import annotations

import json

import pytest
from factories import BEHEER, MEDEWERKER, REGIE, WACHTWOORD, Bureau
from opruimhulp import dossier, vernietiger
from sqlalchemy import select, text

from zvh_desktop.database.koffer.reis import REIZEN
from zvh_desktop.errors import InvoerOngeldig, NietGevonden
from zvh_desktop.models.instelling import EIGEN_WEERGAVEN, Instelling
from zvh_desktop.models.keuzes import Rol, VernietigSoort
from zvh_desktop.services.huis.weergaven import MEESTE_WEERGAVEN, WEERGAVEN, Weergave, Weergavestand
from zvh_desktop.services.kluis.gegevens import AccountInvoer

STAND = Weergavestand(
    zoek="wonen",
    filters=(("fase", "triage"),),
    keuzes=(("welke", "open"),),
    kolommen=("nummer", "fase"),
    breedtes=(("nummer", 12.5),),
    sorteer="fase",
    aflopend=True,
)
EIGEN = Weergave("casussen", "Mijn triage", STAND)
HUIS = Weergave("casussen", "Maandoverzicht", Weergavestand(zoek="lopend"), eigen=False)


def test_een_eigen_weergave_is_van_een_en_die_van_het_huis_van_iedereen(bureau: Bureau) -> None:
    dienst = bureau.diensten().weergaven
    for een in (HUIS, EIGEN):
        dienst.bewaar(een)
    assert dienst.lijst("casussen") == (EIGEN, HUIS)
    assert dienst.lijst("acties") == ()
    assert bureau.als(MEDEWERKER).diensten().weergaven.lijst("casussen") == (HUIS,)
    assert bureau.als(BEHEER).diensten().weergaven.lijst("casussen") == (HUIS,)


def test_ook_een_beheerder_bewaart_er_een(bureau: Bureau) -> None:
    dienst = bureau.als(BEHEER).diensten().weergaven
    logboek = Weergave("logboek", "Rollen", Weergavestand(keuzes=(("wat", "rol gewijzigd"),)))
    dienst.bewaar(logboek)
    assert dienst.lijst("logboek") == (logboek,)


def test_hernoemen_bijwerken_delen_en_verwijderen(bureau: Bureau) -> None:
    dienst = bureau.diensten().weergaven
    dienst.bewaar(EIGEN)
    anders = Weergave("casussen", "Triage", Weergavestand(zoek="x"), eigen=False)
    dienst.bewaar(anders, EIGEN)
    assert dienst.lijst("casussen") == (anders,)
    dienst.haal_weg(anders)
    assert dienst.lijst("casussen") == ()
    for doe in (lambda: dienst.haal_weg(anders), lambda: dienst.bewaar(EIGEN, anders)):
        with pytest.raises(NietGevonden, match="niet meer"):
            doe()


@pytest.mark.parametrize(
    ("weergave", "zin"),
    [
        (Weergave("casussen", "  ", STAND), "Typ hoe"),
        (Weergave("casussen", "x" * 61, STAND), "te lang"),
        (Weergave("casussen", "mijn TRIAGE", STAND), "al een weergave"),
        (Weergave("casussen", "Zaak {nummer}", STAND), "In de naam"),
        (Weergave("casussen", "Van Oefenman", STAND), "In de naam"),
        (Weergave("casussen", "Een", Weergavestand(zoek="oéfenman")), "zoekveld"),
        (Weergave("casussen", "Een", Weergavestand(zoek="{nummer}")), "zoekveld"),
        (Weergave("casussen", "Een", Weergavestand(filters=(("betrokkene", "J. Oefenman"),))), "filter"),
    ],
)
def test_wat_niet_kan_wordt_geweigerd_met_een_zin(bureau: Bureau, weergave: Weergave, zin: str) -> None:
    nummer = bureau.nummer(bureau.casus("J. Oefenman"))
    dienst = bureau.diensten().weergaven
    dienst.bewaar(EIGEN)
    stand = Weergavestand(weergave.stand.zoek.replace("{nummer}", nummer), weergave.stand.filters)
    with pytest.raises(InvoerOngeldig, match=zin):
        dienst.bewaar(Weergave("casussen", weergave.naam.replace("{nummer}", nummer), stand))
    assert dienst.lijst("casussen") == (EIGEN,)


def test_er_passen_niet_meer_dan_zoveel_bij_een_lijst(bureau: Bureau) -> None:
    vol: dict[str, dict[str, object]] = {"casussen": {f"w{nummer}": {} for nummer in range(MEESTE_WEERGAVEN)}}
    with bureau.kluis.sessies.begin() as sessie:
        sessie.merge(Instelling(sleutel=WEERGAVEN, waarde=json.dumps(vol)))
    dienst = bureau.diensten().weergaven
    with pytest.raises(InvoerOngeldig, match="passen"):
        dienst.bewaar(HUIS)
    dienst.bewaar(Weergave("acties", "Te laat", Weergavestand()))


def test_wat_iemand_anders_onder_die_naam_schreef_is_geen_weergave(bureau: Bureau) -> None:
    half = json.dumps({"casussen": {"Half": {"zoek": 3, "filters": [], "kolommen": "x", "breedtes": {"a": "breed"}}}})
    for waarde, verwacht in (("geen json", ()), ("[1]", ()), ('{"casussen": 3}', ()), (half, ("Half",))):
        with bureau.kluis.sessies.begin() as sessie:
            sessie.merge(Instelling(sleutel=WEERGAVEN, waarde=waarde))
        gelezen = bureau.diensten().weergaven.lijst("casussen")
        assert tuple(een.naam for een in gelezen) == verwacht
    assert gelezen[0].stand == Weergavestand(zoek="3")


def test_eigen_weergaven_gaan_niet_mee_in_een_koffer_en_gaan_met_hun_account(bureau: Bureau) -> None:
    for wie in (MEDEWERKER, REGIE):
        bureau.als(wie).diensten().weergaven.bewaar(EIGEN)
    bureau.diensten().weergaven.bewaar(HUIS)
    mee = next(een.waar for een in REIZEN if een.rij is Instelling)
    with bureau.kluis.lees_sessies() as sessie:
        reist = set(sessie.scalars(select(Instelling.sleutel).where(text(mee))))
        sleutels = set(sessie.scalars(select(Instelling.sleutel)))
    assert {een for een in sleutels if een.startswith(WEERGAVEN)} == {WEERGAVEN, EIGEN_WEERGAVEN}
    assert WEERGAVEN in reist and EIGEN_WEERGAVEN not in reist
    bureau.als(BEHEER).diensten().beheer.verwijder_account(MEDEWERKER)
    rest = json.loads(bureau.waarde("SELECT waarde FROM instelling WHERE sleutel = :wie", wie=EIGEN_WEERGAVEN))
    assert set(rest) == {REGIE}
    nieuw = AccountInvoer(MEDEWERKER, "N. Nieuweling", frozenset({Rol.MEDEWERKER}), WACHTWOORD)
    bureau.diensten().beheer.voeg_account_toe(nieuw)
    rest = json.loads(bureau.waarde("SELECT waarde FROM instelling WHERE sleutel = :wie", wie=EIGEN_WEERGAVEN))
    assert set(rest) == {REGIE}


def test_het_logboek_zegt_niet_hoe_hij_heet_of_wat_erin_staat(bureau: Bureau) -> None:
    dienst = bureau.diensten().weergaven
    dienst.bewaar(EIGEN)
    dienst.haal_weg(EIGEN)
    regels = bureau.logboek()[-2:]
    assert [(een["handeling"], een["object_id"]) for een in regels] == [
        ("weergave gewijzigd", "eigen"),
        ("weergave weggehaald", "eigen"),
    ]
    assert "triage" not in json.dumps(regels, default=str).lower()


def test_met_een_dossier_gaat_elke_weergave_waarin_iemand_ervan_te_herkennen_is(bureau: Bureau) -> None:
    """A part of a name is no name, and is kept; who knows the file recognises it, so it does not outlive it."""
    deel = Weergave("casussen", "Deel", Weergavestand(zoek="oefenmans"))
    filter_ = Weergave("acties", "Filter", Weergavestand(filters=(("eigenaar", "Oefen"),)), eigen=False)
    for wie in (MEDEWERKER, REGIE):
        bureau.als(wie)
        for een in (deel, EIGEN):
            bureau.diensten().weergaven.bewaar(een)
    bureau.diensten().weergaven.bewaar(filter_)
    zaak = dossier(bureau, naam="J. Oefenmanstra")
    vernietiger(bureau).doe(zaak, VernietigSoort.VERNIETIGEN)
    for wie in (MEDEWERKER, REGIE):
        dienst = bureau.als(wie).diensten().weergaven
        assert dienst.lijst("casussen") == (EIGEN,)
        assert dienst.lijst("acties") == ()


HERKENBAAR = {
    "kort woord": ("Bo Li", Weergavestand(zoek="li")),
    "korte achternaam": ("Q. de Vos", Weergavestand(filters=(("eigenaar", "VOS"),))),
    "korte naam, heel": ("Bo Li", Weergavestand(zoek="Bo  Li")),
    "aan elkaar": ("Bo Li", Weergavestand(zoek="boli")),
    "niet het begin": ("J. Oefenmanstra", Weergavestand(zoek="manstra")),
    "langer dan de naam": ("El Khattabi", Weergavestand(zoek="khattabilaan")),
    "een spatie minder": ("El Khattabi", Weergavestand(zoek="elkhattabi")),
    "een ander veld": ("J. Oefenmanstra", Weergavestand(filters=(("a", "niets"), ("b", "oefenm")))),
    "nummer": ("Q. de Vos", Weergavestand(zoek="{nummer}")),
    "nummer, anders geschreven": ("Q. de Vos", Weergavestand(zoek="{jaar} / 0001")),
    "volgnummer": ("Q. de Vos", Weergavestand(zoek="0001")),
}
VAN_NIEMAND = {
    "tussenvoegsel": Weergavestand(zoek="de"),
    "voorletter": Weergavestand(zoek="q"),
    "ander woord": Weergavestand(zoek="bonnen"),
    "ander kort woord": Weergavestand(zoek="lid"),
    "jaar": Weergavestand(zoek="2026"),
}


@pytest.mark.parametrize("soort", HERKENBAAR)
def test_geen_weergave_overleeft_een_dossier_dat_erin_te_herkennen_is(bureau: Bureau, soort: str) -> None:
    """Kept from before the file was there: nothing was refused then."""
    naam, stand = HERKENBAAR[soort]
    jaar = str(bureau.klok.vandaag.year)
    zoek = stand.zoek.replace("{nummer}", f"{jaar}-0001").replace("{jaar}", jaar)
    blijven = [Weergave("casussen", een, van_niemand) for een, van_niemand in VAN_NIEMAND.items()]
    dienst = bureau.diensten().weergaven
    for eigen in (True, False):
        dienst.bewaar(Weergave("casussen", "Herkenbaar", Weergavestand(zoek, stand.filters), eigen))
        dienst.bewaar(Weergave("acties", "Li en Khattabi, Vos, Oefenmanstra", Weergavestand(), eigen))
    for een in blijven:
        dienst.bewaar(een)
    zaak = dossier(bureau, naam=naam)
    assert bureau.waarde("SELECT nummer FROM casus WHERE id = :zaak", zaak=zaak) == f"{jaar}-0001"
    assert len(bureau.diensten().weergaven.lijst("casussen")) == len(blijven) + 2
    vernietiger(bureau).doe(zaak, VernietigSoort.VERNIETIGEN)
    assert set(bureau.diensten().weergaven.lijst("casussen")) == set(blijven)
    assert bureau.diensten().weergaven.lijst("acties") == ()
