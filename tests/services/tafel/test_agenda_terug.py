"""Undo on an agenda takes back what was done, and leaves what a colleague did to it since."""

from __future__ import annotations

from dataclasses import replace

import pytest

from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.services.tafel.agenda_stand import AgendaStand, PuntStand, StoelStand, terug_van


def punt(casus: int, *partijen: int, doel: str = "", minuten: int = 20) -> PuntStand:
    """A casus on the agenda, with who sits at it."""
    stoelen = tuple(StoelStand(PartijId(een), "", False) for een in partijen)
    return PuntStand(casus, casus, "", minuten, doel, "", "", stoelen)


def agenda(*punten: PuntStand) -> AgendaStand:
    """These, in this order."""
    return AgendaStand(1, punten)


@pytest.mark.parametrize(
    ("voor", "na", "nu", "wordt"),
    [
        pytest.param([punt(1)], [punt(1, 5)], [punt(1, 5, 6)], [punt(1, 6)], id="een stoel erbij"),
        pytest.param([punt(1, 5)], [punt(1)], [punt(1, 6)], [punt(1, 5, 6)], id="een stoel weg"),
        pytest.param([punt(1, 5)], [punt(1, 5, 6)], [punt(1, 6)], [punt(1)], id="een ander haalde een stoel weg"),
        pytest.param(
            [punt(1)], [punt(1), punt(2)], [punt(1), punt(2), punt(3)], [punt(1), punt(3)], id="een punt erbij"
        ),
        pytest.param([punt(1), punt(2)], [punt(2)], [punt(2), punt(3)], [punt(1), punt(2), punt(3)], id="een punt weg"),
        pytest.param(
            [punt(1), punt(2)], [punt(1, 5), punt(2)], [punt(2)], [punt(2)], id="een ander haalde het punt weg"
        ),
        pytest.param(
            [punt(1)], [punt(1, doel="a")], [punt(1, doel="a", minuten=9)], [punt(1, minuten=9)], id="een ander veld"
        ),
        pytest.param(
            [punt(1), punt(2)],
            [punt(1, 5), punt(2)],
            [punt(2), punt(1, 5)],
            [punt(2), punt(1)],
            id="een andere volgorde",
        ),
        pytest.param(
            [punt(1), punt(2)],
            [punt(2), punt(1)],
            [punt(2), punt(1), punt(3)],
            [punt(1), punt(2), punt(3)],
            id="eigen volgorde",
        ),
    ],
)
def test_wat_een_ander_deed_blijft(
    voor: list[PuntStand], na: list[PuntStand], nu: list[PuntStand], wordt: list[PuntStand]
) -> None:
    assert terug_van(agenda(*nu), agenda(*na), agenda(*voor)) == agenda(*wordt)


def test_zonder_een_ander_is_het_zoals_het_was() -> None:
    voor, na = agenda(punt(1, 5), punt(2)), agenda(replace(punt(2), doel="x"), punt(3, 6))
    assert terug_van(na, na, voor) == voor
    assert terug_van(voor, voor, na) == na
