"""A date of birth as far as it is known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvh_desktop.models.geboortedatum import Geboortedatum


@pytest.mark.parametrize(
    ("datum", "code"),
    [
        (Geboortedatum(1985, 3, 1), "1985-03-01"),
        (Geboortedatum(1985, 3), "1985-03-00"),
        (Geboortedatum(1985), "1985-00-00"),
        (Geboortedatum(), "onbekend"),
    ],
)
def test_wordt_bewaard_zo_precies_als_hij_is(datum: Geboortedatum, code: str) -> None:
    assert datum.code() == code
    assert Geboortedatum.uit_code(code) == datum


@given(st.dates())
def test_elke_dag_komt_terug(dag: date) -> None:
    assert Geboortedatum.uit_code(Geboortedatum.van(dag).code()).als_dag() == dag


@pytest.mark.parametrize("delen", [(1985, 13), (1985, 2, 29), (1985, None, 1), (None, 3), (None, None, 1), (0,)])
def test_wat_geen_datum_is_ontstaat_niet(delen: tuple[int | None, ...]) -> None:
    with pytest.raises(ValueError, match="no date of birth"):
        Geboortedatum(*delen)


@pytest.mark.parametrize("code", ["", "85", "1985", "1985-3-1", "1985-02-30", "1985-00-01", "1985-03-01 ", "Onbekend"])
def test_een_vreemde_code_wordt_niet_gelezen(code: str) -> None:
    with pytest.raises(ValueError, match="no date of birth"):
        Geboortedatum.uit_code(code)


def test_ligt_pas_in_de_toekomst_als_dat_zeker_is() -> None:
    vandaag = date(2026, 11, 28)
    for datum in (Geboortedatum(2026, 11, 29), Geboortedatum(2026, 12), Geboortedatum(2027)):
        assert datum.na(vandaag)
    for datum in (Geboortedatum(2026, 11, 28), Geboortedatum(2026, 11), Geboortedatum(2026), Geboortedatum()):
        assert not datum.na(vandaag)
