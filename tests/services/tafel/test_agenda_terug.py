"""Undo on an agenda takes back what was done, and leaves what a colleague did to it since."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import Bureau

from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.services.tafel.agenda_stand import AgendaStand, PuntStand, StoelStand, Teruggang, terug_van


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
    assert terug_van(agenda(*nu), agenda(*na), agenda(*voor)) == Teruggang(agenda(*wordt))


def test_zonder_een_ander_is_het_zoals_het_was() -> None:
    voor, na = agenda(punt(1, 5), punt(2)), agenda(replace(punt(2), doel="x"), punt(3, 6))
    assert terug_van(na, na, voor) == Teruggang(voor)
    assert terug_van(voor, voor, na) == Teruggang(na)


def stoel(bijdrage: str = "", *, vervallen: bool = False) -> PuntStand:
    """A casus with one seat."""
    return replace(punt(1), stoelen=(StoelStand(PartijId(5), bijdrage, vervallen),))


@pytest.mark.parametrize(
    ("voor", "na", "nu", "wordt"),
    [
        pytest.param([], [punt(1)], [punt(1, 5, doel="x")], [punt(1, 5, doel="x")], id="gevuld punt"),
        pytest.param([], [punt(2)], [punt(1), punt(2, 5)], [punt(1), punt(2, 5)], id="gevuld punt na een ander"),
        pytest.param([punt(1)], [stoel()], [stoel("cijfers")], [stoel("cijfers")], id="gevulde stoel"),
        pytest.param([stoel()], [stoel("a")], [stoel("b")], [stoel("b")], id="dezelfde bijdrage"),
        pytest.param([punt(1)], [punt(1, doel="a")], [punt(1, doel="b")], [punt(1, doel="b")], id="hetzelfde doel"),
        pytest.param(
            [punt(1)],
            [punt(1, doel="a", minuten=5)],
            [punt(1, doel="b", minuten=5)],
            [punt(1, doel="b")],
            id="een van twee velden",
        ),
    ],
)
def test_waar_een_ander_mee_verder_ging_blijft_en_wordt_gezegd(
    voor: list[PuntStand], na: list[PuntStand], nu: list[PuntStand], wordt: list[PuntStand]
) -> None:
    terug = terug_van(agenda(*nu), agenda(*na), agenda(*voor))
    assert terug == Teruggang(agenda(*wordt), (nu[-1],))


def test_van_een_stoel_gaat_alleen_terug_wat_hier_is_gewijzigd() -> None:
    nu = stoel("cijfers", vervallen=True)
    terug = terug_van(agenda(nu), agenda(stoel("cijfers")), agenda(stoel()))
    assert terug == Teruggang(agenda(stoel(vervallen=True)))


def test_een_stoel_die_een_ander_terugzette_blijft() -> None:
    nu = agenda(stoel("van daar"))
    assert terug_van(nu, agenda(punt(1)), agenda(stoel("van hier"))) == Teruggang(nu)


def test_een_punt_dat_een_ander_vulde_blijft_op_de_agenda(bureau: Bureau) -> None:
    overleg, casus = bureau.tafel(), bureau.casus()
    leeg = bureau.agenda.momentopname(overleg)
    punt_id = bureau.agenda.voeg_casus_toe(overleg, casus)
    erbij = bureau.agenda.momentopname(overleg)
    bureau.oordeel(casus, "Politie")
    bureau.agenda.zet_deelname(punt_id, bureau.partij("Politie"), aan=True)
    zinnen = [een.zin for een in bureau.agenda.herstel(leeg, erbij)]
    assert zinnen == [f"Bij casus {bureau.nummer(casus)} is intussen iets gewijzigd. Dat blijft zo staan."]
    assert bureau.aan_tafel(overleg) == {bureau.nummer(casus): {"Politie"}}


def test_een_onderwerp_dat_een_ander_wijzigde_wordt_bij_zijn_naam_genoemd(bureau: Bureau) -> None:
    overleg = bureau.tafel()
    leeg = bureau.agenda.momentopname(overleg)
    bureau.agenda.voeg_onderwerp_toe(overleg, "Rooster", 10)
    nu = bureau.agenda.momentopname(overleg)
    toen = replace(nu, punten=(replace(nu.punten[0], minuten=5),))
    [gezegd] = bureau.agenda.herstel(leeg, toen)
    assert "'Rooster'" in gezegd.zin
    assert bureau.agenda.momentopname(overleg) == nu
