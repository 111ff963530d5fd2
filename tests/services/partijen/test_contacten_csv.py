"""Contacts as Outlook and Google export them, columns chosen by hand, and what a spreadsheet spoils."""

from __future__ import annotations

import pytest
from factories import Bureau

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.services.partijen.inlezen import CsvUitkomst, CsvVoorbeeld, PartijenCsvService
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer, PartijInvoer

OUTLOOK_NL = (
    '"Voornaam","Tweede voornaam","Achternaam","Bedrijf","Functie","Telefoon op werk","Mobiele telefoon",'
    '"E-mailadres","E-mailtype","E-mailadres 2"\r\n'
    '"Ada","van","Proef","{naam}","adviseur","053-0000001","06-00000001","ada@oefen.example","SMTP",""\r\n'
    '"Bo","","Proef","{kort}","","","06-00000002","bo@oefen.example","SMTP",""\r\n'
    '"Cas","","Proef","","","","","cas@oefen.example","SMTP",""\r\n'
)
OUTLOOK_EN = (
    "First Name,Middle Name,Last Name,Company,Job Title,Business Phone,Mobile Phone,E-mail Address,Notes\r\n"
    "Ada,,Proef,{naam},adviseur,053-0000001,,ada@oefen.example,prive\r\n"
)
GOOGLE = (
    "Name,Given Name,Family Name,Organization 1 - Name,Organization 1 - Title,E-mail 1 - Type,E-mail 1 - Value,"
    "Phone 1 - Value\r\n"
    "Ada Proef,Ada,Proef,{kort},adviseur,* Work,ada@oefen.example ::: anders@oefen.example,053-0000001\r\n"
)


@pytest.fixture
def invoer(bureau: Bureau) -> PartijenCsvService:
    return PartijenCsvService(bureau.werkplek)


def regels(voorbeeld: CsvVoorbeeld) -> list[tuple[str, CsvUitkomst]]:
    return [(regel.contactpersoon, regel.uitkomst) for regel in voorbeeld.regels]


def contacten(bureau: Bureau, kort: str) -> dict[str, tuple[str, str, str]]:
    partij = bureau.partijen.toon(bureau.partij(kort))
    return {c.naam: (c.functie, c.email, c.telefoon) for c in partij.contactpersonen}


def vul(lijst: str, bureau: Bureau, kort: str = "GGD") -> bytes:
    return lijst.format(naam=bureau.naam(kort), kort=kort).encode("cp1252")


def test_outlook_in_het_nederlands_hoort_bij_partijen_die_er_zijn(bureau: Bureau, invoer: PartijenCsvService) -> None:
    aantal = len(bureau.partijen.lijst())
    voorbeeld = invoer.voorbeeld(vul(OUTLOOK_NL, bureau))
    assert regels(voorbeeld) == [
        ("Ada van Proef", CsvUitkomst.TOEGEVOEGD),
        ("Bo Proef", CsvUitkomst.TOEGEVOEGD),
        ("Cas Proef", CsvUitkomst.GEWEIGERD),
    ]
    assert voorbeeld.regels[0].toelichting == "nieuwe contactpersoon"
    assert "geen naam van een partij" in voorbeeld.regels[2].toelichting
    assert voorbeeld.onbekende_kolommen == ("E-mailtype", "E-mailadres 2")
    invoer.voer_in(voorbeeld)
    assert len(bureau.partijen.lijst()) == aantal
    assert contacten(bureau, "GGD") == {
        "Ada van Proef": ("adviseur", "ada@oefen.example", "053-0000001"),
        "Bo Proef": ("", "bo@oefen.example", "06-00000002"),
    }
    weer = invoer.voorbeeld(vul(OUTLOOK_NL, bureau))
    assert [regel.uitkomst for regel in weer.regels[:2]] == [CsvUitkomst.GELIJK] * 2


@pytest.mark.parametrize("lijst", [OUTLOOK_EN, GOOGLE])
def test_outlook_in_het_engels_en_google(bureau: Bureau, invoer: PartijenCsvService, lijst: str) -> None:
    invoer.voer_in(invoer.voorbeeld(vul(lijst, bureau)))
    assert contacten(bureau, "GGD") == {"Ada Proef": ("adviseur", "ada@oefen.example", "053-0000001")}


def test_onbekende_koppen_worden_met_de_hand_gekozen(bureau: Bureau, invoer: PartijenCsvService) -> None:
    inhoud = (
        f"Firma;Wie;Post\nGGD;Ada Proef;ada@oefen.example\n{bureau.naam('OM')};Bo Proef;bo@oefen.example\n".encode()
    )
    niets = invoer.voorbeeld(inhoud)
    assert niets.koppen == ("Firma", "Wie", "Post")
    assert not niets.doet_iets
    assert "Kies hierboven" in niets.regels[0].toelichting
    gekozen = invoer.voorbeeld(inhoud, {0: "partij", 1: "contactpersoon", 2: "email"})
    assert [regel.uitkomst for regel in gekozen.regels] == [CsvUitkomst.TOEGEVOEGD] * 2
    invoer.voer_in(gekozen)
    assert contacten(bureau, "GGD") == {"Ada Proef": ("", "ada@oefen.example", "")}
    assert contacten(bureau, "OM") == {"Bo Proef": ("", "bo@oefen.example", "")}


@pytest.mark.parametrize("kolommen", [{0: "partij", 1: "partij"}, {9: "partij"}, {0: "wachtwoord"}])
def test_een_keuze_die_niet_kan_wordt_geweigerd(invoer: PartijenCsvService, kolommen: dict[int, str]) -> None:
    with pytest.raises(InvoerOngeldig):
        invoer.voorbeeld(b"Firma;Wie\nGGD;Ada Proef\n", kolommen)


def test_een_cel_te_veel_wordt_geweigerd(bureau: Bureau, invoer: PartijenCsvService) -> None:
    inhoud = b"Partij;Korte naam;Groep;Opmerking\r\nStichting X; locatie Y;SX;Zorg;belangrijk\r\nStichting Z;SZ\r\n"
    fout, goed = invoer.voorbeeld(inhoud).regels
    assert fout.uitkomst is CsvUitkomst.GEWEIGERD
    assert "5 cellen onder 4 koppen" in fout.toelichting
    assert goed.uitkomst is CsvUitkomst.TOEGEVOEGD


@pytest.mark.parametrize("tweede", ["Élan Thuiszorg", "ÉLAN THUISZORG", "E\u0301lan Thuiszorg", "élan"])
def test_een_hoofdletter_met_accent_is_dezelfde_partij(bureau: Bureau, invoer: PartijenCsvService, tweede: str) -> None:
    kop = "Partij;Korte naam;Contactpersoon;E-mail\r\n"
    rest = ";{};A. Proef;a.proef@oefen.example\r\n"
    invoer.voer_in(invoer.voorbeeld((kop + "Élan Thuiszorg" + rest.format("Élan")).encode()))
    weer = invoer.voorbeeld((kop + tweede + rest.format("Élan")).encode())
    assert [regel.uitkomst for regel in weer.regels] == [CsvUitkomst.GELIJK]


def test_een_partij_met_hoofdletter_met_accent_komt_er_geen_twee_keer(bureau: Bureau) -> None:
    bureau.partijen.voeg_toe(PartijInvoer(naam="Élan", kort="Él"))
    with pytest.raises(InvoerOngeldig, match="Er is al een partij"):
        bureau.partijen.voeg_toe(PartijInvoer(naam="ÉLAN", kort="anders"))


@pytest.mark.parametrize(
    "adres", ["e@oefen.example\u200b", "a..b@oefen.example", ".a@oefen.example", "a.@oefen.example"]
)
def test_een_adres_dat_niet_verstuurd_kan_worden_komt_er_niet_in(
    bureau: Bureau, invoer: PartijenCsvService, adres: str
) -> None:
    inhoud = f"Partij;Korte naam;Contactpersoon;E-mail\r\nZorg V;ZV;E. Proef;{adres}\r\n".encode()
    (regel,) = invoer.voorbeeld(inhoud).regels
    assert regel.uitkomst is CsvUitkomst.GEWEIGERD
    assert "geen e-mailadres" in regel.toelichting
    with pytest.raises(InvoerOngeldig):
        bureau.partijen.voeg_contact_toe(PartijId(bureau.partij("GGD")), ContactpersoonInvoer("E. Proef", email=adres))


def test_een_naam_met_code_van_een_mailprogramma_wordt_geweigerd(invoer: PartijenCsvService) -> None:
    rij = b"Zorg Q;ZQ;=?utf-8?Q?iemand=40anders=2C?= Proef;q@oefen.example\r\n"
    inhoud = b"Partij;Korte naam;Contactpersoon;E-mail\r\n" + rij
    (regel,) = invoer.voorbeeld(inhoud).regels
    assert regel.uitkomst is CsvUitkomst.GEWEIGERD
    assert "code van een mailprogramma" in regel.toelichting


@pytest.mark.parametrize("nummer", ["3,16123E+10", "3.16123E+10", "6E8", '="0612345678"'])
def test_een_nummer_dat_een_rekenprogramma_bedierf_wordt_geweigerd(
    bureau: Bureau, invoer: PartijenCsvService, nummer: str
) -> None:
    inhoud = f"Partij;Korte naam;Contactpersoon;Telefoon\r\nZorg Tel;ZT;A. Proef;{nummer}\r\n".encode()
    voorbeeld = invoer.voorbeeld(inhoud)
    assert voorbeeld.regels[0].uitkomst is CsvUitkomst.GEWEIGERD
    assert "rekenprogramma heeft van telefoon" in voorbeeld.regels[0].toelichting
    assert not voorbeeld.doet_iets
    assert "Zorg Tel" not in {partij.naam for partij in bureau.partijen.lijst()}
