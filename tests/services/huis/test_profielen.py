"""A newer profile in a running house: what is in use cannot disappear, and what was held keeps its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from factories import BEHEER, MEDEWERKER, REGIE, Bureau, ProefKlok
from proefwaarden import WACHTWOORD
from pypdf import PdfReader
from sqlalchemy.exc import IntegrityError

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietBevoegd, ProfielOngeldig
from zvh_desktop.models.keuzes import Regel, Rol
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.profiel.lezen import lees_profiel
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer
from zvh_desktop.services.bestuur.overleggen import OverleggenService
from zvh_desktop.services.huis.profielbestand import controleer, laad_profiel, nieuw_sjabloon, schrijf_sjabloon
from zvh_desktop.services.huis.profielen import ProfielService
from zvh_desktop.services.kluis.gegevens import AccountInvoer, NieuweKluis
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.services.werkplek.klok import systeemklok


def versie(huis: str = "twente", nummer: str = "2.0", **anders: str) -> str:
    """The profile of a house as a newer version, with pieces of its text replaced."""
    tekst = laad_meegeleverd(huis).brontekst
    tekst = re.sub(r'^versie = ".*"$', f'versie = "{nummer}"', tekst, count=1, flags=re.MULTILINE)
    for oud, nieuw in anders.items():
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw)
    return tekst


def met(tekst: str, oud: str, nieuw: str) -> str:
    assert oud in tekst
    return tekst.replace(oud, nieuw)


@pytest.fixture
def beheer(bureau: Bureau) -> Iterator[ProfielService]:
    """The service as the beheerder has it; the casussen are made by a test as the procesregisseur first."""
    bureau.als(BEHEER)
    yield ProfielService(bureau.werkplek)


def als_beheer(bureau: Bureau) -> ProfielService:
    return ProfielService(bureau.als(BEHEER).werkplek)


def zonder_regel(tekst: str, sleutel: str) -> str:
    """As an application wrote it that did not know this rule yet."""
    zonder, aantal = re.subn(rf"^\[regels\.{sleutel}\]\n(?:.+\n)+", "", tekst, flags=re.MULTILINE)
    assert aantal == 1
    return zonder


def test_een_kluis_van_een_eerdere_applicatie_gaat_open(bureau: Bureau) -> None:
    tekst = zonder_regel(versie("delft", "1.0"), "opschaling_besluit")
    with pytest.raises(ProfielOngeldig, match="opschaling_besluit"):
        lees_profiel(tekst, "delft.toml")
    bureau.zonder_triggers(["profiel_versie_blijft"])
    bureau.sql("UPDATE profiel_versie SET inhoud = :tekst", tekst=tekst)
    profiel = bureau.diensten().profiel
    assert profiel.opschaling is not None
    assert not profiel.geldt(Regel.OPSCHALING_BESLUIT)
    assert "ouder dan deze regel" in profiel.regel(Regel.OPSCHALING_BESLUIT).reden
    assert profiel.geldt(Regel.ALLEEN_RECHTMATIGE_PARTIJEN)


# --- taking into use ------------------------------------------------------------------------------


def test_nieuwe_versie_geldt_meteen_en_staat_in_de_lijst(bureau: Bureau, beheer: ProfielService) -> None:
    nieuw = met(versie(), 'triage = "triage"', 'triage = "weging"')
    beheer.neem_in_gebruik(nieuw)
    assert bureau.werkplek.profiel.termen.triage == "weging"
    assert [(regel.versie, regel.in_gebruik) for regel in beheer.versies()] == [("2.0", True), ("1.0", False)]
    assert bureau.logboek()[-1]["handeling"] == "huisprofiel in gebruik genomen"
    assert bureau.logboek()[-1]["object_id"] == "twente 2.0"


def test_gehouden_overleg_houdt_zijn_woorden_en_artikelen(bureau: Bureau, klok: ProefKlok, tmp_path: Path) -> None:
    overleggen = OverleggenService(bureau.werkplek)
    invoer = OverlegInvoer("stuurgroep", klok.vandaag, time(13), time(15), "Raadzaal")
    gehouden, gepland = overleggen.plan(invoer), overleggen.plan(invoer)
    overleggen.houd(gehouden)
    overleggen.voeg_punt_toe(gehouden, BestuurpuntInvoer("Jaarplan"))
    tafel = bureau.tafel()
    getekend = bureau.tafel(klok.over(30))
    bureau.punt(getekend, bureau.casus(), "Politie")
    bureau.akkoord(getekend)
    nieuw = met(versie(), 'naam = "Stuurgroep Zorg, Veiligheid en Straf"', 'naam = "Bestuur van het Huis"')
    nieuw = met(nieuw, 'artikel = "art. 4.3 onder b"', 'artikel = "art. 99.1"')
    gevolgen = als_beheer(bureau).neem_in_gebruik(nieuw)
    assert gevolgen == ("2 overleggen in voorbereiding gaan verder met versie 2.0.",)
    overleggen = OverleggenService(bureau.werkplek)
    oud, nu = overleggen.toon(gehouden), overleggen.toon(gepland)
    assert oud.kop.naam == "Stuurgroep Zorg, Veiligheid en Straf"
    assert "art. 4.3 onder b" in oud.stemregel[0]
    assert nu.kop.naam == "Bestuur van het Huis"
    assert "art. 99.1" in nu.stemregel[0]
    pad = tmp_path / "verslag.pdf"
    pad.write_bytes(overleggen.verslag_pdf(gehouden).inhoud)
    tekst = " ".join(blad.extract_text() for blad in PdfReader(pad).pages)
    assert "art. 4.3 onder b" in tekst
    assert "art. 99.1" not in tekst
    versies = {
        rij: bureau.waarde("SELECT profiel_versie_id FROM overleg WHERE id = :id", id=rij) for rij in (tafel, getekend)
    }
    assert versies[tafel] != versies[getekend]


def test_plan_na_de_nieuwe_versie_valt_daaronder(bureau: Bureau) -> None:
    als_beheer(bureau).neem_in_gebruik(versie())
    nieuw = bureau.werkplek.profiel
    bureau.als(REGIE)
    bureau.werkplek.profiel = nieuw
    tafel = bureau.tafel()
    laatste = bureau.waarde("SELECT max(id) FROM profiel_versie")
    assert bureau.waarde("SELECT profiel_versie_id FROM overleg WHERE id = :id", id=tafel) == laatste


def test_ook_met_gewone_sql_houdt_een_gehouden_overleg_zijn_profiel(bureau: Bureau, klok: ProefKlok) -> None:
    overleggen = OverleggenService(bureau.werkplek)
    gehouden = overleggen.plan(OverlegInvoer("stuurgroep", klok.vandaag, time(13), time(15), "Raadzaal"))
    overleggen.houd(gehouden)
    als_beheer(bureau).neem_in_gebruik(versie())
    for opdracht in (
        "UPDATE overleg SET profiel_versie_id = (SELECT max(id) FROM profiel_versie)",
        "UPDATE profiel_versie SET inhoud = ''",
        "DELETE FROM profiel_versie",
        "INSERT OR REPLACE INTO profiel_versie SELECT id, sleutel, versie, '', vastgelegd_op FROM profiel_versie",
    ):
        with pytest.raises(IntegrityError):
            bureau.sql(opdracht)


# --- refusals -------------------------------------------------------------------------------------


def test_wat_in_gebruik_is_kan_er_niet_uit_en_wordt_genoemd(bureau: Bureau, klok: ProefKlok) -> None:
    casus_id = bureau.casus()
    nummer = bureau.nummer(casus_id)
    bureau.punt(bureau.tafel(klok.over(14)), casus_id)
    bureau.aanmelding("M. Voorbeeld")
    fase = bureau.waarde("SELECT fase FROM casus")
    eerste_aanpak, eerste_besluit = bureau.profiel.aanpakken[0], bureau.profiel.besluiten[0]
    nieuw = versie()
    for oud in (f'sleutel = "{fase}"', f'naar = ["{fase}"]'):
        nieuw = met(nieuw, oud, oud.replace(fase, "hernoemd"))
    nieuw = nieuw.replace(f'naar_fase = "{fase}"', 'naar_fase = "hernoemd"')
    nieuw = met(nieuw, f'sleutel = "{eerste_aanpak.sleutel}"', 'sleutel = "andere-aanpak"')
    nieuw = met(
        nieuw,
        f'sleutel = "{eerste_besluit.sleutel}"\nnaam = "{eerste_besluit.naam}"',
        f'sleutel = "anders"\nnaam = "{eerste_besluit.naam}"',
    )
    lees_profiel(nieuw, "geldig op zichzelf")
    dienst = als_beheer(bureau)
    bezwaren = dienst.bekijk(nieuw).bezwaren
    with pytest.raises(ProfielOngeldig) as fout:
        dienst.neem_in_gebruik(nieuw, "nieuw.toml")
    assert fout.value.bevindingen == bezwaren
    gevonden = {bezwaar.plaats: bezwaar.gevonden for bezwaar in bezwaren}
    assert set(gevonden) == {"fasen", "aanpakken", "besluiten"}
    assert f'"{fase}"' in gevonden["fasen"]
    assert nummer in gevonden["fasen"]
    assert f'"{eerste_aanpak.sleutel}"' in gevonden["aanpakken"]
    assert "is binnengekomen" in gevonden["aanpakken"]
    assert f'"{eerste_besluit.sleutel}"' in gevonden["besluiten"]
    assert "de agenda van 15 september 2026" in gevonden["besluiten"]
    assert "Oefenman" not in str(fout.value)
    assert [regel.versie for regel in dienst.versies()] == ["1.0"]
    assert bureau.werkplek.profiel.versie == "1.0"
    assert bureau.logboek()[-1]["resultaat"] == "geweigerd"


def test_overlegsoort_met_een_gepland_overleg_blijft_en_blijft_wat_hij_is(bureau: Bureau, klok: ProefKlok) -> None:
    OverleggenService(bureau.werkplek).plan(OverlegInvoer("expertgroep", klok.over(9), time(9), time(10), "Zaal"))
    weg = met(versie(), 'sleutel = "expertgroep"', 'sleutel = "adviesgroep"')
    dienst = als_beheer(bureau)
    (bezwaar,) = dienst.bekijk(weg).bezwaren
    assert (bezwaar.plaats, "10 september 2026" in bezwaar.gevonden) == ("overlegsoorten", True)
    expertgroep = bureau.profiel.overlegsoort("expertgroep")
    naar_operationeel = met(
        versie(),
        f'kort = "{expertgroep.kort}"\nlidwoord = "de"\nniveau = "tactisch"\ncasuistiek = false',
        f'kort = "{expertgroep.kort}"\nlidwoord = "de"\nniveau = "operationeel"\ncasuistiek = true',
    )
    leden = re.search(r'sleutel = "expertgroep".*?(leden = \[\n.*?\n\]\n)', naar_operationeel, re.DOTALL)
    assert leden is not None
    naar_operationeel = naar_operationeel.replace(leden[1], "", 1)
    stuurgroep = 'kort = "Stuurgroep"\nlidwoord = "de"\nniveau = "strategisch"'
    tactisch = "\n".join(
        (
            "[[overlegsoorten]]", 'sleutel = "nieuw"', 'naam = "Nieuw"', 'meervoud = "Nieuwe"', 'kort = "Nieuw"',
            'lidwoord = "het"', 'niveau = "tactisch"', "casuistiek = false", 'stemregel = { wijze = "geen_regel" }',
            'artikel = "art. 5"', "", "[[aanpakken]]",
        )
    )  # fmt: skip
    assert stuurgroep in naar_operationeel
    anders = naar_operationeel.replace("[[aanpakken]]", tactisch, 1)
    (bezwaar,) = dienst.bekijk(anders).bezwaren
    assert "casuistiek" in bezwaar.plaats


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        (versie("delft"), InvoerOngeldig),
        (versie(nummer="1.0"), InvoerOngeldig),
        ("sleutel = 3", ProfielOngeldig),
        ("geen toml [", ProfielOngeldig),
    ],
)
def test_ander_huis_oude_versie_en_onzin_worden_geweigerd(
    beheer: ProfielService, tekst: str, soort: type[GebruikersFout]
) -> None:
    for poging in (beheer.neem_in_gebruik, beheer.bekijk):
        with pytest.raises(soort):
            poging(tekst)
    assert [regel.versie for regel in beheer.versies()] == ["1.0"]


@pytest.mark.parametrize("wie", [REGIE, MEDEWERKER])
def test_alleen_de_beheerder_neemt_een_profiel_in_gebruik(bureau: Bureau, wie: str) -> None:
    dienst = ProfielService(bureau.als(wie).werkplek)
    assert dienst.versies()
    with pytest.raises(NietBevoegd):
        dienst.neem_in_gebruik(versie())


def test_vervallen_lezing_wordt_gemeld_en_gewist(haags_bureau: Bureau) -> None:
    haags_bureau.als(BEHEER)
    lezing = haags_bureau.profiel.afschaling.lezingen[-1].sleutel
    haags_bureau.sql("INSERT INTO instelling VALUES ('lezing_afschaling', :lezing)", lezing=lezing)
    kop = "[[afschaling.lezingen]]\nsleutel = "
    nieuw = met(versie("haaglanden"), f'{kop}"{lezing}"', f'{kop}"anders-gelezen"')
    dienst = ProfielService(haags_bureau.werkplek)
    (gevolg,) = dienst.neem_in_gebruik(nieuw)
    assert "lezing" in gevolg
    assert haags_bureau.waarde("SELECT count(*) FROM instelling WHERE sleutel = 'lezing_afschaling'") == 0


# --- files ----------------------------------------------------------------------------------------


def ingevuld() -> str:
    """The template with a house of its own in it."""
    return nieuw_sjabloon().replace("Voorbeeld", "Eigen").replace("voorbeeld", "eigen")


def test_sjabloon_is_een_geldig_profiel_met_uitleg(tmp_path: Path) -> None:
    bestand = tmp_path / "nieuw.toml"
    schrijf_sjabloon(bestand)
    assert {bevinding.gevonden.split(":")[0] for bevinding in controleer(bestand)} == {"nog niet ingevuld"}
    assert bestand.read_text(encoding="utf-8") == nieuw_sjabloon()
    bestand.write_text(ingevuld(), encoding="utf-8")
    assert controleer(bestand) == ()
    bestand.write_text(nieuw_sjabloon(), encoding="utf-8")
    assert nieuw_sjabloon().count("\n#") > 100
    with pytest.raises(GebruikersFout, match="bestaat al"):
        schrijf_sjabloon(bestand)
    with pytest.raises(GebruikersFout, match="niet geschreven"):
        schrijf_sjabloon(tmp_path / "geen" / "map.toml")


def test_controleer_noemt_de_plaats_en_leest_ook_kladblok(tmp_path: Path) -> None:
    bestand = tmp_path / "huis.toml"
    bestand.write_bytes(b"\xef\xbb\xbf" + ingevuld().encode())
    assert controleer(bestand) == ()
    bestand.write_text(met(ingevuld(), 'naar = ["tafel"]', 'naar = ["tafle"]'), encoding="utf-8")
    (bevinding, *_) = controleer(bestand)
    assert bevinding.plaats == "fasen[1].naar"
    bestand.write_bytes(b"naam = '\xff\xfe'")
    with pytest.raises(GebruikersFout, match="UTF-8"):
        controleer(bestand)
    with pytest.raises(GebruikersFout, match="niet te lezen"):
        controleer(tmp_path)


def test_kluis_van_een_zesde_huis_begint_met_een_bestand(tmp_path: Path) -> None:
    bestand = tmp_path / "eigenstad.toml"
    bestand.write_text(ingevuld(), encoding="utf-8")
    toegang = ToegangDienst(systeemklok)
    keuze = toegang.profiel_uit_bestand(bestand)
    assert (keuze.sleutel, keuze.naam) == (bestand, "Zorg- en Veiligheidshuis Eigenstad")
    partijen = tuple(partij.naam for partij in toegang.profiel_partijen(bestand))
    account = AccountInvoer("beheer", "B. Oefenman", frozenset({Rol.BEHEERDER}), WACHTWOORD)
    invoer = NieuweKluis(tmp_path / "zesde.kluis", bestand, partijen, account, (), "huis@voorbeeld.invalid")
    diensten = toegang.maak_kluis(invoer, lambda *_: None).diensten
    assert diensten.instellingen.toon().afzender_email == "huis@voorbeeld.invalid"
    try:
        assert diensten.profiel == laad_profiel(bestand)
        assert {partij.naam for partij in diensten.partijen.lijst()} == set(partijen)
        nieuw = met(ingevuld(), 'versie = "1.0"', 'versie = "1.1"')
        diensten.profielen.neem_in_gebruik(nieuw)
        assert diensten.profiel.versie == "1.1"
    finally:
        diensten.sluit()
    bestand.write_text("sleutel = 3", encoding="utf-8")
    with pytest.raises(ProfielOngeldig):
        toegang.profiel_uit_bestand(bestand)
