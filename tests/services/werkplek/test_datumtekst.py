"""What Dutch people type in a date field, and what is refused with a sentence."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.taal import DAGEN, MAANDEN
from zvh_desktop.services.werkplek.dagwoorden import Richting
from zvh_desktop.services.werkplek.datumtekst import lees_datum, lees_geboortedatum, lees_zoekdatum

VANDAAG = date(2026, 11, 28)
"""A Saturday."""
DAG = date(1985, 3, 1)
DAGEN_IN_BEREIK = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "tekst",
    [
        "1-3-85", "1-3-1985", "01-03-1985", "01031985", "010385", "1/3/1985", "1.3.1985", "1 3 1985", "1985-03-01",
        "19850301", "1 maart 1985", "1 mrt 1985", "1 mrt. 1985", "1 mrt. '85", "1 mrt ’85", "1-mrt-1985", "1mrt1985",
        "1e maart 1985", "vr 1 maart 1985", "VR. 1 Maart 1985", "vrijdag 1-3-85", "vr 1-3-1985", "  1 - 3 - 1985 ",
        "1–3–1985", "1\u00a0maart\u00a01985", "1-3-1985.",
    ],
)  # fmt: skip
def test_een_dag_uit_het_verleden(tekst: str) -> None:
    assert lees_datum(tekst, VANDAAG) == DAG
    assert lees_geboortedatum(tekst, VANDAAG) == Geboortedatum(1985, 3, 1)


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("vandaag", date(2026, 11, 28)), ("morgen", date(2026, 11, 29)), ("overmorgen", date(2026, 11, 30)),
        ("gisteren", date(2026, 11, 27)), ("eergisteren", date(2026, 11, 26)), ("+7", date(2026, 12, 5)),
        ("-7", date(2026, 11, 21)), ("+ 2 weken", date(2026, 12, 12)), ("over 2 weken", date(2026, 12, 12)),
        ("over een maand", date(2026, 12, 28)), ("3 dagen geleden", date(2026, 11, 25)), ("+3m", date(2027, 2, 28)),
        ("di", date(2026, 12, 1)), ("dinsdag", date(2026, 12, 1)), ("za", date(2026, 12, 5)),
        ("komende ma", date(2026, 11, 30)), ("afgelopen vrijdag", date(2026, 11, 27)),
        ("volgende week dinsdag", date(2026, 12, 1)), ("dinsdag volgende week", date(2026, 12, 1)),
        ("over twee weken", date(2026, 12, 12)), ("over één dag", date(2026, 11, 29)),
        ("drie dagen geleden", date(2026, 11, 25)), ("a.s. maandag", date(2026, 11, 30)),
        ("ma. a.s.", date(2026, 11, 30)), ("afgelopen ma.", date(2026, 11, 23)), ("vr jl.", date(2026, 11, 27)),
        ("di week 50", date(2026, 12, 8)), ("week 2 vrijdag", date(2027, 1, 15)), ("vr wk 2", date(2027, 1, 15)),
        ("do week 53", date(2026, 12, 31)), ("vr week 53", date(2027, 1, 1)), ("ma week 1 2029", date(2029, 1, 1)),
        ("１５－１２－２０２６", date(2026, 12, 15)), ("\u200e15-12-2026\u200f", date(2026, 12, 15)),
        ("\ufeff15-12-2026\r\n", date(2026, 12, 15)), ("15\u200b-12", date(2026, 12, 15)),
        ("deze week vrijdag", date(2026, 11, 27)), ("vorige week ma", date(2026, 11, 16)),
        ("1 mrt", date(2027, 3, 1)), ("15-12", date(2026, 12, 15)), ("1 okt", date(2026, 10, 1)),
        ("15-1-27", date(2027, 1, 15)), ("di 8 december", date(2026, 12, 8)), ("29-2-2028", date(2028, 2, 29)),
    ],
)  # fmt: skip
def test_een_dag_om_te_plannen(tekst: str, dag: date) -> None:
    assert lees_datum(tekst, VANDAAG) == dag


def test_zonder_jaar_kijkt_een_veld_vooruit_of_terug() -> None:
    assert lees_datum("1 okt", VANDAAG, Richting.VOORUIT) == date(2027, 10, 1)
    assert lees_datum("1 mrt", VANDAAG, Richting.TERUG) == date(2026, 3, 1)
    assert lees_datum("di", VANDAAG, Richting.TERUG) == date(2026, 11, 24)
    assert lees_datum("ma week 46", VANDAAG, Richting.VOORUIT) == date(2027, 11, 15)
    assert lees_datum("ma week 49", VANDAAG, Richting.TERUG) == date(2025, 12, 1)
    assert lees_datum("ma week 53", VANDAAG, Richting.TERUG) == date(2020, 12, 28)
    assert lees_datum("28-11", VANDAAG, Richting.VOORUIT) == lees_datum("28-11", VANDAAG, Richting.TERUG) == VANDAAG


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("31-2-2026", "Februari 2026 heeft 28 dagen; dag 31 is er niet."),
        ("29-2-2027", "Februari 2027 heeft 28 dagen; dag 29 is er niet."),
        ("31-2", "Februari 2026 heeft 28 dagen; dag 31 is er niet."),
        ("1-13-2026", "Maand 13 bestaat niet. Schrijf eerst de dag en dan de maand."),
        ("0-3-2026", "Dag 0 bestaat niet."),
        ("do 1 maart 1985", "1 maart 1985 is een vrijdag, geen donderdag."),
        ("15", "Zet de maand erbij, bijvoorbeeld 15-12 of 15 december."),
        ("2027", "Zet de dag en de maand erbij, bijvoorbeeld 1-3-2027."),
        ("maart 2027", "Zet de dag en de maand erbij, bijvoorbeeld 1-3-2027."),
        ("1-3-985", "Schrijf het jaar met twee of vier cijfers, bijvoorbeeld 1-3-1985."),
        ("1031985", "Schrijf zes of acht cijfers, of zet er streepjes tussen: 01031985 of 1-3-1985."),
        ("1-3-1899", "Het jaar moet liggen tussen 1900 en 2199."),
        ("+999999", "Het jaar moet liggen tussen 1900 en 2199."),
        ("volgende dinsdag", "Zet de week en de dag erbij, bijvoorbeeld: volgende week dinsdag."),
        ("over 2 poosjes", "Schrijf dagen, weken, maanden of jaar, bijvoorbeeld: over 2 weken."),
        ("volgende week", "Zet de week en de dag erbij, bijvoorbeeld: volgende week dinsdag."),
        ("week 50", "Zet de dag erbij, bijvoorbeeld: di week 50."),
        ("ma week 54", "Week 54 is er niet."),
        ("ma week 53 2027", "Week 53 is er niet in 2027."),
        ("ma week 1 0001", "Het jaar moet liggen tussen 1900 en 2199."),
        ("di 15 december 2026 9:30", "Hier staat ook een tijd bij. Vul alleen de dag in."),
        ("dec 15", "Schrijf eerst de dag en dan de maand: 15 december."),
        ("1512", "Zet er een streepje tussen, bijvoorbeeld 15-12."),
        ("9999", "Het jaar moet liggen tussen 1900 en 2199."),
        ("snel", "Deze datum is niet te lezen. Schrijf bijvoorbeeld 1-3-2027, 1 maart 2027, morgen of +7."),
        ("1" * 500, "Deze datum is niet te lezen. Schrijf bijvoorbeeld 1-3-2027, 1 maart 2027, morgen of +7."),
    ],
)
def test_wat_niet_te_lezen_is_wordt_geweigerd(tekst: str, zin: str) -> None:
    with pytest.raises(InvoerOngeldig) as fout:
        lees_datum(tekst, VANDAAG)
    assert fout.value.gebeurd == zin


@pytest.mark.parametrize(
    ("tekst", "datum"),
    [
        ("1985", Geboortedatum(1985)), ("maart 1985", Geboortedatum(1985, 3)), ("mrt 1985", Geboortedatum(1985, 3)),
        ("3-1985", Geboortedatum(1985, 3)), ("03/1985", Geboortedatum(1985, 3)), ("1985-03", Geboortedatum(1985, 3)),
        ("onbekend", Geboortedatum()), ("Onbekend.", Geboortedatum()), ("?", Geboortedatum()),
        ("00-03-1985", Geboortedatum(1985, 3)), ("0-0-1985", Geboortedatum(1985)), ("19850300", Geboortedatum(1985, 3)),
        ("1985-00-00", Geboortedatum(1985)), ("00-00-0000", Geboortedatum()), ("00000000", Geboortedatum()),
        ("20122000", Geboortedatum(2000, 12, 20)), ("20102000", Geboortedatum(2000, 10, 20)),
        ("geb. 1-3-1985", Geboortedatum(1985, 3, 1)), ("geboren in 1985", Geboortedatum(1985)),
        ("28-11-26", Geboortedatum(2026, 11, 28)), ("29-11-26", Geboortedatum(1926, 11, 29)),
        ("29-2-00", Geboortedatum(2000, 2, 29)), ("2026", Geboortedatum(2026)), ("nov 2026", Geboortedatum(2026, 11)),
    ],
)  # fmt: skip
def test_een_geboortedatum_is_zo_precies_als_men_weet(tekst: str, datum: Geboortedatum) -> None:
    assert lees_geboortedatum(tekst, VANDAAG) == datum


@pytest.mark.parametrize(
    ("tekst", "deel"),
    [
        ("29-11-2026", "ligt in de toekomst"), ("dec 2026", "ligt in de toekomst"), ("2027", "ligt in de toekomst"),
        ("1 mrt", "Zet het jaar erbij"), ("morgen", "niet te lezen"), ("+7", "niet te lezen"), ("di", "niet te lezen"),
        ("3/85", "jaar met vier cijfers"), ("00-13-1985", "Maand 13 bestaat niet"),
        ("00-00-1850", "tussen 1900 en 2199"),
        ("00-03-2027", "ligt in de toekomst"), ("mrt 85", "jaar met vier cijfers"),
        ("15", "niet te lezen"), ("13-1985", "Maand 13 bestaat niet"),
        ("do 1 maart 1985", "is een vrijdag"), ("1850", "tussen 1900 en 2199"),
    ],
)  # fmt: skip
def test_een_geboortedatum_die_niet_kan_wordt_geweigerd(tekst: str, deel: str) -> None:
    with pytest.raises(InvoerOngeldig, match=deel):
        lees_geboortedatum(tekst, VANDAAG)


@given(DAGEN_IN_BEREIK)
def test_elke_schrijfwijze_van_een_dag_komt_terug(dag: date) -> None:
    naam, maand = DAGEN[dag.weekday()], MAANDEN[dag.month - 1]
    for tekst in (
        f"{dag.day}-{dag.month}-{dag.year}", f"{dag:%d%m%Y}", f"{dag:%d/%m/%Y}", dag.isoformat(), f"{dag:%Y%m%d}",
        f"{dag.day} {maand} {dag.year}", f"{dag.day} {maand[:3]} {dag.year}",
        f"{naam} {dag.day} {maand} {dag.year}", f"{naam[:2]} {dag.day}-{dag.month}-{dag.year}",
    ):  # fmt: skip
        assert lees_datum(tekst, VANDAAG) == dag


@given(DAGEN_IN_BEREIK, st.integers(1, 6))
def test_een_verkeerde_weekdag_wordt_altijd_geweigerd(dag: date, naast: int) -> None:
    verkeerd = DAGEN[(dag.weekday() + naast) % 7]
    with pytest.raises(InvoerOngeldig, match=f"is een {DAGEN[dag.weekday()]}, geen {verkeerd}"):
        lees_datum(f"{verkeerd} {dag.day}-{dag.month}-{dag.year}", VANDAAG)


@given(st.dates(date(1926, 11, 29), VANDAAG))
def test_twee_cijfers_van_een_geboortejaar_geven_het_laatste_jaar_dat_kan(dag: date) -> None:
    assert lees_geboortedatum(f"{dag.day}-{dag.month}-{dag:%y}", VANDAAG) == Geboortedatum.van(dag)


@given(st.dates(date(1980, 1, 1), date(2070, 12, 31)), st.sampled_from(DAGEN), st.sampled_from(Richting))
def test_een_weekdag_ligt_hoogstens_een_week_weg(vandaag: date, weekdag: str, richting: Richting) -> None:
    dag = lees_datum(weekdag, vandaag, richting)
    verschil = (vandaag - dag if richting is Richting.TERUG else dag - vandaag).days
    assert DAGEN[dag.weekday()] == weekdag
    assert 1 <= verschil <= 7


@given(st.text(max_size=80), st.sampled_from(Richting))
def test_wat_ook_getypt_wordt_geeft_een_dag_of_een_zin(tekst: str, richting: Richting) -> None:
    for lees in (lambda: lees_datum(tekst, VANDAAG, richting), lambda: lees_geboortedatum(tekst, VANDAAG)):
        try:
            gelezen = lees()
        except InvoerOngeldig as fout:
            assert fout.gebeurd.endswith(".")
        else:
            assert isinstance(gelezen, date | Geboortedatum)


@given(st.text(alphabet="0123456789-/. +'madvwo", max_size=14))
def test_bijna_een_datum_geeft_nooit_een_dag_buiten_bereik(tekst: str) -> None:
    try:
        dag = lees_datum(tekst, VANDAAG)
    except InvoerOngeldig:
        return
    assert 1900 <= dag.year <= 2199


@given(st.integers(-20_000, 20_000))
def test_een_sprong_telt_dagen(aantal: int) -> None:
    assert lees_datum(f"{aantal:+}", VANDAAG) == VANDAAG + timedelta(days=aantal)


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("01-03-1985", DAG), ("010385", DAG), ("1 maart 1985", DAG),
        ("1 maart", None), ("2026-0042", None), ("fiets", None), ("31-2-1985", None), ("", None),
    ],
)  # fmt: skip
def test_een_zoekvraag_is_alleen_een_dag_met_het_jaar_erbij(tekst: str, dag: date | None) -> None:
    assert lees_zoekdatum(tekst, VANDAAG) == dag
