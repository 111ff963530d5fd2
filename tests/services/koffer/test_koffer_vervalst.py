"""What was signed of a koffer, changed with the key of the database and every trigger gone: the check finds it."""

from __future__ import annotations

import pytest
from kofferhulp import Kantoor, houd_tafel

from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst

UIT = (
    "UPDATE koffer SET overleg_id = 1",
    "UPDATE koffer SET kenmerk = 'anders'",
    "UPDATE koffer SET voor = 'beheer'",
    "UPDATE koffer SET voor_naam = 'T. Anders'",
    "UPDATE koffer SET vervanger = 'beheer'",
    "UPDATE koffer SET terug_uiterlijk = '2036-01-01'",
    "UPDATE koffer SET tot_en_met = 1",
    "UPDATE koffer SET kop_hash = 'anders'",
    "UPDATE koffer SET volledig = '{}'",
    "UPDATE koffer SET id = 77",
    "UPDATE koffer SET verklaring_nummer = 1",
    "DELETE FROM koffer",
    "UPDATE koffer SET stand = 'terug'",
    "UPDATE koffer SET stand = 'ingetrokken', ingetrokken_reden = 'x'",
    "UPDATE koffer SET stand = 'nagekomen'",
    "DELETE FROM koffer_casus",
)
TERUG = (
    "UPDATE koffer SET onderweg = '[]'",
    "UPDATE koffer SET terug_op = '2026-01-01 00:00:00'",
    "UPDATE koffer SET terug_door = 'T. Anders'",
    "UPDATE koffer SET terug_op = NULL, terug_verklaring = NULL",
)

INGETROKKEN = (
    "UPDATE koffer SET ingetrokken_reden = 'anders'",
    "UPDATE koffer SET ingetrokken_door = 'T. Anders'",
    "UPDATE koffer SET ingetrokken_op = NULL, intrekking_verklaring = NULL",
)


def vervals(kantoor: Kantoor, opdracht: str) -> list[str]:
    """What the check says, without the triggers that the attack took away."""
    bureau = kantoor.bureau
    wachters = "SELECT group_concat(name) FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE 'zoek%'"
    bureau.zonder_triggers(str(bureau.waarde(wachters)).split(","))
    bureau.sql_zonder_sleutels(opdracht)
    return [zin for zin in ControleService(bureau.werkplek).vind() if "trigger" not in zin]


@pytest.mark.parametrize("opdracht", UIT)
def test_wat_is_meegegeven(kantoor: Kantoor, opdracht: str) -> None:
    kantoor.geef_uit()
    assert vervals(kantoor, opdracht)


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE koffer SET stand = 'terug'",
        "UPDATE koffer SET stand = 'terug', terug_op = '2026-09-01 12:00:00.000000', terug_door = 'regie'",
        "DELETE FROM koffer_casus",
        "DELETE FROM koffer",
    ],
)
def test_op_kantoor_werkt_niemand_door_aan_een_tafel_die_weg_is(kantoor: Kantoor, opdracht: str) -> None:
    kantoor.geef_uit()
    assert vervals(kantoor, opdracht)
    punt = kantoor.bureau.waarde("SELECT min(id) FROM agendapunt WHERE overleg_id = :o", o=kantoor.tafel)
    with pytest.raises(HandtekeningOnjuist, match="koffer"):
        kantoor.bureau.verslagen.bewaar_tekst(punt, VerslagTekst("anders", "anders", "anders"))


@pytest.mark.parametrize("opdracht", TERUG)
def test_wat_is_teruggekomen(kantoor: Kantoor, opdracht: str) -> None:
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.lever_in()
    assert vervals(kantoor, opdracht)


@pytest.mark.parametrize("opdracht", INGETROKKEN)
def test_wat_is_ingetrokken(kantoor: Kantoor, opdracht: str) -> None:
    kantoor.trek_koffer_in(kantoor.geef_uit())
    assert vervals(kantoor, opdracht)
