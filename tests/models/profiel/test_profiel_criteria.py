"""When a casus counts as complex, as the houses read their own bijlage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.profiel.criteria import Alle, EenVan, Los, Uitdrukking

GEBIED, SYSTEEM, KETENS, LEEFGEBIEDEN = "gebiedsgebonden", "systeem", "meerdere-ketens", "meerdere-leefgebieden"


@pytest.mark.parametrize("huis", ["twente", "landelijk", "haaglanden", "midden-limburg"])
@pytest.mark.parametrize(
    ("oordelen", "uitkomst"),
    [
        ({}, None),
        ({GEBIED: True}, True),
        ({GEBIED: False}, None),
        ({GEBIED: False, SYSTEEM: False}, False),
        ({GEBIED: False, SYSTEEM: True, KETENS: True}, None),
        ({GEBIED: False, SYSTEEM: True, KETENS: True, LEEFGEBIEDEN: True}, True),
        ({GEBIED: None, SYSTEEM: True, KETENS: True, LEEFGEBIEDEN: True}, True),
        ({SYSTEEM: True, KETENS: True, LEEFGEBIEDEN: False}, None),
    ],
)
def test_gebied_alleen_of_de_andere_drie_samen(
    huis: str, oordelen: dict[str, bool | None], uitkomst: bool | None
) -> None:
    assert laad_meegeleverd(huis).criteria_logica.voldoet(oordelen) is uitkomst


def test_delft_heeft_geen_criteria_in_zijn_convenant_en_dus_geen_antwoord() -> None:
    delft = laad_meegeleverd("delft")
    assert delft.criteria == ()
    assert delft.criteria_logica.sleutels() == ()
    assert delft.criteria_logica.voldoet({GEBIED: True}) is None


_LETTERS = "abcd"
_LOGICA: st.SearchStrategy[Uitdrukking] = st.recursive(
    st.sampled_from(_LETTERS).map(Los),
    lambda delen: st.one_of(
        st.lists(delen, min_size=1, max_size=3).map(tuple).map(Alle),
        st.lists(delen, min_size=1, max_size=3).map(tuple).map(EenVan),
    ),
    max_leaves=8,
)


@given(_LOGICA, st.fixed_dictionaries({letter: st.sampled_from([True, False, None]) for letter in _LETTERS}))
def test_een_gegeven_antwoord_verandert_niet_als_de_rest_wordt_beoordeeld(
    logica: Uitdrukking, oordelen: dict[str, bool | None]
) -> None:
    uitkomst = logica.voldoet(oordelen)
    for rest in (True, False):
        volledig = {sleutel: rest if oordeel is None else oordeel for sleutel, oordeel in oordelen.items()}
        assert logica.voldoet(volledig) is not None
        assert uitkomst is None or logica.voldoet(volledig) is uitkomst
