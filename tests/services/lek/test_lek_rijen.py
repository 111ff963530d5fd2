"""What stands beside something else: names in a row, a number before the next line, a name behind an address."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from random import Random
from typing import Final

import pytest

from zvh_desktop.models.keuzen.lekkeuzes import Leksoort
from zvh_desktop.services.lek.namen import BekendeNaam, Lezer, Namenlijst
from zvh_desktop.services.lek.vondst import Vondst, zonder_overlap
from zvh_desktop.services.lek.zoeker import Lekzoeker

MENSEN: Final = (
    "Jan Visser", "Murat Yilmaz", "Ans Bakker", "Kees de Jong", "Joris van der Mistbank", "Fenna Droomwoud",
    "Ali van Dijkstra",
)  # fmt: skip


@pytest.fixture(scope="module")
def zoeker() -> Lekzoeker:
    bekenden = [BekendeNaam(Leksoort.BETROKKENE, naam, plaats) for plaats, naam in enumerate(MENSEN)]
    return Lekzoeker(Namenlijst(bekenden), date(2026, 11, 30))


def _gevonden(zoeker: Lekzoeker, tekst: str, lezer: Lezer | None = None) -> list[str]:
    return [tekst[v.begin : v.eind] for v in zoeker.zoek(tekst, lezer or Lezer())]


@pytest.mark.parametrize(
    ("tekst", "namen"),
    [
        ("J. Visser, M. Yilmaz.", ["J. Visser", "M. Yilmaz"]),
        ("Met J. Visser, M. Yilmaz, A. Bakker.", ["J. Visser", "M. Yilmaz", "A. Bakker"]),
        ("J. Visser, M. Yilmaz, A. Bakker, K. de Jong.", ["J. Visser", "M. Yilmaz", "A. Bakker", "K. de Jong"]),
        (
            "J. Visser,M.Yilmaz,A.Bakker, J. van der Mistbank.",
            ["J. Visser", "M.Yilmaz", "A.Bakker", "J. van der Mistbank"],
        ),
        ("Aanwezig waren J. Mistbank, A. Bakker en school.", ["J. Mistbank", "A. Bakker"]),
        ("Dhr. Visser, M. Yilmaz", ["Visser", "M. Yilmaz"]),
        ("Fenna Droomwoud, van der Mistbank was er niet", ["Fenna Droomwoud", "van der Mistbank"]),
        ("Visser, J., Yilmaz, M. en Mistbank, J. v.d.", ["Visser, J.", "Yilmaz, M.", "Mistbank, J. v.d."]),
        ("Gesproken met Visser, J. De moeder belde Yilmaz.", ["Visser, J.", "Yilmaz"]),
        ("Visser, M. Yilmaz en Bakker.", ["Visser", "M. Yilmaz", "Bakker"]),
        ("Visser, J.\nYilmaz, M.\nMistbank, J. van der", ["Visser, J.", "Yilmaz, M.", "Mistbank, J. van der"]),
    ],
)
def test_in_een_rij_wordt_iedere_naam_gevonden(zoeker: Lekzoeker, tekst: str, namen: list[str]) -> None:
    assert _gevonden(zoeker, tekst) == namen


def test_wie_de_lezer_kent_neemt_de_volgende_in_de_rij_niet_mee(zoeker: Lekzoeker) -> None:
    tekst = "J. Visser, M. Yilmaz, A. Bakker."
    assert _gevonden(zoeker, tekst, Lezer(frozenset({0, 2}))) == ["M. Yilmaz"]
    assert _gevonden(zoeker, tekst, Lezer(frozenset({1}))) == ["J. Visser", "A. Bakker"]


def test_geen_gevonden_letter_gaat_verloren_door_een_overlap() -> None:
    tekst = "abcdefghij, klmno. pqrst"
    naam, adres = Leksoort.BETROKKENE, Leksoort.ADRES
    assert zonder_overlap((Vondst(0, 13, naam), Vondst(12, 17, naam)), tekst) == (Vondst(0, 17, naam),)
    assert zonder_overlap((Vondst(0, 14, adres), Vondst(12, 17, naam)), tekst) == (
        Vondst(0, 14, adres),
        Vondst(14, 17, naam),
    )
    assert zonder_overlap((Vondst(0, 12, adres), Vondst(8, 13, naam)), tekst) == (
        Vondst(0, 12, adres),
        Vondst(12, 13, naam),
    )
    # what sticks out on both sides of another, and signs alone are nothing
    soorten = (Vondst(0, 9, adres), Vondst(7, 17, naam), Vondst(14, 24, Leksoort.PARTIJ))
    geraakt = {plek for v in zonder_overlap(soorten, tekst) for plek in range(v.begin, v.eind)}
    assert geraakt >= {plek for plek in range(24) if tekst[plek].isalnum()}
    assert zonder_overlap((Vondst(0, 10, adres), Vondst(5, 12, naam)), tekst) == (Vondst(0, 10, adres),)


def test_hoe_vondsten_ook_over_elkaar_vallen_alles_blijft_aangewezen() -> None:
    bron = Random(19)  # noqa: S311 - places of a test
    tekst = "ab, c. d-e fg 12 " * 4
    for _ in range(400):
        begin = [bron.randrange(60) for _ in range(bron.randrange(2, 9))]
        vondsten = [Vondst(van, van + bron.randrange(1, 9), bron.choice(list(Leksoort))) for van in begin]
        uit = zonder_overlap(vondsten, tekst)
        letters = {plek for v in vondsten for plek in range(v.begin, v.eind) if tekst[plek].isalnum()}
        assert letters <= {plek for v in uit for plek in range(v.begin, v.eind)}
        assert all(een.eind <= ander.begin for een, ander in pairwise(uit)), uit


@pytest.mark.parametrize(
    ("tekst", "nummer"),
    [
        ("Bel moeder op 0612345678\n2. Maak een afspraak", "0612345678"),
        ("Telefoon: 010-1234567\n12:30 uur gesprek", "010-1234567"),
        ("06-12345678\n3-4-2026 gebeld", "06-12345678"),
        ("Bel 06-12345678. 2 keer geprobeerd", "06-12345678"),
        ("Bel 06-12345678 2 keer geprobeerd", "06-12345678"),
        ("(010) 1234567\n3 keer", "(010) 1234567"),
        ("+31 6 12345678\n2. Maak", "+31 6 12345678"),
        ("06 12 34 56 78\n1. Actie", "06 12 34 56 78"),
        ("06-1234\n5678", "06-1234\n5678"),
        ("BSN 111222333\n2. Maak een afspraak", "111222333"),
        ("Nummer 111222333\n3-4-2026 gebeld", "111222333"),
        ("BSN 111222333. 2 keer gevraagd", "111222333"),
    ],
)
def test_een_nummer_houdt_op_waar_het_vol_is(zoeker: Lekzoeker, tekst: str, nummer: str) -> None:
    """What begins behind it, on the next line or in the next sentence, may begin with a digit."""
    assert _gevonden(zoeker, tekst) == [nummer]


def test_twee_nummers_met_een_schuine_streep_worden_beide_gevonden(zoeker: Lekzoeker) -> None:
    assert _gevonden(zoeker, "Bel 06-12345678/0687654321.") == ["06-12345678", "0687654321"]


@pytest.mark.parametrize(
    "tekst",
    [
        "Antwoord 1 is goed en Akkoord 2 ook.",
        "Vergadering 3, Verklaring 1 en Paspoort 2.",
        "Het vindt plaats in Zaal 3.",
        "* 2024 detentie\n* 2025 vrij",
        "Verloop:\n  * 3-4-2019 detentie",
        "**Besluit** 3-4-2026 genomen",
        "De schaal is 01 23 45 67 89 10 11.",
        "Zaak 08/123456-26 en kenmerk 0123456789-12.",
    ],
)
def test_wat_op_een_nummer_of_adres_lijkt_en_het_niet_is(zoeker: Lekzoeker, tekst: str) -> None:
    assert _gevonden(zoeker, tekst) == []


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Van der mistbank belde af.", ["Van der mistbank"]),
        ("Van dijkstra ook niet.", ["Van dijkstra"]),
        ("Kerkstraat 5, Visser deed open", ["Kerkstraat 5", "Visser"]),
        ("Kerkstraat 5, Jan Visser deed open", ["Kerkstraat 5", "Jan Visser"]),
        ("Hij woont Kerkstraat 5, Drachten.", ["Kerkstraat 5, Drachten"]),
        ("Kerkstraat 5 te Dronten", ["Kerkstraat 5 te Dronten"]),
        ("Jongste kind, *2014, en de zus (*3-4-2012)", ["2014", "3-4-2012"]),
        ("Kind, * 3-4-2012", ["3-4-2012"]),
        ("Geplaatst in Nevelhuis en woont nu Mistland 3", ["Mistland 3"]),
    ],
)
def test_wat_er_staat_wordt_gevonden(zoeker: Lekzoeker, tekst: str, gevonden: list[str]) -> None:
    assert _gevonden(zoeker, tekst) == gevonden
