"""Import of partijen: what offices really hand in, and what is no list at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from proefwaarden import WACHTWOORD

from zvh_desktop.database.kluis import NieuweGebruiker, maak_kluis, open_kluis
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietBevoegd
from zvh_desktop.models.keuzes import PartijSoort, Rol
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.services.partijen.csv_lezen import MEESTE_BYTES, lees_csv_bestand
from zvh_desktop.services.partijen.inlezen import CsvUitkomst, PartijenCsvService
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer, PartijInvoer, PartijService
from zvh_desktop.services.werkplek.werkplek import Werkplek

LIJST = (
    "Partij;Korte naam;Groep;Contactpersoon;E-mailadres;Mandaat\r\n"
    "Mediant;Mediant;zorg;J. Oefenman;j.oefenman@voorbeeld.invalid;ja\r\n"
    "Mediant;;;Postbus intake;intake@voorbeeld.invalid;nee\r\n"
    "Café Zorg;Café Zorg;zorg;;;\r\n"
)


def _werkplek(kluismap: Path, naam: str) -> Werkplek:
    kluis = open_kluis(kluismap, naam, WACHTWOORD)
    return Werkplek(kluis, laad_meegeleverd("twente"), lambda: datetime(2026, 12, 8, 9, 0, tzinfo=UTC))


@pytest.fixture(scope="module")
def sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One vault for the module; each test looks at partijen of its own names or at an untouched register."""
    kluismap = tmp_path_factory.mktemp("csv") / "oefen.kluis"
    beheer = NieuweGebruiker("beheer", "B. Oefenman", frozenset({Rol.BEHEERDER}), WACHTWOORD)
    kluis, _ = maak_kluis(kluismap, beheer, oefen=True)
    with kluis:
        kluis.accounts.voeg_toe(NieuweGebruiker("medewerker", "M. Voorbeeld", frozenset({Rol.MEDEWERKER}), WACHTWOORD))
    yield kluismap


@pytest.fixture
def werkplek(sjabloon: Path) -> Iterator[Werkplek]:
    """The vault as a medewerker sees it, without partijen."""
    plek = _werkplek(sjabloon, "medewerker")
    register = PartijService(plek)
    for partij in register.lijst():
        register.verwijder(partij.id)
    yield plek
    plek.kluis.sluit()


@pytest.fixture
def invoer(werkplek: Werkplek) -> PartijenCsvService:
    """The import on that vault."""
    return PartijenCsvService(werkplek)


@pytest.mark.parametrize(
    ("inhoud", "codering", "teken"),
    [
        (LIJST.encode("utf-8"), "UTF-8", ";"),
        (LIJST.encode("utf-8-sig"), "UTF-8", ";"),
        (LIJST.encode("cp1252"), "Windows-1252", ";"),
        (LIJST.replace(";", ",").encode("utf-8"), "UTF-8", ","),
        (("sep=;\n" + LIJST).encode("cp1252"), "Windows-1252", ";"),
        (LIJST.replace("\r\n", "\n").encode("utf-8"), "UTF-8", ";"),
    ],
)
def test_leest_wat_een_rekenprogramma_schrijft(
    invoer: PartijenCsvService, werkplek: Werkplek, inhoud: bytes, codering: str, teken: str
) -> None:
    voorbeeld = invoer.voorbeeld(inhoud)
    assert (voorbeeld.codering, voorbeeld.scheidingsteken) == (codering, teken)
    assert [regel.uitkomst for regel in voorbeeld.regels] == [CsvUitkomst.TOEGEVOEGD] * 3
    invoer.voer_in(voorbeeld)
    partijen = {partij.naam: partij for partij in PartijService(werkplek).lijst()}
    assert set(partijen) == {"Mediant", "Café Zorg"}
    assert [(c.naam, c.mandaat) for c in partijen["Mediant"].contactpersonen] == [
        ("J. Oefenman", True),
        ("Postbus intake", False),
    ]


def test_een_voorbeeld_wijzigt_niets(invoer: PartijenCsvService, werkplek: Werkplek) -> None:
    invoer.voorbeeld(LIJST.encode())
    assert PartijService(werkplek).lijst() == ()


def test_tweede_keer_is_alles_gelijk(invoer: PartijenCsvService) -> None:
    invoer.voer_in(invoer.voorbeeld(LIJST.encode()))
    weer = invoer.voorbeeld(LIJST.encode())
    assert {regel.uitkomst for regel in weer.regels} == {CsvUitkomst.GELIJK}
    assert not weer.doet_iets


def test_zegt_per_regel_wat_er_wijzigt(invoer: PartijenCsvService, werkplek: Werkplek) -> None:
    register = PartijService(werkplek)
    partij_id = register.voeg_toe(PartijInvoer(naam="Mediant", kort="Med", opmerking="blijft staan"))
    register.voeg_contact_toe(partij_id, ContactpersoonInvoer(naam="J. Oefenman", telefoon="000"))
    voorbeeld = invoer.voorbeeld(LIJST.encode())
    assert voorbeeld.regels[0].uitkomst is CsvUitkomst.GEWIJZIGD
    assert "korte naam: Med wordt Mediant" in voorbeeld.regels[0].toelichting
    assert "mandaat: nee wordt ja" in voorbeeld.regels[0].toelichting
    invoer.voer_in(voorbeeld)
    partij = register.toon(partij_id)
    assert (partij.kort, partij.opmerking, partij.contactpersonen[0].telefoon) == ("Mediant", "blijft staan", "000")


def test_weigert_een_regel_met_reden_en_doet_de_rest(invoer: PartijenCsvService, werkplek: Werkplek) -> None:
    inhoud = (
        "Organisatie;Afk;Soort;Toetreding;Contact;Mail;Overleg\n"
        "Testpartij A;A;convenantpartij;8-12-2020;;;\n"
        "Testpartij B;A;;;;;\n"
        "Testpartij met een heel lange naam;;;;;;\n"
        "Testpartij C;C;vereniging;;;;\n"
        "Testpartij D;D;;31-02-2020;;;\n"
        "Testpartij E;E;;;M. Voorbeeld;geen adres;\n"
        ";F;;;;;\n"
        "Testpartij G;G;;;;g@voorbeeld.invalid;\n"
        "Testpartij H;H;;;M. Voorbeeld;;praatgroep\n"
        "Testpartij A;AA;;;;;\n"
        "Testpartij A;A;;;;;\n"
    )
    voorbeeld = invoer.voorbeeld(inhoud.encode())
    assert [regel.nummer for regel in voorbeeld.regels] == list(range(2, 13))
    geweigerd = {regel.nummer: regel.toelichting for regel in voorbeeld.regels
                 if regel.uitkomst is CsvUitkomst.GEWEIGERD}  # fmt: skip
    assert sorted(geweigerd) == [3, 4, 5, 6, 7, 8, 9, 10, 11]
    assert "Er is al een partij" in geweigerd[3]
    assert "korte naam" in geweigerd[4]
    assert "vereniging" in geweigerd[5]
    assert "geen datum" in geweigerd[6]
    assert "e-mailadres" in geweigerd[7]
    assert "ontbreekt de naam" in geweigerd[9]
    assert "Op regel 2" in geweigerd[11]
    assert voorbeeld.regels[-1].toelichting == "staat al op regel 2"
    invoer.voer_in(voorbeeld)
    (partij,) = PartijService(werkplek).lijst()
    assert (partij.naam, partij.soort, partij.aangesloten_op) == (
        "Testpartij A",
        PartijSoort.CONVENANTPARTIJ,
        date(2020, 12, 8),
    )


def test_een_geweigerde_contactpersoon_laat_ook_de_partij_weg(invoer: PartijenCsvService, werkplek: Werkplek) -> None:
    invoer.voer_in(invoer.voorbeeld(b"partij;kort;contactpersoon;email\nTestpartij;T;M. Voorbeeld;fout\nAnder;An;;\n"))
    assert [partij.naam for partij in PartijService(werkplek).lijst()] == ["Ander"]


def test_overlegsoort_mag_bij_naam(invoer: PartijenCsvService, werkplek: Werkplek) -> None:
    soort = werkplek.profiel.overlegsoorten[0]
    invoer.voer_in(invoer.voorbeeld(f"partij;kort;contact;overleg\nTest;T;M. Voorbeeld;{soort.naam}\n".encode()))
    assert PartijService(werkplek).lijst()[0].contactpersonen[0].overlegsoorten == (soort.sleutel,)


def test_naam_is_van_de_contactpersoon_als_er_een_kolom_partij_is(invoer: PartijenCsvService) -> None:
    voorbeeld = invoer.voorbeeld(b"naam,partij,kleur\nM. Voorbeeld,Test,rood\n")
    assert (voorbeeld.regels[0].partij, voorbeeld.regels[0].contactpersoon) == ("Test", "M. Voorbeeld")
    assert voorbeeld.onbekende_kolommen == ("kleur",)


def test_aanhalingstekens_opmaak_en_emoji_blijven_tekst(invoer: PartijenCsvService, werkplek: Werkplek) -> None:
    inhoud = 'partij;kort;opmerking\n"Zorg ""Op maat"" <b>&";Z<b>&;"regel 1\nregel 2 🙂 שלום"\n'
    invoer.voer_in(invoer.voorbeeld(inhoud.encode()))
    (partij,) = PartijService(werkplek).lijst()
    assert partij.naam == 'Zorg "Op maat" <b>&'
    assert partij.opmerking == "regel 1\nregel 2 🙂 שלום"


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "leeg"),
        (b"  \r\n\r\n ", "leeg"),
        (b"partij\nMediant\n", "één kolom"),
        (b"partij;kort\n", "alleen een kop"),
        (b"PK\x03\x04\x14\x00", "rekenprogramma"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "geen tekstbestand"),
        (b"partij;kort;kort\nA;B;C\n", "twee keer"),
        (b'partij;kort\n"A;B\n', "aanhalingsteken"),
        (b"partij;kort\n" + b"A;B\n" * 50_001, "te veel regels"),
        (b"x" * (MEESTE_BYTES + 1), "te groot"),
    ],
)
def test_wat_geen_lijst_is_wordt_met_een_zin_geweigerd(invoer: PartijenCsvService, inhoud: bytes, zin: str) -> None:
    with pytest.raises(InvoerOngeldig, match=zin) as fout:
        invoer.voorbeeld(inhoud)
    assert "Er is niets gewijzigd." in str(fout.value)


def test_een_groot_bestand_wordt_niet_eens_gelezen(tmp_path: Path) -> None:
    groot = tmp_path / "groot.csv"
    with groot.open("wb") as bestand:
        bestand.truncate(100 * 1024 * 1024)
    with pytest.raises(InvoerOngeldig, match="te groot"):
        lees_csv_bestand(groot)


def test_een_verdwenen_bestand_of_map_geeft_een_zin(tmp_path: Path) -> None:
    for pad in (tmp_path / "weg.csv", tmp_path):
        with pytest.raises(InvoerOngeldig, match="kan niet worden gelezen"):
            lees_csv_bestand(pad)


def test_wie_intussen_iets_wijzigde_krijgt_niet_wat_niemand_zag(invoer: PartijenCsvService, werkplek: Werkplek) -> None:
    voorbeeld = invoer.voorbeeld(LIJST.encode())
    PartijService(werkplek).voeg_toe(PartijInvoer(naam="Mediant", kort="Med"))
    with pytest.raises(GebruikersFout, match="gewijzigd nadat"):
        invoer.voer_in(voorbeeld)
    assert [partij.naam for partij in PartijService(werkplek).lijst()] == ["Mediant"]


def test_de_beheerder_leest_geen_partijen_in(sjabloon: Path) -> None:
    plek = _werkplek(sjabloon, "beheer")
    try:
        with pytest.raises(NietBevoegd):
            PartijenCsvService(plek).voorbeeld(LIJST.encode())
    finally:
        plek.kluis.sluit()


@pytest.mark.parametrize("kop", ["Aangesloten op", "Uitgetreden op", "Telefoon", "Mandaat"])
def test_een_cel_van_vijfduizend_cijfers_is_een_bevinding(invoer: PartijenCsvService, kop: str) -> None:
    """Python itself refuses to read a number that long."""
    lijst = f"Partij;Korte naam;{kop}\r\nTestpartij;Test;{'9' * 5000}\r\n"
    (regel,) = invoer.voorbeeld(lijst.encode()).regels
    assert regel.uitkomst is CsvUitkomst.GEWEIGERD
