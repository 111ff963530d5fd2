"""A period of whole quarters, and the one a year before."""

from __future__ import annotations

from datetime import date

import pytest

from zvh_desktop.services.cijfers.tijdvak import Tijdvak, heel_jaar, laatste_kwartaal


@pytest.mark.parametrize(
    ("tijdvak", "naam", "vorige"),
    [
        (heel_jaar(2025), "2025", "2024"),
        (Tijdvak((2025, 2), (2025, 2)), "2e kwartaal 2025", "2e kwartaal 2024"),
        (Tijdvak((2024, 3), (2025, 2)), "3e kwartaal 2024 tot en met 2e kwartaal 2025", None),
        (Tijdvak((2023, 1), (2024, 4)), "2023 tot en met 2024", "2021 tot en met 2022"),
    ],
)
def test_namen(tijdvak: Tijdvak, naam: str, vorige: str | None) -> None:
    assert tijdvak.naam == naam
    if vorige is not None:
        assert tijdvak.vorig().naam == vorige
    assert tijdvak.vorig().tot < tijdvak.van


def test_stukken_zijn_hele_jaren_en_kwartalen() -> None:
    assert list(Tijdvak((2023, 3), (2025, 1)).stukken()) == [(2023, 3), (2023, 4), (2024, 0), (2025, 1)]
    assert (heel_jaar(2025).begin, heel_jaar(2025).einde) == (date(2025, 1, 1), date(2025, 12, 31))
    assert laatste_kwartaal(date(2026, 1, 1)) == (2025, 4)
    assert laatste_kwartaal(date(2026, 11, 29)) == (2026, 3)
