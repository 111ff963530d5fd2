"""What Dutch people type in a time field, and what is refused with a sentence."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.services.werkplek.tijdtekst import lees_tijd


@pytest.mark.parametrize(
    ("tekst", "tijd"),
    [
        ("9:00", time(9)), ("09:00", time(9)), ("9.00", time(9)), ("9u15", time(9, 15)), ("9h", time(9)),
        ("9 30", time(9, 30)), ("９：１５", time(9, 15)),
        ("\u00a09:15\u200e\n", time(9, 15)), ("12u", time(12)), ("00:00", time(0)), ("9 u 15", time(9, 15)),
        ("0900", time(9)), ("900", time(9)), ("9", time(9)), ("9u", time(9)), ("9 uur", time(9)), ("9:00 uur", time(9)),
        ("13.30 u", time(13, 30)), ("0:00", time(0)), ("23:59", time(23, 59)), ("9:00:00", time(9)),
    ],
)  # fmt: skip
def test_een_tijd_zoals_men_die_typt(tekst: str, tijd: time) -> None:
    assert lees_tijd(tekst) == tijd


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("24:00", "Uur 24 bestaat niet: een dag loopt van 0:00 tot en met 23:59."),
        ("2430", "Uur 24 bestaat niet: een dag loopt van 0:00 tot en met 23:59."),
        ("9:75", "Minuut 75 bestaat niet: een uur heeft 60 minuten."),
        ("9:5", "Schrijf de minuten met twee cijfers, bijvoorbeeld 9:05."),
        ("half tien", "Deze tijd is niet te lezen. Schrijf bijvoorbeeld 9:00, 9.15, 9u30 of 0900."),
        ("-9:00", "Deze tijd is niet te lezen. Schrijf bijvoorbeeld 9:00, 9.15, 9u30 of 0900."),
        ("", "Deze tijd is niet te lezen. Schrijf bijvoorbeeld 9:00, 9.15, 9u30 of 0900."),
    ],
)
def test_een_tijd_die_er_niet_is_wordt_geweigerd(tekst: str, zin: str) -> None:
    with pytest.raises(InvoerOngeldig) as fout:
        lees_tijd(tekst)
    assert fout.value.gebeurd == zin


@given(st.times())
def test_elke_schrijfwijze_van_een_tijd_komt_terug(moment: time) -> None:
    bedoeld = time(moment.hour, moment.minute)
    for teken in (":", ".", "u", ""):
        assert lees_tijd(f"{moment.hour}{teken}{moment.minute:02}") == bedoeld


@given(st.text(max_size=20))
def test_wat_ook_getypt_wordt_geeft_een_tijd_of_een_zin(tekst: str) -> None:
    try:
        assert isinstance(lees_tijd(tekst), time)
    except InvoerOngeldig as fout:
        assert fout.gebeurd.endswith(".")
