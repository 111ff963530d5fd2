"""Lists as other programs write them: mail programs, a bookkeeping package, a telephone, and workbooks as people make
them. What can be read is read rightly; what cannot is refused line by line, and nothing lands at another partij."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import pytest
import xlsxwriter
from factories import Bureau

from zvh_desktop.services.partijen.csv_lezen import lees_csv
from zvh_desktop.services.partijen.inlezen import CsvUitkomst, PartijenCsvService

GOOGLE_NU = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Nickname,File As,Organization Name,Organization Title,"
    "Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,"
    "E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value\r\n"
    "Ada,van,Proef,,,,GGD,adviseur,Jeugd,,,,* myContacts,* Work,ada@oefen.example,,,Work,053-0000001\r\n"
)
OUTLOOK_WEB = (
    "First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,E-mail 2 Address,"
    "Home Phone,Business Phone,Mobile Phone,Company,Job Title,Department\r\n"
    "Ada,van,Proef,,,,,,ada@oefen.example,,,053-0000001,,GGD,adviseur,Jeugd\r\n"
)
OUTLOOK_NL = (
    "Titel;Voornaam;Middelste naam;Achternaam;Achtervoegsel;Bedrijf;Afdeling;Functie;Werk fax;Telefoon op werk;"
    "Mobiele telefoon;E-mailadres;E-mailtype;E-mail, weergavenaam\r\n"
    ";Ada;van;Proef;;GGD;;adviseur;;053-0000001;;ada@oefen.example;SMTP;Ada van Proef (ada@oefen.example)\r\n"
)
EXACT = (
    "Code;Relatie;Volledige naam;Functieomschrijving;Telefoon;Mobiel;E-mail;Hoofdcontact\r\n"
    "         104;GGD;Ada van Proef;adviseur;053-0000001;;ada@oefen.example;Ja\r\n"
)
IPHONE_CSV = (
    "First name,Last name,Company,Job title,Mobile phone,Work phone,Work email\r\n"
    "Ada van,Proef,GGD,adviseur,,053-0000001,ada@oefen.example\r\n"
)
IPHONE = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iPhone OS 18.0//EN\r\nN:Proef;Ada;van;;\r\n"
    "FN:Ada van Proef\r\nORG:GGD;Jeugd\\, jong\r\nTITLE:advi\r\n seur\r\n"
    "EMAIL;type=INTERNET;type=WORK;type=pref:ada@oefen.example\r\n"
    "item1.TEL;type=WORK:053-0000001\r\nNOTE:Komma\\, en punt\\; en\\nregel\r\nEND:VCARD\r\n"
)
VERWACHT = {"Ada van Proef": ("adviseur", "ada@oefen.example", "053-0000001")}


@pytest.fixture
def invoer(bureau: Bureau) -> PartijenCsvService:
    return PartijenCsvService(bureau.werkplek)


def contacten(bureau: Bureau, kort: str) -> dict[str, tuple[str, str, str]]:
    partij = bureau.partijen.toon(bureau.partij(kort))
    return {c.naam: (c.functie, c.email, c.telefoon) for c in partij.contactpersonen}


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp850", "mac_roman"])
@pytest.mark.parametrize(
    "lijst",
    [GOOGLE_NU, OUTLOOK_WEB, OUTLOOK_NL, EXACT, IPHONE_CSV, IPHONE],
    ids=["google", "outlook.com", "outlook", "exact", "iphone-csv", "iphone"],
)
def test_een_lijst_van_een_ander_programma_hoort_bij_de_partij(
    bureau: Bureau, invoer: PartijenCsvService, lijst: str, codec: str
) -> None:
    aantal = len(bureau.partijen.lijst())
    voorbeeld = invoer.voorbeeld(lijst.encode(codec))
    assert [regel.uitkomst for regel in voorbeeld.regels] == [CsvUitkomst.TOEGEVOEGD], voorbeeld.regels
    invoer.voer_in(voorbeeld)
    assert len(bureau.partijen.lijst()) == aantal
    assert contacten(bureau, "GGD") == VERWACHT
    weer = invoer.voorbeeld(lijst.encode(codec))
    assert [regel.uitkomst for regel in weer.regels] == [CsvUitkomst.GELIJK]


@pytest.mark.parametrize("teken", [";", ",", "\t", "|"])
@pytest.mark.parametrize("einde", ["\r\n", "\n", "\r"])
def test_elk_scheidingsteken_en_elk_einde_van_een_regel(teken: str, einde: str) -> None:
    regels = (teken.join(("Partij", "Kort", "Opmerking")), teken.join(("Zorg", "Z", f'"a{teken}b"')), "")
    tabel = lees_csv(einde.join(regels).encode())
    assert [rij.cellen for rij in tabel.rijen] == [("Zorg", "Z", f"a{teken}b")]


@pytest.mark.parametrize(
    ("cel", "wordt"),
    [
        ("tel:0612345678", "0612345678"),
        ("TEL:+31-6-12345678", "+31-6-12345678"),
        ("'0612345678", "0612345678"),
        ("06 - 12 34 56 78 (b.g.g. secretariaat)", "06 - 12 34 56 78 (b.g.g. secretariaat)"),
        ("+31 (0)53 000 00 01", "+31 (0)53 000 00 01"),
        ("053-0000001 / 06-00000001", "053-0000001 / 06-00000001"),
        ("053\u00a0000\u00a000\u00a001", "053 000 00 01"),
        ("\u202a+31612345678\u202c", "+31612345678"),
        ("3.16123E 10", None),
        ("3,16123e+10", None),
        ("3,16123 E+10", None),
        ("612345678", None),
        ("31612345678,00", None),
        ("########", None),
        ("#GETAL!", None),
    ],
)
def test_een_telefoonnummer_staat_er_zoals_men_belt_of_wordt_geweigerd(
    bureau: Bureau, invoer: PartijenCsvService, cel: str, wordt: str | None
) -> None:
    inhoud = f"Partij;Contactpersoon;Telefoon\r\nGGD;Ada Proef;{cel}\r\n"
    voorbeeld = invoer.voorbeeld(inhoud.encode())
    (regel,) = voorbeeld.regels
    if wordt is None:
        assert regel.uitkomst is CsvUitkomst.GEWEIGERD
        assert "rekenprogramma" in regel.toelichting
        return
    invoer.voer_in(voorbeeld)
    assert contacten(bureau, "GGD") == {"Ada Proef": ("", "", wordt)}


def test_een_adres_uit_een_koppeling(bureau: Bureau, invoer: PartijenCsvService) -> None:
    inhoud = b"Partij;Contactpersoon;E-mail\r\nGGD;Ada Proef;mailto:ada@oefen.example\r\n"
    invoer.voer_in(invoer.voorbeeld(inhoud))
    assert contacten(bureau, "GGD") == {"Ada Proef": ("", "ada@oefen.example", "")}


def werkboek(vul: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    """A workbook as a spreadsheet writes it."""
    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True}) as boek:
        vul(boek)
    return uit.getvalue()


def test_een_titel_boven_de_koppen_en_samengevoegde_cellen(bureau: Bureau, invoer: PartijenCsvService) -> None:
    def vul(boek: xlsxwriter.Workbook) -> None:
        blad = boek.add_worksheet("Lijst")
        blad.merge_range(0, 0, 0, 3, "Contactlijst van ons huis")
        blad.write(1, 0, "bijgewerkt op 1 maart")
        blad.write_row(3, 0, ["Partij", "Contactpersoon", "E-mail", "Telefoon"])
        blad.merge_range(4, 0, 5, 0, "GGD")
        blad.write_row(4, 1, ["Ada Proef", "ada@oefen.example", "053-0000001"])
        blad.write_row(5, 1, ["Bo Proef", "bo@oefen.example", "053-0000002"])

    voorbeeld = invoer.voorbeeld(werkboek(vul))
    assert voorbeeld.koppen == ("Partij", "Contactpersoon", "E-mail", "Telefoon")
    assert [regel.nummer for regel in voorbeeld.regels] == [5, 6]
    invoer.voer_in(voorbeeld)
    assert contacten(bureau, "GGD") == {
        "Ada Proef": ("", "ada@oefen.example", "053-0000001"),
        "Bo Proef": ("", "bo@oefen.example", "053-0000002"),
    }


def test_een_titel_staat_ook_in_een_csv(invoer: PartijenCsvService) -> None:
    voorbeeld = invoer.voorbeeld(b"Onze lijst;;\r\n;;\r\nPartij;Contactpersoon;E-mail\r\nGGD;Ada;ada@oefen.example\r\n")
    assert [(regel.nummer, regel.uitkomst) for regel in voorbeeld.regels] == [(4, CsvUitkomst.TOEGEVOEGD)]


def test_een_verborgen_blad_en_een_blad_zonder_lijst_worden_niet_gelezen(invoer: PartijenCsvService) -> None:
    def vul(boek: xlsxwriter.Workbook) -> None:
        verborgen = boek.add_worksheet("Oud")
        verborgen.write_row(0, 0, ["Partij", "Contactpersoon", "E-mail"])
        verborgen.write_row(1, 0, ["OM", "Oude Proef", "oud@oefen.example"])
        verborgen.hide()
        boek.add_worksheet("Leeg")
        uitleg = boek.add_worksheet("Uitleg")
        uitleg.write_row(0, 0, ["Zo vult u dit in", "versie 2"])
        lijst = boek.add_worksheet("Contacten")
        lijst.write_row(0, 0, ["Partij", "Contactpersoon", "E-mail"])
        lijst.write_row(1, 0, ["GGD", "Ada Proef", "ada@oefen.example"])
        uitleg.activate()
        uitleg.set_first_sheet()

    voorbeeld = invoer.voorbeeld(werkboek(vul))
    assert [(regel.partij, regel.contactpersoon) for regel in voorbeeld.regels] == [("GGD", "Ada Proef")]
    assert voorbeeld.andere_bladen == ("Uitleg",)


def test_datums_getallen_en_formules_van_een_werkboek(bureau: Bureau, invoer: PartijenCsvService) -> None:
    def vul(boek: xlsxwriter.Workbook) -> None:
        blad = boek.add_worksheet()
        dag = boek.add_format({"num_format": "d-m-yyyy"})
        blad.write_row(0, 0, ["Partij", "Kort", "Aangesloten op", "Contactpersoon", "Telefoon", "Mandaat"])
        blad.write_row(1, 0, ["Zorg Een", "Z1"])
        blad.write_datetime(1, 2, date(2026, 12, 8), dag)
        blad.write_formula(1, 3, '="Ada"&" Proef"', None, "Ada Proef")
        blad.write_number(1, 4, 31530000001)
        blad.write_boolean(1, 5, True)
        blad.write_row(2, 0, ["Zorg Twee", "Z2", "8-12-2026", "Bo Proef", "0530000002", "nee"])
        blad.write_row(3, 0, ["Zorg Drie", "Z3"])
        blad.write_number(3, 2, 46364)  # the day as the number behind it
        blad.write_row(4, 0, ["Zorg Vier", "Z4", "", "Cas Proef"])
        blad.write_number(4, 4, 612345678)
        blad.write_row(5, 0, ["Zorg Vijf", "Z5"])
        blad.write_formula(5, 3, "=NIET_BEREKEND()")
        blad.write_row(6, 0, ["Zorg Zes", "Z6", "", "Dé Proef", "0530000006"])
        blad.set_row(6, None, None, {"hidden": True})

    voorbeeld = invoer.voorbeeld(werkboek(vul))
    erbij, weg = CsvUitkomst.TOEGEVOEGD, CsvUitkomst.GEWEIGERD
    assert [regel.uitkomst for regel in voorbeeld.regels] == [erbij, erbij, erbij, weg, weg, erbij]
    waarom = [regel.toelichting for regel in voorbeeld.regels]
    assert "rekenprogramma" in waarom[3]
    assert "geen naam" in waarom[4]
    invoer.voer_in(voorbeeld)
    nieuw = {partij.kort: partij for partij in bureau.partijen.lijst() if partij.naam.startswith("Zorg ")}
    assert set(nieuw) == {"Z1", "Z2", "Z3", "Z6"}
    assert {nieuw[kort].aangesloten_op for kort in ("Z1", "Z2", "Z3")} == {date(2026, 12, 8)}
    (contact,) = nieuw["Z1"].contactpersonen
    assert (contact.naam, contact.telefoon, contact.mandaat) == ("Ada Proef", "31530000001", True)


def test_contacten_van_een_oude_telefoon_met_tekens_in_code(bureau: Bureau, invoer: PartijenCsvService) -> None:
    kaart = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Pr=C3=B6ef;Zo=\r\n=C3=AB;;;\r\n"
        "ORG:GGD\r\nTEL;CELL:06-00000001\r\nTEL;WORK:053-0000001\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:;;;;\r\nFN:Zorg\\, Wonen\\; Werk\r\n"
        "ORG:Zorg\\, Wonen\\; Werk;x\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Proef;Bo;;;\r\nFN:Bo Proef\r\nEND:VCARD\r\n"
    )
    voorbeeld = invoer.voorbeeld(kaart.encode())
    assert [(regel.nummer, regel.contactpersoon) for regel in voorbeeld.regels] == [
        (1, "Zoë Pröef"),
        (9, ""),
        (15, "Bo Proef"),
    ]
    assert [regel.uitkomst for regel in voorbeeld.regels][::2] == [CsvUitkomst.TOEGEVOEGD, CsvUitkomst.GEWEIGERD]
    assert voorbeeld.regels[1].partij == "Zorg, Wonen; Werk"
    assert "geen naam van een partij" in voorbeeld.regels[2].toelichting
    invoer.voer_in(voorbeeld)
    assert contacten(bureau, "GGD") == {"Zoë Pröef": ("", "", "06-00000001")}
