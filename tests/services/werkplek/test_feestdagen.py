"""The Dutch holidays, with those that the law names every year."""

from __future__ import annotations

from datetime import date

import pytest

from zvh_desktop.services.werkplek.feestdagen import feestdag


@pytest.mark.parametrize("jaar", range(2024, 2031))
def test_vijf_mei_is_elk_jaar_een_feestdag(jaar: int) -> None:
    assert feestdag(date(jaar, 5, 5)) == "Bevrijdingsdag"


def test_een_gewone_dag_is_geen_feestdag() -> None:
    assert feestdag(date(2026, 5, 6)) == ""
    assert feestdag(date(2026, 4, 27))
