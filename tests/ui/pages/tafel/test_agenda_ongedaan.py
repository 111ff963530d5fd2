"""Typing on in a field of the agenda is one step back, but never with what a colleague did between two saves."""

from __future__ import annotations

import pytest

from zvh_desktop.services.tafel.agenda_stand import AgendaStand, PuntStand
from zvh_desktop.ui.pages.tafel.agenda.ongedaan import Agendastapel, AgendaWijziging


def punt(casus: int, doel: str = "") -> PuntStand:
    """A casus on the agenda."""
    return PuntStand(casus, casus, "", 20, doel, "", "", ())


def agenda(*punten: PuntStand) -> AgendaStand:
    """These, in this order."""
    return AgendaStand(1, punten)


@pytest.fixture
def teruggezet() -> list[tuple[AgendaStand, AgendaStand]]:
    """Of each step back to what, and from what."""
    return []


@pytest.fixture
def stapel() -> Agendastapel:
    """Nothing was done yet."""
    return Agendastapel()


def typ(
    stapel: Agendastapel, teruggezet: list[tuple[AgendaStand, AgendaStand]], voor: AgendaStand, na: AgendaStand
) -> None:
    """One save of the same field."""

    def herstel(stand: AgendaStand, van: AgendaStand) -> bool:
        teruggezet.append((stand, van))
        return True

    stapel.push(AgendaWijziging("Doel", voor, na, herstel, "doel 1"))


def test_doortypen_in_hetzelfde_veld_is_een_stap(
    stapel: Agendastapel, teruggezet: list[tuple[AgendaStand, AgendaStand]]
) -> None:
    leeg, een, twee = agenda(punt(1)), agenda(punt(1, "a")), agenda(punt(1, "ab"))
    typ(stapel, teruggezet, leeg, een)
    typ(stapel, teruggezet, een, twee)
    assert stapel.count() == 1
    stapel.undo()
    assert teruggezet == [(leeg, twee)]


def test_wat_een_collega_ertussen_deed_zit_in_geen_stap(
    stapel: Agendastapel, teruggezet: list[tuple[AgendaStand, AgendaStand]]
) -> None:
    leeg, een = agenda(punt(1)), agenda(punt(1, "a"))
    met_punt, twee = agenda(punt(1, "a"), punt(2)), agenda(punt(1, "ab"), punt(2))
    typ(stapel, teruggezet, leeg, een)
    typ(stapel, teruggezet, met_punt, twee)
    stapel.undo()
    stapel.undo()
    assert teruggezet == [(met_punt, twee), (leeg, een)]
