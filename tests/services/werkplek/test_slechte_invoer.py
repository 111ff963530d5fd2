"""What people paste and type: kept whole or refused in a plain sentence, never a crash and never half saved."""

from __future__ import annotations

import pytest
from factories import Bureau

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.services.casus.aanmelding_gegevens import BetrokkeneInvoer
from zvh_desktop.services.partijen.partijen import PartijInvoer
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.services.werkplek.invoer import MAX_TEKST
from zvh_desktop.services.zoeken.gegevens import Vindplaats

MOEILIJK = (
    'O\'Oefenman "de Proef"',
    "<b>Oefenman</b> & Zn.",
    "عيّنة تجربة",
    "Oefenman 👩‍👩‍👧‍👦🦆",
    "Oefenmán-Ÿßłø",
    "100%_oefening\\n;--",
    "Robert'); DROP TABLE casus;--",
)


@pytest.mark.parametrize("naam", MOEILIJK)
def test_moeilijke_naam_blijft_heel_van_aanmelding_tot_notulen(bureau: Bureau, naam: str) -> None:
    # what stays when a file goes takes no name of somebody in one: the partij is there before the casus
    partij = bureau.partijen.voeg_toe(PartijInvoer(naam, "Proef", opmerking=naam))
    casus, overleg = bureau.casus(naam), bureau.tafel(plaats=naam)
    punt = bureau.punt(overleg, casus, "Politie")
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst(naam, naam, naam))
    assert bureau.casussen.toon(casus).betrokkenen[0].naam == naam
    assert bureau.tafels.toon(overleg).invoer.plaats == naam
    assert bureau.verslagen.toon(overleg).punten[0].tekst == VerslagTekst(naam, naam, naam)
    assert [p.id for p in bureau.partijen.lijst(naam)] == [partij]
    gevonden = {(t.soort, t.sleutel) for t in bureau.zoeken.zoek(naam.split(maxsplit=1)[0])}
    assert {(Vindplaats.CASUS, casus), (Vindplaats.PARTIJ, partij), (Vindplaats.OVERLEG, overleg)} <= gevonden
    stukken = bureau.diensten().documenten
    assert stukken.maak(stukken.verslagstukken(overleg)[0]).inhoud.startswith(b"%PDF")


def test_stuurtekens_en_regeleinden_verdwijnen_uit_een_regel_en_de_tekst_blijft(bureau: Bureau) -> None:
    id_ = bureau.aanmelding(
        "J.\x00 Oefen\nman\t\ud800",
        zorgelijke_situatie="regel 1\r\nregel 2\rregel 3\u2029regel 4\x07\x1b[31m",
    )
    invoer = bureau.aanmeldingen.toon(id_).invoer
    assert invoer.betrokkenen[0].naam == "J. Oefen man"
    assert invoer.zorgelijke_situatie == "regel 1\nregel 2\nregel 3\nregel 4[31m"


def test_een_megabyte_in_een_tekstveld_past_en_meer_wordt_geweigerd(bureau: Bureau) -> None:
    overleg = bureau.tafel()
    punt = bureau.punt(overleg, bureau.casus(), "Politie")
    groot = ("Verzonnen zin met é en 🦆. " * 50_000)[:MAX_TEKST]
    assert len(groot) == MAX_TEKST
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst(groot, "", ""))
    with pytest.raises(InvoerOngeldig, match="te lang om te bewaren"):
        bureau.verslagen.bewaar_tekst(punt, VerslagTekst(groot + "!", "", ""))
    assert bureau.verslagen.toon(overleg).punten[0].tekst.beeld == groot


def test_te_lange_regel_en_onbekende_keuze_worden_geweigerd_met_het_veld(bureau: Bureau) -> None:
    for anders, veld in (
        ({"contact_naam": "x" * 301}, "contact_naam"),
        ({"betrokkenen": (BetrokkeneInvoer("x" * 10_000),)}, "betrokkenen"),
        ({"aanpak": "verzonnen"}, "aanpak"),
    ):
        with pytest.raises(InvoerOngeldig) as fout:
            bureau.aanmelding(**anders)
        assert fout.value.veld == veld
    assert bureau.aanmeldingen.lijst() == ()


def test_zoeken_vindt_delen_van_woorden(bureau: Bureau) -> None:
    casus, overleg = bureau.casus("J. Oefenman-Voorbeeldstra"), bureau.tafel()
    bureau.oordeel(casus, "Politie")
    bureau.acties.voeg_toe_bij_casus(casus, bureau.actie_invoer("Politie", omschrijving="Woonbegeleiding regelen"))
    zoek = bureau.zoeken.zoek
    assert [(t.soort, t.sleutel, t.titel) for t in zoek("beeldstra")] == [(Vindplaats.CASUS, casus, "2026-0001")]
    assert [t.sleutel for t in zoek("OEFENMAN dorp")] == [casus]
    assert [t.soort for t in zoek("begeleid")] == [Vindplaats.ACTIE]
    assert (Vindplaats.OVERLEG, overleg) in {(t.soort, t.sleutel) for t in zoek("22-9-2026")}
    assert [t.titel for t in zoek("verslavingsreclass")] == [bureau.naam("Tactus VR")]
    assert zoek("oefenman bestaatniet") == ()
    bureau.casussen.bewaar_betrokkenen(casus, (BetrokkeneInvoer("T. Nieuwenaam"),))
    assert zoek("beeldstra") == ()
    assert [t.sleutel for t in zoek("nieuwen")] == [casus]


def test_zoeken_met_een_of_twee_letters_vindt_wat_ermee_begint(bureau: Bureau) -> None:
    casus = bureau.casus("Qi Oefenman")
    assert [(t.soort, t.sleutel) for t in bureau.zoeken.zoek("qi")] == [(Vindplaats.CASUS, casus)]
    assert [(t.soort, t.sleutel) for t in bureau.zoeken.zoek("oe qi")] == [(Vindplaats.CASUS, casus)]
    assert bureau.zoeken.zoek("qi zz") == ()
    assert {t.toelichting for t in bureau.zoeken.zoek("OM")} == {"OM"}
    gevonden = bureau.zoeken.zoek("d")
    assert gevonden[0].titel.startswith("D")
    assert all(" d" in f" {t.titel} {t.toelichting}".casefold() for t in gevonden)


@pytest.mark.parametrize(
    "vraag",
    [
        "",
        "   ",
        '"',
        '""" OR NEAR(',
        "%",
        "_",
        "%%%",
        "___",
        "!",
        "a!b",
        "*",
        "oefen*",
        "NOT AND OR",
        "tekst:oefen",
        "-oefen",
        "abc\x00def",
        "\ud800abc",
        "\x00",
        "\u202eabc",
        "🦆",
        "🦆🦆🦆",
        "\u0301\u0301\u0301",
        "(((",
        "x" * 100_000,
        "; DROP TABLE zoek",
    ],
)
def test_in_het_zoekveld_mag_alles_worden_getypt(gedeeld_bureau: Bureau, vraag: str) -> None:
    assert gedeeld_bureau.zoeken.zoek(vraag) == ()
    gevonden = gedeeld_bureau.partijen.lijst(vraag)
    assert len(gevonden) == (30 if not vraag.strip("\x00\u0301 ") else 0)
