"""Which parts of a text are looked up in the dictionary, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zvh_desktop.models.tekst.spelwoorden import LANGSTE_WOORD, recht, spelwoorden


def woorden(tekst: str) -> list[str]:
    return [woord.woord for woord in spelwoorden(tekst)]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("De partijen zijn het eens.", ["De", "partijen", "zijn", "het", "eens"]),
        ("zo'n foto’s, 's avonds", ["zo'n", "foto's", "'s", "avonds"]),
        ("e-mail en coördinatie", ["e-mail", "en", "coördinatie"]),
        ("belt met 06-12345678 of a@oefen.example", ["belt", "met", "of"]),
        ("zie www.oefen.example/pad en https://oefen.example", ["zie", "en"]),
        ("casus 2026-0011 van 1e lijn", ["casus", "van", "lijn"]),
        ("de GGZ en de GGD", ["de", "en", "de"]),
        ("a b c", []),
        ("", []),
        ("   \n\t ", []),
    ],
)
def test_wat_taal_is_wordt_opgezocht_en_de_rest_niet(tekst: str, verwacht: list[str]) -> None:
    assert woorden(tekst) == verwacht


def test_een_hoofdletter_midden_in_een_zin_is_een_naam() -> None:
    assert woorden("overleg met Verzonnensen en El Bedachti") == ["overleg", "met", "en"]


@pytest.mark.parametrize("voor", ["Klaar. ", "Klaar! ", "Vraag? ", "Let op: ", "regel\n", '"', "(", "– ", "- "])
def test_een_hoofdletter_aan_het_begin_van_een_zin_is_een_woord(voor: str) -> None:
    assert "Afspraak" in woorden(f"{voor}Afspraak gemaakt")


def test_wat_langer_is_dan_een_woord_wordt_overgeslagen() -> None:
    assert woorden("a" * LANGSTE_WOORD) == ["a" * LANGSTE_WOORD]
    assert woorden("a" * (LANGSTE_WOORD + 1)) == []


@given(st.text(max_size=200))
@example("²² m²")
def test_elk_woord_staat_waar_het_staat_en_ze_vallen_niet_over_elkaar(tekst: str) -> None:
    vorige = 0
    for woord in spelwoorden(tekst):
        assert woord.begin >= vorige
        assert recht(tekst[woord.begin : woord.einde]) == woord.woord
        assert not any(teken.isdigit() or teken.isspace() for teken in woord.woord)
        vorige = woord.einde


def test_een_afbreekteken_of_een_los_accent_breekt_een_woord_niet() -> None:
    """As it is pasted from Word, a PDF or a Mac: one word, looked up as everybody writes it."""
    for geplakt in ("co\xadördi\xadnatie", "coo\u0308rdinatie"):
        assert [(een.woord, een.begin, een.lengte) for een in spelwoorden(f"de {geplakt} loopt")][1] == (
            "coördinatie",
            3,
            len(geplakt),
        )
